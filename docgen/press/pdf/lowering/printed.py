"""A field that is read to its end → what is printed in its place."""

from collections.abc import Sequence

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.fields import (
    BOX,
    KEPT,
    PAGES,
    SILENT,
    Instruction,
    OpenField,
)
from docgen.press.pdf.lowering.links import outside
from docgen.press.pdf.lowering.measures import is_on
from docgen.press.pdf.lowering.pieces import Piece, linked, plain_text
from docgen.press.pdf.lowering.properties import RunFormat
from docgen.press.pdf.lowering.reader import Reader
from docgen.press.pdf.runs import PageNumber, Text


def opened(element: Element, said: RunFormat, code: str) -> OpenField:
    """Open a field whose instruction is known."""
    return OpenField(element, said, [code], shows=True)


def begin(element: Element, said: RunFormat, reader: Reader) -> None:
    """Open a field (17.16.18)."""
    reader.fields.append(OpenField(element, said))


def separate(reader: Reader) -> None:
    """Go on to what a field printed last."""
    if reader.fields:
        reader.fields[-1].shows = True


def end(reader: Reader) -> None:
    """Close a field; one inside another's instruction becomes part of that."""
    if not reader.fields:
        return
    field = reader.fields.pop()
    pieces = printed(field, reader)
    if reader.pieces is None:
        reader.fields[-1].codes.append(plain_text(pieces))
    else:
        reader.put(*pieces)


def spilled(reader: Reader) -> list[Piece]:
    """Give all of a paragraph's pieces; fields that go on in the next keep no text behind."""
    pieces: list[Piece] = []
    for field in reversed(reader.fields):
        instruction = field.instruction
        shown = [*field.pieces, *pieces] if field.shows else []
        pieces = _led(instruction, shown, field, reader) if shown else []
        field.pieces = []
    return [*reader.out, *pieces]


def printed(field: OpenField, reader: Reader) -> list[Piece]:
    """Give what a field prints; of one that only Word can work out, what it printed last."""
    instruction = field.instruction
    name = instruction.name
    reader.lasting = reader.lasting and name in PAGES
    if name in PAGES:
        look = _look(field, reader)
        return [PageNumber(look, PAGES[name], instruction.number_style)]
    if name == BOX:
        return [reader.writer.tick(_state(field.element), field.format, field.element)]
    if name not in KEPT and name not in SILENT:
        reader.tell("pdf-field", field.element, field=name)
    return [] if name in SILENT else _led(instruction, field.pieces, field, reader)


def _led(
    instruction: Instruction, pieces: Sequence[Piece], field: OpenField, reader: Reader
) -> list[Piece]:
    """Make a link of what a HYPERLINK field shows (17.16.5.25); leave others as they are."""
    if instruction.name != "HYPERLINK" or not pieces:
        return list(pieces)
    anchor = instruction.switch("\\l")
    address = instruction.words[0] if instruction.words else ""
    inside = f"#{anchor}" if anchor in reader.work.marks else ""
    target = outside(address, anchor) if address else inside
    if not target:
        names = {"target": address or anchor}
        reader.tell("pdf-link-target", field.element, stops=False, **names)
        return list(pieces)
    return linked(target, pieces)


def _look(field: OpenField, reader: Reader) -> int:
    shown = next((piece.look for piece in field.pieces if isinstance(piece, Text)), None)
    return reader.writer.look(field.format, field.element) if shown is None else shown


def _state(element: Element) -> str:
    """Tell whether a box of an old form is ticked: as filled in, else as it was made (17.16.7)."""
    for name in ("checked", "default"):
        found = next(element.iter(w(name)), None)
        if found is not None:
            return "cross" if is_on(found) else "empty"
    return "empty"
