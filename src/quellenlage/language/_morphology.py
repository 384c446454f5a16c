"""What a verb's form tells: mood, tense, number and person."""

from functools import lru_cache
from typing import NamedTuple

from quellenlage.language import _paradigm
from quellenlage.language._paradigm import Mood, Number, Person, Tense


class Features(NamedTuple):
    """The features that hold for a form, None where the form doesn't tell."""

    mood: Mood | None = None
    tense: Tense | None = None
    number: Number | None = None
    person: Person | None = None


NOTHING = Features()
IMPERATIVE = Features("imp", None, None, 2)


@lru_cache(maxsize=1_000)  # 10 kB a verb
def _readings(infinitive: str) -> dict[str, tuple[Features, ...]]:
    """Every finite form of a verb as one word ("rufe", "anrufe") with what it may be, indicative first."""
    forms: dict[str, tuple[Features, ...]] = {}
    for kind, form, mood, tense, number, person in _paradigm.forms(infinitive):
        if kind == "FIN":
            forms[form] = (*forms.get(form, ()), Features(mood, tense, number, person))
    return forms


@lru_cache(maxsize=20_000)
def readings(form: str, infinitive: str) -> tuple[Features, ...]:
    """What this finite form of this verb may be, in the order indicative, Konjunktiv I, Konjunktiv II.

    >>> [(r.mood, r.number, r.person) for r in readings("habe", "haben")]
    [('ind', 'sing', 1), ('konj1', 'sing', 1), ('konj1', 'sing', 3)]
    """
    low = form.lower()
    paradigm = _readings(infinitive)
    return paradigm.get(low) or paradigm.get(low.replace("ß", "ss")) or ()


def hypothetical(form: str, infinitive: str) -> Features | None:
    """The form's reading as Konjunktiv II in the third person, None if it has none."""
    return next((f for f in readings(form, infinitive) if f.mood == "konj2" and f.person == 3), None)


@lru_cache(maxsize=20_000)
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
