"""What every kind of file is read into: lines of cells from the first column on, and remarks."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Protocol

from docgen.model.finding import Finding
from docgen.model.roster import NOTHING, Cell, Table
from docgen.store.roster.faults import remarked

MOST_COLUMNS = 1_000
"""Cells further to the right are not looked at."""

MARKED = "To put right"
"""The sheet that docgen adds to what it hands back, and doesn't read."""

NOTED = "docgen rows"
"""The hidden sheet that docgen adds beside it; spreadsheet programs keep hidden sheets."""

Trouble = tuple[str, int]
"""The id of a fault of a row, and its column (0 for the row)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: its number as shown, its cells without the empty ones at the end."""

    number: int
    cells: Sequence[Cell]
    troubles: tuple[Trouble, ...] = ()
    hidden: bool = False
    width: int = 0
    """How many cells the line is written with, where files are plain text."""

    @property
    def filled(self) -> int:
        """Count the cells that say something."""
        return sum(1 for cell in self.cells if cell is not NOTHING)


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range of cells; all four count from 1 and are part of it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Notes:
    """Remarks on columns as they add up while a sheet is read."""

    found: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)

    def add(self, rule: str, row: int, column: int = 0) -> None:
        """Count one more; the first row stays."""
        count, first = self.found.get((rule, column), (0, row))
        self.found[rule, column] = count + 1, first

    def told(self, table: Table) -> tuple[Finding, ...]:
        """Say each with its count, at the place of the first."""
        return tuple(
            remarked(rule, table.mark(row, column), count=count, heading=_heading(table, column))
            for (rule, column), (count, row) in self.found.items()
        )


class Grid(Protocol):
    """One sheet of a file."""

    name: str
    """The sheet's name, "" where files have none."""
    is_text: bool
    """Whether the file is plain text, in which short rows are odd."""
    hidden_columns: frozenset[int]

    def lines(self, notes: Notes) -> AbstractContextManager[Iterator[Line]]:
        """Read the lines from the top, hidden ones too, without those that are empty."""

    def spans(self) -> tuple[Span, ...]:
        """Give the merged ranges."""


def _heading(table: Table, column: int) -> str:
    return table.headings[column - 1] if 0 < column <= len(table.headings) else ""


def trimmed(cells: list[Cell]) -> list[Cell]:
    """Take the empty cells off the end."""
    while cells and cells[-1] is NOTHING:
        cells.pop()
    return cells


def visible(line: Line, hidden: Collection[int]) -> Line:
    """Give a line with nothing in hidden columns."""
    if not hidden:
        return line
    cells = [NOTHING if column in hidden else cell for column, cell in enumerate(line.cells, 1)]
    troubles = tuple(trouble for trouble in line.troubles if trouble[1] not in hidden)
    return replace(line, cells=trimmed(cells), troubles=troubles)
