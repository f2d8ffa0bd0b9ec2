"""Corpus bodies into whole Word files, with the styles, lists and parts that Word itself writes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from wordfiles import PACKAGE, SPACES, WORD, R, para, picture, rels, text, zipped

PLAIN = "application/vnd.openxmlformats-"
HEADERS = ("header", "header_first", "header_even", "footer", "footer_first", "footer_even")
KINDS = {"": "default", "first": "first", "even": "even"}
NOTES = ("footnotes", "endnotes")
CORE = f"{PACKAGE}/metadata/core-properties"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself."""

    title: str = "A paper"
    subject: str = ""
    author: str = "Office"


def split(*pieces: str, look: str = "") -> str:
    """Make the runs of a text as Word leaves them: split, with proofing marks and revision ids."""
    marked = (text(piece, look).replace("<w:r>", '<w:r w:rsidRPr="00D4315B">') for piece in pieces)
    return '<w:proofErr w:type="spellStart"/>'.join(marked)


def spaced(words: str) -> str:
    """Make a run whose text keeps no blanks, as Word writes a text without blanks around it."""
    return f"<w:r><w:t>{escape(words)}</w:t></w:r>"


def grid(*rows: tuple[str, ...], widths: tuple[int, ...] = (3000, 3000), style: str = "") -> str:
    """Make a table with a grid; a cell that begins with `<` is XML, its `w:tcPr` included."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblStyle w:val="{style}"/>' if style else ""
    inside = "".join(
        f"<w:tr>{''.join(_cell(cell, widths[0]) for cell in cells)}</w:tr>" for cells in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


def _cell(cell: str, width: int) -> str:
    inside = cell if cell.startswith("<") else para(text(cell))
    head = "" if "<w:tcPr" in cell else f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{head}{inside}</w:tc>"


def link(words: str, key: str = "rIdLink") -> str:
    """Make a hyperlink with a text."""
    run = text(words, '<w:rStyle w:val="Hyperlink"/>')
    return f'<w:hyperlink r:id="{key}">{run}</w:hyperlink>'


def bookmark(inside: str, name: str = "here") -> str:
    """Put a bookmark around runs."""
    start = f'<w:bookmarkStart w:id="4" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="4"/>'


def note_mark(kind: str = "footnote") -> str:
    """Make the mark of a note in the text."""
    return f'<w:r><w:{kind}Reference w:id="1"/></w:r>'


def note(inside: str, kind: str = "footnote") -> str:
    """Make a note of paragraphs."""
    return f'<w:{kind} w:id="1">{inside}</w:{kind}>'


def docx(
    body: str, properties: Properties | None = Properties(), section: str = "", **parts: str
) -> bytes:
    """Make a whole Word file; `parts` are `header`, `footer_first`, `footnotes` and so on."""
    references = "".join(_reference(name) for name in HEADERS if name in parts)
    first = "<w:titlePg/>" if any(name.endswith("_first") for name in parts) else ""
    last = f"<w:sectPr>{references}{section}{first}</w:sectPr>"
    made = {
        "word/styles.xml": (_part("styles", STYLES), f"{WORD}styles+xml"),
        "word/numbering.xml": (_part("numbering", NUMBERING), f"{WORD}numbering+xml"),
        "word/settings.xml": (_part("settings", "<w:evenAndOddHeaders/>"), f"{WORD}settings+xml"),
        **{f"word/{name}.xml": _story(name, inside) for name, inside in parts.items()},
        "word/document.xml": (
            _part("document", f"<w:body>{body}{last}</w:body>"),
            f"{WORD}document.main+xml",
        ),
    }
    if properties is not None:
        made["docProps/core.xml"] = (_core(properties), f"{PLAIN}package.core-properties+xml")
    members = {name: data for name, (data, _) in made.items()}
    return zipped(
        {
            "[Content_Types].xml": _types({name: kind for name, (_, kind) in made.items()}),
            "word/media/logo.png": picture(),
            **_relations(members, parts),
            **members,
        }
    )


def _story(name: str, inside: str) -> tuple[bytes, str]:
    kind = name.partition("_")[0]
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return _part(root, inside), f"{WORD}{kind}+xml"


def _relations(members: Mapping[str, bytes], parts: Collection[str]) -> dict[str, bytes]:
    logo = ("rIdPic", "image", "media/logo.png")
    links = [logo, ("rIdLink", "hyperlink!", "https://example.org/a?b=1&c=2")]
    links += [(f"rId_{name}", name, f"{name}.xml") for name in ("styles", "numbering", "settings")]
    links += [(f"rId_{name}", name.partition("_")[0], f"{name}.xml") for name in parts]
    top = [("rId1", "officeDocument", "word/document.xml")]
    top += [("rId2", "core", "docProps/core.xml")] if "docProps/core.xml" in members else []
    drawn = [name for name in parts if b"rIdPic" in members[f"word/{name}.xml"]]
    return {
        "_rels/.rels": rels(top).replace(f"{R}/core".encode(), CORE_RELATION),
        "word/_rels/document.xml.rels": rels(links),
        **{f"word/_rels/{name}.xml.rels": rels([logo]) for name in drawn},
    }


CORE_RELATION = f"{PACKAGE}/relationships/metadata/core-properties".encode()


def _reference(name: str) -> str:
    kind, _, when = name.partition("_")
    return f'<w:{kind}Reference w:type="{KINDS[when]}" r:id="rId_{name}"/>'


def _part(root: str, inside: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{root} {SPACES}>{inside}</w:{root}>".encode()


def _types(parts: dict[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{PLAIN}package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    ).encode()


def _core(said: Properties) -> bytes:
    return (
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(said.title)}</dc:title><dc:subject>{escape(said.subject)}</dc:subject>"
        f"<dc:creator>{escape(said.author)}</dc:creator></cp:coreProperties>"
    ).encode()
