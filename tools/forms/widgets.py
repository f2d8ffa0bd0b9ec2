"""A tagged PDF with links where its fields go → the same with fields (ISO 32000-2, 12.7).

Each link's structure element becomes the field's own, so that screen readers meet it in its place;
the empty picture under it goes. The file then claims PDF/UA-1 alone: fields that people change
don't belong into PDF/A.
"""

import io
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

import pypdf
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from tools.forms.blanks import Blank
from tools.forms.standins import LINK

PICTURE = re.compile(rb"/Span<</MCID ([0-9]+)/Alt\(field\)>>BDC\n.*?EMC", re.DOTALL)
ARCHIVED = re.compile(rb"<pdfaid:part>.*?</pdfaid:conformance>", re.DOTALL)
LINES, RADIO, CHOICE = 1 << 12, 1 << 15, 1 << 17 | 1 << 18
PRINTED = 4
INK, EDGE, GROUND = (0.2, 0.23, 0.26), (0.45, 0.5, 0.55), (0.95, 0.97, 0.99)
BORDER = 0.75
SIZE = {"text": "10", "lines": "0", "choice": "10"}
HELVETICA = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}


def with_fields(pdf: bytes, blanks: Sequence[Blank]) -> bytes:
    """Put a field in place of each link; the same file gives the same bytes."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    known = {blank.name: blank for blank in blanks}
    tree = _Tree(writer)
    parents = _parents(writer)
    for page in writer.pages:
        _without_pictures(page, writer, parents)
        for reference in _array_at(page.get("/Annots", ArrayObject())):
            link = _dictionary_at(reference)
            address = _address(link)
            if address.startswith(LINK):
                name, _, state = address.removeprefix(LINK).partition("?")
                _tagged(_dictionary_at(parents[_number(link, "/StructParent")]))
                tree.add(known[unquote(name)], unquote(state), reference)
    writer.root_object[NameObject("/AcroForm")] = _added(writer, tree.form())
    _claim_less(writer)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    writer.pdf_header = "%PDF-1.7"
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


class _Tree:
    """The fields of a form, in groups by the parts of their names."""

    def __init__(self, writer: pypdf.PdfWriter) -> None:
        self._writer = writer
        self._top: list[PdfObject] = []
        self._nodes: dict[str, DictionaryObject] = {}

    def form(self) -> DictionaryObject:
        """Give the form's dictionary (12.7.3)."""
        font = DictionaryObject({NameObject(k): NameObject(v) for k, v in HELVETICA.items()})
        font[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")
        fonts = DictionaryObject({NameObject("/Helv"): _added(self._writer, font)})
        return _dictionary(
            Fields=ArrayObject(self._top),
            DR=DictionaryObject({NameObject("/Font"): fonts}),
            DA=TextStringObject("/Helv 0 Tf 0 g"),
            NeedAppearances=BooleanObject(False),
        )

    def add(self, blank: Blank, state: str, reference: PdfObject) -> None:
        """Make a link the place of a field, or one of its radio buttons."""
        link = _dictionary_at(reference)
        for key in ("/A", "/Border", "/Contents"):
            link.pop(NameObject(key), None)
        self._dressed(blank, state, link)
        node = self._nodes.get(blank.name) or self._field(blank)
        _array_at(node["/Kids"]).append(reference)
        link[NameObject("/Parent")] = _reference(node)

    def _field(self, blank: Blank) -> DictionaryObject:
        node = self._node(blank.name)
        node[NameObject("/TU")] = TextStringObject(blank.tooltip)
        if blank.sort == "radio":
            node.update(_dictionary(FT=NameObject("/Btn"), Ff=NumberObject(RADIO)))
            node[NameObject("/V")] = NameObject("/Off")
            return node
        node[NameObject("/DA")] = TextStringObject(f"/Helv {SIZE[blank.sort]} Tf 0 g")
        if blank.sort == "choice":
            options = ArrayObject(TextStringObject(each) for each in blank.options)
            node.update(_dictionary(FT=NameObject("/Ch"), Ff=NumberObject(CHOICE), Opt=options))
        else:
            flags = LINES if blank.sort == "lines" else 0
            node.update(_dictionary(FT=NameObject("/Tx"), Ff=NumberObject(flags)))
        return node

    def _node(self, name: str) -> DictionaryObject:
        """Give a node of the tree, with those above it."""
        if name in self._nodes:
            return self._nodes[name]
        above, _, own = name.rpartition(".")
        node = _dictionary(T=TextStringObject(own), Kids=ArrayObject())
        reference = _added(self._writer, node)
        if above:
            parent = self._node(above)
            node[NameObject("/Parent")] = _reference(parent)
            _array_at(parent["/Kids"]).append(reference)
        else:
            self._top.append(reference)
        self._nodes[name] = node
        return node

    def _dressed(self, blank: Blank, state: str, widget: DictionaryObject) -> None:
        """Give a widget its flags, its frame and how it looks when it is empty (12.5.6.19)."""
        left, bottom, right, top = (float(str(each)) for each in _array_at(widget["/Rect"]))
        size = right - left, top - bottom
        widget[NameObject("/Subtype")] = NameObject("/Widget")
        widget[NameObject("/F")] = NumberObject(PRINTED)
        widget[NameObject("/TU")] = TextStringObject(
            ": ".join((blank.tooltip, state)[: 1 + bool(state)])
        )
        looks: dict[str, PdfObject] = {"/BC": _numbers(*EDGE), "/BG": _numbers(*GROUND)}
        widget[NameObject("/BS")] = _dictionary(W=FloatObject(BORDER), S=NameObject("/S"))
        if state:
            looks["/CA"] = TextStringObject("l")
            widget[NameObject("/AS")] = NameObject("/Off")
            drawn = {f"/{state}": _button(size, on=True), "/Off": _button(size, on=False)}
            normal: PdfObject = DictionaryObject(
                {NameObject(name): self._drawn(each, size) for name, each in drawn.items()}
            )
        else:
            normal = self._drawn(_box(size), size)
        widget[NameObject("/MK")] = DictionaryObject(
            {NameObject(name): value for name, value in looks.items()}
        )
        widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): normal})

    def _drawn(self, operators: str, size: tuple[float, float]) -> PdfObject:
        stream = DecodedStreamObject()
        stream.set_data(operators.encode("ascii"))
        stream.update(_dictionary(Type=NameObject("/XObject"), Subtype=NameObject("/Form")))
        stream[NameObject("/BBox")] = _numbers(0, 0, *size)
        stream[NameObject("/Resources")] = DictionaryObject()
        return _added(self._writer, stream)


def _box(size: tuple[float, float]) -> str:
    """Draw a field's ground and edge."""
    width, height = size
    inner = f"{_n(BORDER / 2)} {_n(BORDER / 2)} {_n(width - BORDER)} {_n(height - BORDER)} re B"
    return f"q {_colour(GROUND)} rg {_colour(EDGE)} RG {_n(BORDER)} w {inner} Q"


def _button(size: tuple[float, float], *, on: bool) -> str:
    """Draw a round button."""
    width, height = size
    ring = f"{_colour(GROUND)} rg {_colour(EDGE)} RG {_n(BORDER)} w"
    drawn = f"q {ring} {_circle(width / 2, height / 2, min(size) / 2 - BORDER)} B Q"
    dot = f" q {_colour(INK)} rg {_circle(width / 2, height / 2, min(size) / 4)} f Q"
    return drawn + (dot if on else "")


def _circle(x: float, y: float, radius: float) -> str:
    """Draw a circle by four curves."""
    k = 0.5523 * radius
    points = [
        ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
        ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
    ]
    curves = (" ".join(f"{_n(a)} {_n(b)}" for a, b in each) + " c" for each in points)
    return " ".join((f"{_n(x + radius)} {_n(y)} m", *curves))


def _tagged(element: DictionaryObject) -> None:
    """Make a link's structure element a form's, with the field alone in it (14.8.4.5)."""
    kids = [each.get_object() for each in _array_at(element["/K"])]
    own = [kid for kid in kids if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"]
    element[NameObject("/S")] = NameObject("/Form")
    (element[NameObject("/K")],) = own
    element.pop(NameObject("/A"), None)


def _without_pictures(
    page: pypdf.PageObject, writer: pypdf.PdfWriter, parents: Mapping[int, PdfObject]
) -> None:
    """Take the empty pictures off a page, and what its structure says of them."""
    content = page.get_contents()
    data = content.get_data() if content is not None else b""
    elements = _array_at(parents[_number(page, "/StructParents")])
    for found in PICTURE.finditer(data):
        elements[int(found[1])] = NullObject()
    stream = DecodedStreamObject()
    stream.set_data(PICTURE.sub(b"", data))
    page[NameObject("/Contents")] = _added(writer, stream.flate_encode())


def _parents(writer: pypdf.PdfWriter) -> dict[int, PdfObject]:
    """Give the structure's parent tree (14.7.5.4) as a mapping; Typst writes it flat."""
    structure = _dictionary_at(writer.root_object["/StructTreeRoot"])
    numbers = _array_at(_dictionary_at(structure["/ParentTree"])["/Nums"])
    return {int(str(key)): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _claim_less(writer: pypdf.PdfWriter) -> None:
    """Take the claim of PDF/A out of the file's description of itself."""
    metadata = writer.root_object["/Metadata"].get_object()
    if isinstance(metadata, StreamObject):
        metadata.set_data(ARCHIVED.sub(b"", metadata.get_data()))


def _address(link: DictionaryObject) -> str:
    action = link.get("/A", DictionaryObject()).get_object()
    return str(action.get("/URI", "")) if isinstance(action, DictionaryObject) else ""


def _added(writer: pypdf.PdfWriter, made: PdfObject) -> IndirectObject:
    return writer._add_object(made)  # noqa: SLF001 (pypdf has no public way)


def _reference(node: DictionaryObject) -> PdfObject:
    return node.indirect_reference or NullObject()


def _number(of: DictionaryObject, key: str) -> int:
    return int(str(of[key]))


def _dictionary_at(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    if not isinstance(found, DictionaryObject):
        raise TypeError(type(found))
    return found


def _array_at(value: PdfObject | None) -> ArrayObject:
    found = value.get_object() if value is not None else None
    if not isinstance(found, ArrayObject):
        raise TypeError(type(found))
    return found


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(_n(value)) for value in values)


def _colour(colour: Sequence[float]) -> str:
    return " ".join(map(_n, colour))


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
