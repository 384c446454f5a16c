"""Which noun phrase of a clause is the one who speaks, and how far that phrase goes."""

from quellenlage.annotate._quotes.clause import SUBORDINATE, Parse, Predicate, predicates
from quellenlage.annotate._quotes.draft import Range
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import PRONOUNS, Phrase, bracket, oblique, phrase_at, phrases
from quellenlage.annotate._quotes.unit import Unit, is_mark

_SKIP = frozenset(("ADV", "KON", "PTKNEG", "$(", "KOKOM", "ADJD", "PTKVZ", "PROAV", "PAV"))


def subject(
    p: Parse, predicate: Predicate, lexicon: Lexicon, low: int, high: int, inherit: bool = False
) -> list[Range]:
    """The subject among items `low` to `high` (excluded) of the predicate's surroundings; empty if there is none."""
    unit = p.unit
    if predicate.lemma in lexicon.impersonal:
        return _place_of(unit, lexicon, low, high, True)
    if predicate.passive and predicate.lemma not in unit.grammar.quoted:
        return _agent(unit, low, high) or _place_of(unit, lexicon, low, high, False)
    clause = p.clauses[predicate.clause]
    final = clause.kind in SUBORDINATE
    verb = predicate.verb if final or not clause.verbs else clause.verbs[0]
    governed = lexicon.summary_preposition.get(predicate.lemma, frozenset())
    best: tuple[float, list[Range]] = (0.0, [])
    person: list[Range] = []
    reached, first, acting = -1, True, False
    weighs = predicate.lemma in lexicon.counting or predicate.lemma in lexicon.summary_object
    for candidate in _candidates(p, predicate, low, high):
        if candidate.low < reached or candidate.low in predicate.parts:
            continue
        ranges = extent(unit, candidate, verb, high, governed, not final)
        reached = ranges[-1][1]
        score = _score(unit, candidate, ranges, lexicon, predicate)
        if candidate.high <= verb and not final:
            score += 4.0
        elif first:
            score += 1.5
            first = False
        else:
            score -= 0.2 * abs(candidate.low - verb) ** 0.5
        if reached < verb and unit.words[reached] == ":":
            score -= 3.0
        if _beside(unit, candidate, verb):
            score += 3.0
        acts = weighs and _acts(unit, candidate, lexicon)
        if score > 0 and acts and not acting and best[1]:
            best = (0.0, [])  # "Das Loch in der Kasse bezifferte Präsident Raab": who acts, not what stands first
        if score > best[0] and acts >= acting:
            best, acting = (score, ranges), acts
        if _quotable(unit, candidate, verb, reached):
            person = ranges
    if person and person != best[1] and predicate.lemma in unit.grammar.quoted and not predicate.passive:
        return person
    if not best[1] and inherit and clause.kind == "after":
        return shared_subject(p, predicate, lexicon)
    return best[1]


def _acts(unit: Unit, c: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase is a pronoun or document, or its head or the name after it a country or someone who acts."""
    if unit.tags[c.head] in PRONOUNS or unit.words[c.head] in lexicon.document or lexicon.is_source(unit.words[c.head]):
        return True
    after = next((i for i in range(c.head + 1, c.high) if unit.tags[i] not in ("NN", "NE")), c.high)
    return any(i in unit.actors or unit.tags[i] == "NE" for i in range(c.head, after))


def _quotable(unit: Unit, c: Phrase, verb: int, high: int) -> bool:
    """Whether "zitiert" gives the words to this phrase: "zitiert ihn die Zeitung", "zitiert die Zeitung Weber"."""
    if unit.lows[c.low] in unit.grammar.quoted_object and unit.tags[c.low] == "PPER":
        return True
    return c.low > verb and any(unit.actors.get(i) == "person" for i in range(c.low, high))


def _beside(unit: Unit, c: Phrase, verb: int) -> bool:
    """A pronoun right after the verb: "erzählt sie BLITZ"."""
    word = unit.lows[c.low]
    named = word in unit.grammar.nominative and word not in unit.grammar.empty_subject
    return c.low == verb + 1 and unit.tags[c.low] == "PPER" and named


def shared_subject(p: Parse, predicate: Predicate, lexicon: Lexicon) -> list[Range]:
    """The subject of the main clause before, for one that leaves it out: "bestätigte das, teilte jedoch mit, …"."""
    for place in range(predicate.clause - 1, -1, -1):
        if p.clauses[place].kind == "main" and p.clauses[place].verbs:
            other = predicates(p, place)[0]
            return subject(p, other, lexicon, 0, p.segments[p.clauses[predicate.clause].segments[0]].low)
    return []


def _candidates(p: Parse, predicate: Predicate, low: int, high: int) -> list[Phrase]:
    """Noun phrases of the predicate's own clause within the items, without those that a preposition governs."""
    own = p.clauses[predicate.clause].segments
    found: list[Phrase] = []
    for place in own:
        segment = p.segments[place]
        a, b = max(low, segment.low), min(high, segment.high)
        if a < b:
            found.extend(c for c in phrases(p.unit, a, b) if c.preposition == -1)
    return found


def _score(unit: Unit, c: Phrase, ranges: list[Range], lexicon: Lexicon, predicate: Predicate) -> float:
    tag, word = unit.tags[c.head], unit.words[c.head]
    if tag == "PRF" or (oblique(unit, c) and unit.tags[c.low] != "PRELS"):
        return -9.0
    score = 1.0
    if unit.tags[c.low] == "CARD" and predicate.lemma in lexicon.counting:
        return -2.0  # what is counted, not who counts: "14 Verletzte zählen sie"
    if tag in PRONOUNS:
        return _pronoun(unit, c) + _agrees(unit, c, predicate)
    if tag == "CARD":
        return -2.0
    if word in lexicon.not_speaker:
        score -= 4.0
    tail = word.lower()
    if tag == "NN" and tail.endswith(unit.grammar.time_endings) and c.head not in unit.actors:
        score -= 4.0
    if tag == "NE":
        score += 1.5
    elif tail.endswith(unit.grammar.agent_endings):
        score += 1.0
    elif tail.endswith(unit.grammar.abstract_endings):
        score -= 1.5
    kind = unit.actors.get(c.head) or unit.actors.get(ranges[-1][1] - 1)
    if kind == "place":
        score -= 0.5
    elif kind is not None:
        score += 1.5
    if any(unit.tags[i] == "NE" for i in range(c.low, ranges[-1][1])):
        score += 1.0
    return score + _agrees(unit, c, predicate)


def _pronoun(unit: Unit, c: Phrase) -> float:
    """How well a pronoun's form fits a speaker."""
    word, tag = unit.lows[c.low], unit.tags[c.low]
    if word in unit.grammar.empty_subject:
        return -3.0
    if word in unit.grammar.sure_subject:
        return 6.0
    if tag == "PRELS":
        return 5.0 if word in unit.grammar.relative_sure else 2.5 if word in unit.grammar.relative else -3.0
    if tag in ("PDS", "PIS") and word in unit.grammar.pointing:
        return -3.0
    return 2.5 if word in unit.grammar.nominative or tag == "PIS" else -3.0


def _agrees(unit: Unit, c: Phrase, predicate: Predicate) -> float:
    """Minus for a number that contradicts the verb's; nothing where the form doesn't tell."""
    number = unit.items[predicate.verb].number
    first = unit.lows[c.low]
    if number is None:
        return 0.0
    if unit.tags[c.head] == "NN" and first in unit.grammar.definite_ambiguous and unit.tags[c.low] == "ART":
        plural = unit.items[c.head].lemma != unit.words[c.head]
        same = unit.lows[c.head].endswith(unit.grammar.same_plural_endings)
        return 0.0 if plural == (number == "plur") or (number == "plur" and same) else -4.0
    bare = c.low == c.head and unit.tags[c.head] == "NN" and c.head not in unit.actors
    plural = bare and unit.items[c.head].lemma not in (unit.words[c.head], "")
    singular = unit.grammar.genitive_adjective_endings + unit.grammar.genitive_name_endings
    if plural and number == "sing" and not unit.lows[c.head].endswith(singular):
        return -4.0
    if first in unit.grammar.singular_first:
        return -2.5 if number == "plur" and not _joined(unit, c) else 0.5
    if first in unit.grammar.plural_first or unit.tags[c.low] == "CARD":
        return -4.0 if number == "sing" else 0.5
    return 0.0


def _joined(unit: Unit, c: Phrase) -> bool:
    return c.high < len(unit) and (unit.tags[c.high] == "KON" or unit.words[c.high] == ",")


def _agent(unit: Unit, low: int, high: int) -> list[Range]:
    """ "von …" or "durch …" of a passive."""
    for c in phrases(unit, low, high):
        if c.preposition != -1 and unit.lows[c.preposition] in unit.grammar.agent and unit.tags[c.head] in ("NN", "NE"):
            return extent(unit, c, c.preposition, high)
    return []


def _place_of(unit: Unit, lexicon: Lexicon, low: int, high: int, any_noun: bool) -> list[Range]:
    """Where it is said: "verlautete aus Regierungskreisen", "wird im Schreiben gefordert"."""
    for c in phrases(unit, low, high):
        if c.preposition == -1 or unit.lows[c.preposition] not in unit.grammar.said_in:
            continue
        word = unit.words[c.head]
        if word in lexicon.not_speaker and word not in lexicon.document:
            continue
        document = word in lexicon.document or lexicon.is_source(word)
        agent = any_noun and unit.actors.get(c.head, "place") != "place"
        quarter = any_noun and unit.tags[c.head] == "NN" and unit.lows[c.preposition] in unit.grammar.said_at
        if document or agent or quarter:
            return extent(unit, c, -1, high)
    return []


def extent(
    unit: Unit, c: Phrase, verb: int, high: int, governed: frozenset[str] = frozenset(), second: bool = True
) -> list[Range]:
    """von- and für-phrases, appositions, coordinated phrases; in the first place all."""
    if unit.tags[c.head] in PRONOUNS:
        return [(c.low, _described(unit, c, c.high) if unit.tags[c.head] == "PIS" else c.high)]
    end, limit = c.high, high
    before = second and c.high <= verb
    if c.high <= verb:
        limit = verb
    low, whole = unit.wholes.get(c.head, (c.low, c.high))
    if low <= c.low and c.high < whole <= limit and unit.actors.get(c.head) != "place":
        end = whole
    while end < limit:
        grown = _grow(unit, end, limit, before, verb, governed)
        if grown == end:
            break
        end = grown
    return [(c.low, _described(unit, c, end))]


def _described(unit: Unit, c: Phrase, end: int) -> int:
    """Past a relative clause that says why the source has no name: "ein Fan, der ungenannt bleiben möchte"."""
    vague = unit.lows[c.low] in unit.grammar.indefinite_article | unit.grammar.indefinite
    if not vague or end + 1 >= len(unit) or unit.words[end] != "," or unit.tags[end + 1] != "PRELS":
        return end
    stop = next((i for i in range(end + 2, len(unit)) if unit.words[i] in (",", ".", ":", ";")), len(unit))
    return stop if any(unit.words[i] in unit.grammar.anonymous for i in range(end + 2, stop)) else end


def _grow(unit: Unit, end: int, limit: int, before: bool, verb: int, governed: frozenset[str]) -> int:
    low, tag = unit.lows[end], unit.tags[end]
    if (before and tag in ("APPR", "APPRART")) or (low in unit.grammar.attributive and low not in governed):
        inner = phrase_at(unit, end + 1, limit)
        return inner.high if inner and unit.tags[inner.head] not in PRONOUNS else end
    if tag == "KON" and low in unit.grammar.and_:
        inner = phrase_at(unit, end + 1, limit)
        if inner and unit.tags[inner.head] not in PRONOUNS and (before or unit.items[verb].number != "sing"):
            return inner.high
        return end
    if unit.words[end] == ",":
        return _apposition(unit, end, limit, before)
    if unit.words[end] == "(":
        return max(end, bracket(unit, end, limit))
    return end


def _apposition(unit: Unit, comma: int, limit: int, before: bool) -> int:
    """Past ", Präsident des Verbands(,)"; `comma` where no apposition follows."""
    inner = phrase_at(unit, comma + 1, limit)
    if (
        inner is None
        or unit.tags[inner.head] not in ("NN", "NE")
        or (unit.lows[inner.low] in unit.grammar.oblique_article)
    ):
        return comma
    end = inner.high
    while end < limit and (
        unit.lows[end] in unit.grammar.attributive | unit.grammar.local or (before and unit.tags[end] == "APPR")
    ):
        more = phrase_at(unit, end + 1, limit)
        if more is None:
            break
        end = more.high
    closed = (
        end >= len(unit) or end == limit or unit.words[end] in (",", ".", ":", "?", "!") or is_mark(unit.words[end])
    )
    return end if closed else comma


def first_phrase(unit: Unit, low: int, high: int) -> list[Range]:
    """The phrase that begins at `low` or after particles, as far as it goes: for ", so X" and "laut X"."""
    while low < high and unit.tags[low] in _SKIP and unit.words[low] != "(" and not is_mark(unit.words[low]):
        low += 1
    c = phrase_at(unit, low, high)
    if c is None:
        return []
    return extent(unit, c, -1, high, unit.grammar.benefit)
