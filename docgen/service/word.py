"""Any Word template or letter → what is wrong, which names it uses, the letter, its PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from docgen.errors import CasefileRejected, Reasons, TemplateRejected, UsageTrouble, stop
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.sheet import Mark
from docgen.model.values import Plain, Values
from docgen.press.ooxml.limits import LIMITS
from docgen.press.word.lint.annotate import annotated
from docgen.press.word.lint.linter import Linted, Wish, lint
from docgen.press.word.lint.told import Told, told_of_findings
from docgen.press.word.merge import compile_template, merge
from docgen.press.word.names import Used
from docgen.press.word.shapes import FREE, Picture, Template
from docgen.press.word.trouble import rejected
from docgen.service.compiled import merge_word
from docgen.service.for_pdf import remarks_for_pdf
from docgen.service.packs import lint_template, template_at
from docgen.service.pdf import Engine, date_of, pdf_of
from docgen.store.disk import disk, write_whole
from docgen.store.pictures import read_within
from docgen.store.values import read_values
from docgen.store.workspace import Workspace

REASONS: Reasons = {
    "data-rejected": Wording(
        "The data in {place} can't be used.",
        "Put right what is listed below.",
    ),
    "out-there": Wording(
        "There is a file called {name} already. It was not touched.",
        "Choose another name, or say --force to write over it.",
    ),
    "out-is-template": Wording(
        "{name} is the Word file itself.",
        "Choose another name.",
    ),
    "template-not-shown": Wording(
        "The file {name} can't be opened, so no copy with comments can be made.",
        "Put right what is listed below, then try again.",
    ),
}
PICTURE = frozenset({"picture", "width", "alt"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A template as checked: its bytes and all that was found."""

    place: str
    content: bytes
    linted: Linted

    @property
    def told(self) -> tuple[Told, ...]:
        """Give the findings with their places."""
        return self.linted.told


def check_word(
    workspace: Workspace, template: Path, data: Path | None = None, language: str = ""
) -> Checked:
    """Tell all that is wrong with a template; with data, what it lacks and what is not used.

    A template of a pack is held against what the pack asks and promises; any other may hold what
    docxtpl knows. Raises `CasefileRejected` for data that can't be read, `DiskTrouble` for files.
    """
    content = content_of(template)
    values = _values(data) if data is not None else None
    found = template_at(workspace, template)
    if found is not None:
        linted = lint_template(*found, content, values)
        return _checked(template, content, linted, Severity.WARNING)
    wish = Wish(values=values, language=language, demands=FREE)
    read = Template(content, str(template))
    linted = lint(read, wish)
    if linted.is_usable:
        linted = linted.after(_tried(read, values, data))
    return _checked(template, content, linted, Severity.INFORMATION)


def annotate_word(checked: Checked, out: Path, *, force: bool = False) -> None:
    """Write a copy of a checked template with its findings as Word comments."""
    may_write(Path(checked.place), out, force=force)
    made = annotated(checked.content, checked.told)
    if made is None:
        error = stop(TemplateRejected, REASONS, "template-not-shown", name=checked.place)
        error.findings = tuple(each.finding for each in checked.told)
        raise error
    write_whole(out, made)


def names_of_word(workspace: Workspace, template: Path) -> tuple[Used, ...]:
    """Give the names that a template uses, each with its place; raises `TemplateRejected`."""
    checked = check_word(workspace, template)
    if not checked.linted.is_usable:
        raise _rejected(checked)
    names = checked.linted.names
    placed = (Used(f"statements.{each.name}", each.where) for each in names.statements)
    return (*names.used, *placed)


def merge_word_file(template: Path, data: Path, out: Path, *, force: bool = False) -> None:
    """Fill a template in from a file of values; pictures are read from the data's own folder.

    Raises `TemplateRejected`, `CasefileRejected` for the data, `UsageTrouble` where a file of
    that name is there, `DiskTrouble`.
    """
    may_write(template, out, force=force)
    content, values = content_of(template), _rich_values(_values(data))
    try:
        made = merge_word(content, values, pictures=data.parent)
    except TemplateRejected as refused:
        raise _named(refused, template) from refused
    write_whole(out, made)


def set_word_file(word: Path, out: Path, engine: Engine, *, force: bool = False) -> str:
    """Set a Word file as a PDF, and tell what set it: `native 1`, `office 7.4`.

    Raises `TemplateRejected`, `UsageTrouble` where a file of that name is there, `DiskTrouble`.
    """
    may_write(word, out, force=force)
    content = content_of(word)
    made, by = pdf_of(content, str(word), date_of(content), engine)
    write_whole(out, made)
    return by


def _checked(template: Path, content: bytes, linted: Linted, severity: Severity) -> Checked:
    """Add what stands in the way of a PDF to what else was found."""
    for_pdf = remarks_for_pdf(content, str(template), severity)
    told = told_of_findings(for_pdf, linted.spots)
    return Checked(str(template), content, replace(linted, told=(*linted.told, *told)))


def _tried(template: Template, values: Values | None, data: Path | None) -> tuple[Finding, ...]:
    """Compile a template, and fill it in if there are values: some faults only show then."""
    try:
        compiled = compile_template(template, {}, demands=FREE)
        if values is not None and data is not None:
            merge(compiled, _rich_values(values), partial(read_within, data.parent))
    except TemplateRejected as refused:
        return refused.findings
    return ()


def content_of(template: Path) -> bytes:
    """Read a Word file; raises `DiskTrouble`."""
    with disk(str(template)), template.open("rb") as file:
        return file.read(LIMITS.packed + 1)


def _values(data: Path) -> Values:
    values, findings = read_values(data, str(data))
    if values is None:
        error = stop(CasefileRejected, REASONS, "data-rejected", place=str(data))
        error.findings = findings
        raise error
    return values


def may_write(template: Path, out: Path, *, force: bool) -> None:
    """Raise `UsageTrouble` where a file must not be written over."""
    if out.resolve() == template.resolve():
        raise stop(UsageTrouble, REASONS, "out-is-template", name=str(out))
    if out.exists() and not force:
        raise stop(UsageTrouble, REASONS, "out-there", name=str(out))


def _rejected(checked: Checked) -> TemplateRejected:
    findings = (each.finding for each in checked.told)
    return rejected(checked.place, tuple(each for each in findings if each.severity == "E"))


def _rich_values(values: Values) -> dict[str, object]:
    return {key: _rich(value) for key, value in values.items()}


def _named(refused: TemplateRejected, template: Path) -> TemplateRejected:
    """Give a refusal anew, with the template's own name in it."""
    mark = Mark(str(template), 1, 1)
    return rejected(str(template), tuple(replace(each, place=mark) for each in refused.findings))


def _rich(value: Plain) -> object:
    """Turn `{picture: logo.png, width: 40, alt: …}` into a picture, everywhere in the data."""
    if isinstance(value, Mapping):
        if "picture" in value and set(value) <= PICTURE:
            return _picture(value)
        return {key: _rich(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_rich(inner) for inner in value]
    return value


def _picture(value: Mapping[str, Plain]) -> Picture:
    width = str(value.get("width") or "")
    size = float(width) if width.replace(".", "", 1).isdecimal() else None
    return Picture(Path(str(value["picture"])), size, str(value.get("alt") or ""))
