"""The schema of a casefile → that of a frame, which all letters of a batch share."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy

from docgen.check.case_schema import casefile_schema
from docgen.check.frame import FROM_ROWS, OF_ROWS
from docgen.check.keys import key_pattern
from docgen.check.schema import Schema
from docgen.model.frame import EVERY

SAYS = {
    "meeting": "What no row says of the meeting; staff who come to each stand under invited.",
    "each_person": "What is added to each parent.",
    "each_pupil": "What is added to each pupil.",
    "each_link": "What is added to how each parent belongs to each pupil.",
}
PARTS: Mapping[str, tuple[str, frozenset[str]]] = {
    "meeting": ("Meeting", OF_ROWS),
    "each_person": ("Person", frozenset({"legal_name"})),
    "each_pupil": ("Pupil", frozenset({"legal_name"})),
    "each_link": ("Link", frozenset({"person", "pupil"})),
}
"""Which part of a casefile each of a frame's own fields is, less what only rows can say."""
ACCEPT: Schema = {
    "description": "Why findings of a rule (W) hold no letter: the rule's id, and the reason.",
    "type": "object",
    "additionalProperties": {"type": "string", "pattern": "\\S"},
}
GONE: Schema = {
    "description": "Who is rightly no longer in the list: p-….c-…, or all (R-115).",
    "type": "array",
    "items": {
        "type": "string",
        "pattern": rf"^(?:{EVERY}|{key_pattern('p')}\.{key_pattern('c')})$",
    },
}
REFERRED = re.compile(r'"#/\$defs/(\w+)"')


def frame_schema() -> Schema:
    """Give the schema of a frame: a casefile's fields, less what rows say, and its own."""
    schema = casefile_schema()
    parts = {
        name: _part(schema, *part) | {"description": SAYS[name]} for name, part in PARTS.items()
    }
    others = {k: v for k, v in schema["properties"].items() if k not in FROM_ROWS}
    properties: Schema = {**others, **parts, "accept": ACCEPT, "gone": GONE}
    return {
        "$schema": schema["$schema"],
        "title": "Frame",
        "description": "What all letters of a batch share.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": _needed(properties, schema["$defs"]),
    }


def _part(schema: Schema, name: str, of_rows: frozenset[str]) -> Schema:
    part: Schema = deepcopy(schema["$defs"][name])
    part.pop("required", None)
    for field in of_rows:
        del part["properties"][field]
    return part


def _needed(properties: Schema, every: Schema) -> Schema:
    """Give the parts that the properties lead to, and that those lead to."""
    needed: set[str] = set()
    fresh = set(REFERRED.findall(json.dumps(properties)))
    while fresh:
        needed |= fresh
        found = json.dumps([every[name] for name in fresh])
        fresh = set(REFERRED.findall(found)) - needed
    return {name: part for name, part in every.items() if name in needed}
