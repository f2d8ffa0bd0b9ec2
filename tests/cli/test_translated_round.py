"""From a template in English to an issued letter in two languages, and through a change of it."""

from pathlib import Path

import pytest
from offices import run, told
from officework import CASE, office_in
from openpyxl import load_workbook
from translatedwork import MENDED, RING

READS_POLISH = CASE.replace(
    "address_verified", "languages: {speaks: pl, reads: pl, english: good}, address_verified", 1
)
INVITE = ("fam-0001", "--kind", "invite", "--for", "p-1")
ON = ("--today", "2025-12-01")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Lay out an office with a mother who reads Polish."""
    return office_in(tmp_path / "office", READS_POLISH)


def states(office: Path, command: str) -> dict[str, list[str]]:
    """Make the invitation; give which rules stop or mark it, by what became of it."""
    answer = told(office, *ON, command, *INVITE)
    return {
        part: sorted({each["rule"] for job in answer[part] for each in job["findings"]})
        for part in ("made", "stopped")
        if answer[part]
    }


def translated(office: Path, path: Path) -> None:
    """Let a translator fill in all that is still open."""
    run(office, "translations", "export", "pl", "--xlsx", "--open", "-o", str(path))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        sheet[f"G{row}"] = f"«{sheet[f'E{row}'].value}»"
    book.save(path)
    assert run(office, "translations", "import", str(path)).exit_code == 0


def mended(office: Path) -> None:
    """Let the office change a sentence of its letters."""
    pack = office / "templates" / "wessex-vale" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace(RING, MENDED), "utf-8")


def test_a_letter_waits_for_its_translation_and_for_who_checks_it(
    office: Path, tmp_path: Path
) -> None:
    assert "R-110" in states(office, "generate")["stopped"]
    translated(office, tmp_path / "pl.xlsx")
    assert "T-18" in states(office, "generate")["made"]
    assert "T-18" in states(office, "issue")["stopped"]
    run(office, "translations", "approve", "pl", "--all")
    assert "T-18" not in states(office, "issue")["made"]


def test_a_changed_sentence_stops_the_letter_until_it_is_dealt_with(
    office: Path, tmp_path: Path
) -> None:
    translated(office, tmp_path / "pl.xlsx")
    run(office, "translations", "approve", "pl", "--all")
    mended(office)
    assert run(office, *ON, "generate", *INVITE).exit_code == 6
    answer = told(office, "translations", "status", "pl")
    (stale,) = [m for m in answer["languages"][0]["messages"] if m["status"] == "stale"]
    assert stale["was"] == RING
    run(office, "translations", "keep", stale["message"], "--same-meaning")
    assert "T-18" not in states(office, "issue")["made"]


def test_a_changed_sentence_translated_anew_is_checked_anew(office: Path, tmp_path: Path) -> None:
    translated(office, tmp_path / "pl.xlsx")
    run(office, "translations", "approve", "pl", "--all")
    mended(office)
    translated(office, tmp_path / "again.xlsx")
    assert "T-18" in states(office, "issue")["stopped"]
    run(office, "translations", "approve", "pl", "--all")
    assert "T-18" not in states(office, "issue")["made"]
