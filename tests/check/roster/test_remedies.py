"""What a clerk with a list is told to do: cells, columns and the frame, not a casefile's lines."""

import pytest

from docgen.check.faults import FAULTS
from docgen.check.roster.remedies import REMEDIES, as_listed
from docgen.check.rules.examine import RULES
from docgen.model.finding import Finding, Severity

KNOWN = {rule.id for rule in RULES} | set(FAULTS)


def told(rule: str) -> str:
    return as_listed(Finding(rule, Severity.WARNING, "It is bad.", "Write `x`.")).remedy


@pytest.mark.parametrize("rule", sorted(REMEDIES))
def test_each_remedy_speaks_of_what_a_clerk_with_a_list_has(rule: str) -> None:
    remedy = told(rule)
    assert rule in KNOWN
    assert "{accept}" not in remedy
    has = ("row", "list", "cell", "frame", "--accept", "casefile of this family")
    assert any(word in remedy for word in has)
    assert "`" not in remedy or "frame" in remedy


def test_what_can_be_accepted_says_how() -> None:
    assert "--accept R-14a=REASON" in told("R-14a")
    assert "address in the row's cells" in told("R-107")
    assert "each_pupil: {old_enough_to_understand: false}" in told("R-26")


def test_other_findings_keep_their_words() -> None:
    assert told("cell-email") == "Write `x`."
