"""`docgen word pdf`, and papers asked for as PDFs, as a clerk meets them."""

import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from lintwork import template
from oddblocks import BLOCKS
from offices import CASE, LET_GO, THREE, change, run
from offices import told as told_in
from wordfiles import box, para, paras, text

import docgen as package
from docgen.cli.main import docgen
from docgen.cli.papers import read_format
from docgen.errors import TemplateRejected, UsageTrouble
from docgen.press.pdf.office import find_office
from docgen.press.pdf.pages import word_boxes
from docgen.service.pdf import NATIVE

LETTER = template(paras("Dear Ann", "Come and talk to us."))
DROPPED = para(text("A"), properties='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
BOXED = template(paras("Dear Ann") + para(box(paras("Aside"))))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a letter, on a machine without LibreOffice, and work in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_SOFFICE", "nowhere")
    (tmp_path / "letter.docx").write_bytes(LETTER)
    (tmp_path / "boxed.docx").write_bytes(BOXED)
    return tmp_path


def pdf(*words: str) -> Result:
    """Run `docgen word pdf`."""
    return CliRunner().invoke(docgen, ["word", "pdf", *words])


def told(*words: str) -> dict[str, Any]:
    """Run it with `--json`."""
    result = pdf(*words, "--json")
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["exit"] == result.exit_code
    return answer


def words_on(path: Path) -> str:
    """Give the words on a PDF's pages."""
    return " ".join(word.text for word in word_boxes(path.read_bytes()))


def test_a_letter_becomes_a_pdf(folder: Path) -> None:
    result = pdf("letter.docx", "-o", "letter.pdf")
    assert (result.exit_code, result.stdout) == (0, "letter.pdf is made.\n")
    assert words_on(folder / "letter.pdf") == "Dear Ann Come and talk to us."


def test_in_json_stands_what_made_it(folder: Path) -> None:
    answer = told("letter.docx", "-o", "letter.pdf")
    assert answer == {"exit": 0, "file": "letter.pdf", "engine": NATIVE}
    assert b"D:20000101" in (folder / "letter.pdf").read_bytes()


def test_a_file_that_is_there_is_not_written_over_unasked(folder: Path) -> None:
    (folder / "letter.pdf").write_bytes(b"mine")
    assert told("letter.docx", "-o", "letter.pdf")["error"]["code"] == "out-there"
    assert (folder / "letter.pdf").read_bytes() == b"mine"
    assert told("letter.docx", "-o", "letter.pdf", "--force")["exit"] == 0
    answer = told("letter.docx", "-o", "./letter.docx", "--force")
    assert answer["error"]["code"] == "out-is-template"
    assert answer["error"]["message"] == "letter.docx is the Word file itself."


def test_of_several_letters_each_becomes_a_pdf_in_a_folder(folder: Path) -> None:
    words = [folder / f"{name}.docx" for name in ("ann", "bob", "cem", "dev", "eva", "fay")]
    for word in words:
        word.write_bytes(template(paras(f"Dear {word.stem}")))
    result = pdf(*(word.name for word in words), "-o", "pdfs")
    assert result.exit_code == 0
    lying = [Path("pdfs", f"{word.stem}.pdf") for word in words]
    assert result.stdout.splitlines() == [f"{path} is made." for path in lying]
    assert [words_on(path) for path in lying] == [f"Dear {word.stem}" for word in words]
    alone = [package.to_pdf(word.read_bytes()) for word in words]
    assert [path.read_bytes() for path in lying] == alone


def test_one_that_cant_be_made_is_told_and_the_others_are_made(folder: Path) -> None:
    (folder / "no.docx").write_bytes(b"no Word file")
    letters = ["boxed.docx", "none.docx", "letter.docx", "no.docx"]
    answer = told(*letters, "-o", "pdfs")
    assert answer["exit"] == 5
    assert [each["word"] for each in answer["files"]] == letters
    codes = [each.get("error", {}).get("code") for each in answer["files"]]
    assert codes == ["pdf-needs-office", "disk-refused", None, "pdf-unreadable"]
    made = {"word": "letter.docx", "file": str(Path("pdfs", "letter.pdf")), "engine": NATIVE}
    assert answer["files"][2] == made
    assert [path.name for path in (folder / "pdfs").iterdir()] == ["letter.pdf"]
    result = pdf(*letters, "-o", "pdfs", "--force", "--engine", "native")
    assert (result.exit_code, result.stdout) == (5, f"{Path('pdfs', 'letter.pdf')} is made.\n")
    assert "none.docx:\n" in result.stderr
    assert "3 files of 4 could not be made a PDF." in result.stderr


@pytest.mark.parametrize(
    ("letters", "out", "code"),
    [
        (["letter.docx", "boxed.docx"], "boxed.docx", "out-no-folder"),
        (["letter.docx", "more/Letter.docx"], "pdfs", "out-twice"),
        (["boxed.docx", "letter.docx"], ".", "out-there"),
    ],
)
def test_nothing_is_made_where_a_pdf_would_have_no_place(
    folder: Path, letters: list[str], out: str, code: str
) -> None:
    (folder / "letter.pdf").write_bytes(b"mine")
    answer = told(*letters, "-o", out)
    assert (answer["exit"], answer["error"]["code"]) == (2, code)
    assert [path.read_bytes() for path in folder.glob("**/*.pdf")] == [b"mine"]


def test_no_several_letters_are_given_to_an_office_that_is_not_there(folder: Path) -> None:
    words = ("letter.docx", "boxed.docx", "-o", "pdfs", "--engine", "office")
    assert told(*words)["error"]["code"] == "pdf-no-office"
    assert list((folder / "pdfs").iterdir()) == []


@pytest.mark.parametrize(
    ("engine", "status", "code"),
    [
        ("auto", 5, "pdf-needs-office"),
        ("native", 5, "pdf-unsupported"),
        ("office", 2, "pdf-no-office"),
    ],
)
def test_what_cant_be_set_is_named_with_the_remedy(
    folder: Path, engine: str, status: int, code: str
) -> None:
    answer = told("boxed.docx", "-o", "boxed.pdf", "--engine", engine)
    assert (answer["exit"], answer["error"]["code"]) == (status, code)
    rules = [each["rule"] for each in answer["error"]["findings"]]
    assert ("pdf-text-box" in rules) is (engine != "office")
    assert not (folder / "boxed.pdf").exists()


@pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")
def test_libreoffice_sets_what_docgen_cant_where_it_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOCGEN_SOFFICE")
    words = ("word", "pdf", "boxed.docx", "-o", "boxed.pdf", "--json")
    command = [sys.executable, "-m", "docgen", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert json.loads(done.stdout)["engine"].startswith("office ")
    assert "Dear Ann" in words_on(folder / "boxed.pdf")


@pytest.mark.parametrize("engine", ["auto", "office"])
def test_letters_of_no_font_are_told_and_never_left_to_libreoffice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(folder / "letter.docx"))  # it is never started
    (folder / "name.docx").write_bytes(template(paras("Dear \u4e2d")))
    answer = told("name.docx", "-o", "name.pdf", "--engine", engine)
    assert (answer["exit"], answer["error"]["code"]) == (5, "pdf-unshown")
    assert [each["rule"] for each in answer["error"]["findings"]] == ["pdf-glyph-missing"]


@pytest.mark.parametrize(
    ("engine", "code"),
    [
        ("auto", "pdf-unshown"),
        ("office", "pdf-unshown"),
        ("native", "pdf-unsupported"),
    ],
)
@pytest.mark.parametrize("name", ["a picture that says nothing", "a picture whose file is empty"])
def test_a_picture_that_would_be_lost_is_refused_whoever_sets_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, engine: str, code: str
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(folder / "letter.docx"))  # it is never started
    (folder / "shown.docx").write_bytes(BLOCKS[name].content)
    answer = told("shown.docx", "-o", "shown.pdf", "--engine", engine)
    assert (answer["exit"], answer["error"]["code"]) == (5, code)
    rules = [each["rule"] for each in answer["error"]["findings"]]
    assert rules == list(BLOCKS[name].stops)
    assert not (folder / "shown.pdf").exists()


def test_what_is_no_word_file_is_told(folder: Path) -> None:
    (folder / "no.docx").write_bytes(b"no Word file")
    answer = told("no.docx", "-o", "no.pdf")
    assert answer["exit"] == 5
    assert [each["rule"] for each in answer["error"]["findings"]] == ["word-not-docx"]
    assert told("none.docx", "-o", "no.pdf")["error"]["code"] == "disk-refused"


@pytest.mark.usefixtures("folder")
def test_any_program_may_ask_for_a_pdf() -> None:
    made = package.to_pdf(LETTER)
    assert made == package.to_pdf(LETTER)
    assert [word.text for word in word_boxes(made)][:2] == ["Dear", "Ann"]
    with pytest.raises(TemplateRejected):
        package.to_pdf(BOXED)


def test_threads_may_ask_for_pdfs_at_the_same_time() -> None:
    letters = [template(paras(*(f"Dear {n}, line {line}" for line in range(40)))) for n in range(6)]
    alone = [package.to_pdf(each) for each in letters]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(package.to_pdf, letters * 3)) == alone * 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("docx", "docx"),
        (" pdf ", "pdf"),
        ("docx,pdf", "docx,pdf"),
        ("pdf, docx", "docx,pdf"),
        ("pdf,pdf", "pdf"),
    ],
)
def test_formats_are_read_in_any_order(text: str, wanted: str) -> None:
    assert read_format(text) == wanted


@pytest.mark.parametrize("text", ["", "odt", "docx,", "docx;pdf", "PDF"])
def test_what_is_no_format_is_told(text: str) -> None:
    with pytest.raises(UsageTrouble) as refused:
        read_format(text)
    assert refused.value.code == "format-unknown"
    assert refused.value.remedy == "Choose from: docx, pdf."


def test_papers_are_issued_as_both_with_an_entry_for_each_file(office: Path) -> None:
    answer = told_in(office, "issue", CASE, *THREE, *LET_GO, "--format", "docx,pdf")
    assert [len(each["files"]) for each in answer["made"]] == [2, 2, 2]
    assert {each["format"] for each in answer["made"]} == {"docx,pdf"}
    entries = told_in(office, "ledger", "list")["entries"]
    assert [(each["number"], each["format"]) for each in entries] == [
        (f"fam-0042/{n}", ending) for n in (1, 2, 3) for ending in ("docx", "pdf")
    ]
    shown = run(office, "ledger", "show", "fam-0042/3").stdout
    assert "version 1 issue (docx) by st-2" in shown
    assert "version 1 issue (pdf) by st-2" in shown
    letter = answer["made"][2]["files"][1]
    assert hashlib.sha256(Path(letter["file"]).read_bytes()).hexdigest() == letter["digest"]
    assert run(office, "ledger", "verify", letter["file"]).exit_code == 0


def test_drafts_tell_both_files(office: Path) -> None:
    words = run(office, "generate", CASE, *THREE, "--format", "pdf,docx").stdout.splitlines()
    files = [line.strip() for line in words if "-draft-" in line]
    assert [Path(each).suffix for each in files] == [".docx", ".pdf"] * (len(files) // 2)


@pytest.fixture
def dropped(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an office without LibreOffice, whose contracts begin a line with a drop cap.

    Nobody has translated that line, and large print has none, so all read ordinary English.
    """
    for old, new in (("reads: pl", "reads: en"), ("reads: ur", "reads: en"), ("large", "standard")):
        change(office, old, new)
    monkeypatch.setenv("DOCGEN_SOFFICE", "nowhere")
    assert run(office, "pack", "edit", "contract", "--authority", "essex").exit_code == 0
    template = office / "templates" / "essex" / "contract.docx"
    with ZipFile(template) as file:
        members = {name: file.read(name) for name in file.namelist()}
    whole, last, end = members["word/document.xml"].rpartition(b"<w:sectPr")
    members["word/document.xml"] = whole + DROPPED.encode() + last + end
    with ZipFile(template, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return office


@pytest.mark.parametrize("command", ["generate", "issue"])
def test_a_paper_that_cant_be_made_a_pdf_is_refused_and_the_others_are_made(
    dropped: Path, command: str
) -> None:
    reasons = LET_GO if command == "issue" else ()
    answer = told_in(dropped, command, CASE, *THREE, *reasons, "--format", "docx,pdf")
    assert answer["exit"] == 4
    made = {each["kind"] for each in answer["made"]}
    assert made == {"copy-letter", "failed-contract"}
    refused = [
        (each["kind"], each["state"])
        for each in answer["stopped"]
        if "pdf-drop-cap" in {finding["rule"] for finding in each["findings"]}
    ]
    assert set(refused) == {("contract", "refused")}


def test_what_is_in_the_way_of_a_pdf_is_read_beside_its_paper(dropped: Path) -> None:
    result = run(dropped, "generate", CASE, *THREE, "--format", "pdf")
    assert (result.exit_code, result.stderr) == (4, "")
    lines = result.stdout.splitlines()
    why = next(n for n, line in enumerate(lines) if line.lstrip().startswith("pdf-needs-office"))
    assert "contract" in lines[why - 1]
    assert "(--format docx)" in lines[why + 1]
    assert "a large first letter (Insert, Drop Cap)" in lines[why + 2]


def test_an_engine_that_is_none_is_told(office: Path) -> None:
    result = run(office, "generate", CASE, "--format", "pdf", "--engine", "word")
    assert result.exit_code == 2
    assert "'native', 'office', 'auto'" in result.stderr
