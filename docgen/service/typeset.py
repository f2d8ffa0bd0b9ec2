"""A made document → its PDF, and what its reader's eyes or envelope would stumble over."""

import datetime as dt
from dataclasses import dataclass

from docgen.check.glyphs import missing
from docgen.check.pages import judge_pages
from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Identity, Job
from docgen.model.rendition import Pdf, Rendition
from docgen.service.make import FORM, Making
from docgen.service.pdf import Engine, pdf_of

OR_AS_WORD = "Or ask for this paper as a Word file (--format docx)."


@dataclass(frozen=True, slots=True)
class Order:
    """How the papers of a run are to be made: dated, numbered or as drafts, by which engine.

    `screen` has PDFs set to be read by machine.
    """

    dated: dt.date
    numbered: bool = False
    engine: Engine = Engine.AUTO
    screen: bool = False


def typeset(
    making: Making, job: Job, given: Identity | None, word: Rendition, order: Order
) -> tuple[Pdf | None, tuple[Finding, ...]]:
    """Set a document's pages and judge them (R-108, R-109, R-111); no PDF of what can't be shown.

    Where it can't be set, what is in the way is found on this paper alone. Raises `UsageTrouble`
    where LibreOffice is asked for and not there, `DiskTrouble` where docgen's fonts are missing.
    A form that was filled in is a PDF already.
    """
    if making.loaded.pack.is_form(job.kind.name):
        return Pdf(word.content, FORM), ()
    from docgen.press.fonts.faces import own_faces  # noqa: PLC0415 - slow to load

    pack = making.loaded.pack
    unshown = missing(word.words, own_faces().lacks, job, pack)
    if any(finding.severity is Severity.ERROR for finding in unshown):
        return None, unshown
    try:
        fonts = making.tongues.screen_fonts if order.screen else None
        made = pdf_of(word.content, making.place(job), order.dated, order.engine, fonts)
        pdf = Pdf(*made)
        on_pages = _on_pages(making, job, given, pdf, order)
    except TemplateRejected as refused:
        return None, (*unshown, *_in_the_way(refused))
    return pdf, (*unshown, *on_pages)


def _on_pages(
    making: Making, job: Job, given: Identity | None, pdf: Pdf, order: Order
) -> tuple[Finding, ...]:
    """Judge the pages of a letter; nothing else goes into an envelope."""
    from docgen.press.pdf.pages import upper_half  # noqa: PLC0415 - slow to load

    if not job.kind.letter:
        return ()
    told = making.told(job, order.dated, given)
    return judge_pages(upper_half(pdf.content), job, told, making.loaded.pack)


def _in_the_way(refused: TemplateRejected) -> tuple[Finding, ...]:
    """Tell beside a paper why there is no PDF of it, what is in the way, and another way out."""
    remedy = f"{refused.remedy} {OR_AS_WORD}"
    why = Finding(refused.code, Severity.ERROR, refused.message, remedy)
    return (why, *refused.findings)
