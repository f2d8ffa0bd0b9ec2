"""The texts of a row → what no letter may print: signs lost, garbled or unseen, commands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.model.roster import NOTHING, Cell
from docgen.store.roster.grid import Notes, Trouble

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LOST = "\ufffd"
GARBLED = re.compile(
    "Ã[\x80-\xbf\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|[ÅÄ][\x80-\xbf\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|â€[\x80-\xbf\u0153\u02dc\u2018-\u201d\u2122¦]"
    "|Â[\xa0-\xbf]"
)
"""UTF-8 that some program read as Windows-1252: é comes out as Ã©."""
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""No width, soft hyphens; joiners stay, as names of some scripts need them."""
COMMAND = re.compile(r"^=|^[+\-@].*\|.*!|^[+\-@]\s*[A-Za-z_.]+\s*[(|!]", re.DOTALL)
ANY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffdÃÅÄâÂ\u00ad\u200b\u2060\ufeff]|\n[=+@-]"
)
"""What none of these patterns is found without: rows of plain texts are looked at just once."""
LONGEST = 32_767


def looked_through(
    row: int, cells: Sequence[Cell], notes: Notes
) -> tuple[Sequence[Cell], tuple[Trouble, ...]]:
    """Give the cells without unseen signs, and the troubles of each."""
    joined = "\n" + "\n".join([cell.text for cell in cells])
    if len(joined) <= LONGEST and not ANY.search(joined):
        return cells, ()
    troubles: list[Trouble] = []
    cleaned = list(cells)
    for column, cell in enumerate(cells, 1):
        rule = _trouble(cell.text)
        troubles += [(rule, column)] if rule else []
        text = UNSEEN.sub("", cell.text).strip()
        if text != cell.text and not rule:
            notes.add("roster-unseen", row, column)
            cleaned[column - 1] = replace(cell, text=text) if text else NOTHING
    return cleaned, tuple(troubles)


def _trouble(text: str) -> str:
    if CONTROL.search(text):
        return "roster-cell-control"
    if LOST in text:
        return "roster-cell-lost"
    if GARBLED.search(text):  # as it was read: half of what is garbled may be a sign unseen
        return "roster-cell-garbled"
    if len(text) > LONGEST:
        return "roster-cell-long"
    return "roster-cell-command" if COMMAND.search(UNSEEN.sub("", text)) else ""
