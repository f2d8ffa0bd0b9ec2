"""What is next in all cases of a workspace, or in those named."""

import datetime as dt
import re
from pathlib import Path

import pytest
from officework import CASE, CONTRACT_MADE, desk_in, office_in, write_case

import docgen.plan.due
from docgen.check.rules.examine import RULES
from docgen.errors import UsageTrouble
from docgen.service.due import Ahead, due

OTHER = CASE.replace("fam-0001", "fam-0002").replace("2025-12-08", "2025-12-04")
BROKEN = CASE.replace("fam-0001", "fam-0003").replace("status: active", "status: asleep")
TODAY = dt.date(2025, 12, 1)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with two cases, the second one's meeting earlier."""
    return office_in(tmp_path, CASE, OTHER)


def told(ahead: Ahead) -> list[str]:
    """Give what is to be done as `by case do`."""
    return [f"{duty.step.by} {duty.case} {duty.step.do}" for duty in ahead.duties]


def test_all_cases_are_told_together_the_earliest_first(office: Path) -> None:
    found = due(desk_in(office))
    held = [each for each in told(found) if each.endswith(" hold")]
    assert held == ["2025-12-04 fam-0002 hold", "2025-12-08 fam-0001 hold"]
    days = [duty.step.by for duty in found.duties if duty.step.by]
    assert days == sorted(days)
    assert (found.today, found.until, found.cases, found.unread) == (TODAY, None, 2, ())


def test_only_the_cases_named_are_told_each_once(office: Path) -> None:
    found = due(desk_in(office), ("fam-0001", "casefiles/fam-0001.yaml", "fam-0001"))
    assert {duty.case for duty in found.duties} == {"fam-0001"}
    assert [each for each in told(found) if each.endswith(" hold")] == ["2025-12-08 fam-0001 hold"]
    assert found.cases == 1


@pytest.mark.parametrize(
    ("until", "held"),
    [("2025-12-03", []), ("2025-12-04", ["fam-0002"]), ("2025-12-08", ["fam-0002", "fam-0001"])],
)
def test_only_what_is_due_by_a_day_is_told(office: Path, until: str, held: list[str]) -> None:
    found = due(desk_in(office), until=dt.date.fromisoformat(until))
    assert [duty.case for duty in found.duties if duty.step.do == "hold"] == held
    assert found.until == dt.date.fromisoformat(until)


def test_what_has_no_day_of_its_own_is_always_told(office: Path) -> None:
    write_case(office, CASE.replace("    date: 2025-12-08\n", "").replace("fam-0001", "fam-0004"))
    found = due(desk_in(office), until=dt.date(2025, 9, 1))
    assert "None fam-0004 arrange" in told(found)


def test_a_case_that_cannot_be_judged_stops_none_of_the_others(office: Path) -> None:
    write_case(office, BROKEN)
    found = due(desk_in(office))
    assert {duty.case for duty in found.duties} == {"fam-0001", "fam-0002"}
    assert [each.file for each in found.unread] == ["casefiles/fam-0003.yaml"]
    assert found.unread[0].error.family == "casefile-rejected"
    assert found.cases == 3


def test_a_case_of_an_unknown_authority_stops_none_either(office: Path) -> None:
    write_case(office, OTHER.replace("wessex-vale", "nowhere").replace("fam-0002", "fam-0005"))
    assert [each.file for each in due(desk_in(office)).unread] == ["casefiles/fam-0005.yaml"]


def test_a_case_that_is_not_there_is_told_as_such(office: Path) -> None:
    with pytest.raises(UsageTrouble) as refused:
        due(desk_in(office), ("fam-0009",))
    assert refused.value.code == "case-mistyped"


def test_an_office_without_cases_has_nothing_to_do(tmp_path: Path) -> None:
    office = office_in(tmp_path)
    (office / "casefiles" / "fam-0001.yaml").unlink()
    found = due(desk_in(office))
    assert (found.duties, found.cases) == ((), 0)


def test_a_rules_source_comes_from_the_rule_and_any_other_from_what_sets_the_day(
    tmp_path: Path,
) -> None:
    over = CONTRACT_MADE.replace("end: 2026-01-09", "end: 2025-11-28")
    duties = due(desk_in(office_in(tmp_path, CASE + over))).duties
    sources = {(duty.step.do, duty.step.rule): duty.step.source for duty in duties}
    assert sources["decide", ""] == "The period that the contract itself sets"
    assert sources["hold", "R-29"] == next(rule.source for rule in RULES if rule.id == "R-29")


def test_every_rule_that_a_step_names_is_one_of_the_rules() -> None:
    folder = Path(docgen.plan.due.__file__).parent
    modules = [*folder.glob("next_*.py"), folder / "due.py"]
    named = {
        rule
        for module in modules
        for rule in re.findall(r'"(R-\d+[a-z]?)"', module.read_text("utf-8"))
    }
    assert len(named) > 1
    assert named <= {rule.id for rule in RULES}
