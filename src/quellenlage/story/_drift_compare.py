"""How two wordings differ: their words aligned, and each difference named with the words that make it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from quellenlage.language import language
from quellenlage.model.ledger import DriftKind
from quellenlage.story._drift_align import Alignment, changed, unpaired
from quellenlage.story._drift_words import HEADING, Word, Wording, fold, vocabulary

_NEAR = 400  # characters around a wording in which its article may say the rest
_KEPT = 0.5  # share of a clause's content that the other wording has too: its cue words then can be compared
_PASSAGE = 4  # words in each other's place from which two passages stand there, not two ways to say one thing
_LETTERS = 6  # of a word from which one letter too many is a slip
_SHORT = 15  # words that tell something, up to which a wording with any negation counts as negated
_LIKE = 0.6  # share of the longer wording from which a negation that only one has can be trusted
_BLURRED = {"about", "at_least", "at_most", "more_than", "less_than", "range"}
_UP, _DOWN = {"at_least", "more_than"}, {"at_most", "less_than"}


@dataclass(slots=True)
class Difference:
    """One difference: its kind, the words of the earlier wording that it drops, and those of the later one."""

    kind: DriftKind
    lost: list[Word] = field(default_factory=list)
    new: list[Word] = field(default_factory=list)


def differences(al: Alignment) -> list[Difference]:
    """All differences of two wordings of one utterance, in order of weight; none where only the grammar changed."""
    return [*_numbers(al), *_negations(al), *_reserve(al), *_degree(al), *_content(al)]


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
    left, right = unpaired(al)
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
    """A negation of what both wordings say that only one of them has, unless the other is negated in any way."""
    found: list[list[Word]] = []
    negated = []
    for side, wording in enumerate((al.a, al.b)):
        has = {pair[side] for pair in al.pairs}
        places = [i for i, w in enumerate(wording.words) if w.kind == "negation"]
        touched = {wording.words[i].clause for i in has if wording.words[i].tells}
        kept = _kept(wording, has)
        negated.append(any(wording.weight <= _SHORT or wording.words[i].clause in touched for i in places))
        near = (i for i in places if wording.words[i].clause in kept)
        found.append([wording.words[i] for i in near if _of_shared(wording, i, has, before=False)])
    if al.mutual < _LIKE or any(fold(w.text) in _until() for x in (al.a, al.b) for w in x.words):
        return
    if (found[0] and not negated[1]) or (found[1] and not negated[0]):
        yield Difference("negation", *found)


@cache
def _until() -> frozenset[str]:
    return frozenset(map(fold, language("de").table("drift")["negation"]["until"].split()))


def _reserve(al: Alignment) -> Iterable[Difference]:
    """Hedges that one wording has and the other one has not, or has less of; and "kann" where the other has "wird"."""
    lost, new = ([w for w in side if _hedges(w, x)] for side, x in zip(_cues(al, "hedge"), (al.a, al.b), strict=True))
    said, says = ([w for w in side if fold(w.text) in _certain()] for side in _cues(al, "light"))
    if lost and not new and not _hedged(al.b):
        yield Difference("hardened", lost, says[:1])
    elif new and not lost and not _hedged(al.a):
        yield Difference("softened", said[:1], new)
    elif lost and new and min(w.level for w in lost) != min(w.level for w in new):
        harder = min(w.level for w in lost) < min(w.level for w in new)
        yield Difference("hardened" if harder else "softened", lost, new)
    elif not lost and not new:
        left_open, opened = _cues(al, "open")
        if left_open and says and not _reserved(al.b):
            yield Difference("hardened", left_open, says[:1])
        elif opened and said and not _reserved(al.a):
            yield Difference("softened", said[:1], opened)
        yield from _for_now(al)


def _for_now(al: Alignment) -> Iterable[Difference]:
    """ "Derzeit nicht" against "nicht": what may still come, which only one wording leaves open."""
    lost, new = (
        [w for w in side if any(o.kind == "negation" and o.clause == w.clause for o in x.words)]
        for side, x in zip(_cues(al, "provisional"), (al.a, al.b), strict=True)
    )
    if lost and not any(w.kind == "provisional" for w in al.b.words):
        yield Difference("hardened", lost)
    elif new and not any(w.kind == "provisional" for w in al.a.words):
        yield Difference("softened", [], new)


def _hedges(word: Word, wording: Wording) -> bool:
    """Whether a hedge is none of grammar: a negated one, or the plural that reported speech makes of "können"."""
    if any(w.kind == "negation" and w.clause == word.clause for w in wording.words):
        return word.level > 1 or fold(word.text) not in _plural()[1]
    return wording.statement.type == "direct" or fold(word.text) not in _plural()[0]


@cache
def _plural() -> tuple[frozenset[str], frozenset[str]]:
    table = language("de").table("drift")["modal"]
    return frozenset(map(fold, table["plural"].split())), frozenset(map(fold, table["all"].split()))


def _reserved(wording: Wording) -> bool:
    """Whether a wording holds any word that leaves open or hedges what it says."""
    return _hedged(wording) or any(w.kind in ("hedge", "open") for w in wording.words)


def _hedged(wording: Wording) -> bool:
    """Whether an article says around a wording that it is not sure."""
    return wording.statement.certainty == "hedged"


def _degree(al: Alignment) -> Iterable[Difference]:
    """Words that raise or lower what the next word says, where both wordings have that next word."""
    left, right = unpaired(al)
    lost, new = list(_raising(al.a, left)), list(_raising(al.b, right))
    if lost and new:
        return
    for w in lost:
        yield Difference("softened" if w.kind == "booster" else "hardened", [w])
    for w in new:
        yield Difference("hardened" if w.kind == "booster" else "softened", [], [w])


def _raising(wording: Wording, loose: set[int]) -> Iterable[Word]:
    for i in sorted(loose):
        w, after = wording.words[i], wording.words[i + 1 : i + 2]
        if w.kind in ("booster", "downtoner") and after and after[0].tells and i + 1 not in loose:
            yield w


def _content(al: Alignment) -> Iterable[Difference]:
    """What is told in other words, left out or added, unless it is said close by."""
    loose = [{i for i in at if i >= _opening(al, side)} for side, at in enumerate(unpaired(al))]
    numbers = list(changed(al))
    told = {x.start for x, _ in numbers}, {y.start for _, y in numbers}
    lost = _telling(al.a, (i for i in loose[0] if al.a.words[i].start not in told[0]), around(al.b))
    new = _telling(al.b, (j for j in loose[1] if al.b.words[j].start not in told[1]), around(al.a))
    settled: tuple[set[int], set[int]] = set(), set()
    for i1, i2, j1, j2 in al.gaps:
        here, there = [i for i in range(i1, i2) if i in lost], [j for j in range(j1, j2) if j in new]
        if min(len(here), len(there)) >= _PASSAGE:
            yield Difference("shortened", [al.a.words[i] for i in here])
            yield Difference("extended", [], [al.b.words[j] for j in there])
        elif here and there and not _spelt(al.a.words[i1:i2], al.b.words[j1:j2]):
            yield Difference("reworded", [al.a.words[i] for i in here], [al.b.words[j] for j in there])
        if (here and there) or _pronoun(al, (i1, i2, j1, j2), here, there):
            settled[0].update(here)
            settled[1].update(there)
    gone = _weighty(al.a, lost - settled[0], {i for i, _ in al.pairs}, al.b)
    come = _weighty(al.b, new - settled[1], {j for _, j in al.pairs}, al.a)
    yield from _more_or_less(
        gone, come, *(sum(w.words[i].tells for i in at) for w, at in zip((al.a, al.b), loose, strict=True))
    )


def _spelt(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether words differ in spelling only: "mit Hilfe" and "mithilfe", or one letter too many within."""
    a, b = sorted(("".join(c for w in side for c in fold(w.text) if c.isalnum()) for side in (here, there)), key=len)
    if a == b:
        return True
    if len(b) != len(a) + 1 or len(a) < _LETTERS:
        return False
    return any(b[:i] + b[i + 1 :] == a for i in range(1, len(b)))


def _more_or_less(gone: list[Word], come: list[Word], missing: int, further: int) -> Iterable[Difference]:
    """What is left out or added; it is only put otherwise if about as many words are `missing` as are `further`."""
    if (gone or come) and missing and further and max(missing, further) <= 2 * min(missing, further) + 1:
        yield Difference("reworded", gone, come)
    elif gone and missing > further:
        yield Difference("shortened", gone)
    elif come and further > missing:
        yield Difference("extended", [], come)


def _opening(al: Alignment, side: int) -> int:
    """How many words stand before the one that opens the other wording, if a heading has run into this one."""
    first = next((pair[side] for pair in al.pairs if pair[1 - side] == 0), 0)
    wording = al.b if side else al.a
    if not 0 < first <= HEADING or not wording.words[first].text[0].isupper():
        return 0
    between = wording.analysis.article.text[wording.words[first - 1].end : wording.words[first].start]
    return first if between.isspace() else 0


def _pronoun(al: Alignment, gap: tuple[int, int, int, int], here: list[int], there: list[int]) -> bool:
    """Whether a gap has a noun on one side and a pronoun for it on the other."""
    i1, i2, j1, j2 = gap
    other = al.b.words[j1:j2] if here else al.a.words[i1:i2]
    return len(here) + len(there) == 1 and any(fold(w.text) in _pronouns() for w in other)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(map(fold, language("de").table("drift")["light"]["pronouns"].split()))


def _weighty(wording: Wording, places: Iterable[int], paired: set[int], other: Wording) -> list[Word]:
    """The words at these places that the other article nowhere has, if they are more than a verb or particle."""
    words = [i for i in sorted(places) if not _known(wording.words[i], other.vocabulary)]
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
    return {i for i in places if wording.words[i].tells and not _known(wording.words[i], elsewhere)}


def _known(word: Word, vocabulary: frozenset[str]) -> bool:
    """Whether a word or all parts of a compound with hyphens begin like words of a vocabulary."""
    parts = fold(word.text).split("-")
    return parts[0][:6] in vocabulary if len(parts) == 1 else all(p[:6] in vocabulary for p in parts if p)


def around(wording: Wording) -> frozenset[str]:
    """First letters of the words around a wording in its article, the wording itself included."""
    quote = wording.statement.quote
    text = wording.analysis.article.text
    stretch = (max(0, quote[0].start - _NEAR), min(len(text), quote[-1].end + _NEAR))
    return vocabulary(text[stretch[0] : stretch[1]])


@cache
def _certain() -> frozenset[str]:
    return frozenset(map(fold, language("de").table("drift")["light"]["certain"].split()))
