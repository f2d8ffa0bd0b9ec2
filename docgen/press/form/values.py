"""Values somebody gave → what each field of a form is to hold, or all that is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from docgen.model.finding import Finding, fault
from docgen.model.form import Field, FieldKind, Filled, Form, Values
from docgen.press.form.given import Given, given_in
from docgen.press.form.lines import control_in, with_breaks
from docgen.press.form.value_faults import FAULTS

Names = Mapping[str, object]
"""What a message is filled in with."""
Judged = tuple[Filled, None] | tuple[None, tuple[str, Names]]
"""What a field is to hold, or the message about it."""

GUESSES = 20
"""Names that look alike are sought for so many unknown ones; it takes long in large forms."""
SHOWN = 20
"""So many states or choices are told."""
NOTHING: Mapping[FieldKind, Filled] = {FieldKind.TICK: False}
TAKES = {
    FieldKind.TICK: "true, false or the name of a state",
    FieldKind.RADIO: "the name of a state",
    FieldKind.CHOICE: "one of its choices",
}
EMPTY = (None, "", False, ())


def judged(form: Form, values: Mapping[str, object]) -> tuple[Values, tuple[Finding, ...]]:
    """Give what fields are to hold, by full name, and all findings.

    A choice is given as the form keeps it (its export), a box with one state as on or off. What
    a field that may not be changed holds already is passed over.
    """
    fields = {field.name: field for field in form.fields}
    found: dict[str, Filled] = {}
    findings: list[Finding] = []
    seen: set[str] = set()
    unknown: list[Given] = []
    for given in given_in(values):
        field = fields.get(given.name)
        if field is None:
            unknown.append(given)
        elif given.name in seen:
            findings.append(_told(given, "form-value-twice"))
        elif not _stands(field, given.value):
            value, wrong = _judged(field, given.value)
            if wrong is not None:
                findings.append(_told(given, wrong[0], **wrong[1]))
            elif value is not None:
                found[given.name] = value
        seen.add(given.name)
    return found, (*findings, *_unknown(unknown, fields))


def export_of(field: Field, value: str) -> str | None:
    """Give what the form keeps for a choice by its label, else by what it keeps."""
    for each in field.options:
        if each.label == value:
            return each.export
    return value if any(each.export == value for each in field.options) else None


def _unknown(unknown: Iterable[Given], fields: Iterable[str]) -> list[Finding]:
    known = sorted(fields)
    return [
        _told(given, "form-unknown", nearest=_nearest(given.name, known) if n < GUESSES else "")
        for n, given in enumerate(unknown)
    ]


def _nearest(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=3)
    return f" Did you mean {' or '.join(close)}?" if close else ""


def _told(given: Given, rule: str, **names: object) -> Finding:
    return replace(fault(FAULTS, rule, None, name=given.name, **names), path=given.path)


def _stands(field: Field, value: Filled | None) -> bool:
    """Tell whether a field that may not be changed is given what it holds, or nothing."""
    if field.kind in {FieldKind.BUTTON, FieldKind.SIGNATURE}:
        return value in EMPTY
    return field.read_only and (value or NOTHING.get(field.kind, "")) == field.value


def _judged(field: Field, value: Filled | None) -> Judged:
    judge = JUDGES.get(field.kind)
    if judge is None:
        return None, ("form-not-fillable", {"kind": field.kind})
    if field.read_only:
        return None, ("form-read-only", {})
    return judge(field, value)


def _text(field: Field, value: Filled | None) -> Judged:
    if value is None:
        return "", None
    if not isinstance(value, str):
        return _wrong_type(field, value)
    text = with_breaks(value)
    control = control_in(text)
    if control:
        return None, ("form-control", {"code": ord(control)})
    if "\n" in text and field.kind is not FieldKind.LINES:
        return None, ("form-line-break", {})
    if field.max_length is not None and len(text) > field.max_length:
        return None, ("form-too-long", {"limit": field.max_length, "length": len(text)})
    return text, None


def _tick(field: Field, value: Filled | None) -> Judged:
    if value in EMPTY or (value == "Off" and "Off" not in field.states):
        return False, None
    if value is True:
        return (True, None) if len(field.states) == 1 else _wrong_state(field)
    if not isinstance(value, str):
        return _wrong_type(field, value)
    state = _state(field, value)
    if state is None:
        return _wrong_state(field)
    return (True if len(field.states) == 1 else state), None


def _radio(field: Field, value: Filled | None) -> Judged:
    if value is None or value == "" or (value == "Off" and "Off" not in field.states):
        return "", None
    if not isinstance(value, str):
        return _wrong_type(field, value)
    state = _state(field, value)
    return _wrong_state(field) if state is None else (state, None)


def _state(field: Field, value: str) -> str | None:
    """Give the state of this name, else the one with this label."""
    if value in field.states:
        return value
    return next((each.export for each in field.options if each.label == value), None)


def _choice(field: Field, value: Filled | None) -> Judged:
    if value is None or value in {"", ()}:
        return (() if field.several else ""), None
    if isinstance(value, bool) or (isinstance(value, tuple) and not field.several):
        return _wrong_type(field, value)
    chosen = [export_of(field, each) for each in ((value,) if isinstance(value, str) else value)]
    if field.several:
        exports = tuple(dict.fromkeys(each for each in chosen if each is not None))
        return (exports, None) if None not in chosen else _no_choice(field)
    if chosen[0] is None and field.editable:
        return _text(field, value)
    return (chosen[0], None) if chosen[0] is not None else _no_choice(field)


def _wrong_type(field: Field, value: Filled) -> Judged:
    was = "a list" if isinstance(value, tuple) else "yes or no"
    takes = "a list of its choices" if field.several else TAKES.get(field.kind, "text")
    return None, ("form-wrong-type", {"kind": _kind(field), "takes": takes, "was": was})


def _wrong_state(field: Field) -> Judged:
    labels = {each.export: each.label for each in field.options}
    states = [labels.get(state, state) for state in field.states]
    return None, ("form-wrong-state", {"states": _listed(states)})


def _no_choice(field: Field) -> Judged:
    return None, ("form-no-choice", {"choices": _listed([each.label for each in field.options])})


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return (", ".join(f"“{name}”" for name in names[:SHOWN]) or "none") + more


def _kind(field: Field) -> str:
    return "text field" if field.kind in TEXTS else f"{field.kind} field"


TEXTS = frozenset({FieldKind.TEXT, FieldKind.LINES, FieldKind.COMB})
JUDGES: Mapping[FieldKind, Callable[[Field, Filled | None], Judged]] = {
    **dict.fromkeys(TEXTS, _text),
    FieldKind.TICK: _tick,
    FieldKind.RADIO: _radio,
    FieldKind.CHOICE: _choice,
}
