from collections.abc import Sequence

from quellenlage.model import Analysis, Citation, Derivation, Story


def trace_lineage(
    analyses: Sequence[Analysis], stories: Sequence[Story]
) -> tuple[tuple[Derivation, ...], tuple[Citation, ...]]:
    return (), ()
