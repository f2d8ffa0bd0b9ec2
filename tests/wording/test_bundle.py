"""A language's words, and what is said where there are none yet."""

import pytest

from docgen.errors import WordingMissing
from docgen.wording.bundle import bundle


def test_english_is_there_and_reads_from_left_to_right() -> None:
    english = bundle("en")
    assert (english.language, english.direction, english.locale) == ("en", "ltr", "en_GB")
    assert english.say("reference", number="fam-0042/7", version=1) == "fam-0042/7 version 1"


@pytest.mark.parametrize("language", ["pl", "en-GB", "", "ur"])
def test_any_other_language_is_told_to_be_missing(language: str) -> None:
    with pytest.raises(WordingMissing) as told:
        bundle(language)
    assert told.value.code == "wording-no-language"
    assert f"the language {language} yet" in told.value.message
