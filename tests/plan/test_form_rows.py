"""Values go into fields of a form, lists into rows, what is too long onto the next form."""

from collections.abc import Mapping

import pytest

from docgen.model.form import Field, FieldKind, Filled, Form, Widget
from docgen.model.pack import FieldMap, FormMap, RowMap
from docgen.model.values import Plain, Values
from docgen.plan.form_rows import TooMany, at, form_values

HERE = (Widget(1, (0, 0, 100, 20)),)


def text(name: str) -> Field:
    return Field(name, FieldKind.TEXT, HERE)


FORM = Form(
    (
        text("pupil"),
        Field("rows.P1.done", FieldKind.RADIO, HERE, states=("Ja", "Nein")),
        Field("rows.P2.done", FieldKind.RADIO, HERE, states=("Ja", "Nein")),
        text("papers.1.item"),
        text("papers.2.item"),
    ),
    pages=1,
)
DONE = FieldMap("row.done", states={"yes": "Ja"})


def say(line: str, values: Values) -> str:
    """Say what stands under a dotted name."""
    return str(at(values, line) or "")


def filled(map_: FormMap, **values: Plain) -> tuple[list[dict[str, Filled]], tuple[TooMany, ...]]:
    return form_values(map_, values, FORM, say)


def papers(*items: str) -> list[Mapping[str, str]]:
    return [{"item": item} for item in items]


def listed(overflow: str) -> FormMap:
    rows = RowMap("papers", {"papers.{row}.item": FieldMap("row.item")}, overflow=overflow)  # type: ignore[arg-type]
    return FormMap({"pupil": FieldMap("pupil")}, (rows,))


def test_a_field_says_what_stands_under_its_name() -> None:
    assert filled(FormMap({"pupil": FieldMap("pupil")}), pupil="Tobi") == ([{"pupil": "Tobi"}], ())


def test_a_field_with_nothing_to_say_stays_as_it_is() -> None:
    assert filled(FormMap({"pupil": FieldMap("pupil")}), pupil="") == ([{}], ())


def test_rows_of_a_table_go_by_their_keys_and_tick_by_value() -> None:
    map_ = FormMap(rows=(RowMap("rows", {"rows.{row}.done": DONE}),))
    made, _ = filled(map_, rows={"P2": {"done": "yes"}, "P9": {"done": "yes"}})
    assert made == [{"rows.P2.done": "Ja"}]


def test_rows_of_a_list_are_counted() -> None:
    made, _ = filled(listed("refuse"), pupil="Tobi", papers=papers("Policy", "Guide"))
    assert made == [{"pupil": "Tobi", "papers.1.item": "Policy", "papers.2.item": "Guide"}]


def test_what_is_too_long_goes_on_the_next_form_with_the_name_on_it() -> None:
    made, many = filled(listed("next-form"), pupil="Tobi", papers=papers("A", "B", "C"))
    assert made == [
        {"pupil": "Tobi", "papers.1.item": "A", "papers.2.item": "B"},
        {"pupil": "Tobi", "papers.1.item": "C"},
    ]
    assert many == ()


def test_what_is_too_long_is_told_where_there_is_no_next_form() -> None:
    _, many = filled(listed("refuse"), papers=papers("A", "B", "C"))
    assert many == (TooMany("papers", 3, 2),)


@pytest.mark.parametrize("nothing", [None, "", "words", 7, []])
def test_no_rows_leave_the_form_as_it_is(nothing: Plain) -> None:
    assert filled(listed("refuse"), papers=nothing) == ([{}], ())


def test_rows_that_the_form_does_not_have_take_a_form_each() -> None:
    rows = RowMap("papers", {"sheets.{row}.item": FieldMap("row.item")})
    assert filled(FormMap(rows=(rows,)), papers=papers("A", "B"))[1] == (TooMany("papers", 2, 0),)


def test_what_is_no_group_leads_nowhere() -> None:
    assert at({"pupil": "Tobi"}, "pupil.name") is None
