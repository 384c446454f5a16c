"""STTS tags from a linear-chain CRF.

What a word tells by itself, as a word and as a neighbour, is put together once and kept; a sentence only joins those
parts, so most of the time goes into the CRF's own arithmetic.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import pycrfsuite

from quellenlage.language import _table
from quellenlage.language._verbal import contexts

WEIGHTS = "tagger.crfsuite"
_LONGEST, _OVERLAP = 400, 20
"""Words that are tagged at once, and words of the neighbouring parts that are seen with them. GSD's longest sentence
has 111 words; a paragraph of a megabyte without a full stop would else take a gigabyte."""
_KINDS = (("FIN", "F"), ("PP", "P"), ("IZU", "Z"), ("INF", "N"))


class _Word(NamedTuple):
    """A word's features: its own, those it gives as a neighbour at one and at two words' distance, and its classes."""

    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    far_left: tuple[str, ...]
    far_right: tuple[str, ...]
    low: str
    shape: str
    cluster: str
    kinds: str
    verb: bool


_EDGE = _Word((), ("l#",), ("r#",), ("f#",), ("g#",), "#", "#", "#", "#", False)


def shape(form: str) -> str:
    """Capitals "X", capitalised "A", digit "d", lower "a", sign "."; with "-" or "." behind if the word ends so."""
    first = form[0]
    if len(form) > 1 and form.isupper():
        kind = "X"
    else:
        kind = "A" if first.isupper() else "d" if first.isdigit() else "a" if first.isalpha() else "."
    return kind + form[-1] if len(form) > 1 and form[-1] in "-." else kind


@lru_cache(maxsize=50_000)
def cluster(form: str) -> tuple[int, str]:
    """The Brown cluster of a word, 0 if none, and how it was found: known, by its head, by its ending, unknown."""
    clusters = _table.load("clusters.bin")
    found = clusters.get(form, 0)
    if found:
        return found, "k"
    if not form[0].isalpha():
        return 0, "u"
    if len(form) > 3 and form.isupper():
        found = clusters.get(form.capitalize(), 0)
        if found:
            return found, "m"
    head = form.rpartition("-")[2] or form
    if head != form:
        found = clusters.get(head, 0)
        if found:
            return found, "h"
    for start in range(1, min(len(head), 40) - 3):
        rest = head[start:]
        found = clusters.get(rest.capitalize() if form[0].isupper() else rest, 0)
        if found:
            return found, "s"
    return 0, "u"


@lru_cache(maxsize=30_000)  # 2.5 kB a word
def _word(form: str) -> _Word:
    form = form[:60].encode("utf-8", "replace").decode()  # lone surrogates can't be passed on
    low, kind = form.lower(), shape(form)
    known, how = cluster(form)
    verbs = _table.load("verbs.bin")
    roles = "".join(letter for name, letter in _KINDS if verbs.get(f"{name}:{low}") >= 0)
    other = form.capitalize() if kind[0] == "a" else low if kind[0] == "A" else ""
    alternative = _table.load("clusters.bin").get(other, 0) if other else 0
    near, end, role = str(known & 255), low[-3:], roles + kind
    own = (
        "w" + low, "W" + form, "s" + kind, "2" + low[-2:], "3" + end, "4" + low[-4:], "5" + low[-5:] + kind,
        "P" + low[:2], "p" + low[:3], "q" + low[:4],
        f"c{known}", f"C{known & 15}", f"d{known & 63}", f"D{near}", f"S{near}{kind}", f"h{how}{kind}",
        f"a{alternative}", f"A{alternative & 255}{kind}{near}", "k" + role, "K" + roles + "|" + end,
    )  # fmt: skip
    return _Word(
        own,
        (f"l{low}", f"l3{end}", f"lc{known}", "lk" + role),
        (f"r{low}", f"r3{end}", f"rc{known}", "rk" + role),
        ("f" + low, f"fc{known}"),
        ("g" + low, f"gc{known}"),
        low, kind, near, role, bool(roles),
    )  # fmt: skip


def features(forms: Sequence[str]) -> list[list[str]]:
    """The features of each word: its own, those of two neighbours on either side, and its place in the clause."""
    words = [_word(form) for form in forms]
    clause = contexts([w.low for w in words], [w.verb for w in words])
    return [_joined(*window, place) for window, place in zip(_windows(words), clause, strict=True)]


def _windows(words: list[_Word]) -> Iterator[tuple[_Word, _Word, _Word, _Word, _Word]]:
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    return zip(padded, padded[1:], padded[2:], padded[3:], padded[4:], strict=False)


def _joined(far: _Word, left: _Word, word: _Word, right: _Word, beyond: _Word, clause: str) -> list[str]:
    result = [*word.own, *left.left, *right.right, *far.far_left, *beyond.far_right]
    result += (
        "1" + left.shape + word.shape, "11" + left.low + "|" + word.low, "12" + left.cluster + "|" + word.cluster,
        "13" + left.kinds + "|" + word.kinds, "14" + far.cluster + "|" + left.cluster,
        "6" + word.shape + right.shape, "61" + word.low + "|" + right.low, "62" + word.cluster + "|" + right.cluster,
        "63" + word.kinds + "|" + right.kinds, "64" + right.cluster + "|" + beyond.cluster,
        "7" + left.cluster + "|" + right.cluster,
    )  # fmt: skip
    if clause:
        result += (
            "x" + clause, "xk" + clause + word.kinds, "xa" + clause[1:] + word.kinds + word.low[-2:],
            "xs" + clause[0] + clause[2:] + word.kinds + word.low[-2:],
        )  # fmt: skip
    if far is _EDGE and left is _EDGE:
        result.append("first")
    return result


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_table.data(WEIGHTS))  # read where they lie: `data` keeps them alive
    return tagger


def tag(forms: Sequence[str]) -> list[str]:
    """The STTS tag of each word of one sentence; what is too long for a sentence is tagged in parts."""
    tags: list[str] = []
    for start in range(0, len(forms), _LONGEST):
        before = max(0, start - _OVERLAP)
        part = _tagger().tag(features(forms[before : start + _LONGEST + _OVERLAP]))
        tags += part[start - before : start - before + _LONGEST]
    return tags
