"""The keys of a batch's cases ↔ one private file for all of them, each under its case's id."""

import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import LedgerTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk, sync_folder
from docgen.store.locks import PATIENCE

FILE = "cases.db"
SIZE = 32
MANY = 500
"""How many are asked for in one question; SQLite takes no more than 999."""
REASONS: Reasons = {
    "case-keys-unusable": Wording(
        "keys/cases.db, which holds the keys of batches, can't be read or written.",
        "See that the disk has room and that no other program holds the file. If it is damaged,"
        " put it back from a backup of the same day as the ledger.",
    ),
}


@dataclass(frozen=True, slots=True)
class CaseKeys:
    """The keys of many cases in the folder of keys; the file is made on first need."""

    folder: Path
    patience: float = PATIENCE

    def get(self, cases: Iterable[str]) -> dict[str, bytes]:
        """Give the keys that are there; raises `LedgerTrouble`."""
        if not self._path.exists():
            return {}
        with self._opened() as keys:
            return _found(keys, list(cases))

    def make(self, cases: Iterable[str]) -> dict[str, bytes]:
        """Give keys for all cases, on the disk for good before anything is sealed with them."""
        wanted = list(cases)
        self._begun()
        with self._opened() as keys:
            fresh = [(case, secrets.token_bytes(SIZE)) for case in wanted]
            keys.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", fresh)
            return _found(keys, wanted)

    @property
    def _path(self) -> Path:
        return self.folder / FILE

    def _begun(self) -> None:
        """Make the file, which nobody else may read, before SQLite would make it for all."""
        if not self._path.exists():
            with disk(f"keys/{FILE}"):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600))
                sync_folder(self.folder)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction, synced."""
        try:
            with closing(sqlite3.connect(self._path, timeout=self.patience)) as keys, keys:
                keys.execute("PRAGMA journal_mode=DELETE")
                keys.execute("PRAGMA synchronous=EXTRA")
                keys.execute(
                    "CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, secret BLOB NOT NULL)"
                    " WITHOUT ROWID"
                )
                yield keys
        except sqlite3.Error as error:
            raise stop(LedgerTrouble, REASONS, "case-keys-unusable") from error


def _found(keys: sqlite3.Connection, cases: list[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for at in range(0, len(cases), MANY):
        some = cases[at : at + MANY]
        marks = ", ".join("?" * len(some))
        asked = f"SELECT name, secret FROM keys WHERE name IN ({marks})"  # noqa: S608 - marks alone
        found.update(keys.execute(asked, some).fetchall())
    return found
