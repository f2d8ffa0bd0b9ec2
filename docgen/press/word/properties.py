"""The title and other properties of a document → their tags read, each on one line of text."""

from collections.abc import Iterator

from docgen.press.ooxml.heal import Change
from docgen.press.ooxml.names import Element
from docgen.press.ooxml.paragraphs import Atom, Paragraph
from docgen.press.word.places import PROPERTIES, WORDS
from docgen.press.word.reading import Reading, Spot, read_found, walked
from docgen.press.word.shapes import PACK, Demands
from docgen.press.word.structure import Found
from docgen.press.word.tags import Loose, scan
from docgen.press.word.trouble import Trouble

PLACE = WORDS[PROPERTIES]


def read_properties(root: Element, demands: Demands = PACK) -> Reading:
    """Read the tags of core properties; only tags that print may stand there."""
    items = [item for element in root for item in _read(element, demands)]
    return walked(items, demands)


def _read(element: Element, demands: Demands) -> Iterator[Found | Trouble]:
    text = element.text or ""
    paragraph = Paragraph(element, PROPERTIES, (Atom("text", text, element),))
    changes: list[Change] = []
    for item in scan(text):
        if isinstance(item, Loose):
            yield Trouble(item.rule, PLACE, item.text)
        elif item.sign != "{{" or item.level:
            yield Trouble("word-tag-elsewhere", PLACE, item.text)
        else:
            yield from read_found(item, Spot(paragraph, PLACE, demands), changes)
    for start, end, words in reversed(changes):
        text = text[:start] + words + text[end:]
    element.text = text
