"""Whose word the statements of a claim are: each speaker, document or newsroom once, and who is only vaguely named."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from quellenlage.language import language
from quellenlage.language.agents import agents
from quellenlage.model import Analysis, Series
from quellenlage.model.ledger import OriginKind
from quellenlage.story._confirmations import confirms, points_back
from quellenlage.story._days import days_between
from quellenlage.story._sides import nameless
from quellenlage.story._similarity import Said, content, read_statements
from quellenlage.story._words import forms, stem

_SAYS_IT = 0.2  # likeness to another member from which one counts as an origin, not as a remark on it
_TELLS = 0.4  # likeness to what another source says from which one surely backs it; .45 loses more true ones than false
_QUOTED, _RUN = 5, 12  # words in a row, quoted or not, that are one utterance whoever it is given to
_SURELY = 0.6  # of a statement's weight that another without a number must hold to back it surely
_DAYS = 7  # within which two who say the same without a number speak of one thing
_LOOKED = 30  # other sources, and statements of each, that are asked: bounds a claim of hundreds
_SAME_WORDS = 0.6  # likeness from which an unnamed source quoted elsewhere is the same utterance

Counts = Mapping[str, AbstractSet[tuple[str, float]]]
"""Of each statement what it counts: (series, value)."""
_NO_COUNT: frozenset[tuple[str, float]] = frozenset()


@dataclass(eq=False)
class Source:
    """One origin while it is put together. `keys` are entity ids and wordings that mean it."""

    kind: OriginKind
    label: str
    keys: set[str]
    said: list[Said]
    vague: bool = False
    anonymous: bool = False
    bare: bool = False  # someone whose office is within a house that the texts don't name with it
    body: bool = False
    akin: bool = False  # says something like another source, but not surely the same
    loose: bool = False  # a body called by a noun that could be any body's ("der Konzern")


class Pile:
    """What a story's origins are told from: statements, entities, outlets, and who descends from or cites whom."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        source: Mapping[str, str],
        cited: Mapping[str, Iterable[str]],
        further: Mapping[str, Collection[str]],
        series: Iterable[Series] = (),
    ) -> None:
        self.said = {s.statement.id: s for s in read_statements(analyses, source, further)}
        self.entities = {e.id: e for a in analyses for e in a.entities}
        self.issued = {a.article.id for a in analyses if a.article.issuer}  # the text of no newsroom
        self.articles = [a.article for a in analyses]
        self.source, self.cited = source, cited
        self.counts = _counts(analyses, series)

    def descends(self, article: str, articles: Collection[str]) -> bool:
        """Whether an article descends from one of these."""
        seen = {article}
        while (article := self.source.get(article, article)) not in seen:
            if article in articles:
                return True
            seen.add(article)
        return False


def _counts(analyses: Iterable[Analysis], series: Iterable[Series]) -> dict[str, set[tuple[str, float]]]:
    """What each statement counts: (series, value) of its figures that can be compared with others."""
    home = {f: s.id for s in series for f in s.figures}
    counts: dict[str, set[tuple[str, float]]] = defaultdict(set)
    for f in (f for a in analyses for f in a.figures if f.id in home):
        value = f.low if f.low is not None else f.high
        if f.statement is not None and value is not None:
            counts[f.statement].add((home[f.id], value))
    return counts


class Members:
    """The statements of a claim whose articles descend from none of its others, as its origins are told from them."""

    def __init__(self, said: Sequence[Said], pile: Pile) -> None:
        articles = {s.statement.article: s.carriers for s in said}
        self.pile = pile
        first = [s for s in said if not pile.descends(s.statement.article, articles)]
        self.copies = len(said) - len(first)
        inner = _passed_within(first)
        self.said = [s for s in first if s.place not in inner]
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


def _passed_within(said: Sequence[Said]) -> set[int]:
    """Places of the statements that stand within an earlier or longer one of their article, whose speaker passes on."""
    quoted = [s for s in said if s.statement.quote]
    quoted.sort(key=lambda s: (s.article, s.statement.quote[0].start, -s.statement.quote[-1].end, s.place))
    inner, article, reach = set(), -1, 0
    for s in quoted:
        if s.article != article:
            article, reach = s.article, 0
        if s.statement.quote[0].start < reach:
            inner.add(s.place)
        reach = max(reach, s.statement.quote[-1].end)
    return inner


def _says_it(s: Said, members: Members) -> bool:
    """Whether a member says the claim itself rather than something about it: its number, or much of its content."""
    if len(members.said) == 1:
        return True
    if confirms(s) and points_back(s):
        return True
    if s.bag.keys() & _evaluative() or any(p in s.text.casefold() for p in _judging()):
        return False
    if members.numbers and not members.numbers & s.numbers:
        return False
    return any(content(s, m) >= _SAYS_IT for m in members.said if m is not s)


def sources_of(members: Members) -> list[Source]:
    """The sources of a claim, each body and person once, in the order in which each was last heard."""
    said = [s for s in members.said if _says_it(s, members)] or members.said[:1]
    return _without_own_words(_loosely_joined(_of_one_house(_heard(said, members)), members.pile))


def _loosely_joined(sources: list[Source], pile: Pile) -> list[Source]:
    """The sources; who doesn't surely say what any other says, and confirms nothing, only widens the range."""
    firm = [s for s in sources if not s.vague]
    loose = [s for s in firm if not any(_tells(x, s, firm, pile) for x in s.said)] if len(firm) > 1 else []
    loose = loose if len(loose) < len(firm) else loose[1:]
    for s in [*loose, *_namesakes([s for s in firm if s not in loose])]:
        s.vague = s.akin = True
    return sources


def _namesakes(sources: Sequence[Source]) -> list[Source]:
    """The unnamed sources called what an earlier one is in another article: "ein Techniker" may be the same."""
    called: set[str] = set()
    found = []
    for s in (s for s in sources if s.anonymous):
        nouns = {k.rpartition("/")[2] for k in s.keys if "/" in k}
        if nouns & called:
            found.append(s)
        called |= nouns
    return found


def _tells(s: Said, own: Source, others: Sequence[Source], pile: Pile) -> bool:
    if confirms(s) and points_back(s):
        return True
    told = (o for other in others[:_LOOKED] if other is not own for o in other.said[:_LOOKED])
    told = (o for o in told if o.article != s.article)  # an article tells one thing twice: in its heading and below
    return any(content(s, o) >= _TELLS and _deed(s) == _deed(o) and _surely(s, o, pile) for o in told)


def _surely(a: Said, b: Said, pile: Pile) -> bool:
    """Whether two statements count the same thing alike, or else one says, in those days, nearly all that the other
    says.
    """
    if a.numbers and b.numbers and {unit for unit, _ in a.numbers & b.numbers} != {"percent"}:  # half of what?
        return bool(pile.counts.get(a.statement.id, _NO_COUNT) & pile.counts.get(b.statement.id, _NO_COUNT))
    if days_between(pile.articles[a.article], pile.articles[b.article]) > _DAYS:
        return False
    return max(_covered(a, b), _covered(b, a)) >= _SURELY


def _covered(a: Said, b: Said) -> float:
    """The share of a statement's weight that another holds; of a single word none, unless both deny it."""
    told = len(a.bag) > 1 or (a.negated and b.negated)
    return math.fsum(w * w for s, w in a.bag.items() if s in b.bag) if told else 0.0


def _deed(s: Said) -> int | None:
    """Which deed a summary of a speech act tells ("hat Aufklärung versprochen"), None where something is asserted."""
    if s.statement.type != "reported":
        return None
    spoken = [w.casefold() for w in forms(f"{s.statement.cue or ''} {s.text}")]
    return next((_deeds()[w] for w in spoken if w in _deeds()), None)


@cache
def _deeds() -> dict[str, int]:
    lines = language("de").table("story")["source"]["deeds"]
    return {w: n for n, line in enumerate(lines) for w in line.split()}


def _heard(said: Sequence[Said], members: Members) -> list[Source]:
    heard: dict[int, Source] = {}
    place: dict[str, int] = {}  # of each key's source in `heard`
    for n, s in enumerate(said):
        found = _source(s, members)
        if found is None:
            continue
        found.keys |= _wordings(s)
        same = [heard.pop(i) for i in sorted({place[k] for k in found.keys if k in place})]
        heard[n] = _joined(same, found)
        place.update(dict.fromkeys(heard[n].keys, n))
    return list(heard.values())


def _wordings(s: Said) -> set[str]:
    """What no two sides say alike by chance: runs of words, shorter ones in quotation marks, and a whole quotation."""
    if confirms(s):
        return set()
    direct = s.statement.type == "direct"
    said, run = [w.casefold() for w in forms(s.text)], _QUOTED if direct else _RUN
    found = {" ".join(said[i : i + run]) for i in range(len(said) - run + 1)}
    return found | ({" ".join(said)} if direct and len(said) > 1 else set())


def _joined(same: Sequence[Source], found: Source) -> Source:
    """One source of those that are the same; it is called what the one last heard is called."""
    if not same:
        return found
    *others, into = same
    for other in [*reversed(others), found]:
        into.said += other.said
        into.keys |= other.keys
        into.vague = into.vague and other.vague
    return into


def _source(s: Said, members: Members) -> Source | None:
    pile = members.pile
    entity = pile.entities.get(s.speaker or "")
    here = s.statement.article
    if members.elsewhere(s):
        return None  # it passes on another member of the claim
    wording = s.statement.speaker_text or ""
    nouns = [w for w in forms(wording.partition("(")[0]) if w[0].isupper() and len(w) > 3]
    paper = next((n.casefold() for n in nouns if n.casefold().endswith(_documents())), None)
    hearsay = bool(nouns) and stem(nouns[0]) in _hearsay() and not (entity and paper)
    if not entity and _only(nouns, "utterances") and len(members.said) > 1:
        return None  # whose declaration it is, another member tells
    if entity and not entity.anonymous and not hearsay:
        person = entity.type == "person"
        kind: OriginKind = "utterance"
        if s.carriers & s.credited and here not in pile.issued:
            kind = "own_reporting"
        elif paper and not person:
            kind = "document"
        if not person and _only(nouns, "officials"):
            return Source("utterance", wording, {entity.id}, [s], vague=True)
        bodies = [pile.entities[i] for i in s.sides if i != entity.id and i in pile.entities]
        bare = person and _in_house(entity.role or "") and all(nameless(b) or _organ(b.name) for b in bodies)
        loose = kind == "utterance" and nameless(entity)
        keys = {*(s.sides or {entity.id}), "".join(filter(str.isalnum, entity.name)).casefold()}
        return Source(kind, entity.name, keys, [s], bare=bare, body=not person and kind == "utterance", loose=loose)
    stems = {stem(n) for n in nouns} - _vague() if not hearsay else set()
    if _passed_on(s, stems, members):
        return None
    if paper and stems:
        return Source("document", wording, {f"paper/{paper}"}, [s])
    keys = {f"{here}/{t}" for t in sorted(stems)} or {"?"}
    vague = not stems or _only(nouns, "officials") or not _someone(wording)
    return Source("utterance" if wording else "unknown", wording, keys, [s], vague, True)


def _someone(wording: str) -> bool:
    """Whether the phrase of an unnamed source has a noun for people, a body or their words: no "der Verdacht"."""
    return any(agents(language("de")).noun(w) for w in forms(wording) if w[0].isupper())


def _in_house(role: str) -> bool:
    """Whether an office is one within a house ("Finanzvorstand"), which a report names once and then no more."""
    endings = tuple(language("de").table("story")["office"]["house"].split())
    return any(w.casefold().endswith(endings) for w in forms(role))


def _organ(name: str) -> bool:
    """Whether a body is one within a house ("der Aufsichtsrat"), which a report seldom names with it."""
    organs = tuple(language("de").table("story")["office"]["organs"].split())
    return name.casefold().rpartition(" ")[2].endswith(organs)


def _of_one_house(sources: Sequence[Source]) -> list[Source]:
    """The sources; those who hold an office in an unnamed house are one, and perhaps one with a single body."""
    bare = [s for s in sources if s.bare]
    named = [s for s in sources if not s.bare and s.kind == "utterance" and not s.vague and not s.anonymous]
    for s in named:
        s.vague = s.loose and len(named) + len(bare) > 1
    if not bare:
        return list(sources)
    house = _joined(bare[1:], bare[0]) if len(bare) > 1 else bare[0]
    house.vague = len(named) == 1 or any(s.body for s in named)
    return [s for s in sources if s is house or not s.bare]


def _passed_on(s: Said, stems: set[str], members: Members) -> bool:
    """Whether an unnamed source is one that another member's article, which this one cites, has brought."""
    for cited in members.pile.cited.get(s.statement.article, ()):
        for m in members.of.get(cited, ()):
            if not stems or stems & m.name or content(s, m) >= _SAME_WORDS:
                return True
    return False


def _without_own_words(sources: Sequence[Source]) -> list[Source]:
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


def _judging() -> list[str]:
    return list(language("de").table("story")["source"]["judging"])
