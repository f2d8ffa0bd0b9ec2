"""A scene through every rule into findings: words, severity, decisions, a stable order."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.check import glyphs, pages, translations
from docgen.check.rules import (
    actions,
    addressee,
    attendance,
    contract,
    copies,
    eligibility,
    enclosures,
    ending,
    heard,
    interpreters,
    invitation,
    lead,
    make_up,
    meeting,
    owners,
    parents,
    period,
    phrases,
    rearranged,
    review,
    signers,
    signing,
    support_first,
    tone,
    understanding,
    vanished,
    warning,
)
from docgen.check.rules.registry import Rule, Scene, judged_when_made
from docgen.model.case import Decision
from docgen.model.finding import Faults, Finding, Severity, Stage, Wording, fault

RULES: tuple[Rule, ...] = (
    *eligibility.RULES,
    *attendance.RULES,
    *parents.RULES,
    *addressee.RULES,
    *support_first.RULES,
    *meeting.RULES,
    *invitation.RULES,
    *rearranged.RULES,
    *make_up.RULES,
    *enclosures.RULES,
    *heard.RULES,
    *interpreters.RULES,
    *contract.RULES,
    *period.RULES,
    *owners.RULES,
    *lead.RULES,
    *actions.RULES,
    *tone.RULES,
    *signers.RULES,
    *signing.RULES,
    *understanding.RULES,
    *copies.RULES,
    *review.RULES,
    *warning.RULES,
    *ending.RULES,
    *phrases.RULES,
    *pages.RULES,
    *glyphs.RULES,
    *translations.RULES,
    *vanished.RULES,
)
FAULTS: Faults = {
    "decision-unused": Wording(
        "The decision on {broken} about {about} answers no warning.",
        "Check its rule and keys. If it let a paper go out, leave it: it says why. If what it "
        "answered was mended before, take it out; what is refused (E) can't be decided.",
    )
}
_STAGES = tuple(Stage)
OF_PAPERS = frozenset(rule.id for rule in RULES if rule.judge is judged_when_made)


def examine(scene: Scene, read: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """Give all findings on a case in a stable order, each W with the decision that answers it.

    `read` are findings from reading the file: they come first, and decisions
    answer them too.
    """
    broken = sorted(_breaches(scene), key=_order)
    return decided((*read, *broken), scene.case.decisions)


def decided(findings: Iterable[Finding], decisions: tuple[Decision, ...]) -> tuple[Finding, ...]:
    """Put decisions on the W findings they answer, and tell of those that answer none."""
    reasons = {(decision.rule, decision.about): decision.reason for decision in decisions}
    answered = tuple(_answered(finding, reasons) for finding in findings)
    used = {(finding.rule, finding.subject) for finding in answered if finding.decision}
    return (*answered, *_unused(decisions, used))


def _breaches(scene: Scene) -> Iterator[Finding]:
    for rule in RULES:
        severity = scene.pack.severities.get(rule.id, rule.severity)
        if severity != "-":
            found = [rule.finding(breach, severity) for breach in rule.judge(scene)]
            once = {(finding.about, finding.message): finding for finding in reversed(found)}
            yield from once.values()


def _order(finding: Finding) -> tuple[object, ...]:
    path = ".".join(map(str, finding.path))
    words = (finding.rule, finding.subject, path)
    return (_STAGES.index(finding.stage), *map(_natural, words))


def _natural(text: str) -> list[str | int]:
    """Split off the numbers, so that `R-2` comes before `R-10`."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", text)]


def _answered(finding: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    reason = reasons.get((finding.rule, finding.subject), "")
    if finding.severity is Severity.WARNING and reason:
        return replace(finding, decision=reason)
    return finding


def _unused(decisions: tuple[Decision, ...], used: set[tuple[str, str]]) -> Iterator[Finding]:
    for number, decision in enumerate(decisions):
        if (decision.rule, decision.about) not in used and decision.rule not in OF_PAPERS:
            names = {"broken": decision.rule, "about": decision.about}
            told = fault(FAULTS, "decision-unused", None, **names)
            path = ("decisions", number)
            yield replace(told, severity=Severity.INFORMATION, path=path)
