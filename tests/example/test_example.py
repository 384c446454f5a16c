"""The example that ships: its report is held by a golden file, and its gold says how much of the truth is in it.

After a wanted change of a rule, `make golden` writes the golden file anew; the diff shows what moved.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from quellenlage import analyse, compile_ledger, read
from quellenlage.example import FOLDER
from quellenlage.model import Article, Ledger
from quellenlage.read import distinct
from quellenlage.report.markdown import render_md

HERE = Path(__file__).parent
GOLDEN = HERE / "report.golden.md"
GOLD: dict[str, Any] = json.loads((HERE / "gold.json").read_text("utf-8"))
FLOORS: dict[str, float] = json.loads((HERE.parents[1] / "bench" / "floors.json").read_text("utf-8"))["example"]


def example() -> Ledger:
    """The ledger of the example."""
    articles = [a for a in read(sorted(FOLDER.glob("a*.*"))) if isinstance(a, Article)]
    return compile_ledger(map(analyse, distinct(articles)))


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return example()


def words(text: str | list[str]) -> Counter[str]:
    """The words of a quotation, folded."""
    return Counter(re.findall(r"\w+", " ".join([text] if isinstance(text, str) else text).lower()))


def alike(a: Counter[str], b: Counter[str]) -> bool:
    """At least half of the words of both together are the same."""
    return 2 * (a & b).total() >= 0.5 * (a.total() + b.total())


def file_of(ledger: Ledger) -> dict[str, str]:
    """Article id → the gold's article id."""
    files = {g["file"]: g["id"] for g in GOLD["articles"]}
    return {a.id: files[Path(a.path).name] for a in ledger.articles}


def test_the_report_is_the_golden_one(ledger: Ledger) -> None:
    assert render_md(ledger) == GOLDEN.read_text("utf-8"), "run `make golden` if the change is wanted"


def test_nearly_every_statement_of_the_gold_is_found(ledger: Ledger) -> None:
    home = file_of(ledger)
    found = [(home[s.article], words(list(s.quote_text))) for s in ledger.statements]
    hits = [any(a == g["article"] and alike(q, words(g["quote"])) for a, q in found) for g in GOLD["statements"]]
    assert sum(hits) / len(hits) >= FLOORS["statements"]


def test_nearly_every_figure_of_the_gold_is_found(ledger: Ledger) -> None:
    home = file_of(ledger)
    found = {(home[f.article], f.low, f.high) for f in ledger.figures}
    hits = [(g["article"], g["low"], g["high"]) in found for g in GOLD["figures"]]
    assert sum(hits) / len(hits) >= FLOORS["figures"]


def test_copies_are_no_origins_of_their_own(ledger: Ledger) -> None:
    home = file_of(ledger)
    found = {(home[d.article], home[d.source]) for d in ledger.derivations}
    assert found == {(g["id"], source) for g in GOLD["articles"] for source in g["derived_from"]}


def test_furniture_is_labelled_and_the_body_is_not(ledger: Ledger) -> None:
    home = file_of(ledger)
    gold = {g["id"]: g for g in GOLD["articles"]}
    for a in ledger.articles:
        kept = " ".join(" ".join(a.text[p.start : p.end] for p in a.passages if p.role != "furniture").split())
        assert [b for b in gold[home[a.id]]["body"] if " ".join(b.split()) not in kept] == []
        assert [b for b in gold[home[a.id]]["boilerplate"] if " ".join(b.split()) in kept] == []


if __name__ == "__main__":
    GOLDEN.write_text(render_md(example()), "utf-8")
