"""The sheets of a file → the one that holds the rows, its headings, and what to say of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from docgen.model.finding import Finding
from docgen.model.roster import Table, column_letters
from docgen.model.sheet import Mark
from docgen.store.roster.faults import refused, remarked
from docgen.store.roster.grid import MARKED, Grid, Notes, visible
from docgen.store.roster.headings import LOOKED_AT, Headings, found_headings
from docgen.store.roster.opening import Opened


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet that holds the rows; its table; the names of the others that can be seen."""

    grid: Grid
    table: Table
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Looked:
    grid: Grid
    headings: Headings | None
    is_filled: bool

    @property
    def rank(self) -> tuple[bool, int]:
        return self.headings is not None, self.headings.known if self.headings else 0


def chosen(opened: Opened, shown: str, sheet: str) -> tuple[Chosen | None, Finding | None]:
    """Choose the sheet asked for, else the one whose headings are the surest."""
    place = Mark(shown, 1, 1)
    looked = [each for each in map(_look, opened.grids) if each.is_filled]
    if not looked:
        return None, refused("roster-no-sheet" if opened.has_sheets else "roster-empty", place)
    names = [each.grid.name for each in looked]
    wanted = [each for each in looked if _is_meant(each.grid, sheet)]
    if not wanted:
        return None, refused("roster-sheet-unknown", place, names=", ".join(names))
    best = max(wanted, key=lambda each: each.rank)
    called = f"{shown} sheet {best.grid.name}" if best.grid.name else shown
    if best.headings is None:
        return None, refused("roster-no-headings", Mark(called, 1, 1))
    others = () if sheet else tuple(name for name in names if name != best.grid.name)
    return Chosen(best.grid, _table(called, best.headings, best.grid), others), None


def remarks_on(opened: Opened, chosen: Chosen) -> Iterator[Finding]:
    """Say how the file was read, and what is odd about its headings."""
    table, top = chosen.table, chosen.table.mark(1, 1)
    if opened.has_macros:
        yield remarked("roster-macros", top)
    if chosen.others:
        yield remarked("roster-sheets", top, names=", ".join(chosen.others))
    if opened.guessed:
        row = _first_odd(chosen.grid)
        yield remarked("roster-encoding", table.mark(row, 0), encoding=opened.guessed, row=row)
    for column in sorted(chosen.grid.hidden_columns):
        if column <= len(table.headings):
            place = table.mark(table.heading_row, column)
            yield remarked("roster-columns-hidden", place, heading=column_letters(column))
    for column in (column for columns in table.repeated for column in columns[1:]):
        place = table.mark(table.heading_row, column)
        yield remarked("roster-heading-twice", place, heading=table.headings[column - 1])


def _look(grid: Grid) -> _Looked:
    if grid.name == MARKED:
        return _Looked(grid, None, is_filled=False)
    with grid.lines(Notes()) as lines:
        seen = (visible(line, grid.hidden_columns) for line in lines if not line.hidden)
        first = [line for line in islice(seen, LOOKED_AT) if line.cells]
    headings = found_headings(first, grid.spans()) if first else None
    return _Looked(grid, headings, bool(first))


def _is_meant(grid: Grid, sheet: str) -> bool:
    return not sheet or grid.name.casefold() == sheet.casefold()


def _table(called: str, headings: Headings, grid: Grid) -> Table:
    return Table(called, headings.texts, headings.row, headings.groups, grid.name)


def _first_odd(grid: Grid) -> int:
    """Give the first row with more than plain letters."""
    with grid.lines(Notes()) as lines:
        odd = (line for line in lines if not all(cell.text.isascii() for cell in line.cells))
        return next((line.number for line in odd), 1)
