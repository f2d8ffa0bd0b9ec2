"""The review stage of a checklist: what the casefile shows on each topic (D-01.6)."""

import datetime as dt
from itertools import pairwise

from docgen.model.calendar import add_months
from docgen.model.contract import Declined, Noncompliance, Termination, WarningRecord
from docgen.wording.delivery_rows import signed_by
from docgen.wording.evidence import Complete, Dossier, Evidence, is_long, sentences

OUTCOMES = {
    "amend_meeting": "a meeting to amend the contract",
    "warning": "a warning",
    "review_meeting": "a review meeting",
    "none": "nothing further",
}


def review_frequency(dossier: Dossier) -> Evidence:
    """Show the reviews held and planned; of a longer contract, one a month and one held."""
    contract = dossier.contract
    planned = [review.next for _, review in dossier.reviews[-1:]]
    held = [review.date for _, review in dossier.reviews]
    known = (contract.first_review, *contract.reviews_planned, *held, *planned)
    dates = sorted({day for day in known if day})
    monthly = is_long(contract.period)
    told = (
        f"Reviews held or planned: {', '.join(map(dossier.day, dates))}" if dates else "",
        "" if dates else "No reviews recorded yet",
        "The contract runs for three months or more, so one each month is advised"
        if monthly
        else "",
    )
    kept = bool(held) if monthly else bool(dates)
    kept = kept and (not monthly or _monthly([contract.period.start, *dates]))
    return Evidence(sentences(*told), "done" if kept else None)


def review_supplement(dossier: Dossier) -> Evidence:
    """Show what each review changed, and which supplements were issued."""
    told, issued = [], []
    for key, review in dossier.reviews:
        struck, added = _changes(dossier, key)
        told.append(
            f"Review of {dossier.day(review.date)}: "
            f"{_actions(struck)} struck through and {_actions(added)} added"
        )
        papers = dossier.issued("review", key)
        issued += [f"Supplement dated {dossier.day(paper.dated)}" for paper in papers[-1:]]
    if not told:
        return Evidence("No review recorded yet.")
    return Evidence(sentences(*told, *issued), "done" if len(issued) == len(told) else None)


def review_signatures(dossier: Dossier) -> Evidence:
    """Show who signed the version that the last review left."""
    if not dossier.reviews:
        return Evidence("No review recorded yet.")
    last = dossier.reviews[-1][1]
    version = dossier.contract.version
    given = [each for each in dossier.contract.signatures if each.version == version]
    found = signed_by(dossier, given, last.present)
    complete = found.complete if version > 1 else None
    return Evidence(f"Version {version}. {found.comments}", complete)


def noncompliance(dossier: Dossier) -> Evidence:
    """Show each contact about an action not kept, and what was decided; never what was said."""
    contacts = [e for e in dossier.case.noncompliance.values() if e.contract == dossier.key]
    if not contacts:
        return Evidence("No such contact recorded.", _never(dossier))
    decided = all(contact.reasonable is not None for contact in contacts)
    return Evidence(
        sentences(*(_contact(dossier, e) for e in contacts)), "done" if decided else None
    )


def warning(dossier: Dossier) -> Evidence:
    """Show each warning, and how it went out."""
    warnings = {k: e for k, e in dossier.case.warnings.items() if e.contract == dossier.key}
    if not warnings:
        return Evidence("No warning recorded.", _never(dossier))
    told = {key: _went_out(dossier, key, warned) for key, warned in warnings.items()}
    lines = [
        f"Warning to {dossier.name(warned.to)}: {told[key] or 'not sent yet'}"
        for key, warned in warnings.items()
    ]
    return Evidence(sentences(*lines), "done" if all(told.values()) else None)


def agencies_updated(dossier: Dossier) -> Evidence:
    """Show which partners came to a review, or were consulted since the contract began."""
    partners, start = dossier.case.partners, dossier.contract.period.start
    came = [k for k in partners if any(k in review.present for _, review in dossier.reviews)]
    asked = {
        key: partner.consulted
        for key, partner in partners.items()
        if partner.consulted and start and partner.consulted > start
    }
    if not partners:
        return Evidence("No agencies recorded.", "not_applicable")
    told = (
        f"Came to a review: {dossier.names(came)}" if came else "",
        *(f"{dossier.name(key)} consulted on {dossier.day(day)}" for key, day in asked.items()),
        "" if came or asked else "No agency came to a review or was consulted since",
    )
    return Evidence(sentences(*told), "done" if came or asked else None)


def termination(dossier: Dossier) -> Evidence:
    """Show why the contract was ended, and whether every party was told in writing."""
    endings = {k: e for k, e in dossier.case.terminations.items() if e.contract == dossier.key}
    if not endings:
        return Evidence("Not ended early.", _never(dossier))
    told, complete = [], True
    for key, ending in endings.items():
        letters = {paper.recipient: paper.dated for paper in dossier.issued("termination", key)}
        told.append(_ending(dossier, ending))
        told += [
            f"Letter to {dossier.name(to)} dated {dossier.day(on)}" for to, on in letters.items()
        ]
        complete = complete and set(dossier.contract.parties) <= set(letters)
    return Evidence(sentences(*told), "done" if complete else None)


def next_review(dossier: Dossier) -> Evidence:
    """Show the next date, whether all agreed it, and who got the review's papers."""
    if not dossier.reviews:
        return Evidence("No review recorded yet.")
    last = dossier.reviews[-1][1]
    if last.next is None:
        return Evidence("No further review set.", _never(dossier))
    told = [f"Next review: {dossier.day(last.next)}"]
    told += ["Agreed by all present"] if last.next_agreed_by_all else []
    told += [f"Copy to {dossier.name(e.to)} on {dossier.day(e.date)}" for e in last.copies]
    return Evidence(sentences(*told), "done" if last.next_agreed_by_all else None)


def declined(dossier: Dossier) -> Evidence:
    """Show who of the parties declined; never their reason."""
    contract = dossier.contract
    refusals = [
        entry
        for entry in dossier.case.declined
        if entry.pupil == contract.pupil and entry.person in contract.parties
    ]
    if not refusals:
        return Evidence("Nobody declined.", _never(dossier))
    return Evidence(sentences(*(_refusal(dossier, entry) for entry in refusals)))


def _never(dossier: Dossier) -> Complete | None:
    """Give the answer where nothing is on record: only when all is over does it not apply."""
    return "not_applicable" if dossier.is_over else None


def _monthly(days: list[dt.date | None]) -> bool:
    known = [day for day in days if day]
    return all(later <= add_months(day, 1) for day, later in pairwise(known))


def _changes(dossier: Dossier, review: str) -> tuple[int, int]:
    events = [
        event.event
        for action in dossier.contract.requirements.values()
        for event in action.history
        if event.review == review
    ]
    return events.count("struck_through"), events.count("added")


def _actions(number: int) -> str:
    return "1 action" if number == 1 else f"{number or 'no'} actions"


def _contact(dossier: Dossier, contact: Noncompliance) -> str:
    given = "no explanation" if contact.explanation is None else "an explanation was given"
    judged = {None: "", True: ", taken as reasonable", False: ", not taken as reasonable"}
    outcome = f"; then {OUTCOMES[contact.outcome]}" if contact.outcome else ""
    return (
        f"{dossier.day(contact.date)}: {dossier.name(contact.by)} asked about {contact.action}, "
        f"{given}{judged[contact.reasonable]}{outcome}"
    )


def _went_out(dossier: Dossier, key: str, warned: WarningRecord) -> str:
    papers = dossier.issued("warning", key)
    if papers:
        return f"letter dated {dossier.day(papers[-1].dated)}"
    if warned.sent:
        return f"sent on {dossier.day(warned.sent.date)}"
    if warned.served:
        return f"served on {dossier.day(warned.served.date)}"
    return f"dated {dossier.day(warned.dated)}" if warned.dated else ""


def _ending(dossier: Dossier, ending: Termination) -> str:
    asked = ", ".join(dossier.name(key) for key in ending.agencies_consulted)
    consulted = f"; consulted: {asked}" if asked else ""
    why = dossier.bundle.say(f"ending-{ending.reason}")
    return f"Ended on {dossier.day(ending.date)} by {dossier.name(ending.by)}: {why}{consulted}"


def _refusal(dossier: Dossier, entry: Declined) -> str:
    return f"{dossier.name(entry.person)} declined on {dossier.day(entry.date)}"
