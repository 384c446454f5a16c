"""How two wordings differ: their words aligned, and each difference named with the words that make it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

from quellenlage.language import language
from quellenlage.model import Span
from quellenlage.model.ledger import DriftKind
from quellenlage.story._drift_words import Word, Wording, fold
from quellenlage.story._words import words

_NEAR = 400  # characters around a wording in which its article may say the rest
_KEPT = 0.5  # share of a clause's content that the other wording has too: its cue words then can be compared
_BLURRED = {"about", "at_least", "at_most", "more_than", "less_than", "range"}
_UP, _DOWN = {"at_least", "more_than"}, {"at_most", "less_than"}


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


@dataclass(slots=True)
class Difference:
    """One difference: its kind, the words of the earlier wording that it drops, and those of the later one."""

    kind: DriftKind
    lost: list[Word] = field(default_factory=list)
    new: list[Word] = field(default_factory=list)


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


def differences(al: Alignment) -> list[Difference]:
    """All differences of two wordings of one utterance, in order of weight; none where only the grammar changed."""
    return [*_numbers(al), *_negations(al), *_reserve(al), *_degree(al), *_content(al)]


def _loose(al: Alignment) -> tuple[set[int], set[int]]:
    """Places in either wording that have no partner."""
    left, right = {i for i, _ in al.pairs}, {j for _, j in al.pairs}
    return {i for i in range(len(al.a.words)) if i not in left}, {j for j in range(len(al.b.words)) if j not in right}


def _numbers(al: Alignment) -> Iterable[Difference]:
    """Figures that stand in each other's place with another value, and those of one value that lost or got a bound."""
    for x, y in changed(al):
        yield Difference("number", [x], [y])
    for i, j in al.pairs:
        x, y = al.a.words[i], al.b.words[j]
        if x.figure and y.figure:
            before, after = x.figure.qualifier, y.figure.qualifier
            if {before, after} <= _UP | _DOWN and (before in _UP) != (after in _UP):
                yield Difference("number", [x], [y])
            elif before in _BLURRED and after == "exact":
                yield Difference("hardened", [x], [y])
            elif before == "exact" and after in _BLURRED:
                yield Difference("softened", [x], [y])


def other_numbers(al: Alignment) -> bool:
    """Whether each wording has numbers that the other hasn't and that no slip of the copyist makes of its own."""
    left, right = _loose(al)
    here, there = ([n for of in _by_unit(w, i).values() for n in of] for w, i in ((al.a, left), (al.b, right)))
    if not here or not there:
        return False
    pairs = list(changed(al))
    return len(pairs) < min(len(here), len(there)) or not all(_slip(x.text, y.text) for x, y in pairs)


def _slip(one: str, other: str) -> bool:
    """Whether two numbers differ as a copyist errs: digits in another order, one too many, or a comma."""
    a, b = sorted(("".join(c for c in text if c.isdigit()) for text in (one, other)), key=len)
    if sorted(a) == sorted(b):
        return True
    return len(b) == len(a) + 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b)))


def changed(al: Alignment) -> Iterable[tuple[Word, Word]]:
    """Pairs of numbers of one unit of which neither wording has the other's, in order; none if one has more of them."""
    left, right = _loose(al)
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
    left, right = _loose(al)
    here, there = (
        [min(wording.words[i].keys) for i in places if wording.words[i].kind == "time"]
        for wording, places in ((al.a, left), (al.b, right))
    )
    return any(not x.startswith(y) and not y.startswith(x) for x in here for y in there)


def _kept(wording: Wording, pairs: Iterable[int]) -> set[int]:
    """Clauses of a wording of which the other one has most content."""
    has = set(pairs)
    total: Counter[int] = Counter()
    same: Counter[int] = Counter()
    for i, w in enumerate(wording.words):
        if w.tells:
            total[w.clause] += 1
            same[w.clause] += i in has
    return {c for c, n in total.items() if same[c] >= max(1, _KEPT * n)}


def _cues(al: Alignment, *kinds: str) -> tuple[list[Word], list[Word]]:
    """Cue words without a partner in clauses that both wordings have."""
    left, right = _loose(al)
    out = []
    for wording, loose, paired in ((al.a, left, 0), (al.b, right, 1)):
        kept = _kept(wording, (p[paired] for p in al.pairs))
        has = {p[paired] for p in al.pairs}
        found = [i for i in sorted(loose) if wording.words[i].kind in kinds and wording.words[i].clause in kept]
        out.append([wording.words[i] for i in found if _of_shared(wording, i, has, before="hedge" in kinds)])
    return out[0], out[1]


def _of_shared(wording: Wording, place: int, has: set[int], *, before: bool) -> bool:
    """Whether the word that a cue belongs to is shared: the next that tells something, or the one before it."""
    clause = wording.words[place].clause
    inside = [i for i, w in enumerate(wording.words) if w.clause == clause and w.tells]
    after = next((i for i in inside if i > place), None)
    earlier = next((i for i in reversed(inside) if i < place), None)
    if after is None or before:
        return after in has or earlier in has
    return after in has


def _negations(al: Alignment) -> Iterable[Difference]:
    lost, new = _cues(al, "negation")
    if lost and not new:
        yield Difference("negation", lost[:1])
    elif new and not lost:
        yield Difference("negation", [], new[:1])


def _reserve(al: Alignment) -> Iterable[Difference]:
    """Hedges that one wording has and the other one has not, or has less of."""
    lost, new = _cues(al, "hedge")
    certain = [w for w in _cues_all(al)[1] if fold(w.text) in _certain()]
    if lost and not new and not _hedged(al.b):
        yield Difference("hardened", lost, certain[:1])
    elif new and not lost and not _hedged(al.a):
        yield Difference("softened", [], new)
    elif lost and new and min(w.level for w in lost) != min(w.level for w in new):
        harder = min(w.level for w in lost) < min(w.level for w in new)
        yield Difference("hardened" if harder else "softened", lost, new)


def _cues_all(al: Alignment) -> tuple[list[Word], list[Word]]:
    return _cues(al, "light")


def _hedged(wording: Wording) -> bool:
    """Whether an article says around a wording that it is not sure."""
    return wording.statement.certainty == "hedged"


def _degree(al: Alignment) -> Iterable[Difference]:
    """Words that raise or lower what the next word says, where both wordings have that next word."""
    left, right = _loose(al)
    for w in _raising(al.a, left):
        yield Difference("softened" if w.kind == "booster" else "hardened", [w])
    for w in _raising(al.b, right):
        yield Difference("hardened" if w.kind == "booster" else "softened", [], [w])


def _raising(wording: Wording, loose: set[int]) -> Iterable[Word]:
    for i in sorted(loose):
        w, after = wording.words[i], wording.words[i + 1 : i + 2]
        if w.kind in ("booster", "downtoner") and after and after[0].tells and i + 1 not in loose:
            yield w


def _content(al: Alignment) -> Iterable[Difference]:
    """What is told in other words, left out or added, unless it is said close by."""
    left, right = _loose(al)
    told = {w.start for x, _ in changed(al) for w in (x,)}, {w.start for _, y in changed(al) for w in (y,)}
    lost = _telling(al.a, (i for i in left if al.a.words[i].start not in told[0]), around(al.b))
    new = _telling(al.b, (j for j in right if al.b.words[j].start not in told[1]), around(al.a))
    replaced: set[int] = set()
    added: set[int] = set()
    for i1, i2, j1, j2 in al.gaps:
        here, there = [i for i in range(i1, i2) if i in lost], [j for j in range(j1, j2) if j in new]
        if here and there:
            yield Difference("reworded", [al.a.words[i] for i in here], [al.b.words[j] for j in there])
            replaced.update(here)
            added.update(there)
    gone = _weighty(al.a, lost - replaced, {i for i, _ in al.pairs}, al.b)
    come = _weighty(al.b, new - added, {j for _, j in al.pairs}, al.a)
    if gone:
        yield Difference("shortened", gone)
    if come:
        yield Difference("extended", [], come)


def _weighty(wording: Wording, places: Iterable[int], paired: set[int], other: Wording) -> list[Word]:
    """The words at these places that the other article nowhere has, if they are more than a verb or particle."""
    words = [i for i in sorted(places) if fold(wording.words[i].text)[:6] not in other.vocabulary]
    found = [wording.words[i] for i in words]
    if len(found) > 1 or any(w.figure for w in found):
        return found
    return [w for w in found if _noun(wording, words[0]) or _attribute(wording, words[0], paired)]


def _noun(wording: Wording, place: int) -> bool:
    """Whether a word has a capital although it opens no clause."""
    word, before = wording.words[place], wording.words[max(0, place - 1)]
    return word.text[0].isupper() and before is not word and before.clause == word.clause


def _attribute(wording: Wording, place: int, paired: set[int]) -> bool:
    """Whether a word belongs to the noun behind it that both wordings have: "akute" before "Gefahr"."""
    word, after = wording.words[place], wording.words[place + 1 : place + 2]
    bends = word.text.endswith(("e", "en", "er", "es", "em"))
    return bends and place + 1 in paired and after[0].text[0].isupper() and after[0].clause == word.clause


def _telling(wording: Wording, places: Iterable[int], elsewhere: frozenset[str]) -> set[int]:
    return {i for i in places if wording.words[i].tells and fold(wording.words[i].text)[:6] not in elsewhere}


def around(wording: Wording) -> frozenset[str]:
    """First letters of the words around a wording in its article, the wording itself included."""
    quote = wording.statement.quote
    text = wording.analysis.article.text
    stretch = (max(0, quote[0].start - _NEAR), min(len(text), quote[-1].end + _NEAR))
    return frozenset(fold(w.text)[:6] for w in words(text, [stretch]))


@cache
def _certain() -> frozenset[str]:
    return frozenset(map(fold, language("de").table("drift")["light"]["certain"].split()))


def spans_of(wording: Wording, chosen: Iterable[Word]) -> tuple[Span, ...]:
    """The words as stretches of the article's text; words that stand side by side are one stretch."""
    picked = {w.start for w in chosen}
    out: list[Span] = []
    before = -2
    for n, w in enumerate(wording.words):
        if w.start in picked:
            if out and before == n - 1:
                out[-1] = Span(out[-1].start, w.end)
            else:
                out.append(Span(w.start, w.end))
            before = n
    return tuple(out)
