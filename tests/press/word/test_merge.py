"""A template and values give a document: what is printed is what was handed over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from wordfiles import (
    W,
    box,
    compiled,
    faults,
    letter,
    merged,
    para,
    paras,
    row,
    table,
    text,
    word_file,
    words_at,
    zipped,
)

from docgen.errors import CasefileRejected
from docgen.model.values import Plain, Values
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.words import package_digest, words_of
from docgen.press.word.merge import merge

NAME = compiled(letter("{{ name }}"))
AWKWARD = [
    "St Mary's & St John's",
    'Flat <2> & "b"',
    "]]>",
    "&amp; &#39; <w:t>",
    "Zoë D'Arcy-Nguyễn",
    "Zoe\u0308",
    "Łukasz Żółć",
    "null",
    "  two  spaces  ",
    "ਮਾਤਾ ਜੀ",
    "عائشة \u200fبيگم",
    "😀 𐐀",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{_{ x }_}",
    "{%p if x %}",
    "{#",
    "a\u00a0b\u200bc\ufffc",
    "C:\\new\\table",
    "100%",
    "",
]


@pytest.mark.parametrize("value", [value for value in AWKWARD if value])
def test_a_value_is_printed_just_as_it_is(value: str) -> None:
    seen = value.translate({ord("\ufffc"): "", ord("\u200f"): ""})
    assert words_at(merge(NAME, {"name": value})) == [seen]


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffc\ufffe\uffff"), max_size=60
).filter(lambda value: all(sign >= " " or sign in "\t\n" for sign in value))


@settings(max_examples=200, deadline=None)
@given(PRINTABLE)
def test_any_text_comes_out_as_it_went_in(value: str) -> None:
    lines = value
    for sign in "\x85\u2028\u2029":
        lines = lines.replace(sign, "\n")
    told = words_at(merge(NAME, {"name": "<" + value + ">"}))
    assert told == ["<" + lines + ">"]


def test_line_ends_of_every_kind_become_word_s_and_tabs_stay() -> None:
    document = merge(NAME, {"name": "a\nb\r\nc\rd\u2028e\tf\vg"})
    assert words_at(document) == ["a\nb\nc\nd\ne\tf\ng"]
    body = etree.fromstring(_member(document.content, "word/document.xml"))
    assert len(body.findall(f".//{{{W}}}br")) == 5
    assert len(body.findall(f".//{{{W}}}tab")) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\ud800", "\uffff"])
def test_a_character_that_no_document_can_show_is_told_by_its_place(sign: str) -> None:
    with pytest.raises(CasefileRejected) as refused:
        merge(NAME, {"name": "x", "people": [{"name": f"secret{sign}"}]})
    assert refused.value.code == "word-unprintable"
    assert "people[].name" in refused.value.message
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("value", [object(), 1.5, b"x", {1: "x"}, {"a": {2, 3}}, iter(())])
def test_anything_but_plain_data_is_a_bug_of_the_caller(value: object) -> None:
    with pytest.raises(TypeError):
        merge(NAME, {"name": "x", "other": value})


def test_data_that_nests_without_end_is_a_bug_of_the_caller() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(TypeError, match="nests too deep"):
        merge(NAME, {"name": "x", "list": endless})


def test_a_number_and_an_empty_text_are_printed() -> None:
    assert words_at(merged(letter("Year {{ year }}{{ gap }}."), {"year": 9, "gap": ""})) == [
        "Year 9."
    ]


@pytest.mark.parametrize(("value", "word"), [(None, "nothing"), (True, "yes or no"), ({}, "group")])
def test_nothing_prints_by_accident(value: object, word: str) -> None:
    with pytest.raises(Exception, match="1 fault") as refused:
        merge(NAME, {"name": value})
    (finding,) = refused.value.findings  # type: ignore[attr-defined]
    assert finding.rule == "word-not-printable"
    assert word in finding.message


def test_a_list_is_not_printed_but_joined() -> None:
    values: Values = {"address": ["1 High Street", "Ely & District"]}
    assert faults(lambda: merged(letter("{{ address }}"), values)) == ["word-not-printable"]
    assert faults(lambda: merged(letter("{{ [address] }}"), values)) == ["word-not-allowed"]
    document = merged(letter("{{ address | join(', ') }} ({{ address | length }})"), values)
    assert words_at(document) == ["1 High Street, Ely & District (2)"]


@pytest.mark.parametrize("between", [" & ", " <b> ", " }} ", " % ", '"', "\\n"])
def test_a_text_in_a_tag_may_hold_any_sign(between: str) -> None:
    if "}}" in between:
        assert faults(lambda: compiled(letter(f"{{{{ a | join('{between}') }}}}")))
        return
    document = merged(letter(f"{{{{ a | join('{between}') }}}}"), {"a": ["x", "y"]})
    assert words_at(document) == [f"x{between}y".replace("\\n", "\n")]


def test_word_s_own_quotes_and_spaces_in_a_tag_are_understood() -> None:
    content = letter("{{\u00a0a\u00a0|\u00a0join(“, ”) }} {{ a | join(\u2018O\u2019) }}")
    assert words_at(merged(content, {"a": ["x", "y"]})) == ["x, y xOy"]
    assert words_at(merged(letter("{{ a | join(“\u2019”) }}"), {"a": ["x", "y"]})) == ["x\u2019y"]


def test_paragraphs_are_repeated_and_chosen() -> None:
    content = letter(
        "{%p for person in people %}",
        "{{ loop.index }} of {{ loop.length }}: {{ person.name }}",
        "{%p if loop.first and not loop.last %}",
        "(the first)",
        "{%p elif person.role == 'chair' %}",
        "(the chair)",
        "{%p else %}",
        "(another)",
        "{%p endif %}",
        "{%p else %}",
        "Nobody",
        "{%p endfor %}",
    )
    people = [{"name": "A", "role": ""}, {"name": "B", "role": "chair"}, {"name": "C", "role": ""}]
    template = compiled(content)
    assert words_at(merge(template, {"people": people})) == [
        "1 of 3: A",
        "(the first)",
        "2 of 3: B",
        "(the chair)",
        "3 of 3: C",
        "(another)",
    ]
    assert words_at(merge(template, {"people": []})) == ["Nobody"]


def test_rows_are_repeated_chosen_and_nested() -> None:
    rows = table(
        ["No.", "What"],
        ["{%tr for rq in rqs if not rq.struck %}", ""],
        ["{{ loop.index }}", "{{ rq.text }}"],
        ["{%tr for line in rq.lines %}", ""],
        ["", "- {{ line }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    )
    rqs: list[Plain] = [
        {"text": "phone", "struck": False, "lines": ["a", "b"]},
        {"text": "gone", "struck": True, "lines": ["x"]},
        {"text": "come", "struck": False, "lines": []},
    ]
    document = merged(word_file(rows), {"rqs": rqs})
    assert [words.text for words in document.words] == [
        *("No.", "What", "1", "phone", "- a", "- b", "2", "come")
    ]


def test_a_whole_table_is_chosen_and_two_never_run_together() -> None:
    content = word_file(
        paras("{%p for a in xs %}") + table(["{{ a }}"]) + paras("{%p endfor %}", "end")
    )
    document = merged(content, {"xs": ["1", "2"]})
    assert words_at(document, "table 2 row 1 column 1") == ["2"]
    body = etree.fromstring(_member(document.content, "word/document.xml"))[0]
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "p"]


def test_a_cell_that_is_left_empty_and_a_table_without_rows_stay_good_word() -> None:
    cell = paras("{%p if yes %}", "x", "{%p endif %}")
    control = f"<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
    rows = "".join(map(row, (["{%tr if yes %}"], ["x"], ["{%tr endif %}"])))
    content = word_file(
        table([cell, "y"], [control, table(["z"])]) + f"<w:tbl>{rows}</w:tbl>", header=cell
    )
    document = merged(content, {"yes": False})
    body = etree.fromstring(_member(document.content, "word/document.xml"))
    cells = body.findall(f".//{{{W}}}tc")
    assert all(len(cell) and cell[-1].tag == f"{{{W}}}p" for cell in cells)
    assert len(body[0].findall(f"{{{W}}}tbl")) == 1
    assert not body.findall(f".//{{{W}}}sdt")
    assert len(etree.fromstring(_member(document.content, "word/header1.xml"))) == 1


def test_headers_footers_notes_and_boxes_are_filled_in() -> None:
    content = word_file(
        para(text("{{ a }}"), box(paras("{{ a }}", "{%p if a == 'x' %}", "yes", "{%p endif %}"))),
        header=paras("h {{ a }}"),
        footer=paras("f {{ a }}"),
        footnotes=f"<w:footnote>{paras('n {{ a }}')}</w:footnote>",
        endnotes=f"<w:endnote>{paras('e {{ a }}')}</w:endnote>",
    )
    document = merged(content, {"a": "x"})
    assert words_at(document, "text box") == ["x", "yes", "x", "yes"]
    assert [words_at(document, where)[0] for where in ("header", "footer", "footnote")] == [
        *("h x", "f x", "n x")
    ]
    assert words_at(document, "endnote") == ["e x"]


def test_data_in_a_footnote_is_never_read_as_a_tag() -> None:
    note = f"<w:footnote>{paras('{{ a }}')}</w:footnote>"
    sections = para(properties="<w:sectPr/>") + "<w:sectPr/>"
    document = merged(word_file(sections, footnotes=note), {"a": "{{ 7 * 7 }}"})
    assert words_at(document, "footnote") == ["{{ 7 * 7 }}"]


def test_the_title_is_filled_in_and_escaped_once() -> None:
    content = word_file(paras("Dear"), title="Invitation for {{ name }}")
    document = merged(content, {"name": "Siân O'Brien & <Co>\nEly"})
    assert words_at(document, "property title") == ["Invitation for Siân O'Brien & <Co> Ely"]
    assert b"&amp;amp;" not in _member(document.content, "docProps/core.xml")


def test_a_key_named_like_a_method_gives_the_data() -> None:
    values: Values = {"row": {"items": "two", "keys": "k", "copy": "c", "get": "g"}}
    content = letter("{{ row.items }} {{ row.keys }} {{ row['copy'] }} {{ row.get }}")
    assert words_at(merged(content, values)) == ["two k c g"]


def test_an_entry_of_a_list_is_taken_by_its_number() -> None:
    values: Values = {"lines": ["a", "b"]}
    assert words_at(merged(letter("{{ lines[1] }}"), values)) == ["b"]
    assert faults(lambda: merged(letter("{{ lines[2] }}"), values)) == ["word-undefined-name"]


@pytest.mark.parametrize(
    "tag",
    ["{{ gone }}", "{{ name.first }}", "{{ gone.first }}", "{{ name[0] }}", "{{ gone | join }}"],
)
def test_a_name_without_a_value_is_told_with_its_place(tag: str) -> None:
    with pytest.raises(Exception, match="1 fault") as refused:
        merged(word_file(table(["Dear", f"Re {tag}"])), {"name": "x"})
    (finding,) = refused.value.findings  # type: ignore[attr-defined]
    assert finding.rule == "word-undefined-name"
    assert finding.message.startswith("In table 1, row 1, column 2, near “Re {{")
    assert tag in finding.message


def test_a_condition_on_a_name_without_a_value_is_told_as_well() -> None:
    content = letter("{%p if gone %}", "x", "{%p endif %}")
    assert faults(lambda: merged(content, {})) == ["word-undefined-name"]


def test_what_can_t_be_repeated_counted_or_compared_is_told() -> None:
    values: Values = {"name": "x", "year": 9}
    loop = letter("{%p for a in name %}", "{{ a }}", "{%p endfor %}")
    assert faults(lambda: merged(loop, values)) == ["word-not-a-list"]
    assert faults(lambda: merged(letter("{{ year | length }}"), values)) == ["word-no-length"]
    compare = letter("{%p if name < year %}", "x", "{%p endif %}")
    assert faults(lambda: merged(compare, values)) == ["word-not-comparable"]
    joined = letter("{{ name | join }}")
    assert faults(lambda: merged(joined, values)) == ["word-not-a-list"]


def test_the_right_tag_is_named_among_many() -> None:
    lines = [f"line\n{number} {{{{ a{number} }}}} and {{{{ b{number} }}}}" for number in range(20)]
    values = {f"{name}{number}": "x" for name in "ab" for number in range(20)}
    del values["b13"]
    with pytest.raises(Exception, match="fault") as refused:
        merged(letter(*lines), values)
    assert "{{ b13 }}" in refused.value.findings[0].message  # type: ignore[attr-defined]


def test_the_same_goes_in_the_same_comes_out() -> None:
    content = word_file(paras("{{ a }}"), header=paras("{{ a }}"), title="{{ a }}")
    first, second = merged(content, {"a": "x"}), merged(content, {"a": "x"})
    assert first.content == second.content
    assert first.digest == package_digest(first.content)
    assert merged(content, {"a": "y"}).digest != first.digest


def test_one_compiled_template_serves_many_and_remembers_nothing() -> None:
    first = merge(NAME, {"name": "Ms Nowak"})
    assert words_at(merge(NAME, {"name": "Mr Kowalski"})) == ["Mr Kowalski"]
    assert merge(NAME, {"name": "Ms Nowak"}) == first


def test_how_a_template_was_packed_makes_no_difference() -> None:
    inside, _ = read_members(letter("{{ name }}"))
    one, two = (merged(zipped(inside, level), {"name": "x"}) for level in (1, 9))
    assert one == two


def test_drawings_get_numbers_of_their_own_after_loops() -> None:
    looped = paras("{%p for a in xs %}") + para(box(paras("{{ a }}"))) + paras("{%p endfor %}")
    content = word_file(
        looped, header=para(box(paras("static"))), footer=para(box(paras("{{ b }}")))
    )
    document = merged(content, {"xs": ["1", "2", "3"], "b": "x"})
    ids = [
        drawing.get("id")
        for name in ("word/header1.xml", "word/document.xml", "word/footer1.xml")
        for drawing in etree.fromstring(_member(document.content, name)).iter("{*}docPr")
    ]
    assert ids == ["1", "2", "3", "4", "5"]


def test_the_words_are_those_of_the_written_file() -> None:
    document = merged(word_file(table(["{{ a }}"]), title="{{ a }}"), {"a": "x"})
    assert document.words == words_of(document.content)


def _member(content: bytes, name: str) -> bytes:
    return read_members(content)[0][name]
