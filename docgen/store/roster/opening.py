"""A file of any kind → its sheets as grids, or why it is no spreadsheet that can be read."""

import hashlib
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.model.finding import Finding
from docgen.model.sheet import Mark
from docgen.store.roster import archive
from docgen.store.roster.encodings import is_wide, writing_of
from docgen.store.roster.faults import refused
from docgen.store.roster.grid import Grid
from docgen.store.roster.opendocument import ods_grids
from docgen.store.roster.plain import CsvGrid
from docgen.store.roster.workbook import Book

BROKEN = (*archive.BROKEN, SyntaxError, LookupError, ValueError, TypeError, AttributeError)
"""What the readers raise for a file that was put together wrongly."""
PIECE = 1 << 20
START = 4096
WEB = re.compile(rb"^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|head|style|meta)", re.IGNORECASE)
UNTEXTUAL = bytes(sorted(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b")))
MOST_UNTEXTUAL = 0.05
OTHERS = (b"%PDF", b"{\\rtf")
"""What begins documents that are text, but no rows."""


def _nothing() -> None:
    """Let go of nothing: plain files are opened for each reading."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened: its sheets that can be seen, the digest of its bytes (SHA-256, hex).

    `guessed` is how its letters are written where the file doesn't say; `noted` what docgen
    wrote down of the rows when it handed them back.
    """

    grids: Sequence[Grid]
    digest: str
    has_macros: bool = False
    guessed: str = ""
    close: Callable[[], None] = _nothing
    has_sheets: bool = True
    noted: Grid | None = None


def opened(path: Path, shown: str) -> tuple[Opened | None, Finding | None]:
    """Open a file by what it is, whatever it is called; raises `OSError`."""
    place = Mark(shown, 1, 1)
    with path.open("rb") as file:
        start = file.read(START)
        file.seek(0)
        if start.startswith(archive.OLE):
            return None, refused(archive.old_or_locked(file), place)
    if start.startswith(b"PK"):
        return _workbook(path, shown)
    rule = _no_text(start)
    return (None, refused(rule, place)) if rule else (_text(path), None)


def digest_of(path: Path) -> str:
    """Give the SHA-256 (hex) of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _workbook(path: Path, shown: str) -> tuple[Opened | None, Finding | None]:
    package, finding = archive.looked_into(path, shown)
    if package is None:
        return None, finding
    try:
        if package.kind == "ods":
            return Opened(ods_grids(path), digest_of(path), package.has_macros), None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library misses in it is no clerk's matter
            book = Book(path)
    except (*BROKEN, OSError):
        return None, refused("roster-damaged", Mark(shown, 1, 1))
    digest = digest_of(path)
    return Opened(book.sheets, digest, package.has_macros, "", book.close, noted=book.noted), None


def _text(path: Path) -> Opened:
    writing = writing_of(path)
    guessed = "" if writing.is_certain else writing.called
    return Opened((CsvGrid(path, writing),), writing.digest, guessed=guessed, has_sheets=False)


def _no_text(start: bytes) -> str:
    """Tell what a file is that is neither a workbook nor rows of text."""
    if not start.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        return "roster-empty"
    if WEB.match(start):
        return "roster-web-page"
    if is_wide(start):
        return ""
    untextual = len(start) - len(start.translate(None, UNTEXTUAL))
    is_odd = start.startswith(OTHERS) or untextual > len(start) * MOST_UNTEXTUAL
    return "roster-kind" if is_odd else ""
