"""`docgen new case`: questions answered at the keyboard, and the casefile that comes of them."""

import datetime as dt
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from offices import contents, run, told

from docgen.service.new_case import Preparation

START = ["fam-0900", "s-1"]
PUPIL = ["Zoë D'Arcy-Nguyễn", "2012-02-29", "9", "yes"]
MOTHER = [
    "Ms",
    "Siân O'Connor",
    "Flat 2, 14 Mill Road, COLCHESTER, CO99 1AB",
    "2025-10-01",
    "07700 900 101",
    "",
    "en",
    "en",
    "",
]
FATHER = [
    "",
    "Null",
    "",
    "01632 960 007",
    "",
    "no",
    "no",
    "some",
    "Norwegian: an interpreter, #2",
]
LINK_1 = ["mother", "natural, parental_responsibility", "full", "yes", "2025-11-20"]
LINK_2 = ["father", "natural", "none", "yes", ""]
BEFORE = [
    *("A mentor: twice a week", "2025-09-15", "came once"),
    *("st-3", "2025-11-19", "yes", ""),
]
MEETING_1 = ["2026-01-12", "15:30", "Room 4", "st-2", "st-2, st-3"]
MEETING_2 = ["2026-01-13", "09:00", "Room: 5 # small", "st-2", ""]
ONE_PARENT = [*START, *PUPIL, "no", *MOTHER, "no", *LINK_1, *BEFORE, *MEETING_1]
APART = [
    *(*START, *PUPIL, "no", *MOTHER, "yes", *FATHER, "no"),
    *(*LINK_1, *LINK_2, *BEFORE, "yes", *MEETING_1, *MEETING_2),
]


def type_in(lines: list[str]) -> str:
    """Give what a clerk types: an answer a line."""
    return "\n".join(lines) + "\n"


def code_in(result: Result) -> str:
    """Give the id of the error that was told."""
    return result.stderr.rpartition("[")[2].partition("]")[0]


def written(office: Path) -> dict[str, object]:
    """Give the new casefile as another YAML reader takes it."""
    text = (office / "casefiles" / "fam-0900.yaml").read_text(encoding="utf-8")
    case: dict[str, object] = yaml.safe_load(text)
    return case


def test_a_new_case_is_accepted_by_check_and_invites_at_once(office: Path) -> None:
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(ONE_PARENT))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "Look at it, then run: docgen check fam-0900"
    assert run(office, "check", "fam-0900").stdout == "fam-0900 (essex): nothing to mend.\n"
    jobs = [(job["kind"], job["state"]) for job in told(office, "plan", "fam-0900")["jobs"]]
    assert ("invite", "due") in jobs
    assert {state for _, state in jobs} == {"due"}
    assert told(office, "generate", "fam-0900")["made"] != []


def test_the_new_casefile_has_a_modeline_and_comments(office: Path) -> None:
    run(office, "new", "case", "--authority", "essex", typed=type_in(ONE_PARENT))
    text = (office / "casefiles" / "fam-0900.yaml").read_text(encoding="utf-8")
    modeline, _, rest = text.partition("\n")
    assert modeline == "# yaml-language-server: $schema=../schema/casefile.schema.json"
    assert rest.count("\n# ") > 4
    assert (office / "casefiles" / "../schema/casefile.schema.json").is_file()


def test_names_and_words_that_yaml_mistakes_are_kept_as_typed(office: Path) -> None:
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(APART))
    assert result.exit_code == 0
    assert written(office)["people"] == {
        "p-1": {
            "title": "Ms",
            "legal_name": "Siân O'Connor",
            "address": ["Flat 2", "14 Mill Road", "COLCHESTER", "CO99 1AB"],
            "address_verified": dt.date(2025, 10, 1),
            "phone": "07700 900 101",
            "adjustments": [],
        },
        "p-2": {
            "title_declined": True,
            "legal_name": "Null",
            "single_name": True,
            "phone": "01632 960 007",
            "languages": {"speaks": "no", "reads": "no", "english": "some"},
            "adjustments": ["Norwegian: an interpreter, #2"],
        },
    }


def test_parents_met_apart_have_a_meeting_each(office: Path) -> None:
    run(office, "new", "case", "--authority", "essex", typed=type_in(APART))
    case = written(office)
    assert case["family"] == {"acrimonious": True}
    meetings = case["meetings"]
    assert isinstance(meetings, dict)
    assert [meeting["invited"] for meeting in meetings.values()] == [
        ["p-1", "c-1", "st-3"],
        ["p-2", "c-1"],
    ]
    assert meetings["m-2"]["place"] == "Room: 5 # small"
    answer = told(office, "check", "fam-0900")
    assert "error" not in answer
    refusals = {each["rule"] for each in answer["findings"] if each["severity"] == "E"}
    assert refusals == {"R-107"}  # the father's address is not known yet


def test_what_came_before_is_written_down(office: Path) -> None:
    run(office, "new", "case", "--authority", "kent", typed=type_in(APART))
    case = written(office)
    assert case["initiated_by"] == "st-3"
    assert case["notifications"] == [{"who": "headteacher", "date": dt.date(2025, 11, 19)}]
    assert case["other_plans"] == []
    assert case["earlier_support"] == [
        {"what": "A mentor: twice a week", "date": dt.date(2025, 9, 15), "result": "came once"}
    ]
    assert "earlier_support_not_right" not in case
    mother, father = case["links"]  # type: ignore[misc]
    assert (mother["explained"], "explained" in father) == (dt.date(2025, 11, 20), False)  # type: ignore[has-type]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["", "", "", "", "no"], {}),
        (["", "They asked for a contract", "", "", "no"],
         {"earlier_support_not_right": "They asked for a contract"}),
        (["", "", "", "", "yes", "Child in need plan"],
         {"other_plans": [{"type": "Child in need plan"}]}),
        (["A talk", "2025-09-15", "", "", "", "no"],
         {"earlier_support": [{"what": "A talk", "date": dt.date(2025, 9, 15)}]}),
    ],
)  # fmt: skip
def test_what_is_not_known_of_the_time_before_is_left_out(
    answers: list[str], told: dict[str, object], office: Path
) -> None:
    lines = [*START, *PUPIL, "no", *MOTHER, "no", *LINK_1, *answers, *MEETING_1]
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(lines))
    assert result.exit_code == 0
    names = {field.name for field in fields(Preparation)}
    case = written(office)
    assert {name: given for name, given in case.items() if name in names} == told


def test_an_answer_that_cant_be_is_asked_for_again(office: Path) -> None:
    wrong = ["../x", "CON", "a:b", *START[:1], "s-99", *START[1:]]
    pupil = ["Mr Zoë", *PUPIL[:1], "29/2/2012", "2013-02-29", *PUPIL[1:]]
    lines = [*wrong, *pupil, "no", *MOTHER, "no", *LINK_1, *BEFORE, *MEETING_1]
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(lines))
    assert result.exit_code == 0
    assert result.stderr.count("That can't be a case id") == 3
    for hint in ("That is not among the choices", "begins with a title", "write 2012-02-29"):
        assert hint in result.stderr
    assert "There is no 29 February 2013." in result.stderr


@pytest.mark.parametrize("answered", range(0, len(ONE_PARENT), 4))
def test_nothing_is_written_when_the_questions_are_broken_off(answered: int, office: Path) -> None:
    before = contents(office)
    typed = type_in(ONE_PARENT[:answered]) if answered else ""
    result = run(office, "new", "case", "--authority", "essex", typed=typed)
    assert result.exit_code == 2
    assert code_in(result) == "answers-ended"
    assert contents(office) == before


def test_no_casefile_is_written_over(office: Path) -> None:
    lines = ["fam-0042", *ONE_PARENT[1:]]
    before = contents(office)
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(lines))
    assert result.exit_code == 2
    assert code_in(result) == "case-exists"
    assert contents(office) == before


def test_a_parent_of_nobody_and_a_meeting_without_a_day_are_left_out(office: Path) -> None:
    lines = [*START, *PUPIL, "no", *MOTHER, "yes", *FATHER, "no", *LINK_1, "", *BEFORE, ""]
    assert run(office, "new", "case", "--authority", "essex", typed=type_in(lines)).exit_code == 0
    case = written(office)
    assert "meetings" not in case
    assert [link["person"] for link in case["links"]] == ["p-1"]  # type: ignore[attr-defined]


def test_somebody_the_school_wont_work_with_has_a_reason(office: Path) -> None:
    refused = ["father", "natural", "none", "no", "Whereabouts unknown"]
    lines = [
        *START,
        *PUPIL,
        "no",
        *MOTHER,
        "yes",
        *FATHER,
        "no",
        *LINK_1,
        *refused,
        *BEFORE,
        *MEETING_1,
    ]
    assert run(office, "new", "case", "--authority", "essex", typed=type_in(lines)).exit_code == 0
    links = written(office)["links"]
    assert isinstance(links, list)
    assert (links[1]["work_with"], links[1]["reason"]) == (False, "Whereabouts unknown")
    left_out = told(office, "plan", "fam-0900")["left_out"]
    assert "p-2" in {person["person"] for person in left_out}


def test_the_questions_go_to_stderr_so_that_json_stays_alone(office: Path) -> None:
    result = run(office, "new", "case", "--authority", "essex", "--json", typed=type_in(ONE_PARENT))
    answer = yaml.safe_load(result.stdout)
    assert answer["case"] == "fam-0900"
    assert Path(answer["file"]).is_file()
    assert "Full legal name" in result.stderr


def test_the_authority_must_be_known(office: Path) -> None:
    result = run(office, "new", "case", typed=type_in(ONE_PARENT))
    assert result.exit_code == 2
    assert "[authority-unsaid]" in result.stderr


def test_a_case_needs_a_school(office: Path) -> None:
    for school in (office / "schools").glob("*.yaml"):
        school.unlink()
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(ONE_PARENT))
    assert (result.exit_code, code_in(result)) == (2, "schools-missing")


@pytest.mark.parametrize("text", ["name: Meadowbank Academy\n", "staff: {}\n", "staff: [\n"])
def test_a_case_needs_a_school_with_staff(text: str, office: Path) -> None:
    (office / "schools" / "s-1.yaml").write_text(text, encoding="utf-8")
    result = run(office, "new", "case", "--authority", "essex", typed=type_in(ONE_PARENT))
    assert (result.exit_code, "[staff-unreadable]" in result.stderr) == (3, True)
    assert "staff-unreadable" in result.stderr
