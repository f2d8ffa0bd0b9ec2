"""A form → the same with each field framed and its name and state in it, to be looked at."""

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from docgen.model.form import Field, Widget
from docgen.press.form.cleaning import cleaned
from docgen.press.form.objects import Objects
from docgen.press.form.opening import opened, within_bounds
from docgen.press.form.pagetree import annotate
from docgen.press.form.reading import described
from docgen.press.form.writing import Writing

LARGEST, SMALLEST = 8.0, 3.5
"""Of letters, in points."""
BROAD = 0.56
"""A letter of Helvetica is about so broad for its size."""
NARROW, BESIDE = 30, 75
"""What is narrower is named beyond its right edge, over so many points."""
TURNS = {90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, -1, 1, 0, 0, 0)}
PRINTED = 4
INK = b"0.75 0.05 0.3"
ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


def labelled(content: bytes, place: str) -> bytes:
    """Frame and name all fields of a form; raises `TemplateRejected` for what can't be read."""
    with within_bounds(place):
        found = opened(content, place)
        cleaned(found.objects, found.pages, found.form)
        form, _ = described(found)
        font = found.objects.own(_font())
        pages = {page.number: page for page in found.pages}
        for field in form.fields:
            for widget in field.widgets:
                label = found.objects.own(_label(found.objects, font, field, widget))
                annotate(pages[widget.page], label)
        return Writing(found.objects).finished().content


def _label(
    objects: Objects, font: IndirectObject, field: Field, widget: Widget
) -> DictionaryObject:
    left, foot, right, top = widget.rect
    if right - left < NARROW and not widget.turned:
        right = left + BESIDE
    width, height = right - left, top - foot
    sizes = (width, height) if widget.turned % 180 == 0 else (height, width)
    drawn = DecodedStreamObject()
    name = f"{field.name}={widget.state}" if widget.state else field.name
    drawn.set_data(_operators(name, sizes, widget.rect[2] - left))
    fonts = _entries(Font=_entries(F=font))
    drawn.update(_entries(Type=_name("XObject"), Subtype=_name("Form"), BBox=_list(0, 0, *sizes)))
    drawn[_name("Resources")] = fonts
    if widget.turned:
        drawn[_name("Matrix")] = _list(*TURNS[widget.turned])
    return _entries(
        Type=_name("Annot"),
        Subtype=_name("Stamp"),
        F=NumberObject(PRINTED),
        Rect=_list(left, foot, right, top),
        AP=_entries(N=objects.own(drawn)),
    )


def _operators(name: str, sizes: tuple[float, float], framed: float) -> bytes:
    """Draw a frame as wide as the field, and the end of its name as far as there is room."""
    width, height = sizes
    size = min(LARGEST, 0.8 * height, width / (BROAD * max(1, len(name))))
    size = max(size, SMALLEST)
    room = max(1, int(width / (BROAD * size)))
    cut = name if len(name) <= room else "…" + name[1 - room :]
    text = cut.translate(ESCAPED).encode("cp1252", "replace")
    broad, base = (
        min(width, BROAD * size * len(cut) + 1),
        max(0.0, (height - size) / 2 + 0.2 * size),
    )
    frame = b"%s RG 0.6 w 0.3 0.3 %.2f %.2f re S" % (INK, min(framed, width) - 0.6, height - 0.6)
    ground = b"1 1 0.85 rg 1 %.2f %.2f %.2f re f" % (
        max(0.0, base - 0.25 * size),
        broad,
        size * 1.15,
    )
    return b"q %s %s %s rg BT /F %.2f Tf 1.5 %.2f Td (%s) Tj ET Q" % (
        ground,
        frame,
        INK,
        size,
        base,
        text,
    )


def _font() -> DictionaryObject:
    return _entries(
        Type=_name("Font"),
        Subtype=_name("Type1"),
        BaseFont=_name("Helvetica"),
        Encoding=_name("WinAnsiEncoding"),
    )


def _entries(**entries: object) -> DictionaryObject:
    return DictionaryObject({_name(key): value for key, value in entries.items()})


def _name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def _list(*numbers: float) -> ArrayObject:
    return ArrayObject(FloatObject(f"{number:.3f}") for number in numbers)
