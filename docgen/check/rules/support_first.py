"""Did help come first, and does the school's leader know: what to settle before a contract."""

import re
from collections.abc import Iterator

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import drawn_up, involved, pending, standing
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.folding import folded
from docgen.model.meeting import Meeting

GUIDANCE = "Working together to improve school attendance (Department for Education)"
TRAINING = "The authority's training on attendance contracts"
HEADTEACHER = frozenset({"head", "headteacher", "head teacher", "the headteacher", "principal"})
_GOVERNORS = re.compile(r"\b(?:governors?|governing|trustees?|board)\b")


def _no_support_before(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    if not (case.earlier_support or case.earlier_support_not_right):
        for key, _ in drawn_up(case):
            yield Breach((key,), ("earlier_support",))


def _other_plans_unasked(scene: Scene) -> Iterator[Breach]:
    if scene.case.other_plans is None:
        for key, _ in pending(scene.case):
            yield Breach((key,), ("other_plans",))


def _another_plan_holds_it(scene: Scene) -> Iterator[Breach]:
    holding = [n for n, plan in enumerate(scene.case.other_plans or ()) if plan.holds_actions]
    if holding:
        for key, _ in drawn_up(scene.case):
            yield Breach((key,), ("other_plans", holding[0], "holds_actions"))


def _head_not_told(scene: Scene) -> Iterator[Breach]:
    case, head = scene.case, scene.case.school.headteacher
    told = {case.initiated_by, *(note.who for note in case.notifications)} - {None}
    if head not in told and not any(_words(who or "") in HEADTEACHER for who in told):
        for key, _ in pending(case):
            yield Breach((key,), ("notifications",))


def _governors_not_told(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    told = {case.initiated_by, *(note.who for note in case.notifications)} - {None}
    if not any(_GOVERNORS.search(_role(case, who or "")) for who in told):
        for key, _ in pending(case):
            yield Breach((key,), ("notifications",))


def _role(case: Case, who: str) -> str:
    member = case.school.staff.get(who)
    return _words(member.role if member else who)


def _words(text: str) -> str:
    return folded(text).replace("_", " ")


def _preparation_blank(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        blank = _blanks(scene, meeting)
        if blank:
            yield Breach((key,), ("meetings", key), {"blank": "; ".join(blank)})


def _blanks(scene: Scene, meeting: Meeting) -> list[str]:
    case = scene.case
    blank = []
    if case.earlier_support is None and not case.earlier_support_not_right:
        blank.append("earlier support")
    unexplained = _unexplained(scene, meeting)
    if unexplained:
        blank.append(f"the explanation to {', '.join(unexplained)}")
    unasked = [key for key, partner in case.partners.items() if not partner.consulted]
    if case.other_plans is None and unasked:
        blank.append(f"the answer of {', '.join(unasked)}")
    return blank


def _unexplained(scene: Scene, meeting: Meeting) -> list[str]:
    """Give the parents invited whom nobody told how a contract works, for one of its pupils."""
    papers = standing(scene.case, scene.pack, "explanation")
    written = {(paper.recipient, paper.pupil) for paper in papers}
    pairs = involved(scene.case, meeting)
    untold = [e.person for e in pairs if not e.explained and (e.person, e.pupil) not in written]
    return list(dict.fromkeys(untold))


RULES = (
    Rule(
        "R-07",
        Stage.CONTRACT,
        Severity.WARNING,
        f"{GUIDANCE}: support comes first",
        "For {subject} no earlier support is recorded, nor why it would not have been right.",
        "Write what was offered, when and with what result under `earlier_support`, or under "
        "`earlier_support_not_right` why it was not the right thing.",
        _no_support_before,
        "A contract is for families whom voluntary help has not brought far enough, or for "
        "whom it was not the right thing. Whoever reads the file later will ask what came before.",
    ),
    Rule(
        "R-08",
        Stage.INVITE,
        Severity.INFORMATION,
        f"{TRAINING}: other plans are looked for first",
        "Nothing says whether other plans are in place for the family of {subject}.",
        "Ask the agencies and write the plans under `other_plans`; if there are none, write `[]`.",
        _other_plans_unasked,
        "A family with several plans should not be asked twice, or asked for things that pull "
        "apart.",
    ),
    Rule(
        "R-09",
        Stage.CONTRACT,
        Severity.INFORMATION,
        "The authority's guidance on parenting measures: plans do not repeat each other",
        "Another plan already holds actions on attendance, so {subject} may say the same again.",
        "Agree with the plan's owner which paper holds the actions, and record the decision. "
        "If the plan holds none, write `holds_actions: false`.",
        _another_plan_holds_it,
        "Two papers with the same actions make it unclear which of them counts, and take the "
        "family's time twice.",
    ),
    Rule(
        "R-10a",
        Stage.INVITE,
        "-",
        f"{TRAINING}: the school's leader knows of the plan",
        "Nothing says that the headteacher knows of the plan behind {subject}.",
        "Tell the headteacher, and write them with the day under `notifications`; or write who "
        "began it under `initiated_by`.",
        _head_not_told,
        "The headteacher answers for the school's side of the contract, and should not first "
        "hear of it from a parent.",
    ),
    Rule(
        "R-10b",
        Stage.INVITE,
        "-",
        f"{TRAINING}: the chair of governors may be told",
        "Nothing says that the chair of governors knows of the plan behind {subject}.",
        "If it is right to tell them, do so and write `who: chair_of_governors` with the day "
        "under `notifications`.",
        _governors_not_told,
        "A contract is made for the governing body, so it can help if its chair knows.",
    ),
    Rule(
        "R-120",
        Stage.INVITE,
        Severity.WARNING,
        f"{TRAINING}: what to settle before parents are invited",
        "Before anybody is invited to {subject}, these have to be settled: {blank}.",
        "Write the support under `earlier_support`, the day of the talk with each parent under "
        "`explained` of their link, and what the agencies said under `other_plans`.",
        _preparation_blank,
        "An invitation comes better after a talk, and after it is known what was tried and who "
        "else helps.",
    ),
)
