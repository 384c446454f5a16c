"""The ledger with what the page needs beside it: letters for articles, numbers for anchors, places for marks."""

from bisect import bisect_right
from dataclasses import dataclass, field

from quellenlage.model import (
    Article,
    Claim,
    Derivation,
    Entity,
    Figure,
    Ledger,
    Span,
    Statement,
    Story,
    Time,
    Utterance,
)
from quellenlage.report import calendar
from quellenlage.report.paragraphs import Block, blocks

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def siglum(n: int) -> str:
    """The n-th letter name, from 0: A … Z without I and O, then AA."""
    first, last = divmod(n, len(_LETTERS))
    return (siglum(first - 1) if first else "") + _LETTERS[last]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a passage: the anchor's name, the article's letter, the paragraph's number."""

    anchor: str
    siglum: str
    n: int

    @property
    def text(self) -> str:
        """ "E3"."""
        return f"{self.siglum}{self.n}"


@dataclass(slots=True)
class Book:
    """Look-ups over one ledger. Built once by `open_book`; nothing in it changes afterwards."""

    ledger: Ledger
    articles: tuple[Article, ...]
    sigla: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    article: dict[str, Article] = field(default_factory=dict)
    statement: dict[str, Statement] = field(default_factory=dict)
    figure: dict[str, Figure] = field(default_factory=dict)
    entity: dict[str, Entity] = field(default_factory=dict)
    derived: dict[str, Derivation] = field(default_factory=dict)
    claims_of: dict[str, list[Claim]] = field(default_factory=dict)
    utterances_of: dict[str, list[Utterance]] = field(default_factory=dict)
    claim_no: dict[str, int] = field(default_factory=dict)
    slight: set[str] = field(default_factory=set)
    times: dict[str, list[tuple[str, Time]]] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    by_article: dict[str, list[Statement]] = field(default_factory=dict)
    figures_by_article: dict[str, list[Figure]] = field(default_factory=dict)
    quotes_by_article: dict[str, list[tuple[Span, Statement]]] = field(default_factory=dict)
    home_year: int | None = None

    def place(self, article: str, at: int) -> int:
        """The number of the paragraph that the offset lies in."""
        rows = self.blocks[article]
        n = bisect_right(rows, at, key=lambda b: b.start) - 1
        return rows[n].n if n >= 0 else 0

    def kind_at(self, article: str, at: int) -> str:
        """The kind of block that the offset lies in; "" above the first."""
        rows = self.blocks[article]
        n = bisect_right(rows, at, key=lambda b: b.start) - 1
        return rows[n].kind if n >= 0 else ""

    def ref_statement(self, s: Statement) -> Ref:
        """The passage of a statement: where its first quoted words stand."""
        return Ref(self.anchors[s.id], self.sigla[s.article], self.place(s.article, first(s)))

    def ref_figure(self, f: Figure) -> Ref:
        """The passage of a figure."""
        return Ref(self.anchors[f.id], self.sigla[f.article], self.place(f.article, f.start))

    def statements_of(self, article: str) -> list[Statement]:
        """The article's statements, in order."""
        return self.by_article.get(article, [])

    def quotes_of(self, article: str) -> list[tuple[Span, Statement]]:
        """The article's quoted stretches with their statements, in order of their start."""
        if article not in self.quotes_by_article:
            found = [(p, s) for s in self.statements_of(article) for p in s.quote]
            self.quotes_by_article[article] = sorted(found, key=lambda q: (q[0], q[1].id))
        return self.quotes_by_article[article]

    def figures_of(self, article: str) -> list[Figure]:
        """The article's figures, in order."""
        return self.figures_by_article.get(article, [])

    def name(self, entity: str | None) -> str | None:
        """What the entity is called."""
        return self.entity[entity].name if entity in self.entity else None

    def outlet(self, article: str) -> str:
        """The outlet, or what is known instead: the page's address or its path's last part."""
        a = self.article[article]
        return a.outlet or _host(a.url) or a.path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or a.path

    def day(self, figure: Figure) -> str | None:
        """The day that a figure holds for: its own, else the day it was printed."""
        return figure.as_of or self.article[figure.article].published


def first(statement: Statement) -> int:
    """The offset of a statement's first words."""
    spans = statement.quote or statement.frame_spans or statement.cue_spans or statement.speaker_spans
    return spans[0].start if spans else 0


def open_book(ledger: Ledger) -> Book:
    """The look-ups of a ledger."""
    articles = tuple(sorted(ledger.articles, key=lambda a: (calendar.order(a.published), a.path, a.id)))
    book = Book(ledger, articles)
    width = max(2, len(str(len(articles))))
    for n, a in enumerate(articles):
        book.sigla[a.id], book.pages[a.id] = siglum(n), f"a{n + 1:0{width}}"
        book.article[a.id], book.blocks[a.id] = a, blocks(a)
    book.rank = rank = {a.id: n for n, a in enumerate(articles)}
    for n, s in enumerate(sorted(ledger.statements, key=lambda s: (rank[s.article], first(s), s.id))):
        book.statement[s.id], book.anchors[s.id] = s, f"s{n + 1}"
        book.by_article.setdefault(s.article, []).append(s)
    for n, f in enumerate(sorted(ledger.figures, key=lambda f: (rank[f.article], f.start, f.id))):
        book.figure[f.id], book.anchors[f.id] = f, f"f{n + 1}"
        book.figures_by_article.setdefault(f.article, []).append(f)
    book.entity = {e.id: e for e in ledger.entities}
    for d in sorted(ledger.derivations, key=lambda d: (-d.score, d.source)):
        book.derived.setdefault(d.article, d)
    for n, (article, t) in enumerate(sorted(ledger.times, key=lambda x: (rank[x[0]], x[1].start, x[1].end))):
        book.times.setdefault(article, []).append((f"t{n + 1}", t))
    for u in ledger.utterances:
        book.utterances_of.setdefault(u.claim, []).append(u)
    book.home_year = home_year(articles)
    return book


def stories(ledger: Ledger) -> tuple[Story, ...]:
    """The ledger's stories; one of all articles where it names none."""
    if ledger.stories:
        return ledger.stories
    return (Story("all", "", tuple(a.id for a in ledger.articles)),) if ledger.articles else ()


def home_year(articles: tuple[Article, ...]) -> int | None:
    """The year that goes without saying: the one of the latest dated article."""
    years = [m.year for m in (calendar.moment(a.published) for a in articles) if m]
    return max(years) if years else None


def _host(url: str | None) -> str | None:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or None if url else None
