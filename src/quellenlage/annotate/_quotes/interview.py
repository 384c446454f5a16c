"""Interviews without quotation marks: paragraphs that begin with a name and a colon.

Only where the same label comes back: one "Meier: …" may be a headline, two are an interview.
"""

from collections import Counter

from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.unit import QUOTE, Unit
from quellenlage.model import Span

_WORDS = 4
"""The longest label in words ("Thorsten von der Heide:")."""
_QUESTION = 300
"""The longest question (code points)."""
_LONGEST = 1500
"""The longest answer (code points); what is longer is an article with a colon, not an answer."""


def find_answers(scenes: list[Scene]) -> None:
    """Add each labelled answer as the words of the one that the label names."""
    labels = [_label(scenes, n) for n in range(len(scenes))]
    count = Counter(label for label, _ in labels if label)
    asks = Counter(label for n, (label, _) in enumerate(labels) if label and _ends_asking(scenes, n))
    for n, (label, end) in enumerate(labels):
        if not label or count[label] < 2 or asks[label] * 2 > count[label]:
            continue
        last = _last(scenes, n)
        unit = scenes[n].unit
        tail = tuple(Span(scenes[m].unit.start, scenes[m].unit.end) for m in range(n + 1, last + 1))
        if (unit.words[-1] == "?" and not tail) or scenes[last].unit.end - unit.start > _LONGEST:
            continue
        scenes[n].drafts = [
            Draft("direct", [(end + 1, len(unit))], "answer", [(0, end)], frame=[(0, end + 1)], tail=tail)
        ]
        for m in range(n + 1, last + 1):
            scenes[m].drafts = []
        for m in range(n, last + 1):
            scenes[m].closed = True


def _last(scenes: list[Scene], n: int) -> int:
    """The last sentence of the paragraph."""
    while n + 1 < len(scenes) and scenes[n + 1].unit.paragraph == scenes[n].unit.paragraph:
        n += 1
    return n


def _ends_asking(scenes: list[Scene], n: int) -> bool:
    return scenes[_last(scenes, n)].unit.words[-1] == "?"


def _label(scenes: list[Scene], n: int) -> tuple[str, int]:
    """The name before the colon that opens a paragraph, and the colon's place; "" where there is none."""
    unit = scenes[n].unit
    opens = n == 0 or scenes[n - 1].unit.paragraph != unit.paragraph
    if not opens or len(unit) < 4:
        return "", 0
    for i in range(1, min(_WORDS + 1, len(unit) - 1)):
        if unit.words[i] == ":":
            named = all(_nameable(unit, j) for j in range(i)) and any(unit.tags[j] in ("NE", "NN") for j in range(i))
            spoken = unit.tags[i + 1] != QUOTE
            return (" ".join(unit.words[:i]), i) if named and spoken else ("", 0)
    return "", 0


def _nameable(unit: Unit, i: int) -> bool:
    return unit.words[i][:1].isupper() or unit.tags[i] in ("APPR", "ART", "APPRART")


def find_exchange(text: str, scenes: list[Scene]) -> None:
    """Add the answers of an interview without labels: a question to "Sie", a line that answers, three times or more."""
    paragraphs = _paragraphs(scenes)
    asked = [n for n, p in enumerate(paragraphs[:-1]) if _asks(scenes, p) and not _asks(scenes, paragraphs[n + 1])]
    addressed = [n for n in asked if _addresses(scenes, paragraphs[n])]
    if len(asked) < 3 or len(addressed) < 2:
        return
    speaker = _guest(scenes, paragraphs[asked[0]])
    for n in range(asked[0], len(paragraphs) - 1):
        question, answer = paragraphs[n], paragraphs[n + 1]
        end, start = scenes[question[-1]].unit.end, scenes[answer[0]].unit.start
        block = n > asked[0] and n < asked[-1] and text[end:start].count("\n") == 1
        if (n in asked or block) and not scenes[answer[0]].closed and not scenes[question[0]].drafts:
            _answer(scenes, answer, speaker)


def _paragraphs(scenes: list[Scene]) -> list[list[int]]:
    found: list[list[int]] = []
    for n, scene in enumerate(scenes):
        if found and scenes[found[-1][0]].unit.paragraph == scene.unit.paragraph:
            found[-1].append(n)
        else:
            found.append([n])
    return found


def _asks(scenes: list[Scene], paragraph: list[int]) -> bool:
    """Whether a short paragraph ends with a question mark, or opens with one and goes on to a "Sie"."""
    length = scenes[paragraph[-1]].unit.end - scenes[paragraph[0]].unit.start
    first, last = (scenes[n].unit.words[-1] for n in (paragraph[0], paragraph[-1]))
    return length <= _QUESTION and (last == "?" or (first == "?" and _addresses(scenes, paragraph)))


def _addresses(scenes: list[Scene], paragraph: list[int]) -> bool:
    words = {w for n in paragraph for w in scenes[n].unit.words}
    return not scenes[paragraph[0]].unit.grammar.polite.isdisjoint(words)


def _guest(scenes: list[Scene], paragraph: list[int]) -> tuple[Span, ...]:
    """Who answers: the name in the first question, else the last person named before it."""
    places = [*paragraph, *range(paragraph[0] - 1, max(-1, paragraph[0] - 6), -1)]
    for n in places:
        unit = scenes[n].unit
        named = [i for i, kind in sorted(unit.actors.items()) if kind == "person" and unit.tags[i] == "NE"]
        if named:
            low, high = unit.wholes.get(named[-1], (named[-1], named[-1] + 1))
            return (unit.span(low, high),)
    return ()


def _answer(scenes: list[Scene], paragraph: list[int], speaker: tuple[Span, ...]) -> None:
    first, last = scenes[paragraph[0]], scenes[paragraph[-1]]
    if last.unit.end - first.unit.start > _LONGEST:
        return
    tail = tuple(Span(scenes[m].unit.start, scenes[m].unit.end) for m in paragraph[1:])
    whole = [(0, len(first.unit))]
    first.drafts = [Draft("direct", whole, "answer", tail=tail, named=speaker)]
    for m in paragraph:
        scenes[m].closed = True
