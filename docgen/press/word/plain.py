"""What a caller hands over → plain data alone, looked through once; and how much may be made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from docgen.errors import CasefileRejected, stop
from docgen.press.word.faults import REASONS
from docgen.press.word.shapes import Picture, RichText, SubDocument

DEEPEST = 20
TURNS = 100_000
STEPS = 5_000_000
LARGEST = 2_000_000
GROUPS = 200_000
WORK = 100_000_000
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
FREE_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FREE_UNPRINTABLE = re.compile("[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ODD = re.compile("[\x00-\x08\x0b-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
SCALARS: frozenset[type] = frozenset({int, bool, type(None)})
FREE_SCALARS: frozenset[type] = SCALARS | {float, Decimal}
TEXT: frozenset[type] = frozenset({str})
GROUPED: frozenset[type] = frozenset({dict, list, tuple})
RICH = (RichText, Picture, SubDocument)


class Stopped(Exception):
    """Ends a merge with the id of a fault and what it was about."""

    def __init__(self, rule: str, what: str = "") -> None:
        """Hold the fault's id and a word on what was met."""
        super().__init__(rule)
        self.rule = rule
        self.what = what


@dataclass(slots=True)
class Budget:
    """How many turns of loops, letters of output and steps of filters a merge may still take."""

    turns: int = TURNS
    size: int = LARGEST
    work: int = WORK

    @classmethod
    def of(cls, tags: int) -> "Budget":
        """Give the budget of a document with so many tags; each turn may meet them all."""
        return cls(turns=min(TURNS, STEPS // max(tags, 1)))

    def turn(self, times: int) -> None:
        """Count so many turns of a loop."""
        self.turns -= times
        if self.turns < 0:
            raise Stopped("word-loops-too-long")

    def labour(self, size: int) -> None:
        """Count what a filter or search goes through."""
        self.work -= size + 16
        if self.work < 0:
            raise Stopped("word-loops-too-long")

    def grow(self, size: int) -> None:
        """Count letters of output."""
        self.size -= size
        if self.size < 0:
            raise Stopped("word-output-too-large")


Prepare = Callable[[object, str], object]


def plain(
    values: Mapping[str, object], *, free: bool = False, prepare: Prepare | None = None
) -> dict[str, object]:
    """Give plain data, copied only where it must change; anything else raises TypeError.

    `prepare` turns rich text, pictures and documents into what can be printed.
    """
    if type(values) is dict and _is_plain(values, FREE_SCALARS if free else SCALARS):
        return values
    kinds = _Kinds(FREE_SCALARS, prepare) if free else _Kinds()
    return {_key(key): _plain(value, (key,), kinds) for key, value in values.items()}


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What is plain: numbers of which kinds, and what is prepared."""

    scalars: frozenset[type] = SCALARS
    prepare: Prepare | None = None

    @property
    def free(self) -> bool:
        return self.scalars is FREE_SCALARS


def _is_plain(values: dict[str, object], scalars: frozenset[type]) -> bool:
    """Tell whether data can be used as it is; what is no plain data is told by `_plain`."""
    groups: list[Any] = [values]
    left = GROUPS
    for _ in range(DEEPEST):
        deeper: list[Any] = []
        for group in groups:
            if not _is_flat(group, deeper, scalars):
                return False
        left -= len(deeper)
        if not deeper:
            return True
        if left < 0:
            break
        groups = deeper
    return False


def _is_flat(group: Any, deeper: list[Any], scalars: frozenset[type]) -> bool:  # noqa: ANN401 - a list or group
    """Tell whether the values of one group are plain; those that are groups go to `deeper`."""
    items = group
    if type(group) is dict:
        if set(map(type, group)) - TEXT:
            return False
        items = group.values()
    for item in items:
        kind = type(item)
        if kind is str:
            if not item.isprintable() and ODD.search(item):
                return False
        elif kind in GROUPED:
            deeper.append(item)
        elif kind not in scalars:
            return False
    return True


def _plain(value: object, path: tuple[str, ...], kinds: _Kinds) -> object:
    if type(value) is str:
        return _text(value, path, free=kinds.free)
    if type(value) in kinds.scalars:
        return value
    if kinds.prepare is not None and isinstance(value, RICH):
        return kinds.prepare(value, _shown(path))
    if len(path) > DEEPEST:
        raise TypeError(f"{_shown(path)} nests too deep for a template")
    if kinds.free and isinstance(value, date | time):
        return str(value)
    if isinstance(value, Mapping):
        return {_key(key): _plain(item, (*path, str(key)), kinds) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, (*path, "[]"), kinds) for item in value]
    raise TypeError(f"{_shown(path)} is {type(value).__name__}, not plain data")


def _key(key: object) -> str:
    if type(key) is not str:
        raise TypeError(f"a key of the values is {type(key).__name__}, not text")
    return key


def _text(value: str, path: tuple[str, ...], *, free: bool) -> str:
    text = (FREE_LINE_ENDS if free else LINE_ENDS).sub("\n", value)
    if (FREE_UNPRINTABLE if free else UNPRINTABLE).search(text):
        raise stop(CasefileRejected, REASONS, "word-unprintable", name=_shown(path))
    return text


def _shown(path: tuple[str, ...]) -> str:
    return ".".join(path).replace(".[]", "[]")
