"""All forms of a verb: those that ablaut gives, and the second ones that German allows beside them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import ablaut

from quellenlage.language.base import language

Kind = Literal["INF", "PP", "IZU", "IMP", "FIN"]
Mood = Literal["ind", "konj1", "konj2", "imp"]
Tense = Literal["pres", "past"]
Number = Literal["sing", "plur"]
Person = Literal[1, 2, 3]


class Form(NamedTuple):
    """A form as one word ("anruft", "anzurufen"); a finite one has mood, tense, number and person."""

    kind: Kind
    form: str
    mood: Mood | None = None
    tense: Tense | None = None
    number: Number | None = None
    person: Person | None = None


_NUMBERS: tuple[Number, ...] = ("sing", "plur")
_PEOPLE: tuple[Person, ...] = (1, 2, 3)
_PERSONS = [(number, person) for number in _NUMBERS for person in _PEOPLE]
_STRONG = ("", "st", "", "en", "t", "en")
_WEAK = ("te", "test", "te", "ten", "tet", "ten")
_KONJUNKTIV = ("e", "est", "e", "en", "et", "en")
_UMLAUT = str.maketrans("aou", "äöü")


def forms(infinitive: str) -> Iterator[Form]:
    """The verb's forms, indicative before Konjunktiv; none if it is no verb that can be conjugated."""
    try:
        verb = ablaut.conjugate(infinitive)
    except ValueError:
        return
    yield Form("INF", infinitive)
    yield Form("PP", verb.past_participle)
    yield from (Form("IMP", form.partition(" ")[0]) for form in verb.imperative if form)
    if " " not in verb.zu_infinitive:
        yield Form("IZU", verb.zu_infinitive)
    yield from _row("ind", "pres", [joined(f) for f in verb.present])
    yield from _row("ind", "past", [joined(f) for f in verb.preterite])
    yield from _second(infinitive)
    yield from _row("konj1", "pres", [joined(f) for f in verb.konjunktiv1])
    yield from _row("konj2", "past", [joined(f) for f in verb.konjunktiv2])


def joined(form: str) -> str:
    """ "rufe an" as it stands at the end of a clause: "anrufe"."""
    stem, _, particle = form.partition(" ")
    return particle + stem


def _row(mood: Mood, tense: Tense, row: list[str]) -> Iterator[Form]:
    for form, (number, person) in zip(row, _PERSONS, strict=True):
        yield Form("FIN", form, mood, tense, number, person)


def _second(infinitive: str) -> Iterator[Form]:
    """Forms beside the usual ones: "schuf" and "schaffte", "sandte" and "sendete", "handele" and "handle"."""
    for base, (stem, participle) in _variants().items():
        if infinitive.endswith(base):
            prefix = infinitive.removesuffix(base)
            weak = participle.endswith("t")
            endings = _WEAK if weak else _STRONG
            yield Form("PP", prefix + (participle.removeprefix("ge") if prefix in _inseparable() else participle))
            yield from _row("ind", "past", [prefix + stem + ending for ending in endings])
            if not weak:
                changed = stem.translate(_UMLAUT)
                yield from _row("konj2", "past", [prefix + changed + ending for ending in _KONJUNKTIV])
    if infinitive.endswith(("eln", "ern")):
        yield Form("FIN", infinitive[:-1] + "e", "ind", "pres", "sing", 1)
        yield Form("FIN", infinitive[:-1] + "e", "konj1", "pres", "sing", 3)


@cache
def _inseparable() -> frozenset[str]:
    return frozenset(language("de").table("verbal")["inseparable"])


@cache
def _variants() -> dict[str, tuple[str, str]]:
    """Infinitive to the stem of its second preterite and its second participle."""
    table: dict[str, list[str]] = language("de").table("verbal")["variants"]
    return {verb: (stem, participle) for verb, (stem, participle) in table.items()}
