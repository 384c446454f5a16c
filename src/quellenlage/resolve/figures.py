"""Whose figure it is, how sure, and as of which day."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at
from quellenlage.model import Article, Entity, Figure, Quantity, Sentence, Statement, Time
from quellenlage.model.marks import Status
from quellenlage.resolve._authority import Authorities, holders
from quellenlage.resolve._publisher import introductions, publisher


@dataclass(frozen=True, slots=True)
class _Cues:
    opening: re.Pattern[str]
    right: re.Pattern[str]
    denial: re.Pattern[str]
    negation: re.Pattern[str]
    about: re.Pattern[str]
    wrong: re.Pattern[str]


_BEFORE = 250  # code points back to the figure that a sentence without one calls wrong
_REACH = 300  # code points to either side in which a sentence may call a figure wrong
_NIGHT = "TNI"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def resolve_figures(
    article: Article,
    sentences: tuple[Sentence, ...],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    lang: Language,
) -> tuple[Figure, ...]:
    """The quantities with status, authority, statement and day, in order of place.

    A figure is attributed to the speaker of the innermost statement that holds it, and to nobody where the article
    itself speaks. Its day is that of a time expression in its own clause, else the day of publication, else None.
    """
    starts = [s.start for s in sentences]
    cues, days = _cues(lang), [t.start for t in times]
    denied = _corrected(article.text, sentences, lang)
    refuted = _refuted(article.text, sentences, quantities, cues)
    held = holders(quantities, statements)
    own, skipped = publisher(article, entities, lang), introductions(article, lang)
    authorities = Authorities(article.text, sentences, entities, statements, lang)
    figures = []
    for place, quantity in enumerate(quantities):
        here = max(0, bisect_right(starts, quantity.start) - 1)
        sentence, statement = sentences[here], held[place]
        if _is_within(skipped, quantity.number.start):
            continue
        status = _status(article.text, sentence, quantity, statement, denied, cues)
        figures.append(
            Figure(
                id=_figure_id(article.id, quantity),
                article=article.id,
                start=quantity.start,
                end=quantity.end,
                text=quantity.text,
                low=quantity.low,
                high=quantity.high,
                unit=quantity.unit,
                measure=" ".join(quantity.counted),
                qualifier=quantity.qualifier,
                status="denied" if place in refuted else status,
                attributed_to=_authority(statement, authorities, sentence, quantity, denied, own),
                statement=statement.id if statement else None,
                as_of=_day(article, sentence, quantity, times, days),
                counted=quantity.counted,
            )
        )
    return _headed(article, figures)


def _headed(article: Article, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those of the title with the authority and status that the text below gives the same value.

    A headline leaves out who says it and whether it has happened; where the text is of two minds, it stays as it is.
    """
    titles = sorted((p.start, p.end) for p in article.passages if p.role == "title")
    below: defaultdict[tuple[float | None, float | None, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not _is_within(titles, figure.start):
            below[_worth(figure)].append(figure)
    return tuple(_as_below(f, below[_worth(f)]) if _is_within(titles, f.start) else f for f in figures)


def _worth(figure: Figure) -> tuple[float | None, float | None, str]:
    ranged = figure.qualifier == "range"
    value = figure.low if figure.low is not None else figure.high
    return value, figure.high if ranged else None, figure.unit


def _as_below(figure: Figure, others: Sequence[Figure]) -> Figure:
    who = {f.attributed_to for f in others if f.attributed_to}
    statuses = {f.status for f in others}
    authority = who.pop() if not figure.attributed_to and len(who) == 1 else figure.attributed_to
    status = statuses.pop() if figure.status == "actual" and len(statuses) == 1 else figure.status
    return replace(figure, attributed_to=authority, status=status)


def _authority(
    statement: Statement | None,
    authorities: Authorities,
    sentence: Sentence,
    quantity: Quantity,
    denied: Sequence[tuple[int, int]],
    own: str | None,
) -> str | None:
    """Nobody's where the article takes the figure back, else its owner's, its speaker's, who counts it or publishes."""
    if _is_within(denied, quantity.number.start):
        return None
    owner = authorities.owner(quantity)
    return owner or (statement and statement.speaker) or authorities.of(sentence, quantity) or own


def _is_within(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(stretches, (place, 1 << 60)) - 1
    return at >= 0 and stretches[at][0] <= place < stretches[at][1]


def _figure_id(article: str, quantity: Quantity) -> str:
    return "f" + sha256(f"{article}:{quantity.start}:{quantity.end}:{quantity.number.start}".encode()).hexdigest()[:12]


def _near(text: str, sentence: Sentence, quantity: Quantity, cues: _Cues) -> str:
    """What stands around a quantity in its sentence; behind a colon or semicolon after a denial is what is right."""
    start = max(sentence.start, quantity.start - _REACH)
    parted = max(text.rfind(mark, start, quantity.start) for mark in ":;")
    if parted >= 0 and cues.denial.search(text, start, parted):
        start = parted
    return text[start : min(sentence.end, quantity.end + _REACH)]


def _status(
    text: str,
    sentence: Sentence,
    quantity: Quantity,
    statement: Statement | None,
    denied: Sequence[tuple[int, int]],
    cues: _Cues,
) -> Status:
    if _is_within(denied, quantity.number.start):
        return "denied"
    if statement and statement.stance == "denies" and _denies_here(text, sentence, statement, cues):
        return "denied"
    return "denied" if cues.denial.search(_near(text, sentence, quantity, cues)) else quantity.status


def _denies_here(text: str, sentence: Sentence, statement: Statement, cues: _Cues) -> bool:
    """Whether a denial reaches into a sentence: one of several that says nothing negative puts the matter right."""
    within = all(sentence.start <= span.start and span.end <= sentence.end for span in statement.quote)
    return within or bool(cues.negation.search(text, sentence.start, sentence.end))


def _refuted(text: str, sentences: Sequence[Sentence], quantities: Sequence[Quantity], cues: _Cues) -> frozenset[int]:
    """The places of figures that a sentence without one calls wrong right after: "Diese Zahl ist falsch."."""
    starts = [q.number.start for q in quantities]
    out = set()
    for sentence in sentences:
        found = cues.about.match(text, sentence.start, sentence.end)
        if not found or not cues.wrong.search(text, found.start(), sentence.end):
            continue
        place = bisect_left(starts, sentence.start)
        alone = place == len(starts) or starts[place] >= sentence.end
        if alone and place and sentence.start - quantities[place - 1].end < _BEFORE:
            out.add(place - 1)
    return frozenset(out)


def _day(
    article: Article, sentence: Sentence, quantity: Quantity, times: Sequence[Time], starts: Sequence[int]
) -> str | None:
    """The one day up to publication that the clause names; else the day of publication, None where that is unknown.

    A night ("in der Nacht zum Dienstag") is when it happened, not when it was counted.
    """
    published = _DAY.match(article.published or "")
    first, last = clause_at(sentence, quantity.number.start)
    if first == last:
        return published[0] if published else None
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    here = times[bisect_left(starts, start) : bisect_left(starts, end)]
    days = {found[0] for t in here if t.value and not t.value.endswith(_NIGHT) and (found := _DAY.match(t.value))}
    days = {d for d in days if not published or d <= published[0]}
    return days.pop() if len(days) == 1 else published[0] if published else None


def _corrected(text: str, sentences: tuple[Sentence, ...], lang: Language) -> list[tuple[int, int]]:
    """Stretches in which the article takes back what it had said before."""
    cues = _cues(lang)
    out = []
    open_in: int | None = None
    for sentence in sentences:
        start = sentence.start
        if found := cues.opening.search(text, sentence.start, sentence.end):
            open_in, start = sentence.paragraph, found.start()
        if open_in != sentence.paragraph:
            open_in = None
            continue
        if found := cues.right.search(text, start, sentence.end):
            out.append((start, found.start()))
            open_in = None
        else:
            out.append((start, sentence.end))
    return out


@cache
def _cues(lang: Language) -> _Cues:
    table: Mapping[str, Any] = lang.table("status")
    corrections = table["corrections"]
    denied = table["denied"]
    about = "|".join(re.escape(w) for w in denied["about"])
    return _Cues(
        _any(corrections["opening"]),
        _any(corrections["right"]),
        _any(denied["phrases"]),
        re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in denied['negations'])})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:[^\W\d_]+:\s)?[„“\"»«]?(?:{about})(?!\w)"),
        _any(denied["wrong"]),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in words))
