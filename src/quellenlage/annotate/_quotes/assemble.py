"""Drafts of all units → quotations: doubles dropped, run-ons joined, speakers carried on, phrases nested."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from quellenlage.annotate._quotes.draft import Draft, Scene, to_spans
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.marks import Pair
from quellenlage.annotate._quotes.stance import judge
from quellenlage.model import Quotation, Span

_WHOLE = frozenset(("indirect_free_indirect", "reported", "free_indirect"))


@dataclass(slots=True)
class _Found:
    """A draft with its spans in the text."""

    draft: Draft
    scene: int
    last: int
    paragraph: int
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    continues: int | None = None
    extra: list[Span] = field(default_factory=list)


def assemble(text: str, scenes: list[Scene], phrases: list[Pair], lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Quotations in order of their first word."""
    found = _collect(scenes)
    found = _join_runons(found, scenes)
    _carry_speakers(found)
    quotations = [_quotation(text, f, scenes, lexicon) for f in found]
    return _number(quotations, _nested(text, quotations, phrases, scenes))


def _collect(scenes: list[Scene]) -> list[_Found]:
    found = []
    for number, scene in enumerate(scenes):
        kept: list[Draft] = []
        for draft in sorted(scene.drafts, key=lambda d: (d.quote[0][0], -d.quote[-1][1])):
            if not any(_same(draft, other) for other in kept):
                kept.append(draft)
        for draft in kept:
            quote = to_spans(scene.unit, draft.quote)
            found.append(
                _Found(draft, number, number, scene.unit.paragraph, quote, to_spans(scene.unit, draft.speaker))
            )
    return found


def _same(a: Draft, b: Draft) -> bool:
    """Whether two drafts say the same words, up to their edges."""
    x = {i for low, high in a.quote for i in range(low, high)}
    y = {i for low, high in b.quote for i in range(low, high)}
    return 2 * len(x & y) > 1.7 * max(len(x), len(y), 1) and (a.type == "direct") == (b.type == "direct")


def _join_runons(found: list[_Found], scenes: list[Scene]) -> list[_Found]:
    """Konjunktiv sentences in a row are one statement."""
    joined: list[_Found] = []
    for f in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and f.draft.type == last.draft.type == "indirect_free_indirect"
            and f.paragraph == last.paragraph
            and f.scene <= last.last + 1
        ):
            last.quote = (Span(last.quote[0].start, f.quote[-1].end),)
            last.last = f.scene
            continue
        joined.append(f)
    return joined


def _carry_speakers(found: list[_Found]) -> None:
    """Give run-ons and quotations without a frame the speaker of the statement before them."""
    last: int | None = None
    for number, f in enumerate(found):
        if f.draft.heir and not f.speaker:
            if last is not None and f.paragraph - found[last].paragraph <= 1:
                f.continues = last
                f.speaker = found[last].speaker
        elif f.speaker:
            last = number


def _quotation(text: str, f: _Found, scenes: list[Scene], lexicon: Lexicon) -> Quotation:
    unit = scenes[f.scene].unit
    d = f.draft
    draft = Quotation(
        type=d.type,
        quote=f.quote,
        speaker=f.speaker,
        cue=to_spans(unit, d.cue),
        frame=to_spans(unit, d.frame),
        addressee=to_spans(unit, d.addressee),
        via=to_spans(unit, d.via),
        continues=f.continues,
        rule=d.rule,
    )
    stance, certainty = judge(scenes[f.scene], d, lexicon)
    return replace(draft, stance=stance, certainty=certainty)


def _nested(
    text: str, quotations: list[Quotation], phrases: list[Pair], scenes: list[Scene]
) -> list[tuple[Quotation, int]]:
    """Phrases in quotation marks inside a statement, each with the place of that statement."""
    edges = sorted((q.quote[0].start, n) for n, q in enumerate(quotations))
    starts = [s for s, _ in edges]
    found = []
    for pair in phrases:
        for k in range(bisect_right(starts, pair.start) - 1, max(-1, bisect_right(starts, pair.start) - 6), -1):
            host = quotations[edges[k][1]]
            if any(s.start <= pair.start and pair.end <= s.end for s in host.quote):
                if not _is_title(text, pair):
                    found.append(
                        (
                            replace(
                                host,
                                type="direct",
                                quote=(Span(pair.start, pair.end),),
                                rule="phrase in " + host.rule,
                                continues=None,
                            ),
                            edges[k][1],
                        )
                    )
                break
    return found


def _is_title(text: str, pair: Pair) -> bool:
    """Whether the marks hold a name or a scare word rather than somebody's words."""
    words = text[pair.start + 1 : pair.end - 1].split()
    if not words or len(words) == 1:
        return True
    lower = sum(w[:1].islower() for w in words)
    return lower == 0 or (len(words) < 4 and words[0][:1].isupper())


def _number(outer: list[Quotation], nested: list[tuple[Quotation, int]]) -> tuple[Quotation, ...]:
    """All in order of their first word, with `continues` and `within` as places in that order."""
    everything = [(q, n, None) for n, q in enumerate(outer)] + [(q, None, host) for q, host in nested]
    order = sorted(
        range(len(everything)), key=lambda i: (everything[i][0].quote[0].start, -everything[i][0].quote[-1].end, i)
    )
    place = {everything[i][1]: k for k, i in enumerate(order) if everything[i][1] is not None}
    result = []
    for i in order:
        q, _, host = everything[i]
        result.append(
            replace(
                q,
                continues=None if q.continues is None else place[q.continues],
                within=None if host is None else place[host],
            )
        )
    return tuple(result)


__all__ = ["assemble", "bisect_left"]
