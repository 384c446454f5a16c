"""One body in several articles: the same name, its short form, its letters, or the kind of body alone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quellenlage.language.agents import Noun
from quellenlage.language.wording import is_acronym, key, spells, stem, words
from quellenlage.story._members import Member, groups_of, is_body, join_equal, join_if_alone

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
        self._acronyms = {key(f): short for short, fs in tables["acronyms"].items() for f in (short, *fs)}
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
        head = self._noun(rest[0]) if rest else None
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
        return noun.kind in ("company", "medium") or noun.base in self._appositive

    def _is_coined(self, form: Sequence[str]) -> bool:
        """Whether the name has a capitalised word that is no noun for a body or a role, and joins no phrase."""
        small = [w for w in form if w[0].islower()]
        return len(form) - len(small) > 0 and not small and any(self._noun(w) is None for w in form)

    def _join_letters(self) -> None:
        """Letters and the one body whose long form they spell, or that bore them in another article."""
        short = {
            m.entity.name: m for m in self._members if is_acronym(m.entity.name) and m.entity.name not in self._legal
        }
        for letters in sorted(short):
            fits = [g for g in groups_of(self._members) if any(self._spelt(letters, m) for m in g)]
            join_if_alone(short[letters], fits)

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
        join_equal(((self._kind(m), self._nation(m)), m) for m in plain)
        for member in plain:
            mine = self._kind(member)
            others = [g for g in groups_of(self._members) if g is not member.group and self._can_be(mine, member, g)]
            named = [g for g in others if any(cores[id(o)] for o in g)]
            join_if_alone(member, named or others)

    def _kind(self, member: Member) -> tuple[str, str] | None:
        """(modifier, noun) of the body that the name begins with, adjectives left out."""
        for word in words(member.entity.name)[:4]:
            noun = self._noun(word) if word[0].isupper() else None
            if noun:
                if not is_body(noun) or (noun.base in self._open and not noun.modifier):
                    return None
                return noun.modifier.rstrip("s"), noun.base
        return None

    def _nation(self, member: Member) -> str:
        """The root of an adjective in -isch or a genitive before the noun: "varnische", "Varniens" → "varn"."""
        name = words(member.entity.name)
        first = stem(name[0]) if len(name) > 1 else ""
        if first.endswith("isch"):
            return first[:-4]
        return (
            first.removesuffix("ien")
            if name and name[0].endswith("s") and name[0][0].isupper() and len(name) > 1
            else ""
        )

    def _can_be(self, kind: tuple[str, str] | None, member: Member, group: Sequence[Member]) -> bool:
        """Whether a body of this kind can be the group's: same noun, modifier and nation that don't differ."""
        nation = self._nation(member)
        theirs = {(n.modifier.rstrip("s"), n.base) for m in group for n in self._head_nouns(m)}
        if kind is None or not any(b == kind[1] and (a == kind[0] or not a or not kind[0]) for a, b in theirs):
            return False
        nations = {self._nation(m) for m in group} - {""}
        return not nation or not nations or nation in nations

    def _head_nouns(self, member: Member) -> list[Noun]:
        found = []
        for form in member.forms:
            noun = next((n for n in (self._noun(w) for w in form[:3]) if n), None)
            if noun and is_body(noun):
                found.append(noun)
        return found


def _begins_or_ends(short: Core, long: Core) -> bool:
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)
