"""`review.csv` → who checked which pair of texts, and when; an addition → its new line."""

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Literal, get_args, get_type_hints

from docgen.check import scalars
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.language import Pair, Review
from docgen.model.sheet import Mark
from docgen.store.characters import decoded
from docgen.store.disk import disk, write_whole
from docgen.store.languages import shown_at

REVIEW = "review.csv"
COLUMNS = ("digest", "status", "by", "date", "note")
STATUSES = get_args(get_type_hints(Review)["status"])
DIGEST = re.compile(r"[0-9a-f]{32}")
LENGTH, SHORT = 32, 8
LARGEST = 20_000_000
MOST = 100

FAULTS: Faults = {
    "csv-too-large": Wording(
        "The file is larger than {limit:,} bytes.",
        "Check that it is the right file.",
    ),
    "csv-columns": Wording(
        "The first line must name these columns: {columns}.",
        "Put it back as docgen wrote it; change the file with docgen translations alone.",
    ),
    "csv-row": Wording(
        "This line has not as many cells as there are columns.",
        "Put it back as docgen wrote it: a text with a comma or a line break stands in quotes.",
    ),
    "review-digest": Wording(
        "“digest” doesn't hold the 32 figures by which a pair of texts is known.",
        "Take the line out and approve the message again: docgen translations approve",
    ),
    "review-status": Wording(
        "“status” is none of: {statuses}.",
        "Write one of them, or take the line out.",
    ),
    "review-date": Wording(
        "“date” is no date.",
        "Write the day that it was checked, such as 2025-11-03.",
    ),
    "review-nobody": Wording(
        "“by” is empty: nobody is named who checked this.",
        "Write who did, or take the line out.",
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a CSV file by its columns, and where it stands."""

    cells: Mapping[str, str]
    mark: Mark


def id_of(pair: Pair) -> str:
    """Give the short name of a message, by which commands call it."""
    return _digest(*pair)[:SHORT]


def digest_of(pair: Pair, texts: Sequence[str]) -> str:
    """Give what stands for exactly this English and this translation of it."""
    return _digest(*pair, *texts)[:LENGTH]


def read_reviews(path: Path) -> tuple[dict[str, Review], tuple[Finding, ...]]:
    """Read who checked what, by the pair's digest; what was said last holds."""
    reviews: dict[str, Review] = {}
    findings: list[Finding] = []
    lines, faults = read_lines(path, COLUMNS)
    for line in lines:
        wrong = tuple(_faults(line))
        findings += wrong
        if not wrong:
            reviews[line.cells["digest"]] = _review(line.cells)
    return reviews, (*faults, *findings)


def add_reviews(path: Path, added: Iterable[tuple[str, Review]]) -> None:
    """Write down at the end of the file who checked what; raises `DiskTrouble`."""
    rows = [(digest, each.status, each.by, str(each.date), each.note) for digest, each in added]
    before = _content(path).removeprefix(b"\xef\xbb\xbf")
    if before and not before.endswith(b"\n"):
        before += b"\n"
    written = csv_bytes(rows) if before else csv_bytes([COLUMNS, *rows])
    write_whole(path, before + written)


def read_lines(path: Path, columns: Sequence[str]) -> tuple[list[Line], tuple[Finding, ...]]:
    """Read a CSV file that docgen keeps; one that isn't there has no lines."""
    content, shown = _content(path), shown_at(path)
    start = Mark(shown, 1, 1)
    if len(content) > LARGEST:
        return [], (fault(FAULTS, "csv-too-large", start, limit=LARGEST),)
    text = decoded(content, shown, MOST)
    if not text.text.strip() or not text.readable:
        return [], text.findings
    lines, faults = [], []
    for number, row in _rows(text.text):
        if number == 1 and row != [*columns]:
            told = fault(FAULTS, "csv-columns", start, columns=", ".join(columns))
            return [], (*text.findings, told)
        if len(row) != len(columns):
            faults.append(fault(FAULTS, "csv-row", Mark(shown, number, 1)))
        elif number > 1:
            lines.append(Line(dict(zip(columns, row, strict=True)), Mark(shown, number, 1)))
    return lines, (*text.findings, *faults)


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV, each line ending in one line feed."""
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


def _digest(*texts: str) -> str:
    return sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()


def _content(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with disk(shown_at(path)), path.open("rb") as file:
        return file.read(LARGEST + 1)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give rows that say something, each with the line where it begins; none for a broken one."""
    reader = csv.reader(StringIO(text, newline=""))
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        yield line, []


def _faults(line: Line) -> Iterator[Finding]:
    cells = line.cells
    if not DIGEST.fullmatch(cells["digest"]):
        yield fault(FAULTS, "review-digest", line.mark)
    if cells["status"] not in STATUSES:
        yield fault(FAULTS, "review-status", line.mark, statuses=", ".join(STATUSES))
    if not isinstance(scalars.date(cells["date"]), dt.date):
        yield fault(FAULTS, "review-date", line.mark)
    if not cells["by"].strip():
        yield fault(FAULTS, "review-nobody", line.mark)


def _review(cells: Mapping[str, str]) -> Review:
    status: Literal["reviewed", "approved"] = (
        "approved" if cells["status"] == "approved" else "reviewed"
    )
    return Review(status, cells["by"], dt.date.fromisoformat(cells["date"]), cells["note"])
