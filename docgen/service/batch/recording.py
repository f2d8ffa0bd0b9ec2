"""A staged chunk → sealed in the ledger, known to the register, brought to its place.

The ledger's transaction is the commit point: what is staged and not recorded is made again,
what is recorded is delivered, now or when the run is resumed or another begins.
"""

from collections.abc import Iterable

from docgen.errors import DiskTrouble, LedgerTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.service.batch.history import RECORDING, register_of
from docgen.service.batch.lines import Line, unpacked
from docgen.service.batch.making import MadeChunk
from docgen.service.batch.runs import Run, all_runs, opened
from docgen.service.desk import Desk
from docgen.store.locks import alone
from docgen.store.register import Registered
from docgen.store.runs import RunFolder, batches_of, every_run, remove_unbegun
from docgen.store.staged_letters import Staged

REASONS: Reasons = {
    "staged-elsewhere": Wording(
        "What a worker put into {place} is not there for this machine.",
        "Name a place after --out that all machines reach under the same address, or a folder:"
        " letters then come back to this machine. Nothing of this chunk was recorded.",
    ),
}
TAKEN = "ledger-number-taken"
NOTICES = {
    "aside": "{run}: something else stood where letters belong; it was kept as {names}.",
    "waits": "{run}: chunk {chunk} is recorded, but could not be brought to its place. Close what"
    " may have it open, see that the disk has room, then resume the run.",
}


def record(desk: Desk, run: Run, made: MadeChunk) -> bytes | None:
    """Seal what a chunk issued; gives what came of its letters, as it stands in their depot.

    None where another run took one of its numbers meanwhile. Raises `LedgerTrouble` and
    `DiskTrouble` before anything is recorded. From then on the register knows of it.
    """
    record = _staged(run, made)
    run.folder.claim(made.staged)
    with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
        if made.receipts and not _sealed(desk, made):
            return None
        _add(desk, run, made.chunk, _issued(record))
    return record


def deliver(run: Run, staged: Staged, record: bytes) -> tuple[str, ...]:
    """Bring a recorded chunk to its place; gives notices, one of which may say that it waits."""
    name = run.head.run
    try:
        aside = run.folder.deliver(staged, record)
    except DiskTrouble:
        return (NOTICES["waits"].format(run=name, chunk=staged.chunk),)
    return (NOTICES["aside"].format(run=name, names=", ".join(aside)),) if aside else ()


def settle(desk: Desk, run: Run) -> tuple[str, ...]:
    """Put right what a run left that died: deliver what was recorded, remove the rest.

    Only for who holds the run. Gives notices; raises `LedgerTrouble`.
    """
    notices: list[str] = []
    for staged in run.folder.depot.waiting():
        record = _recorded(desk, run, staged)
        if record is None:
            run.folder.depot.take_away(staged)
            continue
        with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
            _add(desk, run, staged.chunk, _issued(record))
        notices += deliver(run, staged, record)
    return tuple(notices)


def sweep(run: Run) -> None:
    """Remove what workers staged that died, of chunks that others made since."""
    depot = run.folder.depot
    for staged in depot.waiting():
        if run.folder.is_done(staged.chunk):
            depot.take_away(staged)
    depot.tidy()


def settle_others(desk: Desk) -> tuple[str, ...]:
    """Put right what all other runs left that died, so that their letters are known of."""
    _mend_register(desk)
    notices: list[str] = []
    for folder in every_run(desk.workspace.output):
        if folder.run == desk.run:
            continue
        with folder.free() as free:
            if free and folder.is_begun:
                notices += _settled(desk, folder)
        if free and not folder.is_begun:
            remove_unbegun(folder)
    return tuple(notices)


def _settled(desk: Desk, folder: RunFolder) -> tuple[str, ...]:
    """Settle a run; one that can't be read hinders no other, and nobody looks far for nothing."""
    try:
        run = opened(folder)
        return () if run.folder.is_far and run.is_whole else settle(desk, run)
    except DiskTrouble as trouble:
        return (f"{trouble.message} {trouble.remedy}",)


def _mend_register(desk: Desk) -> None:
    """Make the register anew from what runs say that they issued, where somebody took it away."""
    if register_of(desk).is_there:
        return
    with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
        for run in all_runs(desk):
            for chunk in set(run.chunks) - set(run.pending):
                _add(desk, run, chunk, [line for line in run.lines(chunk) if "entry" in line])


def _sealed(desk: Desk, made: MadeChunk) -> bool:
    """Append to the ledger, or find that this very run did so before."""
    try:
        desk.ledger.append(made.receipts, desk.stamp, many=True)
    except LedgerTrouble as trouble:
        if trouble.code != TAKEN:
            raise
        return desk.ledger.has_all(made.receipts, desk.run)
    return True


def _staged(run: Run, made: MadeChunk) -> bytes:
    """Stage what has yet to be, and give what came of a chunk's letters; raises `DiskTrouble`."""
    depot = run.folder.depot
    if made.load:
        depot.stage(made.staged, made.load)
        return made.load.record
    record = depot.record(made.staged)
    if record is None:
        raise stop(DiskTrouble, REASONS, "staged-elsewhere", place=run.folder.place)
    return record


def _recorded(desk: Desk, run: Run, staged: Staged) -> bytes | None:
    """Give what came of a staged chunk's letters if it was recorded, and has yet to be brought."""
    if run.folder.is_done(staged.chunk) or not run.folder.is_claimed(staged):
        return None
    record = run.folder.depot.record(staged)
    issued = next(iter(_issued(record)), None) if record else None
    if issued is None:
        return None
    there = desk.ledger.issued_by(run.head.run, [issued["case"]])
    found = (issued["case"], issued["number"], issued["version"]) in there
    return record if found else None


def _add(desk: Desk, run: Run, chunk: int, lines: Iterable[Line]) -> None:
    by = (run.head.run, chunk)
    told = [
        Registered(line["case"], line["number"], line["version"], *by, line["entry"])
        for line in lines
    ]
    if told:
        register_of(desk).add(told)


def _issued(record: bytes) -> list[Line]:
    """Read what a staged chunk issued."""
    try:
        return [line for line in unpacked(record) if "entry" in line]
    except ValueError:  # not written to its end: nobody waits for it
        return []
