"""One person in several articles: the same name, another spelling of it, the surname alone, the office alone."""

from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from quellenlage.language.wording import sounds, words
from quellenlage.story._members import Member, apart, groups_of, join, join_equal, join_if_alone, meet

_CLOSE = 0.8  # least likeness of two surnames as they sound; "selenski" and "silenski" have .88
_FAMILY = 200  # persons of one bucket (initial sound, office) that are compared pairwise


def put_persons_together(members: Sequence[Member]) -> None:
    """Join the members that are one person. Two of one surname and different first names stay two."""
    full = [m for m in members if is_full_name(m)]
    rest = [m for m in members if not is_full_name(m)]
    join_equal(("".join(m.name).replace("-", ""), m) for m in full)
    _join_spellings(groups_of(full))
    by_surname = _index(groups_of(full), lambda m: [sounds(m.name[-1])] if is_full_name(m) else [])
    by_office = _index(groups_of(full), lambda m: [n.base for n in m.nouns if n.kind == "person"])
    for member in rest:
        bearers = by_surname.get(sounds(member.name[-1]), []) if member.name else []
        fits = bearers if len(bearers) == 1 else [g for g in bearers if _holds_office(member, g)]
        if not bearers and member.head:
            fits = [g for g in by_office.get(member.head.base, ())[:_FAMILY] if _holds_office(member, g)]
        join_if_alone(member, fits)
    join_equal((m.name, m) for m in rest if m.name and m.head is None and len(m.group) == 1)


def is_full_name(member: Member) -> bool:
    """Whether the entity is known by first name and surname."""
    name = words(member.entity.name)
    return (
        member.type == "person"
        and len(name) > 1
        and member.head is None
        and name[0][0].isupper()
        and name[-1][0].isupper()
    )


def _index(groups: list[list[Member]], keys: Callable[[Member], Iterable[str]]) -> dict[str, list[list[Member]]]:
    """Groups by the keys of their members, each group once under a key."""
    index: dict[str, list[list[Member]]] = {}
    for group in groups:
        for key in sorted({k for m in group for k in keys(m)}):
            index.setdefault(key, []).append(group)
    return index


def _join_spellings(groups: list[list[Member]]) -> None:
    """Two spellings of one foreign name: surnames that sound alike, and a first name, with an office if they differ."""
    for _, family in sorted(_index(groups, lambda m: [sounds(m.name[-1])[:2]]).items()):
        for i, one in enumerate(family[:_FAMILY]):
            for other in family[i + 1 : _FAMILY]:
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
    return alike and len(a[-1]) > 4 and any(meet(x, y) for x in one.nouns for y in other.nouns if x.kind == "person")


def _one_within_the_other(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Karl Heinz Weber" and "Karl Weber", "A. Weber" and "Anna Weber"."""
    short, long = sorted((a, b), key=len)
    return short[0][0] == long[0][0] and (set(short) < set(long) or len(short[0]) == 1 or len(long[0]) == 1)


def _holds_office(member: Member, group: Sequence[Member]) -> bool:
    """Whether the group's person holds the office that someone is called by, in a country that doesn't differ."""
    mine = [member.head] if member.head else [n for n in member.nouns if n.kind == "person"]
    return not apart([member], group) and any(meet(a, b) for a in mine for m in group for b in m.nouns)
