"""Pieces of an article's text, verbatim, cut only at blanks and marked where they are cut."""

import re
from dataclasses import dataclass

_BEFORE, _AFTER = 34, 62
_LOOK = 200
_STOP = re.compile(r"(?<=[^\d\W][.!?:])([\"“”»«]?)\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words with what stands around them; the dots say whether the text goes on."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def around(text: str, start: int, end: int) -> Excerpt:
    """The words with some of their line around them."""
    nearest, farthest = max(0, start - _LOOK), min(len(text), end + _LOOK)
    line_start = max(text.rfind("\n", nearest, start) + 1, nearest)
    line_end = text.find("\n", end, farthest)
    line_end = farthest if line_end < 0 else line_end
    a, b = _back(text, line_start, start), _forth(text, end, line_end)
    return Excerpt(
        before=folded(text[a:start]) + (" " if text[a:start].rstrip() != text[a:start] else ""),
        words=folded(text[start:end]),
        after=(" " if text[end:b].lstrip() != text[end:b] else "") + folded(text[end:b]),
        cut_before=bool(text[line_start:a].strip()),
        cut_after=bool(text[b:line_end].strip()),
    )


def folded(text: str) -> str:
    """Blank runs as one blank, as a browser sets them."""
    return " ".join(text.split())


def _back(text: str, line_start: int, start: int) -> int:
    """Back to the sentence's start if it is near, else to a blank."""
    least = max(line_start, start - _BEFORE)
    stops = [hit.end() for hit in _STOP.finditer(text, least, start)]
    if stops:
        return stops[-1]
    if least == line_start:
        return line_start
    blank = text.find(" ", least, start)
    return blank + 1 if blank >= 0 else start


def _forth(text: str, end: int, line_end: int) -> int:
    most = min(line_end, end + _AFTER)
    stop = _STOP.search(text, end, most)
    if stop:
        return stop.end(1)
    if most == line_end:
        return line_end
    blank = text.rfind(" ", end, most)
    return blank if blank > end else end


def shorten(text: str, most: int = 90) -> str:
    """At most `most` characters, cut at a blank, with dots where something is left out."""
    whole = folded(text)
    if len(whole) <= most:
        return whole
    cut = whole.rfind(" ", most // 2, most)
    return whole[: cut if cut > 0 else most].rstrip(" ,;:–-") + " …"
