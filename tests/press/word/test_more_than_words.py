"""Rich text, pictures and documents in a value: what can't be taken is told by the value's name."""

from pathlib import Path

import pytest
from wordfiles import field, letter, para, paras, picture, table, text, word_file

from docgen import Picture, RichText, Run, SubDocument, merge_word
from docgen.errors import CasefileRejected, TemplateRejected
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.words import words_of

PNG = picture()


def stopped(template: bytes, value: object, pictures: Path | None = None) -> str:
    """Give the code with which a value is refused."""
    with pytest.raises(CasefileRejected) as refused:
        merge_word(template, {"a": {"b": value}}, pictures=pictures)
    return refused.value.code


@pytest.mark.parametrize(
    "run",
    [
        Run("x", colour="red"),
        Run("x", size=0.5),
        Run("x", size=1_000),
        Run("x", style='a"/>'),
        Run("x", link="file:///etc/passwd"),
        Run("x", link="javascript:x"),
    ],
)
def test_a_look_that_word_does_not_know_is_refused(run: Run) -> None:
    assert stopped(letter("{{r a.b }}"), RichText((run,))) == "word-odd-look"


@pytest.mark.parametrize(
    "value", [Picture(b"no"), Picture(PNG[:-9]), Picture(PNG, 0), Picture(PNG, 9_000)]
)
def test_what_is_no_whole_picture_of_a_fair_size_is_refused(value: Picture) -> None:
    assert stopped(letter("{{ a.b }}"), value) == "word-odd-picture"


def test_a_picture_s_file_is_read_from_the_one_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "in.png").write_bytes(PNG)
    (tmp_path / "out.png").write_bytes(PNG)
    template = letter("{{ a.b }}")
    assert stopped(template, Picture(Path("in.png"))) == "word-picture-nowhere"
    for outside in (Path("../out.png"), tmp_path / "out.png"):
        assert stopped(template, Picture(outside), folder) == "picture-outside"
    made = merge_word(template, {"a": {"b": Picture(Path("in.png"))}}, pictures=folder)
    assert PNG in read_members(made)[0].values()


def test_a_picture_that_no_tag_prints_is_not_read() -> None:
    assert merge_word(letter("x"), {"a": Picture(Path("/etc/passwd"))})


def test_a_picture_in_a_loop_and_in_the_header_is_kept_once_with_numbers_of_its_own() -> None:
    content = word_file(
        paras("{%p for x in xs %}", "{{ photo }}", "{%p endfor %}"), header=paras("{{ photo }}")
    )
    made = merge_word(content, {"xs": ["1", "2"], "photo": Picture(PNG, 20, 'A "view" & more')})
    members = read_members(made)[0]
    assert list(members.values()).count(PNG) == 1
    whole = members["word/document.xml"] + members["word/header1.xml"]
    numbers = [piece.split(b'"')[1] for piece in whole.split(b"<wp:docPr")[1:]]
    assert len(numbers) == len(set(numbers)) == 3
    assert [w.text for w in words_of(made) if w.where == "alt text"].count('A "view" & more') == 3


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no", "it is refused"),
        (word_file(para(field("DATE"))), "it is refused"),
        (word_file(para("<w:r><w:footnoteReference/></w:r>")), "it holds a footnote"),
        (word_file(para(f"<w:ins>{text('x')}</w:ins>")), "it holds tracked changes"),
        (word_file(para('<w:r><w:pict><v:x r:id="rId99"/></w:pict></w:r>')), "it holds a chart"),
    ],
)
def test_a_document_that_can_t_stand_in_another_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(CasefileRejected) as refused:
        merge_word(letter("{{p a }}"), {"a": SubDocument(content)})
    assert refused.value.code == "word-odd-document"
    assert why in refused.value.message


@pytest.mark.parametrize(
    ("line", "value", "rule"),
    [
        ("{{ a + 1 }}", "x", "word-no-reckoning"),
        ("{{ 1 // a }}", 0, "word-no-reckoning"),
        ("{{ a * a }}", 10**12, "word-no-reckoning"),
        ("{{ -a }}", "x", "word-no-reckoning"),
        ("{% for k, v in a %}{{ k }}{% endfor %}", [["x"]], "word-not-pairs"),
        ("{{ a }}", RichText((Run("x"),)), "word-not-printable"),
        ("{{ a }}", SubDocument(letter("x")), "word-not-printable"),
        ("{{ a | upper }}", Picture(PNG), "word-not-printable"),
    ],
)
def test_what_a_tag_can_t_do_with_a_value_is_told(line: str, value: object, rule: str) -> None:
    assert faults_of(letter(line), {"a": value}) == [rule]


def faults_of(content: bytes, values: dict[str, object]) -> list[str]:
    """Give the faults with which a merge is refused."""
    with pytest.raises(TemplateRejected) as refused:
        merge_word(content, values)
    return [finding.rule for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("tag", "value", "rule"),
    [
        ("{% colspan a %}", 0, "word-odd-span"),
        ("{% colspan a %}", '2"/>', "word-odd-span"),
        ("{% cellbg a %}", 'red"/>', "word-odd-colour"),
    ],
)
def test_a_cell_s_columns_and_colour_are_held_to_what_word_knows(
    tag: str, value: object, rule: str
) -> None:
    assert faults_of(word_file(table([f"{tag}x"])), {"a": value}) == [rule]


@pytest.mark.parametrize("line", ["{{ statements.x }}", "Read {{ statements.x }} here"])
def test_to_a_free_template_statements_are_a_name_like_any_other(line: str) -> None:
    merged = merge_word(letter(line), {"statements": {"x": "the words"}})
    assert any("the words" in told.text for told in words_of(merged))
