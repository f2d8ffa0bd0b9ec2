"""Footnotes: the note goes with its reference; what can't be a footnote is told."""

import pytest
from blockwork import lowered, plain, told
from wordfiles import para, text

from docgen.press.pdf.runs import Note, Text
from docgen.press.pdf.tree import Lowered, Paragraph

NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See section 19.</w:t></w:r>'
    "</w:p><w:p><w:r><w:t>And 20.</w:t></w:r></w:p></w:footnote>"
)


def reference(key: str, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}" {more}/></w:r>'


def read(run: str, **parts: str) -> Lowered:
    return lowered(para(text("Dear"), run), **(parts or {"footnotes": NOTES}))


def test_a_note_stands_at_its_reference() -> None:
    made = read(reference("2"))
    (paragraph,) = made.document.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    note = paragraph.content[1]
    assert isinstance(note, Note)
    words = [
        each.text
        for block in note.content
        if isinstance(block, Paragraph)
        for each in block.content
        if isinstance(each, Text)
    ]
    assert words == ["See section 19.", "And 20."]
    assert told(made) == []


@pytest.mark.parametrize(
    ("run", "rule"),
    [
        (reference("3"), "pdf-document-part"),
        (reference("2", kind="endnote"), "pdf-endnotes"),
        (reference("2", more='w:customMarkFollows="1"'), "pdf-note-look"),
    ],
)
def test_a_note_that_cannot_be_set_is_told(run: str, rule: str) -> None:
    assert told(read(run)) == [rule]


def test_a_reference_without_any_notes_is_told() -> None:
    assert told(read(reference("2"), header="<w:p/>")) == ["pdf-document-part"]


def test_a_note_in_a_header_is_told() -> None:
    header = para(reference("2"))
    assert told(lowered(plain("x"), header=header, footnotes=NOTES)) == ["pdf-document-part"]
