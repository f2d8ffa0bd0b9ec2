"""Every text of a Word file, with the place where a reader or a program finds it."""

from io import BytesIO

import docx
import pytest
from wordfiles import box, drawing, field, para, paras, table, text, word_file, zipped

from docgen.model.rendition import Words
from docgen.press.ooxml.members import write_members
from docgen.press.ooxml.words import package_digest, words_of


def told(content: bytes) -> list[tuple[str, str]]:
    """Give all words as pairs of place and text."""
    return [(words.where, words.text) for words in words_of(content)]


def test_the_body_is_read_in_order_and_tables_as_rows() -> None:
    content = word_file(
        paras("Dear Ms Nowak") + table(["Who", "What"], ["Ms Nowak", "Phones"]) + paras("Yours")
    )
    assert told(content) == [
        ("body", "Dear Ms Nowak"),
        ("table 1 row 1 column 1", "Who"),
        ("table 1 row 1 column 2", "What"),
        ("table 1 row 2 column 1", "Ms Nowak"),
        ("table 1 row 2 column 2", "Phones"),
        ("body", "Yours"),
    ]


def test_tables_are_counted_and_a_table_in_a_cell_is_told_by_both() -> None:
    inner = table(["in"]) + para()
    assert told(word_file(table(["a"]) + table([inner, "b"]))) == [
        ("table 1 row 1 column 1", "a"),
        ("table 2 row 1 column 1 table 1 row 1 column 1", "in"),
        ("table 2 row 1 column 2", "b"),
    ]


def test_a_row_inside_a_content_control_is_counted_with_the_others() -> None:
    inside = table(["a"], ["b"]).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>", 1)
    inside = inside.replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>", 1)
    assert [where for where, _ in told(word_file(inside))] == [
        "table 1 row 1 column 1",
        "table 1 row 2 column 1",
    ]


def test_headers_footers_notes_and_comments_are_read() -> None:
    content = word_file(
        paras("Dear"),
        header=paras("Elmbridge"),
        footer=paras("Page 1") + table(["left"]),
        footnotes=f"<w:footnote>{paras('See 1')}</w:footnote>",
        endnotes=f"<w:endnote>{paras('See 2')}</w:endnote>",
        comments=f"<w:comment>{paras('Check')}</w:comment>",
        glossary=f"<w:docPartBody>{paras('Click here')}</w:docPartBody>",
    )
    assert told(content) == [
        ("body", "Dear"),
        ("header", "Elmbridge"),
        ("footer", "Page 1"),
        ("footer table 1 row 1 column 1", "left"),
        ("footnote", "See 1"),
        ("endnote", "See 2"),
        ("comment", "Check"),
        ("building block", "Click here"),
    ]


def test_both_copies_of_a_text_box_are_read() -> None:
    content = word_file(para(text("before"), box(paras("inside")), text(" after")))
    assert told(content) == [
        ("body", "before after"),
        ("text box", "inside"),
        ("text box", "inside"),
        ("alt text", "Box 1"),
    ]


def test_tabs_breaks_and_hyphens_are_read_and_objects_are_not() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:br w:type="page"/><w:footnoteReference/><w:t>e</w:t></w:r>'
    )
    assert told(word_file(para(inside))) == [("body", "a\tb\nc\u2011de")]


def test_spaces_are_kept() -> None:
    assert told(word_file(paras("  two  spaces "))) == [("body", "  two  spaces ")]


def test_words_that_hide_are_read() -> None:
    content = word_file(
        para(drawing("School logo"), '<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>')
        + para('<w:hyperlink w:tooltip="Our page"><w:r><w:t>page</w:t></w:r></w:hyperlink>')
        + para("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>")
        + para(field('HYPERLINK "https://', 'example.org"')),
        relations=[("rId9", "hyperlink!", "mailto:office@example.org")],
        more={"word/settings.xml": (_settings(), "application/xml")},
    )
    assert told(content)[1:] == [
        ("alt text", "School logo"),
        ("alt text", "Picture 1"),
        ("alt text", "School logo"),
        ("alt text", "logo.png"),
        ("watermark", "DRAFT"),
        ("link", "Our page"),
        ("deleted text", "old"),
        ("field", 'HYPERLINK "https://example.org"'),
        ("document variable", "Nowak"),
        ("link", "mailto:office@example.org"),
    ]


def test_properties_are_read_the_office_s_own_as_well() -> None:
    custom = (
        b'<Properties xmlns:vt="v"><property name="Pupil"><vt:lpwstr>Zofia</vt:lpwstr></property>'
        b"</Properties>"
    )
    app = b"<Properties><Company>Elmbridge</Company></Properties>"
    content = word_file(
        "",
        title="Invitation",
        more={
            "docProps/custom.xml": (custom, "application/xml"),
            "docProps/app.xml": (app, "application/xml"),
        },
    )
    assert told(content) == [
        ("property title", "Invitation"),
        ("property creator", "Office"),
        ("property Pupil", "Zofia"),
        ("property Company", "Elmbridge"),
    ]


def test_a_part_of_any_other_kind_is_read_too() -> None:
    chart = b"<c:chart xmlns:c='c'><c:v>Zofia</c:v></c:chart>"
    content = word_file("", more={"word/charts/chart1.xml": (chart, "application/xml")})
    assert told(content) == [("part word/charts/chart1.xml", "Zofia")]


def test_a_comment_in_the_xml_hides_nothing() -> None:
    assert told(word_file("<w:p><w:r><w:t>No<!-- x -->wak<?x y?>ski</w:t></w:r></w:p>")) == [
        ("body", "Nowakski")
    ]


def test_a_file_of_another_program_is_read() -> None:
    made = docx.Document()
    made.add_heading("Agreement")
    made.add_table(1, 2).cell(0, 1).text = "Phones"
    made.sections[0].header.paragraphs[0].text = "Elmbridge"
    out = BytesIO()
    made.save(out)
    assert told(out.getvalue())[:3] == [
        ("body", "Agreement"),
        ("table 1 row 1 column 2", "Phones"),
        ("header", "Elmbridge"),
    ]


def test_the_digest_is_of_what_is_packed_not_of_how() -> None:
    inside = {"a.xml": b"<a/>" * 100, "b.xml": b"<b/>"}
    assert zipped(inside, level=1) != zipped(inside, level=9)
    assert package_digest(zipped(inside, level=1)) == package_digest(zipped(inside, level=9))
    assert len(package_digest(zipped(inside))) == 64


def test_the_digest_tells_names_bytes_and_order_apart() -> None:
    files = [
        {"a.xml": b"1", "b.xml": b"2"},
        {"b.xml": b"2", "a.xml": b"1"},
        {"a.xml": b"12", "b.xml": b""},
        {"a.xmlb": b"1", ".xml": b"2"},
    ]
    assert len({package_digest(zipped(inside)) for inside in files}) == len(files)


def test_writing_keeps_the_order_and_gives_the_same_bytes() -> None:
    inside = {"b.xml": b"<b/>" * 50, "a.xml": b"<a/>", "é.xml": b"x"}
    assert write_members(inside) == write_members(dict(inside))
    assert package_digest(write_members(inside)) == package_digest(zipped(inside))


def test_what_can_t_be_read_has_no_words_and_no_digest() -> None:
    with pytest.raises(ValueError, match="word-not-docx"):
        words_of(b"no")
    with pytest.raises(ValueError, match="word-not-docx"):
        package_digest(b"no")


def _settings() -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:settings xmlns:w="{space}"><w:docVar w:val="Nowak"/></w:settings>'.encode()


def test_words_are_plain_values() -> None:
    assert words_of(word_file(paras("Dear"))) == (Words("body", "Dear"),)
