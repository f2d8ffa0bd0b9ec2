"""`previous.csv` ↔ pairs whose English is no longer said: what a changed sentence came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.language import Message
from docgen.store.disk import write_whole
from docgen.store.review import Line, csv_bytes, read_lines

PREVIOUS = "previous.csv"
COLUMNS = ("file", "places", "context", "english", "form", "translation")
BETWEEN = "; "
WHOLE = ""

FAULTS: Faults = {
    "previous-form": Wording(
        "“form” is not the next of the forms 0, 1, 2 … of this sentence.",
        "Take out all lines of this sentence; nothing that is printed is lost with them.",
    ),
}


@dataclass(frozen=True, slots=True)
class Before:
    """A sentence as it was said before, in which .po file, and its translation."""

    file: str
    message: Message
    texts: tuple[str, ...]


def read_previous(path: Path) -> tuple[tuple[Before, ...], tuple[Finding, ...]]:
    """Read what was said before; nothing where there is no such file."""
    lines, findings = read_lines(path, COLUMNS)
    kept, faults = [], list(findings)
    for _, group in groupby(lines, _sentence):
        rows = [*group]
        forms = [row.cells["form"] for row in rows]
        if forms in ([WHOLE], [str(number) for number in range(len(rows))]):
            kept.append(_before(rows))
        else:
            faults.append(fault(FAULTS, "previous-form", rows[0].mark))
    return tuple(kept), tuple(faults)


def write_previous(path: Path, kept: Iterable[Before]) -> None:
    """Write down what was said before, over what stood there; raises `DiskTrouble`."""
    write_whole(path, csv_bytes([COLUMNS, *(row for each in kept for row in _rows(each))]))


def _sentence(line: Line) -> tuple[str, ...]:
    return tuple(line.cells[name] for name in ("file", "places", "context", "english"))


def _before(rows: list[Line]) -> Before:
    file, places, context, english = _sentence(rows[0])
    counts = rows[0].cells["form"] != WHOLE
    message = Message(english, context, counts, tuple(filter(None, places.split(BETWEEN))))
    return Before(file, message, tuple(row.cells["translation"] for row in rows))


def _rows(before: Before) -> Iterable[tuple[str, ...]]:
    message = before.message
    for number, text in enumerate(before.texts):
        form = str(number) if message.counts else WHOLE
        places = BETWEEN.join(message.places)
        yield before.file, places, message.context, message.text, form, text
