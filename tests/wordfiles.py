"""Word files built by hand for tests: paragraphs, tables, parts, and packages gone wrong."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import pytest
from PIL import Image

from docgen.errors import TemplateRejected
from docgen.model.rendition import Rendition
from docgen.model.values import Values
from docgen.press.word.merge import Compiled, Letterhead, Template, compile_template, merge

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PLACE = "templates/essex/invite.docx"
SCHOOL = Letterhead("Elmbridge Primary School")
PARTS = {
    "header": ("word/header1.xml", "hdr", "header"),
    "footer": ("word/footer1.xml", "ftr", "footer"),
    "footnotes": ("word/footnotes.xml", "footnotes", "footnotes"),
    "endnotes": ("word/endnotes.xml", "endnotes", "endnotes"),
    "comments": ("word/comments.xml", "comments", "comments"),
    "glossary": ("word/glossary.xml", "glossaryDocument", "document.glossary"),
}
Relation = tuple[str, str, str]
OUTSIDE = "!"


def text(words: str, look: str = "") -> str:
    """Make a run; `look` is what its properties hold."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """Make a paragraph of runs."""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{''.join(runs)}</w:p>"


def paras(*lines: str) -> str:
    """Make paragraphs, one for each text."""
    return "".join(para(text(line)) for line in lines)


def table(*rows: Sequence[str]) -> str:
    """Make a table; a cell that begins with `<` is taken as XML."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(map(row, rows))}</w:tbl>"


def row(cells: Sequence[str]) -> str:
    """Make a table row."""
    inside = (cell if cell.startswith("<") else para(text(cell)) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in inside)}</w:tr>"


def field(*instruction: str) -> str:
    """Make a field whose instruction stands in as many runs as are given."""
    codes = "".join(
        f"<w:r><w:instrText>{escape(piece)}</w:instrText></w:r>" for piece in instruction
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}{codes}{end}"


def drawing(
    descr: str = "letterhead", key: str = "rIdPic", size: tuple[int, int] = (200, 100)
) -> str:
    """Make a run with a picture in a box."""
    cx, cy = size
    named = f"descr={quoteattr(descr)}"
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="7" name="Picture 1" {named}/><a:graphic><a:graphicData uri="pic"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="logo.png" {named}/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{key}"><a:extLst/></a:blip><a:srcRect l="10"/></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:ext cx="{cx}" cy="{cy}"/></a:xfrm></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(inside: str) -> str:
    """Make a run with a text box, in both of the copies that Word writes."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:docPr id="7" name="Box 1"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def members(
    body: str,
    *,
    title: str = "",
    relations: Sequence[Relation] = (),
    more: Mapping[str, tuple[bytes, str]] | None = None,
    **parts: str,
) -> dict[str, bytes]:
    """Make the members of a Word file; `relations` are key, kind and target of the body's."""
    made = {
        "word/document.xml": (
            _part("document", f"<w:body>{body}</w:body>"),
            f"{WORD}document.main+xml",
        )
    }
    links = list(relations)
    for name, inside in parts.items():
        member, root, kind = PARTS[name]
        made[member] = (_part(root, inside), f"{WORD}{kind}+xml")
        links.append((f"rId{name}", kind, member.removeprefix("word/")))
    if title:
        made["docProps/core.xml"] = (
            _core(title),
            "application/vnd.openxmlformats-package.core-properties+xml",
        )
    made |= more or {}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (_, kind) in made.items()
    )
    first = [("rId1", "officeDocument", "word/document.xml")]
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": rels(first),
        "word/_rels/document.xml.rels": rels(links),
        **{name: data for name, (data, _) in made.items()},
    }


def rels(links: Sequence[Relation]) -> bytes:
    """Make a member of relations; a kind that ends in `!` leads outside."""
    outside = {True: 'TargetMode="External"', False: ""}
    entries = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind.rstrip(OUTSIDE)}" Target={quoteattr(target)} '
        f"{outside[kind.endswith(OUTSIDE)]}/>"
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'.encode()


def zipped(inside: Mapping[str, bytes], level: int = 6) -> bytes:
    """Zip members as Word would."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    return out.getvalue()


def word_file(body: str, **more: object) -> bytes:
    """Make a Word file of XML for its body."""
    return zipped(members(body, **more))  # type: ignore[arg-type]


def letter(*lines: str) -> bytes:
    """Make a Word file with a paragraph for each text."""
    return word_file(paras(*lines))


def compiled(content: bytes, **statements: str) -> Compiled:
    """Compile a template for a school without a picture."""
    return compile_template(Template(content, PLACE), statements, SCHOOL)


def merged(content: bytes, values: Values) -> Rendition:
    """Merge a template in one go."""
    return merge(compiled(content), values)


def words_at(rendition: Rendition, where: str = "body") -> list[str]:
    """Give the texts at a place."""
    return [words.text for words in rendition.words if words.where == where]


def faults(call: Callable[[], object]) -> list[str]:
    """Give the ids of all findings with which a template is refused."""
    with pytest.raises(TemplateRejected) as refused:
        call()
    return [finding.rule for finding in refused.value.findings]


def refused(content: bytes) -> list[str]:
    """Give the ids of all findings with which compiling refuses a template."""
    return faults(lambda: compiled(content))


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    """Draw a picture."""
    out = BytesIO()
    Image.new("RGB", size, (0, 80, 160)).convert(mode).save(out, kind)
    return out.getvalue()


def _part(root: str, inside: str) -> bytes:
    return f'<?xml version="1.0"?><w:{root} {SPACES}>{inside}</w:{root}>'.encode()


def _core(title: str) -> bytes:
    space = f"{PACKAGE}/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Office</dc:creator></cp:coreProperties>"
    ).encode()
