"""The commands and their options, as `--help` shows them and docs/cli.md repeats them."""

import argparse
from importlib.metadata import PackageNotFoundError, version
from typing import TypeAlias

REPORT_FORMATS = ("text", "html", "json", "md")
ROW_FORMATS = ("table", "jsonl", "csv")
QUOTE_FORMATS = (*ROW_FORMATS, "wikinews")

ROWS = {
    "figures": "the figures: value, bounds, unit, what is counted, status, authority, passage",
    "times": "the time expressions with their values",
    "quotes": "the statements: who said what, how, and with which stance",
    "claims": "the claims, what denies them, and how many independent origins they have",
    "sources": "which article descends from which, and what each one cites",
}


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="quellenlage",
        description="Reads a pile of overlapping news reports and shows the state of the sources.",
        epilog="Exit status: 0 all was read, 1 something could not be read, 2 wrong usage.",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    report = _over_paths(commands, "report", "the whole ledger as a report")
    _format(report, REPORT_FORMATS)
    _lang(report)
    for name, what in ROWS.items():
        rows = _over_paths(commands, name, what)
        rows.set_defaults(module="rows", explain=False)
        _format(rows, QUOTE_FORMATS if name == "quotes" else ROW_FORMATS)
        if name == "quotes":
            rows.add_argument("--explain", action="store_true", help="show the rule that found each statement")
    demo = _command(commands, "demo", "the report of the example that ships, as a page")
    demo.add_argument("--out", metavar="FILE", default="hochwasser.html", help="where to (default: %(default)s)")
    _lang(demo)
    demo.set_defaults(workers=None)
    _command(commands, "schema", "the JSON Schema of the ledger")
    return top


def _command(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=what, description=f"Show {what}.")
    made.set_defaults(module=name, command=name)
    return made


def _over_paths(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    made = _command(commands, name, what)
    made.add_argument(
        "paths", nargs="+", metavar="PATH", help="file (.txt .md .html .htm .jsonl), folder, or - for standard input"
    )
    made.add_argument("--out", metavar="FILE", help="write there, whole or not at all, instead of to standard output")
    made.add_argument("--workers", type=_workers, default=None, metavar="N", help="processes (default: by the work)")
    return made


def _format(command: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    command.add_argument("--format", choices=formats, default=formats[0], help="what to write (default: %(default)s)")


def _lang(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=("de", "en"), default="de", help="of the labels (default: %(default)s)")


def _workers(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _version() -> str:
    try:
        return version("quellenlage")
    except PackageNotFoundError:
        return "(not installed)"
