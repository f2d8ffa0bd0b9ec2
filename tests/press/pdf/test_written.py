"""Blocks that were written for one letter stand in the next one's JSON as if written anew."""

import json
from dataclasses import replace

import pytest
from setwork import LARGE, LOOKS, LOOSE, SENTENCE, bullets, cells, inline, lowered, para, section

from docgen.press.pdf import written
from docgen.press.pdf.coding import coded
from docgen.press.pdf.runs import Link, Mark, Note, Text
from docgen.press.pdf.tree import Block, Document, Frame, Paragraph, Row, Table

SHADED = replace(para("shaded"), fill="#eeeeee")
HEADING = replace(para("Aims"), heading=2)
LATE = replace(para(SENTENCE * 3), start=20, keep_lines=True)
LOOSELY = Paragraph((Text(LOOSE, "loose"),))
LIST = bullets("one", "two", gap=4, keep_next=True)
GRID = Table((100.0, 80.0), (Row(cells("a", "b")), Row(cells("c", "d"))))
FRAME = Frame((SHADED, LATE), 10, 10, 200)
MARKED = Paragraph((Mark("x"), *inline("here")))
LINKED = Paragraph((Link("#x", inline("there")),))
NOTED = Paragraph((*inline("words"), Note(0, (SHADED,))))
BLOCKS = (SHADED, HEADING, LATE, LOOSELY, LIST, GRID, FRAME, MARKED, LINKED, NOTED)


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget what other tests wrote."""
    written._memories.clear()  # noqa: SLF001 (there is no other way to begin anew)


def letter(*blocks: Block) -> Document:
    return lowered(section(*blocks)).document


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("before", [(), (SHADED,), (LATE, LIST), (MARKED, NOTED), BLOCKS[::-1]])
def test_a_letter_is_written_the_same_after_others(block: Block, before: tuple[Block, ...]) -> None:
    wanted = coded(letter(*before, block, LATE))
    written._memories.clear()  # noqa: SLF001 (as above)
    for other in ((block,), (*BLOCKS, block), (GRID, block, *before)):
        coded(letter(*other))
    assert coded(letter(*before, block, LATE)) == wanted


def test_a_block_that_is_known_is_not_written_again() -> None:
    coded(letter(LIST))
    (memory,) = written._memories.values()  # noqa: SLF001 (as above)
    known = dict(memory.blocks)
    coded(letter(LIST))
    assert memory.blocks == known


@pytest.mark.parametrize("block", [MARKED, NOTED])
def test_what_counts_or_leads_in_its_letter_is_written_each_time(block: Block) -> None:
    coded(letter(block))
    (memory,) = written._memories.values()  # noqa: SLF001 (as above)
    assert block not in [known.block for known in memory.blocks.values()]


def test_other_looks_give_another_letter() -> None:
    first = letter(LOOSELY, LATE)
    looks = (*LOOKS[:LOOSE], LOOKS[LARGE], *LOOKS[LOOSE + 1 :])
    other = replace(first, looks=looks)
    wanted = json.loads(coded(other))
    coded(first)
    assert json.loads(coded(other)) == wanted != json.loads(coded(first))


def test_the_memory_has_bounds() -> None:
    for number in range(written.MOST + 10):
        coded(letter(para(str(number))))
    (memory,) = written._memories.values()  # noqa: SLF001 (as above)
    assert len(memory.blocks) <= written.MOST
    for number in range(written.MOST_KEPT + 2):
        tall = replace(section(SHADED), height=900.0 + number)
        coded(lowered(tall).document)
    assert len(written._memories) <= written.MOST_KEPT  # noqa: SLF001 (as above)
