"""Figures: what is found on the development stories, the recognisers' German cases, and the speed of reading.

Peers read the same cases: text2num turns number words into digits, nothing else known to us reads German figures.
"""

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.gold import SHARED
from quellenlage.annotate.quantities import find_quantities, read_number
from quellenlage.language import language
from quellenlage.model import Sentence

_COLUMNS = (
    "figures",
    "figure_unit",
    "figure_qualifier",
    "figure_status",
    "figure_attributed",
    "figure_labels",
    "series",
)
_ARTICLES = 150


def main() -> None:
    """Print quality and speed."""
    if not SHARED.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    for name, row in stories():
        print(f"{name:15}", *(f"{column} {row[column]:.3f}" for column in _COLUMNS))
    ours, peer, cases = number_cases()
    print(f"number cases    read {ours} of {cases}; text2num {peer if peer is not None else '(not installed)'}")
    texts = articles()
    for name, reader in (("quantities", _Quantities), ("with sentences", _All)):
        print(f"{name:15} {words_a_second(texts, reader):,.0f} words/s")


def stories() -> list[tuple[str, dict[str, float]]]:
    """The scorer's row of each development story and their mean."""
    folders = sorted(p for p in (SHARED / "stories").iterdir() if p.is_dir())
    command = f"{sys.executable} -m quellenlage report --format json"
    scorer = [sys.executable, str(SHARED / "score" / "score_stories.py"), *map(str, folders), "--command", command]
    lines = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [(line.partition("{")[0].strip() or "mean", json.loads("{" + line.partition("{")[2])) for line in lines]
    return [(name, row) for name, row in rows]


def number_cases() -> tuple[int, int | None, int]:
    """How many of the recognisers' cases that are one number and nothing else we read, and text2num reads."""
    path = SHARED / "data" / "recognizers" / "Number" / "NumberModel.json"
    cases = [c for c in json.loads(path.read_text("utf-8-sig")) if len(c["Results"]) == 1]
    whole = [(c["Input"], _value(c)) for c in cases if c["Results"][0]["Text"].lower() == c["Input"].lower()]
    lang = language("de")
    ours = sum(_near(read_number(text, lang), value) for text, value in whole)
    try:
        from text_to_num import text2num  # type: ignore[import-not-found]
    except ImportError:
        return ours, None, len(whole)
    return ours, sum(_near(_try(text2num, text), value) for text, value in whole), len(whole)


def _value(case: dict[str, list[dict[str, dict[str, str]]]]) -> float:
    return float(case["Results"][0]["Resolution"]["value"].replace(",", "."))


def _try(read: object, text: str) -> float | None:
    try:
        return float(read(text, "de"))  # type: ignore[operator]
    except ValueError:
        return None


def _near(read: float | None, value: float) -> bool:
    return read is not None and abs(read - value) <= 1e-6 * max(1.0, value)


def articles() -> list[str]:
    """News articles, the first of the file."""
    path: Path = next(iter(sorted((SHARED / "data" / "news").glob("*.jsonl.gz"))))
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line, _ in zip(file, range(_ARTICLES), strict=False)]


def words_a_second(texts: Sequence[str], reader: "type[_Reader]") -> float:
    """Words that one core reads in a second of processor time."""
    prepared = [reader(text) for text in texts]
    start = time.process_time()
    for work in prepared:
        work.run()
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.lang = text, language("de")

    def run(self) -> None:
        raise NotImplementedError

    def sentences(self) -> tuple[Sentence, ...]:
        return self.lang.sentences(self.text, [(0, len(self.text), "body")])


class _Quantities(_Reader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.tagged = self.sentences()

    def run(self) -> None:
        find_quantities(self.text, self.tagged, (), self.lang)


class _All(_Reader):
    def run(self) -> None:
        find_quantities(self.text, self.sentences(), (), self.lang)
