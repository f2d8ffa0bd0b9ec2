"""Words that a reader said too are nobody else's secret."""

import pytest
from household import family, job

from docgen.plan.privacy import forbidden

MOTHER = "{person: p-1, meeting: m-1, on_contract: Willing}"


def secrets(said_by_father: str) -> dict[str, tuple[str, ...]]:
    """Give the mother's views that the father's paper must not show, with where they may stand."""
    father = f"{{person: p-2, meeting: m-3, on_contract: {said_by_father}}}"
    case = family({"parent_views": f"[{MOTHER}, {father}]"})
    told = forbidden(case, job("invite", "m-3", "p-2", case=case))
    return {one.value: one.allowed for one in told if one.what == "views (on_contract)"}


@pytest.mark.parametrize(
    ("said_by_father", "kept"),
    [
        ("Not for me", {"Willing": ()}),
        ("Willing to try", {"Willing": ("Willing to try",)}),
        ("Willing", {}),
        ("willing", {}),
    ],
)
def test_a_view_that_the_reader_shares_may_stand(
    said_by_father: str, kept: dict[str, tuple[str, ...]]
) -> None:
    assert secrets(said_by_father) == kept
