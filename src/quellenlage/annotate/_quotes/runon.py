"""Konjunktiv that carries a statement on over sentences without a new cue, until the indicative returns."""

from quellenlage.annotate._quotes.clause import predicates
from quellenlage.annotate._quotes.draft import Draft, Scene


def find_runon(scene: Scene, after_statement: bool) -> None:
    """Add the whole unit if its main clause is in the Konjunktiv I, or in the Konjunktiv II right after a statement."""
    if scene.drafts and any(d.type != "direct" for d in scene.drafts):
        return
    p, unit = scene.parse, scene.unit
    moods = set()
    for place, clause in enumerate(p.clauses):
        if clause.kind in ("main", "after"):
            moods |= {unit.items[q.verb].mood for q in predicates(p, place) if unit.items[q.verb].person != 1}
    if "konj1" in moods or ("konj2" in moods and after_statement):
        scene.add(Draft("indirect_free_indirect", [(0, len(unit))], "Konjunktiv carried on", heir=True))
