"""The roles of lines from their kinds and their places: head, body, what stands within the body, tail."""

import re
from itertools import pairwise

from quellenlage.clean._furniture import FurnitureReader
from quellenlage.clean._kinds import Kind
from quellenlage.clean._lines import Line
from quellenlage.model import Role

_OF_KIND: dict[Kind, Role] = {"credit": "credit", "dateline": "dateline", "byline": "byline", "caption": "caption"}
_PAPER = re.compile(r"[|·•»›>]| {2,}")


def lay_out(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader) -> list[Role]:
    """The role of each line."""
    if any(line.hint for line in lines):
        return _from_markup(lines, kinds, furniture)
    first, last = _body(lines, kinds)
    title = _title(lines, kinds, first, furniture)
    if title is not None and title >= first:
        first = next((i for i in range(title + 1, last + 1) if kinds[i] == "prose"), last + 1)
    roles: list[Role] = []
    listed = False
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        listed = _still_listed(lines, kinds, i, listed)
        if i == title:
            roles.append("title")
        elif i < first:
            roles.append(_in_head(lines, kinds, i, title, furniture))
        elif i > last:
            roles.append(_OF_KIND.get(kind, "furniture"))
        else:
            roles.append(_inside(line, kind, listed))
    return roles


def _inside(line: Line, kind: Kind, listed: bool) -> Role:
    if kind in ("final", "list", "furniture") or (listed and kind == "short"):
        return "furniture"
    return _OF_KIND.get(kind, "body")


def _still_listed(lines: list[Line], kinds: list[Kind], i: int, listed: bool) -> bool:
    """Whether a line stands in the list of other articles that a heading in its block has opened."""
    if i and kinds[i - 1] == "list":
        return True
    return listed and lines[i].block == lines[i - 1].block and kinds[i] != "prose"


def _body(lines: list[Line], kinds: list[Kind]) -> tuple[int, int]:
    """The first and the last line of the body, (n, n - 1) where there is none."""
    prose = [i for i, kind in enumerate(kinds) if kind == "prose"]
    if not prose:
        return _without_prose(kinds)
    first, last = prose[0], prose[-1]
    for i in range(first):
        if kinds[i] == "short" and lines[i].closed and lines[i].size >= 4 and "byline" in kinds[:i]:
            first = i
            break
    last = _before_the_end(lines, kinds, first, last)
    while last + 1 < len(lines) and kinds[last + 1] == "short" and lines[last + 1].closed and lines[last + 1].size >= 3:
        last += 1
    return first, last


def _without_prose(kinds: list[Kind]) -> tuple[int, int]:
    """A text without a full paragraph: its body is what follows the first short line, up to the first furniture."""
    short = [i for i, kind in enumerate(kinds) if kind == "short"]
    if not short:
        return len(kinds), len(kinds) - 1
    return (short[1], short[-1]) if len(short) > 1 else (short[0], short[0])


def _before_the_end(lines: list[Line], kinds: list[Kind], first: int, last: int) -> int:
    """The last line of prose before comments or a closing list of other articles.

    A heading over comments ends the article; one over other articles does where less than a third of the prose comes
    after it and none of that is a long paragraph.
    """
    total = sum(lines[i].size for i in range(first, last + 1) if kinds[i] == "prose")
    before = 0
    for i in range(first, last + 1):
        if kinds[i] == "prose":
            before += lines[i].size
        rest = (
            [lines[j].size for j in range(i + 1, last + 1) if kinds[j] == "prose"]
            if kinds[i] in ("final", "list")
            else []
        )
        short = sum(rest) < 0.35 * before and max(rest, default=0) < 45
        if rest and before and ((kinds[i] == "final" and before > 0.3 * total) or (kinds[i] == "list" and short)):
            return max(j for j in range(first, i) if kinds[j] == "prose")
    return last


def _in_head(lines: list[Line], kinds: list[Kind], i: int, title: int | None, furniture: FurnitureReader) -> Role:
    """The role of a line before the body: what follows the title and is a phrase belongs to it and is body."""
    line, kind = lines[i], kinds[i]
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    after = title is not None and i > title
    if not after or title is None or kind in ("furniture", "list", "final") or line.text == lines[title].text:
        return "furniture"
    if _is_author(lines, kinds, i):
        return "byline"
    return (
        "body"
        if line.size >= 3 and not _PAPER.search(line.text) and not furniture.is_section(line.text)
        else "furniture"
    )


def _is_author(lines: list[Line], kinds: list[Kind], i: int) -> bool:
    """Whether a line of two to six words, all with capitals, stands right before a date: a name without "Von"."""
    names = [w for w in lines[i].text.replace(",", " ").split() if w != "und"]
    near = i + 1 < len(lines) and kinds[i + 1] == "dateline"
    return near and 2 <= len(names) <= 6 and all(w[0].isupper() for w in names)


def _title(lines: list[Line], kinds: list[Kind], first: int, furniture: FurnitureReader) -> int | None:
    """The headline: a line repeated in the head, else the first phrase of the last block of phrases before the body."""
    able = [i for i in range(min(first, len(lines))) if _may_be_title(lines, kinds, i, furniture)]
    texts = [lines[i].text for i in able]
    for i in able:
        if texts.count(lines[i].text) > 1 and lines[i].size >= 3:
            return i
    groups = _groups(lines, able)
    if len(groups) > 1 and first < len(lines) and _heads_prose(lines, groups[-1], first):
        groups = groups[:-1]
    if groups:
        return _best_of(lines, groups[-1])
    return _sentence_as_title(lines, kinds, first)


def _may_be_title(lines: list[Line], kinds: list[Kind], i: int, furniture: FurnitureReader) -> bool:
    line = lines[i]
    if kinds[i] != "short" or line.size > 30 or furniture.is_section(line.text) or _is_author(lines, kinds, i):
        return False
    bare = re.split(r"\s\|\s", line.text)[-1] if line.size <= 25 else line.text
    return any(map(str.isalpha, bare)) and not (i == 0 and line.size <= 4) and not line.text.startswith(("+", "@"))


def _groups(lines: list[Line], able: list[int]) -> list[list[int]]:
    """The lines that may be a title, those of one block together."""
    groups: list[list[int]] = []
    for i in able:
        if groups and lines[groups[-1][-1]].block == lines[i].block:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _heads_prose(lines: list[Line], group: list[int], first: int) -> bool:
    """Whether the group is a heading within the text: it stands in one block with the prose that follows it."""
    return group[-1] == first - 1 and lines[group[-1]].block == lines[first].block


def _best_of(lines: list[Line], group: list[int]) -> int:
    """The first line of a group that is no kicker: a word or two before a longer line."""
    for here, there in pairwise(group):
        kicker = (
            lines[here].size <= 2 and not lines[here].text.endswith(("!", "?")) and lines[there].size > lines[here].size
        )
        if not kicker:
            return here
    return group[-1]


def _sentence_as_title(lines: list[Line], kinds: list[Kind], first: int) -> int | None:
    """A first line that is one short sentence over a longer paragraph set apart from it."""
    following = next((i for i in range(first + 1, len(lines)) if kinds[i] == "prose"), None)
    if following is None or kinds[first] != "prose" or lines[first].size > 22 or len(lines[first].sentences()) > 1:
        return None
    apart = lines[first].block != lines[following].block and lines[following].size > lines[first].size
    return first if apart and not any(kinds[i] in ("short", "byline") for i in range(first)) else None


def _from_markup(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader) -> list[Role]:
    """The roles of a page's blocks: the markup's word, and the text's where it says otherwise."""
    title = next((i for i, line in enumerate(lines) if line.hint == "title"), -1)
    roles: list[Role] = []
    listed = False
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if i and kinds[i - 1] == "list":
            listed = True
        elif line.hint in ("heading", "title") or kind == "prose":
            listed = False
        roles.append(_of_block(line, kind, listed, i < title))
    return roles


def _of_block(line: Line, kind: Kind, listed: bool, above: bool) -> Role:
    if line.hint == "title":
        return "title"
    if line.hint == "caption":
        return "caption"
    if kind in ("credit", "dateline"):
        return _OF_KIND[kind]
    if line.hint == "byline" or (kind == "byline" and line.hint != "heading"):
        return "byline" if line.size <= 12 and not line.closed else "furniture"
    if kind in ("final", "list", "furniture") or (listed and kind == "short"):
        return "furniture"
    if line.hint in ("furniture", "time") or (above and kind == "short"):
        return "furniture"
    return "caption" if kind == "caption" else "body"
