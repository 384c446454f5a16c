"""Dates as the head of an article writes them. Only what stands there: no day is guessed, none made more precise."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from quellenlage.clean._phrases import words
from quellenlage.language import Language

_NAMES = re.compile(r"[A-ZÄÖÜ][\w.’'-]*(?:(?:,? | und )[A-ZÄÖÜ][\w.’'-]*){1,8}")
"""Authors' names that may stand beside the date, whatever their number."""


class Dated(NamedTuple):
    """A date found in a line: its place, its ISO value ("2024-10-24T12:04", "2024-10-24", "2024-10")."""

    start: int
    end: int
    value: str


class DateReader:
    """Finds dates in lines, with one language's names of months and days."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("masthead")["date"]
        self._months = {m: i for i, m in enumerate(table["months"], 1)} | dict(table["short"])
        self._beside = frozenset(table["beside"]) | frozenset(table["weekdays"]) | frozenset(self._months)
        self.changed: tuple[str, ...] = tuple(table["changed"])
        self.openers: tuple[str, ...] = tuple(table["published"])
        self._pattern = _pattern(self._months, table)

    def find(self, text: str) -> list[Dated]:
        """The dates in a line, each with the time of day that stands behind it. Linear."""
        found = ((m, self._value(m)) for m in self._pattern.finditer(text))
        return [Dated(m.start(), m.end(), value) for m, value in found if value]

    def is_dateline(self, text: str) -> bool:
        """Whether a line is only there for its date: at most four words beside it that no date has, or names."""
        if len(text) > 160 or not (dates := self.find(text)):
            return False
        rest = text
        for found in reversed(dates):
            rest = rest[: found.start] + " " + rest[found.end :]
        others = [w for w in words(rest) if w not in self._beside and not w[0].isdigit()]
        return len(others) <= 4 or (len(others) <= 8 and _NAMES.fullmatch(rest.strip(" ,|·•/-–—")) is not None)

    def _value(self, match: re.Match[str]) -> str | None:
        part = {key: _first(match, key) for key in ("year", "month", "name", "day")}
        number = int(part["month"] or 0) or self._months[(part["name"] or "").lower()]
        year, day = part["year"] or "", part["day"]
        year = f"20{year}" if len(year) == 2 else year
        try:
            date(int(year), number, int(day or 1))
        except ValueError:
            return None
        if not day:
            return f"{year}-{number:02}"
        return f"{year}-{number:02}-{int(day):02}{_time(match)}"


def _first(match: re.Match[str], key: str) -> str | None:
    """What the group of this kind caught in the one form of a date that matched."""
    return next((value for name, value in match.groupdict().items() if value and name.startswith(key)), None)


def _time(match: re.Match[str]) -> str:
    """ "T12:04" for the time of day behind a date, "" if there is none; "09:12 PM" is 21:12."""
    hour, minute = match["hour"] or match["full"], match["minute"] or "00"
    if not hour:
        return ""
    value = int(hour)
    if (match["half"] or "").lower() == "pm" and value < 12:
        value += 12
    return f"T{value:02}:{minute}" if value < 24 else ""


def _pattern(months: dict[str, int], table: Mapping[str, Any]) -> re.Pattern[str]:
    name = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    days = "|".join(sorted(map(re.escape, table["weekdays"]), key=len, reverse=True))
    before, after, day = ("|".join(map(re.escape, table[k])) for k in ("before_time", "after_time", "before_day"))
    year, short = r"(?:19|20)\d\d", r"(?:19|20)\d\d|\d\d"
    return re.compile(
        rf"(?<![\w.,/:-])(?:(?:{days})\.?,? {{0,2}}(?:(?:{day}) |, )?)?"
        r"(?:"
        rf"(?P<day1>\d\d?)(?:\. {{0,2}}| )(?P<name1>{name})\.?,? {{0,2}}(?P<year1>{year})"
        rf"|(?P<day2>\d\d?)\. ?(?P<month1>\d\d?)\. ?(?P<year2>{short})(?!\d)"
        rf"|(?P<year3>{year})-(?P<month2>\d\d)(?:-(?P<day3>\d\d))?(?!\d)"
        rf"|(?P<name2>{name})\.? (?P<day4>\d\d?),? {{1,2}}(?P<year4>{year})"
        rf"|(?P<day5>\d\d)/(?P<month3>\d\d)/(?P<year6>{year})(?!\d)"
        rf"|(?P<name3>{name})\.?,? (?P<year5>{year})"
        r")"
        rf"(?:(?:T|[,|]?\s{{0,3}}(?:[-–—|·/•]{{1,2}}|{before})?\s{{0,3}})"
        r"(?:(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\.?\d)(?:\s?(?P<half>[AaPp][Mm])\b)?"
        rf"|(?P<full>[01]?\d|2[0-3])(?= (?:{after}))))?(?:\s?(?:{after}))?",
        re.IGNORECASE,
    )


@cache
def date_reader(lang: Language) -> DateReader:
    """The date reader of a language, built once."""
    return DateReader(lang)
