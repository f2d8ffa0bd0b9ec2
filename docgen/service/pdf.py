"""A Word file → its PDF: set by docgen itself, or by LibreOffice where it can't and may."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from docgen.errors import Reasons, TemplateRejected, UsageTrouble, stop
from docgen.model.finding import Wording

if TYPE_CHECKING:
    from docgen.press.pdf.native import Native
    from docgen.press.pdf.office import Office
    from docgen.press.pdf.tree import Document

NATIVE = "native 1"
"""Raised by hand when the same Word file comes to give another PDF."""
SCREEN = " screen"
"""Said after what set a PDF that is to be read by machine: `native 1 screen`."""
LONG_AGO = dt.date(2000, 1, 1)
PLACE = "the document"
Fonts = Mapping[str, str]
"""Fonts of a paper for print, and what to set in their place for a screen."""
Given = tuple[bytes, str, dt.date]
"""A Word file, what messages call it, and the date of its PDF."""
UNSHOWN = frozenset(
    {"pdf-glyph-missing", "pdf-picture-missing", "pdf-picture-damaged", "pdf-picture-no-alt"}
)
"""LibreOffice, in docgen's fonts too, would draw or say nothing, or a box, and not tell of it."""
REASONS: Reasons = {
    "pdf-needs-office": Wording(
        "{place} holds what docgen can't set as Word does, and LibreOffice, which might, is not"
        " installed.",
        "Change in Word what is listed. Or install LibreOffice, then run the command again.",
    ),
    "pdf-unshown": Wording(
        "{place} holds what would be lost in a PDF, whether docgen or LibreOffice makes it.",
        "Change in Word what is listed, then run the command again.",
    ),
    "pdf-no-office": Wording(
        "LibreOffice is not installed, or not where docgen looks for it.",
        "Install it, or name its program in DOCGEN_SOFFICE. Most files need none: leave out"
        " --engine office.",
    ),
}


class Engine(StrEnum):
    """Who sets a PDF: docgen, LibreOffice, or LibreOffice only where docgen can't."""

    NATIVE = "native"
    OFFICE = "office"
    AUTO = "auto"


def to_pdf(word: bytes) -> bytes:
    """Set a Word file as a PDF (PDF/UA-1 and PDF/A-2a), and give that.

    It is dated as the file says that it was last changed, never by the clock: the same file gives
    the same bytes. What docgen can't set as Word does, LibreOffice sets where it is installed.
    Raises `TemplateRejected` with all findings.
    """
    return pdf_of(word, PLACE, date_of(word), Engine.AUTO)[0]


def _for_screen(word: bytes, fonts: Fonts) -> bytes:
    from docgen.press.ooxml.screens import on_screen  # noqa: PLC0415 - slow to load

    return on_screen(word, fonts)


def date_of(word: bytes) -> dt.date:
    """Give the day on which a Word file says that it was last changed, else one long ago."""
    from docgen.press.ooxml.modified import modified  # noqa: PLC0415 - slow to load

    return modified(word) or LONG_AGO


def pdf_of(
    word: bytes, place: str, dated: dt.date, engine: Engine, screen: Fonts | None = None
) -> tuple[bytes, str]:
    """Set a Word file as a PDF; gives that and what set it: `native 1`, `office 7.4`.

    `place` names the file in messages, `dated` is the PDF's own date. A PDF for the `screen` has
    other fonts, by name, so that it can be read aloud and copied from. Raises `TemplateRejected`,
    and `UsageTrouble` where LibreOffice is asked for and is not there.
    """
    if screen is not None:
        made, by = pdf_of(_for_screen(word, screen), place, dated, engine)
        return made, f"{by}{SCREEN}"
    if engine is Engine.OFFICE:
        return _by_office(word, place, dated)
    try:
        return _native().pdf(word, place, dated), NATIVE
    except TemplateRejected as refused:
        if engine is Engine.NATIVE:
            raise
        return _instead(refused, word, place, dated)


def pdfs_of(
    words: Iterable[Given], engine: Engine
) -> Generator[tuple[bytes, str] | TemplateRejected]:
    """Set Word files, each with its place and date; for one that can't be set, give what says why.

    Otherwise as `pdf_of`, but while one is set the next are read.
    """
    if engine is Engine.OFFICE:
        yield from (_or_why(partial(_by_office, *each)) for each in words)
        return
    begun: deque[Given] = deque()
    with closing(_native().tried(_noted(words, begun))) as tried:
        for made in tried:
            word = begun.popleft()
            if isinstance(made, bytes):
                yield made, NATIVE
            elif engine is Engine.NATIVE:
                yield made
            else:
                yield _or_why(partial(_instead, made, *word))


def _noted(words: Iterable[Given], begun: "deque[Given]") -> Iterator[Given]:
    for each in words:
        begun.append(each)
        yield each


def _or_why(made: Callable[[], tuple[bytes, str]]) -> tuple[bytes, str] | TemplateRejected:
    try:
        return made()
    except TemplateRejected as refused:
        return refused


def _instead(
    refused: TemplateRejected, word: bytes, place: str, dated: dt.date
) -> tuple[bytes, str]:
    """Let LibreOffice set what can be read, but not be set by docgen."""
    if _office() is None:
        _readable(word, place)
        missing = stop(TemplateRejected, REASONS, "pdf-needs-office", place=place)
        missing.findings = refused.findings
        raise missing from refused
    return _by_office(word, place, dated)


def _by_office(word: bytes, place: str, dated: dt.date) -> tuple[bytes, str]:
    from docgen.press.pdf.finish import made_by  # noqa: PLC0415 - slow to load
    from docgen.press.pdf.office import About  # noqa: PLC0415 - as above

    office = _office()
    if office is None:
        raise stop(UsageTrouble, REASONS, "pdf-no-office")
    document = _readable(word, place)
    (content,) = office.pdfs([word], [About(document.title, document.language, dated, place)])
    return content, made_by(content)


def _readable(word: bytes, place: str) -> "Document":
    """Read what LibreOffice is to set; raises `TemplateRejected` for what would not be seen."""
    from docgen.press.pdf.native import findings_of, read_for_pdf  # noqa: PLC0415 - slow to load

    lowered = read_for_pdf(word, place)
    unshown = findings_of((each for each in lowered.remarks if each.rule in UNSHOWN), place)
    if unshown:
        refused = stop(TemplateRejected, REASONS, "pdf-unshown", place=place)
        refused.findings = unshown
        raise refused
    return lowered.document


@lru_cache(maxsize=1)
def _native() -> "Native":
    from docgen.press.pdf.native import Native  # noqa: PLC0415 - slow to load

    return Native()


def _office() -> "Office | None":
    """Give LibreOffice, as long as it is there."""
    from docgen.press.pdf.office import own_office  # noqa: PLC0415 - slow to load

    return own_office()
