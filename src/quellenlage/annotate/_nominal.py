"""Noun phrases around an agent noun: where they begin and end, and what belongs to them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from quellenlage.annotate._reading import PERSON, PLACE, Reading

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "CARD", "PWAT"})
_WITHIN = 8  # words of a participle's own phrase ("eine [mit dem Vorgang] vertraute Person")
_COMPLEMENTS = 3


class Words(NamedTuple):
    """The small words that join a phrase, from the table `roles`."""

    genitive: frozenset[str]
    binding: frozenset[str]
    purpose: frozenset[str]
    parts: frozenset[str]
    purposeful: frozenset[str]
    dependent: frozenset[str]
    several: frozenset[str]
    animate: tuple[str, ...]
    parties: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    definite: frozenset[str]
    councils: frozenset[str]
    regions: frozenset[str]

    @classmethod
    def of(cls, roles: Mapping[str, Any]) -> "Words":
        """The words as the table gives them."""
        phrases, articles = roles["phrases"], roles["articles"]
        return cls(
            genitive=frozenset(phrases["genitive"]),
            binding=frozenset(phrases["binding"]),
            purpose=frozenset(phrases["purpose"]),
            parts=frozenset(phrases["parts"].split()),
            purposeful=frozenset(phrases["purposeful"].split()),
            dependent=frozenset(phrases["dependent"].split()),
            several=frozenset(articles["several"]),
            animate=tuple(roles["animate"]["endings"]),
            parties=frozenset(roles["apposition"]["parties"]),
            masculine=frozenset(articles["masculine"]),
            feminine=frozenset(articles["feminine"]),
            definite=frozenset(articles["definite"]),
            councils=frozenset(roles["councils"]["nouns"].split()),
            regions=frozenset(roles["regions"]["words"].split()),
        )

    def gender_of(self, article: str) -> Literal["m", "f"] | None:
        """The gender that an article before a person shows, None where it shows none."""
        lower = article.lower()
        return "f" if lower in self.feminine else "m" if lower in self.masculine else None


def left_edge(reading: Reading, head: int) -> tuple[int, int]:
    """(first word of the phrase, first word after its article): adjectives, article or a genitive before the noun."""
    tokens, first = reading.tokens, head
    while first and _attributive(tokens[first - 1].tag):
        first -= 1
    while (
        first
        and tokens[first - 1].tag in ("KON", "$,")
        and first > 1
        and tokens[first - 2].tag == "ADJA"
        and first < head
    ):
        first -= 2
    bare = first
    before = reading.at(first - 1)
    if before and tokens[first - 1].text[-1] in "sxz'’":
        return before[0], before[0]
    if first and tokens[first - 1].tag in _DETERMINERS:
        return first - 1, bare
    attribute = first if first < head else head - (head > 0 and tokens[head - 1].tag[:2] == "VV")
    if attribute < head:
        start = _participle_phrase(reading, attribute)
        if start is not None:
            return start, start + 1
    return first, bare


def _attributive(tag: str) -> bool:
    return tag in ("ADJA", "TRUNC")


def _participle_phrase(reading: Reading, first: int) -> int | None:
    """Where "eine mit dem Vorgang vertraute …" begins, if a prepositional phrase stands before the adjective."""
    tokens, k = reading.tokens, first - 1
    if k < 1 or tokens[k].tag not in ("NN", "NE"):
        return None
    while k > max(0, first - _WITHIN) and tokens[k].tag not in ("APPR", "APPRART"):
        if tokens[k].tag[0] in "V$":
            return None
        k -= 1
    if tokens[k].tag not in ("APPR", "APPRART"):
        return None
    return k - 1 if k and tokens[k - 1].tag in _DETERMINERS else None


def right_edge(reading: Reading, head: int, words: Words) -> int:
    """The word after the phrase: genitives, "von …", "für …" and names that follow the noun belong to it."""
    end = head + 1
    for _ in range(_COMPLEMENTS):
        further = _complement(reading, end, words)
        if further == end:
            return end
        end = further
    return end


def _complement(reading: Reading, place: int, words: Words) -> int:
    tokens = reading.tokens
    if place + 1 >= len(tokens):
        return place
    lower = tokens[place].text.lower()
    if lower in words.genitive and tokens[place].tag != "PRELS":
        noun = reading.nouns[place - 1]
        if lower == "der" and noun and noun.kind in ("company", "medium") and noun.base not in words.parts:
            return place
        return _noun_group(reading, place + 1) or place
    if lower in words.binding and tokens[place + 1].tag != "CARD":  # "das Amt geht von 240 Fällen aus"
        nxt = place + 1 + (tokens[place + 1].tag in _DETERMINERS and place + 2 < len(tokens))
        found = reading.proper.get(nxt)
        noun = reading.nouns[nxt] if nxt < len(tokens) else None
        if lower in ("in", "im"):
            return found[0] if found and found[1] == PLACE else place
        if found or noun or lower in ("aus", "für"):
            return _noun_group(reading, nxt) or place
    return place


def _noun_group(reading: Reading, place: int) -> int | None:
    """The word after adjectives and the noun or name that follows here, None if none does."""
    tokens = reading.tokens
    while place < len(tokens) and _attributive(tokens[place].tag):
        place += 1
    if place in reading.proper:
        return reading.proper[place][0]
    if place < len(tokens) and tokens[place].tag in ("NN", "NE"):
        follows = reading.proper.get(place + 1)
        return follows[0] if follows and follows[1] != PERSON else place + 1
    return None


def purpose(reading: Reading, end: int, words: Words) -> int:
    """The word after "für Arbeit und Märkte", where that follows a body's noun and so belongs to its name."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or tokens[end].text not in words.purpose:
        return end
    place = end + 1 + (tokens[end + 1].tag in _DETERMINERS)
    last = _noun_group(reading, place)
    if last is None:
        return end
    if last + 1 < len(tokens) and tokens[last].text == "und" and tokens[last + 1].tag in ("NN", "TRUNC", "ADJA"):
        return _noun_group(reading, last + 1) or last
    return last


def party(tokens: Sequence[Any], end: int, words: Words) -> int:
    """The word after a party in brackets ("(SPD)", "(parteilos)"), `end` itself if none follows."""
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        inside = tokens[end + 1].text
        return end + 3 if inside in words.parties or (inside.isupper() and len(inside) < 6) else end
    return end
