"""Statements are put in place when a template is compiled, and are read as part of it."""

import pytest
from lxml import etree
from wordfiles import (
    PLACE,
    W,
    compiled,
    faults,
    letter,
    para,
    paras,
    refused,
    table,
    text,
    word_file,
    words_at,
)

from docgen.press.ooxml.members import read_members
from docgen.press.word.merge import Names, Template, Used, merge, names_used


def test_a_statement_takes_its_paragraph_s_place_and_look() -> None:
    look, properties = "<w:i/>", '<w:pStyle w:val="Quote"/>'
    content = word_file(
        paras("before") + para(text("{{ statements.aim }}", look), properties=properties)
    )
    template = compiled(content, aim="We help {{ pupil.legal_name }}.")
    document = merge(template, {"pupil": {"legal_name": "Zofia"}})
    assert words_at(document) == ["before", "We help Zofia."]
    root = etree.fromstring(read_members(document.content)[0]["word/document.xml"])
    assert len(root.findall(f".//{{{W}}}i")) == 1
    assert len(root.findall(f".//{{{W}}}pStyle")) == 1


def test_a_blank_line_in_a_statement_begins_a_paragraph_and_a_line_end_a_line() -> None:
    content = word_file(
        para(text("{{ statements.aim }}"), properties='<w:jc w:val="both"/><w:sectPr/>')
    )
    document = merge(compiled(content, aim="One\n two\n\n \nThree  four\n"), {})
    assert words_at(document) == ["One\ntwo", "Three four"]
    root = etree.fromstring(read_members(document.content)[0]["word/document.xml"])
    assert len(root.findall(f".//{{{W}}}jc")) == 2
    assert len(root.findall(f".//{{{W}}}sectPr")) == 1


def test_a_statement_stands_in_cells_headers_and_split_runs_as_well() -> None:
    split = para(text("{{ state"), text("ments.aim }}", "<w:b/>"))
    content = word_file(
        split + table(["{{statements.aim}}"]), header=paras(" {{ statements.aim }} ")
    )
    document = merge(compiled(content, aim="Aim"), {})
    assert [words.text for words in document.words] == ["Aim", "Aim", "Aim"]


def test_a_missing_statement_is_told_with_those_that_look_like_it() -> None:
    assert faults(lambda: compiled(letter("{{ statements.aims }}"), aim="x")) == [
        "word-statement-missing"
    ]


@pytest.mark.parametrize("line", ["Note: {{ statements.aim }}", "{{ statements.aim | length }}"])
def test_a_statement_needs_a_paragraph_of_its_own(line: str) -> None:
    assert refused(letter(line)) == ["word-statement-beside"]


def test_a_statement_may_be_chosen() -> None:
    content = letter("{%p if a %}", "{{ statements.aim }}", "{%p endif %}")
    template = compiled(content, aim="Aim")
    assert words_at(merge(template, {"a": True})) == ["Aim"]
    assert words_at(merge(template, {"a": False})) == []


def test_the_faults_of_a_statement_are_told_in_its_place() -> None:
    assert faults(lambda: compiled(letter("{{ statements.aim }}"), aim="{{ a() }} {{ b")) == [
        "word-not-allowed",
        "word-tag-unclosed",
    ]


def test_names_are_given_with_the_lists_that_loops_go_through() -> None:
    content = word_file(
        paras(
            "{{ pupil.legal_name }} {{ rows['P1'].comments }}",
            "{%p for who in meeting.attendees if who.role %}",
            "{{ loop.index }} {{ who.name }} {{ recipient.address[0] }}",
            "{%p for line in who.lines %}",
            "{{ line }}",
            "{%p endfor %}",
            "{%p endfor %}",
            "{%p if a and not b == 'x' %}",
            "{{ statements.aim }}",
            "{%p elif c | length > 1 %}",
            "{%p endif %}",
        ),
        footer=table(["{{ document.reference }}"]),
        title="{{ document.title }}",
    )
    names = names_used(Template(content, PLACE))
    assert [used.name for used in names.used] == [
        *("pupil.legal_name", "rows.P1.comments", "meeting.attendees", "meeting.attendees[].role"),
        *("meeting.attendees[].name", "recipient.address[]", "meeting.attendees[].lines"),
        *("meeting.attendees[].lines[]", "a", "b", "c", "document.reference", "document.title"),
    ]
    assert names.used[-2].where == (
        "in table 1, row 1, column 1, in the footer, near “{{ document.reference }}”"
    )
    assert names.used[-1].where == "in the document's title and properties"
    assert names.statements == (Used("aim", "in the text, near “{{ statements.aim }}”"),)
    assert "c" in names.names


def test_a_name_that_a_loop_gives_hides_another_inside_it_alone() -> None:
    content = letter("{%p for a in b.a %}", "{{ a.x }}", "{%p endfor %}", "{{ a.x }}")
    assert names_used(Template(content, PLACE)).names == {"b.a", "b.a[].x", "a.x"}


def test_a_template_without_tags_uses_no_names() -> None:
    assert names_used(Template(letter("Dear"), PLACE)) == Names(())


def test_names_are_not_given_of_a_template_with_faults() -> None:
    assert faults(lambda: names_used(Template(letter("{{ a() }}"), PLACE))) == ["word-not-allowed"]
