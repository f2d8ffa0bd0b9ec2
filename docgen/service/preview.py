"""A casefile and a wish → its papers as PDFs and as pictures of their pages, to be looked at."""

from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.plan import Job, State
from docgen.service.choose import chosen
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, making_for, placed
from docgen.service.generate import DRAFTED
from docgen.service.papers import Paper, make_papers
from docgen.service.report import Wish
from docgen.service.typeset import Order
from docgen.store.drafts import put_drafts

FOLDER = "preview"
FINEST, COARSEST = 600, 20
REASONS: Reasons = {
    "dpi-out-of-range": Wording(
        "Pages can't be drawn with {dpi} dots an inch.",
        "Choose from {least} to {most}; 96 is as on a screen, 300 as in print.",
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper to be looked at: its PDF, and a picture of each of its pages."""

    job: Job
    pdf: Path
    pages: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Previewed:
    """What there is to look at, in which folder, and what was not shown."""

    case_id: str
    folder: Path
    shown: tuple[Shown, ...]
    stopped: tuple[Job, ...] = ()


def preview(desk: Desk, wanted: str, wish: Wish, dpi: int) -> Previewed:
    """Draft what is due or held, as PDF and pages; in place of what was previewed before.

    Nothing is recorded. Raises `UsageTrouble`, `CasefileRejected`, `TemplateRejected` and
    `DiskTrouble`.
    """
    if not COARSEST <= dpi <= FINEST:
        names = {"dpi": dpi, "least": COARSEST, "most": FINEST}
        raise stop(UsageTrouble, REASONS, "dpi-out-of-range", **names)
    examined = examine_case(desk, wanted)
    jobs, _ = chosen(examined, replace(wish, format="pdf"))
    asked = [job for job in jobs if wish.every or job.state in DRAFTED]
    order = Order(desk.today, engine=wish.engine, screen=wish.screen)
    papers, stopped = make_papers(making_for(desk, examined.case), asked, order)
    desk.told("made")
    case_id = examined.case.case_id
    folder = desk.workspace.output / case_id / FOLDER
    drawn = [_drawn(paper, dpi) for paper in papers]
    put_drafts(folder, case_id, {name: each for files in drawn for name, each in files.items()})
    desk.told("delivered")
    shown = (
        Shown(paper.job, *_paths(folder, files)) for paper, files in zip(papers, drawn, strict=True)
    )
    idle = (job for job in jobs if not wish.every and job.state is State.REFUSED)
    return Previewed(case_id, folder, tuple(shown), (*idle, *placed(stopped, examined.sheet.root)))


def _drawn(paper: Paper, dpi: int) -> dict[str, bytes]:
    """Give the files of a paper by name: its PDF first, then its pages."""
    from docgen.press.pdf.pages import pages_of  # noqa: PLC0415 - slow to load

    (pdf,) = paper.files
    stem = pdf.name.removesuffix(".pdf")
    pages = pages_of(pdf.content, dpi)
    return {
        pdf.name: pdf.content,
        **{f"{stem}-page-{number}.png": page for number, page in enumerate(pages, 1)},
    }


def _paths(folder: Path, files: dict[str, bytes]) -> tuple[Path, tuple[Path, ...]]:
    pdf, *pages = (folder / name for name in files)
    return pdf, tuple(pages)
