"""Word files for tests of the PDF press: with styles and settings as Word writes them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from wordfiles import SPACES, Relation, members, zipped

from docgen.press.pdf.runs import Text
from docgen.press.pdf.tree import Document, Remark

PLACE = "letters/odd.docx"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
    'w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
)
LAST = '<w:cols w:space="708"/><w:docGrid w:linePitch="360"/>'
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>
<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"
w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
</w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn
w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>
<w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>
</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name
w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left
w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color
w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr></w:style>
"""


def word(  # noqa: PLR0913 (as many parts as a Word file has)
    body: str,
    *,
    section: str = "",
    sheets: Mapping[str, str] | None = None,
    relations: tuple[Relation, ...] = (),
    more: Mapping[str, tuple[bytes, str]] | None = None,
    title: str = "A letter",
    **parts: str,
) -> bytes:
    """Make a Word file; `section` goes into its section, `sheets` are styles, settings and so on.

    Styles are added to the usual ones; headers and footers are referred to.
    """
    made = dict(more or {})
    links = list(relations)
    for name, inside in {"styles": "", "settings": "", **(sheets or {})}.items():
        content = STYLES + inside if name == "styles" else inside
        xml = f"<w:{name} {SPACES}>{content}</w:{name}>"
        made[f"word/{name}.xml"] = (xml.encode(), f"{KIND}{name}+xml")
        links.append((f"rId{name}", name, f"{name}.xml"))
    shown = "".join(
        f'<w:{each}Reference w:type="default" r:id="rId{each}"/>'
        for each in ("header", "footer")
        if each in parts
    )
    last = f"<w:sectPr>{shown}{PAGE}{section}{LAST}</w:sectPr>"
    return zipped(members(body + last, title=title, relations=links, more=made, **parts))


def rules(remarks: tuple[Remark, ...]) -> list[str]:
    """Give the ids of remarks."""
    return [remark.rule for remark in remarks]


def texts_of(value: object) -> Iterator[str]:
    """Give all text of a tree, in its order."""
    if isinstance(value, Text):
        yield value.text
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def printed(document: Document) -> str:
    """Give all text of a tree as one."""
    return "".join(texts_of(document.sections))
