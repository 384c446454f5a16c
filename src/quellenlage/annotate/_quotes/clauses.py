"""Clauses as content of a cue: dass, indirect questions, verb-second clauses, infinitives."""

from quellenlage.annotate._quotes.clause import SUBORDINATE, Clause, Parse, Predicate, Segment, predicates
from quellenlage.annotate._quotes.colon import has_own_cue, opening
from quellenlage.annotate._quotes.cue import Cue, recognise, unlisted
from quellenlage.annotate._quotes.declines import declines
from quellenlage.annotate._quotes.draft import Draft, Range, Scene, group, tidy, to_spans, without
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import phrase_at, phrases
from quellenlage.annotate._quotes.speaker import subject
from quellenlage.annotate._quotes.unit import QUOTE

_TELLING = frozenset(("say", "believe", "expect", "noun", "announce", "admit", "claim", "demand"))


def find_clauses(scene: Scene, previous: Scene | None, lexicon: Lexicon) -> None:
    """Add the statements whose content is a clause that a predicate of speech governs."""
    p = scene.parse
    for place, clause in enumerate(p.clauses):
        if clause.kind == "quote" or not clause.verbs:
            continue
        for predicate in predicates(p, place):
            if clause.kind == "wie":
                _as_said(scene, predicate, lexicon)
            elif not any(find(scene, predicate, lexicon) for find in (_after, _topical, _before)):
                _pointing_back(scene, predicate, previous, lexicon)


def _after(scene: Scene, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Content that follows its cue. Says whether there was any."""
    p, unit = scene.parse, scene.unit
    place = _last_own(p, predicate)
    later = any(predicate.verb < v < p.segments[place].high for v in p.clauses[predicate.clause].verbs)
    if place + 1 >= len(p.segments) or later:
        return False
    low, high = _frame_start(p, predicate), p.segments[place].high
    near = max(low, p.segments[p.at(predicate.verb)].low)
    cue = recognise(p, predicate, lexicon, near, high) or unlisted(p, predicate, near, high)
    first = p.segments[place + 1]
    content = p.clauses[first.clause]
    if unit.tags[first.low] == QUOTE and content.kind == "quote":
        return False
    if unit.words[first.low - 1] == ":" and content.kind == "main" and has_own_cue(p, first.low, lexicon):
        return False
    if content.kind in ("sub", "after"):
        content = _conditioned(p, place + 1, predicate.clause) or content
    if not _takes(p, predicate, cue, content, unit.words[high] if high < len(unit) else ""):
        return False
    end = _content_end(p, place + 1, predicate.clause, content)
    start = first.low + 1 if content.kind == "whereby" else first.low
    frame = [(low, first.low)]
    resumed = _resumed(p, predicate.clause, end)
    if resumed:
        frame.append(resumed)
    speaker = subject(
        p, predicate, lexicon, min(low, p.segments[p.clauses[predicate.clause].segments[0]].low), high, True
    )
    rule = {
        "dass": "dass",
        "ob": "indirect question",
        "wh": "indirect question",
        "inf": "infinitive",
        "whereby": "wonach",
    }.get(content.kind, "verb-second clause")
    parts = [*cue.parts, first.low] if content.kind == "whereby" else cue.parts
    nested = predicate.subjunctive and p.clauses[predicate.clause].kind not in SUBORDINATE
    scene.add(
        Draft(
            "indirect",
            [(start, end)],
            rule,
            speaker,
            group(parts),
            frame,
            lemma=cue.lemma,
            nested=nested,
            heir=not speaker and cue.lemma in unit.grammar.without_speaker,
        )
    )
    return True


def _conditioned(p: Parse, place: int, governor: int) -> Clause | None:
    """The main clause after an opening condition: "sagte, wenn …, werde er …", "sagte, sollte …, könne …"."""
    opening = p.segments[place]
    if p.clauses[opening.clause].kind == "after" and not any(
        p.unit.items[v].mood in ("konj1", "konj2") for v in opening.verbs
    ):
        return None
    for segment in p.segments[place + 1 :]:
        clause = p.clauses[segment.clause]
        if segment.clause == governor:
            return None
        if clause.kind in ("after", "main", "quote"):
            spoken = clause.kind == "quote" or _subjunctive(p, clause)
            return Clause("main", -1, [place], clause.verbs) if spoken else None
    return None


def _last_own(p: Parse, predicate: Predicate) -> int:
    """The segment after which the content of the predicate would begin."""
    place = p.at(predicate.verb)
    clause = predicate.clause
    while (
        place + 1 < len(p.segments) and p.segments[place + 1].clause == clause and p.segments[place + 1].kind == "part"
    ):
        place += 1
    nxt = place + 1
    # a relative clause or apposition between cue and content: "sagte X, der dort wohnt, dass …"
    while (
        nxt < len(p.segments)
        and p.clauses[p.segments[nxt].clause].kind in ("rel",)
        and p.under(p.segments[nxt].clause, clause)
    ):
        nxt += 1
    if nxt > place + 1 and nxt < len(p.segments) and p.segments[nxt].clause != clause:
        return nxt - 1
    return place


def _frame_start(p: Parse, predicate: Predicate) -> int:
    clause = p.clauses[predicate.clause]
    if clause.kind not in SUBORDINATE and clause.verbs and predicate.verb != clause.verbs[0]:
        own = p.segments[p.at(predicate.verb)]
        earlier = [v for v in clause.verbs if v < predicate.verb]
        conjunctions = [i for i in range(max(own.low, earlier[-1]), predicate.verb) if p.unit.tags[i] == "KON"]
        return conjunctions[-1] if conjunctions else own.low
    first = p.segments[clause.segments[0]].low
    lead = [
        s.low
        for s in p.segments
        if s.clause != -1
        and s.low < first
        and p.clauses[s.clause].parent == -1
        and p.clauses[s.clause].kind in SUBORDINATE
    ]
    return min(lead) if lead and lead[0] == p.segments[0].low and clause.kind == "main" else first


def _takes(p: Parse, predicate: Predicate, cue: Cue, content: Clause, link: str) -> bool:
    """Whether this cue may govern this clause."""
    verb, kind = cue.verb, content.kind
    subjunctive = _subjunctive(p, content)
    said = predicate.subjunctive and p.clauses[predicate.clause].kind not in SUBORDINATE
    if said and (predicate.main == predicate.verb or verb.clause != "strong" or cue.noun):
        return False
    if kind in ("dass", "whereby"):
        return verb.clause == "strong" or subjunctive == "konj1"
    if kind in ("ob", "wh"):
        return bool({"say", "ask", "admit"} & verb.groups) and content.parent == predicate.clause
    if kind == "inf":
        return (verb.infinitive and not cue.noun) or (cue.noun and cue.lemma not in p.unit.grammar.plain_state)
    opens = p.segments[content.segments[0]].kind
    if kind == "main" and content.parent == -1 and opens in ("v2", "sub", "v1"):
        dependent = p.clauses[predicate.clause].kind in SUBORDINATE
        if dependent and (verb.clause != "strong" or subjunctive != "konj1" or opens == "v1"):
            return False
        if subjunctive == "konj1":
            return True
        if subjunctive == "konj2":
            return verb.clause == "strong"
        said = "say" in verb.groups or link == ":" or not content.verbs
        return verb.clause == "strong" and link in (",", ":") and said and not cue.noun
    return False


def _subjunctive(p: Parse, clause: Clause) -> str:
    """ "konj1", "konj2" or "" after the clause's finite verbs."""
    moods = [p.unit.items[v].mood for v in clause.verbs]
    return "konj1" if "konj1" in moods else "konj2" if "konj2" in moods else ""


def _content_end(p: Parse, first: int, governor: int, content: Clause) -> int:
    """Where the content that begins with segment `first` ends: where the frame resumes or the unit ends."""
    head = p.segments[first].clause
    spoken = _subjunctive(p, content)
    cut = _back_to_indicative(p, p.segments[first], spoken)
    if cut:
        return cut
    end = p.segments[first].high
    for place in range(first + 1, len(p.segments)):
        segment = p.segments[place]
        clause = p.clauses[segment.clause]
        if not p.under(segment.clause, head):
            if p.under(governor, segment.clause):
                break
            mood = _subjunctive(p, clause)
            if clause.kind == "after" and mood != "konj1" and not (mood == "konj2" and not _is_cue(p, segment.low)):
                break
            if (
                clause.kind == "main"
                and not mood
                and (spoken or content.kind in ("dass", "inf", "ob", "wh"))
                and (p.unit.tags[segment.low] == "KON" or p.unit.words[segment.low - 1] in (";", ":"))
            ):
                break
        end = segment.high
    return end


def _back_to_indicative(p: Parse, segment: Segment, spoken: str) -> int:
    """Where the Konjunktiv gives way to the frame verb without a comma: "… sei gut und fügte hinzu"; or 0."""
    if spoken != "konj1" or len(segment.verbs) < 2:
        return 0
    last = segment.verbs[-1]
    if (
        p.unit.items[last].mood != "ind"
        or p.unit.items[segment.verbs[0]].mood != "konj1"
        or p.unit.tags[last] != "VVFIN"
    ):
        return 0
    return last - 1 if p.unit.tags[last - 1] == "KON" else 0


def _is_cue(p: Parse, low: int) -> bool:
    return p.unit.tags[low] == "VVFIN"


def _resumed(p: Parse, clause: int, end: int) -> Range | None:
    """The part of the governing clause that goes on after its content."""
    own = [s for s in p.segments if s.low >= end and s.clause == clause]
    return (own[0].low, own[-1].high) if own else None


def _before(scene: Scene, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Content that precedes its cue: "…, sagte X", with what goes on after it."""
    p, unit = scene.parse, scene.unit
    segment = p.segments[p.at(predicate.verb)]
    clause = p.clauses[predicate.clause]
    lead = [i for i in range(segment.low, predicate.verb) if unit.tags[i] not in ("KON", "ADV", "$(")]
    translated = clause.kind == "main" and place_of_clause(p, predicate) and _subject_only(p, predicate, segment.low)
    if ((clause.kind != "after" or lead) and not translated) or segment.low == 0:
        return False
    end = _own_end(p, predicate.clause)
    cue = recognise(p, predicate, lexicon, segment.low, segment.high)
    quote = tidy(unit, (opening(p, segment.low), segment.low))
    if unit.tags[segment.low] == "KON" and clause.kind == "after" and _has_object(p, predicate, [], end):
        return False
    if quote is None or any(unit.tags[i] == QUOTE for i in range(max(0, segment.low - 2), segment.low)):
        return False
    if cue is None or (predicate.subjunctive and predicate.main == predicate.verb):
        return False
    if translated and (cue.noun or "say" not in cue.verb.groups):
        return False
    spoken = any(unit.items[v].mood == "konj1" for c in p.clauses if c.kind == "main" for v in c.verbs)
    if not spoken and (cue.verb.clause != "strong" or not _TELLING & cue.verb.groups):
        return False
    speaker = subject(p, predicate, lexicon, segment.low, end)
    if not spoken and _has_object(p, predicate, speaker, end):
        return False
    if not speaker and cue.lemma not in unit.grammar.without_speaker:
        return False
    pieces = without(quote, _frames(scene, quote))
    more = tidy(unit, (end, len(unit)))
    opened = any(v < segment.low for c in p.clauses if c.kind in ("main", "after") for v in c.verbs)
    if more and (not opened or _goes_on(p, more[0])):
        pieces.append(more)
    scene.add(
        Draft(
            "indirect",
            pieces,
            "cue after",
            speaker,
            group(cue.parts),
            [(segment.low - 1, end)],
            lemma=cue.lemma,
            heir=not speaker,
        )
    )
    return True


def _topical(scene: Scene, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Content in the first place: "Dass sie davon gewusst habe, bestreitet die Chefin"."""
    p = scene.parse
    first, clause = p.clauses[0], p.clauses[predicate.clause]
    if first.kind not in ("dass", "ob") or clause.kind != "main" or p.segments[p.at(predicate.verb)].kind != "v1":
        return False
    if any(c.kind == "main" and c.verbs for c in p.clauses[: predicate.clause]):
        return False
    low, high = p.segments[clause.segments[0]].low, _own_end(p, predicate.clause)
    cue = recognise(p, predicate, lexicon, low, high)
    speaker = subject(p, predicate, lexicon, low, high)
    if cue is None or cue.verb.clause != "strong" or not speaker or declines(p, predicate, lexicon):
        return False
    pieces = without((0, low), _frames(scene, (0, low)))
    scene.add(Draft("indirect", pieces, "dass", speaker, group(cue.parts), [(low, high)], lemma=cue.lemma))
    return True


def _has_object(p: Parse, predicate: Predicate, speaker: list[Range], end: int) -> bool:
    """Whether the verb after its content has an object besides, so that the words before are no content of it."""
    unit = p.unit
    for c in phrases(unit, predicate.verb + 1, min(end, p.segments[p.at(predicate.verb)].high)):
        inside = any(low <= c.low < high for low, high in speaker)
        if (
            c.preposition != -1
            or inside
            or unit.tags[c.head] not in ("NN", "NE")
            or unit.lows[c.low] in unit.grammar.dative_article
        ):
            continue
        if not unit.lows[c.head].endswith(unit.grammar.time_endings):
            return True
    return False


def _pointing_back(scene: Scene, predicate: Predicate, previous: Scene | None, lexicon: Lexicon) -> None:
    """ "Das teilte die Polizei mit.": the content is the sentence before."""
    p, unit = scene.parse, scene.unit
    clause = p.clauses[predicate.clause]
    first = p.segments[clause.segments[0]].low
    if previous is None or clause.kind != "main" or first != 0 or predicate.verb != 1:
        return
    if unit.tags[0] != "PDS" or unit.lows[0] not in unit.grammar.pointing:
        return
    high = _own_end(p, predicate.clause)
    cue = recognise(p, predicate, lexicon, 1, high)
    if cue is None or cue.noun or not {"say", "admit", "announce"} & cue.verb.groups:
        return
    speaker = subject(p, predicate, lexicon, 1, high)
    if not speaker and not predicate.passive:
        return
    whole = tidy(previous.unit, (0, len(previous.unit)))
    if whole:
        lead = to_spans(previous.unit, [whole])
        scene.add(
            Draft(
                "indirect", [(0, 1)], "das sagte X", speaker, group(cue.parts), [(1, high)], lemma=cue.lemma, lead=lead
            )
        )


def place_of_clause(p: Parse, predicate: Predicate) -> bool:
    """Whether the predicate's main clause is the last of several."""
    later = any(c.kind in ("main", "after") and c.verbs for c in p.clauses[predicate.clause + 1 :])
    return predicate.clause > 0 and not later


def _subject_only(p: Parse, predicate: Predicate, low: int) -> bool:
    """Whether a verb of speech has its subject before it and no content after: "…, ein Sprecher sagte."."""
    unit = p.unit
    first = phrase_at(unit, low, predicate.verb)
    if first is None or first.high != predicate.verb or unit.tags[low - 1] != "$," or predicate.main != predicate.verb:
        return False
    return not predicate.subjunctive and p.segments[p.at(low)].high - predicate.verb < 8


def _frames(scene: Scene, piece: Range) -> list[Range]:
    """Frames found before within the range: another's "laut X" stays out of the words."""
    return [r for d in scene.drafts if not d.nested for r in d.frame if piece[0] <= r[0] and r[1] <= piece[1]]


def _goes_on(p: Parse, low: int) -> bool:
    """Whether the words after a frame in the middle are the content's own: in the Konjunktiv, or without a verb."""
    segment = p.segments[p.at(low)]
    if not segment.verbs:
        return segment.kind in ("inf", "part") or True
    moods = {p.unit.items[v].mood for v in segment.verbs}
    return bool(moods & {"konj1", "konj2"}) or segment.kind in ("dass", "rel", "sub")


def _own_end(p: Parse, clause: int) -> int:
    """Where a postposed frame ends, with its relative clauses and appositions."""
    place = p.clauses[clause].segments[0]
    while place + 1 < len(p.segments) and p.under(p.segments[place + 1].clause, clause):
        place += 1
    return p.segments[place].high


def _as_said(scene: Scene, predicate: Predicate, lexicon: Lexicon) -> None:
    """ "wie X mitteilte": the content is the sentence around it."""
    p, unit = scene.parse, scene.unit
    low = p.segments[p.clauses[predicate.clause].segments[0]].low
    high = _own_end(p, predicate.clause)
    cue = recognise(p, predicate, lexicon, low, high)
    if cue is None or (cue.noun and cue.lemma not in unit.grammar.known):
        return
    start = next((i for i in range(low, high) if unit.lows[i] in unit.grammar.as_), low)
    frame = (low, min(high + 1, len(unit))) if low == 0 else (low - 1, high)
    speaker = subject(p, predicate, lexicon, start + 1, high)
    whole = (0, len(unit))
    parent = p.clauses[predicate.clause].parent
    if parent != -1 and p.clauses[parent].kind == "dass":
        own = [s for s in p.segments if p.under(s.clause, parent)]
        whole = (own[0].low, own[-1].high)
    quote = [r for r in (tidy(unit, r) for r in without(whole, [frame])) if r]
    direct = bool(quote) and all(b - a == 1 and unit.tags[a] == QUOTE for a, b in quote)
    scene.add(
        Draft(
            "direct" if direct else "indirect",
            quote,
            "wie X sagte",
            speaker,
            group(cue.parts if start == 0 else [*cue.parts, start]),
            [frame],
            lemma=cue.lemma,
        )
    )
