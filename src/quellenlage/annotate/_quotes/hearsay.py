"""soll, sollen and will as hearsay: "soll abgelehnt haben", "will nichts gewusst haben"."""

from quellenlage.annotate._quotes.clause import predicates
from quellenlage.annotate._quotes.draft import Draft, Range, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject
from quellenlage.annotate._quotes.unit import Unit

_PERFECT = frozenset(("VAINF",))


def find_hearsay(scene: Scene, lexicon: Lexicon) -> None:
    """Add the unit whose modal with a perfect infinitive passes on what somebody else says."""
    unit = scene.unit
    if any(d.type != "direct" for d in scene.drafts):
        return
    for i, tag in enumerate(unit.tags):
        token = unit.items[i]
        if tag != "VMFIN" or token.lemma not in unit.grammar.hearsay or token.mood == "konj2" or token.tense == "past":
            continue
        perfect = any(
            unit.tags[j] in _PERFECT
            and unit.lows[j] in unit.grammar.perfect
            and unit.tags[j - 1] in ("VVPP", "VAPP", "VMPP")
            for j in range(i + 1, len(unit))
        )
        state = token.lemma in unit.grammar.said and _state(unit, i, lexicon)
        if perfect or state:
            rule = f"{token.lemma} with {'perfect infinitive' if perfect else 'a state'}"
            speaker = [] if token.lemma in unit.grammar.said else _claimant(scene, i, lexicon)
            whole = [(0, len(unit))]
            scene.add(Draft("free_indirect", whole, rule, speaker, lemma=token.lemma, certainty="hedged"))
            return


def _claimant(scene: Scene, modal: int, lexicon: Lexicon) -> list[Range]:
    """Who says it of himself: the subject of "will nichts gewusst haben"."""
    p = scene.parse
    for place, clause in enumerate(p.clauses):
        for predicate in predicates(p, place):
            if predicate.verb == modal and clause.kind in ("main", "after"):
                return subject(p, predicate, lexicon, 0, len(scene.unit))
    return []


def _state(unit: Unit, modal: int, lexicon: Lexicon) -> bool:
    """Whether the infinitive tells of a state: "sollen sich dort befinden"; what shall be done is a plan."""
    for j in range(modal + 1, len(unit)):
        if unit.tags[j] == "VVINF" and unit.items[j].lemma in lexicon.states:
            return True
        if (
            unit.tags[j] == "VAINF"
            and unit.lows[j] in unit.grammar.perfect
            and unit.tags[j - 1] not in ("VVPP", "PTKZU")
        ):
            return True
    return False
