"""Word's hyperlinks and bookmarks → where a link of the tree leads, and the marks that are met."""

import html
import re
from functools import lru_cache

from docgen.press.ooxml.markup import MOST_KEPT, SHORT
from docgen.press.ooxml.package import Package
from docgen.press.ooxml.relations import Relation

LED_TO = (
    re.compile(rb'<w:hyperlink\b[^>]*\bw:anchor="([^"]+)"'),
    re.compile(rb"\\l\s+(?:&quot;|\")?([^\"&\s<]+)"),
)
MARKED = re.compile(rb'<w:bookmarkStart\b[^>]*\bw:name="([^"]+)"')
SCHEMES = ("http://", "https://", "mailto:", "tel:")


def marks_of(package: Package) -> frozenset[str]:
    """Give the names of the bookmarks that links of a file lead to."""
    parts = [data for name, data in package.members.items() if name.endswith(".xml")]
    led = {name for data in parts for name in (_kept if len(data) <= SHORT else _led)(data)}
    there = {name for data in parts for name in MARKED.findall(data)} if led else set()
    return frozenset(html.unescape(name.decode("utf-8", "replace")) for name in led & there)


def _led(data: bytes) -> frozenset[bytes]:
    return frozenset(name for pattern in LED_TO for name in pattern.findall(data))


_kept = lru_cache(MOST_KEPT)(_led)


def target_at(relation: Relation | None, anchor: str, marks: frozenset[str]) -> str:
    """Give where a hyperlink leads: an address, `#name` of a mark, `""` if nowhere."""
    if relation is not None and relation.outside:
        return outside(relation.target, anchor)
    return f"#{anchor}" if anchor in marks else ""


def outside(address: str, anchor: str) -> str:
    """Give an address with the place in it, `""` if it is none of the web, mail or telephone."""
    if not address.casefold().startswith(SCHEMES):
        return ""
    return f"{address}#{anchor}" if anchor and "#" not in address else address
