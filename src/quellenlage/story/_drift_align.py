"""Two wordings word by word: which words they share, which numbers and times only one of them has."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quellenlage.model import Span
from quellenlage.story._drift_words import Word, Wording

_SWAPPED = 2  # digits out of place where a copyist swaps two


@dataclass(frozen=True, eq=False)
class Alignment:
    """Which words two wordings share. `pairs` are places (in `a`, in `b`), each place at most once.

    `gaps` are stretches of words (start and end in `a`, start and end in `b`) that stand in each other's place.
    """

    a: Wording
    b: Wording
    pairs: Sequence[tuple[int, int]]
    gaps: Sequence[tuple[int, int, int, int]]

    @property
    def matched(self) -> int:
        """How many words that tell something are shared."""
        return sum(self.a.words[i].tells for i, _ in self.pairs)

    @property
    def figures(self) -> int:
        """How many figures are shared."""
        return sum(self.a.words[i].figure is not None for i, _ in self.pairs)

    @property
    def share(self) -> float:
        """Shared words by those of the wording that tells less; 0 where one tells nothing."""
        least = min(self.a.weight, self.b.weight)
        return self.matched / least if least else 0.0

    @property
    def mutual(self) -> float:
        """Shared words by those of the wording that tells more."""
        most = max(self.a.weight, self.b.weight)
        return self.matched / most if most else 0.0

    @property
    def run(self) -> int:
        """The longest run of words in which nothing differs."""
        longest = here = 0
        for (i, j), (k, m) in zip(self.pairs, [(-2, -2), *self.pairs], strict=False):
            here = here + 1 if (i, j) == (k + 1, m + 1) else 1
            longest = max(longest, here)
        return longest


def align_words(a: Wording, b: Wording) -> Alignment:
    """The words of two wordings that are the same, first in order, then those that only moved."""
    numbers: dict[str, int] = {}
    left, right = ([_number(w, numbers) for w in x.words] for x in (a, b))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    pairs = [(i1 + k, j1 + k) for op, i1, i2, j1, _ in blocks if op == "equal" for k in range(i2 - i1)]
    gaps = [(i1, i2, j1, j2) for op, i1, i2, j1, j2 in blocks if op != "equal"]
    spare: dict[int, list[int]] = defaultdict(list)
    for _, _, j1, j2 in gaps:
        for j in range(j1, j2):
            spare[right[j]].append(j)
    missing = (i for i1, i2, _, _ in gaps for i in range(i1, i2))
    moved = [(i, spare[left[i]].pop(0)) for i in missing if spare[left[i]]]
    return Alignment(a, b, sorted([*pairs, *moved]), gaps)


def _number(word: Word, numbers: dict[str, int]) -> int:
    """The number of a word: that of the first word before with which it has a lemma in common."""
    keys = sorted(word.keys)
    known = next((numbers[k] for k in keys if k in numbers), len(numbers))
    for k in keys:
        numbers.setdefault(k, known)
    return known


def unpaired(al: Alignment) -> tuple[set[int], set[int]]:
    """Places in either wording that have no partner."""
    left, right = {i for i, _ in al.pairs}, {j for _, j in al.pairs}
    return {i for i in range(len(al.a.words)) if i not in left}, {j for j in range(len(al.b.words)) if j not in right}


def other_numbers(al: Alignment, *, slips: bool) -> bool:
    """Whether each wording has numbers that the other lacks and, with `slips`, no slip of a copyist explains."""
    left, right = unpaired(al)
    here, there = ([n for of in _by_unit(w, i).values() for n in of] for w, i in ((al.a, left), (al.b, right)))
    if not here or not there:
        return False
    pairs = list(changed(al))
    return not slips or len(pairs) < min(len(here), len(there)) or not all(_slip(x.text, y.text) for x, y in pairs)


def _slip(one: str, other: str) -> bool:
    """Whether two numbers differ as a copyist errs: two digits swapped, one too many, or a comma."""
    a, b = sorted(("".join(c for c in text if c.isdigit()) for text in (one, other)), key=len)
    if len(a) == len(b):
        return sorted(a) == sorted(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= _SWAPPED
    return len(b) == len(a) + 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b)))


def changed(al: Alignment) -> Iterable[tuple[Word, Word]]:
    """Pairs of numbers of one unit of which neither wording has the other's, in order; none if one has more of them."""
    left, right = unpaired(al)
    here, there = _by_unit(al.a, left), _by_unit(al.b, right)
    for unit in here:
        if len(here[unit]) == len(there.get(unit, ())):
            yield from zip(here[unit], there[unit], strict=True)


def _by_unit(wording: Wording, places: Iterable[int]) -> dict[str, list[Word]]:
    """Numbers by unit; those that are no figures, such as years, have none."""
    found: dict[str, list[Word]] = defaultdict(list)
    for i in sorted(places):
        w = wording.words[i]
        if w.figure:
            found[min(w.keys).partition(":")[0]].append(w)
        elif w.text[0].isdigit() and w.tells:
            found[""].append(w)
    return found


def other_time(al: Alignment) -> bool:
    """Whether each wording names a time that the other hasn't and that is no part of one of its times."""
    left, right = unpaired(al)
    here, there = (
        [min(wording.words[i].keys) for i in places if wording.words[i].kind == "time"]
        for wording, places in ((al.a, left), (al.b, right))
    )
    return any(not x.startswith(y) and not y.startswith(x) for x in here for y in there)


def spans_of(al: Alignment, side: int, chosen: Iterable[Word]) -> tuple[Span, ...]:
    """The words of the earlier (side 0) or later wording (1) as stretches of its article's text.

    Words with nothing between them that both wordings have are one stretch, unless a part of the quotation ends there.
    """
    wording = al.b if side else al.a
    shared = {pair[side] for pair in al.pairs}
    picked = {w.start for w in chosen}
    ends = {q.end for q in wording.statement.quote}
    out: list[Span] = []
    together = False
    for n, w in enumerate(wording.words):
        if w.start in picked:
            cut = together and not any(out[-1].end <= e <= w.start for e in ends)
            out[-1:] = [Span(out[-1].start, w.end)] if cut else [*out[-1:], Span(w.start, w.end)]
            together = True
        elif n in shared:
            together = False
    return tuple(out)
