"""A job whose template is a PDF form, and its values → the form filled in, and what was found."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.errors import CasefileRejected
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.form import Filled
from docgen.model.plan import Job
from docgen.model.rendition import Rendition, Words
from docgen.model.sheet import Mark
from docgen.model.values import Values
from docgen.plan.form_rows import TooMany, form_values
from docgen.service.forms import blank_kept

if TYPE_CHECKING:
    from docgen.service.packs import LoadedPack

FAULTS: Faults = {
    "form-rows-many": Wording(
        "{form} has {there} rows for “{each}”, and there are {rows}.",
        "Take some out, or let the pack put the rest on the next form (overflow: next-form).",
    ),
}


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What was filled into a form, told by its fields."""

    said: tuple[Words, ...]

    def digest(self, content: bytes) -> str:
        """Give the SHA-256 (hex) of the PDF's bytes."""
        return sha256(content).hexdigest()

    def words(self, content: bytes) -> tuple[Words, ...]:  # noqa: ARG002 - what was filled in is all that is not the form's own
        """Give every text that was filled in."""
        return self.said


def filled_form(
    loaded: "LoadedPack", job: Job, values: Values
) -> tuple[Rendition, tuple[Finding, ...]]:
    """Fill in a job's form, with as many further forms as it takes; what doesn't fit refuses it.

    Raises `TemplateRejected` for a form that can't be filled in, or that lacks what the pack says.
    """
    from docgen.press.form.filling import fill  # noqa: PLC0415 - slow to load
    from docgen.press.form.joining import joined_forms  # noqa: PLC0415 - as above

    file = loaded.pack.templates[f"{job.kind.name}.pdf"]
    blank = blank_kept(loaded.contents[file.name], file.place)
    forms, too_many = form_values(loaded.pack.forms[job.kind.name], values, blank.form, said)
    findings = [_told(file.place, each) for each in too_many]
    made = []
    for each in forms:
        try:
            content, remarks = fill(blank, each, place=file.place, noted=True)
        except CasefileRejected as refused:
            findings += [each for each in refused.findings if each.severity is Severity.ERROR]
        else:
            made.append(content)
            findings += [replace(each, severity=Severity.INFORMATION) for each in remarks]
    is_whole = all(each.severity is not Severity.ERROR for each in findings)
    content = joined_forms(made, job.kind.title) if is_whole else blank.content
    return Rendition(content, FilledForm(tuple(_words(forms)))), tuple(findings)


def said(text: str, values: Values) -> str:
    """Give what a line with tags says of values."""
    from docgen.press.word.expressions import read_line  # noqa: PLC0415 - slow to load

    line = read_line(text)
    if line is None:
        raise LookupError(text)
    return line.text(values)


def _told(place: str, found: TooMany) -> Finding:
    names = {"form": place, "each": found.each, "rows": found.rows, "there": found.there}
    return fault(FAULTS, "form-rows-many", Mark(place, 1, 1), **names)


def _words(forms: list[dict[str, Filled]]) -> list[Words]:
    return [
        Words(f"field {name}", text)
        for each in forms
        for name, text in each.items()
        if isinstance(text, str)
    ]
