"""A copy with comments: each at its paragraph, all else as it was, and Word can open it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lintwork import linted, template
from wordfiles import box, para, paras, table, text

from docgen.model.rendition import Words
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.names import Element, w
from docgen.press.ooxml.package import Package, read_package
from docgen.press.ooxml.words import words_of
from docgen.press.word.lint.annotate import annotated

HIDDEN = para(text("Only for us", "<w:vanish/>"))
CLOSED = (
    "In the text, near “Dear {{ name”: a tag begins here and is not closed in this paragraph: "
    "{{ name"
)
NOTE = f'<w:comment w:id="7">{paras("Is this right?")}</w:comment>'


def annotated_copy(content: bytes) -> Package:
    """Write a copy with comments and read it again."""
    made = annotated(content, linted(content).told)
    assert made is not None
    package, problems = read_package(made)
    assert problems == ()
    assert package is not None
    return package


def commented(package: Package) -> list[tuple[str, str]]:
    """Give each comment's id in its heading with the words of the paragraph that it is about."""
    body = package.tree(package.main)
    notes = {note.get(w("id")): note for note in comments_of(package)}
    found = []
    for start in body.iter(w("commentRangeStart")):
        paragraph = start.getparent()
        assert paragraph is not None
        (end,) = (
            e for e in paragraph.iter(w("commentRangeEnd")) if e.get(w("id")) == start.get(w("id"))
        )
        (sign,) = (
            e for e in paragraph.iter(w("commentReference")) if e.get(w("id")) == start.get(w("id"))
        )
        assert list(paragraph.iter()).index(end) < list(paragraph.iter()).index(sign)
        heading = next(notes[start.get(w("id"))].iter(w("t"))).text or ""
        found.append((heading, "".join(t.text or "" for t in paragraph.iter(w("t")))))
    return found


def comments_of(package: Package) -> list[Element]:
    """Give the comments of a document."""
    return list(package.tree("word/comments.xml").iter(w("comment")))


def without_comments(content: bytes) -> tuple[Words, ...]:
    """Give all words of a document but those of comments."""
    return tuple(words for words in words_of(content) if words.where != "comment")


def test_each_comment_stands_at_its_paragraph() -> None:
    body = paras("Dear {{ name", "Nothing here.") + table(
        ["Who", "What", "When"], [HIDDEN, "b", "c"]
    )
    assert commented(annotated_copy(template(body))) == [
        ("To mend (word-tag-unclosed)", "Dear {{ name"),
        ("To look at (word-table-no-header)", "Who"),
        ("To look at (word-hidden-text)", "Only for us"),
    ]


def test_what_is_about_headers_boxes_or_the_file_stands_in_the_text() -> None:
    body = paras("First.", "Second.") + para(text("Around a box"), box(HIDDEN))
    content = template(body, title="", header=paras("x", "{{ y"))
    told = commented(annotated_copy(content))
    assert ("To look at (word-no-title)", "First.") in told
    assert ("To mend (word-tag-unclosed)", "First.") in told
    hidden = next(words for heading, words in told if "hidden" in heading)
    assert hidden.startswith("Around a box")


def test_a_comment_says_what_is_wrong_and_what_to_do() -> None:
    (note,) = comments_of(annotated_copy(template(paras("Dear {{ name"))))
    assert note.get(w("author")) == "docgen"
    assert [text.text for text in note.iter(w("t"))] == [
        "To mend (word-tag-unclosed)",
        CLOSED,
        "End it with }} or %}, in the paragraph where it began.",
    ]


def test_the_document_is_otherwise_unchanged() -> None:
    content = template(paras("Dear {{ name", "x") + table(["a", "b"]), header=HIDDEN)
    made = annotated(content, linted(content).told)
    assert made is not None
    assert without_comments(made) == without_comments(content)
    before, after = read_members(content)[0], read_members(made)[0]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/comments.xml",
    }


def test_the_same_template_gives_the_same_copy() -> None:
    content = template(paras("Dear {{ name"))
    assert annotated(content, linted(content).told) == annotated(content, linted(content).told)


def test_comments_that_are_there_are_kept() -> None:
    content = template(
        '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>x</w:t></w:r></w:p>',
        comments=NOTE,
    )
    package = annotated_copy(content)
    keys = [note.get(w("id")) for note in comments_of(package)]
    assert keys[0] == "7"
    assert len(set(keys)) == len(keys) > 1


def test_a_file_that_can_t_be_read_has_no_copy() -> None:
    assert annotated(b"no", linted(b"no").told) is None


def test_a_document_without_a_paragraph_is_given_back() -> None:
    content = template("", title="")
    assert without_comments(annotated(content, linted(content).told) or b"") == ()


def test_signs_that_xml_can_t_hold_are_left_out() -> None:
    content = template(paras("{{ a\u2028b }} x \u200f"))
    assert annotated_copy(content)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    content = template(paras("Dear {{ name", "x") + table(["a", "b"], ["c", "d"]))
    copy.write_bytes(annotated(content, linted(content).told) or b"")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(copy),
    ]
    subprocess.run(  # noqa: S603 - a fixed program
        command, check=True, capture_output=True, timeout=120
    )
    opened = (tmp_path / "copy.fodt").read_text("utf-8")
    assert opened.count("<office:annotation ") == len(linted(content).told)
    assert "<dc:creator>docgen</dc:creator>" in opened
