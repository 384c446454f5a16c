"""How many independent origins stand behind a claim, and why they are counted so.

An origin is one speaker, document or newsroom: copies collapse into the text that they come from, a quoted outlet into
its own article, a person and the body that it speaks for into one. What is named only vaguely widens the range.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quellenlage.language import language
from quellenlage.model import Analysis, Citation, Claim, Derivation, Origin
from quellenlage.model.ledger import OriginKind
from quellenlage.story._confirmations import confirms, points_back
from quellenlage.story._reasons import counted, reason
from quellenlage.story._similarity import Said, content, read_statements
from quellenlage.story._words import forms, stem

_NONE: Mapping[str, Collection[str]] = {}
_SAYS_IT = 0.1  # likeness to another member from which one counts as an origin, not as a remark on it
_SAME_WORDS = 0.6  # likeness from which an unnamed source quoted elsewhere is the same utterance


@dataclass(eq=False)
class _Source:
    """One origin while it is put together. `keys` are entity ids and wordings that mean it."""

    kind: OriginKind
    label: str
    keys: set[str]
    said: list[Said]
    vague: bool = False
    anonymous: bool = False
    bare: bool = False  # someone whose office is within a house that the texts don't name with it


def find_origins(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
    further: Mapping[str, Collection[str]] = _NONE,
) -> tuple[Claim, ...]:
    """The same claims with their origins and the number of independent ones as a range.

    `further` are other outlets that have an article's text.
    """
    by_id = {a.article.id: (n, a) for n, a in enumerate(analyses)}
    source = {d.article: d.source for d in derivations}
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for c in citations:
        if c.cited:
            cited[c.article][c.cited] = None
    made: dict[int, Claim] = {}
    for places in _by_story(claims):
        articles = {i for p in places for i in claims[p].articles}
        pile = _Pile([a for _, a in sorted((by_id[i] for i in articles), key=lambda n: n[0])], source, cited, further)
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

    def __init__(
        self,
        analyses: Sequence[Analysis],
        source: Mapping[str, str],
        cited: Mapping[str, Iterable[str]],
        further: Mapping[str, Collection[str]],
    ) -> None:
        self.said = {s.statement.id: s for s in read_statements(analyses, source, further)}
        self.entities = {e.id: e for a in analyses for e in a.entities}
        self.source, self.cited = source, cited

    def descends(self, article: str, articles: Collection[str]) -> bool:
        """Whether an article descends from one of these."""
        seen = {article}
        while (article := self.source.get(article, article)) not in seen:
            if article in articles:
                return True
            seen.add(article)
        return False


class _Members:
    """The statements of a claim whose articles descend from none of its others, as its origins are told from them."""

    def __init__(self, said: Sequence[Said], pile: _Pile) -> None:
        articles = {s.statement.article: s.carriers for s in said}
        self.pile = pile
        self.said = [s for s in said if not pile.descends(s.statement.article, articles)]
        self.of: dict[str, list[Said]] = defaultdict(list)
        self.by: dict[str, dict[str, None]] = defaultdict(dict)
        for s in self.said:
            self.of[s.statement.article].append(s)
        for article, carriers in articles.items():
            for outlet in carriers:
                self.by[outlet][article] = None
        shared = Counter(n for s in self.said for n in s.numbers)
        self.numbers = {n for n, count in shared.items() if 2 * count > len(self.said)}

    def elsewhere(self, s: Said) -> bool:
        """Whether an article of the claim other than the statement's own is by the outlet that its speaker is."""
        return any(len(self.by[o]) > (s.statement.article in self.by[o]) for o in s.credited if o in self.by)


def _with_origins(claim: Claim, pile: _Pile) -> Claim:
    said = [pile.said[i] for i in claim.statements]
    members = _Members(said, pile)
    first = members.said
    sources = _sources([s for s in first if _says_it(s, members)] or first[:1], members)
    sources = _of_one_house(sources)
    sources = _without_own_words(sources or [_Source("unknown", "", set(), said[:1])])
    firm = [s for s in sources if not s.vague] or sources[:1]
    vague = [s for s in sources if s.vague and s not in firm[:1]]
    copies = len(said) - len(first)
    origins = tuple(_origin(s, i < len(firm), copies if i == 0 else 0) for i, s in enumerate([*firm, *vague]))
    maybe = any(s.label and s.kind != "unknown" for s in vague)
    return replace(claim, origins=origins, independent_low=len(firm), independent_high=len(firm) + maybe)


def _says_it(s: Said, members: _Members) -> bool:
    """Whether a member says the claim itself rather than something about it: its number, or much of its content."""
    if len(members.said) == 1:
        return True
    if confirms(s) and points_back(s):
        return True
    if s.bag.keys() & _evaluative():
        return False
    if members.numbers and not members.numbers & s.numbers:
        return False
    return any(content(s, m) >= _SAYS_IT for m in members.said if m is not s)


def _sources(said: Sequence[Said], members: _Members) -> list[_Source]:
    """The sources that the statements come from, in the order in which each was last heard."""
    heard: dict[int, _Source] = {}
    place: dict[str, int] = {}  # of each key's source in `heard`
    for n, s in enumerate(said):
        found = _source(s, members)
        if found is None:
            continue
        same = [heard.pop(i) for i in sorted({place[k] for k in found.keys if k in place})]
        heard[n] = _joined(same, found)
        place.update(dict.fromkeys(heard[n].keys, n))
    return list(heard.values())


def _joined(same: Sequence[_Source], found: _Source) -> _Source:
    """One source of those that are the same; it is called what the one last heard is called."""
    if not same:
        return found
    *others, into = same
    for other in [*reversed(others), found]:
        into.said += other.said
        into.keys |= other.keys
        into.vague = into.vague and other.vague
    return into


def _source(s: Said, members: _Members) -> _Source | None:
    pile = members.pile
    entity = pile.entities.get(s.speaker or "")
    here = s.statement.article
    if members.elsewhere(s):
        return None  # it passes on another member of the claim
    wording = s.statement.speaker_text or ""
    nouns = [w for w in forms(wording) if w[0].isupper() and len(w) > 3]
    paper = next((n.casefold() for n in nouns if n.casefold().endswith(_documents())), None)
    hearsay = bool(nouns) and stem(nouns[0]) in _hearsay() and not (entity and paper)
    if not entity and _only(nouns, "utterances") and len(members.said) > 1:
        return None  # whose declaration it is, another member tells
    if entity and not entity.anonymous and not hearsay:
        kind: OriginKind = "own_reporting" if s.carriers & s.credited else "document" if paper else "utterance"
        if entity.type == "group" and _only(nouns, "officials"):
            return _Source("utterance", wording, {entity.id}, [s], vague=True)
        bare = entity.type == "person" and len(s.sides) < 2 and _in_house(entity.role or "")
        return _Source(kind, entity.name, set(s.sides) or {entity.id}, [s], bare=bare)
    stems = {stem(n) for n in nouns} - _vague() if not hearsay else set()
    if _passed_on(s, stems, members):
        return None
    if paper and stems:
        return _Source("document", wording, {f"paper/{paper}"}, [s])
    keys = {f"{here}/{t}" for t in sorted(stems)} or {"?"}
    return _Source("utterance" if wording else "unknown", wording, keys, [s], not stems, True)


def _in_house(role: str) -> bool:
    """Whether an office is one within a house ("Finanzvorstand"), which a report names once and then no more."""
    endings = tuple(language("de").table("story")["office"]["house"].split())
    return any(w.casefold().endswith(endings) for w in forms(role))


def _of_one_house(sources: Sequence[_Source]) -> list[_Source]:
    """The sources; those who hold an office in an unnamed house are one, and perhaps one with a single body."""
    bare = [s for s in sources if s.bare]
    others = [s for s in sources if not s.bare and s.kind == "utterance" and not s.vague and not s.anonymous]
    if not bare:
        return list(sources)
    house = _joined(bare[1:], bare[0]) if len(bare) > 1 else bare[0]
    house.vague = len(others) == 1
    return [s for s in sources if s is house or not s.bare]


def _passed_on(s: Said, stems: set[str], members: _Members) -> bool:
    """Whether an unnamed source is one that another member's article, which this one cites, has brought."""
    for cited in members.pile.cited.get(s.statement.article, ()):
        for m in members.of.get(cited, ()):
            if not stems or stems & m.name or content(s, m) >= _SAME_WORDS:
                return True
    return False


def _without_own_words(sources: Sequence[_Source]) -> list[_Source]:
    """The sources without a newsroom's own words where they only repeat a source that the same article names."""
    articles = [{s.statement.article for s in source.said} for source in sources]
    holders = Counter(a for named in articles for a in named)
    return [
        source
        for source, named in zip(sources, articles, strict=True)
        if source.kind != "own_reporting" or all(holders[a] == 1 for a in named)
    ]


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["source"][name].split())


def _only(nouns: Sequence[str], name: str) -> bool:
    """Whether all of these nouns, of which there are some, end as the table says."""
    endings = tuple(language("de").table("story")["source"][name].split())
    return bool(nouns) and all(n.casefold().endswith(endings) for n in nouns)


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
    if source.bare and source.vague:
        return "house"
    if source.vague:
        return "vague"
    if source.kind in ("own_reporting", "document"):
        return source.kind
    if source.anonymous:
        return "anonymous"
    return "repeated" if len(source.said) > 1 else "speaker"
