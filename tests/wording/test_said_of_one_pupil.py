"""What is one pupil's or one parent's alone: views of a pupil, the parties of a contract."""

from collections.abc import Mapping
from typing import Any

import pytest
from household import family, job, values_of

SAID = """\
- {person: p-1, meeting: m-1, pupil: c-1, concerns: The corridor is noisy on Mondays.}
- {person: p-1, meeting: m-1, pupil: c-2, concerns: He worries about his sister.}
"""
OF_BOTH = "- {person: p-1, meeting: m-1, concerns: Both sleep badly.}"
MEETING: Mapping[str, str | None] = {"meetings.m-1.pupils": "[c-1, c-2]"}


def values(changes: Mapping[str, str | None], name: str, about: str, whom: str) -> Any:  # noqa: ANN401 (a tree of values)
    """Give the values of a paper."""
    case = family(changes)
    return values_of(case, job(name, about, whom, case=case))


@pytest.mark.parametrize(
    ("said", "pupil", "concern"),
    [
        (SAID, "c-1", "The corridor is noisy on Mondays."),
        (SAID, "c-2", "He worries about his sister."),
        (OF_BOTH, "c-1", "Both sleep badly."),
        (OF_BOTH, "c-2", "Both sleep badly."),
    ],
)
def test_a_form_about_one_pupil_tells_what_was_said_of_that_pupil(
    said: str, pupil: str, concern: str
) -> None:
    views = values({**MEETING, "parent_views": said}, "pupil-form", "m-1", pupil)["views"]
    assert [each["concerns"] for each in views if each["concerns"]] == [concern]


def test_a_letter_about_the_support_names_no_party() -> None:
    assert values({}, "support-letter", "ct-1", "p-2")["contract"]["parties"] == []
