"""What somebody gives for a form's fields: names in groups, types, states, choices, limits."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest

from docgen.model.form import Field, FieldKind, Filled, Form, Option
from docgen.press.form.values import judged

HOW = (Option("t", "By telephone"), Option("l", "By letter"), Option("By letter", "Otherwise"))
FORM = Form(
    pages=1,
    fields=(
        Field("pupil.name", FieldKind.TEXT, (), max_length=20),
        Field("pupil.code", FieldKind.COMB, (), max_length=4),
        Field("notes", FieldKind.LINES, ()),
        Field("came", FieldKind.TICK, (), states=("Yes",), value=False),
        Field("side", FieldKind.TICK, (), states=("L", "R"), value=False),
        Field("rows.P1.complete", FieldKind.RADIO, (), states=("Yes", "No", "NA")),
        Field(
            "sent",
            FieldKind.RADIO,
            (),
            states=("0", "1"),
            options=(Option("0", "By hand"), Option("1", "By post")),
        ),
        Field("how", FieldKind.CHOICE, (), options=HOW),
        Field("who", FieldKind.CHOICE, (), options=HOW, editable=True),
        Field("all", FieldKind.CHOICE, (), options=HOW, several=True, value=()),
        Field("number", FieldKind.TEXT, (), read_only=True, value="7"),
        Field("agreed", FieldKind.TICK, (), states=("Yes",), read_only=True, value=False),
        Field("print", FieldKind.BUTTON, ()),
        Field("signed", FieldKind.SIGNATURE, ()),
    ),
)


def kept(values: Mapping[str, object]) -> dict[str, Filled]:
    """Give what fields are to hold, where nothing is wrong."""
    found, findings = judged(FORM, values)
    assert findings == ()
    return dict(found)


def wrong(name: str, value: object) -> tuple[str, str]:
    """Give the only finding about a value: its id and what it says."""
    found, (finding,) = judged(FORM, {name: value})
    assert found == {}
    assert finding.path == (name,)
    return finding.rule, finding.message


def test_names_of_groups_are_joined_by_dots() -> None:
    assert kept({"pupil": {"name": "Ann"}, "rows": {"P1": {"complete": "NA"}}}) == {
        "pupil.name": "Ann",
        "rows.P1.complete": "NA",
    }


def test_a_full_name_needs_no_group() -> None:
    assert kept({"rows.P1.complete": "No"}) == {"rows.P1.complete": "No"}


def test_a_field_given_twice_is_told_whichever_way_it_was_written() -> None:
    _, findings = judged(FORM, {"pupil": {"name": "Ann"}, "pupil.name": "Ben"})
    assert [each.rule for each in findings] == ["form-value-twice"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (Decimal("7.50"), "7.50"),
        (dt.date(2025, 11, 3), "2025-11-03"),
        (dt.time(16, 15), "16:15:00"),
        (None, ""),
        ("a\u2028b", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb", "a b"),
    ],
)
def test_text_is_taken_as_it_is_written(value: object, text: str) -> None:
    assert kept({"notes": value}) == {"notes": text}


def test_what_is_no_plain_data_is_a_mistake_in_the_program() -> None:
    with pytest.raises(TypeError, match="not bytes"):
        judged(FORM, {"notes": b"x"})
    with pytest.raises(TypeError, match="not bool"):
        judged(FORM, {"all": [True]})


@pytest.mark.parametrize(
    ("name", "value", "held"),
    [
        ("came", True, True),
        ("came", "Yes", True),
        ("came", False, False),
        ("came", "Off", False),
        ("came", None, False),
        ("side", "R", "R"),
        ("side", False, False),
        ("rows.P1.complete", "Off", ""),
        ("rows.P1.complete", None, ""),
        ("sent", 1, "1"),
        ("sent", "By post", "1"),
    ],
)
def test_boxes_and_radio_buttons_take_their_states(name: str, value: object, held: Filled) -> None:
    assert kept({name: value}) == {name: held}


@pytest.mark.parametrize(
    ("name", "value", "held"),
    [
        ("how", "By telephone", "t"),
        ("how", "t", "t"),
        ("how", "By letter", "l"),
        ("how", "", ""),
        ("who", "By pigeon", "By pigeon"),
        ("who", "Otherwise", "By letter"),
        ("all", ["By telephone", "l", "t"], ("t", "l")),
        ("all", "t", ("t",)),
        ("all", None, ()),
    ],
)
def test_a_choice_goes_by_its_label_else_by_what_the_form_keeps(
    name: str, value: object, held: Filled
) -> None:
    assert kept({name: value}) == {name: held}


def test_what_may_not_be_changed_may_be_given_as_it_stands() -> None:
    values = {"number": 7, "agreed": False, "print": None, "signed": ""}
    assert kept(values) == {}


def test_an_unknown_field_is_told_with_names_like_it() -> None:
    rule, message = wrong("pupil.nmae", "Ann")
    assert rule == "form-unknown"
    assert (
        message == "The form has no field called pupil.nmae. Did you mean pupil.name or pupil.code?"
    )


@pytest.mark.parametrize(
    ("name", "value", "rule", "says"),
    [
        ("number", "8", "form-read-only", "may not be filled in"),
        ("print", "x", "form-not-fillable", "print is a button"),
        ("signed", "Ann", "form-not-fillable", "signed is a signature"),
        ("notes", True, "form-wrong-type", "a text field and takes text, not yes or no"),
        ("notes", ["a"], "form-wrong-type", "takes text, not a list"),
        ("came", ["a"], "form-wrong-type", "takes true, false or the name of a state, not a list"),
        ("sent", True, "form-wrong-type", "a radio field and takes the name of a state"),
        ("how", ["t"], "form-wrong-type", "takes one of its choices, not a list"),
        ("all", True, "form-wrong-type", "takes a list of its choices, not yes or no"),
        ("came", "yes", "form-wrong-state", "It has: “Yes”."),
        ("side", True, "form-wrong-state", "It has: “L”, “R”."),
        ("sent", "By fax", "form-wrong-state", "It has: “By hand”, “By post”."),
        ("how", "By fax", "form-no-choice", "“By telephone”, “By letter”, “Otherwise”."),
        ("all", ["t", "By fax"], "form-no-choice", "It offers: “By telephone”"),
        ("who", "a\nb", "form-line-break", "has one line"),
        ("pupil.name", "a\nb", "form-line-break", "has one line"),
        ("pupil.name", "A" * 21, "form-too-long", "takes 20 characters, and the value has 21"),
        ("pupil.code", "12345", "form-too-long", "takes 4 characters, and the value has 5"),
        ("notes", "a\ab", "form-control", "(U+0007)"),
        ("notes", "\ud800", "form-control", "(U+D800)"),
    ],
)
def test_what_a_field_can_not_hold_is_told(name: str, value: object, rule: str, says: str) -> None:
    told, message = wrong(name, value)
    assert told == rule
    assert says in message
    assert name in message


def test_long_lists_of_choices_are_told_in_part() -> None:
    options = tuple(Option(str(n), f"Choice {n}") for n in range(25))
    form = Form((Field("how", FieldKind.CHOICE, (), options=options),), 1)
    _, (finding,) = judged(form, {"how": "None of them"})
    assert finding.message.endswith("“Choice 19” and 5 more.")


def test_all_is_told_at_once_and_nobodys_values_are_in_it() -> None:
    private = "Zacharias 0151 496 0999"
    values = {
        "notes": [private],
        "came": private,
        "how": private,
        "pupil": {"name": private * 2, "code": private, "nickname": private},
        "number": private,
        "print": private,
    }
    found, findings = judged(FORM, values)
    assert found == {}
    assert len(findings) == 8
    assert not any("Zacharias" in each.message + each.remedy for each in findings)
