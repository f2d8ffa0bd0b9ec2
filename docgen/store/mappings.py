"""`mappings/*.yaml` ↔ which field each column fills: of known exports, and as once confirmed."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from docgen.check.roster.headings import headings_of, words_of
from docgen.check.shape import typed
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.roster import FIELDS, Match, Table
from docgen.model.sheet import Sheet
from docgen.model.typed_row import Export, Heading, Remembered
from docgen.store.disk import write_whole
from docgen.store.sheets import read_sheet
from docgen.store.shipped import shipped
from docgen.store.workspace import Workspace

MAPPINGS, KNOWN = "mappings", "known"
SURE = 60

FAULTS: Faults = {
    "mapping-field": Wording(
        "“{field}” is no field that a column can fill.",
        "Write one that `docgen batch check` names, or delete the file: the columns are then "
        "matched anew.",
    ),
}
HEAD = """\
# Which column of a spreadsheet with these headings holds what; docgen batch reads and writes it.
# field: ignore leaves a column out. Delete the file to have the columns matched anew.
schema: 1
columns:
"""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: its heading, what stands over it, which of that name it is."""

    heading: str
    field: str
    group: str = ""
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a file of mappings says; `name` and `signs` tell a known export."""

    schema: Literal[1]
    columns: tuple[Column, ...]
    name: str = ""
    signs: tuple[str, ...] = ()
    preferred: bool = False


def known_exports(folder: Path | None = None) -> tuple[Export, ...]:
    """Give the exports of management systems that docgen comes with."""
    place = folder or shipped(MAPPINGS) / KNOWN
    return tuple(_known(path) for path in sorted(place.glob("*.yaml")))


def remembered(workspace: Workspace, table: Table) -> tuple[Remembered, tuple[Finding, ...]]:
    """Give what was once confirmed for a sheet with these headings, and what is wrong with it."""
    path = mapping_path(workspace, table)
    if not path.is_file():
        return {}, ()
    mapping, findings = _read(path)
    return (_fields(mapping), ()) if mapping and not findings else ({}, findings)


def remember(workspace: Workspace, table: Table, matches: Iterable[Match]) -> Path:
    """Write down what each column holds, over what was said before; raises `DiskTrouble`."""
    path = mapping_path(workspace, table)
    headings = headings_of(table)
    sure = {match.column: match.field for match in matches if _is_settled(match)}
    named = ((n, each) for n, each in enumerate(headings, 1) if each.heading)
    lines = (_line(each, sure[n]) for n, each in named if n in sure)
    write_whole(path, (HEAD + "".join(lines)).encode())
    return path


def mapping_path(workspace: Workspace, table: Table) -> Path:
    """Give the file for a set of headings, in whatever order they stand."""
    names = sorted((each.group, each.heading, each.nth) for each in headings_of(table))
    digest = sha256(json.dumps(names).encode()).hexdigest()[:16]
    return workspace.root / MAPPINGS / f"{digest}.yaml"


def _is_settled(match: Match) -> bool:
    """Tell whether a match is more than a guess."""
    return match.confidence >= SURE


def _line(heading: Heading, field: str) -> str:
    said = {"heading": heading.heading, "group": heading.group, "nth": heading.nth, "field": field}
    inner = ", ".join(f"{name}: {json.dumps(value)}" for name, value in said.items() if value)
    return f"  - {{{inner}}}\n"


def _known(path: Path) -> Export:
    mapping, findings = _read(path)
    if mapping is None or findings:
        raise ValueError(path.name)  # it comes with docgen, so this is docgen's own fault
    signs = frozenset(map(words_of, mapping.signs))
    return Export(mapping.name, _fields(mapping), signs, mapping.preferred)


def _read(path: Path) -> tuple[Mapping | None, tuple[Finding, ...]]:
    sheet, faults = read_sheet(path, f"{MAPPINGS}/{path.name}")
    if sheet is None:
        return None, faults
    mapping, flaws = typed(sheet.root, Mapping)
    return mapping, (*faults, *flaws, *(_unknown(mapping, sheet) if mapping else ()))


def _unknown(mapping: Mapping, sheet: Sheet) -> Iterator[Finding]:
    columns = sheet.root.get("columns")
    for column in mapping.columns:
        if column.field not in FIELDS:
            place = columns.mark if columns else None
            yield fault(FAULTS, "mapping-field", place, field=column.field[:40])


def _fields(mapping: Mapping) -> Remembered:
    return {
        Heading(words_of(each.heading), words_of(each.group), each.nth): each.field
        for each in mapping.columns
    }
