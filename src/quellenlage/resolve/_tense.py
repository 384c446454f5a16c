"""Whether a clause tells of what was or of what will be, from the tense of its verbs."""

from collections.abc import Sequence

from quellenlage.language import Language
from quellenlage.model import Sentence, Token

_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_BREAKS = frozenset(",;:–—()„“”«»\"")


def direction(sentence: Sentence, start: int, end: int, lang: Language) -> int:
    """-1 where the clause around `start:end` tells of the past, 1 of the future, 0 where its verbs don't say."""
    clauses = _clauses(sentence.tokens)
    at = next((i for i, c in enumerate(clauses) if c and c[-1].end >= end and c[0].start <= start), None)
    if at is None:
        at = next((i for i, c in enumerate(clauses) if c and c[-1].end >= start), 0)
    near = sorted(range(len(clauses)), key=lambda i: (abs(i - at), i > at))
    future = frozenset(lang.table("times")["tense"]["future"].split())
    return next((told for i in near if (told := _of_clause(clauses[i], future))), 0)


def _clauses(tokens: Sequence[Token]) -> list[list[Token]]:
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _BREAKS:
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [c for c in clauses if c]


def _of_clause(clause: Sequence[Token], future: frozenset[str]) -> int:
    finite = [t for t in clause if t.tag in _FINITE]
    participle = any(t.tag in ("VVPP", "VAPP", "VMPP") for t in clause)
    if not finite:
        return 1 if any(t.tag in ("VVIZU", "PTKZU") for t in clause) else 0
    verb = finite[-1]
    if verb.lemma in future:
        return -1 if verb.tense == "past" and verb.mood != "konj2" and not _modal(verb) else 1
    if verb.tense == "past" or (participle and verb.tag == "VAFIN"):
        return -1
    return 1 if verb.tense == "pres" else 0


def _modal(verb: Token) -> bool:
    return verb.tag == "VMFIN"
