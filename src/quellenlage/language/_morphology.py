"""What a verb's form tells: mood, tense, number and person."""

from functools import lru_cache
from typing import Literal, NamedTuple

import ablaut

Mood = Literal["ind", "konj1", "konj2", "imp"]
Tense = Literal["pres", "past"]
Number = Literal["sing", "plur"]
Person = Literal[1, 2, 3]


class Features(NamedTuple):
    """The features that hold for a form, None where the form doesn't tell."""

    mood: Mood | None = None
    tense: Tense | None = None
    number: Number | None = None
    person: Person | None = None


NOTHING = Features()
_NUMBERS: tuple[Number, ...] = ("sing", "plur")
_PEOPLE: tuple[Person, ...] = (1, 2, 3)
_PERSONS = [(number, person) for number in _NUMBERS for person in _PEOPLE]


@lru_cache(maxsize=20_000)
def _paradigm(infinitive: str) -> dict[str, list[Features]]:
    """Every finite form of a verb with what it may be."""
    forms: dict[str, list[Features]] = {}
    try:
        verb = ablaut.conjugate(infinitive)
        rows: tuple[tuple[Mood, Tense, list[str]], ...] = (
            ("ind", "pres", verb.present),
            ("ind", "past", verb.preterite),
            ("konj1", "pres", verb.konjunktiv1),
            ("konj2", "past", verb.konjunktiv2),
        )
    except ValueError:
        return forms
    for mood, tense, row in rows:
        for form, (number, person) in zip(row, _PERSONS, strict=True):
            if form:
                forms.setdefault(form, []).append(Features(mood, tense, number, person))
    return forms


@lru_cache(maxsize=50_000)
def readings(form: str, infinitive: str) -> tuple[Features, ...]:
    """What this finite form of this verb may be, in the order indicative, Konjunktiv I, Konjunktiv II."""
    return tuple(_paradigm(infinitive).get(form.lower(), ()))


def features(form: str, infinitive: str, tag: str) -> Features:
    """The features that all third-person readings share; a form that may be indicative is indicative."""
    if tag.endswith("IMP"):
        return Features("imp", None, None, 2)
    found = readings(form, infinitive)
    found = tuple(f for f in found if f.person == 3) or found
    if not found:
        return NOTHING
    mood = found[0].mood
    same = [f for f in found if f.mood == mood]
    return Features(
        mood,
        found[0].tense if len({f.tense for f in same}) == 1 else None,
        found[0].number if len({f.number for f in same}) == 1 else None,
        found[0].person if len({f.person for f in same}) == 1 else None,
    )
