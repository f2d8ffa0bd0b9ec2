"""Tabs: gaps of a known width wherever the faces tell it, and left to layout where they don't."""

import pytest
from textwork import BREAK, TAB, Read, read, tabs
from wordfiles import para, text

from docgen.press.pdf.runs import Break, Space, Tab
from docgen.press.pdf.tree import Stop

LONG = "This text is longer than a line, so that nobody knows before layout where it ends, " * 2
END_TAB = '<w:r><w:ptab w:relativeTo="margin" w:alignment="{}" w:leader="none"/></w:r>'


def gaps(found: Read) -> list[float]:
    return [piece.width for piece in found.content if isinstance(piece, Space)]


def line(*runs: str, properties: str = "", width: float = 450) -> Read:
    return read(para(*runs, properties=properties), width=width)


WORD = 32.01  # “Name” at 12 points in Arimo


@pytest.mark.parametrize(
    ("properties", "runs", "expected"),
    [
        ("", (text("Name"), TAB, text("x")), [36 - WORD]),
        (tabs(("left", 100)), (text("Name"), TAB, text(LONG)), [100 - WORD]),
        (tabs(("left", 20), ("left", 100)), (text("Name"), TAB), [100 - WORD]),
        (tabs(("left", 20)), (text("Name"), TAB), [36 - WORD]),
        (tabs(("right", 400)), (text("Name"), TAB, text("Name")), [400 - 2 * WORD]),
        (tabs(("center", 200)), (text("Name"), TAB, text("Name")), [200 - 1.5 * WORD]),
        (tabs(("right", 450)), (text("Name"), TAB, text("Name")), [450 - 2 * WORD - 0.02]),
        (tabs(("decimal", 200)), (TAB, text("12.50")), [200 - 13.347]),
        (tabs(("right", 40)), (text("Name"), TAB, text("Name")), [0]),
        ('<w:ind w:left="2000" w:hanging="2000"/>', (text("Name"), TAB, text("x")), [100 - WORD]),
        ('<w:ind w:left="200" w:hanging="200"/>', (text("Name"), TAB, text("x")), [36 - WORD]),
        ('<w:ind w:left="720"/>', (text("Name"), TAB, text("x")), [36 - WORD]),
        ('<w:ind w:firstLine="100"/>', (text("Name"), TAB, text("x")), [72 - 5 - WORD]),
        ("", (TAB, TAB, text("x")), [36, 36]),
    ],
)
def test_a_tab_is_as_wide_as_the_way_to_its_stop(
    properties: str, runs: tuple[str, ...], expected: list[float]
) -> None:
    found = line(*runs, properties=properties)
    assert gaps(found) == pytest.approx(expected, abs=0.01)
    assert found.drafts[0].paragraph.stops == ()


@pytest.mark.parametrize(
    ("name", "leader"),
    [("dot", "dots"), ("underscore", "line"), ("hyphen", "dots"), ("heavy", "line"), ("x", "none")],
)
def test_a_tab_has_its_stops_leader(name: str, leader: str) -> None:
    found = line(TAB, text("x"), properties=tabs(("right", 400, name)))
    assert isinstance(found.content[0], Space)
    assert found.content[0].leader == leader


def test_a_tab_after_text_that_goes_on_in_a_second_line_is_reckoned_from_there() -> None:
    words = "This text is longer than a line so that it wraps before the tab comes on the second "
    found = line(text(words), text("line, well"), TAB, text("after"))
    assert found.words == [f"{words}line, wellafter"]
    assert gaps(found) == pytest.approx([72 - 46.02], abs=0.05)


@pytest.mark.parametrize(
    "runs",
    [
        (text("x" * 100), TAB, text("x")),
        (text("and/or " * 20), TAB, text("x")),
        (text("This text is longer than a line so that it wr"), text("aps" * 30), TAB),
        (text("\u0645\u0631\u062d\u0628\u0627"), TAB, text("x")),
        (text("AVA", '<w:kern w:val="2"/>'), TAB, text("x")),
        (text("e\u0301"), TAB, text("x")),
    ],
)
def test_a_tab_after_text_that_layout_must_measure_waits_with_the_stops(
    runs: tuple[str, ...],
) -> None:
    found = line(*runs, properties=tabs(("left", 100), ("right", 400, "dot")))
    assert any(isinstance(piece, Tab) for piece in found.content)
    stops = (Stop(100), Stop(400, "end", "dots"))
    assert found.drafts[0].paragraph.stops == stops


def test_a_right_tab_before_text_that_layout_must_measure_waits() -> None:
    number = '<w:fldSimple w:instr="PAGE"/>'
    found = line(text("Page"), TAB, number, properties=tabs(("right", 450)))
    assert isinstance(found.content[1], Tab)


def test_a_stop_where_the_line_ends_is_left_to_layout() -> None:
    assert isinstance(line(TAB, text("x"), properties=tabs(("left", 450))).content[0], Tab)
    assert isinstance(line(TAB, text("x"), properties=tabs(("left", 449))).content[0], Space)


def test_in_a_column_of_unknown_width_tabs_wait() -> None:
    assert isinstance(line(text("Name"), TAB, text("x"), width=0).content[1], Tab)


def test_each_line_begins_anew() -> None:
    found = line(text(LONG), BREAK, text("Name"), TAB, properties='<w:ind w:left="200"/>')
    assert gaps(found) == pytest.approx([72 - 10 - WORD], abs=0.01)


def test_a_line_to_write_on_is_as_high_as_its_tab() -> None:
    found = line(TAB, BREAK, TAB, properties=tabs(("right", 450, "underscore")))
    gap = Space(449.98, "line", 0)
    assert found.content == (gap, Break(), gap)
    assert found.drafts[0].paragraph.empty == pytest.approx(14.9, abs=0.01)


def test_a_stop_of_the_style_can_be_taken_away_or_changed() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Fact"><w:name w:val="Fact"/><w:pPr>'
        f"{tabs(('left', 100), ('left', 200))}</w:pPr></w:style>"
    )
    own = '<w:pStyle w:val="Fact"/>' + tabs(("clear", 100), ("right", 200), ("left", 300))
    found = read(para(text("x" * 100), TAB, properties=own), sheets={"styles": style})
    assert found.drafts[0].paragraph.stops == (Stop(200, "end"), Stop(300))


def test_a_line_may_go_on_into_the_margin_to_a_stop_that_stands_there() -> None:
    found = line(text("Name"), TAB, text("Name"), properties=tabs(("right", 500)))
    assert gaps(found) == pytest.approx([500 - 2 * WORD - 0.02], abs=0.01)
    assert found.drafts[0].paragraph.end == -50


def test_a_line_that_may_break_keeps_to_its_column() -> None:
    found = line(text("Name"), TAB, text(LONG), properties=tabs(("right", 500)))
    assert found.drafts[0].paragraph.end == 0


@pytest.mark.parametrize(
    ("align", "gap"), [("center", 225 - 1.5 * WORD), ("right", 450 - 2 * WORD)]
)
def test_a_tab_to_a_place_of_its_own_needs_no_stop(align: str, gap: float) -> None:
    found = line(text("Name"), END_TAB.format(align), text("Name"))
    assert gaps(found) == pytest.approx([gap], abs=0.03)


def test_a_tab_to_a_place_of_its_own_waits_with_a_stop_there() -> None:
    found = line(text("Name"), END_TAB.format("right"), '<w:fldSimple w:instr="PAGE"/>')
    assert isinstance(found.content[1], Tab)
    assert found.drafts[0].paragraph.stops == (Stop(450, "end"),)


def test_a_bar_is_told() -> None:
    found = line(text("x"), properties=tabs(("bar", 100)))
    assert found.stopping == ["pdf-tab-kind"]


def test_the_distance_of_the_stops_that_nobody_set_is_the_documents() -> None:
    settings = {"settings": '<w:defaultTabStop w:val="1000"/>'}
    found = read(para(text("Name"), TAB), sheets=settings)
    assert gaps(found) == pytest.approx([50 - WORD], abs=0.01)


@pytest.mark.parametrize("value", ["0", "-720", "x"])
def test_a_distance_of_stops_that_makes_no_sense_is_half_an_inch(value: str) -> None:
    settings = {"settings": f'<w:defaultTabStop w:val="{value}"/>'}
    assert gaps(read(para(TAB), sheets=settings)) == [36]
