"""What a colon opens: words with a cue of their own, and where the words before a cue begin."""

from quellenlage.annotate._quotes.clause import Parse, predicates
from quellenlage.annotate._quotes.cue import recognise
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject


def has_own_cue(p: Parse, low: int, lexicon: Lexicon) -> bool:
    """Whether what a colon opens ends with a cue of its own: "zählt ihn nicht mehr mit: Er sei …, sagte X"."""
    for place, clause in enumerate(p.clauses):
        first = p.segments[clause.segments[0]]
        if clause.kind == "after" and first.low > low and first.kind == "v1" and first.verbs[0] == first.low:
            predicate = predicates(p, place)[0]
            cue = recognise(p, predicate, lexicon, first.low, first.high)
            if cue is not None and "say" in cue.verb.groups and not predicate.subjunctive:
                return bool(subject(p, predicate, lexicon, first.low, first.high))
    return False


def opening(p: Parse, high: int) -> int:
    """Where the words before a cue begin: after a colon that a clause in the indicative ends, or at the start."""
    unit = p.unit
    for i in range(high - 1, 0, -1):
        if unit.words[i] == ":":
            before = [unit.items[v].mood for s in p.segments if s.high <= i for v in s.verbs]
            after = [unit.items[v].mood for s in p.segments if i < s.low < high for v in s.verbs]
            return i + 1 if "ind" in before and "konj1" in after else 0
    return 0
