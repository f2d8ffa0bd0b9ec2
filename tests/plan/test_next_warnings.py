"""What follows from a contact about an action not kept, and from a warning."""

import pytest
from duework import due, orderly, outlook

from docgen.plan.next_warnings import warnings

Changes = dict[str, str | None]

SERVED = "{how: by hand, date: 2025-12-04}"
SENT = "{how: post, date: 2025-12-03}"
SERVE = "2025-12-05 serve R-84 w-1.ct-2 p-2 c-1"
ISSUED = (
    "{{number: fam-0007/4, version: 1, kind: warning, about: {about}, recipient: p-2, pupil: c-1,"
    " dated: {dated}, language: en, variant: standard, format: docx, template: x, digest: '00',"
    " inputs: '01'{more}}}"
)


def issued(about: str = "w-1", dated: str = "2025-12-02", more: str = "") -> Changes:
    """Have a paper issued."""
    return {"issued": f"[{ISSUED.format(about=about, dated=dated, more=more)}]"}


def told(changes: Changes, today: str = "") -> list[str]:
    """Give what follows from contacts and warnings."""
    before = due({}, today=today)
    return [each for each in due(changes, today=today) if each not in before]


def contact(contract: str, date: str, outcome: str, leads_to: str = "") -> Changes:
    """Have another contact with a party."""
    fields = [
        f"contract: {contract}, requirement: rq-1, date: {date}, by: st-3, channel: phone",
        *([f"outcome: {outcome}"] if outcome else []),
        *([f"leads_to: {leads_to}"] if leads_to else []),
    ]
    return {"noncompliance.nc-3": f"{{{', '.join(fields)}}}"}


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        (contact("ct-2", "2025-12-02", ""), ["2025-12-09 decide R-80 nc-3.ct-2 - c-1"]),
        (contact("ct-2", "2025-12-02", "none"), []),
        (contact("ct-2", "2025-12-02", "warning"), []),
        (contact("ct-2", "2025-12-02", "warning", "w-1"), []),
        (
            contact("ct-2", "2025-12-02", "warning", "m-4"),
            ["2025-12-09 record R-80 nc-3.ct-2 - c-1"],
        ),
        (contact("ct-1", "2025-12-02", "warning"), ["2025-12-09 record R-80 nc-3.ct-1 - c-1"]),
        (
            contact("ct-2", "2025-12-02", "review_meeting"),
            ["2025-12-09 arrange R-81 nc-3.ct-2 - c-1"],
        ),
        (
            contact("ct-2", "2025-12-02", "amend_meeting"),
            ["2025-12-09 arrange R-81 nc-3.ct-2 - c-1"],
        ),
        (contact("ct-1", "2025-12-02", "review_meeting"), []),
    ],
)
def test_a_contact_leads_to_what_was_decided_on_it(changes: Changes, steps: list[str]) -> None:
    assert told(changes) == steps


def test_nothing_follows_on_a_contract_that_is_not_in_force() -> None:
    over = contact("ct-2", "2025-12-02", "") | {"contracts.ct-2.status": "completed"}
    assert not [each for each in told(over) if "nc-3" in each]


MEETING = "{{kind: {kind}, pupils: [{pupil}], {date}time: '09:00', {on}invited: [p-2]{more}}}"


def meeting(
    kind: str, date: str = "2025-12-18", on: str = "ct-2", pupil: str = "c-1", more: str = ""
) -> Changes:
    """Have another meeting, on a contract or on none in particular."""
    day, contract = (f"date: {date}, " if date else ""), (f"contract: {on}, " if on else "")
    return {
        "meetings.m-5": MEETING.format(kind=kind, pupil=pupil, date=day, on=contract, more=more)
    }


@pytest.mark.parametrize(
    ("changes", "arranged"),
    [
        (meeting("review"), True),
        (meeting("amendment"), True),
        (meeting("formal"), True),
        (meeting("review", on=""), True),
        (meeting("review", date=""), True),
        (meeting("review", date="2025-12-02"), True),
        (meeting("review", date="2025-12-01"), False),
        (meeting("review", on="ct-1"), False),
        (meeting("review", on="", pupil="c-2"), False),
        (meeting("initial", on=""), False),
        (meeting("review", more=", cancelled: 2025-12-08"), False),
    ],
)
def test_a_meeting_that_was_decided_on_stands_or_is_to_be_arranged(
    changes: Changes, arranged: bool
) -> None:
    found = told(contact("ct-2", "2025-12-02", "review_meeting") | changes)
    assert ("2025-12-09 arrange R-81 nc-3.ct-2 - c-1" not in found) is arranged


@pytest.mark.parametrize(("date", "arranged"), [("2025-11-20", True), ("2025-11-21", False)])
def test_a_review_on_the_day_or_later_is_as_good_as_a_meeting(date: str, arranged: bool) -> None:
    changes = contact("ct-1", date, "amend_meeting") | {
        "meetings.m-4": None,
        "warnings.w-1.review_offered": None,
    }
    found = [each for each in due(changes) if " arrange R-81 nc-3.ct-1 " in each]
    assert (not found) is arranged


AFTER_WARNING = "2025-12-11 arrange R-86 nc-3.ct-2 - c-1"


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ({"warnings.w-1.dated": "2025-12-03"}, True),
        ({"warnings.w-1.dated": "2025-12-04"}, False),
        ({"warnings.w-1.dated": "2025-12-04", "warnings.w-1.sent": SENT}, True),
        ({"warnings.w-1.sent": SENT, "warnings.w-1.served": SERVED}, True),
        ({"warnings.w-1.sent": SENT.replace("3}", "4}")}, False),
        ({"warnings.w-1.served": SERVED.replace("4}", "3}")}, True),
        ({"warnings.w-1.served": SERVED}, False),
        (issued(dated="2025-12-03"), True),
        (issued(dated="2025-12-04"), False),
        (issued(more=", withdrawn: {date: 2025-12-03, reason: x, by: st-1}"), False),
        (issued(about="ct-2"), False),
        ({}, False),
    ],
)
def test_what_is_not_kept_after_a_warning_leads_to_a_meeting(changes: Changes, after: bool) -> None:
    for outcome in ("", "none", "review_meeting", "warning"):
        found = told(contact("ct-2", "2025-12-04", outcome) | changes)
        assert (AFTER_WARNING in found) is after


def test_a_warning_on_another_contract_is_none_on_this_one() -> None:
    changes = contact("ct-1", "2025-12-04", "none") | {"warnings.w-1.dated": "2025-12-01"}
    assert not [each for each in due(changes | NO_MEETING) if "R-86" in each]
    there = changes | {"warnings.w-1.contract": "ct-1", "warnings.w-1.to": "p-1"}
    assert "2025-12-11 arrange R-86 nc-3.ct-1 - c-1" in due(there | NO_MEETING)


NO_MEETING: Changes = {"meetings.m-4": None, "warnings.w-1.review_offered": None}


def test_after_the_meeting_that_follows_a_warning_nothing_is_left_to_arrange() -> None:
    changes = contact("ct-2", "2025-12-04", "none") | {"warnings.w-1.dated": "2025-12-03"}
    assert AFTER_WARNING not in told(changes | meeting("review"))


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({"warnings.w-1.sent": SENT}, [SERVE]),
        ({"warnings.w-1.sent": SENT, "warnings.w-1.served": SERVED}, []),
        ({"warnings.w-1.dated": "2025-12-03"}, []),
        (issued(), []),
        (issued(more=f", sent: {SENT}"), [SERVE]),
        (issued(more=f", sent: {SENT}, served: {SERVED}"), []),
        (issued(more=f", sent: {SENT}, withdrawn: {{date: 2025-12-04, reason: x, by: st-1}}"), []),
        (issued(about="ct-2", more=f", sent: {SENT}"), []),
        (
            {"warnings.w-1.sent": "{how: post, date: 2025-12-05}"},
            ["2025-12-09 serve R-84 w-1.ct-2 p-2 c-1"],
        ),
        ({"warnings.w-1.sent": SENT, "contracts.ct-2.status": "terminated"}, [SERVE]),
    ],
)
def test_a_warning_that_went_out_is_to_be_proved(changes: Changes, steps: list[str]) -> None:
    assert [each for each in told(changes) if " serve " in each] == steps


def test_the_first_sending_of_a_warning_counts() -> None:
    changes: Changes = {"warnings.w-1.sent": "{how: email, date: 2025-12-01}"}
    found = told(changes | issued(more=f", sent: {SENT}"))
    assert found == ["2025-12-03 serve R-84 w-1.ct-2 p-2 c-1"]


REPLY = "2025-12-10 decide - w-1.ct-2 p-2 c-1"


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({"warnings.w-1.reply_by": "2025-12-10"}, [REPLY]),
        ({"warnings.w-1.reply_by": "2025-12-11"}, []),
        ({"warnings.w-1.reply_by": None}, []),
        ({"warnings.w-1.reply_by": "2025-12-10", "warnings.w-1.reply": "I will come."}, []),
        ({"warnings.w-1.reply_by": "2025-12-10", "warnings.w-1.replied": "2025-12-09"}, []),
        ({"warnings.w-1.reply_by": "2025-12-10", "contracts.ct-2.status": "completed"}, []),
        (
            {"warnings.w-1.reply_by": "2025-12-10", "warnings.w-1.dated": "2025-12-03"}
            | meeting("review", date="2025-12-03"),
            [],
        ),
        (
            {"warnings.w-1.reply_by": "2025-12-10", "warnings.w-1.dated": "2025-12-03"}
            | meeting("review", date="2025-12-02"),
            [REPLY],
        ),
        ({"warnings.w-1.reply_by": "2025-12-10"} | meeting("review", date="2025-12-10"), []),
        ({"warnings.w-1.reply_by": "2025-12-10"} | meeting("review", date="2025-12-09"), [REPLY]),
    ],
)
def test_when_the_time_for_an_answer_is_over_somebody_decides(
    changes: Changes, steps: list[str]
) -> None:
    assert [each for each in told(changes) if " decide - " in each] == steps


@pytest.mark.parametrize(
    ("changes", "what", "number"),
    [
        (
            contact("ct-2", "2025-12-02", ""),
            "Decide on the explanation in nc-3 and on what follows from it.",
            "",
        ),
        (
            contact("ct-2", "2025-12-02", "amend_meeting"),
            "Arrange the meeting on ct-2 decided on in nc-3.",
            "",
        ),
        (
            contact("ct-1", "2025-12-02", "warning"),
            "Write the warning that nc-3 leads to under `warnings`.",
            "",
        ),
        (
            contact("ct-2", "2025-12-04", "none") | {"warnings.w-1.dated": "2025-12-03"},
            "nc-3 came after a warning: arrange a meeting on ct-2.",
            "",
        ),
        (
            issued(more=f", sent: {SENT}"),
            "Write down how and when w-1 was served, and keep the proof.",
            "fam-0007/4",
        ),
        (
            {"warnings.w-1.sent": SENT},
            "Write down how and when w-1 was served, and keep the proof.",
            "",
        ),
        (
            {"warnings.w-1.reply_by": "2025-12-10"},
            "Nobody answered w-1 in time: write the reply down, meet again or end ct-2.",
            "",
        ),
    ],
)
def test_what_is_to_be_done_is_told_in_words(changes: Changes, what: str, number: str) -> None:
    found = list(warnings(outlook(orderly(changes))))
    assert [(step.what, step.number) for step in found] == [(what, number)]


def test_a_decision_on_an_unanswered_warning_says_what_sets_its_day() -> None:
    found = warnings(outlook(orderly({"warnings.w-1.reply_by": "2025-12-10"})))
    assert [step.source for step in found] == ["The day by which the warning asked for an answer"]
