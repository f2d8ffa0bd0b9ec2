"""The filters that templates may use, and those that this program puts in place of other words."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.filters import do_dictsort

from docgen.press.word.counting import Filter, counted, must_be_known, size_of
from docgen.press.word.methods import METHOD_NAMES, METHODS, concat, cycle, joined, replace
from docgen.press.word.printing import printable, stopped
from docgen.press.word.reckoning import NUMBERS
from docgen.press.word.rich import colour_of, paragraphs_of, runs_of, span_of
from docgen.press.word.theirs import JINJA_FILTERS, TESTS
from docgen.press.word.two import form, in_step, whole

__all__ = ["FREE_FILTERS", "HIDDEN", "METHODS", "METHOD_NAMES", "OF_TWO", "PACK_FILTERS", "TESTS"]


@pass_context
def join(context: Any, value: object, between: str = "", attribute: Any = None) -> str:  # noqa: ANN401 - Jinja's
    """Join a list of texts."""
    items = listed(context, value)
    if attribute is not None:
        items = [_at(context, item, attribute) for item in items]
    return joined(printable(between), items)


def _at(context: Any, item: object, path: Any) -> object:  # noqa: ANN401 - Jinja's
    for step in str(path).split("."):
        item = context.environment.getitem(item, int(step) if step.isdigit() else step)
    return item


def length(value: object) -> int:
    """Count a list, a group or the letters of a text."""
    if type(value) in {str, list, tuple, dict}:
        return len(value)  # type: ignore[arg-type]
    raise stopped("word-no-length", value)


@pass_context
def listed(context: Any, value: Any) -> list[object] | tuple[object, ...]:  # noqa: ANN401 - Jinja's
    """Let a loop run over lists alone, its turns counted."""
    if type(value) is list or type(value) is tuple:
        context.budget.turn(len(value))
        whole: list[object] | tuple[object, ...] = value
        return whole
    raise stopped("word-not-a-list", value)


@pass_context
def keyed(context: Any, value: Any) -> list[object] | tuple[object, ...]:  # noqa: ANN401 - Jinja's
    """Let a loop of a free template run over lists, and over the names of a group."""
    return listed(context, list(value) if type(value) is dict else value)


@pass_context
def within(context: Any, value: Any) -> object:  # noqa: ANN401 - Jinja's
    """Count the work of looking for something in a list or text."""
    must_be_known(value)
    context.budget.labour(size_of(value))
    return value


def default(value: object, otherwise: object = "", boolean: bool = False) -> object:
    """Give another value where there is none."""
    return otherwise if isinstance(value, Undefined) or (boolean and not value) else value


def total(value: Any, attribute: str | None = None, start: Any = 0) -> object:  # noqa: ANN401 - numbers
    """Add up a list of numbers, or of one entry of each group."""
    items = [item[attribute] for item in value] if attribute else list(value)
    if {type(item) for item in (*items, start)} <= set(NUMBERS):
        return sum(items, start)
    raise TypeError


def pairs(value: object) -> list[tuple[str, object]]:
    """Give the names and values of a group."""
    if type(value) is not dict:
        raise TypeError
    return list(value.items())


def part(value: Any, start: object, stop: object, step: object) -> object:  # noqa: ANN401 - a list or text
    """Give a part of a list or text."""
    if type(value) not in {str, list, tuple}:
        raise TypeError
    return value[slice(start, stop, step)]


PACK_FILTERS: Mapping[str, Filter] = {"join": join, "length": length, "count": whole}
OF_TWO: Mapping[str, Filter] = {"docgen.pairs": in_step, "docgen.form": form}
"""What this program itself writes into templates in more than one language."""
HIDDEN: Mapping[str, Filter] = {
    **OF_TWO,
    "docgen.listed": listed,
    "docgen.keyed": keyed,
    "docgen.within": within,
    "docgen.concat": counted(concat, "~"),
    "docgen.part": counted(part, "[ : ]"),
    "docgen.cycle": cycle,
    "docgen.runs": runs_of,
    "docgen.paragraphs": paragraphs_of,
    "docgen.span": span_of,
    "docgen.colour": colour_of,
}
FREE_FILTERS: Mapping[str, Filter] = {
    **JINJA_FILTERS,
    **PACK_FILTERS,
    "count": length,
    "default": default,
    "d": default,
    "dictsort": counted(do_dictsort, "dictsort"),
    "e": counted(printable, "e"),
    "escape": counted(printable, "escape"),
    "items": counted(pairs, "items"),
    "replace": counted(replace, "replace"),
    "string": counted(printable, "string"),
    "sum": counted(total, "sum"),
}
