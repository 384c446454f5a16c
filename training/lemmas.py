"""The lemma table: for nouns and adjectives how to get from a form to its lemma, for nouns also where the head begins.

From simplemma's dictionary (MIT), put in order by rules of our own, and from the lemmas of the GSD training sentences.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from training.corpora import Word
from training.lexicon import frequency, lemma_pairs, lookups, verbs

Rule = tuple[int, str]
"""Letters to cut from the end, and what to put there instead."""

_ENDINGS = ("e", "en", "em", "er", "es")
_LINKS = ("", "s", "es", "n", "en", "er", "e")
PURE, SEEN = 0.9, 40
"""An ending of three to five letters tells the lemma of unknown nouns if this share of at least so many nouns agree."""


COMMONER = 2.5
"""How much commoner than a noun its parts must be for it to be cut: 1.3 for Bürgermeister, 4.8 for Innenminister."""


def rule(form: str, lemma: str) -> Rule:
    """How to get from the form to the lemma."""
    common = 0
    for a, b in zip(form, lemma, strict=False):
        if a != b:
            break
        common += 1
    return len(form) - common, lemma[common:]


def nouns(sentences: Iterable[list[Word]]) -> dict[str, str]:
    """Capitalised form to lemma, of all forms that are seen in text."""
    pairs = lemma_pairs()
    seen = [w for w in lookups("de_lexeme_prob") if w[:1].isupper() and len(w) > 1 and not w.isupper() and w.isalpha()]
    found = {}
    for form in sorted(seen):
        lemma = pairs.get(form)
        if lemma is not None:
            found[form] = _noun(form, lemma, pairs)
    found.update({form: lemma for form, lemma in _taught(sentences, "N").items() if _plausible(form, lemma)})
    return {form: _of_adjective(form, _modern(form, lemma, pairs), pairs) for form, lemma in found.items()}


def _noun(form: str, lemma: str, pairs: Mapping[str, str]) -> str:
    """A noun's lemma is a noun: where the dictionary gives an adjective or a verb, the form itself stays."""
    if lemma[0].isupper():
        return lemma
    weak = re.sub("(e[nmrs]|e)$", "e", form)
    return weak if weak in pairs else form


def _modern(form: str, lemma: str, pairs: Mapping[str, str]) -> str:
    """The spelling since 1996, where the form itself has it: Fluss, not Fluß."""
    spelt = lemma.replace("ß", "ss")
    return spelt if "ß" in lemma and "ß" not in form and (spelt in pairs or "ss" in form) else lemma


def _of_adjective(form: str, lemma: str, pairs: Mapping[str, str]) -> str:
    """Nouns that bend like adjectives have the weak form as their lemma: Tote for Toter, Toten, Totem."""
    ending = re.search("e[nms]?$", form)
    if ending:
        stem = form[: ending.start()]
        return (
            stem + "e"
            if lemma == stem + "er" or (lemma == stem and stem.endswith("end") and stem.lower() in pairs)
            else lemma
        )
    if form.endswith("er") and form[0].isupper() and lemma == form and not frequency(form + "s"):
        stem = form[:-2]
        return stem + "e" if form in (pairs.get(stem + "e"), pairs.get(stem + "en")) else lemma
    return lemma


def _plausible(form: str, lemma: str) -> bool:
    return lemma.isalpha() and lemma[0].isupper() and form[0].isupper() and lemma[0] == form[0] and lemma != form


def _taught(sentences: Iterable[list[Word]], kind: str) -> dict[str, str]:
    """The lemma that the treebank gives a form in most places; forms seen once don't outvote the dictionary."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for words in sentences:
        for word in words:
            if kind in word.features.split(";"):
                votes[word.form][word.lemma] += 1
    result = {}
    for form, counts in votes.items():
        (lemma, count), *_ = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count > 1 and "|" not in lemma:
            result[form] = lemma
    return result


def adjectives(sentences: Iterable[list[Word]]) -> dict[str, str]:
    """Inflected lower-case form to lemma ("letzten" to "letzt", "besten" to "gut"), of all forms seen in text."""
    pairs = lemma_pairs()
    known_verbs = verbs()
    found = {}
    for form in sorted(w for w in lookups("de_lexeme_prob") if w.islower() and w.isalpha() and w.endswith(_ENDINGS)):
        lemma = pairs.get(form)
        stem = next((form[: -len(e)] for e in sorted(_ENDINGS, key=len, reverse=True) if form.endswith(e)), form)
        if form.endswith("er") and _is_town(form):
            continue
        if lemma is not None and _is_adjective(form, lemma, known_verbs):
            found[form] = lemma
        elif lemma == form and form.endswith("er") and frequency(form + "es") >= frequency(stem + "es"):
            found[form] = form  # bitter, mager
        elif len(stem) > 2 and (frequency(stem) > 0 or (frequency(stem + "en") > 0 and frequency(stem + "es") > 0)):
            others = (pairs.get(stem + e) for e in _ENDINGS)
            found[form] = next((o for o in others if o and _is_adjective(stem + "e", o, known_verbs)), stem)
    found = {form: found.get(lemma, lemma) if lemma.endswith("er") else lemma for form, lemma in found.items()}
    taught = _taught(sentences, "ADJ")
    found.update(
        {f: lemma for f, lemma in taught.items() if f.islower() and lemma.islower() and lemma.isalpha() and f != lemma}
    )
    return found


def _is_adjective(form: str, lemma: str, known_verbs: Mapping[str, float]) -> bool:
    """Whether a lemma that the dictionary gives an inflected form is one of an adjective, and a base form."""
    if lemma[0].isupper() or lemma in known_verbs or lemma == form:
        return False
    if lemma.endswith(_ENDINGS) and not form.startswith(lemma):
        return False
    return lemma[:2] == form[:2] or frequency(form) > 5


def _is_town(form: str) -> bool:
    """ "Berliner", "Kölner": hardly ever in small letters."""
    return frequency(form.capitalize()) > 3 * frequency(form)


def endings(known: Mapping[str, str]) -> Iterator[tuple[str, Rule]]:
    """Endings of nouns that tell the rule."""
    votes: dict[str, Counter[Rule]] = defaultdict(Counter)
    for form, lemma in known.items():
        way = rule(form, lemma)
        for length in (3, 4, 5):
            if len(form) > length + 2 and way[0] <= length:
                votes[form[-length:]][way] += 1
    for ending in sorted(votes):
        total = sum(votes[ending].values())
        (best, count), *_ = sorted(votes[ending].items(), key=lambda item: (-item[1], item[0]))
        if total >= SEEN and count >= PURE * total:
            yield ending, best


def heads(known: Mapping[str, str]) -> dict[str, int]:
    """Compound noun to the length of its head, down to the smallest noun: Innenminister to 8 (Minister).

    A word is cut where its parts are together commoner than itself (Koehn and Knight 2003): Todesopfer is cut,
    Mannschaft isn't.
    """
    lemmas = {lemma for lemma in known.values() if lemma[0].isupper()}
    result = {}
    for word in sorted(lemmas):
        head = _head(word, lemmas)
        if head is not None:
            while (smaller := _head(head, lemmas)) is not None:
                head = smaller
            result[word] = len(head)
    return result


def _head(word: str, lemmas: set[str]) -> str | None:
    best, best_score = None, COMMONER * frequency(word)
    for cut in range(3, len(word) - 3):
        head = word[cut:].capitalize()
        if head not in lemmas or frequency(head) < 1:
            continue
        score = max((math.sqrt(f * frequency(head)) for f in _modifiers(word[:cut], lemmas)), default=0.0)
        if score > best_score:
            best, best_score = head, score
    return best


def _modifiers(part: str, lemmas: set[str]) -> Iterator[float]:
    for link in _LINKS:
        stem = part[: len(part) - len(link)] if part.endswith(link) else ""
        for word in (stem, stem + "e"):
            if len(stem) > 2 and word in lemmas:
                yield frequency(word)
    if frequency(part.lower()) > 20 and len(part) > 3:  # innen, außen, groß
        yield frequency(part.lower())


def table(sentences: list[list[Word]]) -> tuple[dict[str, int], list[Rule]]:
    """ "N:form", "A:form" and "E:ending" to the place of their rule; "H:lemma" to the length of the head."""
    known = nouns(sentences)
    ways = [(f"N:{form}", rule(form, lemma)) for form, lemma in known.items()]
    ways += [(f"A:{form}", rule(form, lemma)) for form, lemma in adjectives(sentences).items()]
    ways += [(f"E:{ending}", way) for ending, way in endings(known)]
    order = sorted({way for _, way in ways})
    place = {way: i for i, way in enumerate(order)}
    entries = {key: place[way] for key, way in ways}
    entries.update({f"H:{word}": length for word, length in heads(known).items()})
    return entries, order
