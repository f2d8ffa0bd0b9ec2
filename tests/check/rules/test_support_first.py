"""Help before contracts, and leaders who know: R-07 to R-10b and R-120."""

import pytest
from oneruled import TO_COME, Changes, applying, findings, having, paper, places

from docgen.model.finding import Severity


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"earlier_support": None}, [("ct-1", "earlier_support")]),
        ({"earlier_support": "[]"}, [("ct-1", "earlier_support")]),
        ({"earlier_support": None, "earlier_support_not_right": "They asked for a contract"}, []),
        ({"earlier_support": "[]", "earlier_support_not_right": "They moved here"}, []),
        ({"earlier_support": None, "contracts.ct-1.status": "planned"}, []),
        (
            {"earlier_support": None, "contracts.ct-1.status": "draft"},
            [("ct-1", "earlier_support")],
        ),
    ],
)
def test_support_comes_before_a_contract(changes: Changes, broken: list[tuple[str, str]]) -> None:
    assert places("R-07", changes) == broken


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"other_plans": None}, [("m-1", "other_plans")]),
        ({"other_plans": "[{type: Child in need plan}]"}, []),
        ({"other_plans": None, "meetings.m-1.cancelled": "2025-11-30"}, []),
        ({"other_plans": None, "meetings.m-1.present": "[p-1]"}, []),
    ],
)
def test_other_plans_are_asked_about_before_parents_are_invited(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-08", {**TO_COME, **changes}) == broken


HELD_ELSEWHERE = (
    "[{type: Early help plan, holds_actions: false}, {type: Plan, holds_actions: true}]"
)


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"other_plans": HELD_ELSEWHERE}, [("ct-1", "other_plans.1.holds_actions")]),
        ({"other_plans": HELD_ELSEWHERE, "contracts.ct-1.status": "planned"}, []),
        ({"other_plans": "[{type: Early help plan, holds_actions: false}]"}, []),
        ({"other_plans": "[{type: Early help plan}]"}, []),
        ({"other_plans": None}, []),
    ],
)
def test_two_plans_do_not_hold_the_same_actions(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-09", changes) == broken


def told(*who: str) -> Changes:
    """Write down who in the school was told."""
    return {"notifications": f"[{', '.join(f'{{who: {w}, date: 2025-11-20}}' for w in who)}]"}


NOT_TOLD = [("m-1", "notifications")]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, NOT_TOLD),
        ({"initiated_by": "st-1"}, []),
        ({"initiated_by": "st-2"}, NOT_TOLD),
        ({"initiated_by": "st-2", **told("st-1")}, []),
        (told("st-2"), NOT_TOLD),
        (told("chair_of_governors", "st-1"), []),
        (told("chair_of_governors"), NOT_TOLD),
        (told("headteacher"), []),
        (told("Head_teacher"), []),
        (told("the headteacher"), []),
        (told("Principal"), []),
        (told("head"), []),
        (told("head of year"), NOT_TOLD),
    ],
)
def test_the_headteacher_began_it_or_was_told(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    assert places("R-10a", {**TO_COME, **changes}, pack=applying("R-10a")) == broken


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, NOT_TOLD),
        ({"initiated_by": "st-1"}, NOT_TOLD),
        (told("st-1"), NOT_TOLD),
        (told("headteacher"), []),
    ],
)
def test_a_school_that_names_no_headteacher_says_who_was_told(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    nobody: Changes = {"headteacher": None}
    pack = applying("R-10a")
    assert places("R-10a", {**TO_COME, **changes}, school=nobody, pack=pack) == broken


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, NOT_TOLD),
        (told("st-1"), NOT_TOLD),
        (told("chair_of_governors"), []),
        (told("st-1", "the Chair of the Board"), []),
        (told("a trustee"), []),
        (told("skateboarder"), NOT_TOLD),
        (told("st-3"), []),
        ({"initiated_by": "st-3"}, []),
    ],
)
def test_the_chair_of_governors_may_be_told(
    changes: Changes, broken: list[tuple[str, str]]
) -> None:
    governor: Changes = {"staff.st-3": "{legal_name: Ines Okoro, role: Chair of governors}"}
    pack = applying("R-10b", Severity.INFORMATION)
    assert places("R-10b", {**TO_COME, **changes}, school=governor, pack=pack) == broken


@pytest.mark.parametrize("rule", ["R-10a", "R-10b"])
def test_leaders_are_told_of_meetings_to_come_where_an_authority_asks_for_it(rule: str) -> None:
    assert places(rule, TO_COME) == []
    assert places(rule, {}, pack=applying(rule)) == []


AGENCY = "{organisation: Family hub}"
ASKED = "{organisation: Family hub, consulted: 2025-11-20}"
NO_PLANS: Changes = {"other_plans": None}


@pytest.mark.parametrize(
    ("changes", "blank"),
    [
        ({}, ""),
        ({"earlier_support": None}, "earlier support"),
        ({"earlier_support": "[]"}, ""),
        ({"earlier_support": None, "earlier_support_not_right": "They moved here"}, ""),
        ({"links.0.explained": None}, "the explanation to p-1"),
        ({"links.0.explained": None, "links.1.explained": None}, "the explanation to p-1, p-2"),
        ({"links.0.explained": None, "meetings.m-1.invited": "[p-2]"}, ""),
        ({"links.0.explained": None, "links.0.work_with": "false"}, ""),
        ({"links.0.explained": None, "people.p-1.organisation": "true"}, ""),
        (NO_PLANS, ""),
        ({**NO_PLANS, "partners": f"{{pa-1: {ASKED}}}"}, ""),
        ({**NO_PLANS, "partners": f"{{pa-1: {ASKED}, pa-2: {AGENCY}}}"}, "the answer of pa-2"),
        ({**NO_PLANS, "partners": f"{{pa-1: {AGENCY}, pa-2: {AGENCY}}}"},
         "the answer of pa-1, pa-2"),
        ({"partners": f"{{pa-1: {AGENCY}}}"}, ""),
        ({**NO_PLANS, "partners": f"{{pa-1: {AGENCY}}}", "earlier_support": None,
          "links.1.explained": None},
         "earlier support; the explanation to p-2; the answer of pa-1"),
    ],
)  # fmt: skip
def test_what_comes_before_an_invitation_is_settled(changes: Changes, blank: str) -> None:
    told_of = findings("R-120", {**TO_COME, **changes})
    said = f"Before anybody is invited to m-1, these have to be settled: {blank}."
    assert [each.message for each in told_of] == ([said] if blank else [])
    assert [each.path for each in told_of] == ([("meetings", "m-1")] if blank else [])


@pytest.mark.parametrize("gone", [{"cancelled": "2025-11-30"}, {"present": "[p-1]"}])
def test_nothing_has_to_be_settled_for_a_meeting_that_is_over(gone: Changes) -> None:
    over = {f"meetings.m-1.{name}": given for name, given in gone.items()}
    assert places("R-120", {**TO_COME, "earlier_support": None, **over}) == []


@pytest.mark.parametrize(
    ("issued", "blank"),
    [
        (paper("explanation", "m-1", "p-1"), False),
        (paper("explanation", "m-1", "p-2"), True),
        (paper("invite", "m-1", "p-1"), True),
        (paper("explanation", "m-1", "p-1",
               more=", withdrawn: {date: 2025-11-21, reason: Wrong day, by: st-2}"), True),
    ],
)  # fmt: skip
def test_a_letter_of_explanation_explains_too(issued: str, blank: bool) -> None:
    changes = {**TO_COME, "links.0.explained": None, "issued": f"[{issued}]"}
    found = places("R-120", changes, pack=having("explanation", "explanation"))
    assert found == ([("m-1", "meetings.m-1")] if blank else [])


def test_how_a_contract_works_is_explained_for_each_pupil() -> None:
    sibling = {
        "pupils.c-2": "{legal_name: Ola Pryce, date_of_birth: 2015-03-02, year_group: 6}",
        "links": """[
            {person: p-1, pupil: c-1, relationship: mother, explained: 2025-11-20},
            {person: p-1, pupil: c-2, relationship: mother}]""",
    }
    alone = {**TO_COME, **sibling, "meetings.m-1.pupils": "[c-1]"}
    both = {**TO_COME, **sibling, "meetings.m-1.pupils": "[c-1, c-2]"}
    assert places("R-120", alone) == []
    assert places("R-120", both) == [("m-1", "meetings.m-1")]
    letter = {**both, "issued": f"[{paper('explanation', 'm-1', 'p-1', 'c-2')}]"}
    assert places("R-120", letter, pack=having("explanation", "explanation")) == []
