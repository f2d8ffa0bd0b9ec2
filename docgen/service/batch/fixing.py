"""Families of a source → their cases and letters, decided by the crew and fixed on the disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from docgen.crew.local import Crew, Lost
from docgen.crew.local import told as told_of
from docgen.errors import DiskTrouble, DocgenError, Reasons, stop
from docgen.model.batch import Fixed, Progress
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.rendition import Format
from docgen.service.batch.lines import fixed_line, packed
from docgen.service.batch.places import Halt, Seat, desk_at, halt, seat_of
from docgen.service.batch.runs import Run, write_down
from docgen.service.batch.source import Family, Judge, Source
from docgen.service.desk import Desk
from docgen.service.record import release
from docgen.store.disk import disk, write_whole
from docgen.store.workspace import Workspace

REASONS: Reasons = {
    "chunk-lost": Wording(
        "The families from number {first} on could not be judged: {why}, twice.",
        "Nothing was issued. Run the command again; if it comes again, look at those families"
        " first.",
    ),
}
PASSING = (".", "~$")
"""How names of files begin that come and go: those of an editor, or of Word while it is open."""
UNEXPECTED = "family-unexpected"
FAULTS = {
    UNEXPECTED: Wording(
        "docgen itself went wrong over this family ({why}), so nothing is made for it.",
        "Tell those who look after docgen, with the words in brackets. Other families go ahead.",
    ),
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some families to be judged, and the file in which they are fixed."""

    seat: Seat
    chunk: int
    families: tuple[Family, ...]
    judge: Judge
    format: Format | None
    place: Path


@dataclass(frozen=True, slots=True)
class FixedChunk:
    """How many letters of a chunk are to be made, and how many are not."""

    chunk: int
    letters: int
    stopped: int


def fix(run: Run, source: Source, desk: Desk, crew: Crew, told: Callable[[Progress], None]) -> Run:
    """Fix all families of a source before anything is made of them; gives the run as it is then.

    Raises `DiskTrouble` and whatever else ends a run; resumed, it begins again.
    """
    run.folder.forget_cases()
    letters = stopped = chunks = 0
    for parcel, fixed in crew.work(fix_chunk, _parcels(run, source, desk)):
        if isinstance(fixed, Halt):
            raise fixed.raised()
        if isinstance(fixed, Lost):
            first = (parcel.chunk - 1) * run.head.order.families + 1
            raise stop(DiskTrouble, REASONS, "chunk-lost", first=first, why=fixed.why)
        letters, stopped, chunks = letters + fixed.letters, stopped + fixed.stopped, chunks + 1
        told(Progress(run.head.run, "fixed", fixed.chunk, chunks, letters, 0, stopped))
    source.settled()
    head = replace(run.head, chunks=chunks, letters=letters, stopped=stopped)
    whole = replace(run, head=replace(head, grounds=grounds_of(desk.workspace)))
    write_down(whole)
    return whole


def fix_chunk(parcel: Parcel) -> FixedChunk | Halt:
    """Judge some families and write them down: what a worker does."""
    try:
        desk = desk_at(parcel.seat)
        fixed = [_judged(parcel, desk, family) for family in parcel.families]
        letters = sum(len(each.jobs) for each in fixed)
        stopped = sum(len(each.stopped) + (each.tree is None) for each in fixed)
        cases = [each.case for each in fixed]
        head = {"chunk": parcel.chunk, "letters": letters, "cases": cases}
        write_whole(parcel.place, packed([head, *map(fixed_line, fixed)]))
        return FixedChunk(parcel.chunk, letters, stopped)
    except DocgenError as error:
        return halt(error)


def grounds_of(workspace: Workspace) -> str:
    """Give the digest of all that letters are made of beside the families themselves."""
    digest = sha256(release().encode())
    for home in (workspace.templates, workspace.schools, workspace.translations):
        for path in sorted(path for path in home.rglob("*") if path.is_file()):
            if path.name.startswith(PASSING):
                continue
            with disk(path.name):
                content = sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(home).as_posix()}\n{content}\n".encode())
    return digest.hexdigest()


def _parcels(run: Run, source: Source, desk: Desk) -> Iterator[Parcel]:
    families, chunk = source.families(), 0
    while some := tuple(islice(families, run.head.order.families)):
        chunk += 1
        place = run.folder.cases(chunk)
        order = run.head.order
        yield Parcel(seat_of(desk), chunk, some, source.judge, order.format, place)


def _judged(parcel: Parcel, desk: Desk, family: Family) -> Fixed:
    try:
        fixed = parcel.judge(desk, family)
    except DocgenError:
        raise
    except Exception as error:  # noqa: BLE001 - one family must not stop the others
        words = FAULTS["family-unexpected"]
        message = words.message.format(why=told_of(error))
        finding = Finding(UNEXPECTED, Severity.ERROR, message, words.remedy)
        return Fixed(family.case, family.numbers, findings=(finding,))
    if parcel.format:
        jobs = tuple(replace(job, format=parcel.format) for job in fixed.jobs)
        return replace(fixed, jobs=jobs)
    return fixed
