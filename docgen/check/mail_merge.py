"""Names that a template asks for, and a sheet's headings → which column fills which name."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.mail import Filled, Need
from docgen.model.roster import Row, Table, column_letters

REASONS: Reasons = {
    "rows-no-such-column": Wording(
        "No column of the sheet is called {wanted}.{nearest}",
        "Write the heading as it stands there; of several that are called the same, or of one"
        " without a heading, its letter: “column C”.",
    ),
    "rows-map-form": Wording(
        "{text} does not say which column fills which name.",
        'Write the heading, =, and the name in the template: --map "Parent name=parent_name".',
    ),
}
FAULTS: Faults = {
    "rows-no-column": Wording(
        "The template asks for {name} ({where}), and no column is called that.{nearest}",
        'Give the column that heading; or say which it is: --map "Heading={name}".',
    ),
    "rows-column-twice": Wording(
        "The template asks for {name}, and {columns} could all be meant.",
        'Say which it is: --map "column {first}={name}".',
    ),
    "rows-list-wanted": Wording(
        "The template repeats something for each of {name} ({where}); a cell is no list.",
        "Take the repeating tags out of the template, or make the letters from casefiles.",
    ),
    "rows-column-unused": Wording(
        "The template uses nothing of the column {heading} ({letter}).",
        "This is only said so that no column is left out by mistake.",
    ),
    "rows-cell-empty": Wording(
        "{heading} is empty here, and the template prints it.",
        'Fill the cell. If it may be empty, say so: --blank "{heading}"; or let the template ask'
        " for it with {{%p if … %}}.",
    ),
    "rows-no-is-yes": Wording(
        "{heading} says no here, but the template asks only whether anything stands there, and"
        " would take it for a yes.",
        'Compare it in the template, as in {{%p if {name} == "yes" %}}; or empty the cell.',
    ),
    "rows-name-shared": Wording(
        "{heading}, by which the file is named, is the same as in an earlier row.",
        "This file has a figure behind its name. Name the files by another column to tell them"
        " apart.",
    ),
    "rows-file-there": Wording(
        "A file that this command did not make lies where this row's would. It was not touched.",
        "Move it elsewhere, or make the letters in another folder.",
    ),
    "rows-name-empty": Wording(
        "{heading}, by which the file is named, says nothing here that a file could be called.",
        "Fill the cell, or name the files by another column.",
    ),
}
NO = frozenset({"no", "n", "false", "f", "0"})
COLUMN = re.compile(r"column ([a-z]{1,3})", re.IGNORECASE)
SQUEEZED = re.compile(r"[\W_]+")


def matched(
    needs: Iterable[Need], table: Table, maps: Mapping[str, int], blank: Collection[int]
) -> tuple[tuple[Filled, ...], tuple[Finding, ...]]:
    """Match names with columns; `maps` were told by the clerk, cells of `blank` may be empty."""
    fills: list[Filled] = []
    findings: list[Finding] = []
    known = _columns(table)
    for need in needs:
        told = maps.get(need.name)
        columns = [told] if told else known.get(squeezed(need.name), [])
        if len(columns) == 1 and not need.listed:
            empty = need.may_be_empty or columns[0] in blank
            fills.append(Filled(need.name, columns[0], empty, need.only_asked))
        elif need.listed or columns or not need.may_lack:
            findings.append(_unmatched(need, table, columns))
    return tuple(fills), tuple(findings)


def unused(table: Table, used: Collection[int]) -> Iterator[Finding]:
    """Tell the columns that go into nothing."""
    wording = FAULTS["rows-column-unused"]
    for number, heading in enumerate(table.headings, 1):
        if heading and number not in used:
            names = {"heading": heading_of(table, number), "letter": column_letters(number)}
            yield Finding(
                "rows-column-unused",
                Severity.INFORMATION,
                wording.message.format_map(names),
                wording.remedy,
                place=table.mark(table.heading_row, number),
            )


def mapped(texts: Iterable[str], table: Table) -> dict[str, int]:
    """Read what a clerk says: `Heading=name` → the name's column; raises `UsageTrouble`."""
    found: dict[str, int] = {}
    for text in texts:
        heading, sign, name = (part.strip() for part in text.rpartition("="))
        if not sign or not heading or not name:
            raise stop(UsageTrouble, REASONS, "rows-map-form", text=text)
        found[name] = column_of(heading, table)
    return found


def column_of(wanted: str, table: Table) -> int:
    """Find a column by its heading, or by its letter as `column C`; raises `UsageTrouble`."""
    names = {heading: squeezed(heading) for heading in table.headings if heading}
    exact = [number for number, each in enumerate(table.headings, 1) if each == wanted]
    alike = exact or _columns(table).get(squeezed(wanted), [])
    if len(alike) == 1:
        return alike[0]
    lettered = COLUMN.fullmatch(wanted)
    for number in range(1, len(table.headings) + 1) if lettered else ():
        if lettered and column_letters(number) == lettered[1].upper():
            return number
    raise stop(
        UsageTrouble, REASONS, "rows-no-such-column", wanted=wanted, nearest=_near(wanted, names)
    )


def file_there(row: Row, column: int, table: Table) -> Finding:
    """Say that a row's name is taken by a file from elsewhere; `column` 0 is the whole row."""
    return fault(FAULTS, "rows-file-there", table.mark(row.number, column))


def shared_name(row: Row, column: int, table: Table) -> Finding:
    """Say that a file's name got a figure, as an earlier row has it."""
    return replace(
        cell_fault("rows-name-shared", row, column, table), severity=Severity.INFORMATION
    )


def row_faults(row: Row, fills: Sequence[Filled], table: Table) -> Iterator[Finding]:
    """Tell what refuses a row: what was wrong in reading its cells, and what is empty."""
    used = {fill.column for fill in fills} | {0}
    for finding in row.findings:
        column = finding.place.column if finding.place else 0
        if finding.severity is not Severity.ERROR or column in used:
            yield finding
    told = {finding.place.column for finding in row.findings if finding.place}
    for fill in (each for each in fills if each.column not in told):
        text = row.cells[fill.column - 1].text
        if fill.only_asked and text.casefold() in NO:
            yield cell_fault("rows-no-is-yes", row, fill.column, table, name=fill.name)
        elif not (text or fill.may_be_empty):
            told.add(fill.column)
            yield cell_fault("rows-cell-empty", row, fill.column, table)


def cell_fault(rule: str, row: Row, column: int, table: Table, **names: str) -> Finding:
    """Make a finding on a cell."""
    heading = heading_of(table, column)
    return fault(FAULTS, rule, table.mark(row.number, column), heading=heading, **names)


def heading_of(table: Table, column: int) -> str:
    """Give a column's heading, with what stands over it."""
    heading, group = list(table.headed)[column - 1]
    return " ".join(part for part in (group, heading) if part) or f"column {column_letters(column)}"


def squeezed(text: str) -> str:
    """Give a heading's letters and figures alone: `Parent's name` is `parent_s_name`."""
    return SQUEEZED.sub("", text).casefold()


def _columns(table: Table) -> dict[str, list[int]]:
    """Give the columns by what they are called, each also with what stands over it."""
    found: dict[str, list[int]] = {}
    for number, (heading, group) in enumerate(table.headed, 1):
        names = {squeezed(heading), squeezed(f"{group} {heading}")} if heading else set()
        for name in names - {""}:
            found.setdefault(name, []).append(number)
    return found


def _unmatched(need: Need, table: Table, columns: Sequence[int]) -> Finding:
    place = table.mark(table.heading_row, 1)
    if need.listed:
        return fault(FAULTS, "rows-list-wanted", place, name=need.name, where=need.where)
    if columns:
        letters = [column_letters(column) for column in columns]
        told = " and ".join(f"column {letter}" for letter in letters)
        place = table.mark(table.heading_row, columns[1])
        return fault(
            FAULTS, "rows-column-twice", place, name=need.name, columns=told, first=letters[0]
        )
    names = {heading: squeezed(heading) for heading in table.headings if heading}
    near = _near(need.name, names)
    return fault(FAULTS, "rows-no-column", place, name=need.name, where=need.where, nearest=near)


def _near(wanted: str, names: Mapping[str, str]) -> str:
    close = get_close_matches(squeezed(wanted), sorted(names.values()), n=1)
    found = [heading for heading, name in names.items() if name in close]
    return f" Did you mean {found[0]}?" if found else ""
