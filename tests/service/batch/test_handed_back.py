"""A sheet that docgen handed back: rows that were mended are made anew, all others stay."""

from pathlib import Path

from familywork import FATHER_LINE, FRAME, asked, desk, line, roster_office
from openpyxl import load_workbook

from docgen.crew.local import LocalCrew
from docgen.model.plan import State
from docgen.model.roster import Row
from docgen.service.batch.check import check_roster
from docgen.service.batch.dry_run import plan_roster
from docgen.service.batch.handed_back import Changed, Changes, aside
from docgen.service.batch.reported import Reported, run_reported
from docgen.service.batch.rosters import Asked
from docgen.service.batch.runs import Order, open_run

GRACE = {
    "Forename": "Leo", "Surname": "Mbeki", "ID": "K8", "Contact": "Grace", "Family": "Mbeki",
    "Address": "3 Hill Street", "Mobile": "07700 900103",
}  # fmt: skip
SHEET = (line(), line(1, **FATHER_LINE), line(2, **GRACE, DOB="31/02/2012"))
AGAIN = ("roster-sent-before=The room is another",)


def run(office: Path, wanted: Asked) -> Reported:
    """Run a roster and report."""
    return run_reported(desk(office), wanted, Order(), LocalCrew())


def mended(office: Path, cell: str, text: str) -> Asked:
    """Hand the roster back, put one cell of it right, and ask for it."""
    marked = check_roster(desk(office), asked(office), office / "marked.xlsx").marked
    assert marked is not None
    book = load_workbook(marked)
    book.worksheets[0][cell] = text
    book.save(marked)
    return asked(office, path=marked)


def test_rows_that_were_put_right_are_made_and_no_others(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    assert run(office, asked(office)).report.figures.states == {"made": 2}
    wanted = mended(office, "D4", "28/02/2012")
    assert check_roster(desk(office), wanted).changed == Changed(1, (4,))
    planned = plan_roster(desk(office), wanted)
    assert planned.changed == Changed(1, (4,))
    assert (planned.count, dict(planned.states), planned.stay) == (1, {State.ISSUED: 2}, 0)
    report = run(office, wanted).report
    assert report.figures.states == {"made": 1, "issued": 2}
    assert report.heard is not None
    assert report.heard.changed == Changed(1, (4,))
    assert "handed this sheet back: 1 (first rows 4)." in report.page.read_text("utf-8")


def test_what_was_sent_stays_though_it_would_read_otherwise_and_is_counted(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    run(office, asked(office))
    wanted = mended(office, "D4", "28/02/2012")
    (office / "frame.yaml").write_text(FRAME.replace("Room 4", "Room 5"), "utf-8")
    planned = plan_roster(desk(office), wanted)
    assert (planned.count, dict(planned.states), planned.stay) == (1, {State.ISSUED: 2}, 2)
    assert plan_roster(desk(office), asked(office)).states == ((State.HELD, 2),)
    assert plan_roster(desk(office), asked(office, path=wanted.path, accept=AGAIN)).count == 3
    done = run(office, wanted)
    report, outcomes = done.report, open_run(desk(office), done.summary.run).outcomes()
    rules = [each.rule for outcome in outcomes for each in outcome.findings]
    assert rules.count("roster-stays") == 2
    assert (report.figures.states, report.figures.stay) == ({"made": 1, "issued": 2}, 2)
    assert "would read otherwise now: 2." in report.page.read_text("utf-8")
    stays = [row for row in report.index.read_text("utf-8").splitlines() if "issued" in row]
    assert len(stays) == 2


def test_who_was_taken_out_is_a_change_of_the_family(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *SHEET)
    run(office, asked(office))
    wanted = mended(office, "D4", "28/02/2012")
    book = load_workbook(wanted.path)
    book.worksheets[0].delete_rows(3)
    book.save(wanted.path)
    planned = plan_roster(desk(office), asked(office, path=wanted.path, gone=("all",)))
    assert planned.changed == Changed(1, (3,))
    assert (planned.count, dict(planned.states)) == (1, {State.HELD: 1})


def test_rows_are_remembered_by_a_bit_each() -> None:
    changes = Changes(lambda row: row.number % 2 == 0)
    for number in range(2, 40):
        changes.hear(Row(number, ()))
    assert changes.told() == Changed(19, tuple(range(3, 23, 2)))
    assert changes.touch((4, 17))
    assert not changes.touch((4, 16, 4000))


def test_what_is_not_looked_at_is_told() -> None:
    assert list(aside(0, None)) == []
    assert list(aside(2, Changed(0))) == [
        "Families left out, as they have casefiles of their own: 2.",
        (
            "Rows changed or added since docgen handed this sheet back: 0. "
            "Families in other rows keep what they were sent."
        ),
    ]
