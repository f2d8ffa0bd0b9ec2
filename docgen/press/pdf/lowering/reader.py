"""One paragraph while it is read: where pieces go, the fields that are open, what holds."""

from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.fields import OpenField
from docgen.press.pdf.lowering.layers import TableLook
from docgen.press.pdf.lowering.letters import Writer
from docgen.press.pdf.lowering.pieces import Piece
from docgen.press.pdf.lowering.properties import RunFormat
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.tree import Float


@dataclass(slots=True)
class Reader:
    """Reads a paragraph of a style; `fields` go on from the paragraphs before.

    `lasting`: the same paragraph would come to the same in another file.
    """

    work: Work
    story: Story
    style: str
    table: TableLook
    writer: Writer
    fields: list[OpenField]
    out: list[Piece] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)
    lasting: bool = True

    @property
    def pieces(self) -> list[Piece] | None:
        """Give where pieces go: to the innermost field's text, None inside its instruction."""
        if not self.fields:
            return self.out
        inner = self.fields[-1]
        return inner.pieces if inner.shows else None

    def put(self, *pieces: Piece) -> None:
        """Add pieces, but for those inside a field's instruction."""
        target = self.pieces
        if target is not None:
            target += pieces

    def said(self, properties: Element | None) -> RunFormat:
        """Give what holds for a run with these properties of its own."""
        return self.work.styles.run(properties, self.style, self.table)

    def tell(self, rule: str, element: Element, *, stops: bool = True, **names: str) -> None:
        """Remark on a construct."""
        self.work.remarks.tell(rule, element, stops=stops, **names)
