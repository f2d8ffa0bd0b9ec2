"""Words and codes of management systems, as a casefile says them."""

import pytest
from peoplework import read, told, typed

from docgen.check.roster.languages import tag_of

ON = ["Yes", "y", "TRUE", "T", "1", "x", "\u2713", "Yes - see file"]
OFF = ["No", "n", "FALSE", "F", "0", "no (2024)"]


@pytest.mark.parametrize(("text", "said"), [(t, "true") for t in ON] + [(t, "false") for t in OFF])
def test_yes_and_no_are_read_in_any_spelling(text: str, said: str) -> None:
    found = typed({"contact.court_order": text}).contact.court_order
    assert found
    assert found.text == said


def test_what_is_neither_yes_nor_no_is_asked_about_or_refused() -> None:
    held, guard = "contact.parental_responsibility", "contact.court_order"
    assert told({held: "perhaps"}) == ["cell-yes-no"]
    assert told({held: "not known"}) == told({held: "-"}) == []
    assert told({guard: "not known"}) == told({guard: "see file"}) == ["cell-guard"]
    assert read({guard: "see file"})[0] is None
    assert told({guard: ""}) == []


def test_no_letters_and_a_death_are_told() -> None:
    assert told({"contact.correspondence": "No"}) == ["cell-no-letters"]
    assert told({"contact.correspondence": "Yes"}) == []
    assert told({"contact.deceased": "Y"}) == ["cell-deceased"]
    assert told({"contact.deceased": "N"}) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *[(text, "7") for text in ("7", "07", "Year 7", "Yr7", "7.0")],
        *[(text, "0") for text in ("R", "Reception", "YR", "0")],
        ("Y10", "10"),
        ("13", "13"),
    ],
)
def test_a_year_group_is_read_as_figures(text: str, year: str) -> None:
    found = typed({"pupil.year_group": text}).pupil.year_group
    assert found
    assert found.text == year


@pytest.mark.parametrize("text", ["14", "N2", "Nursery", "7B", "seven"])
def test_a_year_group_that_is_none_is_asked_about(text: str) -> None:
    assert told({"pupil.year_group": text}) == ["cell-year-form"]
    assert typed({"pupil.year_group": text}).pupil.year_group is None


@pytest.mark.parametrize(
    ("text", "word", "basis"),
    [
        ("Mother", "mother", ["natural"]),
        ("PAF", "father", ["natural"]),
        ("mum", "mother", ["natural"]),
        ("Step-Father", "stepfather", []),
        ("STM", "stepmother", []),
        ("Stepdad", "stepfather", []),
        ("Foster Carer", "foster carer", ["day_to_day_care"]),
        ("Neighbour", "neighbour", []),
        ("SWR", "social worker", []),
        ("", "parent or carer", []),
        ("unknown", "parent or carer", []),
    ],
)
def test_a_relationship_tells_who_is_a_parent(text: str, word: str, basis: list[str]) -> None:
    changes = {"contact.relationship": text, "contact.parental_responsibility": "No"}
    parent = typed(changes).contact
    assert parent.relationship.text == word
    assert [each.text for each in parent.basis] == basis
    assert told(changes) == []


def test_whoever_holds_responsibility_or_looks_after_a_child_is_a_parent() -> None:
    aunt = {"contact.relationship": "Aunt", "contact.parental_responsibility": "No"}
    living = {**aunt, "contact.lives_with": "Yes"}
    assert [each.text for each in typed(living).contact.basis] == ["day_to_day_care"]
    assert typed({**aunt, "contact.lives_with": "No"}).contact.basis == ()
    held = {**aunt, "contact.parental_responsibility": "Yes"}
    assert [each.text for each in typed(held).contact.basis] == ["parental_responsibility"]
    friend = {**living, "contact.relationship": "Family friend"}
    assert typed(friend).contact.basis == ()


def test_a_relationship_that_nobody_knows_is_asked_about() -> None:
    changes = {"contact.relationship": "Muzzer", "contact.parental_responsibility": ""}
    assert told(changes) == ["cell-relationship"]
    parent = typed(changes).contact
    assert (parent.relationship.text, parent.basis) == ("Muzzer", ())


@pytest.mark.parametrize(
    ("text", "said"),
    [("Yes", "full"), ("Full-time", "full"), ("No", "none"), ("Shared", "part"), ("F", "none")],
)
def test_living_together_is_full_part_or_none(text: str, said: str) -> None:
    found = typed({"contact.lives_with": text}).contact.lives_with
    assert found
    assert found.text == said


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("contact.lives_with", "at times", "cell-lives-with"),
        ("contact.variant", "blue paper", "cell-variant"),
        ("contact.priority", "first", "cell-priority"),
        ("contact.reads", "Elvish", "cell-language"),
        ("contact.reads", "English/Urdu", "cell-language-several"),
        ("contact.speaks", "Polish and English", "cell-language-several"),
        ("pupil.home_language", "OTB", "cell-language"),
    ],
)
def test_a_word_that_is_none_of_the_choices_is_asked_about(
    field: str, text: str, rule: str
) -> None:
    assert told({field: text}) == [rule]
    assert read({field: text})[0] is not None


def test_choices_are_read() -> None:
    parent = typed(
        {"contact.variant": "Large print", "contact.priority": "1.0", "contact.reads": "Urdu"}
    ).contact
    said = [parent.variant, parent.priority, parent.reads]
    assert [each.text for each in said if each] == ["large", "1", "ur"]
    assert typed({"contact.variant": "unknown"}).contact.variant is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("English", "en"),
        ("ENB", "en"),
        ("Polish", "pl"),
        ("pol", "pl"),
        ("Polski", "pl"),
        ("PL", "pl"),
        ("Urdu language", "ur"),
        ("Punjabi", "pa"),
        ("Panjabi (Gurmukhi)", "pa"),
        ("Panjabi (Shahmukhi)", "pa-Arab"),
        ("Bengali (Sylheti)", "syl"),
        ("Kurdish (Sorani)", "ckb"),
        ("RON", "ro"),
        ("Elvish", None),
    ],
)
def test_a_language_is_known_by_name_code_or_tag(text: str, tag: str | None) -> None:
    assert tag_of(text) == tag


@pytest.mark.parametrize("text", ["NOT", "REF", "Unknown", "-"])
def test_no_answer_is_no_language(text: str) -> None:
    assert typed({"contact.reads": text}).contact.reads is None
    assert told({"contact.reads": text}) == []
