"""A school office with one casefile and two made letters, ready to be staged and delivered."""

import datetime as dt
from hashlib import sha256
from pathlib import Path

from register_values import ledger_in, receipt, stamped

from docgen.store.edits import Addition
from docgen.store.outbox import Outbox
from docgen.store.plain import PlainYaml
from docgen.store.staging import Delivery, Staged, with_additions

CASEFILE = """\
# a family that moved in spring
schema: 1
case_id: fam-0042
people: {}
# nothing was written by hand below
issued:
"""
LETTERS = {"fam-0042-1-invite.docx": b"first letter", "fam-0042-2-invite.docx": b"second letter"}
RUN = "20251204T093000-5e1f00d1"
DATED = dt.date(2025, 12, 4)


def casefile_in(office: Path) -> Path:
    """Give the casefile's place, with the file in it."""
    path = office / "casefiles" / "fam-0042.yaml"
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
        path.write_text(CASEFILE, "utf-8")
    return path


def delivery_in(office: Path, run: str = RUN) -> Delivery:
    """Give a run's delivery of both letters."""
    casefile = casefile_in(office)
    additions = tuple(map(_addition, (1, 2)))
    before = casefile.read_bytes()
    after = with_additions(before, additions)
    base = sha256(before).hexdigest()
    return Delivery(run, "fam-0042", casefile, LETTERS, additions, base, after)


def _addition(n: int) -> Addition:
    number = f"fam-0042/{n}"
    value: dict[str, PlainYaml | None] = {"number": number, "version": 1, "dated": DATED}
    return Addition(("issued",), value, {"number": number})


def outbox_in(office: Path) -> Outbox:
    """Give the office's outbox."""
    return Outbox(office / "output", office, patience=0.2)


def staged_and_recorded(office: Path, run: str = RUN) -> Staged:
    """Stage a delivery and record it, as a run that dies before it delivers anything."""
    with outbox_in(office).staged(delivery_in(office, run)) as staged:
        ledger_in(office).append([receipt(1), receipt(2)], stamped(run))
        return staged


def delivered(office: Path) -> dict[str, bytes]:
    """Give all files that lie in the case's folder of the outbox."""
    folder = office / "output" / "fam-0042"
    found = sorted(folder.iterdir()) if folder.exists() else []
    return {path.name: path.read_bytes() for path in found}


def staged_runs(office: Path) -> list[str]:
    """Give the runs of which something is still staged."""
    return sorted(p.name for p in (office / "output" / ".staging").iterdir() if p.is_dir())
