"""Values as somebody gave them, in groups within groups → each under the full name of its field."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.model.form import Filled
from docgen.model.sheet import Path

WORDS = (str, int, float, Decimal)


class Given(NamedTuple):
    """A value under its full name, and the way to it in what was given."""

    name: str
    path: Path
    value: Filled | None


def given_in(values: Mapping[str, object], path: Path = ()) -> Iterator[Given]:
    """Join the names of groups with dots: `{rows: {P1: {by: …}}}` is `rows.P1.by`.

    Numbers, dates and times become texts as Python writes them (`2025-11-03`, `16:15:00`). Raises
    `TypeError` for what is no plain data.
    """
    for key, value in values.items():
        here = (*path, key)
        if isinstance(value, Mapping):
            yield from given_in(value, here)
        else:
            yield Given(".".join(map(str, here)), here, _plain(value))


def _plain(value: object) -> Filled | None:
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return tuple(_word(each) for each in value)
    return _word(value)


def _word(value: object) -> str:
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, WORDS):
        kind = type(value).__name__
        raise TypeError(f"a form is filled with text, numbers, yes and no and lists: not {kind}")
    return str(value)
