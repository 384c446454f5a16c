"""Whether two entities of different articles are one: by name, spelling, acronym, office or head noun."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from quellenlage.language import language
from quellenlage.language.agents import BODIES, Agents, Noun, agents
from quellenlage.language.wording import is_acronym, key, sounds, spells, words
from quellenlage.model import Entity

_CLOSE = 0.8  # least likeness of two surnames as they sound; "selenski" and "silenski" have .88
_FAMILY = 200  # entities of one family that are compared pairwise; beyond that, only equal keys are


@dataclass(slots=True, eq=False)
class Member:
    """An entity of one article, with what is compared of it."""

    article: str
    entity: Entity
    keys: frozenset[tuple[str, ...]]
    place: int = 0
    group: list["Member"] = field(default_factory=list)

    @classmethod
    def of(cls, article: str, entity: Entity) -> "Member":
        """The member that an article's entity is."""
        return cls(article, entity, frozenset(k for k in (key(s) for s in (entity.name, *entity.surfaces)) if k))


class _Union:
    """Groups that grow; a group never takes in two that are known apart."""

    def __init__(self, members: Sequence[Member]) -> None:
        for member in members:
            member.group = [member]

    def join(self, a: Member, b: Member) -> None:
        if a.group is b.group:
            return
        small, large = sorted((a.group, b.group), key=len)
        large.extend(small)
        for member in small:
            member.group = large


def put_together(members: Sequence[Member], code: str) -> list[list[Member]]:
    """The members as groups, each of one person or body, in order of their first member."""
    for place, member in enumerate(members):
        member.place = place
    union, nouns = _Union(members), agents(language(code))
    open_ = [m for m in members if not m.entity.anonymous]
    _persons([m for m in open_ if m.entity.type == "person"], union, nouns)
    _bodies([m for m in open_ if m.entity.type == "organisation"], union, nouns)
    _same_name([m for m in open_ if m.entity.type in ("place", "group")], union)
    seen: dict[int, list[Member]] = {}
    for member in members:
        seen.setdefault(id(member.group), member.group)
    return [sorted(group, key=lambda m: m.place) for group in seen.values()]


def _same_name(members: Iterable[Member], union: _Union) -> None:
    keyed = sorted(((key(m.entity.name), m.place, m) for m in members), key=lambda x: x[:2])
    for _, group in groupby(keyed, key=lambda x: x[0]):
        first, *rest = (m for _, _, m in group)
        for other in rest:
            union.join(first, other)


def _groups(members: Sequence[Member]) -> list[list[Member]]:
    return list({id(m.group): m.group for m in members}.values())


def _persons(members: Sequence[Member], union: _Union, nouns: Agents) -> None:
    _same_name([m for m in members if len(key(m.entity.name)) > 1], union)
    full = [m for m in members if _is_full(m)]
    _variants(_groups(full), union, nouns)
    by_surname: dict[str, list[list[Member]]] = {}
    for group in _groups(full):
        for surname in sorted({sounds(key(m.entity.name)[-1]) for m in group if _is_full(m)}):
            by_surname.setdefault(surname, []).append(group)
    rest = [m for m in members if not _is_full(m)]
    for member in rest:
        name = key(member.entity.name)
        fits = by_surname.get(sounds(name[-1]), []) if name and nouns.noun(words(member.entity.name)[0]) is None else []
        if len(fits) != 1:
            fits = [g for g in fits or _groups(full) if _one_office(member, g, nouns)]
        if len(fits) == 1:
            union.join(member, fits[0][0])
    _same_name([m for m in rest if len(m.group) == 1], union)


def _is_full(member: Member) -> bool:
    name = words(member.entity.name)
    return (
        len(name) > 1
        and all(w[0].isupper() for w in (name[0], name[-1]))
        and member.entity.name in member.entity.surfaces
    )


def _variants(groups: list[list[Member]], union: _Union, nouns: Agents) -> None:
    """Two spellings of one foreign name: surnames that sound alike and a first name or an office in common."""
    families: dict[str, list[list[Member]]] = {}
    for group in groups:
        families.setdefault(sounds(key(group[0].entity.name)[-1])[:1], []).append(group)
    for letter in sorted(families):
        family = families[letter][:_FAMILY]
        for i, one in enumerate(family):
            for other in family[i + 1 :]:
                if _same_person(one[0], other[0], nouns):
                    union.join(one[0], other[0])


def _same_person(one: Member, other: Member, nouns: Agents) -> bool:
    a, b = key(one.entity.name), key(other.entity.name)
    surname = Levenshtein.normalized_similarity(sounds(a[-1]), sounds(b[-1]))
    if surname < _CLOSE:
        return False
    first = Levenshtein.normalized_similarity(sounds(a[0]), sounds(b[0]))
    if surname == 1 and first >= _CLOSE:
        return True
    return surname < 1 and len(a[-1]) > 4 and first >= _CLOSE and _roles_meet(one, [other], nouns)


def _roles(member: Member, nouns: Agents) -> list[Noun]:
    texts = (member.entity.role or "", *member.entity.surfaces)
    found = (nouns.noun(w) for t in texts for w in words(t) if w[0].isupper())
    return [n for n in found if n and n.kind == "person"]


def _roles_meet(one: Member, others: Sequence[Member], nouns: Agents) -> bool:
    mine = {n.base for n in _roles(one, nouns)}
    return any(n.base in mine for o in others for n in _roles(o, nouns))


def _one_office(member: Member, group: Sequence[Member], nouns: Agents) -> bool:
    """Whether someone known by office alone holds the office that the group's person has, compound and all."""
    mine = {n.modifier + n.base for n in _roles(member, nouns) if n.modifier}
    return bool(mine) and any(n.modifier + n.base in mine for o in group for n in _roles(o, nouns))


def _bodies(members: Sequence[Member], union: _Union, nouns: Agents) -> None:
    _shared_key(members, union)
    _acronyms(members, union)
    _alone(members, union, _contained)
    _alone(members, union, lambda short, long: _same_head(short, long, nouns))


def _shared_key(members: Sequence[Member], union: _Union) -> None:
    """Bodies one of whose proper names is the same."""
    known: dict[tuple[str, ...], Member] = {}
    for member in members:
        first = known.setdefault(key(member.entity.name), member)
        union.join(first, member)


def _acronyms(members: Sequence[Member], union: _Union) -> None:
    """A short form and the one body whose long form it spells."""
    for member in members:
        short = member.entity.name
        if not is_acronym(short):
            continue
        fits = [g for g in _groups(members) if any(_spelt(short, m) for m in g)]
        if len(fits) == 1:
            union.join(member, fits[0][0])


def _spelt(short: str, member: Member) -> bool:
    name = words(member.entity.name)
    if is_acronym(member.entity.name):
        return False
    return short in member.entity.surfaces or (
        name[0][0].isupper() and len(member.entity.name) > len(short) + 4 and spells(name, short)
    )


def _alone(members: Sequence[Member], union: _Union, fits: Callable[[Member, Member], bool]) -> None:
    """Join each body to the one other group that it fits; where it fits two, it stays apart."""
    groups = _groups(members)
    if len(groups) > _FAMILY:
        return
    for group in groups:
        found = [g for g in groups if g is not group and g is not group[0].group and any(fits(group[0], m) for m in g)]
        distinct = {id(g[0].group): g for g in found}
        if len(distinct) == 1:
            union.join(group[0], next(iter(distinct.values()))[0])


def _contained(short: Member, long: Member) -> bool:
    a, b = key(short.entity.name), key(long.entity.name)
    return 0 < len(a) < len(b) and (b[: len(a)] == a or b[-len(a) :] == a) and words(short.entity.name)[0][0].isupper()


def _same_head(short: Member, long: Member, nouns: Agents) -> bool:
    """A body known by its kind alone ("Landratsamt", "Gewerkschaft") and the one body of that kind with a name."""
    name = words(short.entity.name)
    noun = nouns.noun(name[0]) if len(name) == 1 else None
    if noun is None or noun.kind not in BODIES:
        return False
    called = (nouns.noun(w) for s in (long.entity.name, *long.entity.surfaces) for w in words(s)[:3] if w[0].isupper())
    return any(n and n.base == noun.base and (n.modifier == noun.modifier or not noun.modifier) for n in called)
