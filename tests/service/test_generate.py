"""Drafts are marked as drafts, replaced freely, and recorded nowhere."""

from pathlib import Path

import pytest
from officework import (
    CASE,
    CONTRACT,
    CONTRACT_MADE,
    desk_in,
    drafted_files,
    office_in,
    write_case,
    write_template,
)
from worked import as_text

from docgen.errors import CasefileRejected, DiskTrouble, TemplateRejected, UsageTrouble
from docgen.model.plan import State
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.report import Wish

BOTH = CASE + CONTRACT_MADE
INVITES = ["fam-0001-draft-invite-m-1-p-1-c-1-en.docx", "fam-0001-draft-invite-m-1-p-2-c-1-en.docx"]
HELD = "fam-0001-draft-contract-ct-1-c-1-en.docx"
LEAKING = BOTH.replace("Many mornings", "They live at 77 Quay Street, Harwich. Many mornings")


def test_what_is_due_or_held_is_drafted_what_is_past_is_not(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    report = generate(desk_in(office), "fam-0001", Wish())
    assert drafted_files(office) == sorted([HELD, *INVITES])
    held = next(made for made in report.made if made.job.state is State.HELD)
    assert [finding.rule for finding in held.job.findings] == ["R-41"]
    assert [job.state for job in report.stopped] == [State.PAST, State.PAST]


def test_a_draft_says_so_and_bears_the_day_but_no_number(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    report = generate(desk_in(office), "fam-0001", Wish())
    words = as_text(report.made[0].path.read_bytes())
    assert "1 December 2025, Draft: not issued" in words
    assert report.made[0].identity is None


def test_drafting_records_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    report = generate(desk_in(office), "fam-0001", Wish())
    assert report.head is None
    assert (office / "casefiles" / "fam-0001.yaml").read_text("utf-8") == CASE
    assert {path.name for path in office.iterdir()} == {
        *("casefiles", "docgen.yaml", "output", "schools", "templates")
    }


def test_all_drafts_what_is_past_and_what_was_issued_too(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    issue(desk_in(office), "fam-0001", Wish(), {})
    report = generate(desk_in(office), "fam-0001", Wish())
    assert [made.path.name for made in report.made] == [HELD]
    assert len(report.standing) == 2
    assert len(generate(desk_in(office), "fam-0001", Wish(every=True)).made) == 5


def test_drafts_can_be_asked_for_by_kind_and_by_key(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    assert len(generate(desk_in(office), "fam-0001", Wish(kinds=("invite",))).made) == 2
    assert len(generate(desk_in(office), "fam-0001", Wish(keys=("ct-1", "p-2"))).made) == 2
    report = generate(desk_in(office), "fam-0001", Wish(kinds=("invite",), keys=("p-2",)))
    assert [made.path.name for made in report.made] == INVITES[1:]
    assert drafted_files(office) == sorted([HELD, *INVITES])


def test_a_draft_that_was_asked_for_and_is_now_refused_does_not_stay(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    generate(desk_in(office), "fam-0001", Wish())
    write_case(office, LEAKING)
    report = generate(desk_in(office), "fam-0001", Wish(kinds=("invite", "contract")))
    refused = [job for job in report.stopped if job.state is State.REFUSED]
    assert refused
    assert len(drafted_files(office)) == len(report.made)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish(kinds=("invoice",)), "pack-kind-unknown"),
        (Wish(keys=("p-9",)), "key-unknown"),
        (Wish(keys=("",)), "key-unknown"),
    ],
)
def test_a_kind_or_key_that_is_not_there_is_told(tmp_path: Path, wish: Wish, code: str) -> None:
    with pytest.raises(UsageTrouble) as told:
        generate(desk_in(office_in(tmp_path)), "fam-0001", wish)
    assert told.value.code == code


def test_drafts_of_a_run_before_go_when_all_are_made_anew(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    generate(desk_in(office), "fam-0001", Wish())
    write_case(office, CASE.replace("invited: [p-1, p-2]", "invited: [p-1]"))
    generate(desk_in(office), "fam-0001", Wish())
    assert drafted_files(office) == INVITES[:1]


def test_a_document_that_would_leak_is_refused_and_the_others_are_made(tmp_path: Path) -> None:
    office = office_in(tmp_path, LEAKING)
    report = generate(desk_in(office), "fam-0001", Wish())
    assert drafted_files(office) == INVITES
    refused = next(job for job in report.stopped if job.state is State.REFUSED)
    leaks = [finding for finding in refused.findings if finding.rule == "leak"]
    assert leaks
    assert all("Quay" not in finding.message + finding.remedy for finding in leaks)


def test_a_draft_that_can_only_be_a_leak_takes_its_old_draft_away(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    generate(desk_in(office), "fam-0001", Wish())
    write_case(office, LEAKING)
    generate(desk_in(office), "fam-0001", Wish())
    assert drafted_files(office) == INVITES


def test_a_template_that_is_refused_stops_the_run_and_nothing_is_written(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    template = office / "templates" / "wessex-vale" / "contract.docx"
    write_template(template, [*CONTRACT, "{{ contract.colour }}"])
    with pytest.raises(TemplateRejected):
        generate(desk_in(office), "fam-0001", Wish())
    assert drafted_files(office) == []


def test_a_casefile_that_is_refused_writes_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE.replace("invited: [p-1, p-2]", "invited: [p-1, p-3]"))
    before = sorted(office.rglob("*"))
    with pytest.raises(CasefileRejected):
        generate(desk_in(office), "fam-0001", Wish())
    with pytest.raises(CasefileRejected):
        issue(desk_in(office), "fam-0001", Wish(), {})
    assert sorted(office.rglob("*")) == before


def test_a_draft_whose_place_is_taken_is_told_with_the_way_out(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "output" / "fam-0001" / "draft" / INVITES[0]).mkdir(parents=True)
    with pytest.raises(DiskTrouble, match=INVITES[0]) as told:
        generate(desk_in(office), "fam-0001", Wish())
    assert "Word" in told.value.remedy


def test_equal_inputs_give_equal_drafts(tmp_path: Path) -> None:
    office = office_in(tmp_path, BOTH)
    first = generate(desk_in(office), "fam-0001", Wish())
    contents = [made.path.read_bytes() for made in first.made]
    again = generate(desk_in(office), "fam-0001", Wish())
    assert [made.path.read_bytes() for made in again.made] == contents


def test_a_ledger_that_cannot_be_read_hinders_no_draft_and_is_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "ledger.db").write_bytes(b"no ledger at all" * 300)
    report = generate(desk_in(office), "fam-0001", Wish())
    assert len(report.made) == 2
    assert "damaged" in report.notices[0]
