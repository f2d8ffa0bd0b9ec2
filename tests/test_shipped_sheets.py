"""The shipped casefiles and schools: invented people, made-up places, and help for an editor."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema.validators import validator_for
from worked import CASES, REPOSITORY

from docgen.service.office import schema_text

SCHOOLS = {path.stem: path for path in sorted((REPOSITORY / "schools").glob("*.yaml"))}
SHEETS = CASES | SCHOOLS
SHEET = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
# Numbers and addresses that can belong to nobody: Ofcom's for drama, and a district 99.
DRAMA = re.compile(r"07700 900 \d{3}|01632 960 \d{3}")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")


def schema_of(sheet: Path) -> str:
    """Give which schema a sheet is written to."""
    return "school" if sheet.parent.name == "schools" else "casefile"


@SHEET
def test_an_editor_finds_the_schema(sheet: Path) -> None:
    first = sheet.read_text(encoding="utf-8").split("\n")[0]
    prefix, _, place = first.partition("$schema=")
    assert prefix == "# yaml-language-server: "
    assert (sheet.parent / place).resolve() == (
        REPOSITORY / "schema" / f"{schema_of(sheet)}.schema.json"
    )


@SHEET
def test_the_schema_takes_the_sheet(sheet: Path) -> None:
    schema = json.loads(schema_text(schema_of(sheet)))
    read = json.loads(json.dumps(yaml.safe_load(sheet.read_text(encoding="utf-8")), default=str))
    faults = validator_for(schema)(schema).iter_errors(read)
    assert [fault.message for fault in faults] == []


@SHEET
def test_nobody_real_is_rung_or_written_to(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    phones = re.findall(r'phone: "([^"]*)"', text)
    assert [phone for phone in phones if not DRAMA.fullmatch(phone)] == []
    assert [code for code in POSTCODE.findall(text) if code.split()[0][-2:] != "99"] == []
    assert [mail for mail in re.findall(r"@([\w.-]+)", text) if not mail.endswith(".example")] == []


@pytest.mark.parametrize("case", CASES)
def test_a_casefile_tells_its_story_first(case: str) -> None:
    lines = CASES[case].read_text(encoding="utf-8").split("\n")
    assert lines[1].startswith(("# S-", "# A Kent family from planning to review", "# Every paper"))
    assert lines[2].startswith("# ")
    assert f'case_id: "{case}"' in lines


def test_every_school_has_a_case() -> None:
    used = re.findall(
        r"^school: (\S+)", "\n".join(p.read_text("utf-8") for p in CASES.values()), re.MULTILINE
    )
    assert set(used) == set(SCHOOLS)
