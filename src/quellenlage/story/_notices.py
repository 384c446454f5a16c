"""What a text says of itself as a translation: "Aus dem Englischen von …", "maschinell übersetzt"."""

import re
from functools import cache
from typing import NamedTuple

from quellenlage.language import language
from quellenlage.model import Article

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^.!?|\n]+")
_LONGEST = 400  # characters of a line that can be a notice, and of a paragraph's ends that are searched
_BODY = ("body", "title")


class Notice(NamedTuple):
    """A notice's words, and the language of the original where it tells it (ISO 639-1), else None."""

    words: str
    language: str | None


def notice(article: Article) -> Notice | None:
    """The article's notice that it is a translation: on a line beside the text, or where the text begins or ends."""
    body = [p for p in article.passages if p.role == "body"]
    for p in article.passages:
        if p.role not in _BODY and p.end - p.start <= _LONGEST:
            pieces = [(p.start, p.end)]
        elif body and p in (body[0], body[-1]):
            pieces = [(p.start, min(p.end, p.start + _LONGEST)), (max(p.start, p.end - _LONGEST), p.end)]
        else:
            continue
        for start, end in pieces:
            if found := _notice(article.text[start:end]):
                return found
    return None


def _notice(text: str) -> Notice | None:
    cue, languages = _cues()
    for piece in _SENTENCE.finditer(text):
        if cue.search(piece[0]):
            named = next((code for code, name in languages if name.search(text)), None)
            return Notice(" ".join(piece[0].split()), named)
    return None


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    table = language("de").table("translations")["notice"]
    names = {code: "|".join(stems) for code, stems in table["languages"].items()}
    phrases = "|".join(map(re.escape, sorted(table["phrases"], key=len, reverse=True)))
    nouns = "|".join(stem.title() for stems in table["languages"].values() for stem in stems)
    credit = rf"\b(?:{table['credit']}) (?:{nouns})(?:en|n)?(?!\w)"
    return (
        re.compile(rf"(?i:\b(?:{phrases}))|{credit}"),
        tuple((code, re.compile(rf"\b(?i:{name})")) for code, name in names.items() if code != "de"),
    )
