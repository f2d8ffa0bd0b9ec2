"""A run over a small roster, made to be printed: sisters, their parents, and somebody alone."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from familywork import COLUMNS, FATHER_LINE, asked, desk, line, roster_office
from pageoffice import invite

from docgen.crew.local import LocalCrew
from docgen.model.rendition import Format
from docgen.service.batch.print_source import Layout
from docgen.service.batch.printing import PrintOrder, PrintRun, print_run
from docgen.service.batch.rosters import open_source
from docgen.service.batch.run import run
from docgen.service.batch.runs import Order
from docgen.service.pdf import Engine

JOAN = {
    "Forename": "Ida", "Surname": "Pryce", "ID": "K4", "Contact": "Joan", "Family": "Pryce",
    "Address": "5 Sea View", "Postcode": "CO9 4EF", "Mobile": "07700 900104",
}  # fmt: skip
AT_HOME = {**FATHER_LINE, "Address": "14 Mill Road", "Town": "SALTMOUTH", "Postcode": "CO99 1AB"}
SISTERS = (
    f"{line()},9B",
    f"{line(1, **AT_HOME)},9B",
    f"{line(2, Forename='Maryam', DOB='01/03/2011', Year='10')},10A",
)
SHEET = (*SISTERS, f"{line(3, **JOAN)},8C")


def printable(folder: Path, *lines: str, template: bytes = b"") -> Path:
    """Lay out an office with a roster, whose invites can be set as PDFs."""
    office = roster_office(folder, *(lines or SHEET), columns=f"{COLUMNS},Class")
    pack = office / "templates" / "wessex-vale"
    (pack / "invite.docx").write_bytes(template or invite())
    return office


def made(
    office: Path,
    format_: Format = "docx",
    engine: Engine = Engine.AUTO,
    out: str | None = None,
) -> str:
    """Run the roster; gives the run's name."""
    with closing(open_source(desk(office), asked(office))) as source:
        order = Order(format=format_, engine=engine, families=1, archive=True, out=out)
        done = run(desk(office), source, order, LocalCrew())
    assert done.is_whole
    return done.run


def done(office: Path) -> str:
    """Give the name of the run that was done here."""
    (run_done,) = (office / "output" / "batches").glob("*/run.json")
    return run_done.parent.name


def laid(office: Path, name: str, layout: Layout | None = None, **order: object) -> PrintRun:
    """Lay a run out to be printed."""
    wanted = replace(PrintOrder(layout or Layout()), **order)  # type: ignore[arg-type]
    return print_run(desk(office), name, wanted, LocalCrew())
