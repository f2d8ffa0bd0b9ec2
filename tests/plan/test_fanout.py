"""Who gets which paper, who gets none, and why."""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from household import PERS, TODAY, family, job, kind, pack, plan

from docgen.model.pack import Per
from docgen.model.plan import State
from docgen.plan.fanout import FANS, fan_out

Changes = dict[str, str | None]

ENDING = "{contract: ct-1, date: 2025-12-10, by: st-1, reason: improved}"
ENDED: Changes = {"terminations": f"{{t-1: {ENDING}}}"}
NO_CONTRACT: Changes = {
    "no_contract": "{n-1: {pupil: c-2, date: 2025-11-10, by: st-1, rationale: Not now.}}"
}
NO_COPIES: Changes = {"contracts.ct-1.copies": None, "reviews.rv-1.copies": None}
JOINT: Changes = {"contracts.ct-1.parties": "[p-1, p-2]"}


def shown(kind: str, changes: Changes | None = None, today: str = "2025-12-11") -> list[str]:
    """Give the papers of a kind, as `about recipient pupil`."""
    found = plan(kind, case=family(changes), today=dt.date.fromisoformat(today)).jobs
    return [" ".join(filter(None, (e.about, e.recipient, e.pupil))) for e in found]


def states(kind: str, changes: Changes | None = None) -> list[str]:
    """Give the state of each paper of a kind."""
    return [each.state.value for each in plan(kind, case=family(changes)).jobs]


def test_in_a_closed_case_all_is_past() -> None:
    closed: Changes = {"status": "closed"}
    for name in PERS:
        assert set(states(name, closed)) <= {"past"}, name
    assert states("warning", closed) == ["past"]


@pytest.mark.parametrize(
    ("kind", "papers"),
    [
        ("memo", [""]),
        ("links", [""]),
        ("form", ["m-1", "m-3", "m-4"]),
        ("pupil-form", ["m-1 c-1", "m-1 c-2", "m-3 c-1", "m-4 c-1"]),
        ("invite", ["m-1 p-1 c-1", "m-1 p-1 c-2", "m-3 p-2 c-1", "m-4 p-1 c-1"]),
        ("rearranged", ["m-3 p-2 c-1"]),
        ("partner-invite", ["m-1 pa-1", "m-4 pa-1"]),
        ("receipt", ["m-1 p-1 c-1", "m-3 p-2 c-1"]),
        ("missed-you", []),
        ("checklist", ["ct-1 c-1", "ct-2 c-1", "ct-3 c-2"]),
        ("contract", ["ct-1 c-1", "ct-2 c-1"]),
        ("own-contract", ["ct-1 p-1 c-1", "ct-2 p-2 c-1"]),
        (
            "copy",
            ["ct-1 p-1 c-1", "ct-1 pa-1 c-1", "ct-2 p-2 c-1", "rv-1 p-1 c-1", "rv-1 pa-1 c-1"],
        ),
        ("support-letter", ["ct-1 p-2 c-1", "ct-2 p-1 c-1"]),
        ("review", ["rv-1 c-1"]),
        ("warning", ["w-1 p-2 c-1"]),
        ("ending", []),
        ("contact-record", ["nc-1 c-1", "nc-2 c-1"]),
        ("refusal-record", ["m-3 p-2 c-2"]),
        ("explanation", ["m-1 p-1 c-1", "m-1 p-1 c-2", "m-3 p-2 c-1", "m-4 p-1 c-1"]),
        ("engagement-record", []),
        ("ending-record", []),
        ("no-contract", []),
    ],
)
def test_each_per_gives_one_paper_for_each(kind: str, papers: list[str]) -> None:
    assert shown(kind) == papers


@pytest.mark.parametrize(
    ("kind", "changes", "papers"),
    [
        ("ending", ENDED | JOINT, ["t-1 p-1 c-1", "t-1 p-2 c-1"]),
        ("ending-record", ENDED | JOINT, ["t-1 c-1"]),
        ("no-contract", NO_CONTRACT, ["n-1 c-2"]),
        ("engagement-record", {"meetings.m-3.present": "[st-3]"}, ["m-3 p-2 c-1"]),
        ("missed-you", {"meetings.m-3.present": "[st-3]"}, ["m-3 p-2 c-1"]),
        (
            "missed-you",
            {"meetings.m-3.present_online": "[p-2]", "meetings.m-3.present": "[st-3]"},
            [],
        ),
        ("form", {"meetings.m-4.cancelled": "2025-12-01"}, ["m-1", "m-3"]),
        ("refusal-record", {"declined.0.meeting": None}, ["p-2 c-2"]),
        (
            "invite",
            {"meetings.m-4.invited": "[p-3, p-1]"},
            ["m-1 p-1 c-1", "m-1 p-1 c-2", "m-3 p-2 c-1", "m-4 p-1 c-1"],
        ),
        ("contract", {"contracts.ct-1.status": "declined"}, ["ct-2 c-1"]),
        ("checklist", {"contracts.ct-1.status": "declined"}, ["ct-1 c-1", "ct-2 c-1", "ct-3 c-2"]),
        ("own-contract", JOINT, ["ct-1 p-1 c-1", "ct-2 p-2 c-1"]),
        ("support-letter", {"contracts.ct-1.status": "offered"}, ["ct-2 p-1 c-1"]),
        ("support-letter", {"links.2.basis": "[natural]"}, ["ct-2 p-1 c-1"]),
        ("warning", {"reviews.rv-1.meeting": "m-4"}, ["w-1 p-2 c-1"]),
        (
            "copy",
            {"contracts.ct-1.made_at": None},
            ["ct-2 p-2 c-1", "rv-1 p-1 c-1", "rv-1 pa-1 c-1"],
        ),
    ],
)
def test_what_happened_decides_who_gets_a_paper(
    kind: str, changes: Changes, papers: list[str]
) -> None:
    assert shown(kind, changes) == papers


CAME_NO_MORE: Changes = {"meetings.m-3.present": "[st-3]"}
LATER = (
    "{{kind: initial, pupils: [{pupil}], date: {date}, time: '09:00', invited: [{who}],"
    " present: [{who}, st-2]}}"
)


def met_again(pupil: str = "c-1", date: str = "2025-11-10", who: str = "p-2") -> Changes:
    """Have p-2 miss m-3, and somebody come to another meeting."""
    return CAME_NO_MORE | {"meetings.m-9": LATER.format(pupil=pupil, date=date, who=who)}


def given(*items: str, to: str = "p-1", pupil: str = "c-1") -> Changes:
    """Have enclosures handed over."""
    listed = ", ".join(
        f"{{item: {item}, to: [{to}], date: 2025-10-20, medium: hard_copy, by: st-2"
        + (f", pupil: {pupil}}}" if pupil and item == "attendance_certificate" else "}")
        for item in items
    )
    return {"enclosures_given": f"[{listed}]"}


ALL_THREE = ("attendance_certificate", "attendance_policy", "dfe_parent_guide")
ONE_PUPIL: Changes = {
    "pupils.c-2": None,
    "links.1": None,
    "links.2": None,
    "meetings.m-1.pupils": "[c-1]",
    "contracts.ct-3": None,
    "declined": None,
}


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("invite", {}, ["past", "past", "past", "due"]),
        ("explanation", {}, ["past", "past", "past", "due"]),
        ("explanation", {"links.0.explained": "2025-10-01"}, ["past", "past", "past", "past"]),
        ("invite", {"links.0.explained": "2025-10-01"}, ["past", "past", "past", "due"]),
        ("rearranged", {"meetings.m-3.present": None}, ["due"]),
        ("rearranged", {}, ["past"]),
        (
            "rearranged",
            {
                "meetings.m-3.present": None,
                "meetings.m-3.rearranged": "{asked_by: p-2, asked: 2025-10-20}",
            },
            ["due"],
        ),
        (
            "rearranged",
            {
                "meetings.m-3.present": None,
                "meetings.m-3.rearranged": (
                    "{asked_by: p-2, asked: 2025-10-20, confirmed: 2025-10-22}"
                ),
            },
            ["past"],
        ),
        ("partner-invite", {}, ["past", "due"]),
        ("agenda", {}, ["past", "past", "past", "due"]),
        ("script", {}, ["past", "past", "past", "due"]),
        ("leaflet", {}, ["past", "past", "due"]),
        ("pupil-form", {}, ["due", "due", "due", "due"]),
        ("form", {}, ["due", "due", "due"]),
        ("contract", {"contracts.ct-1.status": "terminated"}, ["past", "due"]),
        ("contract", {"contracts.ct-1.status": "completed"}, ["past", "due"]),
        ("contract", ENDED, ["past", "due"]),
        (
            "contract",
            {"terminations": f"{{t-1: {ENDING}}}".replace("12-10", "12-12")},
            ["due", "due"],
        ),
        (
            "contract",
            {"terminations": f"{{t-1: {ENDING}}}".replace("12-10", "12-11")},
            ["past", "due"],
        ),
        ("checklist", ENDED, ["due", "due", "due"]),
        ("own-contract", ENDED, ["past", "due"]),
        ("copy", {}, ["past", "past", "due", "past", "due"]),
        ("copy", ENDED | NO_COPIES, ["past", "past", "due", "due", "due"]),
        ("copy", NO_COPIES, ["due", "due", "due", "due", "due"]),
        ("support-letter", ENDED, ["past", "due"]),
        (
            "support-letter",
            {"contracts.ct-2.copies": "[{to: p-1, date: 2025-11-05, mode: support_letter}]"},
            ["due", "past"],
        ),
        ("review", ENDED, ["due"]),
        ("ending-record", ENDED, ["due"]),
        ("warning", {}, ["due"]),
        ("warning", {"warnings.w-1.dated": "2025-12-03"}, ["past"]),
        ("warning", {"warnings.w-1.sent": "{how: post, date: 2025-12-03}"}, ["past"]),
        ("warning", {"warnings.w-1.served": "{how: by hand, date: 2025-12-03}"}, ["past"]),
        ("missed-you", CAME_NO_MORE, ["due"]),
        ("missed-you", met_again(), ["past"]),
        ("missed-you", met_again(date="2025-11-03"), ["due"]),
        ("missed-you", met_again(pupil="c-2"), ["due"]),
        ("missed-you", met_again(who="p-1"), ["due"]),
        ("missed-you", met_again() | {"meetings.m-3.date": None}, ["due"]),
        ("engagement-record", met_again(), ["due"]),
        ("receipt", given(*ALL_THREE), ["past", "due"]),
        ("receipt", given(*ALL_THREE, to="p-1, p-2"), ["past", "past"]),
        ("receipt", given(*ALL_THREE[1:]), ["due", "due"]),
        ("receipt", given(*ALL_THREE, pupil="c-2"), ["due", "due"]),
        ("receipt", given(*ALL_THREE, pupil=""), ["due", "due"]),
        ("receipt", given(*ALL_THREE, pupil="") | ONE_PUPIL, ["past", "due"]),
        ("receipt", given(*ALL_THREE) | ONE_PUPIL, ["past", "due"]),
    ],
)
def test_a_paper_is_past_once_its_time_is_over_or_it_was_handed_over_without_docgen(
    kind: str, changes: Changes, expected: list[str]
) -> None:
    assert states(kind, changes) == expected


PR_HOLDER = "p-2 has parental responsibility for c-1 and is not party to ct-1"


@pytest.mark.parametrize(
    ("kind", "about", "whom", "because"),
    [
        ("invite", "m-3", "p-2", "p-2 is invited to m-3 about c-1"),
        ("rearranged", "m-3", "", "m-3 replaces m-2, and p-2 is invited to it about c-1"),
        ("contract", "ct-1", "", "ct-1 is a contract with p-1 about c-1"),
        ("checklist", "ct-3", "", "each contract has a checklist; this is for ct-3 about c-2"),
        ("own-contract", "ct-2", "", "p-2 is party to ct-2 about c-1"),
        ("review", "", "", "rv-1 reviewed ct-1 about c-1"),
        ("warning", "", "", "w-1 warns p-2 that ct-2 about c-1 is not working"),
        ("partner-invite", "m-4", "", "pa-1 is invited to m-4"),
        ("links", "", "", "the pack has one for all, links"),
        ("memo", "", "", "each case has one: fam-0007"),
        ("form", "m-4", "", "the review meeting m-4 stands"),
        ("pupil-form", "m-4", "", "the review meeting m-4 stands and is about c-1"),
        ("receipt", "m-3", "", "p-2 is party to ct-2, made at m-3"),
        ("support-letter", "ct-1", "", PR_HOLDER),
        ("copy", "rv-1", "pa-1", "pa-1 was there for rv-1"),
        ("contact-record", "nc-2", "", "nc-2 is about rq-1 of ct-2"),
        ("refusal-record", "m-3", "", "p-2 declined a contract about c-2"),
    ],
)
def test_a_job_says_why_it_exists_in_keys_alone(
    kind: str, about: str, whom: str, because: str
) -> None:
    assert job(kind, about, whom).because == because


@pytest.mark.parametrize(
    ("kind", "changes", "because"),
    [
        ("ending", ENDED, "t-1 ended ct-1, to which p-1 is party"),
        ("ending-record", ENDED, "t-1 ended ct-1 about c-1"),
        ("no-contract", NO_CONTRACT, "n-1 records why there is no contract about c-2"),
        ("missed-you", CAME_NO_MORE, "p-2 was invited to m-3 about c-1 and did not come"),
    ],
)
def test_a_paper_on_what_happened_says_what_it_was(
    kind: str, changes: Changes, because: str
) -> None:
    assert job(kind, case=family(changes)).because == because


def test_a_decision_against_a_contract_concerns_itself_and_the_pupil_alone() -> None:
    assert job("no-contract", case=family(NO_CONTRACT)).subjects == {"n-1", "c-2"}


@pytest.mark.parametrize("kind", ["ending", "ending-record"])
def test_the_papers_on_an_ending_concern_the_whole_contract(kind: str) -> None:
    assert job(kind, case=family(ENDED)).subjects == {"t-1", *CT_1.split()}


CT_1 = "ct-1 c-1 p-1 m-1 rq-1 rq-2 rq-3 su-1 su-2 st-2 pa-1"
CT_2 = "ct-2 c-1 p-2 m-3 rq-1 su-1 st-3"


@pytest.mark.parametrize(
    ("kind", "about", "whom", "subjects"),
    [
        ("invite", "m-1", "c-2", "m-1 p-1 c-2"),
        ("invite", "m-3", "p-2", "m-3 p-2 c-1"),
        ("invite", "m-4", "p-1", "m-4 p-1 c-1 ct-1"),
        ("rearranged", "m-3", "p-2", "m-3 m-2 p-2 c-1"),
        ("form", "m-1", "", "m-1 c-1 c-2 p-1 st-2 st-3 pa-1"),
        ("form", "m-4", "", "m-4 c-1 p-1 pa-1"),
        ("pupil-form", "m-1", "c-2", "m-1 c-2 p-1 st-2 st-3 pa-1"),
        ("partner-invite", "m-1", "", "m-1 pa-1 c-1 c-2"),
        ("receipt", "m-1", "", "m-1 p-1 c-1"),
        ("contract", "ct-1", "", CT_1),
        ("contract", "ct-2", "", CT_2),
        ("checklist", "ct-3", "", "ct-3 c-2 p-1"),
        ("review", "rv-1", "", f"rv-1 {CT_1}"),
        ("warning", "w-1", "", f"w-1 nc-2 {CT_2}"),
        ("contact-record", "nc-2", "", f"nc-2 {CT_2}"),
        ("support-letter", "ct-1", "", f"p-2 {CT_1}"),
        ("copy", "rv-1", "pa-1", f"rv-1 {CT_1}"),
        ("refusal-record", "m-3", "", "m-3 p-2 c-2"),
        ("links", "", "", ""),
    ],
)
def test_subjects_are_all_keys_that_a_paper_shows_or_concerns(
    kind: str, about: str, whom: str, subjects: str
) -> None:
    assert job(kind, about, whom).subjects == set(subjects.split())


def test_a_review_that_names_its_meeting_concerns_it_too() -> None:
    case = family({"reviews.rv-1.meeting": "m-4"})
    assert "m-4" in job("review", case=case).subjects


def test_a_paper_on_the_whole_case_concerns_all_its_records() -> None:
    subjects = job("memo").subjects
    assert {"p-1", "p-3", "c-2", "pa-2", "m-2", "ct-3", "rv-1", "nc-2", "w-1"} <= subjects


def test_a_paper_on_the_whole_case_concerns_its_endings_and_decisions_too() -> None:
    assert {"t-1", "n-1"} <= job("memo", case=family(ENDED | NO_CONTRACT)).subjects


def test_a_warning_concerns_whom_it_is_addressed_to_even_if_they_are_no_party() -> None:
    assert {"p-1", "p-2"} <= job("warning", case=family({"warnings.w-1.to": "p-1"})).subjects


def test_a_copy_concerns_whom_it_is_for_even_if_they_are_no_party() -> None:
    case = family({"meetings.m-1.present": "[p-2, st-2]"})
    assert "p-2" in job("copy", "ct-1", "p-2", case=case).subjects


def test_a_contract_concerns_all_who_are_asked_to_sign_it() -> None:
    assert (
        "pa-2"
        in job("contract", "ct-1", case=family({"contracts.ct-1.also_sign": "[pa-2]"})).subjects
    )


def test_pupils_come_in_their_own_order_not_in_that_of_the_links() -> None:
    swapped: Changes = {"links.0.pupil": "c-2", "links.1.pupil": "c-1"}
    assert shown("invite", swapped)[:2] == ["m-1 p-1 c-1", "m-1 p-1 c-2"]


def test_who_gets_no_paper_is_not_named_as_a_reader_of_another_language() -> None:
    case = family({"people.p-3.languages": "{reads: pl, speaks: pl}"})
    assert fan_out(case, pack("invite", "contract"), TODAY).readers == ()


def test_only_narrows_a_kind_to_meetings_of_some_kinds() -> None:
    whole = pack("invite")
    narrow = replace(whole.kinds["invite"], only={"meeting": ("review",)})
    found = fan_out(family(), replace(whole, kinds={"invite": narrow}), dt.date(2025, 12, 11))
    assert [each.about for each in found.jobs] == ["m-4"]
    assert [each.person for each in found.left_out] == ["p-2", "p-3"]
    assert [each.pupil for each in found.left_out] == ["c-1", "c-1"]


@pytest.mark.parametrize(
    ("sorts", "told"),
    [
        (("review",), "any review meeting"),
        (("review", "formal"), "any review or formal meeting"),
        (("review", "amendment", "formal"), "any review, amendment or formal meeting"),
    ],
)
def test_who_is_left_out_of_some_sorts_of_meetings_is_told_which(
    sorts: tuple[str, ...], told: str
) -> None:
    whole = pack("invite")
    narrow = replace(whole.kinds["invite"], only={"meeting": sorts})
    found = fan_out(family(), replace(whole, kinds={"invite": narrow}), dt.date(2025, 12, 11))
    assert found.left_out[0].because == f"p-2 is not invited to {told} about c-1 that stands"


def test_nobody_is_left_out_of_a_kind_for_meetings_that_there_are_none_of() -> None:
    whole = pack("invite")
    narrow = replace(whole.kinds["invite"], only={"meeting": ("amendment", "formal")})
    found = fan_out(family(), replace(whole, kinds={"invite": narrow}), dt.date(2025, 12, 11))
    assert (found.jobs, found.left_out) == ((), ())


def test_an_organisation_signs_no_receipt_and_a_contract_not_agreed_has_no_copies() -> None:
    council, offered = {"people.p-2.organisation": "true"}, {"contracts.ct-2.status": "offered"}
    receipts = plan("receipt").jobs, plan("receipt", case=family(council)).jobs
    assert [[each.recipient for each in jobs] for jobs in receipts] == [["p-1", "p-2"], ["p-1"]]
    copies = plan("copy").jobs, plan("copy", case=family(offered)).jobs
    assert [[each.about for each in jobs].count("ct-2") for jobs in copies] == [1, 0]


def test_a_paper_without_a_recipient_is_standard_english_in_word() -> None:
    found = job("contract", "ct-1")
    assert (found.variant, found.language, found.format) == ("standard", "en", "docx")
    assert (found.counterpart, found.school, found.state) == (None, "s-1", State.DUE)


def test_jobs_stand_in_the_order_of_kinds_then_records_then_people() -> None:
    changes = {"meetings.m-1.invited": "[p-2, p-1]", "meetings.m-1.pupils": "[c-2, c-1]"}
    found = plan("warning", "invite", case=family(changes))
    assert [(each.kind.name, each.about, each.recipient, each.pupil) for each in found.jobs][
        :5
    ] == [
        ("warning", "w-1", "p-2", "c-1"),
        ("invite", "m-1", "p-1", "c-1"),
        ("invite", "m-1", "p-1", "c-2"),
        ("invite", "m-1", "p-2", "c-1"),
        ("invite", "m-1", "p-2", "c-2"),
    ]


def test_two_records_of_the_same_refusal_make_one_paper() -> None:
    entry = "{pupil: c-2, person: p-2, date: 2025-11-03, meeting: m-3}"
    assert shown("refusal-record", {"declined": f"[{entry}, {entry}]"}) == ["m-3 p-2 c-2"]


def test_a_kind_goes_by_its_name_in_the_pack() -> None:
    unnamed = replace(kind("x", *PERS["links"]), name="")
    whole = replace(pack(), kinds={"links": unnamed})
    found = fan_out(family(), whole, dt.date(2025, 12, 11))
    assert [each.kind.name for each in found.jobs] == ["links"]
    assert (found.case_id, found.authority) == ("fam-0007", "saltshire")


def test_every_per_of_the_model_has_its_fan() -> None:
    assert set(FANS) == set(get_args(Per))


@pytest.mark.parametrize(
    ("reads", "kinds", "told"),
    [
        ("pl", ("invite",), (("p-1", "pl"),)),
        ("en", ("invite",), ()),
        ("en-GB", ("contract",), ()),
        ("ur", ("contract",), (("p-1", "ur"),)),
        ("ur", ("checklist",), ()),
    ],
)
def test_the_plan_names_those_who_read_another_language_than_their_papers(
    reads: str, kinds: tuple[str, ...], told: tuple[tuple[str, str], ...]
) -> None:
    case = family({"people.p-1.languages": f"{{reads: {reads}, speaks: {reads}}}"})
    assert fan_out(case, pack(*kinds), TODAY).readers == told
