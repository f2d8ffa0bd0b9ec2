"""Two plain values and an operator → a number or text no larger than a document needs."""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from docgen.press.word.plain import LARGEST, Stopped

HIGHEST = 10**18
NUMBERS = (int, float, Decimal)
WAYS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def reckoned(sign: str, left: object, right: object) -> object:
    """Reckon with two numbers, or put two texts or two lists one after the other."""
    for value in (left, right):
        if isinstance(value, Undefined):
            str(value)
    kinds = {type(left), type(right)}
    if sign == "+" and kinds in ({str}, {list}):
        return _joined(left, right)
    if sign not in WAYS or not kinds <= set(NUMBERS) or kinds == {float, Decimal}:
        raise Stopped("word-no-reckoning")
    try:
        return bounded(WAYS[sign](left, right))
    except ArithmeticError as error:
        raise Stopped("word-no-reckoning") from error


def turned(sign: str, value: object) -> object:
    """Give a number with its sign kept or turned."""
    if isinstance(value, Undefined):
        str(value)
    if type(value) not in NUMBERS:
        raise Stopped("word-no-reckoning")
    return -value if sign == "-" else value  # type: ignore[operator]


def bounded(value: Any) -> object:  # noqa: ANN401 - a number of any kind
    """Give a number that is not too large, as no letter needs one."""
    if not -HIGHEST <= value <= HIGHEST:
        raise Stopped("word-no-reckoning")
    return value


def _joined(left: Any, right: Any) -> object:  # noqa: ANN401 - two texts or two lists
    if len(left) + len(right) > LARGEST:
        raise Stopped("word-output-too-large")
    return left + right
