"""Bytes of XML → tree and back: no DOCTYPE, no entities, bounded nesting, nothing mended."""

from xml.parsers import expat

from lxml import etree

from docgen.press.ooxml.limits import Limits
from docgen.press.ooxml.names import Element

MOST_ATTRIBUTES = 200
HEADER = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Refused(Exception):
    """Stops expat with the id of a fault."""


def fault_of(data: bytes, limits: Limits) -> str | None:
    """Give the id of the first fault that XML from outside has, or None."""
    if len(data) > limits.markup:
        return "word-part-too-large"
    try:
        _walker(limits.depth).Parse(data, True)
        parse(data)
    except _Refused as refused:
        return str(refused)
    except (expat.ExpatError, etree.XMLSyntaxError, LookupError, ValueError):
        return "word-xml-broken"
    return None


def _walker(depth: int) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    level = 0

    def _doctype(*_: object) -> None:
        raise _Refused("word-doctype")

    def _start(_: str, attributes: dict[str, str]) -> None:
        nonlocal level
        level += 1
        if len(attributes) > MOST_ATTRIBUTES:
            raise _Refused("word-xml-broken")
        if level > depth:
            raise _Refused("word-nested-too-deep")

    def _end(_: object) -> None:
        nonlocal level
        level -= 1

    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _start
    parser.EndElementHandler = _end
    return parser


def parse(data: bytes | str) -> Element:
    """Read XML strictly; comments and processing instructions are left out."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    return etree.fromstring(data, parser)


def is_xml(name: str, kind: str) -> bool:
    """Tell whether a member holds XML, by its name or its content type."""
    return name.casefold().endswith((".xml", ".rels", ".vml")) or kind.endswith("xml")


def text_of(root: Element) -> str:
    """Write a tree as text, without the XML header."""
    return etree.tostring(root, encoding="unicode", with_tail=False)


def bytes_of(root: Element) -> bytes:
    """Write a tree as a member of a Word file."""
    return HEADER + etree.tostring(root, encoding="UTF-8", with_tail=False)


def canonical(root: Element) -> str:
    """Write a tree in its canonical form, for comparing."""
    return etree.tostring(root, method="c14n", with_tail=False).decode()


def element(tag: str, text: str | None = None, **attributes: str) -> Element:
    """Make an element."""
    made = etree.Element(tag, attributes)
    made.text = text
    return made
