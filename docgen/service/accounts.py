"""The ledger → its entries listed, one number's history shown, the whole proved, a file proved."""

import json
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import LedgerTrouble, OutputDiffers, Reasons, UsageTrouble, stop
from docgen.model.entry import Entry
from docgen.model.finding import Wording
from docgen.service.desk import Desk
from docgen.service.register import parse_number
from docgen.service.remake import digest_of
from docgen.service.report import Head
from docgen.store.disk import disk

REASONS: Reasons = {
    "ledger-number-unknown": Wording(
        "The ledger has no entry for {number}.",
        "Look the number up with `docgen ledger list`.",
    ),
    "ledger-list-unreadable": Wording(
        "{name} is no list of the ledger.",
        "Give a list that `docgen ledger list --json` wrote, or a paper (.docx, .pdf).",
    ),
    "ledger-tail-dropped": Wording(
        "The ledger ends with entry {count}, but the list goes on: entry {seq} was dropped.",
        "Put the ledger back from a backup of that day or later.",
    ),
    "ledger-rewritten": Wording(
        "Entry {seq} of the ledger is not the one on the list.",
        "One of the two was changed. Compare both with a backup.",
    ),
    "document-not-issued": Wording(
        "{name} is not, to the last letter, a document that was issued here.",
        "Compare it with the file in the outbox. Opening and saving in Word changes a file, too.",
    ),
}


@dataclass(frozen=True, slots=True)
class Verified:
    """That the ledger verifies, how far it goes, and what a file was proved to be.

    `entries` are all entries about the document's number: how it was issued,
    and what became of it; empty when no document was asked about.
    """

    head: Head | None
    document: Entry | None = None
    entries: tuple[Entry, ...] = ()


def list_entries(desk: Desk, case: str | None = None) -> tuple[Entry, ...]:
    """Give the ledger's entries in order, all or those of a case."""
    return desk.ledger.entries(case=case)


def show(desk: Desk, text: str) -> tuple[Entry, ...]:
    """Give all entries about a number, or about one version of it; raises `UsageTrouble`."""
    _, number, version = parse_number(text)
    entries = desk.ledger.entries(number=number)
    found = tuple(entry for entry in entries if version in {None, entry.version})
    if not found:
        raise stop(UsageTrouble, REASONS, "ledger-number-unknown", number=text)
    return found


def verify(desk: Desk, file: Path | None = None) -> Verified:
    """Prove the ledger, and against it a list kept elsewhere (.json) or a document.

    Raises `LedgerTrouble` that names the first entry that does not verify,
    `OutputDiffers` for a document that was not issued.
    """
    if file is None:
        last = desk.ledger.proved()
        return Verified(Head(last.seq, last.seal) if last else None)
    entries = desk.ledger.verified()
    head = Head(entries[-1].seq, entries[-1].seal) if entries else None
    if file.suffix.casefold() == ".json":
        _compare(entries, _listed(file))
        return Verified(head)
    found = desk.ledger.issued_as(digest_of(file))
    if not found:
        raise stop(OutputDiffers, REASONS, "document-not-issued", name=file.name)
    document = found[-1]
    history = tuple(entry for entry in entries if entry.number == document.number)
    return Verified(head, document, history)


def _compare(entries: tuple[Entry, ...], listed: list[tuple[int, str]]) -> None:
    """Hold the ledger against a list; raises `LedgerTrouble` at the first difference."""
    seals = {entry.seq: entry.seal for entry in entries}
    for seq, seal in listed:
        if seq not in seals:
            count = len(entries)
            raise stop(LedgerTrouble, REASONS, "ledger-tail-dropped", seq=seq, count=count)
        if seals[seq] != seal:
            raise stop(LedgerTrouble, REASONS, "ledger-rewritten", seq=seq)


def _listed(file: Path) -> list[tuple[int, str]]:
    """Read numbers and seals from what `ledger list --json` wrote; raises `UsageTrouble`."""
    with disk(file.name):
        content = file.read_bytes()
    try:
        listed = json.loads(content)["entries"]
        return sorted((int(entry["seq"]), str(entry["seal"])) for entry in listed)
    except (ValueError, KeyError, TypeError) as error:
        raise stop(UsageTrouble, REASONS, "ledger-list-unreadable", name=file.name) from error
