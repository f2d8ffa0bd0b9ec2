"""A cell of Word's at its place in a table → a cell of the tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.borders import DRAWN, colour_of
from docgen.press.pdf.lowering.conditions import Settled, settled
from docgen.press.pdf.lowering.edges import Edges
from docgen.press.pdf.lowering.grids import Area, Place
from docgen.press.pdf.lowering.layers import TableLook
from docgen.press.pdf.lowering.measures import is_on, value_of
from docgen.press.pdf.lowering.properties import Border
from docgen.press.pdf.lowering.recall import recalled
from docgen.press.pdf.lowering.tablestyles import TableFormat, cell_format
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.tree import Block, Cell, Paragraph

ACROSS = frozenset({"lrTb", "lr", "lrTbV"})
DIAGONALS = frozenset({"tl2br", "tr2bl"})
PROPERTIES, HIDDEN = w("tcPr"), w("hideMark")
ODD: Mapping[str, str] = {
    w("tcFitText"): "text squeezed to its cell",
    w("cellIns"): "a tracked cell",
    w("cellDel"): "a tracked cell",
    w("cellMerge"): "a tracked cell",
}


ROUNDED = 0.08
"""LibreOffice rounds columns and words to twentieths of a point, in sum to the text's loss."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a cell: its blocks, the space below, and whether its first keeps on."""

    blocks: tuple[Block, ...]
    below: float = 0
    keeps: bool = False


Filler = Callable[[Element, Story, Work, TableLook], Filled]


@dataclass(frozen=True, slots=True)
class Ready:
    """A cell that is settled and filled, but has no borders yet."""

    place: Place
    area: Area
    settled: Settled
    filled: Filled


@dataclass(frozen=True, slots=True)
class Bench:
    """What the cells of one table share."""

    story: Story
    work: Work
    fill: Filler
    widths: tuple[float, ...]
    whole: Area
    looks: dict[tuple[str, ...], TableLook] = field(default_factory=dict)

    def ready(self, place: Place, table: TableFormat) -> Ready:
        """Settle what holds for a cell, and lower what stands in it, or recall both."""
        area = place.area
        if place.swallowed:
            return Ready(place, area, *self._read(place, table))
        under = (table, area, self.whole, self.widths[area.start : area.end])
        found = recalled(
            place.element, self.story, self.work, under, lambda: self._read(place, table)
        )
        return Ready(place, area, *found)

    def _read(self, place: Place, table: TableFormat) -> tuple[Settled, Filled]:
        properties = place.element.find(PROPERTIES)
        said = cell_format(properties)
        own = settled(table, place.area, self.whole, said)
        self._tell(place, properties, {**said.borders, **own.sides})
        look = self._look(table.style, own.conditions)
        margins = own.margins["start"] + own.margins["end"] + ROUNDED
        width = sum(self.widths[place.column : place.area.end]) - margins
        outer = self.story
        ground = colour_of(own.fill, "") or outer.ground
        story = Story(outer.member, outer.name, outer.relations, max(width, 0), ground=ground)
        filled = self.fill(place.element, story, self.work, look)
        if _hides_mark(properties, filled.blocks):
            filled = Filled(())
        return own, filled

    def _look(self, style: str, conditions: tuple[str, ...]) -> TableLook:
        if conditions not in self.looks:
            self.looks[conditions] = self.work.styles.table_look(style, conditions)
        return self.looks[conditions]

    def _tell(
        self, place: Place, properties: Element | None, borders: Mapping[str, Border]
    ) -> None:
        tell = self.work.remarks.tell
        for kind in {border.kind for border in borders.values()} - DRAWN:
            tell("pdf-border-kind", place.element, stops=False, kind=kind)
        if any(text.text for cell in place.swallowed for text in cell.iter(w("t"))):
            tell("pdf-table-look", place.element, what="text in a cell that is merged away")
        if properties is None:
            return
        if value_of(properties, "textDirection") not in {None, *ACROSS}:
            tell("pdf-text-direction", place.element)
        for odd in (ODD[child.tag] for child in properties if child.tag in ODD):
            tell("pdf-table-look", place.element, what=odd)
        if DIAGONALS & borders.keys():
            tell("pdf-table-look", place.element, what="a diagonal line")


def cell_of(ready: Ready, edges: Edges, top: float, bottom: float) -> Cell:
    """Make the cell; `top` is what its row's lines and margins push it down, `bottom` likewise."""
    own, place = ready.settled, ready.place
    below = own.margins["bottom"] + ready.filled.below + bottom
    return Cell(
        column=place.column,
        blocks=ready.filled.blocks,
        across=place.across,
        down=place.down,
        insets=(top, own.margins["end"] + ROUNDED, below, own.margins["start"]),
        borders=edges.sides(ready.area, own.sides),
        fill=colour_of(own.fill, auto=""),
        place="center" if own.place == "center" else "bottom" if own.place == "bottom" else "top",
    )


def _hides_mark(properties: Element | None, blocks: tuple[Block, ...]) -> bool:
    """Tell whether an empty cell takes no height (17.4.21)."""
    mark = None if properties is None else properties.find(HIDDEN)
    return (
        mark is not None
        and is_on(mark)
        and all(isinstance(block, Paragraph) and not block.content for block in blocks)
    )
