"""`docgen batch word`: what is told of the rows, in words and in JSON, and how it leaves."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mailwork import LINES, ROWS, many, write
from wordfiles import letter

from docgen.cli.main import docgen

COMMAND = ("word", "letter.docx", "people.csv", "--out", "letters")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that is no workspace, with a template and a sheet, and work in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.docx").write_bytes(letter(*LINES))
    write(tmp_path, ROWS)
    return tmp_path


def batch(*words: str) -> Result:
    """Run a command of `docgen batch`."""
    return CliRunner().invoke(docgen, ["batch", *words])


def told(*words: str) -> dict[str, Any]:
    """Run it with `--json`."""
    result = batch(*words, "--json")
    answer: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    assert answer["exit"] == result.exit_code
    return answer


def test_all_rows_made_leaves_with_0_and_tells_the_ledger_s_head(folder: Path) -> None:
    result = batch(*COMMAND)
    assert result.exit_code == 0
    assert result.stdout.startswith("letters: 3 letters made of 3 rows.\n")
    assert "Ledger: 3 entries, head seal " in result.stdout
    assert (folder / "letters" / "row-000002.docx").exists()
    assert batch(*COMMAND).stdout.startswith(
        "letters: 0 letters made of 3 rows, 3 rows stood already.\n"
    )


def test_rows_refused_leave_with_4_and_each_cell_is_named(folder: Path) -> None:
    write(folder, many(60, spoilt=1))
    result = batch(*COMMAND, "--marked", "seen.xlsx")
    assert result.exit_code == 4
    assert "letters: 0 letters made of 60 rows, 60 rows refused." in result.stdout
    assert "rows-cell-empty (E): 60 times, the first 50 of them" in result.stdout
    assert "people.csv:2:2  rows-cell-empty  E  Parent name is empty here" in result.stdout
    assert "The sheet with the bad cells marked: seen.xlsx" in result.stdout


def test_a_command_tells_just_these_names(folder: Path) -> None:
    write(folder, ["A1,,Zoë,9"])
    answer = told(*COMMAND)
    assert set(answer) == {
        "exit", "event", "folder", "rows", "made", "standing", "refused", "findings", "notices",
        "index", "marked", "ledger",
    }  # fmt: skip
    first = answer["findings"][-1]
    assert set(first) == {"rule", "severity", "count", "shown"}
    assert (answer["exit"], answer["refused"], answer["ledger"]) == (4, 1, None)


def test_a_file_that_somebody_changed_is_told(folder: Path) -> None:
    batch(*COMMAND, "--name", "UPN")
    (folder / "letters" / "A1.docx").write_bytes(b"changed")
    result = batch(*COMMAND, "--name", "UPN")
    assert "Good to know: A1.docx was not as it was made: it is kept as" in result.stdout
    assert result.exit_code == 0


def test_columns_that_don_t_fit_leave_with_3_and_a_wrong_flag_with_2(folder: Path) -> None:
    assert told(*COMMAND, "--name", "Surname")["error"]["code"] == "rows-no-such-column"
    assert told(*COMMAND, "--map", "Year")["exit"] == 2
    write(folder, ROWS, "A,B,C,D")
    answer = told(*COMMAND)
    assert (answer["exit"], answer["error"]["code"]) == (3, "rows-unfit")


def test_in_json_each_line_is_an_event_and_the_last_the_answer(folder: Path) -> None:
    *events, answer = [json.loads(each) for each in batch(*COMMAND, "--json").stdout.splitlines()]
    assert [each["event"] for each in events] == ["delivered", "done"]
    assert (events[-1]["letters"], answer["made"], answer["event"]) == (3, 3, "report")
    assert Path(answer["index"]).name == "index.csv"
    assert (folder / "letters" / "index.csv").is_file()


@pytest.mark.usefixtures("folder")
def test_on_a_terminal_it_is_said_how_to_go_on() -> None:
    result = batch(*COMMAND)
    assert "run the same command again: it goes on" in result.stderr
    assert "letters/index.csv" in result.stdout.replace(os.sep, "/")
