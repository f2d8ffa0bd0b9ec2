"""A family of a run → a casefile of its own, with all that batches issued for it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.case import Issued
from docgen.model.entry import Receipt
from docgen.model.finding import Wording
from docgen.model.rendition import File
from docgen.model.tree import Tree
from docgen.service.additions import issued_addition
from docgen.service.batch.history import Whereabouts, issued_for
from docgen.service.batch.resume import unfinished
from docgen.service.batch.runs import Run, open_run
from docgen.service.desk import Desk
from docgen.service.make import ENGINE
from docgen.service.office import schema_place
from docgen.service.record import Deed, receipt_of, record
from docgen.service.report import Noted
from docgen.service.yaml_text import value
from docgen.store.disk import disk, write_whole
from docgen.store.workspace import every_case

REASONS: Reasons = {
    "adopt-unknown": Wording(
        "Run {run} has no family {case}, or none that could be judged.",
        "Look the case's id up in the run's report; it stands in each letter's file name, too.",
    ),
    "adopt-unfinished": Wording(
        "Run {run} is not finished, and may still issue letters for {case}.",
        "Resume it first: docgen batch resume {run}",
    ),
    "adopt-exists": Wording(
        "There is a casefile {case} already.",
        "Go on with that one; what batches issued for it till then stands in it.",
    ),
}
TOP = """\
# yaml-language-server: $schema={schema}
# Adopted from batch {run}. From here on this file is the record of this family.
"""
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIGURE = re.compile(r"0|[1-9]\d{0,3}", re.ASCII)
"""Numbers as casefiles have them; longer ones, such as phone numbers, are texts."""


def adopt(desk: Desk, name: str, case: str) -> Noted:
    """Make a casefile of a family, its letters in the outbox; raises `UsageTrouble`.

    Stopped half-way, the same command completes it.
    """
    desk.must_be_an_office()
    run = open_run(desk, name)
    text = casefile_text(desk, run, case)
    with desk.outbox.at_work(case):
        notices = desk.recover()
        desk.outbox.must_not_wait(case)
        for each in unfinished(desk):
            raise stop(UsageTrouble, REASONS, "adopt-unfinished", run=each, case=case)
        path = _written(desk, case, text)
        places = issued_for(desk, case)
        files = [(place.entry, file) for place in places for file in _files(desk, place)]
        deed = Deed(
            case=case,
            casefile=path,
            receipts=tuple(_receipts(case, files)),
            additions=tuple(issued_addition(place.entry) for place in places),
            files={file.name: file.content for _, file in files},
        )
        more, head = record(desk, deed) if places else ((), desk.head())
    return Noted(case, "", 0, "adopt", (*notices, *more), head)


def casefile_text(desk: Desk, run: Run, case: str) -> str:
    """Give a family of a run as the text of a casefile, without what was issued."""
    top = TOP.format(schema=schema_place(desk.workspace), run=run.head.run)
    return top + "".join(f"{line}\n" for line in _lines(_tree(desk, run, case)))


def _tree(desk: Desk, run: Run, case: str) -> Mapping[str, Tree]:
    for chunk in run.chunks_of(case):
        for fixed in run.cases(desk, chunk):
            if fixed.case == case and fixed.tree:
                return fixed.tree
    raise stop(UsageTrouble, REASONS, "adopt-unknown", run=run.head.run, case=case[:40])


def _written(desk: Desk, case: str, text: str) -> Path:
    """Write the casefile, or find it as it was written before; never over another."""
    for path in every_case(desk.workspace):
        if path.stem == case:
            with disk(path.name):
                content = path.read_bytes()
            if content != text.encode():
                raise stop(UsageTrouble, REASONS, "adopt-exists", case=case)
            return path
    path = desk.workspace.casefiles / f"{case}.yaml"
    write_whole(path, text.encode())
    return path


def _files(desk: Desk, place: Whereabouts) -> Iterator[File]:
    """Take a letter's files out of the run that issued it."""
    run, entry = open_run(desk, place.run), place.entry
    for outcome in run.outcomes(place.chunk):
        if (outcome.number, outcome.version) == (entry.number, entry.version):
            for made in outcome.files:
                content = run.content(place.chunk, made.name)
                by = f"{ENGINE}, {entry.engine}" if made.ending == "pdf" else ENGINE
                yield File(made.name, made.ending, content, made.digest, by)


def _receipts(case: str, files: Iterable[tuple[Issued, File]]) -> Iterator[Receipt]:
    return (receipt_of("adopt", case, entry, entry.inputs, file) for entry, file in files)


def _lines(tree: Mapping[str, Tree]) -> Iterator[str]:
    """Write fields of a casefile: each on a line of its own, and so each entry of a list."""
    for key, below in tree.items():
        if isinstance(below, Mapping) and below:
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(below))
        elif any(isinstance(each, Mapping) for each in below):
            yield f"{key}:"
            yield from (f"  - {value(_typed(each))}" for each in below)
        else:
            yield f"{key}: {value(_typed(below))}"


def _typed(tree: Tree) -> object:
    """Give days, figures, yes and no as such, so that they are written without quotes."""
    if isinstance(tree, Mapping):
        return {key: _typed(below) for key, below in tree.items()}
    if not isinstance(tree, str):
        return [_typed(below) for below in tree]
    if DATE.fullmatch(tree):
        with suppress(ValueError):
            return dt.date.fromisoformat(tree)
    if tree in {"true", "false"}:
        return tree == "true"
    return int(tree) if FIGURE.fullmatch(tree) else tree
