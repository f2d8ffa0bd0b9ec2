"""Who chairs the meetings and looks after the contract: R-46 to R-48."""

import pytest
from contractwork import Changes, found, places
from rulebook import Edit
from rulebook import subjects as of_the_rulebook

from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path

PLANNED = ("status: under_review", "status: planned")


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([("    lead_practitioner: st-1\n", "")], ["ct-2"]),
        ([("    lead_practitioner: st-2\n", ""), PLANNED], []),
    ],
)
def test_a_contract_names_its_lead_practitioner(edits: list[Edit], broken: list[str]) -> None:
    assert of_the_rulebook("R-46", *edits) == broken


LEAD = "contracts.ct-1.lead_practitioner"


@pytest.mark.parametrize(
    ("changes", "lead"),
    [
        ({}, ""),
        ({LEAD: "st-3"}, ""),
        ({LEAD: "pa-1"}, "pa-1"),
        ({LEAD: None}, ""),
        ({LEAD: "pa-1", "contracts.ct-1.status": "planned"}, ""),
    ],
)
def test_the_lead_practitioner_works_at_the_school(changes: Changes, lead: str) -> None:
    told = [(finding.message, finding.path) for finding in found("R-47", changes)]
    words = f"The lead practitioner of ct-1, {lead}, is not on the school's staff."
    path = ("contracts", "ct-1", "lead_practitioner")
    assert told == ([(words, path)] if lead else [])


HANDOVERS = "contracts.ct-1.handovers"


def handover(role: str, was: str, now: str, more: str = ", reason: On leave.") -> str:
    return f"{{date: 2025-10-30, role: {role}, was: {was}, now: {now}{more}}}"


TO_ST_1, TO_ST_3 = handover("chair", "st-2", "st-1"), handover("chair", "st-2", "st-3")
CHAIR_1, CHAIR_2 = ("meetings", "m-1", "chair"), ("meetings", "m-2", "chair")
OTHER = {"meetings.m-2.chair": "st-1"}
M_4 = "{kind: review, pupils: [c-1], date: 2025-11-20, chair: %s, invited: [p-1], present: [p-1]}"
RV_2 = "{contract: ct-1, date: 2025-11-20, meeting: m-4, present: [p-1]}"


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({}, []),
        ({"meetings.m-1.chair": None}, [CHAIR_1]),
        ({"meetings.m-1.chair": None, **OTHER}, [CHAIR_1]),
        (OTHER, [CHAIR_2]),
        ({**OTHER, HANDOVERS: f"[{TO_ST_1}]"}, []),
        ({**OTHER, HANDOVERS: f"[{TO_ST_3}]"}, [CHAIR_2]),
        ({**OTHER, HANDOVERS: f"[{handover('lead_practitioner', 'st-1', 'st-1')}]"}, [CHAIR_2]),
        ({**OTHER, "contracts.ct-1.made_at": None}, []),
        ({**OTHER, "contracts.ct-1.status": "planned"}, []),
        ({**OTHER, "reviews.rv-1.meeting": None}, []),
        ({"meetings.m-2.chair": None}, []),
        ({"meetings.m-4": M_4 % "st-1", "reviews.rv-2": RV_2}, [("meetings", "m-4", "chair")]),
        ({**OTHER, "meetings.m-4": M_4 % "st-1", "reviews.rv-2": RV_2}, [CHAIR_2]),
        ({**OTHER, "meetings.m-4": M_4 % "st-2", "reviews.rv-2": RV_2, HANDOVERS: f"[{TO_ST_1}]"},
         [("meetings", "m-4", "chair")]),
        ({"meetings.m-2.chair": None, "meetings.m-4": M_4 % "st-1", "reviews.rv-2": RV_2},
         [("meetings", "m-4", "chair")]),
    ],
)  # fmt: skip
def test_one_chair_stays_unless_the_change_is_written_down(
    changes: Changes, paths: list[Path]
) -> None:
    assert places("R-48", changes) == [("ct-1", path) for path in paths]


LED = handover("lead_practitioner", "st-1", "st-2")
LED_BACK = LED.replace("10-30", "10-31").replace("was: st-1, now: st-2", "was: st-2, now: st-1")
AT_LEAD = ("contracts", "ct-1", "lead_practitioner")


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({HANDOVERS: f"[{LED}]", LEAD: "st-2"}, []),
        ({HANDOVERS: f"[{LED}]"}, [AT_LEAD]),
        ({HANDOVERS: f"[{LED}]", LEAD: None}, []),
        ({HANDOVERS: f"[{LED}, {LED_BACK}]"}, []),
        ({HANDOVERS: f"[{LED_BACK}, {LED}]"}, []),
        ({HANDOVERS: f"[{LED_BACK}, {LED}]", LEAD: "st-2"}, [AT_LEAD]),
        ({HANDOVERS: f"[{TO_ST_3}]"}, []),
    ],
)
def test_the_lead_is_the_one_who_took_over_last(changes: Changes, paths: list[Path]) -> None:
    assert places("R-48", changes) == [("ct-1", path) for path in paths]


def test_a_handover_says_why() -> None:
    unsaid = handover("lead_practitioner", "st-2", "st-1", "")
    (finding,) = found("R-48", {HANDOVERS: f"[{TO_ST_1}, {unsaid}]"})
    assert finding.path == ("contracts", "ct-1", "handovers", 1)
    assert finding.message == (
        "ct-1 should stay with one chair and one lead practitioner, but the change of lead "
        "practitioner on 2025-10-30 has no reason."
    )
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.INFORMATION)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"meetings.m-1.chair": None}, "m-1 names no chair"),
        (OTHER, "m-2 has another chair than the meeting before it"),
        ({HANDOVERS: f"[{LED}]"}, "its lead practitioner is not the one who took over last"),
    ],
)
def test_what_changed_hands_is_told(changes: Changes, why: str) -> None:
    (finding,) = found("R-48", changes)
    assert finding.message.endswith(f"but {why}.")


def test_a_contract_without_a_lead_is_shown_whole() -> None:
    assert places("R-46", {LEAD: None}) == [("ct-1", ("contracts", "ct-1"))]
