"""What docxtpl itself makes of a good template has the same words as ours."""

from io import BytesIO

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment
from wordfiles import box, merged, para, paras, table, text, word_file

from docgen.model.values import Values
from docgen.press.ooxml.words import words_of

VALUES: Values = {
    "name": "Siân O'Brien & <Co>",
    "many": [{"a": "1", "b": "x & y"}, {"a": "2", "b": ""}],
    "lines": ["one", "two\nthree\tfour"],
    "yes": True,
}
BODIES = [
    paras("Dear {{ name }},", "{{ lines | join(', ') }}"),
    para(text("Dear "), text("{{ na"), text("me }}", "<w:b/>"), text(", yours")),
    paras("{%p for l in lines %}", "{{ loop.index }} {{ l }}", "{%p endfor %}"),
    paras("{%p if yes and name != 'x' %}", "a", "{%p else %}", "b", "{%p endif %}"),
    table(
        ["No.", "What"],
        ["{%tr for m in many %}", ""],
        ["{{ m.a }}", "{{ m.b }}"],
        ["{%tr endfor %}", ""],
        [paras("{%p if yes %}", "x", "{%p endif %}"), "{{ many[0].b }}"],
    ),
    paras("{%p for m in many %}") + table(["{{ m.a }}"]) + paras("", "{%p endfor %}"),
    para(text("x"), box(paras("{{ name }}", "{%p if not yes %}", "no", "{%p endif %}"))),
    paras("{{ lines | length }} {{ many[1]['a'] }} {# note #}"),
]


@pytest.mark.parametrize("body", BODIES)
def test_the_words_are_those_that_docxtpl_prints(body: str) -> None:
    content = word_file(body + "<w:sectPr/>", header=paras("h {{ name }}"))
    template = DocxTemplate(BytesIO(content))
    template.render(VALUES, Environment(autoescape=True))
    out = BytesIO()
    template.save(out)
    theirs = [words for words in words_of(out.getvalue()) if not words.where.startswith("prop")]
    assert list(merged(content, VALUES).words) == theirs
