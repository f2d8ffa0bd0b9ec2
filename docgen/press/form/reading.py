"""Any form, blank or filled in by whatever program → its fields and what stands in them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from pypdf.generic import DictionaryObject

from docgen.model.finding import Finding, Severity
from docgen.model.form import Field, FieldKind, Filled, Form
from docgen.press.form.attributes import text_of
from docgen.press.form.cleaning import cleaned
from docgen.press.form.faults import told
from docgen.press.form.fields import field_of
from docgen.press.form.fieldtree import Found
from docgen.press.form.objects import key_of
from docgen.press.form.opening import Opened, opened, within_bounds

NOWHERE = (1_000_000_000, 0)
UNNAMED = "unnamed"
NOT_READ = frozenset({FieldKind.BUTTON, FieldKind.SIGNATURE})
Judged = tuple[Field, tuple[Found, ...]]


def form_of(content: bytes, place: str) -> Form:
    """Read a form, also one that is signed; raises `TemplateRejected` for what can't be read."""
    with within_bounds(place):
        found = opened(content, place)
        signed = (told("form-signed", Severity.WARNING),) if found.is_signed else ()
        taken_out = cleaned(found.objects, found.pages, found.form)
        form, _ = described(found)
        return replace(form, taken_out=(*signed, *taken_out, *form.taken_out))


def read_values(form: Form) -> dict[str, Filled]:
    """Give what stands in a form, as it is filled in again; fields with nothing are left out."""
    return {
        field.name: _as_told(field)
        for field in form.fields
        if field.kind not in NOT_READ and field.value not in {"", ()}
    }


def values_made_with(form: Form) -> dict[str, Filled]:
    """Give what stood in a form when docgen made it; nothing of a form that doesn't say."""
    return {field.name: field.made_with for field in form.fields if field.made_with}


def described(found: Opened) -> tuple[Form, tuple[Judged, ...]]:
    """Tell all about a form, and for each field what it was found as, in the order of the pages."""
    objects, root = found.objects, found.objects.root
    info = objects.dictionary(objects.trailer.get("/Info")) or DictionaryObject()
    marks = objects.dictionary(root.get("/MarkInfo")) or DictionaryObject()
    judged, remarks = _distinct(found)
    form = Form(
        fields=tuple(field for field, _ in judged),
        pages=len(found.pages),
        title=text_of(objects, info.get("/Title")),
        language=text_of(objects, root.get("/Lang")),
        tagged=objects.get(marks.get("/Marked")) is not None
        and objects.get(root.get("/StructTreeRoot")) is not None,
        taken_out=remarks,
    )
    return form, judged


def _as_told(field: Field) -> Filled:
    """Give a state by what it stands for, where that is clear."""
    labels = Counter(option.label for option in field.options)
    if field.kind in {FieldKind.TICK, FieldKind.RADIO} and field.value:
        for option in field.options:
            if option.export == field.value and labels[option.label] == 1:
                return option.label
    return field.value


def _distinct(found: Opened) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    """Join fields of one name; of several kinds the second has a name of its own."""
    order = _order(found)
    by_name: dict[str, list[tuple[Field, Found]]] = {}
    remarks: list[Finding] = []
    for each in sorted(found.found, key=lambda each: order[id(each)]):
        field = field_of(found.objects, each)
        name = field.name or UNNAMED
        twin = by_name.get(name)
        if twin and twin[0][0].kind is not field.kind:
            new = _free(name, by_name)
            remarks.append(told("form-name-twice", name=name, new=new))
            name = new
        by_name.setdefault(name, []).append((replace(field, name=name), each))
    judged = tuple(_joined(alike) for alike in by_name.values())
    unseen = (told("form-unseen", name=field.name) for field, _ in judged if not field.widgets)
    return judged, (*remarks, *unseen)


def _free(name: str, taken: Mapping[str, object]) -> str:
    number = 2
    while f"{name}#{number}" in taken:
        number += 1
    return f"{name}#{number}"


def _joined(alike: list[tuple[Field, Found]]) -> Judged:
    fields = [field for field, _ in alike]
    states = dict.fromkeys(state for field in fields for state in field.states)
    options = dict.fromkeys(option for field in fields for option in field.options)
    first = replace(
        fields[0],
        widgets=tuple(widget for field in fields for widget in field.widgets),
        states=tuple(states),
        options=tuple(options) if len(fields) > 1 else fields[0].options,
        value=next((field.value for field in fields if field.value), fields[0].value),
    )
    return first, tuple(each for _, each in alike)


def _order(found: Opened) -> dict[int, tuple[int, int]]:
    """Tell where each field is first met, page by page; the order of a page is its tab order."""
    places = {
        key_of(reference): (page.number, place)
        for page in found.pages
        for place, reference in enumerate(page.annotations)
    }
    return {
        id(each): min(
            (places.get(key_of(widget.reference), NOWHERE) for widget in each.widgets),
            default=NOWHERE,
        )
        for each in found.found
    }
