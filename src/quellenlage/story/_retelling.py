"""Whether one text tells another's content again, in its order and in other words."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from quellenlage.story._texts import Text
from quellenlage.story._words import Weights

# Measured on the four rewrites of the development stories: share .31 to .40, order at least half; articles of their
# own on the same event stay under .31 or jump about.
_SHARE = 0.28
_SENTENCE = 0.3  # share of a sentence's weight in one sentence of the source that makes it a match
_ORDERED = 0.5
_MATCHED = 0.3  # share of sentences


@dataclass(frozen=True)
class Retelling:
    """How much of a text is in another: `share` of its weighted content, and how many sentences, also in order."""

    share: float
    matched: int
    ordered: int
    sentences: int

    def likely(self, cited: bool) -> bool:
        """Whether the other text is the source; one that is named as source needs less."""
        enough = self.share >= (_SHARE if not cited else _SHARE - 0.05)
        return (
            enough
            and self.ordered >= 3
            and self.ordered >= _ORDERED * self.matched
            and (self.matched >= _MATCHED * self.sentences)
        )


def retelling(text: Text, source: Text, weigh: Weights) -> Retelling:
    """Match each sentence with the one of the source that covers most of its weight."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, stems in enumerate(source.stems):
        for s in stems:
            holders[s].append(j)
    covered = total = 0.0
    places: list[int] = []
    for stems in text.stems:
        weights = {s: weigh(s) for s in stems}
        whole = sum(weights.values())
        votes: dict[int, float] = defaultdict(float)
        for s, w in sorted(weights.items()):
            for j in holders.get(s, ()):
                votes[j] += w
        best = max(votes, key=lambda j: (votes[j], -j), default=None)
        covered += votes[best] if best is not None else 0.0
        total += whole
        if best is not None and votes[best] >= _SENTENCE * whole:
            places.append(best)
    return Retelling(covered / total if total else 0.0, len(places), _longest_rise(places), len(text.stems))


def _longest_rise(places: list[int]) -> int:
    """Length of the longest run of places that never falls, in order."""
    ends: list[int] = []
    for p in places:
        k = bisect_right(ends, p)
        ends[k : k + 1] = [p]
    return len(ends)
