"""A letter's place in a print run → what it is printed from, and what became of it there."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.check.envelope import Window
from docgen.errors import DiskTrouble, TemplateRejected
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.plan.post import Laid, Place, Sheaf
from docgen.service.batch.places import Seat
from docgen.service.batch.print_letters import ARCHIVE
from docgen.service.batch.runs import Run
from docgen.service.pdf import Engine, pdf_of
from docgen.store.archives import member

if TYPE_CHECKING:
    from docgen.press.pdf.tree import Lowered

GONE = "archive-lacks"
FAULTS: Faults = {
    "print-not-as-issued": Wording(
        "{name} is gone, or is not what was issued as {number}.",
        "Put that file, or its archive, back from a backup, and lay the run out again.",
    ),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How letters are printed: sides of a sheet, envelope and window, in one file or each alone.

    `shape` is `papers` (many in a PDF), `files` (each its own) or `archive` (these in a ZIP).
    """

    sides: int = 2
    envelope: str = ""
    window: Window | None = None
    shape: str = "papers"


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be made in `out`; `aside` holds what was made again or comes from afar."""

    seat: Seat
    run: str
    sheaf: Sheaf
    layout: Layout
    out: Path
    aside: Path


class Source(NamedTuple):
    """A letter's bytes: a Word file to be set with others, or a PDF that is there."""

    place: Place
    tree: "Lowered | None"
    pdf: bytes = b""


def source_of(task: Task, run: Run, place: Place) -> "Source | Laid":
    """Read a letter, and its tree unless it is to be printed as the PDF that it is."""
    from docgen.press.pdf.native import read_for_pdf  # noqa: PLC0415 - slow to load

    piece = place.piece
    content = _content(task, run, place)
    if content is None:
        names = {"name": piece.file, "number": piece.name}
        return refused(place, (fault(FAULTS, "print-not-as-issued", None, **names),))
    if piece.ending == "pdf" and not piece.remade:
        return Source(place, None, content)
    try:
        tree = read_for_pdf(content, piece.file)
        if not any(each.stops for each in tree.remarks):
            return Source(place, tree)
        return Source(place, None, pdf_of(content, piece.file, run.head.dated, Engine.AUTO)[0])
    except TemplateRejected as why:
        return refused(place, told_of(why))


def _content(task: Task, run: Run, place: Place) -> bytes | None:
    """Give a letter's bytes; None if they are not those that were issued."""
    from docgen.press.ooxml.words import package_digest  # noqa: PLC0415 - slow to load

    piece = place.piece
    if piece.aside:
        content = member(task.aside / ARCHIVE.format(chunk=piece.chunk), piece.file)
    else:
        try:
            content = run.content(piece.chunk, piece.file)
        except DiskTrouble as why:
            if why.code != GONE:
                raise
            return None
    if piece.remade:
        return content
    try:
        is_pdf = piece.ending == "pdf"
        digest = sha256(content).hexdigest() if is_pdf else package_digest(content)
    except ValueError:
        return None
    return content if digest == piece.digest else None


def refused(place: Place, findings: tuple[Finding, ...]) -> Laid:
    """Leave a letter out."""
    return Laid(place, "", 0, 0, marked=False, findings=findings)


def told_of(why: TemplateRejected) -> tuple[Finding, ...]:
    """Tell why a letter can't be set."""
    return (Finding(why.code, Severity.ERROR, why.message, why.remedy), *why.findings)
