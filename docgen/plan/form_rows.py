"""Values and what a pack says of a form → what goes into each field, one set for each form.

A list that is longer than the form goes on in the next one, where the pack says so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.model.form import ROW, FieldKind, Filled, Form, rows_in
from docgen.model.pack import FieldMap, FormMap, RowMap
from docgen.model.values import Plain, Values

STATED = frozenset({FieldKind.TICK, FieldKind.RADIO})
Say = Callable[[str, Values], str]
"""A line with tags and values → what it says."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """A list that is longer than its form, which may not go on in another."""

    each: str
    rows: int
    there: int


def form_values(
    map_: FormMap, values: Values, form: Form, say: Say
) -> tuple[list[dict[str, Filled]], tuple[TooMany, ...]]:
    """Give what goes into the fields of a form and of each next one; raises `LookupError`."""
    kinds = {each.name: each.kind for each in form.fields}
    alone = dict(_said(map_.fields, values, kinds, say))
    forms: list[dict[str, Filled]] = [dict(alone)]
    too_many: list[TooMany] = []
    for rows in map_.rows:
        there = rows_in(next(iter(rows.fields), ROW), kinds)
        found = list(_entries(at(values, rows.each)))
        sheets = _sheets(found, there)
        if len(sheets) > 1 and rows.overflow == "refuse":
            too_many.append(TooMany(rows.each, len(found), len(there)))
        for number, sheet in enumerate(sheets):
            if number == len(forms):
                forms.append(dict(alone))
            for row, entry in sheet:
                forms[number] |= dict(_said(named(rows, row), {**values, "row": entry}, kinds, say))
    return forms, tuple(too_many)


def named(rows: RowMap, row: str) -> dict[str, FieldMap]:
    """Give the fields of one row by their own names."""
    return {name.replace(ROW, row): map_ for name, map_ in rows.fields.items()}


def at(values: Values, name: str) -> Plain:
    """Give what stands under a dotted name, None for nothing."""
    found: Plain = values
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _entries(found: Plain) -> Iterator[tuple[str | None, Plain]]:
    """Give the entries of a table by their keys, of a list by None."""
    if isinstance(found, Mapping):
        yield from found.items()
    elif isinstance(found, Sequence) and not isinstance(found, str):
        yield from ((None, each) for each in found)


def _sheets(
    found: Sequence[tuple[str | None, Plain]], there: Sequence[str]
) -> list[list[tuple[str, Plain]]]:
    """Lay entries on forms: those of a table by their keys, those of a list one by one."""
    keyed = [(key, entry) for key, entry in found if key is not None and key in there]
    listed = [entry for key, entry in found if key is None]
    size = max(len(there), 1)
    parts = [listed[start : start + size] for start in range(0, len(listed), size)]
    laid = [list(zip(there, part, strict=False)) for part in parts]
    return [keyed, *laid[1:]] if keyed else laid


def _said(
    maps: Mapping[str, FieldMap], values: Values, kinds: Mapping[str, FieldKind], say: Say
) -> Iterator[tuple[str, Filled]]:
    """Give what fields say; those with nothing to say stay as the form has them."""
    for name, map_ in maps.items():
        text = say(map_.value, values)
        if text:
            yield name, map_.states.get(text, text) if kinds.get(name) in STATED else text
