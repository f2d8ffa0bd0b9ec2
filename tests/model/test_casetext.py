"""A translation is bound to its English by a digest."""

import pytest

from docgen.model.action import Translation
from docgen.model.casetext import digest_of, is_checked, is_stale

TEXT = "I will phone the school."


def test_a_digest_is_short_and_blanks_and_composition_change_nothing() -> None:
    assert len(digest_of(TEXT)) == 12
    assert digest_of(" I will  phone\nthe school. ") == digest_of(TEXT)
    assert digest_of("Zoe\u0308") == digest_of("Zoë")
    assert digest_of("I will phone the school") != digest_of(TEXT)


@pytest.mark.parametrize(
    ("of", "stale", "checked"),
    [
        (None, False, False),
        (digest_of(TEXT), False, True),
        (digest_of(TEXT)[:6], False, True),
        (digest_of(TEXT) + "0" * 52, False, True),
        (digest_of(TEXT)[:5], True, False),
        (digest_of("Other words."), True, False),
    ],
    ids=["none", "whole", "six figures", "sixty-four", "too short", "of other words"],
)
def test_only_a_bound_translation_can_be_checked(
    of: str | None, *, stale: bool, checked: bool
) -> None:
    translation = Translation("Zadzwonię do szkoły.", of, "reviewed")
    assert (is_stale(translation, TEXT), is_checked(translation, TEXT)) == (stale, checked)


def test_a_bound_draft_is_still_a_draft() -> None:
    assert not is_checked(Translation("Zadzwonię do szkoły.", digest_of(TEXT)), TEXT)
