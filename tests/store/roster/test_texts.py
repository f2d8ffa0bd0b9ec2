"""What no letter may print is told by cell: commands, signs lost, garbled or unseen."""

from pathlib import Path

import pytest
from rosterwork import HEADINGS, SAM, csv_file, faults_of, lines_of, rows_of, texts_of, told_of


def with_cell(folder: Path, text: str) -> Path:
    """Write a roster with this in the third column of row 3."""
    quoted = '"' + text.replace('"', '""') + '"'
    return csv_file(folder, lines_of(HEADINGS, SAM, ("A1", "Sam", quoted, "x")))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("=cmd|'/c calc'!A0", "roster-cell-command"),
        ("+cmd|'/c calc'!A0", "roster-cell-command"),
        ("-2+3+cmd|'/c calc'!A0", "roster-cell-command"),
        ("@SUM(1+1)*cmd|' /C calc'!A0", "roster-cell-command"),
        ("=1+1", "roster-cell-command"),
        ('=HYPERLINK("x")', "roster-cell-command"),
        ("O\x00Example", "roster-cell-control"),
        ("Exam\x07ple", "roster-cell-control"),
        ("Ex\ufffdmple", "roster-cell-lost"),
        ("JosÃ©", "roster-cell-garbled"),
        ("García".encode().decode("cp1252"), "roster-cell-garbled"),
        ("Å\u0081ukasz", "roster-cell-control"),
        ("Żó".encode().decode("cp1252"), "roster-cell-garbled"),
        ("O\u2019Brien".encode().decode("cp1252"), "roster-cell-garbled"),
    ],
)
def test_it_is_refused(tmp_path: Path, text: str, rule: str) -> None:
    assert faults_of(with_cell(tmp_path, text)) == [(rule, 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *("+44 (0)7700 900123", "-", "- -", "@example", "Ångström", "JOÃO", "Ă", "Âme", "O'Neil"),
        *(
            "Ahmed-Khan",
            "ÄNGELA",
            "Nguyễn",
            "আমিনা",
            "\u0639\u0644\u06cc",
            "\u0645\u06cc\u200c\u062e",
            "Łukasz",
            "50%",
        ),
    ],
)
def test_real_names_and_phones_are_not(tmp_path: Path, text: str) -> None:
    path = with_cell(tmp_path, text)
    assert faults_of(path) == []
    assert texts_of(path)[1][2] == text


def test_signs_that_nobody_sees_are_taken_out_and_counted(tmp_path: Path) -> None:
    path = with_cell(tmp_path, "\u200bExam\u00adple\ufeff")
    assert texts_of(path)[1][2] == "Example"
    assert told_of(path) == ["roster-unseen"]
    assert not rows_of(with_cell(tmp_path, "\u200b"))[1].cells[2].text


def test_no_finding_says_what_stands_in_a_cell(tmp_path: Path) -> None:
    row = rows_of(with_cell(tmp_path, "=secret"))[1]
    assert [finding for finding in row.findings if "secret" in finding.message] == []
    assert "“Surname”" in row.findings[0].message
