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
IMPERATIVE = Features("imp", None, None, 2)
_NUMBERS: tuple[Number, ...] = ("sing", "plur")
_PEOPLE: tuple[Person, ...] = (1, 2, 3)
_PERSONS = [(number, person) for number in _NUMBERS for person in _PEOPLE]


@lru_cache(maxsize=20_000)
def _paradigm(infinitive: str) -> dict[str, tuple[Features, ...]]:
    """Every finite form of a verb as one word ("rufe", "anrufe") with what it may be, indicative first."""
    forms: dict[str, tuple[Features, ...]] = {}
    try:
        verb = ablaut.conjugate(infinitive)
    except ValueError:
        return forms
    rows: tuple[tuple[Mood, Tense, list[str]], ...] = (
        ("ind", "pres", verb.present),
        ("ind", "past", verb.preterite),
        ("konj1", "pres", verb.konjunktiv1),
        ("konj2", "past", verb.konjunktiv2),
    )
    for mood, tense, row in rows:
        for form, (number, person) in zip(row, _PERSONS, strict=True):
            stem, _, particle = form.partition(" ")
            reading = Features(mood, tense, number, person)
            forms[particle + stem] = (*forms.get(particle + stem, ()), reading)
    for form, found in forms.items():
        if found[0].mood == "konj2" and _is_regular(form, infinitive):  # "wendete" beside "wandte"
            forms[form] = (*(f._replace(mood="ind") for f in found), *found)
    return forms


def _is_regular(form: str, infinitive: str) -> bool:
    """Whether the form is the infinitive's stem, without an umlaut, and -te, -tet, -ten or the like."""
    stem = infinitive.removesuffix("en")
    return form.startswith(stem) and form[len(stem) :].lstrip("e").startswith("te") and not set("äöü") & set(stem)


@lru_cache(maxsize=50_000)
def readings(form: str, infinitive: str) -> tuple[Features, ...]:
    """What this finite form of this verb may be, in the order indicative, Konjunktiv I, Konjunktiv II.

    >>> [(r.mood, r.number, r.person) for r in readings("habe", "haben")]
    [('ind', 'sing', 1), ('konj1', 'sing', 1), ('konj1', 'sing', 3)]
    """
    low = form.lower()
    paradigm = _paradigm(infinitive)
    return paradigm.get(low) or paradigm.get(low.replace("ß", "ss")) or ()


def hypothetical(form: str, infinitive: str) -> Features | None:
    """The form's reading as Konjunktiv II in the third person, None if it has none."""
    return next((f for f in readings(form, infinitive) if f.mood == "konj2" and f.person == 3), None)


@lru_cache(maxsize=100_000)
def features(form: str, infinitive: str, person: Person | None = None) -> Features:
    """The features of a finite form. `person` is what its subject is known to be; without one the third is meant.

    A form that may be indicative is indicative.

    >>> features("habe", "haben").mood, features("habe", "haben", 1).mood, features("gingen", "gehen").mood
    ('konj1', 'ind', 'ind')
    """
    found = readings(form, infinitive)
    fitting = tuple(f for f in found if f.person == (person or 3)) or found
    if not fitting:
        return NOTHING
    mood = fitting[0].mood
    same = [f for f in fitting if f.mood == mood]
    return Features(
        mood,
        same[0].tense if len({f.tense for f in same}) == 1 else None,
        same[0].number if len({f.number for f in same}) == 1 else None,
        same[0].person if len({f.person for f in same}) == 1 else None,
    )
