"""Small tagged PDFs for tests, and what a validator says of them."""

import datetime as dt
from functools import cache

import page
import typst

from docgen.press.fonts.faces import own_faces

PROFILES = {"2A": page.ValidationProfile.PDF_A_2A, "2B": page.ValidationProfile.PDF_A_2B}
HEAD = """\
#set document(title: "{title}", date: datetime(year: 2025, month: 12, day: {day}))
#set page(paper: "a4", margin: 60pt)
#set text(font: "Arimo", lang: "en", region: "GB", size: 12pt)
"""
LETTER = """\
= Come and talk <top>
Dear Ms Rahman, see #link(<below>)[below] or #link("https://school.example")[our pages]#footnote[In
English.].
#table(columns: 2, table.header[Who][Signature], [Ms Rahman], [])
#pagebreak()
== What to bring <below>
Back to the #link(<top>)[top].
"""
ONE_PAGE = "= Thank you\nYou came."


def sheet(body: str = LETTER, *, title: str = "A letter", day: int = 1) -> bytes:
    """Set a PDF that is PDF/UA-1 and PDF/A-2a, on a day of December 2025."""
    source = (HEAD.format(title=title, day=day) + body).encode()
    made = typst.compile(
        source,
        pdf_standards=["ua-1", "a-2a"],
        font_paths=_fonts(),
        timestamp=int(dt.datetime(2025, 12, day, tzinfo=dt.UTC).timestamp()),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    faces = [str(own_faces().folder)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=faces)


def faults_of(pdf: bytes, archive: str = "2A") -> list[str]:
    """Give all that a validator finds wrong: PDF/UA-1, and a level of PDF/A."""
    profiles = (page.ValidationProfile.PDF_UA_1, PROFILES[archive])
    reports = (page.validate_pdf_bytes(pdf, profile=profile) for profile in profiles)
    found = [failure for report in reports for failure in report.failures]
    return [f"{failure.rule_id}: {failure.message}" for failure in found if not _false(failure)]


def _false(failure: page.ValidationFailure) -> bool:
    """Tell of a verdict known to be wrong: the last byte of a stream taken for a line's end."""
    return str(failure.rule_id).endswith("STREAM-LENGTH-001")
