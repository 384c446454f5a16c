"""The articles to read: every passage in order, the evidence marked, furniture small, notes in the margin."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.model import Article, Figure, Statement
from quellenlage.report import calendar, numbers
from quellenlage.report._html.marks import manner
from quellenlage.report.book import Book, first
from quellenlage.report.labels import Both, counted, join, label
from quellenlage.report.paragraphs import INLINE, Block

_FURNITURE = 700
_MANNER = {"asserts": "q", "hedged": "q hdg", "denies": "q dny", "declines": "q dcl"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that something leads to."""

    start: int
    end: int
    css: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph under the same marks. `begins` are the anchors whose passage begins here."""

    text: str
    css: str
    anchors: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin that leads back to where the passage is used. `stroke` is a statement's, "" for a figure."""

    target: str
    stroke: str
    pale: bool
    value: Both | None
    struck: bool
    text: str
    spoken: Both
    claims: tuple[tuple[str, int], ...]
    warnings: tuple[tuple[Both, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block to set. `kind` is "body", "heading", "title", "plain" (date, byline, caption, credit) or "furniture"."""

    kind: str
    n: int
    role: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article in the reader. `title` is what the page calls it where the text itself has no title."""

    page: str
    siglum: str
    copy: bool
    outlet: str
    stamp: Both
    language: str
    about: Both
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    strays: tuple[str, ...]
    notices: tuple[Both, ...]


class Margins:
    """What the notes in the margin need from the whole report: claim anchors, and what went wrong with a figure."""

    def __init__(self, claim_anchors: dict[str, str], warnings: dict[str, list[tuple[Both, str]]], struck: set[str]):
        self.claim_anchors = claim_anchors
        self.warnings = warnings
        self.struck = struck


def article_view(article: Article, book: Book, margins: Margins) -> ArticleView:
    """One article as the reader shows it."""
    marks = sorted(_marks(article, book), key=lambda m: (m.start, -m.end, m.anchor))
    notes = _notes(article, book, margins)
    paragraphs, placed, begun, open_marks, noted = [], set[str](), 0, list[Mark](), 0
    for block in book.blocks[article.id]:
        while begun < len(marks) and marks[begun].start < block.end:
            open_marks.append(marks[begun])
            begun += 1
        open_marks = [m for m in open_marks if m.end > block.start]
        pieces = tuple(_pieces(article.text, block, open_marks, placed))
        until = bisect_left(notes, block.end, lo=noted, key=lambda pair: pair[0])
        paragraphs.append(Paragraph(_kind(block), block.n, block.kind, pieces, tuple(n for _, n in notes[noted:until])))
        noted = until
    copy = article.id in book.derived
    return ArticleView(
        page=book.pages[article.id],
        siglum=book.sigla[article.id],
        copy=copy,
        outlet=book.outlet(article.id),
        stamp=calendar.stamp(article.published, home=book.home_year),
        language=article.language,
        about=_about(article, book),
        title=None if any(p.role == "title" for p in article.passages) else article.title,
        paragraphs=tuple(_joined(paragraphs)),
        strays=tuple(a for a in _all_anchors(article, book) if a not in placed),
        notices=tuple(_notices(article)),
    )


def _kind(block: Block) -> str:
    if block.kind in ("body", "heading", "title", "furniture"):
        return block.kind
    return "plain"


def _marks(article: Article, book: Book) -> Iterator[Mark]:
    yield from (Mark(p.start, p.end, "pz", "") for p in article.passages if p.role in INLINE)
    for s in book.statements_of(article.id):
        spans = s.quote or s.frame_spans or s.cue_spans or s.speaker_spans
        yield from (Mark(p.start, p.end, _MANNER[manner(s)], book.anchors[s.id]) for p in spans if p.end > p.start)
        yield from (Mark(p.start, p.end, "n", "") for p in s.speaker_spans)
    for f in book.figures_of(article.id):
        yield Mark(f.start, f.end, "f fx" if f.status == "denied" else "f", book.anchors[f.id])
    for anchor, t in book.times.get(article.id, []):
        yield Mark(t.start, t.end, "t", anchor)


def _all_anchors(article: Article, book: Book) -> list[str]:
    found = [book.anchors[s.id] for s in book.statements_of(article.id)]
    found += [book.anchors[f.id] for f in book.figures_of(article.id)]
    return found + [anchor for anchor, _ in book.times.get(article.id, [])]


def _pieces(text: str, block: Block, marks: Sequence[Mark], placed: set[str]) -> Iterator[Piece]:
    """The block cut wherever a mark begins or ends. `marks` are in order of their start."""
    cuts = {block.start, block.end}
    cuts.update(x for m in marks for x in (m.start, m.end) if block.start < x < block.end)
    here: list[Mark] = []
    n = 0
    for a, b in pairwise(sorted(cuts)):
        here = [m for m in here if m.end > a]
        while n < len(marks) and marks[n].start <= a:
            here += [marks[n]] if marks[n].end > a else []
            n += 1
        anchors = tuple(dict.fromkeys(m.anchor for m in here if m.anchor))
        begins = tuple(x for x in anchors if x not in placed)
        placed.update(begins)
        css = " ".join(dict.fromkeys(c for m in here for c in m.css.split()))
        yield Piece(text[a:b], css, anchors, begins)


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Furniture in a row is one paragraph, its lines parted by strokes; very long furniture is cut, and says so."""
    run: list[Piece] = []
    for p in paragraphs:
        if p.kind == "furniture" and not p.notes and not any(x.begins for x in p.pieces):
            run.extend([Piece(" / ", "sep", (), ())] if run else [])
            run.extend(p.pieces)
            continue
        if run:
            yield _furniture(run)
            run = []
        yield p
    if run:
        yield _furniture(run)


def _furniture(run: Sequence[Piece]) -> Paragraph:
    kept, size = [], 0
    total = sum(len(p.text) for p in run)
    for p in run:
        if size + len(p.text) > _FURNITURE and total > _FURNITURE * 1.3:
            kept.append(Piece(p.text[: max(0, _FURNITURE - size)], p.css, (), ()))
            kept.append(Piece(f" […{numbers.NBSP}{total - _FURNITURE}]", "sep", (), ()))
            break
        kept.append(p)
        size += len(p.text)
    return Paragraph("furniture", 0, "furniture", tuple(kept), ())


def _about(article: Article, book: Book) -> Both:
    """ "wörtlich aus A · nennt dpa · 11 Aussagen · 11 Zahlen"."""
    d = book.derived.get(article.id)
    parts = [label(f"derivation.{d.kind}", a=book.sigla[d.source]) if d else label("derivation.own")]
    if article.agencies:
        parts.append(label("derivation.names", a=", ".join(article.agencies)))
    said, found = len(book.statements_of(article.id)), len(book.figures_of(article.id))
    return join([*parts, counted("voice.statements", said), counted("figure.figures", found)], " · ")


def _notices(article: Article) -> Iterator[Both]:
    if article.language != "de":
        yield label("reader.other_language", lang=article.language)


def _notes(article: Article, book: Book, margins: Margins) -> list[tuple[int, Note]]:
    made = [(f.start, _figure_note(f, book, margins)) for f in book.figures_of(article.id)]
    made += [(first(s), _statement_note(s, book, margins)) for s in book.statements_of(article.id)]
    return sorted(made, key=lambda pair: (pair[0], pair[1].target))


def _figure_note(f: Figure, book: Book, margins: Margins) -> Note:
    return Note(
        target=f"i-{book.anchors[f.id]}",
        stroke="",
        pale=False,
        value=numbers.shown(f),
        struck=f.status == "denied" or f.id in margins.struck,
        text=f.measure,
        spoken=Both("", ""),
        claims=(),
        warnings=tuple(margins.warnings.get(f.id, [])),
    )


def _statement_note(s: Statement, book: Book, margins: Margins) -> Note:
    claims = [c for c in book.claims_of.get(s.id, []) if c.id not in book.slight]
    links = sorted({(margins.claim_anchors[c.id], book.claim_no[c.id]) for c in claims}, key=lambda x: x[1])
    kind = manner(s)
    spoken = label(f"statement.{kind}") if kind != "asserts" else Both("", "")
    who = book.name(s.speaker) or s.speaker_text or ""
    said = Both(who, who) if who else label("voice.nobody")
    return Note(
        target=f"i-{book.anchors[s.id]}",
        stroke=kind,
        pale=s.article in book.derived,
        value=None if who else said,
        struck=False,
        text=who,
        spoken=spoken,
        claims=tuple(links),
        warnings=tuple(margins.warnings.get(s.id, [])),
    )
