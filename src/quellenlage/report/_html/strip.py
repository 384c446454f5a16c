"""The strip of changes along time: a lane for each series that moved, one for claims, origins and denials each.

Changes too near each other to be told apart at the narrowest width are one mark, which leads to the list.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from markupsafe import Markup

from quellenlage.report import calendar
from quellenlage.report._html.changed import Batch, Entry
from quellenlage.report._html.marks import BAR_IDS, ORIGIN_IDS, mark
from quellenlage.report._html.place import width
from quellenlage.report._html.scale import Days
from quellenlage.report._html.svg import percent, tag, text, words
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, counted, join, label

WIDE, NARROW = 500.0, 300.0
_HEIGHT, _MIDDLE = 27, 13.5
_NEAR = 17.0  # pixels between two marks at the narrowest width
_GAP, _EDGE = 18.0, 16.0  # pixels that a label leaves before the next mark, and may pass the edge
_SHRUNK = 0.93  # of a chart's labels
_LETTER = 6.3  # the width of a letter of the axis
_OWN = 4  # series with a lane of their own

Lane = tuple[Both, str | None, Markup]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A mark of a lane: its place as a share of the width, the days that are all that is known, what it stands for."""

    x: float
    hair: tuple[float, float] | None
    batch: Batch
    entries: tuple[Entry, ...]
    slight: int = 0

    @property
    def count(self) -> int:
        return len(self.entries) + self.slight


def strip(made: Sequence[Batch], name: str, book: Book, lang: str) -> tuple[Markup, tuple[Lane, ...]]:
    """The axis and the lanes, each with its name and where that leads; nothing where no article has a day."""
    days = _days(made, book)
    if days is None:
        return Markup(""), ()
    stops = _stops(made, days, book)
    grid = _grid(days, name)
    lanes: list[Lane] = []
    for title, target, own in _lanes(stops):
        lines = tag("use", href=f"#{name}") if lanes else grid
        lanes.append((title, target, _drawing(own, lines, lang)))
    return _axis(days), tuple(lanes)


def _days(made: Sequence[Batch], book: Book) -> Days | None:
    found = [m.ordinal for b in made if (m := calendar.moment(book.article[b.article].published)) and m.ordinal]
    return Days(min(found), max(found), len(found) < len(made)) if found else None


def _stops(made: Sequence[Batch], days: Days, book: Book) -> list[_Stop]:
    """A stop for each article, at its hour, in the middle of its day, or among the undated."""
    floating = {b.article: n + 1 for n, b in enumerate(b for b in made if not b.dated)}
    stops = []
    for b in made:
        m = calendar.moment(book.article[b.article].published)
        at = m.position if m and b.dated else None
        lag = floating[b.article] / (len(floating) + 1) if at is None else 0.5
        vague = m is not None and m.ordinal is not None and m.hour is None
        hair = (days.share(m.ordinal), days.share(m.ordinal + 1)) if vague and m and m.ordinal else None
        stops.append(_Stop(days.share(at, lag), hair, b, b.entries, len(b.slight)))
    return stops


def _lanes(stops: Sequence[_Stop]) -> list[tuple[Both, str | None, list[_Stop]]]:
    """Name, target and stops of each lane that has any."""
    moving = Counter(e.event.item for s in stops for e in s.entries if _moves(e) and s.batch.dated)
    own = [item for item, _ in sorted(moving.items(), key=lambda x: -x[1])[:_OWN]]
    made: list[tuple[Both, str | None, list[_Stop]]] = []
    for item in own:
        kept = _only(stops, partial(_is_of, item))
        first = kept[0].entries[0]
        made.append((Both(first.name, first.name), first.target, kept))
    made.append((label("changes.figures"), None, _only(stops, lambda e: _moves(e) and e.event.item not in own)))
    claims = [replace(s, entries=tuple(e for e in s.entries if e.event.kind == "claim")) for s in stops]
    made.append((label("changes.claims"), None, [s for s in claims if s.count]))
    made.append((label("changes.origins"), None, _only(stops, lambda e: e.event.kind == "origin")))
    made.append((label("changes.denials"), None, _only(stops, lambda e: e.event.kind == "denial")))
    return [(title, target, _bundled(kept)) for title, target, kept in made if kept]


def _moves(e: Entry) -> bool:
    """Whether it changes a figure that there was."""
    return not e.number and e.event.kind != "first"


def _is_of(item: str, e: Entry) -> bool:
    return e.event.item == item


def _only(stops: Sequence[_Stop], wanted: Callable[[Entry], bool]) -> list[_Stop]:
    kept = [replace(s, entries=tuple(e for e in s.entries if wanted(e)), slight=0) for s in stops]
    return [s for s in kept if s.entries]


def _bundled(stops: Sequence[_Stop]) -> list[_Stop]:
    """Stops that would touch are one, at the first one's place."""
    made: list[_Stop] = []
    for s in sorted(stops, key=lambda s: s.x):
        if made and (s.x - made[-1].x) * NARROW < _NEAR:
            a = made[-1]
            ends = [e for h in (a.hair, s.hair) if h for e in h]
            hair = (min(ends), max(ends)) if ends else None
            made[-1] = replace(a, hair=hair, entries=a.entries + s.entries, slight=a.slight + s.slight)
        else:
            made.append(s)
    return made


def _axis(days: Days) -> Markup:
    """The names of the days, or of longer stretches."""
    drawn = []
    for day, length, name in days.ticks():
        if length > 1:
            drawn.append(text(name, class_="ax", x=percent(days.share(day)), y=13))
            continue
        m = calendar.moment(date.fromordinal(day).isoformat())
        fits = _LETTER * (len(name.en) + 5) <= (days.share(day + 1) - days.share(day)) * WIDE
        weekday = tag("tspan", words(calendar.weekday(m) + " "), class_="w") if m and fits else Markup("")
        middle = percent(days.share(day + 0.5))
        drawn.append(tag("text", weekday, words(name), class_="ax", x=middle, y=13, text_anchor="middle"))
    if days.undated:
        drawn.append(text("?", class_="ax", x="95%", y=13, text_anchor="middle"))
    return tag("svg", *drawn, width="100%", height=18)


def _grid(days: Days, name: str) -> Markup:
    """The days' borders and the line that a lane's marks stand on, drawn in the first lane and used by the others."""
    places = [percent(days.share(day)) for day, _, _ in days.ticks()]
    lines = [tag("line", class_="dv", x1=x, x2=x, y1=0, y2=_HEIGHT) for x in places]
    floor = tag("line", class_="g", x1=0, x2=percent(days.width), y1=_MIDDLE, y2=_MIDDLE)
    apart = [tag("line", class_="g", x1="91%", x2="100%", y1=_MIDDLE, y2=_MIDDLE)] if days.undated else []
    return tag("g", *lines, floor, *apart, id=name)


def _drawing(stops: Sequence[_Stop], grid: Markup, lang: str) -> Markup:
    """One lane."""
    hairs = [
        tag("line", class_="hair", x1=percent(s.hair[0]), x2=percent(s.hair[1]), y1=_MIDDLE, y2=_MIDDLE)
        for s in stops
        if s.hair
    ]
    ends = [*(s.x for s in stops[1:]), None]
    marks = [_mark(s, end, lang) for s, end in zip(stops, ends, strict=True)]
    return tag("svg", grid, *hairs, *marks, width="100%", height=_HEIGHT)


def _mark(s: _Stop, end: float | None, lang: str) -> Markup:
    """A link to the passage, of several changes to their list, with a spoken name and a label."""
    ref = s.entries[0].refs[0] if s.count == 1 and s.entries and s.entries[0].refs else None
    target, css = (ref.anchor, "ref mkl") if ref else (s.batch.anchor, "mkl")
    hit = tag("circle", class_="hit", r=12)
    inner = tag("svg", hit, _sign(s), _said(s, end), x=percent(s.x), y=_MIDDLE)
    return tag("a", inner, class_=css, href=f"#{target}", aria_label=_spoken(s)[lang])


def _sign(s: _Stop) -> Markup:
    """A claim's stroke, an origin's sign, a figure's mark: struck where none of the new figures holds."""
    last = s.entries[-1].event if s.entries else None
    if last is None or last.kind in ("claim", "denial"):
        bar = BAR_IDS["denies" if last and last.kind == "denial" else "asserts"]
        return tag("use", href=f"#{bar}", x=-6.5, y=-8, width=13, height=16)
    if last.kind == "origin":
        return tag("use", href=f"#{ORIGIN_IDS['utterance']}")
    return mark("actual" if _new(s) else "denied", "exact")


def _spoken(s: _Stop) -> Both:
    """What the mark says aloud; of claims only how many there are."""
    claims = s.slight + sum(e.event.kind == "claim" for e in s.entries)
    parts = [e.said for e in s.entries if e.event.kind != "claim" or s.count == 1]
    parts += [counted("changes.new", claims)] if claims and (s.count > 1 or s.slight) else []
    return s.batch.stamp + ": " + join(parts, "; ")


def _said(s: _Stop, end: float | None) -> Markup:
    """The label at the wide and at the narrow size, as long as there is room before the next mark or the edge."""
    texts = _texts(s)
    wide, narrow = (
        _fitting(texts, (end - s.x) * across - _GAP if end is not None else (1 - s.x) * across + _EDGE)
        for across in (WIDE, NARROW)
    )
    if wide == narrow:
        return _label(texts[wide], "vl") if wide is not None else Markup("")
    both = ((wide, "vl w"), (narrow, "vl nw"))
    return Markup("").join(_label(texts[n], css) for n, css in both if n is not None)


_Text = tuple[tuple[Both, bool], ...]


def _texts(s: _Stop) -> list[_Text]:
    """The labels to try, longest first; each has values with whether they are struck."""
    last = s.entries[-1] if s.entries else None
    if last is None or last.number:
        single = last is not None and s.count == 1 and last.event.kind != "claim"
        said = label("claim.letter") + str(last.number) if last and single else Both(str(s.count), str(s.count))
        return [((said, False),)]
    gone = {i for e in s.entries for i in e.event.struck}
    every = tuple(
        dict.fromkeys((v, i in gone) for e in s.entries for i, (v, _) in zip(e.event.after, e.after, strict=True))
    )
    short = [_new(s) or every[-1:], (_new(s) or every)[-1:]]
    first = s.entries[0]
    before = tuple((v, i in gone) for i, (v, _) in zip(first.event.before, first.before, strict=True))
    return [(*before, *every), every, *short]


def _new(s: _Stop) -> _Text:
    """The values that hold after it."""
    gone = {i for e in s.entries for i in e.event.struck}
    held = ((v, False) for e in s.entries for i, (v, _) in zip(e.event.after, e.after, strict=True) if i not in gone)
    return tuple(dict.fromkeys(held))


def _fitting(texts: Sequence[_Text], room: float) -> int | None:
    """The first text that the room holds."""
    return next(
        (n for n, parts in enumerate(texts) if _SHRUNK * width(" | ".join(v.de for v, _ in parts)) <= room), None
    )


def _label(parts: _Text, css: str) -> Markup:
    """The values, struck ones before what replaces them; what holds beside another is parted by a stroke."""
    drawn = Markup("")
    for n, (value, struck) in enumerate(parts):
        gap = "" if not n else " " if parts[n - 1][1] else " | " if not struck else " "
        drawn += Markup(gap) + (tag("tspan", words(value), class_="st") if struck else words(value))
    return tag("text", drawn, class_=css, x=10, y=5)
