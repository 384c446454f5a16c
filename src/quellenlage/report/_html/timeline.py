"""The section of time: what the articles place at an hour or a day, in their own words, earliest first."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Statement, Time
from quellenlage.report import calendar
from quellenlage.report._html.excerpt import folded, shorten
from quellenlage.report.book import Book, Ref
from quellenlage.report.calendar import Moment
from quellenlage.report.labels import Both, label

_MOST, _FAR = 26, 62
_ALIKE, _COMPARED, _NESTED, _LOOK = 0.7, 40, 12, 400
_END = re.compile(r"(?<=[^\d\W][.!?])([\"“”»«]?)\s+(?=[\"„“»«A-ZÄÖÜ])")

# Anchor, article, the expression, the statement that it stands in, its words.
_Found = tuple[str, str, Time, Statement | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `look` is "", "h" hedged or unnamed, "p" announced."""

    at: Moment
    when: Both
    text: str
    speaker: str | None
    look: str
    refs: tuple[Ref, ...]
    count: Both | None
    claim: str | None
    weight: int


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading: a day's hours, the days, what is announced."""

    title: Both
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Hours at the left, days at the right, the rest to open."""

    hours: tuple[Group, ...]
    days: tuple[Group, ...]
    rest: tuple[Entry, ...]


def timeline(articles: Sequence[str], claim_anchors: dict[str, str], counts: dict[str, Both], book: Book) -> Timeline:
    """The time line of a story."""
    entries = _entries(articles, claim_anchors, counts, book)
    printed = [m.ordinal for m in (calendar.moment(book.article[a].published) for a in articles) if m and m.ordinal]
    near = [e for e in entries if _near(e.at, printed)]
    hours = [e for e in near if e.at.hour is not None]
    days = [e for e in near if e.at.hour is None]
    chosen = sorted(sorted(days, key=lambda e: -e.weight)[:_MOST], key=_key)
    last = max(printed, default=0)
    past = [e for e in chosen if (e.at.ordinal or 0) <= last]
    ahead = [e for e in chosen if (e.at.ordinal or 0) > last]
    kept = {id(e) for e in [*hours, *chosen]}
    groups = [Group(label("time.days"), tuple(past))] if past else []
    groups += [Group(label("time.ahead"), tuple(ahead))] if ahead else []
    return Timeline(tuple(_by_day(hours)), tuple(groups), tuple(e for e in entries if id(e) not in kept))


def _key(e: Entry) -> tuple[object, ...]:
    return (e.at.year, e.at.month or 13, e.at.day or 32, e.at.position or 0.0, -e.weight, e.refs[0].anchor)


def _near(at: Moment, printed: Sequence[int]) -> bool:
    """Whether a day lies within two months of the reporting; without dated articles every day does."""
    day = at.ordinal
    return day is not None and (not printed or min(printed) - _FAR <= day <= max(printed) + 400)


def _by_day(hours: Sequence[Entry]) -> list[Group]:
    """Hours by day; those before six in the morning go with the evening before, as one night."""
    groups: dict[int, list[Entry]] = {}
    for e in sorted(hours, key=_key):
        day = e.at.ordinal or 0
        evening = (e.at.hour or 0) < 6 and day - 1 in groups
        groups.setdefault(day - 1 if evening else day, []).append(e)
    return [Group(_day_title(entries), tuple(entries)) for _, entries in sorted(groups.items())]


def _day_title(entries: Sequence[Entry]) -> Both:
    a, b = entries[0].at, entries[-1].at
    if a.ordinal != b.ordinal:
        return calendar.span(a, b)
    return calendar.weekday(a) + ", " + calendar.day_long(a, year=False)


def _entries(articles: Sequence[str], anchors: dict[str, str], counts: dict[str, Both], book: Book) -> list[Entry]:
    found: dict[str, list[_Found]] = {}
    for a in articles:
        for one in _sharpest([f for anchor, t in book.times.get(a, []) if (f := _found(anchor, a, t, book))]):
            found.setdefault(one[2].value or "", []).append(one)
    groups = [g for same in found.values() for g in _together(same, book)]
    return sorted((_entry(g, anchors, counts, book) for g in groups), key=_key)


def _found(anchor: str, article: str, t: Time, book: Book) -> _Found | None:
    """A time expression of a paragraph with what is said there, None where it names no point in the calendar."""
    if calendar.moment(t.value) is None or t.kind in ("DURATION", "SET") or book.kind_at(article, t.start) != "body":
        return None
    return anchor, article, t, _statement_at(article, t, book), _sentence(article, t, book)


def _sharpest(found: Sequence[_Found]) -> list[_Found]:
    """Without the days of sentences that also name the hour ("am Abend um zehn nach sieben")."""
    hours = {(f[4], (f[2].value or "")[:10]) for f in found if "T" in (v := f[2].value or "") and v[11:12].isdigit()}
    return [f for f in found if (f[2].value or "")[11:12].isdigit() or (f[4], (f[2].value or "")[:10]) not in hours]


def _together(same: Sequence[_Found], book: Book) -> list[list[_Found]]:
    """What stands at the same time and in the same claim, or in much the same words, is one entry."""
    groups: list[tuple[set[str], set[str], list[_Found]]] = []
    for one in same:
        claims = {c.id for c in book.claims_of.get(one[3].id, [])} if one[3] else set[str]()
        words = set(one[4].casefold().split())
        for known, theirs, group in groups[:_COMPARED]:
            if known & claims or len(words & theirs) >= _ALIKE * min(len(words), len(theirs)):
                known |= claims
                group.append(one)
                break
        else:
            groups.append((claims, words, [one]))
    return [g for _, _, g in groups]


def _entry(
    group: Sequence[_Found],
    anchors: dict[str, str],
    counts: dict[str, Both],
    book: Book,
) -> Entry:
    _, article, t, said, words = group[0]
    at = calendar.moment(t.value)
    assert at is not None  # `_entries` lets nothing else through
    claim = next((c for c in book.claims_of.get(said.id, []) if c.id not in book.slight), None) if said else None
    refs = [Ref(x, book.sigla[a], book.place(a, u.start)) for x, a, u, _, _ in group]
    counted = book.figures_of(article)
    n = bisect_left(counted, t.start - 160, key=lambda f: f.start)
    figures = n < len(counted) and counted[n].start < t.start + 160
    return Entry(
        at=at,
        when=_when(at),
        text=shorten(words, 190),
        speaker=(book.name(said.speaker) or said.speaker_text) if said else None,
        look=_look(said, at, article, book),
        refs=tuple(refs),
        count=counts.get(claim.id) if claim else None,
        claim=anchors.get(claim.id) if claim else None,
        weight=len(group) + 4 * bool(claim) + 2 * figures + 2 * bool(said),
    )


def _when(at: Moment) -> Both:
    if at.hour is not None:
        return Both(calendar.clock(at), calendar.clock(at))
    day = calendar.day_short(at)
    return day + " " + label(f"calendar.{at.part}") if at.part else day


def _look(said: Statement | None, at: Moment, article: str, book: Book) -> str:
    printed = calendar.moment(book.article[article].published)
    if printed and printed.ordinal and at.ordinal and at.ordinal > printed.ordinal:
        return "p"
    if said is None:
        return ""
    speaker = book.entity.get(said.speaker or "")
    return "h" if said.certainty == "hedged" or (speaker is not None and speaker.anonymous) else ""


def _statement_at(article: str, t: Time, book: Book) -> Statement | None:
    """The statement whose words hold the time expression."""
    quoted = book.quotes_of(article)
    n = bisect_right(quoted, t.start, key=lambda q: q[0].start)
    return next((s for p, s in reversed(quoted[max(0, n - _NESTED) : n]) if t.end <= p.end), None)


def _sentence(article: str, t: Time, book: Book) -> str:
    """The sentence around the time expression, within its paragraph."""
    text = book.article[article].text
    low, high = max(0, t.start - _LOOK), min(len(text), t.end + _LOOK)
    start = max(text.rfind("\n", low, t.start) + 1, low)
    end = text.find("\n", t.end, high)
    end = high if end < 0 else end
    for hit in _END.finditer(text, start, end):
        if hit.end() <= t.start:
            start = hit.end()
        elif hit.start() >= t.end:
            end = hit.end(1)
            break
    return folded(text[start:end])
