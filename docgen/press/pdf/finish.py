"""LibreOffice's PDF → the same with what it leaves out: language, title, dates, order of links.

What LibreOffice 7.4 lacks was found with a validator: a language that is that of the text, `/Tabs`
on pages with links, meanings of glyphs, the description of PDF/UA's own mark. And it writes the
time into every file, even into the colour profile that PDF/A asks for.
"""

import struct
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import EmptyFileError, PyPdfError
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from docgen.errors import Reasons, TemplateRejected, stop
from docgen.model.finding import Wording
from docgen.press.pdf.gaps import fill_gaps
from docgen.press.pdf.said import Said, say, sealed

REASONS: Reasons = {
    "office-no-pdf": Wording(
        "LibreOffice wrote something that is no PDF ({why}).",
        "Open the Word file in LibreOffice to see what is wrong with it.",
    ),
}

PROFILE_TIME = slice(24, 36)
"""Where a colour profile (ICC.1) says when it was made: six numbers of two bytes."""


def finished(pdf: bytes, said: Said) -> bytes:
    """Finish a PDF of LibreOffice's; raises `TemplateRejected` for what is none."""
    try:
        reader = PdfReader(BytesIO(pdf))
        if not reader.pages:
            raise EmptyFileError
        writer = PdfWriter(clone_from=reader)
        for page in writer.pages:
            page[NameObject("/Tabs")] = NameObject("/S")
        writer.pdf_header = reader.pdf_header
        fill_gaps(writer)
        _date_profiles(writer, said)
        say(writer, said.claiming(reader))
        return sealed(writer)
    except PyPdfError as error:
        why = type(error).__name__
        raise stop(TemplateRejected, REASONS, "office-no-pdf", why=why) from error


def made_by(pdf: bytes) -> str:
    """Tell which LibreOffice made a PDF: `office 7.4`."""
    about = PdfReader(BytesIO(pdf)).metadata
    return f"office {((about and about.producer) or '').rpartition(' ')[2]}".strip()


def _date_profiles(writer: PdfWriter, said: Said) -> None:
    for intent in writer.root_object.get("/OutputIntents", ()):
        about = intent.get_object()
        profile = about.get("/DestOutputProfile") if isinstance(about, DictionaryObject) else None
        stream = profile.get_object() if profile else None
        if isinstance(stream, StreamObject):
            data = bytearray(stream.get_data())
            day = said.dated
            data[PROFILE_TIME] = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
            stream.set_data(bytes(data))
