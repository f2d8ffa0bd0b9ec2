"""How runs look: faces, sizes, heights of lines, scripts, capitals, and what can't be shown."""

from dataclasses import replace

import pytest
from textwork import Read, one_look, opened, read, run
from wordfiles import para, text

from docgen.press.pdf.lowering.layers import EMPTY_LOOK
from docgen.press.pdf.lowering.paragraphs import drafts_of
from docgen.press.pdf.lowering.work import story_of
from docgen.press.pdf.runs import Text, Tick

ARABIC, BENGALI = "\u0645\u0631\u062d\u0628\u0627", "\u09ac\u09be\u0982\u09b2\u09be"
SPACING = '<w:spacing w:line="{line}" w:lineRule="{rule}"/>'


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("Arial", "Arimo"),
        ("Times New Roman", "Tinos"),
        ("Calibri", "Carlito"),
        ("Cambria", "Caladea"),
        ("Courier New", "Cousine"),
        ("Noto Nastaliq Urdu", "Noto Nastaliq Urdu"),
    ],
)
def test_words_fonts_are_set_in_faces_of_the_same_width(font: str, family: str) -> None:
    found = read(run(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'))
    assert found.looks[0].faces[0] == family
    assert found.told == []


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("Verdana", "Arimo"),
        ("Georgia", "Tinos"),
        ("Consolas", "Cousine"),
        ("Calibri Light", "Carlito"),
    ],
)
def test_a_font_that_is_not_of_the_set_is_replaced_by_its_like_and_told(
    font: str, family: str
) -> None:
    table = (
        '<w:font w:name="Georgia"><w:family w:val="roman"/></w:font>'
        '<w:font w:name="Consolas"><w:family w:val="modern"/></w:font>'
    )
    body = run(f'<w:rFonts w:ascii="{font}"/>') * 2
    found = read(body, sheets={"fonts": table}, relations=(("rIdf", "fontTable", "fonts.xml"),))
    assert found.looks[0].faces == (family,)
    assert found.told == ["pdf-font-replaced"]
    assert found.remarks[0].names == {"font": font, "instead": family, "count": "1"}


def test_another_name_of_a_font_counts() -> None:
    table = '<w:font w:name="Helv"><w:altName w:val="Arial"/></w:font>'
    found = read(
        run('<w:rFonts w:ascii="Helv"/>'),
        sheets={"fonts": table},
        relations=(("rIdf", "fontTable", "fonts.xml"),),
    )
    assert found.told == []


@pytest.mark.parametrize(
    ("line", "rule", "ascent", "descent"),
    [
        (240, "auto", 11.256, 2.543),
        (480, "auto", 11.256, 2.543 + 13.799),
        (120, "auto", 11.256 - 6.9, 2.543),
        (400, "exact", 16, 4),
        (400, "atLeast", 20 - 2.543, 2.543),
        (100, "atLeast", 11.256, 2.543),
    ],
)
def test_line_spacing_goes_where_libreoffice_puts_it(
    line: int, rule: str, ascent: float, descent: float
) -> None:
    found = read(para(text("words"), properties=SPACING.format(line=line, rule=rule)))
    assert found.looks[0].ascent == pytest.approx(ascent, abs=0.01)
    assert found.looks[0].descent == pytest.approx(descent, abs=0.01)


@pytest.mark.parametrize(
    ("script", "rise"), [("superscript", 4.727), ("subscript", -1.068), ("baseline", 0)]
)
def test_raised_and_lowered_letters_are_smaller_and_need_no_higher_line(
    script: str, rise: float
) -> None:
    look = one_look(f'<w:vertAlign w:val="{script}"/>')
    assert look.size == (12 if rise == 0 else 6.96)
    assert look.rise == pytest.approx(rise, abs=0.01)
    assert look.ascent + look.descent == pytest.approx(one_look("").ascent + one_look("").descent)


def test_letters_moved_by_points_make_room_for_it() -> None:
    look, plain = one_look('<w:position w:val="12"/>'), one_look("")
    assert (look.rise, look.ascent) == (6, plain.ascent + 6)
    look = one_look('<w:position w:val="-12"/>')
    assert (look.rise, look.descent) == (-6, plain.descent + 6)


@pytest.mark.parametrize(
    ("xml", "name", "value"),
    [
        ("<w:b/>", "bold", True),
        ("<w:i/>", "italic", True),
        ('<w:color w:val="A1B2C3"/>', "colour", "#a1b2c3"),
        ('<w:color w:val="auto"/>', "colour", "#000000"),
        ('<w:color w:val="red"/>', "colour", "#000000"),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="words"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ("<w:strike/>", "strike", True),
        ("<w:dstrike/>", "strike", True),
        ('<w:highlight w:val="darkYellow"/>', "fill", "#808000"),
        ('<w:shd w:val="clear" w:fill="DDDDDD"/>', "fill", "#dddddd"),
        ('<w:shd w:val="solid" w:color="123456" w:fill="DDDDDD"/>', "fill", "#123456"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "fill", ""),
        ('<w:spacing w:val="40"/>', "tracking", 2),
        ('<w:kern w:val="24"/>', "kerned", True),
        ('<w:kern w:val="26"/>', "kerned", False),
        ('<w:lang w:val="pl-PL"/>', "language", "pl-PL"),
        ('<w:lang w:val="x-none"/>', "language", "en-GB"),
    ],
)
def test_a_run_looks_as_its_properties_say(xml: str, name: str, value: object) -> None:
    assert getattr(one_look(xml), name) == value


def test_an_underline_of_another_kind_is_drawn_single_and_told() -> None:
    found = read(run('<w:u w:val="wave"/>'))
    assert found.looks[0].underline
    assert found.told == ["pdf-underline-kind"]
    assert found.remarks[0].names["kind"] == "wave"


def test_an_underline_in_a_colour_of_its_own_is_told() -> None:
    found = read(run('<w:u w:val="single" w:color="FF0000"/>'))
    assert found.told == ["pdf-underline-kind"]
    assert found.remarks[0].names["kind"] == "single #ff0000"
    assert read(run('<w:u w:val="none" w:color="FF0000"/>')).told == []


def test_letters_beyond_ascii_in_a_font_of_their_own_are_told() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/>'
    assert read(run(fonts, "cafe")).told == []
    found = read(run(fonts, "café"))
    assert found.told == ["pdf-font-replaced"]
    assert found.looks[0].faces == ("Arimo",)


@pytest.mark.parametrize(
    ("look", "paragraph", "colour"),
    [
        ("", '<w:shd w:val="clear" w:fill="1F3864"/>', "#ffffff"),
        ("", '<w:shd w:val="clear" w:fill="DDDDDD"/>', "#000000"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', '<w:shd w:fill="000000"/>', "#000000"),
        ('<w:highlight w:val="darkBlue"/>', "", "#ffffff"),
        ('<w:color w:val="000000"/>', '<w:shd w:val="clear" w:fill="000000"/>', "#000000"),
        ("", "", "#000000"),
    ],
)
def test_letters_without_a_colour_can_be_read_on_any_ground(
    look: str, paragraph: str, colour: str
) -> None:
    found = read(para(text("words", look), properties=paragraph))
    assert found.looks[0].colour == colour


def test_letters_can_be_read_in_a_dark_cell() -> None:
    work, (paragraph,) = opened(run(""))
    story = replace(story_of(work.package, work.package.main, "body"), ground="#000000")
    drafts_of(paragraph, story, work, EMPTY_LOOK)
    assert work.looks[0].colour == "#ffffff"


def pieces(found: Read) -> list[tuple[str, float]]:
    return [(each.text, found.work.looks[each.look].size) for each in found.texts]


def test_capitals_are_written_out() -> None:
    assert read(run("<w:caps/>", "Straße é")).words == ["STRASSE É"]


def test_small_capitals_are_capitals_at_four_fifths() -> None:
    found = read(run("<w:smallCaps/>", "Été 4b"))
    assert pieces(found) == [("É", 12), ("TÉ", 9.6), (" 4", 12), ("B", 9.6)]


def test_letters_of_other_scripts_have_their_own_size_face_and_language() -> None:
    look = (
        '<w:rFonts w:cs="Noto Naskh Arabic"/><w:szCs w:val="32"/><w:bCs/>'
        '<w:lang w:val="en-GB" w:bidi="ur-PK"/>'
    )
    found = read(run(look, f"Hello {ARABIC}, {ARABIC} 12"))
    first, second, third = found.texts
    assert [first.text, second.text, third.text] == ["Hello ", f"{ARABIC}, {ARABIC}", " 12"]
    looks = found.looks
    assert [each.language for each in looks] == ["en-GB", "ur-PK", "en-GB"]
    assert [each.size for each in looks] == [12, 16, 12]
    assert (looks[1].faces, looks[1].bold, looks[0].bold) == (("Noto Naskh Arabic",), True, False)


def test_a_run_can_ask_for_the_look_of_other_scripts() -> None:
    look = '<w:rFonts w:cs="Courier New"/><w:szCs w:val="20"/><w:rtl/>'
    assert one_look(look, "12").faces == ("Cousine",)
    assert one_look(look, "12").size == 10


def test_letters_in_a_run_of_another_script_fall_back_on_its_plain_font() -> None:
    look = one_look('<w:rFonts w:cs="Noto Sans Bengali"/><w:rtl/>', "\u0416 12")
    assert look.faces == ("Noto Sans Bengali", "Arimo")


def test_a_face_of_signs_steps_in_for_what_the_first_lacks_and_the_line_is_no_higher() -> None:
    found, plain = one_look("", "\u2714"), one_look("", "words")
    assert found.faces == ("Arimo", "Noto Sans Symbols 2")
    assert (found.ascent, found.descent) == (plain.ascent, plain.descent)


@pytest.mark.parametrize(
    ("letters", "family"),
    [
        (BENGALI, "Noto Sans Bengali"),
        (ARABIC, "Noto Naskh Arabic"),
        ("\u0a2a\u0a70\u0a1c", "Noto Sans Gurmukhi"),
    ],
)
def test_letters_of_a_higher_script_have_a_line_that_they_fit_in(letters: str, family: str) -> None:
    found, plain = one_look("", letters), one_look("", "words")
    wanted = one_look(f'<w:rFonts w:cs="{family}"/>', letters)
    assert found.faces == ("Arimo", family)
    assert found.ascent == max(plain.ascent, wanted.ascent)
    assert found.descent == max(plain.descent, wanted.descent)
    assert found.ascent + found.descent > plain.ascent + plain.descent


def test_what_no_face_has_stops_and_is_named_by_its_code_alone() -> None:
    found = read(run("", "a\u4e2d\u4e2db"))
    assert found.stopping == ["pdf-glyph-missing"]
    assert found.remarks[0].names["characters"] == "U+4E2D"
    assert found.words == ["a\u4e2d\u4e2db"]


def test_many_characters_that_no_face_has_are_told_in_bounded_words() -> None:
    found = read(run("", "".join(map(chr, range(0x4E00, 0x4E80)))))
    assert len(found.remarks) == 20
    assert sum(int(remark.names["count"]) for remark in found.remarks) == 128


@pytest.mark.parametrize("sign", ["\ufeff", "\u200f", "\u00ad", "\u2011", "\u200b"])
def test_signs_that_print_nothing_need_no_face(sign: str) -> None:
    assert read(run("", f"a{sign}b")).told == []


def test_a_byte_order_mark_is_dropped() -> None:
    assert read(run("", "a\ufeffb")).words == ["ab"]


@pytest.mark.parametrize(
    ("sign", "state", "alt"),
    [("☐", "empty", "not ticked"), ("☑", "tick", "ticked"), ("☒", "cross", "crossed")],
)
def test_boxes_to_tick_are_drawn(sign: str, state: str, alt: str) -> None:
    found = read(run('<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/>', f"{sign} yes"))
    tick = found.content[0]
    assert isinstance(tick, Tick)
    assert (tick.state, tick.alt) == (state, alt)
    assert found.words == [" yes"]
    assert found.told == []


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "00FC", "✓"),
        ("Symbol", "F061", "\u03b1"),
        ("Wingdings 2", "F050", "✓"),
        ("Arial", "00A7", "§"),
    ],
)
def test_a_symbol_is_the_sign_that_its_font_shows(font: str, code: str, shown: str) -> None:
    found = read(para(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))
    assert found.words == [shown]
    assert found.told == []


@pytest.mark.parametrize("code", ["F0FE", "F052"])
def test_a_ticked_symbol_is_a_box(code: str) -> None:
    font = "Wingdings" if code == "F0FE" else "Wingdings 2"
    (box,) = read(para(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')).content
    assert isinstance(box, Tick)
    assert box.state == "tick"


@pytest.mark.parametrize(
    ("font", "code"), [("Webdings", "F061"), ("Wingdings", "F0FF"), ("Wingdings", "x"), ("", "")]
)
def test_a_symbol_that_is_not_known_stops(font: str, code: str) -> None:
    found = read(para(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))
    assert found.stopping == ["pdf-symbol-unknown"]


def test_text_set_in_a_font_of_signs_is_read_as_these() -> None:
    assert read(run('<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "abg")).words == [
        "\u03b1\u03b2\u03b3"
    ]


def test_runs_that_look_alike_are_one_text() -> None:
    body = para(text("one "), text("two ", "<w:noProof/>"), text("three", "<w:b/>"))
    assert [piece.text for piece in read(body).texts] == ["one two ", "three"]
    assert isinstance(read(body).content[0], Text)
