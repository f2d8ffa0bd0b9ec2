"""Entries and the office key → seals, and the first entry whose seal does not hold."""

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields

from docgen.model.entry import Entry
from docgen.store.keys import keyed

SCHEME = "docgen ledger 1"
START = ""
SEALED = tuple(column.name for column in fields(Entry) if column.name != "seal")


@dataclass(frozen=True, slots=True)
class Flaw:
    """The first entry that does not verify: `missing`, or not as it was written (`altered`)."""

    seq: int
    how: str


def seal_of(entry: Entry, office_key: bytes) -> str:
    """Give the seal that an entry must bear: over all its other columns, the last seal too."""
    columns = {name: getattr(entry, name) for name in SEALED}
    text = json.dumps([SCHEME, columns], sort_keys=True, separators=(",", ":"), default=repr)
    return keyed(office_key, text)


def holds(entry: Entry, office_key: bytes) -> bool:
    """Tell whether an entry bears the seal it must."""
    seal = entry.seal if isinstance(entry.seal, str) else ""
    return hmac.compare_digest(seal.encode(), seal_of(entry, office_key).encode())


def first_flaw(entries: Iterable[Entry], office_key: bytes) -> Flaw | None:
    """Give the first place at which the chain does not hold, None if it holds throughout."""
    previous = START
    for place, entry in enumerate(entries, start=1):
        if isinstance(entry.seq, int) and entry.seq > place:
            return Flaw(place, "missing")
        if entry.seq != place or entry.previous != previous or not holds(entry, office_key):
            return Flaw(place, "altered")
        previous = entry.seal
    return None
