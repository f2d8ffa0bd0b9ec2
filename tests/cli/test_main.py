"""The front door: help, hints, flags on either side of the command, and nothing loaded too soon."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from offices import CASE, TODAY

from docgen.cli.main import COMMANDS, docgen, speak_plainly

PAGES = {"typst", "pypdf", "pypdfium2", "fontTools"}
HEAVY = {"docxtpl", "docx", "lxml", "jinja2", "sqlalchemy", "babel", "holidays", "ruamel", "rich"}
HEAVY |= PAGES


def run(*words: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(docgen, list(words), prog_name="docgen")


def loaded_by(*words: str) -> set[str]:
    """Give the top-level modules that a command line loads."""
    script = (
        "import sys, runpy\n"
        "try: runpy.run_module('docgen', run_name='__main__')\n"
        "finally: sys.stderr.write('loaded: ' + ' '.join(sys.modules))\n"
    )
    command = [sys.executable, "-c", script, *words]
    ended = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603 - our own program
    names = ended.stderr.rpartition("loaded: ")[2].split()
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("words", [("--help",), ("-h",), ()])
def test_help_groups_the_commands_in_the_order_of_work(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    places = [result.stdout.index(f"  {entry.name} ") for entry in COMMANDS]
    assert places == sorted(places)
    for heading in ("To start:", "From casefile to letters:", "Afterwards:", "Behind the papers:"):
        assert heading in result.stdout


def test_help_loads_nothing_that_is_slow() -> None:
    assert loaded_by("--help") & HEAVY == set()


@pytest.mark.parametrize("entry", COMMANDS, ids=[entry.name for entry in COMMANDS])
def test_the_help_of_all_says_of_a_command_what_its_own_help_says(entry: object) -> None:
    name = getattr(entry, "name", "")
    result = run(name, "--help")
    assert result.exit_code == 0
    assert getattr(entry, "does", "-") in result.stdout


@pytest.mark.parametrize("group", ["ledger", "pack", "new"])
def test_a_group_alone_shows_its_help(group: str) -> None:
    result = run(group)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Usage: docgen {group} ")


def test_examples_stand_on_one_line_to_be_copied() -> None:
    line = '  docgen issue fam-0042 --by st-2 --reason R-41:ct-3="Trial to the end of term"'
    assert line in run("issue", "--help").stdout.splitlines()
    for words in (("check",), ("new", "case"), ("pack", "edit"), ("ledger", "verify")):
        assert f"  docgen {' '.join(words)}" in run(*words, "--help").stdout


def test_the_version_is_told() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("docgen")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("chek", "fam-0042"), "There is no command 'chek'. Did you mean 'check'?"),
        (("xyzzy",), "There is no command 'xyzzy'. There are: init, new, check"),
        (("ledger", "lst"), "There is no command 'lst'. Did you mean 'list'?"),
        (("check", "fam-0042", "--tody", "2025-10-06"), "--today"),
        (("check",), "Missing argument 'CASE'"),
        (("check", "fam-0042", "fam-0043"), "fam-0043"),
        (("sent", "fam-0042/7", "--date", "2025-10-06"), "--how"),
    ],
)
def test_a_mistyped_command_is_told_plainly(words: tuple[str, ...], hint: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert hint in result.stderr
    assert "--help`" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--json",),
        ("--json", "pack"),
        ("--json", "chek"),
        ("chek", "--json"),
        ("--json", "ledger", "lst"),
        ("check", "--json"),
    ],
)
def test_a_mistyped_command_is_told_as_json_on_stdout_when_asked(words: tuple[str, ...]) -> None:
    result = run(*words)
    told = json.loads(result.stdout)
    assert (result.exit_code, told["exit"]) == (2, 2)
    assert told["error"]["code"] == "usage"


@pytest.mark.parametrize(
    ("typed", "code", "advice"),
    [
        ("3/11/2025", "date-order", "2025-11-03"),
        ("2013-02-29", "date-impossible", "29 February 2013"),
        ("tomorrow", "date-form", "--today"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_day_is_read_as_in_a_casefile_on_either_side_of_the_command(
    typed: str, code: str, advice: str, before: bool
) -> None:
    flag = ("--today", typed)
    words = (*flag, "check", "fam-0042") if before else ("check", "fam-0042", *flag)
    result = run(*words)
    assert result.exit_code == 2
    assert code in result.stderr
    assert advice in result.stderr


def test_names_can_be_printed_on_a_console_that_has_no_letters_for_them() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    speak_plainly(stream)
    stream.write("Łęcki")
    stream.flush()
    assert stream.buffer.getvalue() == b"??cki"


@pytest.mark.parametrize("command", ["check", "plan"])
def test_looking_at_a_case_loads_neither_word_nor_the_database(command: str, office: Path) -> None:
    words = (command, CASE, "--workspace", str(office), "--today", TODAY)
    assert loaded_by(*words) & (HEAVY - {"babel", "rich", "holidays"}) == set()


def test_check_draws_no_table(office: Path) -> None:
    words = ("check", CASE, "--workspace", str(office), "--today", TODAY)
    assert "rich" not in loaded_by(*words)


def test_drafting_loads_neither_the_yaml_editor_nor_a_table(office: Path) -> None:
    words = ("generate", CASE, "--workspace", str(office), "--today", TODAY)
    assert loaded_by(*words) & {"ruamel", "rich"} == set()


def test_word_files_alone_load_nothing_that_sets_pages(office: Path) -> None:
    words = ("generate", CASE, "--workspace", str(office), "--today", TODAY)
    assert loaded_by(*words) & PAGES == set()
