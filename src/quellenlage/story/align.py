"""Claims: statements across articles that say the same, and those that deny them."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from quellenlage.model import Analysis, Claim, Derivation, Story
from quellenlage.story._citations import same_outlet
from quellenlage.story._confirmations import confirmed, confirms
from quellenlage.story._denials import attach, hollow, same_side, subject_shared
from quellenlage.story._linkage import cluster
from quellenlage.story._reasons import counted, reason
from quellenlage.story._similarity import (
    Said,
    alike,
    candidates,
    content,
    contradict,
    families,
    read_statements,
    rivals,
)
from quellenlage.story._wording import clearest, common_words

_NONE: Mapping[str, Collection[str]] = {}
_SAME = 0.33  # nearly average similarity within a claim; .30 joins a tenth more unlike pairs for hardly more right ones
_SAME_WORDS = 0.5  # content in common from which one side says the same, whether or not to deny something
_REACH = 30  # denials of one side, and members of a claim, that are looked at: bounds 500 copies of one text
_SAME_DENIAL = 0.3  # of what a denial tells, in another by the same side: .2 to .36 give the same claims


def align(
    analyses: Sequence[Analysis],
    stories: Sequence[Story],
    derivations: Sequence[Derivation],
    further: Mapping[str, Collection[str]] = _NONE,
) -> tuple[Claim, ...]:
    """Claims, with the statements that make or deny them; origins not yet known. Each statement has a claim.

    Articles of a story that are not among the analyses are left out. `further` are other outlets that have an article's
    text.
    """
    by_id = {a.article.id: a for a in analyses}
    family = families(derivations)
    return tuple(
        c
        for story in stories
        for c in _claims(story, [by_id[i] for i in story.articles if i in by_id], family, further)
    )


def _claims(
    story: Story, analyses: Sequence[Analysis], family: Mapping[str, str], further: Mapping[str, Collection[str]]
) -> Iterable[Claim]:
    said = read_statements(analyses, family, further)
    outer = _outer(said)
    mute = outer.keys() | {s.place for s in said if s.statement.stance == "denies" and hollow(s)}
    near: dict[int, list[int]] = defaultdict(list)
    confirming = {s.place for s in said if confirms(s)}
    shared: dict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int, float]] = []
    for i, j in candidates([s for s in said if s.twin == s.place]):
        a, b = said[i], said[j]
        if i in confirming:
            shared[i].append(j)
        if j in confirming:
            shared[j].append(i)
        if not {i, j} & mute and _comparable(a, b):
            if not contradict(a, b):
                pairs.append((i, j, alike(a, b)))
            elif a.statement.stance == "asserts":
                against = bool(a.refuted & b.numbers) or (a.negated and not b.refuted & a.numbers)
                near[i if against else j].append(j if against else i)
        if a.statement.stance == "denies":
            near[i].append(j)
        if b.statement.stance == "denies":
            near[j].append(i)
    near |= {s.place: near[s.twin] for s in said if s.twin in near}
    groups = _with_nested([[said[i] for i in g] for g in cluster(len(said), pairs, _SAME)], said, outer)
    groups = confirmed(said, groups, shared)
    targets = attach(said, groups, near, _outlets(analyses, further))
    yield from _assemble(story, analyses, said, groups, targets)


def _comparable(a: Said, b: Said) -> bool:
    """Whether both assert or both deny, or one side says the same and it passes for a denial only once.

    A denial never backs what another side says, however alike the words and the number are.
    """
    stances = {a.statement.stance, b.statement.stance}
    if "declines" in stances or rivals(a, b):
        return False
    return len(stances) == 1 or (content(a, b) >= _SAME_WORDS and a.negated == b.negated and same_side(a, b))


def _outer(said: Sequence[Said]) -> dict[int, int]:
    """Place of each statement that goes with another → that other: what it is quoted within, else its first twin.

    A twin that is itself quoted within the statement is left out, so that no way along the places is a circle.
    """
    outer = _nested(said)
    for s in said:
        if s.twin != s.place and s.place not in outer and _outermost(s.twin, outer) != s.place:
            outer[s.place] = s.twin
    return outer


def _outermost(place: int, outer: Mapping[int, int]) -> int:
    """The end of the way from one statement to what it goes with."""
    while place in outer:
        place = outer[place]
    return place


def _nested(said: Sequence[Said]) -> dict[int, int]:
    """Place of each phrase quoted within a statement of the same speaker → place of that statement."""
    outer: dict[int, int] = {}
    for s in said:
        around = [*said[max(0, s.place - 3) : s.place], *said[s.place + 1 : s.place + 2]]
        for other in around:
            if other.place not in outer and _within(s, other) and s.speaker in (other.speaker, None):
                outer[s.place] = other.place
    return outer


def _within(s: Said, other: Said) -> bool:
    if s.article != other.article or s.statement.stance != other.statement.stance:
        return False
    parts = other.statement.quote
    length = sum(q.end - q.start for q in s.statement.quote)
    inside = all(any(p.start <= q.start and q.end <= p.end for p in parts) for q in s.statement.quote)
    return inside and 0 < length < sum(p.end - p.start for p in parts)


def _with_nested(groups: list[list[Said]], said: Sequence[Said], outer: Mapping[int, int]) -> list[list[Said]]:
    """The groups, with each phrase in the group of the statement that it is quoted within."""
    kept = [g for g in groups if g[0].place not in outer]
    group_of = {s.place: g for g in kept for s in g}
    for place, around in sorted(outer.items()):
        group_of[_outermost(around, outer)].append(said[place])
    return kept


def _assemble(
    story: Story,
    analyses: Sequence[Analysis],
    said: Sequence[Said],
    groups: Sequence[list[Said]],
    targets: Mapping[int, int],
) -> Iterable[Claim]:
    """Claims of the groups; denials that say no more than no head none, unless they deny nothing that we know."""
    group_of = {s.place: k for k, g in enumerate(groups) for s in g}
    denials: dict[int, list[Said]] = defaultdict(list)
    for place, target in targets.items():
        denials[target].append(said[place])
        follower = _follower(said, place, targets)
        if follower and all(_alone(s, follower) for s in groups[group_of[follower.place]]):
            denials[target].append(follower)
    for group, against in _merge_denied(groups, denials):
        if against or not all(s.place in targets and hollow(s) for s in group):
            yield _claim(story, group, against, analyses)


def _alone(s: Said, other: Said) -> bool:
    """Whether nobody but the speaker of a statement says it: the other is itself or in a copy."""
    return s.family == other.family and s.speaker == other.speaker


def _follower(said: Sequence[Said], place: int, targets: Mapping[int, int]) -> Said | None:
    """The statement right after a plain no that carries it on: what the same side asserts instead."""
    if place + 1 >= len(said):
        return None
    here, after = said[place], said[place + 1]
    if after.article != here.article or after.statement.stance != "asserts" or after.place in targets:
        return None
    return after if hollow(here) and after.speaker is not None and after.speaker == here.speaker else None


def _outlets(analyses: Sequence[Analysis], further: Mapping[str, Collection[str]]) -> frozenset[str]:
    outlets = {o for a in analyses for o in (a.article.outlet, *further.get(a.article.id, ()))}
    bodies = {e.id: e.name for a in analyses for e in a.entities if e.type == "organisation"}
    return frozenset(i for i, name in bodies.items() if any(same_outlet(name, o) for o in outlets))


def _merge_denied(
    groups: Sequence[list[Said]], denials: Mapping[int, list[Said]]
) -> list[tuple[list[Said], list[Said]]]:
    """Claims that one side denies in two articles with like words are one."""
    up = list(range(len(groups)))

    def root(k: int) -> int:
        while up[k] != k:
            up[k] = up[up[k]]
            k = up[k]
        return k

    for a, b in _denied_by_one(denials):
        apart = {s.place for s in groups[a]}.isdisjoint(s.place for s in denials[b]) and {
            s.place for s in groups[b]
        }.isdisjoint(s.place for s in denials[a])
        if apart and root(a) != root(b) and _common_denial(denials[a], denials[b]):
            up[max(root(a), root(b))] = min(root(a), root(b))
    out: dict[int, tuple[list[Said], list[Said]]] = {}
    for k, group in enumerate(groups):
        mine, against = out.setdefault(root(k), ([], []))
        mine += group
        against += denials.get(k, [])
    return [out[k] for k in sorted(out)]


def _denied_by_one(denials: Mapping[int, Sequence[Said]]) -> Iterable[tuple[int, int]]:
    """Pairs of groups that one side denies, each with the next ones of that side."""
    holders: dict[str, list[int]] = defaultdict(list)
    for k in sorted(denials):
        for side in sorted({side for s in denials[k] for side in (*s.sides, s.speaker) if side}):
            holders[side].append(k)
    pairs = {(a, b) for of in holders.values() for i, a in enumerate(of) for b in of[i + 1 : i + 1 + _REACH]}
    return sorted(pairs)


def _common_denial(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether one side denies both groups, in two articles and like words."""
    pairs = ((x, y) for x in a[:_REACH] for y in b[:_REACH] if x.article != y.article and same_side(x, y))
    return any(subject_shared(x, y) >= _SAME_DENIAL for x, y in pairs)


def _claim(story: Story, group: Sequence[Said], against: Sequence[Said], analyses: Sequence[Analysis]) -> Claim:
    made = {s.place for s in group}
    group, against = sorted(group, key=_place), sorted((s for s in against if s.place not in made), key=_place)
    members = tuple(s.statement.id for s in group)
    articles = tuple(dict.fromkeys(s.statement.article for s in sorted([*group, *against], key=_place)))
    key = hashlib.sha256("\n".join(sorted(members)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    text = clearest(group, analyses)
    denied = tuple(dict.fromkeys(s.statement.id for s in against))
    return Claim("c" + key, story.id, text, members, denied, articles, (), 1, 1, _why(group, len(denied)))


def _place(s: Said) -> int:
    return s.place


def _why(group: Sequence[Said], denials: int) -> str:
    statements = counted("statements", len(group))
    if len(group) == 1:
        why = reason("claim", "alone")
    elif words := common_words(group):
        why = reason("claim", "alike", statements=statements, words=", ".join(words))
    else:
        why = reason("claim", "same", statements=statements)
    return f"{why}; {reason('claim', 'denied', denials=counted('denials', denials))}" if denials else why
