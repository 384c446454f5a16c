from collections.abc import Sequence

from quellenlage.model import Analysis, Story


def merge_entities(analyses: Sequence[Analysis], stories: Sequence[Story]) -> list[Analysis]:
    """The same analyses with entities and ids that hold across each story."""
    return list(analyses)
