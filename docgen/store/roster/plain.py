"""A CSV or TSV file → one grid of texts, however it is written and its columns set apart."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

from docgen.model.roster import NOTHING, Cell
from docgen.store.roster.encodings import Writing
from docgen.store.roster.grid import MOST_COLUMNS, Line, Notes, Span, trimmed

DELIMITERS = (",", "\t", ";", "|")
SAMPLE_LINES = 200
MOST_LINES = 100
"""A record over more lines than these has a quotation mark that nobody closed."""
LONGEST_LINE = 1_000_000
TOLD = re.compile(r"^\ufeff?sep=(.)\r?\n?$", re.IGNORECASE)
KEPT = re.compile(r'^="([^"]*)"$')
"""How some programs keep Excel from changing a text: `="00123"`."""


class QuoteOpen(Exception):
    """A quotation mark swallows the rest of the file."""


class CsvGrid:
    """The one sheet that a file of plain text is."""

    is_text = True
    name = ""
    hidden_columns: frozenset[int] = frozenset()

    def __init__(self, path: Path, writing: Writing) -> None:
        """Find out what sets the columns apart; raises `OSError`."""
        self._path = path
        self._codec = writing.codec
        with self._open() as file:
            start = list(islice(_short(file), SAMPLE_LINES))
        told = TOLD.match(start[0]) if start else None
        self._skipped = 1 if told else 0
        self.delimiter = told[1] if told else found_delimiter(start)

    @contextmanager
    def lines(self, notes: Notes) -> Iterator[Iterator[Line]]:
        """Read the records; an unclosed quotation mark ends them with a trouble."""
        del notes
        with self._open() as file:
            for _ in islice(file, self._skipped):
                pass
            yield self._records(file)

    def spans(self) -> tuple[Span, ...]:
        """Plain text merges nothing."""
        return ()

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._codec, errors="replace", newline="")

    def _records(self, file: TextIO) -> Iterator[Line]:
        counting = _Counting(file)
        reader = csv.reader(counting, delimiter=self.delimiter, strict=True)
        number = 0
        while True:
            number += 1
            counting.lines = 0
            try:
                record = next(reader)
            except StopIteration:
                return
            except QuoteOpen:
                yield Line(number, (), (("roster-quote-open", 0),))
                return
            except csv.Error as error:
                yield Line(number, (), ((_trouble(error), 0),))
                continue
            cells = trimmed([Cell(text) if text else NOTHING for text in map(_bare, record)])
            if cells:
                yield Line(number, cells[:MOST_COLUMNS], width=len(record))


class _Counting:
    """The lines of a file, counted since the last record began."""

    def __init__(self, file: TextIO) -> None:
        self._lines = _short(file)
        self.lines = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.lines += 1
        if self.lines > MOST_LINES:
            raise QuoteOpen
        return next(self._lines)


def found_delimiter(start: list[str]) -> str:
    """Tell what sets the columns apart: what gives most lines the same number of them."""
    return max(DELIMITERS, key=lambda sign: _evenness(start, sign))


def _evenness(start: list[str], sign: str) -> tuple[float, int]:
    records = csv.reader(start, delimiter=sign)
    try:
        widths = Counter(len(record) for record in records if record)
    except csv.Error:
        return 0.0, 0
    wide = Counter({width: count for width, count in widths.items() if width > 1})
    if not wide:
        return 0.0, 0
    width, count = max(wide.items(), key=lambda found: (found[1], found[0]))
    return round(count / widths.total(), 1), width


def _trouble(error: csv.Error) -> str:
    said = str(error)
    if "field limit" in said:
        return "roster-cell-long"
    return "roster-quote-open" if "end of data" in said else "roster-quote"


def _bare(text: str) -> str:
    """Take the blanks off, and what keeps Excel from changing a text."""
    kept = KEPT.match(text) if text[:1] == "=" else None
    return (kept[1] if kept else text).strip()


def _short(file: TextIO) -> Iterator[str]:
    """Read lines, in pieces where one has no end."""
    while line := file.readline(LONGEST_LINE):
        yield line
