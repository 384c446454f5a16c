"""Meanings of lengths and sets, and of what is counted from a day: "drei Tage", "täglich", "vor zwei Wochen"."""

from collections.abc import Sequence

from quellenlage.annotate._time_parts import Found, get, get_all, unit_named
from quellenlage.annotate._time_words import Word
from quellenlage.model.when import DayPart, Literally, Relative, Shifted

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "TMO": "TMO", "TAF": "TAF", "TEV": "TEV",
    "TNI": "TNI", "SU": "SU", "WI": "WI",
}  # fmt: skip


def _number(words: Sequence[Word]) -> str | None:
    """The count before a unit as ISO 8601 has it ("2", "0.5", "X")."""
    text = get(words, "HALFNUM") or get(words, "INT", "NUMWORD", "FRACTION", "FLOAT", "PAAR", "QUANT", "ONE")
    return text.replace(".", "").replace(",", ".") if text and "," in text else text


def length(count: str, unit: str) -> str:
    """A TIMEX3 duration: ("3", "day") is P3D, ("2", "hour") PT2H, ("1", "TNI") PT1NI."""
    letters = _LETTERS[unit]
    return f"PT{count}{letters[1:]}" if letters[0] == "T" else f"P{count}{letters}"


def frequency(words: Sequence[Word]) -> Found:
    """How often: "täglich", "jede Woche", "zweimal im Monat"."""
    adverb, unit = get(words, "SETADV"), get(words, "UNIT")
    if adverb:
        yield 0, len(words), Literally(adverb)
    elif unit:
        each = any(n in w.values for w in words for n in ("EACH", "TIMES"))
        yield 0, len(words), Literally(length("1" if each else _number(words) or "1", unit))


def rate(words: Sequence[Word]) -> Found:
    """A count for each unit: "500 Euro im Jahr"; the expression is the unit alone."""
    unit = words[-1].values["UNIT"]
    start = len(words) - (3 if "LEADarticle" in words[-2].values else 2)
    yield start, len(words), Literally(length("1", unit))


def one(words: Sequence[Word]) -> Found:
    """One unit with its article alone: "der Tag, an dem …"."""
    yield 0, len(words), Literally(length("1", words[-1].values["UNIT"]))


def part_adverb(words: Sequence[Word]) -> Found:
    """A part of the day alone: "morgens", "abends"."""
    yield 0, 1, DayPart(words[0].values["PARTADV"])


def every(words: Sequence[Word]) -> Found:
    """A day, month or unit that recurs: "jeden Mittwoch", "jeden dritten Tag"."""
    day, unit, month = get(words, "WEEKDAY", "WDPART"), get(words, "UNIT"), get(words, "MONTH")
    if day:
        number, _, part = day.partition(" ")
        yield 0, len(words), Literally(f"XXXX-WXX-{number}{part}")
    elif month:
        yield 0, len(words), Literally(f"XXXX-{int(month):02d}")
    elif unit:
        yield 0, len(words), Literally(length(get(words, "ORD", "ORDWORD") or "1", unit))


def later(words: Sequence[Word]) -> Found:
    """Counted from what was told before: "am Tag darauf", "zwei Stunden später", "am selben Tag"."""
    unit = get(words, "UNIT") or "day"
    by = int(get(words, "LATER", "FOLLOWING", "DAYBEFORE") or 0)
    if get(words, "SAME"):
        if unit in ("day", "week", "month", "year"):
            yield 0, len(words), Shifted(unit_named(unit), 0)
        return
    count = _number(words) if by and get(words, "LATER") else "1"
    if count == "X" or unit not in ("day", "week", "month", "hour", "minute") or (count and "." in count):
        yield 0, len(words), Literally(length(count or "1", unit))
    else:
        yield 0, len(words), Shifted(unit_named(unit), by * int(count or 1))


def ago(words: Sequence[Word]) -> Found:
    """Counted from publication: "vor drei Tagen", "in zwei Wochen"; a length where no day can be counted."""
    unit, count = get(words, "UNIT") or "", _number(words) or "1"
    by = int(words[0].values["AGO"])
    within = by > 0 and any("EXACT" in w.values.values() for w in words)
    if unit in ("minute", "hour", "day", "week", "month") and count.isdigit() and not within:
        yield 0, len(words), Relative(unit_named(unit), by * int(count))
    else:
        yield 1, len(words), Literally(length(count, unit))


def duration(words: Sequence[Word]) -> Found:
    """A length: "drei Tage", "dreitägig", "zwei Stunden und 20 Minuten"."""
    if ready := get(words, "LENGTHADJ"):
        yield 0, len(words), Literally(ready)
        return
    if grown := get(words, "HYPHENLENGTH"):
        count, unit = grown.split()
        yield 0, len(words), Literally(length(count, unit))
        return
    units = get_all(words, "UNIT")
    count_ = _number(words[: units[0][0]]) or get(words, "WHOLE") or "X"
    value = length(count_, units[0][1])
    if len(units) == 2 and (more := _number(words[units[0][0] :])):
        value += length(more, units[1][1]).removeprefix("PT" if "T" in value else "P")
    yield 0, len(words), Literally(value)
