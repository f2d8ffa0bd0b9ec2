"""What became of several Word files → which PDFs lie where, and why others don't."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.engines import is_office
from docgen.cli.everywhere import Asked
from docgen.cli.lines import counted, error_lines
from docgen.cli.shapes import Shape, error_shape
from docgen.cli.status import Status, status_of
from docgen.cli.telling import near
from docgen.service.word_pdfs import Outcome


def made_line(out: Path, engine: str) -> str:
    """Say that a PDF is made, and by LibreOffice if it was."""
    return f"{near(out)} is made{' by LibreOffice' if is_office(engine) else ''}."


def answer_outcomes(asked: Asked, outcomes: Sequence[Outcome]) -> None:
    """Tell of each file; leave with the status of the first that has no PDF."""
    failed = [each.error for each in outcomes if each.error is not None]
    status = status_of(failed[0]) if failed else Status.MADE
    shape = {"files": [outcome_shape(each) for each in outcomes]}
    answer(asked, shape, lambda: _tell(outcomes), status)


def outcome_shape(outcome: Outcome) -> Shape:
    """Give a Word file, its PDF and what set it, or the error in its way."""
    if outcome.error is not None:
        return {"word": str(outcome.word), **error_shape(outcome.error)}
    return {"word": str(outcome.word), "file": str(outcome.out), "engine": outcome.engine}


def _tell(outcomes: Sequence[Outcome]) -> None:
    """Say on stdout what is made, and on stderr what is not."""
    say_lines(made_line(each.out, each.engine) for each in outcomes if each.error is None)
    for line in _missing(outcomes):
        click.echo(line, err=True)


def _missing(outcomes: Sequence[Outcome]) -> Iterator[str]:
    failed = [each for each in outcomes if each.error is not None]
    for each in failed:
        if each.error is not None:
            yield f"{near(each.word)}:"
            yield from error_lines(each.error)
    if failed:
        yield f"{counted(len(failed), 'file')} of {len(outcomes)} could not be made a PDF."
