"""Which line of a text without markup is its headline."""

import re
from collections import Counter
from itertools import pairwise

from quellenlage.clean._furniture import FurnitureReader
from quellenlage.clean._kinds import Kind
from quellenlage.clean._lines import Line

_STEM = 5
"""Letters that two words must share from their start to be of one topic ("Nordkorea", "nordkoreanisch")."""


_TAGLINE = re.compile(r"\s[–—|·•-]\s|\s>+\s|\s::\s")
"""What stands between an outlet's name and its motto on the first line of a scrape."""


_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def find_headline(lines: list[Line], kinds: list[Kind], first: int, furniture: FurnitureReader) -> int | None:
    """The line that is the headline of the body that begins with line `first`, None if there is none.

    Of the phrases before the body the one that most speaks for: the length of a headline, words that the text takes up
    again, a date or byline right after it, a repetition; of its block the first line that is no kicker.
    """
    able = [i for i in range(min(first, len(lines))) if _may_be(lines, kinds, i, furniture)]
    if not able:
        return _sentence(lines, kinds, first)
    topic = _topic(lines, kinds, first)
    times = Counter(lines[i].text for i in able)
    best = max(able, key=lambda i: (_weigh(lines, kinds, i, first, topic, times, furniture), -i))
    best = next(i for i in able if lines[i].text == lines[best].text)
    return _first_of_block(lines, [i for i in able if lines[i].block == lines[best].block])


def is_author(lines: list[Line], kinds: list[Kind], i: int) -> bool:
    """Whether a line of two to six words, all with capitals, stands right before a date: a name without "Von"."""
    if ": " in lines[i].text:
        return False
    names = [w for w in lines[i].text.replace(",", " ").split() if w[0].isalpha()]
    if any(len(w) > 3 and w.isupper() for w in names[:1]):
        return False
    near = i + 1 < len(lines) and kinds[i + 1] == "dateline"
    return near and 2 <= len(names) <= 6 and sum(w[0].isupper() for w in names) >= len(names) - (len(names) > 4)


def _may_be(lines: list[Line], kinds: list[Kind], i: int, furniture: FurnitureReader) -> bool:
    line = lines[i]
    if kinds[i] != "short" or line.size > 30 or furniture.is_section(line.text) or is_author(lines, kinds, i):
        return False
    bare = re.split(r"\s\|\s", line.text)[-1]
    if _HOST.fullmatch(bare):
        return False
    return any(map(str.isalpha, bare)) and not (i == 0 and line.size <= 4) and line.text[0] not in "+@"


def _topic(lines: list[Line], kinds: list[Kind], first: int) -> frozenset[str]:
    """The beginnings of the long words in the body's first paragraphs."""
    prose = [lines[i] for i in range(first, len(lines)) if kinds[i] == "prose"][:6]
    return frozenset(w[:_STEM].lower() for line in prose for w in re.findall(r"\w{5,}", line.text[:2_000]))


def _weigh(
    lines: list[Line],
    kinds: list[Kind],
    i: int,
    first: int,
    topic: frozenset[str],
    times: Counter[str],
    furniture: FurnitureReader,
) -> float:
    line = lines[i]
    size = line.size
    weight = 3.0 if 5 <= size <= 18 else 2.0 if size in (3, 4) else 1.0 if size == 2 else 0.5 if size > 18 else 0.0
    stems = [w[:_STEM].lower() for w in re.findall(r"\w{5,}", line.text)]
    weight += 2.5 * sum(s in topic for s in stems) / len(stems) if stems else 0.0
    weight += 3.0 if size >= 3 and times[line.text] > 1 else 0.0
    below = kinds[i + 1 : i + 3]
    weight += 1.0 if below[:1] != ["furniture"] and {"dateline", "byline"} & set(below) else 0.0
    motto = _TAGLINE.search(line.text)
    name = line.text[: motto.start()].lower() if motto else ""
    named = name and name not in furniture.labels and not any(w[:_STEM] in topic for w in re.findall(r"\w{5,}", name))
    weight -= 2.0 if named or (i == 0 and (motto or kinds[1:2] == ["furniture"])) else 0.0
    weight -= 1.0 if i and below[:1] == ["furniture"] else 0.0
    weight -= 1.0 if i and line.block == lines[0].block != lines[first - 1].block else 0.0
    weight -= min(1.5, max(0.0, furniture.weigh(line)))
    weight -= 2.0 if line.text.endswith(":") else 0.0
    heads = i == first - 1 and first < len(lines) and line.block == lines[first].block
    return weight - (2.0 if heads and len(times) > 1 else 0.0) - min(2.0, 0.08 * (first - i))


def _first_of_block(lines: list[Line], block: list[int]) -> int:
    """The first line that is no kicker: a word or two, without a mark, before a longer line."""
    for here, there in pairwise(block):
        short = lines[here].size <= 2 and not lines[here].text.endswith(("!", "?"))
        if not (short and lines[there].size > lines[here].size):
            return here
    return block[-1]


def _sentence(lines: list[Line], kinds: list[Kind], first: int) -> int | None:
    """A first line that is one short sentence over a longer paragraph set apart from it."""
    following = next((i for i in range(first + 1, len(lines)) if kinds[i] == "prose"), None)
    if following is None or kinds[first] != "prose" or lines[first].size > 22 or len(lines[first].sentences()) > 1:
        return None
    apart = lines[first].block != lines[following].block and lines[following].size > lines[first].size
    return first if apart and not any(kinds[i] in ("short", "byline") for i in range(first)) else None
