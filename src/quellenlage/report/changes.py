"""What changed when, from the ledger alone: figures that replace others, new claims, further origins, denials.

The articles are read in order of publication, each against what held before it. Copies bring nothing new but their
slips. An article without a day can't be said to have changed anything; what it alone says stands apart.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quellenlage.model import Claim, Figure, Series, Statement, Story
from quellenlage.report import calendar, numbers
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, label

EventKind = Literal[
    "first", "update", "authority", "other", "correction", "copying_error", "denied", "undated",
    "claim", "origin", "denial",
]  # fmt: skip
_LIKE_SERIES = ("update", "authority", "correction", "copying_error")  # kinds that a series' changes have too
_ROUND = 0.06  # a rounded figure is off by no more than this share
_DAY = len("2024-10-24")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that an article changed.

    `item` is the id of the series or claim. `before` are the ids of the figures that held, lowest first, `after` those
    that the article sets against them; `struck` which of both hold no longer. `statements` are what makes, joins or
    denies a claim; `number` says which origin of the claim joined, from 2.
    """

    kind: EventKind
    article: str
    item: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    number: int = 0
    reason: str = ""


def dated(article: str, book: Book) -> bool:
    """Whether the article's day is known."""
    m = calendar.moment(book.article[article].published)
    return m is not None and m.ordinal is not None


def in_words(event: Event) -> Both:
    """The kind of an event as the reader reads it."""
    if event.kind == "origin":
        return label("changes.origin", n=event.number)
    return label(f"change.{event.kind}" if event.kind in _LIKE_SERIES else f"changes.{event.kind}")


def changes(story: Story, series: Sequence[Series], claims: Sequence[Claim], book: Book) -> list[Event]:
    """The events of a story in order of publication, those of undated articles last; first figures, then claims."""
    within = set(story.articles)
    found = [e for s in series for e in _figures(s, book) if e.article in within]
    found += [e for c in claims for e in _claim(c, book) if e.article in within]
    return sorted(found, key=lambda e: (not dated(e.article, book), book.rank[e.article]))


def ends(figures: Sequence[Figure]) -> list[Figure]:
    """One figure of each value, lowest first; of more than two the lowest and the highest."""
    values = {numbers.shown(f): f for f in figures}
    kept = sorted(values.values(), key=lambda f: (numbers.middle(f) or 0.0, f.id))
    return [kept[0], kept[-1]] if len(kept) > 2 else kept


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same: the same ends, or one a bound or rounding that the other just meets."""
    if (a.low, a.high) == (b.low, b.high):
        return True
    x, y = numbers.middle(a), numbers.middle(b)
    if x is None or y is None or "range" in (a.qualifier, b.qualifier):
        return False
    return abs(x - y) <= _ROUND * max(abs(x), abs(y)) and (_meets(x, b, y) or _meets(y, a, x))


def _meets(value: float, bound: Figure, at: float) -> bool:
    match bound.qualifier:
        case "about":
            return True
        case "at_least" | "more_than":
            return value >= at
        case "at_most" | "less_than":
            return value <= at
    return False


def _figures(series: Series, book: Book) -> Iterator[Event]:
    """The events of a series: its slips, then its articles one after the other, then what has no day."""
    replay = _Replay(series, book)
    for c in series.changes:
        if c.kind == "copying_error" and c.later in book.figure:
            wrong = book.figure[c.later]
            yield Event(
                "copying_error", wrong.article, series.id, (c.earlier,), (c.later,), (c.later,), reason=c.reason
            )
    inside = replay.inside()
    for a, figures in inside.items():
        if dated(a, book):
            yield from replay.read(a, figures)
    for a, figures in inside.items():
        if not dated(a, book):
            yield from replay.undated(a, figures)


def held(series: Series, book: Book) -> list[tuple[tuple[Figure, bool], ...]]:
    """What held after each dated article that changed it: the values, lowest first, each with whether it is denied."""
    replay = _Replay(series, book)
    steps: list[list[Figure]] = []
    wrong = _Said()
    for a, figures in replay.inside().items():
        if not dated(a, book):
            continue
        found = list(replay.read(a, figures))
        for i in (i for e in found if e.kind in ("correction", "denied") for i in e.struck):
            wrong.add(book.figure[i])
        if any(e.kind != "denied" for e in found):
            steps.append(ends(list(replay.held.values())))
    return [tuple((f, f in wrong) for f in step) for step in steps]


class _Said:
    """Figures that were said, to ask whether one of them says the same; near ones are found without trying all."""

    def __init__(self) -> None:
        self.ends: set[tuple[float | None, float | None]] = set()
        self.units: set[str] = set()
        self.near: list[tuple[float, int, Figure]] = []

    def add(self, f: Figure) -> None:
        """One more."""
        self.ends.add((f.low, f.high))
        self.units.add(f.unit)
        if (x := numbers.middle(f)) is not None:
            insort(self.near, (x, len(self.near), f))

    def __contains__(self, f: Figure) -> bool:
        if (f.low, f.high) in self.ends:
            return True
        x = numbers.middle(f)
        if x is None:
            return False
        reach = abs(x) * _ROUND / (1 - _ROUND)
        first, last = bisect_left(self.near, (x - reach,)), bisect_right(self.near, (x + reach, len(self.near)))
        return any(agree(f, s) for _, _, s in self.near[first:last])


class _Replay:
    """A series as it stood before each article: the figure that each authority holds, and all that were said."""

    def __init__(self, series: Series, book: Book):
        self.series, self.book = series, book
        self.held: dict[str | None, Figure] = {}
        self.said = _Said()
        self.denied = _Said()
        self.told = {c.later: c for c in series.changes if c.kind in ("update", "authority", "correction")}
        self.pairs = {frozenset((c.earlier, c.later)): c for c in series.changes if c.kind == "correction"}
        self.other = {c.later for c in series.changes if c.kind in ("measure", "copying_error", "conversion")}

    def comparable(self) -> Iterator[Figure]:
        """The figures that count the same, with those that are denied."""
        apart = {a.figure for a in self.series.aside}
        for i in dict.fromkeys([*self.series.figures, *(a.figure for a in self.series.aside)]):
            f = self.book.figure.get(i)
            if f and i not in self.other and (i not in apart or f.status == "denied"):
                yield f

    def inside(self) -> dict[str, list[Figure]]:
        """Those of each article that is no copy, in order of publication and of the text."""
        found: dict[str, list[Figure]] = {}
        for f in self.comparable():
            if f.article not in self.book.derived:
                found.setdefault(f.article, []).append(f)
        ordered = sorted(found, key=lambda a: self.book.rank[a])
        return {a: sorted(found[a], key=lambda f: f.start) for a in ordered}

    def read(self, article: str, figures: Sequence[Figure]) -> Iterator[Event]:
        """What a dated article changes."""
        new = self._first_of_each(figures)
        false = [f for f in figures if f.status == "denied"]
        righted = {d.id: f for d in false for f in new if self._rights(f, d)}
        made = [e for f in new for e in self._one(f, [d for d in false if righted.get(d.id) is f])]
        yield from made
        corrected = [self.book.figure[i] for e in made if e.kind == "correction" for i in e.before]
        for d in false:
            if not any(agree(d, old) for old in corrected) and d not in self.denied:
                yield Event("denied", article, self.series.id, (), (d.id,), (d.id,))
            self.denied.add(d)

    def _first_of_each(self, figures: Sequence[Figure]) -> list[Figure]:
        """Of each authority the first figure, or the one that holds now; what follows it looks back.

        Where the first is known already, what the text changes it into. A figure on nobody's authority comes last, and
        counts only where the article names nobody or where it is the one that holds.
        """
        new: dict[str | None, Figure] = {}
        for f in figures:
            known = new.get(f.attributed_to)
            if f.status != "denied" and (known is None or f.id == self.series.latest or self._changed_into(known, f)):
                new[f.attributed_to] = f
        named = [f for who, f in new.items() if who]
        nobody = new.get(None)
        return [*named, nobody] if nobody and (not named or nobody.id == self.series.latest) else named

    def _changed_into(self, known: Figure, f: Figure) -> bool:
        told = self.told.get(f.id)
        news = f not in self.said and known in self.said
        return news and told is not None and told.kind == "update" and told.earlier == known.id

    def _rights(self, f: Figure, wrong: Figure) -> bool:
        """Whether the figure takes the place of a denied one that was said before, on the same authority."""
        pair = frozenset((f.id, wrong.id)) in self.pairs and f.attributed_to == wrong.attributed_to
        return pair and wrong in self.said

    def _one(self, f: Figure, false: Sequence[Figure]) -> Iterator[Event]:
        """What one figure changes of what is held."""
        alike = {k: h for k, h in self.held.items() if numbers.same_axis(h.unit, f.unit)}
        if (self.held and not alike) or self._recalls(f, alike):
            return
        self.said.add(f)
        own = [alike[f.attributed_to]] if f.attributed_to in alike else []
        before = own or list(false) or list(alike.values())
        if not before:
            yield Event("first", f.article, self.series.id, (), (f.id,))
        elif not any(agree(h, f) for h in (own or alike.values() or before)):
            replaces = bool(own or false) or self._counts_on(f, alike)
            struck = tuple(h.id for h in before) if replaces else ()
            kind, reason = self._why(f, before, false, replaces)
            shown = tuple(h.id for h in ends(before))
            yield Event(kind, f.article, self.series.id, shown, (f.id,), struck, reason=reason)
            if f.attributed_to is None and replaces:
                self.held.clear()
        elif f.attributed_to is None:
            return
        self.held.pop(None, None)
        self.held[f.attributed_to] = f

    def _counts_on(self, f: Figure, alike: dict[str | None, Figure]) -> bool:
        """Whether a figure takes the place of others' rather than standing beside it.

        A count on nobody's authority does, and so does any figure where nobody was named before; estimates compete.
        """
        if f.attributed_to is None:
            return numbers.same_axis(f.unit, "count") or not any(alike)
        return not any(alike)

    def _why(
        self, f: Figure, before: Sequence[Figure], false: Sequence[Figure], replaces: bool
    ) -> tuple[EventKind, str]:
        """The kind of the event, and the step's reason where it speaks of the same two figures."""
        if false:
            return "correction", self.pairs[frozenset((f.id, false[0].id))].reason
        told = self.told.get(f.id)
        earlier = self.book.figure.get(told.earlier) if told else None
        fits = earlier is not None and any(agree(earlier, h) for h in before)
        if told and fits and told.kind == "correction" and replaces:
            return "correction", told.reason
        kind: EventKind = "update" if replaces else "authority" if f.attributed_to else "other"
        return kind, told.reason if told and fits and told.kind == kind else ""

    def _recalls(self, f: Figure, alike: dict[str | None, Figure]) -> bool:
        """Whether the figure is of a day before what the same authority holds, or before all where it holds none."""
        held = [alike[f.attributed_to]] if f.attributed_to in alike else list(alike.values())
        days = [self._day(h) for h in held]
        return bool(days) and bool(self._day(f)) and self._day(f) < max(days)

    def _day(self, f: Figure) -> str:
        day = (self.book.day(f) or "")[:_DAY]
        return day if len(day) == _DAY else ""

    def undated(self, article: str, figures: Sequence[Figure]) -> Iterator[Event]:
        """What an article without a day says that none before it says."""
        units = set(self.said.units)
        for f in figures:
            if f.status != "denied" and f not in self.said:
                if any(numbers.same_axis(f.unit, u) for u in units):
                    yield Event("undated", article, self.series.id, (), (f.id,))
                self.said.add(f)


def _claim(claim: Claim, book: Book) -> Iterator[Event]:
    """When a claim was first made, when further origins joined, and when it was first denied by whom."""
    said = [book.statement[s] for s in claim.statements if s in book.statement]
    first = _earliest([s.article for s in said], book)
    if first is None:
        return
    made = tuple(s.id for s in said if s.article == first)
    yield Event("claim", first, claim.id, statements=made)
    yield from _joined(claim, first, book)
    yield from _denials(claim, book)


def _joined(claim: Claim, first: str, book: Book) -> Iterator[Event]:
    """The origins after the first, as many as are surely independent, where they came with a later article."""
    homes = [(a, o) for o in claim.origins if o.certain and (a := _earliest(o.articles, book))]
    homes.sort(key=lambda home: (not dated(home[0], book), book.rank[home[0]]))
    for n, (article, origin) in enumerate(homes[: claim.independent_low]):
        if n and article != first:
            own = [s for s in (*origin.statements, *claim.statements) if s in book.statement]
            here = tuple(dict.fromkeys(s for s in own if book.statement[s].article == article))
            if here:
                yield Event("origin", article, claim.id, statements=here, number=n + 1, reason=origin.reason)


def _denials(claim: Claim, book: Book) -> Iterator[Event]:
    """The first denial of each voice, those of one article together."""
    voices: dict[str, list[Statement]] = {}
    for i in claim.denied_by:
        if s := book.statement.get(i):
            voices.setdefault(s.speaker or s.speaker_text or "", []).append(s)
    by_article: dict[str, list[str]] = {}
    for own in voices.values():
        first = _earliest([s.article for s in own], book)
        denial = next(s for s in own if s.article == first)
        by_article.setdefault(denial.article, []).append(denial.id)
    for article, ids in by_article.items():
        yield Event("denial", article, claim.id, statements=tuple(ids))


def _earliest(articles: Sequence[str], book: Book) -> str | None:
    """The first of the articles: dated before undated, texts of their own before copies."""
    known = [a for a in articles if a in book.rank]
    return min(known, key=lambda a: (a in book.derived, not dated(a, book), book.rank[a])) if known else None
