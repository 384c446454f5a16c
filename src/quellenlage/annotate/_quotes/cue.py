"""Whether a predicate says that somebody says something: by its verb, a noun of speech, or a word of conviction."""

from typing import NamedTuple

from quellenlage.annotate._quotes.clause import Parse, Predicate
from quellenlage.annotate._quotes.lexicon import Lexicon, Verb

_PLAIN = Verb(frozenset(("noun",)), "strong", True, True, "asserts", "certain")
_ANY = Verb(frozenset(), "weak", False, False, "asserts", "certain")


class Cue(NamedTuple):
    """A predicate as a mark of speech. `parts` are the places of its words, `lemma` the verb's or noun's."""

    lemma: str
    verb: Verb
    parts: list[int]
    noun: bool


def recognise(p: Parse, predicate: Predicate, lexicon: Lexicon, low: int, high: int) -> Cue | None:
    """The cue that the predicate makes with the words `low` to `high` around it, None if it is none."""
    unit = p.unit
    noun = _content_noun(p, lexicon, low, high)
    lemma = predicate.lemma
    if (
        predicate.main != predicate.verb
        and lemma not in lexicon.verbs
        and lemma.startswith(unit.grammar.participle_prefix)
    ):
        bare = lemma[len(unit.grammar.participle_prefix[0]) :]
        lemma = bare if bare in lexicon.verbs else lemma
    if lemma not in lexicon.verbs and high > low:
        last = next((i for i in range(high - 1, max(low, high - 3) - 1, -1) if unit.words[i][:1].isalnum()), low)
        if unit.lows[last] + lemma in lexicon.verbs:
            found = unit.lows[last] + lemma
            return Cue(found, lexicon.verbs[found], [*_with_particles(p, predicate, low, high), last], False)
    prefix = unit.particles.get(predicate.verb, "")
    if lemma not in lexicon.verbs and prefix and lemma.removeprefix(prefix) in lexicon.verbs:
        lemma = lemma.removeprefix(prefix)
    verb = lexicon.verbs.get(lemma)
    if verb is not None and verb.pointer and not any(unit.lows[i] in unit.grammar.pointer for i in range(low, high)):
        verb = None
    if verb is not None and not (noun is not None and verb.clause != "strong"):
        return Cue(lemma, verb, _with_particles(p, predicate, low, high), False)
    if noun is not None:
        return Cue(unit.items[noun].lemma, _PLAIN, [*predicate.parts, *_noun_parts(p, noun)], True)
    if predicate.lemma in unit.grammar.copula:
        for i in range(low, high):
            if unit.lows[i] in lexicon.state:
                return Cue(unit.lows[i], _PLAIN, [*_with_particles(p, predicate, low, high), i], True)
    return None


def _content_noun(p: Parse, lexicon: Lexicon, low: int, high: int) -> int | None:
    """The noun of speech that ends the stretch: "erhob den Vorwurf, …", "mit den Worten: …"."""
    end = high
    while end > low and not p.unit.words[end - 1][:1].isalnum():
        end -= 1
    for i in range(end - 1, max(low, end - 5) - 1, -1):
        if p.unit.tags[i] == "NN":
            word = p.unit.words[i]
            return i if word in lexicon.content or word in lexicon.view else None
    return None


def _noun_parts(p: Parse, noun: int) -> list[int]:
    """The noun with its determiner and preposition: "mit den Worten", "der Ansicht"."""
    low = noun
    while low > 0 and p.unit.tags[low - 1] in ("ADJA", "ART", "PPOSAT", "PDAT", "APPR", "APPRART"):
        low -= 1
    return list(range(low, noun + 1))


def _with_particles(p: Parse, predicate: Predicate, low: int, high: int) -> list[int]:
    """The verb's parts with "sich" and the da-word that points to the content ("ging davon aus")."""
    unit = p.unit
    extra = [
        i
        for i in range(low, high)
        if unit.tags[i] == "PRF" or (unit.lows[i] in unit.grammar.pointer and unit.tags[i] in ("PROAV", "PAV"))
    ]
    if predicate.lemma in unit.grammar.taking_it:
        extra.extend(
            i
            for i in range(max(0, predicate.verb - 1), min(len(unit), predicate.verb + 2))
            if unit.lows[i] in unit.grammar.expletive
        )
    return [*predicate.parts, *extra]


def unlisted(p: Parse, predicate: Predicate, low: int, high: int) -> Cue:
    """Any predicate as a cue, for content that the Konjunktiv I proves to be somebody's words."""
    return Cue(predicate.lemma, _ANY, _with_particles(p, predicate, low, high), False)
