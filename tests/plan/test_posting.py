"""What goes into which envelope, what is handed over, filed or kept back."""

from dataclasses import replace

from duework import entry, in_state, orderly, with_issued
from household import plan

from docgen.model.case import Case
from docgen.model.plan import Plan, State
from docgen.plan.posting import Out, Posting, is_for_envelope, posting

SENT = "{how: post, date: 2025-12-04}"
GONE = "{date: 2025-12-05, reason: Wrong room, by: st-1}"


def sorted_out(*entries: str, kinds: tuple[str, ...], state: State = State.ISSUED) -> Posting:
    """Sort the papers of some kinds, all in one state, of which these were issued."""
    case = orderly(with_issued(*entries))
    return posting(case, issued_plan(case, kinds, state))


def issued_plan(case: Case, kinds: tuple[str, ...], state: State = State.ISSUED) -> Plan:
    """Give a plan with all jobs in a state."""
    return in_state(plan(*kinds, case=case), state)


def told(papers: tuple[Out, ...]) -> list[str]:
    """Give papers as `number-version kind recipient`."""
    return [
        f"{out.entry.number[9:]}-{out.entry.version} {out.job.kind.name} {out.job.recipient or '-'}"
        for out in papers
    ]


WARNING = entry("warning", "w-1", "p-2")
INVITE = entry("invite", "m-4", "p-1", number="fam-0007/12")
PARTNERS = entry("partner-invite", "m-4", "pa-1", number="fam-0007/3").replace("pupil: c-1, ", "")
AGENDA = entry("agenda", "m-4", number="fam-0007/5")
FORM = entry("pupil-form", "m-4", number="fam-0007/10")
RECORD = entry("contact-record", "nc-1", number="fam-0007/9")
KINDS = ("warning", "invite", "partner-invite", "agenda", "pupil-form", "contact-record")


def test_letters_go_by_recipient_others_are_handed_over_and_staffs_are_filed() -> None:
    found = sorted_out(WARNING, PARTNERS, INVITE, AGENDA, FORM, RECORD, kinds=KINDS)
    assert told(found.post) == ["12-1 invite p-1", "4-1 warning p-2", "3-1 partner-invite pa-1"]
    assert told(found.hand) == ["5-1 agenda -"]
    assert told(found.file) == ["9-1 contact-record -", "10-1 pupil-form -"]
    assert found.left == ()


def test_in_an_envelope_papers_lie_by_pupil_then_by_number() -> None:
    entries = [
        entry("explanation", "m-1", "p-1", "c-2", number="fam-0007/2"),
        entry("explanation", "m-4", "p-1", number="fam-0007/11"),
        entry("invite", "m-4", "p-1", number="fam-0007/8"),
        entry("own-contract", "ct-1", "p-1", number="fam-0007/9"),
    ]
    kinds = ("own-contract", "explanation", "invite")
    case = orderly(
        with_issued(*entries) | {"meetings.m-1.present": None, "contracts.ct-1.signatures": None}
    )
    found = posting(case, issued_plan(case, kinds))
    assert told(found.post) == [
        "8-1 invite p-1",
        "9-1 own-contract p-1",
        "11-1 explanation p-1",
        "2-1 explanation p-1",
    ]


def test_a_receipt_is_signed_at_the_table() -> None:
    case = orderly(with_issued(entry("receipt", "m-3", "p-2")))
    whole = issued_plan(case, ("receipt",))
    for_parents = [replace(job, kind=replace(job.kind, audience="parent")) for job in whole.jobs]
    found = posting(case, replace(whole, jobs=tuple(for_parents)))
    assert (told(found.hand), found.post) == (["4-1 receipt p-2"], ())
    assert not is_for_envelope(found.hand[0].job)


def test_what_was_sent_served_or_withdrawn_is_not_sent_again() -> None:
    for over in ({"sent": SENT}, {"served": SENT}, {"withdrawn": GONE}):
        found = sorted_out(entry("warning", "w-1", "p-2", **over), kinds=KINDS)
        assert found == Posting((), (), (), ())


def test_the_version_that_counts_is_sent() -> None:
    found = sorted_out(
        entry("warning", "w-1", "p-2", sent=SENT),
        entry("warning", "w-1", "p-2", version="2"),
        entry("warning", "w-1", "p-2", version="3", withdrawn=GONE),
        kinds=KINDS,
    )
    assert told(found.post) == ["4-2 warning p-2"]


def test_what_was_never_issued_is_not_sent() -> None:
    assert sorted_out(WARNING, kinds=("invite",)) == Posting((), (), (), ())


def test_what_would_be_made_otherwise_now_stays_with_the_reason() -> None:
    for state in (State.DUE, State.HELD, State.REFUSED):
        found = sorted_out(WARNING, kinds=KINDS, state=state)
        assert (told(found.left), found.post) == (["4-1 warning p-2"], ())
        assert found.left[0].why_not == (
            "what goes into it has changed since: issue it anew, or withdraw it"
        )


def test_what_came_too_late_stays_with_the_reason() -> None:
    over = "it is no longer needed: its meeting was held, or it was handed over"
    past = sorted_out(WARNING, kinds=KINDS, state=State.PAST)
    assert [out.why_not for out in past.left] == [over]
    held = sorted_out(entry("invite", "m-3", "p-2"), kinds=KINDS)
    assert [out.why_not for out in held.left] == [over]


def test_what_is_filed_needs_no_reason() -> None:
    found = sorted_out(RECORD, kinds=KINDS, state=State.PAST)
    assert [out.why_not for out in found.file] == [""]
