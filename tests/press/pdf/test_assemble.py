"""Several PDFs become one: bookmarks, blank pages, tags, links and claims kept, always alike."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject
from sheetwork import ONE_PAGE, faults_of, sheet

from docgen.press.pdf.apart import entries, resolved, structure_of
from docgen.press.pdf.assemble import joined
from docgen.press.pdf.pages import page_count, word_boxes
from docgen.press.pdf.parts import parts_of

LETTER, NOTE = sheet(day=1), sheet(ONE_PAGE, title="A note", day=3)
TITLES = ("First", "Second", "Third")


def three(*, duplex: bool = False) -> bytes:
    """Join a note of one page, a letter of two, and the letter again."""
    return joined([NOTE, LETTER, LETTER], TITLES, duplex=duplex)


def read(pdf: bytes) -> PdfReader:
    """Open a PDF to look into it."""
    return PdfReader(BytesIO(pdf))


def words(pdf: bytes, page: int) -> list[str]:
    """Give the words of a page."""
    return [word.text for word in word_boxes(pdf) if word.page == page]


def links(pdf: bytes) -> list[tuple[int, DictionaryObject]]:
    """Give each link with its page."""
    return [
        (number, annotation.get_object())
        for number, page in enumerate(read(pdf).pages, 1)
        for annotation in page.get("/Annots", ArrayObject())
    ]


def test_pages_follow_each_other_in_the_order_given() -> None:
    whole = three()
    assert page_count(whole) == 5
    assert [words(whole, page)[:2] for page in range(1, 6)] == [
        ["Thank", "you"],
        ["Come", "and"],
        ["What", "to"],
        ["Come", "and"],
        ["What", "to"],
    ]


def test_for_two_sides_each_begins_on_a_sheet_of_its_own() -> None:
    whole = three(duplex=True)
    assert page_count(whole) == 6
    assert words(whole, 2) == []
    assert words(whole, 3)[:2] == ["Come", "and"]


def test_no_blank_page_follows_the_last() -> None:
    assert page_count(joined([LETTER, NOTE], TITLES[:2], duplex=True)) == 3


def test_each_has_a_bookmark_over_its_own() -> None:
    outline = read(three()).outline
    tops = [each for each in outline if not isinstance(each, list)]
    assert [(top.title, read(three()).get_destination_page_number(top)) for top in tops] == [
        ("First", 0),
        ("Second", 1),
        ("Third", 3),
    ]
    below = [each for each in outline if isinstance(each, list)]
    titles = ["Thank you", "Come and talk", "Come and talk"]
    assert [first.title for first, *_ in below if isinstance(first, Destination)] == titles


def test_all_is_read_in_order_with_the_same_tags() -> None:
    alone = [part.kind for pdf in (NOTE, LETTER, LETTER) for part in parts_of(pdf)]
    together = parts_of(three())
    assert [part.kind for part in together] == alone
    assert [part.first_page for part in together if part.kind == "H1"] == [1, 2, 4]
    assert "TH" in alone


def test_what_is_joined_is_as_accessible_and_lasting_as_its_parts() -> None:
    assert faults_of(three(duplex=True)) == []


def test_links_lead_to_the_same_letter_and_belong_to_a_tag() -> None:
    whole = three()
    reader = read(whole)
    places = dict(entries(resolved(reader.root_object["/Names"])["/Dests"], "/Names"))  # type: ignore[index]
    inner = [
        (page, str(link["/Dest"]))
        for page, link in links(whole)
        if isinstance(link.get("/Dest"), str)
    ]
    assert inner == [(2, "2-below"), (3, "2-top"), (4, "3-below"), (5, "3-top")]
    assert {name for _, name in inner} <= {str(name) for name in places}
    numbers = [int(str(link["/StructParent"])) for _, link in links(whole)]
    tree = entries(structure_of(reader)["/ParentTree"], "/Nums")
    parents = {int(str(number)): parent for number, parent in tree}
    assert len(set(numbers)) == len(numbers)
    assert {"/Link", "/Note"} >= {
        str(parent["/S"]) for number in numbers if (parent := resolved(parents[number]))
    }


def test_header_cells_are_known_by_names_of_their_own() -> None:
    names = [str(name) for name, _ in entries(structure_of(read(three()))["/IDTree"], "/Names")]
    assert len(set(names)) == len(names)
    assert names == sorted(names)
    assert {name[:2] for name in names} == {"2-", "3-"}


def test_the_whole_has_the_latest_date_and_a_title() -> None:
    about = read(three()).metadata
    assert about is not None
    assert about.title == "First"
    assert str(about["/ModDate"]) == "D:20251203000000Z"
    named = read(joined([NOTE], ["First"], title="All letters")).metadata
    assert named is not None
    assert named.title == "All letters"


def test_the_same_files_give_the_same_bytes() -> None:
    assert three(duplex=True) == three(duplex=True)
    assert joined([LETTER, NOTE], TITLES[:2]) != joined([NOTE, LETTER], TITLES[:2])


def test_what_only_some_claim_is_not_claimed_of_all() -> None:
    plain = NOTE.replace(b"pdfuaid:part", b"pdfuaid:parx").replace(b"pdfaid:part", b"pdfaid:parx")
    packet = read(joined([NOTE, plain], TITLES[:2])).root_object["/Metadata"]
    text = packet.get_object().get_data()  # type: ignore[union-attr]
    assert b"pdfuaid" not in text
    assert b"pdfaid" not in text


def test_files_without_tags_can_be_joined_too() -> None:
    bare = NOTE.replace(b"/StructTreeRoot", b"/StructTreeRoof")
    whole = read(joined([bare, bare], TITLES[:2]))
    assert "/StructTreeRoot" not in whole.root_object
    assert len(whole.pages) == 2


def test_nothing_of_the_parts_is_left_over() -> None:
    used = [each for each in _all(read(three())) if each.get("/Type") == "/Catalog"]
    assert len(used) == 1


@pytest.mark.parametrize("count", [1, 2])
def test_one_file_alone_is_joined_as_many_are(count: int) -> None:
    assert page_count(joined([LETTER] * count, TITLES[:count])) == 2 * count


def _all(reader: PdfReader) -> list[DictionaryObject]:
    numbers = range(1, int(str(reader.trailer["/Size"])))
    found = (IndirectObject(number, 0, reader).get_object() for number in numbers)
    return [each for each in found if isinstance(each, DictionaryObject)]


def test_a_file_without_bookmarks_gets_one() -> None:
    bare = PdfWriter()
    bare.add_blank_page(595, 842)
    out = BytesIO()
    bare.write(out)
    outline = read(joined([out.getvalue(), NOTE], TITLES[:2])).outline
    assert [each.title for each in outline if not isinstance(each, list)] == ["First", "Second"]
