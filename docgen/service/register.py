"""A number and what became of its document → written into casefile and ledger, by the same way."""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256

from docgen.check.keys import is_file_name
from docgen.errors import DocgenError, Reasons, UsageTrouble, stop
from docgen.model.case import Case, Issued, Withdrawal
from docgen.model.contract import Service
from docgen.model.entry import LedgerAct
from docgen.model.finding import Wording
from docgen.service.additions import Event, event_addition
from docgen.service.batch.history import adopted, found
from docgen.service.decide import actor_in, fit
from docgen.service.desk import Desk
from docgen.service.examine import read_case
from docgen.service.misgivings import unsealed
from docgen.service.record import Deed, receipt_of, record
from docgen.service.report import Noted
from docgen.store.workspace import find_case

NUMBER = re.compile(
    r"(?P<number>(?P<case>[^/]+)/[1-9][0-9]{0,8})(?:-v(?P<version>[1-9][0-9]{0,4}))?"
)
EVENTS: dict[LedgerAct, Event] = {"withdraw": "withdrawn", "sent": "sent", "served": "served"}
Happened = Callable[[Case, Issued], Withdrawal | Service]
REASONS: Reasons = {
    "number-unreadable": Wording(
        "That is no document's number.",
        "Write it as on the document: fam-0042/7, or fam-0042/7-v1 for one version of it.",
    ),
    "number-unknown": Wording(
        "Nothing was issued as {number}.",
        "Look the number up on the document, or under issued: in the casefile.",
    ),
    "number-in-batch": Wording(
        "{number} was issued by a batch, and its family has no casefile to write that down in.",
        "Make one first: docgen batch adopt {run} {case}. Then run the command again.",
    ),
    "already-withdrawn": Wording(
        "{number} was withdrawn on {date} already.", "There is nothing left to do."
    ),
    "already-sent": Wording(
        "{number} is recorded as sent on {date} already.",
        "If that is wrong, withdraw the document and issue it again.",
    ),
    "already-served": Wording(
        "{number} is recorded as served on {date} already.",
        "If that is wrong, withdraw the document and issue it again.",
    ),
    "withdrawn-before": Wording(
        "{number} was withdrawn on {date}, so nobody should have got it after that.",
        "Check the number and the date. The version that counts may be a later one.",
    ),
    "date-ahead": Wording(
        "{date} is still to come; today is {today}.", "Write it down when it has happened."
    ),
    "date-too-early": Wording(
        "On {date}, {number} was not there yet: it is of {first}.",
        "Check the number and the date.",
    ),
}


def withdraw(desk: Desk, number: str, reason: str) -> Noted:
    """Say that an issued document must not count; raises `UsageTrouble`."""

    def happened(case: Case, entry: Issued) -> Withdrawal:
        if entry.withdrawn:
            raise _refusal("already-withdrawn", entry, date=entry.withdrawn.date)
        return Withdrawal(desk.today, fit(reason, "--reason"), actor_in(desk, case))

    return _note(desk, number, "withdraw", happened)


def sent(desk: Desk, number: str, how: str, date: dt.date) -> Noted:
    """Write down that an issued document was sent; raises `UsageTrouble`."""

    def happened(case: Case, entry: Issued) -> Service:
        if entry.sent:
            raise _refusal("already-sent", entry, date=entry.sent.date)
        _must_fit_in(desk, entry, date, entry.dated)
        return Service(fit(how, "--how"), date, by=actor_in(desk, case))

    return _note(desk, number, "sent", happened)


def served(desk: Desk, number: str, how: str, date: dt.date) -> Noted:
    """Write down that an issued document was served; raises `UsageTrouble`."""

    def happened(case: Case, entry: Issued) -> Service:
        if entry.served:
            raise _refusal("already-served", entry, date=entry.served.date)
        _must_fit_in(desk, entry, date, entry.sent.date if entry.sent else entry.dated)
        return Service(fit(how, "--how"), date, by=actor_in(desk, case))

    return _note(desk, number, "served", happened)


def parse_number(text: str) -> tuple[str, str, int | None]:
    """Read `fam-0042/7` or `fam-0042/7-v1`: case, number, version; raises `UsageTrouble`."""
    found = NUMBER.fullmatch(text)
    if not found or not is_file_name(found["case"]):
        raise stop(UsageTrouble, REASONS, "number-unreadable")
    return found["case"], found["number"], int(found["version"]) if found["version"] else None


def _note(desk: Desk, text: str, act: LedgerAct, happened: Happened) -> Noted:
    desk.must_be_an_office()
    case_id, number, version = parse_number(text)
    _must_be_adopted(desk, case_id, number)
    path = find_case(desk.workspace, case_id)
    read_case(desk, path)  # what can't be judged is told before anything is locked
    with desk.outbox.at_work(case_id):
        notices = desk.recover()
        desk.outbox.must_not_wait(case_id)
        case = read_case(desk, path)[2]
        notices += unsealed(desk, case)
        entry = _entry(case, number, version)
        what = happened(case, entry)
        receipt = receipt_of(act, case_id, entry, _digest(what))
        addition = event_addition(entry, EVENTS[act], what)
        more, head = record(desk, Deed(case_id, path, (receipt,), (addition,), {}))
        return Noted(case_id, number, entry.version, act, (*notices, *more), head)


def _must_be_adopted(desk: Desk, case_id: str, number: str) -> None:
    """Stop where a batch issued a document of a family that has no casefile yet."""
    places = found(desk, number)
    if places and case_id not in adopted(desk):
        names = {"number": number, "run": places[-1].run, "case": case_id}
        raise stop(UsageTrouble, REASONS, "number-in-batch", **names)


def _entry(case: Case, number: str, version: int | None) -> Issued:
    """Give the version asked for, or the latest; raises `UsageTrouble`."""
    fitting = [e for e in case.issued if e.number == number and version in {None, e.version}]
    if not fitting:
        wanted = f"{number}-v{version}" if version else number
        raise stop(UsageTrouble, REASONS, "number-unknown", number=wanted)
    return max(fitting, key=lambda entry: entry.version)


def _must_fit_in(desk: Desk, entry: Issued, date: dt.date, first: dt.date) -> None:
    """Prove that a document could be sent or served on a day; raises `UsageTrouble`."""
    if date > desk.today:
        raise _refusal("date-ahead", entry, date=date, today=desk.today)
    if date < first:
        raise _refusal("date-too-early", entry, date=date, first=first)
    if entry.withdrawn and date > entry.withdrawn.date:
        raise _refusal("withdrawn-before", entry, date=entry.withdrawn.date)


def _refusal(code: str, entry: Issued, **names: object) -> DocgenError:
    shown = f"{entry.number} version {entry.version}"
    return stop(UsageTrouble, REASONS, code, number=shown, **names)


def _digest(what: Withdrawal | Service) -> str:
    told = json.dumps(asdict(what), sort_keys=True, default=str)
    return sha256(told.encode()).hexdigest()
