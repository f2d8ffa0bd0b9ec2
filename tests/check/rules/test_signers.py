"""Who is asked to sign beside parents and school: R-63 to R-65."""

from dataclasses import replace

import pytest
from contractwork import PACK, found, places, subjects

from docgen.model.finding import Severity, Stage

ALSO = "contracts.ct-1.also_sign"
OFFICER = {"partners.pa-1.authority_officer": "true"}


@pytest.mark.parametrize(
    ("signers", "others", "governors", "officers"),
    [
        ("[st-1, st-2, p-2]", [], [], []),
        ("[c-1]", ["c-1"], [], []),
        ("[pa-1, c-1]", ["c-1", "pa-1"], [], ["pa-1"]),
        ("[pa-2]", ["pa-2"], [], []),
        ("[st-1, st-3]", [], ["st-3"], []),
        ("[]", [], [], []),
    ],
)
def test_nobody_is_asked_to_sign_who_need_not(
    signers: str, others: list[str], governors: list[str], officers: list[str]
) -> None:
    changes = {ALSO: signers, **OFFICER}
    assert subjects("R-63", changes) == [f"ct-1.{key}" for key in others]
    assert subjects("R-64", changes) == [f"ct-1.{key}" for key in governors]
    assert subjects("R-65", changes) == [f"ct-1.{key}" for key in officers]


@pytest.mark.parametrize("rule", ["R-63", "R-64", "R-65"])
def test_a_contract_only_planned_asks_nobody(rule: str) -> None:
    changes = {ALSO: "[pa-1, st-3]", "contracts.ct-1.status": "planned", **OFFICER}
    assert subjects(rule, changes) == []


@pytest.mark.parametrize(
    ("rule", "signer", "severity", "says"),
    [
        ("R-63", "pa-1", Severity.INFORMATION, "pupils and partners need not"),
        ("R-64", "st-3", Severity.INFORMATION, "a member of staff signs for the governors"),
        ("R-65", "pa-1", Severity.WARNING, "an officer of the authority"),
    ],
)
def test_the_needless_line_is_shown_at_its_place(
    rule: str, signer: str, severity: Severity, says: str
) -> None:
    (finding,) = found(rule, {ALSO: f"[st-1, {signer}]", **OFFICER})
    assert finding.path == ("contracts", "ct-1", "also_sign", 1)
    assert (finding.about, finding.stage) == (("ct-1", signer), Stage.CONTRACT)
    assert finding.severity is severity
    assert f"asks {signer} to sign" in finding.message
    assert finding.message.endswith(f"{says}.")
    assert finding.remedy.startswith(f"Take {signer} out of `also_sign`")


def test_only_some_authorities_speak_of_governors() -> None:
    assert places("R-64", {ALSO: "[st-3]"}, replace(PACK, severities={})) == []
