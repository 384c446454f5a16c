"""Time expressions tied to a day: TIMEX3 values, each with what it was resolved from."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
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
from quellenlage.resolve._tense import direction

_UNKNOWN = "no day of publication is known, and the text names none"
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_HALF_DAY = {"TAF", "TEV"}


def resolve_times(
    expressions: tuple[TimeExpression, ...], article: Article, sentences: tuple[Sentence, ...], lang: Language
) -> tuple[Time, ...]:
    """The expressions with TIMEX3 values, in order. `value` is None where no day can be told; `reason` says why."""
    reader = _Reader(article.published, lang)
    starts = [s.start for s in sentences]
    times = []
    for expression in expressions:
        at = bisect_right(starts, expression.start) - 1
        value, reason = reader.read(expression, sentences[at] if at >= 0 else None)
        times.append(Time(expression.start, expression.end, expression.text, value, expression.kind, reason))
    return tuple(times)


@dataclass(frozen=True, slots=True)
class _Told:
    """The day last told: where, and whether a night that begins on it, and the part or clock told."""

    day: date
    text: str
    sentence: int
    paragraph: int
    part: str | None = None
    clock: tuple[int, int] | None = None


Answer = tuple[str | None, str]


class _Reader:
    """Reads the expressions of one article in order, and keeps the day last told."""

    def __init__(self, published: str | None, lang: Language) -> None:
        self.lang = lang
        self.date, self.hour = _published(published)
        self.precise = bool(published and len(published) >= 10)
        self.told: _Told | None = None
        self.sentence: Sentence | None = None
        self.expression: TimeExpression | None = None

    def read(self, expression: TimeExpression, sentence: Sentence | None) -> Answer:
        """The value of one expression and the reason for it."""
        self.expression, self.sentence = expression, sentence
        value, reason = self._value(expression.meaning)
        self._remember(expression, value)
        return value, reason

    def _value(self, meaning: Meaning) -> Answer:
        return _READERS[type(meaning)](self, meaning)

    # What the text has told so far

    def _remember(self, expression: TimeExpression, value: str | None) -> None:
        if value is None or len(value) < 10 or not value[:10].replace("-", "").isdigit():
            return
        told = day(int(value[:4]), int(value[5:7]), int(value[8:10]))
        if told is None:
            return
        rest = value[10:]
        clock = (int(rest[1:3]), int(rest[4:6])) if len(rest) >= 6 and rest[1:3].isdigit() else None
        part = rest if rest and clock is None else None
        if clock and self.told and self.told.part and self.told.sentence == self._place()[0]:
            part = self.told.part
        self.told = _Told(told, expression.text, *self._place(), part, clock)

    def _place(self) -> tuple[int, int]:
        return (self.sentence.start, self.sentence.paragraph) if self.sentence else (-1, -1)

    def _near(self) -> _Told | None:
        """The day last told if it was told in this sentence or this paragraph."""
        sentence, paragraph = self._place()
        told = self.told
        return told if told and (told.sentence == sentence or told.paragraph == paragraph) else None

    def _direction(self) -> int:
        """-1 past, 1 future, 0 unknown: from the preposition, then from the verbs."""
        expression = self.expression
        if expression is None or self.sentence is None:
            return 0
        tense = direction(self.sentence, expression.start, expression.end, self.lang)
        if expression.lean < 0:
            return -1
        return tense or expression.lean

    def _anchor(self) -> tuple[date | None, str]:
        """The day that relative expressions count from."""
        if self.date and self.precise:
            return self.date, f"published {self.date.isoformat()}"
        if self.told:
            return (
                self.told.day,
                f"no day of publication; the text names {self.told.day.isoformat()} ({self.told.text!r})",
            )
        return None, _UNKNOWN

    # One method for each meaning

    def literally(self, meaning: Literally) -> Answer:
        return meaning.value, "as written"

    def relative(self, meaning: Relative) -> Answer:
        base, why = self._anchor()
        if base is None and self.date and meaning.unit in ("month", "year", "quarter", "decade", "century"):
            base, why = self.date, f"published in {self.date.isoformat()[:7]}"
        if base is None:
            return None, why
        return unit_value(meaning.unit, base, meaning.by), f"{meaning.by:+d} {meaning.unit}, {why}"

    def shifted(self, meaning: Shifted) -> Answer:
        told = self.told
        if told is None:
            return None, "counts from a day that the text has not told"
        why = f"{meaning.by:+d} {meaning.unit} from {told.text!r} ({told.day.isoformat()})"
        if meaning.unit in ("hour", "minute"):
            if told.clock is None or told.sentence < 0:
                return f"PT{abs(meaning.by)}{meaning.unit[0].upper()}", "as written; no clock time was told before it"
            minutes = told.clock[0] * 60 + told.clock[1] + meaning.by * (60 if meaning.unit == "hour" else 1)
            moved = add_days(told.day, minutes // 1440)
            return moved and f"{moved.isoformat()}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}", why
        return unit_value(meaning.unit, told.day, meaning.by), why

    def weekday(self, meaning: Weekday) -> Answer:
        base, why = self._anchor()
        if base is None:
            return None, why
        if meaning.week_by is not None:
            found = add_days(base, 7 * meaning.week_by + meaning.day - base.isoweekday())
            return found and found.isoformat(), f"that day of the week {meaning.week_by:+d}, {why}"
        ahead = (meaning.day - base.isoweekday()) % 7
        if meaning.by:
            step = (ahead or 7) + 7 * (meaning.by - 1) if meaning.by > 0 else (ahead or 7) - 7 + 7 * (meaning.by + 1)
            step = step - 7 if meaning.by < 0 and ahead == 0 else step
            found = add_days(base, step)
            return found and found.isoformat(), f"as its adjective says, {why}"
        if meaning.by == 0:
            found = add_days(base, meaning.day - base.isoweekday())
            return found and found.isoformat(), f"in this week, {why}"
        way = self._direction()
        found = add_days(base, ahead if ahead == 0 or way > 0 else ahead - 7)
        said = {1: "next, since the clause tells of what is to come", -1: "last, since the clause tells of the past"}
        return found and found.isoformat(), f"{said.get(way, 'last before publication')}, {why}"

    def weekend(self, meaning: Weekend) -> Answer:
        base, why = self._anchor()
        if base is None:
            return None, why
        by = meaning.by if meaning.by is not None else 0 if self._direction() > 0 or base.isoweekday() >= 6 else -1
        saturday = add_days(base, 7 * by)
        return saturday and f"{week(saturday)}-WE", f"weekend {by:+d}, {why}"

    def calendar(self, meaning: Calendar) -> Answer:
        if meaning.year is not None:
            return _full(meaning.year, meaning.month, meaning.day, "as written")
        if self.date is None:
            if self.told and meaning.month:
                why = f"year of {self.told.text!r}, no day of publication is known"
                return _full(self.told.day.year, meaning.month, meaning.day, why)
            return None, _UNKNOWN
        if meaning.year_by is not None:
            return _full(
                self.date.year + meaning.year_by,
                meaning.month,
                meaning.day,
                f"year {meaning.year_by:+d} from publication",
            )
        if meaning.month_by is not None:
            return self._by_month(meaning)
        if meaning.month is None:
            return None, "no month is named"
        return self._nearest(lambda y: _full(y, meaning.month, meaning.day, "")[0], meaning.weekday)

    def _by_month(self, meaning: Calendar) -> Answer:
        assert self.date is not None
        if meaning.month is not None:
            year = self.date.year + (meaning.month_by or 0)
            if meaning.month_by == -1 and meaning.month < self.date.month:
                year += 1
            if meaning.month_by == 1 and meaning.month > self.date.month:
                year -= 1
            return _full(year, meaning.month, meaning.day, "as its adjective says")
        year, month = add_months(self.date.year, self.date.month, meaning.month_by or 0)
        return _full(year, month, meaning.day, f"month {meaning.month_by:+d} from publication")

    def _nearest(self, of_year: Callable[[int], str | None], weekday: int | None = None) -> Answer:
        """Of last, this and next year the one that the tense allows, else the nearest to publication."""
        assert self.date is not None
        year = self.date.year
        options = {y: value for y in (year - 1, year, year + 1) if (value := of_year(y))}
        if not options:
            return None, "there is no such day"
        if weekday:
            fitting = {
                y: v for y, v in options.items() if len(v) >= 10 and date.fromisoformat(v[:10]).isoweekday() == weekday
            }
            options = fitting or options
        way = self._direction()
        distance = {y: _months_apart(self.date, v) for y, v in options.items()}
        allowed = [y for y in options if way == 0 or distance[y] * way >= 0 or abs(distance[y]) < 0.05]
        best = min(allowed or options, key=lambda y: (abs(distance[y]), y))
        if abs(distance[best]) > 8:
            best = min(options, key=lambda y: (abs(distance[y]), y))
        return options[
            best
        ], f"nearest to publication{' that the tense allows' if way else ''} ({self.date.isoformat()})"

    def season(self, meaning: Season) -> Answer:
        if meaning.year is not None:
            return f"{meaning.year:04d}-{meaning.code}", "as written"
        if self.date is None:
            return None, _UNKNOWN
        if meaning.year_by is not None:
            return (
                f"{self.date.year + meaning.year_by:04d}-{meaning.code}",
                f"year {meaning.year_by:+d} from publication",
            )
        month = _SEASON_MONTH[meaning.code]
        value, why = self._nearest(lambda y: f"{y:04d}-{month:02d}")
        return value and f"{value[:4]}-{meaning.code}", why

    def year_part(self, meaning: YearPart) -> Answer:
        end = f"-{meaning.letter}{meaning.number}"
        if meaning.year is not None:
            return f"{meaning.year:04d}{end}", "as written"
        if self.date is None:
            return None, _UNKNOWN
        if meaning.year_by is not None:
            return f"{self.date.year + meaning.year_by:04d}{end}", f"year {meaning.year_by:+d} from publication"
        month = meaning.number * (3 if meaning.letter == "Q" else 6)
        value, why = self._nearest(lambda y: f"{y:04d}-{month:02d}")
        return value and value[:4] + end, why

    def holiday(self, meaning: Holiday) -> Answer:
        def of_year(year: int) -> str | None:
            found = holiday(meaning.rule, year)
            return found and found.isoformat()

        if meaning.year is not None:
            return of_year(meaning.year), "as written"
        if self.date is None:
            return None, _UNKNOWN
        if meaning.year_by is not None:
            return of_year(self.date.year + meaning.year_by), f"year {meaning.year_by:+d} from publication"
        return self._nearest(of_year)

    def era(self, meaning: Era) -> Answer:
        if meaning.unit == "century" or len(meaning.digits) == 3:
            return meaning.digits, "as written"
        if self.date is None:
            return None, _UNKNOWN
        century, rest = divmod(self.date.year, 100)
        if int(meaning.digits) == 20 and rest >= 10:
            return None, "two decades fit"
        return f"{century - (int(meaning.digits) > rest)}{meaning.digits[0]}", "the last such decade before publication"

    def day_part(self, meaning: DayPart) -> Answer:
        if meaning.of is None:
            base, why = self._day_around()
            return (f"{base.isoformat()}{meaning.code}" if base else None), why
        value, why = self._value(meaning.of)
        if value is None or len(value) < 10:
            return None, why
        told = date.fromisoformat(value[:10])
        if meaning.eve or (meaning.code == "TNI" and meaning.of == Relative("day", 0) and self._night_is_over()):
            moved = add_days(told, -1)
            return moved and f"{moved.isoformat()}{meaning.code}", f"the night that ends on {value[:10]}; {why}"
        return f"{value[:10]}{meaning.code}", why

    def _night_is_over(self) -> bool:
        """Whether "heute Nacht" is the night before: told in the past tense, or in a report of the morning."""
        way = self._direction()
        return way < 0 or (way == 0 and self.hour is not None and self.hour < 12)

    def _day_around(self) -> tuple[date | None, str]:
        """The day that a part of the day or a clock time without a day belongs to."""
        told = self._near()
        if told:
            return told.day, f"the day told before it, {told.text!r}"
        return self._anchor()

    def clock(self, meaning: Clock) -> Answer:
        base, why = self._day_around()
        told = self._near()
        hour, minute = meaning.hour, meaning.minute or 0
        part = meaning.part or (told.part if told and told.sentence == self._place()[0] else None)
        if part in _HALF_DAY and hour < 12 and hour:
            hour += 12
        if hour == 12 and meaning.part in ("TNI", "TEV"):
            hour = 24
        if told and told.part == "TNI" and base and (hour < 12 or hour == 24):
            base, hour = add_days(base, 1), hour % 24
            why = f"in the night told before it, {told.text!r}"
        seconds = f":{meaning.second:02d}" if meaning.second is not None else ""
        if base is None:
            return None, why
        if hour == 24:
            base, hour = add_days(base, 1), 0
        return base and f"{base.isoformat()}T{hour:02d}:{minute:02d}{seconds}", why


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
