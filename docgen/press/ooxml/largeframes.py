"""Frames of a letter that letters of 16 point no longer fit → the same words at the letter's end.

Who writes, beside the address, may then take as many lines as it needs. The window's address and
the letterhead stay where they are.
"""

from collections.abc import Collection, Sequence
from itertools import groupby

from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.ordered import properties_of, put, without
from docgen.press.ooxml.paragraphs import PARAGRAPH
from docgen.press.ooxml.sections import ending

FRAME, SECTION = f"{w('pPr')}/{w('framePr')}", f"{w('pPr')}/{w('sectPr')}"
ABOVE = "360"
"""The space above what was in a frame, in twentieths of a point."""


def moved_to_end(document: Element, kept: Collection[Element]) -> None:
    """Take paragraphs out of frames and set them below the letter, but those that are kept."""
    body = document.find(w("body"))
    blocks = [] if body is None else list(body)
    for is_framed, group in groupby(blocks, lambda each: _is_beside(each, kept)):
        if is_framed:
            _move(list(group))


def _is_beside(block: Element, kept: Collection[Element]) -> bool:
    framed = block.tag == PARAGRAPH and block.find(FRAME) is not None
    return framed and block not in kept


def _move(paragraphs: Sequence[Element]) -> None:
    last = _end_of(paragraphs[-1])
    section = last.find(SECTION)
    is_rtl = last.find(f"{w('pPr')}/{w('bidi')}") is not None
    if last.tag == PARAGRAPH:
        put(properties_of(last, "pPr"), "keepNext")
    for paragraph in paragraphs:
        properties = properties_of(paragraph, "pPr")
        without(properties, "framePr")
        without(properties, "jc")
        if is_rtl and properties.find(w("bidi")) is None:
            put(properties, "jc").set(w("val"), "right")
        put(properties, "keepNext" if paragraph is not paragraphs[-1] else "keepLines")
    put(properties_of(paragraphs[0], "pPr"), "spacing").set(w("before"), ABOVE)
    for paragraph in reversed(paragraphs):
        drop(paragraph)
        last.addnext(paragraph)
    if section is not None:
        drop(section)
        paragraphs[-1].addnext(ending(section))


def _end_of(block: Element) -> Element:
    """Give the last block of the section that a block stands in."""
    while block.find(SECTION) is None:
        after = block.getnext()
        if after is None or after.tag == w("sectPr"):
            break
        block = after
    return block
