"""STTS tags from a linear-chain CRF."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

import pycrfsuite

WEIGHTS = "tagger.crfsuite"


def _shape(form: str) -> str:
    if form.isupper() and len(form) > 1:
        return "X"
    first = form[0]
    return "A" if first.isupper() else "d" if first.isdigit() else "a" if first.isalpha() else "."


@lru_cache(maxsize=200_000)
def _word(form: str) -> tuple[str, ...]:
    low = form.lower()
    shape = _shape(form)
    tail = "-" if form[-1] == "-" else "." if form[-1] == "." else ""
    return (low, shape + tail, low[-2:], low[-3:], low[-4:], low[-5:] + shape, low[:3], low[:4])


_NAMES = ("w=", "s=", "2=", "3=", "4=", "5=", "p3=", "p4=")
_EDGE = ("", "#", "", "", "", "", "", "")


def features(forms: Sequence[str]) -> list[list[str]]:
    """The features of each word from itself and its two neighbours on either side."""
    words = [_EDGE, _EDGE, *map(_word, forms), _EDGE, _EDGE]
    result = []
    first = True
    for i in range(2, len(words) - 2):
        far, left, word, right, farther = words[i - 2 : i + 3]
        own = [name + value for name, value in zip(_NAMES, word, strict=True)]
        own += ["l" + left[0], "ls" + left[1] + word[1], "l3" + left[3], "f" + far[0], "lw" + left[0] + "|" + word[0]]
        own += ["r" + right[0], "rs" + word[1] + right[1], "r3" + right[3], "g" + farther[0]]
        own += ["wr" + word[0] + "|" + right[0]]
        if first:
            own.append("first")
            first = False
        result.append(own)
    return result


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_weights())
    return tagger


@cache
def _weights() -> bytes:
    """The weights, kept alive: the tagger reads them where they lie."""
    return (resources.files("quellenlage.language") / "de" / WEIGHTS).read_bytes()


def tag(forms: Sequence[str]) -> list[str]:
    """The STTS tag of each word of one sentence."""
    return _tagger().tag(features(forms)) if forms else []
