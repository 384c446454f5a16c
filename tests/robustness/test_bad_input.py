"""No input raises, gives false offsets or costs more than linear work, from the file to the pages of the report."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType

import pytest
from bench._bad_input import DAY, PILES, TEXTS
from tests.test_ledger import check

from quellenlage import analyse, compile_ledger, read
from quellenlage.model import Article
from quellenlage.read import Problem, distinct
from quellenlage.report.html import render_html
from quellenlage.report.json import render_json
from quellenlage.report.text import render_text

LENGTH, ARTICLES = 2_000, 12
MOST = 2.6
"""Times the work of twice the input; logarithms and the first words of a table are allowed for."""


def report(articles: Iterable[Article]) -> str:
    """The whole way: ledger, JSON, page and text. The JSON."""
    ledger = compile_ledger(map(analyse, articles))
    for lang in ("de", "en"):
        assert render_html(ledger, lang=lang)
        assert render_text(ledger, lang=lang)
    return render_json(ledger)


def work(articles: list[Article]) -> int:
    """How many functions are called, ours and built-in ones, on the whole way."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        ledger = compile_ledger(map(analyse, articles))
        render_json(ledger)
        render_html(ledger)
    finally:
        sys.setprofile(None)
    return calls


def alone(text: str) -> list[Article]:
    """A pile of one article."""
    return [Article("a", "a.txt", text, published=DAY)]


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_gives_a_true_ledger(make: Callable[[int], str], tmp_path: Path) -> None:
    """Read from JSONL, where a lone surrogate can be written, and again as a file of its own."""
    text = make(LENGTH)
    record = {"text": text, "published": DAY, "title": text[:40] or None}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n", "ascii")
    (tmp_path / "b.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    found = [a for a in read([tmp_path]) if not isinstance(a, Problem)]
    check(json.loads(report(distinct(found))))


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_may_come_unread(make: Callable[[int], str]) -> None:
    """`analyse` takes what `read` would have mended, lone surrogates and NUL too."""
    check(json.loads(report(alone(make(LENGTH // 4)))))


@pytest.mark.parametrize("make", PILES.values(), ids=PILES.keys())
def test_any_pile_gives_a_true_ledger(make: Callable[[int], list[Article]]) -> None:
    check(json.loads(report(make(ARTICLES))))


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_twice_the_text_is_twice_the_work(make: Callable[[int], str]) -> None:
    work(alone(make(LENGTH // 4)))
    assert work(alone(make(4 * LENGTH))) < MOST * work(alone(make(2 * LENGTH)))
