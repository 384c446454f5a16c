"""One person in several articles: the same name, another spelling of it, the surname alone, the office alone."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from quellenlage.language.wording import sounds, words
from quellenlage.story._members import Member, groups_of, join, join_equal, join_if_alone

_CLOSE = 0.8  # least likeness of two surnames as they sound; "selenski" and "silenski" have .88
_FAMILY = 200  # persons whose surnames begin alike that are compared pairwise


def put_persons_together(members: Sequence[Member]) -> None:
    """Join the members that are one person. Two of one surname and different first names stay two."""
    full = [m for m in members if is_full_name(m)]
    rest = [m for m in members if not is_full_name(m)]
    join_equal((m.name, m) for m in full)
    _join_spellings(groups_of(full))
    by_surname: dict[str, list[list[Member]]] = {}
    for group in groups_of(full):
        for surname in sorted({sounds(m.name[-1]) for m in group if is_full_name(m)}):
            by_surname.setdefault(surname, []).append(group)
    for member in rest:
        named = _is_name(member)
        fits = by_surname.get(sounds(member.name[-1]), []) if named else groups_of(full)
        if not named or len(fits) > 1:
            fits = [g for g in fits if _share_office(member, g)]
        join_if_alone(member, fits)
    join_equal((m.name, m) for m in rest if _is_name(m) and len(m.group) == 1)


def is_full_name(member: Member) -> bool:
    """Whether the entity is known by first name and surname."""
    name = words(member.entity.name)
    return (
        member.type == "person"
        and _is_name(member)
        and len(name) > 1
        and name[0][0].isupper()
        and name[-1][0].isupper()
    )


def _is_name(member: Member) -> bool:
    """Whether the entity's name is a name and no phrase for a role: those have the phrase itself as their role."""
    name, role = member.entity.name, member.entity.role or ""
    return bool(words(name)) and not role.startswith(name) and not name.startswith(role or "\0")


def _join_spellings(groups: list[list[Member]]) -> None:
    """Two spellings of one foreign name: surnames that sound alike, and a first name, with an office if they differ."""
    families: dict[str, list[list[Member]]] = {}
    for group in groups:
        families.setdefault(sounds(group[0].name[-1])[:1], []).append(group)
    for letter in sorted(families):
        family = families[letter][:_FAMILY]
        for i, one in enumerate(family):
            for other in family[i + 1 :]:
                if _one_person(one[0], other[0]):
                    join(one[0], other[0])


def _one_person(one: Member, other: Member) -> bool:
    a, b = one.name, other.name
    surname = Levenshtein.normalized_similarity(sounds(a[-1]), sounds(b[-1]))
    if surname < _CLOSE:
        return False
    alike = Levenshtein.normalized_similarity(sounds(a[0]), sounds(b[0])) >= _CLOSE
    if surname == 1:
        return alike or _one_within_the_other(a, b)
    return alike and len(a[-1]) > 4 and bool(_offices(one) & _offices(other))


def _one_within_the_other(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Karl Heinz Weber" and "Karl Weber", "A. Weber" and "Anna Weber"."""
    short, long = sorted((a, b), key=len)
    return short[0][0] == long[0][0] and (set(short) < set(long) or len(short[0]) == 1 or len(long[0]) == 1)


def _offices(member: Member) -> set[str]:
    return {n.base for n in member.nouns if n.kind == "person"}


def _share_office(member: Member, group: Sequence[Member]) -> bool:
    """Whether someone known by office (or surname and office) holds the one that the group's person has."""
    mine = {(n.modifier, n.base) for n in member.nouns if n.kind == "person"}
    theirs = {(n.modifier, n.base) for m in group for n in m.nouns if n.kind == "person"}
    return any(a[1] == b[1] and (not a[0] or not b[0] or a[0] in b[0] or b[0] in a[0]) for a in mine for b in theirs)
