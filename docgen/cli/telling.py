"""Plans and reports → lines of plain text for a clerk."""

from collections.abc import Iterable
from pathlib import Path

from docgen.cli.engines import is_office
from docgen.cli.lines import (
    STANDARD,
    by_weight,
    counted,
    finding_lines,
    grouped_lines,
    job_name,
    shown,
)
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Job, LeftOut, Plan, State
from docgen.service.report import Examined, Head, Lying, Made, Report

STOPPED = {
    State.REFUSED: "Refused: mend what stands below it",
    State.HELD: "Held: mend what stands below it, or write down why it may go",
    State.PAST: "Past: too late to send",
}


def check_lines(examined: Examined) -> list[str]:
    """Tell the findings about a case, the most fundamental first."""
    case, findings = examined.case, examined.findings
    if not findings:
        return [f"{case.case_id} ({case.authority}): nothing to mend."]
    errors, open_ones = _count(findings, Severity.ERROR), sum(f.is_open for f in findings)
    head = f"{case.case_id} ({case.authority}): "
    verdict = [
        counted(errors, "finding refuses papers (E)", "findings refuse papers (E)"),
        counted(open_ones, "holds them (W)", "hold them (W)"),
    ]
    return [head + ", ".join(verdict) + ".", *grouped_lines(findings), *decision_hint(findings)]


def decision_hint(findings: Iterable[Finding]) -> list[str]:
    """Tell how to accept the first open W, where there is one."""
    for finding in by_weight(findings):
        if finding.is_open:
            reason = f'--reason {finding.rule}:{finding.subject}="..."'
            return ["", f"To accept a W when issuing: {reason}"]
    return []


def plan_rows(plan: Plan) -> list[tuple[str, ...]]:
    """Give a row for each job: kind, about, recipient, pupil, language, state, because."""
    return [
        (
            job.kind.name,
            job.about,
            job.recipient or "",
            job.pupil or "",
            setting(job),
            job.state.value,
            job.because,
        )
        for job in plan.jobs
    ]


def on_request_lines(plan: Plan) -> list[str]:
    """Tell what else can be had when it is asked for by name."""
    kinds = dict.fromkeys(job.kind.name for job in plan.on_request)
    return _titled("On request", [f"  {kind}: docgen generate --kind {kind}" for kind in kinds])


def report_lines(report: Report, *, issuing: bool) -> list[str]:
    """Tell what was made, for whom and why; what was stopped and what would mend it."""
    done = "issued" if issuing else "drafted"
    lines = [f"{report.case_id}: {counted(len(report.made), 'paper')} {done}{_rest(report)}."]
    lines += _titled("Made", [line for made in report.made for line in made_lines(made)])
    lines += _titled(
        "Issued before, nothing changed since", [f"  {job_name(job)}" for job in report.standing]
    )
    for state, title in STOPPED.items():
        jobs = [job for job in report.stopped if job.state is state]
        lines += _titled(title, [line for job in jobs for line in stopped_lines(job)])
    lines += left_out_lines(report.left_out)
    lines += _titled("Good to know", [f"  {shown(notice)}" for notice in report.notices])
    if issuing:
        lines += decision_hint(f for job in report.stopped for f in job.findings)
        lines += head_lines(report.head)
    return lines


def made_lines(made: Made) -> list[str]:
    """Tell a document's files, number, recipient and reason, and what it was drafted despite."""
    number = f"{made.identity.number} version {made.identity.version}: " if made.identity else ""
    lines = [f"  {shown(str(near(file.path)))}{_by(file)}" for file in made.files]
    lines.append(f"      {number}{job_name(made.job)}")
    lines.append(f"      because {shown(made.job.because)}")
    held = [finding for finding in made.job.findings if finding.is_open]
    for finding in by_weight(held):
        lines += finding_lines(finding, "      would hold it: ")[:1]
        lines += finding_lines(finding, "      ")[1:]
    return lines


def stopped_lines(job: Job) -> list[str]:
    """Tell a stopped job, the findings that stop it and their remedies."""
    lines = [f"  {job_name(job)}"]
    for finding in by_weight(job.findings):
        if finding.is_open or finding.severity is Severity.ERROR:
            lines += finding_lines(finding, "      ")
    return lines


def head_lines(head: Head | None) -> list[str]:
    """Tell how far the ledger goes."""
    if head is None:
        return []
    return ["", f"Ledger: {counted(head.count, 'entry', 'entries')}, head seal {head.seal}"]


def left_out_lines(people: Iterable[LeftOut]) -> list[str]:
    """Tell who gets no document of a kind, and why."""
    lines = []
    for person in people:
        about = f" about {person.about}" if person.about else ""
        pupil = f", pupil {person.pupil}" if person.pupil else ""
        lines.append(
            shown(f"  {person.kind}{about}: not {person.person}{pupil}, because {person.because}")
        )
    return _titled("Left out", lines)


def setting(job: Job) -> str:
    """Tell in which language and for which eyes a job is: `pl-en`, `en large`."""
    return job.language if job.variant == STANDARD else f"{job.language} {job.variant}"


def reader_lines(readers: Iterable[tuple[str, str]]) -> list[str]:
    """Tell who gets papers in English alone, and reads another language."""
    told = [f"  {key} reads {language}" for key, language in readers]
    if not told:
        return []
    hint = "  Offer a translation or an interpreter, and write down how they came to understand."
    return _titled("English only: docgen has no words in their language", [*told, hint])


def near(path: Path) -> Path:
    """Give a path as seen from the current folder, where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _by(file: Lying) -> str:
    return " (set by LibreOffice)" if is_office(file.engine) else ""


def _titled(title: str, lines: list[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _rest(report: Report) -> str:
    counts = {
        "stood already": len(report.standing),
        "held": _in_state(report, State.HELD),
        "refused": _in_state(report, State.REFUSED),
        "past": _in_state(report, State.PAST),
        "left out": len(report.left_out),
    }
    return "".join(f", {number} {word}" for word, number in counts.items() if number)


def _in_state(report: Report, state: State) -> int:
    return sum(job.state is state for job in report.stopped)


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
