"""Captions: the words that describe a picture, and the credit that goes with them."""

import re
from functools import cache

from quellenlage.clean._lines import Line
from quellenlage.language import Language
from quellenlage.model import Passage

_LONGEST = 60
"""Most words of a line that can be a caption in a text file."""


class CaptionReader:
    """Tells captions and cuts them into what describes and what credits, with one language's wordings."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("masthead")["caption"]
        any_of = "|".join(sorted(map(re.escape, table["markers"]), key=len, reverse=True))
        leading = "|".join(sorted(map(re.escape, table["leading"]), key=len, reverse=True))
        bracketed = "|".join(map(re.escape, table["bracketed"]))
        sellers = "|".join(sorted(map(re.escape, table["sellers"]), key=len, reverse=True))
        names = "|".join(sorted(map(re.escape, lang.table("agencies")["names"]), key=len, reverse=True))
        person = r"[A-ZÄÖÜ][\w.'’-]*(?: [A-ZÄÖÜ][\w.'’-]*){0,3}"
        self._sold = re.compile(
            rf"(?:(?<![\w/])(?:{person} ?/ ?)?(?i:{sellers})(?:[ /|]+{person})?"
            rf"|{person} ?/ ?(?:{person}/)?(?:{names}))\.?$"
        )
        self._leading = re.compile(rf"(?:{leading})(?: [a-zäöü]+){{0,2}}\s{{0,2}}:\s*", re.IGNORECASE)
        self._bracket = re.compile(
            rf"[(\[](?:(?:{any_of})\s{{0,2}}:?[^()\[\]]{{0,60}}|{bracketed})[)\]]\s*", re.IGNORECASE
        )
        self._credit = re.compile(
            rf"(?:^|(?<=[\s|/(.]))(?:(?:{any_of})s?\s{{0,2}}[:©]|©)\s*[^.]{{1,80}}\.?$", re.IGNORECASE
        )

    def is_caption(self, line: Line) -> bool:
        """Whether a line describes a picture: it begins with a marker, or ends with a picture's credit and is short."""
        if line.size > _LONGEST or line.text.startswith("©"):
            return False
        marked = self._leading.match(line.text) or self._bracket.match(line.text) or self._credit.search(line.text)
        return bool(marked or self._sold.search(line.text))

    def cut(self, line: Line) -> list[Passage]:
        """The line as "caption" where it describes and "furniture" where it marks or credits the picture."""
        marks = [m.span() for m in (self._leading.match(line.text),) if m]
        marks += [m.span() for m in self._bracket.finditer(line.text, marks[-1][1] if marks else 0)]
        at = marks[-1][1] if marks else 0
        tail = self._credit.search(line.text, at) or self._sold.search(line.text, at)
        marks += [tail.span()] if tail else []
        passages, at = [], 0
        for start, end in marks:
            passages += (
                [Passage(line.start + at, line.start + start, "caption")] if line.text[at:start].strip(" |/") else []
            )
            passages.append(Passage(line.start + start, line.start + end, "furniture"))
            at = end
        if line.text[at:].strip():
            passages.append(Passage(line.start + at, line.end, "caption"))
        return passages


@cache
def caption_reader(lang: Language) -> CaptionReader:
    """The caption reader of a language, built once."""
    return CaptionReader(lang)
