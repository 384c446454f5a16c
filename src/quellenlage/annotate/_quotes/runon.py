"""Konjunktiv that carries a statement on over sentences without a new cue, until the indicative returns."""

from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.reported import sums_up
from quellenlage.annotate._quotes.unit import QUOTE


def find_runons(scenes: list[Scene], lexicon: Lexicon) -> None:
    """Add each unit whose main clause is in the Konjunktiv I, or in the Konjunktiv II beside words of somebody."""
    moods = ["" if scene.closed else _mood(scene) for scene in scenes]
    spoken = [any(not d.nested and d.type != "direct" for d in scene.drafts) for scene in scenes]
    runs = [mood == "konj1" and not other for mood, other in zip(moods, spoken, strict=True)]
    for i in range(1, len(scenes)):
        if moods[i] == "konj2" and not spoken[i] and _same_paragraph(scenes, i - 1, i):
            runs[i] = runs[i - 1] or spoken[i - 1] or _tells(scenes[i - 1], lexicon)
    for i in range(len(scenes) - 2, -1, -1):
        if moods[i] == "konj2" and not spoken[i] and runs[i + 1] and _same_paragraph(scenes, i, i + 1):
            runs[i] = True
    for scene, runs_on in zip(scenes, runs, strict=True):
        if runs_on:
            whole = [(0, len(scene.unit))]
            scene.add(Draft("indirect_free_indirect", whole, "Konjunktiv carried on", heir=True))


def _same_paragraph(scenes: list[Scene], a: int, b: int) -> bool:
    return scenes[a].unit.paragraph == scenes[b].unit.paragraph


def _tells(scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the unit holds words in marks, a nested statement or a summary."""
    return not scene.closed and (bool(scene.drafts) or QUOTE in scene.unit.tags or sums_up(scene, lexicon))


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
