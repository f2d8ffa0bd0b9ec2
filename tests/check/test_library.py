"""What is wrong with a pack's phrases, words to avoid and texts for staff is told by its line."""

import pytest
from packwork import judged

GOOD = "{text: 'I will phone by {time} on {day_1}.', use: requirement, source: made up}"


def rules(changes: dict[str, str | None]) -> list[tuple[str, tuple[str | int, ...]]]:
    """Give each finding's rule and path."""
    return [(finding.rule, finding.path) for finding in judged(changes)[1]]


def test_a_pack_may_bring_phrases_and_words_to_avoid() -> None:
    avoid = "{tone: {rule: R-57, words: [must pay], instead: may}}"
    pack, findings = judged({"phrases": f"{{phone-by: {GOOD}}}", "avoid": avoid})
    assert findings == ()
    assert pack is not None
    assert pack.phrases["phone-by"].version == 1
    assert pack.avoid["tone"].words == ("must pay",)


@pytest.mark.parametrize(
    "text", ["At {Time}.", "At {}.", "At {two words}.", "At {{ time }}.", "At {time.", "At time}."]
)
def test_a_gap_is_one_lower_case_word_in_single_braces(text: str) -> None:
    phrase = f"{{text: '{text}', use: support, source: made up}}"
    assert rules({"phrases": f"{{ok: {GOOD}, call: {phrase}}}"}) == [
        ("pack-phrase-gap", ("phrases", "call", "text"))
    ]


def test_a_phrase_is_pointed_at_by_a_plain_key() -> None:
    assert rules({"phrases": f"{{Phone By: {GOOD}}}"}) == [
        ("pack-phrase-key", ("phrases", "Phone By"))
    ]


def test_versions_of_a_phrase_count_from_one() -> None:
    phrase = GOOD.replace("source: made up", "source: made up, version: 0")
    (told,) = judged({"phrases": f"{{call: {phrase}}}"})[1]
    assert (told.rule, told.path) == ("pack-phrase-version", ("phrases", "call", "version"))
    assert told.place is not None
    assert told.place.file == "templates/wessex-vale/pack.yaml"


@pytest.mark.parametrize("rule", ["R-50", "R-57", "R-58", "R-59", "R-89"])
def test_these_rules_look_for_words(rule: str) -> None:
    assert rules({"avoid": f"{{a: {{rule: {rule}, words: [never], instead: may}}}}"}) == []


def test_no_other_rule_looks_for_words() -> None:
    changes: dict[str, str | None] = {"avoid": "{a: {rule: R-41, words: [never], instead: may}}"}
    (told,) = judged(changes)[1]
    assert (told.rule, told.path) == ("pack-avoid-rule", ("avoid", "a", "rule"))
    assert told.message == "No rule R-41 looks for words."
    assert told.remedy == "Write one of: R-50, R-57, R-58, R-59, R-89."


def test_an_entry_without_words_switches_off_one_of_the_library() -> None:
    assert rules({"avoid": "{a: {rule: R-57, words: [], instead: may}}"}) == []


NOTE = "{text: For the school alone., source: made up, audience: staff}"


def test_a_text_for_staff_is_not_carried_by_a_paper_for_others() -> None:
    changes: dict[str, str | None] = {
        "statements.note": NOTE,
        "kinds.invite.statements": "[aim, contact_us_to_rearrange, note]",
    }
    pack, (told,) = judged(changes)
    assert pack is None
    assert (told.rule, told.path) == ("pack-staff-text", ("kinds", "invite", "statements", 2))
    assert "“note”" in told.message
    assert "“invite”" in told.message


@pytest.mark.parametrize("kind", ["partner", "parent"])
def test_partners_and_parents_are_others(kind: str) -> None:
    changes: dict[str, str | None] = {
        "statements.note": NOTE,
        "kinds.checklist.audience": kind,
        "kinds.checklist.statements": "[note]",
    }
    assert rules(changes) == [("pack-staff-text", ("kinds", "checklist", "statements", 0))]


def test_a_paper_for_staff_may_carry_it() -> None:
    changes: dict[str, str | None] = {
        "statements.note": NOTE,
        "kinds.checklist.statements": "[note, aim]",
    }
    assert rules(changes) == []


def test_a_statement_that_is_not_there_is_told_once() -> None:
    changes: dict[str, str | None] = {
        "kinds.invite.statements": "[aim, contact_us_to_rearrange, gone]"
    }
    assert [rule for rule, _ in rules(changes)] == ["pack-statement-unknown"]
