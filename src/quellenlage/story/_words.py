"""Words of an article as the cross-article steps compare them: stems, weights, and the stretches that count as text."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from quellenlage.language import language, supported
from quellenlage.model import Article

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*")
_STEM = 6  # letters: joins inflected forms and first parts of compounds
_PRIOR = 1000  # articles that the background table stands for beside the pile
_TEXT = ("title", "body", "caption")


class Word(NamedTuple):
    """A word or number with its place in the text."""

    start: int
    end: int
    text: str


def stretches(article: Article, roles: Sequence[str] = _TEXT) -> list[tuple[int, int]]:
    """The article's passages of these roles, as offsets into its text."""
    return [(p.start, p.end) for p in article.passages if p.role in roles]


def words(text: str, within: Iterable[tuple[int, int]]) -> list[Word]:
    """Words and numbers within the stretches, in order."""
    return [Word(m.start(), m.end(), m[0]) for start, end in within for m in _WORD.finditer(text, start, end)]


def forms(text: str, within: Iterable[tuple[int, int]] | None = None) -> list[str]:
    """Words and numbers within the stretches (all of the text without any), as they are written, in order."""
    if within is None:
        return _WORD.findall(text)
    return [form for start, end in within for form in _WORD.findall(text, start, end)]


def stem(word: str) -> str:
    """A word's first six letters in lower case; a number stays as it is written."""
    return word if word[0].isdigit() else word.lower()[:_STEM]


@cache
def background(code: str) -> Mapping[str, float]:
    """Share of articles that a stem occurs in, in a language at large; empty for a language without tables."""
    if not supported(code):
        return {}
    rows = language(code).table("background")["percent"]
    return {s: int(percent) / 100 for percent, stems in rows.items() for s in stems.split()}


class Weights:
    """Inverse document frequency of stems over a pile, steadied by the language at large.

    A pile on one story has its own words in every article; the background keeps them from losing all weight.
    """

    def __init__(self, pile: Counter[str], articles: int, code: str = "de", prior: int = _PRIOR) -> None:
        self._pile, self._articles, self._common, self._prior = pile, articles, background(code), prior
        self._known: dict[str, float] = {}

    def __call__(self, stem: str) -> float:
        """ln of how many articles there are for each one that has the stem; 0 at the least."""
        weight = self._known.get(stem)
        if weight is None:
            holders = self._prior * self._common.get(stem, 0.0) + self._pile[stem] + 0.5
            weight = self._known[stem] = max(0.0, math.log((self._prior + self._articles + 1) / holders))
        return weight
