"""Texts of a form's fields in any script → what draws each in its box, set by Typst in one go."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

import typst

from docgen.press.fonts.faces import Faces, own_faces
from docgen.press.pdf.carrying import Carried
from docgen.press.pdf.placing import FieldSet, FieldText, placed
from docgen.press.pdf.setting import LAYOUT, UNREAD, refused_by

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from typst import PDFStandard

MAIN = b"""#import "field.typ": fields
#fields(json(read("given", encoding: none).slice(2)))
"""
STANDARDS: "list[PDFStandard]" = ["a-2u"]
EPOCH = 1_700_000_000
"""A PDF's date is not carried over: any will do, the same for the same bytes."""


class FieldSetter:
    """One compiler; several threads may ask, one after the other is served."""

    def __init__(self, faces: Faces) -> None:
        """Take the fonts of the project's set and no others."""
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(faces.folder)],
        )
        self._compiler = typst.Compiler(root=str(LAYOUT), font_paths=fonts)
        self._lock = Lock()

    def set(self, texts: Sequence[FieldText]) -> list[FieldSet]:
        """Set texts, each in its box.

        Those whose lines are too many at the full size are set once more, for the size that fits.
        """
        made = self._set(texts)
        narrow = {
            at: replace(text, way="search")
            for at, text in enumerate(texts)
            if text.way == "lines" and (made[at].over or text.words)
        }
        again = self._set(list(narrow.values())) if narrow else []
        for at, better in zip(narrow, again, strict=True):
            made[at] = better
        return made

    def compiled(self, main: bytes, given: object) -> bytes:
        """Let Typst make a PDF of JSON; a character without a glyph is shown as a box."""
        letters = UNREAD + json.dumps(given, ensure_ascii=False, default=_members).encode()
        try:
            with self._lock:
                made = self._compiler.compile(  # type: ignore[type-var]  # it takes several files
                    input={"main.typ": main, "given": letters},
                    format="pdf",
                    pdf_standards=STANDARDS,
                    pdf_tags=False,
                    timestamp=EPOCH,
                )
        except typst.TypstError as error:
            raise refused_by(error) from None
        return made if isinstance(made, bytes) else b""

    def _set(self, texts: Sequence[FieldText]) -> list[FieldSet]:
        carried = Carried(self.compiled(MAIN, texts))
        pages = iter(carried.pages())
        return [placed(text, list(islice(pages, _count(text))), carried) for text in texts]


@cache
def field_setter() -> FieldSetter:
    """Give the one of this process."""
    return FieldSetter(own_faces())


def _count(text: FieldText) -> int:
    """Tell how many pages are made of a text: of a line there is one for each trial."""
    return len(text.trials) if text.way == "line" else 1


def _members(value: "DataclassInstance") -> dict[str, object]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
