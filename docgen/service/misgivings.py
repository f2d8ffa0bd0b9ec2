"""What was issued before, and what is to be issued now → notices of what can hardly be right."""

from collections.abc import Iterable, Iterator

from docgen.model.case import Case, Issued
from docgen.model.plan import Identity, Job, State
from docgen.model.rendition import ENDINGS, endings
from docgen.plan.names import file_name
from docgen.plan.states import standing, versions
from docgen.service.desk import Desk
from docgen.service.examine import shown_path
from docgen.service.papers import Paper
from docgen.service.report import Wish

NOTICES = {
    "backdated": "{number} version {version} is dated {date}, before the version that it replaces,"
    " which is of {before}. See that the computer's clock is right, and unset DOCGEN_TODAY.",
    "unsealed": "The ledger knows nothing of {numbers}, though the casefile says that it was"
    " issued. See that docgen.yaml names the right ledger, or put the ledger back from a backup.",
    "only-docx": "{number} version {version} was issued as a Word file alone, and stays as it was"
    " issued. To get a PDF of it, run: docgen word pdf {word} -o {pdf}",
    "only-pdf": "{number} version {version} was issued as a PDF alone, and stays as it was"
    " issued. To have a Word file too, withdraw it and issue it anew.",
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


def otherwise(desk: Desk, case: Case, jobs: Iterable[Job], wish: Wish) -> Iterator[str]:
    """Tell which papers stand, but were issued in fewer formats than are asked for."""
    for job in jobs:
        if wish.format and job.state is State.ISSUED:
            entry = standing(job, case)[-1]
            if not entry.digests.keys() >= set(endings(job.format)):
                told = NOTICES[f"only-{entry.format}"]
                yield told.format_map(_names(desk, case, job, entry))


def _names(desk: Desk, case: Case, job: Job, entry: Issued) -> dict[str, object]:
    given = Identity(entry.number, entry.version, entry.replaces)
    folder = desk.workspace.output / case.case_id
    word, pdf = (shown_path(desk, folder / file_name(job, case.case_id, given, e)) for e in ENDINGS)
    return {"number": entry.number, "version": entry.version, "word": word, "pdf": pdf}
