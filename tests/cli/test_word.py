"""`docgen word`: any template checked, its names listed, filled in; and its answers in SARIF."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from lintwork import template
from offices import run
from offices import told as told_in
from wordfiles import letter, paras, picture, table

from docgen.cli.main import docgen
from docgen.press.ooxml.members import read_members, write_members
from docgen.press.ooxml.words import words_of

FINDING = {
    "rule",
    "severity",
    "message",
    "remedy",
    "stage",
    "about",
    "file",
    "line",
    "column",
    "source",
    "decision",
}
DATA = "pupil: Ann O'Neill & Co\nyear: 9\nspare: x\n"
GOOD = template(paras("Dear {{ pupil }}", "in year {{ year }}"))
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {"type": "object", "required": ["text"]},
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "required": ["artifactLocation"],
                        "properties": {
                            "artifactLocation": {
                                "required": ["uri"],
                                "properties": {
                                    "uri": {"type": "string", "format": "uri-reference"}
                                },
                            }
                        },
                    },
                    "logicalLocations": {
                        "items": {"required": ["name", "fullyQualifiedName", "kind"]}
                    },
                },
            },
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id", "shortDescription", "help"],
                                            "properties": {
                                                "help": {"required": ["text"]},
                                                "defaultConfiguration": {"required": ["level"]},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                },
            },
        },
    },
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that is no workspace, with a good template and its data, and work in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.docx").write_bytes(GOOD)
    (tmp_path / "data.yaml").write_text(DATA, "utf-8")
    return tmp_path


def word(*words: str) -> Result:
    """Run a command of `docgen word`."""
    return CliRunner().invoke(docgen, ["word", *words])


def told(*words: str) -> dict[str, Any]:
    """Run it with `--json`."""
    result = word(*words, "--json")
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["exit"] == result.exit_code
    return answer


def test_a_good_template_has_nothing_to_mend(folder: Path) -> None:
    result = word("check", "good.docx")
    assert (result.exit_code, result.stdout) == (0, "good.docx: nothing to mend.\n")
    assert told("check", "good.docx")["names"] == ["pupil", "year"]
    assert folder


def test_what_only_wants_a_look_leaves_with_0(folder: Path) -> None:
    (folder / "plain.docx").write_bytes(letter("Dear {{ pupil }}"))
    result = word("check", "plain.docx")
    assert result.exit_code == 0
    assert "plain.docx: 2 findings." in result.stdout
    assert "word-no-title" in result.stdout
    assert "These refuse nothing, but want a look (W): 2" in result.stdout
    assert "To mend: In Word choose File, Info" in result.stdout


def test_what_refuses_leaves_with_5_and_says_where(folder: Path) -> None:
    (folder / "bad.docx").write_bytes(template(paras("x") + table(["Who", "Dear {{ pupil"])))
    result = word("check", "bad.docx")
    assert result.exit_code == 5
    assert "In table 1, row 1, column 2, near “Dear {{ pupil”" in result.stdout
    answer = told("check", "bad.docx")
    first = next(each for each in answer["findings"] if each["severity"] == "E")
    assert (first["rule"], first["part"], first["where"], first["paragraph"], first["near"]) == (
        "word-tag-unclosed",
        "word/document.xml",
        "table 1 row 1 column 2",
        3,
        "Dear {{ pupil",
    )
    assert not answer["usable"]


def test_names_are_held_against_the_data(folder: Path) -> None:
    answer = told("check", "good.docx", "data.yaml")
    assert [(each["rule"], each["severity"]) for each in answer["findings"]] == [
        ("word-data-unused", "I")
    ]
    assert answer["exit"] == 0
    (folder / "less.json").write_text('{"pupil": "Ann"}', "utf-8")
    answer = told("check", "good.docx", "less.json")
    assert [each["rule"] for each in answer["findings"]] == ["word-name-not-in-data"]
    assert answer["exit"] == 5


def test_data_that_can_t_be_read_leaves_with_3(folder: Path) -> None:
    (folder / "bad.json").write_text("{", "utf-8")
    answer = told("check", "good.docx", "bad.json")
    assert (answer["exit"], answer["error"]["code"]) == (3, "data-rejected")
    assert [each["rule"] for each in answer["error"]["findings"]] == ["data-json"]


def test_the_language_is_asked_for(folder: Path) -> None:
    assert told("check", "good.docx", "--language", "en-GB")["findings"] == []
    (found,) = told("check", "good.docx", "--language", "pl")["findings"]
    assert found["rule"] == "word-language-other"
    assert folder


def test_a_copy_with_comments_is_written_and_never_over_another_file(folder: Path) -> None:
    (folder / "bad.docx").write_bytes(template(paras("Dear {{ pupil")))
    assert word("check", "bad.docx", "--annotate", "seen.docx").exit_code == 5
    seen = (folder / "seen.docx").read_bytes()
    assert "To mend (word-tag-unclosed)" in {each.text for each in words_of(seen)}
    answer = told("check", "good.docx", "--annotate", "seen.docx")
    assert (answer["exit"], answer["error"]["code"]) == (2, "out-there")
    assert (folder / "seen.docx").read_bytes() == seen
    assert word("check", "good.docx", "--annotate", "seen.docx", "--force").exit_code == 0
    answer = told("check", "good.docx", "--annotate", "./good.docx", "--force")
    assert (answer["exit"], answer["error"]["code"]) == (2, "out-is-template")


def test_a_file_that_can_t_be_opened_has_no_copy(folder: Path) -> None:
    (folder / "no.docx").write_bytes(b"no")
    assert told("check", "no.docx")["exit"] == 5
    answer = told("check", "no.docx", "--annotate", "seen.docx")
    assert (answer["exit"], answer["error"]["code"]) == (5, "template-not-shown")
    assert [each["rule"] for each in answer["error"]["findings"]] == ["word-not-docx"]
    assert told("check", "none.docx")["error"]["code"] == "disk-refused"


def test_sarif_is_as_the_standard_says(folder: Path) -> None:
    body = paras("Dear {{ pupil", "{{ pupil") + table(["a", "b", "c"], ["1", "2", "3"])
    (folder / "a b.docx").write_bytes(template(body, title=""))
    result = word("check", "a b.docx", "--sarif")
    assert result.exit_code == 5
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, SARIF)
    (run,) = answer["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    assert {each["level"] for each in run["results"]} == {"error", "warning", "note"}
    assert all(each["help"]["text"] for each in rules)
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.docx"
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "word/document.xml/body/1"


def test_a_command_tells_just_these_names(folder: Path) -> None:
    (folder / "plain.docx").write_bytes(letter("Dear {{ pupil }}"))
    answer = told("check", "plain.docx")
    assert set(answer) == {"exit", "file", "usable", "names", "findings"}
    places = {"part", "where", "paragraph", "near"}
    assert set(answer["findings"][0]) == FINDING | places
    assert set(told("placeholders", "good.docx")) == {"exit", "file", "names"}
    assert set(told("merge", "good.docx", "data.yaml", "-o", "o.docx")) == {"exit", "file"}


def test_sarif_and_json_are_not_both(folder: Path) -> None:
    assert told("check", "good.docx", "--sarif")["error"]["code"] == "word-two-answers"
    assert folder


def test_the_names_are_listed_with_their_places(folder: Path) -> None:
    result = word("placeholders", "good.docx")
    assert result.exit_code == 0
    assert "pupil" in result.stdout
    assert told("placeholders", "good.docx")["names"] == [
        {"name": "pupil", "places": ["in the text, near “Dear {{ pupil }}”"]},
        {"name": "year", "places": ["in the text, near “in year {{ year }}”"]},
    ]
    (folder / "bad.docx").write_bytes(letter("{{ a"))
    assert told("placeholders", "bad.docx")["error"]["code"] == "word-rejected"


def test_a_template_is_filled_in(folder: Path) -> None:
    result = word("merge", "good.docx", "data.yaml", "-o", "out.docx")
    assert (result.exit_code, result.stdout) == (0, "out.docx is made.\n")
    words = [each.text for each in words_of((folder / "out.docx").read_bytes())]
    assert "Dear Ann O'Neill & Co" in words
    assert "in year 9" in words


def test_what_only_filling_in_would_show_is_told_with_its_place(folder: Path) -> None:
    lines = ("x", "{%p for one in pupil %}", "{{ one }}", "{%p endfor %}")
    (folder / "loop.docx").write_bytes(template(paras(*lines)))
    (folder / "one.json").write_text('{"pupil": "Ann"}', "utf-8")
    (found,) = told("check", "loop.docx", "one.json")["findings"]
    assert (found["rule"], found["paragraph"], found["file"]) == (
        "word-not-a-list",
        2,
        "loop.docx",
    )
    answer = told("merge", "loop.docx", "one.json", "-o", "out.docx")
    assert (answer["exit"], answer["error"]["findings"][0]["file"]) == (5, "loop.docx")


def test_what_docxtpl_knows_and_packs_do_not_is_right_here(folder: Path) -> None:
    lines = ("{% if year > 8 %}Dear{% endif %} {{ pupil | upper }}",)
    (folder / "free.docx").write_bytes(template(paras(*lines)))
    (folder / "d.yaml").write_text("pupil: Ann\nyear: 9\n", "utf-8")
    assert told("check", "free.docx", "d.yaml")["findings"] == []
    assert told("check", "free.docx")["names"] == ["year", "pupil"]


def test_a_template_of_a_pack_is_held_against_what_the_pack_promises(office: Path) -> None:
    assert run(office, "pack", "edit", "contract", "--authority", "essex").exit_code == 0
    path = office / "templates" / "essex" / "contract.docx"
    assert run(office, "word", "check", str(path)).stdout.endswith(": nothing to mend.\n")
    names = [each["name"] for each in told_in(office, "word", "placeholders", str(path))["names"]]
    assert "pupil.legal_name" in names
    assert "statements.parent_agreement" in names
    members = dict(read_members(path.read_bytes())[0])
    body = members["word/document.xml"].replace(b"pupil.legal_name", b"pupil.leagl_name", 1)
    path.write_bytes(write_members({**members, "word/document.xml": body}))
    answer = told_in(office, "word", "check", str(path))
    first = answer["findings"][0]
    assert (answer["exit"], first["rule"]) == (5, "promise-unknown-name")
    assert first["paragraph"] > 0
    assert "pupil.leagl_name" in first["near"]


def test_a_letter_is_not_written_over_another_file(folder: Path) -> None:
    (folder / "out.docx").write_bytes(b"mine")
    answer = told("merge", "good.docx", "data.yaml", "-o", "out.docx")
    assert (answer["exit"], answer["error"]["code"]) == (2, "out-there")
    assert (folder / "out.docx").read_bytes() == b"mine"
    assert told("merge", "good.docx", "data.yaml", "-o", "out.docx", "--force")["exit"] == 0
    answer = told("merge", "good.docx", "data.yaml", "-o", "good.docx", "--force")
    assert answer["error"]["code"] == "out-is-template"


def test_a_template_that_lacks_a_value_is_not_filled_in(folder: Path) -> None:
    (folder / "less.json").write_text('{"pupil": "Ann"}', "utf-8")
    answer = told("merge", "good.docx", "less.json", "-o", "out.docx")
    assert answer["exit"] == 5
    assert not (folder / "out.docx").exists()


def test_pictures_are_read_from_the_folder_of_the_data(folder: Path) -> None:
    inner = folder / "values"
    inner.mkdir()
    (inner / "badge.png").write_bytes(picture())
    (inner / "data.yaml").write_text(
        "badge: {picture: badge.png, width: 20, alt: Our badge}\n"
        "list: [{badge: {picture: badge.png}}]\n"
        "other: {picture: x, kind: y}\n",
        "utf-8",
    )
    (folder / "badge.docx").write_bytes(template(paras("{{ badge }}")))
    assert word("merge", "badge.docx", "values/data.yaml", "-o", "out.docx").exit_code == 0
    assert "Our badge" in {each.text for each in words_of((folder / "out.docx").read_bytes())}
