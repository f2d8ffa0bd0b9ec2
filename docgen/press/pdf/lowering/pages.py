"""`w:sectPr` → the page that a section has; what setting can't do with it is told."""

from collections.abc import Mapping

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.borders import NONE
from docgen.press.pdf.lowering.measures import VAL, count, is_on, points, value_of
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.remarks import Remarks

A4 = (595.3, 841.9)
MARGIN, BAND = 72.0, 35.4  # what Word takes where a file says nothing
LEAST = 36.0  # of room for text, either way
ACROSS = frozenset({"lrTb", "lr", "lrTbV"})
GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
NOTES: Mapping[str, frozenset[str]] = {
    "pos": frozenset({"pageBottom"}),
    "numFmt": frozenset({"decimal"}),
    "numStart": frozenset({"1"}),
    "numRestart": frozenset({"continuous"}),
}
LAST_NUMBER = 32_767  # Word numbers no page higher


def page_of(properties: Element | None, remarks: Remarks) -> Page:
    """Read a section's page: its size, its margins, the gutter among them (17.6.11, 17.6.13)."""
    if properties is None:
        return Page(*A4, (MARGIN,) * 4, BAND, BAND)
    _tell(properties, remarks)
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    width, height = (_of(size, name, usual) for name, usual in zip(("w", "h"), A4, strict=True))
    top, right, bottom, left = (
        _of(margins, name, MARGIN) for name in ("top", "right", "bottom", "left")
    )
    gutter = max(_of(margins, "gutter", 0), 0)
    at_right = properties.find(w("rtlGutter"))
    left, right = (left, right + gutter) if _on(at_right) else (left + gutter, right)
    room = (width - left - right, height - abs(top) - abs(bottom))
    if min(*room, width, height) < LEAST:
        remarks.tell("pdf-page-size", properties)
        return Page(*A4, (MARGIN,) * 4, BAND, BAND)
    return Page(
        width,
        height,
        (abs(top), right, abs(bottom), left),
        max(_of(margins, "header", BAND), 0),
        max(_of(margins, "footer", BAND), 0),
        is_fixed=(top < 0, bottom < 0),
    )


def number_from(properties: Element | None) -> int | None:
    """Give the number that a section's pages begin with, None if they go on (17.6.12)."""
    numbers = None if properties is None else properties.find(w("pgNumType"))
    found = None if numbers is None else count(numbers.get(w("start")))
    return None if found is None else min(max(found, 0), LAST_NUMBER)


def first_differs(properties: Element | None) -> bool:
    """Tell whether the first page has a header and footer of its own (17.10.6)."""
    return properties is not None and _on(properties.find(w("titlePg")))


def _tell(properties: Element, remarks: Remarks) -> None:
    columns = properties.find(w("cols"))
    if columns is not None and max(count(columns.get(w("num"))) or 1, len(columns)) > 1:
        remarks.tell("pdf-columns", properties)
    borders = properties.find(w("pgBorders"))
    if borders is not None and any(border.get(VAL) not in NONE for border in borders):
        remarks.tell("pdf-page-borders", properties)
    lines = properties.find(w("lnNumType"))
    if lines is not None and count(lines.get(w("countBy"))):
        remarks.tell("pdf-line-numbers", properties)
    if value_of(properties, "vAlign") not in {None, "top"}:
        remarks.tell("pdf-page-place", properties)
    grid = properties.find(w("docGrid"))
    gridded = grid is not None and grid.get(w("type")) in GRIDS
    if gridded or value_of(properties, "textDirection") not in {None, *ACROSS}:
        remarks.tell("pdf-page-grid", properties)
    _tell_numbers(properties, remarks)


def _tell_numbers(properties: Element, remarks: Remarks) -> None:
    numbers = properties.find(w("pgNumType"))
    if numbers is not None:
        chapters = numbers.get(w("chapStyle")) is not None
        kind = "chapters" if chapters else numbers.get(w("fmt"), "decimal")
        if kind != "decimal":
            remarks.tell("pdf-page-numbers", properties, format=kind)
    notes = properties.find(w("footnotePr"))
    for name, plain in NOTES.items():
        value = value_of(notes, name)
        if value is not None and value not in plain:
            remarks.tell("pdf-note-look", properties, what=value)


def _of(element: Element | None, name: str, usual: float) -> float:
    found = None if element is None else points(element.get(w(name)))
    return usual if found is None else found


def _on(element: Element | None) -> bool:
    return element is not None and is_on(element)
