from collections.abc import Sequence

from quellenlage.model import Analysis, Claim, Derivation, Story


def align(
    analyses: Sequence[Analysis], stories: Sequence[Story], derivations: Sequence[Derivation]
) -> tuple[Claim, ...]:
    """Claims, with the statements that make or deny them; their origins are not yet known."""
    return ()
