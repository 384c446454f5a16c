"""Where a sentence ends, and which full stops belong to the word before them.

Everything is decided at the signs `. ! ? …` from the word before, what stands directly behind, and the next word.
A line break always ends a sentence; a comma never does, a colon or a semicolon only where `_unmarked` says so.
"""

import re

from quellenlage.language._lemma import is_adjective, is_whole
from quellenlage.language._tokens import Piece, Words, is_smiley, words

_CLOSERS = frozenset("“”\"»«’‘'‹›)]") | {"''"}
_OPENERS = frozenset("„“\"»«‚‘'‹›([") | {"``"}
_GO_ON = frozenset(",;:)]/|&+=%")
_DASHES = frozenset("–—-")
_RANGES = _DASHES | {",", "/"}
_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def split(line: list[Piece]) -> list[list[Piece]]:
    """The sentences of one line, full stops joined to abbreviations, initials and ordinals."""
    known = words()
    result: list[list[Piece]] = []
    sentence: list[Piece] = []
    i, n = 0, len(line)
    while i < n:
        piece = line[i]
        i += 1
        sign = piece.text
        if sign[0] not in ".!?…":
            sentence.append(piece)
            body = sign[-1] == "." and _is_body(sign) and i < n and line[i].text in known.starters
            if body or (is_smiley(sign) and i < n and (line[i].text[0].isupper() or line[i].text in _OPENERS)):
                result.append(sentence)
                sentence = []
            continue
        if sign == "." and sentence and _touches(sentence[-1], piece) and _belongs(sentence, line, i, known):
            before = sentence.pop()
            sentence.append(Piece(before.start, piece.end, before.text + "."))
            if not _may_end(sentence, known) or not _starts(line, i, known):
                continue
        else:
            sentence.append(piece)
            closed = i
            while closed < n and line[closed].text in _CLOSERS and line[closed].start == line[closed - 1].end:
                closed += 1
            if not _ends(line, i, closed, known):
                continue
            sentence += line[i:closed]
            i = closed
        result.append(sentence)
        sentence = []
    if sentence:
        result.append(sentence)
    return result


def _is_body(word: str) -> bool:
    """ "F.A.Z." may end a sentence, "z.B." hardly ever does."""
    return len(word) > 3 and word[-2].isupper()


def _touches(word: Piece, sign: Piece) -> bool:
    """Whether the sign stands directly behind a word."""
    return word.end == sign.start and word.text[-1].isalnum()


def _belongs(sentence: list[Piece], line: list[Piece], i: int, known: Words) -> bool:
    """Whether the full stop before `line[i]` is part of the word that ends `sentence`."""
    word = sentence[-1].text
    if i < len(line) and line[i].text in _CLOSERS and line[i].start == line[i - 1].end:
        return len(word) > 1 and (word + "." in known.inner or word + "." in known.outer)
    following = line[i].text if i < len(line) else ""
    if word.isdigit():
        return bool(following) and len(word) < 4 and _is_ordinal(sentence, following, line, i, known)
    if len(word) == 1 or set(word) <= set("IVX"):
        return bool(following) and _is_initial(sentence, following, known)
    return word + "." in known.inner or word + "." in known.outer or _LETTERS.fullmatch(word) is not None


def _is_ordinal(sentence: list[Piece], following: str, line: list[Piece], i: int, known: Words) -> bool:
    if following in known.months or following[0].islower() or following[0].isdigit() or following in _RANGES:
        return True
    before = sentence[-2].text if len(sentence) > 1 else ""
    if following in _OPENERS:
        return before in known.before_ordinal
    if following in known.starters or not following[0].isalpha():
        return False
    if line[i].start == line[i - 1].end or not before:
        return True
    if before in known.before_ordinal or following in known.after_ordinal or before == ":" or is_adjective(before):
        return True
    return before in known.between_ordinals and len(sentence) > 2 and sentence[-3].text[-1] == "."


def _is_initial(sentence: list[Piece], following: str, known: Words) -> bool:
    word = sentence[-1].text
    if following in known.starters:
        return len(word) == 1 and word.islower()
    if following[0].islower() or following in _GO_ON | _DASHES | {"("}:
        return True
    return following[0].isalpha() and (len(word) == 1 or (len(sentence) > 1 and sentence[-2].text[0].isupper()))


def _may_end(sentence: list[Piece], known: Words) -> bool:
    word = sentence[-1].text
    if word[:-1].isdigit():
        return False
    return word in known.outer or (len(word) == 2 and len(sentence) > 1 and sentence[-2].text[-1] == ".")


def _starts(line: list[Piece], i: int, known: Words) -> bool:
    """Whether a sentence seems to start at `line[i]`, after an abbreviation."""
    if i == len(line):
        return True
    text = line[i].text
    if text in known.starters:
        return True
    return text in _OPENERS and line[i].start > line[i - 1].end and i + 1 < len(line) and line[i + 1].text[0].isupper()


def _ends(line: list[Piece], i: int, closed: int, known: Words) -> bool:
    """Whether the terminal sign before `line[i]`, with its closing marks up to `closed`, ends the sentence."""
    if closed == len(line):
        return True
    text = line[closed].text
    if text in _GO_ON or is_smiley(text):
        return False
    if text[0].islower():
        return line[i - 1].text == "." and closed == i > 1 and _parts(line, i)
    if text in _DASHES:
        return closed == i and closed + 1 < len(line) and line[closed + 1].text[0].isupper()
    if closed == i and line[i].start == line[i - 1].end and text not in known.starters:
        return False  # "Linkspartei.PDS"
    if line[i - 1].text[0] == "…" or line[i - 1].text[:2] == "..":
        if i > 1 and line[i - 2].text in ("[", "("):
            return False  # "[...]" marks what was left out
        return text in known.starters or ((i < 2 or line[i - 2].end == line[i - 1].start) and text[0].isupper())
    return text[0] not in ".!?…"


def _parts(line: list[Piece], i: int) -> bool:
    """Whether the full stop before a small letter is meant as one: right behind a word that we know, and a blank."""
    return line[i - 2].end == line[i - 1].start and line[i - 1].end < line[i].start and is_whole(line[i - 2].text)
