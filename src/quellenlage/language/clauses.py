"""Clauses of a tagged sentence, by punctuation and by conjunctions between two finite verbs."""

from bisect import bisect_left, bisect_right

from quellenlage.model import Sentence, Token

_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_REACH = 60  # tokens to either side; longer stretches without a comma are lists, not clauses
_SUBORDINATE = ("PRELS", "PRELAT", "KOUS", "PWS", "PWAV")
_SEPARATORS = frozenset(";:–—►•|")


def token_at(sentence: Sentence, place: int) -> int:
    """The index of the first token that starts at `place` or after it (its number of tokens if none does)."""
    return bisect_left(sentence.tokens, place, key=lambda t: t.start)


def token_over(sentence: Sentence, place: int) -> int:
    """The index of the token over `place`, or the last one before it; 0 if none is."""
    return max(0, bisect_right(sentence.tokens, place, key=lambda t: t.start) - 1)


def clause_at(sentence: Sentence, place: int) -> tuple[int, int]:
    """The tokens [first, last) of the clause around `place`.

    A clause ends at a comma, colon, dash or full stop, and at "und" between two finite verbs. A stretch between commas
    without a verb of its own (an apposition, the second of two objects, what follows a relative clause) is widened to
    the left, over subordinate clauses, until there is one; so is one that starts with its verb.
    """
    tokens, at = sentence.tokens, token_over(sentence, place)
    first, last = _bounds(tokens, at)
    first, last = _split_at_conjunction(tokens, first, last, at)
    seen = first
    led = tokens[first].tag in _FINITE  # a verb after a comma: its subject stands before the comma
    while (
        seen > max(1, at - _REACH) and tokens[seen - 1].tag == "$," and (led or not _has_own_verb(tokens[first:last]))
    ):
        start, _ = _bounds(tokens, seen - 2)
        if (led or _has_own_verb(tokens[start : seen - 1])) and not _is_subordinate(tokens, start):
            return start, last
        seen = start
    return first, last


def _bounds(tokens: tuple[Token, ...], at: int) -> tuple[int, int]:
    first = last = at
    while first > max(0, at - _REACH) and not _ends_clause(tokens[first - 1]):
        first -= 1
    while last < min(len(tokens), at + _REACH) and not _ends_clause(tokens[last]):
        last += 1
    return first, last


def _has_own_verb(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag[0] == "V" for t in tokens)


def _is_subordinate(tokens: tuple[Token, ...], first: int) -> bool:
    return any(t.tag in _SUBORDINATE for t in tokens[first : first + 2])


def _ends_clause(token: Token) -> bool:
    return token.tag in ("$,", "$.") or token.text in _SEPARATORS


def _split_at_conjunction(tokens: tuple[Token, ...], first: int, last: int, at: int) -> tuple[int, int]:
    verbs = [i for i in range(first, last) if tokens[i].tag in _FINITE]
    for i in range(first, last):
        if tokens[i].tag == "KON" and verbs and verbs[0] < i < verbs[-1]:
            if i < at:
                first = i + 1
            elif i > at:
                return first, i
    return first, last
