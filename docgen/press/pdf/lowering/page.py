"""A page as text is lowered on it: its size, its margins, and the column between them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Size and margins (top, right, bottom, left) in points; distances of header and footer.

    `top` is where the text begins, None where that isn't known, or at least where it does when
    not `is_sure`. `is_fixed`: a header or footer that is too high prints over the text, instead
    of pushing it (margins below 0).
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    header: float
    footer: float
    top: float | None = None
    is_sure: bool = True
    is_fixed: tuple[bool, bool] = (False, False)

    @property
    def column(self) -> float:
        """Give the width of the text's column."""
        return self.width - self.margins[1] - self.margins[3]


NO_PAGE = Page(0, 0, (0, 0, 0, 0), 0, 0)
"""Stands for the page where there is none: in a cell, a note, a frame."""
