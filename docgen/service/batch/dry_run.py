"""A roster → what a run would do: how many letters, to whom, how, and how much paper."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.check.roster.remedies import as_listed
from docgen.check.roster.tally import Told
from docgen.errors import DiskTrouble
from docgen.model.batch import Fixed
from docgen.model.case import Case
from docgen.model.family import Family
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Job, State
from docgen.service.batch.check import Hearing, handed_back
from docgen.service.batch.handed_back import Changed
from docgen.service.batch.judging import STAYS
from docgen.service.batch.rosters import Asked, open_source
from docgen.service.desk import Desk
from docgen.service.examine import making_for
from docgen.service.papers import make_papers
from docgen.service.typeset import Order

SAMPLED = 5
"""So many letters of each sort are made to count their pages."""
Sort = tuple[str, str, str]
STOPPING = frozenset({State.REFUSED, State.HELD})


Heard = Callable[[Family, Fixed], None]


def _nobody(_family: Family, _fixed: Fixed) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How many letters of a kind go out in a language and a sort of print, and their paper.

    `sheets` (printed on both sides) and `pages` are worked out from some letters that were made,
    `exact` if from all; None where none could be. `found` is what would stop those when they are
    issued, once a rule: wording that nobody has checked, an address that the window doesn't show.
    """

    kind: str
    language: str
    variant: str
    count: int
    pages: int | None = None
    sheets: int | None = None
    exact: bool = False
    found: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """How many letters a rule stops, refused or held, and some of the rows they stand in.

    `example` is the first finding that did.
    """

    rule: str
    severity: Severity
    count: int
    rows: tuple[int, ...]
    example: Finding | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a run would do. `states` counts letters that would not be made, by why.

    `rejected` are families that can't be judged, `left_out` those with casefiles of their own;
    `told` is what was found in reading, by kind. Of a sheet that was handed back, `changed` tells
    which rows were changed since, and `stay` counts letters that would read otherwise by now, but
    stay as they were sent, as their rows do.
    """

    shown: str
    families: int
    rows: int
    refused_rows: int
    letters: tuple[Letters, ...]
    states: tuple[tuple[State, int], ...]
    rejected: int
    stopped: tuple[Stopped, ...]
    told: tuple[Told, ...]
    notices: tuple[str, ...] = ()
    left_out: int = 0
    changed: Changed | None = None
    stay: int = 0
    marked: Path | None = None

    @property
    def count(self) -> int:
        """Count the letters that would be made."""
        return sum(each.count for each in self.letters)


@dataclass(slots=True)
class Sample:
    """Letters of one sort: how many there are, and the first of them with their cases."""

    count: int = 0
    first: list[tuple[Case, Job]] = field(default_factory=list)


@dataclass(slots=True)
class Planning:
    """Counts families as they are judged; what it keeps doesn't grow with them."""

    families: int = 0
    rejected: int = 0
    sorts: dict[Sort, Sample] = field(default_factory=dict)
    states: "Counter[State]" = field(default_factory=Counter)
    rules: "Counter[tuple[str, Severity]]" = field(default_factory=Counter)
    rows: dict[str, list[int]] = field(default_factory=dict)
    examples: dict[tuple[str, Severity], Finding] = field(default_factory=dict)
    stay: int = 0

    def add(self, family: Family, fixed: Fixed, case: Case | None) -> None:
        """Count a family."""
        self.families += 1
        if case is None:
            self.rejected += 1
            self._stop(family.numbers, fixed.findings)
        for job in fixed.jobs if case else ():
            sample = self.sorts.setdefault((job.kind.name, job.language, job.variant), Sample())
            sample.count += 1
            if case and len(sample.first) < SAMPLED:
                sample.first.append((case, job))
        for job in fixed.stopped:
            self.states[job.state] += 1
            self.stay += any(each.rule == STAYS for each in job.findings)
            if job.state in STOPPING:
                self._stop(family.rows_of(job.recipient, job.pupil), job.findings)

    def _stop(self, numbers: tuple[int, ...], findings: tuple[Finding, ...]) -> None:
        """Count, once a letter, each rule that stops it."""
        errors = {each.rule: each for each in findings if each.severity is Severity.ERROR}
        held = {each.rule: each for each in findings if each.is_open} if not errors else {}
        for found, severity in ((errors, Severity.ERROR), (held, Severity.WARNING)):
            for rule, finding in found.items():
                self.rules[rule, severity] += 1
                self.examples.setdefault((rule, severity), finding)
                rows = self.rows.setdefault(rule, [])
                rows += numbers[: max(0, SAMPLED - len(rows))]

    def stopped(self) -> tuple[Stopped, ...]:
        """Give the rules that stop letters: those that refuse first, the commonest first."""
        ranked = sorted(self.rules.items(), key=lambda each: (each[0][1] != "E", -each[1], each[0]))
        return tuple(
            Stopped(*sort, count, tuple(dict.fromkeys(self.rows[sort[0]])), self.examples[sort])
            for sort, count in ranked
        )


def plan_roster(
    desk: Desk, asked: Asked, told: Heard = _nobody, marked: Path | None = None
) -> Planned:
    """Judge and plan all families of a roster; `told` hears of each family.

    Nothing is kept, but the sheet is handed back as `marked`, with all that stops letters.
    Raises `CasefileRejected`, `UsageTrouble`, `TemplateRejected`, `DiskTrouble`.
    """
    source = open_source(desk, asked)
    try:
        planning, hearing = Planning(), Hearing(keeps=marked is not None)
        hearing.hear((*source.told, *source.matched.findings))
        judge = source.judge
        for family in source.families(hearing.row):
            hearing.hear(family.findings)
            fixed, case = judge.examined(desk, family)
            planning.add(family, fixed, case)
            hearing.keep(stopping(fixed))
            told(family, fixed)
        hearing.hear(source.roster.told())
        path = handed_back(source, hearing.kept, marked) if marked else None
    finally:
        source.close()
    letters, notices = _with_paper(desk, planning)
    return Planned(
        shown=source.table.name,
        families=planning.families,
        rows=hearing.rows,
        refused_rows=hearing.refused,
        letters=letters,
        states=tuple(sorted(planning.states.items())),
        rejected=planning.rejected,
        stopped=planning.stopped(),
        told=hearing.tally.told(),
        notices=notices,
        left_out=source.left_out,
        changed=source.changed,
        stay=planning.stay,
        marked=path,
    )


def stopping(fixed: Fixed) -> Iterator[Finding]:
    """Give what keeps letters of a family from being made, each finding at its cell once."""
    jobs = (job for job in fixed.stopped if job.state in STOPPING)
    found = (*(() if fixed.tree else fixed.findings), *(f for job in jobs for f in job.findings))
    for each in {(each.rule, each.place): each for each in found}.values():
        if each.is_open or each.severity is Severity.ERROR:
            yield each


def _with_paper(desk: Desk, planning: Planning) -> tuple[tuple[Letters, ...], tuple[str, ...]]:
    """Work out the paper of each sort; without docgen's fonts nobody can tell."""
    letters, notices = [], []
    for (kind, language, variant), sample in sorted(planning.sorts.items()):
        plain = Letters(kind, language, variant, sample.count)
        try:
            letters.append(_measured(desk, plain, sample))
        except DiskTrouble as trouble:
            letters.append(plain)
            notices.append(f"{trouble.message} {trouble.remedy}")
    return tuple(letters), tuple(dict.fromkeys(notices))


def _measured(desk: Desk, letters: Letters, sample: Sample) -> Letters:
    from docgen.press.pdf.pages import page_count  # noqa: PLC0415 - slow to load

    counts: list[int] = []
    found: dict[str, Finding] = {}
    for case, job in sample.first:
        wanted = [replace(job, format="pdf")]
        papers, refused = make_papers(making_for(desk, case), wanted, Order(desk.today))
        counts += [page_count(file.content) for paper in papers for file in paper.files]
        for made in (*(paper.job for paper in papers), *refused):
            for finding in made.findings:
                if finding.is_open or finding.severity is Severity.ERROR:
                    found.setdefault(finding.rule, as_listed(finding))
    letters = replace(letters, found=tuple(found.values()))
    if not counts:
        return letters
    pages = round(sum(counts) * letters.count / len(counts))
    sheets = round(sum((each + 1) // 2 for each in counts) * letters.count / len(counts))
    return replace(letters, pages=pages, sheets=sheets, exact=len(counts) == letters.count)
