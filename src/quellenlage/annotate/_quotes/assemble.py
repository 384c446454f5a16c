"""Drafts of all units → quotations: doubles dropped, run-ons joined, speakers carried on, in order of their words."""

from dataclasses import dataclass, replace

from quellenlage.annotate._quotes.clause import predicates
from quellenlage.annotate._quotes.draft import Draft, Scene, to_spans
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject
from quellenlage.annotate._quotes.stance import content, judge, negated
from quellenlage.model import Quotation, Span

_LONGEST = 1500
"""The longest run of Konjunktiv sentences (code points) that is taken for one statement."""
_TAIL = 100
"""The longest second half of a quotation (code points) that completes the first; a longer one stands for itself."""


@dataclass(slots=True, eq=False)
class _Found:
    """A draft with its spans in the text. `last` is the last of its scenes."""

    draft: Draft
    scene: int
    last: int
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    frame: tuple[Span, ...]
    continues: "_Found | None" = None


def assemble(scenes: list[Scene], lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Quotations in order of their first word, `continues` and `within` as places in that order."""
    found, homes = _collect(scenes, lexicon)
    _carry_speakers(found, scenes, lexicon)
    found.sort(key=lambda f: (f.quote[0].start, -f.quote[-1].end))
    places = {id(f): n for n, f in enumerate(found)}
    quotations = [_quotation(f, scenes[f.scene], lexicon, homes, places) for f in found]
    _carry_denials(found, quotations, scenes, lexicon)
    return tuple(quotations)


def _carry_denials(found: list[_Found], quotations: list[Quotation], scenes: list[Scene], lexicon: Lexicon) -> None:
    """After "X bestreitet das", what X goes on to say in the negative is the denial itself.

    What X denied by its own words only ("das ist falsch") is carried no further: five of seven so reached asserted.
    """
    for n in range(1, len(found)):
        before, here = found[n - 1], found[n]
        if quotations[n - 1].stance != "denies" or quotations[n].stance != "asserts":
            continue
        if before.draft.lemma not in lexicon.denies.verbs:
            continue
        near = (
            0 <= here.scene - before.last <= 1
            and scenes[here.scene].unit.paragraph == scenes[before.scene].unit.paragraph
        )
        if near and _one_voice(before, here, scenes) and negated(content(scenes[here.scene], here.draft), lexicon):
            quotations[n] = replace(quotations[n], stance="denies")


def _one_voice(before: _Found, here: _Found, scenes: list[Scene]) -> bool:
    """Whether the second statement has no speaker of its own, or a pronoun, or the same words for one."""
    if not here.draft.speaker or here.continues is not None or here.speaker == before.speaker:
        return True
    low, high = here.draft.speaker[0]
    return high - low == 1 and scenes[here.scene].unit.tags[low] in ("PPER", "PDS")


def _collect(scenes: list[Scene], lexicon: Lexicon) -> tuple[list[_Found], dict[int, _Found]]:
    """What is kept, in order, and for each draft (by identity) what became of it."""
    found: list[_Found] = []
    homes: dict[int, _Found] = {}
    for number, scene in enumerate(scenes):
        for draft in _distinct(scene, lexicon):
            quote = (*draft.lead, *to_spans(scene.unit, draft.quote), *draft.tail)
            unit = scene.unit
            speaker, cue, frame = (to_spans(unit, role) for role in (draft.speaker, draft.cue, draft.frame))
            quote = (Span(quote[0].start, quote[-1].end),) if draft.tail else quote
            speaker = speaker or draft.named
            new = _Found(draft, number, number, quote, speaker, cue, frame)
            last = next((f for f in reversed(found) if f.draft.host is None), None)
            if last is not None and _joins(last, new, scenes, lexicon):
                last.quote = (Span(last.quote[0].start, quote[-1].end),)
                last.last = number
                homes[id(draft)] = last
                continue
            if last is not None and _goes_on(last, new, scenes):
                last.quote = (*last.quote, *quote)
                last.last = number
                homes[id(draft)] = last
                continue
            found.append(new)
            homes[id(draft)] = new
    return found, homes


def _joins(last: _Found, new: _Found, scenes: list[Scene], lexicon: Lexicon) -> bool:
    """Whether Konjunktiv sentences in a row are one statement; a denial among them stands by itself."""
    return (
        new.draft.type == last.draft.type == "indirect_free_indirect"
        and scenes[new.scene].unit.paragraph == scenes[last.scene].unit.paragraph
        and new.scene == last.last + 1
        and new.quote[-1].end - last.quote[0].start <= _LONGEST
        and not _denied(last, scenes, lexicon)
        and not _denied(new, scenes, lexicon)
    )


def _denied(f: _Found, scenes: list[Scene], lexicon: Lexicon) -> bool:
    """Whether the words deny by themselves."""
    return lexicon.denies.within(content(scenes[f.scene], f.draft))


def _goes_on(last: _Found, new: _Found, scenes: list[Scene]) -> bool:
    """Whether a quotation without words of its own goes on with the one before: "A“, sagte X. „B.“"."""
    return (
        new.draft.type == last.draft.type == "direct"
        and new.draft.heir
        and bool(last.draft.frame)
        and scenes[new.scene].unit.paragraph == scenes[last.scene].unit.paragraph
        and new.scene == last.last + 1
        and new.quote[-1].end - new.quote[0].start <= _TAIL
    )


def _distinct(scene: Scene, lexicon: Lexicon) -> list[Draft]:
    """The drafts of a unit in order of their words, without those that say what another says."""
    kept: list[Draft] = []
    for draft in sorted(scene.drafts, key=lambda d: (d.host is not None, d.quote[0][0], -d.quote[-1][1])):
        denial = draft.lemma in lexicon.denies.verbs
        if not any(_same(draft, other) and not (denial and draft.lemma != other.lemma) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.quote[0][0], -d.quote[-1][1]))


def _same(a: Draft, b: Draft) -> bool:
    """Whether two drafts hold the same words, up to their edges."""
    if (a.type == "direct") != (b.type == "direct"):
        return False
    x = {i for low, high in a.quote for i in range(low, high)}
    y = {i for low, high in b.quote for i in range(low, high)}
    return 2 * len(x & y) > 1.7 * max(len(x), len(y), 1)


def _carry_speakers(found: list[_Found], scenes: list[Scene], lexicon: Lexicon) -> None:
    """Give run-ons and quotations without a frame the speaker of the statement or sentence before them."""
    last: _Found | None = None
    for f in found:
        if f.draft.heir and f.draft.speaker:
            f.continues = last
        elif f.draft.heir and not f.speaker:
            distance = scenes[f.scene].unit.paragraph - scenes[last.scene].unit.paragraph if last is not None else 9
            topic = _topic(scenes, f.scene, lexicon) if last is None or last.last < f.scene - 1 else ()
            if f.draft.cue:
                f.continues = last if distance <= 1 else None
            elif topic:
                f.speaker = topic
                last = f
            elif last is not None and distance <= 1:
                f.continues = last
                f.speaker = last.speaker
        elif f.speaker and f.draft.host is None and not _beneath(f, last):
            last = f


def _inside(frame: tuple[Span, ...], part: Span) -> bool:
    """Whether a frame stands among another's words: "Laut X hat die Bahn angeboten, …"; then X speaks on."""
    return bool(frame) and part.start <= frame[0].start and frame[-1].end <= part.end + 2


def _beneath(f: _Found, last: _Found | None) -> bool:
    """Whether the frame stands before that of another statement of the same unit: the one that ends it speaks on."""
    if last is None or last.last != f.scene or not f.draft.frame or not last.draft.frame:
        return False
    if f.draft.rule == "infinitive" and any(_inside(f.frame, part) for part in last.quote):
        return True
    return f.draft.nested or f.draft.frame[-1][1] < last.draft.frame[-1][1]


def _topic(scenes: list[Scene], here: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """The subject of the sentence before, in the same paragraph, where it is someone who can speak."""
    if here == 0 or scenes[here - 1].unit.paragraph != scenes[here].unit.paragraph or scenes[here - 1].drafts:
        return ()
    scene = scenes[here - 1]
    p, unit = scene.parse, scene.unit
    for place, clause in enumerate(p.clauses):
        if clause.kind == "main" and clause.verbs:
            for predicate in predicates(p, place)[:1]:
                ranges = subject(p, predicate, lexicon, 0, len(unit))
                if ranges and any(unit.actors.get(i, "place") != "place" for i in range(*ranges[0])):
                    return to_spans(unit, ranges)
            break
    return ()


def _quotation(
    f: _Found, scene: Scene, lexicon: Lexicon, homes: dict[int, _Found], places: dict[int, int]
) -> Quotation:
    unit, d = scene.unit, f.draft
    host = homes.get(id(d.host)) if d.host is not None else None
    if d.heir and host is not None and not d.cue:
        f.speaker, f.continues = host.speaker, host.continues
    cue, frame = to_spans(unit, d.cue), to_spans(unit, d.frame)
    if host is not None and host.continues is not None:
        root = host.continues
        cue, frame = root.cue, root.frame
    stance, certainty = judge(scene, d, lexicon)
    return Quotation(
        type=d.type,
        quote=f.quote,
        speaker=f.speaker,
        cue=cue,
        frame=frame,
        addressee=to_spans(unit, d.addressee),
        via=to_spans(unit, d.via),
        stance=stance,
        certainty=certainty,
        continues=places[id(f.continues)] if f.continues is not None else None,
        within=places[id(host)] if host is not None else None,
        rule=d.rule,
        issued=d.issued,
    )


def insert(found: tuple[Quotation, ...], inner: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with those inside them that have a frame, `continues` and `within` set to their new places."""
    kept = [q for q in inner if q.frame]
    if not kept:
        return found
    mixed: list[tuple[Quotation, int]] = [*((q, n) for n, q in enumerate(found)), *((q, -1) for q in kept)]
    mixed.sort(key=lambda pair: (pair[0].quote[0].start, -pair[0].quote[-1].end))
    places = {n: k for k, (_, n) in enumerate(mixed) if n >= 0}
    result: list[Quotation] = []
    for k, (q, n) in enumerate(mixed):
        if n < 0:
            hosts = [h for h in range(k - 1, max(-1, k - 6), -1) if mixed[h][1] >= 0 and _holds(mixed[h][0], q)]
            result.append(replace(q, continues=None, within=hosts[0] if hosts else None))
        else:
            moved = [None if place is None else places[place] for place in (q.continues, q.within)]
            result.append(replace(q, continues=moved[0], within=moved[1]))
    return tuple(result)


def _holds(host: Quotation, q: Quotation) -> bool:
    return any(s.start <= q.quote[0].start and q.quote[-1].end <= s.end for s in host.quote)
