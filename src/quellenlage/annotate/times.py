"""Time expressions in the words of a text, each with its meaning before it is tied to a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quellenlage.annotate._time_grammar import Grammar, grammar
from quellenlage.annotate._time_meanings import BUILDERS
from quellenlage.annotate._time_words import Word
from quellenlage.language import Language
from quellenlage.model import Sentence, TimeExpression
from quellenlage.model.when import Clock, DayPart, Edge, Literally, Meaning

_DAYS = frozenset(
    ("WEEKDAY", "WDPART", "DMY", "MONTH", "YEAR", "DAYREL", "PART", "PARTADV", "HOLIDAY")
)  # before "14:30"

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


def find_times(text: str, sentences: tuple[Sentence, ...], lang: Language) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping another; spans are code points into `text`."""
    rules = grammar(lang)
    found: list[TimeExpression] = []
    for start, end, joined in _lines(text, sentences):
        words = rules.lexicon.scan(text, start, end)
        letters = "".join([rules.lexicon.letter(w.values) for w in words])
        if rules.trigger.search(letters):
            found.extend(_in_line(text, _Line(joined, words, letters), rules))
    return tuple(found)


def _lines(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, Sequence[Sentence]]]:
    """The sentences; those of a paragraph that part at an ordinal or a time ("VOM 21. | BIS 27.") are read as one."""
    joined: list[Sentence] = []
    for sentence in sentences:
        if joined and (sentence.paragraph != joined[-1].paragraph or not _ends_in_number(text, joined[-1].end)):
            yield joined[0].start, joined[-1].end, joined
            joined = []
        joined.append(sentence)
    if joined:
        yield joined[0].start, joined[-1].end, joined


def _ends_in_number(text: str, end: int) -> bool:
    """Whether the text up to here ends in one or two digits and a full stop."""
    return text[end - 1 : end] == "." and text[end - 2 : end - 1].isdigit() and not text[end - 4 : end - 1].isdigit()


@dataclass(frozen=True)
class _Line:
    """A sentence as words and as the string of their letters."""

    sentences: Sequence[Sentence]
    words: Sequence[Word]
    letters: str

    @cached_property
    def _tags(self) -> dict[int, str]:
        return {t.start: t.tag for s in self.sentences for t in s.tokens}

    def tag(self, at: int) -> str:
        """The STTS tag of a word, empty where the sentence has no such token."""
        return self._tags.get(self.words[at].start, "")


def _in_line(text: str, line: _Line, rules: Grammar) -> Iterator[TimeExpression]:
    free = 0  # no expression may begin before this word
    for match in rules.pattern.finditer(line.letters):
        rule = rules.rules[match.lastgroup or ""]
        for start, end, meaning in BUILDERS[rule.build](line.words[match.start() : match.end()]):
            first, last = match.start() + start, match.start() + end
            checked = match.span() if rule.name == "years" else (first, last)
            if not _plausible(line, *checked, rule.name, rules):
                break
            begin = _lead(line, free, first, rule.name, rules)
            free = last + _goes_on(line, begin, first, last, rules)
            lean = _lean(line, begin, first, last, rules)
            a, b = line.words[begin].start, line.words[free - 1].end
            edge = _edge(line.words[begin:last])
            yield TimeExpression(a, b, text[a:b], _kind(meaning, rule.name), meaning, rule.name, lean, edge)


def _goes_on(line: _Line, begin: int, first: int, last: int, rules: Grammar) -> bool:
    """Whether the word behind belongs to the preposition before: "von Montag an"."""
    _, after = _neighbours(line, first, last)
    return after in rules.cues["on"] and bool(_lead_words(line, begin, first) & rules.cues["from"])


def _lean(line: _Line, begin: int, first: int, last: int, rules: Grammar) -> int:
    """What the preposition tells of the direction: "seit" and "vom" the past, "bis", "ab", "von … an" the future."""
    lead = _lead_words(line, begin, first)
    _, after = _neighbours(line, first, last)
    if lead & rules.cues["past"] and after not in rules.cues["open"]:
        return -1
    return 1 if lead & rules.cues["future"] or _goes_on(line, begin, first, last, rules) else 0


def _lead_words(line: _Line, begin: int, first: int) -> set[str]:
    return {w.text.lower() for w in line.words[begin : first + 1]}


def _lead(line: _Line, free: int, start: int, rule: str, rules: Grammar) -> int:
    """The first word of the expression with the prepositions and the article before it ("bis zum")."""
    pattern = rules.bare_lead if rule in rules.cues["no_article"] else rules.lead
    if "LEADpreposition" in line.words[start].values:
        pattern = rules.limit
    sizes = range(min(3, start - free), 0, -1)
    return next((start - n for n in sizes if pattern.fullmatch(line.letters, start - n, start)), start)


def _kind(meaning: Meaning, rule: str) -> Kind:
    if rule in ("each", "every", "weekday-set", "rate"):
        return "SET"
    if isinstance(meaning, Literally) and not meaning.value.endswith("_REF"):
        return "DURATION"
    return "TIME" if isinstance(meaning, Clock | DayPart) else "DATE"


def _edge(words: Sequence[Word]) -> Edge | None:
    found = (w.values[n].split()[-1] for w in words for n in ("EDGE", "EARLYLATE", "UNITEDGE") if n in w.values)
    value = next(found, None)
    return "START" if value == "START" else "MID" if value == "MID" else "END" if value == "END" else None


def _plausible(line: _Line, start: int, end: int, rule: str, rules: Grammar) -> bool:
    """Whether words that look like a time are one: not a surname, a count, an age, a score, "guten Morgen"."""
    before, after = _neighbours(line, start, end)
    if rule in ("weekday", "month", "weekday-set") and start == end - 1:
        if before == "am" and start > 1 and line.words[start - 2].text.lower() in rules.cues["medium"]:
            return False
        if start and "ONE" in line.words[start - 1].values:
            return False  # "an einem Sonnabend": which one is not told
        return not _is_name(line, start) and not (rule == "weekday-set" and before in rules.cues["article"])
    if rule == "near-day" and start == end - 1:
        return start == 0 or line.words[start].text[0].islower() or "PART" not in line.words[start].values
    if rule == "years" or (rule == "year" and start == end - 1):
        return _is_year(line, start, end, rules)
    if rule == "length" and "UNIT" in line.words[end - 1].values:
        age = any(w.text.lower() in rules.cues["age"] for w in line.words[max(0, start - 4) : start])
        return not age and before not in rules.cues["age_before"] and after not in rules.cues["age_after"]
    if rule == "vague" and (before in rules.cues["comparative_before"] or after in rules.cues["comparative_after"]):
        return False
    if rule in ("day-alone", "spoken-date"):
        return not after[:1] or not line.words[end].text[0].isupper()
    if rule == "clock-of-day":
        return start > 0 and bool(_DAYS & line.words[start - 1].values.keys())
    return True


def _neighbours(line: _Line, start: int, end: int) -> tuple[str, str]:
    before = line.words[start - 1].text.lower() if start else ""
    return before, line.words[end].text.lower() if end < len(line.words) else ""


def _is_name(line: _Line, start: int) -> bool:
    """A bare weekday or month after a name or a title: "Frank Sonntag", "Professor März"."""
    if start == 0:
        return False
    before = line.words[start - 1]
    return before.text[0].isupper() and not before.values and (start > 1 or line.tag(start - 1) == "NE")


def _is_year(line: _Line, start: int, end: int, rules: Grammar) -> bool:
    """Four digits that are a year: not before what they count ("2000 Menschen"), not behind "rund" or "Postfach"."""
    before, after = _neighbours(line, start, end)
    first, last = (int(line.words[i].values.get("INT", "0")) for i in (start, end - 1))
    if first < 1400 or before in rules.cues["not_year_before"]:
        return False
    if end == len(line.words) or before in rules.cues["year_before"]:
        return True
    following = line.words[end : end + 3]
    if after in rules.cues["counted"] or any(n in following[0].values for n in ("UNIT", "PERCENT")):
        return False
    if after == "im" and any("JAHR" in w.values for w in following):
        return False
    pair = start < end - 1 and first < last and (first % 50 or last % 50)
    counted = following[0].text[0].isupper() and not following[0].values and line.tag(end) != "NE"
    return bool(pair) or not counted
