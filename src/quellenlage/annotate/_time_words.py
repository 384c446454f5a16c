"""Words of a sentence with the classes that time expressions are made of.

Each set of classes that a word can have is one character (its *letter*), so that a sentence becomes a short string and
a pattern over classes an ordinary regular expression.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from quellenlage.language import Language

_FIRST = 0xE000  # letters come from the private use area
_PLAIN = chr(_FIRST - 1)  # the letter of a word that means nothing here
_ENDINGS = ("", "e", "en", "er", "es", "em")
_PUNCTUATION = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "/": "SLASH", "%": "PERCENT"}
_YEARS = range(1000, 2100)

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign: its place in the text, and for each class that it has the value there."""

    start: int
    end: int
    text: str
    values: Values


@dataclass(slots=True)
class Lexicon:
    """The words of a language's `times` table. `letters` maps a set of classes to its letter."""

    words: dict[str, Values]
    phrases: dict[str, list[tuple[tuple[str, ...], Values]]]
    scanner: re.Pattern[str]
    units: Mapping[str, str]
    letters: dict[frozenset[str], str] = field(default_factory=dict)

    def letter(self, values: Values) -> str:
        """The letter of a word with these classes."""
        if not values:
            return _PLAIN
        key = frozenset(values)
        if key not in self.letters:
            self.letters[key] = chr(_FIRST + len(self.letters))
        return self.letters[key]

    def scan(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`, phrases of the table as one word each."""
        found = []
        for match in self.scanner.finditer(text, start, end):
            surface = match.group()
            values = self.words.get(surface.lower()) if match.lastgroup == "WORD" else None
            if values is None:
                values = _NOTHING if match.lastgroup == "WORD" else self._sign(match)
            found.append(Word(match.start(), match.end(), surface, values))
        if found and (last := found[-1].values.get("ORD")):  # a full stop may as well end the sentence
            found[-1] = replace(found[-1], values={"ORD": last, "INT": last})
        return self._merge(found, text)

    def _sign(self, match: re.Match[str]) -> Values:
        kind = match.lastgroup or ""
        return _PUNCT.get(match.group(), _NOTHING) if kind == "PUNCT" else _number(kind, match, self.units)

    def _merge(self, words: list[Word], text: str) -> list[Word]:
        """Words that the table has as one entry ("Heilige Drei Könige") become one."""
        out: list[Word] = []
        at = 0
        while at < len(words):
            word = words[at]
            options = self.phrases.get(word.text.lower(), ()) if word.values is not _NOTHING else ()
            size, values = 1, word.values
            for rest, meaning in options:
                following = tuple(w.text.lower() for w in words[at + 1 : at + 1 + len(rest)])
                if following == rest:
                    size, values = 1 + len(rest), meaning
                    break
            last = words[at + size - 1]
            out.append(word if size == 1 else Word(word.start, last.end, text[word.start : last.end], values))
            at += size
        return out


_NOTHING: Values = {}
_PUNCT: dict[str, Values] = {sign: {name: sign} for sign, name in _PUNCTUATION.items()}


def _number(kind: str, match: re.Match[str], units: Mapping[str, str]) -> Values:
    """The classes of a number: an INT of four digits may be a YEAR, "14-Tage" is a length."""
    inner = [g for g in match.groups()[match.re.groupindex[kind] :] if g is not None]
    if kind == "INT":
        text = match.group()
        if len(text) > 9:
            return _NOTHING
        value = int(text)
        return {"INT": text, "YEAR": text} if len(text) == 4 and value in _YEARS else {"INT": text}
    if kind == "HYPHEN":
        unit = units.get(inner[1].lower()) if len(inner) > 1 else None
        return {"HYPHENLENGTH": f"{inner[0]} {unit}"} if unit else _NOTHING
    return {kind: " ".join(inner) or match.group()}


def _forms(text: str) -> Iterator[str]:
    for form in text.split():
        if form.endswith("~"):
            yield from (form[:-1] + ending for ending in _ENDINGS)
        else:
            yield form


def load(lang: Language, wanted: frozenset[str]) -> Lexicon:
    """The lexicon of a language; `wanted` are the plain words that its patterns name."""
    table = lang.table("times")
    entries: dict[str, dict[str, str]] = {word: {word: word} for word in sorted(wanted)}
    for name, values in table["words"].items():
        for value, forms in values.items():
            for form in _forms(forms):
                entries.setdefault(form, {})[name] = value
    for form, extra in _compounds(table, entries):
        entries.setdefault(form, {}).update(extra)
    for name in ("limit", "preposition", "article"):
        for word in table["lead"][name].split():
            entries.setdefault(word, {})["LEAD" + name] = word
    phrases: dict[str, list[tuple[tuple[str, ...], Values]]] = {}
    for form in [f for f in entries if "_" in f]:
        first, *rest = form.split("_")
        phrases.setdefault(first, []).append((tuple(rest), entries.pop(form)))
        entries.setdefault(first, {"FIRST": first})
    units = {form: unit for form, e in entries.items() if (unit := e.get("UNIT"))}
    return Lexicon(dict(entries), phrases, _scanner(table["format"]), units)


def _compounds(
    table: Mapping[str, Any], entries: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Words made of others: numbers to 99, "Dienstagabend", "dreitägig", and units named by one class only."""
    days = [(w, e["WEEKDAY"]) for w, e in entries.items() if "WEEKDAY" in e]
    for code, parts in table["compound"]["part"].items():
        for day, value in days:
            for part in parts.split():
                for ending in ("", "s"):
                    yield day + part + ending, {"WDPART": f"{value} {code}"}
    number = table["compound"]["number"]
    tens = number["tens"].split()
    for i, unit in enumerate(number["units"].split(), 1):
        for j, ten in enumerate(tens, 2):
            yield unit + number["and"] + ten, {"NUMWORD": str(10 * j + i)}
    counts = [(w, e["NUMWORD"]) for w, e in entries.items() if "NUMWORD" in e] + [("ein", "1"), ("anderthalb", "1.5")]
    for unit, suffix in table["compound"]["length"].items():
        for count, value in counts:
            for form in _forms(suffix + "~"):
                yield count + form, {"LENGTHADJ": f"P{'T' if unit[0] == 'T' else ''}{value}{unit[-1]}"}
    for word, entry in list(entries.items()):
        if entry.get("CAL") == "month":
            yield word, {"CALMONTH": "month"}
        if entry.get("UNIT") == "minute":
            yield word, {"UNITMIN": "minute"}
        if "DECADE" in entry and "jahr" in word:
            yield word, {"DECADEJAHR": entry["DECADE"]}


def _scanner(formats: Mapping[str, str]) -> re.Pattern[str]:
    parts = [r"(?P<WORD>[^\W\d_]\w*(?:-\w+)*)"]
    parts += [rf"(?P<{name}>{pattern})" for name, pattern in formats.items()]
    return re.compile("|".join([*parts, r"(?P<PUNCT>[^\w\s])"]))
