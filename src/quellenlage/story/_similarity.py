"""How alike two statements of a story are in content, and which pairs are worth asking.

Weights are those measured on the development stories (docs/decisions/0071): a bag of stems with inverse document
frequency over the story's statements carries most, letter n-grams catch compounds and inflection, numbers with units
and the speaker decide between neighbours.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from quellenlage.language import language
from quellenlage.model import Analysis, Derivation, Figure, Statement
from quellenlage.story._letters import LETTERS, Letters
from quellenlage.story._sides import carriers, credited, distinctive, speaks_for
from quellenlage.story._words import Weights, forms, stem, words

Number = tuple[str, float]

_BAG, _LETTERS = 0.65, 0.35
_SAME_NUMBER, _OTHER_NUMBER = 0.3, -0.4
_SAME_MOMENT = 0.15
_BEFORE = 12  # characters before a number in which a "nicht" makes it the wrong one
_SMALL_NUMBER, _SAME_SMALL = 12, 0.08  # up to a dozen two equal numbers often count different things
_COUNTED = frozenset({"count", "minute", "hour", "day", "week", "month", "year"})  # of which small numbers are many
_SAME_OUTLET, _TOLD = 0.15, 0.1  # for one that passes on what another's outlet says, and tells some of it
_SAME_SPEAKER, _SAME_SIDE = 0.15, 0.09
_FEW, _ONE_WORD = 3, 0.9  # what a single shared word is worth between statements of more than three
_CONTRADICTED = 0.75  # of the weight of what a negated statement speaks of
_TIMES, _MOMENT = 20, 5  # time expressions of a statement that are read; letters of "02:41"
_CLOCK = re.compile(r"T\d\d:\d\d")
_REACH = 30  # holders of a stem, next in order, that become candidates
_KEYS = 10
_PRIOR = 100  # articles that the background stands for beside a story's statements
_LEAST = 0.5  # weight below which a stem is a function word
_TOPIC, _STEEP = 20, 3.0  # a stem in a tenth of the statements keeps three quarters of its weight, in a third a third
_SMALL = 400  # statements up to which every shared stem proposes candidates
_NONE: Mapping[str, Collection[str]] = {}


@dataclass(frozen=True, eq=False)
class Said:
    """A statement as it is compared. `place` counts the story's statements in order.

    `refuted` are numbers that it calls wrong ("nicht 41"), `moments` the hours and dates that it names in figures.
    `sides` are all whom it speaks for, `carriers` the outlets of its article, `credited` those that its speaker can be.
    `name` are the stems of its speaker's wording, `known` those of all its wordings that are no common words;
    `negated` tells whether it has a negation; `family` is the article that its article descends from in the end;
    `first` tells whether it is the article's first; `twin` is the place of the first statement with the same words of
    the same speaker, its own where there is none before; `unnamed` tells whether its speaker is only described.
    """

    statement: Statement
    place: int
    article: int
    text: str
    said: str
    bag: Mapping[str, float]
    numbers: frozenset[Number]
    refuted: frozenset[Number]
    moments: frozenset[str]
    speaker: str | None
    sides: frozenset[str]
    carriers: frozenset[str]
    credited: frozenset[str]
    name: frozenset[str]
    known: frozenset[str]
    negated: bool
    family: str
    first: bool
    twin: int
    unnamed: bool

    @cached_property
    def letters(self) -> Letters:
        """The letters of what is said, read when they are first asked for."""
        return Letters.of(self.said)


def contradict(a: Said, b: Said) -> bool:
    """Whether one side says with a negation what another says without: nearly all that it speaks of is in the other."""
    if a.article == b.article and _overlap(a.statement, b.statement):
        return False
    if a.refuted & b.numbers or b.refuted & a.numbers:
        return True
    if a.negated == b.negated or a.sides & b.sides:
        return False
    no, yes = (a, b) if a.negated else (b, a)
    own = {s: w * w for s, w in no.bag.items() if s not in _negations()}
    covered = math.fsum(w for s, w in own.items() if s in yes.bag)
    return len(own) > 1 and covered >= _CONTRADICTED * math.fsum(own.values())


def _overlap(a: Statement, b: Statement) -> bool:
    """Whether two statements of one article share words of its text."""
    if not a.quote or not b.quote:
        return False
    return a.quote[0].start < b.quote[-1].end and b.quote[0].start < a.quote[-1].end


def alike(a: Said, b: Said) -> float:
    """Likeness of two statements, about 0 to 1.3; below .25 they seldom say the same."""
    told = content(a, b)
    passed_on = told >= _TOLD and _passed_on(a, b)
    return told + same_speaker(a, b) + (_SAME_OUTLET if passed_on else 0.0)


def _passed_on(a: Said, b: Said) -> bool:
    """Whether one is credited to the outlet whose article the other is in, or both to one outlet."""
    if a.article == b.article:
        return False
    mine, theirs = a.credited - a.carriers, b.credited - b.carriers
    return bool(a.carriers & theirs or b.carriers & mine or mine & theirs)


def content(a: Said, b: Said) -> float:
    """Likeness of what is said, whoever says it."""
    score = _BAG * _dot(a.bag, b.bag) + _LETTERS * a.letters.like(b.letters)
    if min(len(a.bag), len(b.bag)) > _FEW and len(a.bag.keys() & b.bag.keys()) < 2:
        score *= _ONE_WORD
    return score + _numbers(a, b) + _SAME_MOMENT * bool(a.moments & b.moments)


def same_speaker(a: Said, b: Said) -> float:
    """What a shared speaker or organisation adds; within one article nobody says the same twice."""
    if a.article == b.article:
        return 0.0
    if a.speaker and a.speaker == b.speaker:
        return _SAME_SPEAKER
    return _SAME_SIDE if a.sides & b.sides else 0.0


def same_number(a: Said, b: Said) -> bool:
    """Whether both hold one number with its unit that hardly counts two things by chance, or two numbers."""
    shared = (a.numbers & b.numbers) | (a.refuted & b.numbers) | (b.refuted & a.numbers)
    rare = (unit not in _COUNTED or value > _SMALL_NUMBER or value % 1 for unit, value in shared)
    return len(shared) > 1 or any(rare)


def _numbers(a: Said, b: Said) -> float:
    """What shared numbers add, and numbers of one unit that differ take away; a copyist's slip counts for nothing."""
    shared = a.numbers & b.numbers
    if shared or a.refuted & b.numbers or b.refuted & a.numbers:
        return _SAME_NUMBER if same_number(a, b) else _SAME_SMALL
    units = {unit for unit, _ in a.numbers} & {unit for unit, _ in b.numbers}
    slip = a.article != b.article and (a.family == b.family or (bool(a.sides & b.sides) and _misplaced(a, b)))
    return _OTHER_NUMBER if units and not slip else 0.0


def rivals(a: Said, b: Said) -> bool:
    """Whether two sides give numbers of one unit, none of them in common, and neither text comes of the other's."""
    if a.sides & b.sides or a.family == b.family or a.numbers & b.numbers:
        return False
    return bool({unit for unit, _ in a.numbers} & {unit for unit, _ in b.numbers})


def _misplaced(a: Said, b: Said) -> bool:
    """Whether two numbers of one unit have the same digits in another order, as copyists misplace them."""
    return any(
        unit == other and x != y and sorted(str(x)) == sorted(str(y)) for unit, x in a.numbers for other, y in b.numbers
    )


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(w * b[s] for s, w in a.items() if s in b)


def families(derivations: Iterable[Derivation]) -> dict[str, str]:
    """For each article that descends from another the one at the root."""
    source = {d.article: d.source for d in derivations}
    roots = {}
    for article in source:
        root, seen = article, {article}
        while root in source and source[root] not in seen:
            root = source[root]
            seen.add(root)
        roots[article] = root
    return roots


def read_statements(
    analyses: Sequence[Analysis], family: Mapping[str, str], further: Mapping[str, Collection[str]] = _NONE
) -> list[Said]:
    """The statements of a story's articles (in the ledger's order), ready to be compared, in order of their place.

    `further` are other outlets that have an article's text.
    """
    found = [(i, s) for i, a in enumerate(analyses) for s in sorted(a.statements, key=_start)]
    texts = [_without_speaker(s) for _, s in found]
    held = [frozenset(stem(w) for w in forms(text)) for text in texts]
    bags = [stems - _light() for stems in held]
    twins = _twins([(s, text) for (_, s), text in zip(found, texts, strict=True)], family)
    own = [p for p, (_, s) in enumerate(found) if twins[p] == p and family.get(s.article, s.article) == s.article]
    weigh = _topic_down(Counter(s for p in own for s in bags[p]), len(own))
    entities = {e.id: e for a in analyses for e in a.entities}
    known = {i: distinctive(e) for i, e in entities.items()}
    sides = speaks_for(entities)
    carrying = [carriers(a.article, further) for a in analyses]
    credit = credited(frozenset().union(*carrying), entities)
    numbers = [_numbers_of(a) for a in analyses]
    nobody: frozenset[str] = frozenset()
    return [
        Said(
            s, place, i, " ".join(s.quote_text), text, _unit({t: weigh(t) for t in bag}),
            numbers[i].get((s.id, False), frozenset()), numbers[i].get((s.id, True), frozenset()),
            _moments(s, analyses[i]), s.speaker, sides.get(s.speaker or "", nobody),
            carrying[i], credit(s),
            frozenset(stem(w) for w in forms(s.speaker_text or "")) - _light(), known.get(s.speaker or "", nobody),
            not _negations().isdisjoint(held[place]),
            family.get(s.article, s.article), not place or found[place - 1][0] != i,
            twins[place], s.speaker_text is not None and (s.speaker not in entities or entities[s.speaker].anonymous),
        )
        for place, ((i, s), text, bag) in enumerate(zip(found, texts, bags, strict=True))
    ]  # fmt: skip


def _start(s: Statement) -> tuple[int, str]:
    return (s.quote[0].start if s.quote else 0, s.id)


def _twins(statements: Sequence[tuple[Statement, str]], family: Mapping[str, str]) -> list[int]:
    """For each statement the place of the first with the same words and stance, of one speaker or one family."""
    first: dict[tuple[str, str, str], int] = {}
    twins = []
    for place, (s, text) in enumerate(statements):
        wording = " ".join(LETTERS.findall(text.casefold()))
        keys = [("family", family.get(s.article, s.article)), *([("speaker", s.speaker)] if s.speaker else [])]
        known = [(f"{kind} {who}", s.stance, wording) for kind, who in keys]
        twin = min((first[k] for k in known if k in first), default=place)
        twins.append(twin)
        for k in known:
            first.setdefault(k, twin)
    return twins


def _topic_down(counts: Counter[str], statements: int) -> Callable[[str], float]:
    """Weights of stems; what much of the story speaks of says little of a single statement."""
    weigh = Weights(counts, statements, prior=_PRIOR)
    return lambda s: weigh(s) * math.pow(1 - counts[s] / (statements + _TOPIC), _STEEP)


def _without_speaker(s: Statement) -> str:
    """What is said without the speaker's own phrase, which a summary has within it."""
    parts = []
    for span, text in zip(s.quote, s.quote_text, strict=True):
        for speaker in s.speaker_spans:
            if span.start <= speaker.start and speaker.end <= span.end:
                a, b = speaker.start - span.start, speaker.end - span.start
                text = text[:a] + " " * (b - a) + text[b:]
        parts.append(text)
    return " ".join(parts)


@cache
def _negations() -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["denial"]["negation"].split())


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["light"]["words"].split())


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    kept = {s: w for s, w in sorted(weights.items()) if w > _LEAST}
    norm = math.sqrt(sum(w * w for w in kept.values())) or 1.0
    return {s: w / norm for s, w in kept.items()}


def _numbers_of(analysis: Analysis) -> dict[tuple[str, bool], frozenset[Number]]:
    """Numbers with units of each statement, from the figures within it, given ones and ones called wrong."""
    out: dict[tuple[str, bool], set[Number]] = defaultdict(set)
    for f in analysis.figures:
        value = f.low if f.low is not None else f.high
        if value is not None and f.statement is not None:
            before = words(analysis.article.text, [(max(0, f.start - _BEFORE), f.start)])
            wrong = bool(before) and stem(before[-1].text) in _negations()
            out[f.statement, wrong].add((_unit_class(f), value))
    return {s: frozenset(n) for s, n in out.items()}


def _moments(s: Statement, analysis: Analysis) -> frozenset[str]:
    """Hours with minutes and days of the calendar that a statement names in figures ("2.41 Uhr", "19. Mai")."""
    found = set()
    for span in s.quote:
        first = bisect_left(analysis.times, span.start, key=lambda t: t.start)
        for t in analysis.times[first : first + _TIMES]:
            if t.end > span.end:
                break
            if t.value and t.kind in ("DATE", "TIME") and any(c.isdigit() for c in t.text):
                found.add(t.value.partition("T")[2] if _CLOCK.search(t.value) else t.value)
    return frozenset(m for m in found if len(m) >= _MOMENT)


def _unit_class(f: Figure) -> str:
    return "count" if f.unit == "person" or f.unit.startswith("count") else f.unit


def candidates(said: Sequence[Said]) -> Iterable[tuple[int, int]]:
    """Pairs of places that share a stem, each once; in a large story only a weighty stem and a near place count."""
    small = len(said) <= _SMALL
    holders: dict[str, list[int]] = defaultdict(list)
    for s in said:
        keys = s.bag if small else sorted(s.bag, key=lambda t: (-s.bag[t], t))[:_KEYS]
        for key in keys:
            holders[key].append(s.place)
    pairs = {
        (i, j)
        for of in holders.values()
        for k, i in enumerate(of)
        for j in of[k + 1 : None if small else k + 1 + _REACH]
    }
    return sorted(pairs)
