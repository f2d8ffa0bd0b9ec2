"""Findings, errors and jobs → lines of plain text for a clerk."""

import unicodedata
from collections.abc import Iterable

from docgen.errors import DocgenError
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.language import ENGLISH
from docgen.model.plan import Job

ORDER = {stage: place for place, stage in enumerate(Stage)}
ERRORS = "These refuse (E); mend them first"
OPEN = "These hold (W) until they are mended or a reason is written down"
LOOK = "These refuse nothing, but want a look (W)"
ACCEPTED = "These were accepted (W) with a reason"
INFORMATION = "Good to know (I)"
STANDARD = "standard"
HEADINGS = (ERRORS, OPEN, ACCEPTED, INFORMATION)


def shown(text: str) -> str:
    """Give text that can't steer a terminal: control and direction marks become `?`."""
    return "".join("?" if unicodedata.category(char) in {"Cc", "Cf"} else char for char in text)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings, the most fundamental first, then in the order of the file."""
    return sorted(findings, key=_weight)


def finding_lines(finding: Finding, indent: str = "") -> list[str]:
    """Give `file:line:column  RULE  severity  message` and below it what to do."""
    about = f" [{finding.subject}]" if finding.about else ""
    head = f"{_place(finding)}{finding.rule}  {finding.severity}  {finding.message}{about}"
    lines = [head, f"    To mend: {finding.remedy}"]
    if finding.decision:
        lines.append(f"    Accepted: {finding.decision}")
    return [indent + shown(line) for line in lines if line.strip() != "To mend:"]


def grouped_lines(findings: Iterable[Finding], waiting: str = OPEN) -> list[str]:
    """Give all findings under a heading for each severity; `waiting` is that of open W."""
    lines: list[str] = []
    ordered = by_weight(findings)
    for heading in HEADINGS:
        group = [finding for finding in ordered if _heading(finding) == heading]
        if group:
            lines += ["", f"{waiting if heading == OPEN else heading}: {len(group)}"]
            lines += [line for finding in group for line in finding_lines(finding)]
    return lines


def error_lines(error: DocgenError) -> list[str]:
    """Give what is wrong, what to do, and the findings behind it."""
    head = [f"docgen: {shown(error.message)} [{error.code}]"]
    remedy = [f"What to do: {shown(error.remedy)}"] if error.remedy else []
    return head + remedy + grouped_lines(error.findings)


def job_name(job: Job) -> str:
    """Give a job's kind and keys in words: `invite about m-1 for p-1, pupil c-1, in pl-en`."""
    about = f" about {job.about}" if job.about else ""
    recipient = f" for {job.recipient}" if job.recipient else ""
    pupil = f", pupil {job.pupil}" if job.pupil else ""
    language = f", in {job.language}" if job.language != ENGLISH.tag else ""
    variant = f", {job.variant}" if job.variant != STANDARD else ""
    return shown(f"{job.kind.name}{about}{recipient}{pupil}{language}{variant}")


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its word: `1 document`, `2 documents`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _heading(finding: Finding) -> str:
    if finding.severity is Severity.WARNING:
        return OPEN if finding.is_open else ACCEPTED
    return ERRORS if finding.severity is Severity.ERROR else INFORMATION


def _weight(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    spot = (place.file, place.line, place.column) if place else ("", 0, 0)
    severity = HEADINGS.index(_heading(finding))
    return severity, ORDER[finding.stage], spot, finding.rule, finding.about


def _place(finding: Finding) -> str:
    place = finding.place
    return f"{place.file}:{place.line}:{place.column}  " if place else ""
