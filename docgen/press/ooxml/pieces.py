"""The body of a part → the bytes of each thing that stands in it, by which it is known again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from docgen.press.ooxml.names import Element

APART = "\ue3d1\ue3d2\ue3d3"
"""Stands between pieces while they are written; in private use, and minded where it isn't."""
BLANKS = " \t\r\n"


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Children of an element, each with its bytes; what is written around them says how to read it.

    `head` holds the namespaces, and what else the elements above say of all that is in them.
    """

    head: bytes = b""
    known: Mapping[Element, bytes] = field(default_factory=dict)


NONE = Pieces()


def pieces_of(root: Element, holder: Element) -> Pieces:
    """Write what stands in a holder, the only child of the root, all at once.

    None where there is text between the pieces, or anything beside the holder: such a part is odd.
    """
    between = [holder.text, *(child.tail for child in holder), root.text, holder.tail]
    if len(root) != 1 or any(text and text.strip(BLANKS) for text in between):
        return NONE
    holder.text = APART
    for child in holder:
        child.tail = APART
    head, *pieces = etree.tostring(root, encoding="UTF-8").split(APART.encode())
    holder.text = None
    for child in holder:
        child.tail = None
    if len(pieces) != len(holder) + 1:
        return NONE
    return Pieces(head, dict(zip(holder, pieces, strict=False)))
