"""The section of figures: which form each series takes, its table of wordings, and the figures that stand alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from quellenlage.model import Change, Figure, Series
from quellenlage.report import calendar, numbers
from quellenlage.report._html import rows
from quellenlage.report._html.excerpt import Excerpt, around
from quellenlage.report._html.marks import small_figure
from quellenlage.report._html.points import WRONG, Point, concerned, points
from quellenlage.report._html.speak import authority, spoken
from quellenlage.report._html.svg import tag
from quellenlage.report._html.timechart import time_chart
from quellenlage.report.book import Book, Ref
from quellenlage.report.changes import dated
from quellenlage.report.labels import Both, counted, join, label

_NAMED = 3

_Noted = Mapping[str, Sequence[tuple[int, Change]]]
"""Figure → the changes that concern it, each with its place in the series."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of wordings: a wording with all figures that share it, and what they count if it is silent."""

    ids: tuple[str, ...]
    measure: str
    day: Both
    value: Both
    struck: bool
    wording: Excerpt
    status: Both
    who: Both
    named: bool
    refs: tuple[Ref, ...]
    notes: tuple[tuple[bool, Both, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of competing estimates."""

    day: Both
    who: Both
    refs: tuple[Ref, ...]
    notes: tuple[tuple[bool, Both, str], ...]
    status: Both
    plot: Markup
    spoken: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure that is set aside, with the reason; the same figure in several articles once."""

    mark: Markup
    value: Both
    struck: bool
    refs: tuple[Ref, ...]
    reason: str
    who: Both
    day: Both


@dataclass(slots=True)
class View:
    """A series as the page shows it. `form` is "time", "rows", "small", "same" (all agree) or "single"."""

    anchor: str
    series: Series
    points: list[Point]
    form: str
    unit: Both
    chart: Markup = field(default_factory=Markup)
    ticks: list[tuple[str, Both, bool]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    aside: list[Apart] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    score: tuple[float, ...] = ()
    caption: Both = field(default_factory=lambda: Both("", ""))
    who: Both = field(default_factory=lambda: Both("", ""))
    refs: tuple[Ref, ...] = ()

    @property
    def count(self) -> int:
        """How many figures the series has, with those set aside."""
        return len({*self.series.figures, *(a.figure for a in self.series.aside)})

    @property
    def ids(self) -> tuple[str, ...]:
        """The anchors of all its figures."""
        return tuple(i for line in self.lines for i in line.ids)


def view(series: Series, number: int, book: Book, lang: str) -> View:
    """A series in the form that suits it."""
    made = points(series, book)
    unit = main_unit(made)
    form = _form(made, series.aside, unit)
    spread = len({p.value.de for p in made if not p.struck})
    articles = len({f.article for p in made for f in p.figures})
    alone = form == "single" and made
    v = View(
        f"i-{book.anchors[made[0].figure.id]}" if alone else f"z{number}",
        series,
        made,
        form,
        numbers.unit(unit),
        score=(-articles * min(spread, 4), number),
    )
    v.aside = _aparts(series, book)
    noted = _noted(series, book)
    v.lines = _lines(made, series, noted, book)
    v.caption = _caption(made, v.count, articles, book)
    if form == "same":
        v.who, v.refs = _agreed(made, book)
    elif form == "time":
        v.chart = time_chart(made, authorities(made), book, series.label, lang)
    elif form == "small":
        v.chart = rows.small_chart(made, book, series.label, lang)
    elif form == "rows":
        scale = rows.row_scale(made, unit)
        v.ticks = rows.row_ticks(scale)
        grids = [rows.row_grid(scale, f"g-{v.anchor}"), *[tag("use", href=f"#g-{v.anchor}")] * len(made)]
        plots = [rows.row_plot(p, scale, unit, g) for p, g in zip(made, grids, strict=False)]
        v.rows = [_row(p, noted, book, plot, lang) for p, plot in zip(made, plots, strict=True)]
    return v


def _agreed(made: Sequence[Point], book: Book) -> tuple[Both, tuple[Ref, ...]]:
    """Everyone who is named for the one value, and where it stands."""
    figures = [f for p in made for f in p.figures]
    named = [authority(f, book) for f in figures if f.attributed_to in book.entity]
    who = join(list(dict.fromkeys(named or [authority(figures[0], book)])))
    return who, tuple(book.ref_figure(f) for f in figures)


def _caption(made: Sequence[Point], count: int, articles: int, book: Book) -> Both:
    """How much there is, and what each named authority said last, where there are several of them."""
    head = counted("figure.figures", count) + " " + counted("figure.from", articles) + "."
    last = {p.figure.attributed_to: p for p in made if p.figure.attributed_to in book.entity and not p.struck}
    latest = sorted((p for p in last.values() if p.at is not None), key=lambda p: -(p.at or 0.0))[:_NAMED]
    if len(latest) < 2:
        return head
    said = [authority(p.figure, book) + " " + p.value + " (" + _day(p.figure, book) + ")" for p in latest]
    return head + " " + label("figure.last", said=join(said))


def main_unit(made: Sequence[Point]) -> str:
    """The unit that most marks of a series have."""
    counts = Counter(p.figure.unit for p in made)
    return max(counts, key=lambda u: (counts[u], u), default="count")


def _form(made: Sequence[Point], apart: Sequence[object], unit: str) -> str:
    dated = [p for p in made if p.at is not None]
    soft = sum(p.figure.status != "actual" for p in made)
    if len(made) + len(apart) < 2:
        return "single"
    if len({p.value.de for p in made}) == 1:
        return "same"
    mixed = any(not numbers.same_axis(p.figure.unit, unit) for p in made)
    if not dated or mixed or unit in numbers.MONEY or soft * 2 > len(made):
        return "rows"
    if len(dated) >= 5 and len({int(p.at or 0) for p in dated}) > 1:
        return "time"
    return "small" if len(made) <= 4 else "rows"


def authorities(made: Sequence[Point]) -> list[list[Point]]:
    """The marks of the two authorities that count most often; only who counts twice gets a line."""
    by: dict[str, list[Point]] = {}
    for p in made:
        firm = p.figure.status == "actual" and not p.struck and p.at is not None and p.figure.qualifier != "range"
        if firm and p.figure.attributed_to:
            by.setdefault(p.figure.attributed_to, []).append(p)
    lined = [pts for pts in by.values() if len({p.at for p in pts}) > 1]
    return sorted(lined, key=lambda pts: (-len(pts), pts[0].at or 0))[:2]


def _noted(series: Series, book: Book) -> _Noted:
    """The changes that say more than that nothing changed, with their place in the series, by the figure concerned."""
    found: dict[str, list[tuple[int, Change]]] = {}
    for place, c in enumerate(series.changes):
        if c.kind != "same":
            found.setdefault(concerned(c, book), []).append((place, c))
    return found


def _notes(ids: Sequence[str], noted: _Noted, book: Book) -> tuple[tuple[bool, Both, str], ...]:
    """What changed with these figures: whether it is shown in red, the kind, the reason."""
    found = dict(change for i in ids for change in noted.get(i, ()))
    return tuple(dict.fromkeys(_note(found[place], book) for place in sorted(found)))


def _note(change: Change, book: Book) -> tuple[bool, Both, str]:
    """A figure without a day is another one, but nothing says that it is newer."""
    articles = {book.figure[i].article for i in (change.earlier, change.later) if i in book.figure}
    if change.kind == "update" and not all(dated(a, book) for a in articles):
        return False, label("changes.other"), change.reason if len(articles) == 1 else ""
    return change.kind in WRONG, label(f"change.{change.kind}"), change.reason


def _row(p: Point, noted: _Noted, book: Book, plot: Markup, lang: str) -> Row:
    return Row(
        day=_day(p.figure, book),
        who=authority(p.figure, book),
        refs=tuple(book.ref_figure(f) for f in p.figures),
        notes=_notes([f.id for f in p.figures], noted, book),
        status=label(f"status.{p.figure.status}"),
        plot=plot,
        spoken=spoken(p, book, lang),
    )


def _day(f: Figure, book: Book) -> Both:
    return calendar.stamp((book.day(f) or "")[:10] or None, home=book.home_year)


def _aparts(series: Series, book: Book) -> list[Apart]:
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for a in series.aside:
        if f := book.figure.get(a.figure):
            what = (f.low, f.high, f.unit, f.qualifier, f.status, f.attributed_to)
            alike.setdefault((*what, (book.day(f) or "")[:10], a.reason), []).append(f)
    return [_apart(figures, str(key[-1]), book) for key, figures in alike.items()]


def _apart(figures: Sequence[Figure], reason: str, book: Book) -> Apart:
    f = figures[0]
    refs = tuple(book.ref_figure(g) for g in figures)
    return Apart(
        small_figure(f), numbers.shown(f), f.status == "denied", refs, reason, authority(f, book), _day(f, book)
    )


def _lines(made: Sequence[Point], series: Series, noted: _Noted, book: Book) -> list[Line]:
    lines = []
    apart = [Point((book.figure[a.figure],), None, False, False) for a in series.aside if a.figure in book.figure]
    reasons = {a.figure: a.reason for a in series.aside}
    for p in [*made, *apart]:
        by_wording: dict[str, list[Figure]] = {}
        for f in p.figures:
            by_wording.setdefault(f.text, []).append(f)
        for figures in by_wording.values():
            line = _line(figures, p, noted, book)
            why = reasons.get(figures[0].id)
            lines.append(line if why is None else _set_aside(line, why))
    return lines


def _set_aside(line: Line, why: str) -> Line:
    return replace(line, notes=((False, label("figure.aside_short"), why), *line.notes))


def _line(figures: Sequence[Figure], p: Point, noted: _Noted, book: Book) -> Line:
    f = figures[0]
    return Line(
        ids=tuple(f"i-{book.anchors[g.id]}" for g in figures),
        measure="" if f.measure in f.text else f.measure,
        day=_day(f, book),
        value=numbers.shown(f),
        struck=p.struck or f.status == "denied",
        wording=around(book.article[f.article].text, f.start, f.end),
        status=label(f"status.{f.status}"),
        who=authority(f, book),
        named=f.attributed_to in book.entity,
        refs=tuple(book.ref_figure(g) for g in figures),
        notes=_notes([g.id for g in figures], noted, book),
    )


def alone(shown: set[str], figures: Sequence[Figure], book: Book) -> list[Line]:
    """The figures outside all series; the same value of the same thing by the same authority is one row."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for f in figures:
        if f.id not in shown:
            groups.setdefault((f.measure, f.low, f.high, f.unit, f.qualifier, f.status, f.attributed_to), []).append(f)
    return [_line(g, Point(tuple(g), None, False, False), {}, book) for g in groups.values()]
