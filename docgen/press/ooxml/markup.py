"""Bytes of XML → tree and back: no DOCTYPE, no entities, bounded nesting, nothing mended."""

from functools import lru_cache
from xml.parsers import expat

from lxml import etree

from docgen.press.ooxml.limits import Limits
from docgen.press.ooxml.names import Element

MOST_ATTRIBUTES = 200
MOST_KEPT, SHORT = 128, 100_000
"""So many short parts are remembered, of at most so many bytes each."""
TOO_MANY = etree.XPath(f"boolean(//@*[{MOST_ATTRIBUTES + 1}])")
UNREADABLE = (expat.ExpatError, etree.XMLSyntaxError, LookupError, ValueError)
UTF_8 = b'<?xml version="1.0" encoding="UTF-8"'
HEADER = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Refused(Exception):
    """Stops expat with the id of a fault."""


def fault_of(data: bytes, limits: Limits) -> str | None:
    """Give the id of the first fault that XML from outside has, or None.

    Letters of one template share most parts: what was found in short ones is kept.
    """
    if len(data) > limits.markup:
        return "word-part-too-large"
    return _kept_fault(data, limits) if len(data) <= SHORT else _fault(data, limits)


def sound_tree(data: bytes, limits: Limits) -> Element | None:
    """Read XML from outside that has no fault at all; None where `fault_of` has to name one.

    Neither parser calls back for each element, so this takes a third of the time. In UTF-8 that
    holds no `<!` there is no DOCTYPE for expat to find.
    """
    if len(data) > limits.markup:
        return None
    try:
        if b"<!" in data or not data.startswith(UTF_8):
            _parser().Parse(data, True)
        root = etree.fromstring(data, _strict(huge=False))  # nests to 256 at most
    except (_Refused, *UNREADABLE):
        return None
    return None if _too_deep(limits.depth)(root) or TOO_MANY(root) else root


def _fault(data: bytes, limits: Limits) -> str | None:
    try:
        _walker(limits.depth).Parse(data, True)
        parse(data)
    except _Refused as refused:
        return str(refused)
    except UNREADABLE:
        return "word-xml-broken"
    return None


_kept_fault = lru_cache(MOST_KEPT)(_fault)


@lru_cache(maxsize=8)
def _too_deep(depth: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


def _parser() -> expat.XMLParserType:
    """Make a parser that stops at a DOCTYPE."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def _doctype(*_: object) -> None:
        raise _Refused("word-doctype")

    parser.StartDoctypeDeclHandler = _doctype
    return parser


def _walker(depth: int) -> expat.XMLParserType:
    """Make a parser that counts attributes and levels too."""
    parser = _parser()
    level = 0

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

    parser.StartElementHandler = _start
    parser.EndElementHandler = _end
    return parser


def parse(data: bytes | str) -> Element:
    """Read XML strictly; comments and processing instructions are left out."""
    return etree.fromstring(data, _strict(huge=True))


def _strict(*, huge: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
    )


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
