"""A PDF form → its fields, a map to begin with, pictures of its pages, the values in it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.form import Field, FieldKind, Filled, Form
from docgen.service import yaml_text
from docgen.service.forms import form_content, may_write
from docgen.store.disk import write_whole

DPI = 110
STARTED = """\
# What each field is filled with; take out what stays empty.
schema: 1
forms:
  {kind}:
    fields:
"""
NOT_FILLED = frozenset({FieldKind.BUTTON, FieldKind.SIGNATURE})
REASONS: Reasons = {
    "form-picture-name": Wording(
        "A picture of the form is a .png or a .pdf file, and {name} is neither.",
        "End the name after --picture in .png or .pdf.",
    ),
}


def inspect_form(form: Path) -> Form:
    """Tell all about a form; raises `TemplateRejected` for what can't be read, `DiskTrouble`."""
    from docgen.press.form.reading import form_of  # noqa: PLC0415 - slow to load

    return form_of(form_content(form), str(form))


def read_form(form: Path) -> Mapping[str, Filled]:
    """Give what stands in a form, as it is filled in again; raises as `inspect_form` does."""
    return read_back(form_content(form), str(form))


def read_back(content: bytes, place: str) -> Mapping[str, Filled]:
    """Give what stands in a form that messages call by its place."""
    from docgen.press.form.reading import form_of, read_values  # noqa: PLC0415 - slow to load

    return read_values(form_of(content, place))


def values_text(values: Mapping[str, Filled]) -> str:
    """Write values in YAML, as `form fill` takes them."""
    lines = (f"{yaml_text.quoted(name)}: {_value(value)}\n" for name, value in values.items())
    return "".join(lines) or "{}\n"


def starting_map(form: Form, kind: str) -> str:
    """Write a `fields.yaml` to begin with: each field of a kind's form, and what it takes."""
    fields = (each for each in form.fields if each.kind not in NOT_FILLED and not each.read_only)
    lines = (
        f'      {yaml_text.quoted(each.name)}: {{value: ""}} # {_hint(each)}\n' for each in fields
    )
    return STARTED.format(kind=kind) + "".join(lines)


def picture_form(form: Path, out: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Draw a form with the names of its fields: as one PDF, or a PNG of each page.

    Raises `TemplateRejected`, `DiskTrouble`, and `UsageTrouble` for a name that is taken.
    """
    from docgen.press.form.labelled import labelled  # noqa: PLC0415 - slow to load
    from docgen.press.pdf.pages import pages_of  # noqa: PLC0415 - slow to load

    ending = out.suffix.casefold()
    if ending not in {".pdf", ".png"}:
        raise stop(UsageTrouble, REASONS, "form-picture-name", name=out.name)
    drawn = labelled(form_content(form), str(form))
    pictures = (drawn,) if ending == ".pdf" else pages_of(drawn, DPI)
    paths = tuple(_named(out, number, len(pictures)) for number in range(1, len(pictures) + 1))
    for path in paths:
        may_write((form,), path, force=force)
    for path, picture in zip(paths, pictures, strict=True):
        write_whole(path, picture)
    return paths


def _named(out: Path, number: int, count: int) -> Path:
    return out if count == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}")


def _value(value: Filled) -> str:
    """Write a value; texts in quotes, so that `Yes` and `01` stay texts."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(yaml_text.quoted, value)) + "]"
    return yaml_text.quoted(value) if isinstance(value, str) else yaml_text.value(value)


def _hint(field: Field) -> str:
    return yaml_text.quoted("; ".join(_parts(field)))[1:-1]


def _parts(field: Field) -> Iterator[str]:
    pages = sorted({widget.page for widget in field.widgets})
    yield f"{field.kind}, page {', '.join(map(str, pages)) or 'none'}"
    if field.max_length:
        yield f"at most {field.max_length} characters"
    labels = tuple(dict.fromkeys(option.label for option in field.options))
    if labels or len(field.states) > 1:
        yield "one of: " + ", ".join((labels or field.states)[:9])
    if field.tooltip:
        yield field.tooltip[:80]
