"""Summaries of an act of speech: "forderte einen Abzug", "wies die Vorwürfe zurück", "wollte sich nicht äußern"."""

from quellenlage.annotate._quotes.clause import SUBORDINATE, Parse, Predicate, predicates
from quellenlage.annotate._quotes.declines import declines
from quellenlage.annotate._quotes.draft import Draft, Range, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import oblique, phrase_at
from quellenlage.annotate._quotes.speaker import shared_subject, subject
from quellenlage.model.marks import Stance


def find_reported(scene: Scene, lexicon: Lexicon) -> None:
    """Add each main clause whose predicate sums up what somebody said, where no other statement has it."""
    p, unit = scene.parse, scene.unit
    if unit.words[-1] == "?" or (unit.role == "title" and ":" in unit.words):
        return
    for place, clause in enumerate(p.clauses):
        if (clause.kind in SUBORDINATE and not _opposed(p, place)) or not clause.verbs:
            continue
        for predicate in predicates(p, place):
            low, high = _region(p, place)
            refusal = declines(p, predicate, lexicon)
            if _taken(scene, predicate, (low, high), predicate.lemma in lexicon.denies.verbs) or not (
                refusal or clause_sums_up(p, predicate, lexicon)
            ):
                continue
            joined = clause.kind == "after" and unit.tags[low] == "KON" and predicate.verb == low + 1
            speaker = (joined and shared_subject(p, predicate, lexicon)) or subject(p, predicate, lexicon, low, high)
            if speaker and (refusal or not _faceless(scene, speaker)):
                rule = "refusal to speak" if refusal else "summary"
                stance: Stance = "declines" if refusal else "asserts"
                second = None if refusal else _elliptic(p, predicate, lexicon)
                whole = [(low, high)] if second is None else [(low, second.quote[0][0] - 1)]
                scene.add(Draft("reported", whole, rule, speaker, lemma=predicate.lemma, stance=stance))
                if second is not None:
                    scene.add(second)
                break


def _elliptic(p: Parse, predicate: Predicate, lexicon: Lexicon) -> Draft | None:
    """Another's figure without the verb: "Die Polizei spricht von 900 Gästen, *der Verband von 2.500*"."""
    unit, own = p.unit, p.clauses[predicate.clause].segments
    last = p.segments[own[-1]]
    if len(own) < 2 or last.kind != "part" or unit.words[last.low - 1] != "," or last.low < predicate.verb:
        return None
    who = phrase_at(unit, last.low, last.high)
    if who is None or oblique(unit, who) or unit.tags[who.head] not in ("NN", "NE"):
        return None
    needed = lexicon.summary_preposition.get(predicate.lemma, frozenset())
    rest = range(who.high, last.high)
    number = next((i for i in rest if unit.tags[i] == "CARD"), -1)
    governed = any(unit.lows[i] in needed for i in range(who.high, number))
    named = predicate.lemma in lexicon.counting and unit.actors.get(who.head, "place") != "place"
    if number == -1 or not (governed or (named and number - who.high < 4)):
        return None
    high = len(unit) if last.high == len(unit) - 1 else last.high
    return Draft("reported", [(last.low, high)], "summary", [(who.low, who.high)], lemma=predicate.lemma)


def _opposed(p: Parse, clause: int) -> bool:
    """Whether a subordinate clause sets another's words against the main clause's: "während die Firma … meldet"."""
    low = p.segments[p.clauses[clause].segments[0]].low
    return p.clauses[clause].kind == "sub" and p.unit.lows[low] in p.unit.grammar.opposing


def sums_up(scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a main clause of the unit sums up what somebody said, whatever else is found there."""
    p = scene.parse
    places = [n for n, c in enumerate(p.clauses) if c.kind not in SUBORDINATE and c.verbs]
    return any(clause_sums_up(p, q, lexicon) for n in places for q in predicates(p, n))


def _region(p: Parse, clause: int) -> Range:
    """The main clause with what depends on it, up to a colon, a semicolon or the next main clause."""
    unit = p.unit
    first = p.clauses[clause].segments[0]
    while first > 0:
        before = p.clauses[p.segments[first - 1].clause]
        if _opposed(p, clause):
            break
        if before.kind not in SUBORDINATE or before.parent != -1:
            break
        first -= 1
    last = p.clauses[clause].segments[-1]
    while last + 1 < len(p.segments) and p.under(p.segments[last + 1].clause, clause):
        if p.segments[last + 1].clause != clause and _opposed(p, p.segments[last + 1].clause):
            break
        last += 1
    low, high = p.segments[first].low, p.segments[last].high
    colon = next((i for i in range(low, high) if unit.words[i] == ":"), high)
    high = colon if colon > p.clauses[clause].verbs[0] else high
    return low, len(unit) if high == len(unit) - 1 else high


def _taken(scene: Scene, predicate: Predicate, region: Range, denial: bool) -> bool:
    """Whether another statement has the predicate among its words or as its cue."""
    for d in scene.drafts:
        spans = d.quote if d.type != "direct" else []
        if any(low <= predicate.verb < high for low, high in spans):
            return True
        if any(low <= predicate.verb < high for low, high in d.cue) and not _before_colon(scene, region, denial):
            return True
        if d.type == "direct" and any(low <= predicate.verb < high for low, high in d.frame):
            return not _before_colon(scene, region, denial)
    return False


def _before_colon(scene: Scene, region: Range, denial: bool) -> bool:
    """Whether the clause is a summary of its own that a colon ends: "wies das zurück: …"."""
    unit = scene.unit
    return region[1] < len(unit) and unit.words[region[1]] == ":" and region[1] - region[0] > (1 if denial else 3)


def _faceless(scene: Scene, speaker: list[Range]) -> bool:
    """ "man", "ich", "es" and words that name no speaker."""
    low, high = speaker[0]
    return scene.unit.lows[low] in scene.unit.grammar.faceless and high - low == 1


def clause_sums_up(p: Parse, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether the predicate sums up an act of speech, with what its verb needs for that beside it."""
    unit = p.unit
    if predicate.modal or predicate.passive or predicate.subjunctive or _state(p, predicate):
        return False
    colon = next((i for i in range(predicate.verb, len(unit)) if unit.words[i] == ":"), len(unit))
    items = [i for i in p.items(predicate.clause) if i not in predicate.parts and i < colon]
    if predicate.lemma in lexicon.summary_reflexive and not any(unit.tags[i] == "PRF" for i in items):
        return False
    if (
        predicate.lemma in lexicon.summary_unnamed
        and len({unit.wholes.get(i, (i, i)) for i in items if i in unit.actors}) > 1
    ):
        return False
    if predicate.lemma in lexicon.counting and _figure(p, items, lexicon):
        return True
    if predicate.lemma in lexicon.calling and _judged(p, items, lexicon):
        return True
    if predicate.lemma in lexicon.summary_object:
        if any(unit.tags[i] == "PRF" for i in items):
            return False
        return not any(unit.words[i] in lexicon.casualties for i in items)
    needed = lexicon.summary_preposition.get(predicate.lemma)
    if needed is None:
        return False
    if predicate.lemma in lexicon.summary_number and not _counts(p, predicate, items, lexicon):
        return False
    return not needed or any(unit.lows[i] in needed for i in items)


def _judged(p: Parse, items: list[int], lexicon: Lexicon) -> bool:
    """Whether something is called by an adjective at the end or by a word of denial: "nannte die Meldung falsch"."""
    unit = p.unit
    if not items or not any(unit.tags[i] == "NN" for i in items):
        return False
    last = unit.tags[items[-1]] == "ADJD" and unit.tags[items[-1] - 1] in ("NN", "NE", "ADV", "ADJD", "PRF")
    return last or lexicon.denies.within(f" {' '.join(unit.lows[i] for i in items)} ")


def _figure(p: Parse, items: list[int], lexicon: Lexicon) -> bool:
    """Whether a number stands there that is no time of day and no year, beside someone who can give it."""
    unit = p.unit
    if not _spoken_for(p, items):
        return False
    for i in items:
        if unit.tags[i] == "CARD":
            following = unit.words[i + 1] if i + 1 < len(unit) else ""
            before = unit.words[i - 1] if i else ""
            if following not in lexicon.time_nouns and before not in lexicon.time_nouns and before != "(":
                return True
    return False


def _counts(p: Parse, predicate: Predicate, items: list[int], lexicon: Lexicon) -> bool:
    """Whether a number is named, or what was said before: "kommt auf 9.500", "blieb bei seiner Version"."""
    unit = p.unit
    lasting = predicate.lemma in lexicon.summary_lasting
    if not lasting and unit.items[predicate.verb].tense != "pres":
        return False
    needed = lexicon.summary_preposition[predicate.lemma]
    for i in items:
        if unit.lows[i] in needed:
            phrase = phrase_at(unit, i + 1, min(len(unit), i + 8))
            said = lasting and phrase is not None and unit.words[phrase.head] in lexicon.summary_stands
            number = "CARD" in unit.tags[i + 1 : i + 5]
            if said or (number and _spoken_for(p, items)):
                return True
    return not lasting and any(unit.tags[i] == "CARD" for i in items)


def _spoken_for(p: Parse, items: list[int]) -> bool:
    """Whether someone who can say something stands there."""
    return any(p.unit.actors.get(i, "place") != "place" for i in items)


def _state(p: Parse, predicate: Predicate) -> bool:
    """ "sind angekündigt": a participle with sein says what is, not who said it."""
    unit = p.unit
    return (
        unit.items[predicate.verb].lemma in unit.grammar.be
        and predicate.main != predicate.verb
        and unit.tags[predicate.main] == "VVPP"
    )
