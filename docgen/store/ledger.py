"""Receipts of a run → sealed entries, all in one transaction; and the entries read back."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, insert, select

from docgen.errors import LedgerTrouble, Reasons, stop
from docgen.model.entry import Entry, Receipt, columns
from docgen.model.finding import Wording
from docgen.store.case_keys import CaseKeys
from docgen.store.keys import OFFICE, keyed, make_key, read_key
from docgen.store.ledger_tables import (
    ENTRIES,
    all_entries,
    create,
    engine_for,
    entry_of,
    is_there,
    issued_of,
    known_of,
    must_be_new,
    outputs_of,
    reading,
    take_over,
    writing,
)
from docgen.store.locks import PATIENCE, alone
from docgen.store.seals import START, first_flaw, holds, seal_of

REASONS: Reasons = {
    "office-key-missing": Wording(
        "The ledger has entries, but the key that seals them, keys/office.key, is not there.",
        "Put the file back from a backup. Nothing can be recorded or verified without it.",
    ),
    "case-key-missing": Wording(
        "The ledger has entries of {case}, but the key of that case, keys/{case}, is not there.",
        "Put the file back from a backup. Without it nobody could prove what was issued.",
    ),
    "ledger-gone": Wording(
        "There is an office key, keys/office.key, but no ledger where docgen.yaml says.",
        "Put the ledger back from a backup, or mend its address in docgen.yaml. To begin a new"
        " ledger on purpose, move the key to a safe place first.",
    ),
    "ledger-missing-entry": Wording(
        "The ledger does not verify: entry {seq} is missing.",
        "Compare it with a backup or with a list kept elsewhere; nothing from that entry on is"
        " proved by this ledger.",
    ),
    "ledger-altered": Wording(
        "The ledger does not verify: entry {seq} is not as it was written.",
        "Compare it with a backup or with a list kept elsewhere; nothing from that entry on is"
        " proved by this ledger.",
    ),
}
LAST = select(ENTRIES).order_by(ENTRIES.c.seq.desc()).limit(1)
FLAWS = {"missing": "ledger-missing-entry", "altered": "ledger-altered"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Whose run it is that records, and the time (UTC, ISO 8601)."""

    run: str
    actor: str
    time: str


@dataclass(frozen=True)
class Ledger:
    """The ledger at a database's URL, with the folder of the keys that seal it."""

    url: str
    keys: Path
    patience: float = PATIENCE

    def append(
        self, receipts: Sequence[Receipt], stamp: Stamp, *, many: bool = False
    ) -> tuple[Entry, ...]:
        """Record all receipts or none, a number and version only once; raises `LedgerTrouble`.

        `many` is said of a batch: new cases' keys are kept in one file instead of one each.
        """
        office_key = self._opened()
        lock = alone(self.keys / ".ledger.lock", "the ledger", self.patience)
        with lock, writing(self._engine) as connection:
            keys = self._case_keys(connection, {r.case: None for r in receipts}, many=many)
            take_over(connection)
            must_be_new(connection, receipts)
            hidden = [_keyed(receipt, keys[receipt.case]) for receipt in receipts]
            entries = _chained(hidden, stamp, _last(connection), office_key)
            connection.execute(insert(ENTRIES), [columns(entry) for entry in entries])
        return entries

    def entries(self, *, case: str | None = None, number: str | None = None) -> tuple[Entry, ...]:
        """Give all entries in order, or those of one case or one number."""
        asked = {"case": case, "number": number}
        query = select(ENTRIES).order_by(ENTRIES.c.seq)
        query = query.where(*(ENTRIES.c[k] == v for k, v in asked.items() if v is not None))
        return self._read(query)

    def last(self) -> Entry | None:
        """Give the last entry, None while there is none."""
        return next(iter(self._read(LAST)), None)

    def has_run(self, run: str) -> bool:
        """Tell whether a run was recorded; raises `LedgerTrouble` if the ledger is away."""
        self._office_key()
        return bool(self._read(select(ENTRIES).where(ENTRIES.c.run == run).limit(1)))

    def has_all(self, receipts: Sequence[Receipt], run: str) -> bool:
        """Tell whether all these issues were recorded, file for file, by this very run."""
        keys = self._keys_of({receipt.case for receipt in receipts})
        kept = {each.case: key for each in receipts if (key := keys.get(each.case))}
        if len(kept) < len({each.case for each in receipts}) or not self._is_there:
            return False
        with reading(self._engine) as connection:
            there = outputs_of(connection, run, kept)
        return all(
            there.get((each.case, each.number, each.version, each.format))
            == keyed(kept[each.case], each.output)
            for each in receipts
        )

    def issued_of(self, cases: Collection[str]) -> frozenset[tuple[str, str, int]]:
        """Give all that was issued of cases: case, number, version."""
        if not self._is_there:
            return frozenset()
        with reading(self._engine) as connection:
            return issued_of(connection, cases)

    def issued_by(self, run: str, cases: Collection[str]) -> frozenset[tuple[str, str, int]]:
        """Give what a run issued of cases: case, number and version."""
        self._office_key()
        if not self._is_there:
            return frozenset()
        with reading(self._engine) as connection:
            there = outputs_of(connection, run, cases)
        return frozenset((case, number, version) for case, number, version, _ in there)

    def verified(self) -> tuple[Entry, ...]:
        """Give all entries, proved to be as they were written; raises `LedgerTrouble`."""
        office_key = self._office_key()
        entries = self.entries()
        if office_key is None and entries:
            raise stop(LedgerTrouble, REASONS, "office-key-missing")
        flaw = first_flaw(entries, office_key or b"")
        if flaw:
            raise stop(LedgerTrouble, REASONS, FLAWS[flaw.how], seq=flaw.seq)
        return entries

    def proved(self) -> Entry | None:
        """Prove all entries, however many, and give the last; raises `LedgerTrouble`."""
        office_key = self._office_key()
        if not self._is_there:
            return None
        kept: deque[Entry] = deque(maxlen=1)
        with reading(self._engine) as connection:
            flaw = first_flaw(_through(all_entries(connection), kept), office_key or b"")
        if kept and office_key is None:
            raise stop(LedgerTrouble, REASONS, "office-key-missing")
        if flaw:
            raise stop(LedgerTrouble, REASONS, FLAWS[flaw.how], seq=flaw.seq)
        return kept[0] if kept else None

    def issued_as(self, digest: str) -> tuple[Entry, ...]:
        """Give the entries under which a document with this digest was issued.

        Raises `LedgerTrouble` where only a lost key could tell.
        """
        issues = [entry for entry in self.entries() if entry.act == "issue"]
        cases = {entry.case for entry in issues}
        shown = {case: keyed(key, digest) for case, key in self._keys_of(cases).items()}
        found = tuple(entry for entry in issues if entry.output == shown.get(entry.case))
        keyless = cases - shown.keys()
        if keyless and not found:
            raise stop(LedgerTrouble, REASONS, "case-key-missing", case=min(keyless))
        return found

    @cached_property
    def _engine(self) -> Engine:
        return engine_for(self.url, self.patience)

    @property
    def _is_there(self) -> bool:
        return is_there(self._engine)

    def _read(self, query: Select[Any]) -> tuple[Entry, ...]:
        if not self._is_there:
            return ()
        with reading(self._engine) as connection:
            return tuple(entry_of(row) for row in connection.execute(query))

    def _opened(self) -> bytes:
        """Give the office key, with a ledger there to seal; both are made on first need.

        The ledger is made before the key, so that a key without a ledger
        tells that somebody took the ledger away.
        """
        key = self._office_key()
        if not self._is_there:
            create(self._engine)
        elif key is None and self.last():
            raise stop(LedgerTrouble, REASONS, "office-key-missing")
        return key or make_key(self.keys, OFFICE)

    def _office_key(self) -> bytes | None:
        """Give the office key, None before its first need; raises if its ledger is away."""
        key = read_key(self.keys, OFFICE)
        if key and not self._is_there:
            raise stop(LedgerTrouble, REASONS, "ledger-gone")
        return key

    def _keys_of(self, cases: Collection[str]) -> dict[str, bytes]:
        """Give the cases' keys that are there: each in a file of its own, or with a batch's."""
        kept = CaseKeys(self.keys, self.patience).get(cases)
        others = [case for case in cases if case not in kept]
        files = {case: key for case in others if (key := read_key(self.keys, case))}
        return kept | files

    def _case_keys(
        self, connection: Connection, cases: Collection[str], *, many: bool
    ) -> dict[str, bytes]:
        """Give the cases' keys; a case that the ledger knows must have one already."""
        keys = self._keys_of(cases)
        fresh = [case for case in cases if case not in keys]
        known = known_of(connection, fresh)
        if known:
            raise stop(LedgerTrouble, REASONS, "case-key-missing", case=min(known))
        if many and fresh:
            return keys | CaseKeys(self.keys, self.patience).make(fresh)
        return keys | {case: make_key(self.keys, case) for case in fresh}


def _through(entries: Iterable[Entry], last: "deque[Entry]") -> Iterator[Entry]:
    """Let entries go by, and keep the last."""
    for entry in entries:
        last.append(entry)
        yield entry


def _last(connection: Connection) -> Entry | None:
    row = connection.execute(LAST.with_for_update()).first()
    return entry_of(row) if row else None


def _keyed(receipt: Receipt, case_key: bytes) -> dict[str, Any]:
    """Give the columns of a receipt, its digests keyed."""
    inputs, output = keyed(case_key, receipt.inputs), keyed(case_key, receipt.output)
    return {**columns(receipt), "inputs": inputs, "output": output}


def _chained(
    receipts: Sequence[Mapping[str, Any]], stamp: Stamp, last: Entry | None, office_key: bytes
) -> tuple[Entry, ...]:
    """Seal each receipt onto the entry before; the last one there must hold itself."""
    if last and not holds(last, office_key):
        raise stop(LedgerTrouble, REASONS, "ledger-altered", seq=last.seq)
    seq, previous = (last.seq, last.seal) if last else (0, START)
    entries, stamped = [], asdict(stamp)
    for place, receipt in enumerate(receipts, start=seq + 1):
        told = {**receipt, **stamped, "seq": place, "previous": previous}
        previous = seal_of(Entry(**told, seal=""), office_key)
        entries.append(Entry(**told, seal=previous))
    return tuple(entries)
