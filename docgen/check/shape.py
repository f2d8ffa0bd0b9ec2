"""A sheet's node and a dataclass → the frozen value, or every fault of its shape at once."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from docgen.check import scalars
from docgen.check.faults import MOST, capped, name_of, near, shown, told
from docgen.check.scalars import Unfit
from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Items, Mark, Node, Path, Scalar

T = TypeVar("T")

UNREAD: Final = object()
NULL_IS_A_NAME = frozenset({"legal_name"})


@dataclass(slots=True)
class Telling:
    """Collects what is found wrong while a tree is read."""

    findings: list[Finding] = field(default_factory=list)

    def tell(self, rule: str, place: Mark, path: Path, **names: object) -> None:
        """Add a fault; `name` in its words is the last field on the path."""
        if not self.is_full:
            self.findings.append(told(rule, path, place, **names))

    @property
    def is_full(self) -> bool:
        """Tell whether so much is wrong that no more need be told."""
        return len(self.findings) > MOST


Reader = Callable[[Node, Path, Telling], object]


def typed(
    node: Node, shape: type[T], also: tuple[str, ...] = ()
) -> tuple[T | None, tuple[Finding, ...]]:
    """Read a node into a dataclass; `also` names further fields for “did you mean”."""
    telling = Telling()
    read = _record(_plan(cast("Any", shape)), also, node, (), telling)
    value = None if telling.findings else cast("T", read)
    return value, capped(telling.findings)


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a dataclass: its name in the file and in the value, and its reader."""

    key: str
    name: str
    required: bool
    reader: Reader


@dataclass(frozen=True, slots=True)
class Plan:
    """How a dataclass is read: its fields by their names in the file."""

    shape: Callable[..., object]
    entries: Mapping[str, Entry]


@cache
def _plan(shape: Any) -> Plan:  # noqa: ANN401 (any dataclass; the cache wants it hashable)
    hints = get_type_hints(shape)
    found = [_entry(each, hints[each.name]) for each in fields(shape)]
    return Plan(shape, {each.key: each for each in found})


def key_of(each: "Field[Any]") -> str:
    """Give a field's name in the file: its own, unless its metadata renames it."""
    return str(each.metadata.get("key", each.name))


def is_required(each: "Field[Any]") -> bool:
    """Tell whether a field must be written: it has no default."""
    return each.default is MISSING and each.default_factory is MISSING


def _entry(each: "Field[Any]", hint: object) -> Entry:
    return Entry(key_of(each), each.name, is_required(each), reader_for(hint))


@cache
def reader_for(hint: Any) -> Reader:  # noqa: ANN401 (an annotation may be any object)
    """Give what reads a node as an annotation says."""
    members = choices_of(hint)
    if members:
        return partial(_value, partial(scalars.choice, choices=members))
    inner = without_none(hint)
    if is_dataclass(inner):
        return partial(_record, _plan(cast("Any", inner)), ())
    if get_origin(inner) is tuple:
        return partial(_items, reader_for(get_args(inner)[0]))
    if get_origin(inner) is not None:
        keys, values = get_args(inner)
        return partial(_table, choices_of(keys), reader_for(values))
    return SCALARS[inner]


def without_none(hint: Any) -> Any:  # noqa: ANN401 (an annotation may be any object)
    """Give `X` for `X | None`."""
    if get_origin(hint) in {Union, UnionType}:
        return next(each for each in get_args(hint) if each is not NoneType)
    return hint


def choices_of(hint: Any) -> dict[str, object]:  # noqa: ANN401 (an annotation may be any object)
    """Give the words that an annotation of literals or an enumeration allows; none for others."""
    if get_origin(hint) is Literal:
        return {str(each): each for each in get_args(hint)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {str(each.value): each for each in hint}
    if get_origin(hint) in {Union, UnionType}:
        found = [choices_of(each) for each in get_args(hint)]
        return {word: value for each in found for word, value in each.items()}
    return {}


def _record(plan: Plan, also: tuple[str, ...], node: Node, path: Path, telling: Telling) -> object:
    if not isinstance(node, Fields):
        return _not("fields-due", node, path, telling)
    values: dict[str, object] = {}
    for key, below in node.entries:
        entry = plan.entries.get(key.text)
        if entry is None:
            _tell_unknown(key, (*plan.entries, *also), path, telling)
        else:
            values[entry.name] = entry.reader(below, (*path, entry.key), telling)
    missing = [e for e in plan.entries.values() if e.required and e.name not in values]
    for entry in missing:
        telling.tell("field-missing", node.mark, (*path, entry.key))
    return UNREAD if missing else plan.shape(**values)


def _tell_unknown(key: Scalar, names: tuple[str, ...], path: Path, telling: Telling) -> None:
    name, _, rest = key.text.partition(":")
    if telling.is_full:
        return
    if rest and name in names:
        telling.tell("field-space", key.mark, path, name=name)
    elif better := near(key.text, names):
        telling.tell("field-mistyped", key.mark, path, name=shown(key.text), near=better)
    else:
        listed = ", ".join(names)
        telling.tell("field-unknown", key.mark, path, name=shown(key.text), names=listed)


def _items(each: Reader, node: Node, path: Path, telling: Telling) -> object:
    if not isinstance(node, Items):
        return _not("list-due", node, path, telling)
    return tuple(each(below, (*path, n), telling) for n, below in enumerate(node.items))


def _table(
    words: Mapping[str, object], each: Reader, node: Node, path: Path, telling: Telling
) -> object:
    if not isinstance(node, Fields):
        return _not("fields-due", node, path, telling)
    read: dict[object, object] = {}
    for key, below in node.entries:
        if words and key.text not in words:
            _tell_unknown(key, tuple(words), path, telling)
        read[words.get(key.text, key.text)] = each(below, (*path, key.text), telling)
    return read


def _not(rule: str, node: Node, path: Path, telling: Telling) -> object:
    empty = isinstance(node, Scalar) and node.plain and node.text in scalars.NULLS
    telling.tell("value-empty" if empty else rule, node.mark, path)
    return UNREAD


def _value(read: Callable[[str], object], node: Node, path: Path, telling: Telling) -> object:
    if not isinstance(node, Scalar) or (node.plain and node.text in scalars.NULLS):
        return _not("value-due", node, path, telling)
    value = read(node.text.strip())
    if isinstance(value, Unfit):
        telling.tell(value.rule, node.mark, path, **value.names)
        return UNREAD
    return value


def _text(node: Node, path: Path, telling: Telling) -> object:
    named = isinstance(node, Scalar) and node.text.casefold() == "null"
    if isinstance(node, Scalar) and named and name_of(path) in NULL_IS_A_NAME:
        return node.text
    return _value(scalars.words, node, path, telling)


SCALARS: Mapping[object, Reader] = {
    str: _text,
    int: partial(_value, scalars.number),
    bool: partial(_value, scalars.yes_no),
    dt.date: partial(_value, scalars.date),
    dt.time: partial(_value, scalars.time),
}
