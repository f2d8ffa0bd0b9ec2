"""What `--json` prints: names and types that programs may rely on."""

import datetime as dt
import json
from pathlib import Path

import pytest
from telling_values import DRAFTED, HEARD, PLAN, RECORDED, SHORT

from docgen.cli.shapes import error_shape, finding_shape, plain, plan_shape, report_shape
from docgen.errors import LedgerTrouble


def test_a_finding_has_these_names() -> None:
    assert finding_shape(SHORT) == {
        "rule": "R-41",
        "severity": "W",
        "message": "The contract runs for less than three months.",
        "remedy": "Let it end on 20 January 2026 or later.",
        "stage": "contract",
        "about": "ct-3",
        "file": "casefiles/fam-0042.yaml",
        "line": 140,
        "column": 13,
        "source": None,
        "decision": None,
    }


def test_a_finding_about_the_whole_case_has_no_place() -> None:
    shape = finding_shape(HEARD)
    assert (shape["about"], shape["file"], shape["line"]) == ("case", None, None)


def test_a_plan_has_jobs_with_reasons_and_everybody_left_out() -> None:
    shape = json.loads(json.dumps(plan_shape(PLAN)))
    assert [(job["recipient"], job["state"]) for job in shape["jobs"]] == [
        ("p-1", "due"),
        ("p-2", "refused"),
    ]
    assert shape["jobs"][0]["because"] == "p-1 is invited to m-1 about c-1"
    assert shape["left_out"] == [
        {
            "kind": "invite",
            "about": "m-1",
            "person": "p-3",
            "pupil": "c-1",
            "because": "no work with p-3",
        }
    ]


def test_a_draft_has_a_file_and_no_number() -> None:
    made = json.loads(json.dumps(report_shape(DRAFTED)))["made"][0]
    assert made["file"].endswith("fam-0042-draft-invite-m-1-p-1-c-1-en.docx")
    assert (made["number"], made["version"], made["replaces"]) == (None, None, None)


def test_an_issued_paper_has_its_number_and_the_run_the_ledgers_head() -> None:
    shape = json.loads(json.dumps(report_shape(RECORDED)))
    made = shape["made"][0]
    assert (made["number"], made["version"], made["replaces"]) == ("fam-0042/7", 2, "fam-0042/7-v1")
    assert shape["ledger"] == {"count": 1, "seal": "9f3c"}
    name = "output/fam-0042/fam-0042-7-invite-p-1-c-1-en-v2"
    assert [made["file"], made["digest"]] == [f"{name}.docx", "cd34"]
    assert made["files"] == [
        {"format": "docx", "file": f"{name}.docx", "digest": "cd34", "engine": "word 2"},
        {"format": "pdf", "file": f"{name}.pdf", "digest": "ef56", "engine": "word 2, office 7.4"},
    ]
    assert [job["state"] for job in shape["stopped"]] == ["held", "past"]


def test_an_error_has_code_family_words_and_findings() -> None:
    error = LedgerTrouble("ledger-broken", "Entry 3 is broken.", "Ask for the copy.", (SHORT,))
    assert error_shape(error) == {
        "error": {
            "code": "ledger-broken",
            "family": "ledger",
            "message": "Entry 3 is broken.",
            "remedy": "Ask for the copy.",
            "findings": [finding_shape(SHORT)],
        }
    }


@pytest.mark.parametrize(
    ("value", "told"),
    [(dt.date(2025, 11, 3), "2025-11-03"), (dt.time(16, 15), "16:15:00"), (Path("a/b"), "a/b")],
)
def test_days_times_and_paths_are_text(value: object, told: str) -> None:
    assert plain(value) == told


def test_a_value_without_a_shape_is_a_bug() -> None:
    with pytest.raises(TypeError, match="no JSON for set"):
        plain({1})
