"""Templates that reach for Python, or would never end: refused in bounded time."""

import time
from collections.abc import Callable, Iterator, Mapping

import pytest
from wordfiles import box, compiled, faults, letter, merged, para, paras, refused, table, word_file

from docgen.errors import TemplateRejected

REACHING = [
    "{{ x.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.join.__globals__ }}",
    "{{ x['__class__'] }}",
    "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ x | attr('__class__') }}",
    "{{ x | attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ url_for.__globals__ }}",
    "{{ config.items() }}",
    "{{ range(10**9) }}",
    "{{ dict(a=1) }}",
    "{{ x.format(x) }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ x.tpl.save('/tmp/x') }}",
    "{{ (x for x in y) }}",
    "{{ lambda: 1 }}",
    "{{ x.y(__import__('os')) }}",
    "{{ 9**9**9 }}",
    "{{ 'x' * 10**10 }}",
    "{{ x | center(10**9) }}",
    "{{ x | batch(2) | list }}",
    "{{ x | format(x) }}",
    "{{ x | map(attribute='__class__') | list }}",
    "{{ x | sum(start=y) }}",
    "{{ x | tojson }}",
    "{{ x | xmlattr }}",
    "{{ x | pprint }}",
    "{{ x is callable }}",
    "{{ x is filter('a') }}",
    "{% set x = cycler.__init__ %}",
    "{%p include '/etc/passwd' %}",
    "{%p import 'os' as os %}",
    "{%p for x in range(10**9) %}",
    "{%p for x in ().__class__.__base__.__subclasses__() %}",
    "{%p if x.__class__ %}",
    "{{ loop.__init__ }}",
    "{{ debug() }}",
    "{{ _('x') }}",
]

PLACES: Mapping[str, Callable[[str], bytes]] = {
    "body": letter,
    "cell": lambda tag: word_file(table([tag])),
    "text box": lambda tag: word_file(para(box(paras(tag)))),
    "header": lambda tag: word_file("", header=paras(tag)),
    "footer": lambda tag: word_file("", footer=paras(tag)),
    "footnote": lambda tag: word_file("", footnotes=f"<w:footnote>{paras(tag)}</w:footnote>"),
    "endnote": lambda tag: word_file("", endnotes=f"<w:endnote>{paras(tag)}</w:endnote>"),
    "title": lambda tag: word_file("", title=tag),
    "statement": letter,
}


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < 15


@pytest.mark.parametrize("tag", REACHING)
@pytest.mark.parametrize("where", PLACES)
def test_a_template_that_reaches_for_python_is_refused(tag: str, where: str) -> None:
    with pytest.raises(TemplateRejected):
        _compiled_at(where, tag)


def _compiled_at(where: str, tag: str) -> object:
    if where == "statement":
        return compiled(letter("{{ statements.one }}"), one=tag)
    return compiled(PLACES[where](tag))


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "namespace", "range", "dict"])
def test_what_jinja_brings_along_is_not_there(name: str) -> None:
    assert faults(lambda: merged(letter(f"{{{{ {name} }}}}"), {})) == ["word-undefined-name"]
    assert faults(lambda: merged(letter(f"{{{{ {name}.a }}}}"), {})) == ["word-undefined-name"]


@pytest.mark.parametrize("method", ["upper", "format", "join", "encode", "split"])
def test_a_text_has_no_methods(method: str) -> None:
    assert faults(lambda: merged(letter(f"{{{{ x.{method} }}}}"), {"x": "y"})) == [
        "word-undefined-name"
    ]


@pytest.mark.parametrize("sign", ["{{", "{%", "{#", "}}", "{", "{{ a }} {%", "{{ (", "{{ '"])
def test_twenty_thousand_braces_are_refused_at_once(sign: str) -> None:
    assert refused(letter(sign * 20_000))
    assert refused(letter(*[sign] * 4_000))


def test_loops_in_loops_end() -> None:
    depth = 8
    lines = [f"{{%p for x{n} in xs %}}" for n in range(depth)]
    content = letter(*lines, "{{ x1 }}", *["{%p endfor %}"] * depth)
    assert faults(lambda: merged(content, {"xs": ["a"] * 50})) in (
        ["word-loops-too-long"],
        ["word-output-too-large"],
    )


def test_loops_that_print_nothing_end() -> None:
    depth = 7
    lines = [f"{{%p for x{n} in xs %}}" for n in range(depth)]
    checks = ["{%p if x0 == 'no' %}", "{%p endif %}"] * 1_000
    content = letter(*lines, *checks, *["{%p endfor %}"] * depth)
    assert faults(lambda: merged(content, {"xs": ["a"] * 50})) == ["word-loops-too-long"]


def test_joining_in_loops_ends() -> None:
    lines = [f"{{%p for x{n} in xs %}}" for n in range(3)]
    content = letter(*lines, "{%p if xs | join == 'b' %}", "{%p endif %}", *["{%p endfor %}"] * 3)
    assert faults(lambda: merged(content, {"xs": ["a"] * 500})) == ["word-loops-too-long"]


def test_a_document_does_not_grow_without_bound() -> None:
    content = letter("{%p for x in xs %}", *["{{ text }}"] * 50, "{%p endfor %}")
    values = {"xs": ["a"] * 500, "text": "long " * 1_000}
    assert faults(lambda: merged(content, values)) == ["word-output-too-large"]


def test_the_most_tags_that_are_let_pass_are_compiled_soon() -> None:
    assert compiled(letter(*["{{ a.b.c.d }} and"] * 4_900))


@pytest.mark.parametrize(
    "inside",
    [
        "a" + ".b" * 98,
        "not " * 45 + "a",
        "a" + "['b']" * 38,
        "a" + " | length" * 20,
        "(" * 40 + "a" + ")" * 40,
    ],
)
def test_a_tag_as_long_as_may_be_does_not_break_the_program(inside: str) -> None:
    template = compiled(letter(f"{{{{ {inside} }}}}"))
    assert template.parts


def test_a_large_plain_document_with_one_tag_is_read_soon() -> None:
    assert compiled(word_file(paras(*["Some words of no account. " * 20] * 2_000, "{{ a }}")))
    assert compiled(word_file(table(*[["a", "b"]] * 2_000) + paras("{{ a }}")))
