"""The section of claims: what is said, what it goes back to and why, and who denies it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quellenlage.model import Claim, Origin, Statement
from quellenlage.report._html import glyph
from quellenlage.report._html.excerpt import folded, shorten
from quellenlage.report._html.marks import bar, manner, origin_mark
from quellenlage.report.book import Book, Ref
from quellenlage.report.labels import Both, join, label

_QUOTES = frozenset("„“”\"»«‚‘’'›‹")
GROUPS = ("solid", "disputed", "single")


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


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin with the reason why it is one."""

    mark: Markup
    label: str
    kind: Both
    refs: tuple[Ref, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as the page shows it. `verbatim` says that its text stands so in an article."""

    anchor: str
    number: int
    group: str
    text: str
    short: str
    verbatim: bool
    glyph: Markup
    count_short: Both
    count_long: Both
    origins: tuple[OriginView, ...]
    wordings: tuple[Wording, ...]
    against: tuple[Wording, ...]
    deniers: tuple[str, ...]
    reason: str
    claim: Claim

    @property
    def slight(self) -> bool:
        """Whether a line is enough for it."""
        return is_slight(self.claim)


def is_slight(claim: Claim) -> bool:
    """Whether it is said once and nobody denies it."""
    return len(claim.statements) <= 1 and not claim.denied_by and len(claim.origins) <= 1


def group_of(claim: Claim) -> str:
    """ "disputed" where someone denies it, "solid" with two or more origins, else "single"."""
    if claim.denied_by:
        return "disputed"
    return "solid" if claim.independent_low >= 2 else "single"


def in_order(claims: Sequence[Claim], book: Book) -> list[Claim]:
    """By group, then by origins, then by articles, statements and figures, then by first appearance."""

    def key(c: Claim) -> tuple[int, ...]:
        articles = glyph.carriers(c, book)
        first = min((book.rank[a] for a in articles), default=0)
        weight = 2 * len(articles) + len(c.statements) + len(c.denied_by) + (any(s in counting for s in c.statements))
        return (GROUPS.index(group_of(c)), -c.independent_low, -weight, first)

    counting = {f.statement for f in book.figure.values() if f.statement}
    return sorted(claims, key=key)


def claim_views(claims: Sequence[Claim], anchors: dict[str, str], book: Book) -> list[ClaimView]:
    """The claims in the order in which they are numbered."""
    views = []
    for claim in in_order(claims, book):
        articles = len(glyph.carriers(claim, book))
        said = [book.statement[s] for s in claim.statements if s in book.statement]
        denied = [book.statement[s] for s in claim.denied_by if s in book.statement]
        views.append(
            ClaimView(
                anchor=anchors[claim.id],
                number=book.claim_no[claim.id],
                group=group_of(claim),
                text=folded(claim.text),
                short=shorten(claim.text),
                verbatim=_is_verbatim(claim, said, book),
                glyph=glyph.independence(claim, book),
                count_short=label("origin.short", n=_range(claim), m=articles),
                count_long=_count_long(claim, articles),
                origins=tuple(_origins(claim, book)),
                wordings=tuple(_beside(claim, wordings(said, book))),
                against=tuple(wordings(denied, book)),
                deniers=_deniers(denied, book),
                reason=claim.reason,
                claim=claim,
            )
        )
    return views


def _is_verbatim(claim: Claim, said: Sequence[Statement], book: Book) -> bool:
    words = same_words([claim.text])
    return any(claim.text in book.article[s.article].text or words == same_words(s.quote_text) for s in said)


def _range(claim: Claim) -> str:
    low, high = claim.independent_low, claim.independent_high
    return str(low) if low == high else f"{low}–{high}"


def _count_long(claim: Claim, articles: int) -> Both:
    several = "one" if claim.independent_high == 1 else "many"
    return label(f"origin.long_{several}{'_one' if articles == 1 else ''}", n=_range(claim), m=articles)


def _origins(claim: Claim, book: Book) -> list[OriginView]:
    ordered = glyph.ordered(claim, book)
    copies = glyph.copies_by_origin(glyph.carriers(claim, book), ordered, book)
    made = []
    for n, o in enumerate(ordered):
        kind = glyph.kind(o, book)
        what = label(f"origin.{kind}")
        if not o.certain:
            what = what + ", " + label("origin.uncertain")
        refs = tuple(_origin_refs(o, claim, copies.get(n, []), book))
        made.append(OriginView(origin_mark(kind, certain=o.certain), o.label, what, refs, o.reason))
    return made


def _origin_refs(origin: Origin, claim: Claim, copies: Sequence[str], book: Book) -> list[Ref]:
    """The origin's statements, else what its articles say of the claim; then what the copies print of it."""
    said = [book.statement[s] for s in claim.statements if s in book.statement]
    own = [book.statement[s] for s in origin.statements if s in book.statement]
    own = own or [s for s in said if s.article in origin.articles]
    printed = [s for s in said if s.article in copies and s not in own]
    return [book.ref_statement(s) for s in sorted([*own, *printed], key=lambda s: int(book.anchors[s.id][1:]))]


def wordings(statements: Sequence[Statement], book: Book) -> list[Wording]:
    """Statements in order of publication; the same words by the same voice in several articles are one."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for s in sorted(statements, key=lambda s: int(book.anchors[s.id][1:])):
        key = (s.speaker or s.id, same_words(s.quote_text), s.type, s.stance, s.certainty)
        groups.setdefault(key, []).append(s)
    return [wording(g, book) for g in groups.values()]


def _beside(claim: Claim, made: Sequence[Wording]) -> Sequence[Wording]:
    """The wordings, none where the only one is what the claim's text already shows."""
    return [] if len(made) == 1 and same_words(made[0].parts) == same_words([claim.text]) else made


def same_words(parts: Sequence[str]) -> str:
    """The words alone, to tell whether two printings are one statement."""
    return "".join(c for c in " ".join(parts).casefold() if c.isalnum())


def wording(group: Sequence[Statement], book: Book) -> Wording:
    """One printed wording with all places where it stands."""
    s = group[0]
    parts = tuple(folded(p) for p in s.quote_text) or (_clause(s, book),)
    return Wording(
        bar=bar(manner(s), copy=s.article in book.derived),
        parts=parts,
        quoted=s.type == "direct" and not any(p[:1] in _QUOTES for p in parts),
        how=how(s, book),
        who=book.name(s.speaker) or s.speaker_text,
        named=s.speaker in book.entity,
        cue=folded(s.cue) if s.cue else None,
        refs=tuple(book.ref_statement(g) for g in group),
    )


def _clause(s: Statement, book: Book) -> str:
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


def _deniers(denied: Sequence[Statement], book: Book) -> tuple[str, ...]:
    names = [book.name(s.speaker) or s.speaker_text for s in denied]
    return tuple(dict.fromkeys(n for n in names if n))
