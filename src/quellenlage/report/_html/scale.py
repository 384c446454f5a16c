"""Axes: round ends and round steps."""

import math
from dataclasses import dataclass
from datetime import date

from quellenlage.report import calendar
from quellenlage.report.labels import Both, words

_DAYS = (1, 2, 3, 7, 14)
_LABELS = 10
_LEAST, _MOST = 1e-9, 1e200


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to `top`, with ticks."""

    top: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """The value as a share of the axis, 0 to 1."""
        return min(max(value / self.top, 0.0), 1.0)


def from_zero(highest: float, steps: int = 4) -> Scale:
    """An axis from zero that ends just above `highest`, with at most `steps` round steps."""
    if not _LEAST < highest < _MOST:
        return Scale(1.0, (0.0, 1.0))
    raw = highest * 1.06 / steps
    size = 10 ** math.floor(math.log10(raw))
    step = next(m * size for m in (1, 2, 2.5, 3, 5, 10) if m * size >= raw * 0.999)
    if highest >= 2:
        step = max(step, 1.0)
    full = math.ceil(highest / step - 1e-9)
    if step * full <= highest * 1.2:
        return Scale(step * full * 1.02, tuple(step * n for n in range(full + 1)))
    return Scale(highest * 1.06, tuple(step * n for n in range(full)))


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days from the start of day `first` to the end of day `last` (running numbers)."""

    first: int
    last: int
    undated: bool = False

    @property
    def width(self) -> float:
        """The share of the drawing that has dates; the rest is for what has none."""
        return 0.88 if self.undated else 1.0

    def share(self, at: float | None, lag: float = 0.5) -> float:
        """A moment's place as a share of the drawing's width; without one, its place among the undated."""
        if at is None:
            return 0.9 + 0.1 * lag
        return (at - self.first) / max(self.last - self.first + 1, 1) * self.width

    def ticks(self) -> list[tuple[int, int, Both]]:
        """First day, length in days and name of each labelled stretch; at most ten of them."""
        n = self.last - self.first + 1
        step = next((d for d in _DAYS if n / d <= _LABELS), 0)
        if step:
            starts = range(self.first, self.last + 1, step)
            return [(d, min(step, self.last + 1 - d), _day_name(d, step, d == self.first)) for d in starts]
        return self._months(n)

    def _months(self, n: int) -> list[tuple[int, int, Both]]:
        firsts = [self.first, *(d for d in range(self.first + 1, self.last + 1) if date.fromordinal(d).day == 1)]
        every = max(1, math.ceil(len(firsts) / 9))
        kept = firsts[::every]
        ends = [*kept[1:], self.last + 1]
        return [(d, e - d, _month_name(d, n > 300)) for d, e in zip(kept, ends, strict=True)]


def _day_name(ordinal: int, step: int, first: bool) -> Both:
    """ "9.", with the month at the start of the axis and of a month."""
    d = date.fromordinal(ordinal)
    m = calendar.Moment(d.year, d.month, d.day)
    if first or d.day <= step:
        return calendar.day_short(m)
    return Both(f"{d.day}.", str(d.day))


def _month_name(ordinal: int, with_year: bool) -> Both:
    d = date.fromordinal(ordinal)
    de, en = words("calendar.short_months")
    tail = f" {d.year}" if with_year else ""
    return Both(de[d.month - 1] + tail, en[d.month - 1] + tail)
