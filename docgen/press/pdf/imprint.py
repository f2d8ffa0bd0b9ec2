"""Trees of letters → one PDF to print: each on a fresh sheet, bookmarked, marked in the margin.

It is for a printer, not for a reader: it has no tags, which would be most of it, and each letter's
own file has them all. It is PDF/A-2b.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typst

from docgen.press.fonts.faces import Faces
from docgen.press.pdf.lowering.styles import forget_styles
from docgen.press.pdf.setting import UNREAD, Setter, copy_of, refused_by
from docgen.press.pdf.tree import Lowered
from docgen.press.pdf.written import forget_blocks

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2b"]
MOST_REMEMBERED = 10
"""Letters: with fewer, all would be made again that letters have in common."""
FORGETS_AFTER = 11
NOTHING = b""
MAIN = b"""#import "run.typ": run
#let given(name) = json(read(name, encoding: none).slice(2))
#run(given("letters"), given("marks"))
"""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands beside a letter: its bookmark, alike no other, and its mark, if any."""

    name: str
    mark: str = ""


class Printer(Setter):
    """A setter of many letters as they are printed; a worker keeps it.

    Typst remembers what it laid out, some megabytes a letter. So it is let forget after so many.
    """

    def __init__(self, faces: Faces) -> None:
        """Take the fonts of the project's set and no others."""
        super().__init__(faces)
        self._remembered = 0

    def printed(
        self,
        letters: Sequence[Lowered],
        imprints: Sequence[Imprint],
        sides: int,
        dated: dt.date,
    ) -> bytes:
        """Set letters for sheets printed on one side or two, as one PDF.

        The same letters, marks and date give the same bytes. Raises `TemplateRejected` that names
        what can't be set.
        """
        copy = copy_of(letters)
        told = {"sides": sides, "letters": [[each.name, each.mark] for each in imprints]}
        marks = UNREAD + json.dumps(told, ensure_ascii=False).encode()
        try:
            made = self._compiler.compile(  # type: ignore[type-var]  # it takes several files too
                input={"main.typ": MAIN, "letters": copy.letters, "marks": marks},
                root=self._moved(copy.pictures),
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=dt.datetime.combine(dated, dt.time(12), dt.UTC),
                pdf_tags=False,
            )
        except typst.TypstError as error:
            raise refused_by(error) from None
        finally:
            self._forget(len(letters))
        return made if isinstance(made, bytes) else b""

    def begin(self) -> None:
        """Let go of what was read for the file before: the next is in another language, maybe."""
        forget_styles()
        forget_blocks()

    def _forget(self, more: int) -> None:
        """Let go of what was laid out: Typst does by itself after so many more files."""
        self._remembered += more
        if self._remembered >= MOST_REMEMBERED:
            self._remembered = 0
            for _ in range(FORGETS_AFTER):
                self._compiler.compile(input=NOTHING, format="svg")
