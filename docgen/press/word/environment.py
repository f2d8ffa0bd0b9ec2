"""A source of tags and XML → a Jinja template that reaches plain data alone."""

from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from docgen.press.word.plain import Items, Stopped

LOOP = frozenset({"index", "first", "last", "length"})
FILTERS = frozenset({"join", "length"})
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
KINDS = {dict: "a group of values", Items: "a list", bool: "yes or no", type(None): "nothing"}


class PlainEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that looks keys up in mappings and indexes in lists, and knows no method."""

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a mapping's value under a key, or what a loop tells of itself."""
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Give a mapping's value under a key or a list's item; else something undefined."""
        if isinstance(obj, Undefined):
            return obj
        if type(obj) is dict and argument in obj:
            return obj[argument]
        if type(obj) is Items and type(argument) is int and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(name=str(argument))


def environment(finalize: Callable[[object], str]) -> PlainEnvironment:
    """Make an environment whose tags print through `finalize`."""
    made = PlainEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=finalize, cache_size=0
    )
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(join=join, length=length, listed=listed)
    return made


def text_in_word(value: object) -> Markup:
    """Print a value as text of a run; line breaks and tabs become Word's."""
    text = str(escape(_printable(value)))
    return Markup(text.replace("\n", BREAK).replace("\t", TAB))  # noqa: S704 - escaped above


def text_in_line(value: object) -> Markup:
    """Print a value on one line, for properties and alt texts."""
    return escape(" ".join(_printable(value).split()))


def join(value: object, between: str = "") -> str:
    """Join a list of texts."""
    return between.join(_printable(item) for item in listed(value))


def length(value: object) -> int:
    """Count a list, a group or the letters of a text."""
    if isinstance(value, str | Items | dict):
        return len(value)
    raise _stopped("word-no-length", value)


def listed(value: object) -> Items:
    """Let a loop run over lists alone."""
    if type(value) is Items:
        return value
    raise _stopped("word-not-a-list", value)


def compile_source(env: PlainEnvironment, source: str, name: str) -> Template:
    """Compile a source whose loops run over lists alone."""
    tree = env.parse(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "listed", [], [], None, None)
    tree.set_environment(env)
    code: CodeType = env.compile(tree, name, name)
    return Template.from_code(env, code, {})


def _printable(value: object) -> str:
    if type(value) in {str, int}:
        return str(value)
    raise _stopped("word-not-printable", value)


def _stopped(rule: str, value: Any) -> Exception:  # noqa: ANN401 - whatever a template hands over
    if isinstance(value, Undefined):
        str(value)
    return Stopped(rule, KINDS.get(type(value), "text"))
