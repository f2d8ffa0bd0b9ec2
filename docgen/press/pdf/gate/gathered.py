"""Many remarks → each construct once, with its first place and the number of its places."""

from collections.abc import Iterable
from dataclasses import replace

from docgen.press.pdf.tree import Remark

MOST = 100
"""So many different constructs of a file are told."""
PLACES = "count"
"""The name under which a remark holds in how many places its construct stands."""


class Gathered:
    """Constructs met so far, in the order they were met."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[tuple[str, ...], Remark] = {}
        self._count: dict[tuple[str, ...], int] = {}

    def is_new(self, remark: Remark) -> bool:
        """Count a construct; tell whether it is to be taken down, being met for the first time."""
        key = _key(remark)
        if key in self._count:
            self._count[key] += int(remark.names.get(PLACES, "1"))
            return False
        return len(self._first) < MOST

    def take(self, remark: Remark) -> None:
        """Take down a construct that is new, with its first place."""
        self._first[_key(remark)] = remark
        self._count[_key(remark)] = int(remark.names.get(PLACES, "1"))

    def remarks(self) -> tuple[Remark, ...]:
        """Give each construct once."""
        return tuple(
            replace(remark, names={**remark.names, PLACES: str(self._count[key])})
            for key, remark in self._first.items()
        )


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Give each construct among remarks once."""
    found = Gathered()
    for remark in remarks:
        if found.is_new(remark):
            found.take(remark)
    return found.remarks()


def _key(remark: Remark) -> tuple[str, ...]:
    said = (f"{name}={value}" for name, value in remark.names.items() if name != PLACES)
    return (remark.rule, str(remark.stops), *said)
