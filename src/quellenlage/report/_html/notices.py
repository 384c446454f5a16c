"""What turns up when the articles are laid side by side: circles, other speakers, slips of copying, missing credit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quellenlage.model import Statement, Story
from quellenlage.report._html.drift import in_sentence
from quellenlage.report._html.lineage import uncredited
from quellenlage.report._html.points import concerned
from quellenlage.report._html.wording import same_words
from quellenlage.report.book import Book, Ref
from quellenlage.report.labels import Both, counted, label

_WORDS = 24


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding: its kind, what was found, where, and the section that shows more."""

    kind: Both
    text: Both
    refs: tuple[Ref, ...] = ()
    target: str | None = None


def notices(story: Story, book: Book) -> Iterator[Notice]:
    """The findings of a story, gravest first; the same finding at several places is one."""
    within = set(story.articles)
    found = [
        *_circles(within, book),
        *_speakers(within, book),
        *_drifts(within, book),
        *_slips(within, book),
        *_credits(within, book),
        *_foreign(within, book),
    ]
    together: dict[tuple[str, str], Notice] = {}
    for n in found:
        key = (n.kind.de, n.text.de)
        known = together.get(key)
        together[key] = replace(n, refs=tuple(dict.fromkeys((*known.refs, *n.refs)))) if known else n
    yield from together.values()


def _circles(within: set[str], book: Book) -> Iterator[Notice]:
    """An outlet that cites another which itself relies on that outlet's earlier report."""
    cited = {(c.article, c.cited) for c in book.ledger.citations if c.cited and c.article in within}
    for later, middle in sorted(cited, key=lambda p: (book.rank[p[0]], book.rank.get(p[1] or "", 0))):
        for first in sorted((b for a, b in cited if a == middle and b), key=lambda a: book.rank[a]):
            outlet = book.article[later].outlet
            if middle and first != later and outlet and outlet == book.article[first].outlet:
                chain = " → ".join(f"{book.outlet(a)} ({book.sigla[a]})" for a in (first, middle, later))
                last, root = book.sigla[later], book.sigla[first]
                yield Notice(label("notice.circle"), label("notice.circle_text", chain=chain, a=last, b=root))


def _speakers(within: set[str], book: Book) -> Iterator[Notice]:
    """The same quoted words in two mouths."""
    by_words: dict[str, list[Statement]] = {}
    for s in book.statement.values():
        if s.article in within and s.type == "direct" and s.speaker in book.entity:
            words = same_words(s.quote_text)
            if len(words) >= _WORDS:
                by_words.setdefault(words, []).append(s)
    for group in by_words.values():
        a = group[0]
        other = next((s for s in group if s.speaker != a.speaker and s.article != a.article), None)
        if other:
            where = {"a": book.sigla[a.article], "b": book.sigla[other.article]}
            names = {"who": book.name(a.speaker) or "", "other": book.name(other.speaker) or ""}
            text = label("notice.speaker_text", **where, **names)
            yield Notice(label("notice.speaker"), text, (book.ref_statement(a), book.ref_statement(other)))


def _drifts(within: set[str], book: Book) -> Iterator[Notice]:
    """Utterances whose wording departs from article to article; the passages of those that do more than shorten."""
    own = [u for u in book.ledger.utterances if u.drifts and book.statement[u.statements[0]].article in within]
    if own:
        grave = [d for u in own for d in u.drifts if not set(d.kinds) <= {"shortened", "extended", "reworded"}]
        refs = [book.ref_statement(book.statement[d.later]) for d in grave]
        text = counted("notice.drift", len(own), kinds=in_sentence(own))
        yield Notice(label("notice.drift"), text, tuple(dict.fromkeys(refs)), "behauptungen")


def _slips(within: set[str], book: Book) -> Iterator[Notice]:
    """Figures that a copy got wrong, and figures that were corrected."""
    for kind in ("copying_error", "correction"):
        for series in book.ledger.series:
            for c in series.changes:
                if c.kind != kind or c.later not in book.figure or book.figure[c.later].article not in within:
                    continue
                wrong = concerned(c, book)
                after = [c.later] if wrong == c.earlier else []
                refs = tuple(book.ref_figure(book.figure[i]) for i in (wrong, *after) if i in book.figure)
                yield Notice(label(f"notice.{kind}"), Both(c.reason, c.reason), refs)


def _credits(within: set[str], book: Book) -> Iterator[Notice]:
    """Copies that name neither their source nor its agency."""
    for d in book.ledger.derivations:
        if d.article in within and book.derived.get(d.article) is d and uncredited(d, book):
            a, b = book.sigla[d.article], book.sigla[d.source]
            agencies = ", ".join(book.article[d.source].agencies)
            text = label(f"notice.credit_{d.kind}", a=a, b=b)
            if agencies:
                text = text + " " + label("notice.credit_agency", agency=agencies)
            yield Notice(label("notice.credit"), text, (), "herkunft")


def _foreign(within: set[str], book: Book) -> Iterator[Notice]:
    """Articles that were read but not searched, because there are no tables for their language."""
    for a in book.articles:
        if a.language != "de" and a.id in within:
            text = label("notice.language_text", a=book.sigla[a.id], outlet=book.outlet(a.id), lang=a.language)
            yield Notice(label("notice.language"), text)
