"""How a claim is worded for the reader: the clearest of its statements, as a whole clause or sentence."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from quellenlage.language import language
from quellenlage.model import Analysis, Sentence
from quellenlage.story._similarity import Said, alike
from quellenlage.story._words import forms, stem

_LONGEST = 400  # characters of a sentence that still serves as a heading
_TRIED = 12  # members compared with one another; more are copies
_NAMED = 4
_CLAUSE = 4  # words that a clause of its own has at least
_INFINITIVE = re.compile(r"zu|[a-zäöüß]{2,8}zu[a-zäöüß]{3,}n")
_STOPS = (",", ":", ".", ";", "!", "?", "–", "-")
_MARKS = ' „“”"»«‚‘›‹►'


def clearest(group: Sequence[Said], analyses: Sequence[Analysis]) -> str:
    """The wording of the member that is most like all others and neither a fragment nor long."""
    tried = group[:_TRIED]

    def clear(s: Said) -> tuple[float, int]:
        central = sum(alike(s, o) for o in tried if o is not s) / max(1, len(tried) - 1)
        fragment = 0.15 * (len(s.bag) < 4) + 0.1 * (not _whole(s, analyses[s.article]))
        return (round(central - fragment - 0.001 * max(0, len(s.text) - 160), 6), -s.place)

    best = max(tried, key=clear)
    return _sentence(best, analyses[best.article])


def common_words(group: Sequence[Said]) -> list[str]:
    """The weightiest words that most of the members share, as the first of them writes them."""
    holders = Counter(t for s in group for t in s.bag)
    shared = [t for t in holders if 2 * holders[t] > len(group)]
    weight = {t: sum(s.bag.get(t, 0.0) for s in group) for t in shared}
    written: dict[str, str] = {}
    for s in group:
        for w in forms(s.text):
            written.setdefault(stem(w), w)
    return [written[t] for t in sorted(shared, key=lambda t: (-weight[t], t))[:_NAMED] if t in written]


def _whole(s: Said, analysis: Analysis) -> bool:
    """Whether the statement begins where its sentence begins, in one piece."""
    first = _at(s.statement.quote[0].start, analysis) if s.statement.quote else None
    if first is None or len(s.statement.quote) != 1:
        return False
    return not analysis.article.text[first.start : s.statement.quote[0].start].strip(_MARKS)


def _sentence(s: Said, analysis: Analysis) -> str:
    """What is said where it stands as a clause of its own, else the sentence around it, if no longer than a heading."""
    quote = s.statement.quote
    if quote and not _whole(s, analysis):
        first, last = _at(quote[0].start, analysis), _at(quote[-1].end - 1, analysis)
        if first and last and _own_clause(s, first, last, analysis.article.text):
            return _opened(_tidy(s.text))
        if first and last and 0 < last.end - first.start <= _LONGEST:
            return _tidy(analysis.article.text[first.start : last.end])
    return _tidy(s.text)


def _own_clause(s: Said, first: Sentence, last: Sentence, text: str) -> bool:
    """Whether a statement in one piece is a main clause that its frame only stands before or after."""
    said = list(forms(s.text))
    if len(s.statement.quote) != 1 or len(said) < _CLAUSE or any(_INFINITIVE.fullmatch(w) for w in said):
        return False
    if said[0][0].islower() and said[0] not in _openers():
        return False
    at = s.statement.quote[0]
    before, after = text[first.start : at.start].strip(_MARKS), text[at.end : last.end].strip(_MARKS)
    return before[-1:] in ("", *_STOPS) and after[:1] in ("", *_STOPS)


def _opened(line: str) -> str:
    return line[:1].upper() + line[1:]


@cache
def _openers() -> frozenset[str]:
    return frozenset(language("de").table("story")["wording"]["openers"].split())


def _at(place: int, analysis: Analysis) -> Sentence | None:
    i = bisect_right(analysis.sentences, place, key=lambda x: x.start) - 1
    return analysis.sentences[i] if i >= 0 and place < analysis.sentences[i].end else None


def _tidy(text: str) -> str:
    """On one line, without quotation marks that only surround it."""
    line = " ".join(text.split()).rstrip(",;: ")
    inner = line.strip(_MARKS)
    return inner if inner and not any(mark in inner for mark in _MARKS[1:]) else line or text
