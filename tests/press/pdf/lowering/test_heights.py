"""How high paragraphs are, as far as that can be reckoned before they are laid out."""

import pytest

from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.lowering.remarks import Remarks
from docgen.press.pdf.runs import (
    Break,
    Image,
    Inline,
    Link,
    Look,
    Mark,
    Note,
    PageNumber,
    Space,
    Tab,
    Text,
    Tick,
)
from docgen.press.pdf.tree import (
    Block,
    Float,
    Frame,
    Line,
    PageBreak,
    Paragraph,
    Sides,
    Stop,
    Table,
)

WIDE, WORD = 200.0, "Featherstonehaugh"  # 99.4 points wide
SMALL = Look(("Arimo",), 12, 11, 3)
LARGE = Look(("Arimo",), 24, 22, 6)
IMAGE = Image("key.png", 50, 40)
END = (Stop(200, "end"),)


@pytest.fixture
def measure() -> Measure:
    made = Looks(own_faces(), {}, Remarks())
    made._list += [SMALL, LARGE]  # noqa: SLF001 (as lowering would have gathered them)
    return Measure(made)


def paragraph(*content: Inline, **said: object) -> Paragraph:
    return Paragraph(content, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("block", "height"),
    [
        (paragraph(Text(0, WORD)), 14),
        (paragraph(Text(0, WORD), gap=6), 20),
        (paragraph(empty=13), 13),
        (paragraph(Text(0, WORD), Text(1, "a")), 28),
        (paragraph(Text(0, WORD), Break(), Text(1, "a")), 42),
        (paragraph(Text(0, WORD), Break(), empty=14), 28),
        (paragraph(Link("https://school.example/", (Text(0, WORD),))), 14),
        (paragraph(Link("#a", (Text(0, WORD), Break(), Text(0, "b"))), Mark("a")), 28),
        (paragraph(Text(0, "Page "), PageNumber(0)), 14),
        (paragraph(Space(30), Text(0, WORD)), 14),
        (paragraph(Space(30, "line", 1)), 28),
        (paragraph(Space(30), empty=14), 14),
        (paragraph(IMAGE, Text(0, "a")), 43),
        (paragraph(Text(0, f"{WORD}\u2013“é”")), 14),
        (paragraph(Text(0, WORD), Tab(0), Text(0, "Page"), stops=END), 14),
    ],
)
def test_a_paragraph_that_fits_its_line_has_a_height(
    measure: Measure, block: Paragraph, height: float
) -> None:
    assert measure.height([block], WIDE) == (height, True)


BORDERED = Sides(top=Line(1))
OFF = Frame((), 0, 0, 50)


@pytest.mark.parametrize(
    "block",
    [
        paragraph(Text(0, WORD), Tab(0), Text(0, WORD), stops=END),
        paragraph(Text(0, "a"), Tab(0), Text(0, "b"), stops=(Stop(100),)),
        paragraph(Text(0, "a"), Tab(0), Text(0, "b"), stops=(Stop(300, "end"),)),
        paragraph(Text(0, "a"), Tab(0), Tab(0), stops=END),
        paragraph(Text(0, "a"), Tab(0)),
        paragraph(Tick(0, "empty", "not ticked")),
        paragraph(Text(0, "a"), Note(0, ())),
        paragraph(Link("#a", (Tick(0, "empty", "not ticked"),))),
        paragraph(Text(0, "a"), borders=BORDERED),
        paragraph(Text(0, "a"), heading=1, label=(Text(0, "1."),)),
        paragraph(Text(0, "a"), start=120, end=80),
        Table((50,), ()),
        PageBreak(),
        Frame((), 0, 0, 50, of_page=False),
    ],
)
def test_what_cannot_be_measured_has_none(measure: Measure, block: Block) -> None:
    assert measure.height([block], WIDE) is None
    assert measure.height([paragraph(Text(0, "a")), block], WIDE) is None


@pytest.mark.parametrize("name", ["پیارے", "মোহাম্মদ", "Ze\u0301lia", "e\u200bf", "\ufb01"])
def test_letters_that_only_layout_can_measure_have_a_bound(measure: Measure, name: str) -> None:
    assert measure.height([paragraph(Text(0, name))], WIDE) == (14, False)
    longer = measure.height([paragraph(Text(0, name * 60))], WIDE)
    assert longer is not None
    assert longer.most > 14


def test_what_stands_at_a_place_of_the_page_takes_none(measure: Measure) -> None:
    assert measure.height([OFF, Float(IMAGE, 0, 0), paragraph(Text(0, "a"))], WIDE) == (14, True)


@pytest.mark.parametrize(
    ("words", "lines"), [(WORD, 1), (f"{WORD} {WORD}", 3), (f"{WORD} {WORD} {WORD}", 4)]
)
def test_text_that_wraps_is_bounded(measure: Measure, words: str, lines: int) -> None:
    assert measure.height([paragraph(Text(0, words))], WIDE) == (lines * 14, lines == 1)


@pytest.mark.parametrize(("words", "lines"), [(5 * f"{WORD[:12]} ", 3), ("a " * 100, 6)])
def test_short_words_leave_little_of_a_line_empty(measure: Measure, words: str, lines: int) -> None:
    assert measure.height([paragraph(Text(0, words))], WIDE) == (lines * 14, False)


def test_a_first_line_that_stands_in_has_less_room(measure: Measure) -> None:
    text = Text(0, f"{WORD} {WORD[:12]}")
    assert measure.height([paragraph(text)], WIDE) == (14, True)
    assert measure.height([paragraph(text, first=30)], WIDE) == (42, False)
    assert measure.height([paragraph(text, start=30, first=-30)], WIDE) == (42, False)
