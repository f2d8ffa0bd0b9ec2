"""Families of a run, its letters and what came of them ↔ lines that a compressed file keeps."""

import datetime as dt
import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from io import BytesIO
from typing import Any

from docgen.check.shape import typed
from docgen.model.batch import FileMade, Fixed, Outcome
from docgen.model.case import Issued
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Kind
from docgen.model.plan import Job, State
from docgen.model.sheet import Mark
from docgen.model.tree import Tree, node_of

Line = dict[str, Any]
LEVEL = 6
NOTHING: tuple[object, ...] = (None, "", ())
NOWHERE = Mark("a run", 1, 1)
KEPT_OF_JOBS = tuple(
    each.name for each in fields(Job) if each.name not in {"kind", "subjects", "state", "findings"}
)
KEPT_OF_FINDINGS = tuple(
    each.name for each in fields(Finding) if each.name not in {"severity", "stage", "place"}
)


def packed(lines: Iterable[Mapping[str, object]]) -> bytes:
    """Write lines of JSON, compressed; the same lines give the same bytes."""
    texts = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    return gzip.compress("".join(f"{text}\n" for text in texts).encode(), LEVEL, mtime=0)


def unpacked(content: bytes) -> Iterator[Line]:
    """Read lines of JSON; raises `ValueError` for what is damaged."""
    try:
        text = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError from error
    return (json.loads(line) for line in text.splitlines())


def first_of(content: bytes) -> Line:
    """Read the first line alone; raises `ValueError` for what is damaged."""
    try:
        with gzip.open(BytesIO(content)) as lines:
            first: Line = json.loads(lines.readline())
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError from error
    return first


def fixed_line(fixed: Fixed) -> Line:
    """Write a family with its letters down."""
    return {
        "case": fixed.case,
        "rows": fixed.rows,
        "authority": fixed.authority,
        "tree": fixed.tree,
        "jobs": [_job_line(job) for job in fixed.jobs],
        "stopped": [_job_line(job) for job in fixed.stopped],
        "findings": [finding_line(each) for each in fixed.findings],
        "known": fixed.known,
    }


def read_fixed(line: Line, kinds: Mapping[str, Kind]) -> Fixed:
    """Read a family with its letters; `kinds` are those of its authority's pack."""
    return Fixed(
        line["case"],
        tuple(line["rows"]),
        line["authority"],
        line["tree"],
        tuple(_read_job(job, kinds) for job in line["jobs"]),
        tuple(_read_job(job, kinds) for job in line["stopped"]),
        tuple(map(read_finding, line["findings"])),
        line["known"],
    )


def outcome_line(outcome: Outcome, entry: Issued | None = None) -> Line:
    """Write down what came of a letter, with what a casefile would say of it."""
    line = asdict(replace(outcome, findings=()))
    line["findings"] = [finding_line(each) for each in outcome.findings]
    said = {key: value for key, value in line.items() if value not in (None, "", (), [], 0)}
    return {**said, "entry": entry_tree(entry)} if entry else said


def read_outcome(line: Line) -> Outcome:
    """Read what came of a letter."""
    told = {key: value for key, value in line.items() if key != "entry"}
    told |= {"rows": tuple(line.get("rows", ()))}
    told["files"] = tuple(FileMade(**file) for file in line.get("files", ()))
    told["findings"] = tuple(map(read_finding, line.get("findings", ())))
    return Outcome(**told)


def entry_tree(entry: Issued) -> Tree:
    """Give what a casefile says of an issued document, as plain data."""
    return {key: _plain(value) for key, value in asdict(entry).items() if value not in NOTHING}


def read_entry(tree: Tree) -> Issued:
    """Read what is said of an issued document; raises `ValueError`."""
    entry, _ = typed(node_of(tree, NOWHERE), Issued)
    if entry is None:
        raise ValueError
    return entry


def _plain(value: object) -> Tree:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items() if each not in NOTHING}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def _job_line(job: Job) -> Line:
    line: Line = {"kind": job.kind.name, "state": job.state.value}
    line |= {name: getattr(job, name) for name in KEPT_OF_JOBS}
    line["subjects"] = sorted(job.subjects)
    line["findings"] = [finding_line(each) for each in job.findings]
    return line


def _read_job(line: Line, kinds: Mapping[str, Kind]) -> Job:
    told = {name: line[name] for name in KEPT_OF_JOBS}
    return Job(
        kind=kinds[line["kind"]],
        subjects=frozenset(line["subjects"]),
        state=State(line["state"]),
        findings=tuple(map(read_finding, line["findings"])),
        **told,
    )


def finding_line(finding: Finding) -> Line:
    """Write a finding down."""
    line: Line = {name: getattr(finding, name) for name in KEPT_OF_FINDINGS}
    line |= {"severity": finding.severity.value, "stage": finding.stage.value}
    mark = finding.place
    line["place"] = [mark.file, mark.line, mark.column] if mark else None
    return {key: value for key, value in line.items() if value not in (None, "", ())}


def read_finding(line: Line) -> Finding:
    """Read a finding."""
    told = {**line, "severity": Severity(line["severity"]), "stage": Stage(line["stage"])}
    told["about"] = tuple(line.get("about", ()))
    told["path"] = tuple(line.get("path", ()))
    told["place"] = Mark(*line["place"]) if "place" in line else None
    told.setdefault("remedy", "")
    return Finding(**told)
