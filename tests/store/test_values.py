"""A file of values for a template: what is text, a number, yes or no, nothing."""

from pathlib import Path

import pytest

from docgen.errors import DiskTrouble
from docgen.model.values import Values
from docgen.store.values import read_values


def read(folder: Path, name: str, text: str) -> tuple[Values | None, list[str]]:
    """Write a file of values and read it."""
    path = folder / name
    path.write_text(text, "utf-8")
    values, findings = read_values(path, name)
    return values, [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Ann", "Ann"),
        ('"9"', "9"),
        ("9", 9),
        ("-9", -9),
        ("0", 0),
        ("09", "09"),
        ("01632 960 100", "01632 960 100"),
        ("07700900123", "07700900123"),
        ("1_000", "1_000"),
        ("1.50", "1.50"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("15:30", "15:30"),
        ("2025-11-03", "2025-11-03"),
        ("true", True),
        ("false", False),
        ('"true"', "true"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ('""', ""),
        ('"null"', "null"),
        ("[1, Ann, {a: b}]", [1, "Ann", {"a": "b"}]),
        ("{a: {b: 1}}", {"a": {"b": 1}}),
        ("9999999999999999999999", "9999999999999999999999"),
    ],
)
def test_yaml_is_text_unless_it_is_plainly_something_else(
    tmp_path: Path, written: str, value: object
) -> None:
    assert read(tmp_path, "data.yaml", f"name: {written}\n") == ({"name": value}, [])


def test_json_says_itself_what_it_is(tmp_path: Path) -> None:
    text = (
        '\ufeff{"a": "\\ud83d\\ude00", "b": 9, "c": 1.50, "d": true, "e": null, "f": [{"g": "1"}]}'
    )
    values, rules = read(tmp_path, "data.JSON", text)
    assert rules == []
    assert values == {"a": "😀", "b": 9, "c": "1.50", "d": True, "e": None, "f": [{"g": "1"}]}


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("data.yaml", "- a", "yaml-no-fields"),
        ("data.yaml", "a: 1\na: 2", "yaml-duplicate-key"),
        ("data.json", '{"a": ', "data-json"),
        ("data.json", "[1]", "data-no-names"),
        ("data.json", "[" * 100_000, "data-json"),
        ("data.json", '{"a": {"b": 1, "b": 2}}', "data-json-key-twice"),
        ("data.json", '{"a": "' + "x" * 1_000_000 + '"}', "data-too-large"),
        ("data.json", '{"a": ' + "9" * 5_000 + "}", "data-json"),
    ],
)
def test_what_can_t_be_read_is_told(tmp_path: Path, name: str, text: str, rule: str) -> None:
    values, rules = read(tmp_path, name, text)
    assert values is None
    assert rule in rules


def test_a_fault_of_json_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text('{\n "a": 1,\n b\n}', "utf-8")
    place = read_values(tmp_path / "d.json", "d.json")[1][0].place
    assert place is not None
    assert (place.file, place.line, place.column) == ("d.json", 3, 2)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(b"\xff\xfe{")
    assert [each.rule for each in read_values(tmp_path / "d.json", "d")[1]] == ["data-json"]


def test_a_file_that_isn_t_there_is_the_disk_s_trouble(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        read_values(tmp_path / "none.yaml", "none.yaml")
