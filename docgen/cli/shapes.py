"""Values of the model → the JSON that `--json` prints: stable names, plain data."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.errors import DocgenError
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Job, LeftOut, Plan
from docgen.service.report import Examined, Head, Lying, Made, Noted, Report

Shape = Mapping[str, object]


def finding_shape(finding: Finding) -> Shape:
    """Give a finding with its place; `line` and `column` count from 1."""
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "stage": finding.stage.value,
        "about": finding.subject,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "source": finding.source or None,
        "decision": finding.decision or None,
    }


def job_shape(job: Job) -> Shape:
    """Give a job: what, about what, for whom, in which state and why."""
    return {
        "kind": job.kind.name,
        "title": job.kind.title,
        "about": job.about or None,
        "recipient": job.recipient,
        "pupil": job.pupil,
        "state": job.state.value,
        "because": job.because,
        "language": job.language,
        "variant": job.variant,
        "format": job.format,
        "findings": _all(finding_shape(finding) for finding in job.findings),
    }


def made_shape(made: Made) -> Shape:
    """Give a document made: its job, files, number and version if issued.

    `file` and `digest` are those of the first file.
    """
    identity = made.identity
    return {
        **job_shape(made.job),
        "file": str(made.path),
        "digest": made.digest,
        "files": _all(lying_shape(file) for file in made.files),
        "number": identity.number if identity else None,
        "version": identity.version if identity else None,
        "replaces": identity.replaces if identity else None,
    }


def lying_shape(file: Lying) -> Shape:
    """Give one file of a document, and what made it."""
    return {
        "format": file.ending,
        "file": str(file.path),
        "digest": file.digest,
        "engine": file.engine,
    }


def left_out_shape(person: LeftOut) -> Shape:
    """Give somebody who gets no document of a kind, and why."""
    return {
        "kind": person.kind,
        "about": person.about or None,
        "person": person.person,
        "pupil": person.pupil,
        "because": person.because,
    }


def plan_shape(plan: Plan) -> Shape:
    """Give all jobs of a case and everybody left out."""
    return {
        "case": plan.case_id,
        "authority": plan.authority,
        "jobs": _all(job_shape(job) for job in plan.jobs),
        "left_out": _all(left_out_shape(person) for person in plan.left_out),
        "readers": _all({"person": key, "reads": language} for key, language in plan.readers),
        "on_request": _all(job_shape(job) for job in plan.on_request),
    }


def check_shape(examined: Examined) -> Shape:
    """Give the findings about a case, counted by severity."""
    counted = {
        severity.value: sum(finding.severity is severity for finding in examined.findings)
        for severity in Severity
    }
    return {
        "case": examined.case.case_id,
        "authority": examined.case.authority,
        "file": str(examined.path),
        "counts": counted,
        "findings": _all(finding_shape(finding) for finding in examined.findings),
    }


def head_shape(head: Head | None) -> Shape | None:
    """Give how far the ledger goes, or null for a run that records nothing."""
    return {"count": head.count, "seal": head.seal} if head else None


def report_shape(report: Report) -> Shape:
    """Give what a run made, what stood already, what was stopped, and who was left out."""
    return {
        "case": report.case_id,
        "made": _all(made_shape(made) for made in report.made),
        "standing": _all(job_shape(job) for job in report.standing),
        "stopped": _all(job_shape(job) for job in report.stopped),
        "left_out": _all(left_out_shape(person) for person in report.left_out),
        "findings": _all(finding_shape(finding) for finding in report.findings),
        "notices": list(report.notices),
        "ledger": head_shape(report.head),
    }


def noted_shape(noted: Noted) -> Shape:
    """Give what was written down of which version of which number."""
    return {
        "case": noted.case_id,
        "number": noted.number,
        "version": noted.version,
        "act": noted.act,
        "notices": list(noted.notices),
        "ledger": head_shape(noted.head),
    }


def error_shape(error: DocgenError) -> Shape:
    """Give an error: its code, its words, its remedy and the findings behind it."""
    return {
        "error": {
            "code": error.code,
            "family": error.family,
            "message": error.message,
            "remedy": error.remedy,
            "findings": _all(finding_shape(finding) for finding in error.findings),
        }
    }


def plain(value: object) -> object:
    """Give a value that JSON has no word for as text."""
    if isinstance(value, dt.date | dt.time | Path):
        return value.isoformat() if not isinstance(value, Path) else str(value)
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)


def _all(shapes: Iterable[Shape]) -> list[Shape]:
    return list(shapes)
