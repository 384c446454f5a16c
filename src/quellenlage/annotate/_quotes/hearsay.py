"""soll, sollen and will as hearsay: "soll abgelehnt haben", "will nichts gewusst haben"."""

from quellenlage.annotate._quotes.draft import Draft, Scene

_PERFECT = frozenset(("VAINF",))


def find_hearsay(scene: Scene) -> None:
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
        if perfect:
            scene.add(
                Draft(
                    "free_indirect",
                    [(0, len(unit))],
                    f"{token.lemma} with perfect infinitive",
                    lemma=token.lemma,
                    certainty="hedged",
                )
            )
            return
