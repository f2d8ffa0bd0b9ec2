"""A pack's `fields.yaml` → what stands in each field of its forms, or all that is wrong with it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.check.faults import near
from docgen.check.promises import is_promised
from docgen.check.shape import typed
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.form import ROW, Field, FieldKind, Form, rows_in
from docgen.model.pack import FieldMap, FormMap, Pack, RowMap
from docgen.model.sheet import Path, Sheet, node_at

STATED = frozenset({FieldKind.TICK, FieldKind.RADIO})
CLOSED = frozenset({FieldKind.BUTTON, FieldKind.SIGNATURE})
FAULTS: Faults = {
    "forms-kind-unknown": Wording(
        "There is no kind “{kind}” in this pack.",
        "Write the name of a kind whose template is a PDF, or take it out.",
    ),
    "forms-no-pdf": Wording(
        "The kind “{kind}” is made from a Word template, so it has no fields to fill in.",
        "Take it out of fields.yaml, or put {kind}.pdf in place of {kind}.docx.",
    ),
    "forms-lacking": Wording(
        "Nothing says what stands in the fields of {kind}.pdf.",
        "Add “{kind}” to fields.yaml; docgen form inspect {kind}.pdf --map writes a beginning.",
    ),
    "forms-field-unknown": Wording(
        "{kind}.pdf has no field “{name}”.",
        "{advice} All fields: docgen form inspect {kind}.pdf",
    ),
    "forms-field-closed": Wording(
        "The field “{name}” of {kind}.pdf is not to be filled in: it is a {sort}.",
        "Take it out of fields.yaml.",
    ),
    "forms-state-unknown": Wording(
        "The field “{name}” has no state “{state}”.",
        "Its states are: {states}.",
    ),
    "forms-line": Wording(
        "What is to stand in “{name}” can't be read.",
        "Write it as in a Word template, such as {{{{ pupil.legal_name }}}}.",
    ),
    "forms-name-unknown": Wording(
        "“{name}” asks for “{asked}”, which a document of this kind doesn't have.",
        "All names: docgen pack placeholders {kind}",
    ),
    "forms-row-name": Wording(
        "“{name}” stands among rows, but doesn't say where the row's own name goes.",
        "Write {{row}} in it, as in: items.{{row}}.date",
    ),
    "forms-rows-none": Wording(
        "{kind}.pdf has no row for “{name}”.",
        "Correct the name. All fields: docgen form inspect {kind}.pdf",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsSheet:
    """A `fields.yaml` as it is written, with the edition of its shape."""

    schema: Literal[1]
    forms: Mapping[str, FormMap] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line with tags is read: the names that it uses, None where it can't be read."""

    names: Callable[[str, str], tuple[str, ...] | None]
    promised: Collection[str]


def judge_forms(
    sheet: Sheet | None, pack: Pack
) -> tuple[Mapping[str, FormMap] | None, tuple[Finding, ...]]:
    """Judge a `fields.yaml`; each kind whose template is a PDF must stand in it."""
    read, unfit = typed(sheet.root, FormsSheet) if sheet else (FormsSheet(schema=1), ())
    if read is None:
        return None, unfit
    found = [*_kinds(sheet, read, pack), *_lacking(read, pack)]
    return (None if found else read.forms), tuple(found)


def prove_form(sheet: Sheet, kind: str, form: Form, map_: FormMap, read: Reading) -> list[Finding]:
    """Hold what `fields.yaml` says of a kind against its form; gives all that doesn't fit."""
    proof = _Proof(sheet, kind, form, read)
    at: Path = ("forms", kind)
    found = [*proof.fields(map_.fields, (*at, "fields"))]
    for number, rows in enumerate(map_.rows):
        found += proof.rows(rows, (*at, "rows", number))
    return found


def _kinds(sheet: Sheet | None, read: FormsSheet, pack: Pack) -> Iterator[Finding]:
    for kind in read.forms if sheet else ():
        if kind not in pack.kinds:
            yield _told(sheet, "forms-kind-unknown", ("forms", kind), kind=kind)
        elif not pack.is_form(kind):
            yield _told(sheet, "forms-no-pdf", ("forms", kind), kind=kind)


def _lacking(read: FormsSheet, pack: Pack) -> Iterator[Finding]:
    for kind in pack.kinds:
        if pack.is_form(kind) and kind not in read.forms:
            yield fault(FAULTS, "forms-lacking", None, kind=kind)


def _told(sheet: Sheet | None, rule: str, path: Path, **names: object) -> Finding:
    place = node_at(sheet.root, path).mark if sheet else None
    return replace(fault(FAULTS, rule, place, **names), path=path)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What a map is held against."""

    sheet: Sheet
    kind: str
    form: Form
    read: Reading

    def fields(self, maps: Mapping[str, FieldMap], at: Path) -> Iterator[Finding]:
        """Prove fields that stand alone."""
        known = {each.name: each for each in self.form.fields}
        for name, map_ in maps.items():
            where = (*at, name)
            yield from self._line(name, map_, "", where)
            if name in known:
                yield from self._field(known[name], map_, where)
            else:
                better = near(name, known)
                advice = f"Did you mean “{better}”?" if better else "Correct the name."
                yield self._tell("forms-field-unknown", where, name=name, advice=advice)

    def rows(self, rows: RowMap, at: Path) -> Iterator[Finding]:
        """Prove the fields of rows; each field must be there in each row."""
        known = {each.name: each for each in self.form.fields}
        for name, map_ in rows.fields.items():
            where = (*at, "fields", name)
            yield from self._line(name, map_, rows.each, where)
            if ROW not in name:
                yield self._tell("forms-row-name", where, name=name)
                continue
            found = rows_in(name, known)
            if not found:
                yield self._tell("forms-rows-none", where, name=name)
            for row in found:
                yield from self._field(known[name.replace(ROW, row)], map_, where)

    def _field(self, found: Field, map_: FieldMap, where: Path) -> Iterator[Finding]:
        if found.kind in CLOSED or found.read_only:
            sort = "read-only field" if found.read_only else f"{found.kind.value} field"
            yield self._tell("forms-field-closed", where, name=found.name, sort=sort)
        wanted = (*map_.states.values(), *map_.writes) if found.kind in STATED else ()
        for state in wanted:
            if state not in found.states:
                told = {"state": state, "states": ", ".join(found.states)}
                yield self._tell("forms-state-unknown", where, name=found.name, **told)

    def _line(self, name: str, map_: FieldMap, row: str, where: Path) -> Iterator[Finding]:
        names = self.read.names(map_.value, row)
        if names is None:
            yield self._tell("forms-line", (*where, "value"), name=name)
        for asked in dict.fromkeys(names or ()):
            if not is_promised(asked, self.read.promised):
                yield self._tell("forms-name-unknown", (*where, "value"), name=name, asked=asked)

    def _tell(self, rule: str, path: Path, **names: object) -> Finding:
        return _told(self.sheet, rule, path, kind=self.kind, **names)
