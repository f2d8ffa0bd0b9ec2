"""A PDF form as values: its fields, where they stand on its pages, what stands in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from docgen.model.finding import Finding

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left corner (ISO 32000-2, 7.9.5)."""
Filled = str | bool | tuple[str, ...]
"""What a field is filled with or holds: text or the name of a state, on or off, several choices."""
Values = Mapping[str, Filled]
ROW = "{row}"
"""Stands in a field's name for its row's own."""


class FieldKind(StrEnum):
    """What sort of field it is (ISO 32000-2, 12.7.5)."""

    TEXT = "text"
    LINES = "multi-line"
    COMB = "comb"
    TICK = "checkbox"
    RADIO = "radio"
    CHOICE = "choice"
    BUTTON = "button"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what the form keeps, and what people read."""

    export: str
    label: str


@dataclass(frozen=True, slots=True)
class Widget:
    """One place where a field stands: page from 1, its rectangle, how far it is turned (degrees).

    `state` is what a checkbox or radio button is called when it is on, empty for others.
    """

    page: int
    rect: Rect
    turned: int = 0
    state: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its full name; `states` are those of all its widgets, without `Off`.

    `value` is what stands in it: `""`, `False` or `()` for nothing, by its kind. `made_with` is
    what it held when the form was made, as text; `""` also where the form doesn't say.
    """

    name: str
    kind: FieldKind
    widgets: tuple[Widget, ...]
    tooltip: str = ""
    states: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    max_length: int | None = None
    required: bool = False
    read_only: bool = False
    several: bool = False
    editable: bool = False
    value: Filled = ""
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form's fields in their tab order, and what was taken out of the file (I findings)."""

    fields: tuple[Field, ...]
    pages: int
    title: str = ""
    language: str = ""
    tagged: bool = False
    taken_out: tuple[Finding, ...] = ()


def rows_in(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the rows that a form has for a field's name, in the form's order."""
    before, _, after = name.partition(ROW)
    fits = re.compile(f"{re.escape(before)}([^.]+){re.escape(after)}")
    return tuple(dict.fromkeys(found[1] for each in known if (found := fits.fullmatch(each))))
