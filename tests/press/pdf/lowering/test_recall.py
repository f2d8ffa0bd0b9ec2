"""A template's own words are lowered once for all its letters; what differs is read each time."""

from pathlib import Path

import pytest
from blockwork import blocks, lowered
from oddblocks import BLOCKS
from textwork import level, lists, numbered, read, run
from wordfiles import field, para, text

from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.package import read_package
from docgen.press.pdf.lowering import styles
from docgen.press.pdf.lowering.document import lower
from docgen.press.pdf.lowering.kept import LONGEST
from docgen.press.pdf.tree import Paragraph, Table

PACKS = Path(__file__).parents[4] / "templates"
TEMPLATES = sorted(PACKS.glob("*/*.docx"))
BULLETS = lists(level(0, "bullet", "•") + level(1, "decimal", "%2."))
GRID = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
TWO = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
TABLE = f"<w:tbl>{GRID}<w:tr><w:tc>{numbered(1, 0)}</w:tc></w:tr></w:tbl>"
HEADING = para(text("Aims"), properties='<w:pStyle w:val="Heading1"/>')
TITLE = para(text("Plan"), properties='<w:pStyle w:val="Title"/>')
TITLED = {
    "styles": '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
}
LINK = '<w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r></w:hyperlink>'


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget what other tests had reckoned."""
    styles._styles.cache_clear()  # noqa: SLF001 (there is no other way to begin anew)


def test_the_same_paragraph_in_another_letter_is_not_read_again() -> None:
    body = run("", "Dear parent")
    first, second = read(body), read(body)
    assert second.drafts[0] is first.drafts[0]
    assert second.looks == first.looks


@pytest.mark.parametrize(
    "block",
    [para(field("PAGE")), TABLE],
)
def test_page_numbers_and_tables_are_recalled(block: str) -> None:
    (first,), (second,) = blocks(block, sheets=BULLETS), blocks(block, sheets=BULLETS)
    assert second is first


def test_what_a_table_asked_for_is_asked_for_again() -> None:
    outer = f"<w:tbl>{GRID}<w:tr><w:tc>{TABLE}<w:p/></w:tc></w:tr></w:tbl>"
    after = numbered(1, 1) + run("<w:b/>", "after")
    found = [lowered(TABLE + outer + after, sheets=BULLETS).document for _ in range(2)]
    styles._styles.cache_clear()  # noqa: SLF001 (as above)
    alone = lowered(outer + after, sheets=BULLETS).document
    assert found[0] == found[1]
    assert alone.looks == found[0].looks
    assert alone.sections[0].blocks[1:] == found[0].sections[0].blocks[2:]


def test_a_cell_of_another_table_is_recalled_with_what_it_holds() -> None:
    cells = "<w:tc><w:p><w:r><w:t>same</w:t></w:r></w:p></w:tc><w:tc><w:p>{}</w:p></w:tc>"
    tables = [f"<w:tbl>{TWO}<w:tr>{cells.format(run_)}</w:tr></w:tbl>" for run_ in ("", text("x"))]
    (first,), (second,) = (blocks(each) for each in tables)
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    held, other = (each.rows[0].cells for each in (first, second))
    assert other[0].blocks is held[0].blocks
    assert other[1].blocks != held[1].blocks


def test_a_heading_has_the_level_that_those_before_it_give() -> None:
    levels = [
        [each.heading for each in blocks(body, sheets=TITLED) if isinstance(each, Paragraph)]
        for body in (HEADING, TITLE + HEADING + HEADING, HEADING * 2, TITLE + HEADING * 2)
    ]
    assert levels == [[1], [1, 2, 2], [1, 1], [1, 2, 2]]


def test_a_letter_with_other_looks_before_it_has_the_right_ones() -> None:
    read(run("<w:b/>", "Dear parent"))
    found = read(run("<w:i/>", "Other") + run("<w:b/>", "Dear parent"))
    assert [(look.bold, look.italic) for look in found.looks] == [(False, True), (True, False)]


def test_bullets_are_recalled_and_numbers_count_on() -> None:
    body = numbered(1, 0) + numbered(1, 1) + numbered(1, 1) + numbered(1, 0) + numbered(1, 1)
    labels = ["•", "1.", "2.", "•", "1."]
    first, second = read(body, sheets=BULLETS), read(body, sheets=BULLETS)
    assert first.labels == second.labels == labels
    assert second.drafts[0] is first.drafts[0]


@pytest.mark.parametrize(
    "paragraph",
    [
        numbered(1, 1),
        para(field("FORMTEXT")),
        para(LINK),
        para('<w:bookmarkStart w:id="1" w:name="a"/>', text("x")),
        para("<w:r><w:t> x </w:t></w:r>"),
        para("<m:oMath/>"),
        run('<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>'),
        run('<w:u w:val="wave"/>'),
        run("", "x" * LONGEST),
    ],
)
def test_what_depends_on_the_letter_is_read_each_time(paragraph: str) -> None:
    first, second = (read(paragraph * 2, sheets=BULLETS) for _ in range(2))
    assert all(one is not two for one, two in zip(first.drafts, second.drafts, strict=True))
    assert first.told == second.told
    assert first.labels == second.labels


def test_a_paragraph_inside_a_field_is_read_as_part_of_it() -> None:
    read(run("", "Aims"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    found = read(para(begin) + run("", "Aims"))
    assert found.words == ["", ""]
    assert found.stopping == ["pdf-field"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_comes_to_the_same_before_and_after_others(path: Path) -> None:
    package, _ = read_package(path.read_bytes())
    assert package is not None
    first = lower(package, own_faces())
    assert lower(package, own_faces()) == first


@pytest.mark.parametrize(
    "name", ["a row that is too low for its text", "a picture as wide as two pages"]
)
def test_what_is_told_of_a_letter_is_told_of_the_next_one_too(name: str) -> None:
    package = read_package(BLOCKS[name].content)[0]
    assert package is not None
    first, second = (lower(package, own_faces()) for _ in range(2))
    assert first.remarks == second.remarks != ()
