"""Which text translates which, across languages and between two translations of one original.

Candidates come from an index of numbers, days and names. Which of two texts is the original is told by a notice, by
who names whom, by day and hour, or by words left in the original's language; where none does, the reason says so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import language, supported
from quellenlage.model import Analysis, Article, Span
from quellenlage.story._earlier import Earlier
from quellenlage.story._notices import Notice, notice
from quellenlage.story._reasons import reason
from quellenlage.story._rendering import Anchored, Rendering, anchored, rendering
from quellenlage.story._texts import Text
from quellenlage.story._words import Weights

# Four originals and their translations have .55 to .85 of either's anchors in the other, independent reports on one
# event at most .58 and .31; so the lesser of the two tells, and of a short version more is asked.
_FULLER, _LESSER, _SHORT = 0.5, 0.42, 0.7
_LENGTH = 0.75  # of the other's words, below which a text is a short version
_SENTENCES, _MATCHED, _KEYS = 3, 0.6, 5  # matched sentences, their share, different anchors: below nothing is told
_LEFT = 3  # words in a row that a translation leaves as they were


@dataclass(frozen=True)
class Translated:
    """A text that renders `source`: how much of it, and why that one is taken for the original."""

    source: Text
    rendering: Rendering
    why: str
    noticed: bool

    @property
    def score(self) -> float:
        """Mean share of the anchors that stand in the other text, seen from both; a short version counts one way."""
        r = self.rendering
        return max((r.share + r.back) / 2, r.share if r.share >= _SHORT else 0.0)


def translations(
    texts: Sequence[Text],
    analyses: Mapping[str, Analysis],
    copies: Mapping[str, str],
    named: Mapping[str, frozenset[str]],
) -> dict[str, Translated]:
    """For each text that renders another its source, where the texts are in several languages or one says so.

    `copies` are the texts known to copy another, with that one's id; `texts` stand in the order of writing.
    """
    pile = _Pile(texts, analyses, named)
    if not pile.mixed and not pile.notices:
        return {}
    found: dict[str, Translated] = {}
    up = dict(copies)
    for one, other in pile.candidates():
        made = pile.compared(one, other)
        if not made:
            continue
        child, link = made
        before = found.get(child)
        if child in copies or _leads(up, link.source.article.id, child) or (before and before.score >= link.score):
            continue
        found[child] = link
        up[child] = link.source.article.id
    return found


def _leads(up: Mapping[str, str], start: str, to: str) -> bool:
    """Whether an article descends from another, or is it."""
    while start != to and start in up:
        start = up[start]
    return start == to


class _Pile:
    """The texts of a story with their anchors and notices, each read once."""

    def __init__(
        self, texts: Sequence[Text], analyses: Mapping[str, Analysis], named: Mapping[str, frozenset[str]]
    ) -> None:
        self._texts, self._analyses, self._named = texts, analyses, named
        self._anchored: dict[str, Anchored] = {}
        self.mixed = len({t.article.language for t in texts}) > 1
        found = {t.article.id: notice(t.article) for t in texts}
        self.notices: dict[str, Notice] = {i: n for i, n in found.items() if n}

    def anchored(self, text: Text) -> Anchored:
        """The text's anchors by sentence."""
        key = text.article.id
        if key not in self._anchored:
            self._anchored[key] = anchored(self._analyses[key], text)
        return self._anchored[key]

    def candidates(self) -> Iterable[tuple[Text, Text]]:
        """Pairs (later, earlier) of different languages, or of one where either is called a translation."""
        holders = Counter(k for t in self._texts for k in self.anchored(t).every)
        weigh = Weights(holders, len(self._texts), code="")
        before: dict[str, Earlier[str]] = defaultdict(Earlier)
        told: dict[str, Earlier[str]] = defaultdict(Earlier)
        for text in self._texts:
            weights = {k: weigh(k) for k in sorted(self.anchored(text).every)}
            mine = text.article.language
            for code in sorted(before):
                index = before if code != mine or text.article.id in self.notices else told
                yield from ((text, other) for other in index[code].likest(weights, 0.0))
            before[mine].add(text, weights)
            if text.article.id in self.notices:
                told[mine].add(text, weights)

    def compared(self, text: Text, other: Text) -> tuple[str, Translated] | None:
        """The text of the two that renders the other, by its id, and how; None if neither does."""
        there = rendering(self.anchored(text), self.anchored(other))
        if not _likely(there, len(text.words) / max(1, len(other.words))):
            return None
        child, source, why = self._original(text, other)
        back = there if child is text else rendering(self.anchored(child), self.anchored(source))
        return child.article.id, Translated(source, back, why, child.article.id in self.notices)

    def _original(self, text: Text, other: Text) -> tuple[Text, Text, str]:
        """Which of two texts renders which, and what tells it; `other` is the earlier where the dates tell."""
        abroad, apart = text.article.language != other.article.language, _dated_apart(text.article, other.article)
        for child, source in ((text, other), (other, text)) if abroad or not apart else ():
            mine, theirs = self.notices.get(child.article.id), self.notices.get(source.article.id)
            if mine and (not theirs or mine.language == source.article.language):
                return child, source, reason("lineage", "translation_notice", words=mine.words)
        for child, source in ((text, other), (other, text)):
            if source.article.id in self._named.get(child.article.id, ()) or _names(child, source.article):
                return child, source, reason("lineage", "names_source", outlet=source.article.outlet)
        if apart:
            return text, other, reason("lineage", "earlier", date=other.article.published)
        if abroad:
            for child, source in ((text, other), (other, text)):
                if words := _leftover(child, source):
                    return child, source, reason("lineage", "leftover", words=words)
        return text, other, reason("lineage", "original_unknown")


def _likely(r: Rendering, length: float) -> bool:
    """Whether one of two texts renders the other, whichever it is; `length` is the one's words to the other's."""
    if r.matched < max(_SENTENCES, _MATCHED * r.anchored) or r.keys < _KEYS:
        return False
    if min(r.share, r.back) >= _LESSER and max(r.share, r.back) >= _FULLER:
        return True
    return (r.share >= _SHORT and length < _LENGTH) or (r.back >= _SHORT and length > 1 / _LENGTH)


def _names(text: Text, source: Article) -> bool:
    """Whether an article that was not analysed names the source's outlet."""
    outlet = source.outlet or ""
    if supported(text.article.language) or len(outlet) < 4 or outlet == text.article.outlet:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", text.article.text))


def _dated_apart(text: Article, other: Article) -> bool:
    """Whether the dates tell that the other was first: neither is a coarser form of the other."""
    a, b = text.published or "", other.published or ""
    return bool(a and b) and not a.startswith(b) and not b.startswith(a)


def _leftover(text: Text, source: Text) -> str | None:
    """Words in a row that stand in both texts and, by their small words, in the source's language."""
    theirs = [w.text for w in source.words]
    runs = {tuple(theirs[i : i + _LEFT]) for i in range(len(theirs) - _LEFT + 1)}
    foreign = not supported(source.article.language)
    for i in range(len(text.words) - _LEFT + 1):
        run = tuple(w.text for w in text.words[i : i + _LEFT])
        small = [w for w in run if w.islower() and w.isalpha()]
        if run in runs and small and all((w not in _small_words()) == foreign for w in small):
            return " ".join(run)
    return None


@cache
def _small_words() -> frozenset[str]:
    return frozenset(language("de").table("function_words")["words"])


def evidence(text: Text, found: Rendering) -> tuple[Span, ...]:
    """The sentences of a text whose anchors stand in one sentence of the source."""
    return text.spans([text.sentences[i] for i in found.sentences])


def told(text: Text, link: Translated) -> Iterable[str]:
    """Why a text is taken for a translation, or for another telling of what is called one."""
    r, there = link.rendering, link.source.article
    names = language("de").table("translations")["languages"]
    if there.language != text.article.language:
        called = names.get(there.language, there.language)
        yield reason("lineage", "rendered", same=r.matched, all=len(text.sentences), language=called)
        yield link.why
        return
    yield reason("lineage", "rerendered", same=r.matched, all=len(text.sentences))
    yield link.why
    if link.noticed:
        yield reason("lineage", "other_original")
    elif words := notice(there):
        yield reason("lineage", "notice_there", words=words.words)
