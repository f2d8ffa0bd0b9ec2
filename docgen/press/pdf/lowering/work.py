"""What lowering one Word file needs at hand, and what it gathers: looks, pictures, remarks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.press.fonts.faces import Faces
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.pieces import NONE, Pieces
from docgen.press.ooxml.relations import Relation
from docgen.press.pdf.lowering.fields import OpenField
from docgen.press.pdf.lowering.headings import Headings
from docgen.press.pdf.lowering.links import marks_of
from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.lowering.numbering import Counters
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.relations import relations
from docgen.press.pdf.lowering.remarks import Remarks
from docgen.press.pdf.lowering.styles import Styles, styles_of
from docgen.press.pdf.runs import Inline
from docgen.press.pdf.tree import Block, Float


@dataclass(frozen=True, slots=True)
class Story:
    """A part with text: its member, `body`, `header`, `footer` or `footnote`, what it points at.

    `width` is that of the column its paragraphs stand in, 0 where that isn't known; `ground` the
    colour behind them. `page` is the
    one that its column is as wide as; a cell, frame or note has none.
    """

    member: str
    name: str
    relations: Mapping[str, Relation]
    width: float = 0
    page: Page | None = None
    ground: str = ""


@dataclass(slots=True)
class Work:
    """One file being lowered.

    `styles` is what its fixed parts say, shared between files; all else belongs to this file.
    `pieces` are those of its body. `passing` counts what would come to something else in another
    file. `marks` are the bookmarks that links lead to, `placed` those of them that were met.
    `drawn` reads a drawing, picture or object of a run, `noted` the note of a reference; both give
    None when they can't, and have told why.
    """

    package: Package
    faces: Faces
    styles: Styles
    looks: Looks
    remarks: Remarks
    numbering: Counters
    drawn: "Callable[[Element, Story, Work], Inline | Float | None]"
    noted: "Callable[[Element, Story, Work], tuple[Block, ...] | None]"
    pieces: Pieces = NONE
    passing: int = 0
    marks: frozenset[str] = frozenset()
    placed: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    fields: dict[str, list[OpenField]] = field(default_factory=dict)
    headings: Headings = field(default_factory=Headings)


Drawn = Callable[[Element, Story, Work], Inline | Float | None]
Noted = Callable[[Element, Story, Work], tuple[Block, ...] | None]


def work_of(package: Package, faces: Faces, drawn: Drawn, noted: Noted) -> Work:
    """Begin to lower a file."""
    styles, remarks = styles_of(package), Remarks()
    return Work(
        package=package,
        faces=faces,
        styles=styles,
        looks=Looks(faces, styles.fonts, remarks, styles.looks),
        remarks=remarks,
        numbering=Counters(styles.lists),
        drawn=drawn,
        noted=noted,
        pieces=package.pieces(),
        marks=marks_of(package),
    )


def story_of(package: Package, member: str, name: str) -> Story:
    """Give a part as a story."""
    return Story(member, name, relations(package, member))
