"""A case's meetings into papers: one per meeting, pupil of it, or parent and pupil."""

import datetime as dt
from collections.abc import Iterator

from docgen.model.case import Case
from docgen.model.meeting import Meeting
from docgen.model.people import Link
from docgen.plan.papers import Missing, Paper, View

BEFORE = frozenset({"explanation", "invite", "rearranged"})
CERTIFICATE = "attendance_certificate"
ITEMS = frozenset({CERTIFICATE, "attendance_policy", "dfe_parent_guide"})


def per_meeting(view: View) -> Iterator[Paper]:
    """Give a paper for each standing meeting."""
    for key, met in view.live_meetings:
        because = f"the {met.kind} meeting {key} stands"
        yield Paper(key, None, None, _everybody(key, met), because, _is_past(view, met))


def per_meeting_and_pupil(view: View) -> Iterator[Paper]:
    """Give a paper for each standing meeting and each pupil it is about."""
    for key, met in view.live_meetings:
        for pupil in met.pupils:
            others = frozenset(met.pupils) - {pupil}
            because = f"the {met.kind} meeting {key} stands and is about {pupil}"
            subjects = _everybody(key, met) - others
            yield Paper(key, None, pupil, subjects, because, _is_past(view, met))


def per_pair(view: View) -> Iterator[Paper]:
    """Give a paper for each parent written to, pupil, and standing meeting inviting the parent."""
    for key, met in view.live_meetings:
        for link in view.invited(met):
            if not view.why_not(link):
                because = f"{link.person} is invited to {key} about {link.pupil}"
                yield _paper(view, key, link, because)


def not_in_a_pair(view: View) -> Iterator[Missing]:
    """Give the parents not written to, not invited, or invited to what no longer stands."""
    for key, met in view.meetings:
        for link in view.invited(met):
            if not met.is_live and not view.why_not(link):
                yield Missing(key, link.person, link.pupil, _gone(key, met))
    for link in (each for each in view.links if _is_met_about(view, each.pupil)):
        because = view.why_not(link) or _uninvited(view, link)
        if because:
            yield Missing("", link.person, link.pupil, because)


def per_rearranged(view: View) -> Iterator[Paper]:
    """Give a paper for each pair whose meeting replaces another."""
    for key, met in view.live_meetings:
        for link in view.invited(met):
            if met.replaces and not view.why_not(link):
                because = (
                    f"{key} replaces {met.replaces}, "
                    f"and {link.person} is invited to it about {link.pupil}"
                )
                told = met.rearranged is not None and met.rearranged.confirmed is not None
                yield _paper(view, key, link, because, past=told)


def not_rearranged(view: View) -> Iterator[Missing]:
    """Give the parents of a replaced meeting who get no confirmation of the new one."""
    for key, met in view.live_meetings:
        old = view.case.meetings.get(met.replaces or "")
        if old is None:
            continue
        for link in view.links:
            if link.pupil not in met.pupils or link.person not in {*old.invited, *met.invited}:
                continue
            gone = "" if link.person in met.invited else f"{link.person} is not invited to {key}"
            because = view.why_not(link) or gone
            if because:
                yield Missing(key, link.person, link.pupil, because)


def per_absentee(view: View) -> Iterator[Paper]:
    """Give a paper for each invited parent who did not come to a held meeting, and each pupil."""
    for key, met in view.live_meetings:
        for link in view.invited(met):
            if met.is_held and link.person not in met.attended and not view.why_not(link):
                because = f"{link.person} was invited to {key} about {link.pupil} and did not come"
                yield _paper(view, key, link, because, past=came_later(view.case, met, link))


def came_later(case: Case, missed: Meeting, link: Link) -> bool:
    """Tell whether a parent came to a meeting about the pupil after one that they missed."""
    day = missed.date or dt.date.max
    later = (met for met in case.meetings.values() if met.date and met.date > day)
    return any(link.person in met.attended and link.pupil in met.pupils for met in later)


def per_partner(view: View) -> Iterator[Paper]:
    """Give a paper for each partner invited to a standing meeting."""
    for key, met in view.live_meetings:
        for partner in (each for each in view.case.partners if each in met.invited):
            subjects = frozenset({key, partner, *met.pupils})
            because = f"{partner} is invited to {key}"
            yield Paper(key, partner, None, subjects, because, met.is_held)


def per_receipt(view: View) -> Iterator[Paper]:
    """Give a paper for each party of a contract and the held meeting where it was made.

    It is past once the casefile records that they were given all three enclosures.
    """
    for meeting in (key for key, met in view.live_meetings if met.is_held):
        made = {k: c for k, c in view.case.contracts.items() if c.made_at == meeting}
        for key, contract in made.items():
            people = view.case.people
            for party in (each for each in contract.parties if not people[each].organisation):
                subjects = frozenset({meeting, party, contract.pupil})
                because = f"{party} is party to {key}, made at {meeting}"
                past = _given(view, party, contract.pupil) == ITEMS
                yield Paper(meeting, party, contract.pupil, subjects, because, past)


def _paper(view: View, key: str, link: Link, because: str, *, past: bool = False) -> Paper:
    met = view.case.meetings[key]
    concerned = {key, link.person, link.pupil}
    if met.contract:
        concerned.add(met.contract)
    if met.replaces and view.kind.act == "rearranged":
        concerned.add(met.replaces)
    past = past or (met.is_held and view.kind.act in BEFORE)
    past = past or (link.explained is not None and view.kind.act == "explanation")
    return Paper(key, link.person, link.pupil, frozenset(concerned), because, past)


def _given(view: View, person: str, pupil: str) -> frozenset[str]:
    """Give what is recorded as handed to somebody; a certificate only if it is the pupil's."""
    own = {pupil} if len(view.case.pupils) > 1 else {pupil, None}
    return frozenset(
        one.item
        for one in view.case.enclosures_given
        if person in one.to and (one.item != CERTIFICATE or one.pupil in own)
    )


def _is_past(view: View, met: Meeting) -> bool:
    """Tell whether a paper on a meeting comes too late; what staff write down there doesn't."""
    is_filled_in = view.kind.act == "meeting-form" and view.kind.audience == "staff"
    return met.is_held and not is_filled_in


def _everybody(key: str, met: Meeting) -> frozenset[str]:
    return frozenset({key, *met.pupils, *met.invited, *met.attended})


def _gone(key: str, met: Meeting) -> str:
    return f"{key} was replaced by {met.replaced_by}" if met.replaced_by else f"{key} was cancelled"


def _is_met_about(view: View, pupil: str) -> bool:
    """Tell whether a kind for some sorts of meetings has one about a pupil at all."""
    is_for_all = "meeting" not in view.kind.only
    return is_for_all or any(pupil in met.pupils for _, met in view.live_meetings)


def _uninvited(view: View, link: Link) -> str:
    for _, met in view.live_meetings:
        if link.person in met.invited and link.pupil in met.pupils:
            return ""
    sorts = _one_of(view.kind.only.get("meeting", ()))
    return f"{link.person} is not invited to any {sorts}meeting about {link.pupil} that stands"


def _one_of(sorts: tuple[str, ...]) -> str:
    """Put sorts of meetings before the word: `review, amendment or formal `."""
    most, last = ", ".join(sorts[:-1]), "".join(f"{sort} " for sort in sorts[-1:])
    return f"{most} or {last}" if most else last
