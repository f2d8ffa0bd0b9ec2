"""A PDF form and values → the form filled in, by way of blank forms read before and kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.errors import CasefileRejected, Reasons, UsageTrouble, stop
from docgen.model.finding import Finding, Wording
from docgen.model.sheet import Mark, Sheet, node_at
from docgen.store.disk import disk, write_whole
from docgen.store.sheets import LIMITS, parse_sheet
from docgen.store.values import read_values

if TYPE_CHECKING:
    from docgen.press.form.shapes import Blank

REASONS: Reasons = {
    "form-data": Wording(
        "The values in {place} can't be used.",
        "Put right what is listed below; nothing was written.",
    ),
    "form-out-there": Wording(
        "There is a file called {name} already. It was not touched.",
        "Choose another name, or say --force to write over it.",
    ),
    "form-out-is-form": Wording(
        "{name} is the form itself, or the file of values.",
        "Choose another name.",
    ),
}
PLACE = "the form"
KEPT = 8
LARGEST_KEPT = 4_000_000


@dataclass(frozen=True, slots=True)
class Filling:
    """A form filled in, and what is to be told about it: what was taken out or set smaller."""

    content: bytes
    findings: tuple[Finding, ...]


def fill_form(form: bytes, values: Mapping[str, Any], *, flatten: bool = False) -> bytes:
    """Fill in a PDF form, and give it; `flatten` makes it final.

    `values` go by full names of fields, or in groups within groups: `{"pupil": {"name": "…"}}` is
    `pupil.name`. A text field takes text, numbers, dates and times; a box True, False or the name
    of its state; radio buttons the name of a state or its label; a choice its label or what the
    form keeps for it, of several a list. None and an empty text leave a field empty.

    Any script is shown as it is read, in fonts that go with the file. Scripts and commands of the
    form's own are taken out. Raises `TemplateRejected` for a form that can't be filled in, and
    `CasefileRejected` with all that is wrong with the values. The same form and values give the
    same bytes.
    """
    return filled(form, values, PLACE, flatten=flatten).content


def filled(content: bytes, values: Mapping[str, Any], place: str, *, flatten: bool) -> Filling:
    """Fill in a form that messages call by its place; raises as `fill_form`."""
    from docgen.press.form.filling import fill  # noqa: PLC0415 - slow to load

    blank = blank_kept(content, place)
    made, findings = fill(blank, values, flatten=flatten, place=place)
    return Filling(made, (*blank.form.taken_out, *findings))


def blank_kept(content: bytes, place: str) -> "Blank":
    """Read a form, or give it as read before; raises `TemplateRejected`."""
    read = _blank if len(content) <= LARGEST_KEPT else _blank.__wrapped__
    return read(content, place)


def form_content(form: Path) -> bytes:
    """Read a form's file, as far as it may be one; raises `DiskTrouble`."""
    from docgen.press.form.limits import LIMITS as FORMS  # noqa: PLC0415 - slow to load

    with disk(str(form)), form.open("rb") as file:
        return file.read(FORMS.size + 1)


def fill_form_file(
    form: Path, data: Path, out: Path, *, flatten: bool = False, force: bool = False
) -> tuple[Finding, ...]:
    """Fill in a form from a file of values; gives what is to be told.

    Raises `TemplateRejected`, `CasefileRejected` for the values, each with its line, `UsageTrouble`
    where a file of that name is there, `DiskTrouble`.
    """
    may_write((form, data), out, force=force)
    content = form_content(form)
    values, wrong = read_values(data, str(data))
    if values is None:
        error = stop(CasefileRejected, REASONS, "form-data", place=str(data))
        error.findings = wrong
        raise error
    try:
        made = filled(content, values, str(form), flatten=flatten)
    except CasefileRejected as refused:
        refused.findings = _placed(refused.findings, data)
        raise
    write_whole(out, made.content)
    return made.findings


@lru_cache(maxsize=KEPT)
def _blank(content: bytes, place: str) -> "Blank":
    from docgen.press.form.blank import blank_of  # noqa: PLC0415 - slow to load

    return blank_of(content, place)


def may_write(given: tuple[Path, ...], out: Path, *, force: bool) -> None:
    """Raise `UsageTrouble` where a file must not be written over."""
    if out.resolve() in [each.resolve() for each in given]:
        raise stop(UsageTrouble, REASONS, "form-out-is-form", name=str(out))
    if out.exists() and not force:
        raise stop(UsageTrouble, REASONS, "form-out-there", name=str(out))


def _placed(findings: tuple[Finding, ...], data: Path) -> tuple[Finding, ...]:
    """Say in which line of the values each fault is."""
    with disk(str(data)):
        content = data.read_bytes()[: LIMITS.size]
    is_json = data.suffix.casefold() == ".json"
    sheet = None if is_json else parse_sheet(content, str(data))[0]
    return tuple(replace(each, place=_mark(sheet, each, str(data))) for each in findings)


def _mark(sheet: Sheet | None, finding: Finding, shown: str) -> Mark:
    return node_at(sheet.root, finding.path).mark if sheet else Mark(shown, 1, 1)
