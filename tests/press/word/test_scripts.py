"""A value is printed in the look of its script, set apart where it runs against its paragraph."""

import pytest
from lxml import etree
from scriptwork import BENGALI, POLISH, URDU, runs_in, set_in
from wordfiles import PLACE, para, text, word_file, words_at

from docgen.model.language import Language
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.names import w
from docgen.press.word.compiled import from_bytes
from docgen.press.word.merge import (
    FREE,
    Compiled,
    Template,
    compile_template,
    merge,
)
from docgen.press.word.runlooks import looks_in

NAME = "{{ pupil.legal_name }}"
AMINA = "أمينة خان"
LOOKS = f"{w('r')}/{w('rPr')}"


def made(
    value: object, language: Language | None = None, said: str = NAME, look: str = ""
) -> list[tuple[str, str]]:
    compiled = template(language, said, look)
    return [each for each in printed(compiled, value) if each[1]]


def template(language: Language | None, said: str = NAME, look: str = "") -> Compiled:
    content = word_file(para(text(said, look)))
    content = content if language is None else set_in(content, language)
    return compile_template(Template(content, PLACE), {})


def printed(compiled: Compiled, value: object) -> list[tuple[str, str]]:
    document = merge(compiled, {"pupil": {"legal_name": value}}).content
    return runs_in(etree.fromstring(read_members(document)[0]["word/document.xml"]))


@pytest.mark.parametrize(
    ("value", "runs"),
    [
        ("Zofia Iqbal", [("", "<>Zofia Iqbal><")]),
        ("R & D <b>", [("", "<>R & D <b>><")]),
        ("Żaneta", [("", "<>Żaneta><")]),
        ("0113 496 0123", [("rtl", "<"), ("", ">0113 496 0123>"), ("rtl", "<")]),
        ("a@school.example", [("", "a@school.example")]),
        ("www.school.example", [("", "www.school.example")]),
        ("پیر، 3 نومبر 2025", [("rtl", "پیر، 3 نومبر 2025")]),
        ("9", [("rtl", "9")]),
        (9, [("rtl", "9")]),
        ("", []),
    ],
)
def test_a_value_in_a_paragraph_from_right_to_left(
    value: object, runs: list[tuple[str, str]]
) -> None:
    assert made(value, URDU) == runs


@pytest.mark.parametrize(
    ("value", "runs"),
    [
        ("Zofia", [("", "Zofia")]),
        ("Żaneta & Co", [("", "Żaneta & Co")]),
        (AMINA, [("", ">"), ("rtl", AMINA), ("", ">")]),
        (f"{AMINA} (b)", [("", ">"), ("rtl", AMINA), ("", "> (b)")]),
        ("আমিনা", [("cs", "আমিনা")]),
        (9, [("", "9")]),
    ],
)
@pytest.mark.parametrize("language", [None, POLISH, BENGALI])
def test_a_value_in_a_paragraph_from_left_to_right(
    language: Language | None, value: object, runs: list[tuple[str, str]]
) -> None:
    assert made(value, language) == runs


def test_the_runs_that_a_value_opens_look_like_that_of_its_tag() -> None:
    content = set_in(word_file(para(text(f"({NAME})", "<w:b/><w:color w:val='FF0000'/>"))), URDU)
    compiled = compile_template(Template(content, PLACE), {})
    document = merge(compiled, {"pupil": {"legal_name": "Zofia"}}).content
    root = etree.fromstring(read_members(document)[0]["word/document.xml"])
    looks = [
        [etree.QName(each).localname for each in look] for look in root.iterfind(f".//{LOOKS}")
    ]
    assert looks == [
        ["b", "bCs", "color", "rtl"],
        ["b", "bCs", "color"],
        ["b", "bCs", "color", "rtl"],
    ]
    assert runs_in(root) == [("rtl", "("), ("", "<>Zofia><"), ("rtl", ")")]


def test_a_document_reads_the_same_whatever_runs_it_is_in() -> None:
    rendition = merge(template(URDU, f"نام: {NAME}"), {"pupil": {"legal_name": "Zofia"}})
    assert words_at(rendition) == ["نام: Zofia"]


def test_a_line_end_in_a_value_is_one_and_each_line_is_set_apart() -> None:
    runs = made("12 Mill Road\nLeeds", URDU)
    assert runs == [("", "<>12 Mill Road><"), ("", "<>Leeds><")]


def test_a_compiled_template_keeps_its_looks_when_written_down() -> None:
    compiled = template(URDU)
    kept = from_bytes(compiled.to_bytes())
    assert kept is not None
    assert [each.looks for each in kept.tagged] == [each.looks for each in compiled.tagged]
    assert printed(kept, "Zofia") == printed(compiled, "Zofia")


def test_a_template_that_is_not_a_pack_s_prints_values_as_docxtpl_does() -> None:
    content = word_file(para(text(NAME)))
    free = compile_template(Template(content, PLACE), {}, demands=FREE)
    assert printed(free, AMINA) == [("", AMINA)]


def test_only_tags_in_a_text_have_a_look() -> None:
    source = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ a \n}} and {{ b \n}}</w:t></w:r>{{ c \n}}"
        '<w:r w:rsidR="1"><w:t xml:space="preserve">{{ d \n}}</w:t></w:r>'
        '<w:tcPr><w:shd w:fill="{{ e \n}}"/></w:tcPr><w:r><w:rPr/>{{ f \n}}</w:r></w:p>'
    )
    looks, by_line = looks_in(source)
    assert [each.own for each in looks] == ["<w:rPr><w:b/></w:rPr>", ""]
    assert by_line == {1: 0, 2: 0, 4: 1}
    assert looks[1].rtl == "<w:rPr><w:rtl/></w:rPr>"
    assert looks[1].indic == "<w:rPr><w:cs/></w:rPr>"
    assert looks[1].latin == ""
