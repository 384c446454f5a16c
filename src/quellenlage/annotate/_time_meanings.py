"""What the words that a pattern found mean: one builder for each `build` of the language's rules.

A builder takes the words of the match and gives (first word, last word + 1, meaning) for each expression in it, or
nothing where the words turn out to mean something else.
"""

from collections.abc import Callable, Iterator, Sequence

from quellenlage.annotate._time_words import Word
from quellenlage.model.when import (
    Calendar,
    Clock,
    DayPart,
    Era,
    Holiday,
    Literally,
    Meaning,
    Relative,
    Season,
    Shifted,
    Unit,
    Weekday,
    Weekend,
    YearPart,
)

Found = Iterator[tuple[int, int, Meaning]]
Builder = Callable[[Sequence[Word]], Found]

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "TMO": "TMO", "TAF": "TAF", "TEV": "TEV",
    "TNI": "TNI", "SU": "SU", "WI": "WI",
}  # fmt: skip
_REFERENCE_UNITS = {"week": "day", "month": "month", "quarter": "month"}


def _get(words: Sequence[Word], *names: str) -> str | None:
    return next((w.values[n] for n in names for w in words if n in w.values), None)


def _all(words: Sequence[Word], *names: str) -> list[tuple[int, str]]:
    return [
        (i, next(w.values[n] for n in names if n in w.values))
        for i, w in enumerate(words)
        if any(n in w.values for n in names)
    ]


def _int(value: str | None) -> int | None:
    return None if value is None else int(value)


def _year(words: Sequence[Word]) -> tuple[int | None, int | None]:
    """The year that is named, or the number of years from the present ("dieses Jahres")."""
    year = _int(_get(words, "YEAR"))
    jahr = [i for i, w in enumerate(words) if "JAHR" in w.values]
    by = _int(_get(words[: jahr[0]], "REL")) if jahr and year is None else None
    return year, by


def _full_year(digits: str) -> int:
    """Two digits as people mean them: 70 and above the last century."""
    value = int(digits)
    return value if len(digits) == 4 else value + (1900 if value >= 70 else 2000)


def _numeric(words: Sequence[Word]) -> Calendar | None:
    text = _get(words, "DMY", "SLASHED")
    if text is None and (short := _get(words, "DM")):
        day, month = map(int, short.split())
        return Calendar(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if text is None:
        return None
    number, month_, *rest = text.split()
    return Calendar(_full_year(rest[0]) if rest else None, int(month_), int(number), _int(_get(words, "WEEKDAY", "WD")))


def _calendar(words: Sequence[Word]) -> Calendar | None:
    """A day of a month: "(Montag, den) 3. Mai (2024)", "May 3, 2024", "am 15. nächsten Monats"."""
    if numeric := _numeric(words):
        return numeric
    day = _int(_get(words, "ORD")) or _int(_get(words, "INT") if not _get(words, "ORD", "ORDWORD") else None)
    day = day or _int(_get(words, "ORDWORD"))
    year, by = _year(words)
    month = _int(_get(words, "MONTH", "MON"))
    month_by = _int(_get(words, "REL")) if month is None else None
    return Calendar(year, month, day, _int(_get(words, "WEEKDAY", "WD")), by, month_by)


def _iso(words: Sequence[Word]) -> Found:
    year, month, day, *clock = words[0].values["ISO"].split()
    if clock:
        date = Calendar(int(year), int(month), int(day))
        yield 0, 1, DayPart(f"T{':'.join(clock)}", date)
    else:
        yield 0, 1, Calendar(int(year), int(month), int(day))


def _any_day(words: Sequence[Word]) -> Meaning | None:
    """The day that words name in any way: date, weekday, "heute", feast."""
    if _get(words, "DMY", "SLASHED", "MONTH", "MON"):
        return _calendar(words)
    if near := _get(words, "DAYREL"):
        return Relative("day", int(near))
    if adjective := _get(words, "DAYADJ"):
        return Relative("day", int(adjective))
    if weekday := _get(words, "WEEKDAY"):
        return Weekday(int(weekday), _int(_get(words, "REL")))
    feast = _get(words, "HOLIDAY")
    return Holiday(feast, *_year(words)) if feast else None


def _day(words: Sequence[Word]) -> Found:
    if meaning := _calendar(words):
        yield 0, len(words), meaning


def _days(words: Sequence[Word]) -> Found:
    """Several days of one month: "vom 5. bis 22. November", "24./25. Oktober"."""
    days = _all(words, "ORD", "ORDWORD")
    whole = _calendar(words[days[-1][0] :])
    if whole is None:
        return
    for at, day in days[:-1]:
        yield at, at + 1, whole._replace(day=int(day), weekday=None)
    yield days[-1][0], len(words), whole


def _months(words: Sequence[Word]) -> Found:
    months = _all(words, "MONTH")
    year, by = _year(words)
    for place, (at, month) in enumerate(months):
        end = len(words) if place == len(months) - 1 else at + 1
        yield at, end, Calendar(year, int(month), year_by=by)


def _month(words: Sequence[Word]) -> Found:
    year, by = _year(words)
    month = _int(_get(words, "MONTH", "MON"))
    relative = _get(words, "REL") if by is None and year is None else None
    yield 0, len(words), Calendar(year, month, year_by=by, month_by=_int(relative))


def _weekday(words: Sequence[Word]) -> Found:
    grown = _get(words, "WDPART")
    day, part = grown.split() if grown else (_get(words, "WEEKDAY") or "", None)
    at = next(i for i, w in enumerate(words) if "WDPART" in w.values or "WEEKDAY" in w.values)
    part = part or _get(words[at + 1 :], "PART", "PARTADV")
    week = next((i for i, w in enumerate(words) if "WOCHE" in w.values), None)
    by = _int(_get(words, "REL"))
    near = _get(words, "DAYADJ")
    meaning: Meaning = Relative("day", int(near)) if near else Weekday(int(day), by)
    if week is not None:
        meaning = Weekday(int(day), None, by)
    yield 0, len(words), DayPart(part, meaning) if part else meaning


def _this_day(words: Sequence[Word]) -> Found:
    yield 0, len(words), Relative("day", int(words[0].values["DAYADJ"]))


def _weekdays(words: Sequence[Word]) -> Found:
    if words[0].text[0].islower():
        yield 0, 1, Literally(f"XXXX-WXX-{words[0].values['WEEKDAYS']}")


def _near(words: Sequence[Word]) -> Found:
    """Today, yesterday, tomorrow; "Morgen" with a capital is the morning."""
    part = _get(words[1:], "PART", "PARTADV")
    day = Relative("day", int(words[0].values["DAYREL"]))
    if "PART" in words[0].values and words[0].text[0].isupper() and part is None:
        yield 0, len(words), DayPart(words[0].values["PART"])
    else:
        yield 0, len(words), DayPart(part, day) if part else day


def _hour_minute(word: Word) -> tuple[int, int | None, int | None] | None:
    """Hour, minute and second of a number as the clock is written, None if there is no such time."""
    text = _get([word], "COLON", "DM", "INT", "NUMWORD", "ONE")
    parts = [int(p) for p in (text or "99").split()]
    hour, minute, second = parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
    return (hour, minute, second) if hour <= 24 and (minute or 0) < 60 and (second or 0) < 60 else None


_CLOCKS = ("COLON", "DM", "INT", "NUMWORD", "ONE")


def _clocks(words: Sequence[Word]) -> Found:
    """Opening hours: "von 14 bis 18 Uhr", "8.30-12 und 14.30-16.30 Uhr"."""
    times = [
        (i, time) for i, w in enumerate(words) if any(c in w.values for c in _CLOCKS) and (time := _hour_minute(w))
    ]
    part = _get(words, "PARTADV")
    for place, (at, (hour, minute, second)) in enumerate(times):
        end = len(words) if place == len(times) - 1 else at + 1
        yield at, end, Clock(hour, minute or 0, second, part)


def _clock(words: Sequence[Word]) -> Found:
    part = _get(words, "PARTADV")
    if _get(words, "MIDNIGHT"):
        yield 0, len(words), Clock(24, 0, None, None)
        return
    numbers = [w for w in words if any(c in w.values for c in _CLOCKS) and "VIERTEL" not in w.values]
    time = _hour_minute(numbers[-1]) if numbers else None
    forms = {w.text.lower() for w in words}
    spoken = _spoken(words, numbers, forms)
    if spoken:
        yield 0, len(words), Clock(spoken[0] % 24, spoken[1], None, part, exact=False)
    elif numbers and len(numbers) == 2 and _get(words, "UHR"):
        hour, minute = _hour_minute(numbers[0]), _int(_get(numbers[1:], "INT"))
        if hour and minute is not None and minute < 60:
            yield 0, len(words), Clock(hour[0], minute, None, part)
    elif time and (_get(words, "UHR") or time[1] is not None or part):
        yield 0, len(words), Clock(time[0], time[1] or 0, time[2], part, exact="ONE" not in numbers[-1].values)


def _spoken(words: Sequence[Word], numbers: Sequence[Word], forms: set[str]) -> tuple[int, int] | None:
    """Hour and minute of "halb zwei", "Viertel nach acht", "zehn vor halb sieben"."""
    direction = -1 if "vor" in forms else 1 if "nach" in forms else 0
    times = [t for w in numbers if (t := _hour_minute(w))]
    if not times:
        return None
    hour = times[-1][0]
    half = "halb" in forms
    quarter = _int(_get(words, "VIERTEL"))
    if quarter is not None:
        offset = quarter * direction if direction else quarter - 60
    elif len(times) == 2 and direction and not _get(words, "UHR"):
        offset = times[0][0] * direction - (30 if half else 0)
    elif half:
        offset = -30
    else:
        return None
    return divmod(hour * 60 + offset, 60) if hour <= 24 else None


def _part(words: Sequence[Word]) -> Found:
    near = _get(words, "DAYADJ")
    day: Meaning | None = Relative("day", int(near)) if near else None
    at = next(i for i, w in reversed(list(enumerate(words))) if "PART" in w.values)
    yield 0, len(words), DayPart(words[at].values["PART"], day)


def _relative(words: Sequence[Word]) -> Found:
    previous = _get(words, "PREVUNIT")
    unit = previous or _get(words, "CAL") or "year"
    by = -1 if previous else int(_get(words, "REL") or 0)
    if unit == "year" and words[-1].text.lower().endswith("n"):
        return
    yield 0, len(words), Relative(_unit(unit), by)


def _unit(name: str) -> Unit:
    units: dict[str, Unit] = {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
        "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    }  # fmt: skip
    return units[name]


def _weekend(words: Sequence[Word]) -> Found:
    yield 0, len(words), Weekend(_int(_get(words, "REL")))


def _year_part(words: Sequence[Word]) -> Found:
    letter, number = _get(words, "QUARTAL"), _int(_get(words, "ORD", "ORDWORD"))
    if number and number <= (4 if letter == "Q" else 2):
        yield 0, len(words), YearPart("Q" if letter == "Q" else "H", number, *_year(words))


def _season(words: Sequence[Word]) -> Found:
    year, by = _year(words)
    by = by if by is not None or year else _int(_get(words, "REL"))
    yield 0, len(words), Season(_get(words, "SEASON") or "", year, by)


def _holiday(words: Sequence[Word]) -> Found:
    yield 0, len(words), Holiday(_get(words, "HOLIDAY") or "", *_year(words))


def _decade(words: Sequence[Word]) -> Found:
    digits = _get(words, "DECADE", "DECADEJAHR", "TENS") or ""
    if digits.endswith("0"):
        yield 0, len(words), Era("decade", digits[:3] if len(digits) == 4 else digits)


def _century(words: Sequence[Word]) -> Found:
    number = _int(_get(words, "ORD", "ORDWORD"))
    if number and number <= 30:
        yield 0, len(words), Era("century", f"{number - 1:02d}")


def _number(words: Sequence[Word]) -> str | None:
    """The count before a unit as ISO 8601 has it ("2", "0.5", "X")."""
    text = _get(words, "HALFNUM") or _get(words, "INT", "NUMWORD", "FRACTION", "FLOAT", "PAAR", "QUANT", "ONE")
    return text.replace(".", "").replace(",", ".") if text and "," in text else text


def length(count: str, unit: str) -> str:
    """A TIMEX3 duration: ("3", "day") is P3D, ("2", "hour") PT2H, ("1", "TNI") PT1NI."""
    letters = _LETTERS[unit]
    return f"PT{count}{letters[1:]}" if letters[0] == "T" else f"P{count}{letters}"


def _set(words: Sequence[Word]) -> Found:
    adverb, unit = _get(words, "SETADV"), _get(words, "UNIT")
    if adverb:
        yield 0, len(words), Literally(adverb)
    elif unit:
        each = any(n in w.values for w in words for n in ("EACH", "TIMES"))
        yield 0, len(words), Literally(length("1" if each else _number(words) or "1", unit))


def _rate(words: Sequence[Word]) -> Found:
    """A count for each unit: "500 Euro im Jahr"; the expression is the unit alone."""
    unit = words[-1].values["UNIT"]
    start = len(words) - (3 if words[-2].text.lower() == "der" else 2)
    yield start, len(words), Literally(length("1", unit))


def _part_adverb(words: Sequence[Word]) -> Found:
    yield 0, 1, Literally(f"XXXX-XX-XX{words[0].values['PARTADV']}")


def _every(words: Sequence[Word]) -> Found:
    day, unit, month = _get(words, "WEEKDAY", "WDPART"), _get(words, "UNIT"), _get(words, "MONTH")
    if day:
        number, _, part = day.partition(" ")
        yield 0, len(words), Literally(f"XXXX-WXX-{number}{part}")
    elif month:
        yield 0, len(words), Literally(f"XXXX-{int(month):02d}")
    elif unit:
        yield 0, len(words), Literally(length("1", unit))


def _later(words: Sequence[Word]) -> Found:
    unit = _get(words, "UNIT") or "day"
    by = int(_get(words, "LATER", "FOLLOWING") or 0)
    count = _number(words) if by and _get(words, "LATER") else "1"
    if count == "X" or unit not in ("day", "week", "month", "hour", "minute") or (count and "." in count):
        yield 0, len(words), Literally(length(count or "1", unit))
    else:
        yield 0, len(words), Shifted(_unit(unit), by * int(count or 1))


def _ago(words: Sequence[Word]) -> Found:
    unit, count = _get(words, "UNIT") or "", _number(words) or "1"
    by = -1 if words[0].text.lower() == "vor" else 1
    within = by > 0 and any("EXACT" in w.values.values() for w in words)
    if unit in ("day", "week", "month") and count.isdigit() and not within:
        yield 0, len(words), Relative(_unit(unit), by * int(count))
    else:
        yield 1, len(words), Literally(length(count, unit))


def _length(words: Sequence[Word]) -> Found:
    if ready := _get(words, "LENGTHADJ"):
        yield 0, len(words), Literally(ready)
        return
    if grown := _get(words, "HYPHENLENGTH"):
        count, unit = grown.split()
        yield 0, len(words), Literally(length(count, unit))
        return
    units = _all(words, "UNIT")
    count_ = _number(words[: units[0][0]]) or "X"
    if count_ == "X" and not words[units[0][0]].text.lower().endswith(("n", "e")):
        return
    value = length(count_, units[0][1])
    if len(units) == 2 and (more := _number(words[units[0][0] :])):
        value += length(more, units[1][1])[1:]
    yield 0, len(words), Literally(value)


def _years(words: Sequence[Word]) -> Found:
    years = _all(words, "YEAR")
    yield years[0][0], years[0][0] + 1, Calendar(int(years[0][1]))
    if len(years) == 2:
        yield years[1][0], len(words), Calendar(int(years[1][1]))


def _plain_year(words: Sequence[Word]) -> Found:
    yield 0, len(words), Calendar(_int(_get(words, "YEAR")))


def _vague(words: Sequence[Word]) -> Found:
    yield 0, len(words), Literally(words[0].values["VAGUE"])


def _night(words: Sequence[Word]) -> Found:
    """The night before a day: "Nacht zum Freitag", "Nacht von Montag auf Dienstag"."""
    joints = [i for i, w in enumerate(words) if w.text.lower() in ("zum", "zu", "auf", "zur")]
    if day := _any_day(words[joints[-1] + 1 :]):
        yield 0, len(words), DayPart("TNI", day, eve=True)


BUILDERS: dict[str, Builder] = {
    "iso": _iso, "day": _day, "days": _days, "months": _months, "month": _month, "weekday": _weekday,
    "weekdays": _weekdays, "near": _near, "clocks": _clocks, "clock": _clock, "part": _part, "relative": _relative,
    "weekend": _weekend, "year-part": _year_part, "season": _season, "holiday": _holiday, "decade": _decade,
    "century": _century, "set": _set, "every": _every, "later": _later, "ago": _ago, "length": _length,
    "rate": _rate, "this-day": _this_day, "part-adverb": _part_adverb, "years": _years, "year": _plain_year, "vague": _vague, "night": _night,
}  # fmt: skip
