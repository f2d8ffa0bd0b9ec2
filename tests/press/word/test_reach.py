"""Whatever a template names, asks or filters: it gets plain data, or nothing at all."""

from decimal import Decimal
from typing import Any

import pytest
from jinja2 import TemplateError, Undefined
from jinja2.runtime import LoopContext

from docgen.press.word.environment import PlainContext, environment
from docgen.press.word.plain import Budget, Stopped
from docgen.press.word.printing import Made, Xml
from docgen.press.word.shapes import FREE, PACK
from docgen.press.word.standard import FREE_FILTERS, HIDDEN, METHODS, TESTS

PLAIN = (str, int, bool, float, Decimal, type(None), list, tuple, dict, Undefined, Xml)
LOOP = LoopContext([1, 2], Undefined)
next(LOOP)
VALUES: tuple[Any, ...] = (
    "words", "", 7, -1, 2.5, Decimal("1.5"), True, None, [], ["a", "b"], [1, 2], {}, {"a": "b"},
    [{"a": 1}, {"a": 2}], ("a", "b"), Made(), LOOP,
)  # fmt: skip
GIVEN: tuple[tuple[Any, ...], ...] = ((), ("a",), (1,), ("a", "b"), ("a", 1), ("upper",))
NAMES = sorted({name for value in VALUES for name in dir(value)} | {"a", "0", "__class__"})


def context(values: dict[str, Any]) -> PlainContext:
    """Make what a filter is handed."""
    made = PlainContext(environment(FREE), values, None, {})
    made.budget = Budget()
    return made


def is_plain(value: object) -> bool:
    """Tell whether a value is plain data all the way down."""
    if type(value) in {list, tuple}:
        return all(map(is_plain, value))  # type: ignore[call-overload]
    if type(value) is dict:
        return all(map(is_plain, value.values()))
    return type(value) in PLAIN or isinstance(value, Undefined)


@pytest.mark.parametrize("demands", [PACK, FREE], ids=["pack", "free"])
def test_a_name_reaches_plain_data_alone(demands: Any) -> None:  # noqa: ANN401 - either
    env = environment(demands)
    assert env.globals == {}
    for value in VALUES:
        for name in NAMES:
            found = env.getattr(value, name), env.getitem(value, name)
            assert all(map(is_plain, found)), (value, name)
    assert all(isinstance(env.getitem(value, 99), Undefined) for value in VALUES)


@pytest.mark.parametrize("name", sorted({**FREE_FILTERS, **METHODS, **HIDDEN}))
def test_a_filter_or_method_gives_plain_data_alone(name: str) -> None:
    env, tried = environment(FREE), 0
    for value in VALUES:
        for given in GIVEN:
            try:
                made = env.call_filter(name, value, list(given), context=context({}))
            except (Stopped, TemplateError, TypeError, ValueError, AttributeError, KeyError):
                continue
            tried += 1
            own = any(made is each for each in (value, *given))
            assert own or is_plain(made), (name, value, given, made)
    assert tried or name.startswith("docgen.")


@pytest.mark.parametrize("name", sorted(TESTS))
def test_a_question_gives_yes_or_no(name: str) -> None:
    env = environment(FREE)
    for value in VALUES:
        for given in GIVEN:
            try:
                made = env.call_test(name, value, list(given), context=context({}))
            except (Stopped, TemplateError, TypeError, ValueError):
                continue
            assert type(made) is bool, (name, value, given)
