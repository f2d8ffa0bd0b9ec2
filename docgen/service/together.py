"""Copies in posting order → one PDF of all that are PDFs, to be printed in one go."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from docgen.service.cover import Line
from docgen.service.remake import is_pdf

TOGETHER = "all-in-one.pdf"
APART = "{name} is a Word file: print it by itself."


class Sides(StrEnum):
    """How many sides of a sheet are printed; on two sides each paper begins a sheet of its own."""

    ONE = "one-sided"
    TWO = "two-sided"


def together(
    lines: Sequence[Line], copies: Mapping[str, bytes], sides: Sides
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Join the copies that are PDFs, a bookmark for each; gives the file and what is not in it."""
    joinable = [each for each in lines if is_pdf(copies[each.copy])]
    notices = tuple(APART.format(name=each.copy) for each in lines if each not in joinable)
    if not joinable:
        return {}, notices
    from docgen.press.pdf.assemble import joined  # noqa: PLC0415 - slow to load

    pdfs = [copies[each.copy] for each in joinable]
    names = [_name(each) for each in joinable]
    case_id = joinable[0].out.entry.number.partition("/")[0]
    content = joined(pdfs, names, duplex=sides is Sides.TWO, title=f"Papers of {case_id}")
    return {TOGETHER: content}, notices


def _name(line: Line) -> str:
    """Name a paper by its number and kind, never by whom it is for."""
    return f"{line.out.entry.number} {line.out.job.kind.title}"
