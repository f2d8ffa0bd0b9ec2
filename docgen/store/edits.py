"""A casefile's text and what docgen adds → the text with it, every other byte as a person left it.

Entries are put in at the right line of the text itself: a round trip through a
YAML library moves lists and comments, and loses a name that is Null, where
nobody asked for it. What comes out is read again by two parsers, libyaml's and
ruamel's own, and compared before it is used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from docgen.check.scalars import NULLS
from docgen.errors import CasefileRejected, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.characters import indented
from docgen.store.nodes import LOADER
from docgen.store.plain import PlainYaml, as_read, in_one_line
from docgen.store.sheets import parse_sheet
from docgen.store.splices import with_fields, with_item, without_fields

Tree = dict[str, Any]

BOM = "\ufeff"
SHOWN = "the casefile"

REASONS: Reasons = {
    "casefile-unreadable": Wording(
        "The casefile can't be read as it stands now.",
        "Put right what is listed and save it; docgen then writes down what it did.",
    ),
    "casefile-place-taken": Wording(
        "“{place}” in the casefile is no list, so docgen can't add to it.",
        "Put it back to how docgen left it, or take the line out.",
    ),
    "casefile-entry-gone": Wording(
        "The entry that docgen must add to is no longer under “{place}” in the casefile.",
        "Put the line back that was taken out.",
    ),
    "casefile-not-kept": Wording(
        "docgen can't add to “{place}” in the casefile without changing more than that.",
        "Write “{place}:” on a line of its own, and each entry below it after a hyphen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Addition:
    """One entry to append to the list at `path`, or fields to set in one of its entries.

    `key` holds the fields that tell the list's entries apart; without it an
    entry is the same if all its fields are. None leaves a field of `value` out, or takes
    one out that is there. With `put`, the fields are set in those that stand at `path` themselves.
    """

    path: tuple[str, ...]
    value: PlainYaml
    key: Mapping[str, str | int] | None = None
    op: Literal["append", "set", "put"] = "append"


def apply_additions(text: str, additions: Sequence[Addition]) -> str:
    """Add to a casefile's text; what is there already is not added again.

    Raises `CasefileRejected` if the text can't be read or has no place for it.
    """
    sheet, faults = parse_sheet(text.encode(), SHOWN)
    if sheet is None or faults:
        error = stop(CasefileRejected, REASONS, "casefile-unreadable")
        error.findings = faults
        raise error
    mark = BOM if text.startswith(BOM) else ""
    return mark + _applied(text.removeprefix(BOM), additions)


def _applied(text: str, additions: Sequence[Addition]) -> str:
    """Add to a text and to its tree, one after the other; in the end both must say the same."""
    wanted = _tree(text)
    try:
        for addition in additions:
            text = _with_one(text, wanted, addition)
        kept = _tree(text) == wanted == _second_reading(text)
    except yaml.YAMLError:
        kept = False
    if not kept:
        places = ", ".join(dict.fromkeys(addition.path[-1] for addition in additions))
        raise stop(CasefileRejected, REASONS, "casefile-not-kept", place=places)
    return text


def _tree(text: str) -> Any:  # noqa: ANN401 - whatever stands in the file
    return yaml.load(indented(text), Loader=LOADER)  # noqa: S506 - builds no objects of its own


def _second_reading(text: str) -> Any:  # noqa: ANN401 - as above
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow to load; looking at a case needs none
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above

    try:
        return YAML(typ="base", pure=True).load(indented(text))
    except YAMLError:
        return None


def _with_one(text: str, tree: Tree, addition: Addition) -> str:
    if addition.op == "put":
        return _with_set(text, addition, _at(tree, addition.path), ())
    entries = _list_at(tree, addition.path)
    place = _place(entries, addition)
    if addition.op == "set":
        entry = None if place is None else entries[place]
        return _with_set(text, addition, entry, () if place is None else (place,))
    if place is not None:
        return text
    entries.append(as_read(addition.value))
    return with_item(text, addition.path, in_one_line(addition.value))


def _with_set(text: str, addition: Addition, entry: object, place: tuple[int, ...]) -> str:
    """Set what differs in an entry, in the text and in the entry as read.

    `place` is its place in the list at the path, or nothing.
    """
    if not isinstance(entry, dict) or not isinstance(addition.value, Mapping):
        raise stop(CasefileRejected, REASONS, "casefile-entry-gone", place=addition.path[-1])
    gone = [name for name, value in addition.value.items() if value is None and name in entry]
    for name in gone:
        del entry[name]
    said = as_read(addition.value)
    new = {name for name, value in said.items() if entry.get(name) != value}
    entry.update(said)
    words = {name: in_one_line(addition.value[name]) for name in said if name in new}
    where: tuple[str | int, ...] = (*addition.path, *place)
    return with_fields(without_fields(text, where, gone), where, words)


def _at(tree: Tree, path: tuple[str, ...]) -> object:
    """Give what stands at a path of fields, or None."""
    node: object = tree
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _list_at(tree: Tree, path: tuple[str, ...]) -> list[Any]:
    """Give the list at a path; what lacks on the way is made."""
    node: Any = tree
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if not isinstance(node, dict):
            raise stop(CasefileRejected, REASONS, "casefile-place-taken", place=path[-1])
        if isinstance(node.get(step, ""), str) and node.get(step, "") in NULLS:
            node[step] = [] if last else {}
        node = node[step]
    if not isinstance(node, list):
        raise stop(CasefileRejected, REASONS, "casefile-place-taken", place=path[-1])
    return node


def _place(entries: list[Any], addition: Addition) -> int | None:
    """Give the place of the entry that is meant, or None."""
    if addition.key is None:
        said = as_read(addition.value)
        return entries.index(said) if said in entries else None
    wanted = as_read(addition.key).items()
    found = (
        n for n, each in enumerate(entries) if isinstance(each, dict) and wanted <= each.items()
    )
    return next(found, None)
