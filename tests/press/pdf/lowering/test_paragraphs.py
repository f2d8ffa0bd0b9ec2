"""Paragraphs: their shape, headings, page breaks, borders, and lines with nothing on them."""

import pytest
from textwork import BREAK, PAGE_BREAK, read
from wordfiles import para, text

from docgen.press.pdf.runs import Break, Space, Text
from docgen.press.pdf.tree import Line, Sides

STYLES = """
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="H9"><w:name w:val="heading 9"/></w:style>
"""
SHEETS = {"styles": STYLES}
MOVES = {"settings": "<w:compat><w:splitPgBreakAndParaMark/></w:compat>"}


def heading(style: str, words: str = "Aims") -> str:
    return para(text(words), properties=f'<w:pStyle w:val="{style}"/>')


@pytest.mark.parametrize(
    ("xml", "name", "value"),
    [
        ('<w:ind w:left="720"/>', "start", 36),
        ('<w:ind w:start="720"/>', "start", 36),
        ('<w:ind w:left="1in"/>', "start", 72),
        ('<w:ind w:left="99999999"/>', "start", 1584),
        ('<w:ind w:right="-200"/>', "end", -10),
        ('<w:ind w:firstLine="200"/>', "first", 10),
        ('<w:ind w:firstLine="200" w:hanging="100"/>', "first", -5),
        ('<w:jc w:val="right"/>', "align", "end"),
        ('<w:jc w:val="both"/>', "align", "justify"),
        ('<w:jc w:val="center"/>', "align", "center"),
        ('<w:jc w:val="numTab"/>', "align", "start"),
        ("<w:bidi/>", "rtl", True),
        ("<w:keepNext/>", "keep_next", True),
        ("<w:keepLines/>", "keep_lines", True),
        ("<w:pageBreakBefore/>", "break_before", True),
        ('<w:widowControl w:val="0"/>', "widows", False),
        ("", "widows", True),
        ('<w:shd w:val="clear" w:fill="EEEEEE"/>', "fill", "#eeeeee"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "fill", ""),
    ],
)
def test_a_paragraph_is_shaped_as_its_properties_say(xml: str, name: str, value: object) -> None:
    found = read(para(text("words"), properties=xml))
    assert getattr(found.drafts[0].paragraph, name) == value


def test_letters_spread_over_the_line_are_justified_and_told() -> None:
    found = read(para(text("words"), properties='<w:jc w:val="distribute"/>'))
    assert found.drafts[0].paragraph.align == "justify"
    assert found.told == ["pdf-east-asian-layout"]


@pytest.mark.parametrize(
    ("xml", "before", "after"),
    [
        ("", 0, 8),
        ('<w:spacing w:before="120" w:after="240"/>', 6, 12),
        ('<w:spacing w:after="-100"/>', 0, 0),
        ('<w:spacing w:after="x"/>', 0, 8),
        ('<w:spacing w:beforeAutospacing="1" w:before="10"/>', 14, 8),
    ],
)
def test_a_paragraph_has_space_around_it(xml: str, before: float, after: float) -> None:
    draft = read(para(text("words"), properties=xml)).drafts[0]
    assert (draft.before, draft.after, draft.paragraph.gap) == (before, after, 0)


def test_a_frame_and_contextual_spacing_are_handed_on() -> None:
    xml = '<w:framePr w:w="4000" w:hAnchor="page"/><w:contextualSpacing/>'
    draft = read(para(text("words"), properties=xml)).drafts[0]
    assert draft.frame == {"w": "4000", "hAnchor": "page"}
    assert (draft.contextual, draft.style) == (True, "Normal")


def test_borders_are_lines_of_the_tree() -> None:
    border = (
        '<w:pBdr><w:top w:val="nil"/><w:left w:val="single" w:sz="12" w:space="8" '
        'w:color="767676"/></w:pBdr>'
    )
    found = read(para(text("words"), properties=border))
    assert found.drafts[0].paragraph.borders == Sides(start=Line(1.5, "#767676", space=8))
    assert found.told == []


@pytest.mark.parametrize(
    ("side", "kind", "told", "stopping"),
    [
        ("top", "wave", ["pdf-border-kind"], []),
        ("between", "single", ["pdf-border-kind"], ["pdf-border-kind"]),
        ("between", "nil", [], []),
    ],
)
def test_borders_that_are_drawn_otherwise_are_told(
    side: str, kind: str, told: list[str], stopping: list[str]
) -> None:
    xml = f'<w:pBdr><w:{side} w:val="{kind}" w:sz="4"/></w:pBdr>'
    found = read(para(text("words"), properties=xml))
    assert (found.told, found.stopping) == (told, stopping)


@pytest.mark.parametrize(
    ("styles", "levels"),
    [
        (("Heading1", "H2", "H3"), [1, 2, 3]),
        (("Title", "Heading1", "H2", "Heading1"), [1, 2, 3, 2]),
        (("Heading1", "H3", "H2"), [1, 2, 2]),
        (("H2", "H2"), [1, 2]),
        (("Normal", "Heading1"), [0, 1]),
    ],
)
def test_headings_leave_no_level_out(styles: tuple[str, ...], levels: list[int]) -> None:
    found = read("".join(map(heading, styles)), sheets=SHEETS)
    assert [draft.paragraph.heading for draft in found.drafts] == levels


def test_a_level_that_was_left_out_is_told() -> None:
    found = read(heading("Heading1") + heading("H9"), sheets=SHEETS)
    assert found.told == ["pdf-heading-jump"]
    assert found.remarks[0].names == {"level": "6", "before": "1", "count": "1"}


def test_an_outline_level_makes_a_heading() -> None:
    body = para(text("Aims"), properties='<w:outlineLvl w:val="0"/>')
    body += para(text("text"), properties='<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>')
    assert [draft.paragraph.heading for draft in read(body).drafts] == [1, 0]


@pytest.mark.parametrize("story", ["header", "footnote"])
def test_there_are_no_headings_outside_the_text(story: str) -> None:
    assert read(heading("Heading1"), name=story).drafts[0].paragraph.heading == 0


def test_an_empty_heading_is_none() -> None:
    assert read(heading("Heading1", " ")).drafts[0].paragraph.heading == 0


def test_an_empty_paragraph_is_as_high_as_its_mark() -> None:
    found = read(para(properties='<w:rPr><w:sz w:val="48"/></w:rPr>') + para(text("words")))
    line = found.looks[0].ascent + found.looks[0].descent
    assert found.drafts[0].paragraph.empty == pytest.approx(2 * line, abs=0.1)
    assert found.drafts[1].paragraph.empty == 0


def test_a_paragraph_that_is_hidden_with_its_mark_is_none() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    assert read(para(text("x", "<w:vanish/>"), properties=hidden)).drafts == ()


def test_a_hidden_mark_after_text_stops() -> None:
    found = read(para(text("x"), properties="<w:rPr><w:vanish/></w:rPr>"))
    assert found.stopping == ["pdf-hidden-mark"]


def test_a_page_break_splits_a_paragraph() -> None:
    indents = '<w:spacing w:before="200"/><w:ind w:left="200" w:firstLine="200"/>'
    found = read(para(text("one"), PAGE_BREAK, text("two"), properties=indents))
    first, second = found.drafts
    assert found.words == ["one", "two"]
    assert (first.before, first.after, second.before, second.after) == (10, 0, 0, 8)
    assert (first.paragraph.first, second.paragraph.first) == (10, 0)
    assert (first.paragraph.break_before, second.paragraph.break_before) == (False, True)


@pytest.mark.parametrize(
    ("runs", "sheets", "expected"),
    [
        ((PAGE_BREAK, text("x")), {}, [("x", True, False)]),
        ((text("x"), PAGE_BREAK), {}, [("x", False, True)]),
        ((PAGE_BREAK,), {}, [("", False, True)]),
        ((PAGE_BREAK, PAGE_BREAK), {}, [("", True, True)]),
        ((text("x"), PAGE_BREAK), MOVES, [("x", False, False), ("", True, False)]),
        ((PAGE_BREAK,), MOVES, [("", True, False)]),
    ],
)
def test_a_page_break_at_an_edge_leaves_no_empty_line(
    runs: tuple[str, ...], sheets: dict[str, str], expected: list[tuple[str, bool, bool]]
) -> None:
    found = read(para(*runs), sheets=sheets)
    edges = [(d.paragraph.break_before, d.ends_page) for d in found.drafts]
    assert [(words, *edge) for words, edge in zip(found.words, edges, strict=True)] == expected


def test_a_paragraph_of_a_page_break_alone_takes_no_height() -> None:
    assert read(para(PAGE_BREAK)).drafts[0].paragraph.empty == 0


def test_lines_with_nothing_on_them_are_as_high_as_the_mark() -> None:
    found = read(para(text("a"), BREAK, BREAK, text("b"), BREAK))
    flat = Space(0, look=0)
    assert found.content == (Text(0, "a"), Break(), flat, Break(), Text(0, "b"), Break(), flat)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("cert-c1-2025-10-20", ["cert-c1-", "2025-", "10-", "20"]),
        ("well-known", ["well-known"]),
        ("-5 degrees", ["-5 degrees"]),
        ("a - 5", ["a - 5"]),
    ],
)
def test_a_line_may_break_after_a_hyphen_before_a_digit(words: str, parts: list[str]) -> None:
    found = read(para(text(words)))
    assert [piece.text for piece in found.texts] == parts
    assert found.content.count(Space(0)) == len(parts) - 1


@pytest.mark.parametrize(
    ("words", "width", "parts"),
    [
        ("Fetherstonehaugh-Cholmondeley", 98, ["Fetherstonehaugh", "-Cholmondeley"]),
        ("Fetherstonehaugh-Cholmondeley", 102, ["Fetherstonehaugh-Cholmondeley"]),
        ("Fetherstonehaugh", 98, ["Fetherstonehaugh"]),
        ("Fetherstonehaugh", 97, ["Fetherstonehaug", "h"]),
        ("short words in a column", 39, ["short words in a column"]),
        ("short words in a column", 38, ["short words in a colum", "n"]),
        ("a" * 40, 100, ["a" * 14, "a" * 14, "a" * 12]),
        ("words", 0, ["words"]),
    ],
)
def test_a_word_wider_than_its_column_breaks_where_it_is_full(
    words: str, width: float, parts: list[str]
) -> None:
    found = read(para(text(words)), width=width)
    assert [piece.text for piece in found.texts] == parts
