"""A family of a roster → its case, judged and planned as if somebody had typed it in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from docgen.check.case import Judged, judge_case, school_key
from docgen.check.roster.remedies import as_listed
from docgen.check.rules.examine import examine
from docgen.check.rules.registry import Breach, Scene
from docgen.check.rules.vanished import R_115
from docgen.check.school_days import school_days
from docgen.model.batch import Fixed
from docgen.model.case import Case, Decision, Issued
from docgen.model.family import Family
from docgen.model.finding import Faults, Finding, Severity, Stage, Wording, fault
from docgen.model.frame import EVERY, Frame
from docgen.model.language import ENGLISH, reader_of
from docgen.model.pack import Pack
from docgen.model.plan import Job, State
from docgen.model.sheet import Fields, Scalar, Sheet, node_at
from docgen.model.tree import tree_of
from docgen.plan.roster_sheet import sheet_of, with_decisions
from docgen.service.batch.history import history_of
from docgen.service.batch.source import History
from docgen.service.desk import Desk
from docgen.service.examine import plan_case, shown_path
from docgen.service.tongues import PLAIN
from docgen.store.sheets import read_sheet

TRANSLATIONS = "T-18"
FAULTS: Faults = {
    "roster-sent-before": Wording(
        "{recipient} was sent this before about {pupil} and {about}, as {number} version "
        "{version}; what goes into it has changed since.",
        "If a corrected letter is to follow, accept it: --accept roster-sent-before=REASON, or "
        "under `accept:` in the frame.",
    ),
    "roster-stays": Wording(
        "{recipient} was sent this before about {pupil} and {about}, as {number} version "
        "{version}. Their rows are as docgen handed them back, so it stays, though what goes into "
        "it has changed since.",
        "If corrected letters are to follow for these rows too, accept it: "
        "--accept roster-sent-before=REASON.",
    ),
}
SENT, STAYS = "roster-sent-before", "roster-stays"
UNREADABLE = "roster-family-large"
DUE = frozenset({State.DUE, State.HELD})


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to know of a school: its sheet as read, and what was wrong with it."""

    sheet: Sheet | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Guarding:
    """What keeps one family from getting letters twice: what it was sent, and whether it stands."""

    sent: tuple[Issued, ...]
    root: Fields
    stands: bool

    def told(self, rule: str, job: Job, last: Issued) -> Finding:
        """Tell of a letter that was sent before."""
        names = {"recipient": job.recipient, "pupil": job.pupil, "about": job.about}
        names |= {"number": last.number, "version": str(last.version)}
        place = node_at(self.root, ("pupils", job.pupil or "")).mark
        keys = tuple(key for key in (job.about, job.recipient, job.pupil) if key)
        return replace(fault(FAULTS, rule, place, **names), stage=Stage.ANY, about=keys)


@dataclass(frozen=True)
class Judging:
    """Judges the families of one roster: what they share, what was found of its columns.

    `kinds` are the kinds of letters wished for; none means every invite.
    """

    frame: Frame
    kinds: tuple[str, ...] = ()
    columns: tuple[Finding, ...] = ()

    def __call__(self, desk: Desk, family: Family, history: History | None = None) -> Fixed:
        """Judge a family and plan its letters; raises `TemplateRejected` for the pack."""
        fixed, _ = self.examined(desk, family, history)
        return fixed

    def examined(
        self, desk: Desk, family: Family, history: History | None = None
    ) -> tuple[Fixed, Case | None]:
        """Give a family as fixed, and its case where it can be judged."""
        known = history or partial(history_of, desk)
        whole = replace(Fixed(family.case, family.numbers), authority=self.frame.authority)
        refused = tuple(each for each in family.findings if each.rule == UNREADABLE)
        if refused:
            return replace(whole, findings=refused), None
        sheet = sheet_of(family, self.frame, self._school(family))
        judged = self._judged(desk, sheet)
        if judged.case is None:
            asked = (*family.of_rows, *family.findings)
            return replace(whole, findings=(*map(as_listed, judged.findings), *asked)), None
        issued = known(family.case)
        case, findings = self._by_rules(desk, family, judged, issued)
        case, jobs = self._planned(desk, case, findings)
        sent = (*issued, *(paper for old in family.former for paper in known(old)))
        guarding = Guarding(sent, judged.root, family.stands)
        jobs = tuple(self._guarded(guarding, job) for job in jobs)
        tree = tree_of(with_decisions(sheet.root, case.decisions))
        return replace(
            whole,
            tree=tree if isinstance(tree, dict) else None,
            jobs=tuple(job for job in jobs if job.state is State.DUE),
            stopped=tuple(job for job in jobs if job.state is not State.DUE),
            findings=findings,
            known=len(issued),
        ), case

    def _judged(self, desk: Desk, sheet: Sheet) -> Judged:
        key = school_key(sheet)
        known = read_school(desk, key) if key else Known(None)
        judged = judge_case(sheet, known.sheet, key)
        if not known.findings:
            return judged
        return replace(judged, case=None, findings=(*known.findings, *judged.findings))

    def _school(self, family: Family) -> Scalar | None:
        """Give the school's key: from a row, else the frame's."""
        for one in family.related:
            said = one.row.school or one.row.school_name
            if said and family.school:
                mark = family.table.mark(one.row.number, said.column)
                return Scalar(family.school, mark, plain=False)
        return self.frame.school

    def _by_rules(
        self, desk: Desk, family: Family, judged: Judged, issued: tuple[Issued, ...]
    ) -> tuple[Case, tuple[Finding, ...]]:
        """Judge a case by the rules; what the frame accepts is written down as decisions."""
        assert judged.case is not None  # noqa: S101 - the caller has seen to it
        case = replace(judged.case, issued=issued)
        pack = desk.pack(case.authority).pack
        gone = gone_of(family, self.frame, pack)
        asked = (*self.columns, *family.of_rows, *family.findings, *gone)
        scene = Scene(case, pack, desk.today, school_days(case.school))
        found = examine(scene, (*judged.findings, *asked))
        findings = tuple(as_listed(_placed(finding, judged.root)) for finding in found)
        made = tuple(self._decisions(desk, findings))
        answers = {(each.rule, each.about): each.reason for each in made}
        findings = tuple(_answered(finding, answers) for finding in findings)
        return replace(case, decisions=(*case.decisions, *made)), findings

    def _decisions(self, desk: Desk, findings: Iterable[Finding]) -> Iterator[Decision]:
        told: set[tuple[str, str]] = set()
        for each in findings:
            reason = self.frame.accept.get(each.rule)
            if each.is_open and reason and (each.rule, each.subject) not in told:
                told.add((each.rule, each.subject))
                yield Decision(each.rule, each.subject, reason, desk.actor, desk.today)

    def _planned(
        self, desk: Desk, case: Case, findings: tuple[Finding, ...]
    ) -> tuple[Case, tuple[Job, ...]]:
        plan = plan_case(desk, case, findings)
        jobs = tuple(job for job in plan.jobs if self._is_wished(job))
        spoken = (reader_of(job.language) for job in jobs if _is_worded_anew(job))
        reason = self.frame.accept.get(TRANSLATIONS)
        decided = tuple(
            Decision(TRANSLATIONS, tag, reason, desk.actor, desk.today)
            for tag in dict.fromkeys(spoken)
            if reason
        )
        return replace(case, decisions=(*case.decisions, *decided)), jobs

    def _is_wished(self, job: Job) -> bool:
        return job.kind.name in self.kinds if self.kinds else job.kind.act == "invite"

    def _guarded(self, guarding: Guarding, job: Job) -> Job:
        """Hold a letter that this parent was sent before about this pupil and meeting.

        Of rows that were handed back and not changed since, it stays as it was sent.
        """
        papers = [paper for paper in guarding.sent if _is_same(paper, job)]
        if not papers or job.state not in DUE:
            return job
        reason = self.frame.accept.get(SENT, "")
        if guarding.stands and not reason:
            told = guarding.told(STAYS, job, papers[-1])
            told = replace(told, severity=Severity.INFORMATION)
            return replace(job, state=State.ISSUED, findings=(told,))
        told = guarding.told(SENT, job, papers[-1])
        told = replace(told, severity=Severity.WARNING, decision=reason)
        state = State.HELD if not reason else job.state
        return replace(job, state=state, findings=(*job.findings, told))


def _is_worded_anew(job: Job) -> bool:
    """Tell whether a letter's words are not those of its template, but a translator's."""
    return job.language != ENGLISH.tag or job.variant == PLAIN


def _is_same(paper: Issued, job: Job) -> bool:
    """Tell whether a letter of this sort went out, to and about the same, for the same day.

    In whatever language, and whatever the hour: a meeting is called by its day first.
    """
    same = (paper.kind, paper.recipient, paper.pupil) == (job.kind.name, job.recipient, job.pupil)
    return same and not paper.withdrawn and _day(paper.about) == _day(job.about)


def _day(about: str) -> str:
    return "-".join(about.split("-")[:2])


def read_school(desk: Desk, key: str) -> Known:
    """Give a school's sheet; read once a process while the file stays as it is."""
    path = desk.workspace.schools / f"{key}.yaml"
    if not path.is_file():
        return Known(None)
    seen = path.stat()
    return _read(path, shown_path(desk, path), seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, shown: str, _changed: int, _size: int) -> Known:
    return Known(*read_sheet(path, shown))


def gone_of(family: Family, frame: Frame, pack: Pack) -> Iterator[Finding]:
    """Tell whom the last import held beside a pupil, unless it is confirmed (R-115)."""
    severity = pack.severities.get(R_115.id, R_115.severity)
    for pupil, person in family.vanished:
        confirmed = not frame.gone.isdisjoint({EVERY, f"{person}.{pupil}"})
        if severity != "-" and not confirmed:
            names = {"person": person, "pupil": pupil}
            yield R_115.finding(Breach((pupil,), ("pupils", pupil), names), severity)


def _answered(finding: Finding, answers: dict[tuple[str, str], str]) -> Finding:
    reason = answers.get((finding.rule, finding.subject), "")
    return replace(finding, decision=reason) if reason and finding.is_open else finding


def _placed(finding: Finding, root: Fields) -> Finding:
    if finding.place or not finding.path:
        return finding
    return replace(finding, place=node_at(root, finding.path).mark)
