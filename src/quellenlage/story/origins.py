from collections.abc import Sequence

from quellenlage.model import Analysis, Citation, Claim, Derivation


def find_origins(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
) -> tuple[Claim, ...]:
    return tuple(claims)
