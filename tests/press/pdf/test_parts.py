"""A tagged PDF is read in its order: headings, paragraphs, items, cells, each with its words."""

from sheetwork import sheet

from docgen.model.pages import Part
from docgen.press.pdf.parts import parts_of

BODY = """\
= Come and talk
Please come, *all* of you, or #link("https://school.example")[write]#footnote[In English.].
- One
- Two
#table(columns: 2, table.header[Who][What], [Ms Rahman], [Rings])
#table(columns: 1, [Inside])
"""
LONG = "= Over\n" + "The days are long and the nights are short. " * 400


def read(body: str) -> list[tuple[str, str]]:
    """Give each part's tag and words."""
    return [(part.kind, said(part)) for part in parts_of(sheet(body))]


def said(part: Part) -> str:
    """Give a part's words."""
    return " ".join(word.text for word in part.words)


def test_parts_come_in_reading_order_with_their_tags() -> None:
    parts = read(BODY)
    assert [kind for kind, _ in parts] == [
        *("H1", "P", "Note", "LI", "LBody", "LI", "LBody", "TH", "TH", "TD", "TD", "TD")
    ]
    assert parts[0] == ("H1", "Come and talk")
    assert parts[4] == ("LBody", "One")
    assert parts[9:11] == [("TD", "Ms Rahman"), ("TD", "Rings")]


def test_links_and_bold_words_belong_to_their_paragraph() -> None:
    kind, words = read(BODY)[1]
    assert kind == "P"
    assert words.replace(" ", "") == "Pleasecome,allofyou,orwrite1."


def test_tables_are_counted_and_tell_what_stands_around_a_cell() -> None:
    parts = parts_of(sheet(BODY))
    assert [part.table for part in parts][-5:] == [1, 1, 1, 1, 2]
    assert parts[-5].within == ("Document", "Table", "THead", "TR")


def test_a_paragraph_over_the_end_of_a_page_is_one_part() -> None:
    heading, paragraph = parts_of(sheet(LONG))
    assert heading.first_page == heading.last_page == 1
    assert (paragraph.first_page, paragraph.last_page > 1) == (1, True)
    assert len(paragraph.words) == 3600


def test_a_pdf_without_tags_has_no_parts() -> None:
    whole = sheet(BODY)
    assert parts_of(whole.replace(b"/StructTreeRoot", b"/StructTreeRoof")) == ()
