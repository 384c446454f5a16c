"""Phrases of a word table, found in a line's words in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"©|[\w*#]+(?:[-./'’][\w*#]+)*")
_REMEMBERED = 50_000
"""Words whose phrases are kept at hand; beyond them all are forgotten, so that no input fills the memory."""


def words(text: str) -> list[str]:
    """The words of a line in small letters, compounds with hyphens as one; "©" counts as a word."""
    return _TOKEN.findall(text.lower())


class Phrases:
    """A table of phrases with weights. `*` in a word stands for any rest or beginning, `#` alone for a number."""

    def __init__(self, table: Mapping[str, float] | Iterable[str]) -> None:
        pairs = table.items() if isinstance(table, Mapping) else ((phrase, 1.0) for phrase in table)
        self._exact: dict[str, list[tuple[tuple[str, ...], float]]] = defaultdict(list)
        self._open: list[tuple[tuple[str, ...], float]] = []
        for phrase, weight in pairs:
            pattern = tuple(words(phrase))
            if "*" in pattern[0] or pattern[0] == "#":
                self._open.append((pattern, weight))
            else:
                self._exact[pattern[0]].append((pattern, weight))
        self._prefixes = tuple(p[0][:-1] for p, _ in self._open if p[0].endswith("*"))
        self._suffixes = tuple(p[0][1:] for p, _ in self._open if p[0].startswith("*"))
        self._begun: dict[str, tuple[tuple[tuple[str, ...], float], ...]] = {}

    def at(self, tokens: list[str], place: int) -> tuple[int, float]:
        """The longest phrase that begins at this word: how many words it has and its weight, else (0, 0.0)."""
        best = (0, 0.0)
        for pattern, weight in self._candidates(tokens[place]):
            size = len(pattern)
            if size > best[0] and (size == 1 or _fits_all(pattern, tokens[place : place + size])):
                best = (size, weight)
        return best

    def weigh(self, tokens: list[str]) -> float:
        """The sum of the weights of all phrases found, each one's words counted once, a phrase twice at most."""
        total, place = 0.0, 0
        seen: dict[tuple[str, ...], int] = defaultdict(int)
        while place < len(tokens):
            if not self._candidates(tokens[place]):
                place += 1
                continue
            size, weight = self.at(tokens, place)
            found = tuple(tokens[place : place + size])
            if size and seen[found] < 2:
                total += weight
            seen[found] += 1
            place += size or 1
        return total

    def _candidates(self, word: str) -> tuple[tuple[tuple[str, ...], float], ...]:
        """The phrases whose first word this one is."""
        found = self._begun.get(word)
        if found is None:
            able = word.startswith(self._prefixes) or word.endswith(self._suffixes) or word[0].isdigit()
            opened = (pair for pair in self._open if _fits(pair[0][0], word)) if able else ()
            found = (*self._exact.get(word, ()), *opened)
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            self._begun[word] = found
        return found


def _fits_all(pattern: tuple[str, ...], tokens: list[str]) -> bool:
    return len(tokens) == len(pattern) and all(map(_fits, pattern, tokens))


def _fits(pattern: str, word: str) -> bool:
    if pattern == "#":
        return word[0].isdigit()
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word.endswith(pattern[1:]) if pattern.startswith("*") else word == pattern
