"""The first rows of a sheet → what the cells of each column look like."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from docgen.check.address import postcode
from docgen.check.forms import FORMS
from docgen.check.roster.days import SPLIT
from docgen.check.roster.upn import is_upn
from docgen.check.roster.words import relationship, yes_no
from docgen.check.rules.names import TITLES
from docgen.model.roster import Kind, Row

LOOKED_AT = 1000
ENOUGH = 5
"""So many cells must say something before they say anything of their column."""
_DATE = re.compile(r"[0-9]{1,4}[/.\- ](?:[0-9]{1,2}|[A-Za-z]{3,9})[/.\- ][0-9]{2,4}.*|[34][0-9]{4}")
_PHONE = re.compile(r"\+?[0-9][0-9 ().\-]{8,18}")
_MONTHS = 12

Looks = Callable[[str], object]
LOOKS: Mapping[str, Looks] = {
    "pupil.upn": lambda text: is_upn(text.upper()),
    "address.postcode": postcode,
    "contact.email": FORMS["email-form"],
    "contact.phone": _PHONE.fullmatch,
    "pupil.date_of_birth": _DATE.fullmatch,
    "contact.title": lambda text: text.rstrip(".").casefold() in TITLES,
    "contact.relationship": relationship,
    "contact.parental_responsibility": lambda text: yes_no(text) is not None,
}
"""Fields whose cells can be told by their look."""


@dataclass(slots=True)
class Profile:
    """How many cells of a column say something, and what how many of them look like."""

    filled: int = 0
    like: dict[str, int] = field(default_factory=dict)
    month_first: bool = False

    def add(self, text: str) -> None:
        """Take a cell into account."""
        self.filled += 1
        for name, looks in LOOKS.items():
            if looks(text):
                self.like[name] = self.like.get(name, 0) + 1
        parts = SPLIT.fullmatch(text)
        if parts and int(parts[2]) > _MONTHS:
            self.month_first = True

    def share(self, name: str) -> float | None:
        """Give the share of cells that look like a field; None if nothing can be told."""
        if name not in LOOKS or self.filled < ENOUGH:
            return None
        return self.like.get(name, 0) / self.filled


def profiles(rows: Iterable[Row], columns: int) -> tuple[Profile, ...]:
    """Look at the first rows of a sheet with so many columns."""
    found = tuple(Profile() for _ in range(columns))
    for row in islice(rows, LOOKED_AT):
        for profile, cell in zip(found, row.cells, strict=False):
            if cell.text and cell.kind not in {Kind.ERROR, Kind.FORMULA}:
                profile.add(cell.text)
    return found
