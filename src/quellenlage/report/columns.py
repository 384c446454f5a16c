"""Tables for a terminal: columns cut to its width, the widest first."""

import shutil
from collections.abc import Iterable, Sequence

_WIDEST_LINE = 140
_NARROWEST = 8


def terminal_width() -> int:
    """The terminal's columns, at most 140; 100 where there is none."""
    return min(shutil.get_terminal_size((100, 24)).columns, _WIDEST_LINE)


def set_columns(rows: Sequence[Sequence[str]], width: int) -> Iterable[str]:
    """A line a row, at most `width` columns; cells on one line, an ellipsis where one was cut."""
    cells = [[" ".join(c.split()) for c in row] for row in rows]
    widths = _fit([max(map(len, column)) for column in zip(*cells, strict=True)], width)
    return ["  ".join(map(_cut, row, widths)).rstrip() for row in cells]


def _fit(widths: list[int], width: int) -> list[int]:
    """Widths that fit the line: the widest column gives way first, down to eight."""
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _cut(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"
