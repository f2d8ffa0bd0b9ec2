"""The tree between the two halves of the PDF press: what lowering gives and setting lays out.

Lengths are in points (1/72 inch), colours `#rrggbb`, languages BCP 47 tags. Sides that turn with
the reading direction are called start and end. Every number is final: styles, numbering and
spacing rules of Word (ECMA-376 part 1, clause 17) are resolved, so that setting needs to know
nothing of Word. `press/pdf/coding.py` writes the tree as JSON for `layout/`; a change of
either side raises `VERSION`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.press.pdf.runs import Image, Inline, Leader, Look

VERSION = 1

Align = Literal["start", "center", "end", "justify"]


@dataclass(frozen=True, slots=True)
class Line:
    """A border: `space` is between it and the text."""

    width: float
    colour: str = "#000000"
    dash: Literal["solid", "dotted", "dashed"] = "solid"
    space: float = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The borders around a paragraph or cell; in a right-to-left one, start is at the right."""

    top: Line | None = None
    end: Line | None = None
    bottom: Line | None = None
    start: Line | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, from the start edge of the text column."""

    at: float
    align: Literal["start", "center", "end", "decimal"] = "start"
    leader: Leader = "none"


# Blocks: what stands one below the other. `gap` is the space above, reckoned with what is above.


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading of level 1 to 6.

    `start` and `end` are its indents, `first` that of its first line beyond `start` (below 0: it
    hangs). `empty` is the height of a paragraph without content. `label` is a heading's number.
    `widows` is Word's control of single lines at the edge of a page.
    """

    content: tuple[Inline, ...]
    gap: float = 0
    start: float = 0
    end: float = 0
    first: float = 0
    align: Align = "start"
    rtl: bool = False
    heading: int = 0
    label: tuple[Inline, ...] = ()
    stops: tuple[Stop, ...] = ()
    empty: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    widows: bool = True
    fill: str = ""
    borders: Sides | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; the gap of its first block is the gap above the item."""

    label: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """Items one below the other: `indent` to their labels, `hang` from there to their text.

    Both count from the start edge of the column; in a list within an item, from that item's text.
    """

    items: tuple[Item, ...]
    indent: float
    hang: float
    ordered: bool = False
    rtl: bool = False
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at a column, counted from 0, over `across` columns and `down` rows.

    `insets` are top, end, bottom, start, from the lines of the grid to the blocks: the thickness
    of borders is in them. A covered place has no cell of its own.
    """

    column: int
    blocks: "tuple[Block, ...]"
    across: int = 1
    down: int = 1
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    borders: Sides = Sides()
    fill: str = ""
    place: Literal["top", "center", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `height` is the least it has, insets and all, or what it has when `exact`.

    `keep_next` keeps it on the page of the next row (or of what follows the table).
    """

    cells: tuple[Cell, ...]
    height: float = 0
    exact: bool = False
    splits: bool = True
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths of its columns, rows, and how many of these are headings.

    `indent` is from the start edge of the column to its edge (below 0: beyond it). A table that
    only arranges things (`layout`) is no table to a screen reader.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    headings: int = 0
    indent: float = 0
    align: Literal["start", "center", "end"] = "start"
    rtl: bool = False
    layout: bool = False
    gap: float = 0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks at a place of the page, the text going on below: the address for the window.

    `left` and `top` count from the page's edges when `of_page`, else `top` from where the frame
    stands in the text. `height` None: as high as its blocks. When `apart`, the text that follows
    begins below the frame.
    """

    blocks: "tuple[Block, ...]"
    left: float
    top: float
    width: float
    height: float | None = None
    of_page: bool = True
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Float:
    """A picture at a place of the page, above or behind the text, which doesn't give way.

    `left` counts from the page's edge, and so does `top` when `of_page`, else from the paragraph.
    """

    image: Image
    left: float
    top: float
    of_page: bool = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page."""


Block = Paragraph | Listing | Table | Frame | Float | PageBreak


@dataclass(frozen=True, slots=True)
class Band:
    """A header or footer; `height` None: it must be measured, and `below` added to it.

    `below` is the space under its last block, which counts as part of its height.
    """

    blocks: tuple[Block, ...]
    height: float | None = None
    below: float = 0


@dataclass(frozen=True, slots=True)
class Bands:
    """The headers or footers of a section: of all pages, of its first, of even pages."""

    default: Band | None = None
    first: Band | None = None
    even: Band | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size; margins are top, right, bottom, left, as the page lies.

    `header` and `footer` are the distances of the bands from the page's edge; a band that is
    higher than its margin pushes the text. `first_differs` takes `Bands.first` on the section's
    first page, even if there is none. `number_from` restarts the page numbers.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    blocks: tuple[Block, ...]
    header: float = 35.4
    footer: float = 35.4
    headers: Bands = Bands()
    footers: Bands = Bands()
    first_differs: bool = False
    even_differs: bool = False
    number_from: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `language` is that of most of its text."""

    title: str
    sections: tuple[Section, ...]
    looks: tuple[Look, ...]
    author: str = ""
    language: str = "en-GB"
    tab: float = 36


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of Word's that the tree can't hold, or holds otherwise, and where it stands.

    `rule` is a fault's id in `press/pdf/faults.py`, `where` a place in words (`body, near “Dear
    Ms …”`), `names` what the message fills in. One that `stops` keeps the file from being set
    natively; one that doesn't is for the author to know.
    """

    rule: str
    where: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Lowered:
    """A Word file as a tree, its pictures by key (digest and ending), and what was remarked."""

    document: Document
    pictures: Mapping[str, bytes]
    remarks: tuple[Remark, ...] = ()
