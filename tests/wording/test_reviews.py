"""What a review and a warning say: who was there, who signs, what was not kept."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]


def values(paper: str, changes: Changes | None = None) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the values of a job, written `kind about whom`."""
    name, about, whom = (*paper.split(), "", "")[:3]
    case = family(changes)
    return values_of(case, job(name, about, whom, case=case))


def names(people: list[dict[str, str]]) -> str:
    """Give people as `name (role); name (role)`."""
    return "; ".join(f"{each['name']} ({each['role']})" for each in people)


MOTHER = "Ms Grace Adaeze Mbeki (mother)"
REES, NAIR, ABARA = "Mr Tomos Rees", "Priya Nair", "Mrs Joan Abara"
FOR_BODY = "(for the governing body)"


@pytest.mark.parametrize(
    ("changes", "signers"),
    [
        ({}, f"{MOTHER}; {REES} {FOR_BODY}"),
        ({"reviews.rv-1.present": "[p-1, st-1, st-3]"}, f"{MOTHER}; {ABARA} {FOR_BODY}"),
        (
            {
                "reviews.rv-1.present": "[p-1, st-1, st-3]",
                "reviews.rv-1.meeting": "m-4",
                "meetings.m-4.chair": "st-3",
            },
            f"{MOTHER}; {NAIR} {FOR_BODY}",
        ),
        ({"reviews.rv-1.present": "[st-2]"}, f"{REES} {FOR_BODY}"),
    ],
)
def test_a_review_is_signed_by_those_who_were_at_it(changes: Changes, signers: str) -> None:
    assert names(values("review rv-1", changes)["review"]["signers"]) == signers


def test_a_review_tells_its_days_and_who_was_there() -> None:
    found = values("review rv-1")["review"]
    assert (found["date"], found["next"]) == ("20 November 2025", "15 December 2025")
    worker = "Ms Ruth Adeyemi (Family worker, Saltmouth Family Service)"
    assert names(found["present"]) == f"{MOTHER}; {REES} (Attendance Champion); {worker}"
    assert values("review rv-1", {"reviews.rv-1.next": None})["review"]["next"] == ""


CERTIFICATE = (
    "{as_at: 2025-11-20T08:30, certificate: "
    "{ref: c, possible: 68, attended: 41, authorised: 7, unauthorised: 20}}"
)


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        (None, ""),
        (CERTIFICATE, "41 of 68 sessions attended (60.3%), up to 20 November 2025"),
    ],
)
def test_attendance_is_told_as_it_was_at_the_review(attendance: str | None, said: str) -> None:
    changes = {"reviews.rv-1.attendance": attendance} if attendance else {}
    assert values("review rv-1", changes)["review"]["attendance"] == said


NOTES = {"reviews.rv-1.notes": "The bus pass came. Mornings are calmer."}


def test_the_schools_notes_of_a_review_are_told() -> None:
    assert values("review rv-1")["review"]["notes"] == ""
    said = "The bus pass came. Mornings are calmer."
    assert values("review rv-1", NOTES)["review"]["notes"] == said


AMENDED = {"noncompliance.nc-1.leads_to": "m-4", "reviews.rv-1.meeting": "m-4"}


@pytest.mark.parametrize(
    ("changes", "no_fault"),
    [
        ({}, True),
        ({"noncompliance.nc-1.reasonable": "false"}, False),
        ({"noncompliance.nc-1.reasonable": None}, False),
        ({"noncompliance.nc-1.leads_to": None}, False),
        (AMENDED, True),
        ({"noncompliance.nc-1.leads_to": "m-4"}, False),
        (
            AMENDED
            | {
                "noncompliance.nc-1.contract": "ct-2",
                "meetings.m-4.contract": "ct-2",
                "noncompliance.nc-1.leads_to": "m-4",
            },
            False,
        ),
        (
            {
                "noncompliance.nc-1.leads_to": None,
                "noncompliance.nc-2": "{contract: ct-1, requirement: rq-1, date: 2025-11-13, "
                "by: st-2, channel: phone, reasonable: true, leads_to: rv-1}",
            },
            True,
        ),
    ],
)
def test_a_review_after_a_good_reason_is_nobodys_fault(changes: Changes, no_fault: bool) -> None:
    assert values("review rv-1", changes)["review"]["no_fault"] is no_fault


WHY = "contracts.ct-1.requirements"


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, []),
        (
            {
                f"{WHY}.rq-3.history.0.why": "The bus comes earlier now.",
                f"{WHY}.rq-2.history.1.why": "The meeting is over.",
                f"{WHY}.rq-2.history.0.why": "Agreed at the start.",
            },
            ["The meeting is over.", "The bus comes earlier now."],
        ),
        (
            {
                f"{WHY}.rq-3.history.0.why": "The bus comes earlier now.",
                f"{WHY}.rq-2.history.1.why": "The bus comes earlier now.",
            },
            ["The bus comes earlier now."],
        ),
        (
            {
                f"{WHY}.rq-1.history": "[{event: changed, date: 2025-11-20, why: A new number.}, "
                "{event: changed, date: 2025-11-21, why: Another one.}]"
            },
            ["A new number."],
        ),
    ],
)
def test_why_actions_were_changed_at_the_review_is_told_once_and_in_their_order(
    changes: Changes, reasons: list[str]
) -> None:
    assert values("review rv-1", changes)["review"]["why"] == reasons


ON_THE_FIRST = {
    "requirements": ["On my Mondays I will bring Nia by 8:50am."],
    "contacted_on": "1 December 2025",
    "contacted_by": "Priya Nair",
    "channel": "in person",
    "explanation": "",
    "reply_by": "17 December 2025",
    "review_offered": "Monday 15 December 2025 at midday",
}
TWICE = (
    "{contract: ct-2, requirement: rq-1, date: 2025-11-24, by: st-2, channel: phone, "
    "explanation: I forgot., outcome: warning}"
)


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({}, {}),
        ({"noncompliance.nc-2.leads_to": None}, {}),
        (
            {
                "noncompliance.nc-2.explanation": "We overslept.",
                "noncompliance.nc-2.channel": "email",
            },
            {"explanation": "We overslept.", "channel": "by email"},
        ),
        ({"noncompliance.nc-3": TWICE}, {}),
        (
            {
                "noncompliance.nc-2.leads_to": None,
                "noncompliance.nc-3": TWICE.replace("11-24", "12-02"),
            },
            {
                "contacted_on": "2 December 2025",
                "contacted_by": "Mr Tomos Rees",
                "channel": "by phone",
                "explanation": "I forgot.",
            },
        ),
        (
            {"noncompliance": None},
            {"requirements": [], "contacted_on": "", "contacted_by": "", "channel": ""},
        ),
        (
            {"noncompliance.nc-2.leads_to": None, "contracts.ct-2.requirements.rq-1.owner": "p-1"},
            {"requirements": [], "contacted_on": "", "contacted_by": "", "channel": ""},
        ),
        ({"warnings.w-1.reply_by": None}, {"reply_by": ""}),
        ({"warnings.w-1.review_offered": None}, {"review_offered": ""}),
        (
            {"warnings.w-1.review_offered": "2026-01-08"},
            {"review_offered": "Thursday 8 January 2026"},
        ),
        ({"warnings.w-1.review_offered": "any Monday"}, {"review_offered": "any Monday"}),
        (
            {"warnings.w-1.review_offered": "m-1"},
            {"review_offered": "Monday 20 October 2025 at 3:30pm, The small hall"},
        ),
        ({"meetings.m-4.time": None}, {"review_offered": "Monday 15 December 2025"}),
    ],
)
def test_a_warning_tells_what_was_not_kept_and_what_the_school_asked(
    changes: Changes, differs: dict[str, object]
) -> None:
    assert values("warning w-1", changes)["warning"] == ON_THE_FIRST | differs
