"""Tables: where they stand, how high their rows are, what keeps together, what is told."""

import pytest
from blockwork import (
    bordered,
    borders,
    cell,
    lowered,
    plain,
    row,
    side,
    spaced,
    table,
    table_in,
    told,
    width,
    words_of,
)

from docgen.press.pdf.tree import Lowered, Paragraph, Row, Table

OLDER = {"settings": ""}
KEPT = "<w:keepNext/>"


def read(*rows: str, properties: str = "", **more: object) -> Table:
    body = plain("before") + table(*rows, properties=properties) + plain("after")
    return table_in(lowered(body, **more).document.sections[0].blocks)


def remarks(body: str) -> list[str]:
    return told(lowered(plain("before") + body + plain("after")))


def insets(made: Table) -> list[tuple[float, float]]:
    return [(row.cells[0].insets[0], row.cells[0].insets[2]) for row in made.rows]


def indented(points: float) -> str:
    return f'<w:tblInd w:w="{points * 20:g}" w:type="dxa"/>'


@pytest.mark.parametrize(
    ("properties", "modern", "older"),
    [
        ("", 0, -5.4),
        (indented(25), 25, 19.6),
        (indented(-15), -15, -20.4),
        (bordered(0.5), 0.25, -5.4),
        (bordered(3) + indented(25), 26.5, 19.6),
        (indented(25) + '<w:jc w:val="center"/>', 0, 0),
    ],
)
def test_a_table_begins_where_its_version_of_word_puts_it(
    properties: str, modern: float, older: float
) -> None:
    assert read(row("a", "b"), properties=properties).indent == modern
    made = read(row("a", "b"), properties=properties, sheets=OLDER)
    assert made.indent == pytest.approx(older)


@pytest.mark.parametrize(
    ("word", "align"),
    [("left", "start"), ("start", "start"), ("center", "center"), ("right", "end"), ("end", "end")],
)
def test_a_table_stands_at_a_side_or_in_the_middle(word: str, align: str) -> None:
    assert read(row("a", "b"), properties=f'<w:jc w:val="{word}"/>').align == align


def test_the_line_above_a_row_pushes_its_text_down() -> None:
    assert insets(read(row("a", "b"), row("c", "d"), properties=bordered(3))) == [(3, 0), (3, 3)]
    assert insets(read(row("a", "b"), row("c", "d"))) == [(0, 0), (0, 0)]


def test_the_broadest_line_of_a_row_counts_for_all_its_cells() -> None:
    thick = cell("a", f"<w:tcBorders>{borders(3, 'bottom')}</w:tcBorders>")
    made = read(row(thick, "b"), row("c", "d"), properties=bordered(0.5))
    assert [each.insets[0] for each in made.rows[1].cells] == [3, 3]


def test_the_largest_top_margin_of_a_row_counts_for_all_its_cells() -> None:
    deep = cell("a", '<w:tcMar><w:top w:w="200" w:type="dxa"/></w:tcMar>')
    made = read(row(deep, "b"), row("c", "d"))
    assert [each.insets[0] for row in made.rows for each in row.cells] == [10, 10, 0, 0]


def test_a_margin_of_its_own_moves_a_cells_text_alone() -> None:
    moved = cell("a", '<w:tcMar><w:left w:w="300" w:type="dxa"/></w:tcMar>')
    first, second = read(row(moved, "b")).rows[0].cells
    assert (first.insets[3], second.insets[3]) == (15, 5.4)


def test_a_cell_ends_with_the_space_after_its_last_paragraph() -> None:
    made = read(row(cell(spaced("a", before=5, after=10)), "b"))
    first, second = made.rows[0].cells
    assert (first.insets[2], second.insets[2]) == (10, 0)
    assert isinstance(first.blocks[0], Paragraph)
    assert first.blocks[0].gap == 5


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", (0, False)),
        ('<w:trHeight w:val="600"/>', (33, False)),
        ('<w:trHeight w:val="600" w:hRule="atLeast"/>', (33, False)),
        ('<w:trHeight w:val="600" w:hRule="exact"/>', (33, True)),
        ('<w:trHeight w:val="600" w:hRule="auto"/>', (0, False)),
        ('<w:trHeight w:val="-9"/>', (0, False)),
    ],
)
def test_a_rows_height_holds_its_lines(properties: str, expected: tuple[float, bool]) -> None:
    made = read(row("a", "b", properties=properties), properties=bordered(3))
    assert (made.rows[0].height, made.rows[0].exact) == expected


LOW = '<w:trHeight w:val="{}" w:hRule="exact"/>'
LEAST = '<w:trHeight w:val="300" w:hRule="atLeast"/>'
LINED = plain("One") + plain("Two")  # 27.6 points high
WRAPPED = plain("one two three four five six seven eight")  # three lines, 41.4 points high


@pytest.mark.parametrize(
    ("inside", "twips", "rules"),
    [
        (LINED, 500, []),
        (LINED, 480, ["pdf-row-low"]),
        (WRAPPED, 840, []),
        (WRAPPED, 200, ["pdf-row-low"]),
        (plain("") * 5, 20, []),
        (plain("One") + plain("") * 5, 280, []),
        (plain("") + plain("One"), 280, ["pdf-row-low"]),
        (table(row("a", "b")), 20, []),
    ],
)
def test_a_row_of_exact_height_that_is_too_low_is_told_as_far_as_that_is_known(
    inside: str, twips: int, rules: list[str]
) -> None:
    made = lowered(table(row(cell(inside), cell(plain("")), properties=LOW.format(twips))))
    assert told(made) == rules
    assert not any(remark.stops for remark in made.remarks)


def test_a_row_that_grows_is_never_too_low() -> None:
    assert told(lowered(table(row(cell(LINED), "b", properties=LEAST)))) == []


def test_a_cell_over_several_rows_may_be_higher_than_the_first() -> None:
    merged = cell(LINED, '<w:vMerge w:val="restart"/>')
    under = cell("", "<w:vMerge/>")
    low = LOW.format(300)
    made = table(row(merged, "b", properties=low), row(under, "c", properties=low))
    assert told(lowered(made)) == []


def rows(*properties: str) -> tuple[Row, ...]:
    return read(*(row("a", "b", properties=each) for each in properties)).rows


def test_a_row_says_whether_it_splits() -> None:
    assert [row.splits for row in rows("<w:cantSplit/>", '<w:cantSplit w:val="0"/>', "")] == [
        False,
        True,
        True,
    ]


def test_headings_are_the_first_rows_that_say_so() -> None:
    head = "<w:tblHeader/>"
    assert read(row("a", properties=head), row("b", properties=head), row("c")).headings == 2
    assert read(row("a"), row("b", properties=head)).headings == 0


@pytest.mark.parametrize(("first", "second", "keeps"), [(KEPT, "", True), ("", KEPT, False)])
def test_a_row_keeps_to_the_next_by_its_first_paragraph(
    first: str, second: str, keeps: bool
) -> None:
    cells = (cell(spaced("a", more=first)), cell(spaced("b", more=second)))
    kept = read(row(*cells), row("c", "d")).rows
    assert [row.keep_next for row in kept] == [keeps, False]
    inside = [block for row in kept for each in row.cells for block in each.blocks]
    assert not any(block.keep_next for block in inside if isinstance(block, Paragraph))


def test_rows_of_a_table_within_a_table_keep_to_nothing() -> None:
    inner = table(row(cell(spaced("x", more=KEPT), width=40)), columns=(40,))
    outer = read(row(cell(inner + plain("y")), "b"))
    found = table_in(outer.rows[0].cells[0].blocks)
    assert not found.rows[0].keep_next


def test_the_empty_paragraph_after_a_table_in_a_cell_takes_no_room() -> None:
    inner = table(row(cell("x", width=40)), columns=(40,))
    (made,) = read(row(cell(inner + plain("")))).rows[0].cells
    assert [type(block) for block in made.blocks] == [Table]
    (made,) = read(row(cell(plain("a") + plain("")))).rows[0].cells
    assert len(made.blocks) == 2


def test_a_table_within_a_cell_never_stands_out_of_it() -> None:
    inner = table(row(cell("x", width=40)), columns=(40,), properties=indented(-20))
    (made,) = read(row(cell(inner + plain("")))).rows[0].cells
    assert table_in(made.blocks).indent == 0


@pytest.mark.parametrize(
    ("properties", "layout"),
    [("", True), (bordered(0.5), False), (bordered(0.5, "insideH"), True)],
)
def test_a_table_without_lines_or_headings_only_arranges(properties: str, layout: bool) -> None:
    assert read(row("a", "b"), properties=properties).layout is layout
    assert read(row("a", "b", properties="<w:tblHeader/>"), row("c")).layout is False


def test_a_table_says_what_it_is() -> None:
    said = '<w:tblCaption w:val="Times"/><w:tblDescription w:val="When we meet"/>'
    assert read(row("a"), properties=said).alt == "When we meet"
    assert read(row("a"), properties='<w:tblCaption w:val="Times"/>').alt == "Times"
    assert read(row("a")).alt == ""


def test_a_table_from_right_to_left_says_so() -> None:
    assert read(row("a", "b"), properties="<w:bidiVisual/>").rtl
    assert not read(row("a", "b"), properties='<w:bidiVisual w:val="0"/>').rtl


@pytest.mark.parametrize(
    ("word", "place"),
    [("top", "top"), ("center", "center"), ("bottom", "bottom"), ("both", "top")],
)
def test_text_stands_high_or_low_in_its_cell(word: str, place: str) -> None:
    assert read(row(cell("a", f'<w:vAlign w:val="{word}"/>'))).rows[0].cells[0].place == place


def test_a_cell_has_its_own_ground() -> None:
    tinted = cell("a", '<w:shd w:val="clear" w:color="auto" w:fill="E7EBEE"/>')
    open_ = cell("b", '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>')
    assert [each.fill for each in read(row(tinted, open_, "c")).rows[0].cells] == [
        "#e7ebee",
        "",
        "",
    ]


def test_a_cell_that_hides_its_mark_takes_no_height_when_it_is_empty() -> None:
    assert read(row(cell("", "<w:hideMark/>"))).rows[0].cells[0].blocks == ()
    assert len(read(row(cell("a", "<w:hideMark/>"))).rows[0].cells[0].blocks) == 1
    assert len(read(row(cell(""))).rows[0].cells[0].blocks) == 1


def test_a_row_may_have_borders_of_its_own() -> None:
    own = f"<w:tblPrEx>{bordered(2)}</w:tblPrEx>"
    excepted = row("c", "d").replace("<w:trPr>", f"{own}<w:trPr>")
    made = read(row("a", "b"), excepted, properties=bordered(0.5))
    assert [width(each.cells[0].borders.start) for each in made.rows] == [0.5, 2]


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_rows_and_cells_in_content_controls_are_read() -> None:
    second = row("c").replace("</w:tr>", f"{control(cell('d'))}</w:tr>")
    made = read(control(row("a", "b")) + second)
    texts = [[words_of(each.blocks[0]) for each in row.cells] for row in made.rows]
    assert texts == [["a", "b"], ["c", "d"]]


DELETED = '<w:del w:id="1" w:author="Office" w:date="2025-10-20T09:00:00Z"/>'


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (table(row("a"), properties='<w:tblpPr w:tblpX="5"/>'), "pdf-table-floating"),
        (table(row("a"), properties='<w:tblCellSpacing w:w="20"/>'), "pdf-table-look"),
        (table(row("a", properties='<w:tblCellSpacing w:w="20"/>')), "pdf-table-look"),
        (table(row("a", properties="<w:hidden/>")), "pdf-table-look"),
        (table(row("a", properties=DELETED)), "pdf-tracked-changes"),
        (table(row(cell("a", '<w:textDirection w:val="btLr"/>'))), "pdf-text-direction"),
        (table(row(cell("a", "<w:tcFitText/>"))), "pdf-table-look"),
        (table(row(cell("a", f"<w:tcBorders>{side('tl2br')}</w:tcBorders>"))), "pdf-table-look"),
        (table(row("a"), properties=f"<w:tblBorders>{side('top', 1, 'wave')}</w:tblBorders>"),
         "pdf-border-kind"),
        (table(row(cell(spaced("a", more="<w:pageBreakBefore/>")))), "pdf-table-look"),
        (table(row("a"), columns=()).replace("<w:tcW", "<w:noWrap"), "pdf-table-grid"),
        (table(row(*"ab" * 32), columns=[5] * 64), "pdf-table-size"),
        (table(row(cell("a", '<w:gridSpan w:val="2147483648"/>'))), "pdf-table-size"),
        (table(row(cell("a", '<w:vMerge w:val="restart"/>')), row(cell("lost", "<w:vMerge/>"))),
         "pdf-table-look"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_told(body: str, rule: str) -> None:
    assert remarks(body) == [rule]


@pytest.mark.parametrize(
    "body",
    [
        table(row(*"ab" * 31, "c"), columns=[5] * 63),
        table(row(cell("a", '<w:textDirection w:val="lrTb"/>'))),
        table(row(cell("a", '<w:vMerge w:val="restart"/>')), row(cell("", "<w:vMerge/>"))),
        table(row(cell("a", "<w:noWrap/>"))),
        table(columns=(100,)),
    ],
)
def test_what_can_be_set_is_not_told(body: str) -> None:
    assert remarks(body) == []


def stops(made: Lowered) -> list[bool]:
    return [remark.stops for remark in made.remarks]


def test_a_border_of_another_kind_is_told_but_drawn() -> None:
    made = lowered(
        table(row("a"), properties=f"<w:tblBorders>{side('top', 1, 'double')}</w:tblBorders>")
    )
    assert stops(made) == [False]
    line = table_in(made.document.sections[0].blocks).rows[0].cells[0].borders.top
    assert width(line) == 3
