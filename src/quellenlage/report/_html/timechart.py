"""Counts that drift: time from left to right, value upwards from zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from quellenlage.report import calendar, numbers
from quellenlage.report._html.marks import figure_mark
from quellenlage.report._html.place import Box, Spot, Wish, place, width
from quellenlage.report._html.points import Point, sigla
from quellenlage.report._html.scale import Days, Scale, from_zero
from quellenlage.report._html.speak import spoken
from quellenlage.report._html.svg import percent, tag, text, words
from quellenlage.report.book import Book
from quellenlage.report.labels import Both

WIDE, NARROW = 620.0, 300.0
_TOP, _FOOT = 22.0, 22.0
_NOTE = 30


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing's axes and its height in pixels."""

    days: Days
    scale: Scale
    height: float

    def y(self, value: float) -> float:
        """The value's height in pixels from the top."""
        floor = self.height - _FOOT
        return round(floor - self.scale.share(value) * (floor - _TOP), 1)

    def x(self, at: float | None, lag: float = 0.5) -> float:
        """The moment's place as a share of the width."""
        return self.days.share(at, lag)

    def at(self, p: Point) -> float:
        """The mark's place as a share of the width."""
        return self.x(p.at, p.lag)


def frame(made: Sequence[Point], height: float) -> Frame:
    """Axes that hold all points."""
    days = [p.at for p in made if p.at is not None]
    ends = [v for p in made for v in (p.figure.low, p.figure.high) if v is not None]
    axis = Days(int(min(days)), int(max(days) - 1e-9), len(days) < len(made))
    return Frame(axis, from_zero(max(ends, default=1.0)), height)


def time_chart(made: Sequence[Point], lines: Sequence[Sequence[Point]], book: Book, name: str, lang: str) -> Markup:
    """The drawing. `lines` are the points of each authority that gets a line, at most two."""
    f = frame(made, 190.0 if len(made) <= 6 else 250.0 if len(made) <= 11 else 300.0)
    said = [_labels(f, made, lines, book, wide=wide) for wide in (True, False)]
    marks = [_mark(f, p, book, lang, Markup("").join(s.get(n, "") for s in said)) for n, p in enumerate(made)]
    inner = [_grid(f), _hairs(f, made), *(_line(f, pts, n) for n, pts in enumerate(lines)), *marks]
    return tag("svg", *inner, class_="tc", width="100%", height=int(f.height), role="group", aria_label=name)


def _grid(f: Frame) -> Markup:
    made = []
    for v in f.scale.ticks:
        y = f.y(v)
        made.append(tag("line", class_="g", x1=0, x2="100%", y1=y, y2=y))
        made.append(text(numbers.amount(v), class_="ax", x=-8, y=y + 4, text_anchor="end"))
    ticks = f.days.ticks()
    for day, length, name in ticks:
        x = percent(f.x(day))
        made.append(tag("line", class_="dv", x1=x, x2=x, y1=14, y2=f.height - _FOOT))
        made.append(_day_label(f, day, max(length, ticks[0][1]), name))
    if f.days.undated:
        made.append(text("?", class_="ax", x="95%", y=f.height - 5, text_anchor="middle"))
    return Markup("").join(made)


def _day_label(f: Frame, day: int, length: int, name: Both) -> Markup:
    x, y = percent(f.x(day + length / 2)), f.height - 5
    if length > 1:
        return text(name, class_="ax", x=percent(f.x(day)), y=y)
    dated = calendar.moment(_iso(day))
    weekday = tag("tspan", words(calendar.weekday(dated) + " "), class_="w") if dated else Markup("")
    return tag("text", weekday, words(name), class_="ax", x=x, y=y, text_anchor="middle")


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _hairs(f: Frame, made: Sequence[Point]) -> Markup:
    """A day without an hour is a hairline over the day; a range is a bar between its ends."""
    drawn = []
    for p in made:
        y = f.y(p.middle)
        if p.at is not None and not p.exact:
            a, b = percent(f.x(int(p.at))), percent(f.x(int(p.at) + 1))
            drawn.append(tag("line", class_="hair", x1=a, x2=b, y1=y, y2=y))
    return Markup("").join(drawn)


def _line(f: Frame, pts: Sequence[Point], n: int) -> Markup:
    """An authority's steps: a count holds until the same authority changes it."""
    last = max(f.at(p) for p in pts)
    drawn = []
    for a, b in zip(pts, [*pts[1:], None], strict=True):
        end = f.x(b.at) if b else last
        y = f.y(a.middle)
        pieces = [(f.x(a.at), y, end, y)] + ([(end, y, end, f.y(b.middle))] if b else [])
        for x1, y1, x2, y2 in pieces:
            if (x1, y1) != (x2, y2):
                at = {"x1": percent(x1), "x2": percent(x2), "y1": y1, "y2": y2}
                drawn.append(tag("line", class_="ln" if n == 0 else "ln dbl", **at))
                drawn += [tag("line", class_="ln dbi", **at)] if n else []
    return Markup("").join(drawn)


def _mark(f: Frame, p: Point, book: Book, lang: str, said: Markup) -> Markup:
    """A mark is a link to its passage, with a spoken name and its labels."""
    drawn = _range(f, p) if p.figure.qualifier == "range" else figure_mark(p.figure, upright=True, struck=p.struck)
    hit = tag("circle", class_="hit", r=13)
    inner = tag("svg", hit, drawn, said, x=percent(f.at(p)), y=f.y(p.middle), overflow="visible")
    return tag("a", inner, class_="ref mkl", href=f"#{book.anchors[p.figure.id]}", aria_label=spoken(p, book, lang))


def _range(f: Frame, p: Point) -> Markup:
    low, high = p.figure.low or 0.0, p.figure.high or 0.0
    a, b = f.y(low) - f.y(p.middle), f.y(high) - f.y(p.middle)
    bar = tag("path", class_="rg", d=f"M0 {a:.1f}V{b:.1f}")
    return tag("g", bar, tag("path", d=f"M-6 {a:.1f}H6M-6 {b:.1f}H6"), class_=f"mk {p.figure.status}")


def _labels(
    f: Frame, made: Sequence[Point], lines: Sequence[Sequence[Point]], book: Book, *, wide: bool
) -> dict[int, Markup]:
    """Each mark's label at one of the two widths. The latest gets its place first, then what changes the value."""
    across = WIDE if wide else NARROW
    leading = {id(pts[0]) for pts in lines}
    lined = {id(p) for pts in lines for p in pts}
    chosen = [p for p in made if wide or not _repeats(p, made)]
    weighed = sorted(chosen, key=lambda p: (p is not made[-1], _repeats(p, made), id(p) not in leading, -(p.at or 0)))
    noted = [_texts(p, book, wide=wide, note=id(p) in leading or id(p) not in lined) for p in weighed]
    wishes = [
        Wish(f.at(p) * across, f.y(p.middle), tuple(width(*t) for t in texts), *_reach(f, p))
        for p, texts in zip(weighed, noted, strict=True)
    ]
    spots = place(wishes, Box(-18, 0, across + (4 if wide else 10), f.height - _FOOT + 6), _obstacles(f, lines, across))
    place_of = {id(p): n for n, p in enumerate(made)}
    drawn = zip(weighed, noted, spots, strict=True)
    return {place_of[id(p)]: _label(p, texts[s[0]], s[1], wide) for p, texts, s in drawn if s}


def _repeats(p: Point, made: Sequence[Point]) -> bool:
    """Whether the authority said the same figure just before."""
    before = [q for q in made if q.figure.attributed_to == p.figure.attributed_to]
    n = before.index(p)
    return n > 0 and before[n - 1].value == p.value and not p.struck


def _texts(p: Point, book: Book, *, wide: bool, note: bool) -> list[tuple[str, str, str]]:
    """Value, letters and authority of a label, longest first."""
    value = p.value.de
    if not wide:
        return [(value, "", "")]
    letters = sigla(p, book)
    name = book.name(p.figure.attributed_to) if note else None
    short = name if name and len(name) <= _NOTE else None
    return ([(value, letters, short)] if short else []) + [(value, letters, ""), (value, "", "")]


def _reach(f: Frame, p: Point) -> tuple[float, float]:
    """How far a mark reaches up and down from its place."""
    q = p.figure.qualifier
    if q == "range":
        return (abs(f.y(p.figure.high or 0) - f.y(p.middle)) + 3, abs(f.y(p.figure.low or 0) - f.y(p.middle)) + 3)
    return (22.0 if q in ("at_least", "more_than") else 17.0 if q == "about" else 6.0,
            22.0 if q in ("at_most", "less_than") else 17.0 if q == "about" else 6.0)  # fmt: skip


def _obstacles(f: Frame, lines: Sequence[Sequence[Point]], across: float) -> list[Box]:
    boxes = []
    for pts in lines:
        last = max(f.at(p) for p in pts) * across
        for a, b in zip(pts, [*pts[1:], None], strict=True):
            x1, x2, y1 = f.x(a.at) * across, f.x(b.at) * across if b else last, f.y(a.middle)
            boxes.append(Box(x1, y1 - 2, x2, y1 + 2))
            if b:
                y2 = f.y(b.middle)
                boxes.append(Box(x2 - 1, min(y1, y2), x2 + 1, max(y1, y2)))
    return boxes


def _label(p: Point, said: tuple[str, str, str], spot: Spot, wide: bool) -> Markup:
    value = tag("tspan", words(p.value), class_="st") if p.struck else words(p.value)
    letters = tag("tspan", said[1], class_="sg", dx=4) if said[1] else Markup("")
    note = tag("tspan", said[2], class_="an", dx=5) if said[2] else Markup("")
    css = "vl w" if wide else "vl nw"
    return tag("text", value, letters, note, class_=css, x=spot.dx, y=spot.dy, text_anchor=spot.anchor)
