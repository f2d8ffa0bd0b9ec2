"""What `due` and `print` tell a clerk, in words and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from officework import CASE, case_text, desk_in, office_in, write_case
from pageoffice import page_office

from docgen.cli.main import docgen
from docgen.service.issue import issue
from docgen.service.report import Wish

TODAY = "2025-12-01"
BROKEN = CASE.replace("fam-0001", "fam-0003").replace("status: active", "status: asleep")
NO_DAY = CASE.replace("    date: 2025-12-08\n", "").replace("fam-0001", "fam-0002")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Give an office with one case, that has issued its two invites."""
    office_in(tmp_path)
    issue(desk_in(tmp_path), "fam-0001", Wish(), {})
    return tmp_path


def run(office: Path, *words: str, today: str = TODAY) -> Result:
    """Run a command in an office."""
    flags = ["--workspace", str(office), "--today", today, "--by", "st-2"]
    return CliRunner().invoke(docgen, [*flags, *words])


def told(office: Path, *words: str) -> dict[str, Any]:
    """Run a command and give its JSON."""
    answer: dict[str, Any] = json.loads(run(office, *words, "--json").stdout)
    return answer


def test_due_tells_what_to_do_by_when_and_why(office: Path) -> None:
    result = run(office, "due")
    words = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "By Case To do What For Pupil Because" in words
    assert "2025-12-01 fam-0001 send Send or hand over" in words
    assert "[fam-0001/1]" in words
    assert "2025-12-08 fam-0001 hold Hold the initial meeting m-1. R-29: " in words
    assert result.stdout.endswith("\n1 case: 3 things to do, 0 of them overdue.\n")


def test_due_marks_what_is_overdue(office: Path) -> None:
    words = " ".join(run(office, "due", today="2025-12-02").stdout.split())
    assert "2025-12-01 overdue fam-0001 send" in words
    assert "2025-12-08 fam-0001 hold" in words
    assert words.endswith("1 case: 3 things to do, 2 of them overdue.")


def test_due_until_a_day_says_so(office: Path) -> None:
    words = run(office, "due", "fam-0001", "--until", "2025-12-07").stdout
    assert "hold" not in words
    assert words.endswith("\n1 case: 2 things to do by 2025-12-07, 0 of them overdue.\n")


def test_due_of_what_has_no_day_leaves_the_day_blank(office: Path) -> None:
    write_case(office, NO_DAY)
    steps = told(office, "due", "fam-0002")["steps"]
    assert {"do": "arrange", "by": None, "overdue": False}.items() <= steps[-1].items()
    lines = run(office, "due", "fam-0002").stdout.splitlines()
    arrange = next(line for line in lines if "Set the date" in line)
    assert arrange.split()[0] == "fam-0002"


def test_due_in_json_has_every_step_with_its_keys(office: Path) -> None:
    answer = told(office, "due")
    assert (answer["today"], answer["until"], answer["cases"]) == (TODAY, None, 1)
    send = answer["steps"][0]
    assert send["what"] == "Send or hand over, and write down how: Come and talk to us."
    assert send["source"].startswith("The authority's key information")
    assert {key: send[key] for key in send if key not in {"what", "source"}} == {
        "case": "fam-0001",
        "do": "send",
        "about": ["m-1", "p-1", "c-1"],
        "for": "p-1",
        "pupil": "c-1",
        "by": "2025-12-01",
        "overdue": False,
        "rule": "R-12",
        "kind": "invite",
        "number": "fam-0001/1",
    }
    hold = answer["steps"][-1]
    assert (hold["for"], hold["kind"], hold["number"]) == (None, None, None)


def test_due_tells_a_case_that_cannot_be_judged_and_leaves_with_3(office: Path) -> None:
    write_case(office, BROKEN)
    result = run(office, "due")
    assert result.exit_code == 3
    assert "2 cases: 3 things to do" in result.stdout
    assert "casefiles/fam-0003.yaml can't be judged:" in result.stdout
    assert "[casefile-rejected]" in result.stdout
    answer = told(office, "due")
    assert answer["exit"] == 3
    assert [each["file"] for each in answer["unread"]] == ["casefiles/fam-0003.yaml"]
    assert answer["unread"][0]["error"]["code"] == "casefile-rejected"


def test_due_with_nothing_to_do_prints_no_table(office: Path) -> None:
    write_case(office, case_text(office).replace("status: active", "status: closed"))
    result = run(office, "due")
    assert result.stdout == "1 case: 0 things to do, 0 of them overdue.\n"


def test_due_of_a_mistyped_case_or_day_is_refused(office: Path) -> None:
    assert run(office, "due", "fam-0009").exit_code == 2
    assert run(office, "due", "--until", "8.12.25").exit_code == 2


def test_print_tells_what_lies_where_and_what_to_run(office: Path) -> None:
    result = run(office, "print", "fam-0001")
    words = result.stdout
    assert result.exit_code == 0
    assert words.startswith("fam-0001: 2 papers to send.\n")
    assert "with the list cover-list.html to print and tick:" in words
    name = "01-fam-0001-1-invite-p-1-c-1-en-v1.docx"
    assert f"  {name}: invite about m-1 for p-1, pupil c-1, by post or by hand\n" in words
    assert "  docgen sent fam-0001/1 --how first_class_post --date 2025-12-01\n" in words
    assert "To file" not in words


def test_the_commands_that_print_names_can_be_run(office: Path) -> None:
    for command in told(office, "print", "fam-0001")["commands"]:
        assert run(office, *command.split()[1:]).exit_code == 0
    assert run(office, "print", "fam-0001").stdout == "fam-0001: 0 papers to send.\n"
    assert not (office / "output" / "fam-0001" / "print").exists()


def test_print_in_json_has_every_paper(office: Path) -> None:
    answer = told(office, "print", "fam-0001")
    assert (answer["case"], answer["file"], answer["left"]) == ("fam-0001", [], [])
    assert answer["folder"] == str(office / "output" / "fam-0001" / "print")
    assert answer["papers"][1] == {
        "kind": "invite",
        "title": "Come and talk to us",
        "about": "m-1",
        "recipient": "p-2",
        "pupil": "c-1",
        "number": "fam-0001/2",
        "version": 1,
        "copy": "02-fam-0001-2-invite-p-2-c-1-en-v1.docx",
        "pages": None,
        "how": "by post or by hand",
    }
    assert answer["notices"] == []


def test_print_tells_what_stays_and_why(office: Path) -> None:
    write_case(office, case_text(office).replace("Room 4", "Room 5"))
    words = run(office, "print", "fam-0001").stdout
    changed = "what goes into it has changed since: issue it anew, or withdraw it"
    assert (
        f"Not to be sent as it is\n  fam-0001/1 version 1, Come and talk to us: {changed}" in words
    )
    left = told(office, "print", "fam-0001")["left"]
    assert [(each["number"], each["why"]) for each in left] == [
        ("fam-0001/1", changed),
        ("fam-0001/2", changed),
    ]


def test_print_tells_of_the_pdf_that_holds_all(tmp_path: Path) -> None:
    page_office(tmp_path)
    run(tmp_path, "issue", "fam-0001", "--format", "pdf")
    words = run(tmp_path, "print", "fam-0001", "--in-one", "two-sided").stdout
    assert "All PDFs in one, to print in one go: " in words
    answer = told(tmp_path, "print", "fam-0001", "--in-one", "one-sided")
    assert answer["in_one"] == str(tmp_path / "output" / "fam-0001" / "print" / "all-in-one.pdf")
    assert told(tmp_path, "print", "fam-0001")["in_one"] is None
