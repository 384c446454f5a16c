"""What of a mention is compared: its words without inflection, its role, whom it belongs to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from quellenlage.language import Language
from quellenlage.language.agents import BODIES, Agents, Noun, agents
from quellenlage.model import Name, Span
from quellenlage.model.marks import EntityType

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_ADJECTIVE = re.compile(r"(?<=...)e[nmrs]?$")


def words(text: str) -> list[str]:
    """The words of a name, case kept."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """A word without genitive s and adjective ending, small: enough to see that "Deutschen" and "Deutscher" are one."""
    lower = word.lower().replace("ß", "ss")
    if len(lower) > 4 and lower.endswith("s") and not lower.endswith("ss"):
        lower = lower[:-2] if lower.endswith(("tes", "des", "kes", "ges", "zes")) else lower[:-1]
    return _ADJECTIVE.sub("", lower)


def key(name: str) -> tuple[str, ...]:
    """The stems of a name's words, articles left out: two names with one key are one name."""
    return tuple(stem(w) for w in words(name))


@dataclass(frozen=True, slots=True)
class Lexis:
    """The tables that resolution asks, in the form it asks them."""

    nouns: Agents
    pronouns: Mapping[str, frozenset[str]]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    spokes: frozenset[str]
    hidden: frozenset[str]
    hypernyms: Mapping[str, str]
    same: Mapping[str, str]
    governments: Mapping[str, str]
    metonyms: Mapping[str, str]
    adjectives: Mapping[str, str]
    prefixes: Mapping[str, str]
    acronyms: Mapping[tuple[str, ...], tuple[str, ...]]

    @classmethod
    @cache
    def of(cls, lang: Language) -> "Lexis":
        """The tables of a language, read once."""
        roles, bodies = lang.table("roles"), lang.table("organisations")
        places, metonyms = lang.table("places"), lang.table("metonyms")
        articles = roles["articles"]
        return cls(
            nouns=agents(lang),
            pronouns={k: frozenset(v) for k, v in roles["pronouns"].items()},
            definite=frozenset(articles["definite"] + articles["contracted"]),
            indefinite=frozenset(articles["indefinite"]),
            possessive=frozenset(articles["possessive"]),
            spokes=frozenset(roles["spokesperson"]["compound"].split()),
            hidden=frozenset(roles["anonymous"]["nouns"].split()),
            hypernyms={noun: kind for kind, nouns in bodies["hypernyms"].items() for noun in nouns},
            same=dict(bodies["same"]),
            governments=_governments(places["countries"], metonyms["government"]),
            metonyms=dict(metonyms["body"]),
            adjectives={c["adjective"]: n for n, c in places["countries"].items()} | dict(places["adjectives"]),
            prefixes=dict(places["prefixes"]),
            acronyms={key(form): key(short) for short, forms in bodies["acronyms"].items() for form in forms},
        )

    def country_of(self, word: str) -> str | None:
        """The country that an adjective belongs to ("südkoreanischer" → Südkorea), None if it is not one of the table's."""
        lower = word.lower()
        return self.adjectives.get(lower) or self.adjectives.get(_ADJECTIVE.sub("", lower))


def _governments(countries: Mapping[str, Any], seats: Mapping[str, str]) -> dict[str, str]:
    """Who speaks when a country, its capital or its seat of government does."""
    found = {name: name for name in countries}
    for name, country in countries.items():
        for other in (country.get("capital"), *country.get("aliases", ())):
            if other:
                found.setdefault(other, name)
    return found | dict(seats)


@dataclass(slots=True)
class Mention:
    """A name, ready to be compared."""

    span: Span
    whole: Span
    type: EntityType
    text: str
    surface: str
    proper: bool
    key: tuple[str, ...]
    role: str | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = True
    heads: tuple[Noun, ...] = field(default=())

    @classmethod
    def of(cls, name: Name, text: str, lexis: Lexis) -> "Mention":
        """The mention that a name is."""
        surface = " ".join(text[name.whole.start : name.whole.end].split())
        first = surface.partition(" ")[0].lower()
        described = f"{name.role or ''} {'' if name.type == 'person' and name.proper else name.name}"
        return cls(
            Span(name.start, name.end), name.whole, name.type, name.name, surface, name.proper, key(name.name), name.role,
            name.gender, name.plural, first not in lexis.indefinite, heads(described, lexis.nouns),
        )  # fmt: skip


def heads(text: str, nouns: Agents) -> tuple[Noun, ...]:
    """The agent nouns in a phrase, the first of which is its head."""
    found = (nouns.noun(w) for w in words(text) if w[0].isupper() or w[0].isdigit())
    return tuple(n for n in found if n)


def head_of(mention: Mention) -> Noun | None:
    """The noun that says what the mention is: the last one before a complement, which is the first agent noun."""
    return mention.heads[0] if mention.heads else None


def is_body(noun: Noun | None) -> bool:
    """Whether the noun names a body."""
    return noun is not None and noun.kind in BODIES


def agree(one: Noun, other: Noun) -> bool:
    """Whether two nouns can name one role or body: same head, and modifiers of which one holds the other."""
    if one.base == other.base:
        a, b = _modifier(one), _modifier(other)
        return not a or not b or a in b or b in a
    long, short = sorted((one.modifier + one.base, other.modifier + other.base), key=len, reverse=True)
    return long.endswith(short)


def _modifier(noun: Noun) -> str:
    return noun.modifier.replace("-", "").rstrip("s")


def letters_of(long: Sequence[str], short: str) -> bool:
    """Whether an acronym's letters are those that the long form's capitalised words begin with, with others between."""
    place, wanted = 0, short.lower()
    for word in long:
        if not word[0].isupper():
            continue
        if place >= len(wanted) or word[0].lower() != wanted[place]:
            return False
        for letter in word.lower():
            place += place < len(wanted) and letter == wanted[place]
    return place == len(wanted)


def is_acronym(text: str) -> bool:
    """Two to seven letters, more than half of them capitals."""
    return (
        2 <= len(text) <= 7 and text.isalnum() and text[0].isupper() and sum(c.isupper() for c in text) * 2 > len(text)
    )


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(items))
