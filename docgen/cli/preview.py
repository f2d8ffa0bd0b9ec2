"""`preview`: a casefile → its papers as PDFs and pictures of their pages, and where they lie."""

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked
from docgen.cli.lines import counted, job_name, shown
from docgen.cli.opening import desk_for
from docgen.cli.papers import wishes
from docgen.cli.shapes import Shape, job_shape
from docgen.cli.status import Status
from docgen.cli.telling import near, stopped_lines
from docgen.service.preview import Previewed, Shown, preview
from docgen.service.report import Wish

SCREEN = 96
NOTHING = "Nothing of this is due or held. --all shows what was issued before or is past, too."


@click.command("preview", cls=Door, example="docgen preview fam-0042 --kind contract --open")
@click.argument("case")
@click.option("--all", "every", is_flag=True, help="Also what was issued before or is past.")
@click.option("--dpi", default=SCREEN, metavar="DOTS", help="Dots an inch; 96 as on a screen.")
@click.option("--open", "opens", is_flag=True, help="Open them: one as PDF, more as a folder.")
@wishes
def preview_(asked: Asked, case: str, wish: Wish, *, dpi: int, opens: bool) -> None:
    """Look at papers before they are issued.

    Each is drafted as a PDF with a picture of each page, in place of those looked at before.
    Leaves with 4 if a paper was refused.
    """
    found = preview(desk_for(asked, case), case, wish, dpi)
    status = Status.STOPPED if found.stopped else Status.MADE
    if opens and found.shown:
        one = len(found.shown) == 1
        click.launch(str(found.shown[0].pdf if one else found.folder))
    answer(asked, previewed_shape(found), lambda: say_lines(_lines(found)), status)


def previewed_shape(found: Previewed) -> Shape:
    """Give what there is to look at, and what was refused."""
    return {
        "case": found.case_id,
        "folder": str(found.folder),
        "shown": [shown_shape(each) for each in found.shown],
        "stopped": [job_shape(job) for job in found.stopped],
    }


def shown_shape(each: Shown) -> Shape:
    """Give a paper with its PDF and the pictures of its pages."""
    pages = [str(path) for path in each.pages]
    return {**job_shape(each.job), "file": str(each.pdf), "pages": pages}


def _lines(found: Previewed) -> list[str]:
    pages = sum(len(each.pages) for each in found.shown)
    papers = counted(len(found.shown), "paper")
    lines = [f"{found.case_id}: {papers} to look at, {counted(pages, 'page')}."]
    if not (found.shown or found.stopped):
        lines += ["", NOTHING]
    for each in found.shown:
        lines += ["", f"  {shown(str(near(each.pdf)))}", f"      {job_name(each.job)}"]
        lines += [f"      {shown(str(near(path)))}" for path in each.pages]
    if found.stopped:
        lines += ["", "Refused: mend what stands below it"]
        lines += [line for job in found.stopped for line in stopped_lines(job)]
    return lines
