"""A clerk reads a checklist back from the screen: shown first, then written into the case."""

from pathlib import Path

import pytest
from offices import casefile, run, told

from docgen.service.forms import fill_form

CASE = "fam-0201-planning-to-review"


@pytest.fixture
def back(office: Path) -> Path:
    """Give a checklist that was drafted, filled in further and saved."""
    made = told(office, "generate", CASE, "--kind", "checklist-form", "--for", "ct-1")["made"]
    form = office / "back.pdf"
    row = {"complete": "No", "comments": "Still\nto do", "date": "3/11/2025"}
    values = {"rows": {"P7": row}}
    form.write_bytes(fill_form(Path(made[0]["file"]).read_bytes(), values))
    return form


def test_a_form_is_read_back_into_its_case(office: Path, back: Path) -> None:
    before = casefile(office, CASE).read_bytes()
    seen = run(office, "form", "read", str(back), "--case", CASE)
    assert seen.exit_code == 0
    assert "checklists.ct-1.answers.P7.complete\n    - (nothing)\n    + not_done" in seen.stdout
    assert "+ Still / to do" in seen.stdout
    assert "+ 3/11/2025 (2025-11-03)" in seen.stdout
    assert "Nothing was written; --apply does that." in seen.stdout
    assert casefile(office, CASE).read_bytes() == before
    answer = told(office, "form", "read", str(back), "--apply", CASE, "--for", "ct-1")
    assert [(each["path"], each["value"]) for each in answer["changes"]] == [
        ("checklists.ct-1.answers.P7.comments", "Still\nto do"),
        ("checklists.ct-1.answers.P7.complete", "not_done"),
        ("checklists.ct-1.answers.P7.date", "2025-11-03"),
    ]
    assert 'P7: {comments: "Still\\nto do", complete: not_done, date: 2025-11-03}' in casefile(
        office, CASE
    ).read_text("utf-8")
    again = run(office, "form", "read", str(back), "--apply", CASE)
    assert "checklist-form about ct-1: nothing was changed in it." in again.stdout


def test_a_plan_says_what_can_be_had_on_request(office: Path) -> None:
    seen = run(office, "plan", CASE)
    assert "On request\n  checklist-form: docgen generate --kind checklist-form" in seen.stdout
    assert {each["kind"] for each in told(office, "plan", CASE)["on_request"]} == {"checklist-form"}
