"""A large pile's articles: the page holds their bare text, a table the marks; an article is painted when it is opened.

Without JavaScript the text is there and every anchor leads to its paragraph. Lengths are in UTF-16 units, as the page's
script counts them.
"""

import json
from collections.abc import Sequence

from markupsafe import Markup

from quellenlage.report._html.marks import BAR_IDS
from quellenlage.report._html.reader import ArticleView, Note, Paragraph, Piece
from quellenlage.report.labels import Both

LARGE = 24


def sheets(articles: Sequence[ArticleView]) -> Markup:
    """For each article, for each paragraph: its pieces and its notes, as JSON.

    A piece is its length, or [length, css, anchors]; a note is [target, value, struck, stroke, pale, spoken, text,
    claims, warnings], where whatever is said in both languages is a pair.
    """
    table = {a.page: [[_pieces(p.pieces), [_note(n) for n in p.notes]] for p in a.paragraphs] for a in articles}
    return Markup(json.dumps(table, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def _pieces(pieces: Sequence[Piece]) -> list[object]:
    made: list[object] = []
    for p in pieces:
        size = len(p.text.encode("utf-16-le", "surrogatepass")) // 2
        made.append([size, p.css, " ".join(p.anchors)] if p.css else size)
    return made


def _pair(both: Both | None) -> list[str] | int:
    return [both.de, both.en] if both else 0


def _note(n: Note) -> list[object]:
    claims = [[target, number] for target, number in n.claims]
    warnings = [[_pair(kind), why] for kind, why in n.warnings]
    stroke, spoken = BAR_IDS.get(n.stroke, ""), _pair(n.spoken)
    return [n.target, _pair(n.value), int(n.struck), stroke, int(n.pale), spoken, n.text, claims, warnings]


def bare(p: Paragraph) -> tuple[Markup, str]:
    """A paragraph's anchors and its text, without marks."""
    anchors = (Markup('<a id="{}" class="anc"></a>').format(a) for piece in p.pieces for a in piece.begins)
    text = "".join(piece.text for piece in p.pieces)
    return Markup("").join(anchors), text.replace("\r\n", " \n").replace("\r", "\n")
