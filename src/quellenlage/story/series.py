"""Series of comparable figures across the articles of a story, in order of time, with what changed and what stands
apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

from quellenlage.language import language, supported
from quellenlage.model import Analysis, Derivation, Figure, Series, Story
from quellenlage.model.marks import Status
from quellenlage.story._figure_pairs import Mention, Value, likeness, mentions, same_value, value_of
from quellenlage.story._figure_settling import settle_statuses, settle_units
from quellenlage.story._linkage import cluster
from quellenlage.story._series_changes import Context, asides, changes, latest, pieces
from quellenlage.story._series_labels import Labeller

_LEAST = 0.2  # average likeness of a series; .15 to .25 is flat on the development stories
_LEAST_CROWDED = 0.4  # of one value in a large pile, where round numbers coincide by chance
_PLAIN = 1.0  # plain average linkage: a large series needs no less likeness
_ALL_PAIRS = 250  # items up to which every pair is compared
_KEYS, _REACH = 5, 12  # beyond that: the stems that propose candidates, and how many holders of each


def find_series(
    analyses: Sequence[Analysis], stories: Sequence[Story], derivations: Sequence[Derivation]
) -> tuple[tuple[Series, ...], tuple[Figure, ...]]:
    """Series of comparable figures, and all figures with the measure that their story agrees on.

    `analyses` stand in order of time. A series has at least two figures; those that were only expected, planned or
    denied stand in it and aside, with the reason.
    """
    place = {a.article.id: a for a in analyses}
    sources = _sources(derivations)
    found: list[Series] = []
    figures = {f.id: f for a in analyses for f in a.figures}
    for story in stories:
        if articles := [place[a] for a in story.articles if a in place]:
            series, settled = _of_story(story, settle_units(articles), sources)
            found += series
            figures |= settled
    return tuple(found), tuple(figures[f.id] for a in analyses for f in a.figures)


def _of_story(
    story: Story, articles: Sequence[Analysis], sources: Mapping[str, frozenset[str]]
) -> tuple[list[Series], dict[str, Figure]]:
    """The series of one story, and its figures as they leave it."""
    code = articles[0].article.language
    lang = language(code if supported(code) else "de")
    names = {e.id: e.name for a in articles for e in a.entities}
    context = Context(articles, sources, names, lang.table("measures")["reasons"])
    labeller = Labeller(articles, lang)
    figures = {f.id: f for a in articles for f in a.figures}
    every = mentions(articles)
    parts = [m for m in every if m.part]
    series: list[Series] = []
    for group in _groups(every):
        name, statuses = labeller.name(group), settle_statuses(group, articles)
        group = [replace(m, figure=_agreed(m.figure, name, statuses)) for m in group]
        series.append(_series(story, group, name, context, parts))
        figures |= {m.figure.id: m.figure for m in group}
    return series, figures


def _agreed(figure: Figure, measure: str, statuses: Mapping[str, Status]) -> Figure:
    """The figure with what its series agrees on: the name of what is counted, and a status that it leaves open."""
    return replace(figure, measure=measure, status=statuses.get(figure.id, figure.status))


def _sources(derivations: Sequence[Derivation]) -> dict[str, frozenset[str]]:
    """For each article those that it descends from."""
    out: dict[str, set[str]] = defaultdict(set)
    for derivation in derivations:
        out[derivation.article].add(derivation.source)
    return {article: frozenset(sources) for article, sources in out.items()}


def _series(story: Story, group: list[Mention], name: str, context: Context, parts: Sequence[Mention]) -> Series:
    group = sorted(group, key=context.order)
    ids = tuple(m.figure.id for m in group)
    apart = asides(group, context)
    away = {a.figure for a in apart}
    key = sha256("|".join((story.id, *ids)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Series(
        id=f"r{key}",
        story=story.id,
        measure=name,
        label=name,
        figures=ids,
        latest=latest(group, away, context),
        changes=tuple(changes(group, away, context)),
        aside=(*apart, *pieces(group, parts, context)),
    )


def _groups(figures: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The figures that count one thing, of two mentions or more."""
    classes: dict[str, dict[tuple[str, float, float], list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        things = figure.group in ("person", "count")
        unit = "count" if things else figure.figure.unit
        classes["count" if things else figure.group][unit, figure.value, figure.upper].append(figure)
    for values in classes.values():
        crowded = sum(map(len, values.values())) > _ALL_PAIRS
        least = _LEAST_CROWDED if crowded else _LEAST
        items = [value_of(part) for same in values.values() for part in _split(same, least)]
        pairs = ((i, j, likeness(items[i], items[j])) for i, j in _candidates(items))
        for found in cluster(len(items), pairs, _LEAST, _PLAIN):
            group = [mention for i in found for mention in items[i].mentions]
            if len(group) > 1:
                yield group


def _split(same: list[Mention], least: float) -> list[list[Mention]]:
    """The mentions of one value, apart where they count different things."""
    parts = [value_of([m]) for m in same]
    pairs = ((i, j, same_value(parts[i], parts[j])) for i, j in _candidates(parts))
    return [[same[i] for i in found] for found in cluster(len(same), pairs, least, _PLAIN)]


def _candidates(items: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: all of a small story, else those that share one of their most telling stems."""
    if len(items) <= _ALL_PAIRS:
        yield from combinations(range(len(items)), 2)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for i, item in enumerate(items):
        for stem in sorted(item.bag, key=lambda s: (-item.bag[s], s))[:_KEYS]:
            for j in holders[stem][-_REACH:]:
                if (j, i) not in seen:
                    seen.add((j, i))
                    yield j, i
            holders[stem].append(i)
