"""Processor seconds for input that no newsroom sends, at one size and at twice that: linear where the factor is 2."""

import time
from collections.abc import Callable

from bench._bad_input import DAY, PILES, TEXTS
from quellenlage.model import Article
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.report.html import render_html
from quellenlage.report.json import render_json
from quellenlage.report.text import render_text

LENGTH, ARTICLES = 50_000, 60


def main() -> None:
    """Print a row for each bad input."""
    _seconds([Article("a", "a.txt", TEXTS["normal sentences"](2_000), published=DAY)])  # tables and templates once
    print(f"{'input':<30}{'size':>9}{'s':>8}{'s, twice':>10}{'factor':>8}")
    for name, make in TEXTS.items():
        _row(name, LENGTH, lambda n, make=make: [Article("a", "a.txt", make(n), published=DAY)])  # type: ignore[misc]
    for name, pile in PILES.items():
        _row(name, ARTICLES, pile)


def _row(name: str, size: int, make: Callable[[int], list[Article]]) -> None:
    once, twice = _seconds(make(size)), _seconds(make(2 * size))
    print(f"{name:<30}{size:>9}{once:>8.2f}{twice:>10.2f}{twice / max(once, 1e-3):>8.1f}", flush=True)


def _seconds(articles: list[Article]) -> float:
    started = time.process_time()
    ledger = compile_ledger(analyse(a) for a in articles)
    for render in (render_json, render_html, render_text):
        render(ledger)
    return time.process_time() - started


if __name__ == "__main__":
    main()
