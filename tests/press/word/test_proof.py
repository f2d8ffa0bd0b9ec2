"""A source is proved sound before it runs: whatever its tags decide, what it prints is XML."""

from itertools import product
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from wordfiles import compiled, paras, table, word_file

from docgen.press.word.merge import merge
from docgen.press.word.proof import numbered, proved

TEXT = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    "source",
    [
        "<w:p>" + TEXT.format("{{ a }}") + "</w:p>",
        "<a>{% if x %}<b/>{% else %}<c></c>{% endif %}</a>",
        "<a><b>{% if x %}</b><b>{% endif %}</b></a>",
        "<a>{% for x in y %}<b>{% if x %}z{% endif %}</b>{% endfor %}</a>",
        '<a w="{{ n }}"><b v="{% if x %}1{% else %}2{% endif %}"/></a>',
        "<w:p>{{ (a)|docgen.runs }}</w:p>",
        "<w:body>{{ (a)|docgen.paragraphs }}</w:body>",
    ],
)
def test_what_can_only_print_xml_is_let_pass(source: str) -> None:
    assert proved(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "<a>",
        "<a></b>",
        "<a>{% if x %}</a>{% endif %}",
        "<a>{% if x %}<b>{% endif %}</b></a>",
        "<a>{% if x %}<b>{% else %}</b>{% endif %}</a>",
        "<a>{% for x in y %}<b>{% endfor %}</a>",
        "<a><b>{% if x %}</b><c>{% endif %}</c></a>",
        '<a><b xmlns:x="u">{% if x %}</b><b>{% endif %}</b></a>',
        "<a>{% endif %}</a>",
        "<a>{% if x %}</a>",
        "<w:p>{{ a }}</w:p>",
        "<w:p><w:t>{{ a }}</w:t></w:p>",
        "<w:p><w:r><w:t>{{ (a)|docgen.runs }}</w:t></w:r></w:p>",
        "<w:p>{{ (a)|docgen.paragraphs }}</w:p>",
    ],
)
def test_what_could_print_anything_else_is_not(source: str) -> None:
    assert proved(source) is None


def test_drawings_are_numbered_before_or_left_to_each_document() -> None:
    source = '<wp:docPr id="7" name="x"/><wp:docPr name="y"/>'
    assert numbered(source, 3, counted=False) == (
        '<wp:docPr id="3" name="x"/><wp:docPr id="4" name="y"/>', 5
    )  # fmt: skip
    assert numbered(source, 3, counted=True)[0].count(' id="<"') == 2


BODY = (
    paras("{%p if a %}", "x", "{%p endif %}")
    + table(
        ["{%tr for x in xs %}", ""],
        [paras("{%p if b %}", "{{ x }}", "{%p endif %}"), "{{ x }}"],
        ["{%tr endfor %}", ""],
    )
    + paras("{%p if c %}")
    + table([paras("{%p for x in xs %}") + table(["{{ x }}"]) + paras("{%p endfor %}", "end")])
    + paras("{%p endif %}")
    + table(["y"])
)
AWKWARD = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: (
        all(sign >= " " or sign in "\t\n" for sign in text) and not set(text) & set("\ufffe\uffff")
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(AWKWARD, max_size=3))
def test_every_choice_of_a_template_gives_xml_that_word_takes(xs: list[str]) -> None:
    template = compiled(
        word_file(BODY, header=paras("{%p if a %}", "{{ xs | length }}", "{%p endif %}"))
    )
    for a, b, c in product((True, False), repeat=3):
        document = merge(template, {"a": a, "b": b, "c": c, "xs": xs})
        for name, xml in template._changed(document.content).items():  # noqa: SLF001 - the parts alone
            expat.ParserCreate().Parse(xml, True)
            root = etree.fromstring(xml)
            cells = list(root.iter("{*}tc"))
            assert all(str(cell[-1].tag).endswith("}p") for cell in cells), name
            for grid in root.iter("{*}tbl"):
                after = grid.getnext()
                assert after is None or not str(after.tag).endswith("}tbl")
                assert next(grid.iter("{*}tr"), None) is not None
