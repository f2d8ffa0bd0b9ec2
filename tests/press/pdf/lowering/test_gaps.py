"""How far paragraphs and tables stand apart: as LibreOffice was measured to set them."""

import pytest
from blockwork import MODERN, blocks, lowered, plain, row, spaced, table, told
from wordfiles import para

from docgen.press.pdf.tree import PageBreak, Paragraph, Table

CONTEXTUAL = "<w:contextualSpacing/>"
OTHER = '<w:pStyle w:val="Heading1"/>'
BREAK = para('<w:r><w:br w:type="page"/></w:r>')
ADDING = {"settings": "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"}


def gaps(body: str, **more: object) -> list[float]:
    made = blocks(body, **more)
    return [block.gap for block in made if isinstance(block, Paragraph | Table)]


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        (spaced("a", after=20), spaced("b", before=10), 20),
        (spaced("a", after=10), spaced("b", before=20), 20),
        (spaced("a", after=15, more=CONTEXTUAL), spaced("b", before=5, more=CONTEXTUAL), 0),
        (spaced("a", after=15, more=CONTEXTUAL), spaced("b", before=5), 5),
        (spaced("a", after=15), spaced("b", before=5, more=CONTEXTUAL), 15),
        (spaced("a", after=15, more=CONTEXTUAL),
         spaced("b", before=5, more=OTHER + CONTEXTUAL), 15),
        (spaced("a", after=15), spaced("b", before=5, more="<w:pageBreakBefore/>"), 5),
    ],
)  # fmt: skip
def test_the_larger_space_stands_between_two_paragraphs(above: str, below: str, gap: float) -> None:
    assert gaps(above + below) == [0, gap]


def test_the_first_paragraph_keeps_the_space_before_it() -> None:
    assert gaps(spaced("a", before=215.45) + plain("b")) == [215.45, 0]


def test_spaces_add_up_where_the_file_says_so() -> None:
    two = spaced("a", after=20) + spaced("b", before=10)
    assert gaps(two, sheets=ADDING) == [0, 30]
    assert gaps(two, sheets={"settings": MODERN}) == [0, 20]


def test_a_table_has_the_space_of_the_paragraph_above_and_none_of_its_own() -> None:
    grid = table(row("x", "y"))
    body = spaced("a", after=15) + grid + grid + spaced("b", before=12)
    assert gaps(body) == [0, 15, 0, 12]


def test_after_a_page_break_only_the_space_before_counts() -> None:
    made = blocks(spaced("a", after=20) + BREAK + spaced("b", before=10))
    assert [type(block) for block in made][2] is PageBreak
    last = made[-1]
    assert isinstance(last, Paragraph)
    assert last.gap == 10


def test_nothing_of_it_is_remarked() -> None:
    assert told(lowered(spaced("a", after=20) + BREAK + spaced("b", before=10))) == []
