"""LibreOffice as the other engine: its own profile, a time limit, and what comes out is proved."""

import datetime as dt
import os
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from lintwork import template
from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject
from sheetwork import faults_of, sheet
from wordfiles import para, paras, text

from docgen.errors import TemplateRejected
from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.apart import resolved
from docgen.press.pdf.aside import MARK
from docgen.press.pdf.finish import finished, made_by
from docgen.press.pdf.office import About, Office, find_office
from docgen.press.pdf.office_fonts import write_fonts_file
from docgen.press.pdf.pages import page_count, word_boxes
from docgen.press.pdf.said import Said

PROGRAM = find_office()
ABOUT = About("Come and talk & listen", "en-GB", dt.date(2025, 12, 1), "templates/invite.docx")
ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
LETTER = template(para(text("Dear Ms Rahman", ARIAL)) + paras("Please come."), title="Another")
FINISHES = """\
import datetime, pathlib, sys
from docgen.errors import TemplateRejected
from docgen.press.pdf.finish import finished
from docgen.press.pdf.said import Said
try:
    finished(pathlib.Path(sys.argv[1]).read_bytes(), Said("A", "en-GB", datetime.date(2025, 12, 9)))
except TemplateRejected as refused:
    print(refused.code)
"""
needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="programs are written as scripts")


def script(folder: Path, text: str) -> Path:
    """Write a program of Python's that stands in LibreOffice's place; `out` is its folder."""
    program = folder / "soffice"
    head = f"#!{sys.executable}\nimport pathlib, subprocess, sys, time\n"
    out = "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
    program.write_text(f"{head}here = pathlib.Path(__file__).parent\n{out}{text}", "utf-8")
    program.chmod(0o700)
    return program


def office(program: Path, seconds: float = 30) -> Office:
    """Give an office that a program stands for."""
    return Office(program, own_faces().folder, start=seconds, each=0)


def refusal(made: Office, content: bytes = LETTER) -> str:
    """Give the id with which a file is refused."""
    with pytest.raises(TemplateRejected) as refused:
        made.pdfs([content], [ABOUT])
    return refused.value.code


@needs_office
def test_libreoffice_makes_accessible_pdfs_that_are_the_same_each_time() -> None:
    assert PROGRAM is not None
    made = office(PROGRAM)
    longer = template(paras(*["A line."] * 80), title="Long")
    first, second = made.pdfs([LETTER, longer], [ABOUT, ABOUT])
    assert (page_count(first), page_count(second)) == (1, 2)
    assert [word.text for word in word_boxes(first)][:2] == ["Dear", "Ms"]
    assert faults_of(first, "2B") == []
    assert made.pdfs([LETTER], [ABOUT]) == (first,)
    about = PdfReader(BytesIO(first))
    assert about.metadata is not None
    assert about.metadata.title == "Come and talk & listen"
    assert str(about.root_object["/Lang"]) == "en-GB"
    assert str(about.pages[0]["/Tabs"]) == "/S"
    assert made_by(first).startswith("office ")


@needs_office
def test_libreoffice_sets_in_docgen_s_own_faces() -> None:
    assert PROGRAM is not None
    (pdf,) = office(PROGRAM).pdfs([LETTER], [ABOUT])
    assert b"Arimo" in pdf
    assert b"Liberation" not in pdf


@needs_office
@pytest.mark.parametrize(
    ("words", "face", "look"),
    [
        ("শ্রেণিকক্ষে স্ত্রী ক্ষমা", "Noto Sans Bengali", '<w:cs/><w:lang w:bidi="bn-BD"/>'),
        ("یہ خط زبیدہ کا ہے", "Noto Naskh Arabic", '<w:rtl/><w:lang w:bidi="ur-PK"/>'),
    ],
    ids=["Bengali", "Urdu"],
)
def test_scripts_whose_letters_join_are_accessible_too(words: str, face: str, look: str) -> None:
    assert PROGRAM is not None
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
    letter = template(para(text(words, fonts + look)), title="A letter")
    (pdf,) = office(PROGRAM).pdfs([letter], [ABOUT])
    assert faults_of(pdf, "2B") == []


@needs_office
def test_bullets_of_word_s_lists_have_their_glyph(tmp_path: Path) -> None:
    assert PROGRAM is not None
    assert "<dir>/usr/share/fonts/truetype/" in write_fonts_file(tmp_path, tmp_path).read_text()
    bullet = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    (pdf,) = office(PROGRAM).pdfs([template(para(bullet))], [ABOUT])
    assert b"OpenSymbol" in pdf


@pytest.mark.parametrize("content", [b"a text", b"PK\x03\x04", b""])
def test_what_is_no_word_file_never_reaches_libreoffice(content: bytes) -> None:
    assert refusal(office(Path("nowhere")), content) == "office-refused"


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    assert refusal(office(tmp_path / "nowhere")) == "office-no-start"


@on_posix
def test_a_program_that_says_all_went_well_and_makes_nothing_is_asked_twice(
    tmp_path: Path,
) -> None:
    program = script(tmp_path, "(here / 'asked').open('a').write('x')\n")
    assert refusal(office(program)) == "office-failed"
    assert (tmp_path / "asked").read_text("utf-8") == "xx"


@on_posix
def test_only_what_is_missing_is_tried_again_alone(tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(sheet("Text"))
    counts = "names = [name for name in sys.argv if name.endswith('.docx')]\n"
    note = "(here / 'asked').open('a').write(str(len(names)))\n"
    makes = "(out / '0.pdf').write_bytes((here / 'made.pdf').read_bytes())\n"
    made = office(script(tmp_path, counts + note + makes))
    assert len(made.pdfs([LETTER] * 3, [ABOUT] * 3)) == 3
    assert (tmp_path / "asked").read_text("utf-8") == "311"


@on_posix
def test_what_comes_out_must_be_a_pdf(tmp_path: Path) -> None:
    assert (
        refusal(office(script(tmp_path, "(out / '0.pdf').write_bytes(b'no')\n"))) == "office-no-pdf"
    )


@pytest.mark.parametrize("content", [b"no", b"%PDF-1.7\nno end", sheet("Text")[:-400]])
def test_what_is_broken_is_told_by_docgen_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.pdf").write_bytes(content)
    command = [sys.executable, "-c", FINISHES, str(tmp_path / "broken.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert (done.stdout, done.stderr) == ("office-no-pdf\n", "")


@on_posix
def test_a_pdf_without_pages_is_none(tmp_path: Path) -> None:
    PdfWriter().write(tmp_path / "none.pdf")
    copies = "(out / '0.pdf').write_bytes((here / 'none.pdf').read_bytes())\n"
    assert refusal(office(script(tmp_path, copies))) == "office-no-pdf"


@on_posix
def test_threads_take_turns_at_the_profile(tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(sheet("Text"))
    program = script(
        tmp_path,
        "(here / 'busy').mkdir()\ntime.sleep(0.2)\n"
        "(out / '0.pdf').write_bytes((here / 'made.pdf').read_bytes())\n(here / 'busy').rmdir()\n",
    )
    made = office(program)
    with ThreadPoolExecutor(3) as threads:
        pdfs = list(threads.map(lambda _: made.pdfs([LETTER], [ABOUT]), range(3)))
    assert len(set(pdfs)) == 1


@on_posix
def test_what_hangs_is_stopped_with_all_that_it_started_and_its_profile_used_no_more(
    tmp_path: Path,
) -> None:
    (tmp_path / "made.pdf").write_bytes(sheet("Text"))
    program = script(
        tmp_path,
        "profile = next(each for each in sys.argv if each.startswith('-env'))\n"
        "print(profile, file=(here / 'homes').open('a'))\n"
        "if not (here / 'child').exists():\n"
        "    sleep = [sys.executable, '-c', 'import time; time.sleep(60)']\n"
        "    (here / 'child').write_text(str(subprocess.Popen(sleep).pid))\n"
        "    time.sleep(60)\n"
        "(out / '0.pdf').write_bytes((here / 'made.pdf').read_bytes())\n",
    )
    made = office(program, 4)
    for _ in range(2):
        made.pdfs([LETTER], [ABOUT])
    assert not _runs((tmp_path / "child").read_text("utf-8"))
    hung, again, kept = (tmp_path / "homes").read_text("utf-8").split()
    assert hung != again == kept


@on_posix
def test_its_own_copies_of_a_letter_lie_in_the_folder_that_goes(tmp_path: Path) -> None:
    program = script(
        tmp_path,
        "import os, tempfile\n"
        "(here / 'where').write_text(f'{out} {tempfile.gettempdir()}')\n"
        "(out / '0.pdf').write_bytes(b'no')\n",
    )
    assert refusal(office(program)) == "office-no-pdf"
    out, scratch = (tmp_path / "where").read_text("utf-8").split()
    assert out == scratch
    assert not Path(out).exists()


@on_posix
def test_what_a_killed_run_left_is_removed_when_libreoffice_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "docgen-letters-left"
    left.mkdir()
    (left / "0.docx").write_bytes(LETTER)
    (left / MARK).write_bytes(b"")
    os.utime(left / MARK, (0, 0))
    made = office(script(tmp_path, ""))
    assert left.is_dir()
    assert refusal(made) == "office-failed"
    assert not left.exists()


def test_the_environment_names_the_program(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    assert find_office({"DOCGEN_SOFFICE": str(program), "PATH": ""}) is None
    program.write_bytes(b"")
    assert find_office({"DOCGEN_SOFFICE": str(program), "PATH": ""}) == program


@on_posix
def test_else_it_is_looked_for_on_the_path(tmp_path: Path) -> None:
    program = script(tmp_path, "")
    assert find_office({"PATH": str(tmp_path)}) == program


def test_the_faces_stand_in_for_word_s_fonts(tmp_path: Path) -> None:
    text = write_fonts_file(tmp_path, Path("faces & more")).read_text("utf-8")
    assert "<dir>faces &amp; more</dir>" in text
    assert "<family>Calibri</family><prefer><family>Carlito</family></prefer>" in text


@pytest.mark.parametrize(
    ("language", "direction"), [("en-GB", None), ("ur", "/R2L"), ("ar-SA", "/R2L")]
)
def test_a_file_says_its_language_and_direction(language: str, direction: str | None) -> None:
    pdf = finished(sheet("Text"), Said("A title", language, dt.date(2025, 12, 1)))
    root = PdfReader(BytesIO(pdf)).root_object
    assert str(root["/Lang"]) == language
    wishes = resolved(root["/ViewerPreferences"])
    assert wishes is not None
    assert wishes.get("/Direction") == direction


def test_a_file_without_a_title_does_not_claim_that_everybody_can_read_it() -> None:
    said = [Said(title, "en-GB", dt.date(2025, 12, 1)) for title in ("A title", " ")]
    made = [finished(sheet("Text"), each) for each in said]
    assert [b"pdfuaid:part" in _packet(each) for each in made] == [True, False]


def test_a_finished_file_keeps_what_it_claims_and_is_dated_as_the_letter() -> None:
    pdf = finished(sheet("= A\nText"), Said("A title", "en-GB", dt.date(2025, 12, 9)))
    assert faults_of(pdf) == []
    about = PdfReader(BytesIO(pdf)).metadata
    assert about is not None
    assert str(about["/CreationDate"]) == "D:20251209000000Z"


def _packet(pdf: bytes) -> bytes:
    packet = resolved(PdfReader(BytesIO(pdf)).root_object["/Metadata"])
    assert isinstance(packet, StreamObject)
    return packet.get_data()


def _runs(number: str) -> bool:
    """Tell whether a process still runs; one that nobody has waited for runs no more."""
    try:
        os.kill(int(number), signal.SIG_DFL)
        state = Path(f"/proc/{number}/stat")
        return not state.exists() or state.read_text("utf-8").split()[2] != "Z"
    except ProcessLookupError:
        return False
