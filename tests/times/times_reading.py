"""Reads the time expressions of a text as the pipeline does."""

from quellenlage.annotate.times import find_times
from quellenlage.language import language
from quellenlage.model import Article, Time
from quellenlage.resolve.dates import resolve_times


def read(text: str, published: str | None = "2025-11-05") -> tuple[Time, ...]:
    """The time expressions of a text of one body passage, with their values."""
    german = language("de")
    sentences = german.sentences(text, [(0, len(text), "body")])
    expressions = find_times(text, sentences, german)
    return resolve_times(expressions, Article("a", "a.txt", text, published=published), sentences, german)


def values(text: str, published: str | None = "2025-11-05") -> list[str | None]:
    """The values alone, in order."""
    return [t.value for t in read(text, published)]
