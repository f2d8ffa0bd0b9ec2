"""Broken casefiles through the real command line: plain words, a place, nothing written."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from broken_cases import SLIPS, SOUND, Slip
from click.testing import CliRunner, Result

from docgen.cli.main import docgen
from docgen.store.workspace import lay_out

REJECTED = 3
SECONDS = 20
MEGABYTES = 500


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an office's folder, as `docgen init` lays it out."""
    folder = tmp_path_factory.mktemp("office")
    lay_out(folder)
    return folder


def put(office: Path, content: bytes) -> Path:
    """Put a casefile into the office."""
    file = office / "casefiles" / "fam-0900.yaml"
    file.write_bytes(content)
    return file


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def run(file: Path, *command: str) -> Result:
    """Run a command on a casefile with the clock at 10 November 2025."""
    return CliRunner().invoke(docgen, [*command, str(file), "--today", "2025-11-10"])


def told(result: Result) -> str:
    """Give what was told, with the blanks of line breaks made one."""
    return " ".join(result.stderr.split())


def test_the_sound_casefile_is_sound(office: Path) -> None:
    result = run(put(office, SOUND.encode()), "check")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_with_its_line_in_plain_words_and_nothing_is_written(
    slip: Slip, office: Path
) -> None:
    file = put(office, slip.text.encode())
    before = contents(office)
    result = run(file, "check")
    assert result.exit_code == REJECTED
    assert f"{file.name}:{slip.line}:" in told(result)
    assert f" {slip.rule} " in told(result)
    assert slip.says in told(result)
    assert "Traceback" not in result.output
    assert contents(office) == before


@pytest.mark.parametrize("command", ["plan", "generate", "issue"])
def test_no_command_makes_anything_of_a_broken_casefile(command: str, office: Path) -> None:
    file = put(office, SLIPS["somebody who is not there"].text.encode())
    before = contents(office)
    assert run(file, command).exit_code == REJECTED
    assert contents(office) == before


def test_all_slips_are_told_at_once(office: Path) -> None:
    text = SOUND
    for name in (
        "a version with a point",
        "a value left empty",
        "29 February of a year that has none",
    ):
        text = text.replace(SLIPS[name].old, SLIPS[name].new)
    result = run(put(office, text.encode()), "check")
    assert result.exit_code == REJECTED
    for rule in ("number-form", "value-empty", "date-impossible"):
        assert f" {rule} " in told(result)


ENCODED = {
    "Windows-1252": (SOUND.replace("Ada", "Zoë").encode("cp1252"), "yaml-not-utf8", ":9:"),
    "UTF-16": (SOUND.encode("utf-16"), "yaml-utf16", ":1:"),
    "nothing at all": (b"", "yaml-empty", ":1:"),
    "nothing but a comment": (b"# to do\n", "yaml-empty", ":1:"),
    "a list": (b"- one\n- two\n", "yaml-no-fields", ":1:"),
    "a Word file": (b"PK\x03\x04" + bytes(range(256)) * 9, "yaml-", ":"),
}


@pytest.mark.parametrize(("content", "rule", "line"), ENCODED.values(), ids=ENCODED.keys())
def test_a_file_that_is_no_utf8_yaml_is_told(
    content: bytes, rule: str, line: str, office: Path
) -> None:
    file = put(office, content)
    result = run(file, "check")
    assert result.exit_code == REJECTED
    assert rule in told(result)
    assert f"{file.name}{line}" in told(result)


def bombs() -> dict[str, tuple[str, str]]:
    """Give texts that swell, sink or never end, and what is told of them."""
    lists = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return {
        "aliases that double": ("\n".join(["a0: &a0 lol", *lists]), "yaml-alias"),
        "brackets in brackets": ("a: " + "[" * 200_000, "yaml-too-deep"),
        "fields in fields": ("a: " + "{b: " * 100_000, "yaml-too-deep"),
        "hyphens in hyphens": ("a:\n" + "- " * 100_000, "yaml-too-deep"),
        "one huge text": ("a: " + "x" * 900_000, "yaml-text-too-long"),
        "one huge key": ("x" * 900_000 + ": a", "yaml-"),
        "a huge file": ("# nothing\n" * 300_000, "yaml-too-large"),
        "faults without end": ("a: 1\n" * 100_000, "yaml-and-more"),
        "a question without answer": ("? " * 100_000, "yaml-"),
    }


@pytest.mark.parametrize(("text", "rule"), bombs().values(), ids=bombs().keys())
def test_a_bomb_is_told_in_bounded_time(text: str, rule: str, office: Path) -> None:
    file = put(office, text.encode())
    before = contents(office)
    start = time.monotonic()
    result = run(file, "check")
    assert result.exit_code == REJECTED
    assert rule in told(result)
    assert len(result.stderr) < 100_000
    assert time.monotonic() - start < SECONDS
    assert contents(office) == before


def test_a_bomb_costs_a_process_of_its_own_little_memory(office: Path) -> None:
    file = put(office, bombs()["aliases that double"][0].encode())
    script = (
        "import resource, runpy, sys\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES}_000_000,) * 2)\n"
        "sys.argv[0] = 'docgen'\n"
        "runpy.run_module('docgen', run_name='__main__')\n"
    )
    command = [sys.executable, "-c", script, "check", str(file)]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own program
    assert done.returncode == REJECTED
    assert b"yaml-alias" in done.stderr


@pytest.mark.parametrize("wanted", ["../x", "CON", "a:b", "fam-9999", "/nowhere/fam.yaml"])
def test_a_case_that_is_not_there_is_told(
    wanted: str, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office)
    before = contents(office)
    result = run(Path(wanted), "check")
    assert result.exit_code in (2, 8)
    assert "What to do:" in told(result)
    assert contents(office) == before


HELD = {
    "other languages' no": ("speaks: en", "speaks: no"),
    "a name that YAML takes for nothing": ('"Ada Kerr"', "Null"),
    "a name that YAML takes for yes": ('"Ada Kerr"', "True On"),
    "a telephone number that YAML takes for octal": ('"07700 900 190"', "01632"),
    "a time without quotes": ("time: 14:30", "time: 15:45"),
}


@pytest.mark.parametrize(("old", "new"), HELD.values(), ids=HELD.keys())
def test_what_other_readers_of_yaml_mistake_is_taken_as_typed(
    old: str, new: str, office: Path
) -> None:
    result = run(put(office, SOUND.replace(old, new).encode()), "check")
    assert result.exit_code in (0, 4)
    assert result.stderr == ""
