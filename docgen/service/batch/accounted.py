"""What the ledger holds of families → whether runs on the disk account for it."""

from collections.abc import Collection

from docgen.errors import DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.service.batch.history import RECORDING, register_of
from docgen.service.desk import Desk
from docgen.store.locks import alone
from docgen.store.runs import batches_of

REASONS: Reasons = {
    "batch-record-gone": Wording(
        "The ledger holds letters of {case}, numbered {number} and on, that no run in"
        " output/batches tells of: what was issued there was deleted or moved.",
        "Put output/batches (or the casefile of that family) back from a backup, then go on. If"
        " there is none, move the ledger and keys/ to a safe place: docgen then begins a new"
        " ledger, and knows of no letter sent before.",
    ),
}


def must_be_accounted_for(desk: Desk, cases: Collection[str]) -> None:
    """Stop where no run tells of letters that the ledger holds of these families.

    Their next numbers can't be told, nor whether they were sent the same before. Raises
    `DiskTrouble`; call it when runs that died are settled.
    """
    if _unknown(desk, cases):
        with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
            unknown = _unknown(desk, cases)  # nobody is between ledger and register now
        for case, number, _ in sorted(unknown)[:1]:
            raise stop(DiskTrouble, REASONS, "batch-record-gone", case=case, number=number)


def _unknown(desk: Desk, cases: Collection[str]) -> frozenset[tuple[str, str, int]]:
    known = register_of(desk).of(list(cases))
    told = {(each.case, each.number, each.version) for found in known.values() for each in found}
    return desk.ledger.issued_of(cases) - told
