"""`init` and `schema`: a folder → a workspace; a name → the JSON Schema of what people write."""

from pathlib import Path

import click

from docgen.cli.answering import answer, say_lines
from docgen.cli.doors import Door
from docgen.cli.everywhere import Asked, hears
from docgen.cli.lines import counted
from docgen.service.office import lay_out_office, schema_names, schema_text, write_schema


@click.command(cls=Door, example="docgen init office")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@hears
def init(asked: Asked, folder: Path) -> None:
    """Lay out a folder to work in.

    It gets settings, a school, worked cases to learn from, and schemas for your editor. Nothing
    that is there is written over.
    """
    files = lay_out_office(folder)
    lines = [
        f"{folder}: {counted(len(files), 'file')} laid out.",
        f"Go there (cd {folder}), look into casefiles, then run: docgen check fam-0042",
    ]
    shape = {"folder": str(folder), "files": [str(file) for file in files]}
    answer(asked, shape, lambda: say_lines(lines))


@click.command(cls=Door, example="docgen schema school -o schema/school.schema.json")
@click.argument("name", type=click.Choice(schema_names()), default="casefile", metavar="[NAME]")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it here.")
@hears
def schema(asked: Asked, name: str, out: Path | None) -> None:
    """Print the JSON Schema for an editor.

    NAME is casefile (meant if none is given), school, workspace, pack, phrases,
    language, fields or frame (what the letters of a batch share).
    """
    if out is None:
        click.echo(schema_text(name), nl=False)
        return
    write_schema(name, out)
    answer(asked, {"file": str(out)}, lambda: say_lines([f"{out} is written."]))
