"""PDFs of letters are bound for the printer: fresh sheets, bookmarks, claims."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject
from setwork import DATED, lowered, para, section
from sheetwork import faults_of, sheet

from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.apart import resolved
from docgen.press.pdf.binding import Begins, Binding
from docgen.press.pdf.imprint import Imprint, Printer
from docgen.press.pdf.pages import stretches_in, word_boxes

TAGGED = sheet(day=1)
PRINTED = Printer(own_faces()).printed(
    [lowered(section(para("Come and talk to us")))] * 2,
    [Imprint("1: b-1/1-v1", "Envelope 1"), Imprint("2: b-1/2-v1", "Envelope 2")],
    2,
    DATED,
)
TWO = (Begins("1: b-1/1-v1", 1), Begins("2: b-1/2-v1", 3))


def bound(*pdfs: tuple[bytes, tuple[Begins, ...]], duplex: bool = True) -> bytes:
    """Bind PDFs with the letters in them."""
    out = BytesIO()
    binding = Binding(out, "en-invite", duplex=duplex)
    for pdf, letters in pdfs:
        binding.add(pdf, letters)
    binding.finish()
    return out.getvalue()


def named(*names: str) -> tuple[Begins, ...]:
    """Give the two printed letters other names."""
    return tuple(Begins(name, each.page) for name, each in zip(names, TWO, strict=True))


def test_each_pdf_begins_a_sheet_and_each_letter_has_a_bookmark() -> None:
    whole = bound((PRINTED, TWO), (TAGGED, (Begins("x", 1),)), (PRINTED, named("y", "z")))
    names = ["1: b-1/1-v1", "2: b-1/2-v1", "x", "y", "z"]
    assert [each.first for each in stretches_in(whole, names)] == [1, 3, 5, 7, 9]
    assert [each.page for each in word_boxes(whole) if each.text == "Come"] == [1, 3, 5, 7, 9]


def test_on_one_side_there_is_no_blank_page() -> None:
    whole = bound((PRINTED, TWO), (PRINTED, named("y", "z")), duplex=False)
    assert len(PdfReader(BytesIO(whole)).pages) == 6


def test_it_looks_as_its_parts() -> None:
    whole = word_boxes(bound((PRINTED, TWO)))
    alone = word_boxes(PRINTED)
    assert [(each.text, each.x0, each.y0) for each in whole] == [
        (each.text, each.x0, each.y0) for each in alone
    ]


def test_it_is_for_keeping_as_far_as_its_parts_are() -> None:
    whole = bound((PRINTED, TWO), (TAGGED, (Begins("x", 1),)))
    assert [each for each in faults_of(whole, "2B") if not each.startswith("PDFUA")] == []
    assert b"<pdfaid:conformance>B<" in whole
    assert str(PdfReader(BytesIO(whole)).root_object["/Lang"]) == "en-GB"


def test_what_claims_nothing_takes_the_claim_of_the_whole() -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    bare = BytesIO()
    writer.write(bare)
    whole = bound((bare.getvalue(), (Begins("x", 1),)), (PRINTED, TWO))
    assert b"pdfaid" not in whole


def test_fonts_and_pictures_that_are_alike_are_there_once() -> None:
    once, twice = bound((PRINTED, TWO)), bound((PRINTED, TWO), (PRINTED, named("y", "z")))
    assert len(twice) < len(once) * 1.3


def test_tags_and_links_stay_out() -> None:
    root = PdfReader(BytesIO(bound((TAGGED, (Begins("x", 1),))))).root_object
    assert "/StructTreeRoot" not in root
    page = PdfReader(BytesIO(bound((TAGGED, (Begins("x", 1),))))).pages[0]
    assert not page.keys() & {"/Annots", "/StructParents"}


def test_what_pages_share_stays_theirs() -> None:
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(595, 842)
    shared = DictionaryObject({NameObject("/Shared"): writer._add_object(NumberObject(1))})  # noqa: SLF001 - as assemble
    pages = resolved(writer.root_object["/Pages"])
    assert pages is not None
    pages[NameObject("/Resources")] = shared
    for page in writer.pages:
        del page["/Resources"]
    out = BytesIO()
    writer.write(out)
    reader = PdfReader(BytesIO(bound((out.getvalue(), (Begins("x", 1),)), duplex=False)))
    found = [resolved(page["/Resources"]) for page in reader.pages]
    assert [str(each and each["/Shared"]) for each in found] == ["1", "1"]


@pytest.mark.parametrize("times", [1, 3])
def test_the_same_parts_give_the_same_bytes(times: int) -> None:
    assert bound(*[(PRINTED, TWO)] * times) == bound(*[(PRINTED, TWO)] * times)
