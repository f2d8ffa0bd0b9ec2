"""Attribute values of Word's XML → points, counts and yes or no; what makes no sense is None."""

import math
import re

from docgen.press.ooxml.names import Element, w

FARTHEST = 1584.0  # 22 inches: Word takes no longer measure (ECMA-376-1, 17.18.81)
UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
UNIVERSAL = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|pc|pi)")
DIGITS = 12
OFF = frozenset({"0", "false", "off"})
VAL = w("val")


def points(value: str | None, per_point: float = 20) -> float | None:
    """Read a length, in twentieths of a point unless it names its unit (17.18.87, 22.9.2.15)."""
    if value is None:
        return None
    universal = UNIVERSAL.fullmatch(value)
    if universal:
        return _near(float(universal[1]) * UNITS[universal[2]])
    found = number(value)
    return None if found is None else _near(found / per_point)


def number(value: str | None) -> float | None:
    """Read a number."""
    if value is None or len(value) > DIGITS:
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def count(value: str | None) -> int | None:
    """Read a whole number."""
    found = number(value)
    return None if found is None else int(found)


def is_on(element: Element) -> bool:
    """Tell whether a property that stands there is on (17.17.4)."""
    return element.get(VAL, "1") not in OFF


def is_yes(value: str | None) -> bool:
    """Tell whether an attribute is there and on."""
    return value is not None and value not in OFF


def value_of(parent: Element | None, name: str) -> str | None:
    """Give the value of a child property."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def _near(length: float) -> float:
    return max(-FARTHEST, min(FARTHEST, length))
