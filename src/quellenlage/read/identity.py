"""Ids of articles: from the content, never from the place."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from quellenlage.model import Article, Hint
from quellenlage.read.language import language_of
from quellenlage.read.problem import Problem


class Known(NamedTuple):
    """What is declared beside an article's text, by a record or by a page's metadata."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None

    def over(self, other: "Known") -> "Known":
        """What is known here, and from `other` where nothing is."""
        return Known(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))

    def article(self, path: str, text: str, hints: tuple[Hint, ...] = ()) -> Article:
        """The article with this text, its id and its language."""
        name = article_id(text, url=self.url, outlet=self.outlet, title=self.title, published=self.published)
        language = self.language or language_of(text)
        return Article(name, path, text, self.url, self.outlet, self.title, self.published, language, hints)


def article_id(
    text: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> str:
    """ "a" and 12 hex digits of the SHA-256 of the text and of what was declared beside it.

    The path does not count: a file that moves keeps its id.
    """
    content = json.dumps([text, url, outlet, title, published], ensure_ascii=True, separators=(",", ":"))
    return "a" + sha256(content.encode("ascii")).hexdigest()[:12]


def distinct(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in order of path, each id once: exact duplicates get "-2", "-3" … in that order."""
    ordered = sorted(articles, key=lambda a: (a.path, a.id))
    return tuple(a for a in numbered(ordered) if isinstance(a, Article))


def numbered(found: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
    """The same, with ids that occur again told apart by a number, in the order given."""
    seen: Counter[str] = Counter()
    for item in found:
        if isinstance(item, Article):
            seen[item.id] += 1
            if seen[item.id] > 1:
                item = replace(item, id=f"{item.id}-{seen[item.id]}")
        yield item
