"""A spreadsheet of people as rows of cells: what stands in each, as people see it there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from docgen.model.finding import Finding
from docgen.model.sheet import Mark


class Kind(StrEnum):
    """What a cell holds; a file of plain text (CSV) knows text and nothing else."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    YES_NO = "yes-no"
    FORMULA = "formula"
    ERROR = "error"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as people see it, without blanks around it.

    A true date reads `2014-09-01` (`2014-09-01 15:30` with a time of day), a
    time `15:30`, a tick `TRUE` or `FALSE`, a fault `#N/A`. A `computed` text is
    what a formula gave when the file was last saved; the kind is that text's,
    and `formula` where the file remembers none.
    """

    text: str
    kind: Kind = Kind.TEXT
    computed: bool = False


NOTHING = Cell("", Kind.EMPTY)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it, and a cell for each heading.

    Its findings are what was wrong in reading it; an E among them refuses it.
    """

    number: int
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The table that a file holds: its file and sheet as shown, and what heads its columns.

    `headings` has one text for each column from the first, "" for none;
    `groups` what stands over them in a row of its own ("Contact 1"), or "".
    """

    name: str
    headings: tuple[str, ...]
    heading_row: int
    groups: tuple[str, ...] = ()
    sheet: str = ""

    def mark(self, row: int, column: int) -> Mark:
        """Give the place of a cell; `column` counts from 1, and 0 is the row as a whole."""
        return Mark(self.name, row, column)

    @property
    def repeated(self) -> tuple[tuple[int, ...], ...]:
        """Give the columns (from 1) that bear the same heading, as groups of at least two."""
        found: dict[tuple[str, str], list[int]] = {}
        for column, (heading, group) in enumerate(self.headed, 1):
            if heading:
                found.setdefault((heading.casefold(), group.casefold()), []).append(column)
        return tuple(tuple(columns) for columns in found.values() if len(columns) > 1)

    @property
    def headed(self) -> Iterator[tuple[str, str]]:
        """Give each heading with what stands over it."""
        for number, heading in enumerate(self.headings):
            yield heading, self.groups[number] if number < len(self.groups) else ""


class Roster(Protocol):
    """A file of rows, read as it goes: any number of rows takes the same memory."""

    @property
    def table(self) -> Table:
        """Give the table that the rows stand in."""

    @property
    def digest(self) -> str:
        """Give the SHA-256 (hex) of the file's bytes."""

    def rows(self) -> Iterator[Row]:
        """Read the rows under the headings, in order, without those that are empty or hidden."""

    def count(self) -> int:
        """Count the rows, which may be done while they are read."""

    def stood(self, key: bytes) -> Callable[[Row], bool] | None:
        """Give what tells the rows that stand as docgen handed them back under this key.

        None for a file that docgen didn't hand back.
        """

    def told(self) -> tuple[Finding, ...]:
        """Give what the last reading to the end has to say of the file as a whole."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Match:
    """A column (from 1) and the field it fills, with how sure that is (0 to 100) and why."""

    column: int
    heading: str
    field: str
    confidence: int
    why: str


IGNORED = "ignore"
FIELDS: tuple[str, ...] = (
    *(f"pupil.{name}" for name in (
        "upn", "admission_number", "full_name", "legal_forename", "legal_middle", "legal_surname",
        "preferred_forename", "preferred_surname", "date_of_birth", "year_group", "class",
        "home_language", "parental_salutation",
    )),
    *(f"contact.{name}" for name in (
        "id", "title", "forename", "middle", "surname", "full_name", "relationship",
        "parental_responsibility", "lives_with", "priority", "correspondence", "court_order",
        "deceased", "protected", "reads", "speaks", "variant", "phone", "email",
    )),
    *(f"address.line_{number}" for number in range(1, 8)),
    *(f"address.{name}" for name in ("town", "county", "postcode", "whole")),
    *(f"attendance.{name}" for name in (
        "possible", "attended", "authorised", "unauthorised", "as_at",
    )),
    *(f"meeting.{name}" for name in ("date", "time", "place", "online", "chair")),
    "school.key", "school.name", IGNORED,
)  # fmt: skip
"""What a column can fill, named as entity and field."""


def column_letters(column: int) -> str:
    """Name a column (from 1) as spreadsheets do: A, B, … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Name a cell as spreadsheets do: `C12`."""
    return f"{column_letters(column)}{row}"
