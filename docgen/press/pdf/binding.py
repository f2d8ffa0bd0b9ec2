"""PDFs of letters, one after the other → one PDF to print, each object written as it comes.

It is for a printer, not for a reader: pages and what is drawn on them are kept, tags and links are
not; each letter has a bookmark. Memory holds one of the PDFs at a time, however many there are.
Pictures, fonts and profiles that are alike are written once. PDF/A-2 is claimed as far as all do.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from docgen.press.pdf.assemble import LEVELS, UNDATED, UNKNOWN, day_of
from docgen.press.pdf.said import Said

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
ROOT, PAGES, OUTLINES, METADATA, ABOUT = range(1, 6)
"""Objects of the whole, written last; those of the letters follow in numbers."""
PART = "2"
"""Of PDF/A."""
UNPRINTED = frozenset({"/Parent", "/Annots", "/StructParents", "/Tabs"})
"""What of a page no printer needs: its place among others, links, tags."""


@dataclass(frozen=True, slots=True)
class Begins:
    """A letter in a PDF: its bookmark, and its first page, from 1 on."""

    name: str
    page: int


class Binding:
    """Writes PDFs into one file, sheet upon sheet; `finish` makes it a PDF."""

    def __init__(self, out: BinaryIO, title: str, *, duplex: bool) -> None:
        """Begin a file; with `duplex` each PDF begins on a sheet of its own."""
        self._file = _File(out)
        self._duplex, self._said = duplex, Said(title, UNKNOWN, UNDATED, archive="2A")
        self._pages, self._marks = array("q"), list[tuple[str, int]]()
        self._intents: PdfObject | None = None
        self._box = ArrayObject()

    @property
    def pages(self) -> int:
        """Count the pages so far."""
        return len(self._pages)

    def add(self, pdf: bytes, letters: Iterable[Begins]) -> int:
        """Add a PDF; gives how many pages are before it."""
        if self._duplex and self.pages % 2:
            self._add_blank()
        before = self.pages
        with PdfReader(BytesIO(pdf)) as reader:  # it would stay in memory for long, if not closed
            part = _Part(self._file, reader)
            self._pages.extend(part.pages())
            self._claim(reader, part)
            self._box = ArrayObject(reader.pages[-1].mediabox)
        self._marks += [(each.name, self._pages[before + each.page - 1]) for each in letters]
        return before

    def finish(self) -> None:
        """Write what holds all together."""
        kids = ArrayObject(map(_reference, self._pages))
        pages: dict[str, PdfObject] = {"/Type": NameObject("/Pages"), "/Kids": kids}
        pages["/Count"] = NumberObject(len(kids))
        packet = StreamObject()
        packet.update(
            _dictionary({"/Type": NameObject("/Metadata"), "/Subtype": NameObject("/XML")})
        )
        packet.set_data(self._said.packet)
        self._file.write(_dictionary(pages), PAGES)
        self._file.write(self._bookmarks(), OUTLINES)
        self._file.write(packet, METADATA)
        self._file.write(self._information(), ABOUT)
        self._file.write(self._root(), ROOT)
        self._file.close()

    def _add_blank(self) -> None:
        page: dict[str, PdfObject] = {
            "/Type": NameObject("/Page"),
            "/Parent": _reference(PAGES),
            "/MediaBox": self._box,
            "/Resources": DictionaryObject(),
        }
        self._pages.append(self._file.write(_dictionary(page)))

    def _claim(self, reader: PdfReader, part: "_Part") -> None:
        """Claim of PDF/A what all claim, in the language and with the colours of the first."""
        theirs = self._said.claiming(reader)
        lowest = max(self._said.archive[1:], theirs.archive[1:], key=LEVELS.index)
        archive = f"{PART}{lowest}" if theirs.archive[:1] == PART and lowest else ""
        dated = max(self._said.dated, day_of(reader))
        self._said = replace(self._said, archive=archive, dated=dated)
        if self._said.language == UNKNOWN:
            language = str(reader.root_object.get("/Lang", UNKNOWN))
            self._said = replace(self._said, language=language, producer=theirs.producer)
        if self._intents is None and "/OutputIntents" in reader.root_object:
            self._intents = part.moved(reader.root_object.raw_get("/OutputIntents"))

    def _bookmarks(self) -> DictionaryObject:
        first = self._file.next
        last = first + len(self._marks) - 1
        for at, (name, page) in enumerate(self._marks, first):
            item: dict[str, PdfObject] = {
                "/Title": TextStringObject(name),
                "/Parent": _reference(OUTLINES),
                "/Dest": ArrayObject([_reference(page), NameObject("/Fit")]),
            }
            item |= {"/Prev": _reference(at - 1)} if at > first else {}
            item |= {"/Next": _reference(at + 1)} if at < last else {}
            self._file.write(_dictionary(item))
        ends = {"/First": _reference(first), "/Last": _reference(last)}
        count = {"/Type": NameObject("/Outlines"), "/Count": NumberObject(len(self._marks))}
        return _dictionary({**count, **ends})

    def _information(self) -> DictionaryObject:
        moment = TextStringObject(f"D:{self._said.dated:%Y%m%d}000000Z")
        return _dictionary(
            {
                "/Title": TextStringObject(self._said.title),
                "/Producer": TextStringObject(self._said.producer),
                "/Creator": TextStringObject("docgen"),
                "/CreationDate": moment,
                "/ModDate": moment,
            }
        )

    def _root(self) -> DictionaryObject:
        root: dict[str, PdfObject] = {
            "/Type": NameObject("/Catalog"),
            "/Pages": _reference(PAGES),
            "/Outlines": _reference(OUTLINES),
            "/Metadata": _reference(METADATA),
            "/Lang": TextStringObject(self._said.language),
            "/ViewerPreferences": _dictionary({"/DisplayDocTitle": BooleanObject(True)}),
        }
        return _dictionary(root | ({"/OutputIntents": self._intents} if self._intents else {}))


class _File:
    """The file as it grows: where each object begins, and the digest of all."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._digest, self._length = out, sha256(), 0
        self._starts = array("q", [0] * (ABOUT + 1))
        self._alike: dict[bytes, int] = {}
        self._put(HEADER)

    @property
    def next(self) -> int:
        """Give the number of the next object."""
        return len(self._starts)

    def kept(self) -> int:
        """Keep a number for an object to be written later."""
        self._starts.append(0)
        return len(self._starts) - 1

    def write(self, found: PdfObject, number: int = 0) -> int:
        """Write an object down; gives its number."""
        out = BytesIO()
        found.write_to_stream(out)
        content = out.getvalue()
        digest = sha256(content).digest() if isinstance(found, StreamObject) else b""
        if digest and digest in self._alike:
            return self._alike[digest]
        number = number or self.kept()
        if digest:
            self._alike[digest] = number
        self._starts[number] = self._length
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        return number

    def close(self) -> None:
        """Write where each object is, and the identifier."""
        start, mark = self._length, self._digest.hexdigest()[:32].encode()
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % self.next)
        for each in self._starts[1:]:
            self._put(b"%010d 00000 n \n" % each)
        ends = (self.next, ROOT, ABOUT, mark, mark, start)
        self._put(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n" % ends
        )
        self._put(b"%%EOF\n")

    def _put(self, content: bytes) -> None:
        self._out.write(content)
        self._digest.update(content)
        self._length += len(content)


class _Part:
    """A PDF whose objects come into the file, each once and below a number of the file's."""

    def __init__(self, file: _File, reader: PdfReader) -> None:
        self._file, self._reader = file, reader
        self._numbers: dict[int, int] = {}

    def pages(self) -> list[int]:
        """Write all pages with what they show; gives their numbers."""
        pages = [(self._file.kept(), page) for page in self._reader.pages]
        for number, page in pages:
            if page.indirect_reference:
                self._numbers[page.indirect_reference.idnum] = number
        for number, page in pages:
            shown = {key: self.moved(each) for key, each in page.items() if key not in UNPRINTED}
            self._file.write(_dictionary({**shown, "/Parent": _reference(PAGES)}), number)
        return [number for number, _ in pages]

    def moved(self, found: PdfObject) -> PdfObject:
        """Let an object refer to what is in the file."""
        if isinstance(found, IndirectObject):
            is_moved = found.pdf is None  # what pages share directly comes here with each of them
            return found if is_moved else _reference(self._number(found))
        if isinstance(found, DictionaryObject):
            for key, each in found.items():
                dict.__setitem__(found, key, self.moved(each))
        elif isinstance(found, ArrayObject):
            found[:] = map(self.moved, found)
        return found

    def _number(self, reference: IndirectObject) -> int:
        """Write what is referred to, once; a stream after what it refers to, to know it again."""
        if reference.idnum in self._numbers:
            return self._numbers[reference.idnum]
        found = reference.get_object()
        if isinstance(found, StreamObject):
            number = self._file.write(self.moved(found))
        else:
            number = self._file.kept()
            self._numbers[reference.idnum] = number
            self._file.write(self.moved(found) if found is not None else NullObject(), number)
        self._numbers[reference.idnum] = number
        return number


def _reference(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _dictionary(made: Mapping[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in made.items()})
