"""What a figure leaves open that the story's other mentions of the same value tell: its unit, and whether it is a
plan.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quellenlage.language.clauses import clause_at
from quellenlage.model import Analysis, Figure, Token
from quellenlage.model.marks import Status
from quellenlage.story._figure_pairs import Mention, sentence_of

_LARGE = 1_000_000  # from here on a number without a noun is more likely money than what the text counted last
_FORESEEN: tuple[Status, ...] = ("planned", "expected")
_MOSTLY = 0.6  # share of plans or forecasts from which a whole series is one
_TELLING = 12  # equal values above this count the same thing in 82 to 96 of 100 pairs


def settle_units(analyses: Sequence[Analysis]) -> list[Analysis]:
    """The analyses with a unit and noun for bare numbers ("90 Millionen am Tag") that equal one figure elsewhere in
    the story.

    A bare number is one without a noun, or a large one whose noun is only guessed from its neighbours. Where equal
    figures have different units, the number stays as it is.
    """
    known: dict[float, set[str]] = defaultdict(set)
    counted: dict[tuple[float, str], tuple[str, ...]] = {}
    bare = {f.id for a in analyses for f in a.figures if _is_bare(a, f)}
    for figure in (f for a in analyses for f in a.figures):
        value = _value(figure)
        if value > _TELLING and figure.id not in bare:
            known[value].add(figure.unit)
            counted.setdefault((value, figure.unit), figure.counted)
    return [
        replace(a, figures=tuple(_settled(f, known, counted) if f.id in bare else f for f in a.figures))
        for a in analyses
    ]


def _value(figure: Figure) -> float:
    low, high = figure.low, figure.high
    return low if low is not None else high or 0.0


def _is_bare(analysis: Analysis, figure: Figure) -> bool:
    if figure.unit not in ("count", "person"):
        return False
    if not figure.counted:
        return figure.unit == "count"
    if _value(figure) < _LARGE:
        return False
    tokens = analysis.sentences[sentence_of(analysis, figure)].tokens
    first, last = (bisect_left(tokens, place, key=lambda t: t.start) for place in (figure.start, figure.end))
    return not any(t.tag in ("NN", "NE") and t.lemma in figure.counted for t in tokens[first:last])


def _settled(
    figure: Figure, known: Mapping[float, set[str]], counted: Mapping[tuple[float, str], tuple[str, ...]]
) -> Figure:
    value = _value(figure)
    if len(known.get(value, ())) != 1:
        return figure
    (unit,) = known[value]
    lemmas = counted[value, unit]
    return replace(figure, unit=unit, counted=lemmas, measure=" ".join(lemmas))


def settle_statuses(group: Sequence[Mention], articles: Sequence[Analysis]) -> dict[str, Status]:
    """The status of figures of a series whose own sentence does not tell it: plans and forecasts by what the others
    say.

    A mention is a plan where the same value is one elsewhere, and what most of the series is (plan or forecast) where
    most are. A sentence that says that it has happened ("sind abgezogen") is believed.
    """
    said = Counter(m.figure.status for m in group)
    things = group[0].group in (
        "person",
        "count",
    )  # these are counted in between, sums are foreseen until they are paid
    foreseen = _FORESEEN[:1] if things else _FORESEEN
    most: Status | None = next((s for s in foreseen if said[s] > _MOSTLY * len(group)), None)
    values: dict[tuple[float, str], list[Mention]] = defaultdict(list)
    for mention in group:
        values[mention.value, mention.figure.unit].append(mention)
    out: dict[str, Status] = {}
    for mentions in values.values():
        here = Counter(m.figure.status for m in mentions)
        plan = here["planned"] and here["planned"] >= here["expected"] + here["possible"]
        status = most or ("planned" if plan else None) or _foreseen_elsewhere(here, things)
        if status:
            silent = (m for m in mentions if m.figure.status == "actual" and not _is_done(m, articles))
            out |= {m.figure.id: status for m in silent}
    return out | _other_sides(group, out)


def _foreseen_elsewhere(said: Counter[Status], things: bool) -> Status | None:
    """A forecast where most mentions of one sum or stretch of time are one; people and things are counted."""
    return "expected" if not things and 2 * said["expected"] > said.total() else None


def _other_sides(group: Sequence[Mention], settled: Mapping[str, Status]) -> dict[str, Status]:
    """Both sides of a conversion have one status."""
    places = {(m.article, m.figure.start): m.figure for m in group}
    out: dict[str, Status] = {}
    for mention in group:
        other = places.get((mention.article, mention.link[0])) if mention.link else None
        status = settled.get(mention.figure.id, mention.figure.status)
        if other and mention.link and mention.link[1] == "conversion" and other.status == "actual" != status:
            out[other.id] = status
    return out


def _is_done(mention: Mention, articles: Sequence[Analysis]) -> bool:
    analysis = articles[mention.article]
    sentence = analysis.sentences[sentence_of(analysis, mention.figure)]
    first, last = clause_at(sentence, mention.figure.start)
    tokens: Sequence[Token] = sentence.tokens[first:last]
    return any(t.tag == "VVPP" for t in tokens) and any(t.tag == "VAFIN" for t in tokens)
