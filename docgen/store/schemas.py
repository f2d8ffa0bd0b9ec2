"""What people write → the schemas for their editors, by name; committed in the folder `schema`."""

import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from docgen.check.case_schema import casefile_schema, school_schema
from docgen.check.frame_schema import frame_schema
from docgen.check.library import Library
from docgen.check.pack import PackSheet
from docgen.check.pack_forms import FormsSheet
from docgen.check.schema import Schema, json_schema
from docgen.store.languages import LanguageSheet
from docgen.store.workspace import Settings


def workspace_schema() -> Schema:
    """Give the schema of docgen.yaml."""
    return json_schema(Settings) | {"title": "Workspace"}


def pack_schema() -> Schema:
    """Give the schema of a pack.yaml, less what the program finds out by itself."""
    schema: Any = json_schema(PackSheet)
    del schema["properties"]["templates"], schema["$defs"]["TemplateFile"]
    del schema["properties"]["forms"]
    for name in ("FormMap", "RowMap", "FieldMap"):
        del schema["$defs"][name]
    del schema["$defs"]["Kind"]["properties"]["name"]
    return cast("Schema", schema | {"title": "Pack"})


def phrases_schema() -> Schema:
    """Give the schema of the library of phrases."""
    return json_schema(Library) | {"title": "Phrases"}


def language_schema() -> Schema:
    """Give the schema of a language.yaml."""
    return json_schema(LanguageSheet) | {"title": "Language"}


def fields_schema() -> Schema:
    """Give the schema of a fields.yaml."""
    return json_schema(FormsSheet) | {"title": "Fields of forms"}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "casefile": casefile_schema,
    "school": school_schema,
    "workspace": workspace_schema,
    "pack": pack_schema,
    "phrases": phrases_schema,
    "language": language_schema,
    "fields": fields_schema,
    "frame": frame_schema,
}


def schema_files() -> dict[str, str]:
    """Give the schemas' files by name."""
    return {
        f"{name}.schema.json": json.dumps(make(), indent=2, ensure_ascii=False) + "\n"
        for name, make in SCHEMAS.items()
    }
