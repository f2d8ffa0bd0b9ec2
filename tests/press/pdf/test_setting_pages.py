"""Pages: bands, numbers, sections, and several letters in one file."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from setwork import (
    ASCENT,
    DATED,
    LINE,
    MARGIN,
    PLAIN,
    band,
    filled,
    inline,
    lines_of,
    lowered,
    para,
    pdf_of,
    section,
    setter,
    words_in,
)
from tagwork import tags_of

from docgen.model.pages import Boxed
from docgen.press.pdf.pages import page_count, pages_in
from docgen.press.pdf.runs import Link, Mark, PageNumber, Text
from docgen.press.pdf.tree import (
    Band,
    Bands,
    Frame,
    Lowered,
    Section,
)

NUMBERS = band("Page ", PageNumber(PLAIN), " of ", PageNumber(PLAIN, "pages"))
NUMBERED = Bands(default=NUMBERS)


def small(*blocks: str, count: int = 0) -> Section:
    """Make a section of small pages, each of ten lines, with so many lines more."""
    texts = tuple(para(each) for each in blocks)
    return replace(section(*texts, *filled(count)), width=400, height=10 * LINE + 2 * MARGIN)


def made(*documents: Lowered) -> bytes:
    """Set documents as one PDF."""
    return setter().set(documents, DATED)


def feet(pdf: bytes) -> list[str]:
    """Give the last line of each page."""
    return [lines_of(pdf, page)[-1] for page in range(1, page_count(pdf) + 1)]


def test_a_page_has_its_size_and_a_document_at_least_one() -> None:
    wide = replace(section(), width=842, height=595)
    assert pages_in(made(lowered(wide))).sizes == ((842, 595),)


def test_pages_are_numbered_of_all() -> None:
    pages = replace(small(count=25), footers=NUMBERED)
    assert feet(made(lowered(pages))) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


def test_a_section_may_begin_its_numbers_anew_and_the_next_goes_on() -> None:
    first = replace(small(count=12), footers=NUMBERED)
    second = replace(first, number_from=7)
    third = replace(small("third"), footers=NUMBERED, width=500)
    assert feet(made(lowered(first, second, third))) == [
        *("Page 1 of 5", "Page 2 of 5", "Page 7 of 5"),
        *("Page 8 of 5", "Page 9 of 5"),
    ]


@pytest.mark.parametrize(
    ("style", "shown"), [("1", "4"), ("i", "iv"), ("I", "IV"), ("a", "d"), ("A", "D")]
)
def test_numbers_are_written_in_their_style(style: str, shown: str) -> None:
    number = PageNumber(PLAIN, style=style)  # type: ignore[arg-type]
    page = replace(small("text"), footers=Bands(default=band("at ", number)), number_from=4)
    assert feet(made(lowered(page))) == [f"at {shown}"]


def test_first_and_even_pages_may_have_bands_of_their_own() -> None:
    headers = Bands(default=band("default"), first=band("first"), even=band("even"))
    pages = replace(small(count=35), headers=headers, first_differs=True, even_differs=True)
    pdf = made(lowered(pages))
    assert [lines_of(pdf, page)[0] for page in (1, 2, 3, 4)] == ["first", "even", "default", "even"]


def test_a_first_page_without_a_band_of_its_own_has_none() -> None:
    pages = replace(small(count=15), headers=Bands(default=band("head")), first_differs=True)
    pdf = made(lowered(pages))
    assert [lines_of(pdf, page)[0] for page in (1, 2)] == ["line 1", "head"]


@pytest.mark.parametrize("height", [None, 8 * LINE])
def test_a_header_higher_than_its_margin_pushes_the_text(height: float | None) -> None:
    tall = Band(filled(8), height)
    found = words_in(made(lowered(replace(small("text"), header=20, headers=Bands(default=tall)))))
    assert found["text"].base == pytest.approx(20 + 8 * LINE + ASCENT)


def test_bands_of_the_first_page_push_only_its_own_text() -> None:
    tall, low = Band(filled(8)), band("low")
    pages = replace(small("top", count=30), header=20, first_differs=True)
    higher = words_in(made(lowered(replace(pages, headers=Bands(default=low, first=tall)))))
    lower = words_in(made(lowered(replace(pages, headers=Bands(default=tall, first=low)))))
    assert higher["top"].base == pytest.approx(20 + 8 * LINE + ASCENT)
    assert lower["top"].base == pytest.approx(MARGIN + ASCENT)


def test_a_footer_hangs_from_the_edge_by_its_space_below_and_pushes_the_text_up() -> None:
    tall = Band(filled(6), None, below=7)
    page = replace(small(count=9), footer=20, footers=Bands(default=tall))
    pdf = made(lowered(page))
    last = max(lines_bases(pdf, 1))
    assert last == pytest.approx(page.height - 20 - 7 - (LINE - ASCENT))
    assert page_count(pdf) == 2


def lines_bases(pdf: bytes, page: int) -> set[float]:
    """Give the baselines of a page."""
    return {each.base for each in pages_in(pdf).words if each.page == page}


def test_a_footer_of_the_first_page_alone_pushes_the_text_of_that_page_up() -> None:
    feet = Bands(default=band("low"), first=Band(filled(6)))
    page = replace(small(count=30), footer=20, footers=feet, first_differs=True)
    pdf = made(lowered(page))
    assert page_count(pdf) == 4
    assert len(lines_of(pdf, 2)) == 11


def test_a_frame_in_a_header_stands_at_its_place_of_the_page() -> None:
    frame = Frame((para("framed"),), 300, 15, 90, apart=False)
    for where in ("headers", "footers"):
        bands = Bands(default=Band((frame, para("band")), LINE))
        page = replace(small("text"), **{where: bands})  # type: ignore[arg-type]
        assert words_in(made(lowered(page)))["framed"].base == pytest.approx(15 + ASCENT)


def test_bands_are_no_part_of_what_is_read_out() -> None:
    tagged = tags_of(made(lowered(replace(small("text"), footers=NUMBERED))))
    assert tagged.text.strip() == "text"
    assert "Page " in "".join(tagged.artifacts)


def letter(title: str, lines: int, *, heading: int = 0) -> Lowered:
    """Make a letter with page numbers, a mark and a link to it."""
    first = replace(para(Mark("here"), title), heading=heading)
    link = para(Link("#here", inline(f"up-{title}")))
    pages = replace(small(count=lines), footers=NUMBERED)
    pages = replace(pages, blocks=(first, link, *pages.blocks))
    whole = lowered(pages)
    return replace(whole, document=replace(whole.document, title=title))


def test_letters_in_one_file_have_pages_bookmarks_and_marks_of_their_own() -> None:
    pdf = made(letter("one", 10, heading=1), letter("two", 0), letter("three", 9, heading=1))
    assert feet(pdf) == ["Page 1 of 2", "Page 2 of 2", "Page 1 of 1", "Page 1 of 2", "Page 2 of 2"]
    reader = PdfReader(BytesIO(pdf))
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    assert [(mark.title, reader.get_destination_page_number(mark)) for mark in marks] == [
        ("one", 0),
        ("two", 2),
        ("three", 3),
    ]
    assert [tag.text.strip() for tag in tags_of(pdf).all("H1")] == ["one", "three"]
    assert reader.metadata is not None
    assert reader.metadata.title == "one"


def test_letters_alone_and_together_look_the_same() -> None:
    alone = [letter("one", 10, heading=1), letter("two", 3)]
    together = pages_in(made(*alone)).words
    apart = [word for each in alone for word in pages_in(made(each)).words]
    assert [placed(each) for each in together] == [placed(each) for each in apart]


def placed(word: Boxed) -> tuple[str, float, float]:
    """Give a word and where it stands on its page."""
    return word.text, word.x0, word.base


def test_the_date_of_the_letter_is_that_of_the_file() -> None:
    pdf = pdf_of(para("text"))
    info = PdfReader(BytesIO(pdf)).metadata
    assert info is not None
    assert str(info.creation_date_raw).startswith("D:20260105")
    assert pdf == pdf_of(para("text"))


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("cy-GB", "cy-GB"), ("pa-Guru-IN", "pa-IN"), ("x-none", "en-GB"), ("ur", "ur")],
)
def test_the_file_tells_its_language(tag: str, shown: str) -> None:
    whole = lowered(section(para(Text(PLAIN, "text"))))
    pdf = made(replace(whole, document=replace(whole.document, language=tag)))
    assert str(PdfReader(BytesIO(pdf)).root_object["/Lang"]) == shown
