"""What the tags of a whole sentence tell of its verbs: tags to mend, the subject's person, separated particles.

A sentence is looked at in segments, which end at commas, colons and full stops. All loops are linear in its length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import _lemma, _table
from quellenlage.language._paradigm import Person
from quellenlage.language.base import language

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
_COULD_BE_FINITE = frozenset(("VVINF", "VAINF", "VMINF", "VVPP"))
OPENERS = frozenset(("KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"))
_REACH = 60
"""Words between a verb and its separated particle; measured on GSD, the longest gap is 31."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words [start, end) between two signs that end a clause; the sign itself is the last one."""

    start: int
    end: int
    subordinate: bool


def segments(tags: Sequence[str], lows: Sequence[str]) -> list[Segment]:
    """The segments of a sentence, without gaps."""
    result = []
    start = 0
    for i, tag in enumerate(tags):
        if tag in ("$,", "$.") or lows[i] == ":" or i == len(tags) - 1:
            result.append(Segment(start, i + 1, _is_subordinate(tags, start, i)))
            start = i + 1
    return result


def _is_subordinate(tags: Sequence[str], start: int, end: int) -> bool:
    while start < end and tags[start] in ("KON", "$(", "ADV"):
        start += 1
    after_preposition = start + 1 < end and tags[start] == "APPR" and tags[start + 1] in OPENERS
    return start < end and (tags[start] in OPENERS or after_preposition)


def mend(tags: list[str], words: Sequence[str], lows: Sequence[str]) -> None:
    """Put right, in place, what the tagger's view of a few words gets wrong."""
    for i in range(len(tags)):
        tags[i] = _mended(i, tags, words, lows)
    _mend_requests(tags, lows)
    for segment in segments(tags, lows):
        verbs = [i for i in range(segment.start, segment.end) if tags[i][0] == "V"]
        if verbs:
            _mend_last(tags, lows, segment, verbs)
    if tags[-1] == "$." and FINITE.isdisjoint(tags) and "VVIMP" not in tags:
        _find_finite(tags, lows)


def _mended(i: int, tags: Sequence[str], words: Sequence[str], lows: Sequence[str]) -> str:
    """The tag that a word's form and the word before it leave possible."""
    tag, word, low = tags[i], words[i], lows[i]
    if tag == "PTKVZ" and not _lemma.is_particle(low):
        return "VVFIN" if _can_be(low, "FIN") else "ADV"
    if tag in FINITE and i and tags[i - 1] == "PTKZU" and _can_be(low, "INF"):
        return tag[:2] + "INF"
    if tag == "ADJA" and word[0].islower() and _can_be(low, "FIN") and not _lemma.is_adjective(low):
        return "VVFIN"
    if tag == "ADJD" and low.endswith("eln") and _can_be(low, "INF"):
        return "VVINF"
    if word[0].isupper() and _inside(tags, lows, i):
        if tag == "ADJD" and not word.isupper():
            return "NE"  # "laut Weiß"
        if tag[0] == "V" and tag != "VVIMP":
            return "NN" if tag.endswith("INF") else "NE"
    return tag


def _mend_requests(tags: list[str], lows: Sequence[str]) -> None:
    """ "Schreibe einen Kommentar und folge uns!" asks, and "bitte" is mostly no verb; neither is Konjunktiv."""
    words = _requests()
    if tags[0] == "VVFIN" and lows[0].endswith("e") and lows[1 % len(lows)] in words["objects"]:
        for i, tag in enumerate(tags):
            tags[i] = "VVIMP" if tag == "VVFIN" and lows[i].endswith("e") else tag
    for i, low in enumerate(lows):
        if low in words["please"] and tags[i] == "VVFIN" and words["needed"].isdisjoint(lows[max(0, i - 3) : i + 8]):
            tags[i] = "ADV"


def _inside(tags: Sequence[str], lows: Sequence[str], i: int) -> bool:
    """Whether a capital at this place means a noun or name."""
    return i > 0 and tags[i - 1][0] != "$" and lows[i - 1] not in ("``", "''")


def _mend_last(tags: list[str], lows: Sequence[str], segment: Segment, verbs: Sequence[int]) -> None:
    """The last verb of a clause without a finite one is it; a second one at the end of a main clause isn't finite."""
    last = verbs[-1]
    finite = [i for i in verbs if tags[i] in FINITE]
    at_end = last + 1 >= segment.end or tags[last + 1][0] == "$" or tags[last + 1] == "KON"
    if not at_end:
        if len(finite) == 2 and finite[1] == last and tags[last + 1] == "PTKVZ" and not segment.subordinate:
            _mend_adverb(tags, lows, finite)
        return
    if segment.subordinate and not finite:
        compares = tags[last] == "VVPP" and not _compares().isdisjoint(lows[segment.start : last])
        if tags[last] in _COULD_BE_FINITE and tags[last - 1] != "PTKZU" and _can_be(lows[last], "FIN") and not compares:
            tags[last] = tags[last][:2] + "FIN"
    elif not segment.subordinate and len(finite) == 2 and finite[1] == last:
        between = tags[finite[0] + 1 : last]
        if "KON" in between or not _dashes().isdisjoint(lows[finite[0] : last]):
            return
        if _can_be(lows[last], "INF"):
            tags[last] = tags[last][:2] + "INF"
        elif tags[finite[0]] == "VAFIN" and "VVPP" not in between and _can_be(lows[last], "PP"):
            tags[last] = tags[last][:2] + "PP"


def _mend_adverb(tags: list[str], lows: Sequence[str], finite: Sequence[int]) -> None:
    """A participle before the separated particle is no second verb ("wies den Vorwurf entschieden zurück")."""
    first, last = finite
    if "KON" not in tags[first:last] and _can_be(lows[last], "PP") and _lemma.is_particle(lows[last + 1]):
        tags[last] = "ADJD"


def _find_finite(tags: list[str], lows: Sequence[str]) -> None:
    """In a sentence without a finite verb an infinitive within a clause is it, or what passes for an adjective.

    "Experten warnen davor, …", "Die Truppen eroberten Thrakien."
    """
    for i in range(1, len(tags) - 2):
        infinitive = tags[i] == "VVINF" and tags[i - 1] != "PTKZU"
        adjective = tags[i] == "ADJA" and tags[i - 1] in ("NN", "NE")
        if (infinitive or adjective) and _can_be(lows[i], "FIN"):
            tags[i] = "VVFIN"
            return


@cache
def _requests() -> Mapping[str, frozenset[str]]:
    table: dict[str, list[str]] = language("de").table("verbal")["requests"]
    return {name: frozenset(words) for name, words in table.items()}


@cache
def _dashes() -> frozenset[str]:
    return frozenset(language("de").table("verbal")["dashes"])


@cache
def _compares() -> frozenset[str]:
    return frozenset(language("de").table("verbal")["comparing"])


def _can_be(low: str, kind: str) -> bool:
    return _table.load("verbs.bin").get(f"{kind}:{low}") >= 0


@cache
def _pronouns() -> Mapping[str, Person]:
    persons: dict[str, list[str]] = language("de").table("verbal")["persons"]
    numbers: dict[str, Person] = {"first": 1, "second": 2}
    return {word: numbers[name] for name, words in persons.items() for word in words}


def persons(tags: Sequence[str], lows: Sequence[str]) -> dict[int, Person]:
    """The person of each finite verb whose segment has a pronoun of the first or second person for a subject."""
    known = _pronouns()
    result: dict[int, Person] = {}
    if known.keys().isdisjoint(lows):
        return result
    for segment in segments(tags, lows):
        inside = range(segment.start, segment.end)
        found = next((known[lows[i]] for i in inside if tags[i] == "PPER" and lows[i] in known), None)
        if found:
            result.update((i, found) for i in inside if tags[i] in FINITE)
    return result


def conditional(tags: Sequence[str], lows: Sequence[str], doubted: bool) -> set[int]:
    """Finite verbs that are Konjunktiv II if their form allows it.

    "Sollte er kommen, …" and "wenn er kommen sollte"; any verb behind a conditional conjunction where the sentence has
    another that can only be Konjunktiv II (`doubted`): "wenn alle zustimmten, wäre das gut".
    """
    words = language("de").table("verbal")["conditional"]
    shall, conjunctions = frozenset(words["shall"]), frozenset(words["conjunctions"])
    if shall.isdisjoint(lows) and (not doubted or conjunctions.isdisjoint(lows)):
        return set()
    found = set()
    for segment in segments(tags, lows):
        inside = range(segment.start, segment.end)
        if_clause = any(lows[i] in conjunctions for i in inside)
        for i in inside:
            first = i == segment.start or (i == segment.start + 1 and tags[i - 1] in ("$(", "KON"))
            if tags[i] in FINITE and ((if_clause and doubted) or (lows[i] in shall and (first or if_clause))):
                found.add(i)
    return found


def particles(tags: Sequence[str], lows: Sequence[str], lemmas: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Finite verb to its separated particle and the lemma of both, by place.

    A particle belongs to the nearest verb before it with which it makes a verb that we know. A verb that ends a
    subordinate clause in between ("teilte dem Mann, der kam, mit") is passed over.
    """
    result: dict[int, tuple[int, str]] = {}
    separated = [i for i, tag in enumerate(tags) if tag == "PTKVZ"]
    if not separated:
        return result
    taken = _verb_final(tags, lows)
    for place in separated:
        found = _verb_of(place, tags, lows, lemmas, taken)
        if found is not None:
            verb, lemma = found
            taken.add(verb)
            result[verb] = place, lemma
    return result


def _verb_final(tags: Sequence[str], lows: Sequence[str]) -> set[int]:
    """Finite verbs at the end of their subordinate clause."""
    found = set()
    for segment in segments(tags, lows):
        last = segment.end - 2 if tags[segment.end - 1][0] == "$" else segment.end - 1
        if segment.subordinate and last >= segment.start and tags[last] in FINITE:
            found.add(last)
    return found


def _verb_of(
    place: int, tags: Sequence[str], lows: Sequence[str], lemmas: Sequence[str], taken: set[int]
) -> tuple[int, str] | None:
    nearest = None
    same_clause = True
    for i in range(place - 1, max(-1, place - _REACH), -1):
        if tags[i] == "$." or lows[i] == ";":
            break
        same_clause = same_clause and tags[i] != "$,"
        if tags[i] in ("VVFIN", "VVIMP", "VAFIN") and i not in taken:
            known = _lemma.with_particle(lows[place], lows[i], lemmas[i])
            if known:
                return i, known
            if nearest is None and tags[i] != "VAFIN" and same_clause:
                nearest = i, lows[place] + lemmas[i]
    return nearest
