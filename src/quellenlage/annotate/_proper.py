"""Proper names: the model's, mended by what German and the rest of the article tell."""

from collections import Counter
from collections.abc import Iterator, Sequence

from quellenlage.annotate._name_features import FEMALE, MALE
from quellenlage.annotate._name_model import NameModel
from quellenlage.annotate._proper_bodies import (
    acronyms,
    bodies_by_apposition,
    coined_compounds,
    houses,
    joined,
    named_bodies,
    quoted,
)
from quellenlage.annotate._reading import ORGANISATION, PERSON, PLACE, Known, Reading
from quellenlage.language.agents import BODIES, Agents
from quellenlage.language.wording import stem
from quellenlage.model import Sentence, Token

_NAME_TAGS = frozenset({"NE", "NN", "FM", "XY", "TRUNC", "ADJA", "ADJD"})


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
        acronyms(reading)
        quoted(reading)
        coined_compounds(reading, model, known)
        named_bodies(reading, known)
        joined(reading, model)
        bodies_by_apposition(reading)
        _known_names(reading, known)
        _bare_subjects(reading, model, known)
    _agree(readings, known)
    for reading in readings:
        _not_persons(reading, known)
        houses(reading, known)
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
    while kind == PERSON and end - start > 2 and _is_trade(tokens[start], tokens[start + 1], model):
        start += 1
    while kind == ORGANISATION and end - start > 1 and _is_beside(reading, start, end, model):
        end -= 1
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


def _is_trade(token: Token, following: Token, model: NameModel) -> bool:
    """A noun that no list of names has before a first name: "Reeder Brar Lorenzen", "Wirtin Anna Halm"."""
    named, first = model.lexicon.entry(token.text).flags, model.lexicon.entry(following.text).flags
    return token.tag == "NN" and len(token.text) > 3 and not named and bool(first & (MALE | FEMALE))


def _is_beside(reading: Reading, start: int, end: int, model: NameModel) -> bool:
    """Whether a body's name behind its noun runs on into a common noun: "hat die Reederei Halm Hilfe zugesagt"."""
    before = reading.nouns[start - 1] if start else None
    named = reading.tokens[start].tag in ("NE", "FM", "XY") and not any(reading.nouns[start:end])
    return named and before is not None and before.kind in BODIES and _is_common(reading.tokens[end - 1], model)


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
