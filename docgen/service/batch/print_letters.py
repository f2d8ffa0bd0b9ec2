"""A chunk of a run → its letters as they go to the printer: what each is, and where it goes.

A letter that was issued as a PDF alone is printed from its Word file, made again: if that does not
give the very PDF that was issued, the PDF itself is printed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from docgen.check.address import postcode
from docgen.errors import DocgenError
from docgen.model.batch import FileMade, Fixed, Outcome
from docgen.model.case import Case, Issued
from docgen.model.plan import Identity, Job
from docgen.plan.next_papers import is_posted
from docgen.plan.post import Piece
from docgen.plan.posting import is_for_envelope
from docgen.service.batch.bench import Bench, bench_at
from docgen.service.batch.history import adopted, known_of
from docgen.service.batch.lines import read_entry
from docgen.service.batch.places import Halt, Seat, halt
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk
from docgen.service.examine import read_case
from docgen.service.pdf import Engine, pdf_of
from docgen.store.archives import write_archive
from docgen.store.disk import disk
from docgen.store.workspace import every_case
from docgen.wording.naming import full_name

REPLACED, WITHDRAWN, SENT, FILED = "replaced", "withdrawn", "sent", "filed"
WHY = {
    REPLACED: "a later version was issued since",
    WITHDRAWN: "withdrawn since",
    SENT: "sent or served already",
    FILED: "stays in the school's file",
}
ARCHIVE = "{chunk:05}.zip"


@dataclass(frozen=True, slots=True)
class Ask:
    """A chunk of a run; `aside` is a folder for Word files made again, and letters from afar."""

    seat: Seat
    run: str
    chunk: int
    aside: Path


@dataclass(frozen=True, slots=True)
class Gathered:
    """A chunk's letters to print, and how many stay, by reason."""

    pieces: tuple[Piece, ...]
    left: Mapping[str, int]


def gather(ask: Ask) -> Gathered | Halt:
    """Gather a chunk's letters: what a worker does. What ends the run is given back."""
    try:
        bench = bench_at(ask.seat)
        run = open_run(bench.desk, ask.run)
        return _gathered(bench, run, ask)
    except DocgenError as error:
        return halt(error)


def _gathered(bench: Bench, run: Run, ask: Ask) -> Gathered:
    made = [each for each in run.outcomes(ask.chunk) if each.state == "made"]
    cases = tuple(dict.fromkeys(each.case for each in made))
    issued = _issued(bench.desk, cases)
    families = {each.case: each for each in run.cases(bench.desk, ask.chunk) if each.case in issued}
    left: Counter[str] = Counter()
    pieces: list[Piece] = []
    aside: list[tuple[str, bytes]] = []
    for outcome in made:
        fixed = families[outcome.case]
        job, entry = _job(fixed, outcome), _entry(issued[outcome.case], outcome)
        why = _why_not(job, entry, issued[outcome.case])
        if why:
            left[why] += 1
            continue
        piece = _piece(bench.case(fixed), job, outcome, run.head.order.engine)
        if piece.ending == "pdf" and (word := _again(bench, run, (fixed, job, entry), piece)):
            aside.append((piece.file, word))
            piece = replace(piece, remade=True, aside=True)
        elif run.folder.is_far:  # here they come chunk by chunk; to the printer, in another order
            aside.append((piece.file, run.content(ask.chunk, piece.file)))
            piece = replace(piece, aside=True)
        pieces.append(piece)
    with disk(ask.aside.name):
        write_archive(ask.aside / ARCHIVE.format(chunk=ask.chunk), aside)
    return Gathered(tuple(pieces), dict(left))


def _issued(desk: Desk, cases: tuple[str, ...]) -> dict[str, tuple[Issued, ...]]:
    """Give all that was issued for cases, as the casefile has it of those that have one."""
    known = known_of(desk, cases)
    found = {case: tuple(map(read_entry, known.get(case, ()))) for case in cases}
    if own := adopted(desk) & set(cases):
        paths = (path for path in every_case(desk.workspace) if path.stem in own)
        found |= {path.stem: read_case(desk, path)[2].issued for path in paths}
    return found


def _job(fixed: Fixed, outcome: Outcome) -> Job:
    """Find the job that a letter was made for."""
    asked = (outcome.kind, outcome.about, outcome.recipient, outcome.pupil, outcome.language)
    return next(
        job
        for job in fixed.jobs
        if (job.kind.name, job.about, job.recipient, job.pupil, job.language) == asked
        and job.variant == outcome.variant
    )


def _entry(issued: tuple[Issued, ...], outcome: Outcome) -> Issued:
    wanted = (outcome.number, outcome.version)
    return next(each for each in issued if (each.number, each.version) == wanted)


def _why_not(job: Job, entry: Issued, issued: tuple[Issued, ...]) -> str:
    if not is_posted(job):
        return FILED
    if entry.withdrawn:
        return WITHDRAWN
    if entry.sent or entry.served:
        return SENT
    later = any(e.number == entry.number and e.version > entry.version for e in issued)
    return REPLACED if later else ""


def _piece(case: Case, job: Job, outcome: Outcome, engine: Engine) -> Piece:
    file = _printed(outcome, engine)
    address = _address(case, job.recipient)
    return Piece(
        case=outcome.case,
        rows=outcome.rows,
        chunk=outcome.chunk,
        authority=case.authority,
        number=outcome.number,
        version=outcome.version,
        kind=job.kind.name,
        title=job.kind.title,
        about=job.about,
        recipient=job.recipient or "",
        pupil=job.pupil or "",
        language=job.language,
        variant=job.variant,
        file=file.name,
        ending=file.ending,
        digest=file.digest,
        remade=False,
        enveloped=is_for_envelope(job),
        windowed=job.kind.letter,
        address=address,
        postcode=(postcode(address[-1]) or "") if address else "",
    )


def _printed(outcome: Outcome, engine: Engine) -> FileMade:
    """Give the file that is printed: the Word file, if it was issued, as many are set at once.

    But LibreOffice's PDF, where it was asked to set them: it may look otherwise.
    """
    return outcome.files[-1 if engine is Engine.OFFICE else 0]


def _address(case: Case, key: str | None) -> tuple[str, ...]:
    """Give the lines in the window: the name and the address under it."""
    if partner := case.partners.get(key or ""):
        above = (partner.organisation,) if partner.person else ()
        return (full_name(partner), *above, *partner.address)
    person = case.people.get(key or "")
    return (full_name(person), *person.address) if person else ()


Letter = tuple[Fixed, Job, Issued]


def _again(bench: Bench, run: Run, letter: Letter, piece: Piece) -> bytes | None:
    """Make the Word file of a PDF again; None unless it gives that very PDF."""
    fixed, job, entry = letter
    order = run.head.order
    if order.engine is Engine.OFFICE:
        return None
    try:
        making = bench.making(fixed, ())
        given = Identity(entry.number, entry.version, entry.replaces)
        word, _ = making.make(job, entry.dated, given)
        fonts = making.tongues.screen_fonts if order.screen else None
        content, _ = pdf_of(word.content, piece.file, entry.dated, Engine.NATIVE, fonts)
    except DocgenError:  # templates were changed since, or LibreOffice had to set it
        return None
    return word.content if sha256(content).hexdigest() == piece.digest else None
