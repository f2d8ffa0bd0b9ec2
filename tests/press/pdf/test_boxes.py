"""Where every word of every template stands on its page, against golden texts of their places.

`pytest --rewrite-golden` writes them anew; `make proofs` shows the pages to look at before.
"""

import pytest
from boxtext import read, strayed, written
from boxwork import Line, Word, lines_of, words_in
from drafts import kinds, ordinary
from worked import REPOSITORY

from docgen.press.pdf.native import Native

BOXES = REPOSITORY / "tests" / "golden_boxes"
NATIVE = Native()


@pytest.mark.parametrize(("authority", "kind"), kinds())
def test_every_word_stands_where_it_stood(
    authority: str, kind: str, request: pytest.FixtureRequest
) -> None:
    paper = ordinary(authority, kind)
    found = lines_of(words_in(NATIVE.pdf(paper.content, kind, paper.dated)))
    golden = BOXES / authority / f"{kind}.txt"
    if request.config.getoption("--rewrite-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(written(found), encoding="utf-8")
    stored = read(golden.read_text(encoding="utf-8"))
    assert [line.key for line in found] == [line.key for line in stored]
    assert strayed(found, stored) == []


def test_every_golden_text_belongs_to_a_template() -> None:
    assert set(BOXES.rglob("*.txt")) == {BOXES / place / f"{kind}.txt" for place, kind in kinds()}


LINES = (
    Line((Word(1, 56.7, 283.4, 0, "13"), Word(1, 71.24, 283.4, 0, "November"))),
    Line((Word(2, -3.1, 68, 0, "page"),)),
)


def test_places_are_read_as_they_are_written() -> None:
    text = written(LINES)
    assert text == "page 1\n283.4  56.7 13  71.2 November\npage 2\n68.0  -3.1 page\n"
    assert written(read(text)) == text


@pytest.mark.parametrize(("moved", "told"), [(0.5, 0), (0.6, 1), (-0.5, 0), (-0.6, 1)])
def test_a_word_may_stray_by_half_a_point(moved: float, told: int) -> None:
    stray = Word(2, -3.1 + moved, 68, 0, "page")
    assert len(strayed([LINES[0], Line((stray,))], LINES)) == told
