"""What people changed in a form → what is put into the casefile's text, what lacks made first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from docgen.model.sheet import Fields, Items, Mark, Node, Scalar
from docgen.plan.form_changes import Change
from docgen.store.edits import Addition
from docgen.store.plain import PlainYaml
from docgen.store.sheets import parse_sheet

SHOWN = "the casefile"


Said = Mapping[tuple[str, ...], PlainYaml | None]
"""What is to stand where: paths of fields, each with its value."""


def additions_for(text: str, changes: Sequence[Change]) -> list[Addition]:
    """Give what is to be put into a casefile's text, which can be read."""
    sheet, _ = parse_sheet(text.encode(), SHOWN)
    root = sheet.root if sheet else Fields((), Mark(SHOWN, 1, 1))
    keyed = {(*each.path, each.name): each.value for each in changes if each.row is None}
    listed = [each for each in changes if each.row is not None]
    return [*_puts(root, (), keyed), *_rows(root, listed)]


def _puts(node: Fields, path: tuple[str, ...], said: Said) -> Iterator[Addition]:
    """Put values into fields that stand at a path; what is there stays, and what lacks is made."""
    own: dict[str, PlainYaml | None] = {}
    for name, found in groupby(said, lambda each: each[0]):
        within = {each[1:]: said[each] for each in found}
        below = node.get(name)
        if isinstance(below, Fields) and below.entries and () not in within:
            yield from _puts(below, (*path, name), within)
        else:
            own[name] = _nested(within)
    if own:
        yield Addition(path, own, op="put")


def _nested(said: Said) -> PlainYaml | None:
    """Give paths of fields as fields within fields."""
    if () in said:
        return said[()]
    names = dict.fromkeys(path[0] for path in said)
    return {name: _nested({p[1:]: v for p, v in said.items() if p[0] == name}) for name in names}


def _rows(root: Fields, changes: Sequence[Change]) -> Iterator[Addition]:
    """Set fields of entries of lists; a row beyond the last is a new entry."""
    ordered = sorted(changes, key=lambda each: (each.path, each.marks, each.row or 0))
    for (path, marks, row), found in groupby(ordered, lambda e: (e.path, e.marks, e.row or 0)):
        value = {each.name: each.value for each in found}
        entries = _entries(root, path, dict(marks))
        if row < len(entries):
            yield Addition(path, value, _said(entries[row]), "set")
        elif any(each for each in value.values()):
            said = {name: each for name, each in value.items() if each not in {None, ""}}
            yield Addition(path, {**dict(marks), **said})


def _entries(root: Fields, path: Sequence[str], marks: Mapping[str, str]) -> list[Fields]:
    """Give the entries of a list that have all the marks."""
    node: Node | None = root
    for step in path:
        node = node.get(step) if isinstance(node, Fields) else None
    items = node.items if isinstance(node, Items) else ()
    fields = [each for each in items if isinstance(each, Fields)]
    return [each for each in fields if marks.items() <= _said(each).items()]


def _said(entry: Fields) -> dict[str, str | int]:
    return {key.text: node.text for key, node in entry.entries if isinstance(node, Scalar)}
