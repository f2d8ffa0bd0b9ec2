"""What a caller hands over → plain data in containers of our own, whose loops are counted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.errors import CasefileRejected, stop
from docgen.press.word.faults import REASONS

DEEPEST = 20
TURNS = 100_000
STEPS = 5_000_000
LARGEST = 2_000_000
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Stopped(Exception):
    """Ends a merge with the id of a fault and what it was about."""

    def __init__(self, rule: str, what: str = "") -> None:
        """Hold the fault's id and a word on what was met."""
        super().__init__(rule)
        self.rule = rule
        self.what = what


@dataclass(slots=True)
class Budget:
    """How many turns of loops and letters of output one merge may still take."""

    turns: int = TURNS
    size: int = LARGEST

    @classmethod
    def of(cls, tags: int) -> "Budget":
        """Give the budget of a document with so many tags; each turn may meet them all."""
        return cls(turns=min(TURNS, STEPS // max(tags, 1)))

    def turn(self) -> None:
        """Count one turn of a loop."""
        self.turns -= 1
        if self.turns < 0:
            raise Stopped("word-loops-too-long")

    def grow(self, size: int) -> None:
        """Count letters of output."""
        self.size -= size
        if self.size < 0:
            raise Stopped("word-output-too-large")


class Items(list[object]):
    """A list whose items are counted as they are gone through."""

    def __init__(self, items: Iterator[object], budget: Budget) -> None:
        """Hold the items and the budget that counts them."""
        super().__init__(items)
        self._budget = budget

    def __iter__(self) -> Iterator[object]:
        """Go through the items, counting."""
        for item in super().__iter__():
            self._budget.turn()
            yield item


def plain(values: Mapping[str, object], budget: Budget) -> dict[str, object]:
    """Copy plain data; anything else is a bug of the caller and raises TypeError."""
    return {_key(key): _plain(value, (key,), budget) for key, value in values.items()}


def _plain(value: object, path: tuple[str, ...], budget: Budget) -> object:
    if type(value) is str:
        return _text(value, path)
    if value is None or type(value) in {int, bool}:
        return value
    if len(path) > DEEPEST:
        raise TypeError(f"{_shown(path)} nests too deep for a template")
    if isinstance(value, Mapping):
        return {_key(key): _plain(item, (*path, str(key)), budget) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return Items((_plain(item, (*path, "[]"), budget) for item in value), budget)
    raise TypeError(f"{_shown(path)} is {type(value).__name__}, not plain data")


def _key(key: object) -> str:
    if type(key) is not str:
        raise TypeError(f"a key of the values is {type(key).__name__}, not text")
    return key


def _text(value: str, path: tuple[str, ...]) -> str:
    text = LINE_ENDS.sub("\n", value)
    if UNPRINTABLE.search(text):
        raise stop(CasefileRejected, REASONS, "word-unprintable", name=_shown(path))
    return text


def _shown(path: tuple[str, ...]) -> str:
    return ".".join(path).replace(".[]", "[]")
