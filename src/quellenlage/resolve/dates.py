"""Time expressions tied to a day: TIMEX3 values, each with what it was resolved from."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

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
from quellenlage.resolve import _days, _years
from quellenlage.resolve._time_context import Answer, Context


def resolve_times(
    expressions: tuple[TimeExpression, ...], article: Article, sentences: tuple[Sentence, ...], lang: Language
) -> tuple[Time, ...]:
    """The expressions with TIMEX3 values, in order. `value` is None where no day can be told; `reason` says why."""
    starts = [s.start for s in sentences]
    places = [bisect_right(starts, e.start) - 1 for e in expressions]
    days = [at for at, e in zip(places, expressions, strict=True) if _tells_a_day(e.meaning)]
    context = Context(article.published, lang, _value)
    times = []
    for at, expression in zip(places, expressions, strict=True):
        before = starts[at - 1] if at > 0 else None
        context.enter(expression, sentences[at] if at >= 0 else None, before, len(days) > 1 or at in days)
        value, reason = context.value(expression.meaning)
        time = Time(expression.start, expression.end, expression.text, value, _kind(expression, value), reason)
        context.told.remember(expression, value, context.sentence)
        context.last = time
        times.append(time)
    return tuple(times)


def _kind(expression: TimeExpression, value: str | None) -> str:
    """The TIMEX3 type, which the value may correct: "in 24 Stunden" may stay a length, "nachts" be any night."""
    if value and value.startswith("P") and not value.endswith("_REF"):
        return "DURATION" if expression.kind in ("DATE", "TIME") else expression.kind
    return "SET" if value and value.startswith("XXXX") else expression.kind


def _tells_a_day(meaning: Meaning) -> bool:
    """Whether these are the words of a report of the day ("gestern", "am Mittwoch", "um 15 Uhr")."""
    if isinstance(meaning, DayPart):
        return meaning.of is not None
    return isinstance(meaning, Weekday | Clock) or (
        isinstance(meaning, Relative) and meaning.unit == "day" and meaning.by != 0
    )


def _value(at: Context, meaning: Meaning) -> Answer:
    return _READERS[type(meaning)](at, meaning)


def _as_written(at: Context, meaning: Literally) -> Answer:
    return meaning.value, "as written"


_READERS: dict[type, Callable[[Context, Any], Answer]] = {
    Calendar: _years.calendar,
    Clock: _days.clock,
    DayPart: _days.day_part,
    Era: _years.era,
    Holiday: _years.holiday,
    Literally: _as_written,
    Relative: _days.relative,
    Season: _years.season,
    Shifted: _days.shifted,
    Weekday: _days.weekday,
    Weekend: _days.weekend,
    YearPart: _years.year_part,
}
