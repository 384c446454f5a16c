"""What the tables tell of units and measures, for comparing figures of several articles."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import Language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the tables tell of units and measures."""

    groups: Mapping[str, str]
    concepts: Mapping[str, str]
    generic: frozenset[str]
    vague: frozenset[str]
    times: Mapping[str, str]
    rates: frozenset[str]
    sizes: Mapping[str, float]
    manners: Mapping[str, str]
    led: re.Pattern[str]
    followed: re.Pattern[str]
    change: re.Pattern[str]
    correction: re.Pattern[str]
    rival: re.Pattern[str]
    gapped: str
    part: re.Pattern[str]
    whole: re.Pattern[str]
    within: re.Pattern[str]
    more: frozenset[str]


@cache
def lexicon(lang: Language) -> Lexicon:
    """The tables `units.toml` and `measures.toml` of the language, compiled."""
    units, measures = lang.table("units"), lang.table("measures")
    classes = [g for g in units.values() if isinstance(g, dict) and "class" in g]
    manners = measures["manners"]
    named = [(w.lower(), name) for side in manners.values() for name, forms in side.items() for w in forms]
    links = {k: "|".join(re.escape(w) for w in v) for k, v in measures["links"].items() if k != "rival"}
    return Lexicon(
        {code: g["class"] for g in classes for code in g if code not in ("class", "factor")},
        {n: c["name"] for c in measures["concept"] for n in (*c["nouns"], c["name"])},
        frozenset(measures["generic"]["nouns"]),
        frozenset(measures["generic"]["vague"]),
        units["rates"]["times"],
        frozenset(measures["links"]["rates"]),
        units["sizes"],
        dict(named),
        _manner(manners["before"], r"(?<!\w)({})\s$"),
        _manner(manners["after"], r"\s({})(?!\w)"),
        re.compile(rf"\W+(?:{links['change']})(?:\s[^\W\d_]+)?\W+"),
        re.compile(rf"(?<!\w)(?:{links['correction']})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{links['rivals']})(?!\w)"),
        f" {measures['links']['rival']} ",
        re.compile(rf"\W*(?:{links['parts']})(?!\w)"),
        re.compile(rf"\s(?:{links['whole']})\s"),
        re.compile(rf"(?<!\w)(?:{links['within']})(?!\w)", re.IGNORECASE),
        frozenset(measures["links"]["more"]),
    )


def _manner(names: Mapping[str, Sequence[str]], frame: str) -> re.Pattern[str]:
    words = sorted((re.escape(w) for forms in names.values() for w in forms), key=lambda w: (-len(w), w))
    return re.compile(frame.format("|".join(words)), re.IGNORECASE)
