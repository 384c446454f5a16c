"""What the whole ledger of real news costs, step by step: processor seconds and memory, at one size and at twice that.

Needs the measuring data beside the checkout. `python -m bench pace` prints; `python -m bench.pace --record` also keeps
the figures in bench/records/pace.json. It takes ten minutes of two cores.

The articles stand in order of time. The last size adds every article again, 90 days later and with the vowels of all
nouns and names within its sentences moved on by one (a → e → i → o → u → a), the same way everywhere: as many stories
of the same shape, and no copy.
"""

import gc
import gzip
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from quellenlage import pipeline
from quellenlage.model import Analysis, Article
from quellenlage.pipeline import analyse, lean
from quellenlage.read import distinct, read
from quellenlage.report.json import render_json

NEWS = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "news" / "news-2021q1.jsonl.gz"
RECORD = Path(__file__).with_name("records") / "pace.json"
SIZES = (1_600, 3_200, 6_435, 12_870)
STORY = ("group", "trace_lineage", "align", "find_origins", "find_utterances")
"""Grouping, lineage and claims, which are to take less than a third."""

_NOUN = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ]\w{3,}")
_ON = str.maketrans("aeiouAEIOU", "eiouaEIOUA")
_LATER = timedelta(90)


def main() -> None:
    """Print a column for each size, and what doubling costs."""
    if not NEWS.exists():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    articles = _articles()
    analyses: list[Analysis] = []
    columns: list[dict[str, float]] = []
    spent = 0.0
    with ProcessPoolExecutor(2) as pool:
        for size in SIZES:
            for analysis, seconds in pool.map(_analysed, articles[len(analyses) : size], chunksize=16):
                analyses.append(analysis)
                spent += seconds
            columns.append({"analyse": spent, **_compiled(analyses)})
            _show(size, columns[-1])
    for size, column, twice in zip(SIZES[1:], columns[:-1], columns[1:], strict=True):
        print(f"to {size:>6}: {_total(twice) / _total(column):.2f} times the time")
    if "--record" in sys.argv:
        rows = {str(n): {k: round(v, 2) for k, v in c.items()} for n, c in zip(SIZES, columns, strict=True)}
        RECORD.write_text(json.dumps(rows, indent=1) + "\n")


def _articles() -> Sequence[Article]:
    """The real articles in order of time, and all of them again, shifted and respelled."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.jsonl"
        file.write_bytes(gzip.decompress(NEWS.read_bytes()))
        found = list(distinct(a for a in read([file]) if isinstance(a, Article)))
    found = [replace(a, path=a.path.rpartition("/")[2]) for a in found]
    found.sort(key=lambda a: (a.published or "9999", a.path))
    return [*found, *map(_later, found)]


def _later(a: Article) -> Article:
    text = _NOUN.sub(lambda m: m[0].translate(_ON), a.text)
    published = a.published and (date.fromisoformat(a.published[:10]) + _LATER).isoformat() + a.published[10:]
    return replace(a, id=f"{a.id}-later", path=f"later/{a.path}", text=text, title=None, published=published)


def _analysed(article: Article) -> tuple[Analysis, float]:
    started = time.process_time()
    return lean(analyse(article)), time.process_time() - started


def _compiled(analyses: Sequence[Analysis]) -> dict[str, float]:
    """Seconds of each step, of the rest and of JSON, and the most memory so far in MB."""
    spent: dict[str, float] = {}
    with _timed(spent), _without_collector():
        started = time.process_time()
        ledger = pipeline.compile_ledger(analyses)
        whole = time.process_time() - started
        started = time.process_time()
        render_json(ledger)
        spent["JSON"] = time.process_time() - started
    spent["other"] = whole + spent["JSON"] - sum(spent.values())
    return spent | {"MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Add up the seconds of each cross-article step in this dictionary, under its name."""

    def timing(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(step)
        def run(*given: Any) -> Any:
            started = time.process_time()
            made = step(*given)
            spent[name] = spent.get(name, 0.0) + time.process_time() - started
            return made

        return run

    steps = {n: f for n, f in vars(pipeline).items() if getattr(f, "__module__", "").startswith("quellenlage.story")}
    timed: dict[str, Any] = {name: timing(name, step) for name, step in steps.items()}
    with patch.multiple(pipeline, **timed):
        yield


@contextmanager
def _without_collector() -> Iterator[None]:
    """As the command line does it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _total(column: dict[str, float]) -> float:
    return sum(v for k, v in column.items() if k != "MB")


def _show(size: int, column: dict[str, float]) -> None:
    total = _total(column)
    print(f"\n{size} articles: {total:.1f} s, {column['MB']:.0f} MB", flush=True)
    for name, seconds in column.items():
        if name != "MB":
            print(f"  {name:<20}{seconds:>8.1f} s{seconds / total:>8.3f}", flush=True)
    share = sum(column.get(name, 0.0) for name in STORY) / total
    print(f"  {'grouping, lineage, claims':<20}{share:>13.3f}", flush=True)


if __name__ == "__main__":
    main()
