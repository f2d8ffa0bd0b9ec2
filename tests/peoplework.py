"""A small spreadsheet of people: one pupil and contact a row, and small changes to its cells."""

import datetime as dt
from collections.abc import Mapping, Sequence

from docgen.check.roster.columns import Known, Matched, match_columns
from docgen.check.roster.rows import typed_row
from docgen.model.finding import Finding
from docgen.model.roster import Cell, Kind, Row, Table
from docgen.model.typed_row import Columns, TypedRow

TODAY = dt.date(2025, 10, 20)
ROW: Mapping[str, str] = {
    "pupil.upn": "B999001250001",
    "pupil.legal_forename": "Nia",
    "pupil.legal_surname": "Pryce",
    "pupil.date_of_birth": "2014-03-02",
    "pupil.year_group": "7",
    "contact.title": "Ms",
    "contact.forename": "Grace",
    "contact.surname": "Mbeki",
    "contact.relationship": "Mother",
    "contact.parental_responsibility": "Yes",
    "address.line_1": "2 Mill Lane",
    "address.town": "Saltmouth",
    "address.postcode": "SM7 1AB",
}


def table(headings: Sequence[str], groups: Sequence[str] = ()) -> Table:
    """Give a table whose headings stand in row 1, or under a row of groups."""
    return Table("roster.csv", tuple(headings), 2 if groups else 1, tuple(groups))


def cell(text: str) -> Cell:
    """Give a cell as a file of plain text has it."""
    return Cell(text) if text else Cell("", Kind.EMPTY)


def rows(*lines: Sequence[str]) -> list[Row]:
    """Give rows of text, the first in row 2."""
    return [Row(number, tuple(map(cell, line))) for number, line in enumerate(lines, 2)]


def read(
    changes: Mapping[str, str] | None = None,
    month_first: bool = False,
    findings: tuple[Finding, ...] = (),
) -> tuple[TypedRow | None, tuple[Finding, ...]]:
    """Read the row, changed, from columns in the order of its fields."""
    values = {**ROW, **(changes or {})}
    by_field = {name: column for column, name in enumerate(values, 1)}
    shown = Columns(
        table(list(values)), by_field, frozenset(by_field.values() if month_first else ())
    )
    row = Row(12, tuple(map(cell, values.values())), findings)
    return typed_row(row, shown, TODAY)


def typed(changes: Mapping[str, str] | None = None) -> TypedRow:
    """Read a row that can be used."""
    row, _ = read(changes)
    assert row
    return row


def told(changes: Mapping[str, str] | None = None, month_first: bool = False) -> list[str]:
    """Give the ids of what is wrong with the row, changed."""
    _, findings = read(changes, month_first)
    return [finding.rule for finding in findings]


def matched(headings: Sequence[str], *lines: Sequence[str], known: Known | None = None) -> Matched:
    """Match the columns of a small sheet."""
    return match_columns(table(headings), rows(*lines), known or Known())


def fields(found: Matched) -> list[str]:
    """Give what each column holds, `?` before a guess that isn't read."""
    return [
        match.field if match.confidence >= 60 or match.field == "ignore" else f"?{match.field}"
        for match in found.matches
    ]
