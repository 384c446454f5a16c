"""Whether one text tells another's content again, in its order and in other words."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quellenlage.story._texts import Text
from quellenlage.story._words import Weights

# Measured on the development stories: the four rewrites have .27 to .30 of their content in the source and .65 to .71
# of what they share with any article of the story; articles of their own stay under .60 of the latter.
_SHARE, _EXPLAINED = 0.24, 0.62
_MORE, _MARGIN = 1.5, 0.15  # the development stories have at least 1.9 and .23; most rivals in real news less
_FEW, _SHARE_OF_FEW = 7, 0.55  # in a story of fewer texts what one explains says little
_CITED = 0.01  # less is enough of one that is named as source; an interview that takes up a report has .22
_SENTENCE = 0.3  # share of a sentence's weight in one sentence of the source that makes it a match
_ORDERED = 0.5
_MATCHED = 0.25  # share of sentences
_LEAD = 0.65  # of what the second half shares; the retellings have .81 and more, texts with one background .54 and .56


@dataclass(frozen=True)
class Retelling:
    """How much of a text is in another.

    `share` of its weighted content, sentence by sentence; `explained` of that which it shares with any text of the
    story; how many sentences, and how many of these in the source's order. `lead` is what the text's first half shares
    as a multiple of the second's: reports on two days' news have their background in common.
    """

    share: float
    explained: float
    matched: int
    ordered: int
    sentences: int
    lead: float

    def likely(self, cited: bool, texts: int) -> bool:
        """Whether the other text is the source, in a story of so many texts."""
        less = _CITED if cited else 0.0
        enough = self.share >= (_SHARE if texts >= _FEW else _SHARE_OF_FEW) - less
        enough = enough and self.explained >= _EXPLAINED - less and (cited or self.lead >= _LEAD)
        return (
            enough
            and self.ordered >= 3
            and self.ordered >= _ORDERED * self.matched
            and (self.matched >= _MATCHED * self.sentences)
        )

    def stands_out(self, others: Iterable["Retelling"]) -> bool:
        """Whether no other source tells nearly as much: of an event that all report, none retells another."""
        return all(self.share >= _MORE * o.share and self.explained >= o.explained + _MARGIN for o in others)


def retelling(text: Text, source: Text, weigh: Weights, common: AbstractSet[str]) -> Retelling:
    """Match each sentence with the one of the source that covers most of it; `common` are stems of several texts."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, stems in enumerate(source.stems):
        for s in stems:
            holders[s].append(j)
    covered = total = 0.0
    halves = [0.0, 0.0]
    places: list[int] = []
    for i, stems in enumerate(text.stems):
        weights = {s: weigh(s) for s in stems}
        whole = sum(weights.values())
        votes: dict[int, float] = defaultdict(float)
        for s, w in sorted(weights.items()):
            for j in holders.get(s, ()):
                votes[j] += w
        best = max(votes, key=lambda j: (votes[j], -j), default=None)
        covered += votes[best] if best is not None else 0.0
        halves[2 * i >= len(text.stems)] += votes[best] / whole if best is not None and whole else 0.0
        total += whole
        if best is not None and votes[best] >= _SENTENCE * whole:
            places.append(best)
    share = covered / total if total else 0.0
    return Retelling(
        share, _explained(text, source, weigh, common), len(places), _longest_rise(places), len(text.stems),
        halves[0] / max(halves[1], 1e-9),
    )  # fmt: skip


def _explained(text: Text, source: Text, weigh: Weights, common: AbstractSet[str]) -> float:
    mine = sorted(text.vocabulary & common)
    whole = math.fsum(weigh(s) for s in mine)
    return math.fsum(weigh(s) for s in mine if s in source.vocabulary) / whole if whole else 0.0


def _longest_rise(places: list[int]) -> int:
    """Length of the longest run of places that never falls, in order."""
    ends: list[int] = []
    for p in places:
        k = bisect_right(ends, p)
        ends[k : k + 1] = [p]
    return len(ends)
