"""Days and times as short as they can be said, never more exact than the value."""

import re
from dataclasses import dataclass
from datetime import date

from quellenlage.report.labels import Both, label, words

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}):(\d{2})|(T[A-Z]{2})|T([A-Z]{2}))?")


@dataclass(frozen=True, slots=True)
class Moment:
    """An ISO or TIMEX3 value taken apart; None where the value doesn't say. `part` is TMO, TNI and the like."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int = 0
    part: str | None = None

    @property
    def ordinal(self) -> int | None:
        """The day as a running number, None where the value names no day."""
        return date(self.year, self.month, self.day).toordinal() if self.month and self.day else None

    @property
    def position(self) -> float | None:
        """The moment on an axis of days: the time where it is known, else the part of the day, else noon."""
        if self.ordinal is None:
            return None
        parts = {"TMO": 8.0, "TMI": 12.0, "TAF": 15.0, "TEV": 20.0, "TNI": 24.0}
        hours = self.hour + self.minute / 60 if self.hour is not None else parts.get(self.part or "", 12.0)
        return self.ordinal + hours / 24


def moment(value: str | None) -> Moment | None:
    """The value's parts, or None where it is no point in calendar time (a duration, a week, nonsense)."""
    hit = _VALUE.fullmatch(value or "")
    if not hit or not 1 <= int(hit[1]) <= 9998:
        return None
    month, day = (int(g) if g else None for g in hit.group(2, 3))
    hour = int(hit[4]) if hit[4] else None
    try:
        date(int(hit[1]), month or 1, day or 1)
    except ValueError:
        return None
    if hour is not None and (hour > 24 or day is None):
        return None
    return Moment(int(hit[1]), month, day, hour, int(hit[5] or 0), hit[6])


def order(value: str | None) -> tuple[int, str]:
    """Sorts published values: exact ones first, a bare day after the times of that day, a bare month after its days."""
    return (0, f"{value}~") if value else (1, "")


def day_short(m: Moment) -> Both:
    """ "9.9." or "9 Sept"; a month or year where no more is known."""
    if m.month is None:
        return Both(str(m.year), str(m.year))
    de, en = words("calendar.short_months")
    if m.day is None:
        return Both(de[m.month - 1], en[m.month - 1])
    return Both(f"{m.day}.{m.month}.", f"{m.day} {en[m.month - 1]}")


def clock(m: Moment) -> str:
    """ "23.12", empty where no time is known."""
    return "" if m.hour is None else f"{m.hour}.{m.minute:02}"


def day_long(m: Moment, *, year: bool = True) -> Both:
    """ "17. September 2025"."""
    de, en = words("calendar.months")
    if m.month is None:
        return Both(str(m.year), str(m.year))
    tail = f" {m.year}" if year else ""
    if m.day is None:
        return Both(f"{de[m.month - 1]}{tail}", f"{en[m.month - 1]}{tail}")
    return Both(f"{m.day}. {de[m.month - 1]}{tail}", f"{m.day} {en[m.month - 1]}{tail}")


def weekday(m: Moment) -> Both:
    """ "Di", "Tue"; empty where no day is known."""
    if m.ordinal is None:
        return Both("", "")
    de, en = words("calendar.weekdays")
    n = (m.ordinal - 1) % 7
    return Both(de[n], en[n])


def stamp(value: str | None, *, home: int | None = None) -> Both:
    """A published value as one reads it: "Mi 10.9., 17.45", "[Sept.]", "ohne Datum". Any year but `home` is named."""
    m = moment(value)
    if m is None:
        return label("calendar.undated")
    year = "" if home == m.year or m.month is None else f" {m.year}"
    if m.ordinal is None:
        return "[" + day_short(m) + year + "]"
    time = clock(m)
    short = day_short(m)
    day = Both(short.de + year.strip(), short.en + year)
    return weekday(m) + " " + day + (f", {time}" if time else "")


def span(first: Moment, last: Moment) -> Both:
    """ "9.–17. September", "31. August – 2. September", with years where they differ."""
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return day_long(last, year=False)
    if first.year != last.year or first.day is None or last.day is None:
        return day_long(first) + " – " + day_long(last)
    if first.month == last.month:
        long = day_long(last, year=False)
        return Both(f"{first.day}.–{long.de}", f"{first.day}–{long.en}")
    return day_long(first, year=False) + " – " + day_long(last, year=False)
