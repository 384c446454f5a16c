"""Sentences as the constructions see them: each spoken sentence in quotation marks folded into one item.

A quotation may hold several sentences, and the words that say whose it is stand around it. So the sentences that one
pair of marks joins make one `Unit`, and within it the quotation is a single item with the tag `QUOTE`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from quellenlage.annotate._quotes.grammar import Grammar
from quellenlage.annotate._quotes.marks import Pair
from quellenlage.model import Name, Sentence, Span, Token

QUOTE = "QUOT"
_FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"))
_OPENING = frozenset("„“”\"«»‚‘‹›'")
_NOMINAL = frozenset(("NN", "NE", "FM", "XY", "ART", "CARD", "APPR", "APPRART", "KON", "$(", "$."))
_STOPS = (".", "!", "?")
_ENDS = (".", "!", "?", "…")


@dataclass(slots=True)
class Unit:
    """A sentence, or several that a quotation joins. The lists run in parallel, one entry an item.

    `actors` gives the type of the name that an item belongs to (person, organisation, group, place),
    `wholes` the items of the noun phrase around that name. `clausal` are quotations with a finite verb.
    """

    paragraph: int
    role: str
    grammar: Grammar
    items: list[Token] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pairs: dict[int, Pair] = field(default_factory=dict)
    particles: dict[int, str] = field(default_factory=dict)
    phrases: list[tuple[int, int]] = field(default_factory=list)
    actors: dict[int, str] = field(default_factory=dict)
    wholes: dict[int, tuple[int, int]] = field(default_factory=dict)
    clausal: set[int] = field(default_factory=set)

    def add(self, token: Token, pair: Pair | None = None, particle: str = "") -> None:
        """Append an item; `pair` are the marks that a quotation stands in, `particle` a verb's separated prefix."""
        if particle:
            self.particles[len(self.items)] = particle
        if pair is not None:
            self.pairs[len(self.items)] = pair
        self.items.append(token)
        self.words.append(token.text)
        self.lows.append(token.text.lower())
        self.tags.append(token.tag)

    def span(self, low: int, high: int) -> Span:
        """The text range of the items `low` to `high` (excluded)."""
        return Span(self.items[low].start, self.items[high - 1].end)

    @property
    def start(self) -> int:
        """Where the unit begins in the text."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.items[-1].end

    def __len__(self) -> int:
        return len(self.items)


def build_units(text: str, sentences: tuple[Sentence, ...], pairs: tuple[Pair, ...], grammar: Grammar) -> list[Unit]:
    """The units in order. What stands in marks and is no sentence is in `Unit.phrases` ("eine „neue Qualität“")."""
    tokens = [t for s in sentences for t in s.tokens]
    starts = [t.start for t in tokens]
    spoken: list[Pair] = []
    clausal: set[int] = set()
    phrases: list[Pair] = []
    for pair in pairs:
        low, high = bisect_left(starts, pair.start), bisect_left(starts, pair.end)
        handed = _handed_on(tokens, low, high, grammar)
        if any(t.tag in _FINITE for t in tokens[low:high]):
            clausal.add(pair.start)
        (spoken if handed or _is_spoken(text, pair, tokens[low:high]) else phrases).append(pair)
    units = _fold(text, sentences, spoken, grammar)
    _place_phrases(units, phrases)
    for unit in units:
        unit.clausal = {i for i, pair in unit.pairs.items() if pair.start in clausal}
    return units


def within(sentences: tuple[Sentence, ...], starts: list[int], start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences and parts of sentences between two places of the text; `starts` are the sentences' own."""
    found = []
    for n in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
        sentence = sentences[n]
        tokens = tuple(t for t in sentence.tokens if t.start >= start and t.end <= end)
        if tokens:
            tokens = tuple(t._replace(particle=None) for t in tokens)
            found.append(Sentence(tokens[0].start, tokens[-1].end, tokens, sentence.paragraph, sentence.role))
    return tuple(found)


def _handed_on(tokens: list[Token], low: int, high: int, grammar: Grammar) -> bool:
    """Whether the words around the marks say that somebody says it: „Leerfahrt“, brummt sie; vermerkt: „Stufe Rot“."""
    if (
        low
        and tokens[low - 1].text == ":"
        and not (high < len(tokens) and (tokens[high].text == "," or tokens[high].text in grammar.and_))
    ):
        return True
    starts = low == 0 or tokens[low - 1].tag == "$."
    return starts and high + 1 < len(tokens) and tokens[high].text == "," and tokens[high + 1].tag == "VVFIN"


def _place_phrases(units: list[Unit], phrases: list[Pair]) -> None:
    """Give each unit its phrases in marks, as item ranges with the marks."""
    starts = [u.start for u in units]
    for pair in phrases:
        at = bisect_right(starts, pair.start) - 1
        if at < 0 or units[at].end < pair.end:
            continue
        low, high = _range(units[at], pair.start, pair.end)
        if high - low > 2 and units[at].items[low].start == pair.start:
            units[at].phrases.append((low, high))


def _range(unit: Unit, start: int, end: int) -> tuple[int, int]:
    """The items that begin within a range of the text."""
    return bisect_left(unit.items, start, key=_start), bisect_left(unit.items, end, key=_start)


def _start(token: Token) -> int:
    return token.start


def place_names(units: list[Unit], names: tuple[Name, ...]) -> None:
    """Mark the items that belong to names, and set the tags of proper names right that a tagger missed."""
    starts = [u.start for u in units]
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or units[at].end < name.end:
            continue
        unit = units[at]
        whole = _range(unit, name.whole.start, name.whole.end)
        for i in range(*_range(unit, name.start, name.end)):
            unit.actors[i] = name.type
            unit.wholes[i] = whole
            if name.proper and unit.tags[i] not in _NOMINAL and unit.words[i][:1].isupper():
                unit.tags[i] = "NE"
                unit.items[i] = unit.items[i]._replace(tag="NE")


def _is_spoken(text: str, pair: Pair, inside: list[Token]) -> bool:
    """Whether the words in the marks are a sentence or clause rather than a phrase or a title."""
    body = text[pair.start + 1 : pair.end - 1].strip()
    words = [t for t in inside if t.text[:1].isalnum()]
    if not words:
        return False
    if len(words) > 1 and (body.endswith(_ENDS) or any(t.text in "!?." and t.tag == "$." for t in inside[:-1])):
        return True
    finite = any(t.tag in _FINITE for t in inside)
    return (finite and len(words) > 2) or len(words) >= 9


def _fold(text: str, sentences: tuple[Sentence, ...], spoken: list[Pair], grammar: Grammar) -> list[Unit]:
    """Sentences joined where a spoken pair crosses their border, spoken pairs as single items."""
    units: list[Unit] = []
    unit: Unit | None = None
    place = 0
    for sentence in sentences:
        joined = place > 0 and spoken[place - 1].end > sentence.start
        if unit is not None and unit.tags and unit.tags[-1] == QUOTE and sentence.paragraph == unit.paragraph:
            joined = joined or not (
                (sentence.tokens and sentence.tokens[0].text[:1].isupper()) or sentence.tokens[0].tag == "$("
            )
        if unit is None or not joined:
            unit = Unit(sentence.paragraph, sentence.role, grammar)
            units.append(unit)
        for token in sentence.tokens:
            while place < len(spoken) and spoken[place].end <= token.start:
                place += 1
            if place and token.start < spoken[place - 1].end:
                continue
            if place < len(spoken) and spoken[place].start <= token.start < spoken[place].end:
                pair = spoken[place]
                place += 1
                if unit.words and unit.words[-1] in _STOPS:
                    unit = Unit(sentence.paragraph, sentence.role, grammar)
                    units.append(unit)
                unit.add(Token(pair.start, pair.end, text[pair.start : pair.end], "", QUOTE), pair)
                continue
            if unit.tags and unit.tags[-1] == QUOTE and token.text[:1].isupper() and _ended(unit.words[-1]):
                unit = Unit(sentence.paragraph, sentence.role, grammar)
                units.append(unit)
            unit.add(token, None, sentence.tokens[token.particle].text if token.particle is not None else "")
    return [u for u in units if u.items]


def _ended(quotation: str) -> bool:
    """Whether a quotation ends its sentence: "… nicht.“ Danach" begins a new one, "… nicht“, sagte" doesn't."""
    return quotation[:-1].rstrip().endswith(_ENDS)


def is_mark(word: str) -> bool:
    """Whether an item is a quotation mark by itself."""
    return word in _OPENING
