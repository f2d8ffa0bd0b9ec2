"""What stands in a line is set where the tree says: gaps, tabs, links, boxes, directions."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from setwork import (
    ASCENT,
    BOLD,
    DATED,
    DRESSED,
    LARGE,
    LINE,
    LOOKS,
    MARGIN,
    PLAIN,
    SENTENCE,
    URDU,
    WIDTH,
    blue_box,
    cells,
    edges_of,
    inline,
    lines_of,
    para,
    pdf_of,
    placed,
    section,
    setter,
    words_in,
)
from tagwork import tags_of

from docgen.press.pdf.runs import (
    Break,
    Image,
    Inline,
    Link,
    Mark,
    Note,
    Space,
    Tab,
    Text,
    Tick,
)
from docgen.press.pdf.tree import (
    Align,
    Document,
    Lowered,
    Paragraph,
    Row,
    Stop,
    Table,
)

COLUMN = WIDTH - 2 * MARGIN
NEAR = 1.2  # a word's box is that of its ink, a little in from where it begins
INJECTION = '#read("/etc/passwd") $x$ *b* _i_ <l> @ref #panic() \\ ` // /* ~ --- "q"'


def test_a_line_is_as_high_as_its_highest_look_and_stands_under_its_ascent() -> None:
    found = placed(para("one"), para("two ", Text(LARGE, "LARGE")), para("three"))
    bases = [found[word].base - MARGIN for word in ("one", "two", "three")]
    assert bases == pytest.approx([ASCENT, LINE + 20, LINE + 26 + ASCENT], abs=0.01)


def test_text_of_a_letter_is_never_read_as_code() -> None:
    told = "".join(tag.text for tag in tags_of(pdf_of(para(INJECTION))).all("P"))
    assert told.strip() == INJECTION


def test_blanks_stay_as_many_as_they_are() -> None:
    one, two = placed(para("a b")), placed(para("a  b"))
    assert two["b"].x0 - one["b"].x0 == pytest.approx(11 * 0.278, abs=0.02)


@pytest.mark.parametrize("first", [-20.0, 0.0, 30.0])
def test_the_first_line_is_indented_by_itself(first: float) -> None:
    made = pdf_of(Paragraph(inline("Begin " + SENTENCE * 2), start=40, first=first))
    starts = [start for start, _ in edges_of(made)]
    assert starts == pytest.approx([40 + first, 40], abs=1.5)


@pytest.mark.parametrize(
    ("align", "reached"),
    [("start", False), ("end", True), ("justify", True), ("center", False)],
)
def test_lines_reach_the_margin_as_aligned(align: Align, reached: bool) -> None:
    made = pdf_of(Paragraph(inline(SENTENCE * 3), align=align))
    assert (abs(edges_of(made)[0][1] - COLUMN) < NEAR) is reached


def test_the_last_line_of_a_justified_paragraph_is_not_drawn_out() -> None:
    assert edges_of(pdf_of(Paragraph(inline(SENTENCE * 2), align="justify")))[-1][1] < COLUMN - 50


def test_a_word_is_not_broken_even_where_it_is_wider_than_its_line() -> None:
    long = "Anattendanceofficer" * 3
    assert lines_of(pdf_of(Paragraph(inline("a " + long + " b"), end=220))) == ["a", long, "b"]


def test_a_gap_is_as_wide_as_said_and_parts_the_words_beside_it() -> None:
    found = placed(
        para("Name", Space(100), "Date", Space(50, "line"), "end ", Space(40, "dots"), "3")
    )
    assert found["Date"].x0 - found["Name"].x1 == pytest.approx(100, abs=2)
    assert found["end"].x0 - found["Date"].x1 == pytest.approx(50, abs=2)
    assert found["3"].x0 - found["end"].x1 == pytest.approx(40 + 3, abs=2)


def test_a_gap_of_no_width_is_where_a_word_may_break() -> None:
    word = "Featherstonehaugh" * 2
    block = Paragraph(inline("so ", word, Space(0), word), end=220)
    assert lines_of(pdf_of(block)) == [f"so {word}", word]


def test_a_line_that_holds_only_a_leader_has_the_height_of_its_look() -> None:
    blank = Space(200, "line", look=LARGE)
    found = placed(Paragraph((blank, Break(), blank)), para("after"))
    assert found["after"].base == pytest.approx(MARGIN + 2 * 26 + ASCENT, abs=0.01)


def test_a_line_to_write_on_may_be_of_a_dressed_look() -> None:
    blank = Space(200, "line", look=DRESSED)
    assert placed(Paragraph((blank,)), para("after"))["after"].base == MARGIN + LINE + ASCENT


def test_underline_strike_and_highlight_leave_words_as_they_are() -> None:
    made = pdf_of(para("so ", Text(DRESSED, "dressed words"), " end"))
    assert lines_of(made) == ["so dressed words end"]
    assert tags_of(made).unmarked == ()


def test_a_tab_to_the_end_of_the_line_fills_it() -> None:
    stop = Stop(COLUMN, "end")
    found = placed(Paragraph(inline("left", Tab(PLAIN), "right"), stops=(stop,)))
    assert found["right"].x1 == pytest.approx(WIDTH - MARGIN, abs=NEAR)


@pytest.mark.parametrize(
    ("stop", "edge"),
    [
        (Stop(200), "start"),
        (Stop(200, "center"), "middle"),
        (Stop(200, "end"), "end"),
        (Stop(200, "end", "dots"), "end"),
    ],
)
def test_a_tab_that_lowering_could_not_reckon_is_measured(stop: Stop, edge: str) -> None:
    found = placed(Paragraph(inline("left", Tab(PLAIN), "stopped"), stops=(stop, Stop(300))))
    word = found["stopped"]
    at = {"start": word.x0, "middle": (word.x0 + word.x1) / 2, "end": word.x1}[edge]
    assert at == pytest.approx(MARGIN + 200, abs=NEAR)


def test_a_decimal_tab_puts_the_point_at_the_stop() -> None:
    stops = (Stop(200, "decimal"), Stop(300))
    short, long = (
        placed(Paragraph(inline("sum", Tab(PLAIN), figure), stops=stops))
        for figure in ("7.5", "1234.5")
    )
    assert short["7.5"].x1 == pytest.approx(long["1234.5"].x1, abs=0.1)


def test_a_tab_beyond_all_stops_goes_by_equal_steps() -> None:
    found = placed(Paragraph(inline("a", Tab(PLAIN), "b", Tab(PLAIN), "c"), stops=(Stop(50),)))
    assert [found[word].x0 - MARGIN for word in "bc"] == pytest.approx([50, 72], abs=1)


def test_tabs_begin_anew_after_a_break() -> None:
    content = inline("a long beginning", Break(), "b", Tab(PLAIN), "c")
    found = placed(Paragraph(content, start=10, first=-10, stops=(Stop(60), Stop(90))))
    assert found["c"].x0 == pytest.approx(MARGIN + 60, abs=NEAR)


def targets(pdf: bytes) -> list[str]:
    """Tell where the links of a PDF lead: an address, or `page`."""
    found: list[str] = []
    for page in PdfReader(BytesIO(pdf)).pages:
        for note in page.annotations or []:
            entry = note.get_object()
            assert isinstance(entry, DictionaryObject)
            action = entry.get("/A", DictionaryObject()).get_object()
            assert isinstance(action, DictionaryObject)
            found.append(str(action.get("/URI", "page")))
    return found


def test_links_lead_to_addresses_and_marks_and_a_dead_one_is_text() -> None:
    made = pdf_of(
        para(Link("https://example.org/a?b=1", inline("web")), " then"),
        para(Link("#here", inline("down")), " and ", Link("#gone", inline("nowhere"))),
        para(Mark("here"), "the place", Mark("here")),
    )
    assert targets(made) == ["https://example.org/a?b=1", "page"]
    assert "nowhere" in words_in(made)
    assert [tag.text.strip() for tag in tags_of(made).all("Link")] == ["web", "down"]


def test_a_box_to_tick_is_drawn_and_said() -> None:
    ticks = [Tick(PLAIN, "empty", "not ticked"), Tick(BOLD, "tick", "ticked")]
    made = pdf_of(para(*ticks, Tick(PLAIN, "cross", "crossed"), " Yes"))
    assert [tag.alt for tag in tags_of(made).all("Figure")] == ["not ticked", "ticked", "crossed"]


def test_a_picture_without_words_is_decoration() -> None:
    pictures = {"box.png": blue_box()}
    said = Image("box.png", 40, 20, "a blue box")
    made = pdf_of(para(said, " and ", replace(said, alt="")), pictures=pictures)
    assert [tag.alt for tag in tags_of(made).all("Figure")] == ["a blue box"]


def test_notes_are_numbered_and_stand_at_the_foot_of_their_page() -> None:
    notes = [Note(PLAIN, (para(text), para("more"))) for text in ("first-note", "second-note")]
    made = pdf_of(para("one", notes[0], " two", notes[1]), para("after"))
    tags = ["".join(tag.text.split()) for tag in tags_of(made).all("Note")]
    assert tags == ["1first-notemore", "2second-notemore"]
    assert words_in(made)["first-note"].base > 700


def test_a_note_without_a_paragraph_still_has_its_number() -> None:
    assert "1" in words_in(pdf_of(para("one", Note(PLAIN, ()))))


def test_runs_tell_their_language_and_lines_of_urdu_begin_at_the_right() -> None:
    urdu: tuple[Inline, ...] = (Text(URDU, "اسکول"),)
    made = pdf_of(para("School"), Paragraph(urdu, rtl=True, start=30))
    assert max(each.x1 for each in words_in(made).values()) == pytest.approx(
        WIDTH - MARGIN - 30, abs=2
    )
    assert [tag.language for tag in tags_of(made).all("P", "Span") if tag.language] == ["ur-PK"]


def test_a_letter_mostly_in_urdu_keeps_english_lines_and_tables_from_the_left() -> None:
    table = Table((100, 100), (Row(cells("First", "Second")),))
    document = Document("A letter", (section(para("English"), table),), LOOKS, language="ur-PK")
    found = words_in(setter().set([Lowered(document, {})], DATED))
    assert found["English"].x0 == pytest.approx(MARGIN, abs=2)
    assert found["First"].x0 < found["Second"].x0
