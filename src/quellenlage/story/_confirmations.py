"""Statements that go with another's: a confirmation with what it confirms, an insider's words with the rumour before.

A confirmation confirms what another said just before, or what it repeats in its own words.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from quellenlage.language import language
from quellenlage.story._similarity import Said, content
from quellenlage.story._words import forms

_BEFORE, _FADE, _BACK = 0.3, 0.1, 3  # for the statement just before, less a step, three at most
_LEAST = 0.3
_SHORT = 9  # words within which "bestätigte das" holds nothing else
_START = 80  # characters within which an answer confirms


def confirmed(
    said: Sequence[Said], groups: Sequence[list[Said]], near: Mapping[int, Sequence[int]]
) -> list[list[Said]]:
    """The groups; what stood alone and confirms a statement, or is offered for it, is in the group of that one.

    `near` gives for each statement the places of those that share content with it. A confirmation is never put to
    what its own side said, nor to a denial.
    """
    group_of = {s.place: k for k, g in enumerate(groups) for s in g}
    joined: dict[int, int] = {}
    for s in said:
        k = group_of[s.place]
        if all(o is s or _within(o, s) for o in groups[k]):
            found = _offered_for(s, said) if s.unnamed else None
            if found is None and confirms(s):
                found = _confirmed_by(s, said, near.get(s.place, ()))
            if found is not None and group_of[found] != k and group_of[found] not in joined:
                joined[k] = group_of[found]
    kept = {k: list(g) for k, g in enumerate(groups) if k not in joined}
    for k, into in sorted(joined.items()):
        while into in joined:
            into = joined[into]
        kept[into] += groups[k]
    return list(kept.values())


def _confirmed_by(s: Said, said: Sequence[Said], near: Sequence[int]) -> int | None:
    """The place of what a confirmation confirms, None if nothing fits well enough."""
    scores = {p: _score(s, said[p]) for p in sorted({*range(max(0, s.place - _BACK), s.place), *near})}
    best = max(scores, key=lambda p: (scores[p], -p), default=None)
    return best if best is not None and scores[best] >= _LEAST else None


def _offered_for(s: Said, said: Sequence[Said]) -> int | None:
    """The place of the rumour right before an unnamed source's own words, which the article offers for it."""
    before = said[s.place - 1] if s.place else s
    if before is s or before.article != s.article or s.statement.type != "direct":
        return None
    if {s.statement.stance, before.statement.stance} != {"asserts"}:
        return None
    wording = (before.statement.speaker_text or "").casefold()
    own = wording.endswith(tuple(language("de").table("story")["source"]["findings"].split()))
    return before.place if own or (before.statement.type == "free_indirect" and not wording) else None


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
    if len(_words(s.text)) <= _SHORT and not _acts().isdisjoint(held) and not _pronouns().isdisjoint(held):
        return True
    named = any(w in _objects() and after not in _about() for w, after in zip(held, [*held[1:], ""], strict=False))
    return named and not _acts().isdisjoint(held)


def _words(text: str) -> list[str]:
    return [w.casefold() for w in forms(text)]


@cache
def _acts() -> frozenset[str]:
    return frozenset(language("de").table("story")["confirmation"]["acts"].split())


@cache
def _objects() -> frozenset[str]:
    return frozenset(language("de").table("story")["confirmation"]["objects"].split())


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(language("de").table("story")["confirmation"]["pronouns"].split())


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
