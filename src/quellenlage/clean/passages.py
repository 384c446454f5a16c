"""What each stretch of an article's text is: title, dateline, byline, body, caption, credit or furniture.

Nothing is cut. Each line gets a role; a line that mixes roles is divided (a dateline before the first sentence, a
credit behind the last, a picture's credit behind its caption, a plug at a paragraph's end).
"""

from collections.abc import Iterator
from dataclasses import replace

from quellenlage.clean._asides import aside_reader
from quellenlage.clean._captions import CaptionReader, caption_reader
from quellenlage.clean._credits import CreditReader, credit_reader
from quellenlage.clean._dates import DateReader, date_reader
from quellenlage.clean._furniture import furniture_reader
from quellenlage.clean._kinds import KindReader
from quellenlage.clean._layout import lay_out
from quellenlage.clean._lines import Line, split
from quellenlage.clean._plain import label_plain
from quellenlage.language import Language, language, supported
from quellenlage.model import Article, Passage, Role

_PLAIN: dict[str | None, Role] = {"title": "title", "furniture": "furniture", "caption": "caption", "time": "dateline"}


def label_passages(article: Article) -> Article:
    """The article with passages that cover all its text but the blanks between lines.

    A language without tables is labelled by the markup, a text file in one by its lines' form. Linear in the text.
    """
    lines = split(article.text, article.hints)
    if supported(article.language):
        found = _Labeller(language(article.language)).label(lines)
    elif article.hints:
        found = [Passage(o.start, o.end, _PLAIN.get(o.hint, "body")) for o in lines]
    else:
        found = label_plain(lines)
    return replace(article, passages=tuple(found))


class _Labeller:
    def __init__(self, lang: Language) -> None:
        self._kinds = KindReader(lang)
        self._furniture = furniture_reader(lang)
        self._asides = aside_reader(lang)
        self._captions: CaptionReader = caption_reader(lang)
        self._credits: CreditReader = credit_reader(lang)
        self._dates: DateReader = date_reader(lang)

    def label(self, lines: list[Line]) -> list[Passage]:
        """The passages of an article's lines, in order; each line is of one passage or divided among several."""
        kinds = self._kinds.read(lines)
        roles = lay_out(lines, kinds, self._furniture, self._asides)
        passages: list[Passage] = []
        first = True
        for line, kind, role in zip(lines, kinds, roles, strict=True):
            if role == "body" and kind == "prose":
                passages += self._divide(line, first)
                first = False
            else:
                passages += self._whole(line, role)
        return passages

    def _whole(self, line: Line, role: Role) -> list[Passage]:
        if role == "title" and (at := _label_end(line.text, self._furniture.labels)):
            return [
                Passage(line.start, line.start + at, "furniture"),
                Passage(line.start + at, line.end, "title"),
            ]
        if role == "caption":
            return self._captions.cut(line)
        return [Passage(line.start, line.end, role)]

    def _divide(self, line: Line, first: bool) -> Iterator[Passage]:
        """A paragraph of the body as dateline, body, plug and credit, where it has them."""
        start, end = line.start, line.end
        if first and (at := self._prefix(line.text)):
            yield Passage(start, start + at, "dateline")
            start += at
        trailing = self._credits.trailing(line.text)
        if trailing:
            end = line.start + len(line.text[: trailing.start].rstrip())
        yield from self._sentences(line, start, end)
        if trailing:
            yield Passage(line.start + trailing.start, line.end, "credit")

    def _prefix(self, text: str) -> int:
        """How far the date, the place and the agency go that a first paragraph begins with."""
        at = 0
        dated = self._dates.find(text[:60])
        if dated and text[: dated[0].start].strip().lower() in ("", *self._dates.openers):
            after = text[dated[0].end :].lstrip(" -–—:|.")
            at = len(text) - len(after) if after[:1].isupper() else 0
        dateline = self._credits.dateline(text[at:])
        return at + (dateline.end if dateline else 0)

    def _sentences(self, line: Line, start: int, end: int) -> Iterator[Passage]:
        """The paragraph's sentences as body, those at its two ends that are furniture by themselves as furniture."""
        spans = [(max(a, start), min(b, end)) for a, b in line.sentences() if min(b, end) > max(a, start)]
        able = spans if 1 < len(spans) <= 40 else []
        head = next((i for i, span in enumerate(able) if not self._is_plug(line, *span)), 0)
        tail = next((i for i, span in enumerate(reversed(able)) if not self._is_plug(line, *span)), 0)
        cut, back = (spans[head][0] if spans else start), (spans[len(spans) - tail - 1][1] if spans else end)
        if head:
            yield Passage(start, cut, "furniture")
        yield Passage(cut if head else start, back if tail else end, "body")
        if tail:
            yield Passage(back, end, "furniture")

    def _is_plug(self, line: Line, start: int, end: int) -> bool:
        text = line.text[start - line.start : end - line.start].strip()
        return self._furniture.weigh(Line(start, end, text, line.block)) >= 2.5


def _label_end(text: str, labels: tuple[str, ...]) -> int:
    """Where the headline begins behind a label like "LIVE | " or "Eilmeldung: "."""
    for bar in (" | ", "+++ ", " +++", " – ", ": "):
        label, found, rest = text.partition(bar)
        if found and rest and label.strip("+ ").lower() in labels:
            return len(text) - len(rest.lstrip())
    return 0
