"""The review stage: what the casefile shows beside each row."""

import pytest
from rowwork import COMPLETED, Changes, Table, issued, row

NO_REVIEWS: dict[str, str | None] = {
    "reviews": None,
    "contracts.ct-1.requirements.rq-2.history": None,
    "contracts.ct-1.requirements.rq-3.history": None,
    "noncompliance.nc-1.leads_to": None,
}
MONTHLY = "The contract runs for three months or more, so one each month is advised."
ENDED: dict[str, str | None] = {
    "terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: improved, "
    "agencies_consulted: [pa-1]}}"
}

REVIEW: Table = [
    (
        "review_frequency",
        {},
        f"Reviews held or planned: 20 November 2025, 15 December 2025. {MONTHLY}",
        "Yes",
    ),
    (
        "review_frequency",
        {"contracts.ct-1.first_review": "2025-11-20", "reviews.rv-1.next": "2026-01-12"},
        f"Reviews held or planned: 20 November 2025, 12 January 2026. {MONTHLY}",
        "",
    ),
    (
        "review_frequency",
        {"contracts.ct-1.reviews_planned": "[2026-01-14, 2025-12-15]"},
        (
            "Reviews held or planned: 20 November 2025, 15 December 2025, 14 January 2026. "
            f"{MONTHLY}"
        ),
        "Yes",
    ),
    (
        "review_frequency",
        {
            "contracts.ct-1.period": "{start: 2025-10-20, end: 2025-12-19}",
            "reviews.rv-1.next": None,
        },
        "Reviews held or planned: 20 November 2025.",
        "Yes",
    ),
    (
        "review_frequency",
        {"contracts.ct-1.period": "{months: 6}"},
        f"Reviews held or planned: 20 November 2025, 15 December 2025. {MONTHLY}",
        "Yes",
    ),
    (
        "review_frequency",
        NO_REVIEWS | {"contracts.ct-1.first_review": "2025-11-17"},
        f"Reviews held or planned: 17 November 2025. {MONTHLY}",
        "",
    ),
    (
        "review_frequency",
        NO_REVIEWS | {"contracts.ct-1.first_review": None, "contracts.ct-1.period": None},
        "No reviews recorded yet.",
        "",
    ),
    (
        "review_supplement",
        {},
        "Review of 20 November 2025: 1 action struck through and 1 action added.",
        "",
    ),
    (
        "review_supplement",
        issued("review", "rv-1", "p-1"),
        (
            "Review of 20 November 2025: 1 action struck through and 1 action added. "
            "Supplement dated 24 November 2025."
        ),
        "Yes",
    ),
    ("review_supplement", NO_REVIEWS, "No review recorded yet.", ""),
    (
        "review_signatures",
        {},
        "Version 2. Ms Grace Adaeze Mbeki: 20 November 2025. Mr Tomos Rees: 20 November 2025.",
        "Yes",
    ),
    (
        "review_signatures",
        {"contracts.ct-1.version": "1"},
        "Version 1. Ms Grace Adaeze Mbeki: 20 October 2025. Mr Tomos Rees: 20 October 2025.",
        "",
    ),
    ("review_signatures", NO_REVIEWS, "No review recorded yet.", ""),
    (
        "noncompliance",
        {},
        (
            "12 November 2025: Mr Tomos Rees asked about rq-1, an explanation was given, "
            "taken as reasonable; then a meeting to amend the contract."
        ),
        "Yes",
    ),
    (
        "noncompliance",
        {
            "noncompliance.nc-1.explanation": None,
            "noncompliance.nc-1.reasonable": None,
            "noncompliance.nc-1.outcome": None,
        },
        "12 November 2025: Mr Tomos Rees asked about rq-1, no explanation.",
        "",
    ),
    (
        "noncompliance",
        {"noncompliance.nc-1.reasonable": "false"},
        (
            "12 November 2025: Mr Tomos Rees asked about rq-1, an explanation was given, "
            "not taken as reasonable; then a meeting to amend the contract."
        ),
        "Yes",
    ),
    ("noncompliance", {"noncompliance": None}, "No such contact recorded.", ""),
    ("noncompliance", COMPLETED | {"noncompliance": None}, "No such contact recorded.", "NA"),
    ("warning", {}, "No warning recorded.", ""),
    ("warning", COMPLETED, "No warning recorded.", "NA"),
    (
        "agencies_updated",
        {},
        "Came to a review: Ms Ruth Adeyemi.",
        "Yes",
    ),
    (
        "agencies_updated",
        {"reviews.rv-1.present": "[p-1, st-2]", "partners.pa-2.consulted": "2025-11-19"},
        "Harbour Club consulted on 19 November 2025.",
        "Yes",
    ),
    (
        "agencies_updated",
        {"reviews.rv-1.present": "[p-1, st-2]"},
        "No agency came to a review or was consulted since.",
        "",
    ),
    ("termination", {}, "Not ended early.", ""),
    ("termination", COMPLETED, "Not ended early.", "NA"),
    (
        "termination",
        ENDED,
        (
            "Ended on 10 December 2025 by Mrs Joan Abara: attendance has improved; "
            "consulted: Ms Ruth Adeyemi."
        ),
        "",
    ),
    (
        "termination",
        ENDED | issued("ending", "t-1", "p-1"),
        (
            "Ended on 10 December 2025 by Mrs Joan Abara: attendance has improved; "
            "consulted: Ms Ruth Adeyemi. Letter to Ms Grace Adaeze Mbeki dated 24 November 2025."
        ),
        "Yes",
    ),
    (
        "termination",
        {"terminations": "{t-1: {contract: ct-1, date: 2025-12-10, by: st-1, reason: ehe}}"},
        "Ended on 10 December 2025 by Mrs Joan Abara: the pupil is now educated at home.",
        "",
    ),
    (
        "next_review",
        {},
        (
            "Next review: 15 December 2025. Agreed by all present. "
            "Copy to Ms Grace Adaeze Mbeki on 20 November 2025."
        ),
        "Yes",
    ),
    (
        "next_review",
        {"reviews.rv-1.next_agreed_by_all": None, "reviews.rv-1.copies": None},
        "Next review: 15 December 2025.",
        "",
    ),
    ("next_review", {"reviews.rv-1.next": None}, "No further review set.", ""),
    ("next_review", COMPLETED | {"reviews.rv-1.next": None}, "No further review set.", "NA"),
    ("next_review", NO_REVIEWS, "No review recorded yet.", ""),
    ("declined", {}, "Nobody declined.", ""),
    ("declined", COMPLETED, "Nobody declined.", "NA"),
    (
        "declined",
        {"declined.0.person": "p-1", "declined.0.pupil": "c-1"},
        "Ms Grace Adaeze Mbeki declined on 3 November 2025.",
        "",
    ),
]


@pytest.mark.parametrize(("topic", "changes", "comments", "complete"), REVIEW)
def test_a_review_row_shows_what_the_casefile_holds(
    topic: str, changes: Changes, comments: str, complete: str
) -> None:
    assert row(topic, changes) == (comments, complete)


W_1 = "warnings.w-1"


@pytest.mark.parametrize(
    ("changes", "said", "complete"),
    [
        ({}, "not sent yet", ""),
        (issued("warning", "w-1", "p-2"), "letter dated 24 November 2025", "Yes"),
        ({f"{W_1}.sent": "{how: post, date: 2025-12-03}"}, "sent on 3 December 2025", "Yes"),
        ({f"{W_1}.served": "{how: post, date: 2025-12-04}"}, "served on 4 December 2025", "Yes"),
        ({f"{W_1}.dated": "2025-12-03"}, "dated 3 December 2025", "Yes"),
    ],
)
def test_a_warning_tells_how_it_went_out(changes: Changes, said: str, complete: str) -> None:
    assert row("warning", changes, "ct-2") == (f"Warning to Mr Owen Pryce: {said}.", complete)


def test_a_withdrawn_letter_did_not_go_out() -> None:
    withdrawn = str(issued("warning", "w-1", "p-2")["issued"]).replace(
        "}]", ", withdrawn: {date: 2025-11-25, reason: an error, by: st-1}}]"
    )
    assert "not sent yet" in row("warning", {"issued": withdrawn}, "ct-2")[0]


def test_where_nobody_helps_from_outside_no_agency_is_to_be_told() -> None:
    changes = {
        "partners": None,
        "meetings.m-1.invited": "[p-1]",
        "meetings.m-1.present": "[p-1, st-2]",
        "meetings.m-4.invited": "[p-1]",
        "contracts.ct-1.support.su-2": None,
        "contracts.ct-1.copies": None,
        "reviews.rv-1.present": "[p-1, st-2]",
    }
    assert row("agencies_updated", changes) == ("No agencies recorded.", "NA")
