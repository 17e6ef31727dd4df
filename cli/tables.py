"""Tables of scores on the terminal; plain aligned text where the output is no terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translator.report.tables import Table

# Off a terminal nothing is cut or wrapped: the reader of a pipe wants whole cells.
_PIPE_WIDTH = 200


def terminal_width() -> int:
    """Columns of the terminal; 80 off one."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 80


def print_table(table: Table) -> None:
    """One table with its title and explanation on standard output."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _PIPE_WIDTH, highlight=False, soft_wrap=False)
    console.print(Text(table.title, style="bold"))
    if table.explanation:
        console.print(Text(table.explanation, style="dim"))
    drawn = Drawn(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, name in enumerate(table.header):
        figures = place >= table.words
        drawn.add_column(
            Text(name),
            justify="right" if figures else "left",
            no_wrap=figures,
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn)
