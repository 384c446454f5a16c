"""An article's text as blocks to set one below the other: its paragraphs numbered, nothing left out."""

import re
from dataclasses import dataclass

from quellenlage.model import Article

_LINES = re.compile(r"[^\n]*\S[^\n]*")
_ENDS = frozenset(".!?…:;“”\"'»«)]")
_HEADING = 90
INLINE = ("dateline", "credit", "byline")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article to set as one paragraph.

    `kind` is the passage's role, or "heading". `n` is the paragraph's number: body paragraphs count from 1, anything
    else carries the number of the paragraph that it belongs to, 0 above the first.
    """

    start: int
    end: int
    kind: str
    n: int


def blocks(article: Article) -> tuple[Block, ...]:
    """All of the article's text but blank runs, in order."""
    cut = [p for start, end, role in _stretches(article) for p in _split(article.text, start, end, role)]
    pieces = _joined(article.text, cut)
    headings = {(h.start, h.end) for h in article.hints if h.kind == "heading"}
    last = max((i for i, p in enumerate(pieces) if p[2] == "body"), default=-1)
    made, n = [], 0
    for i, (start, end, role) in enumerate(pieces):
        heading = role == "body" and i < last and _is_heading(article.text[start:end], (start, end) in headings)
        if role == "body" and not heading:
            n += 1
        made.append(Block(start, end, "heading" if heading else role, n + 1 if heading else n))
    return tuple(made)


def _stretches(article: Article) -> list[tuple[int, int, str]]:
    """The passages, and what lies between them as furniture; an article without passages is body throughout."""
    if not article.passages:
        return [(0, len(article.text), "body")]
    made, at = [], 0
    for p in article.passages:
        if article.text[at : p.start].strip():
            made.append((at, p.start, "furniture"))
        made.append((p.start, p.end, str(p.role)))
        at = max(at, p.end)
    if article.text[at:].strip():
        made.append((at, len(article.text), "furniture"))
    return made


def _split(text: str, start: int, end: int, role: str) -> list[tuple[int, int, str]]:
    """One piece a line; body lines that a narrow column broke in mid-sentence stay together."""
    made: list[tuple[int, int, str]] = []
    for line in _LINES.finditer(text, start, end):
        s, e = line.span()
        s, e = s + len(line[0]) - len(line[0].lstrip()), s + len(line[0].rstrip())
        if made and role == "body" and _carries_on(text, made[-1][1], s):
            made[-1] = (made[-1][0], e, role)
        else:
            made.append((s, e, role))
    return made


def _joined(text: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A dateline or credit in the line of a paragraph ("Hallbronn (dpa) - Bei …") stays in that paragraph."""
    made: list[tuple[int, int, str]] = []
    for start, end, role in pieces:
        if made and "\n" not in text[made[-1][1] : start]:
            before = made[-1]
            roles = {before[2], role}
            if "body" in roles and roles <= {"body", *INLINE}:
                made[-1] = (before[0], end, "body")
                continue
        made.append((start, end, role))
    return made


def _carries_on(text: str, before: int, after: int) -> bool:
    """A single line break inside a sentence: no full stop before it and a small letter behind it."""
    gap = text[before:after]
    return gap.count("\n") == 1 and text[before - 1] not in _ENDS and text[after].islower()


def _is_heading(text: str, hinted: bool) -> bool:
    return hinted or (len(text) <= _HEADING and text[-1] not in '.!…:;,“”"»«' and " " in text)
