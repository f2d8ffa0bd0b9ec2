"""Jinja's own filters and tests → the safe ones among them, held to the values they are for."""

from collections.abc import Mapping
from typing import Any, cast

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS as THEIRS
from jinja2.tests import TESTS as THEIR_TESTS

from docgen.press.word.counting import Filter, held, must_be_known, size_of, tried
from docgen.press.word.plain import LARGEST, Stopped
from docgen.press.word.printing import printable, stopped
from docgen.press.word.reckoning import NUMBERS

MOST_PLACES = 20
WIDEST = 1_000
TEXTS = frozenset({"upper", "lower", "title", "capitalize", "trim", "truncate", "wordcount"})
LISTS = frozenset(
    {
        "sort", "unique", "first", "last", "min", "max", "map", "select", "reject", "selectattr",
        "rejectattr", "groupby", "list", "reverse", "batch", "slice",
    }
)  # fmt: skip
OF_TEXTS_TOO = frozenset({"first", "last", "reverse", "list"})
NUMERIC = frozenset({"round", "abs", "int", "float"})
WITH_ENVIRONMENT = frozenset(
    {"sort", "unique", "first", "last", "min", "max", "groupby", "truncate"}
)
WITH_CONTEXT = frozenset({"map", "select", "reject", "selectattr", "rejectattr"})
WITH_EVALUATION = frozenset({"list", "slice"})
ASKING_NUMBERS = frozenset({"odd", "even", "divisibleby"})
TEST_NAMES = frozenset(
    {
        "defined", "undefined", "none", "odd", "even", "divisibleby", "string", "number",
        "integer", "float", "boolean", "true", "false", "mapping", "sequence", "iterable",
        "lower", "upper", "in", "eq", "equalto", "==", "ne", "!=", "lt", "lessthan", "<", "le",
        "<=", "gt", "greaterthan", ">", "ge", ">=",
    }
)  # fmt: skip


def _jinja(name: str) -> Filter:
    """Give one of Jinja's own filters, held to the kinds of value that it is for."""
    theirs = THEIRS[name]

    @pass_context
    def applied(context: Any, value: object, *given: Any, **named: Any) -> object:  # noqa: ANN401 - Jinja's
        context.budget.labour(sum(map(size_of, (value, *given))))
        fit = _fit(name, value)
        for each in (*given, *named.values()):
            must_be_known(each)
        _must_be_narrow(name, given, named)
        before = _before(name, context)
        made = tried(lambda *_: _drawn(theirs(*before, fit, *given, **named)), name, (fit,), {})
        return held(made) if not isinstance(made, _Whole) else made.item

    whole: Filter = applied
    return whole


class _Whole:
    """An item of a list that is handed on as it is."""

    def __init__(self, item: object) -> None:
        self.item = item


def _before(name: str, context: Any) -> tuple[Any, ...]:  # noqa: ANN401 - Jinja's
    """Give what Jinja hands to a filter before the value."""
    if name in WITH_ENVIRONMENT:
        return (context.environment,)
    if name in WITH_CONTEXT:
        return (context,)
    return (context.eval_ctx,) if name in WITH_EVALUATION else ()


def _drawn(made: Any) -> object:  # noqa: ANN401 - a list, an item of one, or what gives items
    plain = made is None or isinstance(made, str | bool | dict | Undefined | list)
    if plain or type(made) in NUMBERS:
        return made
    return list(made) if hasattr(made, "__next__") else _Whole(made)


def _fit(name: str, value: object) -> object:
    must_be_known(value)
    if name in TEXTS:
        return printable(value)
    if name in LISTS and type(value) is dict:
        return list(value)
    is_text = type(value) is str and name in OF_TEXTS_TOO
    if name in LISTS and type(value) not in {list, tuple} and not is_text:
        raise stopped("word-not-a-list", value)
    return value


def _must_be_narrow(name: str, given: tuple[Any, ...], named: Mapping[str, Any]) -> None:
    most = MOST_PLACES if name == "round" else WIDEST if name in {"batch", "slice"} else LARGEST
    for number in (*given, *named.values()):
        if type(number) is int and abs(number) > most:
            raise Stopped("word-filter-value", f"{name} can't be used with so large a number")


def _test(name: str) -> Filter:
    theirs: Filter = cast("Filter", THEIR_TESTS[name])
    if name not in ASKING_NUMBERS:
        return theirs

    def asked(value: object, *given: Any) -> object:  # noqa: ANN401 - plain data
        must_be_known(value)
        if {type(one) for one in (value, *given)} != {int} or 0 in given:
            raise Stopped("word-no-reckoning")
        return theirs(value, *given)

    return asked


JINJA_FILTERS: Mapping[str, Filter] = {
    name: _jinja(name) for name in sorted(TEXTS | LISTS | NUMERIC)
}
TESTS: Mapping[str, Filter] = {name: _test(name) for name in TEST_NAMES}
