"""Time expressions on the German TimeML corpus KRAUTS beside HeidelTime's output on the same texts, and words a second.

As in `score_times.py`: an expression is found where one of ours overlaps it, its value counts where the two agree.
Here each text is one body passage; the command line labels furniture first, which moves the figures a little.
"""

import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

from bench.gold import SHARED
from quellenlage.annotate.times import find_times
from quellenlage.language import language
from quellenlage.model import Article, Sentence, Time
from quellenlage.resolve.dates import resolve_times

PARTS = ("DieZeit", "Dolomiten-42")
RUNS = 3
Mark = tuple[int, int, str]
"""Start, end and TIMEX3 value of an expression."""


class Text(NamedTuple):
    """A text of the corpus with its day of publication and its expressions."""

    published: str
    text: str
    marks: list[Mark]


def read(path: Path) -> Text:
    """One TimeML file; empty expressions are left out."""
    root = ET.parse(path).getroot()
    day, body = root.find(".//DCT/TIMEX3"), root.find("TEXT")
    if day is None or body is None:
        raise ValueError(f"{path}: no TimeML")
    parts: list[str] = []
    marks: list[Mark] = []

    def walk(element: ET.Element) -> None:
        parts.append(element.text or "")
        for child in element:
            start = sum(map(len, parts))
            walk(child)
            end = sum(map(len, parts))
            if child.tag == "TIMEX3" and "".join(parts)[start:].strip():
                marks.append((start, end, child.get("value") or ""))
            parts.append(child.tail or "")

    walk(body)
    return Text(day.get("value") or "", "".join(parts), marks)


def aligned(peer: Text, text: str) -> list[Mark]:
    """A peer's expressions at their place in the gold's text, whose white space may differ."""
    found = []
    for start, end, value in peer.marks:
        at = text.find(peer.text[start:end], max(0, start - 200))
        if at >= 0:
            found.append((at, at + end - start, value))
    return found


def same(one: str, other: str) -> bool:
    """Whether two values agree; a colon and a dot in a time of day alike."""
    return one.strip().upper().replace(":", ".") == other.strip().upper().replace(":", ".")


def score(gold: list[list[Mark]], found: list[list[Mark]]) -> tuple[float, float]:
    """F1 of expressions found at all, and of those with the right value."""
    hits = right = 0
    for marks, ours in zip(gold, found, strict=True):
        left = list(ours)
        for start, end, value in marks:
            near = [m for m in left if m[0] < end and m[1] > start]
            if near:
                best = max(near, key=lambda m: (same(m[2], value), min(m[1], end) - max(m[0], start)))
                left.remove(best)
                hits, right = hits + 1, right + same(best[2], value)
    total = sum(map(len, gold)) + sum(map(len, found))
    return 2 * hits / max(1, total), 2 * right / max(1, total)


def times(text: Text, sentences: tuple[Sentence, ...]) -> tuple[Time, ...]:
    """Our time expressions in a text."""
    german = language("de")
    article = Article("a", "a.txt", text.text, published=text.published)
    return resolve_times(find_times(text.text, sentences, german), article, sentences, german)


def main() -> None:
    """Print found and value F1 for each part of the corpus, ours and HeidelTime's, and the speed."""
    corpus = SHARED / "data" / "krauts"
    if not corpus.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    german = language("de")
    heads = f"{'part':14}{'expressions':>12}{'ours found':>12}{'value':>8}"
    print(f"{heads}{'HeidelTime found':>18}{'value':>8}{'words/s':>10}")
    for part in PARTS:
        files = sorted((corpus / f"KRAUTS_{part}").glob("*.tml"))
        texts = [read(f) for f in files]
        tagged = [german.sentences(t.text, [(0, len(t.text), "body")]) for t in texts]
        seconds, ours = [], []
        for _ in range(RUNS):
            began = time.process_time()
            ours = [times(t, s) for t, s in zip(texts, tagged, strict=True)]
            seconds.append(time.process_time() - began)
        gold = [t.marks for t in texts]
        peers = [corpus / f"KRAUTS_{part}_Heideltime" / f.name for f in files]
        peer = [aligned(read(p), t.text) if p.is_file() else [] for p, t in zip(peers, texts, strict=True)]
        mine = score(gold, [[(t.start, t.end, t.value or "") for t in found] for found in ours])
        theirs = score(gold, peer)
        words = sum(len(t.text.split()) for t in texts)
        print(
            f"{part:14}{sum(map(len, gold)):>12}{mine[0]:>12.3f}{mine[1]:>8.3f}"
            f"{theirs[0]:>18.3f}{theirs[1]:>8.3f}{words / min(seconds):>10,.0f}"
        )


if __name__ == "__main__":
    main()
