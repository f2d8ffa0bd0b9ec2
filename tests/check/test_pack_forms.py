"""What a pack says of its forms is held against the forms before any case is seen."""

from collections.abc import Mapping

import pytest
from casework import sheet_from
from packwork import judged

from docgen.check.pack_forms import Reading, judge_forms, prove_form
from docgen.model.finding import Finding
from docgen.model.form import Field, FieldKind, Form, Widget
from docgen.model.pack import FormMap, Pack

AT = "templates/wessex-vale/fields.yaml"
FILES = ("invite.docx", "checklist.pdf")
HERE = (Widget(1, (0, 0, 100, 20)),)
FORM = Form(
    (
        Field("pupil.legal_name", FieldKind.TEXT, HERE),
        Field("rows.P1.done", FieldKind.RADIO, HERE, states=("Yes", "No")),
        Field("rows.P2.done", FieldKind.RADIO, HERE, states=("Yes", "No")),
        Field("signed", FieldKind.SIGNATURE, HERE),
        Field("stamp", FieldKind.TEXT, HERE, read_only=True),
    ),
    pages=1,
)
PROMISED = frozenset({"pupil.legal_name", "rows[].done"})


STATED = (
    'rows: [{each: rows, fields: {"rows.{row}.done": {value: "{{ row.done }}", '
    "states: {ja: Yes, nein: Nein}, writes: {NA: none}}}}]"
)


def pack() -> Pack:
    found, findings = judged({}, FILES)
    assert found is not None, findings
    return found


def names(text: str, row: str) -> tuple[str, ...] | None:
    """Read `{{ name }}` alone, as if that were all of Jinja."""
    inner = text.removeprefix("{{ ").removesuffix(" }}")
    if inner == text:
        return None
    return (inner.replace("row.", f"{row}[].") if row else inner,)


def said(kind: str) -> tuple[Mapping[str, FormMap] | None, tuple[Finding, ...]]:
    return judge_forms(sheet_from(f"schema: 1\nforms: {{{kind}: {{}}}}\n", AT), pack())


def proved(fields: str) -> list[str]:
    """Prove what is said of the checklist; gives the rules, and the fields they name."""
    sheet = sheet_from(f"schema: 1\nforms:\n  checklist:\n    {fields}\n", AT)
    forms, findings = judge_forms(sheet, pack())
    assert forms is not None, findings
    found = prove_form(sheet, "checklist", FORM, forms["checklist"], Reading(names, PROMISED))
    assert all(each.place and each.place.file == AT for each in found)
    return [each.rule for each in found]


def test_a_form_of_the_pack_is_known() -> None:
    forms, findings = said("checklist")
    assert (forms, findings) == ({"checklist": FormMap()}, ())


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        ("warning", ["forms-kind-unknown", "forms-lacking"]),
        ("invite", ["forms-no-pdf", "forms-lacking"]),
    ],
)
def test_what_is_no_form_of_the_pack_is_told(kind: str, rules: list[str]) -> None:
    forms, findings = said(kind)
    assert forms is None
    assert [each.rule for each in findings] == rules


def test_a_form_without_a_word_on_its_fields_is_told() -> None:
    forms, findings = judge_forms(None, pack())
    assert (forms, [each.rule for each in findings]) == (None, ["forms-lacking"])


def test_a_pack_without_forms_needs_no_fields() -> None:
    found, _ = judged({})
    assert found is not None
    assert judge_forms(None, found) == ({}, ())


def test_a_sheet_of_another_shape_is_told() -> None:
    forms, findings = judge_forms(sheet_from("schema: 2\n", AT), pack())
    assert (forms, len(findings)) == (None, 1)


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ('fields: {pupil.legal_name: {value: "{{ pupil.legal_name }}"}}', []),
        (
            'fields: {pupil.legal_nam: {value: "{{ pupil.legal_name }}"}}',
            ["forms-field-unknown"],
        ),
        ('fields: {nothing_alike: {value: "{{ pupil.legal_name }}"}}', ["forms-field-unknown"]),
        ("fields: {pupil.legal_name: {value: plain}}", ["forms-line"]),
        ('fields: {pupil.legal_name: {value: "{{ pupil.age }}"}}', ["forms-name-unknown"]),
        ('fields: {signed: {value: "{{ pupil.legal_name }}"}}', ["forms-field-closed"]),
        ('fields: {stamp: {value: "{{ pupil.legal_name }}"}}', ["forms-field-closed"]),
        (
            'rows: [{each: rows, fields: {"rows.{row}.done": {value: "{{ row.done }}"}}}]',
            [],
        ),
        (
            STATED,
            ["forms-state-unknown"] * 4,
        ),
        (
            'rows: [{each: rows, fields: {"rows.{row}.date": {value: "{{ row.done }}"}}}]',
            ["forms-rows-none"],
        ),
        (
            'rows: [{each: rows, fields: {pupil.legal_name: {value: "{{ row.done }}"}}}]',
            ["forms-row-name"],
        ),
    ],
)
def test_each_field_is_held_against_the_form(fields: str, rules: list[str]) -> None:
    assert proved(fields) == rules
