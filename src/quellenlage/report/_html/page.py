"""The whole page as one view: the stories of a ledger, the reader, and what they share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quellenlage.model import Article, Ledger, Story
from quellenlage.report import calendar
from quellenlage.report._html.changed import Changed, batches
from quellenlage.report._html.claims import ClaimView, claim_views, in_order, is_slight
from quellenlage.report._html.excerpt import folded
from quellenlage.report._html.lineage import Row, lineage
from quellenlage.report._html.ondemand import LARGE
from quellenlage.report._html.points import WRONG, concerned, wrong_figures
from quellenlage.report._html.reader import ArticleView, Margins, article_view
from quellenlage.report._html.reasons import with_days
from quellenlage.report._html.series import Line, View, alone, view
from quellenlage.report._html.state import State, state
from quellenlage.report._html.strip import strip
from quellenlage.report._html.timeline import Timeline, timeline
from quellenlage.report._html.voices import Voice, voices
from quellenlage.report.book import Book, home_year, open_book, stories
from quellenlage.report.changes import changes
from quellenlage.report.labels import Both, counted, label


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story's sections. `prefix` keeps their ids apart where a page has several stories."""

    prefix: str
    id: str
    title: str
    articles: tuple[str, ...]
    state: State
    figures_intro: Both
    series: tuple[View, ...]
    singles: tuple[Line, ...]
    claims: tuple[ClaimView, ...]
    voices: tuple[Voice, ...]
    statements: int
    lineage: tuple[Row, ...]
    reason: str
    time: Timeline
    changed: Changed
    texts: tuple[int, int]
    last: Both


@dataclass(frozen=True, slots=True)
class Page:
    """What the template gets."""

    stories: tuple[StoryView, ...]
    articles: tuple[ArticleView, ...]
    loose: tuple[str, ...]
    first: str

    @property
    def large(self) -> bool:
        """Whether there are so many articles that each is painted only when it is opened."""
        return len(self.articles) > LARGE


def page(ledger: Ledger, lang: str) -> Page:
    """The view of a ledger."""
    ledger = with_days(ledger, home_year(ledger.articles))
    book = open_book(ledger)
    told = [_told(s, book, alone=len(stories(ledger)) == 1) for s in stories(ledger)]
    anchors = {c.id: f"c{n + 1}" for n, c in enumerate(ledger.claims)}
    _number_claims(told, book)
    views = [_story(n, s, len(told), anchors, book, lang) for n, s in enumerate(told)]
    margins = Margins(anchors, _warnings(book), {i for s in ledger.series for i in wrong_figures(s, book)})
    inside = {a for s in told for a in s.articles}
    return Page(
        stories=tuple(views),
        articles=tuple(article_view(a, book, margins) for a in book.articles),
        loose=tuple(book.pages[a.id] for a in book.articles if a.id not in inside),
        first=_first(views, book),
    )


def _told(story: Story, book: Book, *, alone: bool) -> Story:
    """The story with its articles in order of publication; the only story has all of them."""
    ids = [a.id for a in book.articles if alone or a.id in set(story.articles)]
    return Story(story.id, folded(story.title), tuple(ids), story.reason)


def _number_claims(told: Sequence[Story], book: Book) -> None:
    for story in told:
        claims = [c for c in book.ledger.claims if len(told) == 1 or c.story == story.id]
        for n, c in enumerate(in_order(claims, book)):
            book.claim_no[c.id] = n + 1
    book.slight = {c.id for c in book.ledger.claims if is_slight(c) and c.id not in book.utterances_of}
    for c in book.ledger.claims:
        book.claim_no.setdefault(c.id, 0)
        for s in (*c.statements, *c.denied_by):
            book.claims_of.setdefault(s, []).append(c)


def _story(n: int, story: Story, of: int, anchors: dict[str, str], book: Book, lang: str) -> StoryView:
    ledger, only = book.ledger, of == 1
    within = set(story.articles)
    prefix = "" if only else f"g{n + 1}-"
    claims = claim_views([c for c in ledger.claims if only or c.story == story.id], anchors, book)
    series = [view(s, k + 1, book, lang) for k, s in enumerate(ledger.series) if only or s.story == story.id]
    series.sort(key=lambda v: (("time", "rows", "small", "same", "single").index(v.form), v.score))
    figures = [f for f in book.figure.values() if f.article in within]
    said = [s for s in book.statement.values() if s.article in within]
    drawn = [v for v in series if v.form != "single"]
    shown = {i for v in drawn for i in (*v.series.figures, *(a.figure for a in v.series.aside))}
    changed = _changed(story, series, claims, prefix, book, lang)
    return StoryView(
        prefix=prefix,
        id=f"g{n + 1}",
        title=story.title,
        articles=tuple(book.pages[a] for a in story.articles),
        state=state(story, [v for v in series if v.points], claims, changed, book),
        figures_intro=_figures_intro(len(figures), drawn),
        series=tuple(_once(drawn)),
        singles=tuple(alone(shown, figures, book)),
        claims=tuple(claims),
        voices=tuple(voices(said, anchors, book)),
        statements=len(said),
        reason=story.reason if len(within) > 1 else "",
        lineage=tuple(lineage([book.article[a] for a in story.articles], book)),
        time=timeline(story.articles, anchors, {c.claim.id: c.count_short for c in claims}, book),
        changed=changed,
        texts=(len(story.articles), sum(a not in book.derived for a in story.articles)),
        last=_last([book.article[a] for a in story.articles], book),
    )


def _changed(
    story: Story, series: Sequence[View], claims: Sequence[ClaimView], prefix: str, book: Book, lang: str
) -> Changed:
    """What changed in a story of several articles."""
    if len(story.articles) < 2:
        return Changed()
    events = changes(story, [v.series for v in series], [c.claim for c in claims], book)
    made = batches(events, series, claims, prefix, book)
    return Changed(made, *strip(made, f"{prefix}gw", book, lang))


def _once(series: Sequence[View]) -> list[View]:
    """A figure that stands in two series keeps its anchor in the first one's table only."""
    seen = set[str]()
    for v in series:
        lines = []
        for line in v.lines:
            ids = tuple(i for i in line.ids if i not in seen)
            seen.update(ids)
            lines.append(line if ids == line.ids else _with_ids(line, ids))
        v.lines = lines
    return list(series)


def _with_ids(line: Line, ids: tuple[str, ...]) -> Line:
    return replace(line, ids=ids)


def _last(articles: Sequence[Article], book: Book) -> Both:
    """When the story was last reported on: the latest day, else the latest month."""
    dated = [a for a in articles if a.published]
    exact = [a for a in dated if (m := calendar.moment(a.published)) and m.ordinal is not None] or dated
    return calendar.stamp(exact[-1].published if exact else None, home=book.home_year)


def _figures_intro(total: int, series: Sequence[View]) -> Both:
    figures = counted("figure.figures", total)
    if not total:
        return label("figure.none")
    if not series:
        return label("figure.intro_none", figures=figures)
    inside = len({i for v in series for i in v.series.figures})
    return label("figure.intro", figures=figures, n=inside, series=counted("figure.series", len(series)))


def _warnings(book: Book) -> dict[str, list[tuple[Both, str]]]:
    """What the margin says in red beside a figure: that it was copied wrongly or corrected, and why."""
    found: dict[str, list[tuple[Both, str]]] = {}
    for s in book.ledger.series:
        for c in s.changes:
            if c.kind in WRONG:
                said = (label(f"change.{c.kind}"), c.reason)
                known = found.setdefault(concerned(c, book), [])
                known += [] if said in known else [said]
    return found


def _first(views: Sequence[StoryView], book: Book) -> str:
    """What the reader opens with: the first story's first head figure, else its first article."""
    refs = (r for v in views[:1] for head in v.state.heads for r in head.refs)
    pages = (page for v in views[:1] for page in v.articles)
    return next((r.anchor for r in refs), next(pages, next(iter(book.pages.values()), "")))
