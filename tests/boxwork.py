"""A PDF → its words, each with the page, the start of its baseline and its right edge in points."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SAME_LINE = 1.0
BLANKS = frozenset(" \r\n\t\u00a0\0\ufffe")
AS_WRITTEN = {"\u0002": "-", "\uf0b7": "•"}  # a hyphen at a line's end; Symbol's bullet


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `x` and `y` are where its first letter stands on the baseline, from the top left."""

    page: int
    x: float
    y: float
    right: float
    text: str

    @property
    def bottom_left(self) -> tuple[float, float]:
        """Order words of a page by line, then across."""
        return self.y, self.x


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one page on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Give the words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def key(self) -> tuple[int, str]:
        """Tell a line from others: its page and its words."""
        return self.words[0].page, self.text


def words_in(pdf: bytes) -> tuple[Word, ...]:
    """Give the words of a PDF, in the order in which they were painted."""
    document = pdfium.PdfDocument(pdf)
    try:
        return tuple(word for number in range(len(document)) for word in _words(document, number))
    finally:
        document.close()


def pages_in(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def lines_of(words: tuple[Word, ...]) -> tuple[Line, ...]:
    """Give the lines of each page: words of one baseline, whichever cell they stand in."""
    found: list[list[Word]] = []
    for _, placed in groupby(sorted(words, key=attrgetter("page", "y", "x")), attrgetter("page")):
        of_page: list[list[Word]] = []
        for word in placed:
            if of_page and word.y - of_page[-1][0].y <= SAME_LINE:
                of_page[-1].append(word)
            else:
                of_page.append([word])
        found += of_page
    return tuple(Line(tuple(sorted(line, key=attrgetter("x")))) for line in found)


def _words(document: pdfium.PdfDocument, number: int) -> Iterator[Word]:
    page = document[number]
    height, text = page.get_height(), page.get_textpage()
    letters: list[tuple[str, float, float, float]] = []
    for character, x, y, right in _characters(text):
        torn = letters and (abs(y - letters[-1][2]) > SAME_LINE or x < letters[-1][1] - SAME_LINE)
        if letters and (torn or character in BLANKS):
            yield _word(number, height, letters)
            letters = []
        if character not in BLANKS:
            letters.append((character, x, y, right))
    if letters:
        yield _word(number, height, letters)
    text.close()
    page.close()


def _characters(text: pdfium.PdfTextPage) -> Iterator[tuple[str, float, float, float]]:
    """Give each character with the start of its baseline and its right edge, from the bottom."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium_c.FS_RECTF()
    for index in range(text.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(text, index))
        character = AS_WRITTEN.get(character, character)
        pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium_c.FPDFText_GetLooseCharBox(text, index, box)
        yield character, x.value, y.value, box.right


def _word(number: int, height: float, letters: list[tuple[str, float, float, float]]) -> Word:
    _, x, y, _ = letters[0]
    written = "".join(letter for letter, *_ in letters)
    return Word(number + 1, x, height - y, letters[-1][3], written)
