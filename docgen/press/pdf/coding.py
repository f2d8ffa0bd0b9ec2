"""The tree of a document → the JSON that `layout/layout.typ` reads.

Text stands in it as text; nothing in it is ever read as code.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.press.pdf.blocks import Blocks
from docgen.press.pdf.fitting import Column, fits
from docgen.press.pdf.shared import Plain, language_of
from docgen.press.pdf.tree import VERSION, Band, Bands, Document, Float, Frame, Section
from docgen.press.pdf.written import listed, parts_of, written


def coded(document: Document) -> str:
    """Write a document as JSON."""
    lowest = min((_room(section) for section in document.sections), default=0)
    blocks = Blocks(document.looks, lowest)
    sections = [_section(each, document, blocks) for each in document.sections]
    plain: Plain = {
        "title": document.title,
        "author": document.author,
        "language": language_of(document.language),
        "tab": document.tab,
        "formats": blocks.formats.plain(),
        "kinds": blocks.kinds.plain(),
        "marks": blocks.marks,
        "headed": blocks.headings > 0,
    }
    return written(plain, looks=blocks.memory.looks, sections=listed(sections))


def joined(letters: Iterable[str]) -> bytes:
    """Put coded documents together to what the layout reads."""
    return f'{{"version":{VERSION},"letters":[{",".join(letters)}]}}'.encode()


def _section(section: Section, document: Document, blocks: Blocks) -> str:
    """Give a section with its bands."""
    top, right, bottom, left = section.margins
    column = Column(document.looks, section.width - left - right)
    paged = Column(column.looks, column.width, paged=True)
    coding = _Bands(blocks, column)
    headers = coding.of(section.headers, top - section.header)
    footers = coding.of(section.footers, bottom - section.footer)
    body = blocks.coded(section.blocks, paged)
    plain: Plain = {
        "width": section.width,
        "height": section.height,
        "margins": section.margins,
        "distances": (section.header, section.footer),
        "measured": coding.measured,
        "first": section.first_differs,
        "even": section.even_differs,
        "from": section.number_from,
    }
    return written(plain, headers=headers, footers=footers, blocks=body)


@dataclass(slots=True)
class _Bands:
    """Writes headers and footers, and tells whether one of them must be `measured`."""

    blocks: Blocks
    column: Column
    measured: bool = False

    def of(self, bands: Bands, room: float) -> str:
        """Give the headers or footers of a section."""
        every = {"default": bands.default, "first": bands.first, "even": bands.even}
        return parts_of({on: self._band(band, room) for on, band in every.items()})

    def _band(self, band: Band | None, room: float) -> str:
        """Give a header or footer; one that surely has room in the margin needs no height."""
        if band is None:
            return "null"
        height, apart = band.height, any(isinstance(each, Frame | Float) for each in band.blocks)
        if height is None and not apart and fits(band.blocks, self.column, room - band.below):
            height = 0
        self.measured = self.measured or height is None
        blocks = self.blocks.coded(band.blocks, self.column)
        return written({"height": height, "below": band.below}, blocks=blocks)


def _room(section: Section) -> float:
    top, _, bottom, _ = section.margins
    return section.height - top - bottom
