"""One utterance in different words: which statements are one speech act, and how their wordings drift apart.

Looks within the claims, whose statements say the same, and beyond them only at quotations that share runs of words,
as re-attributed ones do. Each wording is compared with the one that it most likely stems from.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quellenlage.model import Analysis, Citation, Claim, Derivation, Drift, Entity, Statement, Utterance
from quellenlage.model.ledger import DriftKind
from quellenlage.story._days import days_between
from quellenlage.story._drift_compare import (
    Alignment,
    Difference,
    align_words,
    differences,
    other_numbers,
    other_time,
    spans_of,
)
from quellenlage.story._drift_words import Word, Wording, read_wording
from quellenlage.story._reasons import reason
from quellenlage.story._sides import distinctive, speaks_for
from quellenlage.story._words import stem, words

_TRIED = 8  # earlier wordings that one is compared with: the first and the latest; bounds 500 copies of one text
_LEAST = 3  # shared words that tell something, below which nothing is known to be one utterance
_DAY = len("2024-10-24")
_SOON = 2  # days within which the same said by the same speaker is one utterance
_RUN = 5  # words of an unbroken run by which a quotation is known again, whenever and by whomever it is told
_MUTUAL = 0.5  # of the longer wording, unless more words than the least are shared
_SHARED_TIED, _SHARED_SPEAKER, _SHARED_WORDS = 0.6, 0.7, 0.8  # share of the shorter wording that has to be in both
_ORDER: Sequence[DriftKind] = (
    "reattributed", "negation", "number", "hardened", "softened", "reworded", "shortened", "extended",
)  # fmt: skip


class _Pile:
    """What tells who speaks and which article another descends from or cites."""

    def __init__(
        self, analyses: Sequence[Analysis], derivations: Sequence[Derivation], citations: Sequence[Citation]
    ) -> None:
        self.analysis = {a.article.id: a for a in analyses}
        self.statement = {s.id: s for a in analyses for s in a.statements}
        self.entities = {e.id: e for a in analyses for e in a.entities}
        self.source = {d.article: d.source for d in derivations}
        self.cited: dict[str, set[str]] = defaultdict(set)
        for c in citations:
            if c.cited:
                self.cited[c.article].add(c.cited)
        self.sides: Mapping[str, frozenset[str]] = {}

    def tied(self, later: str, earlier: str) -> str | None:
        """The key of the reason why one article has its words from another, None if none is known."""
        if self.source.get(later) == earlier:
            return "source"
        if earlier in self.cited.get(later, ()):
            return "cites"
        root = self.source.get(later)
        return "source" if root is not None and self.source.get(earlier) == root else None


def find_utterances(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
) -> tuple[Utterance, ...]:
    """Utterances whose wordings differ from article to article, in the order of their claims."""
    pile = _Pile(analyses, derivations, citations)
    pile.sides = speaks_for(pile.entities)
    found: list[Utterance] = []
    for claim in claims:
        articles = {pile.statement[s].article for s in claim.statements}
        if len(articles) > 1:
            found += _of_claim(claim, pile)
    return tuple(found)


def _of_claim(claim: Claim, pile: _Pile) -> Iterable[Utterance]:
    said = _outermost([pile.statement[s] for s in claim.statements])
    wordings = sorted((read_wording(s, pile.analysis[s.article]) for s in said), key=_order)
    groups: list[_Group] = []
    group_of: dict[str, _Group] = {}
    same: dict[tuple[object, ...], Wording] = {}
    distinct: list[Wording] = []
    for w in wordings:
        key = (w.statement.stance, *w.plain)
        twin = same.get(key)
        if twin and _same_voice(twin, w, pile) is not False:
            group_of[twin.statement.id].add(w)
            continue
        best = _stem(w, _few(distinct), pile)
        if best:
            group = group_of[best[0].a.statement.id]
            group.add(w, best)
        else:
            group = _Group()
            groups.append(group)
            group.add(w)
        group_of[w.statement.id] = group
        same.setdefault(key, w)
        distinct.append(w)
    for group in groups:
        if group.drifts:
            yield group.utterance(claim, pile)


def _order(w: Wording) -> tuple[object, ...]:
    return (*w.written, w.statement.id)


def _few(wordings: Sequence[Wording]) -> Sequence[Wording]:
    """The first and the latest of many."""
    return wordings if len(wordings) <= 2 * _TRIED else [*wordings[:_TRIED], *wordings[-_TRIED:]]


def _outermost(said: Sequence[Statement]) -> list[Statement]:
    """The statements without those that are quoted within another one of theirs."""
    out = []
    for s in said:
        around = [o for o in said if o is not s and o.article == s.article and _within(s, o)]
        if s.quote and not around:
            out.append(s)
    return out


def _within(s: Statement, other: Statement) -> bool:
    inside = all(any(p.start <= q.start and q.end <= p.end for p in other.quote) for q in s.quote)
    return inside and sum(q.end - q.start for q in s.quote) < sum(q.end - q.start for q in other.quote)


_Found = tuple[Alignment, list[Difference], str]


class _Group:
    """One utterance while its wordings are put together; one of each article."""

    def __init__(self) -> None:
        self.wordings: dict[str, Wording] = {}
        self.drifts: list[_Found] = []

    def add(self, w: Wording, found: _Found | None = None) -> None:
        article = w.statement.article
        if article in self.wordings:
            return
        self.wordings[article] = w
        if found and found[1]:
            self.drifts.append(found)

    def utterance(self, claim: Claim, pile: _Pile) -> Utterance:
        statements = tuple(w.statement.id for w in self.wordings.values())
        key = hashlib.sha256("\n".join(sorted(statements)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        speaker = next((w.statement.speaker for w in self.wordings.values() if w.statement.speaker), None)
        return Utterance(
            "u" + key, claim.story, claim.id, speaker, statements, tuple(_drift(*d, pile) for d in self.drifts)
        )


def _stem(later: Wording, tried: Sequence[Wording], pile: _Pile) -> _Found | None:
    """The earlier wording that this one most likely stems from, with how it differs and why they are one utterance."""
    found: list[tuple[tuple[bool, float], _Found]] = []
    for earlier in tried:
        why = _one(earlier, later, pile)
        if why:
            al, basis = why
            score = (basis in ("source", "cites"), round(al.matched * al.mutual, 6))
            found.append((score, (al, [], basis)))
    if not found:
        return None
    al, _, basis = max(found, key=lambda f: f[0])[1]
    made = differences(al)
    if _same_voice(al.a, al.b, pile) is False:
        made.insert(0, Difference("reattributed"))
    return al, made, basis


def _one(a: Wording, b: Wording, pile: _Pile) -> tuple[Alignment, str] | None:
    """Whether two wordings are one utterance: their alignment and the key of the reason."""
    if a.statement.article == b.statement.article or a.statement.stance != b.statement.stance:
        return None
    if 2 * len(a.bag & b.bag) < min(len(a.bag), len(b.bag)) * 0.4:
        return None
    al = align_words(a, b)
    if al.matched < _LEAST:
        return None
    tie = pile.tied(b.statement.article, a.statement.article)
    if _another_occasion(al, tie is not None):
        return None
    voice = _same_voice(a, b, pile)
    direct = a.statement.type == b.statement.type == "direct"
    known = direct and al.run >= _RUN and al.matched > _LEAST and al.share >= _SHARED_WORDS
    if voice is False:
        return (al, tie or "words") if (known or tie) and min(al.share, al.mutual + 0.2) >= _SHARED_WORDS else None
    if known:
        return al, tie or "words"
    if tie and al.share >= _SHARED_TIED:
        return al, tie
    soon = days_between(a.analysis.article, b.analysis.article) <= _SOON
    if voice and soon and al.share >= _SHARED_SPEAKER and (al.mutual >= _MUTUAL or al.matched > _LEAST + 1):
        return al, "speaker"
    return None


def _another_occasion(al: Alignment, tied: bool) -> bool:
    """Whether other numbers or times tell that two wordings speak of two occasions, as daily reports in one form do.

    In a copy of the same day another number is the copyist's.
    """
    one, other = (w.analysis.article.published or "" for w in (al.a, al.b))
    if tied and len(one) >= _DAY and one[:_DAY] == other[:_DAY]:
        return False
    return other_time(al) or other_numbers(al)


def _same_voice(a: Wording, b: Wording, pile: _Pile) -> bool | None:
    """Whether both wordings are given to one side; None where it can't be told."""
    one, other = a.statement.speaker, b.statement.speaker
    if one is None or other is None:
        return None
    if one == other or pile.sides.get(one, frozenset()) & pile.sides.get(other, frozenset()):
        return True
    x, y = pile.entities[one], pile.entities[other]
    if "person" not in (x.type, y.type) or not (_named(x, a) and _named(y, b)) or distinctive(x) & distinctive(y):
        return None
    return None if _near(x, b) or _near(y, a) else False


def _named(e: Entity, w: Wording) -> bool:
    """Whether an entity is someone in particular whom the statement itself names, so that the reading is sure."""
    if e.anonymous or e.type not in ("person", "organisation") or (e.type == "person" and " " not in e.name):
        return False
    said = w.statement.speaker_text or ""
    return bool(distinctive(e) & {stem(x.text) for x in words(said, [(0, len(said))])})


def _near(e: Entity, w: Wording) -> bool:
    """Whether a paragraph with a wording names an entity: then it may mean it, and was misread."""
    text, quote = w.analysis.article.text, w.statement.quote
    stop = text.find("\n", quote[-1].end)
    stretch = (text.rfind("\n", 0, quote[0].start) + 1, stop if stop >= 0 else len(text))
    return bool(distinctive(e) & {stem(x.text) for x in words(text, [stretch])})


def _drift(al: Alignment, made: list[Difference], basis: str, pile: _Pile) -> Drift:
    kinds = sorted({d.kind for d in made}, key=_ORDER.index)
    lost = spans_of(al.a, [w for d in made for w in d.lost])
    new = spans_of(al.b, [w for d in made for w in d.new])
    return Drift(al.a.statement.id, al.b.statement.id, tuple(kinds), _why(al, made, basis, pile), lost, new)


def _why(al: Alignment, made: list[Difference], basis: str, pile: _Pile) -> str:
    parts = []
    for kind in _ORDER:
        of = [d for d in made if d.kind == kind]
        if of:
            lost, new = _quoted(al.a, of[0].lost), _quoted(al.b, of[0].new)
            key = _key(kind, lost, new)
            filled = {"lost": lost, "new": new}
            if kind == "reattributed":
                filled = {"earlier": _name(al.a, pile), "later": _name(al.b, pile)}
            parts.append(reason("drift", key, **filled) + (reason("drift", "more") if len(of) > 1 else ""))
    parts.append(reason("drift", basis, speaker=_name(al.a, pile)))
    return "; ".join(parts)


def _key(kind: DriftKind, lost: str, new: str) -> str:
    if kind in ("hardened", "softened"):
        return kind if lost and new else f"{kind}_{'lost' if lost else 'new'}"
    if kind == "negation":
        return "negation_lost" if lost else "negation_new"
    return kind


def _quoted(wording: Wording, words: Sequence[Word]) -> str:
    text = wording.analysis.article.text
    return " … ".join(" ".join(text[s.start : s.end].split()) for s in spans_of(wording, words))


def _name(wording: Wording, pile: _Pile) -> str:
    entity = pile.entities.get(wording.statement.speaker or "")
    return entity.name if entity else wording.statement.speaker_text or reason("origin", "unnamed")
