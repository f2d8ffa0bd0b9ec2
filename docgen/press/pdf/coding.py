"""The tree of a document → the JSON that `layout/layout.typ` reads.

Text stands in it as text; nothing in it is ever read as code.
"""

import json
from collections.abc import Iterable

from docgen.press.pdf.blocks import Blocks
from docgen.press.pdf.fitting import Column, fits
from docgen.press.pdf.shared import Plain, language_of, look_of
from docgen.press.pdf.tree import VERSION, Band, Bands, Document, Float, Frame, Section


def coded(document: Document) -> str:
    """Write a document as JSON."""
    lowest = min((_room(section) for section in document.sections), default=0)
    blocks = Blocks(lowest)
    plain: Plain = {
        "title": document.title,
        "author": document.author,
        "language": language_of(document.language),
        "tab": document.tab,
        "looks": [look_of(look) for look in document.looks],
        "sections": [_section(each, document, blocks) for each in document.sections],
        "formats": blocks.formats.plain(),
        "kinds": blocks.kinds.plain(),
        "marks": blocks.marks,
        "headed": blocks.headings > 0,
    }
    return json.dumps(plain, ensure_ascii=False, check_circular=False)


def joined(letters: Iterable[str]) -> bytes:
    """Put coded documents together to what the layout reads."""
    return f'{{"version":{VERSION},"letters":[{",".join(letters)}]}}'.encode()


def _section(section: Section, document: Document, blocks: Blocks) -> Plain:
    """Give a section with its bands."""
    top, right, bottom, left = section.margins
    column = Column(document.looks, section.width - left - right)
    paged = Column(column.looks, column.width, paged=True)
    headers = _bands(section.headers, blocks, column, top - section.header)
    footers = _bands(section.footers, blocks, column, bottom - section.footer)
    bands = (*headers.values(), *footers.values())
    return {
        "width": section.width,
        "height": section.height,
        "margins": section.margins,
        "distances": (section.header, section.footer),
        "headers": headers,
        "footers": footers,
        "measured": any(band and band["height"] is None for band in bands),
        "first": section.first_differs,
        "even": section.even_differs,
        "from": section.number_from,
        "blocks": blocks.coded(section.blocks, paged),
    }


def _bands(bands: Bands, blocks: Blocks, column: Column, room: float) -> dict[str, Plain | None]:
    """Give the headers or footers of a section."""
    every = {"default": bands.default, "first": bands.first, "even": bands.even}
    return {on: _band(band, blocks, column, room) if band else None for on, band in every.items()}


def _band(band: Band, blocks: Blocks, column: Column, room: float) -> Plain:
    """Give a header or footer; one that surely has room in the margin needs no height."""
    height, apart = band.height, any(isinstance(each, Frame | Float) for each in band.blocks)
    if height is None and not apart and fits(band.blocks, column, room - band.below):
        height = 0
    return {
        "height": height,
        "below": band.below,
        "blocks": blocks.coded(band.blocks, column),
    }


def _room(section: Section) -> float:
    top, _, bottom, _ = section.margins
    return section.height - top - bottom
