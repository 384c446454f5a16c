"""An article's text as lineage compares it: words outside and inside of quotation marks, shingles, sentences."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from zlib import crc32

from quellenlage.model import Analysis, Article, Span
from quellenlage.story._boilerplate import Repeated, own_stretches
from quellenlage.story._words import Word, stem, words

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

    def copied(self, source: frozenset[int]) -> list[tuple[int, int]]:
        """Runs of at least seven words that the source has too, as places [start, end); they don't overlap."""
        runs: list[tuple[int, int]] = []
        start = None
        for i, hit in enumerate([*(h in source for h in self.shingles), False]):
            if hit and start is None:
                start = i
            elif not hit and start is not None:
                end = i + SHINGLE - 1
                if end - start >= _RUN:
                    runs.append((max(start, runs[-1][1] if runs else 0), end))
                start = None
        return runs

    def marked(self, runs: Sequence[tuple[int, int]]) -> list[bool]:
        """For each word, whether it is in one of the runs."""
        on = [False] * len(self.words)
        for start, end in runs:
            on[start:end] = [True] * (end - start)
        return on

    def spans(self, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """The stretches of text that the runs are."""
        return tuple(Span(self.words[a].start, self.words[b - 1].end) for a, b in runs if a < b)


def text_of(analysis: Analysis, known: Repeated = frozenset()) -> Text:
    """The body of an article, or all of it where no body is marked, without repeated sentences."""
    article = analysis.article
    within = own_stretches(article, ("body",), known) or own_stretches(article, ("title", "body", "caption"), known)
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
