"""How likely two figures of a story count the same thing.

The mentions of one value are taken together first, because equal values above twelve mean the same thing in 82 to 96
of 100 pairs and what is said around one mention helps to place the others. Values are then compared by noun, by what
the verb says, by rate, magnitude and surrounding words. Weights: docs/decisions/0051.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quellenlage.language import language, supported
from quellenlage.language.clauses import clause_at, token_over
from quellenlage.model import Analysis, Figure, Sentence
from quellenlage.story._figure_words import Lexicon, lexicon

Link = Literal["change", "conversion", "part", "carried", "rival"]

_CONTENT = ("NN", "NE", "VV", "ADJA", "ADJD", "TRUNC")
STEM = 6  # letters: joins inflected forms and first parts of compounds
_UNTOLD = ("count", "percent")  # numbers of these go on with nothing unless they say so
_THINGS = ("person", "count")
_TELLING = 12  # equal values above this count the same thing, smaller ones coincide by chance
_REACH = 60  # tokens to either side that a figure takes its words from
_CARRIED = 250  # code points to a sum without a noun that most likely goes on with the one before
_SMALLER, _LARGER = 2 / 3, 3  # how it may differ; a much smaller sum is a part of the one before
_RIVAL = 120  # code points between the figures of two sides
_BETWEEN = 40  # code points between two figures that one changes into the other across
_CONVERSION = re.compile(r"\s?[(,–=-]\s?(?:[^\W\d_]+\s){0,3}")

_WORDS, _IDF = 0.6, 0.6
_EQUAL, _EQUAL_ROUND, _EQUAL_SMALL = 0.35, 0.3, 0.1
_MISCALLED = -1.0
_NEAR, _FAR, _VERY_FAR = 0.05, -0.15, -0.2  # values within a factor of 3, of 10, beyond
_CONCEPT, _NO_CONCEPT, _OTHER_CONCEPT = 0.4, -0.1, -0.8
_HEAD, _HEAD_NARROWED, _PART_OF_HEAD, _OTHER_HEAD = 0.35, 0.05, 0.15, -0.05
_MIXED = 0.0
_NARROWED_ALIKE, _FAR_HEAD = 0.2, -0.1
_OTHER_MANNER = -0.3
_RATE, _OTHER_RATE = 0.2, -0.3
_SENTENCE, _PART = -2.0, -0.6
_LINKS: Mapping[Link, float] = {"change": 3.0, "conversion": 1.0, "part": -3.0, "carried": 0.3, "rival": 0.6}


@dataclass(frozen=True, eq=False, slots=True)
class Mention:
    """A figure as it is compared. `article` and `sentence` are places in the story's articles and in the article."""

    figure: Figure
    article: int
    sentence: int
    group: str
    size: float
    head: str
    vague: bool
    specific: bool
    narrow: frozenset[str]
    concept: str | None
    rate: str | None
    manner: str | None
    part: bool
    link: tuple[int, Link] | None
    bag: Mapping[str, float]
    norm: float

    @property
    def value(self) -> float:
        """The number that is compared: the lower bound, or the upper one where there is no lower."""
        low, high = self.figure.low, self.figure.high
        return low if low is not None else high or 0.0

    @property
    def upper(self) -> float:
        """The upper end of a range, else the number itself: a range is no mention of the value that it starts at."""
        high = self.figure.high
        return high if self.figure.qualifier == "range" and high is not None else self.value


@dataclass(frozen=True, eq=False, slots=True)
class Value:
    """The mentions of one value that count one thing, as one item."""

    mentions: tuple[Mention, ...]
    heads: frozenset[str]
    specific: bool
    concepts: frozenset[str]
    narrow: frozenset[str]
    rates: frozenset[str]
    manners: frozenset[str]
    part: bool
    places: frozenset[tuple[int, int]]
    bag: Mapping[str, float]
    norm: float


def mentions(analyses: Sequence[Analysis]) -> list[Mention]:
    """The figures of the articles as they are compared, in order of article and place."""
    raw = [(a, i, n) for i, a in enumerate(analyses) if supported(a.article.language) for n in range(len(a.figures))]
    bags = [_bag(a, a.figures[n]) for a, _, n in raw]
    holders = Counter(stem for bag in bags for stem in bag)
    weight = {s: math.log((len(raw) + 1) / (n + 0.5)) ** _IDF for s, n in holders.items()}
    return [_mention(a, i, n, bag, weight) for (a, i, n), bag in zip(raw, bags, strict=True)]


def sentence_of(analysis: Analysis, figure: Figure) -> int:
    """The place of the sentence that a figure stands in."""
    return max(0, bisect_right(analysis.sentences, figure.start, key=lambda s: s.start) - 1)


def _bag(analysis: Analysis, figure: Figure) -> dict[str, float]:
    """Stems around a figure: of its clause in full, of its sentence by half, of the sentence before by a fifth."""
    at = sentence_of(analysis, figure)
    sentence = analysis.sentences[at]
    first, last = clause_at(sentence, figure.start)
    bag: dict[str, float] = {}
    if at and analysis.sentences[at - 1].paragraph == sentence.paragraph:
        before = analysis.sentences[at - 1]
        bag |= dict.fromkeys(_stems(before, max(0, len(before.tokens) - _REACH), len(before.tokens)), 0.2)
    place = token_over(sentence, figure.start)
    bag |= dict.fromkeys(_stems(sentence, max(0, place - _REACH), place + _REACH), 0.5)
    bag |= dict.fromkeys(_stems(sentence, first, last), 1.0)
    return bag


def _stems(sentence: Sentence, first: int, last: int) -> Iterable[str]:
    return (t.lemma.lower()[:STEM] for t in sentence.tokens[first:last] if t.tag.startswith(_CONTENT))


def _mention(a: Analysis, article: int, place: int, bag: Mapping[str, float], weight: Mapping[str, float]) -> Mention:
    figure, words = a.figures[place], lexicon(language(a.article.language))
    weighted = {s: w * weight[s] for s, w in bag.items()}
    sentence = sentence_of(a, figure)
    group = words.groups.get(figure.unit, "count")
    classed = figure.counted[:2] if group in ("person", "count") else ()
    return Mention(
        figure,
        article,
        sentence,
        group,
        (figure.low if figure.low is not None else figure.high or 0.0) * words.sizes.get(figure.unit, 1),
        figure.counted[0] if figure.counted else "",
        bool(figure.counted) and figure.counted[0] in words.vague,
        bool(figure.counted) and figure.counted[0] not in words.generic,
        frozenset(c.lower()[:STEM] for c in figure.counted[1:]),
        next((words.concepts[c] for c in classed if c in words.concepts), None),
        _rate(a.sentences[sentence], figure, words),
        _how(a.article.text, figure, words) if group == "duration" else None,
        _is_part(a, sentence, figure, words),
        _link(a, place, words),
        weighted,
        _norm(weighted),
    )


def _norm(bag: Mapping[str, float]) -> float:
    return math.sqrt(sum(w * w for w in bag.values())) or 1.0


def _rate(sentence: Sentence, figure: Figure, words: Lexicon) -> str | None:
    """The unit of time that the figure is counted by, if its clause names one after it."""
    first, last = clause_at(sentence, figure.start)
    after = [t for t in sentence.tokens[first:last] if t.start >= figure.start]
    for left, right in pairwise(after):
        if left.text in words.rates and right.lemma in words.times:
            return words.times[right.lemma]
    return None


def _how(text: str, figure: Figure, words: Lexicon) -> str | None:
    """How a stretch of time is meant: "seit drei Stunden", "binnen drei Stunden", "drei Stunden lang"."""
    led = words.led.search(text, max(0, figure.start - _BETWEEN // 2), figure.start)
    found = led or words.followed.match(text, figure.end)
    return words.manners[found[1].lower()] if found else None


def _is_part(analysis: Analysis, sentence: int, figure: Figure, words: Lexicon) -> bool:
    """Whether the clause says that the figure is some of more: "unter den Toten sind zwei Gäste", "zwei weitere
    Leichen".
    """
    first, last = clause_at(analysis.sentences[sentence], figure.start)
    tokens = analysis.sentences[sentence].tokens[first:last]
    wording = analysis.article.text[tokens[0].start : tokens[-1].end] if tokens else ""
    return bool(words.within.search(wording)) or not words.more.isdisjoint(figure.counted[1:])


def _link(analysis: Analysis, place: int, words: Lexicon) -> tuple[int, Link] | None:
    """The figure after this one, by its start, that it changes into, is converted to, is a part or the whole of, or
    that goes on with it in the next sentence. None for what is and what is planned.
    """
    if place + 1 >= len(analysis.figures):
        return None
    figure, other = analysis.figures[place], analysis.figures[place + 1]
    if _goes_on(analysis, figure, other, words):
        return other.start, "carried"
    if figure.end > other.start:  # "29 der 31 Menschen" are one phrase
        return other.start, "part"
    between = analysis.article.text[figure.end : min(other.start, figure.end + _BETWEEN + 1)]
    near = len(between) <= _BETWEEN
    after = analysis.article.text[other.end : other.end + _BETWEEN // 2]
    if words.part.match(after) or (near and (words.whole.fullmatch(between) or words.part.search(between))):
        return other.start, "part"
    if _is_rival(analysis, figure, other, words):
        return other.start, "rival"
    if not near:
        return None
    alike = words.groups.get(figure.unit, "") == words.groups.get(other.unit) and figure.unit != other.unit
    if alike and _CONVERSION.fullmatch(between):
        return other.start, "conversion"
    corrected = "denied" in (figure.status, other.status) and figure.status != other.status
    if corrected and figure.unit == other.unit and words.correction.search(between) and "." not in between:
        return other.start, "change"
    if words.change.fullmatch(between) and (figure.status == "actual") == (other.status == "actual"):
        return other.start, "change"
    return None


def _is_rival(analysis: Analysis, figure: Figure, other: Figure, words: Lexicon) -> bool:
    """Whether the sentence gives another side's figure for the same thing: "900 Teilnehmer, die Fans von 2.500"."""
    carried = not other.counted or other.counted == figure.counted or other.counted[0] in words.generic
    if figure.unit != other.unit or not carried or other.start - figure.end > _RIVAL:
        return False
    here = sentence_of(analysis, figure)
    text, between = analysis.article.text, analysis.article.text[figure.end : other.start]
    comma = max(between.rfind(","), between.rfind(";"))
    if here != sentence_of(analysis, other) or comma < 0:
        return False
    between = between[comma:]
    after = text[other.end : min(other.end + _BETWEEN // 2, analysis.sentences[here].end)]
    return between.endswith(words.gapped) or bool(words.rival.search(between) or words.rival.search(after))


def _goes_on(analysis: Analysis, figure: Figure, other: Figure, words: Lexicon) -> bool:
    """Whether the next sentence names a sum of the same size without a noun: "Heute rechne ich mit 15 Millionen"."""
    bare = words.groups.get(figure.unit, "count") not in _UNTOLD and figure.unit == other.unit and not other.counted
    if not bare or other.start - figure.end > _CARRIED:
        return False
    here, there = (sentence_of(analysis, f) for f in (figure, other))
    paragraphs = {analysis.sentences[i].paragraph for i in (here, there)}
    before, after = ((f.low if f.low is not None else f.high or 0.0) for f in (figure, other))
    return here != there and len(paragraphs) == 1 and _SMALLER * before <= after <= _LARGER * before


def value_of(group: Sequence[Mention]) -> Value:
    """The mentions of one value as one item; its words are the sum of theirs."""
    bag: dict[str, float] = {}
    for mention in group:
        for stem, weight in mention.bag.items():
            bag[stem] = bag.get(stem, 0.0) + weight
    return Value(
        tuple(group),
        frozenset(m.head for m in group if m.head and not m.vague),
        any(m.specific for m in group),
        frozenset(m.concept for m in group if m.concept),
        frozenset(n for m in group for n in m.narrow),
        frozenset(m.rate for m in group if m.rate),
        frozenset(m.manner for m in group if m.manner),
        all(m.part for m in group),
        frozenset((m.article, m.sentence) for m in group),
        bag,
        _norm(bag),
    )


def same_value(a: Value, b: Value) -> float:
    """How likely two mentions of one value, each an item of its own, mean the same thing; 0 and below if not."""
    first, second = a.mentions[0], b.mentions[0]
    value = first.value
    telling = first.group not in _THINGS or value > _TELLING or value != int(value)
    round_number = value > _TELLING and len(f"{value:g}".rstrip("0").replace(".", "")) == 1
    equal = (_EQUAL_ROUND if round_number else _EQUAL) if telling else _EQUAL_SMALL
    if telling and bool(a.concepts) != bool(b.concepts) and first.figure.unit == second.figure.unit:
        return _WORDS * _cosine(a, b) + (_MISCALLED if _one_denied(first, second) else equal)
    if a.manners and b.manners and a.manners != b.manners:
        equal += _OTHER_MANNER
    return _WORDS * _cosine(a, b) + equal + _nouns(a, b)


def _one_denied(a: Mention, b: Mention) -> bool:
    return (a.figure.status == "denied") != (b.figure.status == "denied")


def likeness(a: Value, b: Value) -> float:
    """How likely two values of one class of unit count the same thing; 0 and below for different things."""
    score = _WORDS * _cosine(a, b) + _magnitude(a, b) + _nouns(a, b)
    if a.part != b.part:
        score += _PART
    if a.rates and b.rates:
        score += _RATE if a.rates & b.rates else _OTHER_RATE
    if a.manners and b.manners and not a.manners & b.manners:
        score += _OTHER_MANNER
    if a.places & b.places:
        link = linked(a.mentions, b.mentions)
        score += _LINKS[link] if link else _SENTENCE
    elif linked(a.mentions, b.mentions) == "carried":
        score += _LINKS["carried"]
    return score


def linked(a: Sequence[Mention], b: Sequence[Mention]) -> Link | None:
    """Whether a sentence says that one of the figures changes into one of the others, or is converted to it."""
    for left, right in ((a, b), (b, a)):
        places = {(m.article, m.figure.start) for m in right}
        for mention in left:
            if mention.link and (mention.article, mention.link[0]) in places:
                return mention.link[1]
    return None


def _cosine(a: Value, b: Value) -> float:
    small, large = (a.bag, b.bag) if len(a.bag) < len(b.bag) else (b.bag, a.bag)
    return sum(w * large[s] for s, w in small.items() if s in large) / (a.norm * b.norm)


def _magnitude(a: Value, b: Value) -> float:
    """How far apart the values are, which weighs more where the nouns are equal but nothing narrows them alike."""
    first, second = abs(a.mentions[0].size), abs(b.mentions[0].size)
    if a.mentions[0].group == "percent":
        return 0.0
    ratio = max(first, second) / max(min(first, second), 1e-9)
    score = _VERY_FAR if ratio > 10 else _FAR if ratio > 3 else _NEAR
    if not a.heads & b.heads or a.concepts or b.concepts:
        return score
    return score + (_NARROWED_ALIKE if a.narrow & b.narrow else _FAR_HEAD if ratio > 3 else 0.0)


def _nouns(a: Value, b: Value) -> float:
    if a.concepts or b.concepts:
        if a.concepts & b.concepts:
            return _CONCEPT
        other = b if a.concepts else a
        if a.specific and b.specific and a.heads & b.heads and not (a.concepts and b.concepts):
            return _MIXED
        return _OTHER_CONCEPT if (a.concepts and b.concepts) or other.specific else _NO_CONCEPT
    if not a.heads or not b.heads:
        return 0.0
    if a.heads & b.heads:
        return _HEAD_NARROWED if a.narrow and b.narrow and not a.narrow & b.narrow else _HEAD
    pairs = (sorted((x.lower(), y.lower()), key=len) for x in a.heads for y in b.heads)
    return _PART_OF_HEAD if any(len(x) > 3 and y.endswith(x) for x, y in pairs) else _OTHER_HEAD
