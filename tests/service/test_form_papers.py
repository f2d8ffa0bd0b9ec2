"""A kind whose template is a PDF form is planned, filled in and issued like any other."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from formcases import (
    CASE,
    CHECKLIST,
    RECEIPT,
    casefile,
    desk_in,
    form_office,
    forms,
    own_fields,
)

from docgen.errors import OutputDiffers
from docgen.model.finding import Finding, Severity
from docgen.service.desk import Desk
from docgen.service.examine import examine_case
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.pack_forms import proved_forms
from docgen.service.packs import load_pack
from docgen.service.report import Wish
from docgen.store.packs import read_pack
from docgen.store.shipped import shipped


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return form_office(tmp_path / "office")


def proved(desk: Desk) -> list[Finding]:
    """Hold the pack's forms against what it says of them."""
    source = read_pack(desk.workspace.templates, shipped("templates"), "kent")
    pack = load_pack(desk.workspace, "kent").pack
    return list(proved_forms(pack, source))


def values(path: Path) -> dict[str, str]:
    """Read what stands in a form's fields."""
    fields = pypdf.PdfReader(path).get_fields() or {}
    return {name: str(field["/V"]) for name, field in fields.items() if field.get("/V")}


def test_forms_are_made_only_when_they_are_asked_for(desk: Desk) -> None:
    plan = examine_case(desk, CASE).plan
    assert {job.kind.name for job in plan.on_request} == {CHECKLIST}
    assert CHECKLIST not in {job.kind.name for job in plan.jobs}
    assert CHECKLIST not in {made.job.kind.name for made in generate(desk, CASE, Wish()).made}


def test_what_the_case_knows_stands_in_the_form(desk: Desk) -> None:
    made = next(each for each in forms(desk).made if each.job.about == "ct-1")
    said = values(made.path)
    assert said["pupil.legal_name"] == "Tobi Oyelaran"
    assert said["contract.parties.2"] == "Mr Adebayo Oyelaran (father)"
    assert said["contract.lead"] == "Ms Bethan Crowe, Attendance and family officer"
    assert said["rows.P1.complete"] == "/Yes"
    assert said["rows.W4.complete"] == "/NA"
    assert said["rows.P2.by"] == "Mrs Yasmin Okafor"
    assert said["rows.P2.date"] == "23 October 2025"
    assert said["own_rows.planning.1.comments"] == "Moved on 10 November."
    assert said["document.date"] == "15 December 2025 (draft: not issued)"
    assert "rows.P7.comments" not in said


def test_a_form_is_a_pdf_whatever_is_asked_for(desk: Desk) -> None:
    report = generate(desk, CASE, Wish(kinds=(CHECKLIST,), format="docx"))
    assert {each.path.suffix for each in report.made} == {".pdf"}


def test_a_form_is_issued_numbered_and_made_again_to_the_same_bytes(desk: Desk) -> None:
    wish = Wish(kinds=(CHECKLIST,), keys=("ct-1",))
    (made,) = issue(desk, CASE, wish, {}).made
    assert made.files[0].engine == "form 1"
    assert "(fam-0201-planning-to-review/1 version 1)" in values(made.path)["document.date"]
    before = made.path.read_bytes()
    made.path.unlink()
    again = issue(desk_in(desk.workspace.root), CASE, wish, {})
    assert (again.made, made.path.read_bytes()) == ((), before)


def test_what_was_issued_is_not_made_again_from_another_form(desk: Desk) -> None:
    wish = Wish(kinds=(CHECKLIST,), keys=("ct-1",))
    (made,) = issue(desk, CASE, wish, {}).made
    made.path.write_bytes(made.path.read_bytes() + b"\n")
    with pytest.raises(OutputDiffers):
        issue(desk_in(desk.workspace.root), CASE, wish, {})


def test_more_rows_than_the_form_has_go_on_the_next_form(desk: Desk) -> None:
    file = casefile(desk)
    row = '      - {stage: review, checkpoint: "Tobi asked what he thinks of the review",'
    text = file.read_text("utf-8")
    more = "".join(f"      - {{stage: review, checkpoint: Further point {n}}}\n" for n in range(4))
    file.write_text(text.replace(row, more + row, 1), "utf-8")
    made = next(each for each in forms(desk).made if each.job.about == "ct-1")
    said = values(made.path)
    assert said["own_rows.review.3.checkpoint"] == "Further point 2"
    assert said["own_rows-2.review.1.checkpoint"] == "Further point 3"
    assert said["own_rows-2.review.2.complete"] == "/No"
    assert said["pupil-2.legal_name"] == "Tobi Oyelaran"
    reader = pypdf.PdfReader(made.path)
    assert len(reader.pages) == 14
    titles = [each for each in reader.outline if not isinstance(each, list)]
    assert [str(each["/Title"])[-8:] for each in titles] == ["(1 of 2)", "(2 of 2)"]


def test_more_rows_than_the_form_has_are_told_where_no_next_form_may_be(desk: Desk) -> None:
    file = casefile(desk)
    row = '      - {stage: review, checkpoint: "Tobi asked what he thinks of the review",'
    more = "".join(
        f"      - {{stage: planning, checkpoint: Further point {n}}}\n" for n in range(4)
    )
    file.write_text(file.read_text("utf-8").replace(row, more + row, 1), "utf-8")
    marked = "marks: {stage: planning}\n        overflow: "
    desk = own_fields(desk, f"{marked}next-form", f"{marked}refuse")
    stopped = [job for job in forms(desk).stopped if job.about == "ct-1"]
    rules = {each.rule for job in stopped for each in job.findings}
    assert "form-rows-many" in rules


def test_what_does_not_fit_refuses_the_form_alone(desk: Desk) -> None:
    file = casefile(desk)
    text = file.read_text("utf-8")
    long = "The tutor wrote down what was said at length. " * 30
    told = "Early Help carries on with sleep."
    file.write_text(text.replace(told, long, 1), "utf-8")
    report = forms(desk)
    (stopped,) = [job for job in report.stopped if job.about == "ct-1"]
    rules = [each.rule for each in stopped.findings if each.severity is Severity.ERROR]
    assert rules == ["form-overflow"]
    assert [made.job.about for made in report.made] == ["ct-2"]


def test_a_text_that_only_fits_smaller_is_no_reason_to_wait(desk: Desk) -> None:
    told = [each for made in forms(desk).made for each in made.job.findings]
    assert all(each.severity is Severity.INFORMATION for each in told if each.rule == "form-shrunk")


@pytest.mark.parametrize(
    ("old", "new", "rule", "times"),
    [
        ("schema: 1", "schema: 1", "", 0),
        ("pupil.year_group: {", "pupil.age_group: {", "forms-field-unknown", 1),
        ("{{ pupil.year_group }}", "{{ pupil.year_groop }}", "forms-name-unknown", 1),
        ('"No": not_done', "Nope: not_done", "forms-state-unknown", 29),
    ],
)
def test_a_pack_s_forms_are_proved_before_any_case_is_seen(
    desk: Desk, old: str, new: str, rule: str, times: int
) -> None:
    assert [each.rule for each in proved(own_fields(desk, old, new))] == [rule] * times


def test_a_form_that_can_t_be_read_is_told_with_its_pack(desk: Desk) -> None:
    desk = own_fields(desk, "schema: 1", "schema: 1")
    (desk.workspace.templates / "kent" / "checklist-form.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert next(each.rule for each in proved(desk)) == "form-rejected"


@pytest.fixture
def receipts(desk: Desk) -> Iterator[Path]:
    """Give the receipts of another authority's case."""
    return (made.path for made in forms(desk, RECEIPT, "fam-0042").made)


def test_a_receipt_says_what_was_given_when_and_how(receipts: Iterator[Path]) -> None:
    said = values(next(receipts))
    assert said["enclosures.1.item"] == "Attendance certificate"
    assert said["enclosures.1.medium"] in {"On paper", "By email"}
