"""Interviews without quotation marks: paragraphs that begin with a name and a colon.

Only where the same label comes back: one "Meier: …" may be a headline, two are an interview.
"""

from collections import Counter

from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.unit import QUOTE, Unit
from quellenlage.model import Span

_WORDS = 4
"""The longest label in words ("Thorsten von der Heide:")."""
_LONGEST = 1500
"""The longest answer (code points); what is longer is an article with a colon, not an answer."""


def find_answers(scenes: list[Scene]) -> None:
    """Add each labelled answer as the words of the one that the label names."""
    labels = [_label(scenes, n) for n in range(len(scenes))]
    count = Counter(label for label, _ in labels if label)
    for n, (label, end) in enumerate(labels):
        if not label or count[label] < 2:
            continue
        last = n
        while last + 1 < len(scenes) and scenes[last + 1].unit.paragraph == scenes[n].unit.paragraph:
            last += 1
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
