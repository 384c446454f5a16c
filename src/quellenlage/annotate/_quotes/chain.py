"""Who passes whose words on: "meldet AFP unter Berufung auf X", "sie sagt, der Gutachter habe gesagt, …"."""

from quellenlage.annotate._quotes.draft import Draft, Range, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import phrase_at
from quellenlage.annotate._quotes.speaker import extent


def find_chains(scene: Scene, lexicon: Lexicon) -> None:
    """Set `via` of each statement that comes through another's mouth, outermost first."""
    leaning = _leaning(scene, lexicon)
    for draft in scene.drafts:
        behind = next((x for at, x in leaning if any(low <= at < high for low, high in draft.frame)), None)
        if behind is not None and draft.speaker and draft.type != "reported":
            draft.via, draft.speaker = list(draft.speaker), [behind]
    for draft in scene.drafts:
        outer = _around(scene, draft)
        if outer is not None and not draft.via:
            draft.via = [*outer.via, *outer.speaker]


def _leaning(scene: Scene, lexicon: Lexicon) -> list[tuple[int, Range]]:
    """Each "unter Berufung auf X" of the unit: its place and the phrase X."""
    unit = scene.unit
    found = []
    for i in range(1, len(unit) - 2):
        if unit.words[i] in lexicon.via_heads and unit.lows[i - 1] in lexicon.via_prepositions:
            phrase = phrase_at(unit, i + 2, len(unit))
            if phrase is not None and unit.tags[i + 1] == "APPR":
                found.append((i, extent(unit, phrase, -1, len(unit))[0]))
    return found


def _around(scene: Scene, draft: Draft) -> Draft | None:
    """The narrowest statement among whose words this one's frame stands."""
    if not draft.frame or draft.host is not None:
        return None
    low, high = draft.frame[0][0], draft.frame[-1][1]
    outer = [d for d in scene.drafts if d is not draft and d.type != "reported" and _within(d.quote, low, high)]
    return min(outer, key=lambda d: sum(b - a for a, b in d.quote), default=None)


def _within(pieces: list[Range], low: int, high: int) -> bool:
    return any(a <= low and high - 1 <= b for a, b in pieces)
