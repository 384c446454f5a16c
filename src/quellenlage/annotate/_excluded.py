"""Numbers that are no figures: years, clock times, ages, names with a number, rankings, exchange rates."""

import re
from dataclasses import dataclass
from functools import cache

from quellenlage.annotate._numbers import Number
from quellenlage.annotate._units import Unit, any_of
from quellenlage.language import Language

_SHORT = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ]{1,4}|[A-ZÄÖÜ][\w-]*-)\s$")
_BRACKETED = re.compile(r"\)|,\s|\.\s|,$")
_LETTER = re.compile(r"[^\W\d_]{2}")
_NAME = re.compile(r"\s[A-ZÄÖÜ][^\W\d_]+\s$")
_OPENED = re.compile(r"[„“\"»«‚‘'][A-ZÄÖÜ][\w-]*\s$")
_CLOSING = ("“", "”", '"', "«", "»", "‘", "’", "'")
_SMALL = 100  # a number from here on is hardly a name, a list's or a score's
_SUPERLATIVE = re.compile(r"\s[a-zäöüß]+(?:st|ßt)en?\s")


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The tables of `units.toml` that say what is no figure, compiled."""

    labels: re.Pattern[str]
    per_before: re.Pattern[str]
    years: tuple[int, int]
    year_before: re.Pattern[str]
    clock_after: re.Pattern[str]
    clock_before: re.Pattern[str]
    half_before: re.Pattern[str]
    article_before: re.Pattern[str]
    score_after: re.Pattern[str]
    age_after: re.Pattern[str]
    age_before: re.Pattern[str]
    age_ending: re.Pattern[str]
    age_ties: frozenset[str]
    ages_before: re.Pattern[str]
    oldest: int
    moment_after: re.Pattern[str]
    moment_before: re.Pattern[str]
    event_after: re.Pattern[str]
    within: re.Pattern[str]
    short: frozenset[str]

    def holds(self, text: str, number: Number, first: int, unit: Unit | None, limit: int) -> bool:
        """Whether the number, with the unit after it, is no figure by the words around it.

        `limit` ends its sentence.
        """
        start, end = number.start, unit.end if unit else number.end
        before = text[max(0, start - 24) : start]
        led = text[max(0, first - 24) : first]
        if number.kind == "share" and self.half_before.search(before):
            return True
        if (
            self.labels.search(before)
            or self.per_before.search(before)
            or self.age_ending.match(text, number.end, limit)
            or self._is_rate(text, start, end)
        ):
            return True
        if unit and unit.group == "duration":
            took = unit.code in self.short and self.within.match(text, first, start)
            pointed = "" if took else led
            aged = self._is_age(text, number, before, unit, limit)
            return aged or self._is_moment(text, pointed, unit, limit)
        return not unit and self._is_bare_name(text, number, before, limit)

    def is_loose(self, text: str, number: Number, first: int, start: int, end: int) -> bool:
        """Whether a number without unit and noun is no figure: "um drei", "die 7", "Kabel 1", the "1." of a list.

        `first` is where its qualifier starts, `start:end` its sentence.
        """
        before, after = text[max(start, first - 24) : first], text[number.end : end]
        if number.scale > 1 or number.kind != "number" or number.value >= _SMALL:
            return False
        if not _LETTER.search(after) and (not _LETTER.search(before) or before.rstrip().endswith(":")):
            return True
        if self.article_before.search(before) or self.score_after.match(after):
            return True
        if number.digits and (_NAME.search(before) or _closes_name(before, after)):
            return True
        if self.ages_before.search(before):
            return True
        return number.value <= 24 and bool(self.clock_before.search(before))

    def _is_rate(self, text: str, start: int, end: int) -> bool:
        """ "1 Dollar = 0,92 Euro"."""
        return text[end : end + 2].strip()[:1] == "=" or text[max(0, start - 3) : start].strip(" $€£")[-1:] == "="

    def _is_moment(self, text: str, led: str, unit: Unit, limit: int) -> bool:
        """A stretch of time that points to a moment ("zwei Minuten später", "vor drei Wochen"), unless it counts from
        an event to another ("elf Minuten nach dem Notruf").
        """
        if unit.code in self.short and self.event_after.match(text, unit.end, limit):
            return bool(self.moment_before.search(led))
        return bool(self.moment_after.match(text, unit.end, limit) or self.moment_before.search(led))

    def _is_age(self, text: str, number: Number, before: str, unit: Unit, limit: int) -> bool:
        """ "83 Jahre alt", "im Alter von 31 und 44 Jahren"; nobody is 3.000 years old."""
        if unit.code not in ("year", "month", "week") or (unit.code == "year" and number.value > self.oldest):
            return False
        led = self.age_before.search(before) or self.ages_before.search(before)
        return bool(self.age_after.match(text, unit.end, limit) or (unit.code == "year" and led))

    def _is_bare_name(self, text: str, number: Number, before: str, limit: int) -> bool:
        after = text[number.end : min(limit, number.end + 24)]
        if self.clock_after.match(after) or _SUPERLATIVE.match(after):
            return True
        if number.digits and _SHORT.search(before):
            return True
        if number.digits and number.scale == 1 and self._is_year(text, number, before):
            return True
        apposed = before[-1:] == "(" or before[-2:] == ", "
        return number.digits and apposed and number.value <= 120 and bool(_BRACKETED.match(after))

    def _is_year(self, text: str, number: Number, before: str) -> bool:
        low, high = self.years
        written = text[number.start : number.end]
        return (
            written.isdecimal()
            and len(written) == 4
            and low <= number.value <= high
            and bool(self.year_before.search(before))
        )


def _closes_name(before: str, after: str) -> bool:
    """Whether the number ends a name in quotation marks: „Fortuna 40“."""
    return after[:1] in _CLOSING and bool(_OPENED.search(before))


@cache
def exclusions(lang: Language) -> Exclusions:
    """The compiled tables of the language."""
    table = lang.table("units")
    ages, moments, clock = table["ages"], table["moments"], table["clock"]
    filler = r"(?:\sde[nr])?"
    return Exclusions(
        re.compile(rf"(?<!\w)(?:{any_of(table['labels']['words'])})[\s\u00a0]?$"),
        re.compile(rf"(?:(?<!\w)(?:{any_of(table['rates']['strict'])})\s|/)$"),
        (table["years"]["from"], table["years"]["to"]),
        re.compile(rf"(?:(?<!\w)(?:{any_of(table['years']['before'])})|[–/(,-])\s?$"),
        re.compile(rf"\s?(?:{any_of(clock['after'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{any_of(clock['before'])})\s$"),
        re.compile(rf"(?<!\w)(?:{any_of(table['loose']['halves'])})\s$"),
        re.compile(rf"(?<!\w)(?:{any_of(table['loose']['articles'])})\s$"),
        re.compile(rf"\s{table['loose']['score']}\s[^\W_]"),
        re.compile(rf"\s(?:{any_of(ages['after'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{any_of(ages['before'])})\s$"),
        re.compile(rf"-?{ages['ending']}", re.IGNORECASE),
        frozenset(ages["ties"]),
        re.compile(rf"(?<!\w)(?:{any_of(ages['strict'])})\s(?:\d+(?:,\s\d+)?\s(?:{any_of(ages['joints'])})\s)?$"),
        ages["oldest"],
        re.compile(rf"\s(?:{any_of(moments['after'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{any_of(moments['before'])}){filler}\s$", re.IGNORECASE),
        re.compile(
            rf"\s{moments['since']}\s(?:(?:{any_of(moments['articles'])})\s(?:[a-zäöüß]+\s)?)?"
            rf"(?!(?:{any_of(moments['hours'])})(?!\w))[A-ZÄÖÜ]"
        ),
        re.compile(rf"(?<!\w)(?:{any_of(moments['within'])})(?!\w)", re.IGNORECASE),
        frozenset(moments["short"]),
    )
