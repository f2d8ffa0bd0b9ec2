"""A Word file → the tree of its pages, its pictures, and what the tree can't hold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.press.fonts.faces import Faces
from docgen.press.ooxml.names import w
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.parts import core_properties
from docgen.press.pdf.lowering.bands import Pressed, text_top
from docgen.press.pdf.lowering.blocks import blocks_of
from docgen.press.pdf.lowering.drawings import drawn
from docgen.press.pdf.lowering.notes import noted
from docgen.press.pdf.lowering.pages import first_differs, number_from, page_of
from docgen.press.pdf.lowering.settings import settings_of
from docgen.press.pdf.lowering.spans import Span, spans_of
from docgen.press.pdf.lowering.work import Work, story_of, work_of
from docgen.press.pdf.runs import Inline, Link, Note, Text
from docgen.press.pdf.tree import (
    Block,
    Document,
    Frame,
    Listing,
    Lowered,
    Paragraph,
    Section,
    Table,
)

DUBLIN = "{http://purl.org/dc/elements/1.1/}"
LANGUAGE = "en-GB"


def lower(package: Package, faces: Faces) -> Lowered:
    """Lower a Word file; nothing odd in it stops this, but is remarked."""
    work = work_of(package, faces, drawn, noted)
    body = package.reading(package.main).find(w("body"))
    spans = () if body is None else spans_of(body, work.remarks)
    pressed = Pressed(work)
    sections = tuple([_section(span, pressed, work) for span in spans])
    title, author = (_property(package, name) for name in ("title", "creator"))
    if not title:
        work.remarks.tell("pdf-no-title", None)
    document = Document(
        title=title,
        sections=sections,
        looks=work.looks.all(),
        author=author,
        language=_language(sections, work),
        tab=work.styles.tab,
    )
    return Lowered(document, work.pictures, work.remarks.all())


def _section(span: Span, pressed: Pressed, work: Work) -> Section:
    page = page_of(span.properties, work.remarks)
    headers = pressed.bands("header", span.properties, page)
    footers = pressed.bands("footer", span.properties, page)
    first = first_differs(span.properties)
    page = text_top(headers, page, first=first)
    story = story_of(work.package, work.package.main, "body")
    return Section(
        width=page.width,
        height=page.height,
        margins=page.margins,
        blocks=blocks_of(span.elements, replace(story, width=page.column, page=page), work).blocks,
        header=page.header,
        footer=page.footer,
        headers=headers,
        footers=footers,
        first_differs=first,
        even_differs=settings_of(work.styles.settings).even_differs,
        number_from=number_from(span.properties),
    )


def _property(package: Package, name: str) -> str:
    """Give a property of the document (title, creator), `""` where it has none."""
    member = core_properties(package)
    found = None if member is None else package.reading(member).find(f"{DUBLIN}{name}")
    return "" if found is None else " ".join((found.text or "").split())


def _language(sections: Iterable[Section], work: Work) -> str:
    """Give the language that most letters of the text are in."""
    of_look: Counter[int] = Counter()
    for section in sections:
        for text in _texts(section.blocks):
            of_look[text.look] += len(text.text)
    letters: Counter[str] = Counter()
    for look, count in of_look.items():
        letters[work.looks[look].language] += count
    return max(letters, key=letters.__getitem__, default=LANGUAGE)


def _texts(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _runs(block.content)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _texts(item.blocks)
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row.cells):
                yield from _texts(cell.blocks)
        elif isinstance(block, Frame):
            yield from _texts(block.blocks)


def _runs(content: Iterable[Inline]) -> Iterator[Text]:
    for inline in content:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Link):
            yield from _runs(inline.content)
        elif isinstance(inline, Note):
            yield from _texts(inline.content)
