"""A case's meetings into papers: one per meeting, pupil of it, or parent and pupil."""

from collections.abc import Iterator

from docgen.model.meeting import Meeting
from docgen.model.people import Link
from docgen.plan.papers import Missing, Paper, View

BEFORE = frozenset({"invite", "rearranged"})


def per_meeting(view: View) -> Iterator[Paper]:
    """Give a paper for each standing meeting."""
    for key, met in view.live_meetings:
        yield Paper(key, None, None, _everybody(key, met), f"the {met.kind} meeting {key} stands")


def per_meeting_and_pupil(view: View) -> Iterator[Paper]:
    """Give a paper for each standing meeting and each pupil it is about."""
    for key, met in view.live_meetings:
        for pupil in met.pupils:
            others = frozenset(met.pupils) - {pupil}
            because = f"the {met.kind} meeting {key} stands and is about {pupil}"
            yield Paper(key, None, pupil, _everybody(key, met) - others, because)


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
    for link in view.links:
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
                yield _paper(view, key, link, because)


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
                yield _paper(view, key, link, because)


def per_partner(view: View) -> Iterator[Paper]:
    """Give a paper for each partner invited to a standing meeting."""
    for key, met in view.live_meetings:
        for partner in (each for each in view.case.partners if each in met.invited):
            subjects = frozenset({key, partner, *met.pupils})
            yield Paper(key, partner, None, subjects, f"{partner} is invited to {key}")


def per_receipt(view: View) -> Iterator[Paper]:
    """Give a paper for each party of a contract and the held meeting where it was made."""
    for meeting in (key for key, met in view.live_meetings if met.is_held):
        made = {k: c for k, c in view.case.contracts.items() if c.made_at == meeting}
        for key, contract in made.items():
            for party in contract.parties:
                subjects = frozenset({meeting, party, contract.pupil})
                because = f"{party} is party to {key}, made at {meeting}"
                yield Paper(meeting, party, contract.pupil, subjects, because)


def _paper(view: View, key: str, link: Link, because: str) -> Paper:
    met = view.case.meetings[key]
    concerned = {key, link.person, link.pupil}
    if met.contract:
        concerned.add(met.contract)
    if met.replaces and view.kind.act == "rearranged":
        concerned.add(met.replaces)
    is_past = met.is_held and view.kind.act in BEFORE
    return Paper(key, link.person, link.pupil, frozenset(concerned), because, is_past)


def _everybody(key: str, met: Meeting) -> frozenset[str]:
    return frozenset({key, *met.pupils, *met.invited, *met.attended})


def _gone(key: str, met: Meeting) -> str:
    return f"{key} was replaced by {met.replaced_by}" if met.replaced_by else f"{key} was cancelled"


def _uninvited(view: View, link: Link) -> str:
    for _, met in view.live_meetings:
        if link.person in met.invited and link.pupil in met.pupils:
            return ""
    return f"{link.person} is not invited to any meeting about {link.pupil} that stands"
