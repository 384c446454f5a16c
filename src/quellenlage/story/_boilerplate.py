"""Sentences that an outlet prints day after day: offers, notices, templates. No article is about them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

from quellenlage.model import Article
from quellenlage.story._words import stretches

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_DAYS = 3  # days on which one outlet has the same sentence before it is furniture
_LEAST = 20  # characters of a sentence that is worth knowing again

Repeated = frozenset[tuple[str, int]]
"""Outlet and checksum of each sentence that it repeats."""


def repeated(articles: Iterable[Article]) -> Repeated:
    """What each named outlet prints on three days or more; nothing in a pile of one day or without dates."""
    days: dict[tuple[str, int], set[str]] = defaultdict(set)
    for a in articles:
        if a.outlet and a.published:
            for start, end in sentences(a):
                if end - start >= _LEAST:
                    days[a.outlet, checksum(a.text[start:end])].add(a.published[:10])
    return frozenset(key for key, on in days.items() if len(on) >= _DAYS)


def own_stretches(article: Article, roles: tuple[str, ...], known: Repeated) -> list[tuple[int, int]]:
    """The article's passages of these roles without the sentences that its outlet repeats."""
    if not article.outlet or not known:
        return stretches(article, roles)
    out: list[tuple[int, int]] = []
    for start, end in stretches(article, roles):
        for a, b in _within(article.text, start, end):
            if (article.outlet, checksum(article.text[a:b])) in known:
                continue
            if out and out[-1][1] == a:
                out[-1] = (out[-1][0], b)
            else:
                out.append((a, b))
    return out


def sentences(article: Article) -> Iterable[tuple[int, int]]:
    """Rough sentences of the article's text, furniture left out."""
    for start, end in stretches(article):
        yield from _within(article.text, start, end)


def _within(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    return (m.span() for m in _SENTENCE.finditer(text, start, end))


def checksum(sentence: str) -> int:
    """A number for a sentence's words, whatever their spacing."""
    return crc32(" ".join(sentence.split()).encode("utf-8", "surrogatepass"))
