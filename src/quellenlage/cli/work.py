"""What the commands share: read the paths, analyse in as many processes as pay, write the answer whole."""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from quellenlage.model import Analysis, Article, Ledger
from quellenlage.pipeline import analyse, compile_ledger, lean
from quellenlage.read import Problem, distinct, read

# A second process costs about a second to start (imports and weights); below this many articles one is faster.
_WORTH_A_PROCESS = 60


def ledger_of(options: argparse.Namespace) -> tuple[Ledger, int]:
    """The ledger of the paths, and the exit status: 1 if something could not be read (each named on standard error)."""
    articles, problems = [], 0
    for item in read(options.paths, stdin=sys.stdin.buffer):
        if isinstance(item, Problem):
            print(f"quellenlage: {item.path}: {item.reason}", file=sys.stderr)
            problems += 1
        else:
            articles.append(item)
    analyses = list(_analyses(distinct(articles), options.workers))
    # All of it stays until the answer is written; then `main` looks for garbage again. Among a pile of analyses that
    # would take a fifth of the time of compiling and half of that of writing JSON.
    gc.disable()
    return compile_ledger(analyses), 1 if problems else 0


def write(text: str, out: str | None) -> None:
    """Write to a file whole or not at all (a temporary file beside it takes its place), or to standard output."""
    data = text.encode("utf-8", "backslashreplace")
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(out)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _lean_analysis(article: Article) -> Analysis:
    return lean(analyse(article))


def _analyses(articles: Sequence[Article], workers: int | None) -> Iterator[Analysis]:
    workers = workers or (min(os.cpu_count() or 1, 8) if len(articles) >= _WORTH_A_PROCESS else 1)
    if workers == 1:
        yield from _with_progress(map(_lean_analysis, articles), len(articles))
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _with_progress(pool.map(_lean_analysis, articles, chunksize=8), len(articles))


def _with_progress(analyses: Iterator[Analysis], total: int) -> Iterator[Analysis]:
    """The same analyses, with a line on a terminal for work that one would wait for."""
    shown = total > 50 and sys.stderr.isatty()
    for n, analysis in enumerate(analyses, 1):
        if shown and (n % 25 == 0 or n == total):
            print(f"\r{n} / {total}", end="" if n < total else "\n", file=sys.stderr, flush=True)
        yield analysis
