"""Statements in the JSON form of the German Wikinews quotation data set (Petersen-Frey & Biemann 2024).

One document a line, in the shape of that data set's files, so that its own evaluation and its readers' tools take them:
tokens with running ids, sentences with their character range, and annotations whose roles are lists of token ids. What
the data set tells and a ledger doesn't (`medium`) is "none". Stance, certainty and speaker entity have no place there.
"""

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from quellenlage.model import Article, Ledger, Span, Statement

Json = dict[str, Any]

_TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
}
_TOKEN = re.compile(r"\w+(?:[-.,:/]\w+)*|[^\w\s]")
_LINE = re.compile(r"[^\n]+")


def export_wikinews(ledger: Ledger) -> str:
    """JSON Lines, one article a line in the ledger's order. The same ledger gives the same bytes."""
    told = defaultdict(list)
    for statement in ledger.statements:
        told[statement.article].append(statement)
    lines = (json.dumps(_document(a, told[a.id]), ensure_ascii=False, allow_nan=False) for a in ledger.articles)
    return "".join(line + "\n" for line in lines)


def _document(article: Article, statements: Sequence[Statement]) -> Json:
    tokens = [Span(*hit.span()) for hit in _TOKEN.finditer(article.text)]
    starts = [t.start for t in tokens]
    return {
        "documentName": article.title or article.path,
        "originalText": article.text,
        "sentences": _lines(article.text, tokens, starts),
        "annotations": [_annotation(n, s, article.text, tokens, statements) for n, s in enumerate(statements)],
    }


def _lines(text: str, tokens: Sequence[Span], starts: Sequence[int]) -> list[Json]:
    """Each line of the text as a sentence: the ledger doesn't keep the analysis's own sentences."""
    found = []
    for line in _LINE.finditer(text):
        ids = range(bisect_left(starts, line.start()), bisect_left(starts, line.end()))
        if ids:
            words = [text[tokens[i].start : tokens[i].end] for i in ids]
            found.append({"charBegin": line.start(), "charEnd": line.end(), "tokenIds": list(ids), "tokens": words})
    return found


def _annotation(n: int, s: Statement, text: str, tokens: Sequence[Span], statements: Sequence[Statement]) -> Json:
    nests = [_holds(other, s) for other in statements if other is not s]
    return {
        "id": n,
        "type": _TYPES[s.type],
        "medium": "none",
        "isNested": any(nests),
        "hasNested": any(_holds(s, other) for other in statements if other is not s),
        "quote": _role(s.quote, text, tokens),
        "speaker": _role(s.speaker_spans, text, tokens),
        "cue": _role(s.cue_spans, text, tokens),
        "frame": _role(s.frame_spans, text, tokens),
        "addressee": _role(s.addressee_spans, text, tokens),
    }


def _role(parts: Sequence[Span], text: str, tokens: Sequence[Span]) -> Json:
    """The words of a role and the ids of the tokens that it touches."""
    ids: list[int] = []
    for part in parts:
        first = bisect_left(tokens, part.start, key=lambda t: t.end - 1)
        while first < len(tokens) and tokens[first].start < part.end:
            ids.append(first)
            first += 1
    return {"text": " ".join(text[p.start : p.end] for p in parts), "tokenIds": sorted(set(ids))}


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether all of one statement's words stand among another's."""
    return outer.quote != inner.quote and all(
        any(o.start <= i.start and i.end <= o.end for o in outer.quote) for i in inner.quote
    )
