"""Pairs of quotation marks in plain text: every kind, crossed, left open, or no quotation marks at all.

Works paragraph by paragraph in one pass over the signs, so that a mark that was left open never reaches further than
its paragraph. What can't be paired is left out: a missing quotation is better than one that swallows the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST = 3000
"""A pair wider than this (code points) is two stray marks rather than a quotation."""

_SIGNS = re.compile("[„“”\"«»‹›‚‘’'`]")
_DOUBLE = frozenset('„“”"«»')
_WORD = re.compile(r"\w")
_GLUE = frozenset("([{-–—/„“”\"«»‹›‚‘'")


class Pair(NamedTuple):
    """An opening and a closing mark: `text[start:end]` has both signs. `inner` pairs stand within another pair."""

    start: int
    end: int
    inner: bool


def pair_marks(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[Pair, ...]:
    """The pairs within each stretch (a paragraph), in order of their opening marks. Linear in the text."""
    found: list[Pair] = []
    for start, end in stretches:
        found.extend(_pair_stretch(text, start, end))
    return tuple(sorted(found))


def _pair_stretch(text: str, start: int, end: int) -> Iterator[Pair]:
    outer: int | None = None
    inner: int | None = None
    held = ""
    for hit in _SIGNS.finditer(text, start, end):
        at, sign = hit.start(), hit.group()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if sign in _DOUBLE:
            if held and _closes(held, sign, before, after):
                held = ""
            elif outer is not None and text[outer] != sign and sign in '"“”' and _clearly_opens(before, after):
                held = sign
            elif outer is not None and _closes(text[outer], sign, before, after):
                if at + 1 - outer <= LONGEST:
                    yield Pair(outer, at + 1, False)
                outer = inner = None
                held = ""
            elif _opens(sign, before, after):
                outer, inner, held = at, None, ""
        elif inner is not None and before.strip() and not (after.isalnum() and sign in "’'‘"):
            if 3 < at + 1 - inner <= LONGEST:
                yield Pair(inner, at + 1, outer is not None)
            inner = None
        elif sign in "‚‹›'‘" and (before.isspace() or before in _GLUE) and after.isalnum():
            inner = at


def _clearly_opens(before: str, after: str) -> bool:
    """Whether a mark inside a quotation of another kind opens one of its own: a blank before it, a word after it."""
    return before.isspace() and after.isalnum()


def _opens(sign: str, before: str, after: str) -> bool:
    """Whether a double mark that closes nothing opens something here."""
    if after.isspace() and sign != "„":
        return False
    if sign == "„":
        return True
    return before.isspace() or before in _GLUE


def _closes(first: str, sign: str, before: str, after: str) -> bool:
    """Whether a double mark ends the quotation that was opened before it."""
    if sign == "„":
        return False
    if first == "„" and sign in '“”"':
        return sign != '"' or not before.isspace() or not after.isalnum()
    if (first == "»" and sign == "«") or (first == "«" and sign == "»"):
        return True
    if first in '“”"' and sign in '“”"':
        return not before.isspace() or not _WORD.match(after)
    return False
