"""Values of dates, months, seasons and feasts whose year is named, told before, or the nearest to publication."""

from collections.abc import Callable
from datetime import date

from quellenlage.model.when import Calendar, Era, Holiday, Season, YearPart
from quellenlage.resolve import _calendar
from quellenlage.resolve._calendar import add_months, day
from quellenlage.resolve._narrative import Told
from quellenlage.resolve._time_context import UNKNOWN, Answer, Context, named, shown

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def calendar(at: Context, meaning: Calendar) -> Answer:
    """A date, month or year: "3. Oktober", "im März", "am 15.", "2024"."""
    if meaning.year is not None:
        return full_date(meaning.year, meaning.month, meaning.day, "as written")
    if meaning[:3] == (None, None, meaning.day) and meaning.month_by is None and meaning.year_by is None:
        return _day_of_month(at, meaning)
    dated = at.told.dated
    if dated and meaning[-2:] == (None, None) and _goes_on(at, dated):
        return full_date(dated.day.year, meaning.month, meaning.day, f"in the year of {named(dated)}")
    if at.date is None:
        return None, UNKNOWN
    if meaning.year_by is not None:
        why = f"year {meaning.year_by:+d}, {at.why}"
        return full_date(at.date.year + meaning.year_by, meaning.month, meaning.day, why)
    if meaning.month_by is not None:
        return _by_month(at, meaning, meaning.month_by, at.date)
    return _nearest(at, at.date, lambda y: full_date(y, meaning.month, meaning.day, "")[0], meaning.weekday)


def _day_of_month(at: Context, meaning: Calendar) -> Answer:
    """A day whose month is not named ("am 15."): the one that the tense or the weekday allows."""
    if at.base is None or meaning.day is None:
        return None, "no month is named"
    months = [add_months(at.base.year, at.base.month, by) for by in (0, -1, 1)]
    days = [found for year, month in months if (found := day(year, month, meaning.day))]
    fitting = [d for d in days if (d - at.base).days * at.way >= 0 and meaning.weekday in (None, d.isoweekday())]
    best = min(fitting, key=lambda d: abs((d - at.base).days) if at.base else 0, default=None)
    return shown(best), f"the nearest such day, {at.why}"


def _goes_on(at: Context, dated: Told) -> bool:
    """Whether a date without a year carries on one with a year: that of its sentence, or in the past the one before."""
    if at.date is None:
        return at.same_paragraph(dated)
    if at.sentence is None or dated.day.year >= at.date.year:
        return False
    return dated.sentence == at.sentence.start or (at.way < 0 and dated.month and dated.sentence == at.before)


def _by_month(at: Context, meaning: Calendar, by: int, published: date) -> Answer:
    why = f"as its adjective says, {at.why}"
    if meaning.month is None:
        year, month = add_months(published.year, published.month, by)
        return full_date(year, month, meaning.day, why)
    passed = meaning.month < published.month if by < 0 else meaning.month <= published.month
    year = published.year + by + (1 if by < 0 and passed else -1 if by > 0 and not passed else 0)
    return full_date(year, meaning.month, meaning.day, why)


def _nearest(at: Context, published: date, of_year: Callable[[int], str | None], weekday: int | None = None) -> Answer:
    """Of last, this and next year the one that the tense allows, else the nearest to publication."""
    year = published.year
    options = {y: value for y in (year, year - 1, year + 1) if (value := of_year(y))}
    if not options:
        return None, "there is no such day"
    fitting = {y: v for y, v in options.items() if weekday and date.fromisoformat(v).isoweekday() == weekday}
    options = fitting or options
    apart = {y: _months_apart(published, v) for y, v in options.items()}
    most = 12 if at.way == 2 else 7
    least = -12 if at.expression.lean == 0 else -9
    allowed = [y for y in options if apart[y] * at.way >= 0 and least < apart[y] <= most]
    nearest = min(options, key=lambda y: (abs(apart[y]), y != year))
    best = min(allowed or options, key=lambda y: (abs(apart[y]), y != year))
    if abs(apart[best]) > 7 and abs(apart[nearest]) < 1:  # "wird am 12. März geimpft", said on 17 March of a picture
        best, allowed = nearest, []
    tense = " that the tense allows" if allowed and at.way else ""
    return options[best], f"the nearest{tense}, {at.why}"


def _of_year(at: Context, year: int | None, by: int | None, of_year: Callable[[int], str | None]) -> Answer:
    """A yearly time in the year that is named, counted from publication, or nearest to it."""
    if year is not None:
        return of_year(year), "as written"
    if at.date is None:
        return None, UNKNOWN
    if by is not None:
        return of_year(at.date.year + by), f"year {by:+d}, {at.why}"
    return _nearest(at, at.date, of_year)


def season(at: Context, meaning: Season) -> Answer:
    """A season: "im Sommer", "Winter 2025"."""
    month = _SEASON_MONTH[meaning.code]
    value, why = _of_year(at, meaning.year, meaning.year_by, lambda y: f"{y:04d}-{month:02d}")
    return value and f"{value[:4]}-{meaning.code}", why


def year_part(at: Context, meaning: YearPart) -> Answer:
    """A quarter or half of a year: "im dritten Quartal", "im ersten Halbjahr 2025"."""
    month = meaning.number * (3 if meaning.letter == "Q" else 6)
    value, why = _of_year(at, meaning.year, meaning.year_by, lambda y: f"{y:04d}-{month:02d}")
    return value and f"{value[:4]}-{meaning.letter}{meaning.number}", why


def holiday(at: Context, meaning: Holiday) -> Answer:
    """A feast: "Weihnachten", "an Ostern 2025"."""
    return _of_year(at, meaning.year, meaning.year_by, lambda y: shown(_calendar.holiday(meaning.rule, y)))


def era(at: Context, meaning: Era) -> Answer:
    """A decade or century: "in den Neunzigern", "das 19. Jahrhundert"."""
    if meaning.unit == "century" or len(meaning.digits) == 3:
        return meaning.digits, "as written"
    if at.date is None:
        return None, UNKNOWN
    century, rest = divmod(at.date.year, 100)
    if at.date.year >= 2020 and int(meaning.digits) <= rest:
        return None, "decades of two centuries fit"
    return f"{century - (int(meaning.digits) > rest)}{meaning.digits[0]}", f"the last one, {at.why}"


def _months_apart(base: date, value: str) -> float:
    """Months from a day to a value of month or day precision, negative before it."""
    months = (int(value[:4]) - base.year) * 12 + int(value[5:7]) - base.month
    return months + (int(value[8:10]) - base.day) / 31 if len(value) >= 10 else float(months)


def full_date(year: int, month: int | None, number: int | None, why: str) -> Answer:
    """The value of a date whose year is known, None if there is no such day."""
    if not 1 <= year <= 9999:
        return None, "there is no such year"
    if month is None:
        return f"{year:04d}", why
    if number is None:
        return f"{year:04d}-{month:02d}", why
    found = day(year, month, number)
    return (found.isoformat(), why) if found else (None, "there is no such day")
