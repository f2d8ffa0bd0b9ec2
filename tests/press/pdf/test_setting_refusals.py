"""What PDF/UA-1 or PDF/A-2a misses is told in plain words, without a word of the document."""

from dataclasses import replace

import pytest
from setwork import (
    DATED,
    blue_box,
    inline,
    lowered,
    para,
    section,
    setter,
    words_in,
)

from docgen.errors import TemplateRejected
from docgen.press.fonts.faces import own_faces
from docgen.press.pdf import setting
from docgen.press.pdf.aside import MARK
from docgen.press.pdf.runs import Image, Inline, Link, Mark, Tick
from docgen.press.pdf.setting import MOST_PICTURES, Album, Setter
from docgen.press.pdf.tree import Lowered, Paragraph


def document(*content: Inline | str, title: str = "A letter", picture: bytes = b"") -> Lowered:
    """Make a document of one paragraph."""
    whole = lowered(section(para(*content)), pictures={"p.png": picture} if picture else {})
    return replace(whole, document=replace(whole.document, title=title))


def headings(*levels: int) -> Lowered:
    """Make a document of headings."""
    return lowered(section(*(replace(para("Heading"), heading=level) for level in levels)))


REFUSED = [
    ("set-no-title", document("text", title="  ")),
    ("set-no-glyph", document("Zażółć 中")),
    ("set-no-alt", document(Tick(0, "empty", ""))),
    ("set-headings", headings(2)),
    ("set-headings", headings(1, 3)),
    ("set-headings", lowered(section(Paragraph((Mark("x"),), heading=1)))),
    ("set-picture", document(Image("p.png", 10, 10, "alt"), picture=b"no picture")),
    ("set-link", document(Link("", inline("nowhere")))),
    ("set-link", document(Link("https://example.org/" + "a" * 9000, inline("far")))),
    ("set-character", document("a\x00b")),
    ("set-too-long", document("text", title="long " * 9000)),
    ("set-otherwise", document(Image("missing.png", 10, 10, "alt"))),
]


@pytest.mark.parametrize(("rule", "refused"), REFUSED)
def test_what_is_missing_is_named(rule: str, refused: Lowered) -> None:
    with pytest.raises(TemplateRejected) as told:
        setter().set([refused], DATED)
    assert told.value.code == "pdf-not-set"
    assert [each.rule for each in told.value.findings] == [rule]


def test_a_document_is_not_quoted_in_its_refusal() -> None:
    with pytest.raises(TemplateRejected) as told:
        setter().set([document("Zażółć 中")], DATED)
    words = [told.value.message, *(each.message for each in told.value.findings)]
    assert "中" not in "".join(words)
    assert told.value.__suppress_context__


def test_all_faults_are_told_at_once() -> None:
    faulty = document("中", Tick(0, "empty", ""))
    with pytest.raises(TemplateRejected) as told:
        setter().set([faulty], DATED)
    assert {each.rule for each in told.value.findings} == {"set-no-alt", "set-no-glyph"}


def test_headings_begin_anew_in_each_letter() -> None:
    assert setter().set([headings(1, 2, 3), headings(1)], DATED)


def test_pictures_lie_in_a_private_folder_that_goes_and_does_not_grow() -> None:
    album = Album()
    folder = album.holding({"p.png": blue_box()})
    assert {file.suffix for file in folder.iterdir() if file.name != MARK} == {".typ", ".png"}
    for number in range(2 * MOST_PICTURES):
        assert album.holding({f"{number}.png": b"x"}) == folder
    assert len(list(folder.glob("*.png"))) <= MOST_PICTURES + 1
    del album
    assert not folder.exists()


def test_a_letter_is_the_same_before_and_after_one_with_a_picture() -> None:
    plain, own = document("text"), Setter(own_faces())
    pictured = document(Image("p.png", 10, 10, "alt"), picture=blue_box())
    before = own.set([plain], DATED)
    assert own.set([pictured], DATED) == Setter(own_faces()).set([pictured], DATED)
    assert own.set([plain], DATED) == before


def test_no_words_of_a_letter_end_what_keeps_them_from_being_parsed() -> None:
    words = "a */ b\u2028c\u2029d #e[f] //g"
    assert set(words_in(setter().set([document(words)], DATED))) >= {"*/", "#e[f]", "//g"}


def test_the_layout_reads_nothing_but_its_pictures() -> None:
    sources = "".join(file.read_text("utf-8") for file in setting.LAYOUT.glob("*.typ"))
    assert "read(" not in sources
    assert "eval(" not in sources
    assert sources.count("json(") == 0
    assert setting.MAIN.count(b"json(") == 1
