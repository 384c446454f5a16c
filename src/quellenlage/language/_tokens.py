"""Cutting German text into words and signs, with their places.

One pattern reads the text from left to right without looking back, so the time is linear, whatever the text holds.
Full stops stand alone here: whether one belongs to the word before it is for `_sentences` to say.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.language.base import language

_WORD = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_NUMBER = r"[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})++(?:,\d++)?(?![\w.,/]?\d)|\d++(?:[.,:/]\d++)*+(?!\w|-[^\W_])"
_LINK = r"(?:https?://|www\.)[^\s<>\"„“”»«]*[^\s<>\"„“”»«.,;:!?)\]']"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
_JOINT = r"(?:['’´](?=[^\W\d_])|[-‐‑&_*](?=[^\W_])|[:/]-?(?=in(?:nen)?(?!\w))|(?:/-|-/)(?=[^\W_]))"
_COMPOUND = rf"""
    [^\W\d_]{{1,3}}/(?:h|s|l|ha|min|kg|g|km[²2]?|m[²³23])(?!\w)
  | (?:[^\W\d_]\.[-‑]?){{1,7}}(?<=[-‑])[^\W\d_]\. | (?:[^\W\d_]\.){{2,8}}
  | (?:\d++[.,:]\d++(?=-[^\W_])|{_WORD}++)(?:{_JOINT}{_WORD}++)*+
    (?:\.(?:de|com|org|net|at|ch|eu|info|tv)(?!\w)|[-‐‑](?![-‐‑\w]))?
  | (?<!\w)-[^\W\d_]++
  | (?<!\w)['’](?:s|n|ne|nen|nem|ner)(?!\w)
"""
_SMILEY = r"(?<![^\s.!?])[:;=][-‑]?[()](?!\w)"
_SIGNS = rf"{_SMILEY}|" r"[@#]\w++|\.{2,}+|-{2,}+|[!?]{2,}+|``|''|[^\w\s]|_++"


def _pattern(*first: str) -> re.Pattern[str]:
    links = "|".join(f"(?:{part})" for part in first)
    named = rf"(?P<number>{_NUMBER})|(?P<word>{_COMPOUND})|(?P<signs>{_SIGNS})"
    return re.compile(f"(?P<link>{links})|{named}" if first else named, re.VERBOSE)


_PLAIN = _pattern()
_LINKED = _pattern(_LINK, _MAIL)


def is_smiley(sign: str) -> bool:
    """Whether this is ":-)" or one of its kind, which ends a sentence as a mark does."""
    return len(sign) > 1 and sign[0] in ":;=" and sign[-1] in "()"


class Piece(NamedTuple):
    """A word or sign before anyone has judged what it is: `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    inner: frozenset[str]
    outer: frozenset[str]
    months: frozenset[str]
    before_ordinal: frozenset[str]
    after_ordinal: frozenset[str]
    between_ordinals: frozenset[str]
    starters: frozenset[str]


@cache
def words() -> Words:
    """The words that decide whether a full stop ends a sentence."""
    table = language("de").table("abbreviations")
    return Words(**{field: frozenset(table[field]) for field in Words.__slots__})


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words and signs of `text[start:end]`, each full stop a piece of its own."""
    stretch = text[start:end]
    pattern = _LINKED if "@" in stretch or "://" in stretch or "www." in stretch else _PLAIN
    found = [Piece(start + m.start(), start + m.end(), m.group()) for m in pattern.finditer(stretch)]
    if "'s" in stretch or "’s" in stretch:
        return [part for piece in found for part in _without_elision(piece)]
    return found


def _without_elision(piece: Piece) -> tuple[Piece, ...]:
    """ "geht's" is two words, "McDonald's" one."""
    start, end, word = piece
    if len(word) > 2 and word[-1] == "s" and word[-2] in "'’" and word[0].islower():
        return Piece(start, end - 2, word[:-2]), Piece(end - 2, end, word[-2:])
    return (piece,)


_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060))


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as a reader sees it: composed letters, no soft hyphens or joiners. Never empty."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_UNSEEN)) or word
