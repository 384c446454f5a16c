"""Relative and causal clauses in the Konjunktiv: "kritisiert ein Gesetz, das Spenden verbiete"."""

from quellenlage.annotate._quotes.clause import Clause, predicates
from quellenlage.annotate._quotes.draft import Draft, Scene, group
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject


def find_dependent(scene: Scene, lexicon: Lexicon) -> None:
    """Add each such clause that no statement has, with the main clause before it as frame.

    Konjunktiv I is proof by itself (18 of 19 right in training); Konjunktiv II only after a verb of speech.
    """
    p = scene.parse
    main = next((n for n, c in enumerate(p.clauses) if c.kind == "main" and c.verbs), -1)
    if main == -1:
        return
    predicate = predicates(p, main)[0]
    begin = p.segments[p.clauses[main].segments[0]].low
    for place, clause in enumerate(p.clauses):
        if clause.kind not in ("rel", "sub") or clause.parent == -1 or predicate.subjunctive:
            continue
        if not _reported(scene, clause, predicate.lemma in lexicon.known) or scene.covered(clause.verbs[0]):
            continue
        own = [s for s in p.segments if p.under(s.clause, place)]
        low, high = own[0].low, own[-1].high
        speaker = subject(p, predicate, lexicon, begin, low)
        if speaker and begin < low:
            cue = group([i for i in predicate.parts if i < low])
            frame = [(begin, low)]
            scene.add(Draft("indirect", [(low, high)], "Konjunktiv clause", speaker, cue, frame, lemma=predicate.lemma))


def _reported(scene: Scene, clause: Clause, told: bool) -> bool:
    unit = scene.unit
    moods = {unit.items[v].mood for v in clause.verbs}
    return "konj1" in moods or (told and any(_perfect_subjunctive(scene, v) for v in clause.verbs))


def _perfect_subjunctive(scene: Scene, verb: int) -> bool:
    """hätte, wäre and würde, which stand in for a Konjunktiv I that looks like the indicative."""
    return scene.unit.items[verb].mood == "konj2" and scene.unit.tags[verb] == "VAFIN"
