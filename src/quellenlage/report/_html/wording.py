"""Statements as they are printed: the words verbatim, how they are given, and all places where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quellenlage.model import Statement
from quellenlage.report._html.excerpt import folded
from quellenlage.report._html.marks import bar, manner
from quellenlage.report.book import Book, Ref
from quellenlage.report.labels import Both, join, label

_QUOTES = frozenset("„“”\"»«‚‘’'›‹")


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement as it is printed: its parts verbatim, with what was left out between them shown."""

    bar: Markup
    parts: tuple[str, ...]
    quoted: bool
    how: Both
    who: str | None
    named: bool
    cue: str | None
    refs: tuple[Ref, ...]


def wordings(statements: Sequence[Statement], book: Book) -> list[Wording]:
    """Statements in order of publication; the same words by the same voice in several articles are one."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for s in sorted(statements, key=lambda s: int(book.anchors[s.id][1:])):
        key = (s.speaker or s.id, same_words(s.quote_text), s.type, s.stance, s.certainty)
        groups.setdefault(key, []).append(s)
    return [wording(g, book) for g in groups.values()]


def same_words(parts: Sequence[str]) -> str:
    """The words alone, to tell whether two printings are one statement."""
    return "".join(c for c in " ".join(parts).casefold() if c.isalnum())


def wording(group: Sequence[Statement], book: Book) -> Wording:
    """One printed wording with all places where it stands."""
    s = group[0]
    parts = tuple(folded(p) for p in s.quote_text) or (clause(s, book),)
    return Wording(
        bar=bar(manner(s), copy=s.article in book.derived),
        parts=parts,
        quoted=quoted(s),
        how=how(s, book),
        who=book.name(s.speaker) or s.speaker_text,
        named=s.speaker in book.entity,
        cue=folded(s.cue) if s.cue else None,
        refs=tuple(book.ref_statement(g) for g in group),
    )


def quoted(s: Statement) -> bool:
    """Whether quotation marks are missing around words that are given as spoken."""
    return s.type == "direct" and bool(s.quote_text) and not any(p.strip()[:1] in _QUOTES for p in s.quote_text)


def clause(s: Statement, book: Book) -> str:
    """A statement without words of its own, such as a refusal: the words that frame it."""
    text = book.article[s.article].text
    spans = [*s.frame_spans, *s.speaker_spans, *s.cue_spans]
    return folded(text[min(a for a, _ in spans) : max(b for _, b in spans)]) if spans else ""


def how(s: Statement, book: Book) -> Both:
    """ "sagt, mit Vorbehalt, wörtlich, über BLITZ"."""
    parts = [label(f"statement.{s.stance}")]
    if s.certainty == "hedged":
        parts.append(label("statement.hedged"))
    parts.append(label(f"statement.{s.type}"))
    if via := [n for n in (book.name(e) for e in s.via) if n]:
        parts.append(label("statement.via", who=" / ".join(via)))
    return join(parts)
