"""Hostile templates given to merge_word, which lets templates say more: refused, place named."""

import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from press.corpus.building import Properties, docx, grid, link, note
from wordfiles import box, drawing, para, paras, text

from docgen import Picture, RichText, Run, merge_word
from docgen.errors import TemplateRejected

REACHING = [
    "{{ x.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x['__class__'] }}",
    "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ x['__cl' ~ 'ass__'] }}",
    "{{ x['__cl' + 'ass__'] }}",
    "{{ x[under ~ 'class' ~ under] }}",
    "{{ x | attr('__class__') }}",
    "{{ [x] | map(attribute='__class__') | list | first }}",
    "{{ [x] | map(attribute='upper') | list | first }}",
    "{{ [x] | map('attr', '__class__') | list }}",
    "{{ [x] | map(name) | list }}",
    "{{ [x] | groupby('__class__') }}",
    "{{ [x] | sort(attribute='__class__') }}",
    "{{ [x] | join('', attribute='__class__') }}",
    "{{ [group] | sum(attribute='__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range(10) | list }}",
    "{{ x.format(x) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__}' | format(x) }}",
    "{{ x.format_map(group) }}",
    "{{ x.encode() }}",
    "{{ x.translate(group) }}",
    "{{ items.append(1) }}",
    "{{ items.clear() }}",
    "{{ group.update(a=1) }}",
    "{{ group.pop('a') }}",
    "{{ group.get.__self__ }}",
    "{{ x.upper.__self__ }}",
    "{{ x.upper }}",
    "{{ x.upper | string }}",
    "{{ group.items }}",
    "{{ group.get('__class__').a }}",
    "{{ loop.__init__ }}",
    "{{ x is callable }}",
    "{{ x is filter('a') }}",
    "{{ x | tojson }}",
    "{{ x | xmlattr }}",
    "{{ x | pprint }}",
    "{{ x | safe }}",
    "{{ x | docgen.runs }}",
    "{{ x | docgen.paragraphs }}",
    "{{ x | docgen.method.upper }}",
    "{{ [x] | map('docgen.runs') | list }}",
    "{{ '<w:p/>' | safe }}",
    "{{ x | urlize }}",
    "{{ x | random }}",
    "{{ photo.tpl.save('/tmp/x') }}",
    "{{ photo.source }}",
    "{{ photo.source.unlink() }}",
    "{{ photo.__class__ }}",
    "{{ rich.runs }}",
    "{{ rich.runs[0].text }}",
    "{{ debug() }}",
    "{{ x(1) }}",
    "{{ (x)() }}",
    "{{ items[0]() }}",
    "{{ x.y(__import__('os')) }}",
    "{{ lambda: 1 }}",
    "{% set x = cycler.__init__ %}",
    "{%p set loop = x %}",
    "{%p include '/etc/passwd' %}",
    "{%p import 'os' as os %}",
    "{%p from 'os' import path %}",
    "{%p extends 'x' %}",
    "{%p macro m() %}",
    "{%p call x() %}",
    "{%p block b %}",
    "{%p filter upper %}",
    "{%p do items.append(1) %}",
    "{%p with a = 1 %}",
    "{%p autoescape false %}",
    "{%p raw %}",
    "{%p for c in x.__class__ %}",
    "{%p for x in ().__class__.__base__.__subclasses__() %}",
    "{% colspan x.__class__ %}",
    "{% cellbg x.__class__ %}",
]
ENDLESS = [
    "{{ 9**9**9 }}",
    "{{ 9**9 }}",
    "{{ 'x' * 10**10 }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 1000000000 * 'x' }}",
    "{{ [1] * 1000000000 }}",
    "{{ 999999999999 * 999999999999 }}",
    "{{ big * big * big * big * big }}",
    "{{ x | center(10000000000) }}",
    "{{ x.ljust(10000000000) }}",
    "{{ x.zfill(10000000000) }}",
    "{{ x.expandtabs(10000000000) }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ '%0999999999d' | format(1) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ x | indent(10000000000) }}",
    "{{ x | wordwrap(1) }}",
    "{{ items | batch(10000000000, x) | list }}",
    "{{ items | slice(10000000000) | list }}",
    "{{ 1 | round(10000000000) }}",
    "{{ text.replace('a', text) }}",
    "{{ text | replace('a', text) }}",
    "{{ text.join(text.split('a')) }}",
    "{{ text.split('a') | join(text) }}",
    "{{ text ~ text ~ text ~ text ~ text ~ text ~ text ~ text ~ text ~ text }}",
    "{{ text[0:1000] | list | map('replace', 'a', text) | join }}",
]
VALUES: Mapping[str, object] = {
    "x": "text",
    "under": "__",
    "name": "upper",
    "text": "a" * 300_000,
    "big": 10**12,
    "items": ["a", "b"],
    "group": {"a": "b"},
    "photo": Picture(Path("logo.png")),
    "rich": RichText((Run("words"),)),
}
HEAD = {"header": "header", "header_first": "header", "footer": "footer", "footer_even": "footer"}
PLACES: Mapping[str, tuple[Callable[[str], bytes], str]] = {
    "text": (lambda tag: docx(paras(tag)), "In the text"),
    "cell": (lambda tag: docx(grid(("a", "b"), ("c", tag))), "table 1, row 2, column 2"),
    "inner table": (
        lambda tag: docx(grid((grid((tag, "x")) + paras(""), "y"))),
        "inner table 1, row 1, column 1",
    ),
    "text box": (lambda tag: docx(para(box(paras(tag)))), "In a text box"),
    "link": (lambda tag: docx(para(link(tag))), "In the text"),
    "split tag": (
        lambda tag: docx(para(*(text(sign, "<w:b/>" * (n % 2)) for n, sign in enumerate(tag)))),
        "In the text",
    ),
    "footnote": (lambda tag: docx(paras("x"), footnotes=note(paras(tag))), "In a footnote"),
    "endnote": (
        lambda tag: docx(paras("x"), endnotes=note(paras(tag), "endnote")), "In an endnote"
    ),
    "title": (lambda tag: docx(paras("x"), Properties(tag)), "title"),
    "subject": (lambda tag: docx(paras("x"), Properties(subject=tag)), "properties"),
    "header": (lambda tag: docx(paras("x"), header=paras(tag)), "In the header"),
    "first header": (lambda tag: docx(paras("x"), header_first=paras(tag)), "In the header"),
    "even footer": (lambda tag: docx(paras("x"), footer_even=paras(tag)), "In the footer"),
    "alternative text": (lambda tag: docx(para(drawing(tag))), "In the text"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    tracemalloc.start()
    started = time.perf_counter()
    yield
    taken, (_, most) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 20
    assert most < 200 * 2**20


def findings(content: bytes) -> list[str]:
    """Give what a template is refused for, in words."""
    with pytest.raises(TemplateRejected) as refused:
        merge_word(content, VALUES)
    return [finding.message for finding in refused.value.findings]


@pytest.mark.parametrize("tag", REACHING)
def test_a_template_that_reaches_for_python_is_refused(tag: str) -> None:
    assert findings(docx(paras(tag)))


@pytest.mark.parametrize("tag", ENDLESS)
def test_a_template_that_would_fill_the_memory_is_refused(tag: str) -> None:
    assert findings(docx(paras(tag)))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("tag", ["{{ x.__class__ }}", "{{ 9**9**9 }}", "{{ x.encode() }}", "{{ x"])
def test_hostile_tags_are_refused_wherever_they_stand(place: str, tag: str) -> None:
    build, named = PLACES[place]
    assert any(named in message for message in findings(build(tag)))


@pytest.mark.parametrize("depth", [3, 6])
@pytest.mark.parametrize("items", ["items", "text.split('a')", "text | list"])
def test_loops_in_loops_end(depth: int, items: str) -> None:
    loops = [f"{{%p for x{n} in {items} %}}" for n in range(depth)]
    content = docx(paras(*loops, "{{ text }}", *["{%p endfor %}"] * depth))
    assert findings(content)


def test_a_name_set_again_and_again_does_not_grow_without_bound() -> None:
    doubled = ["{%p set text = text ~ text %}"] * 40
    assert findings(docx(paras(*doubled, "{{ text }}")))


@pytest.mark.parametrize("sign", ["{{", "{%", "{#", "{{ a }} {%", "{%p for x in items %}"])
def test_twenty_thousand_open_tags_are_refused_at_once(sign: str) -> None:
    assert findings(docx(paras(sign * 20_000)))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_name_reaches_more_than_plain_data(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(VALUES)))
    steps = data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=4))
    tag = f"{{{{ {name}{''.join(steps)} }}}}"
    try:
        made = merge_word(docx(paras(tag)), VALUES)
    except TemplateRejected:
        return
    assert b"object at" not in made


PYTHON = sorted(
    {each for kind in (str, dict, list, int, type, Picture, RichText, Path) for each in dir(kind)}
)
STEPS = [
    *(f".{name}" for name in PYTHON),
    *(f"['{name}']" for name in PYTHON),
    *(f".{name}()" for name in PYTHON),
    "[0]", "[-1]", "[0:1]", "['a']", ".a", " | list", " | first", " | string", " | default('')",
]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "closing", "rule"),
    [
        ("{%p for y in items recursive %}", "{%p endfor %}", "word-not-allowed"),
        ("{%p for loop in items %}", "{%p endfor %}", "word-not-allowed"),
        ("{%p for y, loop in group %}", "{%p endfor %}", "word-not-allowed"),
        ("{%p for y in items | attr('a') %}", "{%p endfor %}", "word-filter-not-allowed"),
        ("{%p for y in x.__class__ %}", "{%p endfor %}", "word-name-not-allowed"),
        ("{%p if x.__class__ %}", "{%p endif %}", "word-name-not-allowed"),
        ("{%p if x is callable %}", "{%p endif %}", "word-not-allowed"),
        ("{%p if x() %}", "{%p endif %}", "word-not-allowed"),
        ("{%p set loop = x %}", "a", "word-not-allowed"),
        ("{%p set a, b = items %}", "a", "word-not-allowed"),
    ],
)
def test_blocks_that_are_whole_are_judged_by_what_they_say(
    opening: str, closing: str, rule: str
) -> None:
    with pytest.raises(TemplateRejected) as refused:
        merge_word(docx(paras(opening, "a", closing)), VALUES)
    assert rule in [finding.rule for finding in refused.value.findings]
