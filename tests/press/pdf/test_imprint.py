"""Letters are set for the printer: fresh sheets, bookmarks, marks; what can't be set is told."""

import pytest
from pypdf import PdfReader
from setwork import DATED, filled, lowered, para, section

from docgen.errors import TemplateRejected
from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.apart import structure_of
from docgen.press.pdf.imprint import MOST_REMEMBERED, Imprint, Printer
from docgen.press.pdf.pages import page_count, stretches_in, word_boxes
from docgen.press.pdf.tree import Lowered

SHORT = lowered(section(para("Come and talk to us")))
LONG = lowered(section(*filled(140)))
NAMES = ("1: b-1/1-v1", "2: b-1/2-v1", "3: b-1/3-v1")


def printed(*letters: Lowered, sides: int = 2, marks: tuple[str, ...] = ()) -> bytes:
    """Set letters, each with a name and a mark."""
    names = zip(NAMES, marks or ("Envelope",) * len(letters), strict=False)
    imprints = [Imprint(name, mark) for name, mark in names]
    return Printer(own_faces()).printed(letters, imprints, sides, DATED)


def margin(pdf: bytes) -> list[tuple[int, str]]:
    """Give the words in the right margin, with their pages."""
    return [(word.page, word.text) for word in word_boxes(pdf) if word.x0 > 560]


@pytest.mark.parametrize(("sides", "starts"), [(1, [1, 2, 5]), (2, [1, 3, 7])])
def test_each_letter_begins_on_a_fresh_sheet_and_is_found_by_its_bookmark(
    sides: int, starts: list[int]
) -> None:
    found = stretches_in(printed(SHORT, LONG, SHORT, sides=sides), NAMES)
    assert [each.first for each in found] == starts
    assert [each.count for each in found] == [1, 3, 1]
    assert [len(each.top.sizes) for each in found] == [1, 3, 1]
    assert "Come" in [word.text for word in found[0].top.words]


def test_the_front_of_each_sheet_bears_the_mark() -> None:
    both = [f"{page} {text}" for page, text in margin(printed(LONG)) if text[:1].isdigit()]
    assert both == ["1 1", "1 2", "3 2", "3 2"]
    one = [page for page, text in margin(printed(LONG, sides=1)) if text == "Envelope,"]
    assert one == [1, 2, 3]


def test_a_letter_without_a_mark_has_none() -> None:
    assert margin(printed(SHORT, LONG, marks=("", "Envelope")))[0][0] == 3


def test_one_letter_alone_is_set_as_among_others() -> None:
    assert page_count(printed(SHORT)) == 1
    assert [each.count for each in stretches_in(printed(SHORT), NAMES[:1])] == [1]


def test_it_is_for_a_printer_and_has_no_tags() -> None:
    from io import BytesIO  # noqa: PLC0415 - for this test alone

    assert not structure_of(PdfReader(BytesIO(printed(SHORT))))


def test_the_same_letters_give_the_same_bytes() -> None:
    assert printed(SHORT, LONG) == printed(SHORT, LONG)


def test_what_was_forgotten_is_set_alike() -> None:
    printer = Printer(own_faces())
    once = printer.printed([SHORT], [Imprint("1", "Envelope")], 2, DATED)
    for _ in range(MOST_REMEMBERED):
        printer.printed([LONG], [Imprint("1")], 2, DATED)
    printer.begin()
    assert printer.printed([SHORT], [Imprint("1", "Envelope")], 2, DATED) == once


def test_what_cannot_be_set_is_told_in_words() -> None:
    with pytest.raises(TemplateRejected) as refused:
        printed(lowered(section(para("\ue000 \u4e00"))))
    assert refused.value.code == "pdf-not-set"
