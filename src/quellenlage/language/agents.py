"""Nouns for those who act and speak: persons by role, groups, bodies, media, and the nouns for their words.

>>> from quellenlage.language import language
>>> nouns = agents(language("de"))
>>> nouns.noun("Landesinnenministerin")
Noun(kind='person', base='minister', modifier='landesinnen', gender='f', plural=False)
>>> nouns.noun("Polizeiangaben").kind, nouns.noun("Polizeiangaben").modifier
('source', 'polizei')
>>> nouns.noun("Fahrrad") is None
True
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from quellenlage.language.base import Language, language

Kind = Literal["person", "group", "public", "society", "company", "medium", "source"]
BODIES: tuple[Literal["public", "society", "company", "medium"], ...] = ("public", "society", "company", "medium")
_PREFIX = 3  # letters that a compound must put before its head
_LONGEST = 80  # letters of a compound that are looked at


class Noun(NamedTuple):
    """A noun's reading: `base` is the head's masculine singular, `modifier` what the compound puts before it, small."""

    kind: Kind
    base: str
    modifier: str = ""
    gender: Literal["m", "f"] | None = None
    plural: bool = False


class Agents:
    """The agent nouns of a language, from its tables `roles` and `organisations`."""

    def __init__(self, roles: Mapping[str, Any], bodies: Mapping[str, Any]) -> None:
        self._whole: dict[str, Noun] = {}
        self._ends: dict[str, Noun] = {}
        self._add("source", roles["source"]["nouns"].split(), compound=True)
        kind: Kind
        for kind in BODIES:
            self._add(kind, _heads(bodies[kind]["compound"].split()), compound=True)
            self._add(kind, bodies[kind]["single"].split(), compound=False)
        self._add("person", roles["person"]["adjectival"].split(), compound=True, adjectival=True)
        self._add("person", roles["person"]["compound"].split(), compound=True)
        self._add("person", roles["person"]["single"].split(), compound=False)
        self._add("group", roles["group"]["compound"].split(), compound=True)
        self._same: dict[str, str] = dict(bodies["same"])
        self._false = frozenset(bodies["false"]["words"].split())
        self.noun = lru_cache(100_000)(self._canonical)

    def _add(self, kind: Kind, bases: Iterable[str], compound: bool, adjectival: bool = False) -> None:
        for base in bases:
            for form, gender, plural in _forms(kind, base, adjectival):
                for store in (self._whole, self._ends) if compound else (self._whole,):
                    store.setdefault(form, Noun(kind, base, "", gender, plural))

    def _canonical(self, word: str) -> Noun | None:
        """The noun's reading; of two words for one kind of body ("Agrarministerium") that of the one in the table."""
        found = self._noun(word)
        other = self._same.get(found.modifier + found.base) if found else None
        return self._noun(other) if other else found

    def _noun(self, word: str) -> Noun | None:
        lower = word[:_LONGEST].lower()
        if not lower[-1:].isalpha():
            return None
        found = self._whole.get(lower)
        if found:
            return found
        if lower in self._false:
            return None
        for split in range(2, len(lower) - 2):
            found = self._ends.get(lower[split:])
            if found and (split > 2 or lower[split - 1] == "-"):
                return found._replace(modifier=lower[:split].rstrip("-"))
        return None


def _heads(bases: list[str]) -> list[str]:
    """The bases that end in no other of them: "Krankenkasse" is read as a kind of "Kasse", and so on."""
    known = set(bases)
    return [b for b in bases if not any(b[k:] in known for k in range(_PREFIX, len(b)))]


def _forms(kind: Kind, base: str, adjectival: bool) -> Iterator[tuple[str, Literal["m", "f"] | None, bool]]:
    """(form, gender, plural) of the cases of a base form."""
    if kind == "group":
        yield from ((base + end, None, True) for end in ("", "n", "r"))
    elif kind != "person":
        yield from ((base + end, None, end in ("en", "n", "e")) for end in ("", "s", "es", "en", "n", "e"))
        yield from ((base[:-2] + "en", None, True) for _ in [0] if base.endswith("um"))
        yield from ((base[:-1] + "en", None, True) for _ in [0] if base.endswith("a"))
        yield from ((base + end, None, end != "ses") for end in ("ses", "sen", "se") if base.endswith("nis"))
    elif adjectival:
        stem = base[:-2]
        yield from ((stem + "e" + end, "m" if end in ("r", "m") else None, False) for end in ("r", "m", "", "n"))
    else:
        yield from _person_forms(base)


def _person_forms(base: str) -> Iterator[tuple[str, Literal["m", "f"] | None, bool]]:
    if base.endswith("in") and len(base) > 4:
        yield from ((base, "f", False), (base + "nen", "f", True))
    elif base.endswith(("frau", "tochter", "mutter", "hebamme", "schwester", "witwe", "quelle", "person")):
        yield from ((base, "f", False), (base + "en", "f", True), (base + "n", "f", True))
    else:
        for end in ("", "s", "es", "n", "en", "ens"):
            yield base + end, "m", False
        yield base + "e", "m", True
        stems = [base[:-1] if base.endswith("e") else base]
        stems += [s for s in [_umlaut(stems[0])] if s]
        for stem in stems:
            yield from ((stem + "in", "f", False), (stem + "innen", "f", True))
            yield from (
                ((stem + "e", "m", True), (stem + "en", "m", True), (stem + "er", "m", True)) if stem != base else ()
            )


def _umlaut(stem: str) -> str:
    """The stem with its last a, o or u turned ("anwalt" → "anwält"), "" if it has none."""
    place = max(stem.rfind(v) for v in ("a", "o", "u"))
    place -= place > 0 and stem[place - 1 : place + 1] == "au"
    return stem[:place] + {"a": "ä", "o": "ö", "u": "ü"}[stem[place]] + stem[place + 1 :] if place >= 0 else ""


@cache
def _agents(code: str) -> Agents:
    lang = language(code)
    return Agents(lang.table("roles"), lang.table("organisations"))


def agents(lang: Language) -> Agents:
    """The agent nouns of a language, read once."""
    return _agents(lang.code)
