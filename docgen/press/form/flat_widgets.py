"""A widget as it is seen → what to draw for it on its page, and where (ISO 32000-2, 12.5.5)."""

from dataclasses import dataclass

from pypdf.generic import DictionaryObject, NameObject, PdfObject, StreamObject

from docgen.press.form.attributes import above, inherited, name_of, numbers_of, whole_of
from docgen.press.form.frames import points
from docgen.press.form.limits import LIMITS
from docgen.press.form.objects import Objects

HIDDEN, PRINTED, NO_VIEW = 1 << 1, 1 << 2, 1 << 5
RADIO, PRESSED = 1 << 15, 1 << 16
SIDES = 4
UNCHANGED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A widget's picture, the matrix that puts it in its place, and what is said of it.

    `role` is that of a printed field (ISO 32000-2, 14.8.5.6), `on` whether it is ticked.
    """

    picture: PdfObject
    matrix: bytes
    layer: PdfObject | None
    role: str
    on: bool
    tooltip: PdfObject | None


def drawn_of(objects: Objects, reference: PdfObject) -> Drawn | None:
    """Tell how a widget is drawn; None if nothing of it is seen."""
    widget = objects.dictionary(reference)
    if widget is None:
        return None
    role = _role(objects, widget)
    picture = None if _is_left_out(objects, widget, role) else _picture(objects, widget)
    stream = objects.get(picture)
    matrix = _matrix(objects, widget, stream) if isinstance(stream, StreamObject) else None
    if picture is None or matrix is None or not isinstance(stream, StreamObject):
        return None
    _complete(objects, stream)
    tooltip = _inherited(objects, widget, "/TU")
    is_on = name_of(objects, widget.get("/AS")) not in {"", "Off"}
    return Drawn(picture, matrix, widget.get("/OC"), role, is_on, tooltip)


def _is_left_out(objects: Objects, widget: DictionaryObject, role: str) -> bool:
    flags = whole_of(objects, widget.get("/F"))
    return bool(flags & (HIDDEN | NO_VIEW)) or (role == "pb" and not flags & PRINTED)


def _role(objects: Objects, widget: DictionaryObject) -> str:
    if name_of(objects, _inherited(objects, widget, "/FT")) != "Btn":
        return "tv"
    flags = whole_of(objects, _inherited(objects, widget, "/Ff"))
    return "pb" if flags & PRESSED else "rb" if flags & RADIO else "cb"


def _inherited(objects: Objects, widget: DictionaryObject, key: str) -> PdfObject | None:
    return inherited(objects, tuple(above(objects, widget, LIMITS.depth)), key)


def _picture(objects: Objects, widget: DictionaryObject) -> PdfObject | None:
    """Give what refers to a widget's picture; of several the one of its state."""
    pictures = objects.dictionary(widget.get("/AP")) or DictionaryObject()
    normal = pictures.get("/N")
    states = objects.dictionary(normal)
    if states is None or isinstance(states, StreamObject):
        return normal
    return states.get("/" + (name_of(objects, widget.get("/AS")) or "Off"))


def _matrix(objects: Objects, widget: DictionaryObject, stream: StreamObject) -> bytes | None:
    """Work out what brings a picture's box into its widget's rectangle."""
    rect = numbers_of(objects, widget.get("/Rect"))
    box = numbers_of(objects, stream.get("/BBox"))
    if len(rect) != SIDES or len(box) != SIDES:
        return None
    matrix = numbers_of(objects, stream.get("/Matrix"))
    a, b, c, d, e, f = matrix if len(matrix) == len(UNCHANGED) else UNCHANGED
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    wide, high = max(across) - min(across), max(up) - min(up)
    if wide <= 0 or high <= 0:
        return None
    by_x, by_y = abs(rect[2] - rect[0]) / wide, abs(rect[3] - rect[1]) / high
    left, low = min(rect[::2]) - by_x * min(across), min(rect[1::2]) - by_y * min(up)
    return points(by_x, 0, 0, by_y, left, low)


def _complete(objects: Objects, stream: StreamObject) -> None:
    """Say what a picture left unsaid: it takes the form's own fonts if it names none."""
    stream[NameObject("/Type")] = NameObject("/XObject")
    stream[NameObject("/Subtype")] = NameObject("/Form")
    form = objects.dictionary(objects.root.get("/AcroForm")) or DictionaryObject()
    resources = form.get("/DR")
    if "/Resources" not in stream and resources is not None:
        stream[NameObject("/Resources")] = resources
