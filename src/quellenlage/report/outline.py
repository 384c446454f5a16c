"""The report as an outline of headings, sentences and tables: what the text and Markdown forms have in common.

A page can fold things away, a terminal can't: the outline names what is disputed, what several articles say and what
the comparison turned up, and counts the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model import Claim, Figure, Ledger, Series, Story
from quellenlage.report import calendar, numbers
from quellenlage.report.book import Book, open_book, stories
from quellenlage.report.changes import Event, changes, in_words
from quellenlage.report.labels import counted, label


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a story's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two; `depth` is how far it is set in."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their names, and rows of as many cells. `bars` are the rows' values to draw, where that helps."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float | None, ...] = ()


Block = Heading | Line | Table


@dataclass(frozen=True, slots=True)
class _Writer:
    """One ledger in one language."""

    book: Book
    lang: str

    def say(self, key: str, **values: str | int) -> str:
        """A label in the writer's language."""
        return label(key, **values)[self.lang]

    def day(self, value: str | None) -> str:
        """A moment as the writer's language writes it, without the year that the whole report is of."""
        return calendar.stamp(value, home=self.book.home_year)[self.lang]

    def cite(self, statement: str) -> str:
        """A statement as speaker and reference."""
        said = self.book.statement[statement]
        who = self.book.name(said.speaker) or said.speaker_text or self.say("outline.nobody")
        return f"{who} {self.book.ref_statement(said).text}"


def outline(ledger: Ledger, lang: str) -> Iterator[Block]:
    """The blocks of the report, story after story."""
    writer = _Writer(open_book(ledger), lang)
    for story in stories(ledger):
        yield from _story(writer, story)
    foreign = [a for a in writer.book.articles if a.language != "de"]
    if foreign:
        yield Heading(2, writer.say("outline.foreign"))
        yield from (Line(f"{writer.book.sigla[a.id]}  {a.title or a.path} ({a.language})") for a in foreign)


def _story(w: _Writer, story: Story) -> Iterator[Block]:
    yield Heading(1, story.title or w.say("outline.untitled"))
    yield Line(w.say("outline.count", articles=len(story.articles), own=_own(w, story)))
    yield Heading(2, w.say("outline.articles"))
    yield _articles(w, story)
    series = [s for s in w.book.ledger.series if s.story == story.id]
    if series:
        yield Heading(2, w.say("nav.zahlen"))
    for s in series:
        yield from _series(w, s)
    claims = [c for c in w.book.ledger.claims if c.story == story.id]
    yield from _claims(w, claims)
    yield from _changes(w, story, series, claims)
    yield from _voices(w, story)
    yield from _lineage(w, story)


def _own(w: _Writer, story: Story) -> int:
    return sum(a not in w.book.derived for a in story.articles)


def _articles(w: _Writer, story: Story) -> Table:
    columns = ("", *(w.say(f"outline.{c}") for c in ("outlet", "published", "title", "origin")))
    inside = [a for a in w.book.articles if a.id in set(story.articles)]
    rows = [
        (w.book.sigla[a.id], w.book.outlet(a.id), w.day(a.published), a.title or "", _descent(w, a.id)) for a in inside
    ]
    return Table(columns, tuple(rows))


def _descent(w: _Writer, article: str) -> str:
    derived = w.book.derived.get(article)
    agencies = ", ".join(w.book.article[article].agencies)
    if derived is None:
        return agencies
    tie = w.say(f"derivation.{derived.kind}", a=w.book.sigla[derived.source])
    return f"{tie}; {agencies}" if agencies else tie


def _series(w: _Writer, s: Series) -> Iterator[Block]:
    yield Heading(3, s.label)
    figures = [w.book.figure[f] for f in s.figures]
    apart = {a.figure: a.reason for a in s.aside}
    alike = [f for f in figures if f.id not in apart]
    columns = ("", *(w.say(f"outline.{c}") for c in ("value", "as_of", "status", "who", "wording")))
    yield Table(columns, tuple(_figure(w, f, s.latest) for f in alike), tuple(numbers.middle(f) for f in alike))
    yield from (Line(c.reason) for c in s.changes if c.kind not in ("same", "update"))
    if apart:
        yield Line(w.say("outline.aside"))
    for figure, reason in apart.items():
        f = w.book.figure[figure]
        yield Line(f"{w.book.ref_figure(f).text}  {numbers.shown(f)[w.lang]}: {reason}", depth=1)


def _figure(w: _Writer, f: Figure, latest: str | None) -> tuple[str, ...]:
    who = w.book.name(f.attributed_to) or w.say("outline.nobody")
    mark = f"{w.book.ref_figure(f).text}{' ←' if f.id == latest else ''}"
    return mark, numbers.shown(f)[w.lang], w.day(w.book.day(f)), w.say(f"status.{f.status}"), who, f.text


def _claims(w: _Writer, claims: list[Claim]) -> Iterator[Block]:
    disputed = [c for c in claims if c.denied_by]
    solid = [c for c in claims if not c.denied_by and c.independent_low > 1]
    shared = [c for c in claims if not c.denied_by and c.independent_low <= 1 and len(c.articles) > 1]
    for key, group in (("disputed", disputed), ("solid", solid), ("single", shared)):
        if group:
            yield Heading(2, f"{w.say(f'outline.{key}')} ({len(group)})")
        for c in group:
            yield from _claim(w, c)
    rest = len(claims) - len(disputed) - len(solid) - len(shared)
    if rest:
        yield Line(w.say("outline.rest", n=rest))


def _claim(w: _Writer, c: Claim) -> Iterator[Block]:
    low, high = c.independent_low, c.independent_high
    number = str(low) if low == high else f"{low}–{high}"
    short = w.say("origin.short", n=number, m=len(c.articles))
    yield Line(f"{c.text}  [{short}]")
    for o in c.origins:
        yield Line(f"{o.label}: {o.reason}", depth=1)
    for d in (d for u in w.book.utterances_of.get(c.id, []) for d in u.drifts):
        earlier, later = (w.book.ref_statement(w.book.statement[s]).text for s in (d.earlier, d.later))
        yield Line(f"{w.say('outline.wording_differs', earlier=earlier, later=later)} {d.reason}", depth=1)
    if c.statements:
        yield Line(f"{w.say('outline.said_by')} {', '.join(map(w.cite, c.statements))}", depth=1)
    if c.denied_by:
        yield Line(f"{w.say('outline.denied_by')} {', '.join(map(w.cite, c.denied_by))}", depth=1)


def _changes(w: _Writer, story: Story, series: Sequence[Series], claims: Sequence[Claim]) -> Iterator[Block]:
    """What each article changed: a line for each figure that moved, further origin and denial; new claims counted."""
    names = {s.id: s.label for s in series} | {c.id: c.text for c in claims}
    by_article: dict[str, list[Event]] = {}
    for e in changes(story, series, claims, w.book):
        if e.kind != "first":
            by_article.setdefault(e.article, []).append(e)
    if len(story.articles) < 2 or not by_article:
        return
    yield Heading(2, w.say("changes.title"))
    for article, events in by_article.items():
        yield Line(f"{w.day(w.book.article[article].published)}  {w.book.sigla[article]} {w.book.outlet(article)}")
        yield from (Line(_change(w, e, names[e.item]), depth=1) for e in events if e.kind != "claim")
        if new := sum(e.kind == "claim" for e in events):
            yield Line(counted("changes.new", new)[w.lang], depth=1)


def _change(w: _Writer, e: Event, name: str) -> str:
    """ "Tote: 5 statt ≥ 3, neuer Stand (D4)"."""
    kind = in_words(e)[w.lang]
    if e.statements:
        return f"{kind}: {name} ({', '.join(map(w.cite, e.statements))})"
    new, old = (" | ".join(numbers.shown(w.book.figure[i])[w.lang] for i in ids) for ids in (e.after, e.before))
    key = "instead" if set(e.before) <= set(e.struck) else "beside"
    said = w.say(f"changes.{key}", new=new, old=old) if old else new
    return f"{name}: {said}, {kind} ({', '.join(w.book.ref_figure(w.book.figure[i]).text for i in e.after)})"


def _voices(w: _Writer, story: Story) -> Iterator[Block]:
    inside = set(story.articles)
    said: dict[str, list[str]] = {}
    for s in w.book.statement.values():
        if s.article in inside and s.speaker:
            said.setdefault(s.speaker, []).append(w.book.ref_statement(s).text)
    if not said:
        return
    yield Heading(2, w.say("nav.stimmen"))
    rows = [
        (w.book.entity[e].name, w.book.entity[e].role or "", str(len(refs)), " ".join(dict.fromkeys(refs)))
        for e, refs in sorted(said.items(), key=lambda x: (-len(x[1]), w.book.entity[x[0]].name, x[0]))
    ]
    yield Table(tuple(w.say(f"outline.{c}") for c in ("who", "role", "statements", "passages")), tuple(rows))


def _lineage(w: _Writer, story: Story) -> Iterator[Block]:
    inside = set(story.articles)
    ties = [d for d in w.book.ledger.derivations if d.article in inside]
    cited = [c for c in w.book.ledger.citations if c.article in inside]
    if ties or cited:
        yield Heading(2, w.say("nav.herkunft"))
    for d in ties:
        tie = w.say(f"derivation.{d.kind}", a=w.book.sigla[d.source])
        yield Line(f"{w.book.sigla[d.article]} {tie}: {d.reason}")
    for c in cited:
        meant = f" ({w.book.sigla[c.cited]})" if c.cited else ""
        yield Line(f"{w.book.sigla[c.article]} → {c.source}{meant}: {c.reason}")
