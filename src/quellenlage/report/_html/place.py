"""Labels beside marks, so that none covers another: right of the mark, else above, below, left, else further out.

All in pixels at the narrowest width that a drawing is meant for. Marks stand at percentages, so a wider drawing only
moves them apart; a label that is free at the narrowest width is free at any.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LINE = 14.0
_MOST = 80  # more labels than a chart has room for
_DIGIT, _SMALL, _NOTE = 8.4, 7.4, 6.7


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )  # fmt: skip

    def within(self, other: "Box") -> bool:
        """Whether this one lies inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label goes, from its mark: offset of the baseline and which end is anchored."""

    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A label to place: its mark, how far the mark reaches up and down, and widths to try, longest first."""

    x: float
    y: float
    widths: tuple[float, ...]
    up: float = 6.0
    down: float = 6.0


def width(value: str, sigla: str = "", note: str = "") -> float:
    """The width that a label takes, from the widths of the widest of the page's fonts."""
    return _DIGIT * len(value) + (5 + _SMALL * len(sigla) if sigla else 0) + (6 + _NOTE * len(note) if note else 0)


def place(wishes: Sequence[Wish], bounds: Box, lines: Sequence[Box] = ()) -> list[tuple[int, Spot] | None]:
    """For each wish, in order of their weight, the first width and spot that is free; None where nothing is.

    A label never covers a mark or another label. It crosses a line only where no spot avoids it.
    """
    marks = [Box(w.x - 7, w.y - w.up, w.x + 7, w.y + w.down) for w in wishes]
    taken: list[Box] = []
    found: list[tuple[int, Spot] | None] = []
    for n, wish in enumerate(wishes[:_MOST]):
        reach = max(wish.widths, default=0.0) + 40
        near = (m for i, m in enumerate(marks) if i != n and abs(wishes[i].x - wish.x) < reach)
        blocked = [*taken, *near]
        best = _best(wish, bounds, blocked, lines)
        found.append((best[0], best[1]) if best else None)
        if best:
            taken.append(best[2])
    return found + [None] * (len(wishes) - len(found))


def _best(wish: Wish, bounds: Box, blocked: Sequence[Box], lines: Sequence[Box]) -> tuple[int, Spot, Box] | None:
    """The free spot that crosses fewest lines; a shorter text counts as one line crossed."""
    best: tuple[float, int, Spot, Box] | None = None
    for n, size in enumerate(wish.widths):
        for spot in _spots(wish):
            box = _box(wish, spot, size)
            if not box.within(bounds) or any(box.hits(b) for b in blocked):
                continue
            cost = sum(box.hits(line) for line in lines) + n
            if best is None or cost < best[0]:
                best = (cost, n, spot, box)
            if cost == n:
                break
    return best[1:] if best else None


def _spots(wish: Wish) -> tuple[Spot, ...]:
    """The places around a mark, best first."""
    up, down = wish.up, wish.down
    return (
        Spot(9, 5, "start"),
        Spot(0, -up - 5, "middle"),
        Spot(0, down + 13, "middle"),
        Spot(-9, 5, "end"),
        Spot(8, -5, "start"),
        Spot(8, 16, "start"),
        Spot(-8, -6, "end"),
        Spot(-8, 16, "end"),
        Spot(5, -up - 5, "start"),
        Spot(5, down + 13, "start"),
        Spot(-5, -up - 5, "end"),
        Spot(-5, down + 13, "end"),
        Spot(8, -up - 16, "start"),
        Spot(0, -up - 20, "middle"),
        Spot(8, down + 27, "start"),
        Spot(0, down + 28, "middle"),
        Spot(-8, -up - 16, "end"),
        Spot(-8, down + 27, "end"),
    )


def _box(wish: Wish, spot: Spot, size: float) -> Box:
    x = wish.x + spot.dx
    left = {"start": x, "middle": x - size / 2, "end": x - size}[spot.anchor]
    base = wish.y + spot.dy
    return Box(left, base - LINE + 3, left + size, base + 3)
