"""Lists: their labels, where they count on and where they start anew."""

import pytest
from textwork import level, lists, numbered, read
from wordfiles import para, text

from docgen.press.pdf.runs import Space, Text

OUTLINE = lists(
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "decimal", "%1.%2.%3")
)
BOUND = """
<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Clause"/>
<w:pPr><w:ind w:left="100" w:hanging="100"/></w:pPr></w:style>
"""


def styled(style: str, more: str = "") -> str:
    return para(text("item"), properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_levels_count_for_themselves_and_restart_under_the_next() -> None:
    body = "".join(numbered(1, at) for at in (0, 1, 1, 2, 0, 1, 2))
    labels = ["1.", "(a)", "(b)", "1.b.1", "2.", "(a)", "2.a.1"]
    assert read(body, sheets=OUTLINE).labels == labels


def test_a_level_above_that_was_never_met_counts_as_begun() -> None:
    assert read(numbered(1, 2), sheets=OUTLINE).labels == ["1.a.1"]


def test_two_lists_of_one_look_count_on() -> None:
    more = '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    sheets = lists(level(0, "decimal", "%1."), nums=more)
    body = numbered(1, 0) + numbered(8, 0) + numbered(1, 0)
    assert read(body, sheets=sheets).labels == ["1.", "2.", "3."]


def test_a_list_that_says_its_start_begins_there_where_it_is_met_first() -> None:
    more = (
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    sheets = lists(level(0, "decimal", "%1."), nums=more)
    body = numbered(1, 0) + numbered(8, 0) + numbered(8, 0) + numbered(1, 0)
    assert read(body, sheets=sheets).labels == ["1.", "5.", "6.", "7."]


def test_a_list_may_have_levels_of_its_own() -> None:
    more = (
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperRoman', '%1)')}</w:lvlOverride></w:num>"
    )
    sheets = lists(level(0, "decimal", "%1."), nums=more)
    assert read(numbered(8, 0) + numbered(8, 0), sheets=sheets).labels == ["I)", "II)"]


@pytest.mark.parametrize(("restart", "last"), [("0", "(c)"), ("1", "(a)")])
def test_a_level_restarts_as_it_says(restart: str, last: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>'
    sheets = lists(level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", more))
    body = "".join(numbered(1, at) for at in (0, 1, 1, 0, 1))
    assert read(body, sheets=sheets).labels[-1] == last


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    sheets = lists(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert read(numbered(1, 0) + numbered(1, 1), sheets=sheets).labels == ["I.", "1.1"]


def test_a_list_borrows_the_levels_of_a_list_style() -> None:
    borrowed = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Clauses"/></w:abstractNum>'
    )
    nums = '<w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>'
    sheets = lists(level(0, "decimal", "§ %1"), nums=nums)
    sheets["numbering"] = borrowed + sheets["numbering"]
    sheets["styles"] = (
        '<w:style w:type="numbering" w:styleId="Clauses"><w:name w:val="Clauses"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert read(numbered(8, 0), sheets=sheets).labels == ["§ 1"]


def test_styles_bound_to_levels_number_their_paragraphs() -> None:
    levels = level(0, "decimal", "%1.", '<w:pStyle w:val="Clause"/>')
    levels += level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>')
    sheets = {**lists(levels), "styles": BOUND}
    body = styled("Clause") + styled("Sub") + styled("Sub") + styled("Own")
    found = read(body, sheets=sheets)
    assert found.labels == ["1.", "1.1", "1.2", "2."]
    assert [d.paragraph.start for d in found.drafts] == [36, 72, 72, 5]


def test_a_paragraph_may_leave_the_list_of_its_style_and_its_indents() -> None:
    sheets = {**lists(level(0, "decimal", "%1.")), "styles": BOUND}
    body = styled("Clause", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = read(body, sheets=sheets)
    assert found.labels == [""]
    assert found.drafts[0].paragraph.start == 0


def test_indents_of_its_own_win_over_those_of_the_list() -> None:
    found = read(numbered(1, 0, more='<w:ind w:left="1000"/>'), sheets=OUTLINE)
    paragraph = found.drafts[0].paragraph
    assert (paragraph.start, paragraph.first) == (50, -18)


@pytest.mark.parametrize(
    ("look", "code", "shown"),
    [
        ("Symbol", 0xF0B7, "•"),
        ("Wingdings", 0xF0A7, "▪"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Courier New", ord("o"), "o"),
        ("Arial", 0x2013, "\u2013"),
    ],
)
def test_bullets_are_the_signs_that_word_shows(look: str, code: int, shown: str) -> None:
    font = f'<w:rPr><w:rFonts w:ascii="{look}" w:hAnsi="{look}"/></w:rPr>'
    found = read(numbered(1, 0), sheets=lists(level(0, "bullet", chr(code), look=font)))
    assert found.labels == [shown]
    label = found.drafts[0].label
    assert label is not None
    assert not label.ordered


@pytest.mark.parametrize(
    ("suffix", "extent"), [("tab", 18), ("space", 6.672 + 3.336 + 3.336), ("nothing", 10.008)]
)
def test_the_text_begins_after_what_follows_the_label(suffix: str, extent: float) -> None:
    sheets = lists(level(0, "decimal", "%1.", f'<w:suff w:val="{suffix}"/>'))
    label = read(numbered(1, 0), sheets=sheets).drafts[0].label
    assert label is not None
    assert label.extent == pytest.approx(extent, abs=0.01)


def test_a_label_wider_than_its_place_leads_to_the_next_stop() -> None:
    found = read(numbered(1, 0), sheets=lists(level(0, "decimal", "Clause %1")))
    label = found.drafts[0].label
    assert label is not None
    assert label.extent == 72 - 18


def test_a_label_that_ends_at_its_place_stands_before_it() -> None:
    made = level(0, "decimal", "%1.").replace('lvlJc w:val="left"', 'lvlJc w:val="right"')
    label = read(numbered(1, 0), sheets=lists(made)).drafts[0].label
    assert label is not None
    assert label.content[0] == Space(-10.008)
    assert label.extent == 18


def test_a_level_that_writes_nothing_counts_all_the_same() -> None:
    levels = level(0, "none", "") + level(1, "decimal", "%1.%2")
    found = read(numbered(1, 0) + numbered(1, 1), sheets=lists(levels))
    assert found.labels == ["", ".1"]
    assert found.drafts[0].label is None


def test_a_number_in_another_script_stops() -> None:
    found = read(numbered(1, 0), sheets=lists(level(0, "chineseCounting", "%1.")))
    assert found.stopping == ["pdf-number-format"]
    assert found.remarks[0].names["format"] == "chineseCounting"


def test_a_picture_as_bullet_stops() -> None:
    found = read(
        numbered(1, 0), sheets=lists(level(0, "bullet", "•", '<w:lvlPicBulletId w:val="0"/>'))
    )
    assert found.stopping == ["pdf-number-picture"]


@pytest.mark.parametrize("numbering", ["", lists(level(0, "decimal", "%1."))["numbering"]])
@pytest.mark.parametrize("at", [8, 12345])
def test_a_list_or_level_that_is_not_there_numbers_nothing(numbering: str, at: int) -> None:
    body = numbered(1, at) + numbered(99, 0)
    assert read(body, sheets={"numbering": numbering}).labels == ["", ""]


def test_the_label_has_the_look_of_the_paragraphs_mark_but_no_underline() -> None:
    mark = '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>'
    found = read(numbered(1, 0, more=mark), sheets=OUTLINE)
    label = found.drafts[0].label
    assert label is not None
    (number,) = label.content
    assert isinstance(number, Text)
    look = found.work.looks[number.look]
    assert (look.bold, look.underline) == (True, False)


def test_a_numbered_heading_has_its_number_and_the_gap_after_it() -> None:
    body = para(
        text("Aims"),
        properties='<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/>'
        '<w:numId w:val="1"/></w:numPr>',
    )
    found = read(body, sheets=OUTLINE)
    draft = found.drafts[0]
    assert draft.label is None
    assert draft.paragraph.heading == 1
    assert found.labels == ["1."]
    assert isinstance(draft.paragraph.label[-1], Space)
