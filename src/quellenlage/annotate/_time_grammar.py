"""Patterns over word classes, compiled from a language's `times` table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.annotate._time_words import Lexicon, load
from quellenlage.language import Language

_NAME = re.compile(r"[^\W\d_][\w-]*|\(\?[!=]|\S")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its name and the name of what makes its meaning."""

    name: str
    build: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns of a language as one expression over letters.

    `trigger` finds a letter without which nothing fits. `lead` is what may stand before an expression and belong to it,
    `bare_lead` the same without an article, `limit` "bis", "seit" and the like alone. `cues` are the words of the
    table's `lead` and `unsure`, by their key.
    """

    lexicon: Lexicon
    pattern: re.Pattern[str]
    rules: Mapping[str, Rule]
    trigger: re.Pattern[str]
    lead: re.Pattern[str]
    bare_lead: re.Pattern[str]
    limit: re.Pattern[str]
    cues: Mapping[str, frozenset[str]]


@cache
def grammar(lang: Language) -> Grammar:
    """The time grammar of a language, read once."""
    table = lang.table("times")
    macros: dict[str, list[str]] = {}
    for name, text in table["macro"].items():  # a macro may use those before it
        macros[name] = _pieces(text, macros)
    pieces = [_pieces(rule["pattern"], macros) for rule in table["rule"]]
    plain = frozenset(p for rule in pieces for p in rule if p.islower())
    lexicon = load(lang, plain)
    letters = _classes(lexicon)
    parts = [f"(?P<r{i}>{''.join(_compile(p, letters) for p in rule)})" for i, rule in enumerate(pieces)]
    rules = {f"r{i}": Rule(rule["name"], rule["build"]) for i, rule in enumerate(table["rule"])}
    weak = frozenset(table["weak"]["classes"].split())
    triggers = [letter for key, letter in lexicon.letters.items() if any(c.isupper() for c in key - weak)]
    limit, preposition, article = (f"[{letters['LEAD' + n]}]?" for n in ("limit", "preposition", "article"))
    cues = {name: frozenset(text.split()) for part in ("lead", "unsure") for name, text in table[part].items()}
    return Grammar(
        lexicon,
        re.compile("|".join(parts)),
        rules,
        re.compile(f"[{''.join(triggers)}]"),
        re.compile(limit + preposition + article),
        re.compile(limit + preposition),
        re.compile(limit),
        cues,
    )


def _pieces(pattern: str, macros: Mapping[str, list[str]]) -> list[str]:
    """The names and signs of a pattern, macros written out."""
    found: list[str] = []
    for piece in _NAME.findall(pattern):
        found.extend(["(", *macros[piece], ")"] if piece in macros else [piece])
    return found


def _classes(lexicon: Lexicon) -> dict[str, str]:
    """For each class the letters of all words that have it."""
    numeric: list[Mapping[str, str]] = [{n: ""} for n in lexicon.scanner.groupindex if n not in ("WORD", "PUNCT")]
    signs: list[Mapping[str, str]] = [{n: ""} for n in ("COMMA", "DOT", "DASH", "SLASH", "PERCENT", "HYPHENLENGTH")]
    entries = [*lexicon.words.values(), *(v for options in lexicon.phrases.values() for _, v in options)]
    classes: dict[str, str] = {}
    for values in [*entries, *numeric, *signs, {"INT": "", "YEAR": ""}, {"INT": "", "ORD": ""}]:
        letter = lexicon.letter(values)
        for name in values:
            if letter not in classes.get(name, ""):
                classes[name] = classes.get(name, "") + letter
    return classes


def _compile(piece: str, classes: Mapping[str, str]) -> str:
    if not piece[0].isalpha():
        return "(?:" if piece == "(" else piece
    if piece not in classes:
        raise ValueError(f"times: the pattern names {piece!r}, which no word has")
    return f"[{classes[piece]}]"
