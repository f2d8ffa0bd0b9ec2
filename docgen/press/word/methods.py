"""The methods that people call in templates → the reading ones, of texts, groups and lists."""

from collections.abc import Mapping
from typing import Any

from jinja2.runtime import LoopContext

from docgen.press.word.counting import Filter, counted
from docgen.press.word.plain import LARGEST, Stopped
from docgen.press.word.printing import printable

METHODS_OF: Mapping[type, frozenset[str]] = {
    str: frozenset(
        {
            "upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip",
            "split", "rsplit", "splitlines", "startswith", "endswith", "replace", "join", "count",
            "find", "isdigit", "isalpha", "isupper", "islower", "removeprefix", "removesuffix",
        }
    ),
    dict: frozenset({"items", "keys", "values", "get"}),
    list: frozenset({"index", "count"}),
}  # fmt: skip
METHOD_NAMES = frozenset(name for names in METHODS_OF.values() for name in names)


def replace(value: object, old: str, new: str, count: int = -1) -> str:
    """Put other words in place of some."""
    text = printable(value)
    if len(text) + (text.count(old) + 1) * len(new) > LARGEST:
        raise Stopped("word-output-too-large")
    return text.replace(old, new, -1 if count is None else count)


def concat(*pieces: object) -> str:
    """Put texts one after the other."""
    texts = [printable(piece) for piece in pieces]
    if sum(map(len, texts)) > LARGEST:
        raise Stopped("word-output-too-large")
    return "".join(texts)


def joined(between: str, items: object) -> str:
    """Put a text between those of a list."""
    if not isinstance(items, list | tuple):
        raise TypeError
    texts = [printable(item) for item in items]
    if sum(map(len, texts)) + len(between) * len(texts) > LARGEST:
        raise Stopped("word-output-too-large")
    return between.join(texts)


def cycle(value: object, *given: object) -> object:
    """Give one value after the other, turn by turn of a loop."""
    if not isinstance(value, LoopContext) or not given:
        raise Stopped("word-filter-value", "cycle needs values, inside a loop")
    return value.cycle(*given)


OURS: Mapping[str, Filter] = {"replace": replace, "join": joined}


def _method(name: str) -> Filter:
    """Give a method of texts, groups or lists that only reads."""

    def call(value: Any, *given: Any, **named: Any) -> object:  # noqa: ANN401 - plain data
        if name not in METHODS_OF.get(type(value), ()):
            raise TypeError
        if type(value) is str and name in OURS:
            return OURS[name](value, *given)
        return getattr(value, name)(*given, **named)

    return counted(call, f".{name}()")


METHODS: Mapping[str, Filter] = {f"docgen.method.{name}": _method(name) for name in METHOD_NAMES}
