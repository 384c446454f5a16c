"""Whole sentences and clauses in quotation marks, and the words around them that say whose they are."""

from dataclasses import replace

from quellenlage.annotate._quotes.clause import Predicate, predicates
from quellenlage.annotate._quotes.cue import Cue, recognise
from quellenlage.annotate._quotes.draft import Draft, Range, Scene, group
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject
from quellenlage.annotate._quotes.unit import QUOTE


def find_direct(scene: Scene, lexicon: Lexicon) -> None:
    """Add each quotation of the unit that no frame has taken, with its cue where there is one."""
    unit = scene.unit
    places = [i for i, tag in enumerate(unit.tags) if tag == QUOTE and not _taken(scene, i)]
    last: Draft | None = None
    for place in places:
        if last is not None and _joined(scene, last, place):
            last.quote.append((place, place + 1))
            continue
        draft = _inside(scene, place, lexicon) or _draft(scene, place, lexicon)
        if draft is None:
            continue
        scene.add(draft)
        last = draft


def _taken(scene: Scene, place: int) -> bool:
    return any(d.type == "direct" and d.quote and d.quote[0] == (place, place + 1) for d in scene.drafts)


def _joined(scene: Scene, last: Draft, place: int) -> bool:
    """Whether this quotation is the second half of one that the frame interrupts: "A“, sagte X, „B“."""
    if not last.frame or last.frame[0][0] < last.quote[0][1] or last.frame[0][0] == 0:
        return False
    p = scene.parse
    after = p.at(place) + 1
    own = after < len(p.segments) and p.segments[after].kind == "v1" and p.segments[after].low > place
    return place > last.frame[0][0] and scene.unit.words[place - 1] in (",", ";", "–", "-") and not own


def _inside(scene: Scene, place: int, lexicon: Lexicon) -> Draft | None:
    """A quotation within a rendered statement has that one's speaker, cue and frame, unless it has its own there:
    "„A“, sagte X, wie Y berichtet".
    """
    hosts = [d for d in scene.drafts if d.type != "direct" and any(low <= place < high for low, high in d.quote)]
    if not hosts:
        return None
    host = min(hosts, key=lambda d: sum(high - low for low, high in d.quote))
    own = _draft(scene, place, lexicon)
    if (
        host.rule == "wie X sagte"
        and own
        and own.speaker
        and own.cue
        and _holds(host, own.cue)
        and _holds(host, own.speaker)
    ):
        return own
    rule = "quotation in " + host.rule
    return replace(host, type="direct", quote=[(place, place + 1)], lead=(), rule=rule, host=host)


def _holds(host: Draft, parts: list[Range]) -> bool:
    return all(any(low <= a and b <= high for low, high in host.quote) for a, b in parts)


def _draft(scene: Scene, place: int, lexicon: Lexicon) -> Draft | None:
    p, unit = scene.parse, scene.unit
    own = p.segments[p.at(place)]
    here = [
        (q, recognise(p, q, lexicon, own.low, own.high))
        for q in (predicates(p, own.clause) if own.clause != -1 else [])
    ]
    if here and own.verbs:
        best = next(((q, c) for q, c in here if c is not None), here[-1])
        if best[1] is None and place > own.low and unit.words[place - 1] != ":" and place not in unit.clausal:
            return None
        return _framed(scene, place, best[0], best[1], (own.low, own.high), lexicon)
    nxt = p.at(place) + 1
    if nxt < len(p.segments) and p.segments[nxt].verbs and p.segments[nxt].kind == "v1":
        segment = p.segments[nxt]
        for q in predicates(p, segment.clause):
            return _framed(
                scene,
                place,
                q,
                recognise(p, q, lexicon, segment.low, segment.high),
                (segment.low, _end(scene, nxt)),
                lexicon,
            )
    before = p.at(place) - 1
    if before >= 0:
        segment = p.segments[before]
        clause = p.clauses[segment.clause]
        for q in reversed(predicates(p, segment.clause)):
            low = p.segments[clause.segments[0]].low
            return _framed(scene, place, q, recognise(p, q, lexicon, low, segment.high), (low, segment.high), lexicon)
        if not clause.verbs and unit.words[place - 1] == ":":
            return _headed(scene, place, (0, place))
    return Draft("direct", [(place, place + 1)], "quotation marks alone", heir=True)


def _end(scene: Scene, place: int) -> int:
    p = scene.parse
    clause = p.segments[place].clause
    while place + 1 < len(p.segments) and p.under(p.segments[place + 1].clause, clause):
        place += 1
    return p.segments[place].high


def _framed(scene: Scene, place: int, predicate: Predicate, cue: Cue | None, around: Range, lexicon: Lexicon) -> Draft:
    """The quotation with the predicate beside it as its cue."""
    low, high = around
    speaker = subject(scene.parse, predicate, lexicon, low, high)
    if low > place:
        frame = [(low - 1 if low - 1 > place else low, high)]
    elif high <= place:
        frame = [(low, place)]
    else:
        frame = [r for r in ((low, place), (place + 1, high)) if r[0] < r[1]]
    parts = cue.parts if cue else predicate.parts
    rule = "quotation marks + cue" if cue else "quotation marks + verb"
    quoted = cue is None or cue.lemma in scene.unit.grammar.without_speaker
    heir = not speaker and quoted
    return Draft(
        "direct",
        [(place, place + 1)],
        rule,
        speaker,
        group(parts),
        frame,
        lemma=cue.lemma if cue else predicate.lemma,
        heir=heir,
    )


def _headed(scene: Scene, place: int, around: Range) -> Draft:
    """ "Merkel: „…“" without a verb."""
    from quellenlage.annotate._quotes.speaker import first_phrase

    speaker = first_phrase(scene.unit, *around)
    return Draft("direct", [(place, place + 1)], "X: quotation", speaker, [], [around], heir=not speaker)
