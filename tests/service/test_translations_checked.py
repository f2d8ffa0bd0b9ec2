"""Every fault of an office's translations is told with its file and line."""

from pathlib import Path

import pytest
from bundlework import HEAD, SHEET, told
from translatedwork import MENDED, POLISH_RING, RING, Office, begun

from docgen.service.translations.check import check_languages


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Lay out an office and its Polish file."""
    return begun(tmp_path / "office")


@pytest.mark.parametrize(
    ("english", "text", "expected"),
    [
        (RING, "Prosimy o telefon.", "translation-lost"),
        (RING, POLISH_RING + " {{ contact.name }}", "translation-invented"),
        ("I agree", "<1>Zgadzam się</1>", "translation-tags"),
        ("I agree", "I agree", "translation-same"),
        ("I agree", "Zgadzam się " * 9, "translation-long"),
        ("I agree", "\u0e01\u0e32", "translation-glyphs"),
    ],
)
def test_what_is_wrong_with_a_text_is_told_with_its_line(
    office: Office, english: str, text: str, expected: str
) -> None:
    office.say(english, text)
    line = _line(office.po, english)
    assert (expected, line) in told(check_languages(office.demand, "pl")["pl"])


def test_what_no_paper_says_any_longer_is_told_as_a_remark(office: Office) -> None:
    office.mend(RING, MENDED)
    found = check_languages(office.demand, "pl")["pl"]
    assert ("translation-unasked", _line(office.po, RING)) in told(found)


def test_a_folder_without_a_language_is_told(office: Office) -> None:
    home = office.folder / "translations" / "xy"
    home.mkdir()
    (home / "wessex-vale.po").write_text(HEAD, "utf-8")
    assert told(check_languages(office.demand)[""]) == [("language-unknown", 1)]


def test_a_folder_with_another_name_than_a_tag_is_told(office: Office) -> None:
    home = office.folder / "translations" / "polski"
    home.mkdir()
    (home / "language.yaml").write_text(SHEET, "utf-8")
    assert told(check_languages(office.demand)[""]) == [("language-tag", 1)]


def test_a_font_or_locale_that_nobody_has_is_told(office: Office) -> None:
    sheet = SHEET.replace("Arimo", "Comic Hand").replace("pl_PL", "pl_XX")
    (office.folder / "translations" / "pl" / "language.yaml").write_text(sheet, "utf-8")
    rules = [rule for rule, _ in told(check_languages(office.demand, "pl")["pl"])]
    assert "language-font" in rules
    assert "language-locale" in rules


def test_nothing_is_wrong_with_what_comes_with_docgen(office: Office) -> None:
    found = check_languages(office.demand)
    errors = [each.rule for all_ in found.values() for each in all_ if each.severity == "E"]
    assert errors == []


def _line(po: Path, english: str) -> int:
    """Give the line where a message begins in a file."""
    lines = po.read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line == f'msgid "{english}"')
