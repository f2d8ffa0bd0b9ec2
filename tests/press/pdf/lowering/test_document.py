"""A Word file as a whole: its title, its language, its looks, and no exception for odd ones."""

import pytest
from blockwork import lowered, plain, row, spaced, table, told
from pdfwork import PLACE
from wordfiles import members, para, text, zipped

from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.lowering.document import lower
from docgen.press.pdf.tree import Lowered

POLISH, URDU = '<w:lang w:val="pl-PL"/>', '<w:rtl/><w:lang w:bidi="ur-PK"/>'


def bare(body: str, **more: object) -> Lowered:
    """Lower a file that has nothing but its body."""
    package, findings = open_package(zipped(members(body, **more)), PLACE)  # type: ignore[arg-type]
    assert package is not None, findings
    return lower(package, own_faces())


def test_a_document_has_the_title_and_author_of_its_properties() -> None:
    made = lowered(plain("x"), title="A  letter\n to you")
    assert (made.document.title, made.document.author) == ("A letter to you", "Office")


@pytest.mark.parametrize("title", ["", "  "])
def test_a_document_without_a_title_is_told(title: str) -> None:
    made = lowered(plain("x"), title=title)
    assert [(remark.rule, remark.stops) for remark in made.remarks] == [("pdf-no-title", True)]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (plain("Dear"), "en-GB"),
        (para(text("Drodzy rodzice", POLISH)) + plain("x"), "pl-PL"),
        (para(text("Drodzy", POLISH)) + plain("and all the rest"), "en-GB"),
        (table(row(f"<w:p>{text('Drodzy rodzice', POLISH)}</w:p>")) + plain("x"), "pl-PL"),
        (para(text("پیارے والدین", URDU)), "ur-PK"),
        ("", "en-GB"),
    ],
)
def test_a_document_is_in_the_language_of_most_of_its_text(body: str, language: str) -> None:
    assert lowered(body).document.language == language


def test_looks_are_kept_once() -> None:
    made = lowered(plain("a") + plain("b") + para(text("c", "<w:b/>")))
    assert len(made.document.looks) == len(set(made.document.looks))


def test_a_file_without_styles_settings_or_section_is_read() -> None:
    made = bare(para(text("Dear")), title="x")
    assert told(made) == []
    (section,) = made.document.sections
    assert (section.width, section.height, len(section.blocks)) == (595.3, 841.9, 1)


@pytest.mark.parametrize(("asked", "points"), [(720, 36), (567, 28.35)])
def test_the_distance_of_tab_stops_is_the_files(asked: int, points: float) -> None:
    sheets = {"settings": f'<w:defaultTabStop w:val="{asked}"/>'}
    assert lowered(plain("x"), sheets=sheets).document.tab == points


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:pPr><w:framePr/></w:pPr></w:p>",
        '<w:p><w:pPr><w:framePr w:w="-9" w:x="odd" w:y="9e99"/></w:pPr></w:p>',
        '<w:p><w:pPr><w:spacing w:before="odd" w:after="-99999999999999"/></w:pPr></w:p>',
        "<w:tbl/>",
        "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:tbl><w:tblPr><w:tblW w:w="odd%" w:type="pct"/></w:tblPr><w:tr><w:tc/></w:tr></w:tbl>',
        '<w:tbl><w:tblGrid><w:gridCol w:w="-5"/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="9999999999"/></w:trPr><w:tc/></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<w:p><w:r><w:drawing/></w:r></w:p>",
        "<w:p><w:r><w:drawing><wp:anchor/></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:footnoteReference/></w:r></w:p>",
        '<w:sectPr><w:pgSz w:w="odd" w:h="0"/><w:pgMar/></w:sectPr>',
        "<w:sdt/>",
        "<w:customXml><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:customXml>",
        "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>",
    ],
)
def test_nothing_odd_raises(body: str) -> None:
    assert isinstance(bare(body + "<w:p/>", title="x"), Lowered)


@pytest.mark.parametrize(
    ("wrapper", "rules"),
    [
        ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", []),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
         ["pdf-control-empty"]),
        ('<w:ins w:id="1">{}</w:ins>', ["pdf-tracked-changes"]),
        ('<w:customXml w:element="x">{}</w:customXml>', []),
    ],
)  # fmt: skip
def test_what_stands_in_a_wrapper_is_read(wrapper: str, rules: list[str]) -> None:
    made = lowered(wrapper.replace("{}", spaced("Dear") + table(row("x"))) + plain("end"))
    assert told(made) == rules
    assert len(made.document.sections[0].blocks) == 3


def test_alternatives_between_paragraphs_are_told() -> None:
    assert told(lowered("<mc:AlternateContent/>" + plain("x"))) == ["pdf-newer-word"]


@pytest.mark.parametrize("times", [40, 400])
def test_a_long_table_is_read_in_proportion(times: int) -> None:
    made = lowered(table(*[row("a", "b")] * times) + plain("x"))
    assert told(made) == []
