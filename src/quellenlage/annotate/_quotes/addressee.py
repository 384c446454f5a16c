"""To whom something was said: "gegenüber X", "sagte dem Sender Y", "forderte die Regierung auf"."""

from quellenlage.annotate._quotes.draft import Draft, Range, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.phrase import Phrase, phrases
from quellenlage.annotate._quotes.unit import Unit


def find_addressees(scene: Scene, lexicon: Lexicon) -> None:
    """Give each statement with a frame the phrase of its frame that names whom it was said to."""
    for draft in scene.drafts:
        if draft.frame and not draft.addressee and draft.type != "reported":
            found = _addressee(scene.unit, draft, lexicon)
            if found is not None:
                draft.addressee = [found]


def _addressee(unit: Unit, draft: Draft, lexicon: Lexicon) -> Range | None:
    taken = [*draft.speaker, *draft.quote]
    for low, high in draft.frame:
        found = phrases(unit, low, min(high, low + 60))
        free = [c for c in found if not any(a <= c.low < b for a, b in taken)]
        for c in free:
            if _by_preposition(unit, c, draft, lexicon):
                return _whole(unit, c)
        for c in free:
            if c.preposition == -1 and not _unfit(unit, c, draft) and _by_case(unit, c, draft, lexicon):
                return _whole(unit, c)
    return None


def _whole(unit: Unit, c: Phrase) -> Range:
    return c.low, c.high


def _by_preposition(unit: Unit, c: Phrase, draft: Draft, lexicon: Lexicon) -> bool:
    if c.preposition == -1 or unit.tags[c.head] not in ("NN", "NE", "PPER"):
        return False
    word = unit.lows[c.preposition]
    if word in lexicon.addressee["prepositions"]:
        return True
    talk = (
        c.preposition > 0 and unit.words[c.preposition - 1] in lexicon.addressee["talks"] and word in unit.grammar.with_
    )
    if word in unit.grammar.of and draft.lemma in lexicon.addressee["wanting"]:
        return unit.actors.get(c.head, "place") != "place"
    return talk or (word in unit.grammar.toward and draft.lemma in lexicon.addressee["turning"])


def _by_case(unit: Unit, c: Phrase, draft: Draft, lexicon: Lexicon) -> bool:
    """Dative beside verbs of telling, accusative beside verbs of asking, the subject of a passive of either."""
    first = unit.lows[c.low]
    listed = draft.lemma in lexicon.addressee["accusative"] | lexicon.addressee["dative"]
    if listed and any(unit.items[i].lemma in unit.grammar.become for low, high in draft.cue for i in range(low, high)):
        return unit.tags[c.head] in ("NN", "NE") or first in unit.grammar.sure_subject
    if draft.lemma in lexicon.addressee["accusative"]:
        return unit.tags[c.head] in ("NN", "NE") or first in unit.grammar.accusative_pronoun
    if draft.lemma not in lexicon.addressee["dative"]:
        return False
    if first in unit.grammar.dative:
        return True
    late = any(b <= c.low for _, b in draft.speaker) or not draft.speaker
    return (
        first in unit.grammar.dative_feminine
        and unit.tags[c.head] in ("NN", "NE")
        and bool(draft.speaker)
        and (late or c.low > 0 or draft.speaker[0][0] > c.low)
    )


def _unfit(unit: Unit, c: Phrase, draft: Draft) -> bool:
    word = unit.lows[c.head]
    return (
        unit.tags[c.head] == "PRF"
        or word.endswith(unit.grammar.time_endings)
        or any(a <= c.low < b for a, b in draft.cue)
    )
