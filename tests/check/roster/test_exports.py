"""Exports as schools send them, read from the file to the people in their rows."""

import datetime as dt
from contextlib import closing
from pathlib import Path

from rosterwork import csv_file

from docgen.check.roster.columns import Known, Matched, match_columns
from docgen.check.roster.rows import typed_row
from docgen.model.finding import Finding
from docgen.model.typed_row import TypedRow
from docgen.store.mappings import known_exports
from docgen.store.roster.reading import open_roster

TODAY = dt.date(2025, 10, 20)
SIMS = """\
Pupils and contacts,,,,,,,,,,,,,,,,,
UPN,Adno,Forename,Surname,DOB,Year,Reg group,Home language,Contact title,Contact forename,\
Contact surname,Relationship,Parental responsibility,House number,Street,Town,Postcode,\
Mobile telephone
B999001250001,000123,Nia,Pryce,02/03/2014,Year 7,7B,Polish,Ms,Grace,Mbeki,Mother,Yes,14,\
Mill Lane,Saltmouth,SM7 1AB,7700900301
B999001250001,000123,Nia,Pryce,02/03/2014,Year 7,7B,Polish,Mr & Mrs,,Pryce,PAF,Yes,9,\
Castle Street,Saltmouth,SM7 2BD,
,000124,Ali,XXX,3/4/14,Year 7,7B,Urdu,Mr,Hassan,-,Father,Y,1,High Street,SALTMOUTH,sm71ab,
"""
ARBOR = """\
Legal First Name,Legal Last Name,Known As First Name,Date of Birth,Year Group,Guardian Title,\
Guardian First Name,Guardian Last Name,Guardian Relationship,Legal Guardian,Emergency Contact,\
Guardian Address,Guardian Mobile Phone
Nia,Pryce,Ninny,2 Mar 2014,Year 7,Ms,Grace,Mbeki,Mother,Yes,1,"14 Mill Lane, SALTMOUTH, SM7 1AB",
"""
OWN = """\
Child's name;Date of birth;Parent's name;Relationship to child;Home address;Language for letters
Nia Pryce;2.3.2014;Mbeki, Grace;Mum;"14 Mill Lane
SALTMOUTH
SM7 1AB";Polish
"""


def read(folder: Path, text: str) -> tuple[Matched, list[TypedRow | None], list[Finding]]:
    """Read a file of plain text as `docgen batch` does."""
    roster, _ = open_roster(csv_file(folder, text), "roster.csv")
    assert roster
    with closing(roster):
        matched = match_columns(roster.table, roster.rows(), Known(known_exports()))
        read = [typed_row(row, matched.columns, TODAY) for row in roster.rows()]
    return matched, [row for row, _ in read], [each for _, found in read for each in found]


def told(findings: list[Finding]) -> list[tuple[str, int, int]]:
    """Give rule, row and column of each finding."""
    return [(f.rule, f.place.line, f.place.column) for f in findings if f.place]


def test_a_report_of_sims_gives_people_and_findings_by_its_own_rows(tmp_path: Path) -> None:
    matched, rows, findings = read(tmp_path, SIMS)
    assert matched.export == "SIMS"
    assert [each.rule for each in matched.findings] == ["column-language"]
    assert [row and row.number for row in rows] == [3, None, 5]
    assert told(findings) == [
        ("cell-phone-zero", 3, 18),
        ("cell-name-two", 4, 9),
        ("cell-name-single", 5, 4),
        ("cell-date-short-year", 5, 5),
        ("cell-name-single", 5, 11),
    ]
    grace = rows[0].contact if rows[0] else None
    assert grace
    assert [line.text for line in grace.address] == ["14 Mill Lane", "SALTMOUTH", "SM7 1AB"]


def test_a_report_of_arbor_gives_the_legal_name_and_the_preferred(tmp_path: Path) -> None:
    matched, (row,), findings = read(tmp_path, ARBOR)
    assert matched.export == "Arbor"
    assert findings == []
    assert row
    assert row.pupil.preferred_name
    assert (row.pupil.legal_name.text, row.pupil.preferred_name.text) == ("Nia Pryce", "Ninny")


def test_a_list_of_the_schools_own_making_is_understood(tmp_path: Path) -> None:
    matched, (row,), findings = read(tmp_path, OWN)
    assert (matched.export, matched.findings) == ("", ())
    assert told(findings) == [("cell-name-turned", 2, 3)]
    assert row
    assert row.contact.reads
    assert (row.contact.legal_name.text, row.contact.reads.text) == ("Grace Mbeki", "pl")
    assert [each.text for each in row.contact.basis] == ["natural"]
