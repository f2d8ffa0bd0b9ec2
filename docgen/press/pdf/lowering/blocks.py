"""What stands in a body, cell, note or header of Word's → blocks of the tree, with their gaps."""

from collections.abc import Callable, Iterable, Iterator

from docgen.press.ooxml.names import MC, Element, w
from docgen.press.pdf.lowering.cells import Filled
from docgen.press.pdf.lowering.draft import Draft
from docgen.press.pdf.lowering.gaps import Piece
from docgen.press.pdf.lowering.grids import WRAPPERS
from docgen.press.pdf.lowering.layers import EMPTY_LOOK, TableLook
from docgen.press.pdf.lowering.measures import is_on
from docgen.press.pdf.lowering.paragraphs import drafts_of
from docgen.press.pdf.lowering.placing import Blocks, Column, Stood
from docgen.press.pdf.lowering.recall import recalled
from docgen.press.pdf.lowering.tables import table_of
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.tree import Table

PARAGRAPH, TABLE = w("p"), w("tbl")
TRACKED = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
ALTERNATE = f"{{{MC}}}AlternateContent"


def blocks_of(
    elements: Iterable[Element], story: Story, work: Work, table: TableLook = EMPTY_LOOK
) -> Blocks:
    """Lower elements that stand one below the other."""
    return Column(story, work).placed(list(_stood(elements, story, work, table)))


def filled(cell: Element, story: Story, work: Work, table: TableLook) -> Filled:
    """Lower what stands in a cell.

    Nothing in it keeps to what follows or breaks the page; the empty paragraph that Word demands
    after a table takes no height, as in LibreOffice.
    """
    stood = list(_stood(cell, story, work, table))
    if len(stood) > 1 and _is_bare(stood[-1].piece) and isinstance(stood[-2].piece, Table):
        stood.pop()
    keeps = bool(stood) and _keeps(stood[0].piece)
    for draft, element in stood:
        if isinstance(draft, Draft) and (draft.ends_page or draft.paragraph.break_before):
            work.remarks.tell("pdf-table-look", element, what="a page break in a cell")
    placed = Column(story, work, cell=True).placed(stood)
    return Filled(placed.blocks, placed.below, keeps)


def _stood(
    elements: Iterable[Element], story: Story, work: Work, table: TableLook
) -> Iterator[Stood]:
    """Give drafts and tables in their order; what wraps some of them is looked into."""
    for element in elements:
        if element.tag == PARAGRAPH:
            for draft in drafts_of(element, story, work, table):
                yield Stood(draft, element)
        elif element.tag == TABLE:
            made = recalled(element, story, work, table, _reading(element, story, work))
            if made is not None:
                yield Stood(made, element)
        elif element.tag in WRAPPERS:
            _tell(element, work)
            yield from _stood(element, story, work, table)
        elif element.tag == ALTERNATE:
            work.remarks.tell("pdf-newer-word", element, what="AlternateContent")


def _reading(element: Element, story: Story, work: Work) -> Callable[[], Table | None]:
    return lambda: table_of(element, story, work, filled)


def _tell(wrapper: Element, work: Work) -> None:
    if wrapper.tag in TRACKED:
        work.remarks.tell("pdf-tracked-changes", wrapper)
    prompt = wrapper.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
    if prompt is not None and is_on(prompt):
        work.remarks.tell("pdf-control-empty", wrapper, stops=False)


def _is_bare(piece: Piece) -> bool:
    return isinstance(piece, Draft) and not piece.paragraph.content and piece.label is None


def _keeps(piece: Piece) -> bool:
    return isinstance(piece, Draft) and piece.paragraph.keep_next
