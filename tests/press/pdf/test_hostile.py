"""Word files that mean harm or make no sense: a PDF or a clear message, within bounds."""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO

import pytest
from oddwork import EMBEDDED, PICTURE, gate, inline, shown
from pdfwork import KIND, PLACE, rules, word
from PIL import Image
from wordfiles import SPACES, field, members, para, paras, picture, text, zipped

from docgen.errors import TemplateRejected
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.limits import BOUNDS, Bounds
from docgen.press.pdf.native import Native, read_for_pdf
from docgen.press.pdf.survey import surveyed

DAY = dt.date(2026, 3, 21)
HUGE = (
    "2147483648",
    "-2147483648",
    "99999999999999999999",
    "-1",
    "0",
    "",
    "NaN",
    "1e308",
    "½",
    "1.5",
)
NUMBERED = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def nested(depth: int) -> str:
    """Make tables inside each other."""
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    inside = para(text("Inside"))
    for _ in range(depth):
        cell_ = f"<w:tc><w:tcPr/>{inside}{para()}</w:tc>"
        inside = f"<w:tbl>{grid}<w:tr>{cell_}</w:tr></w:tbl>"
    return inside + para()


def blank(side: int) -> bytes:
    """Draw a black square of so many points a side."""
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


def style(key: str, inside: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{inside}</w:style>'


def on(key: str) -> str:
    return f'<w:basedOn w:val="{key}"/>'


def styled(key: str, styles: str) -> bytes:
    used = para(text("Dear"), properties=f'<w:pStyle w:val="{key}"/>')
    return word(used, sheets={"styles": styles})


def columns(count: int) -> str:
    """Make a table of so many columns."""
    grid = '<w:gridCol w:w="100"/>' * count
    cells = f"<w:tc><w:tcPr/>{para()}</w:tc>" * count
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>{para()}"


def cell(properties: str, row: str = "", grid: str = '<w:gridCol w:w="4000"/>') -> bytes:
    """Make a table of one cell."""
    return word(
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>"
        f"{properties}</w:tcPr>{paras('In the cell')}</w:tc></w:tr></w:tbl>{para()}"
    )


def level(number: int, text_: str, start: str = "1", look: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{look}"/>'
        f'<w:lvlText w:val="{text_}"/></w:lvl>'
    )


def numbered(numbering: str, key: str = "1", at: str = "0") -> bytes:
    used = NUMBERED.format(key=key, level=at)
    return word(para(text("Dear"), properties=used) * 3, sheets={"numbering": numbering})


def lists(levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1">'
        f'<w:abstractNumId w:val="0"/>{more}</w:num>'
    )


RING = style("A", on("B")) + style("B", on("A"))
CHAIN = "".join(style(f"S{n}", on(f"S{n + 1}")) for n in range(3000))
LINKED = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
LINKS = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)

SENSELESS: Mapping[str, bytes] = {
    "a ring of styles": styled("A", RING),
    "a style based on itself": styled("A", style("A", on("A"))),
    "a long chain of styles": styled("S0", CHAIN),
    "a style that is not there": styled("Gone", ""),
    "a ring of list styles": word(
        para(text("Dear"), properties=NUMBERED.format(key="1", level="0")),
        sheets={"styles": LINKED, "numbering": LINKS},
    ),
    "a list that is not there": numbered("", "7"),
    "a list without levels": numbered(lists("")),
    "a list without its kind": numbered('<w:num w:numId="1"/>'),
    "a number that is no number": numbered(lists(level(0, "%1.")), "first"),
    "a level that no list has": numbered(lists(level(0, "%1.")), at="99"),
    "a level of a huge number": numbered(lists(level(0, "%1.")), at="2147483648"),
    "a level that names deeper ones": numbered(lists(level(0, "%1.%9.%%.%0"))),
    "a list that starts far up": numbered(lists(level(0, "%1.", "99999999999", "upperRoman"))),
    "a list that starts below": numbered(lists(level(0, "%1.", "-5", "lowerLetter"))),
    "fields that never end": word(
        para(*['<w:r><w:fldChar w:fldCharType="begin"/></w:r>'] * 500, text("Dear"))
    ),
    "fields that never began": word(
        para(*['<w:r><w:fldChar w:fldCharType="end"/></w:r>'] * 500, text("Dear"))
    ),
    "a note in itself": word(
        para(text("Noted"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "</w:footnote>",
    ),
    "a note that is not there": word(para('<w:r><w:footnoteReference w:id="9"/></w:r>')),
    "no rows": word(f"<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>{para()}"),
    "a row without cells": word(f"<w:tbl><w:tblPr/><w:tr/></w:tbl>{para()}"),
    "a cell without a paragraph": word("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"),
    "no body": zipped({**members(""), "word/document.xml": f"<w:document {SPACES}/>".encode()}),
    "an empty body": word(""),
    "two sizes of page": word(para(text("Dear")) + para(properties="<w:sectPr/>") * 3),
    "styles that are no styles": word(
        para(text("Dear")), more={"word/styles.xml": (b"<x/>", f"{KIND}styles+xml")}
    ),
    "a very long word": word(para(text("x" * 20_000))),
    "spaces alone": word(para(text(" " * 20_000))),
    "a thousand tabs": word(para(text("Dear"), *["<w:r><w:tab/></w:r>"] * 1000)),
    "a thousand line breaks": word(para(*["<w:r><w:br/></w:r>"] * 1000, text("Dear"))),
    "a hundred page breaks": word(para(*['<w:r><w:br w:type="page"/></w:r>'] * 100, text("Dear"))),
    "marks of every direction": word(para(text("".join(map(chr, range(0x2000, 0x2070)))))),
    "letters outside of Unicode": word(para(text("".join(map(chr, range(0xE000, 0xE100)))))),
    "a picture that is none": word(
        para(inline(gate(), "picture")),
        relations=EMBEDDED,
        more={"word/media/image1.png": (b"\x89PNG\r\n\x1a\n", "image/png")},
    ),
    "a picture cut short": word(
        para(inline(gate(), "picture")),
        relations=EMBEDDED,
        more={"word/media/image1.png": (picture(size=(400, 400))[:300], "image/png")},
    ),
    **{
        f"{name} of {value!r}": made
        for value in ("auto", "", "red", "12345", "GGGGGG", "#FF0000", "FF0000FF", "½")
        for name, made in {
            "a colour": word(para(text("Dear", f'<w:color w:val="{value}"/>'))),
            "a highlight": word(para(text("Dear", f'<w:highlight w:val="{value}"/>'))),
            "a ground": word(para(text("Dear", f'<w:shd w:val="clear" w:fill="{value}"/>'))),
            "a solid ground": word(
                para(text("Dear"), properties=f'<w:shd w:val="solid" w:color="{value}"/>')
            ),
            "a cell's ground": cell(f'<w:shd w:val="clear" w:fill="{value}"/>'),
            "a border's colour": cell(
                f'<w:tcBorders><w:top w:val="single" w:sz="4" w:color="{value}"/></w:tcBorders>'
            ),
            "a language": word(para(text("Dear", f'<w:lang w:val="{value}" w:bidi="{value}"/>'))),
        }.items()
    },
    **{
        f"{name} of {value!r}": made
        for value in HUGE
        for name, made in {
            "a size": word(para(text("Dear", f'<w:sz w:val="{value}"/>'))),
            "tracking": word(para(text("Dear", f'<w:spacing w:val="{value}"/>'))),
            "a raise": word(para(text("Dear", f'<w:position w:val="{value}"/>'))),
            "room above": word(
                para(text("Dear"), properties=f'<w:spacing w:before="{value}" w:after="{value}"/>')
            ),
            "a line": word(
                para(text("Dear"), properties=f'<w:spacing w:line="{value}" w:lineRule="exact"/>')
            ),
            "a part of a line": word(
                para(text("Dear"), properties=f'<w:spacing w:line="{value}"/>')
            ),
            "an indent": word(
                para(text("Dear"), properties=f'<w:ind w:left="{value}" w:hanging="{value}"/>')
            ),
            "an indent at both ends": word(
                para(text("Dear"), properties=f'<w:ind w:left="{value}" w:right="{value}"/>')
            ),
            "a tab stop": word(
                para(
                    text("Dear"),
                    "<w:r><w:tab/></w:r>",
                    properties=f'<w:tabs><w:tab w:val="right" w:pos="{value}"/></w:tabs>',
                )
            ),
            "a tab's distance": word(
                para("<w:r><w:tab/></w:r>", text("Dear")),
                sheets={"settings": f'<w:defaultTabStop w:val="{value}"/>'},
            ),
            "a span": cell(f'<w:gridSpan w:val="{value}"/>'),
            "rows skipped": cell("", f'<w:gridBefore w:val="{value}"/>'),
            "a row's height": cell("", f'<w:trHeight w:val="{value}" w:hRule="exact"/>'),
            "a column": cell("", grid=f'<w:gridCol w:w="{value}"/>'),
            "a cell's margin": cell(f'<w:tcMar><w:left w:w="{value}" w:type="dxa"/></w:tcMar>'),
            "a border": cell(
                f'<w:tcBorders><w:top w:val="single" w:sz="{value}" w:space="{value}"/>'
                "</w:tcBorders>"
            ),
            "a frame": word(
                para(
                    text("Dear"),
                    properties=f'<w:framePr w:w="{value}" w:h="{value}" w:hRule="exact" '
                    f'w:x="{value}" w:y="{value}" w:hAnchor="page" w:vAnchor="page" '
                    'w:wrap="notBeside"/>',
                )
            ),
            "a page": word(
                para(
                    text("Dear"),
                    properties=f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/></w:sectPr>',
                )
            ),
            "a margin": word(
                para(
                    text("Dear"),
                    properties=f'<w:sectPr><w:pgMar w:top="{value}" w:left="{value}" '
                    f'w:header="{value}" w:gutter="{value}"/></w:sectPr>',
                )
            ),
            "a first page": word(
                para(
                    shown(" PAGE "),
                    properties=f'<w:sectPr><w:pgNumType w:start="{value}"/></w:sectPr>',
                )
            ),
            "a picture": word(
                para(inline(gate(), "picture").replace('cx="1800000"', f'cx="{value}"')),
                relations=EMBEDDED,
                more=PICTURE,
            ),
        }.items()
    },
}


@pytest.fixture(scope="module")
def native() -> Native:
    return Native()


def outcome(native: Native, content: bytes) -> tuple[bytes, list[str]]:
    """Give the PDF, or the ids of what is told instead."""
    try:
        return native.pdf(content, PLACE, DAY), []
    except TemplateRejected as refused:
        return b"", [finding.rule for finding in refused.findings]


@pytest.mark.parametrize("name", SENSELESS)
def test_what_makes_no_sense_is_set_or_refused(native: Native, name: str) -> None:
    made, told = outcome(native, SENSELESS[name])
    assert made.startswith(b"%PDF-") or told
    assert "set-otherwise" not in told


REFUSED: Mapping[str, tuple[bytes, str, str]] = {
    "tables in tables without end": (word(nested(60)), "pdf-unreadable", "word-nested-too-deep"),
    "nine tables inside each other": (word(nested(9)), "pdf-too-large", "pdf-too-much"),
    "a hundred thousand pieces of text": (
        word(para(*(text(str(n)) for n in range(100_000)))),
        "pdf-too-large",
        "pdf-too-much",
    ),
    "ten thousand columns": (word(columns(10_000)), "pdf-unsupported", "pdf-table-size"),
    "a cell over two thousand million columns": (
        cell('<w:gridSpan w:val="2147483648"/>'),
        "pdf-unsupported",
        "pdf-table-size",
    ),
    "a picture of 49 million points": (
        word(
            para(inline(gate(), "picture")),
            relations=EMBEDDED,
            more={"word/media/image1.png": (blank(7000), "image/png")},
        ),
        "pdf-unreadable",
        "word-picture-too-large",
    ),
    "a page of no size": (
        word(para(text("Dear"), properties='<w:sectPr><w:pgSz w:w="0" w:h="0"/></w:sectPr>')),
        "pdf-unsupported",
        "pdf-page-size",
    ),
    "a field in an instruction without end": (
        word(para(field(" INCLUDETEXT ", field(" PAGE ")))),
        "pdf-unreadable",
        "word-field-dangerous",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_never_end_is_refused_by_name(native: Native, name: str) -> None:
    content, code, rule = REFUSED[name]
    with pytest.raises(TemplateRejected) as refused:
        native.pdf(content, PLACE, DAY)
    assert refused.value.code == code
    assert rule in [finding.rule for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("bounds", "too_much"),
    [
        (Bounds(runs=4, paragraphs=7, tables=2), []),
        (Bounds(runs=3, paragraphs=7, tables=2), ["pieces of text"]),
        (Bounds(runs=4, paragraphs=6, tables=2), ["paragraphs"]),
        (Bounds(runs=4, paragraphs=7, tables=1), ["tables inside each other"]),
        (Bounds(runs=0, paragraphs=0, tables=0), 3),
    ],
)
def test_bounds_are_counted_over_all_printed_parts(
    bounds: Bounds, too_much: list[str] | int
) -> None:
    body = paras("One") + nested(2)
    package, _ = open_package(word(body, header=paras("Two", "Three")), PLACE)
    assert package is not None
    told = [each.names["what"] for each in surveyed(package, bounds) if "limit" in each.names]
    assert (len(told) if isinstance(too_much, int) else told) == too_much


def test_what_is_too_much_is_told_with_its_bound() -> None:
    with pytest.raises(TemplateRejected) as refused:
        read_for_pdf(word(para(*(text(str(n)) for n in range(BOUNDS.runs + 1)))), PLACE)
    (finding,) = refused.value.findings
    assert finding.message == (
        "The document is too large to be set: more than 20,000 pieces of text."
    )


def test_a_file_at_its_bounds_is_read() -> None:
    lowered = read_for_pdf(word(nested(BOUNDS.tables)), PLACE)
    assert rules(lowered.remarks) == []
