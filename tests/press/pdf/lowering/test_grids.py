"""Where the cells of a table lie, and how wide its columns are."""

import pytest
from blockwork import COLUMN, cell, lowered, row, table, table_in

from docgen.press.pdf.tree import Table

SPAN = '<w:gridSpan w:val="{}"/>'
BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(*rows: str, columns: tuple[float, ...] = (100, 100, 100), properties: str = "") -> Table:
    return table_in(
        lowered(table(*rows, columns=columns, properties=properties)).document.sections[0].blocks
    )


def places(made: Table) -> list[list[tuple[int, int, int]]]:
    return [[(each.column, each.across, each.down) for each in row.cells] for row in made.rows]


def test_a_cell_over_several_columns_moves_those_after_it() -> None:
    made = read(row(cell("a", SPAN.format(2)), "b"), row("c", "d", "e"))
    assert places(made)[0] == [(0, 2, 1), (2, 1, 1)]


def test_a_merged_cell_reaches_down_to_the_last_that_goes_on() -> None:
    made = read(
        row(cell("a", BEGIN), "b"), row(cell("", GO_ON), "c"), row(cell("", GO_ON), "d"), row("e")
    )
    assert places(made) == [[(0, 1, 3), (1, 1, 1)], [(1, 1, 1)], [(1, 1, 1)], [(0, 1, 1)]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (cell("a"), cell("b", GO_ON)),
        (cell("a", BEGIN), cell("b", BEGIN)),
        (cell("a", BEGIN), cell("b", GO_ON + SPAN.format(2))),
    ],
)
def test_a_cell_that_continues_none_stands_for_itself(above: str, below: str) -> None:
    assert [len(each) for each in places(read(row(above), row(below)))] == [1, 1]


def test_a_row_may_begin_and_end_within_the_grid() -> None:
    made = read(
        row("a", "b", "c"),
        row("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        row("e"),
    )
    assert places(made)[1:] == [[(1, 1, 1)], [(0, 1, 1)]]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", (100, 50)),
        ('<w:tblW w:w="0" w:type="auto"/>', (100, 50)),
        ('<w:tblW w:w="6000" w:type="dxa"/>', (200, 100)),
        ('<w:tblW w:w="5000" w:type="pct"/>', (COLUMN * 2 / 3, COLUMN / 3)),
        ('<w:tblW w:w="50%" w:type="pct"/>', (COLUMN / 3, COLUMN / 6)),
        ('<w:tblW w:w="much" w:type="dxa"/>', (100, 50)),
    ],
)
def test_the_grid_is_stretched_to_the_width_of_the_table(
    properties: str, expected: tuple[float, float]
) -> None:
    made = read(row("a", "b"), columns=(100, 50), properties=properties)
    assert made.columns == pytest.approx(expected, abs=0.01)


def test_without_a_grid_the_cells_say_how_wide_they_are() -> None:
    made = read(row(cell("a", width=30), cell("b", width=70)), columns=())
    assert made.columns == (30, 70)


def test_a_grid_that_lacks_a_column_gives_way_to_the_cells() -> None:
    made = read(row(cell("a", width=30), cell("b", width=70)), columns=(100,))
    assert made.columns == (30, 70)


def test_columns_of_unknown_width_share_the_room() -> None:
    made = read(row("a", "b").replace("w:tcW", "w:tcWas"), columns=())
    assert made.columns == pytest.approx((COLUMN / 2, COLUMN / 2))


def test_text_in_a_cell_has_the_width_between_its_margins() -> None:
    (made,) = read(row(cell("a", SPAN.format(2)))).rows[0].cells
    assert made.insets == (0, 5.48, 0, 5.4)
