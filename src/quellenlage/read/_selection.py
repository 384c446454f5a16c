"""Which blocks of a page make its readable text, and what the markup says of each.

Trafilatura finds the body (token F1 .960 on 64 real pages, mean). It drops what we want to keep and label: the title,
credit lines, captions, subheads in some layouts, cross-links in mid-text. So its text only tells which of the page's
blocks are body; the readable text is then the page's own blocks from the headline to the end of the body.
"""

import re
from collections import Counter
from dataclasses import dataclass

from quellenlage.read._blocks import Block

_WORD = re.compile(r"\w+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OUTSIDE = frozenset(("menu", "footer", "aside", "masthead", "furniture"))
_SHARE = 0.4
"""An element around more than this share of the body says nothing about one block of it."""
_AFTER = 6
"""How many blocks after the body are looked at for credit lines; the farthest seen on 64 pages is the fourth."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the readable text with the word for it that `model.Hint.kind` takes.

    `time` is the moment that a <time> between headline and body names, as it stands there.
    """

    text: str
    kind: str
    time: str | None = None


def select(blocks: list[Block], body: str, title: str | None) -> list[Stretch]:
    """The blocks from the headline to the end of the body, labelled. Empty where no block holds words of `body`."""
    kept = _kept(blocks, body)
    long = [i for i, held in enumerate(kept) if held and len(_words(blocks[i].text)) >= 8] or [
        i for i, held in enumerate(kept) if held
    ]
    if not long:
        return []
    first, last = long[0], long[-1]
    shares = _shares(blocks, kept)
    head = _headline(blocks, title, first, last)
    start = min(first, head if head is not None else first)
    if first == head and len(long) > 1:
        first = long[1]
    chosen = [(i, b) for i, b in enumerate(blocks) if start <= i <= last + _AFTER]
    captions = {b.text[:60] for _, b in chosen if b.tag == "figcaption"}
    stretches = []
    for i, block in chosen:
        marks = _marks(block, shares)
        if i == head:
            stretches.append(Stretch(block.text, "title"))
        elif i <= last or not marks & _OUTSIDE:
            beside = (i <= last and _belongs(block, marks, shares)) or (i < first and _is_lead(block, marks, captions))
            kind = _kind(block, marks, kept[i] or beside, lead=i < first and beside)
            stretches.append(Stretch(block.text, kind, block.time if i <= first else None))
    return stretches


def _kept(blocks: list[Block], body: str) -> list[bool]:
    """For each block whether its words stand in the body: three in five of its word trigrams, short ones as a line.

    What stands in the body once is found once on the page: teasers that repeat it further down are not it.
    """
    words = _words(body)
    known = Counter(zip(words, words[1:], words[2:], strict=False))
    lines = Counter(" ".join(_words(line)) for line in body.splitlines())
    return [_stands_in(_words(b.text), known, lines) for b in blocks]


def _stands_in(words: list[str], known: Counter[tuple[str, str, str]], lines: Counter[str]) -> bool:
    if len(words) < 5:
        line = " ".join(words)
        found = lines[line] > 0
        lines[line] -= found
        return bool(words) and found
    trigrams = Counter(zip(words, words[1:], words[2:], strict=False))
    shared = trigrams & known
    if shared.total() < 0.6 * trigrams.total():
        return False
    known.subtract(shared)
    return True


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


def _marks(block: Block, shares: dict[int, float]) -> set[str]:
    """What the elements around a block call themselves, those around the whole body aside."""
    return {mark for number, marks in block.path if shares.get(number, 0) <= _SHARE for mark in marks}


def _kind(block: Block, marks: set[str], body: bool, *, lead: bool) -> str:
    size = len(_words(block.text))
    if lead:
        return "paragraph"
    if "caption" in marks:
        return "caption"
    if size <= 15 and "time" in marks and any(map(str.isdigit, block.text)):
        return "time"
    if size <= 20 and "byline" in marks:
        return "byline"
    plug = marks & {"furniture", "menu", "footer"} and (_is_linked(block) or size < 25)
    crosslink = "teaser" in marks and (_is_linked(block) or not _is_sentence(block.text))
    if not body or plug or crosslink:
        return "furniture"
    return "heading" if block.tag in _HEADINGS else "list" if block.tag in ("li", "dd", "dt") else "paragraph"


def _is_lead(block: Block, marks: set[str], captions: set[str]) -> bool:
    """Whether a block between headline and body is the article's lead: sentences that no caption repeats.

    Of the 64 pages 24 have such a block that the extraction drops; it is in the record on all but three.
    """
    prose = block.tag in ("p", "div", "section", "header") and len(_words(block.text)) >= 8 and _is_sentence(block.text)
    outside = marks & {"figure", "caption", "aside", "furniture", "menu", "footer"}
    return prose and not outside and not _is_linked(block) and block.text[:60] not in captions


def _belongs(block: Block, marks: set[str], shares: dict[int, float]) -> bool:
    """Whether a block that the extraction dropped is body all the same: right beside the body, or in a list."""
    if _is_linked(block) or marks & (_OUTSIDE | {"figure", "byline"}):
        return False
    size, sentence = len(_words(block.text)), _is_sentence(block.text)
    if block.tag == "li":
        return size >= 5 and sentence
    parent = block.path[-2][0] if len(block.path) > 1 else 0
    beside = shares.get(parent, 0) > _SHARE
    return beside and (block.tag in ("h2", "h3", "h4") or (block.tag == "p" and size >= 8 and sentence))


def _is_linked(block: Block) -> bool:
    return block.linked > 0.6 * len(block.text)


def _is_sentence(text: str) -> bool:
    return text.rstrip("\"'“”«»)").endswith((".", "!", "?"))
