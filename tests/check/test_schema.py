"""The schemas for editors accept what docgen accepts, and refuse what a schema can see is wrong."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from casework import CASEFILE, SCHOOL, varied
from familywork import FRAME
from jsonschema import Draft202012Validator, FormatChecker
from ruamel.yaml import YAML

from docgen.check.case_schema import casefile_schema, school_schema
from docgen.check.frame_schema import frame_schema
from docgen.check.schema import json_schema
from docgen.model.pack import Kind

ROOT = Path(__file__).parents[2]


def as_an_editor_reads(yaml_text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Give a file's tree as an editor's language server has it: YAML 1.2, dates as texts."""
    return _texts(YAML(typ="safe", pure=True).load(yaml_text))


def _texts(node: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(node, dict):
        return {str(key): _texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_texts(value) for value in node]
    return node.isoformat() if isinstance(node, dt.date) else node


def complaints(schema: dict[str, Any], yaml_text: str) -> list[str]:
    """Give where a schema complains about a file."""
    errors = validator(json.dumps(schema)).iter_errors(as_an_editor_reads(yaml_text))
    return sorted({".".join(map(str, error.absolute_path)) for error in errors})


@cache
def validator(schema: str) -> Draft202012Validator:
    """Hold a schema against the schema of schemas, once: that takes longest of all."""
    read = json.loads(schema)
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read, format_checker=FormatChecker())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "casefiles").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_an_editor_finds_no_fault_with_a_worked_case(path: Path) -> None:
    assert complaints(casefile_schema(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "schools").glob("*.yaml")), ids=lambda path: path.stem
)
def test_an_editor_finds_no_fault_with_a_shipped_school(path: Path) -> None:
    assert complaints(school_schema(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"weather": "fine"}, ""),
        ({"people.p-1.legal_name": None}, "people.p-1"),
        ({"people.p-1.title": "[Ms]"}, "people.p-1.title"),
        ({"people.mother": "{legal_name: Ada Bee}"}, "people"),
        ({"people.p-1.variant": "huge"}, "people.p-1.variant"),
        ({"pupils.c-1.date_of_birth": "2/3/2014"}, "pupils.c-1.date_of_birth"),
        ({"pupils.c-1.year_group": "seven"}, "pupils.c-1.year_group"),
        ({"meetings.m-1.time": "3.30pm"}, "meetings.m-1.time"),
        ({"meetings.m-1.invited": "p-1"}, "meetings.m-1.invited"),
        ({"meetings.m-1.chair": "p-1"}, "meetings.m-1.chair"),
        ({"links.0.person": "c-1"}, "links.0.person"),
        ({"contracts.ct-1.period.estimate": '"yes"'}, "contracts.ct-1.period.estimate"),
        ({"case_id": "../x"}, "case_id"),
        ({"school": "{name: Harbour View}"}, "school"),
        ({"school_changes": "{weather: fine}"}, "school_changes"),
        ({"school_changes": "{key: s-2}"}, "school_changes"),
    ],
)
def test_an_editor_sees_what_is_wrong(changes: dict[str, str | None], place: str) -> None:
    assert complaints(casefile_schema(), varied(CASEFILE, changes)) == [place]


def test_a_case_may_change_a_part_of_its_school() -> None:
    text = CASEFILE + "school_changes: {staff: {st-2: {role: Deputy head}}}\n"
    assert complaints(casefile_schema(), text) == []


def test_a_school_must_say_its_name_and_never_its_key() -> None:
    assert complaints(school_schema(), SCHOOL) == []
    assert complaints(school_schema(), SCHOOL.replace("name: Harbour", "key: Harbour")) == [""]
    assert complaints(school_schema(), SCHOOL.replace("st-1: {", "head: {")) == ["staff"]


def test_an_editor_finds_no_fault_with_a_frame() -> None:
    said = FRAME + "school: s-1\naccept: {R-25: Asked}\ngone: [p-1.c-1, all]\n"
    assert complaints(frame_schema(), said.replace("place: Room 4", "invited: [st-3]")) == []
    told = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8").partition("## The frame")[2]
    shown = [line[4:] for line in told.partition("| Key |")[0].splitlines() if line[:4] == "    "]
    assert complaints(frame_schema(), "\n".join(shown)) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("people: {}", ""),
        ("contacts: {}", ""),
        ("meeting: {pupils: [c-1]}", "meeting"),
        ("meeting: {time: 3.30pm}", "meeting.time"),
        ("meeting: {chair: p-1}", "meeting.chair"),
        ("each_person: {adjustment: []}", "each_person"),
        ("each_link: {person: p-1}", "each_link"),
        ("each_pupil: {year_group: seven}", "each_pupil.year_group"),
        ("accept: {R-25: ' '}", "accept.R-25"),
        ("gone: [p-1]", "gone.0"),
        ("earlier_support: [{date: 2025-09-15}]", "earlier_support.0"),
    ],
)
def test_an_editor_sees_what_is_wrong_in_a_frame(line: str, place: str) -> None:
    assert complaints(frame_schema(), f"authority: essex\n{line}\n") == [place]


def test_words_that_a_table_s_keys_may_be_are_listed() -> None:
    kind = {"title": "x", "act": "invite", "per": "pair", "source": "D-21", "only": {"meeting": []}}
    schema = json_schema(Kind)
    assert complaints(schema, json.dumps(kind)) == []
    assert complaints(schema, json.dumps(kind | {"act": "dance"})) == ["act"]


def test_every_part_of_a_schema_says_what_it_is() -> None:
    schema = casefile_schema()
    assert schema["description"].startswith("One family's case")
    assert all(part["description"] for part in schema["$defs"].values())
