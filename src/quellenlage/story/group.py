"""Which articles report on one course of events.

The articles of one language are compared by their capitalised words (in German nouns and names, elsewhere names):
what happened, where and to whom, weighed by how rare they are. Candidates come from an index of each article's
weightiest words; clusters of candidates are merged by average similarity, damped by the days that lie between them.
What is in another language than most joins a story by names and numbers.
"""

import hashlib
import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.language import supported
from quellenlage.model import Analysis, Article, Story
from quellenlage.story._abroad import Days, Settled, day_of, days_between, opening, proper_words, small_words, stranger
from quellenlage.story._boilerplate import Repeated, own_stretches, repeated
from quellenlage.story._reasons import reason
from quellenlage.story._words import Weights, background, forms, stem, stretches, words

Vector = dict[str, float]

_FEATURES = 40  # stems kept of an article
_KEYS = 14  # of these, how many look for candidates
_REACH = 12  # holders of a key, next in time, that become candidates
_NEIGHBOURS = 16  # candidates kept of an article
_LEAD = 600  # characters of body whose words count double, like the title's
_JOIN, _ONE, _FOLDER = 0.10, 0.045, 60  # a folder whose half is one story at .10 holds together down to .045
_MANY, _FEW = 0.10, 0.2  # in a larger pile: 0.20 for two single articles, 0.12 for eleven
_REST_MANY, _REST_FEW, _TOP = 0.02, 0.13, 4  # of these, without the four stems that the clusters share most
_NAMED = 5  # words that a story's reason names
_COMMON = 0.03  # share of articles from which a word is no story's own
_CALLS = 3  # uses of a story's own names that make a single article part of it
_HALF_LIFE = 14.0  # days between two clusters that halve their similarity


def group(analyses: Sequence[Analysis]) -> tuple[Story, ...]:
    """Stories of a set of analyses that stand in the ledger's order; each article is in exactly one."""
    articles = [a.article for a in analyses]
    days = [day_of(a) for a in articles]
    tongues = Counter(a.language for a in articles)
    vectors: list[Vector] = [{}] * len(articles)
    stories: dict[int, list[int]] = {}
    for code in sorted(tongues, key=lambda c: (-tongues[c], c)):
        here = [i for i, a in enumerate(articles) if a.language == code]
        small = small_words([articles[i] for i in here]) if stories or not supported(code) else frozenset[str]()
        found, of = _of_one_language([articles[i] for i in here], [days[i] for i in here], small, not stories)
        for i, v in zip(here, of, strict=True):
            vectors[i] = v
        known = _homes(articles, stories, here, small)
        for c in found:
            members = [here[i] for i in c.members]
            votes = Counter(known[i] for i in members if i in known)
            home = max(votes, key=lambda h: (votes[h], -h), default=members[0])
            if 2 * votes[home] <= len(members):
                home = members[0]
            stories.setdefault(home, []).extend(members)
    whole = sorted(sorted(members) for members in stories.values())
    return tuple(_story([articles[i] for i in of], [vectors[i] for i in of]) for of in whole)


def _homes(
    articles: Sequence[Article], stories: Mapping[int, Sequence[int]], here: Sequence[int], small: frozenset[str]
) -> dict[int, int]:
    """The story of each of these articles in another language, where one can be told."""
    if not stories:
        return {}
    strangers = {i: stranger(articles[i], small) for i in here}
    wanted = frozenset(k for s in strangers.values() for k in s.able)
    settled = Settled(articles, {i: home for home, members in stories.items() for i in members}, wanted)
    found = {i: settled.home(s) for i, s in strangers.items()}
    return {i: home for i, home in found.items() if home is not None}


def _of_one_language(
    articles: Sequence[Article], days: Sequence[Days | None], small: frozenset[str], first: bool
) -> tuple[list["_Cluster"], list[Vector]]:
    """Clusters and vectors of the articles in one language; only the pile's `first` language can make a folder."""
    known = repeated(articles)
    counts = [_features(a, known, small) for a in articles]
    vectors = _vectors(counts)
    clusters = _clusters(vectors, days, first)
    return _adopt(clusters, counts, vectors), vectors


def _vectors(counts: Sequence[Counter[str]]) -> list[Vector]:
    """Unit vectors of each article's weightiest stems."""
    weigh = Weights(Counter(s for c in counts for s in c), len(counts))
    return [_unit({s: math.log1p(n) * weigh(s) for s, n in c.items()}) for c in counts]


def _features(article: Article, known: Repeated, small: frozenset[str]) -> Counter[str]:
    if not supported(article.language):
        return Counter(stem(w.text) for w in proper_words(article, small))
    body = own_stretches(article, ("body", "caption"), known)
    counts = Counter(_stems(article.text, body))
    counts.update(_stems(article.text, opening(body, _LEAD)))
    counts.update(2 * list(_stems(article.text, stretches(article, ("title",)))))
    return counts


def _stems(text: str, within: Iterable[tuple[int, int]]) -> Iterable[str]:
    return (stem(w) for w in forms(text, within) if w[0].isupper() and len(w) > 1)


def _unit(weights: Vector) -> Vector:
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_FEATURES]
    norm = math.sqrt(sum(w * w for _, w in best)) or 1.0
    return {s: w / norm for s, w in best if w > 0}


def _edges(vectors: Sequence[Vector]) -> set[tuple[int, int]]:
    """Pairs of articles worth comparing: for each article the likest of those that share one of its key stems."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, v in enumerate(vectors):
        for s in list(v)[:_KEYS]:
            holders[s].append(i)
    near: list[set[int]] = [set() for _ in vectors]
    for of in holders.values():
        for place, i in enumerate(of):
            near[i].update(of[place + 1 : place + 1 + _REACH])
    likest: list[list[tuple[float, int]]] = [[] for _ in vectors]
    for i, others in enumerate(near):
        for j in sorted(others):
            like = _dot(vectors[i], vectors[j])
            if like > _ONE / 2:
                likest[i].append((-like, j))
                likest[j].append((-like, i))
    return {(min(i, j), max(i, j)) for i, best in enumerate(likest) for _, j in heapq.nsmallest(_NEIGHBOURS, best)}


def _dot(a: Vector, b: Vector) -> float:
    return math.fsum(_products(a, b))


def _products(a: Vector, b: Vector) -> Iterable[float]:
    if len(a) > len(b):
        a, b = b, a
    return (w * b[s] for s, w in a.items() if s in b)


@dataclass
class _Cluster:
    members: list[int]
    total: Vector
    days: Days | None
    near: set[int] = field(default_factory=set)

    def like(self, other: "_Cluster", without: int = 0) -> float:
        """Average similarity of the members of two clusters, damped by the days between them.

        `without` leaves out so many of the stems that they share most: one name alone is no course of events.
        """
        shared = _dot(self.total, other.total)
        if without:
            shared -= math.fsum(heapq.nlargest(without, _products(self.total, other.total)))
        average = shared / (len(self.members) * len(other.members))
        return average * math.pow(0.5, days_between(self.days, other.days) / _HALF_LIFE)

    def near_in_time(self, other: "_Cluster") -> bool:
        """Whether no more than a month lies between them."""
        return days_between(self.days, other.days) <= _HALF_LIFE


def _clusters(vectors: Sequence[Vector], days: Sequence[Days | None], folder: bool) -> list[_Cluster]:
    """Clusters of the articles: a folder that is mostly on one story is held together, a large pile kept apart."""
    edges = _edges(vectors)

    def merged(few: float, many: float) -> list[_Cluster]:
        singles = [_Cluster([i], dict(v), days[i]) for i, v in enumerate(vectors)]
        return _merge(singles, edges, few, many)

    if folder and len(vectors) <= _FOLDER:
        clusters = merged(0.0, _JOIN)
        largest = max((len(c.members) for c in clusters), default=0)
        return merged(0.0, _ONE) if 2 * largest >= len(vectors) else clusters
    return merged(_FEW, _MANY)


def _merge(clusters: list[_Cluster], edges: Iterable[tuple[int, int]], few: float, many: float) -> list[_Cluster]:
    """Average-linkage clusters over the candidate pairs, in order of their first member.

    Two clusters need a similarity of `many`, and `few` shared among their articles on top: of few articles more.
    """
    alive: dict[int, _Cluster] = dict(enumerate(clusters))
    heap: list[tuple[float, int, int]] = []
    for i, j in edges:
        alive[i].near.add(j)
        alive[j].near.add(i)
        heap.append((-alive[i].like(alive[j]), i, j))
    heapq.heapify(heap)
    fresh = len(clusters)
    while heap and -heap[0][0] >= many:
        like, i, j = heapq.heappop(heap)
        if i in alive and j in alive:
            a, b = alive[i], alive[j]
            size = len(a.members) + len(b.members)
            broad = not few or a.like(b, _TOP) >= _REST_MANY + _REST_FEW / size
            if -like >= many + few / size and broad:
                _join(alive, i, j, fresh, heap)
                fresh += 1
    return sorted(alive.values(), key=lambda c: c.members[0])


def _join(alive: dict[int, _Cluster], i: int, j: int, key: int, heap: list[tuple[float, int, int]]) -> None:
    a, b = alive.pop(i), alive.pop(j)
    if len(a.total) < len(b.total):
        a, b = b, a
    for s, w in b.total.items():
        a.total[s] = a.total.get(s, 0.0) + w
    days = [d for c in (a, b) if c.days for d in c.days]
    new = _Cluster(sorted(a.members + b.members), a.total, (min(days), max(days)) if days else None)
    new.near = {n for n in a.near | b.near if n in alive}
    alive[key] = new
    for n in new.near:
        alive[n].near.add(key)
        heapq.heappush(heap, (-new.like(alive[n]), n, key))


def _adopt(clusters: Sequence[_Cluster], counts: Sequence[Counter[str]], vectors: Sequence[Vector]) -> list[_Cluster]:
    """Give single articles to the story whose own names they use: a reportage or a shop's advice shares little else."""
    owner = _own_names(clusters, vectors)
    homes = {c.members[0]: c for c in clusters}
    for c in clusters:
        if len(c.members) > 1:
            continue
        (i,) = c.members
        votes: Counter[int] = Counter()
        for s, n in counts[i].items():
            if s in owner:
                votes[owner[s]] += n
        home = homes.get(max(votes, key=lambda k: (votes[k], -k), default=i), c)
        if home is not c and votes[home.members[0]] >= max(_CALLS, 0.7 * votes.total()) and c.near_in_time(home):
            home.members.append(i)
            del homes[i]
    for c in homes.values():
        c.members.sort()
    return sorted(homes.values(), key=lambda c: c.members[0])


def _own_names(clusters: Sequence[_Cluster], vectors: Sequence[Vector]) -> dict[str, int]:
    """Stems that most articles of one story hold and hardly any other article, with the story's first member."""
    common = background("de")
    holders = Counter(s for v in vectors for s in v)
    owner: dict[str, int] = {}
    for c in clusters:
        if len(c.members) < 3:
            continue
        mine = Counter(s for i in c.members for s in vectors[i])
        for s, n in mine.items():
            if 2 * n >= len(c.members) and n >= 0.8 * holders[s] and common.get(s, 0.0) < _COMMON:
                owner[s] = c.members[0]
    return owner


def _story(articles: Sequence[Article], vectors: Sequence[Vector]) -> Story:
    total: Vector = {}
    for v in vectors:
        for s, w in v.items():
            total[s] = total.get(s, 0.0) + w
    central = max(range(len(articles)), key=lambda i: (bool(articles[i].title), _dot(vectors[i], total), -i))
    title = articles[central].title or _opening(articles[central])
    return Story(
        _story_id(articles), title, tuple(a.id for a in articles), _why(articles[central], len(articles), total)
    )


def _why(central: Article, articles: int, total: Vector) -> str:
    """What holds the story together: its weightiest stems, in the words of its most central article."""
    if articles == 1:
        return reason("group", "single")
    forms: dict[str, str] = {}
    for w in words(central.text, stretches(central)):
        if w.text[0].isupper():
            forms.setdefault(stem(w.text), w.text)
    top = sorted((s for s in total if s in forms), key=lambda s: (-total[s], s))[:_NAMED]
    return reason("group", "several", words=", ".join(forms[s] for s in top))


def _opening(article: Article) -> str:
    return " ".join(article.text[:400].split())[:80]


def _story_id(articles: Sequence[Article]) -> str:
    return (
        "s"
        + hashlib.sha256("\n".join(sorted(a.id for a in articles)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    )
