"""A case's contracts and reviews into papers about their copies: who was there, who was not."""

from collections.abc import Iterator

from docgen.model.case import Case
from docgen.model.contract import AGREED, Copy
from docgen.model.people import Link
from docgen.plan.papers import NO_INDIVIDUAL, Missing, Paper, View


def per_participant(view: View) -> Iterator[Paper]:
    """Give a copy for each parent and partner there when a contract was made or reviewed."""
    for about, contract, present in _gatherings(view):
        for person in present:
            if person in view.case.people or person in view.case.partners:
                subjects = view.contract_subjects(contract) | {about, person}
                pupil = view.case.contracts[contract].pupil
                past = about == contract and view.is_over(contract)
                past = past or _has_copy(view, about, person)
                yield Paper(about, person, pupil, subjects, f"{person} was there for {about}", past)


def not_a_participant(view: View) -> Iterator[Missing]:
    """Give the pupils who were there: their copy goes through a parent (decisions 1)."""
    for about, contract, present in _gatherings(view):
        pupil = view.case.contracts[contract].pupil
        if pupil in present:
            because = f"the copy for {pupil} goes through a parent"
            yield Missing(about, pupil, pupil, because)


def per_absent_holder(view: View) -> Iterator[Paper]:
    """Give a paper for each holder of parental responsibility not party to a contract in force."""
    for key, link in _holders(view):
        if not barred(view.case, link):
            subjects = view.contract_subjects(key) | {link.person}
            because = (
                f"{link.person} has parental responsibility for {link.pupil} "
                f"and is not party to {key}"
            )
            past = view.is_over(key) or _has_copy(view, key, link.person)
            yield Paper(key, link.person, link.pupil, subjects, because, past)


def not_told(view: View) -> Iterator[Missing]:
    """Give the holders of parental responsibility whom no letter may go to."""
    for key, link in _holders(view):
        because = barred(view.case, link)
        if because:
            yield Missing(key, link.person, link.pupil, because)


def barred(case: Case, link: Link) -> str:
    """Tell why somebody must not be told of a contract about a pupil; nothing if they may."""
    if case.people[link.person].organisation:
        return NO_INDIVIDUAL.format(person=link.person)
    uncleared = [order for order in case.family.court_orders if not order.cleared_by]
    if any((order.person, order.pupil) == (link.person, link.pupil) for order in uncleared):
        return f"a court order limits what may go to {link.person} about {link.pupil}"
    return ""


def _gatherings(view: View) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give each contract in force and each review: its key, its contract's, and who was there."""
    for key, contract in view.case.contracts.items():
        met = view.case.meetings.get(contract.made_at or "")
        if met and contract.status in AGREED:
            yield key, key, met.attended
    for key, review in view.case.reviews.items():
        yield key, review.contract, review.present


def _has_copy(view: View, about: str, person: str) -> bool:
    """Tell whether a copy of a contract or a review was handed over without docgen."""
    case = view.case
    copies: tuple[Copy, ...]
    copies = (case.reviews[about] if about in case.reviews else case.contracts[about]).copies
    return any(copy.to == person for copy in copies)


def _holders(view: View) -> Iterator[tuple[str, Link]]:
    for key, contract in view.case.contracts.items():
        for link in view.links:
            holds = "parental_responsibility" in link.basis and link.pupil == contract.pupil
            if holds and link.person not in contract.parties and contract.status in AGREED:
                yield key, link
