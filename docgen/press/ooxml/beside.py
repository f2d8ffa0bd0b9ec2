"""A paragraph and its translation → the two set as a pair: near, one number, a style of its own."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import takewhile

from docgen.model.language import Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.hanging import values_below
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.listed import Lists
from docgen.press.ooxml.names import MC, Element, local, w
from docgen.press.ooxml.ordered import properties_of, put, without
from docgen.press.ooxml.paragraphs import BOX, CELL

COLOUR = "1F3864"
NEAR = "20"
ENDING, NAMED = "Translated", "{} translated"
ONCE = frozenset(
    {"drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference"}
    | {"bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak"}
)
ALTERNATIVE = f"{{{MC}}}AlternateContent"
VALUE, KEY = w("val"), w("styleId")
REPEATS = "{%p for "
LINE = 300
"""How high a line of a table is, in twentieths of a point."""
LINES = frozenset({w("tab"), w("br")})


class Pairs:
    """Sets pairs of paragraphs in a file; `changed` gives its members with the styles of it."""

    def __init__(self, members: Mapping[str, bytes], main: str, language: Language) -> None:
        """Read the file's styles and lists; translations are in a language."""
        self._lists = Lists(members, main)
        self._language = language
        self._styles: dict[str, str] = {}

    def changed(self) -> dict[str, bytes]:
        """Give the members that changed."""
        member = self._lists.styles_member
        return {member: markup.bytes_of(self._lists.styles)} if self._styles and member else {}

    def pair(self, english: Element, others: list[Element]) -> None:
        """Set the paragraphs that translate another under it."""
        for other in others:
            self.dress(other)
        if others and not is_framed(english):
            self._near(english)
            _lines_once(english)

    def dress(self, other: Element) -> None:
        """Give a translation its own style; what stands once in a paper stays with the English."""
        for child in list(other.iter()):
            if local(child) in ONCE or child.tag == ALTERNATIVE:
                drop(child)
        values_below(other, self._lists, self._language)
        properties = properties_of(other, "pPr")
        style = self._style(properties)
        if style:
            put(properties, "pStyle").set(VALUE, style)
        if properties.find(w("numPr")) is not None:
            self._without_number(properties, self._lists.left(properties))
        without(properties, "pageBreakBefore", "sectPr")
        spacing = properties.find(w("spacing"))
        if spacing is not None and not is_framed(other):
            spacing.set(w("before"), "0")
            spacing.attrib.pop(w("beforeAutospacing"), "")

    def _style(self, properties: Element) -> str:
        """Give the key of the style for translations of such paragraphs, made if need be."""
        named = properties.find(w("pStyle"))
        style = self._lists.style(None if named is None else named.get(VALUE))
        if style is None:
            return ""
        key = style.get(KEY, "")
        if key not in self._styles:
            self._styles[key] = self._made(style, key)
        return self._styles[key]

    def _made(self, style: Element, key: str) -> str:
        name = style.find(w("name"))
        made = markup.element(w("style"), **{w("type"): "paragraph", w("customStyle"): "1"})
        made.set(KEY, f"{key}{ENDING}")
        title = NAMED.format(key if name is None else name.get(VALUE, key))
        for child, value in (("name", title), ("basedOn", key)):
            made.append(markup.element(w(child), **{VALUE: value}))
        properties, run = markup.element(w("pPr")), markup.element(w("rPr"))
        made.extend((properties, run))
        style.addnext(made)
        if self._lists.numbered(properties):
            self._without_number(properties, self._lists.left(properties))
        put(properties, "spacing").set(w("before"), "0")
        put(run, "color").set(VALUE, COLOUR)
        return made.get(KEY, "")

    def _near(self, english: Element) -> None:
        """Draw a paragraph to what follows it: on one page, and no line between the two."""
        properties = properties_of(english, "pPr")
        spacing = put(properties, "spacing")
        spacing.set(w("after"), NEAR)
        spacing.attrib.pop(w("afterAutospacing"), "")
        lines = (each.find(w("pBdr")) for each in self._lists.line(properties))
        borders = next((each for each in lines if each is not None), None)
        if borders is not None and borders.find(w("bottom")) is not None:
            own = put(properties, "pBdr")
            none = markup.element(w("bottom"), **{VALUE: "nil"})
            own[:] = [none if each.tag == none.tag else deepcopy(each) for each in borders]
        if not is_in_cell(english):
            put(properties, "keepNext").attrib.clear()

    @staticmethod
    def _without_number(properties: Element, left: str) -> None:
        numbered = put(properties, "numPr")
        without(numbered, "ilvl", "numId")
        numbered.append(markup.element(w("numId"), **{VALUE: "0"}))
        indent = put(properties, "ind")
        indent.attrib.clear()
        indent.set(w("left"), left)
        indent.set(w("firstLine"), "0")


def fit_rows(root: Element) -> None:
    """Let rows hold two languages: room to write stays, and long ones may go over to a new page.

    Long are those with a picture, or with what repeats: several together may fill a page.
    """
    for row in root.iter(w("tr")):
        is_long = _is_pictured(row) or any(
            REPEATS in (text.text or "") for text in row.iter(w("t"))
        )
        if is_long:
            _unchain(row)
        for properties in row.findall(w("trPr")):
            without(properties, *(("cantSplit",) if is_long else ()))
            for height in properties.iter(w("trHeight")):
                height.set(VALUE, str(int(height.get(VALUE, "0")) + LINE))
                height.set(w("hRule"), "atLeast")


def part_rows(root: Element) -> None:
    """Let rows with pictures part from what follows: longer words may fill a page."""
    for row in filter(_is_pictured, root.iter(w("tr"))):
        _unchain(row)


def is_framed(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a frame, as an address does."""
    return paragraph.find(f"{w('pPr')}/{w('framePr')}") is not None


def is_in_cell(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a cell or box."""
    return next(paragraph.iterancestors(CELL, BOX), None) is not None


def _is_pictured(row: Element) -> bool:
    return next(row.iter(w("drawing"), w("pict")), None) is not None


def _unchain(row: Element) -> None:
    for properties in row.iter(w("pPr")):
        without(properties, "keepNext")


def _lines_once(english: Element) -> None:
    """Leave the lines to write on, which end a paragraph as tabs, to its translation."""
    inside = [child for run in english.iter(w("r")) for child in run if child.tag != w("rPr")]
    last = list(takewhile(lambda child: child.tag in LINES, reversed(inside)))
    for child in last if any(child.tag == w("tab") for child in last) else ():
        drop(child)
