"""Time expressions tied to a day: TIMEX3 values, each with what it was resolved from."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date

from quellenlage.language import Language
from quellenlage.model import Article, Sentence, Time, TimeExpression
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
    Weekday,
    Weekend,
    YearPart,
)
from quellenlage.resolve._calendar import add_days, add_months, day, holiday, unit_value, week
from quellenlage.resolve._narrative import Narrative, Told
from quellenlage.resolve._tense import direction

Answer = tuple[str | None, str]

_UNKNOWN = "no day of publication is known"
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_AFTER_NOON = ("TAF", "TEV")
_BEGINS = {"TMO": 5, "TMI": 11, "TAF": 12, "TEV": 17, "TNI": 21}
_FAR = 60  # days from publication beyond which a passage tells of another time


def resolve_times(
    expressions: tuple[TimeExpression, ...], article: Article, sentences: tuple[Sentence, ...], lang: Language
) -> tuple[Time, ...]:
    """The expressions with TIMEX3 values, in order. `value` is None where no day can be told; `reason` says why."""
    days = sum(_tells_a_day(e.meaning) for e in expressions)
    reader = _Reader(article.published, days > 1, lang)
    starts = [s.start for s in sentences]
    times = []
    for expression in expressions:
        at = bisect_right(starts, expression.start) - 1
        value, reason = reader.read(expression, sentences[at] if at >= 0 else None)
        times.append(Time(expression.start, expression.end, expression.text, value, expression.kind, reason))
    return tuple(times)


def _tells_a_day(meaning: Meaning) -> bool:
    """Whether these are the words of a report of the day ("gestern", "am Mittwoch", "um 15 Uhr")."""
    if isinstance(meaning, DayPart):
        return meaning.of is not None
    return isinstance(meaning, Weekday | Clock) or (isinstance(meaning, Relative) and meaning.unit == "day" and meaning.by != 0)


class _Reader:
    """Reads the expressions of one article in order, and keeps what they have told."""

    def __init__(self, published: str | None, daily: bool, lang: Language) -> None:
        self.lang = lang
        self.date, self.hour = _published(published)
        self.base = self.date if published and len(published) >= 10 else None
        self.why = f"published on {self.base.isoformat()}" if self.base else _UNKNOWN
        self.daily = daily
        self.told = Narrative()
        self.sentence: Sentence | None = None
        self.expression: TimeExpression | None = None
        self._way: int | None = None

    def read(self, expression: TimeExpression, sentence: Sentence | None) -> Answer:
        """The value of one expression and the reason for it."""
        self.expression, self.sentence, self._way = expression, sentence, None
        value, reason = self._value(expression.meaning)
        self.told.remember(expression, value, sentence)
        return value, reason

    def _value(self, meaning: Meaning) -> Answer:
        return _READERS[type(meaning)](self, meaning)

    @property
    def way(self) -> int:
        """-1 past, 1 future, 0 unknown: "seit" tells at once, then the verbs of the clause, then "bis" and "ab"."""
        if self._way is None:
            lean = self.expression.lean if self.expression else 0
            tense = 0
            if lean >= 0 and self.expression and self.sentence:
                tense = direction(self.sentence, self.expression.start, self.expression.end, self.lang)
            self._way = tense or lean
        return self._way

    def literally(self, meaning: Literally) -> Answer:
        return meaning.value, "as written"

    def relative(self, meaning: Relative) -> Answer:
        rule = self.expression.rule if self.expression else ""
        if meaning == Relative("day", 0) and rule == "near-day" and self._is_general():
            return "PRESENT_REF", "the present in general: the clause is in the present and the text tells no day"
        if rule == "ago" and meaning.by > 0 and self.way < 0:
            return f"P{meaning.by}{meaning.unit[0].upper()}", "a length, since the clause tells of the past"
        base = self.base or (self.date if meaning.unit in ("month", "quarter", "year", "decade", "century") else None)
        if base is None:
            return None, _UNKNOWN
        return unit_value(meaning.unit, base, meaning.by), f"{meaning.unit} {meaning.by:+d}, {self.why}"

    def _is_general(self) -> bool:
        """Whether "heute" is the present of an essay, not the day of a report that tells days or its own hour."""
        daily = self.daily or self.hour is not None
        return not daily and self.way >= 0 and bool(self.expression and self.expression.lean == 0)

    def shifted(self, meaning: Shifted) -> Answer:
        if meaning.unit in ("hour", "minute"):
            return self._shifted_clock(meaning)
        whole = meaning.unit in ("day", "week")
        told = self.told.last if whole else self.told.period
        if told is None:
            return None, "counts from a day that the text has not told"
        return unit_value(meaning.unit, told.day, meaning.by), f"{meaning.unit} {meaning.by:+d} from {_named(told)}"

    def _shifted_clock(self, meaning: Shifted) -> Answer:
        told = self.told.last
        if told is None or told.clock is None:
            return f"PT{abs(meaning.by)}{meaning.unit[0].upper()}", "as written; no time of day was told before it"
        minutes = told.clock[0] * 60 + told.clock[1] + meaning.by * (60 if meaning.unit == "hour" else 1)
        moved = add_days(told.day, minutes // 1440)
        return _at(moved, f"T{minutes % 1440 // 60:02d}:{minutes % 60:02d}"), f"counted from {_named(told)}"

    def weekday(self, meaning: Weekday) -> Answer:
        base, why = self.base, self.why
        dated = self.told.dated
        far = dated and dated.whole and (base is None or abs((base - dated.day).days) > _FAR)
        if dated and far and meaning.by is None and meaning.week_by is None and self._same_paragraph(dated):
            return _at(add_days(dated.day, (meaning.day - dated.day.isoweekday()) % 7)), f"from {_named(dated)}"
        if base is None:
            return None, _UNKNOWN
        if meaning.week_by is not None:
            found = add_days(base, 7 * meaning.week_by + meaning.day - base.isoweekday())
            return _at(found), f"that day of week {meaning.week_by:+d}, {why}"
        ahead = (meaning.day - base.isoweekday()) % 7
        if meaning.by:
            step = (ahead or 7) + 7 * (meaning.by - 1) if meaning.by > 0 else ahead - 7 + 7 * (meaning.by + 1)
            return _at(add_days(base, step)), f"as its adjective says, {why}"
        way = self.way or (1 if meaning.by == 0 else 0)
        found = add_days(base, ahead if ahead == 0 or way > 0 else ahead - 7)
        said = {1: "the next, as the clause tells of what is to come", -1: "the last, as the clause tells of the past"}
        return _at(found), f"{said.get(way, 'the last before publication')}, {why}"

    def _same_paragraph(self, told: Told) -> bool:
        return self.sentence is not None and told.paragraph == self.sentence.paragraph

    def weekend(self, meaning: Weekend) -> Answer:
        if self.base is None:
            return None, _UNKNOWN
        by = meaning.by if meaning.by is not None else 0 if self.way > 0 or self.base.isoweekday() >= 6 else -1
        found = add_days(self.base, 7 * by)
        return found and f"{week(found)}-WE", f"weekend of week {by:+d}, {self.why}"

    def calendar(self, meaning: Calendar) -> Answer:
        if meaning.year is not None:
            return _full(meaning.year, meaning.month, meaning.day, "as written")
        if meaning.month is None and meaning.month_by is None and meaning.year_by is None:
            return None, "neither month nor year is named"
        dated = self.told.dated
        if dated and self._same_paragraph(dated) and meaning[-2:] == (None, None) and self._goes_on(dated):
            return _full(dated.day.year, meaning.month, meaning.day, f"in the year of {_named(dated)}")
        if self.date is None:
            return None, _UNKNOWN
        if meaning.year_by is not None:
            why = f"year {meaning.year_by:+d}, {self.why}"
            return _full(self.date.year + meaning.year_by, meaning.month, meaning.day, why)
        if meaning.month_by is not None:
            return self._by_month(meaning, meaning.month_by, self.date)
        return self._nearest(self.date, lambda y: _full(y, meaning.month, meaning.day, "")[0], meaning.weekday)

    def _goes_on(self, dated: Told) -> bool:
        """Whether a date without a year carries on a passage about another year."""
        return self.date is None or (dated.day.year < self.date.year and self.way < 0)

    def _by_month(self, meaning: Calendar, by: int, published: date) -> Answer:
        why = f"as its adjective says, {self.why}"
        if meaning.month is None:
            year, month = add_months(published.year, published.month, by)
            return _full(year, month, meaning.day, why)
        passed = meaning.month < published.month if by < 0 else meaning.month <= published.month
        year = published.year + by + (1 if by < 0 and passed else -1 if by > 0 and not passed else 0)
        return _full(year, meaning.month, meaning.day, why)

    def _nearest(self, published: date, of_year: Callable[[int], str | None], weekday: int | None = None) -> Answer:
        """Of last, this and next year the one that the tense allows, else the nearest to publication."""
        year = published.year
        options = {y: value for y in (year, year - 1, year + 1) if (value := of_year(y))}
        if not options:
            return None, "there is no such day"
        fitting = {y: v for y, v in options.items() if weekday and date.fromisoformat(v).isoweekday() == weekday}
        options = fitting or options
        apart = {y: _months_apart(published, v) for y, v in options.items()}
        allowed = [y for y in options if apart[y] * self.way >= 0 and abs(apart[y]) <= 9]
        best = min(allowed or options, key=lambda y: (abs(apart[y]), y != year))
        tense = " that the tense allows" if allowed and self.way else ""
        return options[best], f"the nearest{tense}, {self.why}"

    def _of_year(self, year: int | None, by: int | None, of_year: Callable[[int], str | None]) -> Answer:
        """A yearly time in the year that is named, counted from publication, or nearest to it."""
        if year is not None:
            return of_year(year), "as written"
        if self.date is None:
            return None, _UNKNOWN
        if by is not None:
            return of_year(self.date.year + by), f"year {by:+d}, {self.why}"
        return self._nearest(self.date, of_year)

    def season(self, meaning: Season) -> Answer:
        month = _SEASON_MONTH[meaning.code]
        value, why = self._of_year(meaning.year, meaning.year_by, lambda y: f"{y:04d}-{month:02d}")
        return value and f"{value[:4]}-{meaning.code}", why

    def year_part(self, meaning: YearPart) -> Answer:
        month = meaning.number * (3 if meaning.letter == "Q" else 6)
        value, why = self._of_year(meaning.year, meaning.year_by, lambda y: f"{y:04d}-{month:02d}")
        return value and f"{value[:4]}-{meaning.letter}{meaning.number}", why

    def holiday(self, meaning: Holiday) -> Answer:
        return self._of_year(meaning.year, meaning.year_by, lambda y: _at(holiday(meaning.rule, y)))

    def era(self, meaning: Era) -> Answer:
        if meaning.unit == "century" or len(meaning.digits) == 3:
            return meaning.digits, "as written"
        if self.date is None:
            return None, _UNKNOWN
        century, rest = divmod(self.date.year, 100)
        if self.date.year >= 2020 and int(meaning.digits) <= rest:
            return None, "decades of two centuries fit"
        return f"{century - (int(meaning.digits) > rest)}{meaning.digits[0]}", f"the last one, {self.why}"

    def day_part(self, meaning: DayPart) -> Answer:
        if meaning.of is None:
            base, why = self._day_around(_BEGINS.get(meaning.code, 0))
            return _at(base, meaning.code), why
        value, why = self._value(meaning.of)
        if value is None or len(value) < 10:
            return None, why
        if meaning.eve or (meaning.code == "TNI" and meaning.of == Relative("day", 0) and self._night_is_over()):
            moved = add_days(date.fromisoformat(value[:10]), -1)
            return _at(moved, meaning.code), f"the night that ends on {value[:10]}: {why}"
        return value[:10] + meaning.code, why

    def _night_is_over(self) -> bool:
        """Whether "heute Nacht" is the night before: told in the past tense, or in a report of the morning."""
        return self.way < 0 or (self.way == 0 and self.hour is not None and self.hour < 12)

    def _day_around(self, hour: int) -> tuple[date | None, str]:
        """The day that a part of the day or a time of day belongs to, which names none itself.

        That of its sentence; in a clause with a verb that of its paragraph (in the present tense only a day told without
        a time, or each line of a programme would take the day of the line before); in the past a night that the article
        tells of; else that of publication, unless the hour had not come by then.
        """
        told = self.told.in_sentence(self.sentence)
        near = self.told.in_paragraph(self.sentence)
        if told is None and near and (self.way < 0 or (self.way > 0 and near.clock is None)):
            told = near
        if told is None and self.way < 0:
            told = self.told.night
        if told:
            return _carried(told, hour), f"told before it: {_named(told)}"
        if self.way < 0 and self.hour is not None and self.hour < hour:
            return None, f"{hour} o'clock had not come when this was published, and the text names no day"
        return self.base, self.why

    def clock(self, meaning: Clock) -> Answer:
        told = self.told.in_sentence(self.sentence)
        hour, minute = meaning.hour, meaning.minute or 0
        part = meaning.part or (told.part if told else None)
        if part in _AFTER_NOON and 0 < hour < 12:
            hour += 12
        if hour == 12 and meaning.part in ("TNI", "TEV"):
            hour = 24
        base, why = self._day_around(hour)
        if base and hour == 24:
            base, hour = (base, 0) if self._after_midnight() else (add_days(base, 1), 0)
        seconds = f":{meaning.second:02d}" if meaning.second is not None else ""
        return _at(base, f"T{hour:02d}:{minute:02d}{seconds}"), why

    def _after_midnight(self) -> bool:
        told = self.told.in_paragraph(self.sentence) or self.told.night
        return bool(told and told.part == "TNI")


_READERS: dict[type, Callable[..., Answer]] = {
    Literally: _Reader.literally,
    Relative: _Reader.relative,
    Shifted: _Reader.shifted,
    Weekday: _Reader.weekday,
    Weekend: _Reader.weekend,
    Calendar: _Reader.calendar,
    Season: _Reader.season,
    YearPart: _Reader.year_part,
    Holiday: _Reader.holiday,
    Era: _Reader.era,
    DayPart: _Reader.day_part,
    Clock: _Reader.clock,
}


def _named(told: Told) -> str:
    return f"„{told.text}“ ({told.day.isoformat()})"


def _at(found: date | None, rest: str = "") -> str | None:
    return None if found is None else found.isoformat() + rest


def _carried(told: Told, hour: int) -> date | None:
    """The day of an hour after what was told: past midnight it is the next ("in der Nacht zum Dienstag … um 2.41 Uhr")."""
    night = told.part == "TNI" and hour < 17
    late = hour < 6 and (told.part == "TEV" or (told.clock is not None and told.clock[0] >= 18))
    return add_days(told.day, 1) if night or late else told.day


def _published(text: str | None) -> tuple[date | None, int | None]:
    """Day and hour of publication; of a month its first day."""
    if not text or len(text) < 7:
        return None, None
    found = day(int(text[:4]), int(text[5:7]), int(text[8:10]) if len(text) >= 10 else 1)
    return found, int(text[11:13]) if len(text) >= 13 else None


def _full(year: int, month: int | None, number: int | None, why: str) -> Answer:
    """The value of a date whose year is known, None if there is no such day."""
    if not 1 <= year <= 9999:
        return None, "there is no such year"
    if month is None:
        return f"{year:04d}", why
    if number is None:
        return f"{year:04d}-{month:02d}", why
    found = day(year, month, number)
    return (found.isoformat(), why) if found else (None, "there is no such day")


def _months_apart(base: date, value: str) -> float:
    """Months from a day to a value of month or day precision, negative before it."""
    months = (int(value[:4]) - base.year) * 12 + int(value[5:7]) - base.month
    return months + (int(value[8:10]) - base.day) / 31 if len(value) >= 10 else float(months)
