"""`quellenlage demo`: the report of the example that ships."""

import argparse
from pathlib import Path

from quellenlage.cli.work import ledger_of, write
from quellenlage.example import FOLDER
from quellenlage.report.html import render_html


def run(options: argparse.Namespace) -> int:
    """Write the example's report as a page and say where it lies."""
    options.paths = [str(p) for p in sorted(FOLDER.glob("a*.*"))]
    ledger, status = ledger_of(options)
    out = Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    write(render_html(ledger, lang=options.lang), str(out))
    print(f"The report of the example lies at {out.resolve()}")
    return status
