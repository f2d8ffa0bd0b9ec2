"""A run gone through → lines for a clerk, and JSON."""

from collections.abc import Iterator
from pathlib import Path

from docgen.cli.batch_told import accept_lines, changed_shape
from docgen.cli.lines import counted, shown
from docgen.cli.shapes import Shape, head_shape
from docgen.cli.status import Status
from docgen.cli.telling import head_lines, near
from docgen.service.batch.figures import STATES, STAY, Reason, in_language
from docgen.service.batch.handed_back import aside
from docgen.service.batch.reported import Reported
from docgen.store.depots import is_address


def reported_lines(done: Reported) -> Iterator[str]:
    """Tell what a run made, what it did not and why, and where all of it lies."""
    figures, heard = done.report.figures, done.report.heard
    yield f"Run {done.summary.run}: {counted(figures.states['made'], 'letter')} made."
    for tag, count in figures.languages.most_common():
        yield shown(f"{count:8,} in {in_language(tag)}")
    rest = [(words, figures.states[state]) for state, words in STATES.items() if state != "made"]
    for words, count in rest:
        if count:
            yield f"{words}: {count:,}"
    if figures.stay:
        yield f"{STAY}: {figures.stay:,}"
    if heard and heard.refused:
        yield f"Rows of the sheet that can't be used: {heard.refused:,}"
    if heard:
        yield from aside(heard.left_out, heard.changed)
    yield from _why(figures.ranked())
    yield from (f"Good to know: {shown(notice)}" for notice in done.summary.notices)
    yield ""
    if figures.states["made"]:
        place = done.letters
        yield shown(f"Letters: {place if is_address(place) else near(Path(place))}")
    beside = f"{done.report.book.name} and {done.report.index.name}"
    yield shown(f"Report: {near(done.report.page)}, and beside it {beside}")
    if not done.summary.is_whole:
        yield f"Not whole yet. Go on with it: docgen batch resume {done.summary.run}"
    yield from head_lines(done.report.head)


def reported_shape(done: Reported) -> Shape:
    """Give the same."""
    figures, heard, summary = done.report.figures, done.report.heard, done.summary
    return {
        "event": "report",
        "run": summary.run,
        "whole": summary.is_whole,
        "states": dict(figures.states),
        "kinds": dict(figures.kinds),
        "languages": dict(figures.languages),
        "variants": dict(figures.variants),
        "not_made": [_reason_shape(reason) for reason in figures.ranked()],
        "rows": heard.rows if heard else None,
        "refused_rows": heard.refused if heard else None,
        "left_out_families": heard.left_out if heard else None,
        "changed_rows": changed_shape(heard.changed if heard else None),
        "stay": figures.stay,
        "failed_chunks": list(summary.failed),
        "waiting_chunks": list(summary.waiting),
        "notices": list(summary.notices),
        "letters": done.letters,
        "report": str(done.report.page),
        "workbook": str(done.report.book),
        "index": str(done.report.index),
        "ledger": head_shape(done.report.head),
    }


def status_after(done: Reported) -> Status:
    """Give the exit status: 8 for a run to be resumed, 4 where something was held or refused."""
    if not done.summary.is_whole:
        return Status.DISK
    refused = done.report.heard.refused if done.report.heard else 0
    return Status.STOPPED if done.report.figures.stopped or refused else Status.MADE


def _why(reasons: list[Reason]) -> Iterator[str]:
    if reasons:
        yield ""
        yield "Not made, and why"
    for reason in reasons:
        finding, rows = reason.finding, ", ".join(map(str, reason.rows))
        letters = counted(reason.count, "letter")
        yield shown(f"  {finding.rule}  {finding.severity}  {letters}, first rows {rows}")
        yield shown(f"      such as: {finding.message}")
        yield shown(f"      to mend: {finding.remedy}")
        yield from accept_lines(finding, "      to let it pass: ")


def _reason_shape(reason: Reason) -> Shape:
    finding = reason.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "letters": reason.count,
        "message": finding.message,
        "remedy": finding.remedy,
        "rows": list(reason.rows),
    }
