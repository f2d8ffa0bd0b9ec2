"""A casefile and a wish → documents dated, numbered, recorded and delivered: all seven stops."""

from collections.abc import Iterator, Mapping

from docgen.model.case import Decision
from docgen.model.entry import Receipt
from docgen.model.plan import State
from docgen.service.additions import decision_addition, issued_addition
from docgen.service.choose import chosen
from docgen.service.decide import decide, used
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, making_for, placed
from docgen.service.freeze import freezes
from docgen.service.misgivings import backdated, otherwise, unsealed
from docgen.service.papers import Paper, make_papers
from docgen.service.record import Deed, receipt_of, record
from docgen.service.remake import must_be_free, remade, restore
from docgen.service.report import Examined, Head, Made, Report, Wish, lying
from docgen.service.typeset import Order

UNUSED = "The reason for {name} was not written down: no paper that it touches was issued."


def issue(desk: Desk, wanted: str, wish: Wish, reasons: Mapping[str, str]) -> Report:
    """Issue all that is due, and what only the open warnings held for which reasons are given."""
    case_id = _issuable(desk, wanted)
    with desk.outbox.at_work(case_id):
        notices = desk.recover()
        desk.outbox.must_not_wait(case_id)
        examined, decisions = decide(desk, examine_case(desk, wanted), reasons)  # stops 2 to 4
        jobs, left_out = chosen(examined, wish)
        making = making_for(desk, examined.case)
        due = [job for job in jobs if job.state is State.DUE]
        order = Order(desk.today, numbered=True, engine=wish.engine, screen=wish.screen)
        papers, faulty = make_papers(making, due, order)  # stop 5: make
        must_be_free(desk, making, papers)
        notices += (*backdated(making.case, papers), *unsealed(desk, making.case))
        notices += (*restore(remade(desk, making, jobs)), *otherwise(desk, making.case, jobs, wish))
        desk.told("made")
        more, head = _recorded(desk, examined, papers, decisions)  # stops 6, 7: record, deliver
    folder = desk.workspace.output / case_id
    idle = [job for job in jobs if job.state is not State.DUE]
    return Report(
        case_id=case_id,
        made=tuple(Made(p.job, lying(folder, p.files), p.identity) for p in papers),
        standing=tuple(job for job in idle if job.state is State.ISSUED),
        stopped=(
            *(job for job in idle if job.state is not State.ISSUED),
            *placed(faulty, examined.sheet.root),
        ),
        left_out=left_out,
        findings=examined.findings,
        notices=(*notices, *more),
        head=head,
    )


def _issuable(desk: Desk, wanted: str) -> str:
    """Give the case's id; what can't be issued from is told before anything is locked."""
    desk.must_be_an_office()
    return examine_case(desk.quiet(), wanted).case.case_id


def _recorded(
    desk: Desk, examined: Examined, papers: tuple[Paper, ...], decisions: tuple[Decision, ...]
) -> tuple[tuple[str, ...], Head | None]:
    taken = used(decisions, [paper.job for paper in papers])
    idle = [one for one in decisions if one not in taken]
    notices = tuple(UNUSED.format(name=f"{one.rule}:{one.about}") for one in idle)
    if not papers:
        return notices, desk.head()
    case_id = examined.case.case_id
    entries = [paper.entry for paper in papers if paper.entry]
    additions = [decision_addition(one) for one in taken]
    deed = Deed(
        case=case_id,
        casefile=examined.path,
        receipts=tuple(each for paper in papers for each in _receipts(case_id, paper)),
        additions=(
            *additions,
            *freezes(examined.case, examined.pack, papers),
            *map(issued_addition, entries),
        ),
        files={file.name: file.content for paper in papers for file in paper.files},
    )
    more, head = record(desk, deed)
    return (*notices, *more), head


def _receipts(case_id: str, paper: Paper) -> Iterator[Receipt]:
    entry = paper.entry
    if entry:
        for file in paper.files:
            yield receipt_of("issue", case_id, entry, entry.inputs, file)
