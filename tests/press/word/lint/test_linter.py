"""All at once: refusals with their places, house rules, data; and no file that it can't take."""

import time

import pytest
from lintwork import free, ids, linted, template
from wordfiles import box, drawing, field, members, para, paras, table, text, word_file, zipped

from docgen.model.finding import Severity
from docgen.model.values import Values
from docgen.press.ooxml.package import read_package
from docgen.press.word.lint.annotate import annotated
from docgen.press.word.lint.faults import rules

TITLED = {"title": "A letter"}
NOTE = f'<w:comment w:id="0">{paras("Is this right?")}</w:comment>'
REFUSED = [
    ("word-tag-unclosed", template(paras("Dear {{ name")), 1),
    ("word-tag-unopened", template(paras("x", "name }}")), 2),
    ("word-single-brace", template(paras("x", "a } b")), 2),
    ("word-tag-misspelt", template(paras("x") + table(["a", "{{ a b }}"])), 3),
    ("word-block-open", template(paras("{%p if a %}", "x")), 1),
    ("word-block-end", template(paras("x", "y", "{%p endif %}")), 3),
    ("word-text-beside-tag", template(paras("{%p if a %}", "x", "{%p endif %} Yours")), 3),
    ("word-two-tags", template(paras("{%p if a %}{%p endif %}")), 1),
    ("word-row-tag-outside-table", template(paras("{%tr if a %}", "{%tr endif %}")), 1),
    (
        "word-tag-broken-up",
        template(paras("x") + para(text("{{ na"), field("PAGE"), text("me }}"))),
        2,
    ),
    ("word-name-not-allowed", template(paras("x", "{{ a.__class__ }}")), 2),
    ("word-statement-beside", template(paras("x", "See {{ statements.other }}")), 2),
    ("word-tracked-changes", template(para("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>")), 1),
    ("word-comment", template(paras("x"), comments=NOTE), 0),
    ("word-tag-elsewhere", template(para("<m:oMath><m:r><m:t>{{ a }}</m:t></m:r></m:oMath>")), 1),
    ("word-tag-unclosed", template(paras("x"), header=paras("a", "{{ b")), 2),
    ("word-tag-unclosed", template(paras("x"), endnotes=paras("a", "b", "{{ c")), 3),
    ("word-tag-unclosed", template(para(box(paras("x", "{{ c")))), 3),
]


@pytest.mark.parametrize(("rule", "content", "paragraph"), REFUSED)
def test_what_the_press_refuses_is_told_with_its_paragraph(
    rule: str, content: bytes, paragraph: int
) -> None:
    found = [each for each in linted(content).told if each.finding.rule == rule]
    assert found
    assert found[0].paragraph == paragraph
    assert found[0].finding.severity is Severity.ERROR
    assert not linted(content).is_usable


def test_the_right_one_of_paragraphs_that_look_alike_is_found() -> None:
    content = template(paras("Ann", "{{ a b }}", "Bob", "{{ a b }}", "Cy", "{{ a b }} {# note #}"))
    assert [each.paragraph for each in linted(content).told] == [2, 4, 6]


def test_refusals_house_rules_and_data_are_told_in_one_go() -> None:
    body = paras("Dear {{ name", "{{ pupil }}") + table(["Who", "What", "When"], ["a", "b", "c"])
    content = template(body, title="", header=paras("{{ a() }}"))
    assert set(ids(content, {"school": "x"})) == {
        "word-tag-unclosed",
        "word-not-allowed",
        "word-name-not-in-data",
        "word-data-unused",
        "word-no-title",
        "word-table-no-header",
    }


def test_a_file_that_is_no_template_is_told_and_not_raised() -> None:
    assert ids(b"no") == ["word-not-docx"]
    assert ids(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == ["word-old-format"]
    linked = word_file("", relations=[("rId9", "image!", "https://example.org/x.png")])
    assert ids(linked) == ["word-linked-file"]
    macros = word_file(paras("x"), more={"word/vbaProject.bin": (b"x", "application/vnd.ms-x")})
    assert ids(macros) == ["word-macros"]
    assert not linted(b"no").is_usable


DATA: Values = {
    "pupil": {"name": "Ann", "year": 9, "unread": "x"},
    "people": [{"name": "Bo"}, {"name": "Cy", "role": "aunt"}],
    "later": [],
    "spare": {"a": 1},
    "is_late": True,
}


@pytest.mark.parametrize(
    "lines",
    [
        ["{{ pupil.name }} {{ pupil['year'] }}"],
        ["{%p for x in people %}", "{{ x.name }} {{ x.role }}", "{%p endfor %}"],
        ["{%p for x in later %}", "{{ x.anything.at_all }}", "{%p endfor %}"],
        ["{{ people[0].name }}", "{%p if is_late %}", "x", "{%p endif %}"],
        ["{{ people | length }}"],
    ],
)
def test_names_that_the_data_has_are_right(lines: list[str]) -> None:
    assert "word-name-not-in-data" not in ids(template(paras(*lines)), DATA)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["{{ pupil.nmae }}"], "pupil.nmae"),
        (["{{ school }}"], "school"),
        (["{%p for x in people %}", "{{ x.age }}", "{%p endfor %}"], "people[].age"),
        (["{%p for x in others %}", "x", "{%p endfor %}"], "others"),
        (["{%p if late %}", "x", "{%p endif %}"], "late"),
    ],
)
def test_names_that_the_data_lacks_are_told(lines: list[str], name: str) -> None:
    told = linted(template(paras(*lines)), DATA).told
    lacking = [each for each in told if each.finding.rule == "word-name-not-in-data"]
    assert lacking
    assert name in lacking[0].finding.message
    assert lacking[0].paragraph


def test_a_name_that_looks_like_another_is_told_with_it() -> None:
    told = linted(template(paras("{{ pupil.nmae }}")), DATA).told
    assert "Did you mean pupil.name or " in told[0].finding.message


@pytest.mark.parametrize(
    "lines",
    [
        ["{%p if pupil.aunt is defined %}", "{{ pupil.aunt }}", "{%p endif %}"],
        ["{{ pupil.aunt | default('nobody') }}"],
        ["{%p for x in people %}", "{{ x.age|d('') }}", "{%p endfor %}"],
    ],
)
def test_names_that_the_template_provides_for_may_be_missing(lines: list[str]) -> None:
    assert "word-name-not-in-data" not in free(template(paras(*lines)), DATA)
    assert "word-name-not-in-data" in free(template(paras("{{ pupil.aunt }}")), DATA)


@pytest.mark.parametrize(
    "tag", ["{% cellbg 'FF0000' %}", "{% colspan n %}", "{% hm %}", "{% vm %}"]
)
def test_a_tag_for_cells_stands_in_a_cell(tag: str) -> None:
    data: Values = {"n": 2, "xs": ["a"]}
    assert "word-cell-tag-outside" in free(template(paras("x", tag)), data)
    assert "word-cell-tag-outside" in free(template(table(["a", para(box(paras(tag)))])), data)
    rows = ["{%tr for x in xs %}"], [f"{tag}{{{{ x }}}}", "b"], ["{%tr endfor %}"]
    assert "word-cell-tag-outside" not in free(template(table(*rows)), data)


def test_data_that_the_template_never_uses_is_told_for_information() -> None:
    told = linted(template(paras("{{ pupil.name }} {{ pupil.year }} {{ is_late }}")), DATA).told
    assert {each.finding.rule for each in told} == {"word-data-unused"}
    assert {each.finding.severity for each in told} == {"I"}
    unused = [each.finding.remedy.split(" }}")[0][9:] for each in told]
    assert unused == ["pupil.unread", "people", "later", "spare"]
    assert linted(template(paras("{{ pupil }}")), {"pupil": {"a": "x"}}).told == ()


def test_names_that_nobody_promised_are_told() -> None:
    told = linted(template(paras("{{ pupil.nmae }}")), names=["pupil.name"]).told
    assert [each.finding.rule for each in told] == ["word-undefined-name"]


def test_names_and_statements_are_given_with_their_places() -> None:
    names = linted(template(paras("{{ a.b }}", "{{ statements.known }}"))).names
    assert [(each.name, each.where) for each in names.used] == [
        ("a.b", "in the text, near “{{ a.b }}”")
    ]
    assert [each.name for each in names.statements] == ["known"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        zipped({"[Content_Types].xml": b"<a/>"}),
        word_file(""),
        word_file(paras(*["{{"] * 4_000)),
        word_file(paras("{{" * 20_000)),
        word_file(paras("{% " * 20_000)),
        word_file(paras("{#" * 500_000)),
        word_file(paras("a" + " " * 1_000_000)),
        word_file(paras("www." * 300_000), header=para(drawing("a." * 300_000))),
        word_file(paras(*["1. x {{ a }}"] * 4_000)),
        word_file(table(*[["a", "b"]] * 2_000)),
        word_file(paras("x" * 200_000 + "{{ a }}")),
        word_file("".join(para(text("x", "<w:b/><w:vanish/>")) for _ in range(4_000))),
        word_file("<w:p/>" * 10_000),
        word_file("<w:tbl><w:tr><w:tc>" * 20 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 20),
        word_file("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tr/><w:tc/>"),
        word_file('<w:p><w:pPr><w:spacing w:line="x" w:lineRule="exact"/></w:pPr></w:p>'),
        word_file("<w:p><w:hyperlink r:id='x'/><w:r><w:drawing/><w:pict/></w:r></w:p>"),
        word_file("", comments="", glossary="", footnotes="", header="", title="x"),
    ],
)
def test_no_file_breaks_the_linter_or_its_copies(content: bytes) -> None:
    started = time.perf_counter()
    told = linted(content).told
    assert told
    made = annotated(content, told)
    assert made is None or read_package(made)[0] is not None
    assert time.perf_counter() - started < 15


def test_strange_styles_do_not_break_it() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    for sheet in (
        b"<w:styles xmlns:w='x'/>",
        b"<a/>",
        b'<s xmlns:w="x"><w:style w:styleId="a"/></s>',
    ):
        content = zipped(members(paras("x"), title="t", more={"word/styles.xml": (sheet, kind)}))
        assert ids(content) == ["word-no-language"]


def test_every_house_rule_has_a_remedy_in_words() -> None:
    assert all(wording.message and wording.remedy for wording in rules().values())
