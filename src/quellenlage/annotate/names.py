"""Mentions of those who act and speak: proper names, and noun phrases for a role, an office or a group."""

from functools import cache
from typing import Literal

from quellenlage.annotate._name_features import FEMALE, MALE
from quellenlage.annotate._name_model import NameLexicon, name_model
from quellenlage.annotate._nominal import Words, left_edge, party, purpose, right_edge
from quellenlage.annotate._proper import read_sentences
from quellenlage.annotate._reading import ORGANISATION, PERSON, PLACE, Known, Reading
from quellenlage.language import Language
from quellenlage.language.agents import BODIES, Noun, agents
from quellenlage.language.nominative import Nominative, nominative
from quellenlage.language.wording import key
from quellenlage.model import Name, Sentence, Span
from quellenlage.model.marks import EntityType

Gender = Literal["m", "f"] | None
_TYPES: dict[str, EntityType] = {PERSON: "person", ORGANISATION: "organisation", PLACE: "place"}


def find_names(text: str, sentences: tuple[Sentence, ...], lang: Language) -> tuple[Name, ...]:
    """All mentions in the sentences, in order of their start; a phrase and the name within it both stand.

    Proper names come from a trained model and are then made to agree over the article; noun phrases come from the
    tables `roles` and `organisations`.
    """
    model, nouns, words = name_model(lang.code), agents(lang), Words.of(lang.table("roles"))
    base = nominative(lang)
    found: list[Name] = []
    for reading in read_sentences(sentences, model, nouns, _known(lang)):
        finder = _Finder(text, reading, words, model.lexicon, base)
        found += finder.names()
    return tuple(sorted(found, key=lambda n: (n.start, -n.end, not n.proper)))


@cache
def _known(lang: Language) -> Known:
    table = lang.table("places")["countries"]
    countries = frozenset(table) | {a for country in table.values() for a in country.get("aliases", ()) if " " not in a}
    bodies: dict[str, list[tuple[str, ...]]] = {}
    for forms in lang.table("organisations")["acronyms"].values():
        for name in (key(form) for form in forms if " " in form):
            bodies.setdefault(name[0], []).append(name)
    for name in (key(media) for media in lang.table("organisations")["media"]["names"]):
        bodies.setdefault(name[0], []).append(name)
    roles = lang.table("roles")
    return Known(
        countries,
        {first: tuple(names) for first, names in bodies.items()},
        articles=frozenset(roles["articles"]["definite"]),
        honorifics=frozenset(roles["honorifics"]["words"]),
        placed=frozenset(lang.table("organisations")["placed"]["nouns"].split()),
        sites=frozenset(lang.table("organisations")["sites"]["nouns"].split()),
        houses=frozenset(lang.table("organisations")["houses"]["nouns"].split()),
        neuter=frozenset(roles["phrases"]["neuter"]),
        coining=frozenset(lang.table("organisations")["coining"]["nouns"].split()),
        never=frozenset(roles["phrases"]["never"].split()),
        abstract=tuple(roles["phrases"]["abstract"]),
        lands=tuple(lang.table("places")["nouns"]["lands"]),
    )


class _Finder:
    """The mentions of one sentence."""

    def __init__(self, text: str, reading: Reading, words: Words, lexicon: NameLexicon, base: Nominative) -> None:
        self._text, self._reading, self._words, self._lexicon, self._nominative = text, reading, words, lexicon, base
        self._tokens = reading.tokens

    def names(self) -> list[Name]:
        """Persons with their roles, bodies and places, then the phrases that stand without a name."""
        reading, found = self._reading, []
        used: set[int] = set()  # places of role nouns that belong to a person's name
        for start, (end, kind) in sorted(reading.proper.items()):
            found.append(self._person(start, end, used) if kind == PERSON else self._body(start, end, kind))
        for head, noun in enumerate(reading.nouns):
            if noun and head not in used and reading.at(head) is None and self._tokens[head].tag[0] not in "V$":
                found += self._phrase(head, noun)
        return found

    def _span(self, first: int, end: int) -> Span:
        return Span(self._tokens[first].start, self._tokens[end - 1].end)

    def _words_of(self, first: int, end: int) -> str:
        return " ".join(self._text[self._tokens[first].start : self._tokens[end - 1].end].split())

    def _person(self, start: int, end: int, used: set[int]) -> Name:
        """A person's name with the role before it or after it."""
        tokens, nouns = self._tokens, self._reading.nouns
        first, role_end, noun = start, start, None
        head = self._role_before(start)
        if head is not None:
            used.add(head)
            first, bare = left_edge(self._reading, head)
            noun, role_end = nouns[head], start - (tokens[start - 1].text == ",")
            role: str | None = self._words_of(bare, role_end)
        else:
            role = None
        last = party(tokens, end, self._words)
        if role is None:
            after = self._role_after(last, used)
            if after:
                first_word, last, noun = after
                role = self._words_of(first_word, last)
        gender = self._gender(start, end, noun, tokens[first].text)
        return Name(
            *self._span(start, end), "person", self._words_of(start, end), self._span(first, last), role, True, gender
        )

    def _role_before(self, start: int) -> int | None:
        """The role noun before a name: next to it ("Minister Maier"), or with its complement or a comma between."""
        tokens, nouns = self._tokens, self._reading.nouns
        k = start - 1
        if k >= 0 and tokens[k].tag in ("NN", "NE", "FM", "ADJA") and self._reading.at(k) is None:
            noun = nouns[k]
            if noun and noun.kind in ("person", "group"):
                return k
            if noun is None and tokens[k].text[0].isupper() and tokens[k].text.endswith(self._words.animate):
                return k
        for head in range(k, max(-1, k - 10), -1):
            noun = nouns[head]
            if noun and noun.kind == "person" and not noun.plural:
                end = right_edge(self._reading, head, self._words)
                return head if end == start or (end == k and tokens[k].text == ",") else None
            if tokens[head].tag[:2] in ("VV", "VA", "VM") or tokens[head].text in ".;:":
                return None
        return None

    def _role_after(self, end: int, used: set[int]) -> tuple[int, int, Noun] | None:
        """(first word, word after the last, noun) of an apposition ("Maier, Botschafter der Ukraine,")."""
        tokens, nouns = self._tokens, self._reading.nouns
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return None
        head = end + 1
        while head < len(tokens) - 1 and tokens[head].tag in ("ART", "ADJA", "ADV", "PPOSAT") and head < end + 6:
            head += 1
        noun = nouns[head]
        if noun is None or noun.kind != "person" or noun.plural:
            return None
        last = right_edge(self._reading, head, self._words)
        if last < len(tokens) and tokens[last].text not in ',.)“»"–-' and tokens[last].tag[0] != "$":
            return None
        used.add(head)
        bare = left_edge(self._reading, head)[1]
        return bare, last, noun

    def _gender(self, start: int, end: int, noun: Noun | None, first: str) -> Gender:
        if noun and noun.gender == "f":
            return "f"
        flags = self._lexicon.entry(self._tokens[start].text).flags & (MALE | FEMALE) if end - start > 1 else 0
        by_name: Gender = "m" if flags == MALE else "f" if flags == FEMALE else None
        by_article = self._words.gender_of(first) if noun else None
        if noun and noun.gender == "m" and by_name != "f":
            return "m"
        return by_name or by_article

    def _base(self, start: int, end: int, place: bool = False) -> str:
        """The name in the nominative: adjectives declined, a place without the genitive s if it is known so."""
        words = self._words_of(start, end).split(" ")
        if place:
            words[-1] = self._lexicon.plain(words[-1])
        return self._nominative.phrase(" ".join(words))

    def _body(self, start: int, end: int, kind: str) -> Name:
        """A body or place with the noun that says what it is ("Krankenkasse Carenova", "die Firma Sentris")."""
        tokens, nouns = self._tokens, self._reading.nouns
        quoted = start > 1 and tokens[start - 1].tag == "$(" and tokens[start - 1].text not in "(/-–—"
        place = start - 1 - quoted
        before = nouns[place] if place >= 0 else None
        type_ = _TYPES[kind]
        if before and before.kind in BODIES and tokens[place].tag in ("NN", "NE"):
            first, bare = left_edge(self._reading, place)
            type_ = "organisation"
            own = before.kind in ("company", "medium") and self._words_of(start, end) not in self._words.regions
            if quoted or own:
                role = self._words_of(bare, place + 1)
                return Name(*self._span(start, end), type_, self._base(start, end), self._span(first, end), role)
            return Name(*self._span(start - 1, end), type_, self._base(start - 1, end), self._span(first, end))
        if (
            kind == ORGANISATION
            and place >= 0
            and tokens[place].tag == "NN"
            and before is None
            and self._reading.at(place) is None
        ):
            first, bare = left_edge(self._reading, place)
            role = self._words_of(bare, place + 1)
            return Name(*self._span(start, end), type_, self._base(start, end), self._span(first, end), role)
        first, _ = left_edge(self._reading, start) if kind == ORGANISATION else (start, start)
        return Name(*self._span(start, end), type_, self._base(start, end, kind == PLACE), self._span(first, end))

    def _phrase(self, head: int, noun: Noun) -> list[Name]:
        """The phrase around a noun that no name follows."""
        if noun.kind == "source" or (noun.kind in BODIES and self._named(head)):
            return []
        first, bare = left_edge(self._reading, head)
        end = purpose(self._reading, head + 1, self._words) if noun.base in self._words.purposeful else head + 1
        end = max(end, right_edge(self._reading, head, self._words))
        plural = noun.plural or self._plural(first, head)
        people: EntityType = "group" if plural or noun.kind == "group" else "person"
        definite = first < head and self._tokens[first].text.lower() in self._words.definite
        council = noun.base in self._words.councils and noun.gender == "m" and definite and not plural
        type_ = "organisation" if noun.kind in BODIES or council else people
        if noun.base in self._words.dependent and not noun.modifier and end - bare == 1:
            return []
        wording, own, whole = self._words_of(bare, end), self._span(bare, end), self._span(first, end)
        role = wording if type_ != "organisation" else None
        gender = noun.gender or self._words.gender_of(self._tokens[first].text)
        name = self._nominative.phrase(wording, gender, plural, self._tokens[head].text)
        return [Name(*own, type_, name, whole, role, False, noun.gender, plural)]

    def _named(self, head: int) -> bool:
        """Whether a name follows the noun directly or in quotation marks."""
        tokens, proper = self._tokens, self._reading.proper
        quoted = head + 2 < len(tokens) and tokens[head + 1].tag == "$(" and tokens[head + 1].text not in "(/-–—"
        found = proper.get(head + 1 + quoted)
        return found is not None and found[1] != PERSON

    def _plural(self, first: int, head: int) -> bool:
        """Whether the verbless phrase shows a plural: "die Beamten", "deutsche Beamte", "drei Diplomaten"."""
        tokens = self._tokens
        if tokens[head].number == "plur":
            return True
        opening, noun = tokens[first].text.lower(), self._reading.nouns[head]
        if any(t.text.lower() in self._words.several for t in tokens[first:head]):
            return True
        if noun and tokens[first].tag in ("NN", "NE", "ADJA"):
            return _is_plural_form(tokens[head].text.lower(), noun)
        if tokens[first].tag == "CARD":
            return opening not in ("ein", "eine", "einer", "1")
        return opening == "die" and tokens[head].text.endswith("en") and not tokens[head].text.endswith("in")


def _is_plural_form(word: str, noun: Noun) -> bool:
    """Whether a form without an article is a plural: "Experten", "Analysten", "Beamte"."""
    if noun.base.endswith("er") and word.endswith((noun.base[:-1], noun.base[:-1] + "n")):
        return True
    return noun.kind == "person" and word.endswith((noun.base + "n", noun.base + "en")) and not word.endswith("in")
