"""What was issued before, and what is to be issued now → notices of what can hardly be right."""

from collections.abc import Iterable

from docgen.model.case import Case
from docgen.plan.states import versions
from docgen.service.desk import Desk
from docgen.service.papers import Paper

NOTICES = {
    "backdated": "{number} version {version} is dated {date}, before the version that it replaces,"
    " which is of {before}. See that the computer's clock is right, and unset DOCGEN_TODAY.",
    "unsealed": "The ledger knows nothing of {numbers}, though the casefile says that it was"
    " issued. See that docgen.yaml names the right ledger, or put the ledger back from a backup.",
}


def backdated(case: Case, papers: Iterable[Paper]) -> tuple[str, ...]:
    """Tell which papers are dated before what they replace."""
    told = []
    for paper in papers:
        before = max((each.dated for each in versions(paper.job, case)), default=None)
        if paper.entry and before and paper.entry.dated < before:
            entry = paper.entry
            names = {"number": entry.number, "version": entry.version, "date": entry.dated}
            told.append(NOTICES["backdated"].format(before=before, **names))
    return tuple(told)


def unsealed(desk: Desk, case: Case) -> tuple[str, ...]:
    """Tell what the casefile says was issued, while the ledger has no such entry."""
    entries = desk.ledger.entries(case=case.case_id)
    sealed = {(entry.number, entry.version) for entry in entries if entry.act == "issue"}
    lost = [
        f"{entry.number} version {entry.version}"
        for entry in case.issued
        if (entry.number, entry.version) not in sealed
    ]
    return (NOTICES["unsealed"].format(numbers=", ".join(lost)),) if lost else ()
