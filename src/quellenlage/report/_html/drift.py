"""One utterance in different words: the earlier and the later wording side by side, what differs set off."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from quellenlage.model import Claim, Drift, Span, Statement, Utterance
from quellenlage.model.ledger import DriftKind
from quellenlage.report._html.wording import clause, how, quoted, same_words
from quellenlage.report.book import Book, Ref
from quellenlage.report.labels import Both, join, label

CONTRADICTING = frozenset({"reattributed", "negation", "number"})
_HEDGING = frozenset({"hardened", "softened"})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Side:
    """One wording with all places that print it. A part is its pieces, each with whether it stands only here."""

    refs: tuple[Ref, ...]
    who: str | None
    how: Both
    quoted: bool
    parts: tuple[tuple[tuple[str, bool], ...], ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """A wording beside the one that it stems from. `look` is "x" where the words contradict, "h" where they hedge."""

    earlier: Side
    later: Side
    kinds: Both
    red: bool
    speaker: bool
    look: str
    reason: str


def drift_views(claim: Claim, book: Book) -> tuple[tuple[DriftView, ...], set[str]]:
    """The drifts of a claim's utterances in order, and the ids of the statements that they show."""
    made: list[DriftView] = []
    shown: set[str] = set()
    for u in book.utterances_of.get(claim.id, []):
        printings = [
            book.statement[s] for s in dict.fromkeys((*u.statements, *claim.statements)) if s in book.statement
        ]
        for d in u.drifts:
            if d.earlier in book.statement and d.later in book.statement:
                view, ids = _view(d, printings, book)
                made.append(view)
                shown |= ids
    return tuple(made), shown


def _view(d: Drift, printings: Sequence[Statement], book: Book) -> tuple[DriftView, set[str]]:
    ids: set[str] = set()
    sides = []
    for own, spans in ((d.earlier, d.lost), (d.later, d.differs)):
        s = book.statement[own]
        same = [p for p in printings if p.id == own or _same(p, s)]
        ids |= {p.id for p in same}
        sides.append(_side(s, spans, same, book))
    words = set(d.kinds) - {"reattributed"}
    look = "x" if words and words <= CONTRADICTING else "h" if words and words <= _HEDGING else ""
    kinds = join([label(f"drift.{k}") for k in d.kinds])
    red, speaker = bool(CONTRADICTING & set(d.kinds)), "reattributed" in d.kinds
    return DriftView(sides[0], sides[1], kinds, red, speaker, look, d.reason), ids


def _same(a: Statement, b: Statement) -> bool:
    return (a.speaker, a.stance) == (b.speaker, b.stance) and same_words(a.quote_text) == same_words(b.quote_text)


def _side(s: Statement, differing: Sequence[Span], same: Sequence[Statement], book: Book) -> Side:
    text = book.article[s.article].text
    parts = tuple(tuple(_pieces(text, p, differing)) for p in s.quote) or (((clause(s, book), False),),)
    ordered = sorted(same, key=lambda p: int(book.anchors[p.id][1:]))
    refs = tuple(book.ref_statement(p) for p in ordered)
    return Side(refs, book.name(s.speaker) or s.speaker_text, how(s, book), quoted(s), parts)


def _pieces(text: str, part: Span, differing: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The part cut where it begins and ends to differ; blank runs as one blank."""
    at = part.start
    for d in sorted(differing):
        start, end = max(d.start, at), min(d.end, part.end)
        if start < end:
            if at < start:
                yield _BLANKS.sub(" ", text[at:start]), False
            yield _BLANKS.sub(" ", text[start:end]), True
            at = end
    if at < part.end:
        yield _BLANKS.sub(" ", text[at : part.end]), False


def in_sentence(utterances: Sequence[Utterance]) -> Both:
    """How often the wordings of some utterances depart in which way: "einmal verschärft, zweimal gekürzt"."""
    counts: dict[str, int] = {}
    for kind in (k for u in utterances for k in dict.fromkeys(k for d in u.drifts for k in d.kinds)):
        counts[kind] = counts.get(kind, 0) + 1
    names = {1: "one", 2: "two"}
    said = [k for k in get_args(DriftKind) if k in counts]
    times = {k: f"drift.times_{names.get(counts[k], 'many')}" for k in said}
    return join([label(times[k], n=counts[k], kind=label(f"drift.{k}")) for k in said])
