"""The outline levels of a document's headings, in order → levels that leave none out."""

from dataclasses import dataclass

from docgen.press.ooxml.names import Element
from docgen.press.pdf.lowering.layers import ParagraphLook
from docgen.press.pdf.lowering.remarks import Remarks

DEEPEST = 6


@dataclass(slots=True)
class Headings:
    """The level of the last heading, and whether a title stands above all.

    `asked` counts how often a level was.
    """

    last: int = 0
    titled: bool = False
    asked: int = 0

    @property
    def state(self) -> tuple[int, bool]:
        """Give all that the next heading's level depends on."""
        return self.last, self.titled

    def go_on(self, state: tuple[int, bool]) -> None:
        """Go on from a state, as after a heading."""
        self.last, self.titled = state
        self.asked += 1

    def level(self, look: ParagraphLook, element: Element, remarks: Remarks) -> int:
        """Give a heading's level from 1, 0 for text (PDF/UA-1, 7.4.2: none may be left out).

        A title is level 1, and all headings after it are one deeper.
        """
        self.asked += 1
        if look.is_title:
            self.last, self.titled = 1, True
            return 1
        if not look.outline:
            return 0
        wanted = min(look.outline + self.titled, DEEPEST)
        level = min(wanted, self.last + 1)
        if level < wanted:
            names = {"level": str(wanted), "before": str(self.last)}
            remarks.tell("pdf-heading-jump", element, stops=False, **names)
        self.last = level
        return level
