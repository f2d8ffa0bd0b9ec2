"""A contact who vanished from the school's list since the last import (R-115)."""

from oneruled import TO_COME, findings

from docgen.check.rules.examine import RULES
from docgen.check.rules.registry import Breach
from docgen.check.rules.vanished import R_115
from docgen.model.finding import Severity, Stage


def test_a_case_alone_never_shows_it() -> None:
    assert R_115 in RULES
    assert findings("R-115", TO_COME) == ()


def test_it_names_keys_and_stops_every_paper_about_the_pupil() -> None:
    breach = Breach(("c-1",), ("pupils", "c-1"), {"person": "p-2", "pupil": "c-1"})
    found = R_115.finding(breach, Severity.ERROR)
    assert (found.rule, found.stage, found.subject) == ("R-115", Stage.LOAD, "c-1")
    assert "p-2 stood beside c-1" in found.message
    assert "--gone p-2.c-1" in found.remedy
