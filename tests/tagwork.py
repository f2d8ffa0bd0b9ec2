"""A tagged PDF → its structure as a screen reader meets it: elements, their texts, what is outside.

PDFium gives the elements page by page; one that goes on over the page is met on both.
"""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

UTF16 = "utf-16-le"
BROKEN = "\x02"  # a hyphen at a line's end, as PDFium gives it


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure on one page; `parts` are elements and pieces of text."""

    name: str
    page: int
    parts: tuple["Tag | str", ...]
    alt: str = ""
    language: str = ""
    scope: str = ""

    @property
    def text(self) -> str:
        """Give all text within, as it is read out."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *names: str) -> Iterator["Tag"]:
        """Give this element and those within that have one of the names, in reading order."""
        if self.name in names:
            yield self
        for part in self.parts:
            if isinstance(part, Tag):
                yield from part.all(*names)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A PDF's structure, its texts that are marked as artifacts, and those without any mark."""

    tags: tuple[Tag, ...]
    artifacts: tuple[str, ...]
    unmarked: tuple[str, ...]

    def all(self, *names: str) -> tuple[Tag, ...]:
        """Give the elements that have one of the names, in reading order."""
        return tuple(found for tag in self.tags for found in tag.all(*names))

    @property
    def text(self) -> str:
        """Give all text that is read out."""
        return "".join(tag.text for tag in self.tags)


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    texts: Mapping[int, str]


def tags_of(pdf: bytes) -> Tagged:
    """Read the structure of a PDF, and which texts stand outside of it."""
    document = pdfium.PdfDocument(pdf)
    tags: list[Tag] = []
    outside: dict[str, list[str]] = {"Artifact": [], "": []}
    try:
        for number in range(len(document)):
            page = document[number]
            texts = _texts(page, outside)
            tags += _page_tags(page, _Page(number + 1, texts))
            page.close()
    finally:
        document.close()
    return Tagged(tuple(tags), tuple(outside["Artifact"]), tuple(outside[""]))


def _texts(page: pdfium.PdfPage, outside: Mapping[str, list[str]]) -> Mapping[int, str]:
    """Give the text of each marked piece of content; note what has no such mark."""
    found: dict[int, str] = defaultdict(str)
    reader = page.get_textpage()
    for drawn in page.get_objects(max_depth=1):
        if drawn.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            key, text = pdfium_c.FPDFPageObj_GetMarkedContentID(drawn), _text(drawn, reader)
            if key >= 0:
                found[key] += text
            else:
                outside["Artifact" if "Artifact" in _marks(drawn) else ""].append(text)
    reader.close()
    return found


def _text(drawn: pdfium.PdfObject, reader: pdfium.PdfTextPage) -> str:
    length = pdfium_c.FPDFTextObj_GetText(drawn, reader, None, 0)
    room = (ctypes.c_ushort * length)()
    pdfium_c.FPDFTextObj_GetText(drawn, reader, room, length)
    return bytes(room).decode(UTF16).rstrip("\0").replace(BROKEN, "-")


def _marks(drawn: pdfium.PdfObject) -> Iterator[str]:
    for index in range(pdfium_c.FPDFPageObj_CountMarks(drawn)):
        mark = pdfium_c.FPDFPageObj_GetMark(drawn, index)
        length = ctypes.c_ulong()
        pdfium_c.FPDFPageObjMark_GetName(mark, None, 0, length)
        room = (ctypes.c_ushort * (length.value // 2))()
        pdfium_c.FPDFPageObjMark_GetName(mark, room, length.value, length)
        yield bytes(room).decode(UTF16).rstrip("\0")


def _page_tags(page: pdfium.PdfPage, of: _Page) -> Iterator[Tag]:
    tree = pdfium_c.FPDF_StructTree_GetForPage(page)
    for index in range(pdfium_c.FPDF_StructTree_CountChildren(tree)):
        yield _tag(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, index), of)
    pdfium_c.FPDF_StructTree_Close(tree)


def _tag(element: pdfium_c.FPDF_STRUCTELEMENT, of: _Page) -> Tag:
    scope = _said(
        lambda room, length: pdfium_c.FPDF_StructElement_GetStringAttribute(
            element, b"Scope", room, length
        )
    )
    name, alt, language = (
        _said(lambda room, length, ask=ask: ask(element, room, length))  # type: ignore[misc]
        for ask in (
            pdfium_c.FPDF_StructElement_GetType,
            pdfium_c.FPDF_StructElement_GetAltText,
            pdfium_c.FPDF_StructElement_GetLang,
        )
    )
    return Tag(name, of.number, tuple(_parts(element, of)), alt, language, scope)


def _parts(element: pdfium_c.FPDF_STRUCTELEMENT, of: _Page) -> Iterator[Tag | str]:
    for index in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
        child = pdfium_c.FPDF_StructElement_GetChildAtIndex(element, index)
        key = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if child:
            yield _tag(child, of)
        elif key in of.texts:
            yield of.texts[key]


def _said(ask: Callable[[object, int], int]) -> str:
    length = ask(None, 0)
    room = ctypes.create_string_buffer(length)
    ask(room, length)
    return room.raw.decode(UTF16).rstrip("\0")
