"""Which story an article in another language belongs to: words differ, names and numbers don't."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from quellenlage.model import Article
from quellenlage.story._anchors import anchors, name_key, number_key, terms
from quellenlage.story._words import Word, background, stem, stretches, words

Days = tuple[int, int]

_LEAD = 5_000  # characters of an article that are looked at: a live blog names everybody
_BEST = 3  # likest articles of a story whose shares are added up
_KEYS = 14  # weightiest anchors of an article that look for candidates
_NEAR = 16  # holders of a key before and after that become candidates
_PRIOR = 1000  # articles that the background stands for beside the stories
_RARE = 2.5  # weight of an anchor from which it counts as the story's own
_OWN = 4  # such anchors that an article must share
_SHARE, _AHEAD = 0.4, 1.25  # share of its anchors' weight in one article; how far the next story must lag behind
_HALF_LIFE = 14.0  # days that halve the share


def small_words(articles: Sequence[Article]) -> frozenset[str]:
    """All words that some of the articles write in small letters: with a capital they open a sentence."""
    return frozenset(w for a in articles for s, e in stretches(a) for w in a.text[s:e].split() if w.islower())


def proper_words(article: Article, small: AbstractSet[str]) -> list[Word]:
    """The words of an article with a capital that its language doesn't write in small letters."""
    found = (w for w in words(article.text, stretches(article)) if w.text[0].isupper() and len(w.text) > 1)
    return [w for w in found if w.text.lower() not in small]


class Settled:
    """The articles that have a story, by those anchors that some articles in another language have too."""

    def __init__(self, articles: Sequence[Article], story: Mapping[int, int], wanted: AbstractSet[str]) -> None:
        self._story = story
        self._keys, self._common = _keys([(i, articles[i]) for i in story], wanted)
        self._days = {i: day_of(articles[i]) for i in story}
        self._holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
        told: dict[str, set[int]] = defaultdict(set)
        for i, keys in self._keys.items():
            for k in keys:
                self._holders[k].append(((self._days[i] or (0, 0))[0], i))
                told[k].add(story[i])
        self._stories, self._told = len(set(story.values())), {k: len(of) for k, of in told.items()}
        for of in self._holders.values():
            of.sort()

    def weigh(self, key: str) -> float:
        """How rare an anchor is among the stories and in the language at large: a story is its own names' only one."""
        holders = _PRIOR * self._common.get(key, 0.0) + self._told.get(key, 0) + 1.5
        return max(0.0, math.log((_PRIOR + self._stories + 1) / holders))

    def home(self, stranger: "Stranger") -> int | None:
        """The story that an article in another language belongs to, None if its anchors leave it open."""
        weights = {k: self.weigh(k) for k in stranger.able}
        likes: dict[int, list[float]] = defaultdict(list)
        for i in self._near(weights, stranger.day):
            likes[self._story[i]].append(self._like(i, stranger, weights))
        marks = {home: math.fsum(sorted(of)[-_BEST:]) for home, of in likes.items() if max(of) >= _SHARE}
        best = sorted(marks, key=lambda h: (-marks[h], h))[:2]
        if not best or (len(best) > 1 and marks[best[0]] < _AHEAD * marks[best[1]]):
            return None
        return best[0]

    def _like(self, i: int, stranger: "Stranger", weights: Mapping[str, float]) -> float:
        """Share of a stranger's anchors in an article, damped by the days between; 0 where few of them are rare."""
        shared = sorted(stranger.able & self._keys[i])
        if sum(weights[k] >= _RARE for k in shared) < _OWN:
            return 0.0
        got = math.fsum(weights[k] for k in shared)
        missed = math.fsum(weights[k] for k in sorted(stranger.sure - self._keys[i]))
        return got / (got + missed) * math.pow(0.5, days_between(stranger.day, self._days[i]) / _HALF_LIFE)

    def _near(self, weights: Mapping[str, float], day: Days | None) -> list[int]:
        """Articles that hold one of the weightiest anchors, of many the nearest in time."""
        found: set[int] = set()
        for k in sorted((k for k in weights if k in self._holders), key=lambda k: (-weights[k], k))[:_KEYS]:
            of = self._holders[k]
            at = bisect_left(of, ((day or (0, 0))[0], -1))
            found.update(i for _, i in of[max(0, at - _NEAR) : at + _NEAR])
        return sorted(found)


class Stranger(NamedTuple):
    """An article in another language than most: all its anchors, and those that a report on the same should have."""

    able: frozenset[str]
    sure: frozenset[str]
    day: Days | None


def stranger(article: Article, small: AbstractSet[str]) -> Stranger:
    """The anchors of an article that can tell its story: no days of the week, no single digits, no small words."""
    found = words(article.text, opening(stretches(article), _LEAD))
    able, sure = set(), set()
    for a in anchors(article.text, found, article.language):
        common = a.kind in ("name", "first") and found[a.place].text.lower() in small
        if a.kind == "word" or common or a.key.startswith("@d") or len(a.key) < 3:
            continue
        able.add(a.key)
        if a.kind == "name":
            sure.add(a.key)
    return Stranger(frozenset(able), frozenset(sure), day_of(article))


def opening(within: Iterable[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """The first `most` characters of the stretches."""
    out, left = [], most
    for start, end in within:
        if left > 0:
            out.append((start, min(end, start + left)))
            left -= end - start
    return out


def _keys(
    articles: Sequence[tuple[int, Article]], wanted: AbstractSet[str]
) -> tuple[dict[int, frozenset[str]], dict[str, float]]:
    """Of each article the anchors that are wanted, and how common each is in the language at large."""
    keys: dict[int, frozenset[str]] = {}
    common: dict[str, float] = {}
    for i, a in articles:
        usual, mine = background(a.language), set()
        for form, key in _forms(a):
            if key in wanted:
                mine.add(key)
                common[key] = max(common.get(key, 0.0), usual.get(stem(form), 0.0))
        keys[i] = frozenset(mine)
    return keys, common


def _forms(article: Article) -> Iterable[tuple[str, str]]:
    """The different numbers and words with a capital in an article's beginning, with their keys."""
    table = terms(article.language)
    for form in {w.text for w in words(article.text, opening(stretches(article), _LEAD))}:
        if form[0].isdigit():
            yield form, number_key(form)
        elif form[0].isupper():
            yield form, table.get(form) or name_key(form)


def day_of(article: Article) -> Days | None:
    """First and last day that the article's date allows, as ordinals; None where it has none."""
    published = article.published or ""
    try:
        if len(published) == 7:
            first = date.fromisoformat(f"{published}-01").toordinal()
            return first, first + 30
        day = date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
    return day, day


def days_between(a: Days | None, b: Days | None) -> int:
    """Days between two spans of days; 0 where one is unknown."""
    return max(0, a[0] - b[1], b[0] - a[1]) if a and b else 0
