"""Which statement a denial denies: another side's, by content where it has any, else the nearest."""

from collections.abc import Mapping, Sequence

from quellenlage.language import language
from quellenlage.story._similarity import Said, alike

_BEFORE, _FADE, _BACK = 0.35, 0.05, 5  # for the statement just before, less a step, five at most
_AFTER = 0.12  # for the next two: a denial in the lead
_HOLLOW = 0.2  # what content may add where the denial has none of its own
_RUMOUR = 0.08  # hearsay and anonymous claims are what is denied
_LEAST = 0.3


def attach(said: Sequence[Said], outlets: frozenset[str]) -> Mapping[int, int]:
    """Place of each denial → place of the statement that it denies; those that find none are left out."""
    targets: dict[int, int] = {}
    for denial in said:
        if denial.statement.stance == "denies":
            target = _carried_on(denial, said, targets)
            if target is None:
                target = _target(denial, said, outlets)
            if target is not None:
                targets[denial.place] = target
    return targets


def _carried_on(denial: Said, said: Sequence[Said], targets: Mapping[int, int]) -> int | None:
    """The target of a denial just before by the same side."""
    if not denial.place:
        return None
    before = said[denial.place - 1]
    if before.article == denial.article and before.statement.stance == "denies" and same_side(before, denial):
        return targets.get(before.place)
    return None


def same_side(a: Said, b: Said) -> bool:
    """Whether two statements are by one person, or by people of one organisation."""
    return bool(a.sides & b.sides) or (a.speaker is not None and a.speaker == b.speaker)


def _target(denial: Said, said: Sequence[Said], outlets: frozenset[str]) -> int | None:
    best, top = None, _LEAST
    empty = hollow(denial)
    for other in said:
        if other.statement.stance != "asserts" or (same_side(denial, other) and other.speaker not in outlets):
            continue
        like = alike(denial, other)
        if empty:
            like = min(like, _HOLLOW)
        score = like + _nearness(denial, other) + _RUMOUR * rumour(other)
        if score > top:
            best, top = other.place, score
    return best


def _nearness(denial: Said, other: Said) -> float:
    if denial.article != other.article:
        return 0.0
    steps = denial.place - other.place
    if 0 < steps <= _BACK:
        return _BEFORE - _FADE * (steps - 1)
    return _AFTER if -2 <= steps < 0 else 0.0


def rumour(said: Said) -> bool:
    """Whether it is hearsay: soll, hedged, or of someone unnamed."""
    s = said.statement
    return s.type == "free_indirect" or s.certainty == "hedged" or s.speaker is None


def hollow(said: Said) -> bool:
    """Whether a denial has no content beyond that something is wrong."""
    empty = _empty()
    own = [s for s in said.bag if s not in empty and s not in said.name]
    return len(own) <= 2


def _empty() -> frozenset[str]:
    return frozenset(language("de").table("story")["denial"]["empty"].split())
