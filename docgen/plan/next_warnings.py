"""A case's contacts and warnings into steps: decide what follows, serve, wait no longer, meet."""

import datetime as dt
from collections.abc import Iterator

from docgen.model.calendar import expected_delivery
from docgen.model.case import Issued
from docgen.model.contract import Noncompliance
from docgen.plan.step import Do, Outlook, Step

MEETINGS = frozenset({"amend_meeting", "review_meeting"})
REPLY = "The day by which the warning asked for an answer"


def warnings(outlook: Outlook) -> Iterator[Step]:
    """Give what follows from contacts about actions not kept, and from warnings."""
    for key, contact in outlook.case.noncompliance.items():
        if contact.contract in outlook.in_force:
            yield from _after_contact(outlook, key, contact)
    for key in outlook.case.warnings:
        yield from _unserved(outlook, key)
        yield from _unanswered(outlook, key)


def _after_contact(outlook: Outlook, key: str, contact: Noncompliance) -> Iterator[Step]:
    """Give what a contact leads to, where nothing was decided or what was did not yet follow."""
    contract, has_met = contact.contract, _has_met_since(outlook, contact.contract, contact.date)
    found = _decided(outlook, key, contact, has_met=has_met)
    if _warned_before(outlook, contact) and not has_met:
        found = "arrange", f"{key} came after a warning: arrange a meeting on {contract}.", "R-86"
    if found:
        do, what, rule = found
        pupil, by = outlook.case.contracts[contract].pupil, outlook.soon_after(contact.date)
        yield Step(do, what, (key, contract), by, pupil=pupil, rule=rule)


def _decided(
    outlook: Outlook, key: str, contact: Noncompliance, *, has_met: bool
) -> tuple[Do, str, str] | None:
    """Give what to do about what was decided on a contact, and the rule."""
    if contact.outcome is None:
        return "decide", f"Decide on the explanation in {key} and on what follows from it.", "R-80"
    if contact.outcome in MEETINGS and not has_met:
        return "arrange", f"Arrange the meeting on {contact.contract} decided on in {key}.", "R-81"
    if contact.outcome == "warning" and not _is_warned(outlook, contact):
        return "record", f"Write the warning that {key} leads to under `warnings`.", "R-80"
    return None


def _has_met_since(outlook: Outlook, contract: str, day: dt.date) -> bool:
    """Tell whether a review or a meeting for it was on that day or later, or is still to come."""
    reviews = outlook.case.reviews.values()
    days = [review.date for review in reviews if review.contract == contract]
    days += [met.date or dt.date.max for met in outlook.follow_ups(contract).values()]
    return any(each >= day for each in days)


def _is_warned(outlook: Outlook, contact: Noncompliance) -> bool:
    warned = outlook.case.warnings
    if contact.leads_to:
        return contact.leads_to in warned
    return any(warning.contract == contact.contract for warning in warned.values())


def _warned_before(outlook: Outlook, contact: Noncompliance) -> bool:
    found = outlook.case.warnings.items()
    on_it = (key for key, warning in found if warning.contract == contact.contract)
    days = (_warned_on(outlook, key) for key in on_it)
    return any(day is not None and day < contact.date for day in days)


def _warned_on(outlook: Outlook, key: str) -> dt.date | None:
    """Give the first day on which a warning is known to have gone out."""
    warning, papers = outlook.case.warnings[key], _papers(outlook, key)
    days = [service.date for service in (warning.sent, warning.served) if service]
    days += [paper.dated for paper in papers]
    return min([*days, warning.dated] if warning.dated else days, default=None)


def _papers(outlook: Outlook, key: str) -> list[Issued]:
    return [paper for paper in outlook.case.issued if paper.about == key and not paper.withdrawn]


def _unserved(outlook: Outlook, key: str) -> Iterator[Step]:
    """Give the warning that went out, while nothing tells that it arrived (R-84)."""
    warning, papers = outlook.case.warnings[key], _papers(outlook, key)
    sent = [service for service in (warning.sent, *(paper.sent for paper in papers)) if service]
    if not sent or warning.served or any(paper.served for paper in papers):
        return
    by = expected_delivery(sent[0].date, "first", outlook.days.closed)
    number = papers[-1].number if papers else ""
    what = f"Write down how and when {key} was served, and keep the proof."
    about, pupil = (key, warning.contract), outlook.case.contracts[warning.contract].pupil
    yield Step("serve", what, about, by, warning.to, pupil, "R-84", number=number)


def _unanswered(outlook: Outlook, key: str) -> Iterator[Step]:
    """Give the warning whose time for an answer is over, while nothing was done since."""
    warning = outlook.case.warnings[key]
    contract, by = warning.contract, warning.reply_by
    answered = warning.reply or warning.replied
    if by is None or by >= outlook.today or answered or contract not in outlook.in_force:
        return
    if not _has_met_since(outlook, contract, _warned_on(outlook, key) or by):
        what = f"Nobody answered {key} in time: write the reply down, meet again or end {contract}."
        pupil = outlook.case.contracts[contract].pupil
        yield Step("decide", what, (key, contract), by, warning.to, pupil, source=REPLY)
