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
from quellenlage.story._drift_align import Alignment, align_words, other_numbers, other_time, spans_of
from quellenlage.story._drift_compare import Difference, differences
from quellenlage.story._drift_words import Word, Wording, fold, read_wording
from quellenlage.story._reasons import reason
from quellenlage.story._sides import distinctive, speaks_for
from quellenlage.story._words import stem, words

_TRIED = 8  # earlier wordings that one is compared with: the first and the latest; bounds 500 copies of one text
_LEAST = 3  # shared words that tell something, below which nothing is known to be one utterance
_PARAGRAPH = 400  # characters before and after a wording that its paragraph has at most
_HOLDERS = 4  # quotations of other claims that share a run of words and are compared
_IN_ARTICLE = 50  # statements of one article within one claim that are looked through for what is quoted within them
_LONGEST = 150  # words of a quotation by which it is looked up
_DAY = len("2024-10-24")
_SOON = 2  # days within which the same said by the same speaker is one utterance
_RUN = 5  # words of an unbroken run by which a quotation is known again, whenever and by whomever it is told
_RETOLD = 0.3  # of the longer wording of a copy, where a number is the same
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
        self.source = {d.article: d.source for d in derivations}
        self.cited: dict[str, set[str]] = defaultdict(set)
        for c in citations:
            if c.cited:
                self.cited[c.article].add(c.cited)
        self.entities: Mapping[str, Entity] = {}
        self.sides: Mapping[str, frozenset[str]] = {}

    def enter(self, articles: Iterable[str]) -> None:
        """Know the entities of the articles of one story, and no others."""
        found = {e.id: e for a in articles for e in self.analysis[a].entities}
        self.entities, self.sides = found, speaks_for(found)

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
    """Utterances whose wordings differ from article to article, story by story, in the order of writing."""
    pile = _Pile(analyses, derivations, citations)
    stories: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        stories[claim.story].append(claim)
    found: list[Utterance] = []
    for of in stories.values():
        articles = dict.fromkeys(a for c in of for a in c.articles)
        if len(articles) > 1:
            pile.enter(articles)
            found += _of_story(of, pile)
    return tuple(found)


def _of_story(claims: Sequence[Claim], pile: _Pile) -> Iterable[Utterance]:
    """The utterances of a story. A wording is compared with those of its claim, and with quotations of like words."""
    home: dict[str, Claim] = {}
    for claim in claims:
        for s in (*claim.statements, *claim.denied_by):
            home.setdefault(s, claim)
    alike = _echoes([pile.statement[s] for s in home], home)
    wordings = sorted(
        (
            read_wording(pile.statement[s], pile.analysis[pile.statement[s].article])
            for s in _worth(claims, alike, pile)
        ),
        key=_order,
    )
    read = {w.statement.id: w for w in wordings}
    groups: list[_Group] = []
    group_of: dict[str, _Group] = {}
    same: dict[tuple[object, ...], Wording] = {}
    distinct: dict[str, list[Wording]] = defaultdict(list)
    for w in wordings:
        claim = home[w.statement.id]
        key = (claim.id, w.statement.stance, *w.plain)
        twin = same.get(key)
        if twin and _same_voice(twin, w, pile) is not False:
            group_of[twin.statement.id].add(w)
            group_of[w.statement.id] = group_of[twin.statement.id]
            continue
        echoes = [read[i] for i in alike.get(w.statement.id, ()) if i in group_of]
        best = _stem(w, [*_few(distinct[claim.id]), *echoes], pile)
        group = group_of[best[0].a.statement.id] if best else _Group()
        if not best:
            groups.append(group)
        group.add(w, best)
        group_of[w.statement.id] = group
        same.setdefault(key, w)
        distinct[claim.id].append(w)
    for group in groups:
        if group.drifts:
            yield group.utterance(home, pile)


def _worth(claims: Sequence[Claim], alike: Mapping[str, object], pile: _Pile) -> Iterable[str]:
    """Statements that may be told elsewhere in other words: of claims in several articles, or like another's."""
    found: dict[str, None] = {}
    for claim in claims:
        said = [pile.statement[s] for s in claim.statements]
        several = len({s.article for s in said}) > 1
        found.update((s.id, None) for s in _outermost(said) if several or s.id in alike)
    return found


def _echoes(said: Sequence[Statement], home: Mapping[str, Claim]) -> dict[str, list[str]]:
    """For each quotation those of other articles and claims that share a run of words with it, a few of them."""
    holders: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    alike: dict[str, list[str]] = defaultdict(list)
    for s in said:
        if s.type != "direct":
            continue
        forms = [fold(w.text) for text in s.quote_text for w in words(text, [(0, len(text))])][:_LONGEST]
        for run in dict.fromkeys(zip(*(forms[k:] for k in range(_RUN)), strict=False)):
            for o in holders[run]:
                if o.article != s.article and home[o.id] is not home[s.id] and len(alike[s.id]) < _HOLDERS:
                    alike[s.id] += [o.id] if o.id not in alike[s.id] else []
                    alike[o.id] += [s.id] if s.id not in alike[o.id] else []
            if len(holders[run]) < _HOLDERS:
                holders[run].append(s)
    return {i: of for i, of in alike.items() if of}


def _order(w: Wording) -> tuple[object, ...]:
    return (*w.written, w.statement.id)


def _few(wordings: Sequence[Wording]) -> Sequence[Wording]:
    """The first and the latest of many."""
    return wordings if len(wordings) <= 2 * _TRIED else [*wordings[:_TRIED], *wordings[-_TRIED:]]


def _outermost(said: Sequence[Statement]) -> list[Statement]:
    """The statements without those that are quoted within another one of theirs."""
    of: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        if s.quote:
            of[s.article].append(s)
    return [s for mine in of.values() for s in mine if not any(_within(s, o) for o in mine[:_IN_ARTICLE])]


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

    def utterance(self, home: Mapping[str, Claim], pile: _Pile) -> Utterance:
        first = home[next(iter(self.wordings.values())).statement.id]
        statements = tuple(w.statement.id for w in self.wordings.values())
        key = hashlib.sha256("\n".join(sorted(statements)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        speaker = next((w.statement.speaker for w in self.wordings.values() if w.statement.speaker), None)
        return Utterance(
            "u" + key, first.story, first.id, speaker, statements, tuple(_drift(*d, pile) for d in self.drifts)
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
    if len(a.bag & b.bag) < _LEAST - 1:
        return None
    tie = pile.tied(b.statement.article, a.statement.article)
    al = align_words(a, b)
    if al.matched < _LEAST - (tie is not None):
        return None
    if _another_occasion(al, tie is not None):
        return None
    direct = a.statement.type == b.statement.type == "direct"
    known = direct and al.run >= _RUN and al.matched > _LEAST and al.share >= _SHARED_WORDS
    soon = days_between(a.analysis.article, b.analysis.article) <= _SOON
    near = soon and al.share >= _SHARED_SPEAKER and (al.mutual >= _MUTUAL or al.matched > _LEAST + 1)
    short = al.matched < _LEAST or al.share < _SHARED_TIED
    retold = tie and (not short or (al.mutual >= _MUTUAL or (al.figures and al.mutual >= _RETOLD)))
    if not known and not near and not retold:
        return None
    voice = _same_voice(a, b, pile)
    if short and not voice:
        return None
    others = voice is None and a.statement.speaker and b.statement.speaker
    if others and not known and (al.share < _SHARED_WORDS or al.mutual < _MUTUAL):
        return None
    if voice is False:
        return (al, tie or "words") if (known or tie) and min(al.share, al.mutual + 0.2) >= _SHARED_WORDS else None
    if known:
        return al, tie or "words"
    if retold:
        return al, tie or "source"
    return (al, "speaker") if voice else None


def _another_occasion(al: Alignment, tied: bool) -> bool:
    """Whether other numbers or times tell that two wordings speak of two occasions, as daily reports in one form do.

    In a copy of the same day another number is the copyist's.
    """
    one, other = (w.analysis.article.published or "" for w in (al.a, al.b))
    if tied and len(one) >= _DAY and one[:_DAY] == other[:_DAY]:
        return False
    return other_time(al) or other_numbers(al, slips=tied)


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
    first, last = max(0, quote[0].start - _PARAGRAPH), min(len(text), quote[-1].end + _PARAGRAPH)
    stretch = (text.rfind("\n", first, quote[0].start) + 1 or first, min(stop if stop >= 0 else last, last))
    return bool(distinctive(e) & {stem(x.text) for x in words(text, [stretch])})


def _drift(al: Alignment, made: list[Difference], basis: str, pile: _Pile) -> Drift:
    kinds = sorted({d.kind for d in made}, key=_ORDER.index)
    lost = spans_of(al, 0, [w for d in made for w in d.lost])
    new = spans_of(al, 1, [w for d in made for w in d.new])
    return Drift(al.a.statement.id, al.b.statement.id, tuple(kinds), _why(al, made, basis, pile), lost, new)


def _why(al: Alignment, made: list[Difference], basis: str, pile: _Pile) -> str:
    parts = []
    for kind in _ORDER:
        of = [d for d in made if d.kind == kind]
        if of:
            lost, new = _quoted(al, 0, of[0].lost), _quoted(al, 1, of[0].new)
            key = _key(kind, lost, new)
            filled = {"lost": lost, "new": new}
            if kind == "reattributed":
                filled = {"earlier": _name(al.a, pile), "later": _name(al.b, pile)}
            parts.append(reason("drift", key, **filled) + (reason("drift", "more") if len(of) > 1 else ""))
    parts.append(reason("drift", basis, speaker=_name(al.a, pile)))
    return "; ".join(parts)


def _key(kind: DriftKind, lost: str, new: str) -> str:
    if kind in ("hardened", "softened", "reworded"):
        return kind if lost and new else f"{kind}_{'lost' if lost else 'new'}"
    if kind == "negation":
        return "negation_lost" if lost else "negation_new"
    return kind


def _quoted(al: Alignment, side: int, words: Sequence[Word]) -> str:
    text = (al.b if side else al.a).analysis.article.text
    return " … ".join(" ".join(text[s.start : s.end].split()) for s in spans_of(al, side, words))


def _name(wording: Wording, pile: _Pile) -> str:
    entity = pile.entities.get(wording.statement.speaker or "")
    return entity.name if entity else wording.statement.speaker_text or reason("origin", "unnamed")
