"""What a run would make is told before it does: letters, languages, reasons, paper, pictures."""

from contextlib import closing
from pathlib import Path

import pytest
from familywork import FATHER_LINE, TWO_PARENTS, asked, desk, line, put_roster, roster_office
from openpyxl import load_workbook

from docgen.errors import DiskTrouble, UsageTrouble
from docgen.model.batch import Fixed
from docgen.model.family import Family
from docgen.model.finding import Severity
from docgen.model.plan import State
from docgen.service.batch import dry_run
from docgen.service.batch.check import check_roster
from docgen.service.batch.dry_run import Stopped, plan_roster
from docgen.service.batch.handed_back import Changed
from docgen.service.batch.looking import look_at
from docgen.service.batch.rosters import open_source

KHAN = {"Surname": "Khan", "Contact": "Carol", "Family": "Khan", "ID": "K8", "Mobile": ""}


def office_of(folder: Path, *lines: str) -> Path:
    return roster_office(folder / "office", *(lines or TWO_PARENTS))


def test_letters_are_counted_by_kind_language_and_print(tmp_path: Path) -> None:
    office = office_of(tmp_path, *TWO_PARENTS, line(2, Forename="Nura"))
    planned = plan_roster(desk(office), asked(office))
    (letters,) = planned.letters
    assert (letters.kind, letters.language, letters.variant) == ("invite", "en", "standard")
    assert planned.count == letters.count == 3
    assert (planned.families, planned.rows, planned.refused_rows) == (1, 3, 0)
    assert planned.stopped == ()
    assert planned.states == ()


def test_paper_of_many_letters_is_worked_out_from_some(tmp_path: Path) -> None:
    names = [f"Nura-{letter}x" for letter in "abcdfgh"]
    lines = [line(number, Forename=name) for number, name in enumerate(names, 2)]
    planned = plan_roster(desk(office := office_of(tmp_path, *lines)), asked(office))
    (letters,) = planned.letters
    assert (letters.count, letters.exact) == (7, False)


def test_what_is_stopped_is_counted_by_rule_with_its_rows(tmp_path: Path) -> None:
    father = {**FATHER_LINE, "Address": "no fixed abode"}
    khan = line(3, Forename="Adam", Year="8", **KHAN)
    office = office_of(tmp_path, line(), line(1, **father), khan)
    planned = plan_roster(desk(office), asked(office))
    assert planned.stopped == (
        Stopped("R-107", Severity.ERROR, 1, (3,)),
        Stopped("C-11", Severity.WARNING, 1, (4,)),
    )
    assert dict(planned.states) == {State.REFUSED: 1, State.HELD: 1}
    assert planned.count == 1


def test_what_stops_letters_is_marked_in_the_sheet_handed_back(tmp_path: Path) -> None:
    father = {**FATHER_LINE, "Postcode": "CO99"}
    office = office_of(tmp_path, line(), line(1, **father), line(3, **KHAN, Postcode=""))
    planned = plan_roster(desk(office), asked(office), marked=office / "marked.xlsx")
    assert planned.marked == office / "marked.xlsx"
    sheet = load_workbook(planned.marked).worksheets[1]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["N3", "M4"]
    again = plan_roster(desk(office), asked(office, path=planned.marked))
    assert again.changed == Changed(0)


def test_each_family_is_told_as_it_is_planned(tmp_path: Path) -> None:
    office = office_of(tmp_path, *TWO_PARENTS, line(3, Forename="Adam", **KHAN))
    heard: list[tuple[Family, Fixed]] = []
    plan_roster(desk(office), asked(office), lambda family, fixed: heard.append((family, fixed)))
    assert [(family.numbers, len(fixed.jobs)) for family, fixed in heard] == [
        ((2, 3), 2),
        ((4,), 1),
    ]


def test_a_family_that_cant_be_judged_counts_as_rejected(tmp_path: Path) -> None:
    many = (line(number, Forename=f"Zoya-{chr(64 + number)}a") for number in range(1, 14))
    planned = plan_roster(desk(office := office_of(tmp_path, *many)), asked(office))
    assert planned.rejected == 1
    (stopped,) = planned.stopped
    assert (stopped.rule, stopped.rows) == ("roster-family-large", (2, 3, 4, 5, 6))


def test_nothing_is_kept_of_a_dry_run(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    plan_roster(desk(office), asked(office))
    assert not (office / "output").exists()
    assert not (office / "ledger.db").exists()


def test_without_fonts_the_letters_are_counted_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = office_of(tmp_path)

    def lacking(*_: object) -> None:
        code, message, remedy = "fonts-missing", "There are no fonts.", "Put them back."
        raise DiskTrouble(code, message, remedy)

    monkeypatch.setattr(dry_run, "make_papers", lacking)
    planned = plan_roster(desk(office), asked(office))
    assert planned.count == 2
    assert planned.letters[0].pages is None
    assert planned.notices == ("There are no fonts. Put them back.",)


def test_a_row_in_no_family_has_nothing_to_look_at(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    with pytest.raises(UsageTrouble) as told:
        look_at(desk(office), asked(office), 99)
    assert told.value.code == "row-without-family"


def test_a_row_whose_family_cant_be_judged_has_nothing_to_look_at(tmp_path: Path) -> None:
    many = (line(number, Forename=f"Zoya-{chr(64 + number)}a") for number in range(1, 14))
    office = office_of(tmp_path, *many)
    with pytest.raises(UsageTrouble) as told:
        look_at(desk(office), asked(office), 3)
    assert told.value.code == "row-not-judged"
    assert [each.rule for each in told.value.findings] == ["roster-family-large"]


def test_a_check_counts_rows_people_and_findings(tmp_path: Path) -> None:
    office = office_of(tmp_path, *TWO_PARENTS, line(2, Forename="Nura", DOB="31/02/2012"))
    checked = check_roster(desk(office), asked(office))
    counts = checked.counts
    assert (counts.rows, counts.refused, counts.families) == (3, 1, 1)
    assert (counts.pupils, counts.parents) == (1, 2)
    assert checked.errors == 1
    assert checked.is_readable
    assert {match.field for match in checked.matches} >= {"pupil.upn", "contact.surname"}


def test_a_check_of_columns_that_cant_be_read_reads_no_rows(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    put_roster(office, "1,2", "3,4", columns="Colour,Height")
    checked = check_roster(desk(office), asked(office))
    assert not checked.is_readable
    assert checked.errors
    assert checked.counts.rows == 0


def test_a_check_tells_who_vanished_and_hands_the_sheet_back(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    with closing(open_source(desk(office), asked(office))) as source:
        list(source.families())
        source.settled()
    put_roster(office, line())
    checked = check_roster(desk(office), asked(office), office / "marked.xlsx")
    assert [(each.rule, each.count) for each in checked.told] == [("R-115", 1)]
    assert checked.marked is not None
    sheet = load_workbook(checked.marked).active
    assert any(cell.comment for row in sheet.iter_rows() for cell in row)  # type: ignore[union-attr]


def test_a_check_remembers_what_was_said_of_columns(tmp_path: Path) -> None:
    office = office_of(tmp_path)
    check_roster(desk(office), asked(office, corrections=("Title=ignore",)))
    checked = check_roster(desk(office), asked(office))
    assert {match.field for match in checked.matches if match.heading == "Title"} == {"ignore"}
