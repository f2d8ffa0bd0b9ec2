"""Sections: their pages, their headers and footers, and what of them can't be set."""

import pytest
from blockwork import MODERN, lowered, plain, row, spaced, table, told, words_of
from wordfiles import W, field, para, text

from docgen.press.ooxml import markup
from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.pages import page_of
from docgen.press.pdf.lowering.remarks import Remarks
from docgen.press.pdf.tree import Band, Document, Lowered, Paragraph, Section, Table

SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" '
    'w:footer="708" w:gutter="0"/>'
)


def section(inside: str) -> Element:
    names = f'xmlns:w="{W}"'
    return markup.parse(f"<w:sectPr {names}>{inside}</w:sectPr>")


def margins(**said: str) -> str:
    usual = {"top": "1440", "right": "1440", "bottom": "1440", "left": "1440"}
    named = (f'w:{name}="{value}"' for name, value in {**usual, **said}.items())
    return f"<w:pgMar {' '.join(named)}/>"


def read(inside: str) -> Page:
    return page_of(section(inside), Remarks())


def remarks(inside: str) -> list[str]:
    told_of = Remarks()
    page_of(section(inside), told_of)
    return [remark.rule for remark in told_of.all()]


def test_a_page_has_its_size_and_margins() -> None:
    said = margins(top="1000", right="800", bottom="600", left="400", header="300", footer="200")
    assert read(SIZE + said) == Page(595.3, 841.9, (50, 40, 30, 20), 15, 10)


def test_a_page_that_says_nothing_is_words_own() -> None:
    usual = Page(595.3, 841.9, (72, 72, 72, 72), 35.4, 35.4)
    assert read("") == usual
    assert page_of(None, Remarks()) == usual


def test_the_gutter_is_at_the_left_or_where_it_is_put() -> None:
    assert read(SIZE + margins(gutter="300")).margins == (72, 72, 72, 87)
    assert read(SIZE + margins(gutter="300") + "<w:rtlGutter/>").margins == (72, 87, 72, 72)


def test_a_header_or_footer_of_a_margin_below_nothing_pushes_no_text() -> None:
    page = read(SIZE + margins(top="-1440"))
    assert (page.margins, page.is_fixed) == ((72, 72, 72, 72), (True, False))
    assert read(SIZE + margins(bottom="-1440")).is_fixed == (False, True)


@pytest.mark.parametrize(
    ("inside", "rules"),
    [
        (SIZE + MARGINS, []),
        ('<w:pgSz w:w="0" w:h="0"/>', ["pdf-page-size"]),
        ('<w:pgSz w:w="3599" w:h="16838"/>', ["pdf-page-size"]),
        ('<w:pgSz w:w="3600" w:h="16838"/>', []),
        (SIZE + margins(left="9800"), ["pdf-page-size"]),
        (SIZE + margins(top="-9000", bottom="9000"), ["pdf-page-size"]),
        ('<w:cols w:num="2"/>', ["pdf-columns"]),
        ("<w:cols><w:col/><w:col/></w:cols>", ["pdf-columns"]),
        ('<w:cols w:num="1" w:space="708"/>', []),
        ('<w:pgBorders><w:top w:val="single"/></w:pgBorders>', ["pdf-page-borders"]),
        ('<w:pgBorders><w:top w:val="none"/></w:pgBorders>', []),
        ('<w:lnNumType w:countBy="5"/>', ["pdf-line-numbers"]),
        ("<w:lnNumType/>", []),
        ('<w:vAlign w:val="center"/>', ["pdf-page-place"]),
        ('<w:vAlign w:val="top"/>', []),
        ('<w:docGrid w:type="lines" w:linePitch="360"/>', ["pdf-page-grid"]),
        ('<w:docGrid w:linePitch="360"/>', []),
        ('<w:textDirection w:val="tbRl"/>', ["pdf-page-grid"]),
        ('<w:textDirection w:val="lrTb"/>', []),
        ('<w:pgNumType w:fmt="lowerRoman"/>', ["pdf-page-numbers"]),
        ('<w:pgNumType w:chapStyle="1"/>', ["pdf-page-numbers"]),
        ('<w:pgNumType w:fmt="decimal" w:start="3"/>', []),
        ('<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>', ["pdf-note-look"]),
        ('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>', ["pdf-note-look"]),
        ('<w:footnotePr><w:pos w:val="pageBottom"/></w:footnotePr>', []),
    ],
)
def test_what_a_page_cannot_have_is_told(inside: str, rules: list[str]) -> None:
    assert remarks(inside) == rules


def ending(inside: str = "", size: str = SIZE + MARGINS) -> str:
    return f"<w:sectPr>{inside}{size}</w:sectPr>"


def parted(first: str, last: str = "", *, bare: bool = True) -> Lowered:
    end = para(properties=first) if bare else para(text("end"), properties=first)
    return lowered(plain("one") + end + plain("two"), section=last)


def words(made: Document) -> list[list[str]]:
    return [[words_of(block) for block in each.blocks] for each in made.sections]


KIND = '<w:type w:val="{}"/>'


def test_a_section_break_begins_a_page() -> None:
    made = parted(ending(), KIND.format("nextPage"))
    assert words(made.document) == [["one"], ["two"]]
    assert told(made) == []


def test_the_paragraph_that_ends_a_section_stays_when_it_says_something() -> None:
    assert words(parted(ending(), bare=False).document) == [["one", "end"], ["two"]]
    alone = lowered(para(properties=ending()) + plain("two"))
    assert words(alone.document) == [[""], ["two"]]


def test_a_section_that_goes_on_is_part_of_the_one_before() -> None:
    made = parted(ending(), KIND.format("continuous"))
    assert words(made.document) == [["one", "two"]]
    assert told(made) == ["pdf-section-continuous"]  # the usual columns and grid are not said twice
    alike = ending('<w:cols w:space="708"/><w:docGrid w:linePitch="360"/>')
    made = parted(alike, KIND.format("continuous"))
    assert words(made.document) == [["one", "two"]]
    assert told(made) == []


HEADER = '<w:headerReference w:type="{}" r:id="rIdheader"/>'
USUAL = '<w:cols w:space="708"/><w:docGrid w:linePitch="360"/>'


@pytest.mark.parametrize(
    ("first", "last", "rules"),
    [
        (HEADER.format("default"), "", []),
        (HEADER.format("first"), "", ["pdf-section-continuous"]),
        ("", '<w:pgNumType w:start="1"/>', ["pdf-section-continuous"]),
        ("", "<w:titlePg/>", ["pdf-section-continuous"]),
        ('<w:lnNumType w:countBy="5"/>', "", ["pdf-section-continuous", "pdf-line-numbers"]),
    ],
)
def test_a_section_that_goes_on_differs_in_nothing(first: str, last: str, rules: list[str]) -> None:
    end = para(text("end"), properties=ending(first + USUAL))
    body = plain("one") + end + plain("two")
    made = lowered(body, section=KIND.format("continuous") + last, header=plain("School"))
    assert told(made) == rules
    assert len(made.document.sections) == 1


@pytest.mark.parametrize("kind", ["evenPage", "oddPage", "nextColumn"])
def test_a_section_on_an_odd_or_even_page_is_told(kind: str) -> None:
    assert told(parted(ending(), KIND.format(kind))) == ["pdf-section-page"]
    assert told(parted(ending(KIND.format(kind)))) == []


def test_the_end_of_a_section_is_found_in_a_content_control() -> None:
    control = (
        f"<w:sdt><w:sdtContent>{para(text('end'), properties=ending())}</w:sdtContent></w:sdt>"
    )
    made = lowered(plain("one") + control + plain("two"))
    assert words(made.document) == [["one", "end"], ["two"]]


def only(made: Lowered) -> Section:
    (found,) = made.document.sections
    return found


def test_page_numbers_begin_where_the_section_says() -> None:
    assert only(lowered(plain("x"), section='<w:pgNumType w:start="4"/>')).number_from == 4
    assert only(lowered(plain("x"))).number_from is None


def test_the_first_page_and_even_ones_may_differ() -> None:
    assert only(lowered(plain("x"), section="<w:titlePg/>")).first_differs
    assert not only(lowered(plain("x"), section='<w:titlePg w:val="0"/>')).first_differs
    even = {"settings": f"<w:evenAndOddHeaders/>{MODERN}"}
    assert only(lowered(plain("x"), sheets=even)).even_differs
    assert not only(lowered(plain("x"))).even_differs


def header(inside: str, **more: object) -> Band:
    found = only(lowered(plain("x"), header=inside, **more)).headers.default
    assert found is not None
    return found


def footer(inside: str) -> Band:
    found = only(lowered(plain("x"), footer=inside)).footers.default
    assert found is not None
    return found


NUMBERS = para(text("Page "), field(" PAGE "), text(" of "), field(" NUMPAGES "), properties="{}")
TABBED = '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0"/>'


@pytest.mark.parametrize(
    ("inside", "height"),
    [
        (plain("School"), 13.8),
        (plain(""), 13.8),
        (plain("School") * 3, 41.4),
        (spaced("School", before=5, after=10), 28.8),
        (spaced("a", after=10) + spaced("b", before=5), 37.6),
        (plain("word " * 40), None),
        (table(row("School")), None),
    ],
)
def test_a_header_of_single_lines_has_a_height(inside: str, height: float | None) -> None:
    expected = None if height is None else pytest.approx(height, abs=0.1)
    assert header(inside).height == expected


def test_the_space_below_a_header_counts() -> None:
    assert header(spaced("School", after=10)).below == 10
    assert header(table(row("School")) + spaced("x", after=7)).below == 7


def test_a_footer_with_page_numbers_at_its_end_has_a_height() -> None:
    tab = "<w:r><w:tab/></w:r>"
    line = NUMBERS.replace("{}", TABBED).replace("<w:r><w:t", f"{tab}<w:r><w:t", 1)
    assert footer(line).height is not None


def test_a_header_of_a_margin_below_nothing_takes_no_height() -> None:
    refers = '<w:headerReference w:type="default" r:id="rIdheader"/>'
    fixed = ending(refers, SIZE + margins(top="-1440", header="708"))
    made = lowered(plain("x") + para(properties=fixed), header=plain("School"))
    heights = [each.headers.default for each in made.document.sections]
    assert [band.height if band else None for band in heights] == [0, pytest.approx(13.8, abs=0.1)]


def test_a_section_has_the_headers_of_the_one_before() -> None:
    refers = '<w:headerReference w:type="default" r:id="rIdheader"/>'
    body = plain("one") + para(text("end"), properties=ending(refers)) + plain("two")
    made = lowered(body, header=plain("School"))
    first, second = (each.headers.default for each in made.document.sections)
    assert first is not None
    assert second == first


def test_a_header_that_is_not_there_is_told() -> None:
    refers = '<w:headerReference w:type="first" r:id="rIdNone"/>'
    made = lowered(plain("one") + para(properties=ending(refers)) + plain("two"))
    assert told(made) == ["pdf-document-part"]


def test_text_begins_under_a_header_that_is_higher_than_the_margin() -> None:
    frame = '<w:framePr w:w="2000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:y="1440"/>'
    body = spaced("a", more=frame) + spaced("Dear", before=10)
    assert told(lowered(body)) == ["pdf-frame"]
    assert told(lowered(body, header=plain("School") * 5)) == []


def test_tables_in_headers_are_read() -> None:
    made = header(table(row("a", "b")) + plain(""))
    assert [type(block) for block in made.blocks] == [Table, Paragraph]
