"""What a template may not say, each told by its own name, with its place and the remedy."""

import pytest
from wordfiles import (
    PLACE,
    SCHOOL,
    box,
    compiled,
    field,
    letter,
    para,
    paras,
    refused,
    table,
    text,
    word_file,
)

from docgen.errors import TemplateRejected
from docgen.press.word.merge import Template, compile_template


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["{{ name"], ["word-tag-unclosed"]),
        (["{{ name }", "x"], ["word-tag-unclosed"]),
        (["{{ a {{ b }}"], ["word-tag-unclosed"]),
        (["{{ a %}"], ["word-tag-unclosed"]),
        (["{# a"], ["word-tag-unclosed"]),
        (["name }}"], ["word-tag-unopened"]),
        (["100 %}"], ["word-tag-unopened"]),
        (["{{ a", "b }}"], ["word-tag-unclosed", "word-tag-unopened"]),
        (["{ name }"], ["word-single-brace", "word-single-brace"]),
        (["{{ name }}}"], ["word-single-brace"]),
        (["{{ }}"], ["word-tag-misspelt"]),
        (["{{ a b }}"], ["word-tag-misspelt"]),
        (["{{ a. }}"], ["word-tag-misspelt"]),
        (["{{ a | }}"], ["word-tag-misspelt"]),
        (["{{ 'a }}"], ["word-tag-misspelt"]),
        (["{{ '\\x' }}"], ["word-tag-misspelt"]),
        (["{%p if %}", "{%p endif %}"], ["word-tag-misspelt", "word-block-end"]),
        (["{%p if a %}", "{%p else if b %}", "{%p endif %}"], ["word-tag-misspelt"]),
        (["{%p endif a %}"], ["word-tag-misspelt"]),
        (["{{ " + "a" * 201 + " }}"], ["word-tag-too-long"]),
        (["{{ " + "(" * 95 + "a" + ")" * 95 + " }}"], ["word-tag-too-long"]),
    ],
)
def test_a_tag_that_can_t_be_read_is_told(lines: list[str], rules: list[str]) -> None:
    assert refused(letter(*lines)) == rules


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["{%p if a %}", "x"], ["word-block-open"]),
        (["{%p for a in b %}"], ["word-block-open"]),
        (["{%p endif %}"], ["word-block-end"]),
        (["{%p else %}"], ["word-block-end"]),
        (["{%p if a %}", "{%p endfor %}"], ["word-block-end"]),
        (["{%p for a in b %}", "{%p elif a %}", "{%p endfor %}"], ["word-block-end"]),
        (
            ["{%p if a %}", "{%p for a in b %}", "{%p endif %}", "{%p endfor %}"],
            ["word-block-end", "word-block-end"],
        ),
        ([f"{{%p if a{n} %}}" for n in range(9)] + ["{%p endif %}"] * 9, ["word-nested-too-much"]),
    ],
)
def test_blocks_that_do_not_open_and_close_are_told(lines: list[str], rules: list[str]) -> None:
    assert refused(letter(*lines)) == rules


@pytest.mark.parametrize(
    "line",
    [
        "Dear {% if a %}Ms{% endif %}",
        "{% if a %}",
        "{% for a in b %}{{ a }}{% endfor %}",
        "{% else %}",
    ],
)
def test_a_block_in_a_sentence_is_refused(line: str) -> None:
    assert set(refused(letter(line))) == {"word-block-in-sentence"}


@pytest.mark.parametrize(
    "tag",
    [
        "{%p set a = 1 %}",
        "{%p macro a() %}",
        "{%p include 'a' %}",
        "{%p import 'a' as b %}",
        "{%p from 'a' import b %}",
        "{%p extends 'a' %}",
        "{%p block a %}",
        "{%p call a() %}",
        "{%p filter upper %}",
        "{%p raw %}",
        "{%p autoescape false %}",
        "{%p with a = b %}",
        "{%p do a.b() %}",
        "{%p print a %}",
        "{%p trans %}",
        "{%p debug %}",
        "{% p if a %}",
        "{% colspan 2 %}",
        "{% cellbg 'red' %}",
        "{% hm %}",
        "{% vm %}",
        "{% %%}",
    ],
)
def test_any_other_block_is_refused_by_its_word(tag: str) -> None:
    assert set(refused(letter(tag))) <= {"word-block-not-allowed", "word-tag-unopened"}
    assert refused(letter(tag))[0] == "word-block-not-allowed"


@pytest.mark.parametrize(
    "tag",
    ["{{r text }}", "{{p part }}", "{{tr a }}", "{{tc a }}", "{%tc for a in b %}", "{%r if a %}"],
)
def test_levels_that_take_text_away_are_refused(tag: str) -> None:
    assert "word-level-not-allowed" in refused(letter(tag))


@pytest.mark.parametrize(
    "tag", ["{%- if a %}", "{%p if a -%}", "{{- a }}", "{{ a -}}", "{%+ if a %}"]
)
def test_a_dash_that_eats_words_is_refused(tag: str) -> None:
    assert "word-dash" in refused(letter(f"before {tag} after"))


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("a()", "a call with ( )"),
        ("a.b('x')", "a call with ( )"),
        ("range(9)", "a call with ( )"),
        ("a[0:1]", "a part of a list with [ : ]"),
        ("a[b]", "a name in [ ]"),
        ("a ~ b", "joining with ~"),
        ("a + b", "reckoning"),
        ("a % 2", "reckoning"),
        ("9 ** 9 ** 9", "reckoning"),
        ("'x' * 10", "reckoning"),
        ("-a", "reckoning"),
        ("a is defined", "a question with “is”"),
        ("'a' if b else 'c'", "an “if” inside {{ }}"),
        ("[a, b]", "a list of values in brackets"),
        ("{'a': 1}", "a list of values in brackets"),
        ("a, b", "a list of values in brackets"),
    ],
)
def test_constructs_beyond_names_are_refused_by_name(inside: str, what: str) -> None:
    with pytest.raises(TemplateRejected) as rejected:
        compiled(letter(f"{{{{ {inside} }}}}"))
    told = [(finding.rule, what in finding.message) for finding in rejected.value.findings]
    assert ("word-not-allowed", True) in told


def test_loops_are_over_one_list_and_do_not_call_themselves() -> None:
    for tag in ("for a, b in c", "for a in b recursive", "for loop in b", "for a.b in c"):
        assert refused(letter(f"{{%p {tag} %}}", "{%p endfor %}"))[0] in {
            "word-not-allowed",
            "word-tag-misspelt",
        }


def test_a_remainder_in_a_condition_is_refused_and_not_lost() -> None:
    assert refused(letter("{%p if n % 2 %}", "odd", "{%p endif %}"))[0] == "word-not-allowed"


@pytest.mark.parametrize(
    "name",
    ["_a", "a.__class__", "a['__class__']", "self", "a._b", "caller", "super", "varargs", "kwargs"],
)
def test_names_that_are_no_data_are_refused(name: str) -> None:
    assert refused(letter(f"{{{{ {name} }}}}")) == ["word-name-not-allowed"]


@pytest.mark.parametrize(
    "filtered",
    [
        "a | upper",
        "a | safe",
        "a | join(b)",
        "a | join('x', 'y')",
        "a | join(d=', ')",
        "a | length('x')",
        "a | default('')",
        "a | map('x') | join",
        "a | attr('b')",
    ],
)
def test_other_filters_are_refused(filtered: str) -> None:
    assert "word-filter-not-allowed" in refused(letter(f"{{{{ {filtered} }}}}"))


def test_what_a_loop_tells_is_asked_inside_a_loop_only() -> None:
    assert refused(letter("{{ loop.index }}")) == ["word-loop-outside"]
    inside = letter("{%p for a in b %}", "{{ loop.cycle }} {{ loop }}", "{%p endfor %}")
    assert refused(inside) == ["word-loop-outside", "word-loop-outside"]
    chosen = letter("{%p if a %}", "{{ loop.first }}", "{%p endif %}")
    assert refused(chosen) == ["word-loop-outside"]


def test_text_beside_a_tag_of_its_own_paragraph_is_not_lost_but_told() -> None:
    assert refused(letter("Dear {%p if a %}", "{%p endif %}")) == ["word-text-beside-tag"]
    assert refused(letter("{%p if a %}", "{%p endif %} Yours")) == ["word-text-beside-tag"]
    pictured = para(text("{%p if a %}"), "<w:r><w:pict/></w:r>") + paras("{%p endif %}")
    assert refused(word_file(pictured)) == ["word-text-beside-tag"]
    broken = para(text("{%p if a %}"), '<w:r><w:br w:type="page"/></w:r>') + paras("{%p endif %}")
    assert refused(word_file(broken)) == ["word-text-beside-tag"]
    assert refused(letter("{%p if a %}{{ a }}", "{%p endif %}")) == ["word-text-beside-tag"]


def test_two_tags_in_one_paragraph_are_told() -> None:
    content = letter("{%p if a %}{%p if b %}", "hidden", "{%p endif %}", "{%p endif %}")
    assert refused(content) == ["word-two-tags", "word-two-tags"]


def test_a_row_tag_needs_a_row_of_its_own() -> None:
    assert refused(letter("{%tr if a %}", "{%tr endif %}")) == ["word-row-tag-outside-table"] * 2
    assert refused(word_file(table(["{%tr if a %}", "x"], ["{%tr endif %}", ""]))) == [
        "word-text-beside-tag"
    ]
    crowded = word_file(
        table(["{%tr if a %}", "{%tr if b %}"], ["{%tr endif %}"], ["{%tr endif %}"])
    )
    assert refused(crowded) == ["word-two-tags", "word-two-tags"]
    boxed = word_file(table([para(box(paras("{%tr if a %}", "{%tr endif %}")))]))
    assert set(refused(boxed)) == {"word-row-tag-outside-table"}


@pytest.mark.parametrize(
    "body",
    [
        table(["{%p if a %}", "x"], ["{%p endif %}", "y"]),
        paras("{%p if a %}") + table([paras("x", "{%p endif %}")]),
        table([paras("{%p if a %}", "x")]) + paras("{%p endif %}"),
        table(["{%tr if a %}"], [paras("x", "{%p endif %}")]),
        table(["{%tr if a %}"], ["x"]) + table(["{%tr endif %}"]),
        paras("{%p if a %}") + para(box(paras("{%p endif %}"))),
        table(["{%tr for x in xs %}"], [paras("{%p else %}", "x")], ["{%tr endfor %}"]),
    ],
)
def test_a_block_does_not_cross_cells_rows_tables_or_boxes(body: str) -> None:
    assert "word-block-crosses" in refused(word_file(body))


def test_a_block_does_not_end_in_another_part() -> None:
    content = word_file(paras("{%p if a %}"), footer=paras("{%p endif %}"))
    assert refused(content) == ["word-block-open", "word-block-end"]


def test_a_section_s_end_does_not_go_with_a_tag() -> None:
    ending = para(text("{%p endif %}"), properties="<w:sectPr/>")
    assert refused(word_file(paras("{%p if a %}", "x") + ending)) == ["word-section-beside-tag"]


def test_a_picture_or_field_inside_a_tag_is_told() -> None:
    for thing in (field("PAGE"), '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:pict/></w:r>"):
        content = word_file(para(text("{{ na"), thing, text("me }}")))
        assert refused(content) == ["word-tag-broken-up"]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:hyperlink w:tooltip="{{ a }}"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
        '<w:r><w:drawing><wp:inline><wp:docPr descr="{{ a }}"/></wp:inline></w:drawing></w:r>',
        "<m:oMath><m:r><m:t>{{ a }}</m:t></m:r></m:oMath>",
        field('HYPERLINK "https://example.org/{{ a }}"'),
        "<w:r>{{ a }}</w:r>",
        "<w:r><w:t>x</w:t></w:r>{{ a }}",
    ],
)
def test_a_tag_where_nothing_is_filled_in_is_told(inside: str) -> None:
    assert "word-tag-elsewhere" in refused(word_file(para(inside)))


def test_a_tag_in_a_link_s_address_or_the_office_s_properties_is_told() -> None:
    link = [("rId9", "hyperlink!", "https://example.org/%7B%7B%20a%20%7D%7D")]
    assert refused(word_file(paras("x"), relations=link)) == ["word-tag-elsewhere"]
    app = (b"<Properties><Company>{{ a }}</Company></Properties>", "application/xml")
    assert refused(word_file("", more={"docProps/app.xml": app})) == ["word-tag-elsewhere"]
    stray = {"word/x.xml": (f'<w:hdr xmlns:w="{W}">{{{{ a }}}}</w:hdr>'.encode(), "text/xml")}
    assert refused(word_file("", more=stray)) == ["word-tag-elsewhere"]
    glossary = f"<w:docPartBody>{paras('{{ a }}')}</w:docPartBody>"
    assert refused(word_file("", glossary=glossary)) == ["word-tag-elsewhere"]


def test_the_title_holds_tags_that_print_and_no_others() -> None:
    assert refused(word_file("", title="{% if a %}")) == ["word-tag-elsewhere"]
    assert refused(word_file("", title="{{ a")) == ["word-tag-unclosed"]
    assert refused(word_file("", title="{{ a() }}")) == ["word-not-allowed"]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>{{ old }}</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>x</w:t></w:r>",
    ],
)
def test_tracked_changes_are_refused(inside: str) -> None:
    assert "word-tracked-changes" in refused(word_file(para(inside)))
    assert "word-tracked-changes" in refused(word_file("", header=para(inside)))


def test_comments_are_refused_so_that_none_goes_out() -> None:
    note = f'<w:comment w:id="0">{paras("Is this right?")}</w:comment>'
    assert refused(word_file(paras("x"), comments=note)) == ["word-comment"]
    assert compiled(word_file(paras("x"), comments=""))


def test_xml_that_docxtpl_would_misread_is_refused() -> None:
    odd = word_file(paras("{%p if a %}", "x", "{%p endif %}"), header=paras("x"))
    assert compiled(odd)
    other = f'<x:p xmlns:x="{W}"><x:r><x:t>{{%p if a %}}</x:t></x:r></x:p>'
    assert refused(word_file(other + paras("{%p endif %}"))) == ["word-tag-lost"]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_too_many_tags_and_too_long_paragraphs_are_told() -> None:
    assert refused(letter("{{ a }}" * 5_001)) == ["word-too-many-tags"]
    assert refused(letter("{{ a }}" + "x" * 100_000)) == ["word-paragraph-too-long"]


def test_an_unpromised_name_is_told_with_those_that_look_like_it() -> None:
    promised = ["pupil.legal_name", "meeting.attendees", "meeting.attendees[].name", "lines[]"]
    content = letter(
        "{{ pupil.legal_nam }}",
        "{%p for who in meeting.attendees %}",
        "{{ who.name }} {{ who.role }} {{ lines | join }} {{ lines[0] }}",
        "{%p endfor %}",
        "{%p if pupil %}",
        "{{ statements.one }}",
        "{%p endif %}",
    )
    with pytest.raises(TemplateRejected) as rejected:
        compile_template(Template(content, PLACE), {"one": "{{ pupil.name }}"}, SCHOOL, promised)
    told = [(finding.rule, finding.message) for finding in rejected.value.findings]
    assert [rule for rule, _ in told] == ["word-undefined-name"] * 3
    assert "Did you mean pupil.legal_name?" in told[0][1]
    assert "meeting.attendees[].role" in told[1][1]
    assert "pupil.name" in told[2][1]


def test_all_faults_are_told_at_once_each_with_place_and_remedy() -> None:
    content = word_file(
        paras("Dear {{ name") + table(["Who", "What"], ["{{ a() }}", "{%p if b %}"]),
        header=paras("{{ x | upper }}"),
    )
    with pytest.raises(TemplateRejected) as rejected:
        compiled(content)
    assert rejected.value.code == "word-rejected"
    assert str(rejected.value) == f"The template {PLACE} can't be used: 4 fault(s)."
    assert [
        (finding.rule, finding.message.partition(":")[0]) for finding in rejected.value.findings
    ] == [
        ("word-tag-unclosed", "In the text, near “Dear {{ name”"),
        ("word-not-allowed", "In table 1, row 2, column 1, near “{{ a() }}”, after “What”"),
        ("word-block-open", "In table 1, row 2, column 2, near “{%p if b %}”, after “{{ a() }}”"),
        ("word-filter-not-allowed", "In the header, near “{{ x | upper }}”"),
    ]
    assert all(finding.remedy for finding in rejected.value.findings)


def test_a_file_that_can_t_be_opened_is_refused_as_a_template() -> None:
    assert refused(b"no") == ["word-not-docx"]
