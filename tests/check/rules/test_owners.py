"""Who is to do what a contract asks and offers: R-43 to R-45 (S-01, S-02)."""

import contractwork
import pytest
from contractwork import Changes
from rulebook import Edit, found

from docgen.model.finding import Severity, Stage

PRESENT = "present: [p-1, p-2, c-1, st-2]"
PLANNED = ("status: under_review", "status: planned")
RQ_1 = "rq-1: {owner: p-1, text: I will ring the school before 9am.}"
RQ_1_OF = "rq-1: {{owner: {}, text: I will ring the school before 9am.}}"
RQ_3 = "{owner: p-1, text: I will walk to school with Zoya."
ADDED = "{event: added, date: 2025-11-10, review: rv-1}"
RV_1 = "rv-1: {contract: ct-1, date: 2025-11-10, present: [p-1, st-2]}"


@pytest.mark.parametrize(
    ("edits", "whys"),
    [
        ([], []),
        ([(PRESENT, "present: [p-1, st-2]"), (RQ_1, RQ_1_OF.format("p-2"))],
         ["ct-1.rq-1 is for p-2, who was not present at m-1.",
          "ct-2.rq-1 is for p-2, who was not present at m-1."]),
        ([(PRESENT, "present: [p-1, st-2], present_online: [p-2]")], []),
        ([(RQ_1, RQ_1_OF.format("p-2"))], []),
        ([(RQ_1, RQ_1_OF.format("st-2"))],
         ["ct-1.rq-1 is for st-2, who is not party to the contract."]),
        ([(RQ_3, RQ_3.replace("p-1", "p-2"))],
         ["ct-1.rq-3 is for p-2, who was not present at rv-1."]),
        ([(RQ_3, RQ_3.replace("p-1", "p-2")), (ADDED, "{event: added, date: 2025-10-06}")], []),
        ([(RV_1, "rv-1: {contract: ct-1, date: 2025-11-10, present: [st-2]}")],
         ["ct-1.rq-3 is for p-1, who was not present at rv-1."]),
        ([(RV_1, "rv-1: {contract: ct-1, date: 2025-11-10, present: [st-2], meeting: m-2}"),
          ("invited: [p-1]}", "invited: [p-1], present: [st-2], present_online: [p-1]}")], []),
        ([("made_at: m-1\n    lead_practitioner: st-2", ""), (PRESENT, "present: [p-2]")], []),
        ([(PRESENT, "present: [p-2, st-2]"), PLANNED], []),
    ],
)  # fmt: skip
def test_an_action_is_for_a_party_who_was_there_when_it_was_agreed(
    edits: list[Edit], whys: list[str]
) -> None:
    assert [finding.message for finding in found("R-43", *edits)] == whys


def test_a_foreign_action_is_shown_at_its_line() -> None:
    (finding,) = found("R-43", (RQ_1, RQ_1_OF.format("st-2")))
    assert finding.path == ("contracts", "ct-1", "requirements", "rq-1", "owner")
    assert finding.about == ("ct-1",)


OWNER = "contracts.ct-1.requirements.rq-3.owner"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({OWNER: "p-2"}, ["ct-1"]),
        ({OWNER: "p-2", "contracts.ct-1.parties": "[p-1, p-2]"}, []),
        ({OWNER: "st-1"}, []),
        ({OWNER: "p-2", "links": "[{person: p-2, pupil: c-2, relationship: father}]"}, []),
        ({OWNER: "p-2", "contracts.ct-1.status": "planned"}, []),
    ],
)
def test_a_contract_holds_no_action_of_a_parent_who_is_not_its_party(
    changes: Changes, broken: list[str]
) -> None:
    told = contractwork.found("R-44", changes)
    assert [finding.subject for finding in told] == broken
    path = ("contracts", "ct-1", "requirements", "rq-3", "owner")
    assert all(finding.path == path for finding in told)
    assert all(finding.severity is Severity.ERROR for finding in told)
    words = "ct-1.rq-3 is for p-2, a parent who is not party to ct-1."
    assert all(finding.message == words for finding in told)


CONSENTS = "partners.pa-1.consents_to_actions"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({CONSENTS: None}, ["ct-1.pa-1"]),
        ({CONSENTS: "false"}, ["ct-1.pa-1"]),
        ({CONSENTS: None, "contracts.ct-1.support.su-2.provider": "pa-2"}, []),
        ({CONSENTS: None, "contracts.ct-1.support.su-1.provider": "pa-1"}, ["ct-1.pa-1"]),
        ({CONSENTS: None, "contracts.ct-1.status": "planned"}, []),
    ],
)
def test_a_partner_has_agreed_to_what_is_promised_of_it(
    changes: Changes, broken: list[str]
) -> None:
    assert contractwork.subjects("R-45", changes) == broken


def test_support_without_consent_is_shown_at_its_line() -> None:
    (finding,) = contractwork.found("R-45", {CONSENTS: None})
    assert finding.path == ("contracts", "ct-1", "support", "su-2", "provider")
    assert (finding.stage, finding.severity) == (Stage.CONTRACT, Severity.INFORMATION)
    assert finding.message == (
        "ct-1 promises help from pa-1, and nothing says that pa-1 agreed to it."
    )
