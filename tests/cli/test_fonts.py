"""`docgen fonts`: the families of PDFs, and what a text, a casefile or a Word file lacks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from offices import CASE, LET_GO, THREE, change, run, told
from wordfiles import letter, paras

from docgen.press.fonts import faces

CHINESE = "U+738B CJK UNIFIED IDEOGRAPH-738B"
FAMILY = {"name", "styles", "like", "serves", "licence"}


def test_the_families_are_listed_with_what_they_serve(office: Path) -> None:
    result = run(office, "fonts")
    assert result.exit_code == 0
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("Noto Naskh")]
    assert line.split("  ")[0] == "Noto Naskh Arabic"
    assert "Regular, Bold" in line
    assert "OFL-1.1" in line
    families = told(office, "fonts")["families"]
    assert len(families) == 10
    assert all(set(family) == FAMILY for family in families)
    assert families[0]["like"][0] == "Arial"


@pytest.mark.parametrize(
    ("text", "families", "lacks"),
    [
        ("Zoë", ["Arimo"], []),
        ("Zoë নাম", ["Arimo", "Noto Sans Bengali"], []),
        ("王", [], [{"where": "text", "characters": [CHINESE]}]),
        ("", [], []),
    ],
)
def test_a_text_is_shown_by_families_or_lacks_characters(
    office: Path, text: str, families: list[str], lacks: list[object]
) -> None:
    assert told(office, "fonts", text) == {"exit": 0, "families": families, "lacks": lacks}


def test_the_answer_is_told_in_words(office: Path) -> None:
    assert run(office, "fonts", "Zoë 王").stdout.splitlines() == [
        "Shown by Arimo.",
        f"No font has, in text: {CHINESE}.",
    ]
    assert run(office, "fonts", "Zoë").stdout.splitlines()[-1] == "Nothing is lacking."


def test_a_casefile_tells_which_of_its_texts_lack_what(office: Path) -> None:
    assert told(office, "fonts", "--file", CASE)["lacks"] == []
    change(office, 'preferred_name: "Zosia"', "preferred_name: 王")
    (lack,) = told(office, "fonts", "--file", CASE)["lacks"]
    assert lack == {"where": "pupils.c-1.preferred_name", "characters": [CHINESE]}


def test_check_tells_of_it_and_stops_nothing(office: Path) -> None:
    before = run(office, "check", CASE)
    change(office, 'preferred_name: "Zosia"', "preferred_name: 王")
    result = run(office, "check", CASE)
    assert result.exit_code == before.exit_code
    (finding,) = [
        each for each in told(office, "check", CASE)["findings"] if "fonts" in each["rule"]
    ]
    assert (finding["rule"], finding["severity"]) == ("text-beyond-fonts", "I")
    assert "王" not in result.stdout


def test_a_casefile_that_cannot_be_read_is_refused(office: Path) -> None:
    (office / "casefiles" / "fam-0999.yaml").write_text("- 1\n", encoding="utf-8")
    assert told(office, "fonts", "--file", "fam-0999")["error"]["code"] == "casefile-rejected"


def test_a_word_file_tells_which_of_its_places_lack_what(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(letter(paras("Dear Zoë", "王")))
    found = told(office, "fonts", "--file", str(file))
    assert found["families"] == ["Arimo"]
    assert found["lacks"] == [{"where": "body", "characters": [CHINESE]}]


def test_what_is_no_word_file_is_refused(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(b"no Word file")
    assert run(office, "fonts", "--file", str(file)).exit_code == 5


def test_a_text_and_a_file_at_once_are_too_much(office: Path) -> None:
    answer = told(office, "fonts", "Zoë", "--file", CASE)
    assert (answer["exit"], answer["error"]["code"]) == (2, "fonts-text-and-file")


@pytest.fixture
def no_fonts(office: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an office whose docgen has lost a file of its fonts; a name is not plain ASCII."""
    change(office, 'preferred_name: "Zosia"', "preferred_name: Zoë")
    lost = office / "faces"
    shutil.copytree(faces.OWN, lost)
    (lost / "Arimo-Bold.json").unlink()
    monkeypatch.setattr(faces, "OWN", lost)
    faces.own_faces.cache_clear()
    yield office
    faces.own_faces.cache_clear()


@pytest.mark.parametrize(
    "words",
    [
        ("check", CASE),
        ("plan", CASE),
        ("generate", CASE, *THREE),
        ("issue", CASE, *THREE, *LET_GO, "--format", "docx"),
        ("pack", "check", "--authority", "kent"),
    ],
    ids=" ".join,
)
def test_without_the_fonts_all_is_done_that_makes_no_pdf(
    no_fonts: Path, words: tuple[str, ...]
) -> None:
    assert run(no_fonts, *words).exit_code == (0 if words[0] in {"plan", "pack"} else 4)


def test_a_check_of_a_template_says_that_without_the_fonts_nobody_looked(
    no_fonts: Path, tmp_path: Path
) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(letter(paras("Dear Zoë")))
    answer = told(no_fonts, "word", "check", str(file))
    assert answer["exit"] == 0
    (finding,) = [each for each in answer["findings"] if each["rule"] == "fonts-missing"]
    assert finding["severity"] == "I"
    assert finding["message"].endswith("nobody has looked whether a PDF can be made of this.")


@pytest.mark.parametrize(
    "words",
    [
        ("fonts",),
        ("fonts", "Zoë"),
        ("generate", CASE, *THREE, "--format", "pdf"),
        ("issue", CASE, *THREE, *LET_GO, "--format", "docx,pdf", "--engine", "native"),
        ("preview", CASE, "--kind", "contract"),
        ("pack", "proof", "contract", "--authority", "essex"),
        ("word", "pdf", "letter.docx", "-o", "letter.pdf"),
        ("word", "pdf", "letter.docx", "other.docx", "-o", "pdfs"),
    ],
    ids=" ".join,
)
def test_what_makes_a_pdf_stops_without_the_fonts_and_says_how_to_get_them(
    no_fonts: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(no_fonts)
    for name in ("letter.docx", "other.docx"):
        Path(name).write_bytes(letter(paras("Dear Zoë")))
    answer = told(no_fonts, *words)
    assert (answer["exit"], answer["error"]["code"]) == (8, "fonts-missing")
