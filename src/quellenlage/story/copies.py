"""The same text under several addresses: compared and counted once, listed everywhere.

Articles whose bodies are equal but for blanks are copies of the one that can have been written first. That one stands
for all of them in every step that groups, compares or counts; what a copy has beside the body (a title with a statement
of its own) is compared like any other. In the end the marks of a copy join their twins, the same marks of the first:
lists grow, counts don't (docs/decisions/0076).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quellenlage.language import language, supported
from quellenlage.model import Analysis, Aside, Change, Citation, Claim, Figure, Series, Statement, Story
from quellenlage.story._reasons import counted, reason
from quellenlage.story._same_text import first_of_each_text, same_marks

_DAY = len("2024-10-24")


def find_copies(analyses: Sequence[Analysis]) -> "Copies":
    """The copies among the analyses of a pile."""
    by_id = {a.article.id: a for a in analyses}
    first = first_of_each_text([a.article for a in analyses])
    twins: dict[str, str] = {}
    for copy, stands in first.items():
        twins |= same_marks(by_id[copy], by_id[stands])
    return Copies(first, twins)


@dataclass(frozen=True)
class Copies:
    """`first`: id of a copy → id of the article that stands for it; `twin`: of its statements and figures likewise."""

    first: Mapping[str, str]
    twin: Mapping[str, str]

    def texts(self, analyses: Iterable[Analysis]) -> list[Analysis]:
        """Each text once."""
        return [a for a in analyses if a.article.id not in self.first]

    def own(self, analyses: Iterable[Analysis]) -> list[Analysis]:
        """What is to be compared: each text once, and of copies what has no twin."""
        if not self.first:
            return list(analyses)
        return [own for a in analyses if (own := self._own(a))]

    def _own(self, a: Analysis) -> Analysis | None:
        if a.article.id not in self.first:
            return a
        statements = tuple(s for s in a.statements if s.id not in self.twin)
        figures = tuple(f for f in a.figures if f.id not in self.twin)
        if not statements and not figures:
            return None
        named = {i for s in statements for i in (s.speaker, *s.via)} | {f.attributed_to for f in figures}
        named |= {e.part_of for e in a.entities if e.id in named}
        entities = tuple(e for e in a.entities if e.id in named)
        return replace(a, entities=entities, statements=statements, figures=figures)

    def stories(self, stories: Sequence[Story], analyses: Sequence[Analysis]) -> tuple[Story, ...]:
        """The stories of the texts with the copies in their places, in the order of the analyses."""
        if not self.first:
            return tuple(stories)
        home = {a: s.id for s in stories for a in s.articles}
        articles: dict[str, list[str]] = defaultdict(list)
        for a in analyses:
            articles[home[self._text(a.article.id)]].append(a.article.id)
        return tuple(_retold(s, tuple(articles[s.id])) for s in stories)

    def _text(self, article: str) -> str:
        return self.first.get(article, article)

    def every(self, analyses: Sequence[Analysis], own: Iterable[Analysis]) -> list[Analysis]:
        """All of the analyses, with the entities that what was compared (`own`) has been given."""
        if not self.first:
            return list(own)
        by_id = {a.article.id: a for a in own}
        said = {s.id: s for a in by_id.values() for s in a.statements}
        counts = {f.id: f for a in by_id.values() for f in a.figures}
        return [
            self._as_first(a, by_id, said, counts) if a.article.id in self.first else by_id[a.article.id]
            for a in analyses
        ]

    def _as_first(
        self, a: Analysis, own: Mapping[str, Analysis], said: Mapping[str, Statement], counts: Mapping[str, Figure]
    ) -> Analysis:
        """A copy with the speakers of the first article of its text."""
        here = [own[i] for i in (self.first[a.article.id], a.article.id) if i in own]
        statements = [
            said.get(s.id) or replace(s, speaker=said[self.twin[s.id]].speaker, via=said[self.twin[s.id]].via)
            for s in a.statements
        ]
        figures = [
            counts.get(f.id) or replace(f, attributed_to=counts[self.twin[f.id]].attributed_to) for f in a.figures
        ]
        entities = dict.fromkeys(e for o in here for e in o.entities)
        return replace(a, entities=tuple(entities), statements=tuple(statements), figures=tuple(figures))

    def outlets(self, analyses: Iterable[Analysis]) -> dict[str, frozenset[str]]:
        """For each article that has copies the outlets of these."""
        found: dict[str, set[str]] = defaultdict(set)
        for a in analyses:
            if a.article.id in self.first and a.article.outlet:
                found[self.first[a.article.id]].add(a.article.outlet)
        return {i: frozenset(o) for i, o in found.items()}

    def cited(self, citations: Iterable[Citation]) -> list[Citation]:
        """The citations between texts: what one copy cites its text cites; none of a text by itself."""
        found = [replace(c, article=a, cited=c.cited and self._text(c.cited))
                 for c in citations for a in dict.fromkeys((c.article, self._text(c.article)))]  # fmt: skip
        return [c for c in found if c.cited != self._text(c.article)]

    def figures(self, figures: Iterable[Figure], analyses: Iterable[Analysis]) -> tuple[Figure, ...]:
        """All figures of the analyses; those of copies are what their twins were found to be."""
        settled = {f.id: f for f in figures}
        return tuple(settled.get(f.id) or _as_counted(f, settled[self.twin[f.id]]) for a in analyses for f in a.figures)

    def series(self, series: Iterable[Series], analyses: Sequence[Analysis]) -> tuple[Series, ...]:
        """The series with the figures of copies, each the same as its twin."""
        copies = self._copies(f.id for a in analyses for f in a.figures)
        if not copies:
            return tuple(series)
        order = {f.id: _time(a, n, f) for n, a in enumerate(analyses) for f in a.figures}
        sources = {f.id: a for a in analyses for f in a.figures}
        return tuple(_counted_again(s, copies, order, sources) for s in series)

    def claims(self, claims: Iterable[Claim], analyses: Sequence[Analysis]) -> tuple[Claim, ...]:
        """The claims with the statements of copies and their articles."""
        copies = self._copies(s.id for a in analyses for s in a.statements)
        if not copies:
            return tuple(claims)
        ordered = [s for a in analyses for s in sorted(a.statements, key=_start)]
        place = {s.id: (n, s.article) for n, s in enumerate(ordered)}
        return tuple(_said_again(c, copies, place) for c in claims)

    def _copies(self, marks: Iterable[str]) -> dict[str, list[str]]:
        """Marks → the same of copies."""
        copies: dict[str, list[str]] = defaultdict(list)
        for mark in marks:
            if mark in self.twin:
                copies[self.twin[mark]].append(mark)
        return dict(copies)


Places = Mapping[str, tuple[int, str]]


def _retold(story: Story, articles: tuple[str, ...]) -> Story:
    alone = len(story.articles) == 1 < len(articles)
    return replace(story, articles=articles, reason=reason("group", "copies") if alone else story.reason)


def _as_counted(figure: Figure, twin: Figure) -> Figure:
    return replace(figure, unit=twin.unit, measure=twin.measure, counted=twin.counted, status=twin.status)


def _time(a: Analysis, place: int, figure: Figure) -> tuple[str, int, int]:
    """What sorts figures by time, as in `series`: a month alone stands after its days, an unknown time last."""
    published = a.article.published or "9999"
    return published if len(published) >= _DAY else f"{published}-99", place, figure.start


def _counted_again(
    series: Series,
    copies: Mapping[str, Sequence[str]],
    order: Mapping[str, tuple[str, int, int]],
    sources: Mapping[str, Analysis],
) -> Series:
    again = [(f, copy) for f in series.figures for copy in copies.get(f, ())]
    apart = [Aside(copy, a.reason) for a in series.aside for copy in copies.get(a.figure, ())]
    changes = [Change(f, copy, "same", _taken_over(sources[f])) for f, copy in again]
    figures = sorted([*series.figures, *(copy for _, copy in again)], key=lambda f: order[f])
    return replace(series, figures=tuple(figures), changes=(*series.changes, *changes), aside=(*series.aside, *apart))


def _taken_over(first: Analysis) -> str:
    a = first.article
    lang = language(a.language if supported(a.language) else "de")
    words: str = lang.table("measures")["reasons"]["copied"]
    return words.format(source=a.outlet or a.title or a.path)


def _said_again(claim: Claim, copies: Mapping[str, Sequence[str]], place: Places) -> Claim:
    statements, denied = _with(claim.statements, copies, place), _with(claim.denied_by, copies, place)
    if len(statements) == len(claim.statements) and len(denied) == len(claim.denied_by):
        return claim
    origins = []
    for o in claim.origins:
        said = _with(o.statements, copies, place)
        further = {place[s][1] for s in said} - set(o.articles)
        why = f"{o.reason}; {counted('same_text', len(further))}" if further else o.reason
        origins.append(replace(o, articles=_articles(said, place), statements=said, reason=why))
    articles = _articles([*statements, *denied], place)
    further = set(articles) - set(claim.articles)
    why = f"{claim.reason}; {counted('same_text', len(further))}" if further else claim.reason
    return replace(
        claim, statements=statements, denied_by=denied, articles=articles, origins=tuple(origins), reason=why
    )


def _start(s: Statement) -> tuple[int, str]:
    return s.quote[0].start if s.quote else 0, s.id


def _with(statements: Sequence[str], copies: Mapping[str, Sequence[str]], place: Places) -> tuple[str, ...]:
    more = [copy for s in statements for copy in copies.get(s, ())]
    return tuple(sorted([*statements, *more], key=lambda s: place[s][0])) if more else tuple(statements)


def _articles(statements: Iterable[str], place: Places) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for _, a in sorted(place[s] for s in statements)))
