"""The first section: where things stand, computed and nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Article, Claim, Figure, Story
from quellenlage.report import calendar, numbers
from quellenlage.report._html.changed import Batch, Changed, Entry
from quellenlage.report._html.claims import ClaimView
from quellenlage.report._html.notices import Notice, notices
from quellenlage.report._html.points import Point
from quellenlage.report._html.series import View, main_unit
from quellenlage.report._html.speak import authority
from quellenlage.report.book import Book, Ref
from quellenlage.report.changes import agree, dated, held
from quellenlage.report.labels import Both, counted, join, label

_HEADS, _STEPS, _MOST, _NEW, _HOLDS, _ENDS = 5, 8, 6, 3, 7, 3


@dataclass(frozen=True, slots=True)
class Head:
    """A head figure: the value that holds now, who says so, how it came about, and what has no day but differs."""

    anchor: str
    name: str
    value: Both
    soft: bool
    who: Both
    refs: tuple[Ref, ...]
    drift: tuple[tuple[tuple[Both, bool], ...], ...]
    undated: tuple[tuple[Both, Ref], ...]
    denied: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One of the columns: its claims, as many as fit, and how many more there are."""

    key: str
    claims: tuple[ClaimView, ...]
    total: int
    more: str


@dataclass(frozen=True, slots=True)
class State:
    """The section."""

    kicker: tuple[Both, ...]
    lead: Both
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    changed: tuple[Entry, ...]
    latest: str | None
    notices: tuple[Notice, ...]


def state(story: Story, series: Sequence[View], claims: Sequence[ClaimView], changed: Changed, book: Book) -> State:
    """The state of one story."""
    articles = [book.article[a] for a in story.articles]
    latest = _latest(articles)
    return State(
        kicker=tuple(_kicker(articles)),
        lead=_lead(articles, [c.claim for c in claims], book),
        heads=tuple(_head(v, book) for v in sorted(series, key=_weight)[:_HEADS]),
        groups=tuple(_group(k, claims) for k in ("solid", "disputed", "single")),
        changed=tuple(_changed(changed.of(latest))) if len(articles) > 1 else (),
        latest=book.sigla[latest] if latest else None,
        notices=tuple(notices(story, book)),
    )


def _weight(v: View) -> tuple[bool, tuple[float, ...]]:
    """What changes comes before what all agree on."""
    return v.form in ("same", "single"), v.score


def _latest(articles: Sequence[Article]) -> str | None:
    """The article that was published last; None where no day is known."""
    dated = [a for a in articles if (m := calendar.moment(a.published)) and m.ordinal is not None]
    return max(dated, key=lambda a: calendar.order(a.published)).id if dated else None


def _kicker(articles: Sequence[Article]) -> list[Both]:
    """ "Stand 17. September 2025" and "11 Artikel aus 9 Häusern, 9.–17. September"."""
    found = [m for a in articles if (m := calendar.moment(a.published)) and m.ordinal is not None]
    days = sorted(found, key=lambda m: m.ordinal or 0)
    outlets = len({a.outlet for a in articles if a.outlet})
    unknown = any(not a.outlet for a in articles)
    what = counted("state.articles", len(articles))
    if outlets and not unknown:
        what = what + " " + counted("state.outlets", outlets)
    elif outlets > 1:
        what = what + " " + label("state.outlets_least", n=outlets)
    if days:
        what = what + ", " + calendar.span(days[0], days[-1])
    made = [label("state.as_of", day=calendar.day_long(days[-1]))] if days else [label("state.no_day")]
    undated = len(articles) - len(days)
    return [*made, what, *([counted("state.undated", undated)] if undated and days else [])]


def _lead(articles: Sequence[Article], claims: Sequence[Claim], book: Book) -> Both:
    """The first sentences: how many texts of their own, how many claims with one origin only."""
    own = sum(a.id not in book.derived for a in articles)
    n = len(articles)
    head = counted("state.lead_articles", n, words=numbers.in_words(n, capital=True))
    parts = [head + (counted("state.lead_own", own, words=numbers.in_words(own)) if n > 1 else "") + "."]
    if not claims:
        return join([*parts, label("state.no_claims")], " ")
    single = sum(c.independent_high == 1 for c in claims)
    open_ = sum(c.independent_low < 2 <= c.independent_high for c in claims)
    total = numbers.in_words(len(claims), feminine=True)
    if len(claims) == 1:
        parts.append(label("state.claim_one_single" if single else "state.claim_one"))
    else:
        said = counted("state.claims", single, words=numbers.in_words(single, capital=True, feminine=True), total=total)
        tail = counted("state.open", open_, words=numbers.in_words(open_, feminine=True)) if open_ else Both("", "")
        parts.append(said + tail + ".")
    return join(parts, " ")


def _head(v: View, book: Book) -> Head:
    latest = next((p for p in v.points if v.series.latest in [f.id for f in p.figures]), None)
    said = [latest] if latest else _last_said(v, book)
    shown = _ends(said)
    first = shown[0].figure
    value = join([p.value for p in shown], f"{numbers.NBSP}{'|' if len(said) < 3 else '…'} ")
    who = join(list(dict.fromkeys(authority(p.figure, book) for p in shown)))
    soft = all(p.figure.status != "actual" for p in shown)
    if len(shown) > 1:
        who = label("state.open_value") + who
    if soft:
        who = who + ", " + label(f"status.{first.status}")
    refs = tuple(book.ref_figure(p.figure) for p in shown)
    denied = _denied(v, latest, book) if latest else ()
    return Head(
        anchor=v.anchor,
        name=v.series.label,
        value=value,
        soft=soft,
        who=who,
        refs=refs,
        drift=tuple(_drift(v, latest, bool(denied), book)),
        undated=_undated(v, shown, book) if latest else (),
        denied=denied,
    )


def _denied(v: View, latest: Point, book: Book) -> tuple[Ref, ...]:
    """Where the figure that is shown is called wrong."""
    ids = dict.fromkeys([*v.series.figures, *(a.figure for a in v.series.aside)])
    said = [book.figure[i] for i in ids if i in book.figure]
    return tuple(book.ref_figure(f) for f in said if f.status == "denied" and agree(f, latest.figure))


def _undated(v: View, shown: Sequence[Point], book: Book) -> tuple[tuple[Both, Ref], ...]:
    """What articles without a day say instead, lowest and highest: it may be older or newer than what is shown."""
    converted = _converted(v)
    own = [p for p in v.points if all(f.article not in book.derived for f in p.figures)]
    said = [p for p in own if not p.struck and p.figure.id not in converted]
    known = [p.figure for p in [*shown, *(p for p in said if _has_day(p, book))]]
    apart = [p for p in said if not _has_day(p, book) and not any(agree(p.figure, k) for k in known)]
    values = {p.value.de: p for p in sorted(apart, key=lambda p: p.middle)}
    return tuple((p.value, book.ref_figure(p.figure)) for p in _ends(list(values.values())))


def _has_day(p: Point, book: Book) -> bool:
    return any(dated(f.article, book) for f in p.figures)


def _last_said(v: View, book: Book) -> list[Point]:
    """Where it can't be said which figure holds: what was said last, and what has no day and is no copy."""
    converted = _converted(v)
    firm = [p for p in v.points if not p.struck and p.figure.id not in converted] or v.points
    dated = [p for p in firm if p.at is not None]
    floating = [p for p in firm if p.at is None and any(f.article not in book.derived for f in p.figures)]
    values = {p.value.de: p for p in [*_held(dated), *floating]} or {p.value.de: p for p in firm}
    return sorted(values.values(), key=lambda p: p.middle)


def _converted(v: View) -> set[str]:
    """The figures that only give another's sum in another currency."""
    return {c.later for c in v.series.changes if c.kind == "conversion"}


def _held(dated: Sequence[Point]) -> list[Point]:
    """The last figure of each named authority of the last days, and all figures of the last day."""
    last = max((int(p.at or 0) for p in dated), default=0)
    named = {p.figure.attributed_to: p for p in dated if p.figure.attributed_to}
    recent = [p for p in named.values() if int(p.at or 0) > last - _HOLDS]
    return [*recent, *(p for p in dated if int(p.at or 0) == last and p not in recent)]


def _ends(points: Sequence[Point]) -> list[Point]:
    """The lowest and the highest of the values."""
    return [points[0], points[-1]] if len(points) > 2 else list(points)


def _drift(v: View, latest: Point | None, denied: bool, book: Book) -> list[tuple[tuple[Both, bool], ...]]:
    """The values as article after article changed them, up to the one that holds."""
    unit = main_unit(v.points)
    steps: list[tuple[tuple[Both, bool], ...]] = []
    for values in held(v.series, book):
        cell = tuple((_brief(f, unit), struck) for f, struck in values)
        if not steps or steps[-1] != cell:
            steps.append(cell)
    if latest:
        last = _brief(latest.figure, unit)
        steps = [*(steps[:-1] if steps and last in [value for value, _ in steps[-1]] else steps), ((last, denied),)]
    if len(steps) > _STEPS:
        steps = [steps[0], ((Both("…", "…"), False),), *steps[-_STEPS + 2 :]]
    return steps if len(steps) > 1 else []


def _brief(f: Figure, unit: str) -> Both:
    """The value; its unit only where it isn't the head's."""
    return numbers.bare(f) if f.unit == unit else numbers.shown(f)


def _group(key: str, claims: Sequence[ClaimView]) -> Group:
    own = [c for c in claims if c.group == key]
    shown = own if len(own) <= _MOST + 1 else own[:_MOST]
    slight = all(c.slight for c in own[len(shown) :])
    return Group(key, tuple(shown), len(own), "b-slight" if slight else f"b-{key}")


def _changed(batch: Batch | None) -> list[Entry]:
    """What the latest article changed: figures and denials before claims, of which a few do."""
    if batch is None:
        return []
    moved = sorted((e for e in batch.entries if e.event.kind != "claim"), key=lambda e: e.event.kind == "first")
    new = [e for e in (*batch.entries, *batch.slight) if e.event.kind == "claim"]
    return [*moved, *new[:_NEW]][:_MOST]
