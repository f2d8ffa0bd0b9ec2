"""What a run did → staged, entered in the ledger, delivered: stops 6 and 7, with their proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from docgen.errors import CasefileRejected, UsageTrouble, stop
from docgen.model.case import Issued
from docgen.model.entry import LedgerAct, Receipt
from docgen.model.rendition import File
from docgen.service.decide import REASONS
from docgen.service.desk import Desk
from docgen.service.examine import judge_sheet, read_case, shown_path
from docgen.service.make import ENGINE
from docgen.service.report import Head
from docgen.store.disk import disk
from docgen.store.edits import Addition
from docgen.store.sheets import parse_sheet
from docgen.store.staging import Delivery, with_additions


@dataclass(frozen=True, slots=True)
class Deed:
    """What a run did to one case: documents by file name, what its casefile is told, receipts."""

    case: str
    casefile: Path
    receipts: tuple[Receipt, ...]
    additions: tuple[Addition, ...]
    files: Mapping[str, bytes]


def record(desk: Desk, deed: Deed) -> tuple[tuple[str, ...], Head]:
    """Record a deed and deliver it; gives notices and how far the ledger goes now.

    Raises `LedgerTrouble` and `DiskTrouble` before anything is recorded, and
    nothing after: what then can't be delivered waits for the next start.
    """
    with disk(deed.casefile.name):
        before = deed.casefile.read_bytes()
        after = with_additions(before, deed.additions)
    _must_read(desk, deed.casefile, after)
    base = sha256(before).hexdigest()
    delivery = Delivery(desk.run, deed.case, deed.casefile, deed.files, deed.additions, base, after)
    with desk.outbox.staged(delivery) as staged:
        last = desk.ledger.append(deed.receipts, desk.stamp)[-1]
        desk.told("recorded")
        return desk.outbox.deliver(staged), Head(last.seq, last.seal)


def receipt_of(
    act: LedgerAct, case_id: str, entry: Issued, inputs: str, file: File | None = None
) -> Receipt:
    """Give what the ledger keeps of an act on an issued document, or on one file of it.

    `inputs` is a digest.
    """
    return Receipt(
        act=act,
        case=case_id,
        number=entry.number,
        version=entry.version,
        kind=entry.kind,
        about=entry.about,
        recipient=entry.recipient,
        pupil=entry.pupil,
        language=entry.language,
        variant=entry.variant,
        format=file.ending if file else entry.format,
        engine=engine(file.engine if file else ENGINE),
        inputs=inputs,
        output=file.digest if file else entry.digest,
    )


def engine(which: str) -> str:
    """Give which docgen, and which of its engines, made a file."""
    return f"docgen {release()}, {which}"


@cache
def release() -> str:
    """Give docgen's own version."""
    try:
        return version("docgen")
    except PackageNotFoundError:  # run from a checkout
        return "unreleased"


def _must_read(desk: Desk, casefile: Path, after: bytes) -> None:
    """Prove that the casefile can be judged with what is added, while that may still refuse."""
    shown = shown_path(desk, casefile)
    try:
        judge_sheet(desk, shown, parse_sheet(after, shown))
    except CasefileRejected as error:
        read_case(desk, casefile)  # raises, if it is a person's change meanwhile
        unfit = stop(UsageTrouble, REASONS, "words-unfit", what=casefile.stem)
        unfit.findings = error.findings
        raise unfit from error
