"""The section of voices: who says what, a stroke for each statement, copies pale."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quellenlage.model import Statement
from quellenlage.report._html.marks import bar, manner
from quellenlage.report._html.wording import Wording, same_words, wording
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, counted, join, label


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with all its printings, and the claims that it belongs to (anchor and number)."""

    ids: tuple[str, ...]
    wording: Wording
    claims: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who speaks. `strip` has the strokes by article."""

    name: str
    role: str | None
    anonymous: bool
    strip: tuple[tuple[str, Markup], ...]
    count: Both
    spoken: Both
    sayings: tuple[Saying, ...]


def voices(statements: Sequence[Statement], claim_anchors: dict[str, str], book: Book) -> list[Voice]:
    """Everyone who is quoted, most heard first; the unnamed after the named, what nobody is named for last."""
    by: dict[str, list[Statement]] = {}
    for s in sorted(statements, key=lambda s: int(book.anchors[s.id][1:])):
        by.setdefault(_speaker(s, book), []).append(s)
    made = [(_weight(key, own, book), _voice(key, own, claim_anchors, book)) for key, own in by.items()]
    return [v for _, v in sorted(made, key=lambda pair: pair[0])]


def _speaker(s: Statement, book: Book) -> str:
    """The entity, else the wording that describes the source, else nothing."""
    return s.speaker if s.speaker in book.entity else f"={s.speaker_text}" if s.speaker_text else ""


def _weight(key: str, own: Sequence[Statement], book: Book) -> tuple[int, int, int]:
    group = 0 if key in book.entity and not book.entity[key].anonymous else 2 if not key else 1
    return (group, -len(_sayings(own)), int(book.anchors[own[0].id][1:]))


def _sayings(own: Sequence[Statement]) -> list[list[Statement]]:
    """Printings of one statement together: the same words, the same stance; twice in one article are two statements."""
    groups: list[list[Statement]] = []
    alike: dict[tuple[str, str, str], list[list[Statement]]] = {}
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for s in own:
        key = (same_words(s.quote_text) or s.id, s.stance, s.certainty)
        nth = seen[(*key, s.article)]
        seen[(*key, s.article)] += 1
        known = alike.setdefault(key, [])
        if nth < len(known):
            known[nth].append(s)
        else:
            known.append([s])
            groups.append(known[-1])
    return groups


def _voice(key: str, own: Sequence[Statement], anchors: dict[str, str], book: Book) -> Voice:
    entity = book.entity.get(key)
    groups = _sayings(own)
    name = entity.name if entity else own[0].speaker_text or ""
    return Voice(
        name=name,
        role=entity.role if entity else None,
        anonymous=entity.anonymous if entity else True,
        strip=_strip(own, book),
        count=_count(len(groups), len(own)),
        spoken=_spoken(own),
        sayings=tuple(_saying(g, anchors, book) for g in groups),
    )


def _strip(own: Sequence[Statement], book: Book) -> tuple[tuple[str, Markup], ...]:
    by: dict[str, list[Statement]] = {}
    for s in own:
        by.setdefault(s.article, []).append(s)
    return tuple(
        (book.sigla[a], Markup("").join(bar(manner(s), copy=a in book.derived) for s in ss)) for a, ss in by.items()
    )


def _count(sayings: int, prints: int) -> Both:
    said = counted("voice.statements", sayings)
    return said if sayings == prints else said + ", " + label("voice.prints", n=prints)


def _spoken(own: Sequence[Statement]) -> Both:
    denying = sum(s.stance == "denies" for s in own)
    hedged = sum(s.certainty == "hedged" for s in own)
    parts = [label(f"voice.{k}", n=n) for k, n in (("denying", denying), ("hedging", hedged)) if n]
    return join(parts)


def _saying(group: Sequence[Statement], anchors: dict[str, str], book: Book) -> Saying:
    claims = {c.id: c for s in group for c in book.claims_of.get(s.id, []) if c.id not in book.slight}
    links = sorted({(anchors[i], book.claim_no[i]) for i in claims if i in anchors}, key=lambda x: x[1])
    return Saying(tuple(f"i-{book.anchors[s.id]}" for s in group), wording(group, book), tuple(links))
