"""The page of each development story: its size, and the processor time that drawing it takes."""

import time
from pathlib import Path

from quellenlage.model import Article
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.read import read
from quellenlage.report.html import render_html

_STORIES = Path(__file__).resolve().parent.parent.parent / "shared" / "stories"
_SUFFIXES = (".txt", ".html")


def main() -> None:
    """Print a row for each story, and one for all of them in one ledger."""
    if not _STORIES.is_dir():
        print("skipped: the stories in ../shared are not here")
        return
    folders = sorted(p for p in _STORIES.iterdir() if p.is_dir())
    render_html(compile_ledger([]))  # the templates are compiled once
    print(f"{'story':<16}{'articles':>9}{'kB':>7}{'ms':>7}")
    for name, paths in [*((f.name, [f]) for f in folders), ("together", folders)]:
        _row(name, paths)


def _row(name: str, folders: list[Path]) -> None:
    paths = [str(p) for f in folders for p in sorted(f.iterdir()) if p.suffix in _SUFFIXES]
    articles = [a for a in read(paths) if isinstance(a, Article)]
    ledger = compile_ledger(analyse(a) for a in articles)
    started = time.process_time()
    page = render_html(ledger)
    took = time.process_time() - started
    print(f"{name:<16}{len(articles):>9}{len(page.encode()) / 1000:>7.0f}{took * 1000:>7.0f}")


if __name__ == "__main__":
    main()
