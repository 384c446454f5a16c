from collections.abc import Sequence

from quellenlage.model import Analysis, Story


def group(analyses: Sequence[Analysis]) -> tuple[Story, ...]:
    """Stories of a set of analyses that stand in the ledger's order."""
    return (Story("story", "Story", tuple(a.article.id for a in analyses)),) if analyses else ()
