"""Claims: statements across articles that say the same, and those that deny them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quellenlage.model import Analysis, Claim, Derivation, Story
from quellenlage.story._citations import same_outlet
from quellenlage.story._denials import attach, same_side
from quellenlage.story._linkage import cluster
from quellenlage.story._reasons import reason
from quellenlage.story._similarity import Said, alike, candidates, read_statements

_SAME = 0.25  # average similarity within a claim; flat from .22 to .27 on the development stories
_DENIED = 0.10  # more than that for denials of one side in two articles to join their claims


def align(
    analyses: Sequence[Analysis], stories: Sequence[Story], derivations: Sequence[Derivation]
) -> tuple[Claim, ...]:
    """Claims, with the statements that make or deny them; origins not yet known. Each statement has a claim."""
    by_id = {a.article.id: a for a in analyses}
    return tuple(c for story in stories for c in _claims(story, [by_id[i] for i in story.articles]))


def _claims(story: Story, analyses: Sequence[Analysis]) -> Iterable[Claim]:
    said = read_statements(analyses)
    asserted = [s for s in said if s.statement.stance == "asserts"]
    pairs = ((i, j, alike(asserted[i], asserted[j])) for i, j in candidates(asserted))
    groups = [[asserted[i] for i in g] for g in cluster(len(asserted), pairs, _SAME)]
    claim_of = {s.place: k for k, g in enumerate(groups) for s in g}
    targets = attach(said, _outlets(analyses))
    denials: dict[int, list[Said]] = defaultdict(list)
    for s in said:
        if s.statement.stance == "denies" and s.place in targets:
            denials[claim_of[targets[s.place]]].append(s)
    merged = _merge_denied(groups, denials)
    for group, against in merged:
        yield _claim(story, group, against)
    for s in said:
        if s.place not in claim_of and s.place not in targets:
            yield _claim(story, [s], [])


def _outlets(analyses: Sequence[Analysis]) -> frozenset[str]:
    return frozenset(
        e.id for a in analyses for e in a.entities
        if e.type == "organisation" and any(same_outlet(e.name, b.article.outlet) for b in analyses)
    )  # fmt: skip


def _merge_denied(groups: list[list[Said]], denials: dict[int, list[Said]]) -> list[tuple[list[Said], list[Said]]]:
    """Claims that one side denies in two articles with like words are one."""
    up = list(range(len(groups)))

    def root(k: int) -> int:
        while up[k] != k:
            k = up[k]
        return k

    denied = sorted(denials)
    for i, a in enumerate(denied):
        for b in denied[i + 1 :]:
            if root(a) != root(b) and _common_denial(denials[a], denials[b], groups[a], groups[b]):
                up[max(root(a), root(b))] = min(root(a), root(b))
    out: dict[int, tuple[list[Said], list[Said]]] = {}
    for k, group in enumerate(groups):
        mine, against = out.setdefault(root(k), ([], []))
        mine += group
        against += denials.get(k, [])
    return [out[k] for k in sorted(out)]


def _common_denial(a: Sequence[Said], b: Sequence[Said], made: Sequence[Said], other: Sequence[Said]) -> bool:
    if not any(same_side(x, y) and x.article != y.article for x in a for y in b):
        return False
    pairs = [alike(x, y) for x in made for y in other]
    return max(pairs) >= _SAME + _DENIED


def _claim(story: Story, group: Sequence[Said], against: Sequence[Said]) -> Claim:
    members = tuple(s.statement.id for s in sorted(group, key=lambda s: s.place))
    denied = tuple(s.statement.id for s in sorted(against, key=lambda s: s.place))
    articles = tuple(dict.fromkeys(s.statement.article for s in sorted([*group, *against], key=lambda s: s.place)))
    key = hashlib.sha256("\n".join(sorted(members)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    why = (
        reason("claim", "alone")
        if len(group) == 1
        else reason("claim", "alike", count=len(group), words=_shared(group))
    )
    if against:
        why += "; " + reason("claim", "denied", count=len(against))
    return Claim("c" + key, story.id, _wording(group), members, denied, articles, (), 1, 1, why)


def _shared(group: Sequence[Said]) -> str:
    total: dict[str, float] = defaultdict(float)
    for s in group:
        for t, w in s.bag.items():
            total[t] += w
    return ", ".join(sorted(total, key=lambda t: (-total[t], t))[:4])


def _wording(group: Sequence[Said]) -> str:
    """The clearest wording: the one most like all others, neither a fragment nor long."""

    def clear(s: Said) -> tuple[float, int]:
        central = sum(alike(s, o) for o in group if o is not s) / max(1, len(group) - 1)
        return (round(central - 0.1 * (len(s.bag) < 4) - 0.001 * max(0, len(s.text) - 160), 6), -s.place)

    return max(group, key=clear).text
