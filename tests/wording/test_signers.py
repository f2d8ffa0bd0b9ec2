"""Who signs a contract: parties present, one for the school, others who were asked to."""

from collections.abc import Mapping

import pytest
from household import family, job, values_of

Changes = Mapping[str, str | None]


def signing(paper: str, changes: Changes) -> str:
    """Give who signs a paper, written `kind about`, as `name (role); name (role)`."""
    name, about = paper.split()
    case = family(changes)
    found = values_of(case, job(name, about, case=case))["contract"]
    assert isinstance(found, Mapping)
    lines = found["signers"]
    assert isinstance(lines, list)
    return "; ".join(f"{each['name']} ({each['role']})" for each in lines)


MOTHER, FATHER = "Ms Grace Adaeze Mbeki (mother)", "Mr Owen Pryce (father)"
REES, NAIR = "Mr Tomos Rees", "Priya Nair"
WORKER = "Ms Ruth Adeyemi (Family worker, Saltmouth Family Service)"
FOR_BODY = "(for the governing body)"
JOINT = {"contracts.ct-1.parties": "[p-1, p-2]"}


@pytest.mark.parametrize(
    ("paper", "changes", "signers"),
    [
        ("contract ct-1", {}, f"{MOTHER}; {REES} {FOR_BODY}"),
        ("contract ct-1", JOINT, f"{MOTHER}; {REES} {FOR_BODY}"),
        (
            "contract ct-1",
            JOINT | {"meetings.m-1.present_online": "[p-2]"},
            f"{MOTHER}; {FATHER}; {REES} {FOR_BODY}",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.lead_practitioner": "st-1"},
            f"{MOTHER}; {REES} {FOR_BODY}",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.lead_practitioner": "pa-1", "meetings.m-1.chair": None},
            f"{MOTHER}; {REES} {FOR_BODY}",
        ),
        ("contract ct-1", {"meetings.m-1.present": "[p-1]"}, f"{MOTHER};  {FOR_BODY}"),
        (
            "contract ct-1",
            JOINT | {"meetings.m-1.present": None},
            f"{MOTHER}; {FATHER}; {REES} {FOR_BODY}",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.made_at": None, "meetings.m-1.invited": "[c-1]"},
            f"{MOTHER}; {REES} {FOR_BODY}",
        ),
        (
            "contract ct-2",
            {"school.signing_body": "the academy trust"},
            f"{FATHER}; {NAIR} (for the academy trust)",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.also_sign": "[pa-1, c-1]"},
            f"{MOTHER}; {REES} {FOR_BODY}; {WORKER}; Nia Pryce (pupil)",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.also_sign": "[pa-2, st-1, st-3]"},
            f"{MOTHER}; {REES} {FOR_BODY}; {NAIR} (Attendance officer)",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.also_sign": "[p-1, st-2]"},
            f"{MOTHER}; {REES} {FOR_BODY}",
        ),
        (
            "contract ct-1",
            {"contracts.ct-1.also_sign": "[pa-1]", "meetings.m-1.present": None},
            f"{MOTHER}; {REES} {FOR_BODY}; {WORKER}",
        ),
    ],
)
def test_the_parties_present_sign_then_one_for_the_school_then_others_who_were_asked(
    paper: str, changes: Changes, signers: str
) -> None:
    assert signing(paper, changes) == signers
