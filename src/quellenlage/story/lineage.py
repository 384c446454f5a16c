"""Which article descends from which, and who leans on whom.

Within a story the articles are put in the order in which they can have been written. Each then looks among the earlier
ones for the text that it copies (runs of words outside of quotation marks: two newsrooms may quote one press release)
or, failing that, retells (its sentences cover another's content in the same order). Both look up an index.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quellenlage.model import Analysis, Article, Citation, Derivation, Story
from quellenlage.model.ledger import DerivationKind
from quellenlage.story._boilerplate import Repeated, repeated
from quellenlage.story._citations import find_citations, outlets_named
from quellenlage.story._reasons import reason
from quellenlage.story._retelling import Retelling, retelling
from quellenlage.story._texts import Text, text_of
from quellenlage.story._words import Weights

_HOLDERS = 8  # earliest holders of a shingle or stem that stay candidates: bounds 500 copies of one text
_KEYS = 40  # weightiest stems of a text that look for a retold source
_TRIED = 6  # candidates that are compared in full
_COPIED = (
    0.25  # share of words outside of quotation marks that makes a copy; unrelated articles on one event stay under .06
)
_LEAST = 25  # copied words below which nothing is a copy
_SOON, _LATE = 2, 0.9  # days within which texts are copied; what is like an older one fills in the same form
_NUMBERS = 5  # numbers that a text must have before they tell a form, such as a daily report of cases, from a copy
_VERBATIM = 0.8
_SHORTENED = 0.75  # of the source's length


@dataclass(frozen=True)
class _Told:
    """What the texts of a story have in common: weights of stems, stems of more than one, roots found so far."""

    weigh: Weights
    common: frozenset[str]
    texts: int
    root: dict[str, str]


@dataclass(frozen=True)
class _Link:
    """A comparison of a text with a possible source; `own` is the share of words copied outside of quotation marks."""

    source: Text
    own: float
    runs: Sequence[tuple[int, int]]
    retold: Retelling | None
    score: float


def trace_lineage(
    analyses: Sequence[Analysis], stories: Sequence[Story]
) -> tuple[tuple[Derivation, ...], tuple[Citation, ...]]:
    """Derivations and citations within each story, in the ledger's order; an article descends from one at most."""
    by_id = {a.article.id: a for a in analyses}
    known = repeated(a.article for a in analyses)
    derivations: list[Derivation] = []
    citations: list[Citation] = []
    for story in stories:
        members = [by_id[i] for i in story.articles]
        citations += find_citations(members)
        if len(members) > 1:
            derivations += _derivations(members, citations, known)
    place = {a.article.id: i for i, a in enumerate(analyses)}
    return tuple(sorted(derivations, key=lambda d: place[d.article])), tuple(
        sorted(citations, key=lambda c: place[c.article])
    )


def _derivations(members: Sequence[Analysis], citations: Sequence[Citation], known: Repeated) -> Iterable[Derivation]:
    texts = sorted((text_of(a, known) for a in members), key=_written)
    counts = Counter(s for t in texts for s in t.vocabulary)
    told = _Told(Weights(counts, len(texts)), frozenset(s for s, n in counts.items() if n > 1), len(texts), {})
    named = outlets_named(members, citations)
    earlier = _Earlier(told.weigh)
    for text in texts:
        link = _best(text, earlier, told, named.get(text.article.id, frozenset()))
        told.root[text.article.id] = told.root[link.source.article.id] if link else text.article.id
        if link:
            yield _derivation(text, link, link.source.article.id in named.get(text.article.id, ()))
        earlier.add(text)


def _written(text: Text) -> tuple[str, bool, int, str, str]:
    """Sort key: what can have been written first. A day without hour counts as its end, a month likewise."""
    a = text.article
    published = a.published or "9999"
    return (published + "~", not a.agencies, -len(text.words), a.path, a.id)


class _Earlier:
    """The texts before, by their shingles and by their weightiest stems."""

    def __init__(self, weigh: Weights) -> None:
        self._weigh = weigh
        self._texts: list[Text] = []
        self._shingles: dict[int, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)

    def add(self, text: Text) -> None:
        """Enter a text; of many with the same words the first ones stay candidates."""
        for shingle in set(text.shingles):
            _enter(self._shingles[shingle], len(self._texts))
        for s in self._keys(text):
            _enter(self._stems[s], len(self._texts))
        self._texts.append(text)

    def copied(self, text: Text) -> list[Text]:
        """Texts that share most shingles with this one, likest first."""
        votes: dict[int, float] = defaultdict(float)
        for shingle in set(text.shingles):
            for i in self._shingles.get(shingle, ()):
                votes[i] += 1.0
        return self._likest(votes, 4.0)

    def retold(self, text: Text) -> list[Text]:
        """Texts that share most of this one's weightiest stems, likest first."""
        votes: dict[int, float] = defaultdict(float)
        for s in self._keys(text):
            for i in self._stems.get(s, ()):
                votes[i] += self._weigh(s)
        return self._likest(votes, 0.0)

    def _keys(self, text: Text) -> list[str]:
        found = sorted(text.vocabulary, key=lambda s: (-self._weigh(s), s))
        return found[: _KEYS if len(self._texts) > _HOLDERS else None]

    def _likest(self, votes: Mapping[int, float], least: float) -> list[Text]:
        best = sorted(votes, key=lambda i: (-votes[i], i))[:_TRIED]
        return [self._texts[i] for i in best if votes[i] > least]


def _enter(holders: list[int], i: int) -> None:
    if len(holders) < _HOLDERS:
        holders.append(i)


def _best(text: Text, earlier: _Earlier, told: _Told, named: frozenset[str]) -> _Link | None:
    """The likeliest source among the earlier texts, if one is likely; the earliest where several are as like."""
    copies = [_copy(text, source) for source in earlier.copied(text)]
    links = [c for c in copies if c]
    if not links:
        links = _retold(text, earlier.retold(text), told, named)
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
    if own < _LATE and _same_form(text, source):
        return None
    return _Link(source, own, runs, None, own)


def _retold(text: Text, sources: Sequence[Text], story: _Told, named: frozenset[str]) -> list[_Link]:
    """Links to the sources that this text is likely to retell: no text of another family tells nearly as much of it."""
    tellings = {s.article.id: retelling(text, s, story.weigh, story.common) for s in sources}
    links = []
    for source in sources:
        told, cited = tellings[source.article.id], source.article.id in named
        root = story.root[source.article.id]
        others = [r for i, r in tellings.items() if story.root[i] != root]
        credit = set(text.article.agencies) - set(source.article.agencies)
        if (
            told.likely(cited, story.texts)
            and told.stands_out(others)
            and (cited or not credit)
            and (not _same_form(text, source))
        ):
            links.append(_Link(source, 0.0, text.copied(frozenset(source.shingles)), told, told.share))
    return links


def _derivation(text: Text, link: _Link, named: bool) -> Derivation:
    return Derivation(
        text.article.id, link.source.article.id, _kind(text, link), round(min(1.0, link.score), 2),
        "; ".join(_reasons(text, link, named)), text.spans(link.runs),
    )  # fmt: skip


def _same_form(text: Text, source: Text) -> bool:
    """Whether two texts of different days fill in one form: the words recur, the numbers don't."""
    if not days_between(text.article, source.article):
        return False
    mine = [w.text for w in text.words if w.text[0].isdigit() and len(w.text) > 1]
    known = {w.text for w in source.words}
    return len(mine) >= _NUMBERS and 2 * sum(n in known for n in mine) < len(mine)


def days_between(a: Article, b: Article) -> int:
    """Whole days between two articles' dates; 0 where one has none or only a month."""
    try:
        first, second = (date.fromisoformat((x.published or "")[:10]) for x in (a, b))
    except ValueError:
        return 0
    return abs((first - second).days)


def _kind(text: Text, link: _Link) -> DerivationKind:
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
