"""An office whose worked cases have PDF forms: the checklist filled in, changed, read back."""

import datetime as dt
from pathlib import Path

from docgen.service.desk import Desk
from docgen.service.generate import generate
from docgen.service.report import Report, Wish
from docgen.store.layout import lay_out
from docgen.store.workspace import find_workspace

CASE = "fam-0201-planning-to-review"
CHECKLIST, RECEIPT = "checklist-form", "enclosure-receipt-form"
FIELDS = "templates/kent/fields.yaml"
TODAY = dt.date(2025, 12, 15)


def form_office(folder: Path) -> Desk:
    """Lay out an office, and give a desk in it."""
    lay_out(folder)
    return desk_in(folder)


def desk_in(folder: Path) -> Desk:
    """Give a desk in an office that is there."""
    workspace = find_workspace(folder, folder, {})
    return Desk(workspace, TODAY, "st-2", "20251215T120000-00000001")


def own_fields(desk: Desk, old: str, new: str, times: int = 1) -> Desk:
    """Let the office change what the packaged pack says of its fields."""
    root = desk.workspace.root
    shipped = (Path(__file__).parents[1] / FIELDS).read_text("utf-8")
    assert old in shipped
    folder = root / "templates" / "kent"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("based_on: kent 1.0\n", "utf-8")
    (folder / "fields.yaml").write_text(shipped.replace(old, new, times), "utf-8")
    return desk_in(root)


def casefile(desk: Desk, case: str = CASE) -> Path:
    """Give a case's file."""
    return next(desk.workspace.casefiles.rglob(f"{case}.yaml"))


def forms(desk: Desk, kind: str = CHECKLIST, case: str = CASE) -> Report:
    """Draft a case's forms."""
    return generate(desk, case, Wish(kinds=(kind,), every=True))


def checklist(desk: Desk, about: str = "ct-1") -> Path:
    """Draft the checklist of a contract."""
    return next(made.path for made in forms(desk).made if made.job.about == about)
