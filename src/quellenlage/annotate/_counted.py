"""What a number counts: the noun after it with what narrows it, the noun before it, or what the verb says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from quellenlage.language import Language
from quellenlage.language.agents import Agents, agents
from quellenlage.language.clauses import clause_at, token_at
from quellenlage.model import Sentence, Token

_BEFORE_NOUN = ("ADJA", "ART", "PPOSAT", "PIAT", "PDAT", "PIDAT", "TRUNC", "CARD", "PIS")
_NOUNS = ("NN", "NE")
_TIES = ("ADV", "ADJD", "APPR", "APPRART", "ART", "KOKOM", "PIAT")
_LEADS_SUBJECT = ("$,", "$.", "$(", "KON", "ADV", "VAFIN", "VMFIN", "VVFIN", "NN", "PTKVZ", "KOUS")
_CASE = 120  # code points to either side in which a sentence says what its cases are
_REACH = 6  # tokens between a number and its noun


class Counted(NamedTuple):
    """Lemmas that name what is counted, head first, and where the head ends in the text."""

    lemmas: tuple[str, ...]
    end: int
    form: str
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """The table `measures.toml`, compiled."""

    persons: tuple[str, ...]
    no_persons: tuple[str, ...]
    generic: frozenset[str]
    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    pairs: Mapping[str, tuple[tuple[str, str], ...]]
    cases: tuple[str, ...]
    contexts: tuple[tuple[str, str], ...]
    numbers: frozenset[str]
    aged: str
    partitive: frozenset[str]
    owners: frozenset[str]
    sources: frozenset[str]
    citing: frozenset[str]
    after: str
    heights: frozenset[str]
    ties: frozenset[str]
    never: frozenset[str]
    scales: frozenset[str]
    dying: frozenset[str]
    dead: tuple[str, ...]
    suffered: tuple[str, ...]
    auxiliaries: frozenset[str]
    feminine: tuple[str, ...]
    agents: Agents

    def is_person(self, lemma: str, form: str) -> bool:
        """Whether the noun names people."""
        low = lemma.lower()
        if low.endswith(self.no_persons):
            return False
        if low.endswith(self.persons) or form.lower().endswith("innen"):
            return True
        agent = self.agents.noun(lemma)
        return agent is not None and agent.kind == "person"

    def owns(self, sentence: Sentence, place: int) -> bool:
        """Whether a genitive singular stands at `place`, which can't be what millions count: "die 12 Millionen des
        Hauses".
        """
        at = token_at(sentence, place)
        return at < len(sentence.tokens) and sentence.tokens[at].text in self.owners

    def is_singular(self, token: Token) -> bool:
        """Whether the form is a feminine singular, whose plural always has an ending of its own."""
        return token.text == token.lemma and token.text.endswith(self.feminine)

    def concept(self, text: str, sentence: Sentence, place: int) -> str | None:
        """The name of what the clause around `place` speaks of ("ums Leben gekommen" → "Tote")."""
        first, last = clause_at(sentence, place)
        tokens = sentence.tokens[first:last]
        if not tokens:
            return None
        if said := self._phrase(text[tokens[0].start : place], text[place : tokens[-1].end]):
            return said
        verbs = [t.lemma for t in tokens if t.tag[0] == "V"]
        lemmas = {t.lemma for t in tokens}
        for verb in verbs:
            if verb in self.verbs:
                return self.verbs[verb]
            for noun, name in self.pairs.get(verb, ()):
                if noun in lemmas:
                    return name
        return next((self.nouns[t.lemma] for t in tokens if t.lemma in self.nouns), None)

    def befalls_one(self, text: str, sentence: Sentence, place: int) -> bool:
        """Whether the clause counts the one person at `place` as a victim: "ein Mann wird vermisst"."""
        first, last = clause_at(sentence, place)
        at = token_at(sentence, place)
        tokens = sentence.tokens[first:last]
        if at + 1 >= last or sentence.tokens[at + 1].tag != "NN":
            return False  # "eine 79-jährige Frau" tells of one, and counts none
        if at > first and sentence.tokens[at - 1].tag not in _LEADS_SUBJECT:
            return False
        wording = text[tokens[0].start : tokens[-1].end]
        verbs = {t.lemma for t in tokens if t.tag[0] == "V"}
        passive = not self.auxiliaries.isdisjoint(verbs)
        if not self.dying.isdisjoint(verbs) or any(p in wording for p in self.dead):
            return True
        return passive and any(p in wording for p in self.suffered)

    def _phrase(self, before: str, after: str) -> str | None:
        """The name of the first phrase after the number, else of the last one before it."""
        follows = min(((at, n) for p, n in self.phrases if (at := after.find(p)) >= 0), default=None)
        leads = max(((at, n) for p, n in self.phrases if (at := before.rfind(p)) >= 0), default=None)
        found = follows or leads
        return found[1] if found else None

    def case(self, text: str, sentence: Sentence, place: int, head: str) -> str | None:
        """What a case is a case of, by the words of its sentence: "23 Fälle von Grippe" are people who are ill."""
        if not head.lower().endswith(self.cases) or head in self.nouns:
            return None
        near = text[max(sentence.start, place - _CASE) : min(sentence.end, place + _CASE)].lower()
        return next((name for word, name in self.contexts if word in near), None)

    def number_of(self, sentence: Sentence, place: int) -> Counted | None:
        """The noun in "die Zahl der Todesopfer" where the clause around `place` has one."""
        first, last = clause_at(sentence, place)
        for at in range(first, last):
            if sentence.tokens[at].lemma in self.numbers:
                return noun_after(sentence, sentence.tokens[at].end, self, unit=True)
        return None


@cache
def measures(lang: Language) -> Measures:
    """The compiled table of the language."""
    table = lang.table("measures")
    concepts = table["concept"]
    return Measures(
        tuple(table["persons"]["ends"]),
        tuple(table["persons"]["not"]),
        frozenset(table["generic"]["nouns"]),
        {n: c["name"] for c in concepts for n in c["nouns"]},
        {v: c["name"] for c in concepts for v in c["verbs"]},
        tuple((p, c["name"]) for c in concepts for p in c["phrases"]),
        _pairs(concepts),
        tuple(table["generic"]["cases"]),
        tuple((w, c["name"]) for c in concepts for w in c.get("contexts", ())),
        frozenset(table["generic"]["numbers"]),
        table["one"]["aged"],
        frozenset(table["generic"]["partitive"]),
        frozenset(table["generic"]["owners"]),
        frozenset(table["generic"]["sources"]),
        frozenset(table["generic"]["citing"]),
        table["generic"]["after"],
        frozenset(table["generic"]["heights"]),
        frozenset(table["generic"]["ties"]),
        frozenset(table["labels"]["never"]),
        frozenset(table["generic"]["scales"]),
        frozenset(table["one"]["dying"]),
        tuple(table["one"]["dead"]),
        tuple(table["one"]["suffered"]),
        frozenset(table["one"]["auxiliaries"]),
        tuple(table["generic"]["feminine"]),
        agents(lang),
    )


def _pairs(concepts: list[dict[str, Any]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Verb → (noun, name of what both say together): "lassen" with "Leben" is "Tote"."""
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for concept in concepts:
        for pair in concept.get("pairs", ()):
            verb, noun = pair.split()
            out[verb] = (*out.get(verb, ()), (noun, concept["name"]))
    return out


def noun_after(sentence: Sentence, place: int, words: "Measures", *, unit: bool) -> Counted | None:
    """The noun phrase that starts at `place`.

    `unit`: a unit stands before it, so that "an", "von" and "mehr" may lead to it.
    """
    tokens = sentence.tokens
    at = token_at(sentence, place)
    start = at
    while at < len(tokens) and at - start < _REACH:
        token = tokens[at]
        if at > start and at + 1 < len(tokens) and tokens[at + 1].lemma == words.aged and tokens[at - 1].tag == "CARD":
            at += 2  # "ein 41 Jahre alter Techniker"
            continue
        if token.tag in _NOUNS and token.text[0].isupper() and token.lemma[0].isalpha():
            part = at > start and tokens[start].tag == "ART" and not unit
            return None if part and words.is_singular(token) else _with_narrowing(tokens, start, at)
        if (token.tag == "ART" and token.text not in words.partitive) or (unit and token.tag == "CARD"):
            return None
        if not (token.tag in _BEFORE_NOUN or _joins_adjectives(tokens, at) or (unit and at == start and _leads(token))):
            return None
        at += 1
    return None


def adjectives_before(sentence: Sentence, place: int) -> tuple[str, ...]:
    """The adjectives right before a figure at `place`: "die geplanten 240 Wohnungen"."""
    at = token_at(sentence, place) - 1
    found: list[str] = []
    while at >= 0 and sentence.tokens[at].tag == "ADJA":
        found.append(sentence.tokens[at].lemma)
        at -= 1
    return tuple(found)


def _leads(token: Token) -> bool:
    return (token.tag == "APPR" and token.lemma in ("an", "von")) or token.text in ("mehr", "weniger")


def _joins_adjectives(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].tag == "KON" and at + 1 < len(tokens) and tokens[at - 1].tag == tokens[at + 1].tag == "ADJA"


def _with_narrowing(tokens: tuple[Token, ...], start: int, head: int) -> Counted:
    while head + 1 < len(tokens) and tokens[head + 1].tag == "NE" and tokens[head].tag == "NE":
        head += 1
    before = [t.lemma for t in tokens[start:head] if t.tag == "ADJA"]
    after: list[str] = []
    at = head + 1
    while (
        at < len(tokens)
        and at - head <= _REACH
        and (tokens[at].tag in ("ART", "PPOSAT", "ADJA", "APPR", "APPRART", *_NOUNS))
    ):
        if tokens[at].tag in ("ADJA", *_NOUNS):
            after.append(tokens[at].lemma)
        elif after and tokens[at].tag in ("ART", "PPOSAT") and tokens[at - 1].tag not in ("APPR", "APPRART"):
            break
        at += 1
    return Counted((tokens[head].lemma, *before, *after), tokens[head].end, tokens[head].text, tuple(before))


def noun_before(sentence: Sentence, place: int, words: Measures, ties: frozenset[str] | None = None) -> Counted | None:
    """The noun that a preposition ties to a figure at `place`: "eine Laufzeit von 26 Monaten", "Kosten in Höhe von 3
    Euro".

    `ties`: the prepositions that may tie it, any if None.
    """
    tokens = sentence.tokens
    last = token_at(sentence, place) - 1
    at = last
    while at >= 0 and (tokens[at].tag in _TIES or tokens[at].lemma in words.heights):
        at -= 1
    if at < 0 or at == last:
        return None
    at = _governor(tokens, at)
    if tokens[at].tag != "NN" or tokens[at].lemma in words.never or _is_source(tokens, at, words):
        return None
    if ties is not None and not (at + 1 == last and tokens[last].lemma in ties):
        return None
    return Counted((tokens[at].lemma,), tokens[at].end, tokens[at].text)


def _is_source(tokens: tuple[Token, ...], at: int, words: Measures) -> bool:
    """Whether the noun tells who says it: the station in "nach Informationen des Senders nur mit 9 Millionen"."""
    left = at
    while left > 0 and tokens[left - 1].tag in ("ART", "ADJA", "PPOSAT"):
        left -= 1
    if left > 0 and tokens[left - 1].lemma == words.after and tokens[at].lemma in words.sources:
        return True  # "nach eigener Rechnung täglich drei Millionen"
    return left > 0 and (tokens[left - 1].lemma in words.sources or tokens[left - 1].lemma in words.citing)


def _governor(tokens: tuple[Token, ...], at: int) -> int:
    """The noun that a noun's own preposition hangs on: the damage in "den Schaden für die ganze Wirtschaft"."""
    left = at
    while left > 0 and tokens[left - 1].tag in ("ART", "ADJA", "PPOSAT"):
        left -= 1
    tied = left > 1 and tokens[left - 1].tag in ("APPR", "APPRART") and tokens[left - 2].tag == "NN"
    return left - 2 if tied else at
