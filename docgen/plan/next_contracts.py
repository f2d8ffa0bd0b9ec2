"""A case's contracts into steps: signatures to get, the next review, a period that has run out."""

import datetime as dt
from collections.abc import Iterator

from docgen.model.calendar import review_schedule
from docgen.model.contract import Contract
from docgen.plan.step import Outlook, Step

UNSIGNED = frozenset({"draft", "offered", "agreed", "under_review", "warned"})
FOR_SCHOOL = "school_for_governing_body"
PERIOD = "The period that the contract itself sets"


def contracts(outlook: Outlook) -> Iterator[Step]:
    """Give what to do about the contracts that were drawn up and are not over."""
    for key, contract in outlook.case.contracts.items():
        if contract.status in UNSIGNED and key not in outlook.ended:
            yield from _signatures(outlook, key, contract)
    for key, contract in outlook.in_force.items():
        end = contract.period.last_day
        if end and end < outlook.today:
            what = f"{key} ran out: write `status: completed`, or agree a longer period."
            yield Step("decide", what, (key,), end, pupil=contract.pupil, source=PERIOD)
        else:
            yield from _review(outlook, key, contract)


def _signatures(outlook: Outlook, key: str, contract: Contract) -> Iterator[Step]:
    met = outlook.case.meetings.get(contract.made_at or "")
    if met is None or not met.is_held:
        return
    by, pupil = outlook.soon_after(met.date), contract.pupil
    for party in _unsigned(outlook, contract):
        if party in met.attended:
            what = f"Have {party} sign {key}, and write the signature down."
            yield Step("record", what, (key, party), by, party, pupil, rule="R-60")
    if not _signers(contract, FOR_SCHOOL):
        what = f"Have {key} signed for the school, and write the signature down."
        yield Step("record", what, (key,), by, pupil=pupil, rule="R-61")


def _unsigned(outlook: Outlook, contract: Contract) -> list[str]:
    """Give the parties who neither signed nor refused."""
    signed = _signers(contract, "parent")
    refused = {each.person for each in contract.signatures if each.refused}
    entries = outlook.case.declined
    refused |= {entry.person for entry in entries if entry.pupil == contract.pupil}
    return [party for party in contract.parties if party not in signed | refused]


def _signers(contract: Contract, role: str) -> set[str]:
    return {
        each.person
        for each in contract.signatures
        if each.is_first and each.role == role and not each.refused
    }


def _review(outlook: Outlook, key: str, contract: Contract) -> Iterator[Step]:
    """Give the next review, unless a meeting for it is arranged (R-78)."""
    last, meetings = _last_review(outlook, key), outlook.follow_ups(key)
    if any(not met.is_held for met in meetings.values()):
        return
    for name, met in meetings.items():
        if met.kind == "review" and met.date and (last is None or met.date > last):
            what = f"Write down the review held at {name}, under `reviews`."
            yield Step("record", what, (name, key), met.date, pupil=contract.pupil, rule="R-78")
            return
    due = _next_review(outlook, key, contract, last)
    if due:
        what = f"Arrange and hold the next review of {key}."
        yield Step("review", what, (key,), due, pupil=contract.pupil, rule="R-78")


def _last_review(outlook: Outlook, key: str) -> dt.date | None:
    reviews = outlook.case.reviews.values()
    return max((review.date for review in reviews if review.contract == key), default=None)


def _next_review(
    outlook: Outlook, key: str, contract: Contract, last: dt.date | None
) -> dt.date | None:
    """Give the day that was set, else the first on the schedule after the last review (C-14)."""
    reviews = outlook.case.reviews.values()
    agreed = [each.next for each in reviews if each.contract == key and each.date == last]
    planned = [*agreed, contract.first_review, *sorted(contract.reviews_planned)]
    set_days = [day for day in planned if day and (last is None or day > last)]
    if set_days:
        return set_days[0]
    start, end = contract.period.start, contract.period.last_day
    if start is None or end is None:
        return None
    schedule = review_schedule(last or start, None, end, outlook.days)
    return next(iter(schedule), None)
