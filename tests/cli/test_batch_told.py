"""How a roster and the plan of a batch are told, line by line."""

from dataclasses import replace
from pathlib import Path

from docgen.check.roster.tally import Told
from docgen.cli.batch_told import check_lines, plan_lines, planned_shape
from docgen.cli.shapes import finding_shape
from docgen.model.finding import Finding, Severity
from docgen.model.plan import State
from docgen.model.roster import Match
from docgen.model.sheet import Mark
from docgen.service.batch.check import Checked, Counts
from docgen.service.batch.dry_run import Letters, Planned, Stopped
from docgen.service.batch.handed_back import Changed

PHONE = Finding("cell-phone", Severity.INFORMATION, "No number.", "Mend it.", place=Mark("p", 4, 3))
ROW = Finding("roster-row-twice", Severity.ERROR, "Again.", "Mend it.", place=Mark("p", 5, 0))
WHOLE = Finding("column-unsure", Severity.WARNING, "None.", "Mend it.")
ODD = Finding("roster-encoding", Severity.WARNING, "A guess.", "Look.", place=Mark("p", 1, 1))
PLANNED = Planned(
    shown="people.xlsx",
    families=3,
    rows=9,
    refused_rows=2,
    letters=(
        Letters("invite", "en", "large", 100, pages=200, sheets=100),
        Letters("invite", "pl-en", "standard", 1),
    ),
    states=((State.HELD, 2),),
    rejected=1,
    stopped=(Stopped("C-11", Severity.WARNING, 2, (4, 7)),),
    told=(),
    notices=("There are no fonts.",),
    stay=5,
)


def test_a_workbook_is_told_by_sheet_export_and_columns() -> None:
    matches = (
        Match(1, "UPN", "pupil.upn", 90, "its heading says so"),
        Match(2, "", "ignore", 0, "nothing tells what it holds"),
    )
    told = tuple(
        Told(each.rule, each.severity, count, (each,))
        for each, count in ((WHOLE, 1), (ODD, 1), (ROW, 1), (PHONE, 3))
    )
    counts = Counts(rows=9, refused=1, families=1, pupils=2, parents=2, left_out=3)
    checked = Checked("people.xlsx", "Contacts", "SIMS", matches, told, counts)
    checked = replace(checked, changed=Changed(2, (4, 9)))
    assert check_lines(checked) == [
        "people.xlsx, sheet Contacts, as SIMS exports it",
        "",
        "Columns",
        "  A  UPN: pupil.upn (90 of 100, its heading says so)",
        "  B  (no heading): not used (nothing tells what it holds)",
        "",
        "9 rows, 1 of them refused: 2 pupils and 2 parents in 1 family.",
        "Families left out, as they have casefiles of their own: 3.",
        (
            "Rows changed or added since docgen handed this sheet back: 2 (first rows 4, 9). "
            "Families in other rows keep what they were sent."
        ),
        "",
        "column-unsure  W  1 time: is asked about, and holds",
        "    To mend: Mend it.",
        "    To let it pass: --accept column-unsure=REASON",
        "    the file  None.",
        "",
        "roster-encoding  W  1 time: is worth a look, and holds nothing",
        "    To mend: Look.",
        "    A1  A guess.",
        "",
        "roster-row-twice  E  1 time: refuses",
        "    To mend: Mend it.",
        "    row 5  Again.",
        "",
        "cell-phone  I  3 times: is good to know",
        "    To mend: Mend it.",
        "    C4  No number.",
        "    … and 2 more",
    ]


def test_a_sheet_handed_back_is_named_even_when_nothing_could_be_read(tmp_path: Path) -> None:
    marked = tmp_path / "marked.xlsx"
    checked = Checked("people.csv", "", "", (), (), is_readable=False, marked=marked)
    assert check_lines(checked)[-1].endswith("marked.xlsx is the same sheet, cells marked.")


def test_a_plan_is_told_with_what_is_not_made_and_why() -> None:
    assert plan_lines(PLANNED) == [
        "people.xlsx: 101 letters for 3 families.",
        "     100 invite in en large: about 100 sheets, 200 pages",
        "       1 invite in pl-en",
        "",
        "Not made: 2 held.",
        "1 family can't be judged.",
        "2 rows can't be used.",
        "Of those issued before, left as they were sent though they would read otherwise now: 5.",
        "",
        "Why, with the first rows",
        "  C-11  W  2 letters: rows 4, 7",
        "",
        "Good to know",
        "  There are no fonts.",
    ]


def test_the_same_in_json() -> None:
    shape = planned_shape(PLANNED)
    assert shape["letters"] == 101
    assert shape["rejected_families"] == 1
    assert shape["notices"] == ["There are no fonts."]
    assert (shape["left_out_families"], shape["changed_rows"], shape["stay"]) == (0, None, 5)
    changed = planned_shape(replace(PLANNED, changed=Changed(1, (4,))))["changed_rows"]
    assert changed == {"count": 1, "first": [4]}


def test_what_stops_letters_is_told_with_words_and_remedy() -> None:
    stopped = Stopped("cell-phone", Severity.WARNING, 2, (4, 7), PHONE)
    planned = replace(PLANNED, stopped=(stopped,))
    lines = plan_lines(planned)
    at = lines.index("  cell-phone  W  2 letters: rows 4, 7")
    assert lines[at + 1 : at + 3] == ["      such as: No number.", "      to mend: Mend it."]
    assert planned_shape(planned)["stopped"] == [
        {
            "rule": "cell-phone",
            "severity": "W",
            "letters": 2,
            "rows": [4, 7],
            "example": finding_shape(PHONE),
        }
    ]
