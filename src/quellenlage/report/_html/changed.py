"""What changed, as the page shows it: one line each under its article, and a strip of them along time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from quellenlage.report import calendar, numbers
from quellenlage.report._html.claims import ClaimView
from quellenlage.report._html.excerpt import shorten
from quellenlage.report._html.series import View
from quellenlage.report.book import Book, Ref
from quellenlage.report.changes import Event, dated, in_words
from quellenlage.report.labels import Both, join, label

RED = ("correction", "copying_error", "denied", "denial")
_NAME = 64

_Values = tuple[tuple[Both, bool], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `target` and `name` are those of its series or claim; `number` the claim's, 0 for a figure.

    `before` and `after` are values, each with whether it is struck; `who` denies.
    """

    event: Event
    kind: Both
    target: str
    name: str
    verbatim: bool
    number: int
    before: _Values
    after: _Values
    refs: tuple[Ref, ...]
    who: str = ""

    @property
    def red(self) -> bool:
        """Whether it contradicts."""
        return self.event.kind in RED

    @property
    def replaces(self) -> bool:
        """Whether what was before holds no longer."""
        return bool(self.before) and all(struck for _, struck in self.before)

    @property
    def said(self) -> Both:
        """What a voice says of it: "Tote: 5 statt ≥ 3, neuer Stand"."""
        head = Both(self.name, self.name)
        if self.after:
            new = join([v for v, _ in self.after], " | ")
            old = join([v for v, _ in self.before], " | ")
            key = "changes.instead" if self.replaces else "changes.beside"
            head = head + ": " + (label(key, new=new, old=old) if self.before else new)
        return head + ", " + self.kind + (f", {self.who}" if self.who else "")


@dataclass(frozen=True, slots=True)
class Batch:
    """What one article changed. `slight` are the new claims that stand nowhere else."""

    anchor: str
    article: str
    page: str
    siglum: str
    outlet: str
    stamp: Both
    dated: bool
    entries: tuple[Entry, ...]
    slight: tuple[Entry, ...]

    @property
    def moved(self) -> list[Entry]:
        """What changes something that there was."""
        return [e for e in self.entries if e.event.kind not in ("first", "claim")]

    @property
    def first(self) -> list[Entry]:
        """Figures of which there was none."""
        return [e for e in self.entries if e.event.kind == "first"]

    @property
    def claims(self) -> list[Entry]:
        """New claims that others make too, or deny."""
        return [e for e in self.entries if e.event.kind == "claim"]

    @property
    def count(self) -> int:
        """How many changes it holds."""
        return len(self.entries) + len(self.slight)


@dataclass(slots=True)
class Changed:
    """All changes of a story, article by article; undated articles last."""

    batches: tuple[Batch, ...] = ()
    axis: Markup = field(default_factory=Markup)
    lanes: tuple[tuple[Both, str | None, Markup], ...] = ()

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(b.count for b in self.batches)

    @property
    def apart(self) -> tuple[Batch, ...]:
        """The batches that have no place on the axis."""
        return tuple(b for b in self.batches if not b.dated)

    def of(self, article: str | None) -> Batch | None:
        """What this article changed."""
        return next((b for b in self.batches if b.article == article), None)


def batches(
    events: Sequence[Event], series: Sequence[View], claims: Sequence[ClaimView], prefix: str, book: Book
) -> tuple[Batch, ...]:
    """The events by the article that caused them."""
    by_series = {v.series.id: v for v in series if v.points}
    by_claim = {c.claim.id: c for c in claims}
    together: dict[str, list[Event]] = {}
    for e in events:
        if e.item in by_series or e.item in by_claim:
            together.setdefault(e.article, []).append(e)
    groups = enumerate(together.values())
    return tuple(_batch(own, by_series, by_claim, f"{prefix}w{n + 1}", book) for n, own in groups)


def _batch(
    events: Sequence[Event],
    series: Mapping[str, View],
    claims: Mapping[str, ClaimView],
    anchor: str,
    book: Book,
) -> Batch:
    article = events[0].article
    made = [_figure(e, series[e.item], book) if e.item in series else _claim(e, claims[e.item], book) for e in events]
    lone = [e.event.kind == "claim" and claims[e.event.item].slight for e in made]
    slight = [e for e, apart in zip(made, lone, strict=True) if apart]
    return Batch(
        anchor=anchor,
        article=article,
        page=book.pages[article],
        siglum=book.sigla[article],
        outlet=book.outlet(article),
        stamp=calendar.stamp(book.article[article].published, home=book.home_year),
        dated=dated(article, book),
        entries=tuple(e for e, apart in zip(made, lone, strict=True) if not apart),
        slight=tuple(sorted(slight, key=lambda e: e.number)),
    )


def _figure(e: Event, v: View, book: Book) -> Entry:
    refs = tuple(book.ref_figure(book.figure[i]) for i in e.after)
    return Entry(
        event=e,
        kind=in_words(e),
        target=v.anchor,
        name=v.series.label,
        verbatim=False,
        number=0,
        before=_values(e.before, e, book),
        after=_values(e.after, e, book),
        refs=refs,
    )


def _values(ids: Iterable[str], e: Event, book: Book) -> _Values:
    return tuple((numbers.shown(book.figure[i]), i in e.struck) for i in ids if i in book.figure)


def _claim(e: Event, c: ClaimView, book: Book) -> Entry:
    said = [book.statement[s] for s in e.statements]
    names = [book.name(s.speaker) or s.speaker_text for s in said] if e.kind == "denial" else []
    return Entry(
        event=e,
        kind=in_words(e),
        target=c.anchor,
        name=shorten(c.text, _NAME),
        verbatim=c.verbatim,
        number=c.number,
        before=(),
        after=(),
        refs=tuple(book.ref_statement(s) for s in said),
        who=", ".join(dict.fromkeys(n for n in names if n)),
    )
