"""What each line is by itself, before its place is looked at."""

import re
from typing import Literal

from quellenlage.clean._captions import caption_reader
from quellenlage.clean._credits import credit_reader
from quellenlage.clean._dates import date_reader
from quellenlage.clean._furniture import furniture_reader
from quellenlage.clean._lines import Line
from quellenlage.clean._phrases import Phrases
from quellenlage.language import Language

Kind = Literal["final", "list", "advert", "furniture", "credit", "dateline", "byline", "caption", "prose", "short"]

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[A-Za-z]{1,4})?")


class KindReader:
    """Sorts lines by what they say and how they look."""

    def __init__(self, lang: Language) -> None:
        self._furniture = furniture_reader(lang)
        self._captions = caption_reader(lang)
        self._credits = credit_reader(lang)
        self._dates = date_reader(lang)
        self._byline = Phrases(lang.table("masthead")["byline"]["start"])

    def read(self, lines: list[Line]) -> list[Kind]:
        """The kind of each line. A date that is broken over two lines makes datelines of both."""
        kinds = [self._kind(line) for line in lines]
        for i in range(len(lines) - 1):
            if kinds[i] == "dateline" and _CLOCK.fullmatch(lines[i + 1].text):
                kinds[i + 1] = "dateline"
        return kinds

    def _kind(self, line: Line) -> Kind:
        if self._furniture.ends_article(line):
            return "final"
        if self._furniture.heads_list(line):
            return "list"
        if self._furniture.heads_advert(line):
            return "advert"
        starts = line.text[:1] != "©" and self._furniture.starts(line) and line.size <= 60
        told = line.size > 15 and line.prose and self._credits.trailing(line.text)
        if not starts and not told and self._credits.line(line.text):
            return "credit"
        if not line.closed and self._dates.is_dateline(line.text):
            return "dateline"
        if self._is_byline(line):
            return "byline"
        if not starts and self._captions.is_caption(line):
            return "caption"
        if starts or (self._furniture.weigh(line) >= 2 and not self._is_mixed(line)):
            return "furniture"
        return "prose" if line.prose or self._ends_in_credit(line) else "short"

    def _ends_in_credit(self, line: Line) -> bool:
        """Whether a line is a sentence, however short, with an agency's credit behind it."""
        credit = self._credits.trailing(line.text)
        if not credit:
            return False
        return line.size >= 8 or (line.size >= 5 and line.text[: credit.start].rstrip().endswith("."))

    def _is_mixed(self, line: Line) -> bool:
        """Whether a paragraph is text with a plug at its end: three in five words stand in sentences without a cue."""
        spans = line.sentences() if line.prose else []
        if not 1 < len(spans) <= 40:
            return False
        parts = [Line(a, b, line.text[a - line.start : b - line.start].strip(), line.block) for a, b in spans]
        plain = sum(p.size for p in parts if p.size >= 4 and self._furniture.weigh(p) < 0.5)
        return plain >= 0.6 * line.size

    def _is_byline(self, line: Line) -> bool:
        """Whether a line names its authors: "Von Anna Berg und Tom Kell", most words with capitals."""
        if line.size > 16 or line.closed:
            return False
        tokens = line.head
        size = self._byline.at(tokens, 0)[0] if tokens else 0
        names = re.findall(r"[\w.'’-]+", line.text)[size:]
        capital = sum(n[0].isupper() for n in names)
        return bool(size and names) and names[0][0].isupper() and 2 * capital > len(names)
