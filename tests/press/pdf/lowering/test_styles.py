"""What holds for text: defaults, styles under styles, toggles, themes, tables, direct looks."""

import pytest
from textwork import in_table, one_look, opened, read, run, theme
from wordfiles import para, text

from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.lowering.kept import MOST

CHARACTERS = """
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Stronger"><w:name w:val="Stronger"/>
<w:basedOn w:val="Strong"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Plain"><w:name w:val="Plain"/><w:rPr><w:b w:val="0"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bolder"><w:name w:val="Bolder"/><w:basedOn w:val="Bold"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Rung"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rung"><w:name w:val="Rung"/><w:basedOn w:val="Ring"/>
<w:rPr><w:b/></w:rPr></w:style>
"""
SHEETS = {"styles": CHARACTERS}
CELLS = """
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:pPr><w:spacing w:after="0"/>
<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="20"/></w:rPr>
<w:tblStylePr w:type="firstRow"><w:pPr><w:keepNext/></w:pPr><w:rPr><w:i/><w:color w:val="FF0000"/>
</w:rPr></w:tblStylePr>
<w:tblStylePr w:type="band1Horz"><w:rPr><w:color w:val="00FF00"/></w:rPr></w:tblStylePr>
</w:style>
"""
FONTS = """
<a:majorFont><a:latin typeface="Cambria"/><a:cs typeface=""/>
<a:font script="Arab" typeface="Times New Roman"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:cs typeface="Arial"/></a:minorFont>
"""
COLOURS = """
<a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1>
"""


def styled(style: str, look: str = "", mark: str = "") -> str:
    return para(text("words", look), properties=f'<w:pStyle w:val="{style}"/>{mark}')


def test_the_defaults_hold_where_nothing_is_said() -> None:
    found = read(run(""))
    look, paragraph = found.looks[0], found.drafts[0]
    assert (look.faces, look.size, look.language, look.colour) == (
        ("Arimo",),
        12,
        "en-GB",
        "#000000",
    )
    assert paragraph.after == 8


@pytest.mark.parametrize(
    ("style", "look", "bold", "italic"),
    [
        ("Normal", "", False, False),
        ("Bold", "", True, False),
        ("Bolder", "", True, False),
        ("Nowhere", "", False, False),
        ("Bold", '<w:rStyle w:val="Strong"/>', False, False),
        ("Normal", '<w:rStyle w:val="Stronger"/>', True, True),
        ("Bold", '<w:rStyle w:val="Stronger"/>', False, True),
        ("Bold", '<w:rStyle w:val="Plain"/>', True, False),
        ("Bold", '<w:rStyle w:val="Bold"/>', True, False),
        ("Bold", '<w:rStyle w:val="Strong"/><w:b/>', True, False),
        ("Bold", '<w:b w:val="0"/>', False, False),
        ("Bold", '<w:b w:val="false"/>', False, False),
        ("Normal", '<w:b w:val="true"/>', True, False),
    ],
)
def test_a_toggle_of_paragraph_and_character_style_cancels_out(
    style: str, look: str, bold: bool, italic: bool
) -> None:
    found = read(styled(style, look), sheets=SHEETS).looks[0]
    assert (found.bold, found.italic) == (bold, italic)


def test_styles_that_rest_on_one_another_in_a_ring_end() -> None:
    look = read(styled("Ring"), sheets=SHEETS).looks[0]
    assert (look.bold, look.italic) == (True, True)


def test_a_chain_of_styles_ends_where_words_own_never_reach() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="S{at}"/>'
        f'<w:basedOn w:val="S{at + 1}"/></w:style>'
        for at in range(3000)
    )
    assert read(styled("S0"), sheets={"styles": chain}).words == ["words"]


@pytest.mark.parametrize(
    ("style", "outline"),
    [("heading 1", 1), ("heading 3", 3), ("Heading 9", 9), ("heading 10", 0), ("Caption", 0)],
)
def test_a_heading_is_known_by_the_name_of_its_style(style: str, outline: int) -> None:
    sheet = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{style}"/></w:style>'
    work, (paragraph,) = opened(styled("X"), sheets={"styles": sheet})
    look = work.styles.paragraph(paragraph[0], work.styles.table_look(""))
    assert look.outline == outline


def test_fonts_and_colours_come_from_the_theme() -> None:
    look = one_look(
        '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/><w:color w:themeColor="accent1"/>',
        more=theme(FONTS, COLOURS),
        relations=(("rIdtheme", "theme", "theme/theme1.xml"),),
    )
    assert (look.faces, look.colour) == (("Caladea",), "#4472c4")


def test_a_theme_has_fonts_for_scripts() -> None:
    look = one_look(
        '<w:rFonts w:cstheme="majorBidi"/><w:cs/>',
        more=theme(FONTS),
        relations=(("rIdtheme", "theme", "theme/theme1.xml"),),
        sheets={"settings": '<w:themeFontLang w:val="en-GB" w:bidi="ar-SA"/>'},
    )
    assert look.faces == ("Tinos",)


def test_a_place_that_the_theme_lacks_leaves_the_font_named_beside_it() -> None:
    look = one_look('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Courier New"/>')
    assert look.faces == ("Cousine",)


def test_a_table_style_lies_under_the_styles_of_its_text() -> None:
    work, _ = opened(run(""), sheets={"styles": CELLS})
    found = in_table(run(""), work.styles.table_look("Grid"), sheets={"styles": CELLS})
    look, draft = found.looks[0], found.drafts[0]
    assert (look.bold, look.size) == (True, 10)
    assert (draft.after, draft.paragraph.align) == (0, "center")


def test_the_conditions_of_a_table_style_hold_in_the_standards_order() -> None:
    work, _ = opened(run(""), sheets={"styles": CELLS})
    header = work.styles.table_look("Grid", ["firstRow", "band1Horz"])
    assert header is work.styles.table_look("Grid", ["band1Horz", "firstRow"])
    found = in_table(run(""), header, sheets={"styles": CELLS})
    assert (found.looks[0].italic, found.looks[0].colour) == (True, "#ff0000")
    assert found.drafts[0].paragraph.keep_next


def test_a_table_style_gives_its_elements_from_the_lowest() -> None:
    work, _ = opened(run(""), sheets={"styles": CELLS})
    assert len(work.styles.table_styles("Grid")) == 1
    assert len(work.styles.table_styles("")) == 1


def test_files_with_the_same_fixed_parts_share_what_was_reckoned() -> None:
    first, _ = opened(run("<w:b/>"))
    second, _ = opened(run("<w:i/>"))
    assert first.styles is second.styles
    assert first.looks.faces is own_faces()


def test_what_is_kept_stays_bounded() -> None:
    body = "".join(run(f'<w:spacing w:val="{at}"/>', "x") for at in range(60))
    work, _ = opened(body)
    work.styles._runs.clear()  # noqa: SLF001 (its bound is not to be seen otherwise)
    work.styles._runs.update({(at,): work.styles.sheet.run for at in range(MOST)})  # noqa: SLF001
    read(body)
    assert len(work.styles._runs) <= MOST  # noqa: SLF001


@pytest.mark.parametrize("value", ["", "twelve", "1e400", "-3", "nan", "9" * 50])
def test_a_size_that_makes_no_sense_says_nothing(value: str) -> None:
    assert one_look(f'<w:sz w:val="{value}"/>').size == 12
