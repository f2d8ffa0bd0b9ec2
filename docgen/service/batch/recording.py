"""A staged chunk → sealed in the ledger, known to the register, brought to its place.

The ledger's transaction is the commit point: what is staged and not recorded is made again,
what is recorded is delivered, now or when the run is resumed or another begins.
"""

from collections.abc import Iterable

from docgen.errors import DiskTrouble, LedgerTrouble
from docgen.service.batch.history import register_of
from docgen.service.batch.lines import Line, unpacked
from docgen.service.batch.making import MadeChunk
from docgen.service.batch.runs import Run, all_runs, opened
from docgen.service.desk import Desk
from docgen.store.chunk_staging import Staged, take_away
from docgen.store.disk import disk
from docgen.store.locks import alone
from docgen.store.register import Registered
from docgen.store.runs import RunFolder, batches_of, every_run, remove_unbegun

TAKEN = "ledger-number-taken"
RECORDING = ".recording.lock"
NOTICES = {
    "aside": "{run}: something else stood where letters belong; it was kept as {names}.",
    "waits": "{run}: chunk {chunk} is recorded, but could not be brought to its place. Close what"
    " may have it open, see that the disk has room, then resume the run.",
}


def record(desk: Desk, run: Run, made: MadeChunk) -> bool:
    """Seal what a chunk issued; False where another run took one of its numbers meanwhile.

    Raises `LedgerTrouble` before anything is recorded. From then on the register knows of it.
    """
    with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
        if made.receipts and not _sealed(desk, made):
            return False
        _register(desk, run, Staged(made.chunk, made.folder))
    return True


def deliver(run: Run, staged: Staged) -> tuple[str, ...]:
    """Bring a recorded chunk to its place; gives notices, one of which may say that it waits."""
    name = run.head.run
    try:
        aside = run.folder.deliver(staged)
    except (OSError, DiskTrouble):
        return (NOTICES["waits"].format(run=name, chunk=staged.chunk),)
    return (NOTICES["aside"].format(run=name, names=", ".join(aside)),) if aside else ()


def settle(desk: Desk, run: Run) -> tuple[str, ...]:
    """Put right what a run left that died: deliver what was recorded, remove the rest.

    Only for who holds the run. Gives notices; raises `LedgerTrouble`.
    """
    notices: list[str] = []
    for staged in run.folder.staged():
        if not run.folder.is_done(staged.chunk) and _was_recorded(desk, run, staged):
            with alone(batches_of(desk.workspace.output) / RECORDING, "the batches"):
                _register(desk, run, staged)
            notices += deliver(run, staged)
        else:
            take_away(staged)
    return tuple(notices)


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
    """Settle a run; one that can't be read hinders no other."""
    try:
        return settle(desk, opened(folder))
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


def _was_recorded(desk: Desk, run: Run, staged: Staged) -> bool:
    issued = next(iter(_issued(staged)), None) if staged.record.exists() else None
    if issued is None:
        return False
    there = desk.ledger.issued_by(run.head.run, [issued["case"]])
    return (issued["case"], issued["number"], issued["version"]) in there


def _register(desk: Desk, run: Run, staged: Staged) -> None:
    _add(desk, run, staged.chunk, _issued(staged))


def _add(desk: Desk, run: Run, chunk: int, lines: Iterable[Line]) -> None:
    by = (run.head.run, chunk)
    told = [
        Registered(line["case"], line["number"], line["version"], *by, line["entry"])
        for line in lines
    ]
    if told:
        register_of(desk).add(told)


def _issued(staged: Staged) -> list[Line]:
    """Read what a staged chunk issued."""
    with disk(staged.record.name):
        content = staged.record.read_bytes()
    try:
        return [line for line in unpacked(content) if "entry" in line]
    except ValueError:  # not written to its end: nobody waits for it
        return []
