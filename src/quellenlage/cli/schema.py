"""`quellenlage schema`: the JSON Schema of the ledger."""

import argparse

from quellenlage.cli.work import write
from quellenlage.report.json import schema


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    write(schema(), None)
    return 0
