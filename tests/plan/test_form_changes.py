"""A form that came back: what people changed in it, and nothing else."""

import datetime as dt

import pytest

from docgen.model.form import Field, FieldKind, Filled, Form, Widget
from docgen.model.pack import FieldMap, FormMap, RowMap
from docgen.plan.form_changes import (
    BEYOND,
    Change,
    Read,
    Returned,
    as_of_now,
    changes,
    day_in,
    is_same,
)

HERE = (Widget(1, (0, 0, 100, 20)),)
NAMES = (
    "pupil",
    *(f"rows.{key}.{name}" for key in ("P1", "P2") for name in ("done", "said", "by", "date")),
    *(f"own.{row}.{name}" for row in (1, 2) for name in ("what", "said")),
)
FORM = Form(tuple(Field(name, FieldKind.TEXT, HERE) for name in NAMES), pages=1)
TABLE = RowMap(
    "rows",
    {
        "rows.{row}.done": FieldMap("", reads="complete", writes={"Yes": "done", "No": "not_done"}),
        "rows.{row}.said": FieldMap("", reads="comments"),
        "rows.{row}.by": FieldMap("", reads="by", sort="person"),
        "rows.{row}.date": FieldMap("", reads="date", sort="date"),
    },
    reads="checklists.{about}.answers.{row}",
)
OWN = RowMap(
    "own",
    {"own.{row}.what": FieldMap("", reads="checkpoint"), "own.{row}.said": FieldMap("")},
    overflow="next-form",
    reads="checklists.{about}.rows",
    marks={"stage": "planning"},
)
MAP = FormMap({"pupil": FieldMap("", same=True)}, (TABLE, OWN, RowMap("papers", {})))
P1, ROWS = ("checklists", "{about}", "answers", "P1"), ("checklists", "{about}", "rows")
STAGE = (("stage", "planning"),)


def person(name: str) -> str:
    return {"ms crowe": "st-3"}.get(name.lower(), name)


def changed(old: dict[str, Filled], new: dict[str, Filled]) -> list[Change]:
    return list(changes(MAP, FORM, Returned([old], Read.of(new, FORM)), person))


def test_a_form_left_as_it_was_changes_nothing() -> None:
    left: dict[str, Filled] = {
        "pupil": "Tobi",
        "rows.P1.said": "Told on Monday",
        "own.1.what": "Bus",
    }
    assert changed(left, left) == []


def test_what_a_viewer_does_to_blanks_and_lines_is_no_change() -> None:
    assert (
        changed({"rows.P1.said": "Told\non Monday"}, {"rows.P1.said": "Told\r\non  Monday "}) == []
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "change"),
    [
        ("said", "", "Told", Change(P1, "comments", "", "Told", "Told")),
        ("said", "Told", "", Change(P1, "comments", "Told", "", None)),
        ("done", "No", "Yes", Change(P1, "complete", "not_done", "done", "done")),
        ("done", "Yes", "", Change(P1, "complete", "done", "", None)),
        ("by", "", "Ms Crowe", Change(P1, "by", "", "Ms Crowe", "st-3")),
        ("by", "", "A. Nother", Change(P1, "by", "", "A. Nother", "A. Nother")),
        ("by", "Ms Crowe", "", Change(P1, "by", "Ms Crowe", "", None)),
        (
            "date",
            "",
            "3/11/2025",
            Change(P1, "date", "", "3/11/2025", dt.date(2025, 11, 3), is_day=True),
        ),
        ("date", "", "soon", Change(P1, "date", "", "soon", None, is_day=True)),
    ],
)
def test_what_was_changed_is_told_as_the_casefile_has_it(
    name: str, old: str, new: str, change: Change
) -> None:
    found = changed({f"rows.P1.{name}": old}, {f"rows.P1.{name}": new})
    assert found == [change]
    assert found[0].is_understood is (new != "soon")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("by", "Ms Crowe", "ms crowe"), ("date", "3 November 2025", "03/11/2025")],
)
def test_the_same_in_other_words_is_no_change(name: str, old: str, new: str) -> None:
    assert changed({f"rows.P1.{name}": old}, {f"rows.P1.{name}": new}) == []


def test_a_row_of_a_list_is_told_by_its_place() -> None:
    assert changed({"own.1.what": "Bus"}, {"own.1.what": "Bus", "own.2.what": "Tea"}) == [
        Change(ROWS, "checkpoint", "", "Tea", "Tea", 1, STAGE)
    ]


def test_an_emptied_row_of_a_list_is_told_as_a_whole() -> None:
    found = changed({"own.1.what": "Bus", "own.1.said": "Paid"}, {})
    assert found == [Change(ROWS, "", "Bus Paid", "", None, 0, STAGE)]
    assert found[0].is_emptied


def since(made: dict[str, Filled], now: dict[str, Filled], new: dict[str, Filled]) -> list[Change]:
    """Give what changed in a form that was made before the case was changed."""
    made_with = Read.of(made, FORM)
    read = as_of_now(Read.of(new, FORM), made_with, [now])
    return list(changes(MAP, FORM, Returned([now], read, made_with), person))


def test_a_changed_row_that_is_elsewhere_now_is_told_and_never_written_over_another() -> None:
    made: dict[str, Filled] = {"own.1.what": "Bus", "own.1.said": "Soon"}
    now: dict[str, Filled] = {"own.1.what": "Tea", "own.2.what": "Bus"}
    (found,) = since(made, now, {**made, "own.1.what": "Bus pass"})
    assert (found.old, found.new, found.is_moved) == ("Tea", "Bus pass", True)


def test_a_row_of_which_the_case_changed_something_else_is_still_that_row() -> None:
    made: dict[str, Filled] = {"own.1.what": "Bus", "rows.P1.said": "A"}
    (found,) = since(made, {**made, "rows.P1.said": "B"}, {**made, "rows.P1.by": "Ms Crowe"})
    assert (found.path, found.value, found.is_moved) == (P1, "st-3", False)


def test_a_row_written_where_the_case_has_one_by_now_is_one_more() -> None:
    (found,) = since({}, {"own.1.what": "Tea"}, {"own.1.what": "Bus"})
    assert (found.is_new, found.is_moved) == (False, False)  # it doesn't say what it was made with
    made: dict[str, Filled] = {"pupil": "Tobi"}
    (found,) = since(made, {**made, "own.1.what": "Tea"}, {**made, "own.1.what": "Bus"})
    assert (found.row, found.is_new, found.value) == (BEYOND, True, "Bus")


def test_rows_of_the_next_form_count_on() -> None:
    new: dict[str, Filled] = {"own.1.what": "A", "own-2.1.what": "C", "pupil-2": "Tobi"}
    read = Read.of(new, FORM)
    assert read.forms[1] == {"own.1.what": "C", "pupil": "Tobi"}
    found = list(changes(MAP, FORM, Returned([{"own.1.what": "A"}], read), person))
    assert found == [Change(ROWS, "checkpoint", "", "C", "C", 2, STAGE)]


@pytest.mark.parametrize(
    ("pupil", "same"), [("Tobi", True), ("Tobi ", True), ("Ife", False), ("", False)]
)
def test_a_form_about_another_is_known(pupil: str, same: bool) -> None:
    assert is_same(MAP, [{"pupil": "Tobi"}], Read.of({"pupil": pupil}, FORM)) is same


def test_a_name_that_only_looks_like_the_next_form_s_is_the_form_s_own() -> None:
    form = Form((Field("own-2", FieldKind.TEXT, HERE),), pages=1)
    assert Read.of({"own-2": "A", "other": "B"}, form).forms == ({"own-2": "A", "other": "B"},)


def test_a_tick_is_read_as_what_it_is() -> None:
    assert is_same(
        FormMap({"pupil": FieldMap("", same=True)}), [{"pupil": True}], Read(({"pupil": True},))
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-11-03", dt.date(2025, 11, 3)),
        ("3/11/2025", dt.date(2025, 11, 3)),
        ("03.11.2025", dt.date(2025, 11, 3)),
        ("3 November 2025", dt.date(2025, 11, 3)),
        ("Monday 3rd  Nov. 2025", dt.date(2025, 11, 3)),
        ("Monday, 3 november, 2025", dt.date(2025, 11, 3)),
        ("31/02/2025", None),
        ("3 Ju 2025", None),
        ("3 jun 2025", dt.date(2025, 6, 3)),
        ("3 Brumaire 2025", None),
        ("next week", None),
    ],
)
def test_days_are_read_as_people_write_them(written: str, day: dt.date | None) -> None:
    assert day_in(written) == day


def test_what_is_written_into_the_table_of_a_further_form_is_not_lost() -> None:
    new: dict[str, Filled] = {"rows.P1.said": "Told", "rows-2.P1.said": "Rang", "pupil-2": "Tobi"}
    found = changed(
        {"rows.P1.said": "Told", "rows.P1.by": "Ms Crowe"}, {**new, "rows.P1.by": "Ms Crowe"}
    )
    assert [(each.path, each.name, each.old, each.new) for each in found] == [
        (P1, "comments", "Told", "Rang")
    ]


def test_names_that_only_look_like_those_of_a_further_form_are_names() -> None:
    names: dict[str, Filled] = dict.fromkeys(("rows-0.a", "rows-1.a", f"rows-{'9' * 5000}.a"), "x")
    assert Read.of(names, FORM).forms == (names,)


def test_what_was_left_as_it_was_made_says_what_the_case_says_now() -> None:
    made_with, read, now = (
        Read(({"rows.P1.said": said, "rows.P2.said": "Same", **more},))
        for said, more in (
            ("Told", {}),
            ("Told ", {"rows.P1.by": "Ms Crowe"}),
            ("Corrected", {"rows.P2.by": "Mr Ash"}),
        )
    )
    assert as_of_now(read, made_with, now.forms).forms == (
        {
            "rows.P1.said": "Corrected",
            "rows.P1.by": "Ms Crowe",
            "rows.P2.said": "Same",
            "rows.P2.by": "Mr Ash",
        },
    )
    assert as_of_now(read, Read(({},)), now.forms) is read
