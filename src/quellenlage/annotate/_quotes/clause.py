"""Clauses of a unit from tags and commas alone: what is a main clause and what depends on it.

A segment is what stands between commas, colons, dashes and semicolons. Segments are joined to clauses with a stack: a
subordinate clause waits for its finite verb, a main clause that began with its first part waits for its verb.
"""

from dataclasses import dataclass, field

from quellenlage.annotate._quotes.unit import QUOTE, Unit

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
_VERBAL = frozenset(("VVPP", "VVINF", "VVIZU", "VAPP", "VAINF", "VMINF", "VMPP"))
_RELATIVE = frozenset(("PRELS", "PRELAT"))
_WH = frozenset(("PWS", "PWAT", "PWAV"))
_BREAKS = frozenset((",", ";", ":", "–", "—", "-", "…"))
_PHRASE_START = frozenset(("ART", "NE", "NN", "PPOSAT", "PIAT", "ADJA", "PDAT", "CARD"))
_SKIP = frozenset(("KON", "$(", "ADV", "PTKNEG"))
SUBORDINATE = frozenset(("dass", "ob", "wh", "rel", "wie", "whereby", "sub"))


@dataclass(slots=True)
class Segment:
    """Items `low` to `high` (excluded) between two breaks. `verbs` are the places of the finite verbs."""

    low: int
    high: int
    kind: str
    verbs: list[int]
    clause: int = -1


@dataclass(slots=True)
class Clause:
    """A clause of one or more segments. `parent` is the clause that it depends on, -1 for a main clause."""

    kind: str
    parent: int
    segments: list[int] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Parse:
    """A unit with its segments and clauses."""

    unit: Unit
    segments: list[Segment]
    clauses: list[Clause]

    def items(self, clause: int) -> list[int]:
        """The places of the clause's own items, without those of the clauses inside it."""
        return [i for s in self.clauses[clause].segments for i in range(self.segments[s].low, self.segments[s].high)]

    def at(self, item: int) -> int:
        """The segment that holds the item, or that follows it where the item is a break."""
        for place, segment in enumerate(self.segments):
            if item < segment.high:
                return place
        return len(self.segments) - 1

    def under(self, clause: int, ancestor: int) -> bool:
        """Whether `clause` is `ancestor` or depends on it."""
        while clause != -1:
            if clause == ancestor:
                return True
            clause = self.clauses[clause].parent
        return False


def parse(unit: Unit) -> Parse:
    """Segments and clauses of the unit. Linear in its items times the depth of nesting."""
    segments = _segments(unit)
    return Parse(unit, segments, _clauses(unit, segments))


def _segments(unit: Unit) -> list[Segment]:
    found: list[Segment] = []
    low = 0
    words, tags = unit.words, unit.tags
    for i in range(len(unit) + 1):
        at_end = i == len(unit)
        if not at_end and tags[i] == QUOTE and (i + 1 == len(unit) or words[i + 1] == ",") and i == low:
            continue
        if at_end or words[i] in _BREAKS or (tags[i] == "$." and i + 1 == len(unit)):
            if i > low:
                found.append(_segment(unit, low, i))
            low = i + 1
    return found


def _segment(unit: Unit, low: int, high: int) -> Segment:
    verbs = [i for i in range(low, high) if unit.tags[i] in FINITE]
    return Segment(low, high, _kind(unit, low, high, verbs), verbs)


def _kind(unit: Unit, low: int, high: int, verbs: list[int]) -> str:
    tags, lows = unit.tags, unit.lows
    if tags[low] == QUOTE and high - low <= 2:
        return "quote"
    first = low
    while first < high - 1 and tags[first] in _SKIP and lows[first] not in unit.grammar.opening_adverb:
        first += 1
    word, tag = lows[first], tags[first]
    if word in unit.grammar.that:
        return "sub" if first > low and lows[first - 1] in unit.grammar.consequence else "dass"
    if word in unit.grammar.whereby and verbs and tag != "ADV":
        return "whereby"
    if word in unit.grammar.whether and (verbs or tag == "KOUS"):
        return "ob"
    if word in unit.grammar.as_ and ((verbs and verbs[0] > first + 1) or (low == 0 and not verbs and high - low > 2)):
        return "wie"
    if tag == "KOUS":
        return "sub"
    if tag in _WH:
        return "wh"
    if tag == "PRELS" and word in unit.grammar.relative_article and _second(unit, high, verbs):
        return "v2"
    if tag == "ART" and low and unit.words[low - 1] == "," and _verb_last(unit, first, high, verbs):
        return "rel"
    if tag == "PRELS" and not verbs and (tags[high - 1] == "VVIZU" or "PTKZU" in tags[low:high]):
        return "inf"
    if tag in _RELATIVE or (tag == "APPR" and first + 1 < high and tags[first + 1] in _RELATIVE):
        return "rel"
    if tag == "APPR" and first + 1 < high and tags[first + 1] in _WH:
        return "wh"
    if verbs:
        return "v1" if verbs[0] == first or (verbs[0] == low) else "v2"
    return _infinitive(unit, low, high, first)


def _second(unit: Unit, high: int, verbs: list[int]) -> bool:
    """Whether a Konjunktiv stands in the middle, so that what looks like a relative clause is a main clause."""
    if len(verbs) != 1 or unit.items[verbs[0]].mood != "konj1":
        return False
    return any(unit.tags[i] in ("NN", "ART", "PPER", "ADV", "APPR", "ADJD") for i in range(verbs[0] + 1, high))


def _verb_last(unit: Unit, first: int, high: int, verbs: list[int]) -> bool:
    """Whether noun, adverb and noun stand before the only verb, after a relative: "der BLATT gern die Augen öffnet"."""
    if verbs != [high - 1] or unit.lows[first] not in unit.grammar.relative_article:
        return False
    indicative = unit.items[high - 1].mood not in ("konj1", "konj2")
    adverb = next((i for i in range(first + 2, high - 2) if unit.tags[i] == "ADV"), high)
    return indicative and any(unit.tags[i] in ("NN", "NE") for i in range(adverb, high - 1))


def _infinitive(unit: Unit, low: int, high: int, first: int) -> str:
    """ "inf" for an infinitive with zu, "purpose" after um, ohne, anstatt; "part" for a stretch without a verb."""
    tags = unit.tags
    zu = any(
        tags[i] == "VVIZU" or (tags[i] == "PTKZU" and i + 1 < high and tags[i + 1] in _VERBAL) for i in range(low, high)
    )
    if not zu:
        return "part"
    return "purpose" if tags[first] == "KOUI" or unit.lows[first] in unit.grammar.purpose else "inf"


def _clauses(unit: Unit, segments: list[Segment]) -> list[Clause]:
    clauses: list[Clause] = []
    stack: list[int] = []

    def put(place: int, clause: int) -> None:
        segments[place].clause = clause
        clauses[clause].segments.append(place)
        clauses[clause].verbs.extend(segments[place].verbs)
        while clause in stack and stack[-1] != clause:
            stack.pop()

    def new(place: int, kind: str, parent: int) -> None:
        clauses.append(Clause(kind, parent))
        stack.append(len(clauses) - 1)
        put(place, len(clauses) - 1)

    for place, segment in enumerate(segments):
        top = stack[-1] if stack else -1
        waiting = _waiting(unit, segments, clauses, stack)
        if segment.kind in SUBORDINATE:
            new(place, segment.kind, _host(unit, segment, clauses, top))
        elif segment.kind in ("inf", "purpose"):
            new(place, segment.kind, top)
        elif segment.kind == "quote":
            new(place, "quote", -1)
            stack.pop()
        elif segment.kind == "part":
            if waiting != -1:
                put(place, waiting)
            elif top != -1:
                put(place, top)
            else:
                new(place, "main", -1)
        elif waiting != -1 and _parenthesis(segments, place):
            clauses.append(Clause("after", -1))
            put(place, len(clauses) - 1)
        elif waiting != -1 and _elliptic(clauses[waiting], segment, place):
            stack.clear()
            new(place, "main", -1)
        elif waiting != -1 and (
            clauses[waiting].kind in SUBORDINATE
            or segment.kind == "v1"
            or _first_place(unit, segments, clauses[waiting])
        ):
            put(place, waiting)
        elif segment.kind == "v1" and not any(c.kind == "main" for c in clauses) and not _tail(unit, segment):
            new(place, "main", -1)
        else:
            stack.clear()
            new(place, "after" if segment.kind == "v1" and place else "main", -1)
    return clauses


def _host(unit: Unit, segment: Segment, clauses: list[Clause], top: int) -> int:
    """What a subordinate clause depends on: for "und dass" what the first dass depends on."""
    if top != -1 and unit.tags[segment.low] == "KON" and clauses[top].kind in SUBORDINATE:
        return clauses[top].parent
    return top


def _waiting(unit: Unit, segments: list[Segment], clauses: list[Clause], stack: list[int]) -> int:
    """The innermost clause that still lacks its finite verb, -1 if none."""
    for clause in reversed(stack):
        c = clauses[clause]
        if c.verbs or c.kind in ("inf", "purpose", "quote", "after"):
            continue
        last = segments[c.segments[-1]].high - 1
        if c.kind in SUBORDINATE and unit.tags[last] in _VERBAL:
            continue
        return clause
    return -1


def _parenthesis(segments: list[Segment], place: int) -> bool:
    """A short verb-first stretch inside a clause whose verb follows: "Vierzig, sagt sie, kämen"."""
    segment = segments[place]
    if segment.kind != "v1" or segment.high - segment.low > 6 or place + 1 >= len(segments):
        return False
    return segments[place + 1].kind == "v1" and place > 0 and segments[place - 1].kind == "part"


def _elliptic(question: Clause, segment: Segment, place: int) -> bool:
    """Whether a question is left without its verb: "An wen, wollte Raab nicht sagen"."""
    longer = segment.high - segment.low > 2
    return question.kind == "wh" and question.segments == [place - 1] and segment.kind == "v1" and longer


def _first_place(unit: Unit, segments: list[Segment], clause: Clause) -> bool:
    """Whether a clause that waits for its verb began with a noun phrase: "Singer, ein Experte, erklärte"."""
    return unit.tags[segments[clause.segments[0]].low] in _PHRASE_START


def _tail(unit: Unit, segment: Segment) -> bool:
    """Whether a verb-first segment follows words that a quotation folded away."""
    return segment.low > 0 and unit.tags[segment.low - 1] == QUOTE


@dataclass(slots=True)
class Predicate:
    """A finite verb with what belongs to it. `main` is the place of the verb that carries the meaning."""

    verb: int
    main: int
    lemma: str
    clause: int
    parts: list[int]
    passive: bool
    modal: str
    subjunctive: bool


def predicates(p: Parse, clause: int) -> list[Predicate]:
    """The verbs of a clause, coordinated ones each by itself, in order."""
    found = []
    items = p.items(clause)
    verbs = p.clauses[clause].verbs
    final = p.clauses[clause].kind in SUBORDINATE
    for n, verb in enumerate(verbs):
        low = verbs[n - 1] if n and final else (-1 if final else verb)
        high = verb if final else (verbs[n + 1] if n + 1 < len(verbs) else len(p.unit))
        near = [i for i in items if low < i < high or i == verb]
        found.append(_predicate(p.unit, clause, verb, near))
    return found


def _predicate(unit: Unit, clause: int, verb: int, near: list[int]) -> Predicate:
    token, tags = unit.items[verb], unit.tags
    auxiliary = tags[verb] in ("VAFIN", "VMFIN")
    rest = [i for i in near if i != verb and tags[i] in _VERBAL] if auxiliary else []
    parts = [verb]
    main, lemma, passive = verb, token.lemma, False
    full = [i for i in rest if tags[i] in ("VVPP", "VVINF", "VVIZU")]
    if full:
        main = full[-1]
        lemma = unit.items[main].lemma
        parts += [main, *[i for i in rest if i > main and tags[i] in ("VAPP", "VAINF", "VMINF")]]
        passive = tags[main] == "VVPP" and (
            token.lemma in unit.grammar.become or any(unit.lows[i] in unit.grammar.passive_form for i in rest)
        )
    prefix = unit.particles.get(verb)
    told = [i for i in near if unit.items[i].lemma in unit.grammar.let_know and tags[i] == "VVINF"]
    if told and token.lemma in unit.grammar.let and not prefix:
        main, lemma = told[-1], unit.grammar.let_means[0]
        parts.append(main)
    elif prefix and not full:
        places = [i for i in near if i > verb and unit.words[i] == prefix]
        parts.extend(places[-1:])
        if not places and lemma.startswith(prefix):
            lemma = lemma[len(prefix) :]
    modal = token.lemma if tags[verb] == "VMFIN" else ""
    return Predicate(verb, main, lemma, clause, sorted(parts), passive, modal, token.mood in ("konj1", "konj2"))
