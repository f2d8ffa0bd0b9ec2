"""A case into those whom the rules look at: who is written to, what is drawn up, who came."""

from collections.abc import Collection, Iterator

from docgen.model.case import Case, Issued
from docgen.model.contract import Contract, Noncompliance
from docgen.model.meeting import Meeting
from docgen.model.pack import Act, Pack
from docgen.model.people import Link, Person


def written_to(case: Case) -> Iterator[tuple[str, Person]]:
    """Give everybody who gets letters or is party to a contract."""
    keys = {link.person for link in case.links if link.work_with}
    keys.update(party for contract in case.contracts.values() for party in contract.parties)
    keys.update(warning.to for warning in case.warnings.values())
    return ((key, person) for key, person in case.people.items() if key in keys)


def drawn_up(case: Case) -> Iterator[tuple[str, Contract]]:
    """Give the contracts that are past planning: only they have a paper to be judged."""
    return ((key, found) for key, found in case.contracts.items() if found.status != "planned")


def pending(case: Case) -> Iterator[tuple[str, Meeting]]:
    """Give the live meetings that are still to be held."""
    found = case.meetings.items()
    return ((key, meeting) for key, meeting in found if meeting.is_live and not meeting.is_held)


def involved(case: Case, meeting: Meeting) -> Iterator[Link]:
    """Give the parents written to who were asked or came to a meeting, with each pupil of it."""
    keys = {*meeting.invited, *meeting.attended}
    for link in case.links:
        if link.person in keys and link.pupil in meeting.pupils and is_written_to(case, link):
            yield link


def is_written_to(case: Case, link: Link) -> bool:
    """Tell whether letters about the pupil go to the person."""
    return link.work_with and not case.people[link.person].organisation


def parents_of(case: Case, pupil: str) -> tuple[str, ...]:
    """Give the keys of all parents and carers of a pupil."""
    return tuple(link.person for link in case.links if link.pupil == pupil)


def came(case: Case, contract: Contract) -> frozenset[str] | None:
    """Give who came to the meeting where a contract was made, or None if that is not known."""
    meeting = case.meetings.get(contract.made_at or "")
    return frozenset(meeting.attended) if meeting and meeting.is_held else None


def made(case: Case) -> Iterator[tuple[str, Contract, Meeting]]:
    """Give the contracts that are drawn up, each with the held meeting where it was made."""
    for key, contract in drawn_up(case):
        meeting = case.meetings.get(contract.made_at or "")
        if meeting and meeting.is_held:
            yield key, contract, meeting


def standing(case: Case, pack: Pack, act: Act) -> tuple[Issued, ...]:
    """Give the issued papers of an act that were not withdrawn."""
    kinds = {name for name, kind in pack.kinds.items() if kind.act == act}
    return tuple(paper for paper in case.issued if paper.kind in kinds and not paper.withdrawn)


def records(case: Case, warning: str) -> tuple[Noncompliance, ...]:
    """Give the contacts about a requirement not kept that lead to a warning."""
    contract = case.warnings[warning].contract
    return tuple(
        record
        for record in case.noncompliance.values()
        if record.contract == contract and _leads(record, warning)
    )


def _leads(record: Noncompliance, warning: str) -> bool:
    return record.leads_to == warning or (record.leads_to is None and record.outcome == "warning")


def lacking(pack: Pack, acts: Collection[Act], statements: Collection[str]) -> tuple[str, ...]:
    """Give `kind: statement` for each statement that a kind with one of the acts doesn't carry."""
    return tuple(
        f"{name}: {statement}"
        for name, kind in pack.kinds.items()
        if kind.act in acts
        for statement in statements
        if statement not in kind.statements
    )


def contracts_of(case: Case, pupil: str) -> tuple[Contract, ...]:
    """Give the contracts about a pupil, planned ones too."""
    return tuple(contract for contract in case.contracts.values() if contract.pupil == pupil)
