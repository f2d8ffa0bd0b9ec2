"""A pack's form that came back → what people changed in it, and that written into its casefile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from docgen.errors import CasefileRejected, Reasons, UsageTrouble, stop
from docgen.model.case import Case
from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.form import Filled, Form
from docgen.model.pack import FormMap, Pack
from docgen.model.plan import Job
from docgen.model.sheet import Mark
from docgen.plan.form_changes import Change, Person, Read, Returned, as_of_now, changes, is_same
from docgen.plan.form_rows import form_values
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, judge_sheet, making_for, shown_path
from docgen.service.form_papers import said
from docgen.service.form_writing import additions_for
from docgen.service.forms import blank_kept, form_content
from docgen.service.make import AS_ISSUED, Making
from docgen.service.report import Examined
from docgen.store.disk import disk, write_whole
from docgen.store.edits import apply_additions
from docgen.store.sheets import parse_sheet
from docgen.wording.naming import named

REASONS: Reasons = {
    "form-of-nobody": Wording(
        "{name} is no form of the authority of {case}.",
        "Look at its fields with docgen form inspect. What stands in it is shown by docgen form "
        "read without --apply.",
    ),
    "form-of-another": Wording(
        "{name} is not about anybody in {case}: {fields} say something else.",
        "Name the case that the form was made for. If a name was corrected on the form, correct "
        "it in the casefile first.",
    ),
    "form-of-several": Wording(
        "{name} may be about more than one record of {case}: {keys}.",
        "Say which by --for KEY.",
    ),
    "form-not-applied": Wording(
        "What stands in {name} can't be written into {case}.",
        "Put right what is listed, in the form or in the casefile. Nothing was changed.",
    ),
    "casefile-moved": Wording(
        "{case} was changed by somebody else while the form was read.",
        "Run the command again. Nothing was changed.",
    ),
}
FAULTS: Faults = {
    "form-day-unread": Wording(
        "“{field}” of {path} holds no day that docgen can read.",
        "Write it as in 3 November 2025 or 03/11/2025.",
    ),
    "form-row-moved": Wording(
        "A row of {path} that was changed in the form is not where it was when the form was made.",
        "Write the change into the casefile yourself, or have the form made anew.",
    ),
    "form-row-emptied": Wording(
        "A row of {path} was emptied in the form.",
        "docgen takes no row out of a casefile. Take it out there, if it is to go.",
    ),
}


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A form read back into a case: the paper it is, and what people changed in it.

    `digest` tells the casefile as it was then.
    """

    path: Path
    case_id: str
    digest: str
    job: Job
    changes: tuple[Change, ...]


def read_back(desk: Desk, form: Path, wanted: str, about: str | None = None) -> ReadBack:
    """Compare a form with what docgen would fill in now, without writing anything.

    Raises `TemplateRejected` for what is no form, `UsageTrouble` for a form that is not about the
    case, `CasefileRejected` for a day that is none.
    """
    examined = examine_case(desk, wanted)
    content = form_content(form)
    found = _form_of(examined.pack, desk, content, form.name, examined.case.case_id)
    kind, blank, values, made_with = found
    map_ = examined.pack.forms[kind]
    making, read = making_for(desk, examined.case), Read.of(values, blank)
    jobs = _jobs(examined, kind, about)
    shown = {job.identity: _shown(making, desk, map_, blank, job) for job in jobs}
    same = [job for job in jobs if is_same(map_, shown[job.identity], read)]
    job = _only(same, form.name, examined.case.case_id, map_)
    now, before = shown[job.identity], Read.of(made_with, blank)
    back = Returned(now, as_of_now(read, before, now), before)
    told = changes(map_, blank, back, _people(examined.case))
    made = tuple(_about(change, job.about) for change in told)
    return ReadBack(examined.path, examined.case.case_id, examined.sheet.digest, job, made)


def apply_back(desk: Desk, found: ReadBack) -> Path:
    """Write what people changed into the casefile; every other byte stays as it is.

    Raises `CasefileRejected` with all that the casefile can't hold: then nothing is written.
    """
    shown = shown_path(desk, found.path)
    with disk(shown):
        before = found.path.read_bytes()
    if sha256(before).hexdigest() != found.digest:
        raise stop(UsageTrouble, REASONS, "casefile-moved", case=found.case_id)
    wrong = tuple(_unread(found, shown))
    names = {"name": "the form", "case": found.case_id}
    if wrong:
        raise _refused(wrong, names)
    text = apply_additions(before.decode(), additions_for(before.decode(), found.changes))
    after = text.encode()
    try:
        judge_sheet(desk, shown, parse_sheet(after, shown))
    except CasefileRejected as refused:
        raise _refused(refused.findings, names) from refused
    write_whole(found.path, after)
    return found.path


def _refused(findings: Sequence[Finding], names: Mapping[str, str]) -> Exception:
    error = stop(CasefileRejected, REASONS, "form-not-applied", **names)
    error.findings = tuple(findings)
    return error


def _unread(found: ReadBack, shown: str) -> Iterator[Finding]:
    """Tell what can't be written."""
    place = Mark(shown, 1, 1)
    for change in found.changes:
        path = ".".join(change.path)
        if change.is_moved:
            yield fault(FAULTS, "form-row-moved", place, path=path)
        elif change.is_emptied:
            yield fault(FAULTS, "form-row-emptied", place, path=path)
        elif not change.is_understood:
            yield fault(FAULTS, "form-day-unread", place, field=change.name, path=path)


def _form_of(
    pack: Pack, desk: Desk, content: bytes, name: str, case_id: str
) -> tuple[str, Form, dict[str, Filled], dict[str, Filled]]:
    """Tell which of a pack's forms this is: that with the same fields. What it says, and said."""
    from docgen.press.form.reading import (  # noqa: PLC0415 - slow to load
        form_of,
        read_values,
        values_made_with,
    )

    form = form_of(content, name)
    there = {field.name for field in form.fields}
    contents = desk.pack(pack.authority).contents
    for kind in pack.forms:
        file = pack.templates[f"{kind}.pdf"]
        blank = blank_kept(contents[file.name], file.place).form
        if {field.name for field in blank.fields} <= there:
            return kind, blank, read_values(form), values_made_with(form)
    raise stop(UsageTrouble, REASONS, "form-of-nobody", name=name, case=case_id)


def _jobs(examined: Examined, kind: str, about: str | None) -> list[Job]:
    jobs = (*examined.plan.jobs, *examined.plan.on_request)
    return [job for job in jobs if job.kind.name == kind and about in {None, job.about}]


def _shown(
    making: Making, desk: Desk, map_: FormMap, blank: Form, job: Job
) -> list[dict[str, Filled]]:
    values = making.told(job, desk.today, AS_ISSUED)
    return form_values(map_, values, blank, said)[0]


def _only(jobs: Sequence[Job], name: str, case_id: str, map_: FormMap) -> Job:
    if not jobs:
        fields = ", ".join(field for field, each in map_.fields.items() if each.same)
        raise stop(UsageTrouble, REASONS, "form-of-another", name=name, case=case_id, fields=fields)
    if len(jobs) > 1:
        keys = ", ".join(job.about for job in jobs)
        raise stop(UsageTrouble, REASONS, "form-of-several", name=name, case=case_id, keys=keys)
    return jobs[0]


def _people(case: Case) -> Person:
    keys = {named(case, key).casefold(): key for key in case.school.staff}
    return lambda name: keys.get(" ".join(name.split()).casefold(), name)


def _about(change: Change, about: str) -> Change:
    return replace(change, path=tuple(part.replace("{about}", about) for part in change.path))
