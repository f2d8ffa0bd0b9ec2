"""Plans, findings and reports as services hand them to the doors."""

from pathlib import Path

from docgen.model.finding import Finding, Severity, Stage
from docgen.model.pack import Kind
from docgen.model.plan import Identity, Job, LeftOut, Plan, State
from docgen.model.sheet import Mark
from docgen.service.report import Head, Lying, Made, Report

INVITE = Kind(
    title="Invitation to a meeting", act="invite", per="pair", source="D-21", name="invite"
)
CHECKLIST = Kind(
    title="Checklist", act="checklist", per="contract", source="D-01", name="checklist"
)
SHORT = Finding(
    rule="R-41",
    severity=Severity.WARNING,
    message="The contract runs for less than three months.",
    remedy="Let it end on 20 January 2026 or later.",
    stage=Stage.CONTRACT,
    about=("ct-3",),
    place=Mark("casefiles/fam-0042.yaml", 140, 13),
)
NO_TITLE = Finding(
    rule="R-14",
    severity=Severity.ERROR,
    message="p-2 has no title.",
    remedy="Ask for one, or write `title_declined: true`.",
    stage=Stage.INVITE,
    about=("p-2",),
    place=Mark("casefiles/fam-0042.yaml", 34, 3),
)
UNKNOWN_KEY = Finding(
    rule="unknown-key",
    severity=Severity.ERROR,
    message="Nothing is called 'adress' here.",
    remedy="Did you mean 'address'?",
    place=Mark("casefiles/fam-0042.yaml", 99, 5),
)
HEARD = Finding(
    rule="R-26", severity=Severity.INFORMATION, message="The pupil is invited.", remedy=""
)


def job(
    state: State = State.DUE, findings: tuple[Finding, ...] = (), recipient: str = "p-1"
) -> Job:
    """Give the invite of one parent to m-1 about c-1."""
    return Job(
        kind=INVITE,
        about="m-1",
        recipient=recipient,
        pupil="c-1",
        subjects=frozenset({"m-1", recipient, "c-1"}),
        because=f"{recipient} is invited to m-1 about c-1",
        school="s-1",
        state=state,
        findings=findings,
    )


LEFT_OUT = LeftOut(
    kind="invite",
    about="m-1",
    person="p-3",
    pupil="c-1",
    because="no work with p-3",
)
PLAN = Plan(
    case_id="fam-0042",
    authority="essex",
    jobs=(job(), job(State.REFUSED, (NO_TITLE,), "p-2")),
    left_out=(LEFT_OUT,),
)
DRAFT = Path("output/fam-0042/draft/fam-0042-draft-invite-m-1-p-1-c-1-en.docx")
ISSUED = Path("output/fam-0042/fam-0042-7-invite-p-1-c-1-en-v2.docx")
BOTH = (
    Lying(ISSUED, "docx", "cd34", "word 2"),
    Lying(ISSUED.with_suffix(".pdf"), "pdf", "ef56", "word 2, office 7.4"),
)
DRAFTED = Report(
    case_id="fam-0042",
    made=(Made(job(State.HELD, (SHORT, HEARD)), (Lying(DRAFT, "docx", "ab12", "word 2"),)),),
    stopped=(job(State.REFUSED, (NO_TITLE,), "p-2"),),
    left_out=(LEFT_OUT,),
)
RECORDED = Report(
    case_id="fam-0042",
    made=(Made(job(), BOTH, Identity("fam-0042/7", 2, "fam-0042/7-v1")),),
    standing=(job(State.ISSUED, (), "p-4"),),
    stopped=(job(State.HELD, (SHORT,), "p-2"), job(State.PAST, (), "p-5")),
    notices=("One addition waits until the casefile is closed.",),
    head=Head(count=1, seal="9f3c"),
)
