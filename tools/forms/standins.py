"""A merged Word file with markers → the same with a linked, empty picture where each field goes.

A picture has just the size that it is given, and the PDF says where its link is.
"""

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from lxml import etree

from tools.forms.blanks import MARKER, Blank

LINK = "https://field.invalid/"
EMU = 12700
"""English Metric Units in a point (ECMA-376 part 1, 20.1.10.16)."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DOCUMENT, LINKS, CONTENT = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
PICTURE = "media/field.png"
DRAWING = """<w:r xmlns:w="{W}" xmlns:r="{R}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>
<wp:docPr id="{id}" name="Field {id}" descr="field"><a:hlinkClick r:id="{link}"/></wp:docPr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{id}" name="Field {id}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="rIdField"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r>"""


def with_standins(word: bytes, blanks: Sequence[Blank]) -> bytes:
    """Put a linked picture in place of each marker.

    What the template does not ask for is no field; what it asks for twice is one field in two
    places.
    """
    package = zipfile.ZipFile(io.BytesIO(word))
    parts = {name: package.read(name) for name in package.namelist()}
    document = etree.fromstring(parts[DOCUMENT])
    links: list[tuple[str, str]] = []
    for run in [*document.iter(f"{{{W}}}r")]:
        if MARKER.search(_said(run)):
            _replace(run, blanks, links)
    parts[DOCUMENT] = etree.tostring(document, xml_declaration=True, encoding="UTF-8")
    parts[LINKS] = _related(parts[LINKS], links)
    parts[CONTENT] = _typed(parts[CONTENT])
    parts[f"word/{PICTURE}"] = _picture()
    return _zipped(parts)


def paragraphs(word: bytes) -> Iterator[str]:
    """Give what each paragraph of a Word file says."""
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read(DOCUMENT))
    for paragraph in document.iter(f"{{{W}}}p"):
        yield _said(paragraph)


def _replace(run: etree._Element, blanks: Sequence[Blank], links: list[tuple[str, str]]) -> None:
    """Put what a run says, with its fields, in its place."""
    parent, looks = run.getparent(), run.find(f"{{{W}}}rPr")
    pieces = MARKER.split(_said(run))
    made: list[etree._Element] = []
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            made += [_text(piece, looks)] if piece else []
            continue
        blank = blanks[int(piece)]
        is_in_words = bool(blank.said) and any(each.strip() for each in pieces[::2])
        made += [_text(blank.said, looks)] if is_in_words else _field(blank, looks, links)
    for each in made:
        run.addprevious(each)
    if parent is not None:
        parent.remove(run)


def _field(
    blank: Blank, looks: etree._Element | None, links: list[tuple[str, str]]
) -> Iterator[etree._Element]:
    """Give the picture of a field, or one for each radio button with its answer beside it."""
    if blank.sort != "radio":
        yield _drawing(blank, "", links)
        return
    for number, answer in enumerate(blank.options):
        if number:
            yield _break()
        yield _drawing(blank, answer, links)
        yield _text(f" {answer}", looks)


def _drawing(blank: Blank, state: str, links: list[tuple[str, str]]) -> etree._Element:
    link = f"rIdField{len(links) + 1}"
    links.append((link, f"{LINK}{quote(blank.name)}" + (f"?{quote(state)}" if state else "")))
    size = {"cx": round(blank.width * EMU), "cy": round(blank.height * EMU)}
    filled = DRAWING.format(W=W, R=R, id=1000 + len(links), link=link, **size)
    return etree.fromstring(filled.replace("\n", ""))


def _said(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{{{W}}}t"))


def _text(text: str, looks: etree._Element | None) -> etree._Element:
    run = etree.Element(f"{{{W}}}r")
    if looks is not None:
        run.append(copy.deepcopy(looks))
    words = etree.SubElement(run, f"{{{W}}}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _break() -> etree._Element:
    run = etree.Element(f"{{{W}}}r")
    etree.SubElement(run, f"{{{W}}}br")
    return run


def _related(content: bytes, links: Sequence[tuple[str, str]]) -> bytes:
    relations = etree.fromstring(content)
    told: list[tuple[str, str, str, str | None]] = [("rIdField", f"{R}/image", PICTURE, None)]
    told += [(link, f"{R}/hyperlink", target, "External") for link, target in links]
    for name, sort, target, mode in told:
        relation = etree.SubElement(relations, f"{{{RELATIONS}}}Relationship")
        relation.set("Id", name)
        relation.set("Type", sort)
        relation.set("Target", target)
        if mode:
            relation.set("TargetMode", mode)
    return etree.tostring(relations, xml_declaration=True, encoding="UTF-8")


def _typed(content: bytes) -> bytes:
    types = etree.fromstring(content)
    if not types.xpath("*[@Extension='png']"):
        known = etree.Element(f"{{{TYPES}}}Default", Extension="png", ContentType="image/png")
        types.insert(0, known)
    return etree.tostring(types, xml_declaration=True, encoding="UTF-8")


def _picture() -> bytes:
    """Give a picture of one clear point (PNG, ISO/IEC 15948)."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0\0\0\0", 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
