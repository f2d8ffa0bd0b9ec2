"""All jobs of a plan and a wish → the jobs wished for; a kind or key that isn't there is told."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.case import Case
from docgen.model.finding import Wording
from docgen.model.plan import Job, LeftOut
from docgen.service.packs import kind_of
from docgen.service.report import Examined, Wish

REASONS: Reasons = {
    "key-unknown": Wording(
        "Nobody and nothing in {case} has the key '{key}'.", "Choose from: {known}."
    ),
}
LISTED = 40


def chosen(examined: Examined, wish: Wish) -> tuple[tuple[Job, ...], tuple[LeftOut, ...]]:
    """Give the jobs wished for, in whatever state, and who was left out; raises `UsageTrouble`.

    They are delivered as the wish says, if it does. Kinds on request are wished for by name alone.
    """
    for name in wish.kinds:
        kind_of(examined.pack, name)
    for key in wish.keys:
        _must_be_there(key, examined.case)
    planned = (*examined.plan.jobs, *(examined.plan.on_request if wish.kinds else ()))
    jobs = [
        replace(job, format=examined.pack.format_of(job.kind.name, wish.format or job.format))
        for job in planned
        if _fits(job.kind.name, job.subjects, wish)
    ]
    left = [one for one in examined.plan.left_out if _fits(one.kind, _subjects(one), wish)]
    return tuple(jobs), tuple(left)


def keys_of(case: Case) -> tuple[str, ...]:
    """Give all keys of a case that a paper can be about or for."""
    tables = (
        case.people,
        case.pupils,
        case.partners,
        case.school.staff,
        case.meetings,
        case.contracts,
        case.no_contract,
        case.reviews,
        case.noncompliance,
        case.warnings,
        case.terminations,
    )
    return tuple(key for table in tables for key in table)


def _fits(kind: str, subjects: Iterable[str], wish: Wish) -> bool:
    right_kind = not wish.kinds or kind in wish.kinds
    return right_kind and (not wish.keys or not set(wish.keys).isdisjoint(subjects))


def _subjects(left_out: LeftOut) -> tuple[str, ...]:
    return tuple(key for key in (left_out.about, left_out.person, left_out.pupil) if key)


def _must_be_there(key: str, case: Case) -> None:
    known = keys_of(case)
    if key not in known:
        near = get_close_matches(key[:60], known, n=1) or known[:LISTED]
        names = {"case": case.case_id, "key": key[:60], "known": ", ".join(near)}
        raise stop(UsageTrouble, REASONS, "key-unknown", **names)
