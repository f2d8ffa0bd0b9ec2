"""Rows of text → a table as wide as the screen, or line by line on a narrow one."""

from collections.abc import Sequence

import click

from docgen.cli.lines import shown

NARROW = 90
PIPED = 160


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their columns; no colour and a fixed width when piped."""
    from rich.console import Console  # noqa: PLC0415 - slow to load; most commands need none
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = PIPED
    if console.width < NARROW:
        _print_blocks(columns, rows)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*[Text(shown(cell)) for cell in row])
    console.print(table)


def _print_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if cell:
                click.echo(f"{'  ' if place else ''}{column}: {shown(cell)}")
        click.echo()
