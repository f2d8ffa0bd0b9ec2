"""A PDF → its pages: how many, as pictures, and each word and mark with the box it is printed in.

Everything is read by PDFium, whose functions count from the bottom left; given is from the top
left. PDFium does one thing at a time, so there is a lock around it.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import repeat
from threading import Lock

import pypdfium2
from pypdfium2 import raw

from docgen.errors import Reasons, TemplateRejected, stop
from docgen.model.finding import Wording
from docgen.model.pages import Boxed, Pages, Stretch

POINTS = 72
MARKS = (
    raw.FPDF_PAGEOBJ_FORM,
    raw.FPDF_PAGEOBJ_IMAGE,
    raw.FPDF_PAGEOBJ_PATH,
    raw.FPDF_PAGEOBJ_SHADING,
)
WHITE = 255
WELL = 36
"""Points: the ink of a line may lie wholly below the line that it stands on."""
REASONS: Reasons = {
    "pages-unreadable": Wording(
        "What was made can't be read as a PDF ({why}).",
        "Make it again. If that happens twice, make it by the other engine: --engine.",
    ),
}
_ALONE = Lock()


def page_count(pdf: bytes) -> int:
    """Count the pages; raises `TemplateRejected` for what is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def pages_of(pdf: bytes, dpi: int) -> tuple[bytes, ...]:
    """Draw each page as a PNG of so many dots an inch."""
    with _opened(pdf) as document:
        return tuple(_picture(page, dpi) for page in document)


def word_boxes(pdf: bytes) -> tuple[Boxed, ...]:
    """Give each word of each page, in the order in which it was set."""
    return pages_in(pdf).words


def pages_in(pdf: bytes) -> Pages:
    """Read the pages of a PDF as they are judged."""
    with _opened(pdf) as document:
        sizes = tuple(page.get_size() for page in document)
        words = tuple(word for n, page in enumerate(document, 1) for word in _words(page, n))
        marks = tuple(mark for n, page in enumerate(document, 1) for mark in _marks(page, n))
    return Pages(sizes, len(pdf), words, marks)


def upper_half(pdf: bytes) -> Pages:
    """Read as much as a letter is judged by: sizes, and the upper half of the first page."""
    with _opened(pdf) as document:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        page = document[0]
        words = tuple(_words(page, 1, page.get_height() / 2))
        marks = tuple(_marks(page, 1))
    return Pages(sizes, len(pdf), words, marks)


def stretches_in(pdf: bytes, names: Sequence[str]) -> tuple[Stretch, ...]:
    """Find the pages of letters by their bookmarks, of which none is alike, in their order."""
    with _opened(pdf) as document:
        marks = ((mark.get_title(), mark.get_dest()) for mark in document.get_toc(max_depth=1))
        places = {title: place.get_index() or 0 for title, place in marks if place}
        starts = [places[name] for name in names]
        ends = (*starts[1:], len(document))
        return tuple(map(_stretch, repeat(document), starts, ends, repeat(len(pdf))))


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ALONE:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            why = str(error).rstrip(".")
            raise stop(TemplateRejected, REASONS, "pages-unreadable", why=why) from error
        try:
            yield document
        finally:
            document.close()


def _cut_below(page: pypdfium2.PdfPage, foot: float) -> None:
    """Take what stands well below `foot` off a page that is open: reading it takes long."""
    text = (raw.FPDF_PAGEOBJ_TEXT,)
    low = [each for each in page.get_objects(text, max_depth=1) if each.get_bounds()[3] < foot]
    for each in low:
        page.remove_obj(each)
        each.close()


def _stretch(document: pypdfium2.PdfDocument, start: int, end: int, weight: int) -> Stretch:
    blank = next(document[end - 1].get_objects(max_depth=1), None) is None
    last = end - 1 if blank and end - start > 1 else end
    page, top = document[start], document.get_page_size(start)[1] / 2
    sizes = tuple(document.get_page_size(number) for number in range(start, last))
    _cut_below(page, top - WELL)
    words, marks = tuple(_words(page, 1, top)), tuple(_marks(page, 1))
    return Stretch(start + 1, last - start, Pages(sizes, weight, words, marks))


def _picture(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    out = BytesIO()
    page.render(scale=dpi / POINTS).to_pil().save(out, "PNG")
    return out.getvalue()


def _words(page: pypdfium2.PdfPage, number: int, foot: float = 0) -> Iterator[Boxed]:
    """Join the characters between two blanks to words; those that stand below `foot` are left."""
    text = page.get_textpage()
    height, letters, read = page.get_height(), list[Boxed](), Reader(text.raw, number)
    for place in range(text.count_chars()):
        letter = read.letter(place, foot)
        if letter is None:
            yield from _joined(letters, text, height)
            letters = []
        else:
            letters.append(letter)
    yield from _joined(letters, text, height)


class Reader:
    """Reads the characters of one page, as PDFium counts them: from the bottom left."""

    def __init__(self, text: object, number: int) -> None:
        """Take a page's text and number; what PDFium fills in is made once."""
        self._text, self._number = text, number
        self._box = [ctypes.c_double() for _ in range(4)]
        self._at = [ctypes.c_double() for _ in range(2)]
        self._box_by = [ctypes.byref(each) for each in self._box]
        self._at_by = [ctypes.byref(each) for each in self._at]

    def letter(self, place: int, foot: float) -> Boxed | None:
        """Read a character, its place as its `piece`; None for a blank, or one below `foot`."""
        raw.FPDFText_GetCharOrigin(self._text, place, *self._at_by)
        base = self._at[1].value
        if foot and base < foot:
            return None
        sign = chr(raw.FPDFText_GetUnicode(self._text, place))
        if sign.isspace() or not sign.isprintable():
            return None
        raw.FPDFText_GetCharBox(self._text, place, *self._box_by)
        left, right, low, high = self._box
        x0, x1, y0, y1 = left.value, right.value, low.value, high.value
        return Boxed(self._number, x0, y0, x1, y1, sign, base, place)


def _joined(letters: list[Boxed], text: pypdfium2.PdfTextPage, height: float) -> Iterator[Boxed]:
    """Make one word of its letters, from the top left."""
    if letters:
        first = letters[0]
        holder = raw.FPDFText_GetTextObject(text, first.piece)
        yield Boxed(
            page=first.page,
            x0=min(each.x0 for each in letters),
            y0=height - max(each.y1 for each in letters),
            x1=max(each.x1 for each in letters),
            y1=height - min(each.y0 for each in letters),
            text="".join(each.text for each in letters),
            base=height - first.base,
            piece=raw.FPDFPageObj_GetMarkedContentID(holder),
        )


def _marks(page: pypdfium2.PdfPage, number: int) -> Iterator[Boxed]:
    """Give pictures, lines and filled shapes; what is white or wholly clear leaves no ink."""
    height = page.get_height()
    for each in page.get_objects(filter=MARKS, max_depth=1):
        if each.type != raw.FPDF_PAGEOBJ_PATH or _shows(each):
            x0, y0, x1, y1 = each.get_bounds()
            yield Boxed(number, x0, height - y1, x1, height - y0)


def _shows(path: pypdfium2.PdfObject) -> bool:
    """Tell whether a path is stroked, or filled with another colour than white."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, filled, stroked)
    inks = ((filled, raw.FPDFPageObj_GetFillColor), (stroked, raw.FPDFPageObj_GetStrokeColor))
    return any(mode.value and _is_ink(path, colour_of) for mode, colour_of in inks)


def _is_ink(path: pypdfium2.PdfObject, colour_of: Callable[..., int]) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    colour_of(path, *parts)
    *colour, clear = (part.value for part in parts)
    return clear > 0 and any(part != WHITE for part in colour)
