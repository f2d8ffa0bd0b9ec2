"""`docgen batch print` and `reprint`: what is told, in words and in JSON, and how they leave."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pageoffice import invite
from printwork import made, printable

from docgen.cli.main import docgen


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with the roster of two sisters, their parents, and a neighbour."""
    return printable(tmp_path / "office")


def batch(office: Path, *words: str) -> Result:
    """Run a command of `docgen batch` in the office."""
    everywhere = ["--workspace", str(office), "--today", "2025-12-01"]
    return CliRunner().invoke(docgen, [*everywhere, "batch", *words])


def told(office: Path, *words: str) -> dict[str, Any]:
    """Run it with `--json`."""
    result = batch(office, *words, "--json")
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["exit"] == result.exit_code
    return answer


def test_what_is_to_be_printed_is_counted_and_found(office: Path) -> None:
    name = made(office)
    result = batch(office, "print", name, "--envelope", "c5")
    assert result.exit_code == 0, result.output
    assert "4 letters in 3 envelopes, to print and pack." in result.output
    assert "with cover-sheet.html and index.csv:" in result.output
    assert "  en-invite.pdf\n4 pages on 4 sheets." in result.output
    shape = told(office, "print", name, "--sort", "class", "--sides", "one-sided")
    assert (shape["letters"], shape["envelopes"], shape["sheets"]) == (4, 3, 4)
    assert shape["files"] == ["en-invite.pdf"]
    assert shape["left_out"] == []


def test_what_fails_the_proof_is_told_with_its_envelope(office: Path) -> None:
    name = made(office)
    words = ("print", name, "--envelope", "dl", "--window", "20,60,150,20")
    result = batch(office, *words)
    assert result.exit_code == 4
    assert "Left out, with all in their envelopes: 4" in result.output
    assert "print-address-hidden: " in result.output
    shape = told(office, *words)
    assert shape["left_out"][0]["findings"][0]["rule"] == "print-address-hidden"


def test_many_files_are_not_all_named_and_what_goes_with_another_is_told(tmp_path: Path) -> None:
    more = "".join(
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        for words in ("{%p if 'Maryam' in pupil.legal_name %}", "Her", "{%p endif %}")
    )
    office = printable(tmp_path / "office", template=invite(more=more))
    result = batch(office, "print", made(office), "--as", "files", "--most", "1")
    assert result.exit_code == 0, result.output
    assert result.output.count(".pdf\n") == 4


@pytest.mark.parametrize("window", ["20,18,90", "a,b,c,d"])
def test_a_window_is_four_figures(office: Path, window: str) -> None:
    result = batch(office, "print", "any", "--window", window)
    assert result.exit_code == 2
    assert "Write four figures with commas between" in result.output


def test_a_letter_printed_again_is_told_with_its_place(office: Path) -> None:
    name = made(office)
    folder = Path(told(office, "print", name)["folder"])
    lines = (folder / "index.csv").read_text("utf-8-sig").splitlines()
    number = lines[2].split(",")[7]
    shape = told(office, "reprint", number)
    assert (shape["envelope"], shape["letter"], shape["of"]) == (2, 1, 2)
    assert shape["place"]["page"] == 3
    result = batch(office, "reprint", number)
    assert "Envelope 2, letter 1 of 2" in result.output
    assert "Its place: en-invite.pdf, page 3, after b-" in result.output
    first = batch(office, "reprint", lines[1].split(",")[7]).output
    assert "page 1, the first, before b-" in first
    last = batch(office, "reprint", lines[4].split(",")[7]).output
    assert last.rstrip().endswith(", the last.")
