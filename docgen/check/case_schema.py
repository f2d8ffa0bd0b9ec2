"""The model of a case and a school → the schemas of the files that people write them in."""

from typing import cast

from docgen.check.case import CHANGES, SCHOOL
from docgen.check.keys import (
    LONGEST_FILE_NAME,
    LONGEST_KEY,
    PREFIXES,
    TAIL,
    key_pattern,
)
from docgen.check.places import ANY
from docgen.check.pointers import POINTERS, SOFT
from docgen.check.schema import Schema, Writing, json_schema
from docgen.model.case import Case
from docgen.model.school import School

FILE_KEY: Schema = {"type": "string", "pattern": f"^{TAIL}$", "maxLength": LONGEST_FILE_NAME}
OWN = f"{SCHOOL}."


def casefile_schema() -> Schema:
    """Give the schema of a casefile: the school is a key, what differs stands under changes."""
    schema = cast("Schema", json_schema(Case))
    changing = Writing(whole=False)
    changes = changing.fields_of(School)
    del changes["properties"]["key"]
    for name in ("School", "Staff", "Term"):
        del schema["$defs"][name]
    schema["$defs"] |= changing.defs
    schema["title"] = "Casefile"
    schema["properties"] |= {
        "schema": {"const": 1},
        "case_id": FILE_KEY,
        "authority": FILE_KEY,
        SCHOOL: FILE_KEY | {"description": "The key of a school: s-1 for schools/s-1.yaml."},
        CHANGES: changes | {"description": "What differs from the school's file in this case."},
    }
    return _with_keys(schema, whole=False)


def school_schema() -> Schema:
    """Give the schema of a school's file; its key is the file's name."""
    schema = cast("Schema", json_schema(School))
    del schema["properties"]["key"]
    schema["required"].remove("key")
    return _with_keys(schema, whole=True)


def _with_keys(schema: Schema, *, whole: bool) -> Schema:
    """Say what keys look like, where they stand and where they are pointed at.

    `whole` when the schema is a school's own file.
    """
    for place, prefix in PREFIXES.items():
        if place.startswith(OWN) is whole:
            names = {"pattern": f"^{key_pattern(prefix)}$", "maxLength": LONGEST_KEY}
            _at(schema, place.removeprefix(OWN))["propertyNames"] = names
    for place, sorts in POINTERS.items():
        if place.startswith(OWN) is whole and sorts != SOFT:
            one_of = "|".join(key_pattern(prefix) for prefix in sorts.split())
            pointing = {"type": "string", "pattern": f"^(?:{one_of})$"}
            _at(schema, place.removeprefix(OWN)).update(pointing)
    return schema


def _at(schema: Schema, place: str) -> Schema:
    """Give the part of a schema at a dotted place."""
    part: Schema = schema
    for step in place.split("."):
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        if step == ANY:
            part = part["items"] if "items" in part else part["additionalProperties"]
        else:
            part = part["properties"][step]
    return part
