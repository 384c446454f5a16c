"""The report as Markdown (CommonMark with tables), to paste into a document or a ticket."""

from collections.abc import Iterable

from quellenlage.model import Ledger
from quellenlage.report.outline import Heading, Line, Table, outline

# What could begin markup, a link or an HTML tag in a text from the web.
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def render_md(ledger: Ledger, *, lang: str = "de") -> str:
    """The report as Markdown. Text from the articles is escaped, so that none of it becomes markup."""
    return "\n".join(line for block in outline(ledger, lang) for line in _lines(block)) + "\n"


def _lines(block: Heading | Line | Table) -> Iterable[str]:
    if isinstance(block, Heading):
        return ["", f"{'#' * block.level} {_escape(block.text)}", ""]
    if isinstance(block, Line):
        return [f"{'  ' * block.depth}- {_escape(block.text)}"]
    return ["", _row(block.columns), "|" + " --- |" * len(block.columns), *map(_row, block.rows), ""]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_escape, cells)) + " |"


def _escape(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
