"""Compiled tags and plain data → text, by a Jinja that reaches plain data alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.press.word.counting import counted
from docgen.press.word.looks import Look, printer_of
from docgen.press.word.plain import Budget
from docgen.press.word.printing import text_in_line, text_in_word
from docgen.press.word.reckoning import reckoned, turned
from docgen.press.word.shapes import PACK, Demands, Filters
from docgen.press.word.standard import (
    FREE_FILTERS,
    HIDDEN,
    METHODS,
    PACK_FILTERS,
    TESTS,
)

LOOP = frozenset({"index", "first", "last", "length"})
FREE_LOOP = LOOP | {
    "index0", "revindex", "revindex0", "depth", "depth0", "previtem", "nextitem",
}  # fmt: skip
FILTERS = frozenset(PACK_FILTERS)
Text = Callable[[object], str]


class PlainContext(Context):
    """What a part is filled in with, and how much it may still make."""

    budget: Budget


class PlainEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that looks keys up in mappings and indexes in lists, and knows no method."""

    context_class = PlainContext
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a mapping's value under a key, or what a loop tells of itself."""
        if isinstance(obj, LoopContext) and attribute in FREE_LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Give a mapping's value under a key or a list's item; else something undefined."""
        if isinstance(obj, Undefined):
            return obj
        if type(obj) is dict and type(argument) is str and argument in obj:
            return obj[argument]
        is_list = type(obj) is list or type(obj) is tuple
        if is_list and type(argument) is int and -len(obj) <= argument < len(obj):  # type: ignore[arg-type]
            return obj[argument]  # type: ignore[index]
        return self.undefined(name=str(argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> object:  # noqa: ANN401, ARG002 - as Jinja's
        """Reckon within bounds."""
        return reckoned(operator, left, right)

    def call_unop(self, context: Context, operator: str, arg: Any) -> object:  # noqa: ANN401, ARG002 - as Jinja's
        """Turn a number's sign."""
        return turned(operator, arg)


@dataclass(frozen=True, slots=True)
class Bound:
    """Compiled tags that can run: their root, and which line of the source each line is from."""

    root: Callable[[Context], Iterator[str]]
    lines: tuple[tuple[int, int], ...]

    def line(self, code: int) -> int:
        """Give the line of the source that a line of the code is from."""
        return next((at for at, made in reversed(self.lines) if made <= code), 1)


def environment(demands: Demands = PACK, filters: Filters | None = None) -> PlainEnvironment:
    """Make an environment with the filters that a template may use, the caller's own among them."""
    made = PlainEnvironment(
        autoescape=False, undefined=StrictUndefined, cache_size=0, optimized=False
    )
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(PACK_FILTERS, **HIDDEN)
    if demands.free:
        from docgen.press.word.filters import FILTERS as WORDED  # noqa: PLC0415 - packs need none

        ours = {name: counted(each) for name, each in WORDED.items()}
        own = {name: counted(each, foreign=True) for name, each in (filters or {}).items()}
        made.filters.update(FREE_FILTERS, **METHODS, **ours, **own)
        made.tests.update(TESTS)
    return made


def bind(
    env: PlainEnvironment, code: CodeType, *, in_line: bool, looks: Sequence[Look] = ()
) -> Bound:
    """Make compiled tags ready to run; `in_line` for properties, which have one line."""
    space: dict[str, Any] = {
        "environment": env,
        "text": text_in_line if in_line else text_in_word,
        **{f"text{number}": printer_of(look) for number, look in enumerate(looks)},
    }
    exec(code, space)  # noqa: S102 - made by Jinja from tags that were judged, kept where only the user writes
    pairs = (pair.split("=") for pair in space["debug_info"].split("&") if pair)
    return Bound(space["root"], tuple((int(at), int(made)) for at, made in pairs))


def run(
    env: PlainEnvironment, bound: Bound, data: Mapping[str, object], budget: Budget
) -> Iterator[str]:
    """Start compiled tags on plain data."""
    context = PlainContext(env, data, None, {})  # type: ignore[arg-type]
    context.budget = budget
    return bound.root(context)
