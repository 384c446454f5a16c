"""A text file in a language without tables: told by form alone, with no word of any language."""

import re
from collections import Counter

from quellenlage.clean._lines import Line
from quellenlage.model import Passage, Role

_WORD = re.compile(r"\w{4,}")
_STEM = 5
_PARAGRAPH = 12
"""Least words of a line that ends as a sentence and is surely running text."""


def label_plain(lines: list[Line]) -> list[Passage]:
    """Title, body and what stands around them. The body goes from the first to the last paragraph; the headline is the
    short line before it whose words the body takes up most, the later one of two. No paragraph, and all is body."""
    prose = [i for i, line in enumerate(lines) if line.size >= _PARAGRAPH and line.closed]
    if not prose:
        return [Passage(line.start, line.end, "body") for line in lines]
    first, last = prose[0], prose[-1]
    while last + 1 < len(lines) and lines[last + 1].closed and lines[last + 1].size >= 3:
        last += 1
    title = _headline(lines, prose)
    roles: list[Role] = ["body" if first <= i <= last else "furniture" for i in range(len(lines))]
    if title is not None:
        roles[title] = "title"
    return [Passage(line.start, line.end, role) for line, role in zip(lines, roles, strict=True)]


def _headline(lines: list[Line], prose: list[int]) -> int | None:
    topic = Counter(w[:_STEM] for i in prose[:6] for w in _WORD.findall(lines[i].text[:2_000].lower()))
    able = [i for i in range(prose[0]) if 3 <= lines[i].size <= 25 and not lines[i].text.endswith((".", ":"))]
    echoes = {i: sum(w[:_STEM] in topic for w in _WORD.findall(lines[i].text.lower())) for i in able}
    best = max(able, key=lambda i: (echoes[i], i), default=None)
    return best if best is not None and echoes[best] else None


def name_plain(text: str, passages: tuple[Passage, ...]) -> str | None:
    """The first line as the outlet's name, where it has four words or less and the lines around the body repeat it."""
    aside = [text[p.start : p.end] for p in passages if p.role == "furniture"]
    if not aside or not passages or passages[0].role != "furniture":
        return None
    name = aside[0].strip()
    short = len(name.split()) <= 4 and len(name) <= 40 and any(map(str.isalpha, name))
    return name if short and any(name.lower() in line.lower() for line in aside[1:]) else None
