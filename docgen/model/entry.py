"""What is recorded of a document, and the sealed entry that the ledger makes of it."""

from dataclasses import dataclass, fields
from typing import Literal

LedgerAct = Literal["issue", "withdraw", "sent", "served", "adopt"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What happened to one version of one document: keys and digests only.

    What is issued has a receipt for each of its files. `inputs` is the digest of
    all that went in (for `issue` what the document was made from, else what was
    written down), `output` that of the file.
    """

    act: LedgerAct
    case: str
    number: str
    version: int
    kind: str
    about: str
    recipient: str | None
    pupil: str | None
    language: str
    variant: str
    format: str
    engine: str
    inputs: str
    output: str


@dataclass(frozen=True, slots=True)
class Entry(Receipt):
    """A receipt in its place in the ledger; both digests are keyed, `time` is UTC in ISO 8601."""

    seq: int
    time: str
    actor: str
    run: str
    previous: str
    seal: str


OF_RECEIPTS = tuple(field.name for field in fields(Receipt))
OF_ENTRIES = tuple(field.name for field in fields(Entry))


def columns(told: Receipt) -> dict[str, str | int | None]:
    """Give a receipt's or an entry's columns by name."""
    names = OF_ENTRIES if isinstance(told, Entry) else OF_RECEIPTS
    return {name: getattr(told, name) for name in names}
