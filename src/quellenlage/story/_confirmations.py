"""Which claim a confirmation confirms: what another said just before, or what it repeats in its own words."""

from collections.abc import Mapping, Sequence
from functools import cache

from quellenlage.language import language
from quellenlage.story._similarity import Said, content
from quellenlage.story._words import words

_BEFORE, _FADE, _BACK = 0.3, 0.1, 3  # for the statement just before, less a step, three at most
_LEAST = 0.3
_START = 80  # characters within which an answer confirms


def confirmed(
    said: Sequence[Said], groups: Sequence[list[Said]], near: Mapping[int, Sequence[int]]
) -> list[list[Said]]:
    """The groups, with each confirmation that stood alone in the group of what it confirms.

    `near` gives for each statement the places of those that share content with it. A confirmation is never put to
    what its own side said, nor to a denial.
    """
    group_of = {s.place: k for k, g in enumerate(groups) for s in g}
    joined: dict[int, int] = {}
    for s in said:
        k = group_of[s.place]
        if not confirms(s) or any(o is not s and not _within(o, s) for o in groups[k]):
            continue
        places = sorted({*range(max(0, s.place - _BACK), s.place), *near.get(s.place, ())})
        scores = {p: _score(s, said[p]) for p in places if group_of[p] != k and group_of[p] not in joined}
        best = max(scores, key=lambda p: (scores[p], -p), default=None)
        if best is not None and scores[best] > _LEAST:
            joined[k] = group_of[best]
    kept = {k: list(g) for k, g in enumerate(groups) if k not in joined}
    for k, into in sorted(joined.items()):
        while into in joined:
            into = joined[into]
        kept[into] += groups[k]
    return list(kept.values())


def confirms(s: Said) -> bool:
    """Whether a statement says that something another said is so."""
    if s.statement.stance != "asserts" or s.negated:
        return False
    spoken = [*_words(s.statement.cue or ""), *_words(s.text[:_START])]
    return not _acts().isdisjoint(spoken) or points_back(s)


def points_back(s: Said) -> bool:
    """Whether a confirmation names what it confirms by a word for it alone ("die Darstellung"), or is an answer."""
    held = _words(s.text[:_START])
    start = " ".join(held)
    if any(p in start for p in language("de").table("story")["confirmation"]["phrases"]):
        return True
    named = any(w in _objects() and after not in _about() for w, after in zip(held, [*held[1:], ""], strict=False))
    return named and not _acts().isdisjoint(held)


def _words(text: str) -> list[str]:
    return [w.text.casefold() for w in words(text, [(0, len(text))])]


@cache
def _acts() -> frozenset[str]:
    return frozenset(language("de").table("story")["confirmation"]["acts"].split())


@cache
def _objects() -> frozenset[str]:
    return frozenset(language("de").table("story")["confirmation"]["objects"].split())


@cache
def _about() -> frozenset[str]:
    return frozenset(language("de").table("story")["denial"]["about"].split())


def _within(other: Said, s: Said) -> bool:
    return other.article == s.article and abs(other.place - s.place) < _BACK


def _score(s: Said, other: Said) -> float:
    if other.statement.stance != "asserts" or (other.speaker is not None and other.speaker == s.speaker):
        return 0.0
    near = 0.0
    if points_back(s) and other.article == s.article and 0 < s.place - other.place <= _BACK:
        near = _BEFORE - _FADE * (s.place - other.place - 1)
    like = content(s, other)
    return like + near
