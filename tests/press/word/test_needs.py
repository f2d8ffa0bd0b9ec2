"""What a template asks of a row; and a letter with its digest, made in one go."""

import pytest
from wordfiles import letter as template_of
from wordfiles import merged

from docgen.errors import TemplateRejected
from docgen.model.mail import Need
from docgen.model.values import Values
from docgen.press.word.letters import letter
from docgen.press.word.merge import compile_template
from docgen.press.word.needs import needs_of
from docgen.press.word.shapes import FREE, Template


def needs(*lines: str) -> dict[str, Need]:
    """Give what a template asks for by name."""
    return {need.name: need for need in needs_of(Template(template_of(*lines), "t.docx"))}


def test_names_come_once_in_reading_order_with_their_first_place() -> None:
    found = needs("Dear {{ parent }}", "{{ pupil.name }} and {{ parent }}")
    assert list(found) == ["parent", "pupil.name"]
    assert found["parent"].where == "in the text, near “Dear {{ parent }}”"


def test_a_name_that_leads_to_others_is_none_of_its_own() -> None:
    assert list(needs("{%p if pupil %}", "{{ pupil.name }}", "{%p endif %}")) == ["pupil.name"]


def test_what_is_asked_for_may_be_empty_and_what_has_an_answer_may_lack() -> None:
    found = needs("{{ a }} {{ b | default('x') }}", "{%p if c %}", "{{ c }}", "{%p endif %}")
    assert [(n.may_lack, n.may_be_empty, n.only_asked) for n in found.values()] == [
        (False, False, False),
        (True, True, False),
        (False, True, False),
    ]


@pytest.mark.parametrize(
    ("test", "alone"),
    [
        ("late", {"late"}),
        ("not late", {"late"}),
        ("late and pupil.ill or away", {"late", "pupil.ill", "away"}),
        ("late == 'yes'", set()),
        ("late and ill == 'yes'", {"late"}),
        ("late | upper", set()),
    ],
)
def test_a_name_of_which_only_asked_is_whether_it_is_there(test: str, alone: set[str]) -> None:
    found = needs(f"{{%p if {test} %}}", "x", "{%p endif %}")
    assert {name for name, need in found.items() if need.only_asked} == alone


def test_a_second_question_counts_as_well() -> None:
    found = needs("{%p if a == 'x' %}", "1", "{%p elif late %}", "2", "{%p endif %}")
    assert [need.only_asked for need in found.values()] == [False, True]


def test_what_is_repeated_is_a_list() -> None:
    found = needs("{%p for task in tasks %}", "{{ task.text }}", "{%p endfor %}")
    assert [(need.name, need.listed) for need in found.values()] == [("tasks", True)]


def test_a_template_with_faults_is_refused_with_all_of_them() -> None:
    with pytest.raises(TemplateRejected) as refused:
        needs("{{ a", "{%p if x %}")
    assert len(refused.value.findings) == 2


def test_a_letter_s_digest_is_the_one_that_unpacking_gives() -> None:
    content = template_of("Dear {{ a }}", "{{ b.c }}")
    values: Values = {"a": "Zoë & <Co>", "b": {"c": "x"}}
    made, digest = letter(compile_template(Template(content, "t.docx"), {}, demands=FREE), values)
    whole = merged(content, values)
    assert (made, digest) == (whole.content, whole.digest)
