"""Each glyph of LibreOffice's fonts gets a meaning, for a screen reader that asks for one."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from docgen.press.pdf.gaps import fill_gaps, meanings

TABLE = """\
/CIDInit /ProcSet findresource begin
1 begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfchar
<01> <0048>
<04> <0000>
endbfchar
1 beginbfrange
<02> <03> <0065>
endbfrange
endcmap
"""


def filled(table: str, last: int) -> str:
    """Fill the gaps of a file with one font, and give its table."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(table.encode())
    font = DictionaryObject(
        {
            NameObject("/FirstChar"): NumberObject(0),
            NameObject("/LastChar"): NumberObject(last),
            NameObject("/ToUnicode"): stream,
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    fill_gaps(writer)
    return stream.get_data().decode()


def test_a_table_tells_what_codes_mean_one_by_one_and_in_ranges() -> None:
    assert meanings(TABLE) == {1: "0048", 2: "0065", 3: "0066"}


def test_what_has_no_meaning_gets_that_of_a_space_without_width() -> None:
    table = filled(TABLE, 5)
    assert meanings(table) == {
        0: "200B",
        1: "0048",
        2: "0065",
        3: "0066",
        4: "200B",
        5: "200B",
    }
    assert table.startswith("/CIDInit")
    assert table.endswith("endcmap\n")


def test_a_table_without_gaps_stays_as_it_is() -> None:
    whole = TABLE.replace("<04> <0000>", "<00> <0020>")
    assert filled(whole, 3) == whole


@pytest.mark.parametrize(("last", "blocks"), [(99, 1), (100, 2)])
def test_a_block_has_at_most_a_hundred_entries(last: int, blocks: int) -> None:
    assert filled(TABLE, last).count("endbfchar") == blocks


def test_a_font_without_a_table_is_left_alone() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    fill_gaps(writer)
    out = BytesIO()
    writer.write(out)
    assert len(PdfReader(out).pages) == 1
