"""A filter of plain values → the same with its work counted and its result bounded."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateError, Undefined, pass_context

from docgen.press.word.plain import GROUPS, LARGEST, Stopped, plain
from docgen.press.word.printing import KINDS
from docgen.press.word.reckoning import NUMBERS, bounded

Filter = Callable[..., Any]
UNFIT = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError)


def counted(each: Filter, name: str = "this filter", *, foreign: bool = False) -> Filter:
    """Let a filter's work be counted and its result be bounded; a caller's own must stay plain."""

    @pass_context
    def applied(context: Any, value: object, *given: object, **named: object) -> object:  # noqa: ANN401 - Jinja's
        context.budget.labour(sum(map(size_of, (value, *given))))
        for one in (value, *given, *named.values()):
            must_be_known(one)
        if foreign:
            return plain({name: each(value, *given, **named)}, free=True)[name]
        return held(tried(each, name, (value, *given), named))

    whole: Filter = applied
    return whole


def tried(
    each: Filter, name: str, given: tuple[object, ...], named: Mapping[str, object]
) -> object:
    """Call a filter; what it can't do with the values is told as a fault."""
    try:
        return each(*given, **named)
    except (Stopped, TemplateError):
        raise
    except UNFIT as error:
        kind = KINDS.get(type(given[0]), "such a value")
        raise Stopped("word-filter-value", f"{name} can't be used on {kind} so") from error


def held(made: Any) -> object:  # noqa: ANN401 - whatever a filter gives
    """Hold a result to what a document can use; what is handed out bit by bit becomes a list."""
    if isinstance(made, str):
        if len(made) > LARGEST:
            raise Stopped("word-output-too-large")
        return made
    if made is None or isinstance(made, bool | dict | Undefined):
        return made
    if type(made) in NUMBERS:
        return bounded(made)
    items = [tuple(each) if isinstance(each, tuple) else each for each in made]
    if len(items) > GROUPS:
        raise Stopped("word-output-too-large")
    return items


def size_of(value: object) -> int:
    """Tell how much there is to go through."""
    return len(value) if isinstance(value, str | list | tuple | dict) else 1


def must_be_known(value: object) -> None:
    """Let an unknown name tell itself."""
    if isinstance(value, Undefined):
        str(value)
