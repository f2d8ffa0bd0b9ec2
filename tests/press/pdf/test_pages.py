"""Pages are counted, drawn, and read word by word with the place where each is printed."""

import struct

import pytest
from sheetwork import ONE_PAGE, sheet

from docgen.errors import TemplateRejected
from docgen.model.pages import Boxed
from docgen.press.pdf.pages import page_count, pages_in, pages_of, upper_half, word_boxes

PLACED = "#place(top + left, dx: 40pt, dy: 30pt, text(size: 10pt)[Ms Rahman])"


def found(body: str, text: str) -> Boxed:
    """Give the word with a text."""
    return next(word for word in word_boxes(sheet(body)) if word.text == text)


def test_pages_are_counted() -> None:
    assert page_count(sheet()) == 2
    assert page_count(sheet(ONE_PAGE)) == 1


@pytest.mark.parametrize("content", [b"", b"a letter", sheet(ONE_PAGE)[:900]])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    with pytest.raises(TemplateRejected) as refused:
        page_count(content)
    assert refused.value.code == "pages-unreadable"


@pytest.mark.parametrize(("dpi", "width"), [(72, 596), (144, 1191)])
def test_each_page_is_drawn_as_a_picture(dpi: int, width: int) -> None:
    pictures = pages_of(sheet(), dpi)
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        assert abs(struct.unpack(">I", picture[16:20])[0] - width) <= 1


def test_a_word_stands_where_it_was_set_counted_from_the_top_left() -> None:
    word = found(PLACED, "Ms")
    assert (word.page, round(word.x0)) == (1, 101)
    assert 95 < word.base < 99
    assert word.x0 < word.x1 < found(PLACED, "Rahman").x0
    assert word.y0 < word.y1 <= word.base + 0.5


def test_words_are_given_in_the_order_of_the_text_with_their_pages() -> None:
    words = [(word.page, word.text) for word in word_boxes(sheet())]
    assert words[:3] == [(1, "Come"), (1, "and"), (1, "talk")]
    assert (2, "bring") in words


def test_words_of_one_paragraph_share_a_piece_of_content_and_a_heading_has_its_own() -> None:
    heading, first, second = (found(ONE_PAGE, text) for text in ("Thank", "You", "came."))
    assert first.piece == second.piece != heading.piece
    assert -1 not in {first.piece, heading.piece}


@pytest.mark.parametrize(
    ("drawn", "marks"),
    [
        ("#rect(width: 40pt, height: 20pt)", 1),
        ('#rect(width: 40pt, height: 20pt, fill: rgb("#ddeeff"), stroke: none)', 1),
        ("#rect(width: 40pt, height: 20pt, fill: white, stroke: none)", 0),
    ],
    ids=["a line", "a colour", "white"],
)
def test_what_is_drawn_leaves_a_mark_unless_it_is_white(drawn: str, marks: int) -> None:
    assert len(pages_in(sheet(f"Text\n\n{drawn}")).marks) == marks


def test_the_file_is_weighed_and_its_pages_measured() -> None:
    pdf = sheet()
    pages = pages_in(pdf)
    assert (pages.count, pages.weight) == (2, len(pdf))
    assert [(round(width), round(height)) for width, height in pages.sizes] == [(595, 842)] * 2


def test_a_letter_is_judged_by_its_sizes_and_the_upper_half_of_its_first_page() -> None:
    lower = "#place(top + left, dy: 360pt)[below]\n#place(top + left, dy: 350pt)[above]"
    pdf = sheet(f"= Come\n{lower}\n#pagebreak()\nOver")
    half, whole = upper_half(pdf), pages_in(pdf)
    assert (half.count, half.weight) == (whole.count, whole.weight) == (2, len(pdf))
    assert [round(width) for width, _ in half.sizes] == [595, 595]
    assert [word.text for word in half.words] == ["Come", "above"]
    assert half.words[0] == whole.words[0]
