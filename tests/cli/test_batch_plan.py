"""`batch check` and `batch plan`: what a clerk is told of a roster before anything is made."""

from pathlib import Path

import pytest
from familywork import COLUMNS, FATHER_LINE, line
from offices import run, told

FRAME = """\
authority: essex
school: s-1
academic_year: "2025/26"
other_plans: []
initiated_by: st-1
earlier_support: [{what: Breakfast club, date: 2025-09-15}]
meeting: {kind: initial, date: 2025-12-15, time: "15:30", place: Room 4, chair: st-2}
each_person: {adjustments: [], address_verified: 2025-11-01}
each_pupil: {old_enough_to_understand: false}
each_link: {explained: 2025-11-20}
accept: {R-25: "The office books interpreters"}
"""
URDU = {**FATHER_LINE, "Reads": "Urdu"}


@pytest.fixture
def listed(office: Path) -> Path:
    """Give an office with a roster of two parents, and a third whose address is none."""
    nura = line(
        2, Forename="Nura", Surname="Khan", Family="Khan", ID="K9", Mobile="", Address="NFA"
    )
    lines = (COLUMNS, line(), line(1, **URDU), nura)
    (office / "people.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (office / "frame.yaml").write_text(FRAME, "utf-8")
    return office


def words(office: Path, command: str, *more: str) -> tuple[str, ...]:
    roster, frame = str(office / "people.csv"), str(office / "frame.yaml")
    return ("batch", command, roster, "--with", frame, *more)


def test_a_check_shows_columns_people_and_what_is_amiss_in_which_cell(listed: Path) -> None:
    said = run(listed, *words(listed, "check", "--marked", str(listed / "marked.csv")))
    assert "A  UPN: pupil.upn (" in said.stdout
    assert "3 rows" in said.stdout
    assert "marked.xlsx is the same sheet, cells marked." in said.stdout
    shape = told(listed, *words(listed, "check"))
    assert shape["readable"]
    assert shape["columns"][0]["field"] == "pupil.upn"
    assert shape["rows"] == 3


def test_columns_that_tell_nothing_leave_with_3(listed: Path) -> None:
    (listed / "people.csv").write_text("Colour,Height\nred,3\n", "utf-8")
    said = run(listed, *words(listed, "check"))
    assert said.exit_code == 3
    assert "not used" in said.stdout


def test_a_plan_counts_letters_paper_and_reasons(listed: Path) -> None:
    said = run(listed, *words(listed, "plan", "--list"))
    assert said.exit_code == 4
    assert "people.csv: 2 letters for 2 families." in said.stdout
    assert "1 invite in en: 1 sheet, 2 pages" in said.stdout
    assert "1 invite in ur-en: 3 sheets, 6 pages" in said.stdout
    assert "T-18  W" in said.stdout
    assert "Not made: 1 refused." in said.stdout
    assert "R-107  E  1 letter: rows 4" in said.stdout
    assert "in ur-en  (row 3)" in said.stdout


def test_a_plan_is_told_in_json_letter_by_letter(listed: Path) -> None:
    shape = told(listed, *words(listed, "plan", "--list"))
    assert shape["letters"] == 2
    assert [each["rows"] for each in shape["each"]] == [[2], [3], [4]]
    assert shape["not_made"] == {"refused": 1}
    example = shape["stopped"][0].pop("example")
    assert shape["stopped"] == [{"rule": "R-107", "severity": "E", "letters": 1, "rows": [4]}]
    assert (example["rule"], example["line"]) == ("R-107", 4)
    (urdu,) = (each for each in shape["by"] if each["language"] == "ur-en")
    assert [each["rule"] for each in urdu["found"]] == ["T-18"]
    again = told(listed, *words(listed, "plan", "--accept", "T-18=Interpreters read it out"))
    assert [each["found"] for each in again["by"]] == [[], []]
    assert "each" not in told(listed, *words(listed, "plan"))


def test_a_plan_with_nothing_stopped_leaves_with_0(listed: Path) -> None:
    (listed / "people.csv").write_text(f"{COLUMNS}\n{line()}\n", "utf-8")
    assert run(listed, *words(listed, "plan")).exit_code == 0


def test_the_letter_of_a_row_is_shown_as_pictures(listed: Path) -> None:
    shape = told(listed, *words(listed, "plan", "--show", "2"))
    (paper,) = shape["shown"]
    assert len(paper["pages"]) == 2
    for page in paper["pages"]:
        assert Path(page).read_bytes().startswith(b"\x89PNG")
    said = run(listed, *words(listed, "plan", "--show", "4"))
    assert said.exit_code == 4
    assert "R-107" in said.stdout


def test_what_is_shown_can_be_opened(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run(listed, *words(listed, "plan", "--show", "2", "--open")).exit_code == 0
    assert opened[0].endswith(".pdf")


def test_no_command_says_a_name(listed: Path) -> None:
    for command in ("check", "plan"):
        said = run(listed, *words(listed, command, *(["--list"] if command == "plan" else [])))
        for somebody in ("Rahman", "Asha", "Karim", "Mill Road", "07700"):
            assert somebody not in said.output
