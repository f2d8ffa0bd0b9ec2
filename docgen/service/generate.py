"""A casefile and a wish → drafts to look at: marked as drafts, freely replaced, not recorded."""

from collections.abc import Iterable

from docgen.errors import LedgerTrouble
from docgen.model.case import Case
from docgen.model.plan import Job, State
from docgen.model.rendition import ENDINGS
from docgen.plan.names import file_name
from docgen.service.choose import chosen
from docgen.service.desk import Desk
from docgen.service.examine import examine_case, making_for, placed
from docgen.service.misgivings import otherwise
from docgen.service.papers import make_papers
from docgen.service.report import Head, Made, Report, Wish, lying
from docgen.service.typeset import Order
from docgen.store.drafts import put_drafts

DRAFTED = frozenset({State.DUE, State.HELD})


def generate(desk: Desk, wanted: str, wish: Wish) -> Report:
    """Draft what is due or held; with `wish.every` what is past or issued, too; never refused."""
    notices = desk.recover()
    examined = examine_case(desk, wanted)  # stops 2 to 4: read, judge, plan
    jobs, left_out = chosen(examined, wish)
    states = DRAFTED | ({State.PAST, State.ISSUED} if wish.every else set())
    asked = [job for job in jobs if job.state in states]
    making = making_for(desk, examined.case)
    order = Order(desk.today, engine=wish.engine, screen=wish.screen)
    papers, faulty = make_papers(making, asked, order)  # stop 5: make
    desk.told("made")
    folder = desk.workspace.output / examined.case.case_id / "draft"
    contents = {file.name: file.content for paper in papers for file in paper.files}
    put_drafts(folder, examined.case.case_id, contents, _replaced(examined.case, jobs, wish))
    desk.told("delivered")
    idle = [job for job in jobs if job.state not in states]
    head, trouble = _head(desk)
    return Report(
        case_id=examined.case.case_id,
        made=tuple(Made(p.job, lying(folder, p.files)) for p in papers),
        standing=tuple(job for job in idle if job.state is State.ISSUED),
        stopped=(
            *(job for job in idle if job.state is not State.ISSUED),
            *placed(faulty, examined.sheet.root),
        ),
        left_out=left_out,
        findings=examined.findings,
        notices=(*notices, *otherwise(desk, examined.case, idle, wish), *trouble),
        head=head,
    )


def _replaced(case: Case, jobs: Iterable[Job], wish: Wish) -> frozenset[str] | None:
    """Name the drafts that a run may take away: all of the case's, or those asked for."""
    if not (wish.kinds or wish.keys):
        return None
    drafts = (file_name(job, case.case_id, None, ending) for job in jobs for ending in ENDINGS)
    return frozenset(drafts)


def _head(desk: Desk) -> tuple[Head | None, tuple[str, ...]]:
    """Give how far the ledger goes; one that can't be read hinders no draft."""
    try:
        return desk.head(), ()
    except LedgerTrouble as trouble:
        return None, (f"{trouble.message} {trouble.remedy}",)
