"""Write docs/cli.md from the parser itself: `make docs`."""

import argparse
import os
from pathlib import Path

from quellenlage.cli.arguments import parser

INTRODUCTION = """\
# Command line

Written from `--help` by `make docs`; a test fails when an option is missing here.

What can't be read is named on standard error, one line each, with the reason; the rest goes on and the exit status
is 1. Wrong usage is 2. Output is written whole or not at all. The same input gives the same bytes, whatever the order
of the paths or the number of workers.
"""


def commands() -> dict[str, argparse.ArgumentParser]:
    """The commands by name, in the order of the help."""
    actions = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def reference() -> str:
    """The whole page."""
    os.environ["COLUMNS"] = "100"
    parts = [f"\n## quellenlage {name}\n\n```\n{command.format_help()}```\n" for name, command in commands().items()]
    return INTRODUCTION + "".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(reference(), "utf-8")
