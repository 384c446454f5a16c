"""Prepositional and adverbial frames: laut X, nach Angaben von X, X zufolge, ", so X", demnach, wonach."""

from quellenlage.annotate._quotes.clause import SUBORDINATE, predicates
from quellenlage.annotate._quotes.draft import Draft, Range, Scene, tidy, without
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import Phrase, phrase_at, phrases
from quellenlage.annotate._quotes.reported import clause_sums_up
from quellenlage.annotate._quotes.speaker import first_phrase, subject
from quellenlage.annotate._quotes.unit import QUOTE, Unit


def find_frames(scene: Scene, lexicon: Lexicon) -> None:
    """Add the statements that a prepositional or adverbial frame of the unit marks."""
    unit = scene.unit
    for i, low in enumerate(unit.lows):
        if low in lexicon.any_source:
            _prepositional(scene, lexicon, i, i + 1, _source_end(unit, i + 1, lexicon), "laut")
        elif low in lexicon.with_noun and unit.tags[i] != "PTKVZ":
            _with_noun(scene, i, lexicon)
        elif low in lexicon.seeing and i + 1 < len(unit) and unit.words[i + 1] in lexicon.sight:
            _prepositional(scene, lexicon, i, i + 1, _source_end(unit, i + 1, lexicon), "aus Sicht von X")
        elif low in lexicon.after_source:
            _zufolge(scene, lexicon, i)
        elif low in lexicon.thereby and unit.tags[i] != "KOUS":
            _demnach(scene, lexicon, i)
        elif (low in unit.grammar.so and i and unit.words[i - 1] in (",", "–", "-")) or (
            low in unit.grammar.so and i and unit.tags[i - 1] == QUOTE
        ):
            _so(scene, i)


def _source_end(unit: Unit, low: int, lexicon: Lexicon) -> int:
    """Where the phrase that names a source ends: with genitives and appositions."""
    phrase = phrase_at(unit, low, len(unit))
    if phrase is None:
        return low
    ranges = first_phrase(unit, low, len(unit))
    end = ranges[-1][1] if ranges else low
    said = lexicon.is_source(unit.words[phrase.head])
    if not said and any(unit.lows[i] in unit.grammar.of for i in range(phrase.high, end)):
        end = phrase.high
    while said and end < len(unit) and unit.lows[end] in unit.grammar.origin:
        more = phrase_at(unit, end + 1, len(unit))
        if more is None:
            break
        end = more.high
    return end


def _with_noun(scene: Scene, i: int, lexicon: Lexicon) -> None:
    """ "nach Angaben der Polizei", "nach eigenen Angaben", "seiner Meinung nach"."""
    unit = scene.unit
    phrase = phrase_at(unit, i + 1, len(unit))
    if phrase and phrase.high < len(unit) and unit.lows[phrase.high] in unit.grammar.topic:
        return  # "Nach Berichten über einen Streit hat sich …": when, not by whom
    if phrase and (_any_source(unit, phrase, lexicon) or unit.lows[i] in unit.grammar.according):
        _prepositional(scene, lexicon, i, i + 1, _source_end(unit, i + 1, lexicon), "nach + source noun")
        return
    if i >= 2 and unit.lows[i] in unit.grammar.after and lexicon.is_source(unit.words[i - 1]):
        low = i - 1
        while low > 0 and unit.tags[low - 1] in ("PPOSAT", "ADJA", "ART", "PDAT"):
            low -= 1
        if low < i - 1:
            _frame(scene, lexicon, (i, i + 1), (low, i), (low, i + 1), "noun + nach")


def _any_source(unit: Unit, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase's head, or the noun after a name in the genitive, stands for something said."""
    if lexicon.is_source(unit.words[phrase.head]):
        return True
    after = phrase.head + 1
    return unit.tags[phrase.head] == "NE" and after < len(unit) and lexicon.is_source(unit.words[after])


def _prepositional(scene: Scene, lexicon: Lexicon, preposition: int, low: int, high: int, rule: str) -> None:
    high = max(high, _first_part(scene, preposition))
    if high > low:
        _frame(scene, lexicon, (preposition, preposition + 1), (low, high), (preposition, high), rule)


def _first_part(scene: Scene, preposition: int) -> int:
    """The place of the finite verb where the frame is all that stands before it, 0 elsewhere."""
    p = scene.parse
    segment = p.segments[p.at(preposition)]
    first = next((i for i in range(segment.low, preposition) if scene.unit.tags[i] not in ("KON", "ADV")), preposition)
    if first != preposition or not segment.verbs or segment.kind != "v2" or segment.verbs[0] - preposition > 14:
        return 0
    return segment.verbs[0]


def _zufolge(scene: Scene, lexicon: Lexicon, i: int) -> None:
    unit = scene.unit
    low = _phrase_start(unit, i)
    if low < i:
        _frame(scene, lexicon, (i, i + 1), (low, i), (low, i + 1), "zufolge")


def _phrase_start(unit: Unit, high: int) -> int:
    """Where the phrase that ends before `high` begins: back to its determiner, over its genitives and prepositions."""
    low = high
    nominal = ("NN", "NE", "FM", "XY", "CARD", "ADJA", "TRUNC")
    while low > 0:
        tag, word = unit.tags[low - 1], unit.lows[low - 1]
        if tag in nominal or unit.words[low - 1] in '()„“"»«':
            low -= 1
        elif tag in ("ART", "PPOSAT", "PDAT", "PIAT"):
            low -= 1
            if low and (unit.tags[low - 1] in ("NN", "NE") and word in unit.grammar.genitive_article):
                continue
            if (
                low
                and unit.lows[low - 1] in unit.grammar.links
                and unit.tags[low - 1] in ("APPR", "APPRART")
                and low > 1
                and unit.tags[low - 2] in ("NN", "NE")
            ):
                low -= 1
                continue
            break
        elif (
            tag in ("APPR", "APPRART")
            and word in unit.grammar.links
            and low < high
            and low > 1
            and unit.tags[low - 2] in ("NN", "NE")
        ) or (tag == "KON" and low < high and low > 1 and unit.tags[low - 2] in ("NN", "NE")):
            low -= 1
        else:
            break
    while low < high and unit.tags[low] in ("KON", "$("):
        low += 1
    return low


def _demnach(scene: Scene, lexicon: Lexicon, i: int) -> None:
    hole = (i, i + 1)
    _frame(scene, lexicon, hole, hole, hole, "demnach")


def _so(scene: Scene, i: int) -> None:
    """ ", so X" at the end of a clause, or between two parts of it."""
    unit = scene.unit
    ranges = (
        first_phrase(unit, i + 1, len(unit))
        if i + 1 < len(unit) and unit.tags[i + 1] not in ("ADJD", "ADV", "KOUS")
        else []
    )
    if not ranges:
        return
    segment = scene.parse.segments[scene.parse.at(i)]
    if segment.low != i or (segment.verbs and segment.verbs[0] < ranges[-1][1] + 1):
        return
    high = segment.high
    end = ranges[-1][1]
    rest = [(high, len(unit))] if high < len(unit) and unit.words[high] == "," else []
    quote = _statement_before(scene, i) + [r for r in (tidy(unit, x) for x in rest) if r]
    direct = len(quote) == 1 and quote[0][1] - quote[0][0] == 1 and unit.tags[quote[0][0]] == QUOTE
    frame = (i - 1 if unit.words[i - 1] == "," else i, max(end, high))
    scene.add(Draft("direct" if direct else "indirect", quote, "so X", ranges, [(i, i + 1)], [frame]))


def _statement_before(scene: Scene, i: int) -> list[Range]:
    """What stands before the frame: back to the start of the unit or to a stronger break."""
    piece = tidy(scene.unit, (0, i))
    return [piece] if piece else []


def _frame(scene: Scene, lexicon: Lexicon, cue: Range, speaker: Range, frame: Range, rule: str) -> None:
    """Add the statement that is the clause around the frame, without it."""
    unit, p = scene.unit, scene.parse
    clause = p.segments[p.at(cue[0])].clause
    kind = p.clauses[clause].kind if clause != -1 else "main"
    dependent = kind in SUBORDINATE and kind != "wie"
    pieces = _clause_range(scene, clause) if dependent else _own_part(scene, lexicon, clause)
    quote = without(pieces, [frame])
    direct = (
        len(quote) >= 1
        and all(unit.tags[a] == QUOTE or _light(unit, a, b) for a, b in quote)
        and any(unit.tags[a] == QUOTE for a, _ in quote)
    )
    if direct:
        quote = [(a, b) for a, b in quote if unit.tags[a] == QUOTE]
    heir = rule == "demnach"
    who = _owner(scene, lexicon, clause, speaker) or [speaker]
    scene.add(Draft("direct" if direct else "indirect", quote, rule, who, [cue], [frame], heir=heir))


def _owner(scene: Scene, lexicon: Lexicon, clause: int, speaker: Range) -> list[Range]:
    """The subject of the clause, whose own words they are: "Die Stadt hat nach eigenen Angaben 30 gezählt"."""
    unit, p = scene.unit, scene.parse
    if clause == -1 or unit.lows[speaker[0]] not in unit.grammar.own:
        return []
    for predicate in predicates(p, clause):
        found = subject(p, predicate, lexicon, 0, len(unit))
        if found and unit.lows[found[-1][1] - 1].endswith(unit.grammar.time_endings):
            found = subject(p, predicate, lexicon, found[-1][1], len(unit))
        if found and unit.tags[found[0][0]] == "PRELS":
            before = [c for c in phrases(unit, 0, found[0][0]) if c.high == found[0][0] - 1]
            return [(before[0].low, before[0].high)] if before else found
        if found and not (found[0][0] < speaker[1] and speaker[0] < found[-1][1]):
            return found
    return []


def _own_part(scene: Scene, lexicon: Lexicon, clause: int) -> Range:
    """The unit, less the main clauses that sum up what others say: "Die Stadt zählt laut X 30, Y spricht von 20"."""
    p = scene.parse
    low, high = 0, len(scene.unit)
    for place, other in enumerate(p.clauses):
        if place == clause or other.kind != "main" or not other.verbs or not other.segments:
            continue
        if not any(clause_sums_up(p, q, lexicon) for q in predicates(p, place)):
            continue
        start = p.segments[other.segments[0]].low
        if place > clause:
            high = min(high, start)
        elif clause != -1:
            low = max(low, p.segments[p.clauses[clause].segments[0]].low)
    return low, high


def _light(unit: Unit, low: int, high: int) -> bool:
    return all(not unit.words[i][:1].isalnum() for i in range(low, high))


def _clause_range(scene: Scene, clause: int) -> Range:
    """The items of a clause with those of the clauses inside it."""
    p = scene.parse
    own = [s for s in p.segments if p.under(s.clause, clause)]
    return own[0].low, own[-1].high
