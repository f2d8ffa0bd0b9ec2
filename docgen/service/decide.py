"""Reasons given for warnings → decisions in the case, its findings and jobs judged anew."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from docgen.check.keys import prefix_of
from docgen.check.rules.examine import OF_PAPERS, decided
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.case import Case, Decision
from docgen.model.finding import Wording
from docgen.model.plan import Job
from docgen.service.desk import Desk
from docgen.service.examine import plan_case
from docgen.service.report import Examined

LONGEST = 500
REASONS: Reasons = {
    "reason-unmatched": Wording(
        "No open warning (W) in {case} is called {name}.",
        "Write it as `docgen check` shows it: the rule, a colon, its keys, as in R-41:ct-3.",
    ),
    "words-unfit": Wording(
        "The words for {what} can't be written into a casefile.",
        "Write plain words, on one line and in at most 500 letters.",
    ),
    "actor-unknown": Wording(
        "There is nobody with the key {actor} among the school's staff.",
        "Give --by with one of: {known}.",
    ),
}


def decide(
    desk: Desk, examined: Examined, reasons: Mapping[str, str]
) -> tuple[Examined, tuple[Decision, ...]]:
    """Accept open warnings for the reasons given; raises `UsageTrouble` for one that is none.

    What is found on a paper's pages waits for its reason until the paper is made.
    """
    actor_in(desk, examined.case)
    if not reasons:
        return examined, ()
    waiting = {f"{f.rule}:{f.subject}": f for f in examined.findings if f.is_open}
    made = []
    for name, text in reasons.items():
        rule, _, about = name.partition(":")
        if name not in waiting and rule not in OF_PAPERS:
            names = {"case": examined.case.case_id, "name": name[:60]}
            raise stop(UsageTrouble, REASONS, "reason-unmatched", **names)
        made.append(Decision(rule, about, fit(text, name), desk.actor, desk.today))
    case = replace(examined.case, decisions=(*examined.case.decisions, *made))
    findings = decided(examined.findings, tuple(made))
    plan = plan_case(desk, case, findings)
    return replace(examined, case=case, findings=findings, plan=plan), tuple(made)


def used(decisions: Iterable[Decision], jobs: Iterable[Job]) -> tuple[Decision, ...]:
    """Give the decisions that let at least one of the jobs go."""
    touched = {(f.rule, f.subject) for job in jobs for f in job.findings}
    return tuple(one for one in decisions if (one.rule, one.about) in touched)


def actor_in(desk: Desk, case: Case) -> str:
    """Give who acts; raises `UsageTrouble` for a key that is nobody's on the school's staff."""
    if prefix_of(desk.actor) and desk.actor not in case.school.staff:
        known = ", ".join(case.school.staff)
        raise stop(UsageTrouble, REASONS, "actor-unknown", actor=desk.actor, known=known)
    return desk.actor


def fit(text: str, what: str) -> str:
    """Give words as a casefile may hold them, blanks made single; raises `UsageTrouble`."""
    words = " ".join(text.split())
    steering = any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} for sign in words)
    if not words or len(words) > LONGEST or steering:
        raise stop(UsageTrouble, REASONS, "words-unfit", what=what[:60])
    return words
