"""Word files → the PDFs that LibreOffice makes of them, set in the project's own faces."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from docgen.press.fonts.faces import own_faces
from docgen.press.pdf.office import FILTER, find_office
from docgen.press.pdf.office_fonts import write_fonts_file

PROGRAM = find_office()
PLAIN, TAGGED = "pdf", FILTER
AT_ONCE = 100  # LibreOffice 7.4 ends silently after some 250 files of one call


def office_pdfs(files: Sequence[Path], folder: Path, to: str = PLAIN) -> tuple[Path, ...]:
    """Have LibreOffice make the PDFs of Word files into a folder, in as few calls as it bears."""
    fonts = write_fonts_file(folder, own_faces().folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [str(PROGRAM), profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    for start in range(0, len(files), AT_ONCE):
        done = subprocess.run(  # noqa: S603 - LibreOffice
            [*words, *map(str, files[start : start + AT_ONCE])],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"LibreOffice failed: {done.stderr.decode(errors='replace')}")
    return tuple(_made(file, folder) for file in files)


def _made(file: Path, folder: Path) -> Path:
    made = folder / f"{file.stem}.pdf"
    if not made.exists():
        raise SystemExit(f"LibreOffice made no PDF of {file.name}")
    return made
