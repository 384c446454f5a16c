"""One body in several articles: the same name, its short form, its letters, or the kind of body alone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quellenlage.language.agents import Noun
from quellenlage.language.wording import is_acronym, key, spells, stem, words
from quellenlage.story._members import Member, apart, groups_of, is_body, join_equal, join_if_alone, meet

Core = tuple[str, ...]
_FAMILY = 300  # groups that share a word and are compared pairwise


class Institutions:
    """Joins a story's bodies. `noun` reads a noun, `tables` are the organisations, `places` stems of places."""

    def __init__(
        self,
        members: Sequence[Member],
        noun: Callable[[str], Noun | None],
        tables: Mapping[str, Any],
        places: frozenset[str],
    ) -> None:
        self._members, self._noun, self._places = members, noun, places
        self._legal = frozenset(tables["legal"]["forms"])
        self._open = frozenset(n for nouns in tables["hypernyms"].values() for n in nouns) - {"ministerium"}
        self._appositive = frozenset(tables["appositive"]["nouns"].split())
        self._inside = frozenset(tables["inside"]["words"])
        self._acronyms = {key(f): short for short, fs in tables["acronyms"].items() for f in (short, *fs)}
        self._placed = frozenset(tables["placed"]["nouns"].split())
        self._local = frozenset(tables["local"]["nouns"].split())
        self._levels = frozenset(tables["local"]["levels"].split())
        self._open |= frozenset(tables["relational"]["nouns"].split())

    def put_together(self) -> None:
        """Join by name, then by short form, then what is known by its kind alone."""
        join_equal((m.name or None, m) for m in self._members)
        join_equal((self._long_name(m), m) for m in self._members)
        cores = {id(m): self._cores(m) for m in self._members}
        join_equal((core, m) for m in self._members for core in sorted(cores[id(m)]))
        self._join_letters()
        self._join_shortened(cores)
        self._join_kinds(cores)

    def _long_name(self, member: Member) -> str | None:
        """The acronym of the table that the body's name is, or is the long form of."""
        return next(
            (self._acronyms[form] for form in sorted(map(key, map(" ".join, member.forms))) if form in self._acronyms),
            None,
        )

    def _cores(self, member: Member) -> set[Core]:
        """The names less the nouns before them and the legal form ("Krankenkasse X", "X GmbH" → X)."""
        return {core for core in (self._core(form) for form in member.forms) if core}

    def _core(self, form: tuple[str, ...]) -> Core | None:
        rest = list(form)
        while rest and rest[-1] in self._legal:
            rest.pop()
        if not rest:
            return None
        head = self._noun(rest[0])
        if head and is_body(head) and len(rest) > 1:
            coined = rest[1:]
            if (
                not self._before_names(head)
                or not coined[0][0].isupper()
                or self._noun(coined[0])
                or stem(coined[0]) in self._places
            ):
                return tuple(stem(w) for w in rest) if self._is_coined(rest) else None
            rest = coined
        return tuple(stem(w) for w in rest) if self._is_coined(rest) else None

    def _before_names(self, noun: Noun) -> bool:
        """Whether the noun stands before names without being part of them: "die Firma X", but "Universität X"."""
        firm = noun.kind in ("company", "medium") and not {noun.base, noun.modifier + noun.base} & self._placed
        return firm or noun.base in self._appositive

    def _is_coined(self, form: Sequence[str]) -> bool:
        """Whether the name has a capitalised word that is no noun for a body or a role, and joins no phrase."""
        small = [w for w in form if w[0].islower() and w not in self._inside]
        return not small and form[-1][0].isupper() and any(self._noun(w) is None for w in form if w[0].isupper())

    def _join_letters(self) -> None:
        """Letters and the one body whose long form they spell, or that bore them in another article."""
        by_letter: dict[str, list[Member]] = {}
        for member in self._members:
            for letter in {form[0][0].lower() for form in member.forms}:
                by_letter.setdefault(letter, []).append(member)
        short = {m.entity.name: m for m in self._members if is_acronym(m.entity.name)}
        for letters in sorted(short.keys() - self._legal):
            near = by_letter.get(letters[0].lower(), [])[:_FAMILY]
            join_if_alone(short[letters], [m.group for m in near if self._spelt(letters, m)])

    def _spelt(self, letters: str, member: Member) -> bool:
        name = words(member.entity.name)
        if not name or is_acronym(member.entity.name):
            return False
        if letters in member.entity.surfaces:
            return True
        return (
            name[0][0].isupper()
            and len(name) > 1
            and len(member.entity.name) > len(letters) + 4
            and spells(name, letters)
        )

    def _join_shortened(self, cores: dict[int, set[Core]]) -> None:
        """A name that begins or ends the longer name of one other body ("Sentris", "Sentris Software")."""
        by_word: dict[str, list[Member]] = {}
        for member in self._members:
            for core in cores[id(member)]:
                for word in {core[0], core[-1]}:
                    by_word.setdefault(word, []).append(member)
        for member in self._members:
            mine = [
                c
                for c in cores[id(member)]
                if (len(c) == 1 or c == key(member.entity.name)) and c[0] not in self._places
            ]
            near = [o for c in mine for o in by_word.get(c[0], ())[:_FAMILY]]
            fits = [o.group for o in near if any(_begins_or_ends(c, d) for c in mine for d in cores[id(o)])]
            join_if_alone(member, fits)

    def _join_kinds(self, cores: dict[int, set[Core]]) -> None:
        """Bodies known by their kind ("das Landratsamt"): with each other, then with the one that has a name."""
        plain = [m for m in self._members if not any(cores[id(o)] for o in m.group) and self._kind(m)]
        join_equal(((self._kind(m), m.nations), m) for m in plain)
        by_noun: dict[str, list[Member]] = {}
        for member in self._members:
            for base in dict.fromkeys(n.base for n in self._head_nouns(member)):
                by_noun.setdefault(base, []).append(member)
        for member in sorted(plain, key=lambda m: (m.head is not None and m.head.modifier != "", m.place)):
            kind = self._kind(member)
            others = (
                groups_of(m for m in by_noun.get(kind.base, ())[:_FAMILY] if m.group is not member.group)
                if kind
                else []
            )
            others = [g for g in others if kind and self._can_be(kind, member, g)]
            join_if_alone(member, [g for g in others if any(cores[id(o)] for o in g)] or others)

    def _kind(self, member: Member) -> Noun | None:
        """The noun that the body is called by, unless it is one that could be any body's."""
        noun = member.head
        if noun is None or not is_body(noun) or (noun.base in self._open and not noun.modifier):
            return None
        return noun

    def _can_be(self, kind: Noun, member: Member, group: Sequence[Member]) -> bool:
        """Whether a body of this kind can be the group's: same noun, modifier and country that don't differ."""
        theirs = [n for m in group for n in self._head_nouns(m) if n.base == kind.base]
        same = all(meet(kind, n) and not self._differ(kind, n) for n in theirs)
        return bool(theirs) and same and not apart([member], group)

    def _differ(self, one: Noun, other: Noun) -> bool:
        """Whether two nouns mean bodies of two levels of the state: "die Polizei" and "die Kantonspolizei"."""
        if one.base not in self._local or one.modifier == other.modifier:
            return False
        return one.modifier in self._levels or other.modifier in self._levels

    def _head_nouns(self, member: Member) -> list[Noun]:
        found = []
        for form in member.forms:
            noun = next((n for n in (self._noun(w) for w in form[:3]) if n), None)
            if noun and is_body(noun):
                found.append(noun)
        return found


def _begins_or_ends(short: Core, long: Core) -> bool:
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)
