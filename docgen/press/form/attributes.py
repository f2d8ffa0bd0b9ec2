"""Entries of a form's dictionaries → plain values: texts, numbers, names, what is inherited."""

import re
from collections.abc import Iterator

from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from docgen.press.form.objects import Objects

LANGUAGE = re.compile("\x1b[^\x1b]{0,16}\x1b")
"""Says within a text which language follows (ISO 32000-2, 7.9.2.2)."""
LONGEST = 1_000_000
FAR = 1e6
"""No page is so large, in points."""


def text_of(objects: Objects, found: object) -> str:
    """Read a text: UTF-16, UTF-8, PDFDocEncoding, a name or a stream; empty for anything else."""
    value = objects.get(found)
    if isinstance(value, NameObject):
        return value[1:]
    if isinstance(value, TextStringObject | ByteStringObject):
        return _decoded(value.original_bytes, str(value) if isinstance(value, str) else "")
    if isinstance(value, StreamObject):
        return _decoded(objects.data(value)[:LONGEST], "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def number_of(objects: Objects, found: object, otherwise: float = 0) -> float:
    """Read a number."""
    value = objects.get(found)
    usable = isinstance(value, int | float) and abs(value) < FAR
    return float(value) if usable and isinstance(value, int | float) else otherwise


def whole_of(objects: Objects, found: object, otherwise: int = 0) -> int:
    """Read a whole number of 32 bits."""
    value = objects.get(found)
    usable = isinstance(value, int | float) and abs(value) < 1 << 32
    return int(value) if usable and isinstance(value, int | float) else otherwise


def numbers_of(objects: Objects, found: object) -> tuple[float, ...]:
    """Read a list of numbers."""
    return tuple(number_of(objects, each) for each in objects.items(found)[:LONGEST])


def name_of(objects: Objects, found: object) -> str:
    """Read a name without its slash; empty for anything else."""
    value = objects.get(found)
    return value[1:] if isinstance(value, NameObject) else ""


def above(objects: Objects, node: DictionaryObject, most: int) -> Iterator[DictionaryObject]:
    """Give a field's dictionary and those above it, as far as they don't lead in a circle."""
    seen: set[int] = set()
    found: DictionaryObject | None = node
    while found is not None and id(found) not in seen and len(seen) < most:
        seen.add(id(found))
        yield found
        found = objects.dictionary(found.get("/Parent"))


def inherited(objects: Objects, chain: tuple[DictionaryObject, ...], key: str) -> PdfObject | None:
    """Give an entry of the nearest of these dictionaries that has it."""
    for node in chain:
        value = node.get(key)
        if objects.get(value) is not None:
            return value
    return None


def _decoded(content: bytes, otherwise: str) -> str:
    if content[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        text = content.decode("utf-16", "replace")
    elif content[:3] == b"\xef\xbb\xbf":
        text = content.decode("utf-8-sig", "replace")
    else:
        text = otherwise or content.decode("latin-1")
    return LANGUAGE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
