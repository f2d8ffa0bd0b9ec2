"""What a screen reader meets in the PDF of every template, held against its Word file."""

import datetime as dt
import re
from io import BytesIO
from itertools import pairwise
from typing import TypeVar

import pytest
from drafts import Draft, kinds, ordinary
from lxml import etree
from pdfwork import word
from pypdf import PdfReader
from tagwork import Tag, Tagged, tags_of
from templatework import Element, found, text, value
from wordfiles import para
from wordfiles import text as text_run

from docgen.press.ooxml.package import Package, read_package
from docgen.press.ooxml.words import words_of
from docgen.press.pdf.native import Native

Item = TypeVar("Item")
NATIVE, DAY = Native(), dt.date(2026, 3, 21)
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
TITLED = frozenset({"Title", "heading 1", "heading 2"})
UNREAD = re.compile(r"[\s☐☑☒✓✗]")  # blanks; boxes, which are drawn and have an alternative text


@pytest.fixture(params=kinds(), ids="/".join, scope="module")
def paper(request: pytest.FixtureRequest) -> Draft:
    """Give a draft of each kind in turn."""
    return ordinary(*request.param)


@pytest.fixture(scope="module")
def pdf(paper: Draft) -> bytes:
    """Set the draft."""
    return NATIVE.pdf(paper.content, paper.kind, paper.dated)


@pytest.fixture(scope="module")
def tagged(pdf: bytes) -> Tagged:
    """Read the structure of its PDF."""
    return tags_of(pdf)


def part(paper: Draft, name: str) -> Element:
    """Read a part of a draft."""
    package, _ = read_package(paper.content)
    assert isinstance(package, Package)
    return etree.fromstring(package.members[name])


def words(paper: Draft, places: str) -> list[str]:
    """Give the texts of a draft in places whose names begin so."""
    return [each.text for each in words_of(paper.content) if re.match(places, each.where)]


def squeezed(words: str) -> str:
    """Leave out what is not read."""
    return UNREAD.sub("", words)


def spoken(tag: Tag | str) -> str:
    """Give the text of an element without the labels of lists, which Word doesn't hold as text."""
    if isinstance(tag, str):
        return tag
    return "" if tag.name == "Lbl" else "".join(map(spoken, tag.parts))


def titles(paper: Draft) -> list[str]:
    """Give the texts of the paragraphs that Word has as headings."""
    names = {
        str(style.get(f"{{{style.nsmap['w']}}}styleId")): value(style, "w:name")
        for style in found(part(paper, "word/styles.xml"), "w:style")
    }
    paragraphs = found(part(paper, "word/document.xml"), ".//w:p")
    return [text(p) for p in paragraphs if names.get(value(p, "w:pPr/w:pStyle")) in TITLED]


def test_all_text_is_read_out_in_words_order(paper: Draft, tagged: Tagged) -> None:
    read = "".join(map(spoken, tagged.tags))
    assert squeezed(read) == squeezed("".join(words(paper, "body|table")))


def test_headings_are_those_of_word_and_no_level_is_left_out(paper: Draft, tagged: Tagged) -> None:
    headings = tagged.all(*HEADINGS)
    assert [squeezed(each.text) for each in headings] == [*map(squeezed, titles(paper))]
    levels = [int(each.name[1]) for each in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_row_of_each_table_heads_its_columns(paper: Draft, tagged: Tagged) -> None:
    cells = found(part(paper, "word/document.xml"), ".//w:tr[w:trPr/w:tblHeader]//w:tc")
    heads = tagged.all("TH")
    assert [squeezed(each.text) for each in heads] == [squeezed(text(cell)) for cell in cells]
    assert {each.scope for each in heads} <= {"Column"}


def test_nothing_is_unmarked_and_only_bands_and_repeated_headings_go_unread(
    paper: Draft, tagged: Tagged
) -> None:
    band = "".join(words(paper, "footer|header"))
    heads = "".join(each.text for each in tagged.all("TH"))
    unread = squeezed("".join(tagged.artifacts))
    assert tagged.unmarked == ()
    assert set(unread) <= set(squeezed(band + heads)) | set("0123456789")
    assert unread.startswith(squeezed(band)[:6]) or unread.count("Page")


def test_every_picture_and_box_says_what_it_is(tagged: Tagged) -> None:
    assert all(each.alt.strip() for each in tagged.all("Figure"))


def test_the_file_says_its_title_and_its_language(paper: Draft, pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert [reader.metadata.title] == words(paper, "property title")
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert "/DisplayDocTitle true" in pdf.decode("latin-1")


def test_words_in_another_language_say_so_from_word_to_pdf() -> None:
    polish = text_run("Zapraszamy.", '<w:lang w:val="pl-PL"/>')
    made = NATIVE.pdf(word(para(text_run("Please come. "), polish)), "a letter", DAY)
    reader = PdfReader(BytesIO(made))
    content = reader.pages[0].get_contents()
    assert content is not None
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert re.findall(rb"/Span<<(.*?)>>BDC", content.get_data()) == [
        b"/MCID 0",
        b"/MCID 1/Lang(pl-PL)",
    ]
