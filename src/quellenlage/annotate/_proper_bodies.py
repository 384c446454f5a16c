"""Names of bodies that the model misses or takes for something else, by what stands around them."""

from collections.abc import Sequence

from quellenlage.annotate._name_features import FEMALE, MALE
from quellenlage.annotate._name_model import NameModel
from quellenlage.annotate._reading import ORGANISATION, PERSON, PLACE, Known, Reading
from quellenlage.language.agents import BODIES, Noun
from quellenlage.language.wording import is_acronym, spells
from quellenlage.model import Token

_OPENING, _CLOSING = '„»«"›‚“', '“«»"‹‘”'
_LONGEST_LONG_FORM = 12  # words between an acronym in brackets and the start of its long form


def acronyms(reading: Reading) -> None:
    """ "Institut für Arbeit und Märkte (IAM)": letters in brackets find the long form before them."""
    tokens = reading.tokens
    for i in range(2, len(tokens) - 1):
        short = tokens[i].text
        if tokens[i - 1].text == "(" and tokens[i + 1].text == ")" and is_acronym(short):
            start = _long_form(tokens, i - 1, short)
            if start is not None:
                reading.cover(start, i - 1, ORGANISATION)
                reading.cover(i, i + 1, ORGANISATION)


def _long_form(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """Where the nearest stretch before `end` begins that has the acronym's letters in order, each noun giving one."""
    for start in range(end - 1, max(-1, end - _LONGEST_LONG_FORM), -1):
        word = tokens[start].text
        if not word[0].isalnum():
            return None
        if word[0].isupper() and word[0] == short[0].upper() and spells([t.text for t in tokens[start:end]], short):
            return start
    return None


def quoted(reading: Reading) -> None:
    """ "der »Morgenbote«": a capitalised word or two in quotation marks after an article or a noun for a medium."""
    tokens = reading.tokens
    for i in range(1, len(tokens) - 2):
        if tokens[i].text not in _OPENING or not (tokens[i - 1].tag == "ART" or _is_body(reading.nouns[i - 1])):
            continue
        end = next((k for k in range(i + 1, min(i + 5, len(tokens))) if tokens[k].text in _CLOSING), None)
        if (
            end
            and end > i + 1
            and tokens[i + 1].text[0].isupper()
            and all(t.text[0].isupper() or t.tag in ("APPR", "ART", "APPRART") for t in tokens[i + 1 : end])
        ):
            reading.cover(i + 1, end, ORGANISATION)


def named_bodies(reading: Reading, known: Known) -> None:
    """ "Portal Klick24", "das Rote Kreuz": a name after a body's noun, or an adjective in capitals before it."""
    tokens = reading.tokens
    for i, noun in enumerate(reading.nouns):
        if noun is None or noun.kind not in BODIES:
            continue
        if (
            i > 1
            and tokens[i - 1].tag == "ADJA"
            and tokens[i - 1].text[0].isupper()
            and not tokens[i - 1].text.endswith("er")
        ):
            end = reading.proper[i][0] if i in reading.proper else i + 1
            reading.cover(i - 1, end, ORGANISATION)
        elif i + 1 < len(tokens) and reading.at(i) is None:
            found = reading.at(i + 1)
            adjective = i + 2 < len(tokens) and tokens[i + 2].tag == "NN" and tokens[i + 1].text.endswith("er")
            unseen = found is None and not adjective and (_coined(tokens[i + 1]) or _is_name_by_place(reading, i))
            misread = found is not None and found[:2] == (i + 1, i + 2) and noun.kind in ("company", "medium")
            if misread and found and found[2] == PLACE and {noun.base, noun.modifier + noun.base} & known.placed:
                reading.cover(i, i + 2, ORGANISATION)
            elif unseen or (misread and found and not (found[2] == PLACE and noun.base in known.sites)):
                reading.cover(i + 1, i + 2, ORGANISATION)


def coined_compounds(reading: Reading, model: NameModel, known: Known) -> None:
    """ "Kontinentalbahn": a compound that no text has, with a head that firms or papers are named by."""
    for i, noun in enumerate(reading.nouns):
        if noun is None or noun.base not in known.coining or not noun.modifier or noun.plural or "-" in noun.modifier:
            continue
        if reading.at(i) is None and not model.lexicon.entry(reading.tokens[i].text).cluster:
            reading.cover(i, i + 1, ORGANISATION)


def joined(reading: Reading, model: NameModel) -> None:
    """ "Danz & Partner" is a firm; "Sven »Locke« Dahlke" is one person."""
    tokens = reading.tokens
    for i in range(1, len(tokens) - 1):
        if tokens[i].text == "&" and tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper():
            reading.cover(i - 1, i + 2, ORGANISATION)
        elif tokens[i].text in _OPENING and i + 3 < len(tokens) and tokens[i + 2].text in _CLOSING:
            first = model.lexicon.entry(tokens[i - 1].text).flags & (MALE | FEMALE)
            if first and tokens[i + 1].text[0].isupper() and tokens[i + 3].text[0].isupper():
                reading.cover(i - 1, i + 4, PERSON)


def _is_name_by_place(reading: Reading, head: int) -> bool:
    """ "Die Gewerkschaft Nahrung kritisierte": a noun between a body's noun and the verb, where a clause begins."""
    tokens, noun = reading.tokens, reading.nouns[head]
    if (
        head + 2 >= len(tokens)
        or tokens[head + 1].tag != "NN"
        or reading.nouns[head + 1]
        or noun is None
        or noun.plural
    ):
        return False
    if tokens[head].text.endswith("s") and not noun.base.endswith("s"):  # "des Landratsamts Tannberg"
        return True
    first = head - (head > 0 and tokens[head - 1].tag == "ART")
    source = reading.nouns[first - 1] if first else None
    if source and source.kind == "source":  # "nach Darstellung der Gewerkschaft Nahrung"
        return tokens[head + 2].tag[2:] == "FIN" or tokens[head + 2].tag[0] == "$"
    opens = first == 0 or tokens[first - 1].tag[0] == "$" or tokens[first - 1].tag in ("APPR", "KON", "KOUS")
    return opens and (tokens[head + 2].tag[2:] == "FIN" or tokens[head + 2].text in ("(", ","))


def _coined(token: Token) -> bool:
    """A word that looks like a name by itself: tagged as one, or with capitals or digits within."""
    text = token.text
    if not text[0].isupper() or token.tag not in ("NE", "NN", "FM", "XY"):
        return False
    return token.tag == "NE" or any(c.isupper() or c.isdigit() for c in text[1:] if c != "-")


def _is_body(noun: Noun | None) -> bool:
    return noun is not None and noun.kind in BODIES


def bodies_by_apposition(reading: Reading) -> None:
    """ "Helvetia, ein Versicherer": what a noun for a body explains is a body."""
    tokens = reading.tokens
    for start, (end, kind) in list(reading.proper.items()):
        if kind == ORGANISATION or end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].tag != "ART":
            continue
        head = end + 2
        while head < len(tokens) and head < end + 6 and tokens[head].tag in ("ADJA", "CARD"):
            head += 1
        if head < len(tokens) and _is_body(reading.nouns[head]):
            reading.proper[start] = (end, ORGANISATION)


def houses(reading: Reading, known: Known) -> None:
    """ "das Albers-Museum", "Molkerei Halm": a name that ends in a house or begins with a firm is no place."""
    for start, (end, kind) in list(reading.proper.items()):
        last, first = reading.nouns[end - 1], reading.nouns[start]
        house = last is not None and last.base in known.houses and (last.modifier != "" or end - start > 1)
        firm = end - start > 1 and first is not None and first.kind in ("company", "medium")
        if kind == PLACE and (house or (firm and first is not None and first.base not in known.sites)):
            reading.proper[start] = (end, ORGANISATION)
