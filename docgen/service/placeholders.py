"""A kind of document → every name that its template may use, with an example from a real case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.check.school_days import school_days
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.pack import Kind, Pack
from docgen.model.values import Plain, Values
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, read_case
from docgen.service.packs import kind_of, load_pack
from docgen.store.workspace import find_case
from docgen.wording.bundle import english
from docgen.wording.values import document_values, promised, statements_for, values_for

REASONS: Reasons = {
    "placeholders-no-paper": Wording(
        "The case {case} has no paper of the kind “{document}” to take examples from.",
        "Choose another case, or leave --example out.",
    ),
    "placeholders-other-pack": Wording(
        "The case {case} is {found}'s, not {authority}'s.",
        "Choose a case of {authority}, or leave --example out.",
    ),
}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name that a template may use; `example` is from a real case, where one was given."""

    name: str
    type: str
    says: str
    example: str


def placeholders(
    desk: Desk, authority: str, kind: str, example: str | None = None
) -> tuple[Placeholder, ...]:
    """Give all names that templates of a kind may use; raises `UsageTrouble` for no such kind."""
    pack = load_pack(desk.workspace, authority).pack
    wanted = kind_of(pack, kind)
    values = _values(desk, pack, wanted, example) if example else None
    return (*_named(wanted, pack, values), *_statements(wanted, pack))


def authority_of(desk: Desk, wanted: str) -> str:
    """Give the authority of a case; raises `CasefileRejected`, or `UsageTrouble` for none such."""
    _, _, case = read_case(desk, find_case(desk.workspace, wanted))
    return case.authority


def _named(kind: Kind, pack: Pack, values: Values | None) -> Iterator[Placeholder]:
    for name, promise in promised(kind, pack).items():
        example = promise.example if values is None else _told(_at(values, name))
        yield Placeholder(name, promise.type, promise.says, example)


def _statements(kind: Kind, pack: Pack) -> Iterator[Placeholder]:
    for key, text in statements_for(kind, pack).items():
        says = "a fixed text, in a paragraph of its own"
        yield Placeholder(f"statements.{key}", "statement", says, text)


def _values(desk: Desk, pack: Pack, kind: Kind, wanted: str) -> Values:
    examined = examine_case(desk, wanted)
    case = examined.case
    names = {"case": case.case_id, "document": kind.name, "authority": pack.authority}
    if case.authority != pack.authority:
        raise stop(UsageTrouble, REASONS, "placeholders-other-pack", found=case.authority, **names)
    jobs = (job for job in examined.plan.jobs if job.kind.name == kind.name)
    job = next(jobs, None)
    if job is None:
        raise stop(UsageTrouble, REASONS, "placeholders-no-paper", **names)
    words = english()
    return {
        **values_for(case, pack, job, words, school_days(case.school)),
        **document_values(job, pack, words, desk.today, None),
    }


def _at(values: Plain, name: str) -> Plain:
    """Give the value under a dotted name; of a list its first entry, or nothing."""
    found = values
    for step in name.replace("[]", ".[]").split("."):
        if step == "[]":
            found = found[0] if isinstance(found, Sequence) and found else None
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _told(value: Plain) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int):
        return str(value)
    return f"{len(value)} entries" if value else ""
