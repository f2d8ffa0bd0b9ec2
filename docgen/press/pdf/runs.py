"""What stands in a line of the tree: runs of one look, tabs, fields, links, pictures, boxes.

Lengths are in points, colours `#rrggbb`, languages BCP 47 tags; see `press/pdf/tree.py`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from docgen.press.pdf.tree import Block

Leader = Literal["none", "dots", "line"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks.

    `faces` are font families, the first for choice; lowering has proved that one of them has each
    character. `ascent` and `descent` are what the run gives its line above and below the
    baseline: Word's line spacing is in them, and `over` is how much of it may hang over the end
    of a page. `rise` lifts the baseline (superscript), `tracking` widens each letter, `fill` is a
    highlight.
    """

    faces: tuple[str, ...]
    size: float
    ascent: float
    descent: float
    language: str = "en-GB"
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    rise: float = 0
    tracking: float = 0
    kerned: bool = False
    underline: bool = False
    strike: bool = False
    fill: str = ""
    over: float = 0


# Inline: what stands in a paragraph. `look` is an index into `Document.looks`.


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one look."""

    look: int
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Space:
    """A gap of a known width: a tab whose place lowering could reckon.

    `look` stands where nothing else gives the line its height: a line to write on.
    """

    width: float
    leader: Leader = "none"
    look: int | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab whose place only layout can tell: to the next of the paragraph's stops."""

    look: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of this page, or of all pages of the document."""

    look: int
    of: Literal["page", "pages"] = "page"
    style: Literal["1", "i", "I", "a", "A"] = "1"


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a web or e-mail address, or with `#name` to a mark of this document."""

    target: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that links of this document lead to."""

    name: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the line, standing on the baseline; `picture` is a key of `Lowered.pictures`.

    Without an alternative text it is decoration and no part of the document's text.
    """

    picture: str
    width: float
    height: float
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, drawn, as the faces have none; `alt` says what it is: `ticked`."""

    look: int
    state: Literal["empty", "cross", "tick"]
    alt: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's reference, with the note itself."""

    look: int
    content: "tuple[Block, ...]"


Inline = Text | Break | Space | Tab | PageNumber | Link | Mark | Image | Tick | Note
