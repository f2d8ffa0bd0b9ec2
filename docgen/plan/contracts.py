"""A case's contracts into papers: one per contract, or per party of one."""

from collections.abc import Iterator

from docgen.model.people import Link
from docgen.plan.papers import UNMADE, Missing, Paper, View


def per_contract(view: View) -> Iterator[Paper]:
    """Give a paper for each contract; one only planned or declined has just its checklist."""
    for key in _contracts(view):
        yield _paper(view, key, None)


def per_party(view: View) -> Iterator[Paper]:
    """Give a paper for each contract and each of its parties who was there."""
    for key in _contracts(view):
        contract = view.case.contracts[key]
        for party in contract.parties:
            if party not in view.absent_from(contract):
                yield _paper(view, key, party)


def not_a_party(view: View) -> Iterator[Missing]:
    """Give the parties without a contract, then the parents who are party to none."""
    if view.kind.act == "checklist":
        return
    for key, contract in view.case.contracts.items():
        for party in contract.parties:
            because = _without(view, key, party)
            if because:
                yield Missing(key, party, contract.pupil, because)
    for link in view.links:
        because = _outside(view, link)
        if because:
            yield Missing("", link.person, link.pupil, because)


def _contracts(view: View) -> Iterator[str]:
    for key, contract in view.case.contracts.items():
        if view.kind.act == "checklist" or contract.status not in UNMADE:
            yield key


def _paper(view: View, key: str, party: str | None) -> Paper:
    contract, is_checklist = view.case.contracts[key], view.kind.act == "checklist"
    names = " and ".join(contract.parties)
    because = f"{key} is a contract with {names} about {contract.pupil}"
    if is_checklist:
        because = f"each contract has a checklist; this is for {key} about {contract.pupil}"
    elif party:
        because = f"{party} is party to {key} about {contract.pupil}"
    past = view.is_over(key) and not is_checklist
    return Paper(key, party, contract.pupil, view.contract_subjects(key), because, past)


def _without(view: View, key: str, party: str) -> str:
    contract = view.case.contracts[key]
    if contract.status == "planned":
        return f"{key} is only planned so far"
    if contract.status == "declined":
        return f"{key} was declined"
    if party in view.absent_from(contract):
        return f"{party} was absent from {contract.made_at}, where {key} was made"
    return ""


def _outside(view: View, link: Link) -> str:
    """Tell why a parent is party to no contract about a pupil who has one."""
    found = [c for c in view.case.contracts.values() if c.pupil == link.pupil]
    drawn_up = [contract for contract in found if contract.status not in UNMADE]
    if not drawn_up or any(link.person in contract.parties for contract in found):
        return ""
    refusals = ((entry.person, entry.pupil) for entry in view.case.declined)
    if (link.person, link.pupil) in refusals:
        return f"{link.person} declined a contract about {link.pupil}"
    stayed_away = (e.made_at for e in drawn_up if e.made_at and _missed(view, link, e.made_at))
    where = next(stayed_away, None)
    absent = f"{link.person} was absent from {where}, where the contract was made" if where else ""
    gone = f"{link.person} is not party to a contract about {link.pupil}"
    return view.why_not(link) or absent or gone


def _missed(view: View, link: Link, meeting: str) -> bool:
    met = view.case.meetings[meeting]
    return met.is_held and link.person in met.invited and link.person not in met.attended
