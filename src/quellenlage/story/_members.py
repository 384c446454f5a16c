"""Entities of single articles as members of groups that grow: what is compared of them, and how groups join."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quellenlage.language.agents import BODIES, Agents, Noun
from quellenlage.language.wording import key, words
from quellenlage.model import Entity

_SURFACES = 40  # wordings of one entity that are looked at


@dataclass(slots=True, eq=False)
class Member:
    """An entity of one article. `group` is shared by all members known to be one."""

    article: str
    entity: Entity
    place: int
    type: str
    forms: tuple[tuple[str, ...], ...]
    nouns: tuple[Noun, ...]
    group: list["Member"] = field(default_factory=list)

    @classmethod
    def of(cls, article: str, entity: Entity, place: int, agents: Agents) -> "Member":
        """The member that an article's entity is, in a group of its own."""
        texts = (entity.name, *entity.surfaces[:_SURFACES])
        forms = tuple(dict.fromkeys(f for f in (_capitalised(words(t)) for t in texts) if f))
        nouns = dict.fromkeys(n for t in (*texts, entity.role or "") for n in _nouns(words(t), agents))
        member = cls(article, entity, place, entity.type, forms, tuple(nouns))
        member.group = [member]
        return member

    @property
    def name(self) -> tuple[str, ...]:
        """The stems of its name."""
        return key(self.entity.name)


def _capitalised(text: list[str]) -> tuple[str, ...]:
    """The words from the first capitalised one on."""
    start = next((k for k, w in enumerate(text) if w[0].isupper() or w[0].isdigit()), len(text))
    if start + 1 < len(text) and text[start].lower() in ("der", "die", "das", "dem", "den", "des"):
        start += 1
    return tuple(text[start:])


def _nouns(text: Iterable[str], agents: Agents) -> Iterable[Noun]:
    return (n for n in (agents.noun(w) for w in text if w[0].isupper()) if n)


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


def join_if_alone(member: Member, fits: Sequence[list[Member]]) -> bool:
    """Join a member to the one group that fits; with none or several it stays where it is."""
    others = groups_of(m for g in fits for m in g[:1] if m.group is not member.group)
    if len(others) == 1:
        join(member, others[0][0])
    return len(others) == 1


def is_body(noun: Noun) -> bool:
    """Whether the noun names a body."""
    return noun.kind in BODIES
