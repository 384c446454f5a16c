"""The independence mark: articles on the left run together into origins on the right."""

from collections.abc import Sequence

from markupsafe import Markup

from quellenlage.model import Claim, Origin
from quellenlage.report._html.marks import ORIGIN_IDS, origin_kind
from quellenlage.report._html.svg import tag, text
from quellenlage.report.book import Book

_STEP, _MOST = 17.0, 8
_LEFT, _RIGHT, _WIDTH = 17.0, 60.0, 74


def ordered(claim: Claim, book: Book) -> list[Origin]:
    """The claim's origins from top to bottom so that their lines cross as little as can be."""
    rank = {a: n for n, a in enumerate(carriers(claim, book))}
    middles = []
    for n, o in enumerate(claim.origins):
        places = [rank[a] for a in o.articles if a in rank]
        middles.append((sum(places) / len(places) if places else len(rank), n))
    return [claim.origins[n] for _, n in sorted(middles)]


def carriers(claim: Claim, book: Book) -> list[str]:
    """The articles that make the claim, in order of publication; one that only denies it is none."""
    made = {book.statement[s].article for s in claim.statements if s in book.statement}
    made |= {a for o in claim.origins for a in o.articles if a in book.rank}
    return sorted(made or {a for a in claim.articles if a in book.rank}, key=lambda a: book.rank[a])


def anonymous(origin: Origin, book: Book) -> bool:
    """Whether the voice at the root is described but not named."""
    speakers = {book.statement[s].speaker for s in origin.statements if s in book.statement}
    known = [book.entity[s] for s in speakers if s in book.entity]
    return bool(known) and all(e.anonymous for e in known)


def kind(origin: Origin, book: Book) -> str:
    """The sign of an origin."""
    return origin_kind(origin, anonymous(origin, book))


def independence(claim: Claim, book: Book) -> Markup:
    """The drawing."""
    articles, origins = carriers(claim, book), ordered(claim, book)
    shown = articles if len(articles) <= _MOST else articles[: _MOST - 1]
    rest = len(articles) - len(shown)
    rows = max(len(shown) + bool(rest), len(origins), 1)
    height = rows * _STEP + 4
    left = _places(len(shown) + bool(rest), height)
    right = _places(len(origins), height)
    row = {a: left[min(n, len(left) - 1)] for n, a in enumerate(articles)}
    copies = copies_by_origin(articles, origins, book)
    drawn = [
        _lines([*o.articles, *copies.get(n, [])], o.certain, y, row, book)
        for n, (o, y) in enumerate(zip(origins, right, strict=True))
    ]
    names = [*(book.sigla[a] for a in shown), *([f"+{rest}"] if rest else [])]
    drawn += [text(s, x=8, y=y + 4.2) for s, y in zip(names, left, strict=True)]
    drawn += [_sign(o, y, book) for o, y in zip(origins, right, strict=True)]
    return tag("svg", *drawn, class_="glyph", width=_WIDTH, height=height, aria_hidden="true")


def _places(n: int, height: float) -> list[float]:
    """n rows in the middle of the height."""
    top = (height - (n - 1) * _STEP) / 2
    return [top + k * _STEP for k in range(n)]


def copies_by_origin(articles: Sequence[str], origins: Sequence[Origin], book: Book) -> dict[int, list[str]]:
    """For each origin's place, the articles that have it only through the article that they were copied from."""
    home = {a: n for n, o in enumerate(origins) for a in o.articles}
    found: dict[int, list[str]] = {}
    for a in articles:
        source, steps = a, 0
        while source not in home and source in book.derived and steps < len(book.derived):
            source, steps = book.derived[source].source, steps + 1
        if a not in home and source in home:
            found.setdefault(home[source], []).append(a)
    return found


def _lines(articles: Sequence[str], certain: bool, y: float, row: dict[str, float], book: Book) -> Markup:
    """A line from each article to the origin; broken where the article is a copy or the origin is unsure."""
    drawn, seen = [], set()
    for a in articles:
        if a not in row:
            continue
        broken = a in book.derived or not certain
        if (row[a], broken) in seen:
            continue
        seen.add((row[a], broken))
        bend = f"H{_RIGHT:g}" if row[a] == y else f"C38 {row[a]:g} 42 {y:g} {_RIGHT:g} {y:g}"
        path = f"M{_LEFT:g} {row[a]:g}{bend}"
        drawn.append(tag("path", class_="l dl" if broken else "l", d=path))
    return Markup("").join(drawn)


def _sign(origin: Origin, y: float, book: Book) -> Markup:
    unsure = None if origin.certain else "unsure"
    return tag("use", href=f"#{ORIGIN_IDS[kind(origin, book)]}", x=65, y=y, class_=unsure)
