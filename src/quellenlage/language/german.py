"""German: sentences with tagged tokens.

>>> text = "Das teilte sie am 3. Oktober mit, er sei krank."
>>> [sentence] = sentences(text, [(0, len(text), "body")])
>>> [(t.text, t.lemma, t.tag) for t in sentence.tokens][:3]
[('Das', 'das', 'PDS'), ('teilte', 'mitteilen', 'VVFIN'), ('sie', 'sie', 'PPER')]
"""

from collections.abc import Iterable, Iterator

from quellenlage.language import _tagger
from quellenlage.language._lemma import lemma
from quellenlage.language._morphology import features
from quellenlage.language._sentences import split
from quellenlage.language._tokens import Piece, pieces
from quellenlage.model import Sentence, Token

__all__ = ["lemma", "sentences"]

_REACH = 60  # words that may stand between a verb and its particle


def sentences(text: str, stretches: Iterable[tuple[int, int, str]]) -> tuple[Sentence, ...]:
    """The sentences of the stretches (start, end, role) of a text. A line break ends a sentence and a paragraph."""
    result: list[Sentence] = []
    paragraph = 0
    for start, end, role in stretches:
        for first, last in _lines(text, start, end):
            found = split(pieces(text, first, last))
            result += [Sentence(s[0].start, s[-1].end, _tokens(s), paragraph, role) for s in found]
            paragraph += bool(found)
    return tuple(result)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _tokens(words: list[Piece]) -> tuple[Token, ...]:
    tags = _tagger.tag([w.text for w in words])
    tokens = [_token(word, tag) for word, tag in zip(words, tags, strict=True)]
    _join_particles(tokens)
    return tuple(tokens)


def _token(word: Piece, tag: str) -> Token:
    base = lemma(word.text, tag)
    if tag[0] == "V" and tag[2:] in ("FIN", "IMP"):
        mood, tense, number, person = features(word.text, base, tag)
        return Token(word.start, word.end, word.text, base, tag, mood, tense, number, person)
    return Token(word.start, word.end, word.text, base, tag)


def _join_particles(tokens: list[Token]) -> None:
    """Give each verb its separated particle: the nearest finite full verb before it in the same clause."""
    for i, token in enumerate(tokens):
        if token.tag != "PTKVZ":
            continue
        for j in range(i - 1, max(-1, i - _REACH), -1):
            verb = tokens[j]
            if verb.tag in ("VVFIN", "VVIMP") and verb.particle is None:
                tokens[j] = verb._replace(lemma=token.text.lower() + verb.lemma, particle=i)
                break
