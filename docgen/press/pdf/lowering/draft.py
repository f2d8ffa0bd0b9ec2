"""What one Word paragraph comes to before it is placed: its lines, its spacing, its list label."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docgen.press.pdf.lowering.tabs import Column
from docgen.press.pdf.runs import Inline
from docgen.press.pdf.tree import Float, Listing, PageBreak, Paragraph


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What all paragraphs of a look have in a column: fields of the tree's, frame, lines."""

    fixed: Mapping[str, Any]
    frame: Mapping[str, str] | None
    column: Column


@dataclass(frozen=True, slots=True)
class Label:
    """What numbering puts before a paragraph that is no heading.

    `list` is the list's number (`w:numId`), `level` counts from 0. `extent` is how far from the
    label's start the text of the first line begins, the tab or space after the label included.
    """

    content: tuple[Inline, ...]
    list: str
    level: int
    ordered: bool
    extent: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph read, but not placed: its gap is 0, its spacing, frame and section stand apart.

    `start` and `first` of the paragraph are Word's: with a list label, the label stands where the
    first line begins. `style` is its style's id, `contextual` drops spacing between paragraphs of
    one style. `frame` holds the attributes of `w:framePr` by their local names. `ends_page`: a page
    break ends the page after it. `placed` are its paragraph as it was placed before, `lists` what
    was made of runs that begin with it.
    """

    paragraph: Paragraph
    before: float = 0
    after: float = 0
    contextual: bool = False
    style: str = ""
    label: Label | None = None
    frame: Mapping[str, str] | None = None
    floats: tuple[Float, ...] = ()
    ends_page: bool = False
    placed: dict[object, Paragraph] = field(default_factory=dict, compare=False, repr=False)
    lists: "dict[object, Lists]" = field(default_factory=dict, compare=False, repr=False)


Labelled = tuple[Draft, Label, float]
"""A draft with a label, and the gap above it."""


class Lists(NamedTuple):
    """The lists of a run; it holds the drafts, so that no others can be taken for them."""

    run: Sequence[Labelled]
    blocks: tuple[Listing | PageBreak, ...]
