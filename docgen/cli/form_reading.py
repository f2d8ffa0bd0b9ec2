"""`form inspect`, `form read`: a PDF form → its fields, their names in pictures, its values."""

from dataclasses import asdict
from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.form_changes import tell_changes
from docgen.cli.lines import counted, grouped_lines
from docgen.cli.shapes import Shape, finding_shape
from docgen.cli.tables import print_table
from docgen.cli.telling import near
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.form import Field, Filled, Form
from docgen.service.forms_read import (
    inspect_form,
    picture_form,
    read_form,
    starting_map,
    values_text,
)

REASONS: Reasons = {
    "form-two-answers": Wording(
        "--map and --json are two ways to answer.",
        "Choose one of them.",
    ),
}
COLUMNS = ("Field", "Kind", "Page", "At (points)", "Takes", "Holds", "Tooltip")
FORM = click.argument("form", type=click.Path(path_type=Path))


@click.command(cls=Door, example="docgen form inspect referral.pdf --picture referral-fields.png")
@FORM
@click.option("--map", "maps", is_flag=True, help="Print a fields.yaml to begin with, for a pack.")
@click.option(
    "--picture",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Draw the pages with the names of the fields: .png or .pdf.",
)
@click.option("--force", is_flag=True, help="Write over a picture that is there already.")
@hears
def inspect(asked: Asked, /, form: Path, picture: Path | None, **flags: bool) -> None:
    """List the fields of a PDF form: what they are called, where they are, what they take.

    Leaves with 5 for a file that can't be filled in, and says what to do about it.
    """
    if flags["maps"] and asked.json:
        raise stop(UsageTrouble, REASONS, "form-two-answers")
    found = inspect_form(form)
    drawn = picture_form(form, picture, force=flags["force"]) if picture else ()
    if flags["maps"]:
        click.echo(starting_map(found, form.stem), nl=False)
        return
    shape = {**form_shape(form, found), "pictures": [str(path) for path in drawn]}
    answer(asked, shape, lambda: _tell(form, found, drawn))


@click.command(cls=Door, example="docgen form read checklist-back.pdf --apply fam-0042")
@FORM
@click.option("--case", metavar="CASE", help="Show what people changed against this case.")
@click.option("--apply", metavar="CASE", help="The same, and write it into the casefile.")
@click.option("--for", "about", metavar="KEY", help="The record it is about: ct-1.")
@hears
def read(asked: Asked, /, form: Path, **flags: str | None) -> None:
    """Print what stands in a form, or what people changed in a form of a case.

    Without a case it is YAML that `docgen form fill` takes; whatever program the form was filled
    in with will do. Of a form that was made final nothing can be read back. A case knows the
    forms of its authority: those with the same fields. What is written into the casefile leaves
    every other line as it is, comments too.
    """
    case = flags["apply"] or flags["case"]
    if case:
        tell_changes(asked, form, case, about=flags["about"], applies=bool(flags["apply"]))
        return
    values = read_form(form)
    shape = {"file": str(form), "values": {name: _plain(each) for name, each in values.items()}}
    answer(asked, shape, lambda: click.echo(values_text(values), nl=False))


def form_shape(path: Path, form: Form) -> Shape:
    """Give a form with its fields; rectangles are left, bottom, right, top in points."""
    return {
        "file": str(path),
        "title": form.title or None,
        "language": form.language or None,
        "tagged": form.tagged,
        "pages": form.pages,
        "fields": [field_shape(field) for field in form.fields],
        "findings": [finding_shape(each) for each in form.taken_out],
    }


def field_shape(field: Field) -> Shape:
    """Give a field with all that is known of it."""
    return {**asdict(field), "kind": field.kind.value, "value": _plain(field.value)}


def _tell(path: Path, form: Form, drawn: tuple[Path, ...]) -> None:
    fields, pages = counted(len(form.fields), "field"), counted(form.pages, "page")
    say_lines([f"{near(path)}: {fields} on {pages}.", ""])
    print_table(COLUMNS, [_row(field) for field in form.fields])
    say_lines(grouped_lines(form.taken_out))
    say_lines(f"{near(path)} is made." for path in drawn)


def _row(field: Field) -> tuple[str, ...]:
    return (
        field.name,
        field.kind.value,
        ", ".join(dict.fromkeys(str(widget.page) for widget in field.widgets)),
        "; ".join(" ".join(f"{side:.0f}" for side in widget.rect) for widget in field.widgets),
        "; ".join(_takes(field)),
        _held(field.value),
        field.tooltip,
    )


def _takes(field: Field) -> list[str]:
    choices = [option.label for option in field.options] or list(field.states)
    told = [", ".join(choices)] if choices else []
    if field.max_length:
        told.append(f"at most {field.max_length} characters")
    flags = {
        "needed": field.required,
        "read only": field.read_only,
        "several": field.several,
        "or other text": field.editable,
    }
    return told + [word for word, is_so in flags.items() if is_so]


def _held(value: Filled) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else "ticked" if value else ""


def _plain(value: Filled) -> object:
    return list(value) if isinstance(value, tuple) else value
