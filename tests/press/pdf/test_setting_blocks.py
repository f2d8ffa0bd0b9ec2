"""Blocks stand one below the other as the tree says, and what belongs together stays together."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Picture
from setwork import (
    ASCENT,
    BOX,
    HEIGHT,
    LINE,
    LOOSE,
    MARGIN,
    PLAIN,
    SENTENCE,
    WIDTH,
    blue_box,
    bullets,
    cells,
    filled,
    inline,
    lines_of,
    para,
    pdf_of,
    placed,
    rows,
    words_in,
)
from tagwork import tags_of

from docgen.model.pages import Boxed
from docgen.press.pdf.pages import page_count, pages_in, pages_of
from docgen.press.pdf.runs import Image, Text
from docgen.press.pdf.tree import (
    Block,
    Cell,
    Float,
    Frame,
    Item,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Row,
    Sides,
    Table,
)

ROOM = int((HEIGHT - 2 * MARGIN) // LINE)  # lines on a page
LABEL = 10.0
TEXT = 25.0


def tops(found: dict[str, Boxed], *words: str) -> list[float]:
    """Give how far the tops of the words' lines stand below the margin."""
    return [round(found[word].base - ASCENT - MARGIN, 2) for word in words]


def test_a_gap_stands_above_its_block_and_that_of_the_first_does_not_fall_away() -> None:
    found = placed(para("one", gap=20), para("two"), para("three", gap=7))
    assert tops(found, "one", "two", "three") == [20, 20 + LINE, 27 + 2 * LINE]


def test_an_empty_paragraph_has_its_height() -> None:
    found = placed(para("one"), Paragraph((), empty=30, gap=5), para("two"))
    assert tops(found, "two") == [LINE + 35]


def test_a_page_break_begins_a_page_and_the_gap_after_it_stays() -> None:
    made = pdf_of(
        para("one"),
        PageBreak(),
        para("two", gap=40),
        replace(para("three", gap=9), break_before=True),
    )
    found = words_in(made)
    assert [found[word].page for word in ("one", "two", "three")] == [1, 2, 3]
    assert tops(found, "two", "three") == [40, 9]


def test_a_break_before_the_first_paragraph_makes_no_blank_page() -> None:
    assert page_count(pdf_of(replace(para("one"), break_before=True))) == 1


def test_a_heading_keeps_to_what_follows_it() -> None:
    heading = replace(para("Heading", keep_next=True), heading=1)
    found = words_in(pdf_of(*filled(ROOM - 1), heading, para("under")))
    assert [found[word].page for word in ("Heading", "under")] == [2, 2]


@pytest.mark.parametrize(("widows", "lines"), [(True, 3), (False, 1)])
def test_single_lines_at_a_page_end_are_kept_with_others(*, widows: bool, lines: int) -> None:
    three = replace(para(SENTENCE * 3), widows=widows)
    assert len(lines_of(pdf_of(*filled(ROOM - 2), three), 2)) == lines


@pytest.mark.parametrize(("keep", "page"), [(True, 2), (False, 1)])
def test_lines_kept_together_move_as_one(*, keep: bool, page: int) -> None:
    long = replace(para("Begin " + SENTENCE * 4), keep_lines=keep)
    assert words_in(pdf_of(*filled(ROOM - 3), long))["Begin"].page == page


def test_a_paragraph_longer_than_a_page_breaks_though_its_lines_are_kept() -> None:
    made = pdf_of(para("first"), replace(para(SENTENCE * 120), keep_lines=True), para("last"))
    found = words_in(made)
    assert [found[word].page for word in ("first", "The", "last")] == [1, 1, 2]


def test_what_line_spacing_adds_below_may_hang_over_a_page_end_and_is_a_gap_elsewhere() -> None:
    loose = [para(Text(LOOSE, f"loose-{n}")) for n in range(100)]
    found = words_in(pdf_of(*loose))
    assert tops(found, "loose-1") == [LINE + 5]
    fitting = int((HEIGHT - 2 * MARGIN + 5) // (LINE + 5))
    assert [found[f"loose-{n}"].page for n in (fitting - 1, fitting)] == [1, 2]


def test_labels_stand_at_the_indent_and_text_after_the_hang() -> None:
    made = pdf_of(bullets("one", "two", gap=4))
    found = words_in(made)
    assert found["•"].x0 - MARGIN == pytest.approx(LABEL, abs=1)
    assert found["one"].x0 - MARGIN == pytest.approx(TEXT, abs=1)
    assert tops(found, "two") == [LINE + 4 + 4]
    tagged = tags_of(made)
    assert [tag.text.strip() for tag in tagged.all("Lbl")] == ["•", "•"]
    assert [tag.text.strip() for tag in tagged.all("LBody")] == ["one", "two"]


def test_a_label_wider_than_its_hang_does_not_wrap() -> None:
    wide = Item(inline("Clause twelve:"), (replace(para("text"), first=70),))
    found = placed(Listing((wide,), indent=0, hang=15, ordered=True), para("after"))
    assert tops(found, "after") == [LINE]
    assert found["text"].x0 > found["twelve:"].x1


def test_a_right_to_left_list_has_its_labels_at_the_right() -> None:
    item = Item(inline("9."), (replace(para("text"), rtl=True),))
    found = placed(Listing((item,), indent=10, hang=15, rtl=True))
    label = max(word.x1 for text, word in found.items() if text != "text")
    assert WIDTH - MARGIN - label == pytest.approx(LABEL, abs=1)
    assert WIDTH - MARGIN - found["text"].x1 == pytest.approx(TEXT, abs=1)


def test_gaps_between_items_may_differ_and_lists_nest() -> None:
    inner = Listing((Item(inline("-"), (para("inner"),)),), indent=5, hang=10, gap=2)
    items = (("one", 0.0), ("two", 9.0), ("three", 1.0))
    outer = [Item(inline("•"), (para(text, gap=gap), inner)) for text, gap in items]
    found = placed(Listing(tuple(outer), indent=10, hang=15, gap=6))
    assert tops(found, "one", "two", "three") == [6, 6 + 2 * LINE + 2 + 9, 6 + 4 * LINE + 4 + 10]
    assert found["inner"].x0 - MARGIN == pytest.approx(TEXT + 15, abs=1)


def test_numbers_of_a_list_are_its_labels() -> None:
    items = tuple(Item(inline(label), (para("x"),)) for label in ("3.", "(iv)", "E"))
    made = pdf_of(Listing(items, indent=0, hang=20, ordered=True))
    assert [tag.text.strip() for tag in tags_of(made).all("Lbl")] == ["3.", "(iv)", "E"]


@pytest.mark.parametrize(("keep", "page"), [(True, 2), (False, 1)])
def test_a_list_whose_items_keep_to_the_next_moves_with_what_follows(
    *, keep: bool, page: int
) -> None:
    intro = para("intro", keep_next=True)
    made = pdf_of(*filled(ROOM - 3), intro, bullets("one", "two", keep_next=keep), para("after"))
    assert words_in(made)["intro"].page == page


def signatures(count: int, *, keep_last: bool = False) -> Table:
    """Make a table to sign in, whose rows keep to each other."""
    kept = rows(count, keep_next=True)
    return Table((100, 100), (*kept[:-1], replace(kept[-1], keep_next=keep_last)))


def test_a_table_whose_rows_keep_to_the_next_stays_whole_with_its_heading() -> None:
    heading = replace(para("Signatures", keep_next=True), heading=1)
    found = words_in(pdf_of(*filled(ROOM - 6), heading, signatures(5), para("after")))
    assert {found[word].page for word in ("Signatures", "row-1", "row-5", "after")} == {2}


@pytest.mark.parametrize(("keep", "page"), [(True, 2), (False, 1)])
def test_the_last_row_may_keep_to_what_follows(*, keep: bool, page: int) -> None:
    above = filled(ROOM - 7)
    found = words_in(pdf_of(*above, signatures(5, keep_last=keep), para("after")))
    assert found["row-1"].page == page
    assert found["after"].page == 2


def test_a_kept_table_longer_than_a_page_begins_where_it_stands_and_breaks() -> None:
    made = pdf_of(para("before"), signatures(60, keep_last=True), para("after"))
    found = words_in(made)
    assert [found[word].page for word in ("row-1", "row-60", "after")] == [1, 2, 2]


def test_a_row_that_cannot_split_moves_unless_it_is_longer_than_a_page() -> None:
    def made(lines: int) -> dict[str, Boxed]:
        cell = Cell(0, (para("Begin"), *filled(lines)))
        return words_in(pdf_of(*filled(9), Table((200,), (Row((cell,), splits=False),))))

    assert made(ROOM - 2)["Begin"].page == 2
    assert made(ROOM + 5)["Begin"].page == 1


def test_heading_rows_stand_again_on_each_page_and_are_read_once() -> None:
    head = Row(cells("Name", "Signature"))
    made = pdf_of(Table((100, 100), (head, *rows(60)), headings=1))
    tagged = tags_of(made)
    assert [(tag.text.strip(), tag.scope) for tag in tagged.all("TH")] == [
        ("Name", "Column"),
        ("Signature", "Column"),
    ]
    assert "Name" in lines_of(made, 2)[0]


def test_a_table_that_only_arranges_is_none_to_a_reader() -> None:
    made = pdf_of(Table((100, 100), (Row(cells("left", "right")),), headings=1, layout=True))
    assert tags_of(made).all("Table", "TH", "TD") == ()


def test_rows_have_their_least_height_or_just_that() -> None:
    tall = Row((Cell(0, (*filled(4),)),), height=30)
    exact = Row((Cell(0, filled(1)),), height=8, exact=True)
    low = Row((Cell(0, (para("low"),), insets=(3, 0, 4, 0)),), height=50)
    found = placed(Table((300,), (tall, exact, low)), para("after"))
    assert tops(found, "low", "after") == [4 * LINE + 8 + 3, 4 * LINE + 8 + 50]


def test_what_is_higher_than_a_row_of_exact_height_is_cut_off_but_read_out() -> None:
    cell = Cell(0, filled(4), insets=(2, 5, 3, 5))
    low = Row((cell,), height=LINE + 5, exact=True)
    made = pdf_of(Table((300,), (low,)))
    assert inked(made) <= MARGIN + low.height
    assert inked(pdf_of(Table((300,), (replace(low, exact=False),)))) > MARGIN + 3 * LINE
    assert [tag.text.strip() for tag in tags_of(made).all("P")] == [
        f"line {n}" for n in range(1, 5)
    ]


def test_what_has_room_in_a_row_of_exact_height_stands_where_it_would() -> None:
    for place, top in (("top", 2.0), ("center", 2 + (LINE * 2 - 5) / 2), ("bottom", LINE * 2 - 3)):
        cell = Cell(0, (para("at"),), insets=(2, 0, 3, 0), place=place)  # type: ignore[arg-type]
        wide = Cell(1, (para("w " * 40),))
        found = placed(Table((300, 20), (Row((cell, wide), height=LINE * 3, exact=True),)))
        assert tops(found, "at") == [pytest.approx(top)]


def test_only_rows_that_are_all_exact_are_cut_off() -> None:
    tall = Cell(0, filled(6), down=2)
    exact = Row((tall, Cell(1, ())), height=LINE, exact=True)
    for second, most in (
        (Row((Cell(1, ()),), height=LINE, exact=True), 2),
        (Row((Cell(1, ()),)), 6),
    ):
        found = inked(pdf_of(Table((100, 100), (exact, second))))
        assert (found <= MARGIN + 2 * LINE) is (most == 2)


def inked(pdf: bytes) -> float:
    """Give how far down the first page anything is drawn, in points."""
    page = Picture.open(BytesIO(pages_of(pdf, 72)[0])).convert("L")
    box = page.point(lambda level: 255 * (level < 128)).getbbox()
    return box[3] if box else 0


def test_a_least_height_that_nobody_can_tell_beforehand_is_held_by_a_strut() -> None:
    long = Row((Cell(0, (para(SENTENCE),)),), height=60)
    found = placed(Table((60,), (long,)), para("after"))
    low = placed(Table((300,), (replace(long, height=61),)), para("after"))
    assert tops(found, "after")[0] > 60
    assert tops(low, "after") == [61]


@pytest.mark.parametrize(("place", "top"), [("top", 0.0), ("center", 20.0), ("bottom", 40.0)])
def test_text_stands_at_its_place_in_a_cell(place: str, top: float) -> None:
    at = Cell(0, (para("at"),), place=place)  # type: ignore[arg-type]
    wide = Cell(1, (para("w " * 40),))
    for other in (Cell(1, ()), replace(wide, blocks=(para("x"),))):
        found = placed(Table((60, 200), (Row((at, other), height=40 + LINE),)))
        assert tops(found, "at") == [top]


def test_merged_cells_cover_their_columns_and_rows() -> None:
    first = Row((Cell(0, (para("tall"),), down=2), Cell(1, (para("b"),)), Cell(2, (para("c"),))))
    second = Row((Cell(1, (para("wide " * 12),), across=2),))
    found = placed(Table((60, 60, 200), (first, second)))
    assert found["wide"].x0 - MARGIN == pytest.approx(60, abs=1)
    assert tops(found, "wide") == [LINE]


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (Table((100,), (Row(cells("t")),), indent=30), 30.0),
        (Table((100,), (Row(cells("t")),), indent=-20), -20.0),
        (Table((100,), (Row(cells("t")),), align="end"), 351.0),
        (Table((100,), (Row(cells("t")),), align="center"), 175.5),
        (Table((100, 50), (Row(cells("t", "u")),), rtl=True), 351.0),
        (Frame((para("t"),), 200, 100, 80), 128.0),
        (Frame((para("t"),), 90, 5, 80, of_page=False), 18.0),
    ],
)
def test_blocks_begin_where_they_are_put(block: Block, left: float) -> None:
    assert placed(block)["t"].x0 - MARGIN == pytest.approx(left, abs=0.7)


def test_borders_and_fills_are_no_part_of_the_text() -> None:
    dressed = replace(para("inside"), borders=BOX, fill="#eeeeee", start=20, first=-20)
    made = pdf_of(dressed, Table((80,), (Row(cells("cell", borders=BOX)),)))
    tagged = tags_of(made)
    assert [tag.name for tag in tagged.all("P", "Table", "TD")] == ["P", "Table", "TD", "P"]
    assert tagged.unmarked == ()


def test_lines_above_and_below_a_paragraph_take_room() -> None:
    lined = replace(para("lined"), borders=Sides(top=Line(1, space=4), bottom=Line(2, space=3)))
    assert tops(placed(lined, para("after")), "lined", "after") == [5, 5 + LINE + 5]


def test_a_frame_stands_at_its_place_of_the_page_and_text_goes_on_below_it() -> None:
    frame = Frame((para("framed"), para("again")), 300, 90, 100, apart=False)
    free = placed(frame, para("text"))
    assert (free["framed"].base, free["text"].base) == (90 + ASCENT, MARGIN + ASCENT)
    clear = placed(replace(frame, apart=True), para("text"))
    assert clear["text"].base == pytest.approx(90 + 2 * LINE + ASCENT)
    below = placed(para("before"), replace(frame, apart=True, height=60), para("text"))
    assert below["text"].base == pytest.approx(90 + 60 + ASCENT)


def test_a_frame_of_the_text_stands_where_the_text_is() -> None:
    frame = Frame((para("framed"),), 100, 5, 100, of_page=False)
    assert tops(placed(para("one"), frame, para("two")), "framed", "two") == [
        LINE + 5,
        2 * LINE + 5,
    ]


@pytest.mark.parametrize(("of_page", "top"), [(True, 30.0), (False, MARGIN + LINE + 30)])
def test_a_picture_at_a_place_takes_no_room(*, of_page: bool, top: float) -> None:
    image = Float(Image("box.png", 40, 20, "a box"), 400, 30, of_page=of_page)
    made = pdf_of(para("one"), image, para("two"), pictures={"box.png": blue_box()})
    mark = pages_in(made).marks[0]
    assert (mark.x0, mark.y0) == pytest.approx((400, top), abs=0.1)
    assert tops(words_in(made), "two") == [LINE]


def test_a_picture_in_the_line_stands_on_it() -> None:
    made = pdf_of(para("one ", Image("box.png", 40, 50, "a box")), pictures={"box.png": blue_box()})
    mark = pages_in(made).marks[0]
    assert mark.y1 == pytest.approx(words_in(made)["one"].base, abs=0.1)
    assert words_in(made)["one"].base == pytest.approx(MARGIN + 50, abs=0.1)


def test_headings_are_real_and_carry_their_numbers() -> None:
    title = replace(para("Title"), heading=1)
    section = Paragraph(inline("Why"), heading=2, label=inline("1.", " "), start=20, first=-20)
    tagged = tags_of(pdf_of(title, section, para("text")))
    assert [(tag.name, tag.text.strip()) for tag in tagged.all("H1", "H2")] == [
        ("H1", "Title"),
        ("H2", "1. Why"),
    ]
    assert len(tagged.all("P")) == 1


def test_a_right_to_left_paragraph_begins_at_the_right() -> None:
    block = Paragraph((Text(PLAIN, "right"),), rtl=True, start=30, end=5)
    assert placed(block)["right"].x1 == pytest.approx(WIDTH - MARGIN - 30, abs=0.7)
