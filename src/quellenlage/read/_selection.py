"""Which blocks of a page make its readable text, and what the markup says of each.

Trafilatura finds the body (token F1 .960 on 64 real pages, mean). It drops what we want to keep and label: the title,
credit lines, captions, subheads in some layouts, cross-links in mid-text. So its text only tells which of the page's
blocks are body; the readable text is then the page's own blocks from the headline to the end of the body.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quellenlage.read._blocks import Block

_WORD = re.compile(r"\w+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHARE = 0.4
"""An element around more than this share of the body says nothing about one block of it."""
_AFTER = 6
"""How many blocks after the body are looked at for credit lines; the farthest seen on 64 pages is the fourth."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the readable text with the word for it that `model.Hint.kind` takes."""

    text: str
    kind: str


def select(blocks: list[Block], body: str, title: str | None) -> list[Stretch]:
    """The blocks from the headline to the end of the body, labelled. Empty where no block holds words of `body`."""
    kept = _kept(blocks, body)
    if not any(kept):
        return []
    shares = _shares(blocks, kept)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    head = _headline(blocks, title, first, last)
    start = min(first, head if head is not None else first)
    chosen = [(i, b) for i, b in enumerate(blocks) if start <= i <= last + _AFTER]
    stretches = (_stretch(b, kept[i], i == head, i > last, shares) for i, b in chosen)
    return [s for s in stretches if s is not None]


def _kept(blocks: list[Block], body: str) -> list[bool]:
    """For each block whether its words stand in the body: three in five of its word trigrams, short ones as a line."""
    words = _words(body)
    known = set(zip(words, words[1:], words[2:], strict=False))
    lines = {" ".join(_words(line)) for line in body.splitlines()}
    return [_stands_in(_words(b.text), known, lines) for b in blocks]


def _stands_in(words: list[str], known: set[tuple[str, str, str]], lines: set[str]) -> bool:
    if len(words) < 5:
        return bool(words) and " ".join(words) in lines
    found = sum(t in known for t in zip(words, words[1:], words[2:], strict=False))
    return found >= 0.6 * (len(words) - 2)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shares(blocks: list[Block], kept: list[bool]) -> dict[int, float]:
    """For each element the share of the body's characters that it holds."""
    held: Counter[int] = Counter()
    for block in (b for b, k in zip(blocks, kept, strict=True) if k):
        for number, _ in block.path:
            held[number] += len(block.text)
    total = max(held.values())
    return {number: size / total for number, size in held.items()}


def _headline(blocks: list[Block], title: str | None, first: int, last: int) -> int | None:
    """The block that is the page's headline: an h1, else a heading, that has the title."""
    wanted = " ".join(_words(title or ""))
    near = range(max(0, first - 60), min(last + 1, first + 30))
    for tags in (("h1",), _HEADINGS):
        for i in near:
            here = " ".join(_words(blocks[i].text))
            if blocks[i].tag in tags and wanted and (wanted in here or (len(here) > 15 and here in wanted)):
                return i
    return next((i for i in near if i <= first + 3 and blocks[i].tag == "h1"), None)


def _stretch(block: Block, kept: bool, headline: bool, after: bool, shares: dict[int, float]) -> Stretch | None:
    if headline:
        return Stretch(block.text, "title")
    marks = _marks(block, shares)
    if after and marks & {"menu", "footer", "aside", "furniture", "masthead"}:
        return None
    return Stretch(block.text, _kind(block, marks, kept, shares))


def _marks(block: Block, shares: dict[int, float]) -> set[str]:
    """What the elements around a block call themselves, those around the whole body aside."""
    return {mark for number, marks in block.path if shares.get(number, 0) <= _SHARE for mark in marks}


def _kind(block: Block, marks: Iterable[str], kept: bool, shares: dict[int, float]) -> str:
    marks = set(marks)
    size = len(_words(block.text))
    if "caption" in marks:
        return "caption"
    if size <= 15 and "time" in marks and any(map(str.isdigit, block.text)):
        return "time"
    if size <= 20 and "byline" in marks:
        return "byline"
    linked = block.linked > 0.6 * len(block.text)
    if not kept and not _belongs(block, marks, linked, shares):
        return "furniture"
    if marks & {"furniture", "menu", "footer"} and (linked or size < 25):
        return "furniture"
    return "heading" if block.tag in _HEADINGS else "list" if block.tag in ("li", "dd", "dt") else "paragraph"


def _belongs(block: Block, marks: set[str], linked: bool, shares: dict[int, float]) -> bool:
    """Whether a block that the extraction dropped is body all the same: it stands right beside the body."""
    parent = block.path[-2][0] if len(block.path) > 1 else 0
    beside = shares.get(parent, 0) > _SHARE
    if linked or not beside or marks & {"menu", "footer", "aside", "masthead", "figure", "byline"}:
        return False
    if block.tag in ("h2", "h3", "h4"):
        return "furniture" not in marks
    return block.tag == "p" and len(_words(block.text)) >= 8 and block.text.rstrip("\"'“”«»)").endswith((".", "!", "?"))
