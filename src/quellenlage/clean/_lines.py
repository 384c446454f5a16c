"""An article's text as lines: the units that get a role."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quellenlage.clean._phrases import words
from quellenlage.language.wrapping import soft_breaks
from quellenlage.model import Hint

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_QUOTED = re.compile(r"„[^„“”\"]*[“”\"]|»[^»«]*«|«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_SENTENCE_END = re.compile(r"[.!?…][\"'“”«»)\]]*\s+(?=[\"„“»«(\[]*[A-ZÄÖÜ])")
_FINAL = (".", "!", "?", "…")
_LONGEST = 400
"""Words of a line that are looked at for cues; a longer paragraph is told by its beginning."""


@dataclass
class Line:
    """A line with something on it, without the blanks around it. `block` counts the groups that blank lines set apart.

    `hint` is the markup's word for it, None in a text file. `weight` is what speaks for furniture, once weighed.
    """

    start: int
    end: int
    text: str
    block: int
    hint: str | None = None
    weight: float | None = None

    @cached_property
    def tokens(self) -> list[str]:
        """Its words in small letters, those in quotation marks left out, 400 at most."""
        return words(_QUOTED.sub(" ", self.text[:20_000]))[:_LONGEST]

    @cached_property
    def head(self) -> list[str]:
        """The words that it begins with, of its first 200 characters."""
        return words(self.text[:200])

    @cached_property
    def size(self) -> int:
        """How many words it has, quoted ones included (401 for all that is longer)."""
        return len(words(self.text[:20_000])[: _LONGEST + 1])

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("\"'“”‘’«»›‹)] ").endswith(_FINAL)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: twenty words, or eight and a full stop, some of them in small letters.

        One question or exclamation of less than twenty words may as well be a headline.
        """
        small = sum(w[:1].islower() for w in self.text[:600].split())
        ended = self.closed and (self.text.rstrip("\"'“”‘’«»›‹)] ")[-1:] not in "?!" or len(self.sentences()) > 1)
        return small >= 3 and ((self.size >= 8 and ended) or self.size >= 20)

    def sentences(self) -> list[tuple[int, int]]:
        """Its sentences as offsets into the article's text, cut roughly: good enough to find one that is furniture."""
        cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(self.text)), len(self.text)]
        return [(self.start + a, self.start + b) for a, b in pairwise(cuts) if b > a]


def split(text: str, hints: tuple[Hint, ...] = ()) -> list[Line]:
    """The lines of a text, what was wrapped to a width as one; with hints, the stretches that they name."""
    if hints:
        return [Line(h.start, h.end, text[h.start : h.end], i, h.kind) for i, h in enumerate(hints)]
    soft = soft_breaks(text)
    found: list[tuple[int, int, int]] = []
    block, after = 0, 0
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if not line:
            continue
        start = text.index(line[0], match.start())
        end = start + len(line)
        gap = text[after:start]
        block += gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1
        if found and soft and match.start() - 1 in soft:
            start = found.pop()[0]
        found.append((start, end, block))
        after = end
    apart = block or len(found) < 2
    return [Line(a, b, text[a:b], of if apart else i) for i, (a, b, of) in enumerate(found)]
