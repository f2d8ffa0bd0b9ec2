"""Families of a source → their cases and letters, decided by the crew and fixed on the disk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from docgen.crew.briefs import Crew, Lost
from docgen.crew.briefs import told as told_of
from docgen.errors import DiskTrouble, DocgenError, Reasons, stop
from docgen.model.batch import Fixed, Progress
from docgen.model.case import Issued
from docgen.model.finding import Faults, Finding, Severity, Wording
from docgen.model.rendition import Format
from docgen.model.tree import Tree
from docgen.service.batch.accounted import must_be_accounted_for
from docgen.service.batch.grounds import grounds_of
from docgen.service.batch.history import known_of
from docgen.service.batch.lines import fixed_line, packed, read_entry
from docgen.service.batch.places import Halt, Seat, desk_at, halt, seat_of
from docgen.service.batch.runs import Run, write_down
from docgen.service.batch.source import Family, Judge, Source
from docgen.service.desk import Desk
from docgen.store.disk import write_whole

REASONS: Reasons = {
    "chunk-lost": Wording(
        "The families from number {first} on could not be judged: {why}, twice.",
        "Nothing was issued. Run the command again; if it comes again, look at those families"
        " first.",
    ),
}
UNEXPECTED = "family-unexpected"
FAULTS: Faults = {
    UNEXPECTED: Wording(
        "docgen itself went wrong over this family ({why}), so nothing is made for it.",
        "Tell those who look after docgen, with the words in brackets. Other families go ahead.",
    ),
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some families to be judged, and what batches issued for their cases, as plain data."""

    seat: Seat
    chunk: int
    families: tuple[Family, ...]
    judge: Judge
    format: Format | None
    issued: Mapping[str, tuple[Tree, ...]]

    def history(self, case: str) -> tuple[Issued, ...]:
        """Give what was issued for a case."""
        return tuple(map(read_entry, self.issued.get(case, ())))


@dataclass(frozen=True, slots=True)
class FixedChunk:
    """The file of a chunk's families; how many letters are to be made, and how many are not."""

    chunk: int
    letters: int
    stopped: int
    content: bytes


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
        write_whole(run.folder.cases(fixed.chunk), fixed.content)
        letters, stopped, chunks = letters + fixed.letters, stopped + fixed.stopped, chunks + 1
        told(Progress(run.head.run, "fixed", fixed.chunk, chunks, letters, 0, stopped))
    head = replace(run.head, chunks=chunks, letters=letters, stopped=stopped)
    whole = replace(run, head=replace(head, grounds=grounds_of(desk.workspace)))
    write_down(whole)
    return remembered(whole, source)


def remembered(run: Run, source: Source) -> Run:
    """Have a source remember what it held, once all its families are fixed; gives the run then.

    Not before: a run that was stopped and fixed anew would find nobody gone. A kill between the
    two is made good when the run is resumed.
    """
    source.settled()
    settled = replace(run, head=replace(run.head, remembered=True))
    write_down(settled)
    return settled


def fix_chunk(parcel: Parcel) -> FixedChunk | Halt:
    """Judge some families and give them as they will be written down: what a worker does."""
    try:
        desk = desk_at(parcel.seat)
        fixed = [_judged(parcel, desk, family) for family in parcel.families]
        letters = sum(len(each.jobs) for each in fixed)
        stopped = sum(len(each.stopped) + (each.tree is None) for each in fixed)
        cases = [each.case for each in fixed]
        head = {"chunk": parcel.chunk, "letters": letters, "cases": cases}
        content = packed([head, *map(fixed_line, fixed)])
        return FixedChunk(parcel.chunk, letters, stopped, content)
    except DocgenError as error:
        return halt(error)


def _parcels(run: Run, source: Source, desk: Desk) -> Iterator[Parcel]:
    families, chunk = source.families(), 0
    while some := tuple(islice(families, run.head.order.families)):
        chunk += 1
        cases = [case for family in some for case in (family.case, *family.former)]
        by, known = run.head.order.format, known_of(desk, cases)
        if chunk == 1:
            must_be_accounted_for(desk, [family.case for family in some])
        yield Parcel(seat_of(desk), chunk, some, source.judge, by, known)


def _judged(parcel: Parcel, desk: Desk, family: Family) -> Fixed:
    try:
        fixed = parcel.judge(desk, family, parcel.history)
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
