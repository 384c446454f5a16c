"""Whether a clause tells of what was or of what will be, from the tense of its verbs."""

from collections.abc import Mapping, Sequence

from quellenlage.language import Language
from quellenlage.model import Sentence, Token

_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_BREAKS = frozenset(",;:–—()")
_QUOTES = frozenset('„“”«»"')


def direction(sentence: Sentence, start: int, end: int, lang: Language) -> int:
    """-1 where the clause around `start:end` tells of the past, 1 of the future, 0 where its verbs don't say.

    A clause without a verb that tells follows the nearest one, but never across a quotation mark.
    """
    clauses = _clauses(sentence.tokens)
    at = next((i for i, (_, c) in enumerate(clauses) if c[-1].end >= start), None)
    if at is None:
        return 0
    near = sorted(range(len(clauses)), key=lambda i: (abs(i - at), i > at))
    tenses = {name: frozenset(verbs.split()) for name, verbs in lang.table("times")["tense"].items()}
    same = (clauses[i][1] for i in near if clauses[i][0] == clauses[at][0])
    return next((told for clause in same if (told := _of_clause(clause, tenses))), 0)


def _clauses(tokens: Sequence[Token]) -> list[tuple[int, list[Token]]]:
    """The clauses of a sentence, each with how many quotation marks stand before it."""
    clauses: list[tuple[int, list[Token]]] = [(0, [])]
    for token in tokens:
        if token.text in _QUOTES:
            clauses.append((clauses[-1][0] + 1, []))
        elif token.text in _BREAKS:
            clauses.append((clauses[-1][0], []))
        else:
            clauses[-1][1].append(token)
    return [c for c in clauses if c[1]]


def _of_clause(clause: Sequence[Token], tenses: Mapping[str, frozenset[str]]) -> int:
    """The time that a clause tells of. A Konjunktiv I of an auxiliary renders a perfect ("habe … erfahren")."""
    finite = [t for t in clause if t.tag in _FINITE]
    if not finite:
        return 1 if any(t.tag in ("VVIZU", "PTKZU", "VVIMP") for t in clause) else 0
    done = any(t.tag in ("VVPP", "VAPP", "VMPP") for t in clause)
    verb = next((t for t in finite if t.lemma in tenses["future"] or (done and t.tag == "VAFIN")), finite[-1])
    if verb.lemma in tenses["future"]:
        before = done and any(t is not verb and t.lemma in tenses["auxiliary"] for t in clause)
        return -1 if before or (verb.tense == "past" and verb.mood != "konj2" and verb.tag != "VMFIN") else 1
    if verb.mood == "konj2":
        return -1 if done else 0
    if verb.tense == "past" or (verb.tag == "VAFIN" and (done or verb.mood == "konj1")):
        return -1
    return 1 if verb.tense == "pres" and not (verb.tag == "VAFIN" and verb.lemma in tenses["perfect"]) else 0
