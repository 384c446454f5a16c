"""What a text and its translation have in common: numbers, days, months, countries, and names however they are spelt.

A name's key is its consonants in one spelling for all languages ("Schewtschenko", "Shevchenko" and "Шевченко" have one
key), so that no dictionary is needed. Times and countries come from a table.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.language import language
from quellenlage.story._words import Word

_VOWELS = re.compile(r"(?<!^)[aeiouyjh]+")
_FIRST = re.compile(r"^[aeiouyj]+")
_TWICE = re.compile(r"(.)\1+")
_DIGITS = re.compile(r"\D+")
_KEY = 6  # letters of a key: the rest is mostly an ending
_OPENING = frozenset(".!?:…„“”»«\"'\n")
_COGNATE = 6  # letters from which a word in small letters is compared too
_LONGEST = 40  # letters of a word that are looked at


class Anchor(NamedTuple):
    """A word of a text that its translation has too: `key` in the spelling of no language, `place` among the words.

    `kind` is "number" or "term" (told by a table in both languages), "name" (a capital within a sentence), "first" (a
    capital where a sentence begins) or "word" (a long word in small letters, of use only where the other text has it).
    """

    place: int
    key: str
    kind: str


def anchors(text: str, found: Sequence[Word], code: str) -> list[Anchor]:
    """The anchors among a text's words, in order."""
    table = terms(code)
    out: list[Anchor] = []
    for place, word in enumerate(found):
        form = word.text
        if form[0].isdigit():
            out.append(Anchor(place, number_key(form), "number"))
        elif term := table.get(form) or table.get(form.lower() if code != "en" else form):
            out.append(Anchor(place, term, "term"))
        elif form[0].isupper() and len(form) > 1:
            kind = "first" if _opens(text, word.start) else "name"
            out.append(Anchor(place, name_key(form), kind))
        elif len(form) >= _COGNATE and len(key := name_key(form)) > 3:
            out.append(Anchor(place, key, "word"))
    return out


def number_key(form: str) -> str:
    """A number by its digits: languages part thousands and decimals with each other's signs."""
    digits = _DIGITS.sub("", form[:_LONGEST])
    return "#" + "".join(str(unicodedata.digit(d, 0)) for d in digits)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or quotation begins here."""
    before = text[max(0, start - 3) : start].rstrip(" \t\xa0")
    return not before or before[-1] in _OPENING


@lru_cache(maxsize=200_000)
def name_key(form: str) -> str:
    """A word's consonants in one spelling for all languages; its letters where that leaves fewer than three."""
    spelt = _spelling()
    letters = unicodedata.normalize("NFKD", form[:_LONGEST].lower())
    plain = "".join(_letters().get(c, c) for c in letters if not unicodedata.combining(c))
    sounds = spelt[0].sub(lambda m: spelt[1][m[0]], plain)
    bones = _TWICE.sub(r"\1", _VOWELS.sub("", _FIRST.sub("a", sounds)))
    if len(bones) > 3 and bones.endswith("s"):
        bones = bones[:-1]
    return bones[:_KEY] if len(bones) > 2 else plain


@cache
def _letters() -> Mapping[str, str]:
    return dict(language("de").table("translations")["letters"])


@cache
def _spelling() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = language("de").table("translations")["spellings"]
    change = dict(zip(table["from"].split(), table["to"].split(), strict=True))
    return re.compile("|".join(sorted(change, key=len, reverse=True))), change


@cache
def terms(code: str) -> Mapping[str, str]:
    """Words of a language for numbers, days, months and places → what they are called in all languages."""
    table = language("de").table("translations")
    out: dict[str, str] = {}
    for section, sign, first in (("numbers", "#", 2), ("weekdays", "@d", 1), ("months", "@m", 1)):
        for n, word in enumerate(table[section].get(code, "").split(), first):
            out |= dict.fromkeys((word, word.title()), f"{sign}{n}")
    for german, names in table["places"].items():
        out |= dict.fromkeys((german, *names.split()), "@" + german)
    return out
