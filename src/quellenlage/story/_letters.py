"""Letter n-grams of what is said: they catch compounds and inflection that stems miss."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

LETTERS = re.compile(r"[^\W_]+")
_SIZES = (3, 4, 5)
_LONGEST = 600  # characters that are read


@dataclass(frozen=True, eq=False, slots=True)
class Letters:
    """The n-grams of a text; `more` tells of those that recur how many times beyond the first.

    Most occur once, so that what two texts share is nearly the size of an intersection, which is quick. Counts are
    whole numbers: their sum is exact in any order.
    """

    grams: AbstractSet[str]
    more: Mapping[str, int]
    norm: float

    @classmethod
    def of(cls, text: str) -> "Letters":
        """The n-grams of the text's words, the blanks between them included."""
        line = f" {' '.join(LETTERS.findall(text.lower()))} "[:_LONGEST]
        counts = Counter([line[i : i + n] for n in _SIZES for i in range(len(line) - n + 1)])
        norm = math.sqrt(sum(n * n for n in counts.values())) or 1.0
        return cls(frozenset(counts), {g: n - 1 for g, n in counts.items() if n > 1}, norm)

    def like(self, other: "Letters") -> float:
        """The cosine of the two counts, from 0 to 1."""
        shared = len(self.grams & other.grams)
        shared += sum(n * (1 + other.more.get(g, 0)) for g, n in self.more.items() if g in other.grams)
        shared += sum(n for g, n in other.more.items() if g in self.grams)
        return shared / (self.norm * other.norm)
