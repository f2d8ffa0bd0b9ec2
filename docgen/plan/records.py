"""A case's other records into papers: reviews, warnings, endings, contacts, refusals, the case."""

from collections.abc import Iterator

from docgen.plan.papers import Missing, Paper, View


def per_case(view: View) -> Iterator[Paper]:
    """Give one paper on the whole case."""
    case = view.case
    tables = (case.people, case.pupils, case.partners, case.meetings, case.contracts)
    later = (case.reviews, case.noncompliance, case.warnings, case.terminations, case.no_contract)
    keys = frozenset(key for table in (*tables, *later) for key in table)
    yield Paper("", None, None, keys, f"each case has one: {case.case_id}")


def once(view: View) -> Iterator[Paper]:
    """Give one paper that shows nothing of the case."""
    yield Paper("", None, None, frozenset(), f"the pack has one for all, {view.kind.name}")


def per_review(view: View) -> Iterator[Paper]:
    """Give a paper for each review."""
    for key, review in view.case.reviews.items():
        met = {review.meeting} if review.meeting else set()
        subjects = view.contract_subjects(review.contract) | {key} | met
        pupil = view.case.contracts[review.contract].pupil
        yield Paper(key, None, pupil, subjects, f"{key} reviewed {review.contract} about {pupil}")


def per_warning(view: View) -> Iterator[Paper]:
    """Give a paper for each warning; one handed over without docgen is past."""
    for key, warning in view.case.warnings.items():
        contacts = {k for k, e in view.case.noncompliance.items() if e.leads_to == key}
        subjects = view.contract_subjects(warning.contract) | {key, warning.to} | contacts
        pupil = view.case.contracts[warning.contract].pupil
        because = f"{key} warns {warning.to} that {warning.contract} about {pupil} is not working"
        past = bool(warning.sent or warning.served or warning.dated)
        yield Paper(key, warning.to, pupil, subjects, because, past)


def not_warned(view: View) -> Iterator[Missing]:
    """Give the other parties of a contract whose warning goes to one of them alone (R-82)."""
    for key, warning in view.case.warnings.items():
        contract = view.case.contracts[warning.contract]
        for party in contract.parties:
            if party != warning.to:
                because = f"{key} is for {warning.to} alone"
                yield Missing(key, party, contract.pupil, because)


def per_termination(view: View) -> Iterator[Paper]:
    """Give a letter for each party of each contract that was ended, or one record of each end."""
    for key, ending in view.case.terminations.items():
        contract = view.case.contracts[ending.contract]
        subjects = view.contract_subjects(ending.contract) | {key}
        if not view.kind.letter:
            because = f"{key} ended {ending.contract} about {contract.pupil}"
            yield Paper(key, None, contract.pupil, subjects, because)
        for party in contract.parties if view.kind.letter else ():
            because = f"{key} ended {ending.contract}, to which {party} is party"
            yield Paper(key, party, contract.pupil, subjects, because)


def per_no_contract(view: View) -> Iterator[Paper]:
    """Give a paper for each decision not to make a contract about a pupil."""
    for key, decision in view.case.no_contract.items():
        because = f"{key} records why there is no contract about {decision.pupil}"
        yield Paper(key, None, decision.pupil, frozenset({key, decision.pupil}), because)


def per_noncompliance(view: View) -> Iterator[Paper]:
    """Give a paper for each contact about an action not kept."""
    for key, contact in view.case.noncompliance.items():
        subjects = view.contract_subjects(contact.contract) | {key}
        pupil = view.case.contracts[contact.contract].pupil
        because = f"{key} is about {contact.action} of {contact.contract}"
        yield Paper(key, None, pupil, subjects, because)


def per_declined(view: View) -> Iterator[Paper]:
    """Give a paper for each parent who declined a contract about a pupil."""
    for entry in view.case.declined:
        about = entry.meeting or ""
        subjects = frozenset(filter(None, (about, entry.person, entry.pupil)))
        because = f"{entry.person} declined a contract about {entry.pupil}"
        yield Paper(about, entry.person, entry.pupil, subjects, because)
