"""A run as it lies on the disk → its report: a page, a workbook and an index, beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.model.batch import Outcome
from docgen.service.batch.figures import STATES, STAY, Figures, in_language, why
from docgen.service.batch.listening import Heard, kept
from docgen.service.batch.report_page import About, page
from docgen.service.batch.runs import Run
from docgen.service.desk import Desk
from docgen.service.report import Head
from docgen.store.disk import write_whole
from docgen.store.report_files import BookSheet, Column, Value, written_book, written_index

FOLDER, PAGE, BOOK, INDEX = "report", "report.html", "report.xlsx", "index.csv"
LETTERS = (
    Column("Rows", 12),
    Column("Case", 20),
    Column("Kind", 14),
    Column("About", 14),
    Column("For", 14),
    Column("Pupil", 14),
    Column("Language", 10),
    Column("Print", 10),
    Column("What came of it", 15),
    Column("Number", 22),
    Column("Version", 8),
    Column("Part", 12),
    Column("File", 60),
    Column("Why not", 30),
)
REASONS = (
    Column("Rule", 22),
    Column("Severity", 9),
    Column("Letters", 9),
    Column("What is wrong", 60),
    Column("To mend", 60),
    Column("First rows", 24),
)
FOUND = (
    Column("Rule", 22),
    Column("Severity", 9),
    Column("Row", 8),
    Column("Column", 8),
    Column("What is wrong", 60),
    Column("To mend", 60),
)
COUNTED = (Column("What", 40), Column("Count", 68))


@dataclass(frozen=True, slots=True)
class Report:
    """A run's report: its files, and what it counted."""

    page: Path
    book: Path
    index: Path
    figures: Figures
    heard: Heard | None
    head: Head | None


def write_report(desk: Desk, run: Run) -> Report:
    """Write the report of a run as far as it has come; raises `DiskTrouble`, `LedgerTrouble`."""
    home, figures = run.folder.folder / FOLDER, Figures()
    heard, head = kept(run.folder.folder), desk.head()
    report = Report(home / PAGE, home / BOOK, home / INDEX, figures, heard, head)
    with written_book(report.book) as book, written_index(report.index, _names(LETTERS)) as index:
        summary = BookSheet(book, "Summary", COUNTED)
        letters = BookSheet(book, "Letters", LETTERS)
        for outcome in run.outcomes():
            figures.add(outcome)
            for row in _rows(outcome, archive=run.head.order.archive):
                index.add(row)
                letters.add(row)
        for counted in _summary(run, report):
            summary.add(counted)
        _reasons(BookSheet(book, "Why not", REASONS), figures)
        _found(BookSheet(book, "Found in the sheet", FOUND), heard)
    write_whole(report.page, page(About(run.head, run.is_whole, heard, head), figures).encode())
    return report


def _rows(outcome: Outcome, *, archive: bool) -> Iterator[Sequence[Value]]:
    """Give a row for each file of a letter, or one for a letter without."""
    part = f"{outcome.chunk:05}{'.zip' if archive else ''}"
    rules = ", ".join(each.rule for each in why(outcome))
    told = (
        outcome.rows[0] if len(outcome.rows) == 1 else ", ".join(map(str, outcome.rows)),
        outcome.case,
        outcome.kind,
        outcome.about,
        outcome.recipient or "",
        outcome.pupil or "",
        outcome.language,
        outcome.variant,
        outcome.state,
        outcome.number,
        outcome.version or "",
    )
    for file in outcome.files:
        yield (*told, part, file.name, rules)
    if not outcome.files:
        yield (*told, "", "", rules)


def _summary(run: Run, report: Report) -> Iterator[Sequence[Value]]:
    head, heard, figures = run.head, report.heard, report.figures
    yield "Run", head.run
    yield "Dated", head.dated.isoformat()
    yield "By", head.actor
    yield "Whole", "yes" if run.is_whole else "no: resume it"
    if heard:
        yield "Sheet", heard.shown
        yield "Rows read", heard.rows
        yield "Rows that can't be used", heard.refused
        if heard.changed:
            yield "Rows changed since the sheet was handed back", heard.changed.count
        yield "Families left out, as they have casefiles", heard.left_out
    for state, words in STATES.items():
        yield words, figures.states[state]
    if figures.stay:
        yield STAY, figures.stay
    for kind, count in figures.kinds.most_common():
        yield f"Made: {kind}", count
    for language, count in figures.languages.most_common():
        yield f"Made in {in_language(language)} ({language})", count
    for variant, count in figures.variants.most_common():
        yield f"Made in print: {variant}", count
    if report.head:
        yield "Entries in the ledger", report.head.count
        yield "Head seal of the ledger", report.head.seal


def _reasons(sheet: BookSheet, figures: Figures) -> None:
    for reason in figures.ranked():
        finding = reason.finding
        rows = ", ".join(map(str, reason.rows))
        words = (finding.message, finding.remedy)
        sheet.add((finding.rule, finding.severity.value, reason.count, *words, rows))


def _found(sheet: BookSheet, heard: Heard | None) -> None:
    for told in heard.told if heard else ():
        for finding in told.shown:
            place = finding.place
            spot: tuple[Value, Value] = (place.line, place.column) if place else ("", "")
            words = (finding.message, finding.remedy)
            sheet.add((finding.rule, finding.severity.value, *spot, *words))
        more = told.count - len(told.shown)
        if more:
            sheet.add((told.rule, told.severity.value, "", "", f"… and {more} more", ""))


def _names(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns]
