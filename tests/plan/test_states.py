"""How a paper stands: what a finding refuses or holds, what is issued and stands."""

from dataclasses import replace
from typing import get_args

import pytest
from household import family, job

from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Act
from docgen.model.plan import Job, State
from docgen.plan.states import settle, touches


def finding(
    stage: Stage, *about: str, severity: Severity = Severity.ERROR, spares: str = ""
) -> Finding:
    """Give a finding about some keys."""
    return Finding("R-99", severity, "…", "…", stage=stage, about=about, spares=spares)


def doing(act: Act) -> Job:
    """Give the warning's job as if it did another act."""
    found = job("warning")
    return replace(found, kind=replace(found.kind, act=act))


ALL_ACTS: tuple[Act, ...] = get_args(Act)


@pytest.mark.parametrize(
    ("stage", "acts"),
    [
        (Stage.FILE, ""),
        (Stage.LOAD, " ".join(act for act in ALL_ACTS if act != "record")),
        (Stage.ANY, " ".join(ALL_ACTS)),
        (Stage.INVITE, "invite rearranged"),
        (Stage.MISSED, "absence-letter"),
        (Stage.CONTRACT, "contract"),
        (Stage.ISSUE, "review warning termination"),
        (Stage.REVIEW, "review"),
        (Stage.WARN, "warning"),
        (Stage.END, "termination"),
        (Stage.REFER, ""),
    ],
)
def test_a_finding_about_the_whole_case_stops_the_acts_of_its_stage(
    stage: Stage, acts: str
) -> None:
    assert [act for act in ALL_ACTS if touches(finding(stage), doing(act))] == acts.split()


def test_a_finding_about_a_person_or_pupil_at_load_stops_records_about_them_too() -> None:
    assert touches(finding(Stage.LOAD, "p-2"), doing("record"))
    assert not touches(finding(Stage.LOAD, "p-3"), doing("record"))


@pytest.mark.parametrize(
    ("about", "touched"),
    [
        (("w-1",), True),
        (("ct-2",), True),
        (("ct-2", "rq-1"), True),
        (("nc-2",), True),
        (("p-2", "c-1"), True),
        (("ct-1",), False),
        (("p-2", "c-2"), False),
        (("p-1",), False),
    ],
)
def test_a_finding_touches_a_paper_that_concerns_all_its_keys(
    about: tuple[str, ...], touched: bool
) -> None:
    assert touches(finding(Stage.WARN, *about), job("warning")) is touched


def test_a_finding_never_stops_the_paper_it_spares() -> None:
    unserved = finding(Stage.ISSUE, "ct-2", spares="w-1")
    assert not touches(unserved, job("warning"))
    assert touches(unserved, doing("termination")) is False
    assert touches(replace(unserved, spares="w-2"), job("warning"))


@pytest.mark.parametrize(
    ("name", "about", "whom", "touched"),
    [
        ("invite", "m-3", "p-2", True),
        ("warning", "", "", True),
        ("invite", "m-4", "p-1", False),
        ("own-contract", "ct-2", "p-2", False),
        ("contract", "ct-2", "", False),
    ],
)
def test_an_address_that_cannot_be_posted_to_stops_the_letters_to_that_person(
    name: str, about: str, whom: str, touched: bool
) -> None:
    assert touches(finding(Stage.LETTER, "p-2"), job(name, about, whom)) is touched


def test_a_finding_on_an_address_is_about_its_first_key_alone() -> None:
    assert not touches(finding(Stage.LETTER, "p-1", "p-2"), job("warning"))
    assert touches(finding(Stage.LETTER, "p-2", "p-1"), job("warning"))


def test_a_paper_in_everybodys_name_is_no_letter_to_anybody() -> None:
    posted = job("contract", "ct-2")
    posted = replace(posted, kind=replace(posted.kind, letter=True))
    assert not touches(finding(Stage.LETTER, "p-2"), posted)


W, E, I = Severity.WARNING, Severity.ERROR, Severity.INFORMATION  # noqa: E741 (the rules' letters)


@pytest.mark.parametrize(
    ("severities", "state"),
    [
        ([], State.DUE),
        ([I], State.DUE),
        ([W], State.HELD),
        ([I, W, E], State.REFUSED),
    ],
)
def test_an_e_refuses_a_w_holds_and_an_i_does_neither(
    severities: list[Severity], state: State
) -> None:
    found = tuple(finding(Stage.WARN, "w-1", severity=severity) for severity in severities)
    settled = settle(job("warning"), family(), found, "digest")
    assert (settled.state, settled.findings) == (state, found)


def test_a_w_that_was_decided_no_longer_holds_but_is_told() -> None:
    decided = replace(finding(Stage.WARN, "w-1", severity=W), decision="Agreed with the head")
    settled = settle(job("warning"), family(), (decided,), "digest")
    assert (settled.state, settled.findings) == (State.DUE, (decided,))


def test_findings_about_other_papers_are_not_kept() -> None:
    settled = settle(job("warning"), family(), (finding(Stage.WARN, "w-2"),), "digest")
    assert (settled.state, settled.findings) == (State.DUE, ())


@pytest.mark.parametrize(
    ("severity", "state"), [(I, State.PAST), (W, State.PAST), (E, State.REFUSED)]
)
def test_a_past_paper_is_never_held_but_may_be_refused(severity: Severity, state: State) -> None:
    found = finding(Stage.INVITE, "m-3", severity=severity)
    settled = settle(job("invite", "m-3"), family(), (found,), "digest")
    assert (settled.state, settled.findings) == (state, (found,))


@pytest.mark.parametrize(
    ("stage", "about", "state"),
    [
        (Stage.ISSUE, ("ct-2", "p-1"), State.REFUSED),
        (Stage.ISSUE, ("w-1", "p-9"), State.REFUSED),
        (Stage.ISSUE, (), State.REFUSED),
        (Stage.ISSUE, ("ct-1", "p-2"), State.DUE),
        (Stage.ISSUE, ("rv-1", "p-2"), State.DUE),
        (Stage.ISSUE, ("p-1",), State.DUE),
        (Stage.WARN, ("ct-2", "p-1"), State.DUE),
    ],
)
def test_what_is_amiss_after_printing_stops_whatever_comes_next_on_the_contract(
    stage: Stage, about: tuple[str, ...], state: State
) -> None:
    assert settle(job("warning"), family(), (finding(stage, *about),), "digest").state is state


def issued(version: int, inputs: str, withdrawn: str = "", **other: str) -> str:
    """Write down an issued version of the warning, as docgen does."""
    fields = {
        "number": "fam-0007/4",
        "version": str(version),
        "kind": "warning",
        "about": "w-1",
        "recipient": "p-2",
        "pupil": "c-1",
        "dated": "2025-12-03",
        "language": "en",
        "variant": "standard",
        "format": "docx",
        "template": '"1.0"',
        "digest": "00",
        "inputs": inputs,
    }
    if withdrawn:
        fields["withdrawn"] = f"{{date: 2025-12-04, reason: {withdrawn}, by: st-1}}"
    return "{" + ", ".join(f"{key}: {value}" for key, value in (fields | other).items()) + "}"


@pytest.mark.parametrize(
    ("versions", "state"),
    [
        ([issued(1, "same")], State.ISSUED),
        ([issued(1, "other")], State.DUE),
        ([issued(1, "same"), issued(2, "other")], State.DUE),
        ([issued(1, "other"), issued(2, "same")], State.ISSUED),
        ([issued(2, "same"), issued(1, "other")], State.ISSUED),
        ([issued(1, "same", withdrawn="sent too soon")], State.DUE),
        ([issued(1, "same"), issued(2, "other", withdrawn="sent too soon")], State.ISSUED),
        ([issued(1, "same", recipient="p-1")], State.DUE),
        ([issued(1, "same", language="pl")], State.DUE),
    ],
)
def test_a_paper_is_issued_while_its_last_standing_version_has_equal_inputs(
    versions: list[str], state: State
) -> None:
    case = family({"issued": f"[{', '.join(versions)}]"})
    assert settle(job("warning", case=case), case, (), "same").state is state


def test_what_is_issued_is_never_judged_again() -> None:
    case = family({"issued": f"[{issued(1, 'same')}]"})
    settled = settle(job("warning", case=case), case, (finding(Stage.WARN, "w-1"),), "same")
    assert (settled.state, settled.findings) == (State.ISSUED, ())


def test_a_past_paper_that_was_issued_is_told_as_issued() -> None:
    entry = issued(1, "same", kind="invite", about="m-3")
    case = family({"issued": f"[{entry}]"})
    assert settle(job("invite", "m-3", case=case), case, (), "same").state is State.ISSUED


@pytest.mark.parametrize(
    ("withdrawn", "why"),
    [
        ("", "; what goes into it has changed since fam-0007/4 version 1 was issued"),
        ("Sent too soon", "; fam-0007/4 version 1 was withdrawn"),
    ],
)
def test_a_paper_that_is_to_be_issued_again_says_why(withdrawn: str, why: str) -> None:
    case = family({"issued": f"[{issued(1, 'same', withdrawn=withdrawn)}]"})
    settled = settle(job("warning", case=case), case, (), "other")
    assert settled.because.endswith(why)
    past = settle(replace(job("warning", case=case), state=State.PAST), case, (), "other")
    assert past.because == job("warning", case=case).because


SENT = "{how: first_class_post, date: 2025-12-03}"
GONE = "; fam-0007/4 version 1 went out, so withdraw it first if another is to follow"


@pytest.mark.parametrize("how", ["sent", "served"])
def test_a_letter_that_went_out_is_not_due_again_when_something_in_it_changes(how: str) -> None:
    case = family({"issued": f"[{issued(1, 'same', **{how: SENT})}]"})
    paper = job("warning", case=case)
    settled = settle(paper, case, (finding(Stage.WARN, "w-1", severity=W),), "other")
    assert (settled.state, settled.because) == (State.PAST, f"{paper.because}{GONE}")
    assert settle(paper, case, (finding(Stage.WARN, "w-1"),), "other").state is State.REFUSED


@pytest.mark.parametrize(
    ("versions", "state"),
    [
        ([issued(1, "same")], State.DUE),
        ([issued(1, "same", sent=SENT), issued(2, "same")], State.DUE),
        ([issued(1, "same", sent=SENT, withdrawn="Wrong day")], State.DUE),
        ([issued(1, "same", sent=SENT), issued(2, "same", withdrawn="Wrong day")], State.PAST),
    ],
)
def test_a_letter_is_due_again_once_it_was_withdrawn(versions: list[str], state: State) -> None:
    case = family({"issued": f"[{', '.join(versions)}]"})
    assert settle(job("warning", case=case), case, (), "other").state is state


@pytest.mark.parametrize(
    ("act", "state"),
    [
        *((act, State.PAST) for act in ("contract", "review", "copy-letter", "absence-letter")),
        *((act, State.PAST) for act in ("warning", "termination")),
        *((act, State.DUE) for act in ("checklist", "explanation", "invite", "rearranged")),
        *((act, State.DUE) for act in ("meeting-form", "notice", "record")),
    ],
)
def test_what_tells_of_something_to_come_or_is_kept_is_due_again(act: Act, state: State) -> None:
    case = family({"issued": f"[{issued(1, 'same', sent=SENT)}]"})
    assert settle(doing(act), case, (), "other").state is state


def test_who_was_not_there_is_told_again_when_the_support_changes() -> None:
    case = family({"issued": f"[{issued(1, 'same', sent=SENT)}]"})
    letter = doing("copy-letter")
    letter = replace(letter, kind=replace(letter.kind, per="absent-holder"))
    assert settle(letter, case, (), "other").state is State.DUE


@pytest.mark.parametrize(
    ("of", "state"),
    [
        ({}, State.PAST),
        ({"contract_version": "2"}, State.PAST),
        ({"contract_version": "1"}, State.DUE),
    ],
)
def test_each_version_of_a_contract_goes_out(of: dict[str, str], state: State) -> None:
    entry = issued(1, "same", kind="contract", about="ct-1", sent=SENT, **of)
    entry = entry.replace("recipient: p-2, ", "")
    case = family({"issued": f"[{entry}]", "contracts.ct-1.version": "2"})
    assert settle(job("contract", "ct-1", case=case), case, (), "other").state is state
