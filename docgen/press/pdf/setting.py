"""Trees of documents → one PDF/UA-1 and PDF/A-2a file, set by Typst."""

import datetime as dt
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typst

from docgen.errors import Reasons, TemplateRejected
from docgen.model.finding import Faults, Wording, fault
from docgen.press.fonts.faces import Faces
from docgen.press.pdf.aside import Aside, sweep
from docgen.press.pdf.coding import coded, joined
from docgen.press.pdf.tree import Lowered

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
LAYOUT = Path(__file__).with_name("layout")
MOST_PICTURES = 64
UNREAD = b"//"
"""typst parses each file that it is given, of which a comment is but passed over."""
MAIN = b"""#import "layout.typ": lay
#lay(json(read("letters", encoding: none).slice(2)))
"""

REASONS: Reasons = {
    "pdf-not-set": Wording(
        "The document can't be set as a PDF that everybody can read.",
        "Put right what is listed, or make the PDF with LibreOffice (--engine office).",
    ),
}
FAULTS: Faults = {
    "set-no-title": Wording(
        "The document has no title.",
        "In Word choose File, Info, and write a title beside the picture of the page.",
    ),
    "set-no-glyph": Wording(
        "The document has letters that no font of docgen can show.",
        "Run docgen fonts --file with the document: it names them.",
    ),
    "set-no-alt": Wording(
        "A picture has no alternative text.",
        "Right-click the picture in Word, choose View Alt Text, and say what it shows.",
    ),
    "set-headings": Wording(
        "The headings don't begin with level 1, leave a level out, or one is empty.",
        "Use Heading 1 first, then Heading 2 and so on, without leaving one out.",
    ),
    "set-picture": Wording(
        "A picture is damaged, or its file is not what its name says.",
        "Take the picture out of the document and insert it anew as PNG or JPEG.",
    ),
    "set-link": Wording(
        "A link leads nowhere, or its address is too long.",
        "Right-click the link in Word, choose Edit Hyperlink, and give its whole address.",
    ),
    "set-too-long": Wording(
        "The title, an alternative text or a row of blanks is too long for a PDF.",
        "Shorten it: a PDF takes 32,767 characters in one piece.",
    ),
    "set-character": Wording(
        "The document has characters that may not stand in a PDF for keeping.",
        "Delete and retype the words around it; they were probably pasted from elsewhere.",
    ),
    "set-otherwise": Wording(
        "The document has something that can't be laid out.",
        "Save it under another name in Word and try again; or use --engine office.",
    ),
}
SIGNS = {
    "missing document title": "set-no-title",
    "could not be displayed": "set-no-glyph",
    "missing alt text": "set-no-alt",
    "longer than": "set-too-long",
    "heading": "set-headings",
    "image": "set-picture",
    "URL": "set-link",
    "disallowed codepoint": "set-character",
}
"""What Typst says → the fault; what it quotes of a document is never passed on."""


class Album:
    """A private folder that holds the layout and pictures beside it, and nothing else.

    Typst reads pictures from its root folder alone. The folder comes with the first picture and
    goes with the process.
    """

    def __init__(self) -> None:
        """Begin without a folder."""
        self._aside: Aside | None = None
        self._names: set[str] = set()

    def holding(self, pictures: Mapping[str, bytes]) -> Path:
        """Give the folder with these pictures in it."""
        self._aside = self._aside or _with_layout()
        folder = self._aside.path
        if len(self._names) > MOST_PICTURES:
            self._forget(folder)
        for name, data in pictures.items():
            if name not in self._names:
                (folder / name).write_bytes(data)
                self._names.add(name)
        return folder

    def _forget(self, folder: Path) -> None:
        for name in self._names:
            (folder / name).unlink(missing_ok=True)
        self._names.clear()


def _with_layout() -> Aside:
    """Open a folder that holds the layout; what killed runs left is removed."""
    sweep()
    aside = Aside("pictures")
    for file in LAYOUT.glob("*.typ"):
        shutil.copy(file, aside.path)
    return aside


class Copy(NamedTuple):
    """What is handed to the compiler: letters as `layout/` reads them, and their pictures."""

    letters: bytes
    pictures: Mapping[str, bytes]


def copy_of(documents: Sequence[Lowered]) -> Copy:
    """Write documents for the compiler; raises `TemplateRejected` where one has no title."""
    if not all(each.document.title.strip() for each in documents):
        raise _refused({"set-no-title"})
    letters = UNREAD + joined([coded(each.document) for each in documents])
    return Copy(letters, {name: data for each in documents for name, data in each.pictures.items()})


class Setter:
    """One compiler; a worker keeps it, as it remembers what letters have in common."""

    def __init__(self, faces: Faces) -> None:
        """Take the fonts of the project's set and no others."""
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(faces.folder)],
        )
        self._root = LAYOUT
        self._compiler = typst.Compiler(root=str(LAYOUT), font_paths=fonts)
        self._album = Album()

    def set(self, documents: Sequence[Lowered], dated: dt.date) -> bytes:
        """Set documents as one PDF, each from a new page on, with page numbers of its own.

        The same documents and date give the same bytes. Raises `TemplateRejected` that names what
        PDF/UA-1 or PDF/A-2a misses.
        """
        return self.typeset(copy_of(documents), dated)

    def typeset(self, copy: Copy, dated: dt.date) -> bytes:
        """Set a copy as one PDF, without holding up other threads."""
        try:
            made = self._compiler.compile(  # type: ignore[type-var]  # it takes several files too
                input={"main.typ": MAIN, "letters": copy.letters},
                root=self._moved(copy.pictures),
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=dt.datetime.combine(dated, dt.time(12), dt.UTC),
            )
        except typst.TypstError as error:
            raise refused_by(error) from None
        return made if isinstance(made, bytes) else b""

    def _moved(self, pictures: Mapping[str, bytes]) -> Path | None:
        """Give the folder to read from if it is another now: typst then reads the layout anew."""
        before = self._root
        if pictures:
            self._root = self._album.holding(pictures)
        return None if self._root == before else self._root


def refused_by(error: typst.TypstError) -> TemplateRejected:
    """Say what Typst found wrong in docgen's words."""
    return _refused(_rules(error))


def _rules(error: typst.TypstError) -> set[str]:
    """Tell which faults Typst's words stand for."""
    told = [line for line in error.diagnostic.splitlines() if line.startswith("error:")]
    return {
        next((rule for sign, rule in SIGNS.items() if sign in line), "set-otherwise")
        for line in told or [error.message]
    }


def _refused(rules: set[str]) -> TemplateRejected:
    words = REASONS["pdf-not-set"]
    findings = tuple(fault(FAULTS, rule, None) for rule in sorted(rules))
    return TemplateRejected("pdf-not-set", words.message, words.remedy, findings)
