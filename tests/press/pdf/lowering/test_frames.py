"""Frames: the address for the window, and whether the text keeps clear of them."""

import pytest
from blockwork import COLUMN, blocks, cell, lowered, plain, row, spaced, table, told

from docgen.press.pdf.tree import Frame, Paragraph

LONG = " ".join(["Featherstonehaugh"] * 12)


def frame(
    *lines: str,
    size: tuple[float, float] = (150, 50),
    at: tuple[float, float] = (70, 100),
    **more: str,
) -> str:
    """Make a frame of paragraphs; measures in points."""
    said = {
        "w": f"{size[0] * 20:g}",
        "h": f"{size[1] * 20:g}",
        "hRule": "atLeast",
        "wrap": "around",
        "vAnchor": "page",
        "hAnchor": "page",
        "x": f"{at[0] * 20:g}",
        "y": f"{at[1] * 20:g}",
        **more,
    }
    attributes = " ".join(f'w:{name}="{value}"' for name, value in said.items() if value)
    return "".join(spaced(line, more=f"<w:framePr {attributes}/>") for line in lines)


def placed(said: dict[str, str]) -> str:
    return frame("a", size=(150, 50), at=(70, 100), **said)


def read(body: str) -> tuple[Frame, Paragraph]:
    made = blocks(body)
    found = next(block for block in made if isinstance(block, Frame))
    following = next(block for block in made if isinstance(block, Paragraph))
    return found, following


def test_paragraphs_of_one_frame_stand_in_it_together() -> None:
    body = frame("a", "b") + frame("c", at=(300, 100)) + spaced("Dear", before=200)
    made = blocks(body)
    assert [len(block.blocks) for block in made if isinstance(block, Frame)] == [2, 1]
    assert told(lowered(body)) == []


def test_a_frame_has_its_place_its_size_and_its_gaps() -> None:
    two = frame("a").replace('w:before="0"', 'w:before="100"')
    made, _ = read(two + two + spaced("Dear", before=200))
    assert (made.left, made.top, made.width, made.height) == (70, 100, 150, 50)
    assert [block.gap for block in made.blocks if isinstance(block, Paragraph)] == [5, 5]


@pytest.mark.parametrize(
    ("lines", "rule", "height"),
    [
        (["a"], "atLeast", 50),
        (["a"], "", 50),
        (["a"] * 6, "atLeast", 82.8),
        (["a"] * 6, "exact", 50),
        (["a"], "auto", 13.8),
        ([LONG], "atLeast", None),
    ],
)
def test_a_frame_is_as_high_as_its_lines_or_more(
    lines: list[str], rule: str, height: float | None
) -> None:
    made, _ = read(frame(*lines, hRule=rule) + spaced("Dear", before=700))
    assert made.height == (None if height is None else pytest.approx(height, abs=0.05))
    assert not made.apart


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({}, 70),
        ({"hAnchor": "margin"}, 142),
        ({"hAnchor": "text"}, 142),
        ({"hAnchor": ""}, 142),
        ({"xAlign": "left"}, 0),
        ({"xAlign": "right", "hAnchor": "margin"}, 72 + COLUMN - 150),
        ({"xAlign": "center"}, (595.3 - 150) / 2),
    ],
)
def test_a_frame_stands_across_the_page_where_it_says(more: dict[str, str], left: float) -> None:
    body = placed(more) + spaced("Dear", before=300)
    assert read(body)[0].left == pytest.approx(left)
    assert told(lowered(body)) == []


@pytest.mark.parametrize(
    ("more", "top"),
    [
        ({}, 100),
        ({"vAnchor": "margin"}, 172),
        ({"vAnchor": ""}, 172),
        ({"yAlign": "top"}, 0),
        ({"yAlign": "center", "wrap": "none"}, (841.9 - 50) / 2),
        ({"yAlign": "bottom", "vAnchor": "margin", "wrap": "none"}, 841.9 - 72 - 50),
    ],
)
def test_a_frame_stands_down_the_page_where_it_says(more: dict[str, str], top: float) -> None:
    body = placed(more) + spaced("Dear", before=300)
    made, _ = read(body)
    assert made.top == pytest.approx(top)
    assert made.of_page
    assert told(lowered(body)) == []


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (frame("a") + spaced("Dear", before=78), []),
        (frame("a") + spaced("Dear", before=77), ["pdf-frame"]),
        (frame(LONG) + spaced("Dear", before=400), []),
        (frame("মোহাম্মদ ইকবাল") + spaced("Dear", before=400), []),
        (frame("a", wrap="none") + plain("Dear"), []),
        (frame("a", vSpace="200") + spaced("Dear", before=78), ["pdf-frame"]),
        (frame("a", vSpace="200") + spaced("Dear", before=88), []),
        (plain("x") + frame("a") + spaced("Dear", before=300), ["pdf-frame"]),
        (plain("x") + frame("a", wrap="none") + plain("Dear"), []),
        (frame("a", w="") + spaced("Dear", before=300), ["pdf-frame"]),
        (frame("a", xAlign="odd") + spaced("Dear", before=300), ["pdf-frame"]),
        (frame("a", dropCap="drop") + spaced("Dear", before=300), ["pdf-drop-cap"]),
        (frame("a"), []),
    ],
)
def test_a_frame_is_set_where_the_text_surely_keeps_clear(body: str, rules: list[str]) -> None:
    assert told(lowered(body)) == rules


WIDE = (COLUMN, 50)
LEFT = (72, 72)


@pytest.mark.parametrize(
    ("before", "gap", "rules"),
    [
        (14, 14, ["pdf-frame"]),
        (15, 93, []),
        (28, 106, []),
        (77, 155, []),
        (78, 78, []),
    ],
)
def test_a_first_line_that_touches_a_frame_goes_below_with_its_space(
    before: float, gap: float, rules: list[str]
) -> None:
    for more in ({"size": WIDE}, {"wrap": "notBeside"}):
        body = frame("a", at=(72, 100), **more) + spaced("Dear", before=before)
        assert told(lowered(body)) == rules
        if not rules:
            assert read(body)[1].gap == pytest.approx(gap)
            assert not read(body)[0].apart


@pytest.mark.parametrize(("height", "gap"), [(30, 28 + 58), (50, 28 + 98)])
def test_text_pushed_down_by_one_frame_is_judged_by_the_next_from_there(
    height: float, gap: float
) -> None:
    first = frame("a", at=(72, 100), size=(150, 30), wrap="notBeside")
    second = frame("b", at=(300, 120), size=(150, height), wrap="notBeside")
    body = first + second + spaced("Dear", before=28)
    assert read(body)[1].gap == pytest.approx(gap)
    assert told(lowered(body)) == []


def test_text_goes_on_below_a_frame_whose_height_must_be_measured() -> None:
    made, following = read(frame(LONG, size=WIDE, at=LEFT) + spaced("Dear", before=10))
    assert (made.apart, made.height, following.gap) == (True, None, 10)


def test_a_frame_in_the_text_stands_before_the_paragraph_after_it() -> None:
    said = {"vAnchor": "text", "hAnchor": "margin", "wrap": "notBeside"}
    body = plain("x") + frame("a", size=WIDE, at=(0, 0), **said) + plain("Dear")
    made, _ = read(body)
    assert (made.of_page, made.apart, made.top, made.left) == (False, True, 0, 72)
    assert told(lowered(body)) == []
    lower = plain("x") + frame("a", size=WIDE, at=(0, 20), **said) + plain("Dear")
    assert told(lowered(lower)) == ["pdf-frame"]


def test_a_table_after_a_frame_is_pushed_like_a_paragraph() -> None:
    made = blocks(frame("a", size=WIDE, at=LEFT) + table(row("x")))
    assert getattr(made[1], "gap", 0) == 50


def test_a_frame_in_a_cell_is_told_and_its_text_kept() -> None:
    made = lowered(table(row(cell(frame("a") + plain("b")))))
    assert told(made) == ["pdf-frame"]


def test_a_frame_after_a_page_break_stands_at_the_top_of_a_page() -> None:
    page = frame("a") + spaced("Dear", before=78)
    ends = plain("x").replace("</w:p>", '<w:r><w:br w:type="page"/></w:r></w:p>')
    assert told(lowered(page + ends + page)) == []


def test_a_header_may_hold_a_frame_above_its_text() -> None:
    above = frame("logo", at=(70, 5), size=(150, 20))
    assert told(lowered(plain("x"), header=above + plain("School"))) == []
    within = frame("logo", at=(70, 30), size=(150, 20))
    assert told(lowered(plain("x"), header=within + plain("School"))) == ["pdf-frame"]
    assert told(lowered(plain("x"), footer=within + plain("School"))) == ["pdf-frame"]
