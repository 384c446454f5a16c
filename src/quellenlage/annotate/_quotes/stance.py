"""Whether a statement asserts, denies or declines, and whether it is certain or hedged."""

from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.model.marks import Certainty, Stance


def judge(scene: Scene, draft: Draft, lexicon: Lexicon) -> tuple[Stance, Certainty]:
    """Stance and certainty of a draft from its cue and its words."""
    table = lexicon.stance
    unit = scene.unit
    items = [i for low, high in draft.quote for i in range(low, high)]
    lows = {unit.lows[i] for i in items}
    stance: Stance = draft.stance
    if draft.lemma in table["denies"]["verbs"].split():
        stance = "denies"
    certainty: Certainty = draft.certainty
    if (
        draft.lemma in table["hedged"]["verbs"].split()
        or lows & set(table["hedged"]["words"].split())
        or lows & set(table["hedged"]["modals"].split())
    ):
        certainty = "hedged"
    return stance, certainty
