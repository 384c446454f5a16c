"""An article's text as lineage compares it: words outside and inside of quotation marks, shingles, sentences."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from zlib import crc32

from quellenlage.model import Analysis, Article, Span
from quellenlage.story._words import Word, stem, stretches, words

SHINGLE = 5  # words: shorter runs recur in news by chance
_RUN = 7  # words of an unbroken run that counts as copied
_QUOTED = re.compile(r"[„“\"»«‚‘][^„“”\"»«\n]{3,600}[“”\"«»‘]")
_END = re.compile(r"[.!?:][“”\"«»]?\s+(?=[^a-zäöü\s])|\n")


@dataclass(frozen=True)
class Text:
    """The body of one article, cut for comparison. Places are indices into `words`."""

    article: Article
    words: Sequence[Word]
    quoted: Sequence[bool]
    sentences: Sequence[tuple[int, int]]

    @cached_property
    def shingles(self) -> list[int]:
        """A checksum of each run of `SHINGLE` words, by its first word; 32 bits are ample within a story."""
        forms = [w.text.lower().encode("utf-8", "surrogatepass") for w in self.words]
        return [crc32(b" ".join(forms[i : i + SHINGLE])) for i in range(len(forms) - SHINGLE + 1)]

    @cached_property
    def own(self) -> int:
        """How many words stand outside of quotation marks."""
        return len(self.words) - sum(self.quoted)

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """The stems of each sentence."""
        return [frozenset(stem(w.text) for w in self.words[a:b]) for a, b in self.sentences]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all sentences."""
        return frozenset().union(*self.stems)

    def copied(self, source: frozenset[int]) -> list[bool]:
        """For each word, whether it stands in a run of at least seven that the source has too."""
        hits = [h in source for h in self.shingles]
        marked = [False] * len(self.words)
        start = None
        for i, hit in enumerate([*hits, False]):
            if hit and start is None:
                start = i
            elif not hit and start is not None:
                end = i + SHINGLE - 1
                if end - start >= _RUN:
                    marked[start:end] = [True] * (end - start)
                start = None
        return marked

    def spans(self, marked: Sequence[bool]) -> tuple[Span, ...]:
        """The stretches of text that the marked words make up."""
        out: list[Span] = []
        for i, on in enumerate(marked):
            if not on:
                continue
            if i and marked[i - 1]:
                out[-1] = Span(out[-1].start, self.words[i].end)
            else:
                out.append(Span(self.words[i].start, self.words[i].end))
        return tuple(out)


def text_of(analysis: Analysis) -> Text:
    """The body of an article, or all of it that is not furniture where no body is marked."""
    article = analysis.article
    within = stretches(article, ("body",)) or stretches(article)
    found = words(article.text, within)
    starts = [w.start for w in found]
    quoted = [False] * len(found)
    for start, end in within:
        for m in _QUOTED.finditer(article.text, start, end):
            a, b = bisect_left(starts, m.start()), bisect_left(starts, m.end())
            quoted[a:b] = [True] * (b - a)
    return Text(article, found, quoted, _sentences(article.text, within, starts))


def _sentences(text: str, within: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[tuple[int, int]]:
    cuts = sorted(
        {e for start, end in within for e in (start, *(m.end() for m in _END.finditer(text, start, end)), end)}
    )
    places = [bisect_left(starts, c) for c in cuts]
    return [(a, b) for a, b in pairwise(places) if b - a >= 3]
