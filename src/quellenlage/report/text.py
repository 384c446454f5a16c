"""The report for a terminal: tables cut to its width, and a small bar beside the figures of a series."""

import textwrap
from collections.abc import Iterable

from quellenlage.model import Ledger
from quellenlage.report.columns import set_columns, terminal_width
from quellenlage.report.outline import Heading, Line, Table, outline

_BAR = 16


def render_text(ledger: Ledger, *, lang: str = "de", width: int | None = None) -> str:
    """The report as plain text, `width` columns wide (default: as the terminal, at most 140)."""
    width = width or terminal_width()
    return "\n".join(line.rstrip() for block in outline(ledger, lang) for line in _lines(block, width)) + "\n"


def _lines(block: Heading | Line | Table, width: int) -> Iterable[str]:
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Line):
        indent = "    " * block.depth
        return textwrap.wrap(block.text, width, initial_indent=indent, subsequent_indent=indent + "    ")
    return _table(block, width)


def _heading(h: Heading) -> list[str]:
    if h.level == 1:
        return ["", h.text, "═" * len(h.text)]
    return ["", h.text.upper() if h.level == 2 else h.text, "─" * len(h.text)]


def _table(table: Table, width: int) -> Iterable[str]:
    rows = [table.columns, *table.rows]
    if table.bars and len(table.rows) > 1:
        rows = [(*r[:2], bar, *r[2:]) for r, bar in zip(rows, ["", *_bars(table.bars)], strict=True)]
    return set_columns(rows, width)


def _bars(values: Iterable[float | None]) -> list[str]:
    """A bar for each value, the longest for the largest; a bar is at least a sliver long."""
    known = list(values)
    most = max((v for v in known if v is not None), default=0)
    if most <= 0:
        return ["" for _ in known]
    return ["" if v is None or v < 0 else "█" * int(v / most * _BAR) or "▏" for v in known]
