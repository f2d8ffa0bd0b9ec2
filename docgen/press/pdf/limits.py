"""How much of a Word file is set as one PDF: beyond it Typst takes minutes and gigabytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.press.pdf.gate.seen import Seen
from docgen.press.pdf.tree import Remark


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most pieces of text and paragraphs of all printed parts, and tables in tables.

    A letter has some hundred pieces of text; a report of 200 pages 10,000.
    """

    runs: int = 20_000
    paragraphs: int = 20_000
    tables: int = 8


BOUNDS = Bounds()


def over_bounds(stories: Sequence[Seen], bounds: Bounds = BOUNDS) -> Iterator[Remark]:
    """Tell of what a file has too much."""
    deepest = max((each.tables for each in stories), default=0)
    for found, most, what in (
        (sum(each.runs for each in stories), bounds.runs, "pieces of text"),
        (sum(each.paragraphs for each in stories), bounds.paragraphs, "paragraphs"),
        (deepest, bounds.tables, "tables inside each other"),
    ):
        if found > most:
            yield Remark("pdf-too-much", "", {"limit": f"{most:,}", "what": what})
