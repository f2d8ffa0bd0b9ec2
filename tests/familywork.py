"""Families as a roster tells of them: rows by hand, gathered, and an office with a roster in it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

from officework import desk_in, office_in

from docgen.check.frame import frame_for, frame_of
from docgen.check.roster.upn import check_letter
from docgen.model.family import Family
from docgen.model.finding import Finding
from docgen.model.frame import Frame
from docgen.model.roster import Table
from docgen.model.sheet import Fields, Items, Node, Scalar
from docgen.model.typed_row import Said, TypedContact, TypedMeeting, TypedPupil, TypedRow
from docgen.service.batch.rosters import Asked
from docgen.service.desk import Desk
from docgen.store.gather import Gathering
from docgen.store.imports import Imports
from docgen.store.sheets import parse_sheet

TABLE = Table("people.csv", ("UPN", "Pupil", "Contact"), 1)
PUPIL = {"legal_name": "Zoya Rahman", "date_of_birth": "2012-02-28", "year_group": "9"}
CONTACT = {"legal_name": "Asha Rahman", "relationship": "mother", "title": "Ms"}
HOME = ("14 Mill Road", "SALTMOUTH", "CO99 1AB")
FATHER = {"legal_name": "Bilal Karim", "relationship": "father", "title": "Mr", "id": "K2"}
FATHER_HOME = ("77 Quay Street", "HARWICH", "CO99 2BD")
KEY = b"a key of the test's own"
FRAME = """\
authority: wessex-vale
academic_year: "2025/26"
other_plans: []
initiated_by: st-1
earlier_support: [{what: Breakfast club, date: 2025-09-15}]
meeting: {kind: initial, date: 2025-12-08, time: "15:30", place: Room 4, chair: st-2}
each_person: {adjustments: [], address_verified: 2025-11-01}
each_pupil: {old_enough_to_understand: false}
each_link: {explained: 2025-11-20}
"""
COLUMNS = (
    "UPN,Legal Forename,Legal Surname,DOB,Year Group,Contact ID,Title,Contact Forename,"
    "Contact Surname,Relationship,Parental Responsibility,Address Line 1,Town,Postcode,Mobile,"
    "Reads"
)
_numbers = count(2)


def row(
    number: int = 0,
    *,
    pupil: Mapping[str, str] | None = None,
    contact: Mapping[str, str] | None = None,
    home: tuple[str, ...] = HOME,
    meeting: Mapping[str, str] | None = None,
) -> TypedRow:
    """Give a row of a mother and her daughter, less or otherwise than `pupil` and `contact` say."""
    parent = said({**CONTACT, "id": "K1", **(contact or {})}, 3)
    basis = () if parent.pop("nobody", None) else (Said("natural", 3),)
    return TypedRow(
        number or next(_numbers),
        TypedPupil(**said({**PUPIL, **(pupil or {})}, 2)),  # type: ignore[arg-type]
        TypedContact(**parent, basis=basis, address=tuple(Said(line, 3) for line in home)),  # type: ignore[arg-type]
        meeting=TypedMeeting(**said(meeting or {}, 1)),
    )


def said(values: Mapping[str, str], column: int) -> dict[str, Said]:
    """Give values as cells of a column said them; an empty one said nothing."""
    return {name: Said(text, column) for name, text in values.items() if text}


def upn(number: int) -> str:
    """Give a made-up UPN whose letter agrees with its figures."""
    figures = f"999001250{number:03}"
    return check_letter(figures) + figures


def gathered(
    *rows: TypedRow,
    school: str = "",
    imports: Path | None = None,
    findings: Mapping[int, tuple[Finding, ...]] | None = None,
    gone: tuple[str, ...] = (),
) -> tuple[Family, ...]:
    """Give the families of rows; `imports` is where the last import is remembered, and this one."""
    with closing(Gathering(TABLE, KEY, Imports(imports or Path("nowhere.db")))) as gathering:
        for each in rows:
            gathering.add(each, school, (findings or {}).get(each.number, ()))
        found = tuple(gathering.families())
        if imports:
            gathering.remember(gone)
    return found


def frame(text: str = FRAME) -> Frame:
    """Read a frame."""
    sheet, faults = parse_sheet(text.encode(), "frame.yaml")
    assert sheet is not None
    assert not faults
    found, flaws = frame_of(sheet)
    assert found is not None, flaws
    return found


def bare_frame() -> Frame:
    """Give a frame that says no more than the authority."""
    return frame_for("wessex-vale", "frame.yaml")


def plain(node: Node) -> object:
    """Give a sheet's node as plain data."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(each) for each in node.items]
    return {key.text: plain(below) for key, below in node.entries}


def at(root: Fields, *steps: str | int) -> Node:
    """Give the node under these very steps."""
    node: Node = root
    for step in steps:
        below = node.get(str(step)) if isinstance(node, Fields) else None
        if isinstance(node, Items) and isinstance(step, int):
            below = node.items[step]
        assert below is not None, step
        node = below
    return node


def line(number: int = 1, **changes: str) -> str:
    """Give a line of a CSV: a pupil by number and one parent; `changes` by heading's first word."""
    values = {
        "UPN": upn(number),
        "Forename": "Zoya",
        "Surname": "Rahman",
        "DOB": "28/02/2012",
        "Year": "9",
        "ID": "K1",
        "Title": "Ms",
        "Contact": "Asha",
        "Family": "Rahman",
        "Relationship": "Mother",
        "PR": "Yes",
        "Address": "14 Mill Road",
        "Town": "SALTMOUTH",
        "Postcode": "CO99 1AB",
        "Mobile": "07700 900101",
        "Reads": "English",
    }
    assert values.keys() >= changes.keys()
    return ",".join({**values, **changes}.values())


FATHER_LINE = {
    "ID": "K2", "Title": "Mr", "Contact": "Bilal", "Family": "Karim", "Relationship": "Father",
    "Address": "77 Quay Street", "Town": "HARWICH", "Postcode": "CO99 2BD",
    "Mobile": "07700 900102",
}  # fmt: skip
TWO_PARENTS = (line(), line(1, **FATHER_LINE))


def roster_office(
    folder: Path, *lines: str, frame_text: str = FRAME, columns: str = COLUMNS
) -> Path:
    """Lay out an office with a roster of these lines and a frame; gives its folder."""
    office = office_in(folder)
    (office / "casefiles" / "fam-0001.yaml").unlink()
    put_roster(office, *lines, columns=columns)
    (office / "frame.yaml").write_text(frame_text, "utf-8")
    return office


def put_roster(office: Path, *lines: str, columns: str = COLUMNS) -> None:
    """Write the roster anew."""
    text = "\n".join((columns, *lines)) + "\n"
    (office / "people.csv").write_text(text, "utf-8")


def asked(office: Path, **changes: object) -> Asked:
    """Ask for the office's roster in its frame."""
    whole = Asked(office / "people.csv", frame=office / "frame.yaml")
    return replace(whole, **changes)  # type: ignore[arg-type]


def desk(office: Path) -> Desk:
    """Open a desk in the office on 1 December 2025."""
    return desk_in(office, today=dt.date(2025, 12, 1))


def rules_of(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Give the rules of findings that refuse or hold."""
    return (each.rule for each in findings if each.severity != "I")
