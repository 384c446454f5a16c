"""How many independent origins stand behind a claim, and why they are counted so.

An origin is one speaker, document or newsroom: copies collapse into the text that they come from, a quoted outlet into
its own article, a person and the body that it speaks for into one. What is named only vaguely widens the range.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quellenlage.language import language
from quellenlage.model import Analysis, Citation, Claim, Derivation, Origin
from quellenlage.model.ledger import OriginKind
from quellenlage.story._citations import same_outlet
from quellenlage.story._reasons import counted, reason
from quellenlage.story._similarity import Said, content, read_statements
from quellenlage.story._words import stem, words

_SAYS_IT = 0.1  # likeness to another member from which one counts as an origin, not as a remark on it
_SAME_WORDS = 0.6  # likeness from which an unnamed source quoted elsewhere is the same utterance


@dataclass
class _Source:
    """One origin while it is put together. `keys` are entity ids and wordings that mean it."""

    kind: OriginKind
    label: str
    keys: set[str]
    said: list[Said]
    vague: bool = False
    anonymous: bool = False


def find_origins(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
) -> tuple[Claim, ...]:
    """The same claims with their origins and the number of independent ones as a range."""
    by_id = {a.article.id: (n, a) for n, a in enumerate(analyses)}
    source = {d.article: d.source for d in derivations}
    cited = {(c.article, c.cited) for c in citations if c.cited}
    made: dict[int, Claim] = {}
    for places in _by_story(claims):
        articles = {i for p in places for i in claims[p].articles}
        pile = _Pile([a for _, a in sorted((by_id[i] for i in articles), key=lambda n: n[0])], source, cited)
        made |= {p: _with_origins(claims[p], pile) for p in places}
    return tuple(made[p] for p in range(len(claims)))


def _by_story(claims: Sequence[Claim]) -> Iterable[list[int]]:
    """The places of each story's claims."""
    places: dict[str, list[int]] = defaultdict(list)
    for p, c in enumerate(claims):
        places[c.story].append(p)
    return places.values()


class _Pile:
    """What a story's origins are told from: statements, entities, outlets, and who descends from or cites whom."""

    def __init__(self, analyses: Sequence[Analysis], source: Mapping[str, str], cited: set[tuple[str, str]]) -> None:
        self.said = {s.statement.id: s for s in read_statements(analyses, source)}
        self.entities = {e.id: e for a in analyses for e in a.entities}
        self.outlet = {a.article.id: a.article.outlet for a in analyses}
        self.source, self.cited = source, cited

    def descends(self, article: str, articles: Sequence[str]) -> bool:
        """Whether an article descends from one of these."""
        seen = {article}
        while (article := self.source.get(article, article)) not in seen:
            if article in articles:
                return True
            seen.add(article)
        return False

    def by_outlet(self, s: Said, articles: Iterable[str]) -> list[str]:
        """Those of the articles that are by the outlet that this speaker is."""
        entity = self.entities.get(s.speaker or "")
        body = entity.name if entity and entity.type == "organisation" else ""
        names = [s.statement.speaker_text or "", body, *s.statement.via]
        return [a for a in articles if any(same_outlet(n, self.outlet.get(a)) for n in names)]


def _with_origins(claim: Claim, pile: _Pile) -> Claim:
    said = [pile.said[i] for i in claim.statements]
    articles = list(dict.fromkeys(s.statement.article for s in said))
    first = [s for s in said if not pile.descends(s.statement.article, articles)]
    sources: list[_Source] = []
    for s in [s for s in first if _says_it(s, first)] or first[:1]:
        _enter(sources, s, first, pile, articles)
    sources = sources or [_Source("unknown", "", set(), said[:1])]
    sources = [s for s in sources if not _own_words_of_another(s, sources, pile)]
    firm = [s for s in sources if not s.vague] or sources[:1]
    vague = [s for s in sources if s not in firm]
    copies = len(said) - len(first)
    origins = tuple(_origin(s, s in firm, copies if i == 0 else 0) for i, s in enumerate([*firm, *vague]))
    maybe = any(s.label and s.kind != "unknown" for s in vague)
    return replace(claim, origins=origins, independent_low=len(firm), independent_high=len(firm) + maybe)


def _says_it(s: Said, members: Sequence[Said]) -> bool:
    """Whether a member says the claim itself rather than something about it: its number, or much of its content."""
    if len(members) == 1:
        return True
    if s.bag.keys() & _evaluative():
        return False
    shared = Counter(n for m in members for n in m.numbers)
    wanted = {n for n, count in shared.items() if 2 * count > len(members)}
    if wanted and not wanted & s.numbers:
        return False
    return max(content(s, m) for m in members if m is not s) >= _SAYS_IT


def _enter(sources: list[_Source], s: Said, members: Sequence[Said], pile: _Pile, articles: Sequence[str]) -> None:
    """Count a statement to the source that it comes from, a new one if none of those known is it."""
    found = _source(s, members, pile, articles)
    if found is None:
        return
    same = [known for known in sources if known.keys & found.keys]
    for known in same:
        sources.remove(known)
        found.keys |= known.keys
        found.said = known.said + found.said
        found.vague = found.vague and known.vague
        found.kind, found.label = known.kind, known.label
    sources.append(found)


def _source(s: Said, members: Sequence[Said], pile: _Pile, articles: Sequence[str]) -> _Source | None:
    entity = pile.entities.get(s.speaker or "")
    here = s.statement.article
    if any(a != here for a in pile.by_outlet(s, articles)):
        return None  # it passes on another member of the claim
    wording = s.statement.speaker_text or ""
    nouns = [w.text for w in words(wording, [(0, len(wording))]) if w.text[0].isupper() and len(w.text) > 3]
    paper = next((n.casefold() for n in nouns if n.casefold().endswith(_documents())), None)
    hearsay = bool(nouns) and stem(nouns[0]) in _hearsay() and not (entity and paper)
    if entity and not entity.anonymous and not hearsay:
        kind: OriginKind = "own_reporting" if pile.by_outlet(s, [here]) else "document" if paper else "utterance"
        return _Source(kind, entity.name, set(s.sides) or {entity.id}, [s])
    stems = {stem(n) for n in nouns} - _vague() if not hearsay else set()
    if _passed_on(s, stems, members, pile):
        return None
    if paper and stems:
        return _Source("document", wording, {f"paper/{paper}"}, [s])
    keys = {f"{here}/{t}" for t in sorted(stems)} or {"?"}
    return _Source("utterance" if wording else "unknown", wording, keys, [s], not stems, True)


def _passed_on(s: Said, stems: set[str], members: Sequence[Said], pile: _Pile) -> bool:
    """Whether an unnamed source is one that another member's article, which this one cites, has brought."""
    for m in members:
        if (s.statement.article, m.statement.article) in pile.cited and (
            not stems or stems & m.name or content(s, m) >= _SAME_WORDS
        ):
            return True
    return False


def _own_words_of_another(source: _Source, sources: Sequence[_Source], pile: _Pile) -> bool:
    """Whether a newsroom's own words only repeat a source that the same article names."""
    if source.kind != "own_reporting":
        return False
    here = {s.statement.article for s in source.said}
    return any(o is not source and o.said and here & {s.statement.article for s in o.said} for o in sources)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["source"][name].split())


def _vague() -> frozenset[str]:
    return _table("vague")


@cache
def _documents() -> tuple[str, ...]:
    return tuple(language("de").table("story")["source"]["documents"].split())


def _hearsay() -> frozenset[str]:
    return _table("hearsay")


def _evaluative() -> frozenset[str]:
    return _table("evaluative")


def _origin(source: _Source, certain: bool, copies: int) -> Origin:
    articles = tuple(dict.fromkeys(s.statement.article for s in source.said))
    statements = counted("statements", len(source.said))
    why = reason("origin", _why(source), statements=statements, articles=counted("articles", len(articles)))
    if copies:
        why += "; " + counted("copies", copies)
    label = source.label or reason("origin", "unnamed")
    return Origin(label, source.kind, articles, why, tuple(s.statement.id for s in source.said), certain)


def _why(source: _Source) -> str:
    if not source.label:
        return "none"
    if source.vague:
        return "vague"
    if source.kind in ("own_reporting", "document"):
        return source.kind
    if source.anonymous:
        return "anonymous"
    return "repeated" if len(source.said) > 1 else "speaker"
