"""Objects of a PDF → its bytes anew: what nothing leads to is left out, the rest is numbered anew.

pypdf's own writer keeps what is unused, and asks the clock. The same objects give the same bytes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from docgen.press.form.objects import Key, Objects, key_of

PLAIN = frozenset(range(0x21, 0x7F)) - frozenset(b"#%()/<>[]{}")
"""What stands for itself in a name (ISO 32000-2, 7.3.5)."""
SPECIAL = re.compile(rb"[()\\]")
BINARY = b"%\xe2\xe3\xcf\xd3\n"
"""Says to mail programs that a file is no text."""
LEAST = "%PDF-1.7"


@dataclass(frozen=True, slots=True)
class Written:
    """A file with one classic table of objects; `info` is empty where there is none."""

    content: bytes
    root: bytes
    info: bytes
    ident: bytes
    startxref: int
    next_number: int


class Writing:
    """Writes the objects of a file; `number` tells which number each has got."""

    def __init__(self, objects: Objects) -> None:
        """Write all that the catalogue and the document information lead to."""
        self._objects = objects
        self._numbers: dict[Key, int] = {}
        self._found: list[PdfObject] = []
        self._bodies: list[bytes] = []
        self._root = self._reference("/Root", objects.root)
        info = objects.dictionary(objects.trailer.get("/Info"))
        self._info = self._reference("/Info", info) if info else b""
        while len(self._bodies) < len(self._found):
            self._bodies.append(self.body(self._found[len(self._bodies)]))

    def number(self, reference: IndirectObject) -> int:
        """Give an object's number in the new file; 0 for one that is nowhere."""
        key = key_of(reference)
        if key not in self._numbers:
            value = self._objects.get(reference)
            self._numbers[key] = self._added(value) if isinstance(value, PdfObject) else 0
        return self._numbers[key]

    def body(self, value: PdfObject) -> bytes:
        """Write a value as it stands in the new file."""
        if isinstance(value, StreamObject):
            data = value._data  # noqa: SLF001 (pypdf would unpack it)
            return b"%s/Length %d>>\nstream\n%s\nendstream" % (self.open(value), len(data), data)
        if isinstance(value, DictionaryObject):
            return self.open(value) + b">>"
        if isinstance(value, ArrayObject):
            return b"[" + b" ".join(map(self.body, value)) + b"]"
        if isinstance(value, IndirectObject):
            number = self.number(value)
            return b"%d 0 R" % number if number else b"null"
        return _simple(value)

    def open(self, value: DictionaryObject, without: frozenset[str] = frozenset()) -> bytes:
        """Write a dictionary without its end, and without some entries."""
        out = [b"<<"]
        left_out = without | {"/Length"} if isinstance(value, StreamObject) else without
        for key, entry in value.items():
            if key not in left_out:
                written = self.body(entry)
                if written != b"null":
                    out += [name(key[1:]), b" ", written]
        return b"".join(out)

    def add(self, bodies: Sequence[bytes]) -> int:
        """Add objects that are written already; gives the number of the first."""
        first = self.next_number
        self._bodies += bodies
        return first

    @property
    def next_number(self) -> int:
        """Give the number that the next object will get."""
        return len(self._bodies) + 1

    def finished(self) -> Written:
        """Give the whole file."""
        header = max(self._objects.header, LEAST).encode("latin-1", "replace")
        out, places, at = [header + b"\n" + BINARY], [], len(header) + 1 + len(BINARY)
        for number, body in enumerate(self._bodies, 1):
            places.append(b"%010d 00000 n \n" % at)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            at += len(out[-1])
        digest = sha256(b"".join(out)).hexdigest()[:32].encode()
        ident = self._ident() or digest
        size = self.next_number
        out.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(places)))
        about = b"/Info " + self._info if self._info else b""
        out.append(
            b"trailer\n<</Size %d/Root %s%s/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (size, self._root, about, ident, digest, at)
        )
        return Written(b"".join(out), self._root, self._info, ident, at, size)

    def _reference(self, key: str, value: DictionaryObject) -> bytes:
        found = self._objects.trailer.get(key)
        if not isinstance(found, IndirectObject) or self._objects.get(found) is not value:
            found = self._objects.own(value)
        return b"%d 0 R" % self.number(found)

    def _added(self, value: PdfObject) -> int:
        self._found.append(value)
        return len(self._found)

    def _ident(self) -> bytes:
        first = next(iter(self._objects.items(self._objects.trailer.get("/ID"))), None)
        value = self._objects.get(first)
        if isinstance(value, ByteStringObject | TextStringObject):
            return value.original_bytes.hex().encode()
        return b""


@lru_cache(maxsize=4096)
def name(text: str) -> bytes:
    """Write a name, with its slash."""
    signs = (b"%c" % sign if sign in PLAIN else b"#%02X" % sign for sign in text.encode())
    return b"/" + b"".join(signs)


def _simple(value: PdfObject) -> bytes:
    if isinstance(value, NameObject):
        return name(value[1:])
    if isinstance(value, NumberObject):
        return b"%d" % value
    if isinstance(value, ByteStringObject | TextStringObject):
        return _string(value.original_bytes)
    if isinstance(value, NullObject):
        return b"null"
    out = BytesIO()
    value.write_to_stream(out)
    return out.getvalue()


def _string(text: bytes) -> bytes:
    if text.isascii():
        return b"(" + SPECIAL.sub(rb"\\\g<0>", text).replace(b"\r", b"\\r") + b")"
    return b"<" + text.hex().encode() + b">"
