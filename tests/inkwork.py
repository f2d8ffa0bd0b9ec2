"""Pictures of texts: those of a form's page by two renderers, and those that another engine draws.

Pillow shapes with HarfBuzz and orders with FriBidi, Typst does both by itself: where their pictures
are alike, letters are joined, reordered and stand where they belong.
"""

import re
import shutil
import statistics
import subprocess
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypedDict

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps, features

from docgen.press.fonts.faces import own_faces

SCALE = 3
DPI = SCALE * 72
SIZE = 12 * SCALE
HEIGHT = 842
"""Of an A4 page, in points."""
SLACK = 5
"""So many points ink may be higher or lower: thin ends are lost where points are set."""
PLAIN = ("-kern", "-liga")
"""Forms set Latin letters without kerning."""
needs_raqm = pytest.mark.skipif(
    not features.check_feature("raqm"), reason="this Pillow draws no text of other scripts"
)
POPPLER = shutil.which("pdftoppm")
needs_poppler = pytest.mark.skipif(POPPLER is None, reason="poppler is not installed")
Rect = tuple[float, float, float, float]

TEXTS: Mapping[str, str] = {
    "en": "Jane Smith (Elm Street)",
    "pl": "Zażółć gęślą jaźń",
    "ro": "Școala și țara în toamnă",
    "uk": "Їжак, ґанок і єнот",  # noqa: RUF001 - that is how it is spelt
    "ur": "زبیدہ خاتون، لاہور 2025",
    "ar": "أحمد محمود: 15 مارس 2026",
    "bn": "অনুগ্রহ করে উপস্থিত থাকুন",
    "pa": "ਕਿਰਪਾ ਕਰਕੇ ਹਾਜ਼ਰ ਹੋਵੋ",
}
"""What is filled in: nobody's name, nothing that anybody said."""
FAMILIES: Mapping[str, str] = {
    "ur": "Noto Nastaliq Urdu",
    "ar": "Noto Naskh Arabic",
    "bn": "Noto Sans Bengali",
    "pa": "Noto Sans Gurmukhi",
}
"""Other languages are set in the face that the form asks for."""
VIRAMA = "\u09cd"
"""Joins the Bengali consonants on both its sides."""
LEFTWARDS = frozenset({"ur", "ar"})


class Way(TypedDict):
    """How Pillow is to shape a text."""

    direction: str
    features: list[str] | None
    language: str


def by_poppler(pdf: bytes, folder: Path) -> Image.Image:
    """Draw the first page with poppler, as Linux's and many servers' viewers do."""
    assert POPPLER is not None
    source = folder / "page.pdf"
    source.write_bytes(pdf)
    command = [POPPLER, "-r", str(DPI), "-singlefile", str(source)]
    drawn = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - own file
    return _dark(Image.open(BytesIO(drawn.stdout)))


def by_pdfium(pdf: bytes, page: int = 0) -> Image.Image:
    """Draw a page with pdfium and its form engine, as browsers do."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    drawn = _dark(document[page].render(scale=SCALE).to_pil())
    document.close()
    return drawn


def _dark(picture: Image.Image) -> Image.Image:
    """Give the darkest of the colours of each point: yellow letters are letters too."""
    red, green, blue = picture.convert("RGB").split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def ink_in(page: Image.Image, rect: Rect, turned: int = 0) -> Image.Image:
    """Give what is drawn in a field's rectangle, without its border, turned upright."""
    left, low, right, top = rect
    box = (left + 1, HEIGHT - top + 1, right - 1, HEIGHT - low - 1)
    part = page.crop(tuple(round(each * SCALE) for each in box))  # type: ignore[arg-type]
    return _cropped(ImageOps.invert(part.rotate(-turned, expand=True)))


def drawn_apart(text: str, family: str, language: str, *, bold: bool = False) -> Image.Image:
    """Draw a text in a face of docgen's with Pillow."""
    picture = Image.new("L", (2000, 200))
    _put(picture, (100, 100), text, _font(family, bold=bold), language)
    return _cropped(picture)


def comb_apart(cells: Sequence[str], family: str, language: str, cell: float) -> Image.Image:
    """Draw letters each in the middle of a cell."""
    picture = Image.new("L", (round(cell * (len(cells) + 2) * SCALE), 200))
    ordered = cells[::-1] if language in LEFTWARDS else cells
    font = _font(family)
    for number, letter in enumerate(ordered, 1):
        if letter != " ":
            wide = font.getlength(letter, **_way(language))
            _put(picture, (number * cell * SCALE - wide / 2, 100), letter, font, language)
    return _cropped(picture)


def cells_of(text: str, language: str) -> list[str]:
    """Take a text apart as a comb has it: letters with their signs; numbers read from the left."""
    if language in LEFTWARDS:
        text = re.sub("[0-9]+", lambda number: number[0][::-1], text)
    cells: list[str] = []
    for char in text:
        if cells and (unicodedata.category(char)[0] == "M" or cells[-1].endswith(VIRAMA)):
            cells[-1] += char
        else:
            cells.append(char)
    return cells


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Tell how alike two pictures of ink are, whatever their size: 1 is the same, 0 nothing."""
    if abs(other.height * one.width / other.width - one.height) > SLACK:
        return 0.0
    pictures = (one, other.resize(one.size, Image.Resampling.LANCZOS))
    blurred = [each.filter(ImageFilter.GaussianBlur(1.5)).tobytes() for each in pictures]
    return statistics.correlation(*blurred)


def _put(
    picture: Image.Image,
    at: tuple[float, float],
    text: str,
    font: ImageFont.FreeTypeFont,
    language: str,
) -> None:
    ImageDraw.Draw(picture).text(at, text, 255, font, "ls", **_way(language))


def _way(language: str) -> Way:
    return {
        "direction": "rtl" if language in LEFTWARDS else "ltr",
        "features": None if language in FAMILIES else list(PLAIN),
        "language": language,
    }


@cache
def _font(family: str, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    face = own_faces().face(family, bold=bold, italic=False)
    return ImageFont.truetype(str(face.path), SIZE, layout_engine=ImageFont.Layout.RAQM)


def _cropped(picture: Image.Image) -> Image.Image:
    """Cut a picture to what is clearly drawn."""
    box = picture.point(lambda value: 255 if value > 128 else 0).getbbox()
    assert box, "nothing is drawn"
    return picture.crop(box)
