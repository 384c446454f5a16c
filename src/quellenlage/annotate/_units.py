"""Units after and before a number, and rates ("am Tag", "pro Quadratmeter")."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from quellenlage.language import Language

_NEAR = 24  # code points to either side of "Grad" in which a word tells a turn from warmth
_LONG = 4  # letters from which a unit is one in small letters too: "liter", but not "mark"


class Unit(NamedTuple):
    """A unit's place in the text, its code and the class of units that it can be compared with."""

    start: int
    end: int
    code: str
    group: str
    factor: float = 1


@dataclass(frozen=True, slots=True)
class Units:
    """The unit tables of a language, compiled."""

    codes: Mapping[str, tuple[str, str, float]]
    forms: re.Pattern[str]
    prefixes: re.Pattern[str]
    prefixed: Mapping[str, str]
    endings: re.Pattern[str]
    adjectives: Mapping[str, str]
    rates: re.Pattern[str]
    leading: re.Pattern[str]
    times: Mapping[str, str]
    joined: Mapping[str, str]
    parts: re.Pattern[str]
    steps: Mapping[tuple[str, str], int]
    compounds: re.Pattern[str]
    names: re.Pattern[str]
    ambiguous: Mapping[str, str]
    ambiguous_from: float
    degrees: frozenset[str]
    turning: re.Pattern[str]
    turn: str

    def after(self, text: str, place: int, limit: int) -> Unit | None:
        """The unit that stands right after `place`, with a blank, a hyphen or nothing between."""
        found = self.forms.match(text, place, limit)
        if not found:
            return None
        if found[1] in self.degrees and self.turning.search(
            text, max(0, place - _NEAR), min(limit, found.end() + _NEAR)
        ):
            return Unit(found.start(1), found.end(1), self.turn, "angle")
        return Unit(found.start(1), found.end(1), *self.codes[found[1]])

    def is_name(self, text: str, place: int) -> bool:
        """Whether the unit that ends at `place` is part of a fixed name: "Sieben-Tage-Inzidenz"."""
        return bool(self.names.match(text, place))

    def before(self, text: str, place: int) -> Unit | None:
        """The currency sign right before `place`."""
        found = self.prefixes.search(text, max(0, place - 6), place)
        return Unit(found.start(1), found.end(1), self.prefixed[found[1].upper()], "money") if found else None

    def ending(self, text: str, place: int, limit: int) -> Unit | None:
        """The unit in an adjective joined to the number: "köpfig", "-tägigen"."""
        found = self.endings.match(text, place, limit)
        return Unit(found.start(1), found.end(), self.adjectives[found[1].lower()], "duration") if found else None

    def group(self, code: str) -> str:
        """The class of a unit by its code."""
        return next((group for known, group, _ in self.codes.values() if known == code), "count")

    def compound(self, noun: str) -> str | None:
        """The unit of time that a compound noun ends in: "Verhandlungstagen" → day; None for "Feiertage"."""
        found = self.compounds.fullmatch(noun)
        return self.times.get(found[1].capitalize()) if found else None

    def rate(self, text: str, place: int, limit: int) -> tuple[int, str] | None:
        """The rate that follows within three words: its end and what it counts by (a unit of time, or the noun)."""
        found = self.rates.match(text, place, limit)
        if not found:
            return None
        by = found["noun"] or found["time"] or found["free"]
        return found.end(), self.times.get(by, by)

    def rate_before(self, text: str, start: int, place: int) -> str | None:
        """The unit of time that leads up to a figure at `place`: "täglich rund", "pro Tag etwa"."""
        found = self.leading.search(text, max(start, place - 40), place)
        return self.times.get((found["time"] or found["free"]).lower(), None) if found else None


@cache
def units(lang: Language) -> Units:
    """The compiled tables `units.toml` of the language."""
    table = lang.table("units")
    codes = {
        form: (code, group["class"], group.get("factor", 1))
        for group in table.values()
        if isinstance(group, dict) and "class" in group
        for code, forms in group.items()
        if code not in ("class", "factor")
        for form in forms
    }
    codes |= {form.lower(): entry for form, entry in codes.items() if len(form) > _LONG and form.isalpha()}
    rates, ends = table["rates"], table["compounds"]
    gap = r"[ \u00a0\u202f]?-?[ \u00a0\u202f]?"
    stem = "|".join(f"{re.escape(w)}(?:e[nrs]?|s)?" for w in rates["times"] if w not in rates["free"])
    rate = (
        rf"(?:[ \u00a0][^\W\d_]+){{0,4}}?[ \u00a0](?:(?:{any_of(rates['strict'])}) (?P<noun>[^\W\d_]+|m²)"
        rf"|(?:{any_of(rates['before'])}) (?P<time>{stem})(?!\w)|(?P<free>{any_of(rates['free'])})(?!\w))"
    )
    before = any_of((*rates["strict"], *rates["each"]))
    lead = (
        rf"(?<!\w)(?:(?:{before}) (?P<time>{stem})|(?P<free>{any_of(rates['free'])}))"
        r"(?:[ \u00a0][^\W\d_]+){0,3}[ \u00a0]$"
    )
    return Units(
        codes,
        re.compile(rf"{gap}({any_of(codes)})(?![\w²³])"),
        re.compile(rf"(?<![\w$])(?<!\d )({any_of(table['prefixed'])}) ?$", re.IGNORECASE),
        {k.upper(): v for k, v in table["prefixed"].items()},
        re.compile(rf"-?({any_of(table['adjectives'])})(?:e[nrsm]?)?(?!\w)"),
        table["adjectives"],
        re.compile(rate),
        re.compile(lead, re.IGNORECASE),
        {
            f(f"{w}{e}"): u
            for w, u in rates["times"].items()
            for e in ("", "e", "en", "es", "s")
            for f in (str, str.lower)
        },
        rates["joined"],
        re.compile(rf" (?:{any_of(table['parts']['and'])} )?"),
        {tuple(k.split()): v for k, v in table["parts"]["steps"].items()},
        re.compile(rf"(?!(?:{any_of(ends['not'])}))[A-ZÄÖÜ][a-zäöüß]+?({any_of(ends['ends'])})(?:e[ns]?|n|s)?"),
        re.compile(rf"-(?:{any_of(ends['names'])})"),
        {k: v for k, v in table["ambiguous"].items() if k != "from"},
        table["ambiguous"]["from"],
        frozenset(table["degrees"]["bare"]),
        re.compile(any_of(table["degrees"]["near"]), re.IGNORECASE),
        table["degrees"]["code"],
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
