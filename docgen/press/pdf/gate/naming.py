"""Short names of Word's elements, as the tables write them (`p`, `a:blip`) ↔ their full names."""

from collections.abc import Mapping
from typing import TypeVar

from docgen.press.ooxml import names

SPACES: Mapping[str, str] = {
    "w": names.W,
    "r": names.R,
    "wp": names.WP,
    "a": names.A,
    "pic": names.PIC,
    "mc": names.MC,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
Said = TypeVar("Said")
PREFIXES = {space: prefix for prefix, space in SPACES.items()}


def qualified(name: str) -> str:
    """Give the full name of an element; one without a prefix is Word's own."""
    prefix, _, rest = name.rpartition(":")
    return f"{{{SPACES[prefix or 'w']}}}{rest}"


def qualified_all(text: str) -> frozenset[str]:
    """Give the full names of elements with blanks between them."""
    return frozenset(map(qualified, text.split()))


def prefix_of(tag: str) -> str:
    """Give the prefix of a full name; what has none that is known has an empty one."""
    return PREFIXES.get(tag.removeprefix("{").rpartition("}")[0], "")


def shown(tag: str) -> str:
    """Give a full name as people write it: `w:p`; the end of its namespace if that is unknown."""
    space, _, rest = tag.removeprefix("{").rpartition("}")
    return f"{PREFIXES.get(space, space.rpartition('/')[2])}:{rest}" if space else rest


def each(names_of: str, said: Said) -> dict[str, Said]:
    """Say the same of several names."""
    return dict.fromkeys(names_of.split(), said)
