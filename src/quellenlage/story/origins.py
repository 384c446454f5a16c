"""How many independent origins stand behind a claim, and why they are counted so.

An origin is one speaker, document or newsroom: copies collapse into the text that they come from, a quoted outlet into
its own article, a person and the body that it speaks for into one. What is named only vaguely widens the range.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quellenlage.language import language
from quellenlage.model import Analysis, Citation, Claim, Derivation, Entity, Origin, Statement
from quellenlage.model.ledger import OriginKind
from quellenlage.story._citations import same_outlet
from quellenlage.story._reasons import reason
from quellenlage.story._similarity import speaks_for
from quellenlage.story._words import stem, words


@dataclass
class _Source:
    """One origin while it is put together. `keys` are entity ids and wordings that mean it."""

    kind: OriginKind
    label: str
    keys: set[str]
    statements: list[Statement]
    vague: bool = False
    copies: int = 0


def find_origins(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
) -> tuple[Claim, ...]:
    """The same claims with their origins and the number of independent ones as a range."""
    pile = _Pile(analyses, derivations, citations)
    return tuple(_with_origins(c, pile) for c in claims)


class _Pile:
    """What origins are told from: statements, entities, outlets, and who descends from or cites whom."""

    def __init__(
        self, analyses: Sequence[Analysis], derivations: Sequence[Derivation], citations: Sequence[Citation]
    ) -> None:
        self.statements = {s.id: s for a in analyses for s in a.statements}
        self.entities = {e.id: e for a in analyses for e in a.entities}
        self.sides = speaks_for(self.entities)
        self.outlet = {a.article.id: a.article.outlet for a in analyses}
        self.source = {d.article: d.source for d in derivations}
        self.cited = {(c.article, c.cited) for c in citations if c.cited}

    def ancestors(self, article: str) -> Iterable[str]:
        """The articles that this one descends from, nearest first."""
        seen = {article}
        while (article := self.source.get(article, article)) not in seen:
            seen.add(article)
            yield article

    def outlet_articles(self, entity: Entity | None, articles: Iterable[str]) -> list[str]:
        """Those of the articles that are by the outlet that this entity is."""
        if entity is None or entity.type != "organisation":
            return []
        return [a for a in articles if same_outlet(entity.name, self.outlet.get(a))]


def _with_origins(claim: Claim, pile: _Pile) -> Claim:
    statements = [pile.statements[i] for i in claim.statements]
    articles = list(dict.fromkeys(s.article for s in statements))
    sources: list[_Source] = []
    copies = 0
    for s in statements:
        if any(a in articles for a in pile.ancestors(s.article)):
            copies += 1
            continue
        _enter(sources, s, pile, articles)
    firm = [s for s in sources if not s.vague] or sources[:1]
    vague = [s for s in sources if s.vague and s not in firm]
    origins = tuple(_origin(s, s in firm, copies if i == 0 else 0) for i, s in enumerate([*firm, *vague]))
    low = max(1, len(firm))
    return replace(claim, origins=origins or (_unknown(claim),), independent_low=low, independent_high=low)


def _enter(sources: list[_Source], s: Statement, pile: _Pile, articles: Sequence[str]) -> None:
    """Count a statement to the source that it comes from, a new one if none of those known is it."""
    found = _source(s, pile, articles)
    if found is None:
        return
    for known in sources:
        if known.keys & found.keys:
            known.keys |= found.keys
            known.statements.append(s)
            known.vague = known.vague and found.vague
            return
    sources.append(found)


def _source(s: Statement, pile: _Pile, articles: Sequence[str]) -> _Source | None:
    entity = pile.entities.get(s.speaker or "")
    if entity and any(a != s.article for a in pile.outlet_articles(entity, articles)):
        return None  # it passes on another member of the claim
    if entity and not entity.anonymous:
        kind: OriginKind = "own_reporting" if same_outlet(entity.name, pile.outlet.get(s.article)) else "utterance"
        return _Source(kind, entity.name, set(pile.sides.get(entity.id, frozenset({entity.id}))), [s])
    wording = s.speaker_text or ""
    stems = {stem(w.text) for w in words(wording, [(0, len(wording))]) if w.text[0].isupper() and len(w.text) > 3}
    vague = not stems or stems <= _vague()
    if any(a != s.article and (s.article, a) in pile.cited for a in articles):
        return None
    return _Source(
        "utterance" if wording else "unknown", wording, {f"{s.article}/{t}" for t in stems} or {"?"}, [s], vague
    )


def _vague() -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["source"]["vague"])


def _origin(source: _Source, certain: bool, copies: int) -> Origin:
    articles = tuple(dict.fromkeys(s.article for s in source.statements))
    key = "none" if not source.label else "vague" if source.vague else "speaker"
    why = reason("origin", key, name=source.label, count=len(source.statements), articles=len(articles))
    if copies:
        why += "; " + reason("origin", "lineage", count=copies)
    return Origin(source.label, source.kind, articles, why, tuple(s.id for s in source.statements), certain)


def _unknown(claim: Claim) -> Origin:
    return Origin("", "unknown", claim.articles, reason("origin", "none"), claim.statements, False)
