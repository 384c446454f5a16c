"""The roles of lines from their kinds and their places: head, body, what stands within the body, tail."""

import re

from quellenlage.clean._asides import AsideReader
from quellenlage.clean._furniture import FurnitureReader
from quellenlage.clean._headline import find_headline, is_author
from quellenlage.clean._kinds import Kind
from quellenlage.clean._lines import Line
from quellenlage.model import Role

_OF_KIND: dict[Kind, Role] = {"credit": "credit", "dateline": "dateline", "byline": "byline", "caption": "caption"}
_ASIDE: frozenset[Kind] = frozenset(("final", "list", "advert", "furniture"))
_PAPER = re.compile(r"[|·•»›>]| {2,}")


def lay_out(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader, asides: AsideReader) -> list[Role]:
    """The role of each line."""
    marked = any(line.hint for line in lines)
    roles = (_from_markup if marked else _from_text)(lines, kinds, furniture)
    for i in asides.find(lines, kinds, roles):
        roles[i] = "furniture"
    return roles


def _from_text(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader) -> list[Role]:
    first, last = _body(lines, kinds, furniture)
    title = find_headline(lines, kinds, first, furniture)
    if title is not None and title >= first:
        first = next((i for i in range(title + 1, last + 1) if kinds[i] == "prose"), last + 1)
    roles: list[Role] = []
    said: set[str] = set()
    listed = False
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        listed = _still_listed(lines, kinds, i, listed)
        again = line.size >= 4 and line.text in said
        if again and i != title:
            roles.append("furniture")
        elif i == title:
            roles.append("title")
        elif i < first:
            heads = i == first - 1 and kind == "short" and line.block == lines[first].block
            roles.append("body" if heads else _in_head(lines, kinds, i, title, furniture))
        elif i > last:
            roles.append(_OF_KIND.get(kind, "furniture"))
        else:
            roles.append(_inside(line, kind, listed))
        if roles[-1] in ("title", "body"):
            said.add(line.text)
    return roles


def _inside(line: Line, kind: Kind, listed: bool) -> Role:
    if kind in _ASIDE or (listed and kind == "short"):
        return "furniture"
    return _OF_KIND.get(kind, "body")


def _still_listed(lines: list[Line], kinds: list[Kind], i: int, listed: bool) -> bool:
    """Whether a line stands in the list of other articles that a heading in its block has opened."""
    if not i:
        return False
    together = lines[i].block == lines[i - 1].block
    if kinds[i - 1] == "list" or (kinds[i - 1] == "advert" and together):
        return True
    return listed and together and kinds[i] != "prose"


def _body(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader) -> tuple[int, int]:
    """The first and the last line of the body, (n, n - 1) where there is none."""
    if "prose" not in kinds:
        return _without_prose(kinds)
    first, last = _densest(lines, kinds, furniture)
    byline = kinds.index("byline") if "byline" in kinds else first
    for i in range(byline, first):
        if kinds[i] == "short" and lines[i].closed and lines[i].size >= 4:
            first = i
            break
    while last + 1 < len(lines) and kinds[last + 1] == "short" and lines[last + 1].closed:
        answers = lines[last].text.endswith("?") and lines[last].block == lines[last + 1].block
        if lines[last + 1].size < 3 and not answers:
            break
        last += 1
    return first, last


_COST: dict[Kind, int] = {"short": 6, "list": 20, "furniture": 12, "advert": 6}
_BOX, _ITEM, _REST = 4, 1, 2
"""What a line takes from a stretch that may be the body, in words of prose, on a page that is mostly furniture; `_BOX`
and `_ITEM` for a heading over other articles and its items in one block, `_REST` for captions, credits and the like.

A paragraph of prose adds its words, 60 at most. Tuned on the lines of 64 real pages dumped whole, menus and all: token
F1 of the body .911; from the first to the last paragraph of prose it is .875. A text with less furniture than four
lines to a paragraph is charged in proportion, and so is one of less than 80 lines: there is no page around it.
"""


def _densest(lines: list[Line], kinds: list[Kind], furniture: FurnitureReader) -> tuple[int, int]:
    """The stretch of lines that gains most: much prose, little between. Comments end it, most text being before."""
    total = sum(line.size for line, kind in zip(lines, kinds, strict=True) if kind == "prose")
    scale = min(1.0, max(0.1, (len(kinds) / kinds.count("prose") - 1) / 4 - 0.25)) * min(1.0, len(lines) / 80)
    best, here, start, before, listed = (0.0, 0, 0), 0.0, 0, 0, False
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "final" and before > 0.3 * total:
            break
        before += line.size if kind == "prose" else 0
        listed = _still_listed(lines, kinds, i, listed)
        if kind == "prose":
            here += min(line.size, 60) * (1 - max(0.0, furniture.weigh(line) - 0.6))
        else:
            here -= scale * _cost(lines, kinds, i, listed)
        if here <= 0:
            here, start = 0.0, i + 1
        elif kind == "prose" and here > best[0]:
            best = (here, start, i)
    return best[1], best[2]


def _cost(lines: list[Line], kinds: list[Kind], i: int, listed: bool) -> int:
    """What a line without prose takes: a box of other articles in one block less than the same lines strewn."""
    together = i + 1 < len(lines) and lines[i + 1].block == lines[i].block
    if kinds[i] == "list" and together:
        return _BOX
    if listed and i and lines[i].block == lines[i - 1].block:
        return _ITEM
    return _COST.get(kinds[i], _REST)


def _without_prose(kinds: list[Kind]) -> tuple[int, int]:
    """A text without a full paragraph: its body is what follows the first short line, up to the first furniture."""
    short = [i for i, kind in enumerate(kinds) if kind == "short"]
    if not short:
        return len(kinds), len(kinds) - 1
    return (short[1], short[-1]) if len(short) > 1 else (short[0], short[0])


def _in_head(lines: list[Line], kinds: list[Kind], i: int, title: int | None, furniture: FurnitureReader) -> Role:
    """The role of a line before the body: what follows the title and is a phrase belongs to it and is body."""
    line, kind = lines[i], kinds[i]
    if kind == "byline" and title is not None and i < title and kinds[i + 1] == "furniture":
        return "furniture"
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    after = title is not None and i > title
    if not after or title is None or kind in _ASIDE or line.text == lines[title].text:
        return "furniture"
    if is_author(lines, kinds, i):
        return "byline"
    own = kind == "prose" or furniture.weigh(line) < 1
    plain = not _PAPER.search(line.text) and not furniture.is_section(line.text)
    return "body" if line.size >= 3 and own and plain else "furniture"


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
    if kind in _ASIDE or (listed and kind == "short"):
        return "furniture"
    if line.hint in ("furniture", "time") or (above and kind == "short"):
        return "furniture"
    return "caption" if kind == "caption" else "body"
