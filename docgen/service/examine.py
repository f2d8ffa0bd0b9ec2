"""A case asked for → read, judged and planned: the case, its pack, all findings, every job."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from docgen.check.case import Judged, judge_case, school_key
from docgen.check.glyphs import beyond
from docgen.check.rules.examine import examine
from docgen.check.rules.registry import Scene
from docgen.check.school_days import school_days
from docgen.errors import CasefileRejected, DiskTrouble, DocgenError, Reasons, stop
from docgen.model.case import Case
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.plan import Job, Plan
from docgen.model.sheet import Fields, Sheet, node_at
from docgen.plan.fanout import fan_out
from docgen.plan.states import settle, standing
from docgen.press.fonts.faces import own_faces
from docgen.service.desk import Desk
from docgen.service.make import Making, read_letterhead
from docgen.service.readings import readings
from docgen.service.report import Examined
from docgen.store.sheets import read_sheet
from docgen.store.workspace import find_case

Read = tuple[Sheet | None, tuple[Finding, ...]]
REASONS: Reasons = {
    "casefile-rejected": Wording(
        "{shown} can't be judged, so nothing was planned.",
        "Put right what is listed, then run the command again.",
    ),
}


def examine_case(desk: Desk, wanted: str) -> Examined:
    """Read, judge and plan a case; raises `CasefileRejected` with all its findings."""
    path = find_case(desk.workspace, wanted)
    sheet, judged, case = read_case(desk, path)
    desk.told("read")
    pack = desk.pack(case.authority).pack
    days = school_days(case.school)
    seen = (*judged.findings, *_beyond_fonts(judged.root))
    judged_by_rules = examine(Scene(case, pack, desk.today, days), seen)
    findings = (*judged_by_rules, *readings(case, pack))
    findings = tuple(_placed(finding, judged.root) for finding in findings)
    desk.told("judged")
    plan = plan_case(desk, case, findings)
    desk.told("planned")
    return Examined(path, sheet, case, pack, findings, plan)


def read_case(desk: Desk, path: Path) -> tuple[Sheet, Judged, Case]:
    """Read and judge a casefile with its school; raises `CasefileRejected` with all faults."""
    shown = shown_path(desk, path)
    return judge_sheet(desk, shown, read_sheet(path, shown))


def judge_sheet(desk: Desk, shown: str, read: Read) -> tuple[Sheet, Judged, Case]:
    """Judge a sheet with the school it names; raises `CasefileRejected` with all faults."""
    sheet, faults = read
    if sheet is None:
        raise rejected(shown, faults)
    key = school_key(sheet)
    file = desk.workspace.schools / f"{key}.yaml"
    known = key is not None and file.is_file()
    school, flaws = read_sheet(file, shown_path(desk, file)) if known else (None, ())
    judged = judge_case(sheet, school, key)
    unread = known and school is None  # then the school is there, only nobody can read it
    found = [f for f in judged.findings if not (unread and f.rule == "school-nowhere")]
    findings = (*faults, *flaws, *found)
    if judged.case is None or any(f.severity is Severity.ERROR for f in findings):
        raise rejected(sheet.file, findings)
    return sheet, replace(judged, findings=findings), judged.case


def rejected(shown: str, findings: Iterable[Finding]) -> DocgenError:
    """Make the error that tells all faults of a casefile."""
    error = stop(CasefileRejected, REASONS, "casefile-rejected", shown=shown)
    error.findings = tuple(findings)
    return error


def making_for(desk: Desk, case: Case) -> Making:
    """Lay out what a case's documents are made from."""
    letterhead = read_letterhead(desk.workspace, case.school)
    loaded, tongues = desk.pack(case.authority), desk.tongues(case.authority)
    return Making(case, loaded, letterhead, school_days(case.school), tongues)


def plan_case(desk: Desk, case: Case, findings: tuple[Finding, ...]) -> Plan:
    """Plan a judged case: each job with its state and the findings that touch it."""
    making = making_for(desk, case)
    plan = fan_out(case, making.loaded.pack, desk.today, making.tongues.offers)
    usual, wanted = (
        tuple(settle(job, case, findings, _inputs(making, job)) for job in _run(desk, making, jobs))
        for jobs in (plan.jobs, plan.on_request)
    )
    return replace(plan, jobs=usual, on_request=wanted)


def _run(desk: Desk, making: Making, jobs: Iterable[Job]) -> Iterator[Job]:
    """Give jobs as this run makes them."""
    for job in jobs:
        asked = making.loaded.pack.format_of(job.kind.name, desk.workspace.formats)
        yield replace(job, run=desk.run, format=asked)


def _inputs(making: Making, job: Job) -> str:
    """Give the digest that tells whether what was issued still stands; nothing was, no digest."""
    return making.inputs(job) if standing(job, making.case) else ""


def placed(jobs: Iterable[Job], root: Fields) -> tuple[Job, ...]:
    """Give jobs with the places in the casefile of what was found when they were made."""
    return tuple(
        replace(job, findings=tuple(_placed(finding, root) for finding in job.findings))
        for job in jobs
    )


def shown_path(desk: Desk, path: Path) -> str:
    """Give a file as messages name it: as seen from the workspace, where it lies in it."""
    real, root = path.resolve(), desk.workspace.root.resolve()
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else path.name


def _beyond_fonts(root: Fields) -> tuple[Finding, ...]:
    """Tell what no PDF could show; nothing without docgen's fonts: then none is made anyhow."""
    try:
        return tuple(beyond(root, own_faces().lacks))
    except DiskTrouble:
        return ()


def _placed(finding: Finding, root: Fields) -> Finding:
    if finding.place or not finding.path:
        return finding
    return replace(finding, place=node_at(root, finding.path).mark)
