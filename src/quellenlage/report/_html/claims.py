"""The section of claims: what is said, what it goes back to and why, and who denies it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quellenlage.model import Claim, Origin, Statement
from quellenlage.report._html import glyph
from quellenlage.report._html.drift import DriftView, drift_views
from quellenlage.report._html.excerpt import folded, shorten
from quellenlage.report._html.marks import origin_mark
from quellenlage.report._html.wording import Wording, same_words, wordings
from quellenlage.report.book import Book, Ref
from quellenlage.report.labels import Both, counted, label

GROUPS = ("solid", "disputed", "single")


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
    drifts: tuple[DriftView, ...]
    wordings: tuple[Wording, ...]
    wordings_count: Both
    against: tuple[Wording, ...]
    deniers: tuple[str, ...]
    reason: str
    claim: Claim

    @property
    def slight(self) -> bool:
        """Whether a line is enough for it."""
        return is_slight(self.claim) and not self.drifts


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
        drifts, shown = drift_views(claim, book)
        count = counted("claim.wordings", len(wordings(said, book)))
        if drifts:
            count = count + ", " + counted("drift.differ", len(drifts))
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
                drifts=drifts,
                wordings=tuple(_beside(claim, wordings([s for s in said if s.id not in shown], book))),
                wordings_count=count,
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


def _beside(claim: Claim, made: Sequence[Wording]) -> Sequence[Wording]:
    """The wordings, none where the only one is what the claim's text already shows."""
    return [] if len(made) == 1 and same_words(made[0].parts) == same_words([claim.text]) else made


def _deniers(denied: Sequence[Statement], book: Book) -> tuple[str, ...]:
    names = [book.name(s.speaker) or s.speaker_text for s in denied]
    return tuple(dict.fromkeys(n for n in names if n))
