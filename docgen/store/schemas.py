"""What people write → the schemas for their editors, by name; committed in the folder `schema`."""

import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from docgen.check.case_schema import casefile_schema, school_schema
from docgen.check.library import Library
from docgen.check.pack import PackSheet
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
    del schema["$defs"]["Kind"]["properties"]["name"]
    return cast("Schema", schema | {"title": "Pack"})


def phrases_schema() -> Schema:
    """Give the schema of the library of phrases."""
    return json_schema(Library) | {"title": "Phrases"}


def language_schema() -> Schema:
    """Give the schema of a language.yaml."""
    return json_schema(LanguageSheet) | {"title": "Language"}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "casefile": casefile_schema,
    "school": school_schema,
    "workspace": workspace_schema,
    "pack": pack_schema,
    "phrases": phrases_schema,
    "language": language_schema,
}


def schema_files() -> dict[str, str]:
    """Give the schemas' files by name."""
    return {
        f"{name}.schema.json": json.dumps(make(), indent=2, ensure_ascii=False) + "\n"
        for name, make in SCHEMAS.items()
    }
