"""Words that bound or blur a number: "mindestens", "bis zu", "oder mehr"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from quellenlage.annotate._units import any_of
from quellenlage.language import Language
from quellenlage.model.marks import Qualifier

_REACH = 60  # code points before a number that its qualifiers can take


class Bound(NamedTuple):
    """Where a qualifier stands and what it makes of the number; `words` are its own."""

    start: int
    end: int
    qualifier: Qualifier
    words: str


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The qualifier tables of a language, compiled."""

    meaning: Mapping[str, Qualifier]
    last: re.Pattern[str]
    following: re.Pattern[str]
    afterwards: Mapping[str, Qualifier]
    predicate: re.Pattern[str]
    predicates: Mapping[str, Qualifier]
    prepositions: frozenset[str]
    measuring: frozenset[str]
    blurring: frozenset[str]
    articles: frozenset[str]
    among: frozenset[str]
    gathered: tuple[str, ...]
    wholes: frozenset[str]
    sharp: frozenset[str]
    round_from: int

    def before(self, text: str, place: int, floor: int) -> Bound | None:
        """The qualifier before a number at `place`, looking back to `floor` at most; of several, the one that
        bounds.
        """
        chosen: Bound | None = None
        while found := self.last.search(text, max(floor, place - _REACH), place):
            words = found[1]
            bound = Bound(found.start(1), found.end(1), self.meaning[words.lower()], words)
            keeps = chosen is not None and (bound.qualifier == "exact" or chosen.qualifier not in ("about", "exact"))
            chosen = chosen if keeps else bound
            place = found.start(1)
        return chosen

    def after(self, text: str, place: int, limit: int) -> Bound | None:
        """The qualifier right after a figure that ends at `place`: "oder mehr"."""
        found = self.following.match(text, place, limit)
        if not found:
            return None
        words = found[1] or found[2]
        return Bound(found.start(), found.end(), self.afterwards[words.lower()], words)

    def said_of(self, text: str, place: int, limit: int) -> Qualifier | None:
        """What a sentence says of its figure that ends at `place`: "waren eine Untergrenze" is at least."""
        found = self.predicate.match(text, place, limit)
        return self.predicates[found[1]] if found else None


@cache
def qualifiers(lang: Language) -> Qualifiers:
    """The compiled table `qualifiers.toml` of the language."""
    table = lang.table("qualifiers")
    meaning = {w.lower(): cast(Qualifier, q) for q, words in table["before"].items() for w in words}
    afterwards = {w.lower(): cast(Qualifier, q) for q, words in table["after"].items() for w in words}
    between = any_of(table["between"]["words"])
    said = table["predicate"]
    ends: tuple[Qualifier, ...] = ("at_least", "at_most")
    predicates = {w: q for q in ends for w in said[q]}
    return Qualifiers(
        meaning,
        re.compile(rf"(?<![\w-])({any_of(meaning)})(?:\s(?:{between}))*\s[„“\"»«]?$", re.IGNORECASE),
        re.compile(
            rf"\s(?:({any_of(table['after_any']['words'])})(?!\w)|({any_of(afterwards)})(?=[.,;:!?)“\"»]|$))",
            re.IGNORECASE,
        ),
        afterwards,
        re.compile(
            rf"\s(?:{any_of(said['verbs'])})(?:\s(?:{any_of(said['fillers'])})){{0,3}}\s({any_of(predicates)})(?!\w)"
        ),
        predicates,
        frozenset(table["prepositions"]["words"]),
        frozenset(table["prepositions"]["of_sums"]),
        frozenset(table["prepositions"]["blurring"]),
        frozenset(table["prepositions"]["articles"]),
        frozenset(table["prepositions"]["among"]),
        tuple(table["prepositions"]["gathered"]),
        frozenset(table["between"]["wholes"]),
        frozenset(table["between"]["sharp"]),
        table["prepositions"]["round_from"],
    )
