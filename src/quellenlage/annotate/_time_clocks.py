"""Meanings of times of day: "20.30 Uhr", "von 14 bis 18 Uhr", "zehn vor halb sieben"."""

from collections.abc import Sequence

from quellenlage.annotate._time_parts import Found, get, to_int
from quellenlage.annotate._time_words import Word
from quellenlage.model.when import Clock

_CLOCKS = ("COLON", "DM", "INT", "NUMWORD", "ONE")


def _hour_minute(word: Word) -> tuple[int, int | None, int | None] | None:
    """Hour, minute and second of a number as the clock is written, None if there is no such time."""
    text = get([word], "COLON", "DM", "INT", "NUMWORD", "ONE")
    parts = [int(p) for p in (text or "99").split()]
    hour, minute, second = parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
    return (hour, minute, second) if hour <= 24 and (minute or 0) < 60 and (second or 0) < 60 else None


def clocks(words: Sequence[Word]) -> Found:
    """Opening hours: "von 14 bis 18 Uhr", "8.30-12 und 14.30-16.30 Uhr"."""
    times = [
        (i, time) for i, w in enumerate(words) if any(c in w.values for c in _CLOCKS) and (time := _hour_minute(w))
    ]
    part = get(words, "PARTADV")
    for place, (at, (hour, minute, second)) in enumerate(times):
        end = len(words) if place == len(times) - 1 else at + 1
        yield at, end, Clock(hour, minute or 0, second, part)


def clock(words: Sequence[Word]) -> Found:
    """A time of day: "um 14.30 Uhr", "halb zwei", "14 Uhr 30", "Mitternacht"."""
    part = get(words, "PARTADV")
    if get(words, "MIDNIGHT"):
        yield 0, len(words), Clock(24, 0, None, None)
        return
    numbers = [w for w in words if any(c in w.values for c in _CLOCKS) and "VIERTEL" not in w.values]
    time = _hour_minute(numbers[-1]) if numbers else None
    spoken = _spoken(words, numbers)
    if spoken:
        yield 0, len(words), Clock(spoken[0] % 24, spoken[1], None, part, exact=False)
    elif numbers and len(numbers) == 2 and get(words, "UHR"):
        hour, minute = _hour_minute(numbers[0]), to_int(get(numbers[1:], "INT"))
        if hour and minute is not None and minute < 60:
            yield 0, len(words), Clock(hour[0], minute, None, part)
    elif time and (get(words, "UHR") or time[1] is not None or part):
        yield 0, len(words), Clock(time[0], time[1] or 0, time[2], part, exact="ONE" not in numbers[-1].values)


def _spoken(words: Sequence[Word], numbers: Sequence[Word]) -> tuple[int, int] | None:
    """Hour and minute of "halb zwei", "Viertel nach acht", "zehn vor halb sieben"."""
    direction = to_int(get(words, "SIDE")) or 0
    times = [t for w in numbers if (t := _hour_minute(w))]
    if not times:
        return None
    hour = times[-1][0]
    half = get(words, "HALFNUM") is not None
    quarter = to_int(get(words, "VIERTEL"))
    if quarter is not None:
        offset = quarter * direction if direction else quarter - 60
    elif len(times) == 2 and direction and not get(words, "UHR"):
        offset = times[0][0] * direction - (30 if half else 0)
    elif half:
        offset = -30
    else:
        return None
    return divmod(hour * 60 + offset, 60) if hour <= 24 else None
