"""`quellenlage figures`, `times`, `quotes`, `claims` and `sources`: one question of the ledger as rows."""

import argparse

from quellenlage.cli.work import ledger_of, write
from quellenlage.report.rows import render_rows
from quellenlage.report.wikinews import export_wikinews


def run(options: argparse.Namespace) -> int:
    """Write the rows and give the exit status."""
    ledger, status = ledger_of(options)
    if options.format == "wikinews":
        text = export_wikinews(ledger)
    else:
        text = render_rows(ledger, options.command, options.format, explain=options.explain)
    write(text, options.out)
    return status
