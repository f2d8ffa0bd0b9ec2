"""Each form of the corpus filled in: read back by two other libraries, made final, read again."""

import pytest
from fillwork import by_pdfium, by_pypdf, differing, picture
from formwork import FORMS

from docgen.model.form import Field, FieldKind
from docgen.press.form.blank import blank_of
from docgen.press.form.filling import fill
from docgen.press.form.reading import form_of, read_values

TEXTS = frozenset({FieldKind.TEXT, FieldKind.LINES, FieldKind.COMB})
BUTTONS = frozenset({FieldKind.TICK, FieldKind.RADIO})
ASTRAY = frozenset({"twice", "twice#2", "unnamed", "nowhere"})
"""Fields of one name, of none and on no page: other programs don't tell them apart."""
DRAWN_BY_VIEWERS = {"buttons": 0.0005, "astray": 0.0005}
"""A button to press has no picture here: pdfium writes its name; it leaves out an unnamed field."""


def value_for(field: Field) -> object:
    """Give a value that fits a field, None for none."""
    if field.read_only or field.name in ASTRAY:
        return None
    if field.kind in TEXTS:
        return "Ż4"
    if field.kind in BUTTONS:
        return field.states[-1]
    if field.kind is FieldKind.CHOICE:
        return field.options[-1].label
    return None


def held(field: Field) -> set[str]:
    """Give what other libraries may call the value: by its state, label or export."""
    if field.kind in TEXTS:
        return {"Ż4"}
    if field.kind is FieldKind.CHOICE:
        return {field.options[-1].export}
    state = field.states[-1]
    labels = {each.label for each in field.options if each.export == state}
    return {state, f"/{state}", *labels, state.encode().decode("latin-1")}


@pytest.mark.parametrize("name", sorted(set(FORMS) - {"hundreds"}))
def test_values_ticks_and_choices_are_read_back_equal(name: str) -> None:
    blank = blank_of(FORMS[name](), name)
    fields = {field.name: field for field in blank.form.fields}
    given = {name: value_for(field) for name, field in fields.items()}
    values = {name: value for name, value in given.items() if value is not None}
    form, findings = fill(blank, values)
    assert findings == ()
    for found in (by_pypdf(form), by_pdfium(form)):
        assert [each for each in values if found[each] not in held(fields[each])] == []
    final, _ = fill(blank, values, flatten=True)
    assert differing(picture(form), picture(final)) <= DRAWN_BY_VIEWERS.get(name, 0)
    held_now = read_values(form_of(form, name))
    assert read_values(form_of(fill(blank, held_now)[0], name)) == held_now
