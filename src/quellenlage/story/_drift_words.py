"""A statement's words as drift compares them: lemmas of content, figures and times as one word each, and cue words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Any, Literal, NamedTuple

from quellenlage.language import language
from quellenlage.language.german import lemma
from quellenlage.model import Analysis, Figure, Span, Statement

Kind = Literal["content", "light", "negation", "hedge", "open", "booster", "downtoner", "provisional", "figure", "time"]

_WORD = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+(?:[-‐‑'’][^\W_]+)*|\d+(?:[.,:  ]\d+)*")
_PART = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_LINKS = ("http://", "https://", "www.")
_END = re.compile(r"[.!?]\s")
_FIRST = re.compile(r"\s+([^\W\d_]+)")
HEADING = 25  # words that a heading has at most
_BREAK = re.compile(r"[,;:.!?–—()|\n]")
_LONGEST = 150  # words of a statement that are compared; longer ones are whole speeches
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """A word, figure or time of a statement with its place in the article's text.

    `keys` are its lemmas, so that two words with one in common are the same word; `level` tells how sure a hedge is;
    `clause` counts the stretches between signs.
    """

    start: int
    end: int
    text: str
    kind: Kind
    keys: frozenset[str]
    clause: int
    level: int = 0
    figure: Figure | None = None

    @property
    def tells(self) -> bool:
        """Whether a change of this word is a change of what is said."""
        return self.kind in ("content", "figure")


@dataclass(frozen=True, eq=False)
class Wording:
    """A statement of an article, cut for comparison. `written` sorts by when it can have been written."""

    statement: Statement
    analysis: Analysis
    words: Sequence[Word]
    written: tuple[str, bool, int, str]

    @cached_property
    def bag(self) -> frozenset[str]:
        """All keys of the words that tell something."""
        return frozenset(k for w in self.words if w.tells for k in w.keys)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words without case, spelling variants and signs: what makes wordings the same word for word."""
        return tuple(f"{min(w.keys)} {w.figure.qualifier}" if w.figure else fold(w.text) for w in self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """First letters of all words of the article."""
        return vocabulary(self.analysis.article.text)

    @property
    def weight(self) -> int:
        """How many of its words tell something."""
        return sum(w.tells for w in self.words)


def fold(word: str) -> str:
    """A word without case and without what German spells in two ways ("Straße", "STRASSE", "Strasse")."""
    return word.casefold().translate(_FOLD)


@lru_cache(64)
def vocabulary(text: str) -> frozenset[str]:
    """First letters of all words of a text, parts of compounds with hyphens each."""
    return frozenset(fold(m[0])[:6] for m in _PART.finditer(text))


def read_wording(statement: Statement, analysis: Analysis) -> Wording:
    """The wording of a statement of this analysis; without the speaker's own phrase, which a summary has within it."""
    article = analysis.article
    published = (article.published or "9999") + "~"
    words = list(islice(_words(statement, analysis), _LONGEST))
    return Wording(statement, analysis, words, (published, not article.agencies, -len(article.text), article.id))


def _words(statement: Statement, analysis: Analysis) -> Iterable[Word]:
    text = analysis.article.text
    skip = [*statement.speaker_spans, *statement.cue_spans]
    clause = 0
    for part in statement.quote:
        clause += 1
        at = part.start
        found: list[Word] = []
        heading = True
        for start, end, figure, value in _pieces(part, analysis, skip):
            signs = text[at:start]
            clause += bool(_BREAK.search(signs))
            heading = heading and len(found) < HEADING and not _END.search(signs)
            word = _word(text[start:end], start, end, figure, value, clause)
            if heading and found and (_LINK.search(signs) or _opens(word, signs)):
                found, clause = [], clause + 1
                word = word._replace(clause=clause)
            found.append(word)
            at = end
            if len(found) > _LONGEST:
                break
        yield from found


def _opens(word: Word, before: str) -> bool:
    """Whether a word, or the speaker's own phrase before it, opens a sentence without a sign, behind a heading."""
    before = before.lstrip('“”»«"')
    first = _FIRST.match(before)
    if first:
        return first[1] in _openers()
    return before.isspace() and word.kind == "light" and word.text in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset(w.capitalize() for w in language("de").table("drift")["light"]["openers"].split())


def _pieces(part: Span, analysis: Analysis, skip: Sequence[Span]) -> Iterable[tuple[int, int, Figure | None, str]]:
    """Words, figures and times of a part in order, each with its figure or the value of its time."""
    text = analysis.article.text
    taken: list[tuple[int, int, Figure | None, str]] = [
        (f.start, f.end, f, "") for f in _within(analysis.figures, part)
    ]
    for t in _within(analysis.times, part):
        dated = t.value and t.kind in ("DATE", "TIME") and not t.value.endswith("_REF")
        if t.value and dated and all(t.end <= s or e <= t.start for s, e, *_ in taken):
            taken.append((t.start, t.end, None, t.value))
    taken.sort(key=lambda p: p[:2])
    at = part.start
    for start, end, figure, value in [*taken, (part.end, part.end, None, "")]:
        for m in _WORD.finditer(text, at, max(at, start)):
            if not m[0].startswith(_LINKS) and not any(s.start <= m.start() and m.end() <= s.end for s in skip):
                yield m.start(), m.end(), None, ""
        if start < end and start >= at:
            yield start, end, figure, value
        at = max(at, end)


def _within(marks: Sequence[Any], part: Span) -> Iterable[Any]:
    """Those of an article's marks, sorted by start, that lie within a part."""
    first = bisect_left(marks, part.start, key=lambda m: m.start)
    for mark in marks[first : first + _LONGEST]:
        if mark.start >= part.end:
            return
        if mark.end <= part.end:
            yield mark


def _word(text: str, start: int, end: int, figure: Figure | None, value: str, clause: int) -> Word:
    if figure:
        keys = frozenset({figure_key(figure), "~" + fold(text)})
        return Word(start, end, text, "figure", keys, clause, figure=figure)
    if value:
        return Word(start, end, text, "time", frozenset({f"@{value}"}), clause)
    kind, level, keys = _reading(text)
    return Word(start, end, text, kind, keys, clause, level)


def figure_key(f: Figure) -> str:
    """What makes two figures the same, bounds aside: unit and value."""
    unit = "count" if f.unit == "person" or f.unit.startswith("count") else f.unit
    both = f"{f.low}-{f.high}" if f.low is not None and f.high is not None else f"{f.low if f.high is None else f.high}"
    return f"#{unit}:{both}"


@lru_cache(100_000)
def _reading(word: str) -> tuple[Kind, int, frozenset[str]]:
    cue = _cue(fold(word))
    if cue:
        kind, level = cue
        return kind, level, frozenset({"~" + _lemma_of_cue(word.lower(), kind)})
    if word[0].isdigit():
        return "content", 0, frozenset({re.sub(r"[^\d]", "", word)})
    return "content", 0, frozenset(map(fold, _lemmas(word)))


def _lemmas(word: str) -> Iterable[str]:
    yield word
    if "-" in word:
        yield word.replace("-", "")
        last = word.rpartition("-")[2]
        if last.islower():
            yield lemma(last, "ADJA")
    if word[0].isupper():
        yield lemma(word, "NN")
    for tag in ("VVFIN", "VVPP", "VVIZU", "ADJA", "ADJD"):
        yield lemma(word.lower(), tag)


def _lemma_of_cue(low: str, kind: Kind) -> str:
    """Cues of one kind without content of their own are one: "kein" and "nicht", "derzeit" and "momentan"."""
    if kind in ("light", "hedge", "open", "booster", "downtoner"):
        return lemma(low, "VMFIN") if kind in ("hedge", "open") else fold(low)
    return kind


@cache
def _cues() -> tuple[Mapping[str, tuple[Kind, int]], Sequence[tuple[str, tuple[Kind, int]]]]:
    """Cue words, and the stems that go on in any way."""
    table = language("de").table("drift")
    whole: dict[str, tuple[Kind, int]] = {}
    stems: list[tuple[str, tuple[Kind, int]]] = []
    rows: list[tuple[Kind, int, str]] = [
        ("light", 0, table["light"]["words"]), ("negation", 0, table["negation"]["words"]),
        ("hedge", 1, table["hedge"]["1"]), ("hedge", 2, table["hedge"]["2"]), ("open", 0, table["open"]["words"]),
        ("booster", 0, table["booster"]["words"]), ("downtoner", 0, table["downtoner"]["words"]),
        ("provisional", 0, table["provisional"]["words"]),
    ]  # fmt: skip
    for kind, level, words in rows:
        for w in words.split():
            if w.endswith("…"):
                stems.append((fold(w[:-1]), (kind, level)))
            else:
                whole[fold(w)] = (kind, level)
    return whole, stems


def _cue(folded: str) -> tuple[Kind, int] | None:
    whole, stems = _cues()
    return whole.get(folded) or next((cue for start, cue in stems if folded.startswith(start)), None)
