"""A paragraph of the tree → the same with some of it changed; quicker than `replace`."""

from dataclasses import fields
from operator import attrgetter

from docgen.press.pdf.tree import Paragraph

NAMES = tuple(each.name for each in fields(Paragraph))
VALUES = attrgetter(*NAMES)


def changed(paragraph: Paragraph, **said: object) -> Paragraph:
    """Give a paragraph in which some values are others."""
    values = dict(zip(NAMES, VALUES(paragraph), strict=True))
    values.update(said)
    return Paragraph(**values)
