"""A family's case → what batches issued for it; a letter's number → where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.model.case import Issued
from docgen.model.tree import Tree
from docgen.service.batch.lines import read_entry
from docgen.service.desk import Desk
from docgen.store.register import Register
from docgen.store.runs import batches_of
from docgen.store.workspace import every_case

RECORDING = ".recording.lock"
"""Who holds this file, in the folder of batches, writes to the ledger and the register."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Which run issued a version of a number, in which chunk, and what is said of it."""

    run: str
    chunk: int
    case: str
    entry: Issued


def register_of(desk: Desk) -> Register:
    """Give the index over all batches of an office."""
    return Register(batches_of(desk.workspace.output))


def history_of(desk: Desk, case: str) -> tuple[Issued, ...]:
    """Give all that batches issued for a case, in the order in which they did."""
    return tuple(map(read_entry, known_of(desk, [case]).get(case, ())))


def known_of(desk: Desk, cases: Sequence[str]) -> dict[str, tuple[Tree, ...]]:
    """Give the same of many cases, as plain data."""
    found = register_of(desk).of(cases)
    return {case: tuple(each.entry for each in entries) for case, entries in found.items()}


def issued_for(desk: Desk, case: str) -> tuple[Whereabouts, ...]:
    """Give where all lies that batches issued for a case, in the order in which they did."""
    found = register_of(desk).of([case]).get(case, ())
    return tuple(
        Whereabouts(each.run, each.chunk, each.case, read_entry(each.entry)) for each in found
    )


def found(desk: Desk, number: str) -> tuple[Whereabouts, ...]:
    """Give where the versions of a number lie, oldest first; nothing for what no batch issued."""
    mine = issued_for(desk, number.rpartition("/")[0])
    return tuple(place for place in mine if place.entry.number == number)


def adopted(desk: Desk) -> frozenset[str]:
    """Give the cases that have casefiles, their only record then: no batch may issue for them."""
    return frozenset(path.stem for path in every_case(desk.workspace))
