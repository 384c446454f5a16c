"""The section of lineage: time runs downwards, text travels thick, citations and credits go thin, with words beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quellenlage.model import Article, Citation, Derivation
from quellenlage.report import calendar
from quellenlage.report._html.svg import tag, text
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, join, label

_FIRST, _PITCH, _SPAN, _Y, _R = 16.0, 30.0, 90.0, 22.0, 10.5


@dataclass(slots=True)
class Node:
    """A row: an article of the pile, or an agency's text that is missing from it."""

    key: str
    article: Article | None
    column: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """From an upper row to a lower one. `kind` is a derivation's, "agency" or "cited"."""

    upper: int
    lower: int
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the page shows it."""

    page: str | None
    name: str
    stamp: Both
    ghost: bool
    kind: Both | None
    reasons: tuple[str, ...]
    credits: Both | None
    cites: tuple[tuple[str, str | None, str], ...]
    drawing: Markup
    notes: tuple[Both, ...] = ()

    @property
    def remarks(self) -> Both:
        """Why it is a copy, and what else there is to say."""
        return join([*self.reasons, *self.notes], " · ")


def lineage(articles: Sequence[Article], book: Book) -> list[Row]:
    """The rows of a story's articles, missing agency texts above the first that credits them."""
    nodes = _nodes(articles, book)
    edges = _edges(nodes, book)
    _columns(nodes, edges)
    pitch = min(_PITCH, _SPAN / max(1, max((n.column for n in nodes), default=0)))
    x = [_FIRST + n.column * pitch for n in nodes]
    return [_row(r, nodes, edges, x, book) for r in range(len(nodes))]


def _nodes(articles: Sequence[Article], book: Book) -> list[Node]:
    made, seen = [], set[str]()
    for a in articles:
        if a.id not in book.derived:
            for agency in a.agencies:
                if agency not in seen:
                    seen.add(agency)
                    made.append(Node(f"={agency}", None))
        made.append(Node(a.id, a))
    return made


def _edges(nodes: Sequence[Node], book: Book) -> list[Edge]:
    row = {n.key: r for r, n in enumerate(nodes)}
    edges = set[Edge]()
    for r, n in enumerate(nodes):
        if n.article is None:
            continue
        d = book.derived.get(n.key)
        if d and d.source in row:
            edges.add(Edge(row[d.source], r, d.kind))
        elif not d:
            edges.update(Edge(row[f"={a}"], r, "agency") for a in n.article.agencies)
    for c in book.ledger.citations:
        if c.cited in row and c.article in row:
            edges.add(Edge(row[c.cited], row[c.article], "cited"))
    return sorted((e for e in edges if e.upper < e.lower), key=lambda e: (e.lower, e.kind == "cited", e.upper, e.kind))


def _columns(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """A row's column stays taken down to the last row that comes from it; the last one may stand right below."""
    for r, n in enumerate(nodes):
        n.last = max((e.lower for e in edges if e.upper == r), default=r)
    for r, n in enumerate(nodes):
        above = next((nodes[e.upper] for e in edges if e.lower == r), None)
        if above is not None and above.last == r and not _taken(above.column, r, nodes, above):
            n.column = above.column
            continue
        column = 0
        while _taken(column, r, nodes, None):
            column += 1
        n.column = column


def _taken(column: int, r: int, nodes: Sequence[Node], but: Node | None) -> bool:
    return any(
        n.column == column and i < r and (n.last > r or (n.last == r and n is not but)) for i, n in enumerate(nodes[:r])
    )


def _row(r: int, nodes: Sequence[Node], edges: Sequence[Edge], x: Sequence[float], book: Book) -> Row:
    n = nodes[r]
    drawing = _drawing(r, nodes, edges, x, book)
    if n.article is None:
        ghost = Both("", "")
        return Row(None, n.key[1:], ghost, True, None, (), None, (), drawing, (label("lineage.missing"),))
    a = n.article
    d = book.derived.get(a.id)
    credited = label("derivation.names", a=", ".join(a.agencies)) if a.agencies else None
    cites = tuple(
        (c.source, book.sigla.get(c.cited or ""), _evidence(c))
        for c in book.ledger.citations
        if c.article == a.id and c.source not in a.agencies
    )
    return Row(
        page=book.pages[a.id],
        name=book.outlet(a.id),
        stamp=calendar.stamp(a.published, home=book.home_year),
        ghost=False,
        kind=label(f"derivation.{d.kind}", a=book.sigla[d.source]) if d else None,
        reasons=(d.reason,) if d else (),
        credits=credited,
        cites=cites,
        drawing=drawing,
        notes=_remarks(a, d, book),
    )


def _evidence(c: Citation) -> str:
    """The reason without the words that the row says anyway."""
    said = label("derivation.names", a=c.source).de
    return "" if c.reason == said else c.reason.removeprefix(f"{said}: ")


def _remarks(a: Article, d: Derivation | None, book: Book) -> tuple[Both, ...]:
    """What the row has no line for: a text of its own, a source that gets no credit, the same outlet before."""
    made = [] if d else [label("derivation.own")]
    if d and uncredited(d, book):
        made.append(label("lineage.uncredited"))
    before = [b for b in book.articles if a.outlet and b.outlet == a.outlet and book.rank[b.id] < book.rank[a.id]]
    if before:
        made.append(label("lineage.same_outlet", a=", ".join(book.sigla[b.id] for b in before)))
    return tuple(made)


def uncredited(d: Derivation, book: Book) -> bool:
    """Whether a copy names neither the article that it comes from nor its agency, nor calls itself a translation."""
    copy, source = book.article[d.article], book.article[d.source]
    named = {*copy.agencies, *copy.cites}
    if any(c.article == copy.id and c.cited == source.id for c in book.ledger.citations):
        return False
    if d.kind == "translation" and label("derivation.says_so").de in d.reason:
        return False
    return not named & {*source.agencies, source.outlet or ""}


def _drawing(r: int, nodes: Sequence[Node], edges: Sequence[Edge], x: Sequence[float], book: Book) -> Markup:
    """The row's stretch of the graph: lines that pass, lines that arrive, its own ring, lines that leave."""
    passing, arriving = Markup(""), Markup("")
    for u in sorted({e.upper for e in edges if e.upper < r < nodes[e.upper].last}):
        kinds = {e.kind for e in edges if e.upper == u and e.lower > r}
        passing += _vertical(kinds, x[u], "0", "100%")
    for e in (e for e in edges if e.lower == r):
        arriving += _arrival(e.kind, x[e.upper], x[r])
    leaving = {e.kind for e in edges if e.upper == r}
    down = _vertical(leaving, x[r], str(_Y + _R), "100%") if leaving else Markup("")
    return tag("svg", passing, arriving, down, _ring(nodes[r], x[r], book), class_="lg", width=122, aria_hidden="true")


def _vertical(kinds: set[str], x: float, top: str, bottom: str) -> Markup:
    css = "trk" if kinds - {"cited", "agency"} else "tra" if "agency" in kinds else "ct"
    return tag("line", class_=css, x1=x, x2=x, y1=top, y2=bottom)


def _arrival(kind: str, x1: float, x2: float) -> Markup:
    """From the upper row's column, at the top edge, into this row's ring."""
    if x1 == x2:
        return _straight(kind, x1)
    side = 1 if x2 > x1 else -1
    edge = x2 - side * _R
    if kind == "rewrite":
        waves = max(1, int((abs(edge - x1) - 6) // 5))
        bend = f"M{x1:g} 0V13Q{x1:g} 22 {x1 + 6 * side:g} 22"
        d = bend + f"q{2.5 * side:g}-5 {5 * side:g} 0" + f"t{5 * side:g} 0" * (waves - 1)
        return tag("path", class_="tx rewrite", d=d)
    bend = f"M{x1:g} 0Q{x1:g} {_Y:g} {edge:g} {_Y:g}"
    if kind == "cited":
        tip = f"M{edge - 5 * side:g} {_Y - 3.5:g}L{edge:g} {_Y:g}l{-5 * side:g} 3.5"
        return tag("path", class_="ct", d=bend) + tag("path", class_="cta", d=tip)
    drawn = tag("path", class_="tra" if kind == "agency" else f"tx {kind}", d=bend)
    return drawn + (tag("path", class_="tx tri", d=bend) if kind == "translation" else Markup(""))


def _straight(kind: str, x: float) -> Markup:
    end = _Y - _R
    if kind == "cited":
        tip = f"M{x - 3.5:g} {end - 5:g}L{x:g} {end:g}l3.5-5"
        return tag("line", class_="ct", x1=x, x2=x, y1=0, y2=end) + tag("path", class_="cta", d=tip)
    if kind == "rewrite":
        return tag("path", class_="tx rewrite", d=f"M{x:g} 0q4 2.8 0 5.6t0 5.9")
    css = "tra" if kind == "agency" else f"tx {kind}"
    drawn = tag("line", class_=css, x1=x, x2=x, y1=0, y2=end)
    return drawn + (tag("line", class_="tx tri", x1=x, x2=x, y1=0, y2=end) if kind == "translation" else Markup(""))


def _ring(n: Node, x: float, book: Book) -> Markup:
    look = "gh" if n.article is None else "der" if n.key in book.derived else None
    ring = tag("circle", class_=f"nd {look}" if look else "nd", cx=x, cy=_Y, r=_R)
    name = book.sigla[n.key] if n.article else ""
    size = "ndt der" if look == "der" else "ndt"
    return ring + text(name, class_=size, x=x, y=_Y + 4.2, text_anchor="middle")
