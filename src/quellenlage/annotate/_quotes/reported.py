"""Summaries of an act of speech: "forderte einen Abzug", "wies die Vorwürfe zurück", "sprach von einer Panne"."""

from quellenlage.annotate._quotes.clause import Predicate, predicates
from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject


def find_reported(scene: Scene, lexicon: Lexicon) -> None:
    """Add the unit where its main predicate sums up what somebody said and no other statement stands in it."""
    p, unit = scene.parse, scene.unit
    if any(d.type != "direct" for d in scene.drafts) or not p.segments:
        return
    for place, clause in enumerate(p.clauses):
        if clause.kind not in ("main", "after"):
            continue
        for predicate in predicates(p, place):
            if _sums_up(scene, predicate, lexicon):
                speaker = subject(p, predicate, lexicon, 0, len(unit))
                if speaker:
                    scene.add(Draft("reported", [(0, len(unit))], "summary", speaker, [], [], lemma=predicate.lemma))
                    return


def _sums_up(scene: Scene, predicate: Predicate, lexicon: Lexicon) -> bool:
    unit = scene.unit
    if predicate.modal or predicate.passive:
        return False
    if predicate.lemma in lexicon.summary_object:
        return True
    needed = lexicon.summary_preposition.get(predicate.lemma)
    if needed is None:
        return False
    return not needed or any(unit.lows[i] in needed for i in scene.parse.items(predicate.clause))
