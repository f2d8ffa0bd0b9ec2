"""What came of each row of a plain mail merge → an index (CSV) beside its letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from docgen.model.rendition import Ending
from docgen.service.batch.word_chunk import file_name
from docgen.store.disk import disk
from docgen.store.report_files import Value, written_index
from docgen.store.rowbook import Listed, RowBook

COLUMNS = ("Row", "What came of it", "File", "Archive", "Number", "Version", "Why not")
HEAD = ",".join(COLUMNS).encode()


@dataclass(frozen=True, slots=True)
class About:
    """What all letters have in common: their case in the ledger, and what each is made as."""

    case: str
    endings: tuple[Ending, ...]


def write_index(out: Path, book: RowBook, about: About) -> Path:
    """Write what came of each row, over the index of before; raises `DiskTrouble`."""
    path = _place(out)
    with written_index(path, COLUMNS) as index:
        for listed in book.listed():
            for row in _rows(listed, about):
                index.add(row)
    return path


def _rows(listed: Listed, about: About) -> Iterator[tuple[Value, ...]]:
    """Give a row for each file of a letter, or one for a row without a letter."""
    if not listed.version:
        yield listed.row, listed.state, "", "", "", "", listed.why
    number = f"{about.case}/{listed.number}"
    for ending in about.endings if listed.version else ():
        file = file_name(listed.stem, listed.named, ending)
        yield listed.row, listed.state, file, listed.archive, number, listed.version, ""


def _place(out: Path) -> Path:
    """Give where the index goes: where one lies already, never over another file."""
    names = (f"index{f'-{number}' if number else ''}.csv" for number in count())
    return next(path for name in names if _is_free(path := out / name))


def _is_free(path: Path) -> bool:
    with disk(path.name):
        if not path.exists():
            return True
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
