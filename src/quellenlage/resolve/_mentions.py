"""What of a mention is compared: its words without inflection, its role, whom it belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from quellenlage.language import Language
from quellenlage.language.agents import BODIES, Agents, Noun, agents
from quellenlage.language.nations import Nations, nations
from quellenlage.language.nominative import Nominative, nominative
from quellenlage.language.wording import key, words
from quellenlage.model import Name, Span
from quellenlage.model.marks import EntityType

_QUOTES = tuple('„“”"»«›‹‚‘')


@dataclass(frozen=True, slots=True)
class Lexis:
    """The tables that resolution asks, in the form it asks them."""

    nouns: Agents
    nations: Nations
    base: Nominative
    pronouns: Mapping[str, frozenset[str]]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    spokes: frozenset[str]
    officials: frozenset[str]
    executives: frozenset[str]
    inner: frozenset[str]
    offices: frozenset[str]
    this: frozenset[str]
    selves: frozenset[str]
    hypernyms: Mapping[str, str]
    houses: frozenset[str]
    local: frozenset[str]
    issued: frozenset[str]
    elsewhere: frozenset[str]
    when: tuple[str, ...]
    papers: frozenset[str]
    voiceless: frozenset[str]
    animate: tuple[str, ...]
    unnamed: str
    metonyms: Mapping[str, str]
    acronyms: Mapping[tuple[str, ...], tuple[str, ...]]

    @classmethod
    @cache
    def of(cls, lang: Language) -> "Lexis":
        """The tables of a language, read once."""
        roles, bodies = lang.table("roles"), lang.table("organisations")
        articles, metonyms = roles["articles"], lang.table("metonyms")
        dates = lang.table("masthead")["date"]
        days = [d for d in dates["weekdays"] if len(d) > len("mo")]
        return cls(
            nouns=agents(lang),
            nations=nations(lang),
            base=nominative(lang),
            pronouns={k: frozenset(v) for k, v in roles["pronouns"].items()},
            definite=frozenset(articles["definite"] + articles["contracted"]),
            indefinite=frozenset(articles["indefinite"]),
            possessive=frozenset(articles["possessive"]),
            masculine=frozenset(articles["masculine"]),
            feminine=frozenset(articles["feminine"]),
            spokes=frozenset(roles["spokesperson"]["compound"].split()),
            officials=frozenset(roles["spokesperson"]["officials"].split()),
            executives=frozenset(roles["spokesperson"]["executives"].split()),
            inner=frozenset(("", *roles["spokesperson"]["inner"].split())),
            offices=frozenset(roles["office"]["nouns"].split()),
            this=frozenset(roles["self"]["determiners"]),
            selves=frozenset(roles["self"]["nouns"].split()),
            hypernyms={noun: kind for kind, nouns in bodies["hypernyms"].items() for noun in nouns},
            houses=frozenset(bodies["houses"]["nouns"].split()),
            local=frozenset(bodies["local"]["nouns"].split()),
            issued=frozenset(roles["issued"]["nouns"].split()),
            papers=frozenset(roles["issued"]["papers"].split()),
            elsewhere=frozenset(roles["issued"]["elsewhere"]),
            when=(*days, *dates["months"], *roles["issued"]["when"]),
            voiceless=frozenset(bodies["voiceless"]["nouns"].split()),
            animate=tuple(roles["animate"]["endings"]),
            unnamed=roles["anonymous"]["label"],
            metonyms=dict(metonyms["body"]),
            acronyms={key(form): key(short) for short, forms in bodies["acronyms"].items() for form in forms},
        )

    def gender_of(self, article: str) -> str | None:
        """The gender that an article before a person shows, None where it shows none."""
        lower = article.lower()
        return "f" if lower in self.feminine else "m" if lower in self.masculine else None


@dataclass(slots=True)
class Mention:
    """A name, ready to be compared. `definite` is a phrase without "ein", `marked` one with "der"."""

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
    marked: bool = False
    heads: tuple[Noun, ...] = field(default=())
    nations: frozenset[str] = frozenset()
    verbatim: str = ""
    quoted: bool = False

    @classmethod
    def of(cls, name: Name, text: str, lexis: Lexis, places: Mapping[str, str]) -> "Mention":
        """The mention that a name is; `places` the article's places by stem."""
        surface = " ".join(text[name.whole.start : name.whole.end].split())
        first = surface.partition(" ")[0].lower()
        described = f"{name.role or ''} {'' if name.type == 'person' and name.proper else name.name}"
        found = heads(described, lexis.nouns)
        if not found and name.role and name.type == "organisation":
            found = (Noun("company", words(name.role)[-1].lower()),)
        if found and name.type == "organisation" and not name.proper and found[0].kind == "person":
            found = (found[0]._replace(kind="public"), *found[1:])  # "der Gemeinderat"
        office = lexis.nations.office(found[0].base, found[0].modifier) if found else None
        return cls(
            Span(name.start, name.end), name.whole, name.type, name.name, surface, name.proper, key(name.name),
            name.role, name.gender, name.plural, first not in lexis.indefinite, first in lexis.definite,
            heads(office, lexis.nouns) if office else found,
            lexis.nations.of(office or surface, places) if found else frozenset(),
            " ".join(text[name.start : name.end].split()), text[name.start - 1 : name.start] in _QUOTES,
        )  # fmt: skip


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of nations tell two holders of an office apart."""
    return bool(one and other) and not one & other


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
    if one.base == other.base or "person" in (one.kind, other.kind):
        if one.base != other.base:
            return False
        a, b = _modifier(one), _modifier(other)
        return not a or not b or a in b or b in a
    long, short = sorted((one.modifier + one.base, other.modifier + other.base), key=len, reverse=True)
    return long.endswith(short)


def _modifier(noun: Noun) -> str:
    return noun.modifier.replace("-", "").rstrip("s")


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(items))
