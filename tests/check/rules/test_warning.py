"""Warnings: asked first, to the right parent, served, and what comes after: R-80 to R-86 (S-12)."""

from dataclasses import replace

import contractwork
import pytest
from contractwork import Changes, issued
from rulebook import PACK, Edit, carrying, found, subjects

from docgen.model.finding import Severity, Stage

LEADS = "outcome: warning, leads_to: w-1"
NC_1 = "nc-1: {contract: ct-2,"
NC_2 = """nc-2: {contract: ct-2, requirement: rq-1, date: 2025-11-18, by: st-2, channel: phone,
         outcome: warning, leads_to: w-2}"""


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([(LEADS, "outcome: warning")], []),
        ([(LEADS, "leads_to: w-1")], []),
        ([(LEADS, "outcome: review_meeting")], ["w-1"]),
        ([(LEADS, "outcome: amend_meeting, leads_to: rv-1")], ["w-1"]),
        ([(NC_1, "nc-1: {contract: ct-1,")], ["w-1"]),
        ([("nc-1:", f"{NC_2}\n  nc-1:"),
          ("w-1: {contract", "w-2: {contract: ct-2, to: p-2}\n  w-1: {contract"),
          (LEADS, "outcome: none")], ["w-1"]),
    ],
)  # fmt: skip
def test_a_warning_follows_a_contact_that_asked_why(edits: list[Edit], broken: list[str]) -> None:
    assert subjects("R-80", *edits) == broken


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ([], []),
        ([("reasonable: false, ", "")], []),
        ([("reasonable: false", "reasonable: true")], ["w-1"]),
        ([("reasonable: false", "reasonable: true"), (LEADS, "outcome: amend_meeting")], []),
    ],
)
def test_nobody_is_warned_whose_explanation_was_reasonable(
    edits: list[Edit], broken: list[str]
) -> None:
    assert subjects("R-81", *edits) == broken


TO = "w-1: {contract: ct-2, to: p-2,"


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([], ""),
        ([(TO, "w-1: {contract: ct-2, to: p-1,")], "p-1, who was not the one to do ct-2.rq-1"),
        ([(TO, "w-1: {contract: ct-2, to: p-1,"), (LEADS, "outcome: none")],
         "p-1, who is not party to ct-2"),
        ([("parties: [p-2]", "parties: [p-1]")], "p-2, who is not party to ct-2"),
        ([("requirement: rq-1", "requirement: ct-2.rq-1")], ""),
        ([("rq-1: {owner: p-2", "rq-1: {owner: p-1")], "p-2, who was not the one to do ct-2.rq-1"),
        ([("requirement: rq-1", "requirement: rq-8"),
          ("parties: [p-2]", 'parties: [p-2]\n    agreed: {"1": [rq-8]}')], ""),
    ],
)  # fmt: skip
def test_a_warning_goes_to_the_parent_who_did_not_comply(edits: list[Edit], why: str) -> None:
    told = [finding.message for finding in found("R-82", *edits)]
    assert told == ([f"w-1 is addressed to {why}."] if why else [])


@pytest.mark.parametrize(
    ("statements", "missing"),
    [
        (("not_working_may_terminate", "another_course_of_action", "reply_by"), ""),
        (("another_course_of_action", "reply_by"), "warning: not_working_may_terminate"),
        (("not_working_may_terminate", "reply_by"), "warning: another_course_of_action"),
        (("not_working_may_terminate", "another_course_of_action"), "warning: reply_by"),
    ],
)
def test_a_warning_says_what_may_follow(statements: tuple[str, ...], missing: str) -> None:
    told = [finding.message for finding in found("R-83", pack=carrying("warning", *statements))]
    words = f"w-1 would not say all that a warning must; the pack lacks {missing}."
    assert told == ([words] if missing else [])


def test_without_a_warning_nothing_is_asked_of_the_packs_letter() -> None:
    pack = replace(PACK, kinds={"warning": replace(PACK.kinds["warning"], statements=())})
    warning = "sent: {how: post, date: 2025-11-20},\n        served: {how: post, date: 2025-11-24}"
    none = (f"warnings:\n  w-1: {{contract: ct-2, to: p-2, {warning}}}\n", "")
    assert subjects("R-83", pack=pack) == ["w-1"]
    assert subjects("R-83", none, (LEADS, "outcome: none"), pack=pack) == []


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


W_1 = "warnings.w-1"
BY_EMAIL, POSTED = "{how: %s, date: 2025-11-06}", "{how: %s, date: 2025-11-06, also: %s}"


def letter(kind: str = "failed", about: str = "w-1", **more: str) -> dict[str, str]:
    return {"issued": f"[{issued('2025-11-06', kind=kind, about=about, recipient='p-1', **more)}]"}


def given(sent: str | None, served: str | None = None) -> dict[str, str | None]:
    return {f"{W_1}.sent": sent, f"{W_1}.served": served}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, False),
        (given(BY_EMAIL % "email"), True),
        (given(BY_EMAIL % "E-Mail"), True),
        (given(BY_EMAIL % "by_email"), True),
        (given(BY_EMAIL % "first_class_post"), False),
        (given(BY_EMAIL % "text message"), False),
        (given(BY_EMAIL % "e-mail and post"), False),
        (given(BY_EMAIL % "e-mail and Post"), False),
        (given(BY_EMAIL % "by hand after an email"), False),
        (given(POSTED % ("email", "post")), False),
        (given(POSTED % ("post", "email")), False),
        (given(POSTED % ("email", "email to work")), True),
        (given(BY_EMAIL % "email", BY_EMAIL % "read receipt by email"), True),
        (given(BY_EMAIL % "email", BY_EMAIL % "by hand"), False),
        (given(None, BY_EMAIL % "email"), False),
        (given(None), False),
        ({**given(None), **letter(sent=BY_EMAIL % "email")}, True),
        ({**given(None), **letter(sent=BY_EMAIL % "email", served=BY_EMAIL % "by hand")}, False),
        ({**given(None), **letter(served=BY_EMAIL % "email")}, False),
        ({**given(BY_EMAIL % "email"), **letter(sent=BY_EMAIL % "post")}, False),
        ({**given(BY_EMAIL % "email"), **letter("ending", sent=BY_EMAIL % "post")}, True),
        ({**given(BY_EMAIL % "email"), **letter(about="t-1", sent=BY_EMAIL % "post")}, True),
    ],
)
def test_a_warning_goes_by_post_as_well(changes: Changes, broken: bool) -> None:
    told = contractwork.found("R-85", changes)
    assert [finding.message for finding in told] == (
        ["w-1 went out by e-mail only."] if broken else []
    )
    assert all(finding.path == ("warnings", "w-1") for finding in told)


def test_an_email_alone_stops_what_follows_and_not_the_warning() -> None:
    (finding,) = contractwork.found("R-85", given(BY_EMAIL % "email"))
    assert (finding.about, finding.spares) == (("ct-2",), "w-1")
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)


NC_2 = "{contract: ct-2, requirement: rq-1, date: %s, by: st-2, channel: phone}"
AGAIN = {"noncompliance.nc-2": NC_2 % "2025-11-12", "terminations": None, "issued": None}
MEETING = "{kind: %s, pupils: [c-2], date: %s, invited: [p-1]%s}"
REVIEW = "{contract: %s, date: %s, present: [p-1]}"
ENDED = "{t-1: {contract: %s, date: %s, by: st-1, reason: improved, text: Good news.}}"
NO_DAY = {f"{W_1}.dated": None, f"{W_1}.sent": None, f"{W_1}.served": None}


def with_meeting(kind: str, day: str, more: str = "") -> dict[str, str | None]:
    return {**AGAIN, "meetings.m-4": MEETING % (kind, day, more)}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, False),
        (AGAIN, True),
        ({**AGAIN, "noncompliance.nc-2": NC_2 % "2025-11-07"}, True),
        ({**AGAIN, "noncompliance.nc-2": NC_2 % "2025-11-06"}, False),
        ({**AGAIN, "noncompliance.nc-2.leads_to": "w-1"}, False),
        ({**AGAIN, "noncompliance.nc-2": (NC_2 % "2025-11-12").replace("ct-2", "ct-1")}, False),
        ({**AGAIN, "warnings": None, "noncompliance.nc-1.leads_to": None}, False),
        ({**AGAIN, **NO_DAY}, False),
        ({**AGAIN, **NO_DAY, f"{W_1}.dated": "2025-11-11"}, True),
        ({**AGAIN, **NO_DAY, f"{W_1}.dated": "2025-11-12"}, False),
        ({**AGAIN, **NO_DAY, f"{W_1}.sent": BY_EMAIL % "post"}, True),
        ({**AGAIN, **NO_DAY, f"{W_1}.served": BY_EMAIL % "post"}, True),
        ({**AGAIN, **NO_DAY, f"{W_1}.dated": "2025-11-20", **letter()}, True),
        ({**AGAIN, **NO_DAY, **letter()}, True),
        ({**AGAIN, **NO_DAY, **letter("ending")}, False),
        ({**AGAIN, **NO_DAY, **letter(about="ct-2")}, False),
        ({**AGAIN, "terminations": ENDED % ("ct-2", "2025-11-12")}, False),
        ({**AGAIN, "terminations": ENDED % ("ct-2", "2025-11-11")}, True),
        ({**AGAIN, "terminations": ENDED % ("ct-1", "2025-11-12")}, True),
        (with_meeting("review", "2025-11-12"), False),
        (with_meeting("review", "2025-11-11"), True),
        (with_meeting("amendment", "2025-12-01"), False),
        (with_meeting("formal", "2025-12-01"), True),
        (with_meeting("initial", "2025-12-01"), True),
        (with_meeting("review", "2025-12-01", ", cancelled: 2025-11-20"), True),
        (with_meeting("review", "2025-12-01", ", contract: ct-2"), False),
        (with_meeting("review", "2025-12-01", ", contract: ct-1"), True),
        ({**AGAIN, "meetings.m-4": "{kind: review, pupils: [c-1], date: 2025-12-01, invited: []}"},
         True),
        ({**AGAIN, "meetings.m-4": "{kind: review, pupils: [c-2], invited: []}"}, True),
        ({**AGAIN, "reviews.rv-2": REVIEW % ("ct-2", "2025-11-12")}, False),
        ({**AGAIN, "reviews.rv-2": REVIEW % ("ct-2", "2025-11-11")}, True),
        ({**AGAIN, "reviews.rv-2": REVIEW % ("ct-1", "2025-11-12")}, True),
    ],
)  # fmt: skip
def test_after_a_warning_that_did_not_help_there_is_a_meeting(
    changes: Changes, broken: bool
) -> None:
    told = contractwork.found("R-86", changes)
    assert [finding.subject for finding in told] == (["ct-2"] if broken else [])
    assert all(finding.path == ("noncompliance", "nc-2") for finding in told)


def test_the_warning_that_went_out_before_is_never_stopped() -> None:
    (finding,) = contractwork.found("R-86", AGAIN)
    assert finding.spares == "w-1"


def test_the_first_warning_before_it_is_named() -> None:
    second = "{contract: ct-2, to: p-1, dated: 2025-11-05}"
    other = "{contract: ct-1, to: p-1, dated: 2025-11-04}"
    (finding,) = contractwork.found("R-86", {**AGAIN, "warnings.w-2": second, "warnings.w-3": other,
                                             "noncompliance.nc-1.date": "2025-11-05"})  # fmt: skip
    assert finding.message == (
        "nc-2 on 2025-11-12 tells of an action of ct-2 that was not kept after w-2, and no review "
        "or meeting to amend the contract is down since."
    )
    assert (finding.stage, finding.severity) == (Stage.ISSUE, Severity.WARNING)


NOBODY_ASKED = {"noncompliance.nc-1.leads_to": None, "noncompliance.nc-1.outcome": "none"}
AT_W_1 = ("warnings", "w-1")


@pytest.mark.parametrize(
    ("asked", "broken"), [("2025-11-05", []), ("2025-11-06", []), ("2025-11-07", ["w-1"])]
)
def test_the_parent_is_asked_by_the_day_of_the_warning(asked: str, broken: list[str]) -> None:
    told = contractwork.found("R-80", {"noncompliance.nc-1.date": asked})
    assert [finding.subject for finding in told] == broken


@pytest.mark.parametrize(
    ("rule", "changes", "path"),
    [
        ("R-80", NOBODY_ASKED, AT_W_1),
        ("R-81", {"noncompliance.nc-1.reasonable": "true"}, AT_W_1),
        ("R-82", {f"{W_1}.to": "p-2"}, (*AT_W_1, "to")),
        ("R-84", {f"{W_1}.served": None}, AT_W_1),
    ],
)
def test_what_is_wrong_with_a_warning_is_shown_at_its_line(
    rule: str, changes: Changes, path: tuple[str, ...]
) -> None:
    (finding,) = contractwork.found(rule, changes)
    assert finding.path == path


def test_a_letter_that_says_too_little_is_shown_at_the_warning() -> None:
    silent = replace(contractwork.PACK.kinds["failed"], statements=())
    pack = replace(contractwork.PACK, kinds={**contractwork.PACK.kinds, "failed": silent})
    (finding,) = contractwork.found("R-83", pack=pack)
    assert (finding.about, finding.path) == (("w-1",), AT_W_1)
