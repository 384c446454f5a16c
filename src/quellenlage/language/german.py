"""German on its own: sentences, words with tags and verb features, lemmas, heads of compounds. All of it offline.

>>> text = "Das teilte die Landrätin am 3. Oktober mit. „Der Fluss sei über die Ufer getreten.“"
>>> first, second = sentences(text, [(0, len(text), "body")])
>>> text[first.start : first.end]
'Das teilte die Landrätin am 3. Oktober mit.'
>>> [token.text for token in first.tokens]
['Das', 'teilte', 'die', 'Landrätin', 'am', '3.', 'Oktober', 'mit', '.']

Tags are STTS. A verb carries mood, tense, number and person where its form and context tell them, and the lemma of a
separable verb includes its particle, which may stand far off:

>>> said = first.tokens[1]
>>> said.tag, said.lemma, said.mood, said.tense, first.tokens[said.particle].text
('VVFIN', 'mitteilen', 'ind', 'past', 'mit')
>>> second.tokens[3].text, second.tokens[3].lemma, second.tokens[3].mood
('sei', 'sein', 'konj1')

`tokens` tags words that someone else has cut. `readings` gives all that a verb's form may be, `lemma` the lemma of a
word with a known tag, `head` the last noun of a compound. Weights are read on first use
(0.2 s); what they reach stands in de/MODEL_CARD.md.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from quellenlage.language import _syntax, _tagger, _unmarked
from quellenlage.language._lemma import head, lemma
from quellenlage.language._morphology import IMPERATIVE, Features, features, hypothetical, readings
from quellenlage.language._sentences import split
from quellenlage.language._tokens import Piece, pieces, plain
from quellenlage.language.wrapping import soft_breaks
from quellenlage.model import Sentence, Token

__all__ = ["Features", "head", "lemma", "readings", "sentences", "tokens"]


def sentences(text: str, stretches: Iterable[tuple[int, int, str]]) -> tuple[Sentence, ...]:
    """The sentences of the stretches (start, end, role) of a text, in order.

    Offsets are code points of `text`; `text[t.start:t.end] == t.text` for each token. A line break ends a sentence and
    a paragraph, unless it only wraps a column (`wrapping`). Stretches may be of any length; time is linear in it.
    Raises nothing, whatever the text holds.
    """
    result: list[Sentence] = []
    paragraph = 0
    soft = soft_breaks(text)
    for start, end, role in stretches:
        for first, last in _lines(text, start, end, soft):
            found = [part for s in split(pieces(text, first, last)) for part in _parts(s)]
            result += [Sentence(part[0].start, part[-1].end, part, paragraph, role) for part in found]
            paragraph += bool(found)
    return tuple(result)


def tokens(words: Iterable[str]) -> tuple[Token, ...]:
    """One sentence that is already cut into words, tagged. Offsets are those of the words joined by single blanks.

    >>> [(t.text, t.tag) for t in tokens(["Es", "regnet", "."])]
    [('Es', 'PPER'), ('regnet', 'VVFIN'), ('.', '$.')]
    """
    parts: list[Piece] = []
    place = 0
    for word in words:
        parts.append(Piece(place, place + len(word), word))
        place += len(word) + 1
    return _tokens(parts)


def _lines(text: str, start: int, end: int, soft: frozenset[int]) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        while stop in soft:
            stop = text.find("\n", stop + 1, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _parts(words: list[Piece]) -> list[tuple[Token, ...]]:
    """What the marks leave as one sentence, cut further where one ends without a mark."""
    tagged = _tagged(words)
    places = _unmarked.starts(words, tagged.tags)
    if not places:
        return [_tokens(words, tagged)]
    return [_tokens(words[a:b]) for a, b in pairwise([0, *places, len(words)])]


class _Tagged(NamedTuple):
    """The words of a sentence as a reader sees them, in small letters, and their tags."""

    forms: list[str]
    lows: list[str]
    tags: list[str]


def _tagged(words: list[Piece]) -> _Tagged:
    forms = [plain(word.text) for word in words]
    lows = [form.lower() for form in forms]
    tags = _tagger.tag(forms)
    _syntax.mend(tags, forms, lows)
    return _Tagged(forms, lows, tags)


def _tokens(words: list[Piece], tagged: _Tagged | None = None) -> tuple[Token, ...]:
    forms, lows, tags = tagged or _tagged(words)
    lemmas = [lemma(form, tag) for form, tag in zip(forms, tags, strict=True)]
    particles = _syntax.particles(tags, lows, lemmas)
    moods = _moods(forms, lows, lemmas, tags)
    return tuple(
        _verb(word, base, tag, moods[i], particles.get(i))
        if i in moods
        else Token(word.start, word.end, word.text, base, tag)
        for i, (word, base, tag) in enumerate(zip(words, lemmas, tags, strict=True))
    )


def _moods(forms: list[str], lows: list[str], lemmas: list[str], tags: list[str]) -> dict[int, Features]:
    """The features of each inflected verb, by place."""
    persons = _syntax.persons(tags, lows)
    found = {i: features(forms[i], lemmas[i], persons.get(i)) for i, tag in enumerate(tags) if tag in _syntax.FINITE}
    doubted = any(f.mood == "konj2" for f in found.values())
    for i in _syntax.conditional(tags, lows, doubted):
        found[i] = hypothetical(forms[i], lemmas[i]) or found[i]
    found.update((i, IMPERATIVE) for i, tag in enumerate(tags) if tag.endswith("IMP"))
    return found


def _verb(word: Piece, base: str, tag: str, known: Features, separated: tuple[int, str] | None) -> Token:
    particle, joined = separated or (None, base)
    mood, tense, number, person = known
    return Token(word.start, word.end, word.text, joined, tag, mood, tense, number, person, particle)
