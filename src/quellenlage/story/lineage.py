"""Which article descends from which, and who leans on whom.

Within a story the articles are put in the order in which they can have been written. Each then looks among the earlier
ones for the text that it copies (runs of words outside of quotation marks: two newsrooms may quote one press release)
or, failing that, translates (the same names and numbers in the same order) or retells (its sentences cover another's
content in the same order). All look up an index.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model import Analysis, Citation, Derivation, Story
from quellenlage.model.ledger import DerivationKind
from quellenlage.story._boilerplate import Repeated, repeated
from quellenlage.story._citations import find_citations
from quellenlage.story._days import days_between
from quellenlage.story._earlier import HOLDERS, Earlier
from quellenlage.story._notices import notice
from quellenlage.story._reasons import reason
from quellenlage.story._retelling import Retelling, retelling
from quellenlage.story._texts import Text, text_of
from quellenlage.story._translation import Translated, evidence, told, translations
from quellenlage.story._words import Weights

Named = Mapping[str, frozenset[str]]
"""For each article the ids of those that it names as its source."""
Outlets = Mapping[str, frozenset[str]]
"""For each article the outlets that it and its copies stand in."""

_NONE: Mapping[str, str] = {}
_KEYS = 40  # weightiest stems of a text that look for a retold source
_COPIED = (
    0.25  # share of words outside of quotation marks that makes a copy; unrelated articles on one event stay under .06
)
_LEAST = 25  # copied words below which nothing is a copy
_SOON, _LATE = 2, 0.9  # days within which texts are copied; what is like an older one fills in the same form
_NUMBERS = 5  # numbers that a text must have before they tell a form, such as a daily report of cases, from a copy
_RETOLD_LATE = (
    0.6  # share of content that is retold after more days than `_SOON`: an old text's background is not enough
)
_WHOLE, _LEAD = 0.75, 0.2  # share of the first halves below which two texts have only their background in common
_VERBATIM = 0.8
_SHORTENED = 0.75  # of the source's length


@dataclass(frozen=True)
class _Told:
    """What the texts of a story have in common: weights of stems, stems of more than one, roots found so far."""

    weigh: Weights
    common: frozenset[str]
    texts: int
    root: dict[str, str]
    outlets: Outlets


@dataclass(frozen=True)
class _Link:
    """A comparison of a text with a possible source; `own` is the share of words copied outside of quotation marks."""

    source: Text
    own: float
    runs: Sequence[tuple[int, int]]
    retold: Retelling | None
    score: float
    translated: Translated | None = None


def trace_lineage(
    analyses: Sequence[Analysis], stories: Sequence[Story], first: Mapping[str, str] = _NONE
) -> tuple[tuple[Derivation, ...], tuple[Citation, ...]]:
    """Derivations and citations within each story, in the ledger's order; an article descends from one at most.

    `first` tells of articles of one text which of them stands for the others; only that one is compared.
    """
    by_id = {a.article.id: a for a in analyses}
    outlets = _outlets(analyses, first)
    known = repeated(a.article for a in analyses if a.article.id not in first)
    derivations: list[Derivation] = []
    citations: list[Citation] = []
    for story in stories:
        members = [by_id[i] for i in story.articles]
        found = find_citations(members)
        citations += found
        named = _named(found, first)
        texts = [a for a in members if a.article.id not in first]
        if len(texts) > 1:
            derivations += _derivations(texts, named, known, outlets)
        derivations += (_same_text(a, by_id[first[i]], named) for a in members if (i := a.article.id) in first)
    place = {a.article.id: i for i, a in enumerate(analyses)}
    return tuple(sorted(derivations, key=lambda d: place[d.article])), tuple(
        sorted(citations, key=lambda c: place[c.article])
    )


def _named(citations: Iterable[Citation], first: Mapping[str, str]) -> Named:
    """The texts that each article, or a copy of it, names as its source."""
    out: dict[str, set[str]] = defaultdict(set)
    for c in citations:
        if c.cited:
            for article in (c.article, first.get(c.article, c.article)):
                out[article].add(first.get(c.cited, c.cited))
    return {a: frozenset(cited) for a, cited in out.items()}


def _outlets(analyses: Iterable[Analysis], first: Mapping[str, str]) -> Outlets:
    out: dict[str, set[str]] = defaultdict(set)
    for a in analyses:
        if a.article.outlet:
            out[first.get(a.article.id, a.article.id)].add(a.article.outlet)
    return {a: frozenset(names) for a, names in out.items()}


def _same_text(copy: Analysis, first: Analysis, named: Named) -> Derivation:
    text = text_of(copy)
    link = _Link(text_of(first), 1.0, [(0, len(text.words))], None, 1.0)
    return _derivation(text, link, first.article.id in named.get(copy.article.id, ()))


def _derivations(members: Sequence[Analysis], named: Named, known: Repeated, outlets: Outlets) -> Iterable[Derivation]:
    texts = sorted((text_of(a, known) for a in members), key=_written)
    links = _copies(texts, named)
    copied = {i: link.source.article.id for i, link in links.items()}
    for i, t in translations(texts, {a.article.id: a for a in members}, copied, named).items():
        links[i] = _Link(t.source, 0.0, (), None, t.score, t)
    links |= _retellings(texts, links, named, outlets)
    for text in texts:
        if text.article.id in links:
            link = links[text.article.id]
            yield _derivation(text, link, link.source.article.id in named.get(text.article.id, ()))


def _copies(texts: Sequence[Text], named: Named) -> dict[str, _Link]:
    """For each text that copies an earlier one its link to it."""
    earlier: Earlier[int] = Earlier()
    links = {}
    for text in texts:
        shingles = set(text.shingles)
        found = [_copy(text, s) for s in earlier.likest(dict.fromkeys(shingles, 1.0), 4.0)]
        best = _best([link for link in found if link], named.get(text.article.id, frozenset()))
        if best:
            links[text.article.id] = best
        earlier.add(text, shingles)
    return links


def _retellings(texts: Sequence[Text], copies: Mapping[str, _Link], named: Named, outlets: Outlets) -> dict[str, _Link]:
    """For each text that retells an earlier one its link; what several texts hold is counted without copies."""
    own = [t for t in texts if t.article.id not in copies]
    counts = Counter(s for t in own for s in t.vocabulary)
    root = _roots(texts, copies)
    story = _Told(Weights(counts, len(own)), frozenset(s for s, n in counts.items() if n > 1), len(own), root, outlets)
    earlier: Earlier[str] = Earlier()
    links = {}
    for text in texts:
        here = text.article.id
        copied = copies.get(here)
        weights = {s: story.weigh(s) for s in text.vocabulary}
        keys = sorted(weights, key=lambda s: (-weights[s], s))[: _KEYS if len(texts) > HOLDERS else None]
        if not copied:
            sources = earlier.likest({s: weights[s] for s in keys}, 0.0)
            mine = named.get(here, frozenset())
            best = _best(_retold(text, sources, story, mine), mine)
            if best:
                links[here] = best
        if here in links:
            root[here] = root[links[here].source.article.id]
        earlier.add(text, keys)
    return links


def _roots(texts: Sequence[Text], links: Mapping[str, _Link]) -> dict[str, str]:
    """Where each text's links lead in the end; a translation may be dated before its original."""
    root = {}
    for text in texts:
        at = text.article.id
        while at in links:
            at = links[at].source.article.id
        root[text.article.id] = at
    return root


def _written(text: Text) -> tuple[str, bool, int, str, str]:
    """Sort key: what can have been written first. A day without hour counts as its end, a month likewise."""
    a = text.article
    published = a.published or "9999"
    return (published + "~", not a.agencies, -len(text.words), a.path, a.id)


def _best(links: Sequence[_Link], named: frozenset[str]) -> _Link | None:
    """The likeliest link, if there is one; the earliest source where several are as likely."""
    if not links:
        return None
    top = max(link.score + 0.05 * (link.source.article.id in named) for link in links)
    near = [k for k in links if k.score + 0.05 * (k.source.article.id in named) >= top - 0.04]
    return min(near, key=lambda k: (k.source.article.id not in named, _written(k.source)))


def _copy(text: Text, source: Text) -> _Link | None:
    runs = text.copied(frozenset(source.shingles))
    copied = sum(on and not quoted for on, quoted in zip(text.marked(runs), text.quoted, strict=True))
    own = copied / max(1, text.own)
    days = days_between(text.article, source.article)
    if own < (_COPIED if days <= _SOON else _LATE) or copied < min(_LEAST, text.own) or not copied:
        return None
    if own < _LATE and (_same_form(text, source) or (own < _WHOLE and _background(text, source, runs))):
        return None
    return _Link(source, own, runs, None, own)


def _background(text: Text, source: Text, runs: Sequence[tuple[int, int]]) -> bool:
    """Whether two texts have hardly anything of their beginnings in common, nor is one's second half the other's."""
    mine = text.marked(runs)
    there = source.marked(source.copied(frozenset(text.shingles)))
    half = len(mine) // 2
    lead = max(_share(mine[:half]), _share(there[: len(there) // 2]))
    return lead < _LEAD and _share(mine[half:]) < _WHOLE


def _share(marked: Sequence[bool]) -> float:
    return sum(marked) / max(1, len(marked))


def _retold(text: Text, sources: Sequence[Text], story: _Told, named: frozenset[str]) -> list[_Link]:
    """Links to the sources that this text is likely to retell: no text of another family tells nearly as much of it."""
    tellings = {s.article.id: retelling(text, s, story.weigh, story.common) for s in sources}
    links = []
    for source in sources:
        telling, cited = tellings[source.article.id], source.article.id in named
        root = story.root[source.article.id]
        others = [r for i, r in tellings.items() if story.root[i] != root]
        credit = set(text.article.agencies) - set(source.article.agencies)
        if (
            telling.likely(cited, story.texts)
            and telling.stands_out(others)
            and (cited or not credit)
            and root != text.article.id
            and (cited or _apart(text, source, telling, story.outlets))
            and (not _same_form(text, source))
        ):
            links.append(_Link(source, 0.0, text.copied(frozenset(source.shingles)), telling, telling.share))
    return links


def _apart(text: Text, source: Text, telling: Retelling, outlets: Outlets) -> bool:
    """Whether days and outlets allow a retelling: an outlet carries on its own story, and news has a background."""
    mine, theirs = (outlets.get(t.article.id) for t in (text, source))
    if mine and mine == theirs:
        return False
    return days_between(text.article, source.article) <= _SOON or telling.share >= _RETOLD_LATE


def _derivation(text: Text, link: _Link, named: bool) -> Derivation:
    said = "; ".join(told(text, link.translated) if link.translated else _reasons(text, link, named))
    shared = evidence(text, link.translated.rendering) if link.translated else text.spans(link.runs)
    return Derivation(
        text.article.id, link.source.article.id, _kind(text, link), round(min(1.0, link.score), 2), said, shared
    )


def _same_form(text: Text, source: Text) -> bool:
    """Whether two texts of different days fill in one form: the words recur, the numbers don't."""
    if not days_between(text.article, source.article):
        return False
    mine = [w.text for w in text.words if w.text[0].isdigit() and len(w.text) > 1]
    known = {w.text for w in source.words}
    return len(mine) >= _NUMBERS and 2 * sum(n in known for n in mine) < len(mine)


def _kind(text: Text, link: _Link) -> DerivationKind:
    if link.translated:
        abroad = link.source.article.language != text.article.language
        return "translation" if abroad or link.translated.noticed else "rewrite"
    shorter = len(text.words) < _SHORTENED * len(link.source.words)
    if link.own >= _VERBATIM and not shorter:
        return "verbatim"
    if shorter and (link.own >= _COPIED or (link.retold and link.retold.share >= 0.6)):
        return "shortened"
    return "rewrite"


def _reasons(text: Text, link: _Link, named: bool) -> Iterable[str]:
    if link.retold:
        share = round(100 * link.retold.share)
        yield reason("lineage", "retold", same=link.retold.matched, all=len(text.sentences), share=share)
        if words := notice(text.article):
            yield reason("lineage", "notice_open", words=words.words)
    else:
        marked = text.marked(link.runs)
        same = sum(all(marked[a:b]) for a, b in text.sentences)
        yield reason("lineage", "copied", same=same, all=len(text.sentences), share=round(100 * link.own))
    if len(text.words) < _SHORTENED * len(link.source.words):
        yield reason("lineage", "shorter", share=round(100 * len(text.words) / len(link.source.words)))
    if named:
        yield reason("lineage", "names_source", outlet=link.source.article.outlet)
    yield from _credit(text, link.source)
    if link.source.article.published and text.article.published:
        yield reason("lineage", "earlier", date=link.source.article.published)
    else:
        yield reason("lineage", "undated")


def _credit(text: Text, source: Text) -> Iterable[str]:
    here, there = set(text.article.agencies), set(source.article.agencies)
    for key, agencies in (("credit_both", here & there), ("credit_here", here - there), ("credit_there", there - here)):
        if agencies:
            yield reason("lineage", key, agency=", ".join(sorted(agencies)))
