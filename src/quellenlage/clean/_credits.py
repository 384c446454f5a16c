"""Agency credits: where a text says whose wire copy it uses, and how."""

import re
from functools import cache
from typing import NamedTuple

from quellenlage.clean._phrases import Phrases, words
from quellenlage.language import Language

_TRAILING = re.compile(
    r"(?:(?<=\s)|(?<=[.!?\"“”«»]))"
    r"(?:\((?P<in>[^()]{2,40})\)|(?P<bare>[\w-]{2,12}(?:[/+][\w-]{2,12}){0,3}))\s*$"
)
_BRACKETED = re.compile(r"\(([^()]{2,80})\)")
_PARTS = re.compile(r"\s*(?:[/,+&;]|\bund\b)\s*")
_PIECES = re.compile(r"\s{2,}|\s[|·•]\s")
_SIGN = re.compile(r"[a-zäöü]{1,4}|\d{1,8}|[A-ZÄÖÜ][A-Za-zä]{2}")
_BREAK = re.compile(r"[.;|]\s+|\n")
_LONGEST = 30
"""Words of a line that can be a credit; the longest seen on 64 pages has 24."""


class Credit(NamedTuple):
    """A credit's place in a line and the agencies that it names, as the ledger calls them."""

    start: int
    end: int
    agencies: tuple[str, ...]


class CreditReader:
    """Finds agency credits, with one language's agencies and wordings."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("agencies")
        self._names: dict[str, str] = dict(table["names"])
        self._capitals = {name.upper(): shown for name, shown in self._names.items()}
        self._no_desk = frozenset(table["credit"]["no_desk"])
        self._desk = frozenset(table["credit"]["desk"])
        self._abbreviated = frozenset(a.rstrip(".").lower() for a in lang.table("abbreviations")["inner"])
        self._cues = Phrases(table["credit"]["cues"])
        self._dateline = _dateline(table["dateline"]["within"])
        pictures = "|".join(map(re.escape, table["credit"]["pictures"]))
        self._picture = re.compile(rf"\b(?:{pictures})s?\s{{0,2}}:", re.IGNORECASE)
        names = "|".join(sorted(map(re.escape, self._names), key=len, reverse=True))
        self._name = re.compile(rf"(?<![\w/@.])(?:{names})(?![\w@])")

    def dateline(self, text: str) -> Credit | None:
        """What a first paragraph begins with: "Hallbronn (dpa) - ", "BERLIN/BONN. ", "(Reuters) — "."""
        found = self._dateline.match(text[:200])
        if not found or found.end() == len(text):
            return None
        if found["credit"]:
            agencies = self.listed(found["credit"])
            return Credit(0, found.end(), agencies) if agencies else None
        if found["dotted"] and found["dotted"].split()[-1].lower() in self._abbreviated:
            return None
        return Credit(0, found.end(), ())

    def trailing(self, text: str) -> Credit | None:
        """The credit that a paragraph ends with: "(dpa/kw)", "AFP/dpa", "dpa"."""
        found = _TRAILING.search(text[-90:])
        if not found:
            return None
        agencies = self.listed(found["in"] or found["bare"])
        shift = max(0, len(text) - 90)
        return Credit(shift + found.start(), len(text), agencies) if agencies else None

    def inline(self, text: str) -> tuple[str, ...]:
        """The agencies credited in brackets within a paragraph: "(Quelle: Reuters)", "(mit Material von AFP)"."""
        found: list[str] = []
        for match in _BRACKETED.finditer(text):
            if self._cued(match[1]) and not self._picture.search(match[1]):
                found += self._named(match[1])
        return tuple(dict.fromkeys(found))

    def line(self, text: str) -> tuple[str, ...]:
        """The agencies that a credit line names ("Mit Informationen von AFP und dpa", "© dpa-infocom"), else ()."""
        if len(text) > 400 or len(words(text)) > _LONGEST:
            return ()
        if foot := self._foot(text):
            return foot
        for piece in _PIECES.split(text):
            if whole := self.listed(piece.strip("()[] .")):
                return whole
        picture = self._picture.search(text)
        stretch = text[: picture.start()] if picture else text
        found: list[str] = []
        for part in _BREAK.split(stretch):
            if "©" in part or self._cued(part):
                found += self._named(part)
        return tuple(dict.fromkeys(found))

    def listed(self, text: str) -> tuple[str, ...]:
        """The agencies in a list of only agencies and desk signs ("dpa/lni", "AFP und dpa"), else ()."""
        parts = [p for p in _PARTS.split(text.strip()) if p]
        known = {p: self._names.get(p) or (self._capitals.get(p) if len(p) > 3 else None) for p in parts}
        named = [name for name in known.values() if name]
        rest = [p for p in parts if not known[p]]
        fits = all(
            p.strip(".").lower() in self._desk
            or (len(p) <= 4 and p.isalnum() and p[0].isalpha() and p not in self._no_desk)
            for p in rest
        )
        return tuple(dict.fromkeys(named)) if named and fits else ()

    def _foot(self, text: str) -> tuple[str, ...]:
        """The agencies of a wire's own last line: signs, agency, numbers, month ("kel/jos AFP 221432 MAI 25")."""
        parts = re.split(r"[\s/]+", text.strip("()[] ."))
        if not 2 <= len(parts) <= 10 or not any(map(str.isdigit, parts)):
            return ()
        rest = [p for p in parts if p not in self._names]
        named = [self._names[p] for p in parts if p in self._names]
        return tuple(dict.fromkeys(named)) if all(map(_SIGN.fullmatch, rest)) else ()

    def _named(self, text: str) -> list[str]:
        return [self._names[m.group()] for m in self._name.finditer(text)]

    def _cued(self, text: str) -> bool:
        tokens = words(text)
        return any(self._cues.at(tokens, i)[0] for i in range(min(len(tokens), _LONGEST)))


def _dateline(within: list[str]) -> re.Pattern[str]:
    """Place and credit, place and dash, place and stop: how a first paragraph may begin, `within` names of places."""
    word, starts = r"[A-ZÄÖÜ][\w.'’-]*", r"(?=[\"„“»«A-ZÄÖÜ0-9])"
    small = "|".join(map(re.escape, within))
    place = rf"{word}(?:(?: ?/ ?|[ ,-]+)(?:(?:{small}) )?[A-ZÄÖÜ(][\w.()'’-]*){{0,4}}?"
    day = r"(?:,? \d{1,2}\.?(?: [A-ZÄÖÜ][a-zäöü]{2,8}\.?)?(?: (?:19|20)\d\d)?)?"
    return re.compile(
        rf"(?:(?P<place>{place}){day}[.:,]?\s{{0,3}})?\((?P<credit>[^()]{{2,40}})\)\s{{0,3}}[.:]?[-–—]{{0,2}}\s{{0,3}}"
        rf"|(?P<dashed>{place})\s{{1,2}}[-–—]{{1,2}}\s{{1,2}}{starts}"
        rf"|(?P<dotted>[A-ZÄÖÜ][\w-]{{2,24}}(?:[ /-][A-ZÄÖÜ][\w-]{{1,24}}){{0,2}})[.:]\s{{1,2}}{starts}"
    )


@cache
def credit_reader(lang: Language) -> CreditReader:
    """The credit reader of a language, built once."""
    return CreditReader(lang)
