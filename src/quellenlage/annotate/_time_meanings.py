"""What the words that a pattern found mean: one builder for each `build` of the language's rules.

A builder takes the words of the match and gives (first word, last word + 1, meaning) for each expression in it, or
nothing where the words turn out to mean something else.
"""

from collections.abc import Sequence

from quellenlage.annotate._time_clocks import clock, clocks
from quellenlage.annotate._time_lengths import ago, duration, every, frequency, later, one, part_adverb, rate
from quellenlage.annotate._time_parts import Builder, Found, get, get_all, to_int, unit_named
from quellenlage.annotate._time_words import Word
from quellenlage.model.when import (
    Calendar,
    DayPart,
    Era,
    Holiday,
    Literally,
    Meaning,
    Relative,
    Season,
    Shifted,
    Weekday,
    Weekend,
    YearPart,
)


def _year(words: Sequence[Word]) -> tuple[int | None, int | None]:
    """The year that is named, or the number of years from the present ("dieses Jahres", "des Vorjahres")."""
    year = to_int(get(words, "YEAR"))
    if year is not None:
        return year, None
    if get(words, "PREVUNIT") == "year":
        return None, -1
    jahr = next((i for i, w in enumerate(words) if "JAHR" in w.values), None)
    return None, None if jahr is None else to_int(get(words[:jahr], "REL"))


def _full_year(digits: str) -> int:
    """Two digits as people mean them: 70 and above the last century."""
    value = int(digits)
    return value if len(digits) == 4 else value + (1900 if value >= 70 else 2000)


def _numeric(words: Sequence[Word]) -> Calendar | None:
    text = get(words, "DMY", "SLASHED")
    if text is None and (short := get(words, "DM")):
        day, month = map(int, short.split())
        return Calendar(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if text is None:
        return None
    number, month_, *rest = text.split()
    return Calendar(
        _full_year(rest[0]) if rest else None, int(month_), int(number), to_int(get(words, "WEEKDAY", "WD"))
    )


def _calendar(words: Sequence[Word]) -> Calendar | None:
    """A day of a month: "(Montag, den) 3. Mai (2024)", "May 3, 2024", "am 15. nächsten Monats"."""
    if numeric := _numeric(words):
        return numeric
    day = to_int(get(words, "ORD")) or to_int(get(words, "INT") if not get(words, "ORD", "ORDWORD") else None)
    day = day or to_int(get(words, "ORDWORD"))
    year, by = _year(words)
    month = to_int(get(words, "MONTH", "MON"))
    month_by = to_int(get(words, "REL")) if year is None and by is None else None
    return Calendar(year, month, day, to_int(get(words, "WEEKDAY", "WD")), by, month_by)


def _iso(words: Sequence[Word]) -> Found:
    year, month, day, *clock = words[0].values["ISO"].split()
    if clock:
        date = Calendar(int(year), int(month), int(day))
        yield 0, 1, DayPart(f"T{':'.join(clock)}", date)
    else:
        yield 0, 1, Calendar(int(year), int(month), int(day))


def _any_day(words: Sequence[Word]) -> Meaning | None:
    """The day that words name in any way: date, weekday, "heute", feast."""
    if get(words, "DMY", "SLASHED", "MONTH", "MON"):
        return _calendar(words)
    if near := get(words, "DAYREL"):
        return Relative("day", int(near))
    if adjective := get(words, "DAYADJ"):
        return Relative("day", int(adjective))
    if weekday := get(words, "WEEKDAY"):
        return Weekday(int(weekday), to_int(get(words, "REL")))
    feast = get(words, "HOLIDAY")
    return Holiday(feast, *_year(words)) if feast else None


def _day(words: Sequence[Word]) -> Found:
    part = get(words, "PARTADV")
    if meaning := _calendar(words):
        yield 0, len(words), DayPart(part, meaning) if part else meaning


def _date_range(words: Sequence[Word]) -> Found:
    """Two dates, the year behind the second: "vom 2. April bis zum 20. Juni 1943"."""
    second = get_all(words, "ORD", "ORDWORD")[1][0]
    end = _calendar(words[second:])
    start = _calendar(words[:second])
    if not (start and end and start.month and end.month):
        return
    over = start.month > end.month
    year = None if end.year is None else end.year - over
    by = None if end.year_by is None else end.year_by - over
    first = next(i for i, w in enumerate(words) if "MONTH" in w.values or "MON" in w.values)
    yield 0, first + 1, start._replace(year=year, year_by=by)
    yield second, len(words), end


def _days(words: Sequence[Word]) -> Found:
    """Several days of one month: "vom 5. bis 22. November", "24./25. Oktober"."""
    days = get_all(words, "ORD", "ORDWORD")
    whole = _calendar(words[days[-1][0] :])
    if whole is None:
        return
    if whole.month is None and whole.month_by is None:
        whole = whole._replace(month_by=to_int(get(words, "REL")))
    for at, day in days[:-1]:
        yield at, at + 1, whole._replace(day=int(day), weekday=None)
    yield days[-1][0], len(words), whole


def _spoken_date(words: Sequence[Word]) -> Found:
    """Day and month as ordinals: "den siebten vierten"."""
    (_, number), (_, month) = get_all(words, "ORD", "ORDWORD")
    if int(month) <= 12:
        yield (
            0,
            len(words),
            Calendar(to_int(get(words, "YEAR")), int(month), int(number), to_int(get(words, "WEEKDAY"))),
        )


def _months(words: Sequence[Word]) -> Found:
    months = get_all(words, "MONTH")
    year, by = _year(words)
    for place, (at, month) in enumerate(months):
        end = len(words) if place == len(months) - 1 else at + 1
        yield at, end, Calendar(year, int(month), year_by=by)


def _month(words: Sequence[Word]) -> Found:
    year, by = _year(words)
    month = to_int(get(words, "MONTH", "MON"))
    relative = get(words, "REL") if by is None and year is None else None
    yield 0, len(words), Calendar(year, month, year_by=by, month_by=to_int(relative))


def _weekday(words: Sequence[Word]) -> Found:
    grown = get(words, "WDPART")
    day, part = grown.split() if grown else (get(words, "WEEKDAY") or "", None)
    at = next(i for i, w in enumerate(words) if "WDPART" in w.values or "WEEKDAY" in w.values)
    part = part or get(words[at + 1 :], "PART", "PARTADV")
    week = next((i for i, w in enumerate(words) if "WOCHE" in w.values), None)
    by = to_int(get(words, "REL"))
    near = get(words, "DAYADJ")
    meaning: Meaning = Relative("day", int(near)) if near else Weekday(int(day), by)
    if week is not None:
        meaning = Weekday(int(day), None, by)
    yield 0, len(words), DayPart(part, meaning) if part else meaning


def _weekday_in_a_week(words: Sequence[Word]) -> Found:
    day, _, part = (get(words, "WDPART", "WEEKDAY") or "").partition(" ")
    meaning = Weekday(int(day), weeks=int(get(words, "AGO") or 1))
    yield 0, len(words), DayPart(part, meaning) if part else meaning


def _this_day(words: Sequence[Word]) -> Found:
    yield 0, len(words), Relative("day", int(words[0].values["DAYADJ"]))


def _weekdays(words: Sequence[Word]) -> Found:
    yield 0, 1, Literally(f"XXXX-WXX-{words[0].values['WEEKDAYS']}")


def _near(words: Sequence[Word]) -> Found:
    part = get(words[1:], "PART", "PARTADV")
    day = Relative("day", int(words[0].values["DAYREL"]))
    yield 0, len(words), DayPart(part, day) if part else day


def _part(words: Sequence[Word]) -> Found:
    """A part of the day: "am Abend", "letzte Nacht", "am Vormittag des 3. Mai", "am Abend zuvor"."""
    at = next(i for i, w in enumerate(words) if "PART" in w.values)
    code = words[at].values["PART"]
    yield 0, len(words), DayPart(code, _day_of_part(words, at, code))


def _day_of_part(words: Sequence[Word], at: int, code: str) -> Meaning | None:
    tail = words[at + 1 :]
    near, by = get(words[:at], "DAYADJ"), to_int(get(words[:at], "REL"))
    if near:
        return Relative("day", int(near))
    if later := get(tail, "LATER"):
        return Shifted("day", int(later))
    if weekday := get(tail, "WEEKDAYS"):
        return Weekday(int(weekday))
    if tail:
        return _calendar(tail[1:])
    if by and by > 0 and code != "TNI":
        return Shifted("day", by)
    return Relative("day", min(by, 0)) if by else None


def _relative(words: Sequence[Word]) -> Found:
    previous = get(words, "PREVUNIT")
    unit = previous or get(words, "CAL") or "year"
    by = -1 if previous else int(get(words, "REL") or 0)
    yield 0, len(words), Relative(unit_named(unit), by)


def _weekend(words: Sequence[Word]) -> Found:
    yield 0, len(words), Weekend(to_int(get(words, "REL")))


def _year_part(words: Sequence[Word]) -> Found:
    letter, number = get(words, "QUARTAL"), to_int(get(words, "ORD", "ORDWORD"))
    if number and number <= (4 if letter == "Q" else 2):
        yield 0, len(words), YearPart("Q" if letter == "Q" else "H", number, *_year(words))


def _season(words: Sequence[Word]) -> Found:
    year, by = _year(words)
    by = by if by is not None or year else to_int(get(words, "REL"))
    yield 0, len(words), Season(get(words, "SEASON") or "", year, by)


def _holiday(words: Sequence[Word]) -> Found:
    yield 0, len(words), Holiday(get(words, "HOLIDAY") or "", *_year(words))


def _decade(words: Sequence[Word]) -> Found:
    digits = get(words, "DECADE", "DECADEJAHR", "TENS") or ""
    noun = words[-1].text[0].isupper() or words[-1].text[0].isdigit()
    if digits.endswith("0") and noun:
        yield 0, len(words), Era("decade", digits[:3] if len(digits) == 4 else digits)


def _unit_edge(words: Sequence[Word]) -> Found:
    unit = words[0].values["UNITEDGE"].split()[0]
    year = to_int(get(words, "YEAR"))
    yield 0, len(words), Relative(unit_named(unit), 0) if year is None else Calendar(year)


def _century(words: Sequence[Word]) -> Found:
    number = to_int(get(words, "ORD", "ORDWORD"))
    if number and number <= 30:
        yield 0, len(words), Era("century", f"{number - 1:02d}")


def _years(words: Sequence[Word]) -> Found:
    years = get_all(words, "YEAR")
    yield years[0][0], years[0][0] + 1, Calendar(int(years[0][1]))
    if len(years) == 2:
        yield years[1][0], len(words), Calendar(int(years[1][1]))


def _plain_year(words: Sequence[Word]) -> Found:
    year = get(words, "YEAR") or get(words, "INT") or ""
    if len(year) in (3, 4):
        yield 0, len(words), Calendar(int(year))


def _vague(words: Sequence[Word]) -> Found:
    yield 0, len(words), Literally(words[0].values["VAGUE"])


def _night(words: Sequence[Word]) -> Found:
    """The night before a day: "Nacht zum Freitag", "Nacht von Montag auf Dienstag"."""
    joint = max(i for i, w in enumerate(words) if "EVE" in w.values)
    if day := _any_day(words[joint + 1 :]):
        yield 0, len(words), DayPart("TNI", day, eve=True)


BUILDERS: dict[str, Builder] = {
    "ago": ago,
    "century": _century,
    "clock": clock,
    "clocks": clocks,
    "date-range": _date_range,
    "day": _day,
    "days": _days,
    "decade": _decade,
    "every": every,
    "holiday": _holiday,
    "iso": _iso,
    "later": later,
    "length": duration,
    "month": _month,
    "months": _months,
    "near": _near,
    "night": _night,
    "one": one,
    "part": _part,
    "part-adverb": part_adverb,
    "rate": rate,
    "relative": _relative,
    "season": _season,
    "set": frequency,
    "spoken-date": _spoken_date,
    "this-day": _this_day,
    "unit-edge": _unit_edge,
    "vague": _vague,
    "weekday": _weekday,
    "weekday-in-a-week": _weekday_in_a_week,
    "weekdays": _weekdays,
    "weekend": _weekend,
    "year": _plain_year,
    "year-part": _year_part,
    "years": _years,
}
