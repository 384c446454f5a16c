"""Entities of single articles as members of groups that grow: what is compared of them, and how groups join."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.language import Language
from quellenlage.language.agents import BODIES, Agents, Noun, agents
from quellenlage.language.nations import Nations, nations
from quellenlage.language.wording import key, stem, words
from quellenlage.model import Entity

_SURFACES = 40  # wordings of one entity that are looked at


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the words of entities: the agent nouns, the countries, and the story's places by stem."""

    nouns: Agents
    nations: Nations
    places: Mapping[str, str]
    pronouns: frozenset[str]

    @classmethod
    def of(cls, lang: Language, entities: Iterable[Entity]) -> "Reader":
        """The reader for a story's entities."""
        names = (e.name for e in entities if e.type == "place" and " " not in e.name)
        pronouns = frozenset(word for forms in lang.table("roles")["pronouns"].values() for word in forms)
        return cls(agents(lang), nations(lang), {stem(n): n for n in sorted(names)}, pronouns)

    def nouns_of(self, text: Iterable[str]) -> list[Noun]:
        """The agent nouns among some words, the office in place of "Pentagon-Chef"."""
        found = (self.nouns.noun(w) for w in text if w[0].isupper())
        return [self._office(n) for n in found if n]

    def _office(self, noun: Noun) -> Noun:
        office = self.nations.office(noun.base, noun.modifier)
        return next((n for n in (self.nouns.noun(w) for w in words(office or "")) if n), noun)

    def nations_of(self, texts: Iterable[str]) -> frozenset[str]:
        """The countries that some wordings speak of, those of an office by its house among them."""
        found: set[str] = set()
        for text in texts:
            offices = (self.nations.office(n.base, n.modifier) for n in map(self.nouns.noun, words(text)) if n)
            found |= self.nations.of(" ".join([text, *(o for o in offices if o)]), self.places)
        return frozenset(found)


@dataclass(slots=True, eq=False)
class Member:
    """An entity of one article. `head` is the first noun of its name, `group` shared by all known to be one."""

    article: str
    entity: Entity
    place: int
    type: str
    name: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    head: Noun | None
    nouns: tuple[Noun, ...]
    nations: frozenset[str]
    group: list["Member"] = field(default_factory=list)

    @classmethod
    def of(cls, article: str, entity: Entity, place: int, reader: Reader) -> "Member":
        """The member that an article's entity is, in a group of its own."""
        texts = (entity.name, *(s for s in entity.surfaces[:_SURFACES] if s.lower() not in reader.pronouns))
        forms = tuple(dict.fromkeys(f for f in (_capitalised(words(t)) for t in texts) if f))
        nouns = dict.fromkeys(n for t in (*texts, entity.role or "") for n in reader.nouns_of(words(t)))
        head = next(iter(reader.nouns_of(w for w in words(entity.name)[:4] if w[0].isupper())), None)
        spoken = (
            reader.nations_of((entity.name, entity.role or "", *entity.surfaces[:_SURFACES])) if nouns else frozenset()
        )
        member = cls(article, entity, place, entity.type, key(entity.name), forms, head, tuple(nouns), spoken)
        member.group = [member]
        return member


def _capitalised(text: list[str]) -> tuple[str, ...]:
    """The words from the first capitalised one on, an article at the start of a sentence left out."""
    start = next((k for k, w in enumerate(text) if w[0].isupper() or w[0].isdigit()), len(text))
    if start + 1 < len(text) and len(text[start]) == 3 and text[start][1:].islower():
        start += text[start].lower() in _ARTICLES
    return tuple(text[start:])


_ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des"})


def join(a: Member, b: Member) -> None:
    """Make the groups of two members one."""
    if a.group is b.group:
        return
    small, large = sorted((a.group, b.group), key=len)
    large.extend(small)
    for member in small:
        member.group = large


def groups_of(members: Iterable[Member]) -> list[list[Member]]:
    """The groups that the members stand in, each once, in order of the members."""
    return list({id(m.group): m.group for m in members}.values())


def join_equal(pairs: Iterable[tuple[object, Member]]) -> None:
    """Join members that have a key in common; the keys are given with them, and None joins nothing."""
    first: dict[object, Member] = {}
    for shared, member in pairs:
        if shared is not None:
            join(first.setdefault(shared, member), member)


def join_if_alone(member: Member, fits: Sequence[Sequence[Member]]) -> None:
    """Join a member to the one group that fits; with none or several it stays where it is."""
    others = groups_of(m for g in fits for m in g[:1] if m.group is not member.group)
    if len(others) == 1:
        join(member, others[0][0])


def apart(one: Iterable[Member], other: Iterable[Member]) -> bool:
    """Whether the countries of two groups tell them apart."""
    a = {n for m in one for n in m.nations}
    b = {n for m in other for n in m.nations}
    return bool(a and b) and not a & b


def meet(one: Noun, other: Noun) -> bool:
    """Whether two nouns can name one office or body: same head, and modifiers of which one holds the other."""
    a, b = one.modifier.replace("-", "").rstrip("s"), other.modifier.replace("-", "").rstrip("s")
    return one.base == other.base and (not a or not b or a in b or b in a)


def is_body(noun: Noun) -> bool:
    """Whether the noun names a body."""
    return noun.kind in BODIES
