"""Filters that this program writes into papers in two languages: lists in step, forms of number."""

from collections.abc import Callable
from functools import lru_cache
from gettext import c2py
from typing import Any

from jinja2 import pass_context

from docgen.press.word.plain import Stopped
from docgen.press.word.printing import kind_of, stopped

LISTS = frozenset({list, tuple})


@pass_context
def in_step(context: Any, value: Any, other: Any) -> list[tuple[object, object]]:  # noqa: ANN401 - Jinja's
    """Give the entries of a list, each with the same in the reader's language."""
    for each in (value, other):
        if type(each) not in LISTS:
            raise stopped("word-not-a-list", each)
    context.budget.labour(len(value))
    if len(value) != len(other):
        raise Stopped("word-lists-differ")
    return list(zip(value, other, strict=True))


def whole(value: object) -> int:
    """Print a whole number of which a sentence is said, so that it has a form for each number."""
    if type(value) is int:
        return value
    raise Stopped("word-filter-value", f"count needs a whole number, not {kind_of(value)}")


def form(number: object, expression: str) -> int:
    """Give which plural form a whole number takes, by gettext's expression."""
    return _rule(expression)(abs(whole(number)))


@lru_cache(maxsize=64)
def _rule(expression: str) -> Callable[[int], int]:
    return c2py(expression)
