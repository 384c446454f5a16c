"""Proper names: the model's, mended by what German and the rest of the article tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.annotate._name_features import FEMALE, MALE
from quellenlage.annotate._name_model import NameModel
from quellenlage.language.agents import BODIES, Agents, Noun
from quellenlage.language.wording import is_acronym, spells, stem
from quellenlage.model import Sentence, Token

PERSON, ORGANISATION, PLACE = "PER", "ORG", "LOC"
_NAME_TAGS = frozenset({"NE", "NN", "FM", "XY", "TRUNC", "ADJA", "ADJD"})
_OPENING, _CLOSING = '„»«"›‚“', '“«»"‹‘”'
_LONGEST_LONG_FORM = 12  # words between an acronym in brackets and the start of its long form


@dataclass(slots=True)
class Reading:
    """A sentence while its names are sought: `proper` maps a name's first word to (word after its last, type)."""

    sentence: Sentence
    nouns: list[Noun | None]
    proper: dict[int, tuple[int, str]] = field(default_factory=dict)
    _first: dict[int, int] = field(default_factory=dict)  # word → first word of the name that covers it

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words."""
        return self.sentence.tokens

    def at(self, place: int) -> tuple[int, int, str] | None:
        """The name that covers a word: (first word, word after its last, type)."""
        start = self._first.get(place)
        return None if start is None else (start, *self.proper[start])

    def cover(self, start: int, end: int, kind: str) -> None:
        """Mark a name, in place of all that overlap it."""
        for first in {self._first[k] for k in range(start, end) if k in self._first}:
            for k in range(first, self.proper.pop(first)[0]):
                del self._first[k]
        self.proper[start] = (end, kind)
        self._first.update((k, start) for k in range(start, end))


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables know beforehand: countries, long names of bodies (by first stem, as stems) and articles."""

    countries: frozenset[str]
    bodies: Mapping[str, tuple[tuple[str, ...], ...]]
    articles: frozenset[str]
    honorifics: frozenset[str]
    houses: frozenset[str]
    sites: frozenset[str]
    placed: frozenset[str]
    neuter: frozenset[str]
    abstract: tuple[str, ...]
    never: frozenset[str]
    coining: frozenset[str]
    lands: tuple[str, ...]


def read_sentences(sentences: Sequence[Sentence], model: NameModel, nouns: Agents, known: Known) -> list[Reading]:
    """The sentences with their proper names marked."""
    labels = model.tag([[t.text for t in s.tokens] for s in sentences])
    readings = [
        Reading(s, [nouns.noun(t.text) if t.text[:1].isupper() or t.text[:1].isdigit() else None for t in s.tokens])
        for s in sentences
    ]
    for reading, tags in zip(readings, labels, strict=True):
        for start, end, kind in _spans(tags):
            _mark(reading, start, end, kind, model, known)
        _persons_after_roles(reading, model, known)
        _addressed(reading, known)
        _acronyms(reading)
        _quoted(reading)
        _coined_compounds(reading, model, known)
        _named_bodies(reading, known)
        _joined(reading, model)
        _bodies_by_apposition(reading)
        _known_names(reading, known)
        _bare_subjects(reading, model, known)
    _agree(readings, known)
    for reading in readings:
        _not_persons(reading, known)
        _houses(reading, known)
    return readings


def _spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i, label in enumerate([*labels, "O"]):
        before = labels[i - 1] if i else "O"
        if before != "O" and label != "I-" + before[2:]:
            yield start, i, before[2:]
        if label != "O" and (label[0] == "B" or label[2:] != before[2:]):
            start = i


def _mark(reading: Reading, start: int, end: int, kind: str, model: NameModel, known: Known) -> None:
    """Keep what the model found, less what can't be a name: no letters, a role noun alone, a word in small letters."""
    tokens = reading.tokens
    while start < end and _is_role(reading, start) and kind == PERSON and end - start > 1:
        start += 1
    while end > start and not (tokens[end - 1].text[0].isupper() or tokens[end - 1].text[0].isdigit()):
        end -= 1
    while start < end and (
        tokens[start].text.lower() in known.articles or not any(c.isalnum() for c in tokens[start].text)
    ):
        start += 1
    if end - start == 1 and kind == PERSON:
        if _is_common(tokens[start], model) or tokens[start].text.lower() in known.never:
            return
        if (
            tokens[start].text.removesuffix("s").endswith(known.lands)
            and not model.lexicon.entry(tokens[start].text).flags
        ):
            kind = PLACE
    text = "".join(t.text for t in tokens[start:end])
    if end > start and any(c.isupper() for c in text) and not (end - start == 1 and _is_role(reading, start)):
        reading.cover(start, end, kind)


def _is_common(token: Token, model: NameModel) -> bool:
    """A word that many texts have and no list of names: "Mitternacht"."""
    entry = model.lexicon.entry(token.text)
    return token.tag == "NN" and entry.cluster > 0 and not entry.flags


def _is_role(reading: Reading, place: int) -> bool:
    noun = reading.nouns[place]
    return noun is not None and noun.kind in ("person", "group", "source") and reading.tokens[place].tag != "NE"


def _persons_after_roles(reading: Reading, model: NameModel, known: Known) -> None:
    """ "Kreisbrandmeister Rolf Unterberg": capitalised words that follow a role directly are a person's name."""
    tokens = reading.tokens
    for i in range(len(tokens) - 1):
        noun = reading.nouns[i]
        if noun is None or noun.kind != "person" or noun.plural:
            continue
        end = i + 1
        while end < len(tokens) and end - i < 6 and _name_like(reading, end):
            end += 1
        found = reading.proper.get(i + 1)
        first = model.lexicon.entry(tokens[i + 1].text).flags & (MALE | FEMALE)
        if (
            end > i + 1
            and (found is None or found[1] != PERSON)
            and (first or end - i > 2 or tokens[i + 1].tag == "NE")
        ):
            if end == i + 2 and not first and tokens[i + 1].text.endswith(("s", *known.lands)):
                continue
            reading.cover(i + 1, end, PERSON)


def _name_like(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return (
        token.text[0].isupper()
        and token.tag in ("NE", "NN", "FM")
        and reading.nouns[place] is None
        and len(token.text) > 1
    )


def _addressed(reading: Reading, known: Known) -> None:
    """ "Herr Hamm": a single name after such a word is a person's, be it a town's too."""
    for i, token in enumerate(reading.tokens[:-1]):
        if token.text in known.honorifics and _name_like(reading, i + 1):
            found = reading.at(i + 1)
            if found is None or (found[:2] == (i + 1, i + 2) and found[2] != PERSON):
                reading.cover(i + 1, i + 2, PERSON)


def _acronyms(reading: Reading) -> None:
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


def _quoted(reading: Reading) -> None:
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


def _named_bodies(reading: Reading, known: Known) -> None:
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


def _coined_compounds(reading: Reading, model: NameModel, known: Known) -> None:
    """ "Kontinentalbahn": a compound that no text has, with a head that firms or papers are named by."""
    for i, noun in enumerate(reading.nouns):
        if noun is None or noun.base not in known.coining or not noun.modifier or noun.plural or "-" in noun.modifier:
            continue
        if reading.at(i) is None and not model.lexicon.entry(reading.tokens[i].text).cluster:
            reading.cover(i, i + 1, ORGANISATION)


def _joined(reading: Reading, model: NameModel) -> None:
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


def _bodies_by_apposition(reading: Reading) -> None:
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


def _known_names(reading: Reading, known: Known) -> None:
    """Countries and bodies of the tables, where the model saw nothing."""
    stems: list[str] | None = None
    for i, token in enumerate(reading.tokens):
        if not token.text[0].isupper():
            continue
        if token.text in known.countries and reading.at(i) is None:
            reading.cover(i, i + 1, PLACE)
        for name in known.bodies.get(stem(token.text), ()):
            stems = stems or [stem(t.text) for t in reading.tokens]
            if tuple(stems[i : i + len(name)]) == name:
                reading.cover(i, i + len(name), ORGANISATION)


def _bare_subjects(reading: Reading, model: NameModel, known: Known) -> None:
    """ "Reinbold schwieg": a word that no text has, without an article before a singular verb, is somebody's name."""
    tokens = reading.tokens
    for i in range(len(tokens) - 1):
        word, after = tokens[i], tokens[i + 1]
        if after.tag[2:] != "FIN" or after.number != "sing" or not word.text[0].isupper() or len(word.text) < 4:
            continue
        opens = i == 0 or tokens[i - 1].tag[0] == "$" or tokens[i - 1].tag in ("KON", "KOUS")
        if not opens or word.tag not in ("NN", "NE", "FM", "XY") or reading.nouns[i] or reading.at(i):
            continue
        if (
            word.text.isalpha()
            and not word.text.endswith(("e", *known.abstract))
            and not model.lexicon.entry(word.text).cluster
        ):
            reading.cover(i, i + 1, PLACE if word.text.endswith(known.lands) else PERSON)


def _not_persons(reading: Reading, known: Known) -> None:
    """ "Das Ingenieurbüro Ketteler": one word after a body's noun or a neuter noun is no person."""
    tokens = reading.tokens
    for start, (end, kind) in list(reading.proper.items()):
        if kind != PERSON or end - start > 1 or start == 0 or tokens[start - 1].tag != "NN":
            continue
        noun = reading.nouns[start - 1]
        neuter = start > 1 and noun is None and tokens[start - 2].text.lower() in known.neuter
        if neuter or (noun and noun.kind in BODIES):
            reading.proper[start] = (end, ORGANISATION)


def _houses(reading: Reading, known: Known) -> None:
    """ "das Albers-Museum", "Molkerei Halm": a name that ends in a house or begins with a firm is no place."""
    for start, (end, kind) in list(reading.proper.items()):
        last, first = reading.nouns[end - 1], reading.nouns[start]
        house = last is not None and last.base in known.houses and (last.modifier != "" or end - start > 1)
        firm = end - start > 1 and first is not None and first.kind in ("company", "medium")
        if kind == PLACE and (house or (firm and first is not None and first.base not in known.sites)):
            reading.proper[start] = (end, ORGANISATION)


def _agree(readings: Sequence[Reading], known: Known) -> None:
    """One article, one reading: what is a name in most places is one wherever its words stand, a surname among them."""
    votes: dict[str, Counter[str]] = {}
    surnames: dict[str, str] = {}
    for reading in readings:
        for start, (end, kind) in reading.proper.items():
            texts = [t.text for t in reading.tokens[start:end]]
            votes.setdefault(" ".join(texts), Counter())[kind] += 1
            addressed = start > 0 and reading.tokens[start - 1].text in known.honorifics
            if kind == PERSON and (len(texts) > 1 or addressed) and len(texts[-1]) > 2:
                surnames[texts[-1]] = PERSON
    for name in [n for n in votes if n.endswith("s") and n[:-1] in votes]:
        votes[name] = votes[name[:-1]] = votes[name] + votes[name[:-1]]
    kinds = {name: min(count, key=lambda k: (-count[k], k)) for name, count in votes.items()}
    singles = {name: kind for name, kind in kinds.items() if " " not in name and len(name) > 2} | surnames
    for reading in readings:
        for start, (end, kind) in list(reading.proper.items()):
            name = " ".join(t.text for t in reading.tokens[start:end])
            if singles.get(name, kinds[name]) != kind:
                reading.proper[start] = (end, singles.get(name, kinds[name]))
        for i, token in enumerate(reading.tokens):
            plain = token.text if token.text in singles else token.text[:-1] if token.text.endswith("s") else ""
            if reading.at(i) is None and plain in singles and token.tag in _NAME_TAGS and not _common(reading, i):
                reading.cover(i, i + 1, singles[plain])


def _common(reading: Reading, place: int) -> bool:
    """Whether the word is also a common noun for people, which a name elsewhere in the article doesn't make a name."""
    noun = reading.nouns[place]
    return noun is not None and noun.kind not in BODIES
