"""The commands and their options, as `--help` shows them and docs/cli.md repeats them."""

import argparse
from importlib.metadata import PackageNotFoundError, version

FORMATS = ("text", "html", "json", "md")

ROWS = {
    "figures": "the figures: value, bounds, unit, what is counted, status, authority, passage",
    "times": "the time expressions with their values",
    "quotes": "the statements: who said what, how, and with which stance",
    "claims": "the claims, what denies them, and how many independent origins they have",
    "sources": "which article descends from which, and what each one cites",
}


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="quellenlage",
        description="Reads a pile of overlapping news reports and shows the state of the sources.",
        epilog="Exit status: 0 all was read, 1 something could not be read, 2 wrong usage.",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    report = _command(commands, "report", "the whole ledger as a report")
    report.add_argument("--format", choices=FORMATS, default="text", help="what to write (default: %(default)s)")
    _lang(report)
    for name, what in ROWS.items():
        rows = _command(commands, name, what, module="rows")
        rows.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="default: %(default)s")
        rows.set_defaults(explain=False)
    commands.choices["quotes"].add_argument(
        "--explain", action="store_true", help="show the rule that found each statement"
    )
    what = "the report of the example that ships, as a page"
    demo = commands.add_parser("demo", help=what, description=f"Write {what}.")
    demo.add_argument(
        "--out", metavar="FILE", default="hochwasser.html", help="where to write it (default: %(default)s)"
    )
    _lang(demo)
    demo.set_defaults(module="demo", workers=None)
    schema = commands.add_parser("schema", help="the JSON Schema of the ledger", description="Print the JSON Schema.")
    schema.set_defaults(module="schema")
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str, module: str | None = None
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=what, description=f"Show {what}.")
    made.set_defaults(module=module or name, command=name)
    made.add_argument(
        "paths", nargs="+", metavar="PATH", help="file (.txt .md .html .htm .jsonl), folder, or - for standard input"
    )
    made.add_argument("--out", metavar="FILE", help="write there, whole or not at all, instead of to standard output")
    made.add_argument("--workers", type=_workers, default=None, metavar="N", help="processes (default: by the work)")
    return made


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
