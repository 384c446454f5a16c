"""Konjunktiv that carries a statement on over sentences without a new cue, until the indicative returns."""

from quellenlage.annotate._quotes.draft import Draft, Scene


def find_runons(scenes: list[Scene]) -> None:
    """Add each unit whose main clause is in the Konjunktiv I, or in the Konjunktiv II beside a statement."""
    moods = ["" if scene.closed else _mood(scene) for scene in scenes]
    spoken = [any(not d.nested and d.type != "direct" for d in scene.drafts) for scene in scenes]
    near = [False] * len(scenes)
    for order in (range(len(scenes)), range(len(scenes) - 1, -1, -1)):
        last: int | None = None
        for i in order:
            scene = scenes[i]
            beside = last is not None and scenes[last].unit.paragraph == scene.unit.paragraph and abs(i - last) == 1
            if moods[i] == "konj1" or (moods[i] == "konj2" and beside and (order.step > 0 or near[last or 0])):
                near[i] = not spoken[i]
            if near[i] or (spoken[i] and order.step > 0) or (order.step > 0 and scene.drafts):
                last = i
    for i, scene in enumerate(scenes):
        if near[i]:
            scene.add(Draft("indirect_free_indirect", [(0, len(scene.unit))], "Konjunktiv carried on", heir=True))


def _mood(scene: Scene) -> str:
    """The mood of the main clauses: "konj1" before "konj2"; nothing where the speaker says "ich"."""
    unit = scene.unit
    found = set()
    for clause in scene.parse.clauses:
        if clause.kind in ("main", "after"):
            found |= {unit.items[v].mood for v in clause.verbs if unit.lows[v] not in unit.grammar.wish}
    if not unit.grammar.first_person.isdisjoint(unit.lows):
        return ""
    return "konj1" if "konj1" in found else "konj2" if "konj2" in found else ""
