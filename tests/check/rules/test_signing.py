"""What must be signed and served before the next paper: R-60, R-61 and R-84."""

import pytest
from rulebook import Edit, found, subjects

from docgen.model.finding import Severity, Stage

PARENT = "{version: 1, person: p-1, role: parent, date: 2025-10-06}"
SCHOOL = "{version: 1, person: st-1, role: school_for_governing_body, date: 2025-10-06}"
ABSENT = ("present: [p-1, p-2, c-1, st-2]", "present: [p-2, c-1, st-2]")
UNSIGNED = (f"      - {PARENT}\n", "")


@pytest.mark.parametrize(
    ("edits", "unsigned"),
    [
        ([], ""),
        ([UNSIGNED], "p-1"),
        ([(PARENT, PARENT[:-1] + ", refused: true}")], "p-1"),
        ([(PARENT, PARENT.replace("version: 1", "version: 2"))], "p-1"),
        ([(PARENT, PARENT.replace("role: parent", "role: partner"))], "p-1"),
        ([UNSIGNED, ABSENT], ""),
        ([("parties: [p-1]", "parties: [p-1, p-2]")], "p-2"),
        ([UNSIGNED, ("made_at: m-1\n    lead_practitioner: st-2", "")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: offered")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: agreed")], "p-1"),
        ([UNSIGNED, ("status: under_review", "status: offered"),
          ("rv-1: {contract: ct-1", "rv-1: {contract: ct-2")],
         ""),
        ([UNSIGNED, ("status: under_review", "status: planned")], ""),
    ],
)  # fmt: skip
def test_each_parent_there_has_signed_before_anything_follows(
    edits: list[Edit], unsigned: str
) -> None:
    told = [finding.message for finding in found("R-60", *edits)]
    words = "ct-1 is not signed by every parent who was there and is party to it"
    assert told == ([f"{words}: {unsigned}."] if unsigned else [])


def test_what_follows_is_stopped_and_not_the_contract_that_waits_for_signatures() -> None:
    (finding,) = found("R-60", UNSIGNED)
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.ERROR)


ENDED = "terminations:\n  t-1: {contract: ct-2, date: 2025-11-28, by: st-1, reason: ehe}\n"


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(f"      - {SCHOOL}\n", "")], ["ct-2"]),
        ([(SCHOOL, SCHOOL[:-1] + ", refused: true}")], ["ct-2"]),
        ([(SCHOOL, SCHOOL.replace("school_for_governing_body", "partner"))], ["ct-2"]),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered")], ["ct-2"]),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered"),
          ("w-1: {contract: ct-2", "w-1: {contract: ct-1")], []),
        ([(f"      - {SCHOOL}\n", ""), ("status: warned", "status: offered"),
          ("w-1: {contract: ct-2", "w-1: {contract: ct-1"),
          ("noncompliance:\n", f"{ENDED}noncompliance:\n")], ["ct-2"]),
    ],
)  # fmt: skip
def test_somebody_has_signed_for_the_school(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-61", *edits) == broken


SENT = "sent: {how: post, date: 2025-11-20}"
SERVED = ",\n        served: {how: post, date: 2025-11-24}"
PAPER = """\
issued:
  - {number: fam-0001/9, version: 1, kind: warning, about: w-1, recipient: p-2, dated: 2025-11-20,
     language: en, variant: standard, format: docx, template: "1", digest: d, inputs: i%s}
reviews:
"""


def paper(more: str = "") -> Edit:
    return ("reviews:\n", PAPER % more)


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(SERVED, "")], ["ct-2"]),
        ([(", " + SENT + SERVED, "")], []),
        ([(", " + SENT + SERVED, ""), paper()], ["ct-2"]),
        ([(", " + SENT + SERVED, ""), paper(", served: {how: by hand, date: 2025-11-21}")], []),
        ([(", " + SENT + SERVED, ""),
          paper(", withdrawn: {date: 2025-11-21, reason: wrong date, by: st-2}")], []),
        ([(SERVED, ""), paper(", served: {how: by hand, date: 2025-11-21},"
          " withdrawn: {date: 2025-11-21, reason: wrong date, by: st-2}")], ["ct-2"]),
    ],
)  # fmt: skip
def test_a_warning_handed_over_has_its_service_recorded(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-84", *edits) == broken


def test_the_warning_itself_is_spared() -> None:
    (finding,) = found("R-84", (SERVED, ""))
    assert (finding.about, finding.spares, finding.stage) == (("ct-2",), "w-1", Stage.ISSUE)
