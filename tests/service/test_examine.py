"""A case is read, judged and planned; what is wrong is told all at once, each with its place."""

from pathlib import Path

import pytest
from officework import CASE, CONTRACT_MADE, SCHOOL, desk_in, office_in, write_case

from docgen.errors import CasefileRejected
from docgen.model.plan import State
from docgen.service.examine import examine_case


def rejected(office: Path) -> list[tuple[str, str]]:
    """Give rule and file of each fault for which a case is rejected."""
    with pytest.raises(CasefileRejected) as told:
        examine_case(desk_in(office), "fam-0001")
    assert told.value.code == "casefile-rejected"
    return [(f.rule, f.place.file if f.place else "") for f in told.value.findings]


def test_a_case_comes_with_its_pack_its_plan_and_its_findings(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE + CONTRACT_MADE)
    examined = examine_case(desk_in(office), "fam-0001")
    states = [(job.kind.name, job.about, job.state) for job in examined.plan.jobs]
    assert states == [
        ("invite", "m-1", State.DUE),
        ("invite", "m-1", State.DUE),
        ("invite", "m-2", State.PAST),
        ("invite", "m-2", State.PAST),
        ("contract", "ct-1", State.HELD),
    ]
    (finding,) = examined.findings
    assert finding.rule == "R-41"
    assert finding.place is not None
    assert finding.place.file == "casefiles/fam-0001.yaml"
    lines = (office / "casefiles" / "fam-0001.yaml").read_text("utf-8").splitlines()
    assert "period:" in lines[finding.place.line - 1]


def test_every_job_knows_its_run(tmp_path: Path) -> None:
    desk = desk_in(office_in(tmp_path))
    assert {job.run for job in examine_case(desk, "fam-0001").plan.jobs} == {desk.run}


def test_faults_of_casefile_and_school_are_told_together(tmp_path: Path) -> None:
    office = office_in(tmp_path, CASE.replace("time:", "tiem:").replace("2025-12-08", "8/12/2025"))
    faulty = SCHOOL.replace("phone:", "fone:")
    (office / "schools" / "s-1.yaml").write_text(faulty, "utf-8")
    found = rejected(office)
    assert ("field-mistyped", "casefiles/fam-0001.yaml") in found
    assert ("date-order", "casefiles/fam-0001.yaml") in found
    assert ("field-missing", "schools/s-1.yaml") in found


def test_a_school_file_that_cannot_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "schools" / "s-1.yaml").write_text("", "utf-8")
    assert rejected(office) == [("yaml-empty", "schools/s-1.yaml")]
    (office / "schools" / "s-1.yaml").unlink()
    assert rejected(office) == [("school-nowhere", "casefiles/fam-0001.yaml")]


def test_a_casefile_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "casefiles" / "fam-0001.yaml").write_text("schema: [1\n", "utf-8")
    ((rule, file),) = rejected(office)
    assert rule.startswith("yaml-")
    assert file == "casefiles/fam-0001.yaml"


def test_a_letterhead_that_is_not_there_is_told(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    with_picture = SCHOOL + "letterhead: crest.png\n"
    (office / "schools" / "s-1.yaml").write_text(with_picture, "utf-8")
    with pytest.raises(CasefileRejected) as told:
        examine_case(desk_in(office), "fam-0001")
    assert told.value.code == "letterhead-missing"
    assert "crest.png" in told.value.message


def test_a_casefile_given_by_its_path_may_lie_outside_the_workspace(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office")
    away = tmp_path / "fam-0001.yaml"
    write_case(office, CASE).rename(away)
    assert examine_case(desk_in(office), str(away)).sheet.file == "fam-0001.yaml"


def test_a_school_changed_for_one_case_is_judged_as_changed(tmp_path: Path) -> None:
    text = CASE + "school_changes: {phone: 01632 960 999}\n"
    examined = examine_case(desk_in(office_in(tmp_path, text)), "fam-0001")
    assert examined.case.school.phone == "01632 960 999"


def test_reading_a_case_writes_nothing(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    before = sorted(office.rglob("*"))
    examine_case(desk_in(office), "fam-0001")
    assert sorted(office.rglob("*")) == before
