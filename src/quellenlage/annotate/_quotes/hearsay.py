"""soll, sollen and will as hearsay: "soll abgelehnt haben", "will nichts gewusst haben"."""

from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
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
            scene.add(
                Draft(
                    "free_indirect",
                    [(0, len(unit))],
                    f"{token.lemma} with {'perfect infinitive' if perfect else 'a state'}",
                    lemma=token.lemma,
                    certainty="hedged",
                )
            )
            return


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
