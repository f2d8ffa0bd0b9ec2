"""A run of Word → pieces: text, tabs, breaks, signs, fields, pictures, notes."""

from collections.abc import Callable

from docgen.press.ooxml.names import MC, XML_SPACE, Element, w
from docgen.press.pdf.lowering.pieces import PageEnd, PlacedTab
from docgen.press.pdf.lowering.printed import begin, end, separate
from docgen.press.pdf.lowering.properties import RunFormat
from docgen.press.pdf.lowering.reader import Reader
from docgen.press.pdf.runs import Break, Note, PageNumber, Tab
from docgen.press.pdf.tree import Float

PROPERTIES, TEXT = w("rPr"), w("t")
BLANKS = " \t\r\n"
BLANK = str.maketrans("\t\r\n", "   ")
MOST_CODE = 0x10FFFF


def read_run(run: Element, reader: Reader) -> None:
    """Read a run (17.3.2.25); hidden text isn't printed, but its fields count."""
    said: RunFormat | None = None
    for child in run:
        tag = child.tag
        if tag == PROPERTIES:
            said = reader.said(child)
            continue
        if said is None:
            said = reader.said(None)
        known = (OF_FIELDS if said.vanish else HANDLERS).get(tag)
        if known is not None:
            known(child, said, reader)
        elif said.vanish and tag == TEXT:
            reader.tell("pdf-hidden-text", child, stops=False)


def read_object(element: Element, reader: Reader) -> None:
    """Read a picture or another object; one that floats stands beside the lines."""
    reader.lasting = False
    found = reader.work.drawn(element, reader.story, reader.work)
    if isinstance(found, Float):
        reader.floats.append(found)
    elif found is not None:
        reader.put(found)


def _text(element: Element, said: RunFormat, reader: Reader) -> None:
    text = element.text or ""
    if text and (text[0] in BLANKS or text[-1] in BLANKS) and not _keeps_blanks(element, reader):
        text = text.strip(BLANKS)
    if text and reader.pieces is None:
        reader.tell("pdf-field", element, field=reader.fields[-1].instruction.name)
    elif text:
        reader.put(*reader.writer.text(text.translate(BLANK), said, element))


def _keeps_blanks(element: Element, reader: Reader) -> bool:
    """Tell whether blanks at the edges count; the nearest `xml:space` says so."""
    found = element.get(XML_SPACE)
    if not found:
        reader.lasting = False
        above = (e.get(XML_SPACE) for e in element.iterancestors())
        found = next((space for space in above if space), "")
    return found == "preserve"


def _tab(element: Element, said: RunFormat, reader: Reader) -> None:
    reader.put(Tab(reader.writer.look(said, element)))


def _placed_tab(element: Element, said: RunFormat, reader: Reader) -> None:
    look = reader.writer.look(said, element)
    align, leader = element.get(w("alignment"), "left"), element.get(w("leader"), "none")
    reader.put(PlacedTab(look, align, leader))


def _break(element: Element, _: RunFormat, reader: Reader) -> None:
    """Read a break (17.3.3.1); one of a column ends the page where there is one column."""
    kind = element.get(w("type"), "textWrapping")
    if kind == "column":
        reader.tell("pdf-columns", element)
    reader.put(Break() if kind == "textWrapping" else PageEnd())


def _line_break(_: Element, __: RunFormat, reader: Reader) -> None:
    reader.put(Break())


def _letter(letter: str) -> Callable[[Element, RunFormat, Reader], None]:
    def read(element: Element, said: RunFormat, reader: Reader) -> None:
        reader.put(*reader.writer.text(letter, said, element))

    return read


def _symbol(element: Element, said: RunFormat, reader: Reader) -> None:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        code = 0
    font = element.get(w("font"), "")
    if 0 < code <= MOST_CODE:
        reader.put(*reader.writer.symbol(font, code, said, element))
    else:
        reader.tell("pdf-symbol-unknown", element, font=font, code=element.get(w("char"), ""))


def _field_sign(element: Element, said: RunFormat, reader: Reader) -> None:
    kind = element.get(w("fldCharType"), "")
    if kind == "begin":
        begin(element, said, reader)
    elif kind == "separate":
        separate(reader)
    elif kind == "end":
        end(reader)


def _code(element: Element, _: RunFormat, reader: Reader) -> None:
    if reader.fields and not reader.fields[-1].shows:
        reader.fields[-1].codes.append(element.text or "")


def _object(element: Element, _: RunFormat, reader: Reader) -> None:
    read_object(element, reader)


def _note(element: Element, said: RunFormat, reader: Reader) -> None:
    reader.lasting = False
    found = reader.work.noted(element, reader.story, reader.work)
    if found is not None:
        reader.put(Note(reader.writer.look(said, element), found))


def _page_number(element: Element, said: RunFormat, reader: Reader) -> None:
    reader.put(PageNumber(reader.writer.look(said, element)))


def _ruby(element: Element, _: RunFormat, reader: Reader) -> None:
    """Read the text under a phonetic guide (17.3.3.25)."""
    reader.tell("pdf-phonetic-guide", element)
    for base in element.iterchildren(w("rubyBase")):
        for run in base.iterchildren(w("r")):
            read_run(run, reader)


OF_FIELDS: dict[str, Callable[[Element, RunFormat, Reader], None]] = {
    w("fldChar"): _field_sign,
    w("instrText"): _code,
}
HANDLERS: dict[str, Callable[[Element, RunFormat, Reader], None]] = {
    **OF_FIELDS,
    w("t"): _text,
    w("tab"): _tab,
    w("ptab"): _placed_tab,
    w("br"): _break,
    w("cr"): _line_break,
    w("noBreakHyphen"): _letter("\u2011"),
    w("softHyphen"): _letter("\u00ad"),
    w("sym"): _symbol,
    w("drawing"): _object,
    w("pict"): _object,
    w("object"): _object,
    f"{{{MC}}}AlternateContent": _object,
    w("footnoteReference"): _note,
    w("endnoteReference"): _note,
    w("pgNum"): _page_number,
    w("ruby"): _ruby,
}
