"""Findings, errors and jobs in the words of the command line."""

import pytest
from telling_values import CHECKLIST, HEARD, NO_TITLE, SHORT, UNKNOWN_KEY, job

from docgen.cli.lines import by_weight, counted, error_lines, finding_lines, job_name, shown
from docgen.errors import CasefileRejected
from docgen.model.plan import Job


def test_a_finding_tells_file_line_column_rule_severity_message_and_remedy() -> None:
    assert finding_lines(SHORT) == [
        (
            "casefiles/fam-0042.yaml:140:13  R-41  W  "
            "The contract runs for less than three months. [ct-3]"
        ),
        "    To mend: Let it end on 20 January 2026 or later.",
    ]


def test_a_finding_without_place_or_remedy_is_one_line() -> None:
    assert finding_lines(HEARD) == ["R-26  I  The pupil is invited."]


def test_the_most_fundamental_finding_comes_first() -> None:
    assert by_weight([HEARD, SHORT, NO_TITLE, UNKNOWN_KEY]) == [UNKNOWN_KEY, NO_TITLE, SHORT, HEARD]


def test_an_error_tells_all_its_findings_grouped_by_severity() -> None:
    error = CasefileRejected(
        "casefile-rejected",
        "fam-0042 can't be judged.",
        "Mend what is listed.",
        (SHORT, NO_TITLE, UNKNOWN_KEY),
    )
    told = error_lines(error)
    assert told[:2] == [
        "docgen: fam-0042 can't be judged. [casefile-rejected]",
        "What to do: Mend what is listed.",
    ]
    assert [line for line in told if line.startswith("These")] == [
        "These refuse (E); mend them first: 2",
        "These hold (W) until they are mended or a reason is written down: 1",
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ct-1", "ct-1"),
        ("Łukasz Żółć", "Łukasz Żółć"),
        ("\x1b[31mred", "?[31mred"),
        ("abc\u202edcba", "abc?dcba"),
        ("two\nlines", "two?lines"),
    ],
)
def test_nothing_from_a_file_steers_the_terminal(typed: str, told: str) -> None:
    assert shown(typed) == told


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (job(), "invite about m-1 for p-1, pupil c-1"),
        (
            Job(CHECKLIST, "ct-1", None, None, frozenset({"ct-1"}), "ct-1 is planned", "s-1"),
            "checklist about ct-1",
        ),
        (Job(CHECKLIST, "", None, None, frozenset(), "once", "s-1"), "checklist"),
    ],
)
def test_a_job_is_named_by_keys_alone(wanted: Job, told: str) -> None:
    assert job_name(wanted) == told


@pytest.mark.parametrize(("number", "told"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries")])
def test_a_count_agrees_with_its_word(number: int, told: str) -> None:
    assert counted(number, "entry", "entries") == told
