"""Estimates that compete, one row each with the value on a common axis; and small charts for the short series."""

from collections.abc import Sequence

from markupsafe import Markup

from quellenlage.report import numbers
from quellenlage.report._html.marks import figure_mark
from quellenlage.report._html.place import Box, Spot, Wish, place, width
from quellenlage.report._html.points import Point, sigla
from quellenlage.report._html.scale import Scale, from_zero
from quellenlage.report._html.speak import spoken
from quellenlage.report._html.svg import percent, tag, text, words
from quellenlage.report._html.timechart import Frame, frame
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, label

_SMALL_HEIGHT, _SMALL_WIDTH = 92.0, 168.0
_ROW_MIDDLE = 22.5


def row_scale(made: Sequence[Point], unit: str) -> Scale:
    """The common axis of all rows in the series' main unit."""
    ends = [
        v
        for p in made
        if numbers.same_axis(p.figure.unit, unit)
        for v in (p.figure.low, p.figure.high)
        if v is not None
    ]
    return from_zero(max(ends, default=1.0))


def row_ticks(scale: Scale) -> list[tuple[str, Both, bool]]:
    """Place and name of each tick, and whether it stands so far right that its name must end there."""
    return [(percent(scale.share(t)), numbers.amount(t), scale.share(t) > 0.85) for t in scale.ticks]


def row_grid(scale: Scale, name: str) -> Markup:
    """The ticks' lines, drawn in the first row and used by the others."""
    lines = [tag("line", x1=percent(x), x2=percent(x), y1=0, y2="100%") for x in map(scale.share, scale.ticks)]
    return tag("g", *lines, id=name, class_="g")


def row_plot(p: Point, scale: Scale, unit: str, grid: Markup) -> Markup:
    """One row's drawing: the mark, or only the value where its unit is not the axis's."""
    drawn = _at(p, scale) if numbers.same_axis(p.figure.unit, unit) else _elsewhere(p, unit)
    return tag("svg", grid, drawn, width="100%", height="100%")


def _at(p: Point, scale: Scale) -> Markup:
    low, high = p.figure.low, p.figure.high
    span = low is not None and high is not None and low != high
    a = scale.share(low if low is not None else high or 0.0)
    b = scale.share(high if high is not None else a) if span else a
    x = percent((a + b) / 2)
    if span:
        status = "denied" if p.struck else p.figure.status
        shape = tag("rect", class_=f"rr {status}", x=percent(a), width=percent(max(b - a, 0.004)), y=18, height=9)
        if p.struck:
            slash = tag("path", class_="xs", d="M-8 8L8-8")
            shape += tag("svg", slash, x=x, y=_ROW_MIDDLE, overflow="visible")
    else:
        shape = tag("svg", figure_mark(p.figure, struck=p.struck), x=x, y=_ROW_MIDDLE, overflow="visible")
    left = (a + b) / 2 > 0.62
    towards = ("at_most", "less_than") if left else ("at_least", "more_than")
    gap = 28 if p.figure.qualifier in towards else 22 if p.figure.qualifier == "about" else 12
    edge = percent(a if left else b)
    said = text(p.value, class_=_struck(p), x=-gap if left else gap, text_anchor="end" if left else "start")
    return shape + tag("svg", said, x=edge, y=27, overflow="visible")


def _elsewhere(p: Point, unit: str) -> Markup:
    mark = tag("svg", figure_mark(p.figure, struck=p.struck), x=24, y=_ROW_MIDDLE, overflow="visible")
    money = {p.figure.unit, unit} <= numbers.MONEY
    note = text(label("figure.not_converted" if money else "figure.other_unit"), class_="an", x=0, y=17)
    said = text(p.value, class_=_struck(p), x=0, y=0)
    return mark + tag("svg", said, note, x=52, y=22, overflow="visible")


def _struck(p: Point) -> str:
    return "vl st" if p.struck else "vl"


def small_chart(made: Sequence[Point], book: Book, name: str, lang: str) -> Markup:
    """A chart of at most four marks."""
    f = frame(made, _SMALL_HEIGHT)
    floor = f.height - 22
    end = f.days.width - (0.04 if f.days.undated else 0)
    grid = [tag("line", class_="g", x1=0, x2=percent(end), y1=floor, y2=floor)]
    if f.days.undated:
        grid += [tag("line", class_="g", x1="92%", x2="100%", y1=floor, y2=floor)]
        grid += [text("?", class_="ax", x="100%", y=floor + 15, text_anchor="end")]
    ticks = f.days.ticks()
    grid.append(text(ticks[0][2], class_="ax", x=0, y=floor + 15))
    if len(ticks) > 1:
        grid.append(text(ticks[-1][2], class_="ax", x=percent(end), y=floor + 15, text_anchor="end"))
    marks = _small_marks(f, made, book, lang)
    return tag("svg", *grid, *marks, width="100%", height=int(f.height), role="group", aria_label=name)


def _small_marks(f: Frame, made: Sequence[Point], book: Book, lang: str) -> list[Markup]:
    texts = [[(p.value.de, sigla(p, book, 3)), (p.value.de, ""), ("", sigla(p, book, 2))] for p in made]
    wishes = [
        Wish(f.at(p) * _SMALL_WIDTH, f.y(p.middle), tuple(width(*t) for t in ts), *_reach(p))
        for p, ts in zip(made, texts, strict=True)
    ]
    spots = place(wishes, Box(0, -14, _SMALL_WIDTH, f.height - 18))
    drawn = []
    for p, ts, spot in zip(made, texts, spots, strict=True):
        said = _small_label(p, ts[spot[0]], spot[1]) if spot else Markup("")
        hit = tag("circle", class_="hit", r=13)
        inner = hit + figure_mark(p.figure, upright=True, struck=p.struck) + said
        ref = book.ref_figure(p.figure)
        at = tag("svg", inner, x=percent(f.at(p)), y=f.y(p.middle), overflow="visible")
        drawn.append(tag("a", at, class_="ref mkl", href=f"#{ref.anchor}", aria_label=spoken(p, book, lang)))
    return drawn


def _reach(p: Point) -> tuple[float, float]:
    q = p.figure.qualifier
    wave = 17.0 if q == "about" else 6.0
    return (22.0 if q in ("at_least", "more_than") else wave, 22.0 if q in ("at_most", "less_than") else wave)


def _small_label(p: Point, said: tuple[str, str], spot: Spot) -> Markup:
    letters = tag("tspan", said[1], class_="sg", dx=3 if said[0] else 0) if said[1] else Markup("")
    value = tag("tspan", words(p.value), class_="st" if p.struck else None) if said[0] else Markup("")
    return tag("text", value, letters, class_="vl", x=spot.dx, y=spot.dy, text_anchor=spot.anchor)
