"""An office's folder → laid out, its pack chosen, the schemas of what people write in it."""

import json
import os
from pathlib import Path

from docgen.errors import CasefileRejected, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.sheet import Fields
from docgen.service.packs import list_packs
from docgen.store.disk import write_whole
from docgen.store.layout import lay_out
from docgen.store.schemas import SCHEMAS
from docgen.store.sheets import read_sheet
from docgen.store.workspace import Workspace

REASONS: Reasons = {
    "authority-unsaid": Wording(
        "The settings don't say which authority is meant.",
        "Write `authority: NAME` into docgen.yaml, or into the frame of a batch (--with FILE). "
        "`docgen new` and `docgen pack` take --authority NAME, too. There are: {known}.",
    ),
    "schools-missing": Wording(
        "There is no school in the folder {folder} yet.",
        "Write its file first, such as s-1.yaml; `docgen init FOLDER` lays out examples.",
    ),
    "staff-unreadable": Wording(
        "The file of the school {school} names no staff.",
        "Put it right first: `docgen check` on a case of that school tells all that is wrong.",
    ),
}


def lay_out_office(folder: Path) -> tuple[Path, ...]:
    """Lay out a workspace and give the files written; raises `UsageTrouble` or `DiskTrouble`."""
    return lay_out(folder)


def schema_names() -> tuple[str, ...]:
    """List what there are schemas for."""
    return tuple(SCHEMAS)


def schema_text(name: str) -> str:
    """Give a schema by its name in `SCHEMAS`, as JSON; raises `KeyError`."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def write_schema(name: str, path: Path) -> None:
    """Write a schema into a file, over an older one; raises `DiskTrouble`."""
    write_whole(path, schema_text(name).encode())


def authority_for(workspace: Workspace, given: str | None, kind: str | None = None) -> str:
    """Give the authority asked for, else the workspace's, else the only one that has the kind."""
    if given or workspace.authority:
        return given or str(workspace.authority)
    packs = [listed.pack for listed in list_packs(workspace) if listed.pack]
    fitting = [pack.authority for pack in packs if kind is None or kind in pack.kinds]
    if len(fitting) != 1:
        known = ", ".join(fitting or [pack.authority for pack in packs])
        raise stop(UsageTrouble, REASONS, "authority-unsaid", known=known)
    return fitting[0]


def school_keys(workspace: Workspace) -> tuple[str, ...]:
    """List the keys of the office's schools; raises `UsageTrouble` when there are none."""
    keys = tuple(sorted(path.stem for path in workspace.schools.glob("*.yaml")))
    if not keys:
        raise stop(UsageTrouble, REASONS, "schools-missing", folder=workspace.schools.name)
    return keys


def staff_keys(workspace: Workspace, school: str) -> tuple[str, ...]:
    """List the keys of a school's staff; raises `CasefileRejected` when nobody can be read."""
    path = workspace.schools / f"{school}.yaml"
    sheet, findings = read_sheet(path, f"{path.parent.name}/{path.name}")
    staff = sheet.root.get("staff") if sheet else None
    if not isinstance(staff, Fields) or not staff.entries:
        error = stop(CasefileRejected, REASONS, "staff-unreadable", school=school)
        error.findings = findings
        raise error
    return tuple(key.text for key, _ in staff.entries)


def schema_place(workspace: Workspace) -> str:
    """Give the casefile's schema as seen from the folder of casefiles, for an editor."""
    file = workspace.root / "schema" / "casefile.schema.json"
    try:
        return Path(os.path.relpath(file, workspace.casefiles)).as_posix()
    except ValueError:  # another drive of Windows
        return file.as_uri()
