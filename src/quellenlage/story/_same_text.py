"""Which articles have one text, and which marks of two such articles are the same."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate

from quellenlage.model import Analysis, Article, Figure, Statement
from quellenlage.story._words import stretches

_LEAST = 150  # characters, blanks left out, below which a body is no text of its own and the title must be the same too
_PARAGRAPH = 80  # characters below which a paragraph is perhaps a heading or byline, which one paper prints and one not
_MOST = 0.75  # of the body that longer paragraphs must be to stand for it
_LINE = re.compile(r"[^\n]+")


def first_of_each_text(articles: Sequence[Article]) -> dict[str, str]:
    """Id of each copy → id of the article with the same text that can have been written first."""
    alike: dict[Hashable, list[Article]] = defaultdict(list)
    for a in articles:
        alike[_text(a)].append(a)
    first: dict[str, str] = {}
    for same in alike.values():
        stands, *copies = sorted(same, key=_written)
        first |= {a.id: stands.id for a in copies}
    return first


def _text(article: Article) -> Hashable:
    """What is equal for articles of one text: the body's paragraphs without blanks; of a short one all that is read.

    An article without readable text is like no other.
    """
    solid = "".join("".join(article.text[a:b].split()) for a, b in _paragraphs(article))
    if len(solid) >= _LEAST:
        return article.language, solid
    read = "".join("".join(article.text[a:b].split()) for a, b in stretches(article))
    return (article.language, "", read) if read else article.id


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    """The body's paragraphs without short ones; if these are much of it, as in an interview, without the outer ones."""
    body = stretches(article, ("body",))
    lines = [m.span() for start, end in body for m in _LINE.finditer(article.text, start, end)]
    long = [(a, b) for a, b in lines if b - a >= _PARAGRAPH]
    inner = [s for s in lines if long and long[0] <= s <= long[-1]]
    return next((found for found in (long, inner) if _total(found) >= _MOST * _total(lines)), [])


def _total(found: Iterable[tuple[int, int]]) -> int:
    return sum(b - a for a, b in found)


def _written(article: Article) -> tuple[str, bool, str, str]:
    """Sort key: what can have been written first. A day without hour counts as its end, a month likewise."""
    return (article.published or "9999") + "~", not article.agencies, article.path, article.id


def same_marks(analysis: Analysis, first: Analysis) -> dict[str, str]:
    """Id of each statement and figure of an article → id of the same one in the first article of its text.

    The same one stands at the same place or, outside of the paragraphs that are compared, in the same words.
    """
    here, there = _Places(analysis.article), _Places(first.article)
    twins = _paired(
        ((_statement(s, here), s.id) for s in analysis.statements),
        ((_statement(s, there), s.id) for s in first.statements),
    )
    return twins | _paired(
        ((_figure(f, here), f.id) for f in analysis.figures), ((_figure(f, there), f.id) for f in first.figures)
    )


def _paired(marks: Iterable[tuple[Hashable, str]], others: Iterable[tuple[Hashable, str]]) -> dict[str, str]:
    """Ids of marks → ids of the others with an equal key, each once, in order."""
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for key, other in others:
        waiting[key].append(other)
    rest = {key: iter(ids) for key, ids in waiting.items()}
    found = ((mark, next(rest.get(key, iter(())), None)) for key, mark in marks)
    return {mark: other for mark, other in found if other is not None}


class _Places:
    """Places in the paragraphs that are an article's text, counted in characters that are no blanks."""

    def __init__(self, article: Article) -> None:
        self._stretches = _paragraphs(article)
        self._starts = [a for a, _ in self._stretches]
        solid = list(accumulate((not c.isspace() for c in article.text), initial=0))
        lengths = (solid[b] - solid[a] for a, b in self._stretches)
        self._before = list(accumulate(lengths, initial=0))
        self._solid = solid

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch stands among the paragraphs, None if it isn't within one of them."""
        k = bisect_right(self._starts, start) - 1
        if k < 0 or end > self._stretches[k][1]:
            return None
        shift = self._before[k] - self._solid[self._starts[k]]
        return self._solid[start] + shift, self._solid[end] + shift


def _statement(s: Statement, places: _Places) -> Hashable:
    found = [places.of(*span) for span in s.quote]
    return ("body", *found) if found and None not in found else ("beside", s.quote_text, s.speaker_text)


def _figure(f: Figure, places: _Places) -> Hashable:
    return places.of(f.start, f.end) or ("beside", f.text, f.low, f.high, f.unit)
