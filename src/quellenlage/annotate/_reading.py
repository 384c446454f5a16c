"""A sentence while its proper names are sought, and what the tables know of names beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quellenlage.language.agents import Noun
from quellenlage.model import Sentence, Token

PERSON, ORGANISATION, PLACE = "PER", "ORG", "LOC"


@dataclass(slots=True)
class Reading:
    """A sentence while its names are sought: `proper` maps a name's first word to (word after its last, type)."""

    sentence: Sentence
    nouns: list[Noun | None]
    proper: dict[int, tuple[int, str]] = field(default_factory=dict)
    _first: dict[int, int] = field(default_factory=dict)  # word → first word of the name that covers it

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words."""
        return self.sentence.tokens

    def at(self, place: int) -> tuple[int, int, str] | None:
        """The name that covers a word: (first word, word after its last, type)."""
        start = self._first.get(place)
        return None if start is None else (start, *self.proper[start])

    def cover(self, start: int, end: int, kind: str) -> None:
        """Mark a name, in place of all that overlap it."""
        for first in {self._first[k] for k in range(start, end) if k in self._first}:
            for k in range(first, self.proper.pop(first)[0]):
                del self._first[k]
        self.proper[start] = (end, kind)
        self._first.update((k, start) for k in range(start, end))


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables know beforehand: countries, long names of bodies (by first stem, as stems) and articles."""

    countries: frozenset[str]
    bodies: Mapping[str, tuple[tuple[str, ...], ...]]
    articles: frozenset[str]
    honorifics: frozenset[str]
    houses: frozenset[str]
    sites: frozenset[str]
    placed: frozenset[str]
    neuter: frozenset[str]
    abstract: tuple[str, ...]
    never: frozenset[str]
    coining: frozenset[str]
    lands: tuple[str, ...]
