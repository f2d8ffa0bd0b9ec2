"""Which line is drawn where cells meet, and what parts of a table's style hold for a cell."""

import pytest
from blockwork import bordered, borders, cell, lowered, row, side, table, table_in, told, width
from wordfiles import para, text

from docgen.press.pdf.lowering.borders import colour_of, is_plain, line_of, wider
from docgen.press.pdf.lowering.properties import Border
from docgen.press.pdf.runs import Text
from docgen.press.pdf.tree import Cell, Line, Paragraph, Sides, Table

SIDES = ("top", "end", "bottom", "start")


def read(*rows: str, **more: object) -> Table:
    columns = more.pop("columns", (100, 100))
    properties = str(more.pop("properties", ""))
    body = table(*rows, columns=columns, properties=properties)  # type: ignore[arg-type]
    return table_in(lowered(body, **more).document.sections[0].blocks)


def own(inside: str) -> str:
    return f"<w:tcBorders>{inside}</w:tcBorders>"


def widths(made: Cell) -> tuple[float, ...]:
    return tuple(width(getattr(made.borders, name)) for name in SIDES)


def every(made: Table) -> list[tuple[float, ...]]:
    return [widths(each) for row in made.rows for each in row.cells]


@pytest.mark.parametrize(
    ("kind", "asked", "drawn", "dash"),
    [
        ("single", 0.5, 0.5, "solid"),
        ("single", 0, 0.25, "solid"),
        ("thick", 1.5, 3, "solid"),
        ("double", 0.75, 2.25, "solid"),
        ("dotted", 1, 1, "dotted"),
        ("dashed", 1, 1, "dashed"),
        ("dashSmallGap", 1, 1, "dashed"),
        ("dotDash", 1, 1, "dashed"),
        ("wave", 1, 1, "solid"),
    ],
)
def test_a_border_becomes_a_line(kind: str, asked: float, drawn: float, dash: str) -> None:
    assert line_of(Border("top", kind, asked, 2, "00AA00")) == Line(drawn, "#00aa00", dash, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["nil", "none"])
def test_no_border_is_no_line(kind: str) -> None:
    assert line_of(Border("top", kind, 1, 0, "auto")) is None
    assert line_of(None) is None


def test_kinds_that_are_drawn_as_they_are() -> None:
    kinds = ("nil", "none", "single", "thick", "dotted", "dashed", "double", "wave")
    assert [kind for kind in kinds if not is_plain(kind)] == ["double", "wave"]


@pytest.mark.parametrize(
    ("value", "colour"), [("auto", "#000000"), ("E7EBEE", "#e7ebee"), ("red", "#000000")]
)
def test_a_colour_is_six_digits_or_black(value: str, colour: str) -> None:
    assert colour_of(value) == colour


def test_the_wider_line_wins_and_of_like_ones_the_first() -> None:
    thin, red, wide = Line(0.5), Line(0.5, "#ff0000"), Line(3)
    assert wider(thin, wide) is wide
    assert wider(wide, thin) is wide
    assert wider(thin, red) is thin
    assert wider(thin, None) is thin


def test_a_table_gives_its_cells_outer_and_inner_lines() -> None:
    mixed = (
        f"<w:tblBorders>{borders(2, 'top left bottom right')}{borders(1, 'insideH')}</w:tblBorders>"
    )
    made = read(row("a", "b"), row("c", "d"), properties=mixed)
    assert every(made) == [(2, 0, 1, 2), (2, 2, 1, 0), (1, 0, 2, 2), (1, 2, 2, 0)]


def test_a_cells_own_line_counts_for_its_neighbour_too() -> None:
    thick = cell("a", own(borders(3, "bottom right")))
    made = read(row(thick, "b"), row("c", "d"), properties=bordered(0.5))
    assert every(made) == [
        (0.5, 3, 3, 0.5),
        (0.5, 0.5, 0.5, 3),
        (3, 0.5, 0.5, 0.5),
        (0.5, 0.5, 0.5, 0.5),
    ]


def test_a_line_goes_only_where_both_neighbours_do_without() -> None:
    bare = own(f"{side('bottom', kind='nil')}{side('right', kind='nil')}")
    above = own(side("top", kind="nil"))
    one = read(row(cell("a", bare), "b"), row("c", "d"), properties=bordered(0.5))
    assert every(one)[0] == (0.5, 0.5, 0.5, 0.5)
    both = read(row(cell("a", bare), "b"), row(cell("c", above), "d"), properties=bordered(0.5))
    assert every(both)[0] == (0.5, 0.5, 0, 0.5)
    assert every(both)[2] == (0, 0.5, 0.5, 0.5)


def test_a_cell_over_several_keeps_its_own_line_where_they_differ() -> None:
    over = cell("a", '<w:gridSpan w:val="2"/>', 200)
    thick = cell("b", own(borders(3, "top")))
    made = read(row(over), row(thick, "c"), properties=bordered(0.5))
    assert every(made) == [(0.5, 0.5, 0.5, 0.5), (3, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)]


def test_merged_cells_have_no_line_inside() -> None:
    first, more = (
        cell(words, f"<w:vMerge {how}/>") for words, how in (("a", 'w:val="restart"'), ("", ""))
    )
    made = read(row(first, "b"), row(more, "c"), properties=bordered(0.5))
    assert [(each.column, each.down) for row in made.rows for each in row.cells] == [
        (0, 2),
        (1, 1),
        (1, 1),
    ]
    assert widths(made.rows[0].cells[0]) == (0.5, 0.5, 0.5, 0.5)


def shade(colour: str) -> str:
    return f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{colour}"/></w:tcPr>'


def when(condition: str, inside: str) -> str:
    return f'<w:tblStylePr w:type="{condition}">{inside}</w:tblStylePr>'


CONDITIONS = {
    "firstRow": "111111",
    "lastRow": "222222",
    "firstCol": "333333",
    "lastCol": "444444",
    "band1Horz": "555555",
    "band2Horz": "666666",
    "band1Vert": "777777",
    "nwCell": "888888",
}
STYLED = (
    '<w:style w:type="table" w:styleId="Below"><w:name w:val="Below"/><w:basedOn '
    'w:val="TableNormal"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Bands"><w:name w:val="Bands"/><w:basedOn w:val="Below"/>'
    '<w:tblPr><w:tblStyleRowBandSize w:val="{size}"/></w:tblPr>'
    + "".join(when(name, shade(colour)) for name, colour in CONDITIONS.items())
    + when("firstRow", f"<w:rPr><w:b/></w:rPr><w:tcPr>{own(borders(3, 'bottom'))}</w:tcPr>")
    + "</w:style>"
)


def styled(look: str, size: int = 1, rows: int = 5) -> Table:
    properties = f'<w:tblStyle w:val="Bands"/><w:tblLook {look}/>'
    lines = [row("a", "b", "c") for _ in range(rows)]
    sheets = {"styles": STYLED.replace("{size}", str(size)), "settings": ""}
    return read(*lines, columns=(50, 50, 50), properties=properties, sheets=sheets)


def grounds(made: Table) -> list[str]:
    return [" ".join(each.fill[1:2] or "-" for each in row.cells) for row in made.rows]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ('w:val="0600"', ["- - -", "- - -", "- - -", "- - -", "- - -"]),
        ('w:val="0620"', ["1 1 1", "- - -", "- - -", "- - -", "- - -"]),
        ('w:val="0660"', ["1 1 1", "- - -", "- - -", "- - -", "2 2 2"]),
        ('w:val="0680"', ["3 - -", "3 - -", "3 - -", "3 - -", "3 - -"]),
        ('w:val="07A0"', ["8 1 1", "3 - 4", "3 - 4", "3 - 4", "3 - 4"]),
        ('w:val="0420"', ["1 1 1", "5 5 5", "6 6 6", "5 5 5", "6 6 6"]),
        ('w:val="0460"', ["1 1 1", "5 5 5", "6 6 6", "5 5 5", "2 2 2"]),
        ('w:val="0280"', ["3 7 -", "3 7 -", "3 7 -", "3 7 -", "3 7 -"]),
        ('w:val="0000" w:firstRow="1" w:noHBand="1" w:noVBand="1"',
         ["1 1 1", "- - -", "- - -", "- - -", "- - -"]),
        ('w:val="0620" w:firstRow="0"', ["- - -", "- - -", "- - -", "- - -", "- - -"]),
        ('w:val="odd" w:noHBand="1" w:noVBand="1"',
         ["- - -", "- - -", "- - -", "- - -", "- - -"]),
    ],
)  # fmt: skip
def test_a_cell_has_the_ground_of_the_conditions_it_meets(look: str, expected: list[str]) -> None:
    assert grounds(styled(look)) == expected


def test_a_band_may_hold_several_rows() -> None:
    assert grounds(styled('w:val="0420"', size=2)) == ["1 1 1", *["5 5 5"] * 2, *["6 6 6"] * 2]


def test_a_condition_gives_lines_to_the_edge_of_where_it_holds() -> None:
    made = styled('w:val="0620"')
    assert {widths(each) for each in made.rows[0].cells} == {(0, 0, 3, 0)}
    assert {widths(each) for each in made.rows[1].cells} == {(3, 0, 0, 0)}
    assert {widths(each) for each in made.rows[2].cells} == {(0, 0, 0, 0)}


def test_a_styles_text_reaches_the_paragraphs_of_its_cells() -> None:
    made = lowered(
        table(
            row(cell(para(text("a")))),
            row(cell(para(text("b")))),
            properties='<w:tblStyle w:val="Bands"/><w:tblLook w:val="0620"/>',
        ),
        sheets={"styles": STYLED.replace("{size}", "1"), "settings": ""},
    )
    found = [r.cells[0].blocks[0] for r in table_in(made.document.sections[0].blocks).rows]
    first, second = (block for block in found if isinstance(block, Paragraph))
    assert (first.align, second.align) == ("end", "end")
    looks = {text.text: made.document.looks[text.look] for text in _texts((first, second))}
    assert {words: look.bold for words, look in looks.items()} == {"a": True, "b": False}


def _texts(paragraphs: tuple[Paragraph, ...]) -> list[Text]:
    return [each for block in paragraphs for each in block.content if isinstance(each, Text)]


def test_two_kinds_of_border_are_told_each_once() -> None:
    odd = f"<w:tblBorders>{side('top', 1, 'wave')}{side('bottom', 1, 'wave')}</w:tblBorders>"
    assert told(lowered(table(row("a", "b"), properties=odd))) == ["pdf-border-kind"]


def test_no_borders_are_no_lines() -> None:
    assert read(row("a")).rows[0].cells[0].borders == Sides()
