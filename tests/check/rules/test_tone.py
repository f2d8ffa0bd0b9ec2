"""Words that don't belong in a paper, wherever staff typed them: R-57 and R-58."""

import pytest
from contractwork import Changes, found, places

from docgen.model.finding import Severity, Stage
from docgen.model.sheet import Path

CT_1 = "contracts.ct-1"
NO_CONTRACT = "{pupil: c-2, date: 2025-11-20, by: st-1, rationale: %s, facts: [Fact one, %s]}"
BAD = "You must pay."
WHERE: list[tuple[Changes, str, str]] = [
    ({f"{CT_1}.reasons": BAD}, "ct-1", f"{CT_1}.reasons"),
    ({f"{CT_1}.copies.1.reason": BAD}, "ct-1", f"{CT_1}.copies.1.reason"),
    ({f"{CT_1}.requirements.rq-1.text": BAD}, "ct-1.rq-1", f"{CT_1}.requirements.rq-1.text"),
    (
        {f"{CT_1}.requirements.rq-3.with.companion": "whoever must pay"},
        "ct-1.rq-3",
        f"{CT_1}.requirements.rq-3.phrase",
    ),
    (
        {f"{CT_1}.requirements.rq-1.smart.measure": BAD},
        "ct-1.rq-1",
        f"{CT_1}.requirements.rq-1.smart.measure",
    ),
    (
        {f"{CT_1}.requirements.rq-1.part_time": f"{{reason: other, why: {BAD}}}"},
        "ct-1.rq-1",
        f"{CT_1}.requirements.rq-1.part_time.why",
    ),
    (
        {f"{CT_1}.requirements.rq-2.history.1.why": BAD},
        "ct-1.rq-2",
        f"{CT_1}.requirements.rq-2.history.1.why",
    ),
    ({f"{CT_1}.support.su-1.text": BAD}, "ct-1.su-1", f"{CT_1}.support.su-1.text"),
    (
        {f"{CT_1}.support.su-1.frequency": "whoever must pay"},
        "ct-1.su-1",
        f"{CT_1}.support.su-1.frequency",
    ),
    (
        {f"{CT_1}.support.su-1.part_time": f"{{reason: other, why: {BAD}}}"},
        "ct-1.su-1",
        f"{CT_1}.support.su-1.part_time.why",
    ),
    ({"reviews.rv-1.notes": BAD}, "rv-1", "reviews.rv-1.notes"),
    ({"reviews.rv-1.copies.1.reason": BAD}, "rv-1", "reviews.rv-1.copies.1.reason"),
    ({"warnings.w-1.review_offered": BAD}, "w-1", "warnings.w-1.review_offered"),
    ({"terminations.t-1.text": BAD}, "t-1", "terminations.t-1.text"),
    ({"no_contract": f"{{n-1: {NO_CONTRACT % (BAD, 'two')}}}"}, "n-1", "no_contract.n-1.rationale"),
    ({"no_contract": f"{{n-1: {NO_CONTRACT % ('one', BAD)}}}"}, "n-1", "no_contract.n-1.facts.1"),
]


def path(dotted: str) -> Path:
    return tuple(int(step) if step.isdigit() else step for step in dotted.split("."))


@pytest.mark.parametrize(("changes", "about", "where"), WHERE, ids=[case[2] for case in WHERE])
def test_a_threat_is_found_wherever_staff_typed_it(
    changes: Changes, about: str, where: str
) -> None:
    assert places("R-57", changes) == [(about, path(where))]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"noncompliance.nc-1.explanation": BAD},
        {"pupils.c-1.voice": BAD},
        {"parent_views": f"[{{person: p-1, meeting: m-1, concerns: {BAD}}}]"},
        {f"{CT_1}.reasons": BAD, f"{CT_1}.status": "planned"},
        {f"{CT_1}.reasons": "It is not binding."},
        {f"{CT_1}.reasons": None},
        {f"{CT_1}.requirements.rq-3.with": None, f"{CT_1}.requirements.rq-3.phrase": "try-hard"},
    ],
)
def test_what_families_said_and_what_is_well_said_is_left_alone(changes: Changes) -> None:
    assert places("R-57", changes) == []


def test_the_words_and_what_to_write_instead_are_told() -> None:
    (finding,) = found("R-57", {f"{CT_1}.reasons": "This is binding and you must pay."})
    assert finding.message == (
        "A text of ct-1 has words that threaten, or claim what the law doesn't say: “must pay”, "
        "“binding”."
    )
    assert finding.remedy == "Say it kindly."
    assert (finding.stage, finding.severity) == (Stage.ANY, Severity.WARNING)


def test_an_old_name_is_told_apart_from_a_threat() -> None:
    changes = {"terminations.t-1.text": "The Parenting Contract is over."}
    (finding,) = found("R-58", changes)
    assert (finding.about, finding.path) == (("t-1",), ("terminations", "t-1", "text"))
    words = "A text of t-1 uses a name that is out of date: “parenting contract”."
    assert (finding.message, finding.remedy) == (words, "Write attendance contract.")
    assert (finding.stage, finding.severity) == (Stage.ANY, Severity.WARNING)
    assert places("R-57", changes) == []
