"""The first lines of a sheet → which of them heads the columns, and what stands over that."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.model.roster import NOTHING, Kind
from docgen.store.roster.grid import Line, Span
from docgen.store.roster.texts import CONTROL, UNSEEN

LOOKED_AT = 60
"""Lines from the top among which the headings are looked for."""
LONGEST = 80
MOST_OF = 0.6
"""How much of the sheet's width a line must fill to head it."""
KNOWN_OF = 0.3
"""How many of its cells must hold a word that headings are made of."""
WORD = re.compile(r"[a-z][a-z-]*")
WORDS = frozenset(
    WORD.findall(
        "upn uln id no number ref reference adno admission forename forenames firstname first"
        " surname lastname last middle name names fullname known preferred legal chosen given"
        " family birth dob date time year group class form reg registration tutor house pupil"
        " student child learner contact parent carer guardian relationship relation priority"
        " order title salutation greeting address addressee line street town city county postcode"
        " post phone telephone tel mobile home work email e-mail mail language languages ethnicity"
        " parental responsibility lives resident correspondence court deceased gender sex school"
        " sessions possible attended authorised unauthorised attendance absence meeting place room"
        " location chair reads speaks format"
    )
)
VALUE = re.compile(
    r"^[\d\s./:,+()%£-]+$"  # dates, numbers, phones
    r"|@"
    r"|^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$"  # postcodes
    r"|^[A-Z]\d{11}[\dA-Z]$"  # unique pupil numbers
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Which line heads the columns, its texts, the texts over them, and how sure that is."""

    row: int
    texts: tuple[str, ...]
    groups: tuple[str, ...]
    known: int


def found_headings(lines: Sequence[Line], spans: Sequence[Span]) -> Headings | None:
    """Find the line with the most words that headings have; else the first that may be one."""
    if not lines:
        return None
    width = max(line.filled for line in lines)
    may_be = [number for number, line in enumerate(lines) if _may_head(line)]
    best = max(may_be, key=lambda number: (_known(lines[number]), -number), default=None)
    if best is not None and _is_known(lines[best], width):
        return _headings(lines, best, spans)
    wide = next((number for number in may_be if lines[number].filled >= width * MOST_OF), None)
    is_head = wide is not None and _is_under_titles(lines, wide)
    return _headings(lines, wide, spans) if wide is not None and is_head else None


def _may_head(line: Line) -> bool:
    """Tell whether all that a line says could be names of columns."""
    filled = [cell for cell in line.cells if cell is not NOTHING]
    return bool(filled) and all(
        cell.kind is Kind.TEXT and len(cell.text) <= LONGEST and not VALUE.search(cell.text)
        for cell in filled
    )


def _known(line: Line) -> int:
    return sum(1 for cell in line.cells if WORDS & set(WORD.findall(cell.text.casefold())))


def _is_known(line: Line, width: int) -> bool:
    known = _known(line)
    return known >= max(1, line.filled * KNOWN_OF) and (known > 1 or line.filled >= width)


def _is_under_titles(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the lines over it are narrower: else they are rows, and this is one too."""
    return all(line.filled < lines[number].filled for line in lines[:number])


def _headings(lines: Sequence[Line], number: int, spans: Sequence[Span]) -> Headings:
    line = lines[number]
    texts = tuple(_bare(cell.text) for cell in line.cells)
    return Headings(line.number, texts, _groups(lines[:number], line, spans), _known(line))


def _bare(text: str) -> str:
    """Take out of a heading what nobody sees; messages quote it."""
    return " ".join(UNSEEN.sub("", CONTROL.sub(" ", text)).split())


def _groups(above: Sequence[Line], line: Line, spans: Sequence[Span]) -> tuple[str, ...]:
    """Give for each column what stands in a merged cell right over some, but not all, of them."""
    found = [""] * len(line.cells)
    over = next((each for each in above if each.number == line.number - 1), None)
    for span in spans:
        if over is None or span.top != over.number or span.left > len(over.cells):
            continue
        columns = range(span.left, min(span.right, len(found)) + 1)
        if len(columns) < line.filled:
            for column in columns:
                found[column - 1] = _bare(over.cells[span.left - 1].text)
    return tuple(found) if any(found) else ()
