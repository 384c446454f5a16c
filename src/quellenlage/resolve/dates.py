"""Time expressions tied to a day: TIMEX3 values, each with what it was resolved from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
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
from quellenlage.resolve._calendar import add_days
from quellenlage.resolve._time_context import Answer, Context, shown

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T|$)")


def resolve_times(
    expressions: tuple[TimeExpression, ...], article: Article, sentences: tuple[Sentence, ...], lang: Language
) -> tuple[Time, ...]:
    """The expressions with TIMEX3 values, in order. `value` is None where no day can be told; `reason` says why."""
    starts = [s.start for s in sentences]
    places = [bisect_right(starts, e.start) - 1 for e in expressions]
    days = [at for at, e in zip(places, expressions, strict=True) if _tells_a_day(e.meaning)]
    context = Context(article.published, lang, _value)
    context.night_named = bool(_nights(lang).search(article.text))
    times = []
    for at, expression in zip(places, expressions, strict=True):
        before = starts[at - 1] if at > 0 else None
        context.enter(expression, sentences[at] if at >= 0 else None, before, len(days) > 1 or at in days)
        value, reason = context.value(expression.meaning)
        if value is None and isinstance(expression.meaning, Clock) and context.sentence:
            context.untold = context.sentence.paragraph
            context.untold_hours.add(expression.meaning)
        time = Time(expression.start, expression.end, expression.text, value, _kind(expression, value), reason)
        context.told.remember(expression, value, context.sentence)
        context.last = time
        times.append(time)
    return tuple(_led_by_the_next(times, expressions, [sentences[at] if at >= 0 else None for at in places]))


def _led_by_the_next(
    times: Sequence[Time], expressions: Sequence[TimeExpression], places: Sequence[Sentence | None]
) -> Iterator[Time]:
    """An hour that opens a scene takes the day told right after it in its paragraph: "Um 22.48 Uhr war alles vorbei.
    71 Prozent stimmten am Mittwochabend dagegen."
    """
    for here, time in enumerate(times):
        after = here + 1
        meaning = expressions[here].meaning
        opens = time.value is None and isinstance(meaning, Clock) and after < len(times)
        told = times[after].value if opens else None
        place, other = places[here], places[min(after, len(times) - 1)]
        near = place and other and place.paragraph == other.paragraph and place is not other
        if told and near and isinstance(meaning, Clock) and _DAY.match(told) and expressions[after].lean <= 0:
            late = (told[10:] in ("TNI", "TEV") and meaning.hour < 6) or meaning.hour == 24
            day = add_days(date.fromisoformat(told[:10]), int(late))
            value = shown(day, f"T{meaning.hour % 24:02d}:{meaning.minute or 0:02d}")
            time = replace(time, value=value, reason=f"told right after it: „{times[after].text}“")
        yield time


@cache
def _nights(lang: Language) -> re.Pattern[str]:
    """Words for the night of an event, which tell no day: "Unglücksnacht"."""
    table = lang.table("times")["night"]
    return re.compile(rf"(?<!\w)(?!{table['feasts']})[A-ZÄÖÜ][a-zäöüß]{{2,20}}-?(?:{table['ends']})(?!\w)")


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
