"""A file → its roster: the rows of its likeliest sheet, and what is wrong in reading each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import CasefileRejected, stop
from docgen.model.finding import Finding
from docgen.model.roster import NOTHING, Roster, Row, Table
from docgen.model.sheet import Mark
from docgen.store.disk import disk
from docgen.store.roster.changes import read_notes
from docgen.store.roster.choosing import Chosen, chosen, remarks_on
from docgen.store.roster.faults import REASONS, refused
from docgen.store.roster.grid import Line, Notes, Trouble, visible
from docgen.store.roster.merging import Merging
from docgen.store.roster.opening import BROKEN, Opened, opened
from docgen.store.roster.texts import looked_through

Told = tuple[Finding, ...]


def open_roster(path: Path, shown: str, sheet: str = "") -> tuple[Roster | None, Told]:
    """Open a file of rows; `shown` names it, `sheet` which of its sheets, if not the likeliest.

    Close the roster after use. Raises `DiskTrouble`, and `CasefileRejected` as its rows do.
    """
    with disk(shown):
        file, finding = opened(path, shown)
        if file is None:
            return None, (finding,) if finding else ()
        try:
            return _roster(path, file, *chosen(file, shown, sheet))
        except BROKEN:
            file.close()
            return None, (refused("roster-damaged", Mark(shown, 1, 1)),)
        except BaseException:
            file.close()
            raise


def _roster(
    path: Path, file: Opened, choice: Chosen | None, finding: Finding | None
) -> tuple[Roster | None, Told]:
    if choice is None:
        file.close()
        return None, (finding,) if finding else ()
    table = choice.table
    roster = FileRoster(path, file, choice)
    if next(roster.rows(), None) is None:
        file.close()
        return None, (refused("roster-no-rows", table.mark(table.heading_row, 0)),)
    return roster, tuple(remarks_on(file, choice))


@dataclass(slots=True)
class FileRoster:
    """A roster in a file, read anew by each call of `rows`."""

    path: Path
    file: Opened
    choice: Chosen
    notes: Notes = field(default_factory=Notes)
    stamp: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Remember the file as it is."""
        self.stamp = _stamp(self.path)

    @property
    def table(self) -> Table:
        """Give the table that the rows stand in."""
        return self.choice.table

    @property
    def digest(self) -> str:
        """Give the SHA-256 (hex) of the file's bytes."""
        return self.file.digest

    def rows(self) -> Iterator[Row]:
        """Read the rows; raises `CasefileRejected` for a file that breaks off or changes."""
        self.notes = Notes()
        with self._lines() as lines:
            for line in lines:
                row = self._row(line) if line.number > self.table.heading_row else None
                if row:
                    yield row
        if _stamp(self.path) != self.stamp:
            raise stop(CasefileRejected, REASONS, "roster-changed", name=self.table.name)

    def count(self) -> int:
        """Count the rows, which may be done while they are read."""
        top = self.table.heading_row
        name, grid = self.table.name, self.choice.grid
        with disk(name), _whole(name), grid.lines(Notes()) as lines:
            return sum(1 for line in lines if line.number > top and not line.hidden)

    def stood(self, key: bytes) -> Callable[[Row], bool] | None:
        """Give what tells the rows that stand as they were handed back; None for other files."""
        with disk(self.table.name), _whole(self.table.name):
            noted = read_notes(self.file.noted, key) if self.file.noted else None
        return noted.has if noted else None

    def told(self) -> Told:
        """Give the remarks of the last reading."""
        return self.notes.told(self.table)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    @contextmanager
    def _lines(self) -> Iterator[Iterator[Line]]:
        """Give the lines that can be seen, merged cells filled."""
        grid = self.choice.grid
        with disk(self.table.name), _whole(self.table.name), grid.lines(self.notes) as lines:
            merging = Merging(grid.spans(), self.notes)
            filled = map(merging.applied, lines)
            yield (visible(line, grid.hidden_columns) for line in filled if self._is_seen(line))

    def _is_seen(self, line: Line) -> bool:
        if line.hidden:
            self.notes.add("roster-rows-hidden", line.number)
        return not line.hidden

    def _row(self, line: Line) -> Row | None:
        """Make a row of a line: as many cells as headings, and all that is wrong with it."""
        width = len(self.table.headings)
        cells, troubles = looked_through(line.number, line.cells[:width], self.notes)
        self._note(line, width)
        found = dict.fromkeys((*line.troubles, *troubles, *self._over(line, width)))
        findings = tuple(self._told(line, each) for each in found if each[1] <= width)
        filled = (*cells, *[NOTHING] * (width - len(cells)))
        is_empty = not findings and all(cell is NOTHING for cell in filled)
        return None if is_empty else Row(line.number, filled, findings)

    def _over(self, line: Line, width: int) -> tuple[Trouble, ...]:
        """Judge cells beyond the headings: in plain text the row has slipped."""
        if len(line.cells) <= width:
            return ()
        if self.choice.grid.is_text:
            return (("roster-row-long", 0),)
        self.notes.add("roster-column-nameless", line.number, len(line.cells))
        return ()

    def _note(self, line: Line, width: int) -> None:
        """Count what is no fault of the row alone."""
        if self.choice.grid.is_text:
            if 0 < line.width < width:
                self.notes.add("roster-row-short", line.number)
            return
        for column, cell in enumerate(line.cells, 1):
            if cell.computed and cell.text:
                self.notes.add("roster-formulas", line.number, column)

    def _told(self, line: Line, trouble: Trouble) -> Finding:
        rule, column = trouble
        heading = self.table.headings[column - 1] if column else ""
        return refused(rule, self.table.mark(line.number, column), heading=heading)


@contextmanager
def _whole(name: str) -> Iterator[None]:
    """Turn what readers raise in the midst of a damaged file into `CasefileRejected`."""
    try:
        yield
    except BROKEN as error:
        raise stop(CasefileRejected, REASONS, "roster-unreadable", name=name) from error


def _stamp(path: Path) -> tuple[int, int]:
    told = path.stat()
    return told.st_size, told.st_mtime_ns
