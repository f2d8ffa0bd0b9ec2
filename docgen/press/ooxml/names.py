"""Names of Word's XML: namespaces, qualified names and the type of an element."""

from functools import lru_cache

from lxml.etree import _Element as Element

__all__ = [
    "MC",
    "RELATIONS",
    "TYPES",
    "XML_SPACE",
    "Element",
    "R",
    "a",
    "local",
    "pic",
    "r",
    "w",
    "wp",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """Give a name of Word's own namespace."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Give a name of the namespace of relationships (attributes `r:id`, `r:embed`)."""
    return f"{{{R}}}{name}"


def wp(name: str) -> str:
    """Give a name of the namespace that places drawings."""
    return f"{{{WP}}}{name}"


def a(name: str) -> str:
    """Give a name of the namespace of drawings."""
    return f"{{{A}}}{name}"


def pic(name: str) -> str:
    """Give a name of the namespace of pictures."""
    return f"{{{PIC}}}{name}"


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    return bare(element.tag)


@lru_cache(maxsize=2048)
def bare(tag: str) -> str:
    """Give a tag without its namespace."""
    return tag.rpartition("}")[2]
