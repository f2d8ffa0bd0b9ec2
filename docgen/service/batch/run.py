"""A source of families and an order → every letter made, recorded and delivered, once.

All families are fixed on the disk first; then chunk after chunk is made and staged by the crew,
sealed in the ledger, and brought to its place.
"""

from docgen.crew.briefs import Crew
from docgen.model.batch import Summary
from docgen.service.batch.fixing import fix
from docgen.service.batch.recording import settle_others
from docgen.service.batch.runs import Order, Run, RunHead, folder_for, write_down
from docgen.service.batch.source import Source
from docgen.service.batch.work import Told, Work, hush
from docgen.service.desk import Desk
from docgen.store.runs import begun


def run(desk: Desk, source: Source, order: Order, crew: Crew, told: Told = hush) -> Summary:
    """Run an order over all families of a source.

    Raises `UsageTrouble`, `DiskTrouble`, `LedgerTrouble` and whatever else ends a run. What was
    recorded till then stands, and `resume` goes on.
    """
    desk.must_be_an_office()
    notices = list(settle_others(desk))
    folder = folder_for(desk, order)
    begins = Run(folder, RunHead(desk.run, desk.today, desk.actor, order, source.recipe))
    with crew, begun(folder):
        folder.depot.ready()
        folder.keep_source(source.originals)
        write_down(begins)
        return Work(desk, fix(begins, source, desk, crew, told), told, notices).done(crew)
