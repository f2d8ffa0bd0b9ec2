"""What a frame says for all letters of a batch, and what is wrong with one."""

import pytest
from familywork import frame

from docgen.check.frame import frame_for, frame_of
from docgen.store.sheets import parse_sheet


def faults(text: str) -> list[tuple[str, int]]:
    sheet, _ = parse_sheet(text.encode(), "frame.yaml")
    assert sheet is not None
    found, findings = frame_of(sheet)
    assert found is None
    return [(each.rule, each.place.line if each.place else 0) for each in findings]


def test_a_frame_hands_its_own_fields_over_and_keeps_what_it_says_of_each() -> None:
    found = frame(
        "authority: wessex-vale\n"
        "school: s-1\n"
        "other_plans: []\n"
        "accept: {R-25: Asked by phone}\n"
        "gone: [p-1.c-1]\n"
        "each_person: {adjustments: []}\n"
    )
    assert found.authority == "wessex-vale"
    assert [key.text for key, _ in found.shared] == ["authority", "other_plans"]
    assert found.school is not None
    assert found.accept == {"R-25": "Asked by phone"}
    assert found.gone == {"p-1.c-1"}
    assert found.person is not None
    assert found.meeting is found.pupil is found.link is None
    assert found.start.line == 1


def test_a_batch_without_a_frame_knows_the_authority_at_most() -> None:
    assert frame_for("wessex-vale", "here").authority == "wessex-vale"
    assert frame_for("", "here").authority == ""
    assert frame("authority: [a, b]\n").authority == ""


@pytest.mark.parametrize("name", ["case_id", "people", "links", "meetings", "decisions", "issued"])
def test_what_comes_from_rows_stands_in_no_frame(name: str) -> None:
    assert faults(f"authority: wessex-vale\n{name}: {{}}\n") == [("frame-from-rows", 2)]


def test_whose_meeting_it_is_comes_from_rows() -> None:
    assert faults("meeting:\n  place: Room 4\n  pupils: [c-1]\n") == [("frame-row-field", 3)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("meeting: tomorrow", "fields-due"),
        ("each_person: []", "fields-due"),
        ("school: [s-1]", "value-due"),
        ("gone: all", "list-due"),
        ('accept: {R-25: " "}', "text-blank"),
        ("accept: {R-25: [a]}", "text-blank"),
    ],
)
def test_what_has_another_shape_is_told(text: str, rule: str) -> None:
    assert faults(f"{text}\n") == [(rule, 1)]


def test_what_is_listed_under_gone_is_text() -> None:
    assert frame("gone: [all, [p-1]]\n").gone == {"all"}
