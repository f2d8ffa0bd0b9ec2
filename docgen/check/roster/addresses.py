"""Cells of an address → the lines under the name, as the post wants them (F-19, F-33)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.check.address import postcode
from docgen.check.roster.reading import Reading
from docgen.model.folding import folded
from docgen.model.typed_row import Said

SECRET = re.compile(
    r"\b(?:confidential|withheld|protected address|do not disclose|not to be disclosed|refuge)\b",
    re.IGNORECASE,
)
HOME_COUNTRIES = frozenset({
    "england", "uk", "unitedkingdom", "greatbritain", "gb", "wales", "scotland", "northernireland",
})  # fmt: skip
STREETS = (*(f"address.line_{number}" for number in range(1, 8)), "address.whole")
_NUMBER = re.compile(r"[0-9]+ ?[a-z]?(?: ?[-\u2013/] ?[0-9]+ ?[a-z]?)?", re.IGNORECASE)
_TAIL = re.compile(r"\s([A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2})\s*$", re.IGNORECASE)


def address(reading: Reading) -> tuple[Said, ...]:
    """Read the contact's address; the post's own rules are not judged here (R-107).

    A county is left out where there is a town.
    """
    town = _one(reading, "address.town")
    code = reading.said("address.postcode")
    lines = [*_street(reading)]
    lines = [line for line in lines if not _same(line, town) and not _same(line, code)]
    end = town or _one(reading, "address.county")
    lines = _joined([*lines, *([end] if end else [])])
    lines = [line for line in lines if _bare(line.text) not in HOME_COUNTRIES]
    if code:
        lines.append(Said(postcode(code.text) or code.text, code.column))
    return tuple(_capital(line, town) for line in _ended(lines))


def without_street(reading: Reading, lines: tuple[Said, ...]) -> bool:
    """Tell whether lines that could be posted come from other cells than a street's."""
    streets = {reading.columns.by_field.get(name) for name in STREETS}
    return len(lines) > 1 and not any(line.column in streets for line in lines)


def is_secret(lines: tuple[Said, ...]) -> Said | None:
    """Give the line that says that the address must not be told, or None."""
    return next((line for line in lines if SECRET.search(line.text)), None)


def _one(reading: Reading, field: str) -> Said | None:
    said = reading.said(field)
    return Said(said.text.strip(" ,."), said.column) if said else None


def _street(reading: Reading) -> Iterator[Said]:
    *cells, whole = STREETS
    for name in cells:
        yield from _pieces(reading, name, "\n")
    yield from _pieces(reading, whole, "\n;,")


def _pieces(reading: Reading, field: str, between: str) -> Iterator[Said]:
    """Give the lines of a cell, apart at line breaks or at the signs named."""
    text = reading.text(field)
    for piece in re.split(f"[{between}]|\\r", text) if text else ():
        line = " ".join(piece.split()).strip(" ,.;")
        if any(map(str.isalnum, line)):
            yield Said(line, reading.columns.by_field[field])


def _same(one: Said | None, other: Said | None) -> bool:
    return one is not None and other is not None and _bare(one.text) == _bare(other.text)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())


def _joined(lines: list[Said]) -> list[Said]:
    """Put the number of a house before its street; take out what stands twice."""
    found: list[Said] = []
    for line in lines:
        last = found[-1] if found else None
        if last and _NUMBER.fullmatch(last.text) and not _NUMBER.fullmatch(line.text):
            found[-1] = Said(f"{last.text} {line.text}", last.column)
        elif not any(_same(line, each) for each in found):
            found.append(line)
    return found


def _ended(lines: list[Said]) -> Iterator[Said]:
    """Put a postcode on a line of its own at the end, in its usual form."""
    if not lines:
        return
    yield from lines[:-1]
    last = lines[-1]
    tail = _TAIL.search(last.text)
    code = postcode(tail[1]) if tail and not postcode(last.text) else None
    if tail and code:
        yield Said(last.text[: tail.start()].rstrip(" ,."), last.column)
        yield Said(code, last.column)
    else:
        yield Said(postcode(last.text) or last.text, last.column)


def _capital(line: Said, town: Said | None) -> Said:
    """Put the town in capitals, as the post asks."""
    return Said(line.text.upper(), line.column) if _same(line, town) else line
