"""A picture or a row of exact height → whether what is to stand there has room."""

from collections.abc import Sequence

from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.work import Story
from docgen.press.pdf.runs import Image
from docgen.press.pdf.tree import Block, Float, Paragraph, Row

NEAR = 1.0
"""Points that nobody misses."""
SPACING = 3.0
"""Points of a line's height that are cut before its letters are."""
BLEED = 9.0
"""Points, some 3 mm, that a picture up to the paper's edge is often drawn beyond it."""
LEAST = 0.4
"""Of the most lines that a text can take, which `heights.py` reckons, it takes this share."""


def goes_beyond(placed: Image | Float, story: Story) -> bool:
    """Tell whether a picture is larger than its column or page, or stands beyond the paper."""
    if isinstance(placed, Float):
        return story.page is not None and _leaves(placed, story.page)
    wide = 0 < story.width < placed.width - NEAR
    return wide or (story.page is not None and _height(story, story.page) < placed.height - NEAR)


def is_too_low(row: Row, widths: Sequence[float], measure: Measure) -> bool:
    """Tell whether a row surely is too low for its text, as far as that is known."""
    return row.exact and any(
        _least(cell.blocks, _width(cell.column, cell.across, widths, cell.insets), measure)
        > row.height - cell.insets[0] + SPACING
        for cell in row.cells
        if cell.down == 1
    )


def _leaves(placed: Float, page: Page) -> bool:
    right, foot = placed.left + placed.image.width, placed.top + placed.image.height
    across = placed.left < -BLEED or right > page.width + BLEED
    down = placed.top < -BLEED or foot > page.height + BLEED
    return across or (placed.of_page and down) or placed.image.height > page.height + BLEED


def _height(story: Story, page: Page) -> float:
    """Give how high a picture in the line may be: the text's part of the page, in a band all."""
    top, _, bottom, _ = page.margins
    return page.height - (top + bottom if story.name == "body" else 0)


def _width(
    column: int, across: int, widths: Sequence[float], insets: tuple[float, float, float, float]
) -> float:
    return sum(widths[column : column + across]) - insets[1] - insets[3]


def _least(blocks: Sequence[Block], width: float, measure: Measure) -> float:
    """Give a height that blocks surely have, without empty paragraphs at their end."""
    last = max((n for n, block in enumerate(blocks) if not _is_empty(block)), default=-1)
    found = measure.height(blocks[: last + 1], width)
    if found is None:
        return 0
    return found.most if found.is_sure else found.most * LEAST


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.content
