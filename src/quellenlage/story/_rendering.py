"""How much of a text is another one told in other words: the same numbers, days and names, sentence by sentence.

Works across languages, and between two translations of one original, which share hardly a word beside these.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from quellenlage.model import Analysis
from quellenlage.story._anchors import anchors
from quellenlage.story._texts import Text

_SENTENCES = 150  # of each text that are compared
_HALF = 0.5  # share of a sentence's anchors that stand in one sentence there
_QUOTE = '"'  # the anchor that a sentence with a quotation has


@dataclass(frozen=True)
class Anchored:
    """A text with the anchors of each sentence: `sure` are those that a translation must have, `able` those it may."""

    text: Text
    sure: Sequence[frozenset[str]]
    able: Sequence[frozenset[str]]

    @cached_property
    def every(self) -> frozenset[str]:
        """All anchors of the text."""
        return frozenset().union(*self.able)


@dataclass(frozen=True)
class Rendering:
    """What a text shares with another by its anchors.

    `share` of its anchors, by weight, in one order with the other's; `back` the same seen from there; `matched` of
    `anchored` sentences are those with half of their anchors in one sentence there, `sentences` their places;
    `keys` is how many different anchors the two texts share in these.
    """

    share: float
    back: float
    matched: int
    anchored: int
    keys: int
    sentences: tuple[int, ...]


def anchored(analysis: Analysis, text: Text) -> Anchored:
    """A text's anchors by sentence; in an analysed article a capital alone makes no name."""
    article = analysis.article
    spoken = (
        [m.start for e in analysis.entities for m in e.mentions],
        [m.end for e in analysis.entities for m in e.mentions],
    )
    named = _within(spoken, text) if analysis.sentences else None
    found = anchors(article.text, text.words, article.language)
    places = [a.place for a in found]
    sure, able = [], []
    for start, end in text.sentences[:_SENTENCES]:
        here = found[bisect_left(places, start) : bisect_left(places, end)]
        quote = {_QUOTE} if any(text.quoted[start:end]) else set()
        names = {a.key for a in here if a.kind in ("number", "term") or _is_name(a.place, a.kind, named)}
        sure.append(frozenset(names | quote))
        able.append(frozenset(quote.union(a.key for a in here)))
    return Anchored(text, sure, able)


def _within(spans: tuple[list[int], list[int]], text: Text) -> AbstractSet[int]:
    """Places of the words within mentions."""
    starts = [w.start for w in text.words]
    return {p for a, b in zip(*spans, strict=True) for p in range(bisect_left(starts, a), bisect_left(starts, b))}


def _is_name(place: int, kind: str, named: AbstractSet[int] | None) -> bool:
    if named is None:
        return kind == "name"
    return place in named and kind in ("name", "first")


def rendering(text: Anchored, source: Anchored) -> Rendering:
    """Compare a text with another by their anchors."""
    common = text.every & source.every
    mine = [s | (a & common) for s, a in zip(text.sure, text.able, strict=True)]
    theirs = [s | (a & common) for s, a in zip(source.sure, source.able, strict=True)]
    holders = Counter(k for sentence in (*mine, *theirs) for k in sentence)
    weights = {k: math.log(1 + (len(mine) + len(theirs)) / n) for k, n in holders.items()}
    share, places = _aligned(mine, theirs, weights)
    back, _ = _aligned(theirs, mine, weights)
    matched = [i for i, j in places.items() if _covered(mine[i], theirs[j], weights) >= _HALF]
    keys = {k for i in matched for k in mine[i] & theirs[places[i]]} - {_QUOTE}
    return Rendering(share, back, len(matched), sum(bool(s - {_QUOTE}) for s in mine), len(keys), tuple(matched))


def _covered(mine: AbstractSet[str], theirs: AbstractSet[str], weights: Mapping[str, float]) -> float:
    whole = math.fsum(sorted(weights[k] for k in mine))
    return math.fsum(sorted(weights[k] for k in mine & theirs)) / whole if whole else 0.0


def _aligned(
    mine: Sequence[AbstractSet[str]], theirs: Sequence[AbstractSet[str]], weights: Mapping[str, float]
) -> tuple[float, dict[int, int]]:
    """Share of the anchors' weight that stands over there in the same order, and each sentence's place there.

    Sentences go to places that never fall, so that the shared weight is greatest; several may go to one.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(theirs):
        for k in sentence:
            holders[k].append(j)
    best = [0.0] * (len(theirs) + 1)  # by the last place taken so far
    ways: list[list[int]] = []
    for sentence in mine:
        votes: dict[int, float] = defaultdict(float)
        for k in sorted(sentence):
            for j in holders.get(k, ()):
                votes[j] += weights[k]
        taken, top = [-1] * len(best), 0
        after = best[:]
        for j in range(len(theirs) + 1):
            if best[j] > best[top]:
                top = j
            gain = votes.get(j - 1, 0.0) if j else 0.0
            if gain and best[top] + gain > after[j]:
                after[j], taken[j] = best[top] + gain, top
        best = after
        ways.append(taken)
    whole = math.fsum(weights[k] for sentence in mine for k in sorted(sentence))
    end = max(range(len(best)), key=lambda j: (best[j], -j))
    places: dict[int, int] = {}
    share = best[end] / whole if whole else 0.0
    for i in range(len(mine) - 1, -1, -1):
        if ways[i][end] >= 0:
            places[i], end = end - 1, ways[i][end]
    return share, places
