"""Which claim a denial denies: another side's, by content where it has any, else the nearest."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from quellenlage.language import language
from quellenlage.story._similarity import Said, content
from quellenlage.story._words import forms, stem

_BEFORE, _FADE, _BACK = 0.35, 0.07, 5  # for the statement just before, less a step, five at most
_ALL_BACK, _ALL_FADE = 15, 0.01  # where it is what several have said
_WITHIN = 0.4  # for what is reported within the denial's own sentence
_AFTER = 0.12  # for the next two: a denial in the lead
_SAME_WORDS = 0.7
_SUBJECT = 0.15  # for the first statement of the article, often its headline
_HOLLOW = 0.2  # what content may add where the denial has none of its own
_RUMOUR = 0.05  # hearsay and anonymous claims are what is denied
_CARRIED = 0.05  # for each further article that carries the claim, three at most: what is denied is what goes round
_CARRIED_ALL = 0.1
_NAMED = 0.1  # the denial names whose statement it denies
_LEAST = 0.3
_SURER = 0.15  # than that a denial must be to tell what another in like words denies
_CONTENT = 0.3  # of its nearness where a denial has content of its own, which then tells what it denies
_MEMBERS = 60  # denials in a row, and members of a claim, that are looked at: bounds 500 copies of one text
_FAR = 0.25  # likeness that a statement of another article needs
_SENTENCE = re.compile(r"(?<=[.!?;])\s")


def attach(
    said: Sequence[Said],
    groups: Sequence[Sequence[Said]],
    near: Mapping[int, Sequence[int]],
    outlets: frozenset[str],
) -> dict[int, int]:
    """Place of each denial → index of the group of statements that it denies; those that find none are left out.

    `near` gives for each denial, and for each statement that contradicts others, the places of statements that share
    content with it; those around a denial in its article are always tried. Denials of one side in a row deny the same.
    """
    group_of = {s.place: k for k, g in enumerate(groups) for s in g}
    targets: dict[int, int] = {}
    opening: dict[int, int] = {}
    for s in said:
        opening.setdefault(s.article, s.place)
    found: dict[int, tuple[float, int]] = {}
    for run in _runs(said, near):
        twins = [targets[d.twin] for d in run if d.twin in targets and _again(d, said[d.twin])]
        if twins:
            targets.update({d.place: twins[0] for d in run})
            continue
        wide = several(run)
        around = _around(run, said, opening[run[0].article], wide)
        places = {p for d in run for p in near.get(d.place, ())} | set(around)
        tried = sorted({group_of[p] for p in places if p in group_of})
        close = [said[p] for p in sorted(set(around))]
        scores = {
            k: _score(run, _some(groups[k], [s for s in close if group_of.get(s.place) == k]), outlets, wide)
            for k in tried
        }
        best = max(scores, key=lambda k: (scores[k], -k), default=None)
        if best is not None and scores[best] > _LEAST:
            targets.update({d.place: best for d in run})
            found.update({d.place: (scores[best], best) for d in run})
    return _agreed(targets, found, groups)


def _again(denial: Said, first: Said) -> bool:
    """Whether a denial in the words of an earlier one denies the same: in a copy, or with words that tell what."""
    return denial is not first and (denial.family == first.family or not hollow(denial))


def _agreed(
    targets: dict[int, int], found: Mapping[int, tuple[float, int]], groups: Sequence[Sequence[Said]]
) -> dict[int, int]:
    """The same targets; denials that say the same deny what the surest of them denies, unless they are as sure."""
    for group in groups:
        denials = [s for s in group if s.statement.stance == "denies"]
        sure = [found[s.place] for s in denials if s.place in found]
        if len(denials) > 1 and sure:
            score, best = max(sure, key=lambda f: (f[0], -f[1]))
            if group is not groups[best]:
                unsure = (s.place for s in denials if found.get(s.place, (0.0, 0))[0] < score - _SURER)
                targets.update(dict.fromkeys(unsure, best))
    return targets


def _some(group: Sequence[Said], close: Sequence[Said]) -> Sequence[Said]:
    """The members of a group that are looked at: all of a small one, else its first and those close to the denial."""
    if len(group) <= _MEMBERS:
        return group
    first = group[:_MEMBERS]
    return [*first, *(s for s in close if s not in first)]


def _runs(said: Sequence[Said], near: Mapping[int, Sequence[int]]) -> Iterable[list[Said]]:
    """Denials of one side that follow one another in an article."""
    run: list[Said] = []
    for s in said:
        if s.statement.stance != "denies" and s.place not in near:
            continue
        follows = run and run[-1].place + 1 == s.place and run[-1].article == s.article and same_side(run[-1], s)
        if run and (not follows or len(run) == _MEMBERS):
            yield run
            run = []
        run.append(s)
    if run:
        yield run


def _around(run: Sequence[Said], said: Sequence[Said], opening: int, wide: bool) -> list[int]:
    first, last = run[0].place, run[-1].place
    places = [
        *range(max(0, first - (_ALL_BACK if wide else _BACK)), first),
        *range(last + 1, min(len(said), last + 3)),
    ]
    return [p for p in [opening, *places] if said[p].article == run[0].article]


def same_side(a: Said, b: Said) -> bool:
    """Whether two statements are by one person, or by people of one organisation."""
    return bool(a.sides & b.sides) or (a.speaker is not None and a.speaker == b.speaker)


def _score(run: Sequence[Said], group: Sequence[Said], outlets: frozenset[str], wide: bool) -> float:
    """How likely these denials deny this group: likeness, nearness, and what marks a claim that others deny."""
    others = [o for o in group if _deniable(run[0], o, outlets)]
    if not others or 2 * len(others) < len(group):
        return 0.0
    like = max((content(d, o) for d in run if not hollow(d) for o in others), default=None)
    if like is None:
        like = min(_HOLLOW, max(content(d, o) for d in run for o in others))
    near = max(_nearness(run, o, wide) for o in others)
    if near < _WITHIN and not wide and not any(hollow(d) or _plain(d) for d in run):
        near *= _CONTENT
    if not near and like < _FAR:
        return 0.0
    carried = (_CARRIED_ALL if wide else _CARRIED) * min(3, len({o.article for o in others}) - 1)
    named = _NAMED * any(d.bag.keys() & o.known and not o.known & d.known for d in run for o in others)
    return like + near + carried + named + _RUMOUR * any(rumour(o) for o in others)


def _deniable(denial: Said, other: Said, outlets: frozenset[str]) -> bool:
    if same_side(denial, other) and other.speaker not in outlets:
        return False
    if denial.negated == other.negated and not refers(denial) and content(denial, other) >= _SAME_WORDS:
        return False  # the same words, taken for a denial in one article and not in another
    if other.statement.stance == "denies":  # a denial is denied only by a plain "no" right after it
        return hollow(denial) and not hollow(other) and denial.place == other.place + 1
    return other.statement.stance == "asserts"


def _nearness(run: Sequence[Said], other: Said, wide: bool) -> float:
    first, last = run[0], run[-1]
    if first.article != other.article:
        return 0.0
    if any(_encloses(d, other) for d in run):
        return _WITHIN
    if wide and 0 < first.place - other.place <= _ALL_BACK:
        return _BEFORE - _ALL_FADE * (first.place - other.place - 1)
    if 0 < first.place - other.place <= _BACK:
        return _BEFORE - _FADE * (first.place - other.place - 1)
    if 0 < other.place - last.place <= 2:
        return _AFTER
    return _SUBJECT if other.first else 0.0


def _encloses(denial: Said, other: Said) -> bool:
    """Whether another's statement stands between the parts of a denial ("Angaben, wonach …, hält er für falsch")."""
    a, b = denial.statement.quote, other.statement.quote
    return bool(a and b) and a[0].start < b[0].start < a[-1].end


def several(run: Sequence[Said]) -> bool:
    """Whether what is denied is spoken of in the plural ("diese Vorwürfe"): what an article tells, not its end."""
    said = [forms(d.text) for d in run]
    return any(
        w in _reports() and after not in _about() for of in said for w, after in zip(of, [*of[1:], ""], strict=False)
    )


@cache
def _about() -> frozenset[str]:
    return frozenset(language("de").table("story")["denial"]["about"].split())


@cache
def _reports() -> frozenset[str]:
    return frozenset(language("de").table("story")["denial"]["reports"].split())


def refers(denial: Said) -> bool:
    """Whether a denial is an act that has an object, or a plain no, rather than a sentence with a negation."""
    cue = {stem(w) for w in forms(denial.statement.cue or "")}
    text = {stem(w) for w in forms(denial.text)}
    return bool((cue | text) & _acts()) or hollow(denial)


@cache
def _acts() -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["denial"]["acts"].split())


def rumour(said: Said) -> bool:
    """Whether it is hearsay: soll, hedged, or of someone unnamed."""
    s = said.statement
    return s.type == "free_indirect" or s.certainty == "hedged" or s.speaker is None


def hollow(said: Said) -> bool:
    """Whether a denial has no content beyond that something is wrong."""
    own = [s for s in said.bag if s not in _empty() and s not in said.name]
    return len(own) <= 1


def subject_shared(a: Said, b: Said) -> float:
    """The share of what one of two denials tells of its subject, the greater one, that the other tells too."""
    mine, theirs = _subject(a), _subject(b)
    shares = (math.fsum(v for t, v in of.items() if t in mine and t in theirs) for of in (mine, theirs))
    return max(share / (math.fsum(of.values()) or 1.0) for share, of in zip(shares, (mine, theirs), strict=True))


def _subject(denial: Said) -> dict[str, float]:
    """The weights of a denial's stems without those of denying and of who denies."""
    other = _empty() | _acts() | denial.name | denial.known
    return {t: w * w for t, w in denial.bag.items() if t not in other}


def _plain(denial: Said) -> bool:
    """Whether its first sentence calls something wrong and holds at most one other word ("Das ist grober Unfug")."""
    first = _SENTENCE.split(denial.text.strip(), maxsplit=1)[0]
    said = {stem(w) for w in forms(first)}
    return bool(said & _acts()) and len(_subject(denial).keys() & said) <= 1


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(w) for w in language("de").table("story")["denial"]["empty"].split())
