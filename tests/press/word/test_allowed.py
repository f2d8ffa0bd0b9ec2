"""All that a free template may say, held against Jinja itself; and all that a pack's may not."""

import datetime as dt
from decimal import Decimal

import pytest
from jinja2 import Environment
from wordfiles import compiled, letter, merged, words_at

from docgen import merge_word
from docgen.errors import TemplateRejected
from docgen.model.values import Values
from docgen.press.ooxml.words import words_of
from docgen.press.word.environment import FREE_LOOP, LOOP
from docgen.press.word.methods import METHOD_NAMES
from docgen.press.word.standard import FREE_FILTERS, PACK_FILTERS
from docgen.press.word.theirs import TESTS

VALUES: Values = {
    "a": "one two", "b": "Two", "n": 7, "m": 2, "yes": True, "no": False, "list": ["b", "a", "c"],
    "numbers": [3, 1, 2], "group": {"x": "1", "y": "2"}, "empty": "",
    "people": [{"name": "Ali", "age": 9}, {"name": "Bea", "age": 11}],
}  # fmt: skip
SAID = [
    "{{ n + m }} {{ n - m }} {{ n * m }} {{ n / m }} {{ n // m }} {{ n % m }} {{ -n }} {{ +n }}",
    "{{ a ~ b ~ n }}", "{{ a if yes else b }}", "{{ [a, b] | join }}",
    "{{ (a, b) | join }}", "{{ list[1:] | join }} {{ a[:3] }} {{ list[::2] | join }}",
    "{{ list[0] }} {{ list[-1] }} {{ group['x'] }} {{ group.y }} {{ people[m - 1].name }}",
    "{% if n > m and n >= m and m < n and m <= n %}c{% endif %}",
    "{% if n == 7 and n != m %}c{% endif %}", "{% if a in list or 'b' in list %}c{% endif %}",
    "{% if 'x' not in list %}c{% endif %}", "{% if not no %}c{% endif %}",
    "{% for p in people if p.age > 10 %}{{ p.name }}{% else %}d{% endfor %}",
    "{% for k, v in group.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in group %}{{ k }}{% endfor %}",
    "{% for l in list %}{{ loop.cycle('odd', 'even') }}{% endfor %}",
    "{% set c = a %}{{ c }}",
    "{% if n is divisibleby 7 %}c{% endif %}", "{{ empty | default('d', boolean=true) }}",
]  # fmt: skip
FILTERED = {
    "abs": "{{ (0 - n) | abs }}",
    "batch": "{% for x in list | batch(2) %}{{ x | join }}|{% endfor %}",
    "capitalize": "{{ a | capitalize }}", "count": "{{ list | count }}",
    "d": "{{ missing | d('x') }}", "default": "{{ missing | default('x') }} {{ a | default('x') }}",
    "dictsort": "{% for k, v in group | dictsort %}{{ k }}{{ v }}{% endfor %}",
    "e": "{{ a | e }}", "escape": "{{ a | escape }}", "first": "{{ list | first }}",
    "float": "{{ '1.5' | float }}",
    "groupby": "{% for age, who in people | groupby('age') %}{{ age }}{% endfor %}",
    "int": "{{ '12' | int }}", "items": "{% for k, v in group | items %}{{ k }}{{ v }}{% endfor %}",
    "join": "{{ list | join('-') }} {{ people | join(', ', attribute='name') }}",
    "last": "{{ list | last }}", "length": "{{ list | length }} {{ a | length }}",
    "list": "{{ a | list | join('.') }}", "lower": "{{ b | lower }}",
    "map": "{{ people | map(attribute='name') | join }} {{ list | map('upper') | join }}",
    "max": "{{ numbers | max }}", "min": "{{ numbers | min }}",
    "reject": "{{ numbers | reject('odd') | join }}",
    "rejectattr": "{{ people | rejectattr('age', 'gt', 10) | map(attribute='name') | join }}",
    "replace": "{{ a | replace('o', '0') }} {{ a | replace('o', '0', 1) }}",
    "reverse": "{{ list | reverse | join }} {{ a | reverse }}", "round": "{{ 2.567 | round(1) }}",
    "select": "{{ numbers | select('odd') | join }}",
    "selectattr": "{{ people | selectattr('age', 'gt', 10) | map(attribute='name') | join }}",
    "slice": "{% for x in list | slice(2) %}{{ x | join }}|{% endfor %}",
    "sort": "{{ list | sort | join }}{{ people | sort(attribute='age') | join('', 'name') }}",
    "string": "{{ n | string }}", "sum": "{{ numbers | sum }} {{ people | sum(attribute='age') }}",
    "title": "{{ a | title }}", "trim": "[{{ ' x ' | trim }}]",
    "truncate": "{{ 'a long line of words' | truncate(10) }}",
    "unique": "{{ ['a', 'b', 'a'] | unique | join }}", "upper": "{{ a | upper }}",
    "wordcount": "{{ a | wordcount }}",
}  # fmt: skip
CALLED = {
    "upper": "a.upper()", "lower": "b.lower()", "title": "a.title()", "swapcase": "b.swapcase()",
    "capitalize": "a.capitalize()", "strip": "' x '.strip()", "lstrip": "'xxa'.lstrip('x')",
    "rstrip": "'axx'.rstrip('x')", "split": "a.split() | join('-')",
    "rsplit": "'a,b,c'.rsplit(',', 1) | join('-')", "splitlines": "a.splitlines() | join",
    "startswith": "'y' if a.startswith('one') else 'n'", "isdigit": "'y' if '1'.isdigit() else 'n'",
    "endswith": "'y' if a.endswith('one') else 'n'", "isalpha": "'y' if b.isalpha() else 'n'",
    "isupper": "'y' if b.isupper() else 'n'", "islower": "'y' if a.islower() else 'n'",
    "replace": "a.replace('o', '0')", "join": "'-'.join(list)", "count": "a.count('o')",
    "find": "a.find('two')", "removeprefix": "a.removeprefix('one')",
    "removesuffix": "a.removesuffix('two')", "items": "group.items() | length",
    "keys": "group.keys() | join", "values": "group.values() | join", "get": "group.get('x')",
    "index": "list.index('c')",
}  # fmt: skip
ASKED = {
    "defined": "a", "undefined": "missing", "none": "a", "odd": "n", "even": "n",
    "divisibleby(7)": "n", "string": "a", "number": "n", "integer": "n", "float": "n",
    "boolean": "yes", "true": "yes", "false": "no", "mapping": "group", "sequence": "list",
    "iterable": "list", "lower": "a", "upper": "b", "in(list)": "b", "eq(7)": "n",
    "equalto(7)": "n",
    "ne(7)": "n", "lt(9)": "n", "lessthan(9)": "n", "le(7)": "n", "gt(9)": "n", "ge(7)": "n",
    "greaterthan(9)": "n",
}  # fmt: skip
SIGNS = {"==", "!=", "<", "<=", ">", ">="}
NOT_FOR_PACKS = [
    "{{ n + m }}", "{{ -n }}", "{{ a ~ b }}", "{{ a if yes else b }}", "{{ [a] | join }}",
    "{{ (a, b) | join }}", "{{ list[1:] }}", "{{ list[n] }}", "{{ a.upper() }}", "{{ a | upper }}",
    "{%p if a is defined %}", "{%p set c = a %}", "{%p for k, v in group %}", "{{r a }}",
    "{{p a }}",
    "{%tc for x in list %}", "{%r if yes %}", "{% if yes %}", "{% colspan 2 %}", "{% cellbg a %}",
    "{% hm %}", "{% vm %}", "{{ list | join(n) }}", "{{ list | join('a', 'b') }}",
    "{{ list | join(d='a') }}", "{{ list | length('a') }}",
]  # fmt: skip
TAGS = [
    *SAID, *FILTERED.values(), *(f"{{{{ {call} }}}}" for call in CALLED.values()),
    *(f"{{% if {value} is {test} %}}y{{% else %}}n{{% endif %}}" for test, value in ASKED.items()),
    *(f"{{% for l in list %}}{{{{ loop.{name} }}}}{{% endfor %}}"
      for name in sorted(FREE_LOOP - {"previtem", "nextitem"} - {"first", "last"})),
]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_a_free_template_says_what_jinja_says(tag: str) -> None:
    expected = Environment(autoescape=True).from_string(tag).render(VALUES)
    [made] = [words.text for words in words_of(merge_word(letter("=" + tag), VALUES))]
    assert made == "=" + expected


def test_every_filter_method_and_test_is_tried() -> None:
    assert FILTERED.keys() == FREE_FILTERS.keys()
    assert CALLED.keys() == METHOD_NAMES
    assert {name.partition("(")[0] for name in ASKED} | SIGNS == TESTS.keys()


def test_a_pack_s_templates_know_three_filters_and_four_words_about_loops() -> None:
    assert PACK_FILTERS.keys() == {"join", "length", "count"}
    assert {"index", "first", "last", "length"} == LOOP


@pytest.mark.parametrize("tag", NOT_FOR_PACKS)
def test_a_pack_s_template_may_not_say_so_much(tag: str) -> None:
    with pytest.raises(TemplateRejected):
        compiled(letter(tag))


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ date | date_in_words }}", "3 November 2025"),
        ("{{ date | date_in_words('weekday') }}", "Monday 3 November 2025"),
        ("{{ list | and_list }}", "b, a and c"),
        ("{{ n | plural('day', 'days') }}", "7 days"),
        ("{{ n | money }}", "£7.00"),
    ],
)
def test_our_own_filters_are_there(tag: str, printed: str) -> None:
    made = merge_word(letter(tag), {**VALUES, "date": "2025-11-03"})
    assert [words.text for words in words_of(made)] == [printed]


def test_a_filter_that_does_not_fit_names_its_place() -> None:
    with pytest.raises(TemplateRejected) as refused:
        merge_word(letter("Dear Ada", "{{ a | money }}"), VALUES)
    [finding] = refused.value.findings
    assert finding.rule == "word-filter-value"
    assert "{{ a | money }}" in finding.message
    assert "money needs an amount such as 1234.50" in finding.message
    assert "one two" not in finding.message


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1.5, "1.5"),
        (Decimal("2.50"), "2.50"),
        (10**17, "100000000000000000"),
        (dt.date(2025, 11, 3), "2025-11-03"),
        (dt.time(16, 15), "16:15:00"),
    ],
)
def test_numbers_dates_and_times_are_plain_data(value: object, printed: str) -> None:
    made = merge_word(letter("{{ x }}"), {"x": value})
    assert [words.text for words in words_of(made)] == [printed]
    with pytest.raises(TypeError, match="not plain data"):
        merged(letter("{{ x }}"), {"x": object()})  # type: ignore[dict-item]


@pytest.mark.parametrize(("value", "sum_"), [(1.5, "2.5"), (Decimal("2.50"), "3.50"), (2, "3")])
def test_all_kinds_of_numbers_are_reckoned_with(value: object, sum_: str) -> None:
    made = merge_word(letter("{{ x + 1 }}"), {"x": value})
    assert [words.text for words in words_of(made)] == [sum_]


def test_a_pack_s_template_prints_names() -> None:
    assert words_at(merged(letter("{{ a }}"), VALUES)) == ["one two"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ list | map('xmlattr') | join }}",
        "{{ list | map(a) | join }}",
        "{{ list | select('callable') | join }}",
        "{{ list | reject('callable') | join }}",
        "{{ people | selectattr('age', 'callable') | length }}",
        "{{ people | rejectattr('age', 'callable') | length }}",
        "{{ a | xmlattr }}",
        "{{ a | safe }}",
        "{{ a | own }}",
    ],
)
def test_a_filter_that_is_on_no_list_is_refused_even_inside_another(tag: str) -> None:
    with pytest.raises(TemplateRejected) as refused:
        merge_word(letter(tag), VALUES)
    assert {one.rule for one in refused.value.findings} == {"word-filter-not-allowed"}


def test_a_caller_s_own_filter_is_known() -> None:
    made = merge_word(letter("{{ a | own }}"), VALUES, {"own": lambda text: f"<{text}>"})
    assert "<one two>" in [words.text for words in words_of(made)]
