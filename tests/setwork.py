"""Trees of documents by hand → PDFs, their words by place, their structure."""

import datetime as dt
import io
from collections.abc import Mapping
from functools import cache

from PIL import Image as Picture

from docgen.model.pages import Boxed
from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.pages import word_boxes
from docgen.press.pdf.runs import Inline, Look, Text
from docgen.press.pdf.setting import Setter
from docgen.press.pdf.tree import (
    Band,
    Block,
    Cell,
    Document,
    Item,
    Line,
    Listing,
    Lowered,
    Paragraph,
    Row,
    Section,
    Sides,
)

DATED = dt.date(2026, 1, 5)
MARGIN = 72.0
WIDTH, HEIGHT = 595.0, 842.0
ASCENT, DESCENT = 10.0, 3.0
LINE = ASCENT + DESCENT
SENTENCE = "The school will hold a meeting to talk about how your child can be helped. "
PLAIN, BOLD, LARGE, LOOSE, URDU, DRESSED = range(6)
LOOKS = (
    Look(("Arimo",), 11, ASCENT, DESCENT),
    Look(("Arimo",), 11, ASCENT, DESCENT, bold=True),
    Look(("Arimo",), 22, 20, 6),
    Look(("Arimo",), 11, ASCENT, DESCENT + 5, over=5),
    Look(("Noto Naskh Arabic",), 11, ASCENT, DESCENT, language="ur-PK", kerned=True),
    Look(("Arimo",), 11, ASCENT, DESCENT, underline=True, strike=True, fill="#ffff00"),
)
NO_SIDES = Sides()
BOX = Sides(Line(0.5), Line(0.5), Line(0.5), Line(0.5))


def para(*content: Inline | str, gap: float = 0, keep_next: bool = False) -> Paragraph:
    """Make a paragraph; letters alone are plain text."""
    return Paragraph(inline(*content), gap=gap, keep_next=keep_next)


def inline(*content: Inline | str) -> tuple[Inline, ...]:
    """Give what stands in a line; letters alone are plain text."""
    return tuple(Text(PLAIN, each) if isinstance(each, str) else each for each in content)


def filled(count: int) -> tuple[Paragraph, ...]:
    """Make so many paragraphs of one line each, `line 1` and so on."""
    return tuple(para(f"line {number}") for number in range(1, count + 1))


def bullets(*items: str, gap: float = 0, keep_next: bool = False) -> Listing:
    """Make a list with bullets."""
    made = (para(each, gap=gap, keep_next=keep_next) for each in items)
    return Listing(tuple(Item(inline("•"), (each,)) for each in made), indent=10, hang=15)


def cells(*texts: str, borders: Sides = NO_SIDES) -> tuple[Cell, ...]:
    """Make the cells of a row, one a column."""
    return tuple(Cell(n, (para(each),), borders=borders) for n, each in enumerate(texts))


def rows(count: int, height: float = 20, *, keep_next: bool = False) -> tuple[Row, ...]:
    """Make rows of two cells: `row-1`, `x` and so on."""
    return tuple(
        Row(cells(f"row-{number}", "x"), height=height, keep_next=keep_next)
        for number in range(1, count + 1)
    )


def section(*blocks: Block) -> Section:
    """Make a section of A4 pages with margins of an inch."""
    return Section(WIDTH, HEIGHT, (MARGIN,) * 4, blocks)


def lowered(*sections: Section, pictures: Mapping[str, bytes] | None = None) -> Lowered:
    """Make a whole document of sections."""
    return Lowered(Document("A letter", sections, LOOKS), pictures or {})


def band(*texts: Inline | str, height: float | None = None) -> Band:
    """Make a header or footer of one line."""
    return Band((para(*texts),), height)


@cache
def setter() -> Setter:
    """Give the setter that all tests share."""
    return Setter(own_faces())


def pdf_of(*blocks: Block, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Set blocks as a document of one section."""
    return setter().set([lowered(section(*blocks), pictures=pictures)], DATED)


def words_in(pdf: bytes) -> dict[str, Boxed]:
    """Give the words of a PDF by their letters; of equal ones the first."""
    found: dict[str, Boxed] = {}
    for each in word_boxes(pdf):
        found.setdefault(each.text, each)
    return found


def placed(*blocks: Block) -> dict[str, Boxed]:
    """Set blocks and give the words by their letters."""
    return words_in(pdf_of(*blocks))


def lines_of(pdf: bytes, page: int = 1) -> list[str]:
    """Give the lines of a page from the top down."""
    return [" ".join(each.text for each in line) for line in _lines(pdf, page)]


def edges_of(pdf: bytes) -> list[tuple[float, float]]:
    """Give where each line of the first page begins and ends, from the left margin."""
    return [(line[0].x0 - MARGIN, line[-1].x1 - MARGIN) for line in _lines(pdf, 1)]


def _lines(pdf: bytes, page: int) -> list[list[Boxed]]:
    lines: dict[float, list[Boxed]] = {}
    for each in word_boxes(pdf):
        if each.page == page:
            lines.setdefault(round(each.base), []).append(each)
    return [sorted(lines[base], key=lambda each: each.x0) for base in sorted(lines)]


@cache
def blue_box() -> bytes:
    """Give a small picture."""
    file = io.BytesIO()
    Picture.new("RGB", (40, 20), (0, 90, 160)).save(file, "PNG")
    return file.getvalue()
