"""What stands in a paragraph of Word → the pieces of its lines, and pictures that float."""

from collections.abc import Callable

from docgen.press.ooxml.names import MC, Element, r, w
from docgen.press.pdf.lowering.links import target_at
from docgen.press.pdf.lowering.measures import VAL, is_on
from docgen.press.pdf.lowering.pieces import linked
from docgen.press.pdf.lowering.printed import opened, printed
from docgen.press.pdf.lowering.reader import Reader
from docgen.press.pdf.lowering.run import read_object, read_run
from docgen.press.pdf.runs import Mark, Text

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
OVERRIDES = {"rtl": "\u202e", "ltr": "\u202d"}
EMBEDDINGS = {"rtl": "\u202b", "ltr": "\u202a"}
END_OF_DIRECTION = "\u202c"


def read_inlines(parent: Element, reader: Reader) -> None:
    """Read what stands in a paragraph, link, content control or the like, in order."""
    for child in parent:
        known = HANDLERS.get(child.tag)
        if known is not None:
            known(child, reader)


def _hyperlink(element: Element, reader: Reader) -> None:
    """Read a link (17.16.22); what leads nowhere is plain text."""
    reader.lasting = False
    anchor = element.get(w("anchor"), "")
    relation = reader.story.relations.get(element.get(r("id"), ""))
    target = target_at(relation, anchor, reader.work.marks)
    before = reader.pieces
    start = len(before or ())
    read_inlines(element, reader)
    if not target:
        name = anchor if relation is None else relation.target
        reader.tell("pdf-link-target", element, stops=False, target=name)
    elif before is not None and reader.pieces is before:
        before[start:] = linked(target, before[start:])


def _added(element: Element, reader: Reader) -> None:
    """Read what is tracked as added or moved here (17.13.5)."""
    reader.tell("pdf-tracked-changes", element)
    read_inlines(element, reader)


def _removed(element: Element, reader: Reader) -> None:
    reader.tell("pdf-tracked-changes", element)


def _control(element: Element, reader: Reader) -> None:
    """Read what a content control shows (17.5.2)."""
    properties, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
    prompt = None if properties is None else properties.find(w("showingPlcHdr"))
    if prompt is not None and is_on(prompt):
        reader.tell("pdf-control-empty", element, stops=False)
    if content is not None:
        read_inlines(content, reader)


def _simple_field(element: Element, reader: Reader) -> None:
    """Read a field whose instruction is an attribute (17.16.19)."""
    run = next(element.iter(w("r")), None)
    said = reader.said(None if run is None else run.find(w("rPr")))
    field = opened(element, said, element.get(w("instr"), ""))
    reader.fields.append(field)
    read_inlines(element, reader)
    if reader.fields and reader.fields[-1] is field:
        reader.fields.pop()
        reader.put(*printed(field, reader))


def _bookmark(element: Element, reader: Reader) -> None:
    reader.lasting = False
    name = element.get(w("name"), "")
    if name in reader.work.marks and name not in reader.work.placed:
        reader.work.placed.add(name)
        reader.put(Mark(name))


def _directed(signs: dict[str, str]) -> Callable[[Element, Reader], None]:
    """Read text of a direction of its own (17.3.2.3, 17.3.2.8), as Unicode marks it."""

    def read(element: Element, reader: Reader) -> None:
        look = reader.writer.look(reader.said(None), element)
        reader.put(Text(look, signs.get(element.get(VAL, ""), "")))
        read_inlines(element, reader)
        reader.put(Text(look, END_OF_DIRECTION))

    return read


def _equation(element: Element, reader: Reader) -> None:
    reader.tell("pdf-equation", element)


HANDLERS: dict[str, Callable[[Element, Reader], None]] = {
    w("r"): read_run,
    w("hyperlink"): _hyperlink,
    w("ins"): _added,
    w("moveTo"): _added,
    w("del"): _removed,
    w("moveFrom"): _removed,
    w("smartTag"): read_inlines,
    w("customXml"): read_inlines,
    w("bdo"): _directed(OVERRIDES),
    w("dir"): _directed(EMBEDDINGS),
    w("sdt"): _control,
    w("fldSimple"): _simple_field,
    w("bookmarkStart"): _bookmark,
    f"{MATH}oMath": _equation,
    f"{MATH}oMathPara": _equation,
    f"{{{MC}}}AlternateContent": read_object,
}
