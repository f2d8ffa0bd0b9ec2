"""Drafts and tables one below the other → the gap above each."""

from collections.abc import Iterable, Sequence

from docgen.press.pdf.lowering.draft import Draft
from docgen.press.pdf.tree import Table

Piece = Draft | Table


def gaps_of(pieces: Iterable[Piece], *, add: bool = False) -> list[float]:
    """Reckon the gaps of pieces in their order.

    The larger of two spaces counts, or both when they `add` up. A page break starts anew.
    """
    above: Piece | None = None
    gaps: list[float] = []
    for piece in pieces:
        gaps.append(_gap(above, piece, add=add))
        above = None if isinstance(piece, Draft) and piece.ends_page else piece
    return gaps


def space_below(pieces: Sequence[Piece]) -> float:
    """Give the space after the last piece: it counts in cells, headers and footers."""
    last = pieces[-1] if pieces else None
    return last.after if isinstance(last, Draft) and not last.ends_page else 0


def _gap(above: Piece | None, below: Piece, *, add: bool) -> float:
    before = below.before if isinstance(below, Draft) else 0
    if isinstance(below, Draft) and below.paragraph.break_before:
        return before
    after = above.after if isinstance(above, Draft) else 0
    if isinstance(above, Draft) and isinstance(below, Draft) and above.style == below.style:
        after = 0 if above.contextual else after  # 17.3.1.9: each drops its own
        before = 0 if below.contextual else before
    return after + before if add else max(after, before)
