from collections.abc import Sequence

from quellenlage.model import Analysis, Derivation, Figure, Series, Story


def find_series(
    analyses: Sequence[Analysis], stories: Sequence[Story], derivations: Sequence[Derivation]
) -> tuple[tuple[Series, ...], tuple[Figure, ...]]:
    """Series of comparable figures, and all figures with the measure that their story agrees on."""
    return (), tuple(f for a in analyses for f in a.figures)
