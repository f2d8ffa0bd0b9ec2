"""One row of a roster → its letters as PDFs and pictures of their pages, to be looked at."""

from dataclasses import replace

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.family import Family
from docgen.model.finding import Wording
from docgen.service.batch.rosters import Asked, RosterSource, open_source
from docgen.service.desk import Desk
from docgen.service.examine import making_for
from docgen.service.generate import DRAFTED
from docgen.service.papers import Paper, make_papers
from docgen.service.preview import FOLDER, Previewed, Shown
from docgen.service.typeset import Order
from docgen.store.prints import put_prints

SCREEN = 96
REASONS: Reasons = {
    "row-without-family": Wording(
        "Row {row} is in no family: it is no row of people, or it is refused.",
        "See what is found in it: docgen batch check.",
    ),
    "row-not-judged": Wording(
        "The family in row {row} can't be judged, so there is nothing to look at.",
        "Put right what is listed, then run the command again.",
    ),
}


def look_at(desk: Desk, asked: Asked, row: int, dpi: int = SCREEN) -> Previewed:
    """Draft the letters of a row, in place of those looked at before; nothing is recorded.

    Raises `CasefileRejected`, `UsageTrouble`, `TemplateRejected`, `DiskTrouble`.
    """
    source = open_source(desk, asked)
    try:
        family = _family(source, row)
        fixed, case = source.judge.examined(desk, family)
    finally:
        source.close()
    if case is None:
        error = stop(UsageTrouble, REASONS, "row-not-judged", row=row)
        error.findings = fixed.findings
        raise error
    jobs = [
        job
        for job in (*fixed.jobs, *fixed.stopped)
        if row in family.rows_of(job.recipient, job.pupil)
    ]
    drafted = [replace(job, format="pdf") for job in jobs if job.state in DRAFTED]
    papers, refused = make_papers(making_for(desk, case), drafted, Order(desk.today))
    folder = desk.workspace.output / FOLDER
    drawn = [_drawn(paper, dpi) for paper in papers]
    put_prints(folder, {name: each for files in drawn for name, each in files.items()})
    shown = []
    for paper, files in zip(papers, drawn, strict=True):
        pdf, *pages = (folder / name for name in files)
        shown.append(Shown(paper.job, pdf, tuple(pages)))
    idle = (job for job in jobs if job.state not in DRAFTED)
    return Previewed(fixed.case, folder, tuple(shown), (*idle, *refused))


def _family(source: RosterSource, row: int) -> Family:
    for family in source.families():
        if row in family.numbers:
            return family
    raise stop(UsageTrouble, REASONS, "row-without-family", row=row)


def _drawn(paper: Paper, dpi: int) -> dict[str, bytes]:
    """Give the files of a paper by name: its PDF first, then its pages."""
    from docgen.press.pdf.pages import pages_of  # noqa: PLC0415 - slow to load

    (pdf,) = paper.files
    stem = pdf.name.removesuffix(".pdf")
    pages = enumerate(pages_of(pdf.content, dpi), 1)
    return {pdf.name: pdf.content, **{f"{stem}-page-{n}.png": page for n, page in pages}}
