"""Word files → PDFs by LibreOffice: the engine for what docgen's own can't set.

Each worker has a LibreOffice of its own, in a profile of its own: two on one profile hand each
other their files, and both say that all went well. It also says so of files that it never made,
so what comes out is proved to be there, a PDF, and finished.
"""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

from docgen.errors import Reasons, TemplateRejected, stop
from docgen.model.finding import Wording
from docgen.press.fonts.faces import own_faces
from docgen.press.ooxml.package import open_package
from docgen.press.pdf.aside import Aside, sweep
from docgen.press.pdf.finish import finished
from docgen.press.pdf.office_fonts import write_fonts_file
from docgen.press.pdf.processes import run_whole
from docgen.press.pdf.said import Said

NAMED = "DOCGEN_SOFFICE"
PROGRAMS = ("soffice", "libreoffice")
PLACES: Mapping[str, tuple[str, ...]] = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": ("/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"),
}
FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"2"}}'
)
SCRATCH = ("TMPDIR", "TEMP", "TMP")
"""Where LibreOffice is told to put its own copies of a letter, so that they go with it."""
AT_ONCE = 50
"""How many files one call gets; LibreOffice 7.4 ends silently after some 250."""
START, EACH = 60.0, 5.0
"""Seconds that LibreOffice may take: to start with a new profile, and over each file."""
REASONS: Reasons = {
    "office-refused": Wording(
        "{place} is no Word file that may be opened.",
        "Put right what is listed below.",
    ),
    "office-failed": Wording(
        "LibreOffice made no PDF of {place}.",
        "Open the file in LibreOffice to see what is wrong. If it opens there, try again.",
    ),
    "office-no-start": Wording(
        "LibreOffice can't be started ({why}).",
        "See that it starts by itself, or name its program soffice in DOCGEN_SOFFICE.",
    ),
}


@dataclass(frozen=True, slots=True)
class About:
    """What LibreOffice can't know of a file: title, language (BCP 47), date, name for messages."""

    title: str
    language: str
    dated: date
    place: str = "the document"


def find_office(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Find LibreOffice: where the environment says, else on the path, else in the usual places."""
    if named := environ.get(NAMED):
        return Path(named) if Path(named).is_file() else None
    path = environ.get("PATH", os.defpath)
    found = (Path(at) for name in PROGRAMS if (at := shutil.which(name, path=path)))
    usual = (Path(at) for at in PLACES.get(sys.platform, ()))
    return next((at for at in (*found, *usual) if at.is_file()), None)


def own_office() -> "Office | None":
    """Give this process's LibreOffice, None where there is none."""
    program = find_office()
    return _office_at(program) if program else None


@cache
def _office_at(program: Path) -> "Office":
    """Keep one LibreOffice, with its profile, for each program that was named."""
    return Office(program, own_faces().folder)


class Office:
    """A LibreOffice with a profile of its own, kept for as long as this lives."""

    def __init__(
        self, program: Path, faces: Path, start: float = START, each: float = EACH
    ) -> None:
        """Take the program, the folder of docgen's faces, and the bounds of its time in seconds."""
        self._program, self._faces = program, faces
        self._start, self._each = start, each
        self._home: Aside | None = None
        self._alone = Lock()

    def pdfs(self, contents: Sequence[bytes], about: Sequence[About]) -> tuple[bytes, ...]:
        """Make a PDF of each Word file, many in one go; what failed is tried once more alone.

        Raises `TemplateRejected` for what is no Word file, and for one of which LibreOffice makes
        nothing.
        """
        for content, each in zip(contents, about, strict=True):
            _must_be_word(content, each.place)
        chunks = (contents[n : n + AT_ONCE] for n in range(0, len(contents), AT_ONCE))
        made = [pdf for chunk in chunks for pdf in self._converted(chunk)]
        again = (pdf or self._converted([contents[n]])[0] for n, pdf in enumerate(made))
        return tuple(_finished(pdf, each) for pdf, each in zip(again, about, strict=True))

    def _converted(self, contents: Sequence[bytes]) -> list[bytes]:
        """Let LibreOffice convert files in a folder that nobody else can read; b"" for none."""
        with Aside("letters") as aside:
            folder = aside.path
            for number, content in enumerate(contents):
                (folder / f"{number}.docx").write_bytes(content)
            with self._alone:
                self._run(folder, len(contents))
            made = [folder / f"{number}.pdf" for number in range(len(contents))]
            return [file.read_bytes() if file.is_file() else b"" for file in made]

    def _run(self, folder: Path, count: int) -> None:
        home = self._at_home()
        command = [
            str(self._program),
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
            *("--convert-to", FILTER, "--outdir", str(folder)),
            *(str(folder / f"{number}.docx") for number in range(count)),
        ]
        environ = {
            **os.environ,
            "FONTCONFIG_FILE": str(home / "fonts.conf"),
            **dict.fromkeys(SCRATCH, str(folder)),
        }
        try:
            ended = run_whole(command, environ, self._start + self._each * count)
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            raise stop(TemplateRejected, REASONS, "office-no-start", why=why) from error
        if not ended and self._home:  # what was killed at its work is not trusted again
            self._home.remove()
            self._home = None

    def _at_home(self) -> Path:
        """Give the folder of the profile; when it is made, what killed runs left is removed."""
        if self._home is None:
            sweep()
            self._home = Aside("office")
            write_fonts_file(self._home.path, self._faces)
        return self._home.path


def _must_be_word(content: bytes, place: str) -> None:
    package, findings = open_package(content, place)
    if package is None:
        error = stop(TemplateRejected, REASONS, "office-refused", place=place)
        error.findings = findings
        raise error


def _finished(pdf: bytes, about: About) -> bytes:
    if not pdf:
        raise stop(TemplateRejected, REASONS, "office-failed", place=about.place)
    return finished(pdf, Said(about.title, about.language, about.dated))
