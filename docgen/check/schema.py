"""A dataclass → the JSON Schema (draft 2020-12) by which editors help while a person types."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any, cast, get_args, get_origin, get_type_hints

from docgen.check.shape import NULL_IS_A_NAME, choices_of, is_required, key_of, without_none

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCALARS: Mapping[object, Schema] = {
    str: {"type": ["string", "number"]},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    dt.time: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
}
NAME: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Editors take True, 12 and Null for other things than names; docgen does not."""


def json_schema(shape: type) -> dict[str, object]:
    """Give the schema of a dataclass and all that it holds; unknown fields are refused."""
    writing = Writing()
    described = writing.fields_of(shape)
    return {"$schema": DRAFT, "title": shape.__name__, **described, "$defs": writing.defs}


@dataclass(slots=True)
class Writing:
    """Collects the schemas of dataclasses on the way; `whole` is False for changes to one."""

    whole: bool = True
    defs: Schema = field(default_factory=dict)

    def fields_of(self, shape: Any) -> Schema:  # noqa: ANN401 - any dataclass
        """Give the schema of a dataclass's own fields."""
        hints = get_type_hints(shape)
        properties = {
            key_of(each): self._named(each.name, hints[each.name]) for each in fields(shape)
        }
        required = [key_of(each) for each in fields(shape) if is_required(each) and self.whole]
        described = {
            "description": (shape.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        return described | ({"required": required} if required else {})

    def _named(self, name: str, hint: object) -> Schema:
        return NAME if name in NULL_IS_A_NAME else self.value_of(hint)

    def value_of(self, hint: object) -> Schema:
        """Give the schema of what an annotation allows."""
        words = choices_of(hint)
        if words:
            return {"enum": [_bare(each) for each in words.values()]}
        inner = without_none(hint)
        if is_dataclass(inner):
            return self._referred(cast("type", inner))
        if get_origin(inner) is tuple:
            return {"type": "array", "items": self.value_of(get_args(inner)[0])}
        if get_origin(inner) is not None:
            return self._table(*get_args(inner))
        return dict(SCALARS[inner])

    def _table(self, keys: object, values: object) -> Schema:
        words = choices_of(keys)
        names = {"propertyNames": {"enum": list(words)}} if words else {}
        return {"type": "object", "additionalProperties": self.value_of(values), **names}

    def _referred(self, shape: type) -> Schema:
        name = shape.__name__ if self.whole else f"{shape.__name__}Changes"
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = self.fields_of(shape)
        return {"$ref": f"#/$defs/{name}"}


def _bare(choice: object) -> object:
    return choice.value if isinstance(choice, Enum) else choice
