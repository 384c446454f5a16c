"""Lines that are about something else than their article: unmarked advertising, plugs, items of other articles.

No word gives them away, but none of their nouns recurs in the article, and their form is not a sentence of it.
"""

import re
from collections.abc import Iterable
from functools import cache

from quellenlage.clean._furniture import FurnitureReader, furniture_reader
from quellenlage.clean._kinds import Kind
from quellenlage.clean._lines import Line
from quellenlage.language import Language
from quellenlage.model import Role

_QUOTE = re.compile("[„“”»«\"‹›]|(?<!\\w)['‚‘]")
_NOUN = re.compile(r"[A-ZÄÖÜ]\w{3,}")
_WORD = re.compile(r"\w{4,}")
_PIECES = re.compile(r"[!?.:|]+\s+\S|\s[–—-]+\s")
_MORE = re.compile(r"[?!]\s+\S")
_STATES = re.compile(r"\w{3,}[.]\s+[A-ZÄÖÜ]")
_TIMED = re.compile(r"[\W_]{0,4}\d{1,2}[.:]\d\d\b|[\W_]{0,4}\d{1,2}[.)]\s")
_SHORT = 24
"""Most words of an aside."""
_GRAM = 5
_TOPIC = 30_000
"""Characters of an article's paragraphs that are looked through for a noun."""
_ENOUGH = 40
"""Words of full paragraphs that an article must have for a judgement."""


class Topic:
    """What an article's paragraphs are about: all runs of five letters in the words of `told`."""

    def __init__(self, told: Iterable[Line], common: frozenset[str]) -> None:
        self._common = common
        self._words: set[str] = set()
        self.size = 0
        left = _TOPIC
        for line in told:
            if left > 0:
                self._words.update(_WORD.findall(line.text[:left].lower()))
                self.size += line.size
                left -= len(line.text)
        self._grams = {w[i : i + _GRAM] for w in self._words for i in range(max(1, len(w) - _GRAM + 1))}

    def nouns(self, text: str) -> tuple[int, int]:
        """How many nouns and names a line has that could be echoed, and how many of them the paragraphs echo."""
        found = [n for n in (m.lower() for m in _NOUN.findall(text)) if n not in self._common]
        return len(found), sum(n[:_GRAM] in self._grams or n in self._words for n in found)

    def is_strange(self, text: str, nouns: int) -> bool:
        """Whether at least so many nouns stand in the line and none recurs, or one of four and more."""
        count, echoes = self.nouns(text)
        return count >= nouns and (echoes == 0 or (echoes == 1 and count >= 4))


class AsideReader:
    """Finds the asides of an article, with one language's words that say nothing of a topic."""

    def __init__(self, lang: Language) -> None:
        self._furniture: FurnitureReader = furniture_reader(lang)
        table = lang.table("masthead")["date"]
        self._common = frozenset(
            (*table["months"], *table["weekdays"], *lang.table("furniture")["aside"]["common"])
        ) | frozenset(lang.table("function_words")["words"])

    def find(self, lines: list[Line], kinds: list[Kind], roles: list[Role]) -> frozenset[int]:
        """The numbers of the body's lines that are asides, within it and at its end."""
        places = [i for i, role in enumerate(roles) if role == "body" and kinds[i] in ("prose", "short")]
        if len(places) < 2:
            return frozenset()
        told = (i for i, role in enumerate(roles) if role == "title" or (role == "body" and self._tells(lines[i])))
        topic = Topic((lines[i] for i in told), self._common)
        if topic.size < _ENOUGH:
            return frozenset()
        last = next((n for n in reversed(range(len(places))) if not self._trails(lines, kinds, places[n], topic)), 0)
        behind = {i for i in places[last + 1 :] if not _echoed_sentence(lines[i], topic)}
        within = {places[n] for n in range(1, last) if self._stands_aside(lines, kinds, places, n, topic)}
        return frozenset(behind | within)

    def _tells(self, line: Line) -> bool:
        """Whether a line is surely the article's: long prose, a heading, a question, a statement with a quote or to no
        one."""
        plain = line.text.endswith((".", "?")) and line.size >= 3 and not self._furniture.addresses(line)
        return (line.prose and line.size > _SHORT) or plain or line.hint == "heading" or bool(_QUOTE.search(line.text))

    def _stands_aside(self, lines: list[Line], kinds: list[Kind], places: list[int], n: int, topic: Topic) -> bool:
        """Whether a line alone between paragraphs is one: loud, and strange to the article."""
        line = lines[places[n]]
        before, after = places[n - 1], places[n + 1]
        framed = kinds[before] == "prose" and (
            kinds[after] == "prose" or (n + 2 < len(places) and kinds[places[n + 2]] == "prose")
        )
        alone = line.block not in (lines[before].block, lines[after].block)
        if not (framed and alone and self._is_loud(line)):
            return False
        return topic.is_strange(line.text, 1) or self._advises(line, topic)

    def _advises(self, line: Line, topic: Topic) -> bool:
        """Whether a line asks its reader and answers without a full stop ("… sparen? Unser Rechner verrät es"),
        whatever it is about, if not mostly about the article's things."""
        count, echoes = topic.nouns(line.text)
        called = _MORE.search(line.text) and not line.closed and self._furniture.addresses(line)
        return bool(called) and 2 * echoes <= count

    def _is_loud(self, line: Line) -> bool:
        """Whether a line calls out as no paragraph of a report does: an exclamation, a question with its answer, a
        slogan of two pieces without a full stop, the reader addressed without one."""
        text = line.text
        if line.size > _SHORT or line.hint in ("heading", "title") or _QUOTE.search(text) or _TIMED.match(text):
            return False
        if text.endswith("!"):
            return not _STATES.search(text)
        if line.closed or (line.size >= 10 and text.endswith(":")):
            return False
        pieces = line.size >= 7 and _PIECES.search(text)
        return bool(_MORE.search(text) or pieces or (line.size >= 3 and self._furniture.addresses(line)))

    def _trails(self, lines: list[Line], kinds: list[Kind], i: int, topic: Topic) -> bool:
        """Whether a line at the body's end is no paragraph of it."""
        line = lines[i]
        if line.size > _SHORT or _QUOTE.search(line.text):
            return False
        if kinds[i] == "short" and not line.closed:
            return not (line.size >= 10 and line.text.endswith(":"))
        listed = line.hint is None and any(
            0 <= j < len(lines) and lines[j].block == line.block and kinds[j] == "short" and not lines[j].closed
            for j in (i - 2, i - 1, i + 1)
        )
        calls = listed or self._is_loud(line) or self._furniture.addresses(line)
        return calls and topic.is_strange(line.text, 0)


def _echoed_sentence(line: Line, topic: Topic) -> bool:
    """Whether a line behind the last paragraph may belong to it all the same: half its nouns recur. In a text file it
    must be a sentence for that; on a page it may be a list's item."""
    count, echoes = topic.nouns(line.text)
    return (line.closed or line.hint is not None) and 0 < count <= 2 * echoes


@cache
def aside_reader(lang: Language) -> AsideReader:
    """The aside reader of a language, built once."""
    return AsideReader(lang)
