"""Small PDF forms for tests of filling in, and what other programs read and show of them."""

import ctypes
from collections.abc import Sequence
from io import BytesIO

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

HELV = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOGUE, TREE, PAGE, CONTENT, FONT = 1, 2, 3, 4, 5
FIRST = 6
"""The number of the first field."""
OPERATORS = b"0.9 g 20 20 560 800 re f 0 g BT /F1 14 Tf 40 800 Td (A form) Tj ET"


def a_form(  # noqa: PLR0913 (as many parts as a form has)
    fields: Sequence[bytes],
    *,
    others: Sequence[bytes] = (),
    roots: Sequence[int] = (),
    page: bytes = b"",
    catalogue: bytes = b"",
    operators: bytes = OPERATORS,
) -> bytes:
    """Make a form of one page; fields have numbers from 6 on, `others` those after them.

    All fields stand on the page; in the form's own list `roots` or all of them.
    """
    numbers = range(FIRST, FIRST + len(fields))
    widgets = b" ".join(
        b"%d 0 R" % number for number, body in zip(numbers, fields, strict=True) if b"/Rect" in body
    )
    tops = b" ".join(b"%d 0 R" % number for number in roots or numbers)
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R%b/AcroForm<</Fields[%b]/DA(/Helv 0 Tf 0 g)"
        b"/DR<</Font<</Helv 5 0 R>>>>>>>>" % (catalogue, tops),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>/Annots[%b]%b>>" % (widgets, page),
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(operators), operators),
        HELV,
        *fields,
        *others,
    ]
    return a_file(bodies)


def a_file(bodies: Sequence[bytes]) -> bytes:
    """Make a PDF of its objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(bodies) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def box(x: int, y: int, width: int = 200, height: int = 20) -> bytes:
    """Give a widget's place."""
    return b"/Type/Annot/Subtype/Widget/F 4/P 3 0 R/Rect[%d %d %d %d]" % (
        x,
        y,
        x + width,
        y + height,
    )


def text(name: str, place: bytes, more: bytes = b"") -> bytes:
    """Make a text field."""
    return b"<<%b/FT/Tx/T(%b)/DA(/Helv 0 Tf 0 g)%b>>" % (place, name.encode(), more)


def tick(name: str, place: bytes, more: bytes = b"") -> bytes:
    """Make a box to tick without pictures, with a border."""
    looks = b"/MK<</BC[0 0 0]%b>>" % (b"" if b"/CA" not in more else b"/CA(8)")
    return b"<<%b/FT/Btn/T(%b)%b%b/DA(/ZaDb 0 Tf 0 g)>>" % (
        place,
        name.encode(),
        looks,
        more.replace(b"/CA", b""),
    )


def drawn(operators: bytes) -> bytes:
    """Make a picture of a widget, 20 points wide and high."""
    return b"<</Type/XObject/Subtype/Form/BBox[0 0 20 20]/Length %d>>\nstream\n%b\nendstream" % (
        len(operators),
        operators,
    )


def by_pypdf(content: bytes) -> dict[str, object]:
    """Read the values of all fields with pypdf."""
    fields = pypdf.PdfReader(BytesIO(content)).get_fields() or {}
    return {name: field["/V"] for name, field in fields.items() if "/V" in field}


def by_pdfium(content: bytes) -> dict[str, str]:
    """Read the values of all fields with the form engine of browsers.

    Of boxes and radio buttons it is the state of those that are on.
    """
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    found: dict[str, str] = {}
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            _read(document.formenv, annotation, found)
            pdfium.FPDFPage_CloseAnnot(annotation)
    document.close()
    return found


def _read(form: object, annotation: object, found: dict[str, str]) -> None:
    name = _said(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        found.setdefault(name, "")
        if pdfium.FPDFAnnot_IsChecked(form, annotation):
            found[name] = _said(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation)
    elif kind >= 0:
        found[name] = _said(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)


def _said(read: object, form: object, annotation: object) -> str:
    assert callable(read)
    size = read(form, annotation, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    read(form, annotation, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le")


def picture(content: bytes, scale: float = 1.5, page: int = 0) -> Image.Image:
    """Draw a page with its fields as browsers do."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    drawn = document[page].render(scale=scale).to_pil().convert("RGB")
    document.close()
    assert isinstance(drawn, Image.Image)
    return drawn


def text_on(content: bytes) -> str:
    """Read the text of the first page, fields left out."""
    document = pypdfium2.PdfDocument(content)
    found = document[0].get_textpage().get_text_bounded()
    document.close()
    assert isinstance(found, str)
    return found


def differing(one: Image.Image, other: Image.Image) -> float:
    """Give the share of points in which two pictures differ clearly."""
    assert one.size == other.size
    grey = ImageChops.difference(one, other).convert("L")
    return sum(grey.histogram()[64:]) / (one.width * one.height)


def is_inked(image: Image.Image, place: Sequence[float], scale: float = 1.5) -> bool:
    """Tell whether something dark stands in a rectangle of a page, its height 842 points."""
    left, low, right, top = place
    part = image.crop(
        (
            int(left * scale),
            int((842 - top) * scale),
            int(right * scale),
            int((842 - low) * scale),
        )
    )
    return sum(part.convert("L").histogram()[:100]) > 0
