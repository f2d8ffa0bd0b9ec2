"""Tags as they were read → those that merge or shade a cell and stand in none."""

from collections.abc import Iterable, Iterator

from docgen.press.ooxml.paragraphs import BOX, CELL
from docgen.press.word.lint.data import Use
from docgen.press.word.reading import Reading

CELL_WORDS = frozenset({"cellbg", "colspan", "hm", "vm"})


def cell_tags_outside(readings: Iterable[Reading]) -> Iterator[Use]:
    """Tell of each such tag."""
    for reading in readings:
        for found in reading.found:
            if found.said is None or found.said.word not in CELL_WORDS:
                continue
            above = next(found.paragraph.element.iterancestors(CELL, BOX), None)
            if above is None or above.tag == BOX:
                yield "word-cell-tag-outside", found.place, {"tag": found.tag.text}
