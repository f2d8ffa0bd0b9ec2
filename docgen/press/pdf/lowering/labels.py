"""A paragraph's place in a list → its label, and where the text after it begins."""

from dataclasses import dataclass, replace

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.lowering.layers import ParagraphLook
from docgen.press.pdf.lowering.letters import Writer
from docgen.press.pdf.lowering.numbering import Level, level_of
from docgen.press.pdf.lowering.properties import RunFormat, laid_over
from docgen.press.pdf.lowering.symbols import is_font_of_signs
from docgen.press.pdf.lowering.tabs import Column
from docgen.press.pdf.lowering.widths import width_of_all
from docgen.press.pdf.lowering.work import Work
from docgen.press.pdf.runs import Inline, Space

SHIFTS = {"right": 1.0, "end": 1.0, "center": 0.5}
"""How much of its width a label stands before its place (17.9.7)."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A label; `extent` is how far from its place the text begins, `gap` how far from its end."""

    content: tuple[Inline, ...]
    is_bullet: bool
    extent: float
    gap: float


def numbered(
    element: Element, look: ParagraphLook, writer: Writer, column: Column, work: Work
) -> Numbered | None:
    """Number a paragraph (17.9), whose first line would begin at the label's place."""
    level = level_of(work.styles.lists, look.numbering, look.level)
    if level is None:
        return None
    text, strange = work.numbering.next(look.numbering, look.level)
    if strange:
        work.remarks.tell("pdf-number-format", element, format=strange)
    if level.picture:
        work.remarks.tell("pdf-number-picture", element)
    kept, key = work.styles.labels, (look.mark, level)
    said = kept.get(key) or keep(kept, key, _look(*key))
    text = writer.signs(text, level.run.ascii or level.run.hansi or "", element)
    content = writer.text(text, said, element) if text else []
    blank = writer.text(" ", said, element) if level.suffix == "space" else []
    width = width_of_all(content, work.looks, roughly=True)
    shift = SHIFTS.get(level.align, 0) * (width or 0)
    end = (width or 0) - shift
    gap = width_of_all(blank, work.looks, roughly=True) or 0
    if level.suffix == "tab":
        gap = column.stop_after(column.first + end).at - column.first - end
    if shift:
        content.insert(0, Space(round(-shift, 3)))
    return Numbered(tuple(content), level.format == "bullet", end + gap, gap)


def _look(mark: RunFormat, level: Level) -> RunFormat:
    """Give a label's look: the paragraph mark's under the level's, underlined by the level alone.

    A sign of Symbol or Wingdings is shown by the font of the text, which has it too.
    """
    said = replace(laid_over(mark, level.run), underline=level.run.underline)
    if not is_font_of_signs(said.ascii or said.hansi or ""):
        return said
    return replace(said, ascii=mark.ascii, hansi=mark.hansi, complex=mark.complex)
