"""Where docgen differs from docxtpl by design: what docxtpl does, shown, and what docgen does.

Each is told in words in docs/docxtpl.md.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateSyntaxError
from lxml import etree
from press.corpus.building import Properties, bookmark, docx, grid, note, note_mark
from press.corpus.canonical import W, canonical
from press.corpus.docxtpl_side import rendered, saved
from wordfiles import box, drawing, faults, para, paras, picture, text

from docgen import merge_word
from docgen.errors import CasefileRejected

BOLD = "<w:b/>"
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
NOTE = para(text("see"), note_mark())
DELETED = '<w:del w:id="1"><w:r><w:delText>{{ name }}</w:delText></w:r></w:del>'
BODY = "word/document.xml"


def words(content: bytes, part: str = BODY) -> str:
    """Give the words of a part, paragraphs apart by a stroke."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read(part))
    if not part.startswith("word/"):
        return "|".join(str(child.text) for child in root if child.text)
    paragraphs = ("".join(map(str, p.itertext())) for p in root.iter(f"{W}p"))
    return "|".join(words for words in paragraphs if words)


@dataclass(frozen=True, slots=True)
class Difference:
    """A template, its values, the words that docxtpl makes, and docgen's words or its refusal."""

    content: bytes
    theirs: str
    ours: str
    values: Mapping[str, object] = field(default_factory=dict)
    part: str = BODY


RIGHT: Mapping[str, Difference] = {
    "a title is escaped twice": Difference(
        docx(paras("x"), Properties("About {{ name }}")),
        "About O&#39;Brien &amp; Co|Office",
        "About O'Brien & Co|Office",
        {"name": "O'Brien & Co"},
        "docProps/core.xml",
    ),
    "a value in a footnote is run as a template": Difference(
        docx(SECTION + NOTE, footnotes=note(paras("Note {{ name }}"))),
        "Note 49",
        "Note {{ 7*7 }}",
        {"name": "{{ 7*7 }}"},
        "word/footnotes.xml",
    ),
    "an endnote is not filled in": Difference(
        docx(
            para(text("see"), note_mark("endnote")),
            endnotes=note(paras("Note {{ name }}"), "endnote"),
        ),
        "Note {{ name }}",
        "Note Ada",
        {"name": "Ada"},
        "word/endnotes.xml",
    ),
    "underscored braces of a value become braces": Difference(
        docx(paras("{{ name }}")), "{{ a }}", "{_{ a }_}", {"name": "{_{ a }_}"}
    ),
    "an ampersand in a tag's own text is escaped twice": Difference(
        docx(paras("{{ 'R & D' }}")), "R &amp; D", "R & D"
    ),
    "line breaks are lost in the words after a text box": Difference(
        docx(para(box(paras("{{ name }}")), text("{{ name }}"))),
        "ababa\nb|ab|ab",
        "ababab|ab|ab",
        {"name": "a\nb"},
    ),
    "line ends of other systems are no line breaks": Difference(
        docx(paras("{{ name }}")), "a\nb\u2028cd", "abcd", {"name": "a\rb\u2028c\vd"}
    ),
}

REFUSED: Mapping[str, Difference] = {
    "an unknown name prints nothing": Difference(
        docx(paras("Dear {{ nmae }},")), "Dear ,", "word-undefined-name"
    ),
    "a choice without else prints nothing": Difference(
        docx(paras("Dear {{ name if no }},")), "Dear ,", "word-not-printable", {"no": False}
    ),
    "None, yes or no, and lists print as Python writes them": Difference(
        docx(paras("{{ name }}")),
        "['a', None, True]",
        "word-not-printable",
        {"name": ["a", None, True]},
    ),
    "a text is repeated letter by letter": Difference(
        docx(paras("{%p for l in lines %}", "{{ l }}", "{%p endfor %}")),
        "A|d|a",
        "word-not-a-list",
        {"lines": "Ada"},
    ),
    "words beside a paragraph tag are lost": Difference(
        docx(paras("{%p if yes %} Dear parent", "b", "{%p endif %}")),
        "b",
        "word-text-beside-tag",
        {"yes": True},
    ),
    "the first of two tags in a paragraph is lost, and what it hides is printed": Difference(
        docx(paras("{%p if no %}{%p if yes %}", "hidden", "{%p endif %}")),
        "hidden",
        "word-two-tags",
        {"yes": True, "no": False},
    ),
    "a dash joins the words of two paragraphs": Difference(
        docx(para(text("Pay "), text("now", BOLD), text("{%- if yes %}!{% endif %}"))),
        "Pay now!",
        "word-dash",
        {"yes": True},
    ),
    "deleted words are filled in and printed when the deletion is rejected": Difference(
        docx(para(DELETED, text("a"))), "Adaa", "word-tracked-changes", {"name": "Ada"}
    ),
    "a template reaches Python": Difference(
        docx(paras("{{ ''.__class__.__mro__[1] }}")), "<class 'object'>", "word-name-not-allowed"
    ),
    "a section break goes with a tag's paragraph": Difference(
        docx(paras("{%p if yes %}", "a") + para(text("{%p endif %}"), properties="<w:sectPr/>")),
        "a",
        "word-section-beside-tag",
        {"yes": True},
    ),
    "a condition that opens outside a table and ends in it takes rows away": Difference(
        docx(paras("{%p if yes %}") + grid(("a {%p endif %}", "b"))),
        "b",
        "word-block-crosses",
        {"yes": True},
    ),
    "a line break inside a tag is lost": Difference(
        docx(para(text("{{ name"), '<w:r><w:br w:type="page"/></w:r>', text(" }}"))),
        "Ada",
        "word-tag-broken-up",
        {"name": "Ada"},
    ),
}


def template(*lines: str) -> bytes:
    """Make a template with a paragraph for each text."""
    return docx(paras(*lines))


@pytest.mark.parametrize("case", RIGHT.values(), ids=RIGHT)
def test_docgen_prints_what_was_meant(case: Difference) -> None:
    assert words(rendered(case.content, case.values), case.part) == case.theirs
    assert words(merge_word(case.content, case.values), case.part) == case.ours


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_docgen_refuses_what_docxtpl_would_lose(case: Difference) -> None:
    assert words(rendered(case.content, case.values), case.part) == case.theirs
    assert case.ours in faults(lambda: merge_word(case.content, case.values))


def test_without_autoescape_docxtpl_loses_what_stands_behind_a_sign() -> None:
    content, values = template("A {{ name }} Z"), {"name": "Smith & Sons <mum> Ltd"}
    assert words(rendered(content, values, autoescape=False)) == "A Smith  Sons  Ltd Z"
    assert words(merge_word(content, values)) == "A Smith & Sons <mum> Ltd Z"


def test_docxtpl_drops_control_characters_without_a_word() -> None:
    content, values = template("{{ name }}"), {"name": "pass\x01word"}
    assert words(rendered(content, values)) == "password"
    with pytest.raises(CasefileRejected) as refused:
        merge_word(content, values)
    assert refused.value.code == "word-unprintable"


def test_docxtpl_can_not_read_a_per_cent_sign_in_a_tag() -> None:
    content = template("{%p if number % 2 %}", "odd", "{%p endif %}")
    with pytest.raises(TemplateSyntaxError):
        rendered(content, {"number": 3})
    assert words(merge_word(content, {"number": 3})) == "odd"


def test_docxtpl_gives_the_words_after_a_split_tag_its_look() -> None:
    content = docx(para(text("Dear {{ na"), text("me }}, pay now", BOLD), text(" please")))
    values = {"name": "Ada"}
    assert bold(rendered(content, values)) == []
    assert bold(merge_word(content, values)) == [", pay now"]


def test_docxtpl_leaves_a_cell_that_word_calls_damaged() -> None:
    content = docx(grid((paras("{%p if no %}", "x", "{%p endif %}"), "b")))
    assert paragraphs_in_cells(rendered(content, {"no": False})) == [0, 1]
    assert paragraphs_in_cells(merge_word(content, {"no": False})) == [1, 1]


def test_docxtpl_leaves_a_table_without_rows() -> None:
    rows = grid(("{%tr for l in lines %}", ""), ("{{ l }}", "b"), ("{%tr endfor %}", ""))
    content = docx(paras("a") + rows + paras("z"))
    assert b"<w:tbl>" in canonical(rendered(content, {"lines": []}))[BODY]
    assert b"<w:tbl>" not in canonical(merge_word(content, {"lines": []}))[BODY]


def test_docxtpl_gives_drawings_of_a_header_one_number() -> None:
    loop = paras("{%p for l in lines %}") + para(drawing("a tree")) + paras("{%p endfor %}", "")
    content = docx(para(drawing("a tree")), header=loop)
    values = {"lines": ["a", "b"]}
    assert len(set(numbers(rendered(content, values)))) == 2
    assert len(set(numbers(merge_word(content, values)))) == 3


def test_docxtpl_leaves_half_a_bookmark() -> None:
    body = para('<w:bookmarkStart w:id="4" w:name="here"/>', text("{%p if yes %}"))
    body += para(text("a"), '<w:bookmarkEnd w:id="4"/>') + paras("{%p endif %}")
    content = docx(body + para(bookmark(text("b"), "there").replace('"4"', '"5"')))
    marks = [canonical(made)[BODY].count(b"<w:bookmark") for made in both(content, {"yes": True})]
    assert marks == [3, 2]


def test_docxtpl_makes_up_a_title_and_an_author() -> None:
    content = docx(paras("{{ name }}"), None)
    theirs, ours = both(content, {"name": "Ada"})
    assert "Word Document|python-docx" in words(theirs, "docProps/core.xml")
    assert "docProps/core.xml" not in canonical(ours)


def test_docxtpl_makes_other_bytes_each_time() -> None:
    content, values = template("{{ name }}"), {"name": "Ada"}
    with zipfile.ZipFile(BytesIO(rendered(content, values))) as archive:
        assert archive.infolist()[0].date_time[0] > 2000
    assert merge_word(content, values) == merge_word(content, values)
    with zipfile.ZipFile(BytesIO(merge_word(content, values))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_docxtpl_fills_in_alternative_texts_that_nobody_looks_at() -> None:
    content, values = docx(para(drawing("{{ name }}"))), {"name": "Ada"}
    assert b'descr="Ada"' in canonical(rendered(content, values))[BODY]
    assert faults(lambda: merge_word(content, values)) == ["word-tag-elsewhere"]


def test_a_picture_of_docxtpl_s_lets_a_template_write_any_file(tmp_path: Path) -> None:
    place = tmp_path / "written.docx"
    content = template("{{ photo.tpl.docx.save(place) }}")
    opened = DocxTemplate(BytesIO(content))
    values = {"photo": InlineImage(opened, BytesIO(picture())), "place": str(place)}
    saved(opened, values)
    assert place.exists()
    assert faults(lambda: merge_word(content, {"photo": "x", "place": str(place)}))


def both(content: bytes, values: Mapping[str, object]) -> tuple[bytes, bytes]:
    """Give docxtpl's document and docgen's."""
    return rendered(content, values), merge_word(content, values)


def bold(content: bytes) -> list[str]:
    """Give the texts of a document that are bold."""
    runs = tree(content).iter(f"{W}r")
    return ["".join(map(str, r.itertext())) for r in runs if r.find(f"{W}rPr/{W}b") is not None]


def paragraphs_in_cells(content: bytes) -> list[int]:
    """Give how many paragraphs each cell holds."""
    return [len(cell.findall(f"{W}p")) for cell in tree(content).iter(f"{W}tc")]


def numbers(content: bytes) -> list[str]:
    """Give the numbers of the drawings in the text and the header."""
    trees = [tree(content), tree(content, "word/header.xml")]
    return [str(d.get("id")) for t in trees for d in t.iter("{*}docPr")]


def tree(content: bytes, part: str = BODY) -> etree._Element:
    """Open a part."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(part))
