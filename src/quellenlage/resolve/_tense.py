"""Whether a clause tells of what was or of what will be, from the tense of its verbs."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from math import inf

from quellenlage.language import Language
from quellenlage.model import Sentence, Token

_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_BREAKS = frozenset(",;–—()")
_ARTICLES = ("ART", "PPOSAT", "PDAT")
_WALLS = frozenset('„“”«»":')


class Directions:
    """Which way each clause of a sentence tells, worked out once for all its time expressions."""

    def __init__(self, sentence: Sentence, lang: Language) -> None:
        table = lang.table("times")
        tenses = _tenses(lang)
        self._tokens = sentence.tokens
        self._starts = [t.start for t in sentence.tokens]
        self._present = table["present_participle"]
        self._ahead = frozenset(table["ahead"].split())
        clauses, self._owner = _clauses(sentence.tokens)
        own = [_of_clause(c, tenses) for _, c in clauses]
        shared = [way if any(t.tag in _FINITE for t in c) else 0 for way, (_, c) in zip(own, clauses, strict=True)]
        near = _nearest([walls for walls, _ in clauses], shared)
        self._ways = [way or other for way, other in zip(own, near, strict=True)]

    def at(self, start: int, end: int, lean: int) -> int:
        """-1 where the clause around `start:end` tells of the past, 1 of the future, 0 where its verbs don't say.

        The words beside the expression come first; `lean` is what its preposition tells. A clause without a verb that
        tells follows the nearest one with a finite verb, the earlier of two, never across a quotation mark or a colon.
        """
        token = bisect_left(self._starts, start)
        return self._beside(start, end, lean) or (self._ways[self._owner[token]] if token < len(self._owner) else 0)

    def _beside(self, start: int, end: int, lean: int) -> int:
        """The past of "mehr als am Montag" and "die am Montag vorgelegte Bilanz", the future of "das nächste Spiel am
        Montag"."""
        at = bisect_left(self._starts, start)
        after = bisect_left(self._starts, end)
        before = self._tokens[max(0, at - 3) : at]
        while before and before[-1].tag == "ADV":
            before = before[:-1]
        if not before or at == len(self._tokens):
            return 0
        if before[-1].tag == "KOKOM":
            return -1
        if len(before) > 1 and before[-1].tag == "NN" and before[-2].text.lower() in self._ahead:
            return 1
        attributive = lean <= 0 and before[-1].tag in _ARTICLES and self._tokens[at].tag in ("APPR", "APPRART")
        following = self._tokens[after].tag if after < len(self._tokens) else ""
        noun = self._tokens[after + 1].tag if after + 1 < len(self._tokens) else ""
        mistaken = following == "VVFIN" and noun in ("NN", "NE")  # "vorgelegte" may be tagged as a verb
        led = following == "ADJA" or mistaken
        return -1 if attributive and led and not self._is_present(after) else 0

    def _is_present(self, at: int) -> bool:
        """Whether an adjective is a present participle ("stattfindende"): its lemma ends so."""
        return self._tokens[at].lemma.endswith(self._present)


def _nearest(parts: Sequence[int], ways: Sequence[int]) -> list[int]:
    """For each clause its way, or that of the nearest clause of the same part that has one."""
    before = _carry(parts, ways)
    after = _carry(parts[::-1], ways[::-1])[::-1]
    return [a[1] if a[0] <= b[0] else b[1] for a, b in zip(before, after, strict=True)]


def _carry(parts: Sequence[int], ways: Sequence[int]) -> list[tuple[float, int]]:
    """For each clause how far back the last telling one of its part lies, and its way."""
    carried: list[tuple[float, int]] = []
    last: tuple[float, int] = (inf, 0)
    for i, (part, way) in enumerate(zip(parts, ways, strict=True)):
        if i and part != parts[i - 1]:
            last = (inf, 0)
        last = (0, way) if way else (last[0] + 1, last[1])
        carried.append(last)
    return carried


@cache
def _tenses(lang: Language) -> Mapping[str, frozenset[str]]:
    """The verbs of the table, by what their form tells."""
    return {name: frozenset(verbs.split()) for name, verbs in lang.table("times")["tense"].items()}


def _clauses(tokens: Sequence[Token]) -> tuple[list[tuple[int, list[Token]]], list[int]]:
    """The clauses of a sentence, each with how many quotation marks and colons precede it, and each token's clause.

    What stands in parentheses is a clause of its own, and the one around it goes on behind.
    """
    clauses: list[tuple[int, list[Token]]] = [(0, [])]
    owner: list[int] = []
    around: list[int] = []
    here = 0
    for token in tokens:
        owner.append(here)
        if token.text == ")" and around:
            here = around.pop()
        elif token.text in _WALLS or token.text in _BREAKS:
            if token.text == "(":
                around.append(here)
            clauses.append((clauses[-1][0] + (token.text in _WALLS), []))
            here = len(clauses) - 1
        else:
            clauses[here][1].append(token)
    return clauses, owner


def _of_clause(clause: Sequence[Token], tenses: Mapping[str, frozenset[str]]) -> int:
    """The time that a clause tells of: -1 past, 1 present or to come, 2 to come for certain, 0 unknown.

    A Konjunktiv I of an auxiliary renders a perfect ("habe … erfahren"); what is said in the present ("behauptet er am
    Montag") has been said.
    """
    finite = [t for t in clause if t.tag in _FINITE]
    if not finite:
        return 1 if any(t.tag in ("VVIZU", "PTKZU", "VVIMP") for t in clause) else 0
    done = [t for t in clause if t.tag in ("VVPP", "VAPP", "VMPP")]
    verb = next((t for t in finite if t.lemma in tenses["future"] or (done and t.tag == "VAFIN")), finite[-1])
    if verb.lemma in tenses["future"]:
        before = done and any(t is not verb and t.lemma in tenses["auxiliary"] for t in clause)
        return -1 if before or (verb.tense == "past" and verb.mood != "konj2" and verb.tag != "VMFIN") else 2
    if verb.mood == "konj2":
        return -1 if done else 0
    if verb.tense == "past" or (verb.tag == "VAFIN" and verb.mood == "konj1"):
        return -1
    if verb.tag == "VAFIN" and done:
        return -1 if verb.lemma in tenses["perfect"] or any(_moves(t, tenses) for t in done) else 0
    if verb.tense == "pres" and verb.mood == "ind" and verb.lemma in tenses["reporting"]:
        return -1
    return 1 if verb.tense == "pres" and verb.lemma not in tenses["perfect"] else 0


def _moves(participle: Token, tenses: Mapping[str, frozenset[str]]) -> bool:
    """Whether a verb has its perfect with sein, with or without a particle ("zurücktreten")."""
    return participle.tag == "VAPP" or any(participle.lemma.endswith(verb) for verb in tenses["moving"])
