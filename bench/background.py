"""How common German word stems are: rebuilds `language/de/background.toml` from CC BY and CC BY-SA text, and says
how far the shipped table is from it. `python -m bench.background FILE` writes it anew."""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.gold import SHARED
from quellenlage.language import language
from quellenlage.story._words import stem, words

SENTENCES_PER_ARTICLE = 25
LEAST = 8  # sentences: what is rarer is as good as unknown
HEADER = """# How common word stems are: percent of articles (of 25 sentences) that hold one = the stems. Counted by
# `bench/background.py` in UD_German-GSD and UD_German-PUD (CC BY-SA 4.0 and 3.0) and GermEval 2014 (CC BY 4.0);
# this table is CC BY-SA 4.0 like its sources.
"""


def sentences() -> Iterable[str]:
    """Sentences of the corpora, words apart by blanks."""
    for file in sorted((SHARED / "data" / "ud").glob("*.conllu")):
        for block in file.read_text("utf-8").split("\n\n"):
            yield " ".join(line.split("\t")[1] for line in block.splitlines() if re.match(r"\d+\t", line))
    for file in sorted((SHARED / "data" / "ner" / "germeval2014").glob("*")):
        for block in file.read_text("utf-8", "replace").split("\n\n"):
            yield " ".join(line.split("\t")[1] for line in block.splitlines() if re.match(r"\d+\t", line))


def table() -> dict[str, int]:
    """Stem → percent of articles."""
    seen: Counter[str] = Counter()
    n = 0
    for sentence in sentences():
        n += 1
        seen.update({stem(w.text) for w in words(sentence, [(0, len(sentence))])})
    share = {s: 1 - (1 - c / n) ** SENTENCES_PER_ARTICLE for s, c in seen.items() if c >= LEAST and s.isalpha()}
    return {s: max(1, round(100 * p)) for s, p in sorted(share.items())}


def _shipped() -> dict[str, int]:
    rows = language("de").table("background")["percent"]
    return {s: int(p) for p, stems in rows.items() for s in stems.split()}


def main() -> None:
    """Says whether the shipped table is what the corpora give."""
    if not SHARED.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    shipped, counted = _shipped(), table()
    apart = sum(shipped.get(s) != p for s, p in counted.items()) + len(shipped.keys() - counted.keys())
    print(f"{len(shipped)} stems shipped, {len(counted)} counted, {apart} differ")


if __name__ == "__main__":
    counted = table()
    rows = [f'{p} = "{" ".join(s for s in counted if counted[s] == p)}"\n' for p in sorted(set(counted.values()))]
    Path(sys.argv[1]).write_text(f"{HEADER}\n[percent]\n{''.join(rows)}", "utf-8")
