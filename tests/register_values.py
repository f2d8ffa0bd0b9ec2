"""A school office's ledger for tests: receipts of invented papers, a stamp, the file laid bare."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from docgen.model.entry import LedgerAct, Receipt
from docgen.store.ledger import Ledger, Stamp

STAMP = Stamp(run="20251204T093000-5e1f00d1", actor="st-2", time="2025-12-04T09:30:00+00:00")


def ledger_in(office: Path) -> Ledger:
    """Give the office's ledger; `ledger.db` and `keys/` lie in its folder."""
    return Ledger(f"sqlite:///{office / 'ledger.db'}", office / "keys", patience=0.2)


def receipt(n: int, *, case: str = "fam-0042", act: LedgerAct = "issue", of: str = "") -> Receipt:
    """Give the receipt of an invite to p-1 about c-1: the nth paper of its case."""
    return Receipt(
        act=act,
        case=case,
        number=f"{case}/{n}",
        version=1,
        kind="invite",
        about="m-1",
        recipient="p-1",
        pupil="c-1",
        language="en",
        variant="standard",
        format="docx",
        engine="docgen",
        inputs=f"inputs of {n}",
        output=of or f"document {n}",
    )


def stamped(run: str) -> Stamp:
    """Give the stamp of another run."""
    return Stamp(run=run, actor=STAMP.actor, time=STAMP.time)


def change(office: Path, words: str, values: Sequence[Any] = ()) -> None:
    """Change the ledger's file behind docgen's back."""
    with closing(sqlite3.connect(office / "ledger.db")) as connection, connection:
        connection.execute(words, values)


def ask(office: Path, words: str) -> list[Any]:
    """Read the ledger's file behind docgen's back."""
    with closing(sqlite3.connect(office / "ledger.db")) as connection:
        return connection.execute(words).fetchall()
