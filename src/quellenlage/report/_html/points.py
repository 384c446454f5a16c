"""The figures of a series as points: what says the same, on the same day, on the same authority, is one mark."""

from dataclasses import dataclass, replace

from quellenlage.model import Change, Figure, Series
from quellenlage.report import calendar, numbers
from quellenlage.report.book import Book
from quellenlage.report.labels import Both

WRONG = ("copying_error", "correction")
_AUTHORITY = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One mark. `at` is a day and its share as a number (see `calendar.Moment.position`), None where no day is known.

    `exact` says whether the hour is known; `struck` that the figure was denied, corrected or copied wrongly. `lag`
    is the place among the undated, 0 to 1.
    """

    figures: tuple[Figure, ...]
    at: float | None
    exact: bool
    struck: bool
    lag: float = 0.5

    @property
    def figure(self) -> Figure:
        """The first of its figures."""
        return self.figures[0]

    @property
    def value(self) -> Both:
        """What the label says."""
        return numbers.shown(self.figure)

    @property
    def middle(self) -> float:
        """Where it stands on the axis of values."""
        return numbers.middle(self.figure) or 0.0


def points(series: Series, book: Book) -> list[Point]:
    """The series' marks in order of time, undated last; without what is set aside."""
    apart = {a.figure for a in series.aside}
    wrong = wrong_figures(series, book)
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for f in (book.figure[i] for i in series.figures if i in book.figure and i not in apart):
        groups.setdefault(_same(f, book), []).append(f)
    made = []
    for figures in _with_authority(groups, book):
        m = calendar.moment(book.day(figures[0]))
        at = m.position if m else None
        struck = any(f.id in wrong or f.status == "denied" for f in figures)
        made.append(Point(tuple(figures), at, bool(m and m.hour is not None), struck))
    made.sort(key=lambda p: (p.at is None, p.at or 0.0, book.rank[p.figure.article], p.figure.start))
    return _spread(made)


def _with_authority(groups: dict[tuple[object, ...], list[Figure]], book: Book) -> list[list[Figure]]:
    """A headline's figure joins the mark of whom its own article names for it, where that is one and no more."""
    named: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key, figures in groups.items():
        if key[_AUTHORITY]:
            for article in {f.article for f in figures}:
                named.setdefault((*_beside(key), article), []).append(key)
    made = {key: list(figures) for key, figures in groups.items()}
    for key, figures in groups.items():
        for f in figures if not key[_AUTHORITY] else ():
            whose = named.get((*_beside(key), f.article), [])
            if len(whose) == 1:
                made[key].remove(f)
                made[whose[0]].append(f)
    return [
        sorted(figures, key=lambda f: (not f.attributed_to, book.rank[f.article], f.start))
        for figures in made.values()
        if figures
    ]


def _beside(key: tuple[object, ...]) -> tuple[object, ...]:
    return key[:_AUTHORITY] + key[_AUTHORITY + 1 :]


def concerned(change: Change, book: Book) -> str:
    """The figure that a change's reason is about: the later one, but for a correction the one that was wrong."""
    if change.kind != "correction":
        return change.later
    later = book.figure.get(change.later)
    return change.later if later and later.status == "denied" else change.earlier


def wrong_figures(series: Series, book: Book) -> set[str]:
    """The figures that a correction or a slip of copying takes out."""
    return {concerned(c, book) for c in series.changes if c.kind in WRONG}


def _same(f: Figure, book: Book) -> tuple[object, ...]:
    """What two figures must share to be one mark; the authority is in place `_AUTHORITY`."""
    day = (book.day(f) or "")[:10]
    return (f.low, f.high, f.unit, f.qualifier, f.status, f.attributed_to or "", day)


def _spread(made: list[Point]) -> list[Point]:
    """Marks of one day without an hour stand beside each other in the order of print, within their day."""
    by_day: dict[int, list[int]] = {}
    for n, p in enumerate(made):
        if p.at is not None and not p.exact:
            by_day.setdefault(int(p.at), []).append(n)
    out = list(made)
    undated = [n for n, p in enumerate(made) if p.at is None]
    for k, n in enumerate(undated):
        out[n] = replace(made[n], lag=(k + 1) / (len(undated) + 1))
    for day, places in by_day.items():
        for k, n in enumerate(places):
            p = made[n]
            out[n] = replace(p, at=day + (k + 1) / (len(places) + 1))
    return sorted(out, key=lambda p: (p.at is None, p.at or 0.0))


def sigla(point: Point, book: Book, most: int = 4) -> str:
    """ "A B C", with "+2" for what is over."""
    articles = sorted({f.article for f in point.figures}, key=lambda a: book.rank[a])
    letters = [book.sigla[a] for a in articles]
    if len(letters) > most:
        letters = [*letters[: most - 1], f"+{len(letters) - most + 1}"]
    return " ".join(letters)
