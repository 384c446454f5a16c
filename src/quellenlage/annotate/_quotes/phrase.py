"""Noun phrases from tags: where one begins and ends, its head, and whether a preposition governs it."""

from typing import NamedTuple

from quellenlage.annotate._quotes.unit import Unit, is_mark

PRONOUNS = frozenset(("PPER", "PDS", "PIS", "PRELS", "PWS"))
_DETERMINERS = frozenset(("ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PRELAT"))
_NOUNS = frozenset(("NN", "NE", "FM", "XY"))
_BEFORE = frozenset(("ADJA", "CARD", "TRUNC"))
_PREPOSITIONS = frozenset(("APPR", "APPRART", "APZR"))
_SOME_OF = frozenset((("PIS", "ART", "PIS"), ("PIS", "APPR", "PPER")))
"""The tags of "eines der beiden" and "eine von ihnen"."""


class Phrase(NamedTuple):
    """Items `low` to `high` (excluded). `head` is the first noun of the core, `preposition` its place or -1."""

    low: int
    high: int
    head: int
    preposition: int


def phrases(unit: Unit, low: int, high: int) -> list[Phrase]:
    """The noun phrases that begin within the items, each once, in order; what belongs to one is not listed again."""
    found: list[Phrase] = []
    i = low
    while i < high:
        tag = unit.tags[i]
        preposition = -1
        start = i
        if tag in _PREPOSITIONS:
            preposition, start = i, i + 1
        phrase = _phrase(unit, start, high, preposition) if start < high else None
        if phrase is None:
            i += 1
            continue
        found.append(phrase)
        i = phrase.high
    return found


def phrase_at(unit: Unit, low: int, high: int) -> Phrase | None:
    """The noun phrase that begins exactly at `low`, with its genitives and brackets."""
    return _phrase(unit, low, high, -1) if low < high else None


def oblique(unit: Unit, phrase: Phrase) -> bool:
    """Whether the form of its first word says dative, accusative or genitive, so that it can't be a subject."""
    word, tag, grammar = unit.lows[phrase.low], unit.tags[phrase.low], unit.grammar
    if word in grammar.owner and phrase.high > phrase.low + 1:
        return False
    head = unit.lows[phrase.head]
    feminine = unit.tags[phrase.head] == "NN" and head.endswith(grammar.feminine_endings)
    if tag == "ART" and word in grammar.dative_feminine and feminine and not head.endswith(grammar.masculine_endings):
        return True
    return word in grammar.oblique or (tag == "ART" and word in grammar.genitive and word not in grammar.nominative)


def _phrase(unit: Unit, low: int, high: int, preposition: int) -> Phrase | None:
    tags = unit.tags
    if tags[low] in PRONOUNS or tags[low] == "PRF":
        end = _extend(unit, low + 1, high) if tags[low] == "PIS" else low + 1
        if end == low + 1 and low + 3 <= high and tuple(tags[low : low + 3]) in _SOME_OF:
            end = low + 3
        return Phrase(low, end, low, preposition)
    i, head = _core(unit, low, high)
    if head == -1:
        return None
    return Phrase(low, _extend(unit, i, high), head, preposition)


def _core(unit: Unit, low: int, high: int) -> tuple[int, int]:
    """(end, head) of determiner, adjectives and nouns from `low`; head -1 if there is no noun."""
    tags, words = unit.tags, unit.words
    i, head = low, -1
    while i < high:
        tag = tags[i]
        if tag in _NOUNS:
            if head == low and tag == "NN" and tags[i - 1] == "NE" and unit.wholes.get(i) != unit.wholes.get(low, ()):
                if not words[i - 1].endswith(unit.grammar.genitive_name_endings):
                    break
                head = i
            head = i if head == -1 else head
        elif words[i] == "/" and head != -1 and i + 1 < high and tags[i + 1] in _NOUNS | _DETERMINERS:
            i += tags[i + 1] in _DETERMINERS
        elif is_mark(words[i]):
            closing = _closing(unit, i, high)
            if closing == -1:
                break
            head = i + 1 if head == -1 else head
            return closing + 1, head
        elif tag in _PREPOSITIONS and i == low + 1 and tags[low] == "ART":
            inside = _inside(unit, i, high)
            if inside == -1:
                break
            i = inside
            continue
        elif tag in _DETERMINERS:
            if i > low and not (
                tags[i - 1] in ("PIAT", "PIDAT") or (tag in ("PIAT", "PIDAT") and tags[i - 1] == "ART")
            ):
                break
        elif tag == "TRUNC":
            pass
        elif tag in _BEFORE or (
            tag == "ADV" and i > low and head == -1 and i + 1 < high and tags[i + 1] in ("ADJA", "CARD")
        ):
            if head != -1:
                break
        elif (tag == "ADJD" and head == -1 and i + 1 < high and tags[i + 1] in ("ADJA",)) or (
            tag == "KON" and head == -1 and i + 1 < high and tags[i + 1] == "ADJA" and i > low
        ):
            pass
        else:
            break
        i += 1
    return i, head


def _inside(unit: Unit, preposition: int, high: int) -> int:
    """The attribute that a phrase between article and noun belongs to: "eine mit dem Vorgang *vertraute* Person"."""
    inner = _phrase(unit, preposition + 1, high, -1) if preposition + 1 < high else None
    if inner is None or inner.high + 1 >= high or unit.tags[inner.high] != "ADJA":
        return -1
    return inner.high if unit.tags[inner.high + 1] in ("NN", "ADJA", "NE") else -1


def _closing(unit: Unit, opening: int, high: int) -> int:
    """The mark that closes a short name in quotation marks, -1 if there is none within eight items."""
    for i in range(opening + 1, min(high, opening + 9)):
        if is_mark(unit.words[i]):
            return i
    return -1


def _extend(unit: Unit, i: int, high: int) -> int:
    """Past genitives and short brackets: "der Polizei (SPD)"."""
    while i < high:
        if unit.words[i] == "(":
            end = bracket(unit, i, high)
        elif _is_genitive(unit, i, high):
            end, head = _core(unit, i, high)
            end = end if head != -1 else -1
        else:
            return i
        if end == -1:
            return i
        i = end
    return i


def _is_genitive(unit: Unit, i: int, high: int) -> bool:
    """Whether a genitive begins here: "der Polizei", "libanesischer Kreise", but not "der überwiegende Teil"."""
    tag, word = unit.tags[i], unit.lows[i]
    following = unit.tags[i + 1] if i + 1 < high else ""
    if tag in _DETERMINERS and word in unit.grammar.genitive:
        nominative = following == "ADJA" and unit.lows[i + 1].endswith(unit.grammar.nominative_adjective_endings)
        return not nominative or unit.words[i + 1][:1].isupper()
    return (
        tag == "ADJA"
        and word.endswith(unit.grammar.genitive_adjective_endings)
        and following in ("NN", "ADJA")
        and unit.tags[i - 1] == "NN"
    )


def bracket(unit: Unit, opening: int, high: int) -> int:
    """Past the bracket that opens here, -1 if it is longer than seven items or holds a finite verb."""
    for i in range(opening + 1, min(high, opening + 8)):
        if unit.words[i] == ")":
            return i + 1
        if unit.tags[i].endswith("FIN"):
            return -1
    return -1
