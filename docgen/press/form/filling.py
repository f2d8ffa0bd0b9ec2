"""A blank form and values → the form filled in, or made final, and what is to be told about it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from docgen.errors import CasefileRejected, stop
from docgen.model.finding import Finding, Severity, fault
from docgen.model.form import Field, FieldKind, Filled
from docgen.press.form.blank import blank_of
from docgen.press.form.buttons import pressed
from docgen.press.form.flattening import flattened
from docgen.press.form.given import given_in
from docgen.press.form.inking import inked
from docgen.press.form.opening import within_bounds
from docgen.press.form.shapes import Blank, Entry
from docgen.press.form.texts import texts_for
from docgen.press.form.tokens import text_token
from docgen.press.form.updating import Additions, updated
from docgen.press.form.value_faults import FAULTS, REASONS
from docgen.press.form.values import export_of, judged
from docgen.press.form.writing import name

PLACE = "the form"
KEPT = 4
BUTTONS = frozenset({FieldKind.TICK, FieldKind.RADIO})
UNTOUCHED = frozenset({FieldKind.BUTTON, FieldKind.SIGNATURE})
Findings = tuple[Finding, ...]


def fill(
    blank: Blank,
    values: Mapping[str, object],
    *,
    flatten: bool = False,
    place: str = PLACE,
    noted: bool = False,
) -> tuple[bytes, Findings]:
    """Fill in a form; `flatten` makes it final: its fields become part of its pages.

    Where `noted`, the form says what it was made with (/DV), whatever is filled in later.

    What a field holds that no value is given for stays; where the form brought no picture of it,
    it gets one, unless it doesn't fit: a remark then says so. The same form and values give the
    same bytes. Raises `CasefileRejected` with all that is wrong with the values.
    """
    found, wrong = judged(blank.form, values)
    if not flatten:
        blank = _without_old(blank, found)
    additions = Additions(blank.next_number)
    brought = _undrawn(blank)
    remarks = _filled(blank, {**brought, **found}, additions)
    unfit = [name for name in _names(remarks) if name not in found]
    if unfit and not flatten:
        fit = {name: value for name, value in brought.items() if name not in unfit}
        remarks = (*_filled(blank, {**fit, **found}, additions), *map(_left, unfit))
    findings = (*wrong, *remarks)
    if any(each.severity is Severity.ERROR for each in findings):
        error = stop(CasefileRejected, REASONS, "form-values", place=place)
        error.findings = _located(findings, values)
        raise error
    if noted:
        _note(blank, found, additions)
    content = updated(blank, additions)
    if flatten:
        with within_bounds(place):
            content = flattened(content)
    return content, findings


def _located(findings: Findings, values: Mapping[str, object]) -> Findings:
    """Say for what is told by a field's name where its value was given."""
    ways = {given.name: given.path for given in given_in(values)}
    return tuple(
        replace(each, path=ways.get(".".join(map(str, each.path)), each.path)) for each in findings
    )


def _names(findings: Findings) -> list[str]:
    """Give the fields that have a text which can't be drawn."""
    errors = (each for each in findings if each.severity is Severity.ERROR)
    return list(dict.fromkeys(".".join(map(str, each.path)) for each in errors))


def _left(name: str) -> Finding:
    """Say that what a form brought along is left as it is."""
    return replace(fault(FAULTS, "form-not-drawn", None, name=name), severity=Severity.WARNING)


def _filled(blank: Blank, values: Mapping[str, Filled], additions: Additions) -> Findings:
    """Write all fields that have values into the additions."""
    entries = [(entry, values[name]) for name, entry in blank.entries.items() if name in values]
    texts = [texts_for(entry, value) for entry, value in entries if entry.field.kind not in BUTTONS]
    inks, findings = inked([each for one in texts for each in one.writings], blank, additions)
    if any(each.severity is Severity.ERROR for each in findings):
        return findings
    ready = iter(inks)
    for one in texts:
        _put(one.entry, one.value, one.ends(ready, additions), additions)
    for entry, value in entries:
        if entry.field.kind in BUTTONS:
            state, ends = pressed(entry, value, additions)
            _put(entry, b"/V" + state, ends, additions)
    return (*findings, *(each for one in texts if one.listings for each in one.findings))


def _put(entry: Entry, value: bytes, ends: Iterable[bytes], additions: Additions) -> None:
    for spot, end in zip(entry.spots, ends, strict=True):
        held = value if spot.holds else b""
        additions.put(spot.number, b"%b%b%b>>" % (spot.before, held, end))
    for holder in entry.holders:
        additions.put(holder.number, b"%b%b>>" % (holder.before, value))


def _note(blank: Blank, values: Mapping[str, Filled], additions: Additions) -> None:
    """Say in each field what it is made with; a list of several is not noted."""
    for each, value in values.items():
        if value and isinstance(value, str):
            entry = blank.entries[each]
            said = name(value) if entry.field.kind in BUTTONS else text_token(value)
            spots = (spot.number for spot in entry.spots if spot.holds)
            for number in (*spots, *(holder.number for holder in entry.holders)):
                body = additions.bodies[number].removeprefix(b"<<")
                additions.put(number, b"<</DV%b%b" % (said, body))


def _without_old(blank: Blank, found: Mapping[str, Filled]) -> Blank:
    """Take out what was filled in before and is filled in anew: it would lie on in the file."""
    old = frozenset(name for name in found if _holds(blank.entries[name]))
    return _emptied(blank, old) if old else blank


def _holds(entry: Entry) -> bool:
    """Tell whether a field holds something; a box without pictures is known by what it holds."""
    is_known = entry.field.kind not in BUTTONS or not any(spot.bare for spot in entry.spots)
    return bool(entry.field.value) and is_known


@lru_cache(maxsize=KEPT)
def _emptied(blank: Blank, names: frozenset[str]) -> Blank:
    return blank_of(blank.content, PLACE, names)


@lru_cache(maxsize=KEPT)
def _undrawn(blank: Blank) -> Mapping[str, Filled]:
    """Give what stands in fields without being drawn, choices as the form keeps them."""
    return {
        name: _kept(entry.field)
        for name, entry in blank.entries.items()
        if entry.field.kind not in UNTOUCHED and any(spot.bare for spot in entry.spots)
    }


def _kept(field: Field) -> Filled:
    if field.kind is not FieldKind.CHOICE or isinstance(field.value, bool):
        return field.value
    if isinstance(field.value, str):
        return export_of(field, field.value) or field.value
    return tuple(export_of(field, each) or each for each in field.value)
