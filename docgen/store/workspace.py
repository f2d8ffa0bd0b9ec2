"""A folder with docgen.yaml → the workspace: where a clerk's cases, schools and papers are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docgen.check.faults import near
from docgen.check.keys import is_file_name
from docgen.check.shape import typed
from docgen.errors import CasefileRejected, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.model.rendition import Format, Written, format_of
from docgen.store.layout import SETTINGS, lay_out
from docgen.store.sheets import read_sheet

__all__ = ["Settings", "Workspace", "every_case", "find_case", "find_workspace", "lay_out"]

FROM_ENVIRONMENT = "DOCGEN_WORKSPACE"
SQLITE = "sqlite:///"
YAML = ".yaml"

REASONS: Reasons = {
    "workspace-nowhere": Wording(
        "There is no workspace at {folder}: no file docgen.yaml lies there.",
        "Name the folder that holds docgen.yaml, or lay one out with: docgen init FOLDER.",
    ),
    "settings-faulty": Wording(
        "The settings in docgen.yaml can't be read.",
        "Put the listed lines right; docgen init lays out a fresh file to compare with.",
    ),
    "case-path-nowhere": Wording(
        "There is no casefile {wanted}.",
        "Check the path, or give the case's id alone, such as fam-0042.",
    ),
    "case-wanted-form": Wording(
        "{wanted} is neither the path of a casefile nor a case id.",
        "Give a path that ends in .yaml, or an id of lower-case letters, figures and hyphens.",
    ),
    "case-unknown": Wording(
        "There is no case {wanted} in the workspace's casefiles.",
        "Check the id, or make the case with: docgen new case.",
    ),
    "case-mistyped": Wording(
        "There is no case {wanted} in the workspace's casefiles.",
        "Did you mean {near}?",
    ),
    "case-twice": Wording(
        "The case {wanted} is there more than once: {paths}.",
        "Rename or remove all but one, or give the path of the one you mean.",
    ),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What docgen.yaml may say; folders are relative to it."""

    schema: Literal[1] = 1
    authority: str | None = None
    casefiles: str = "casefiles"
    schools: str = "schools"
    templates: str = "templates"
    translations: str = "translations"
    output: str = "output"
    keys: str = "keys"
    ledger: str = "sqlite:///ledger.db"
    formats: Written = "docx"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where everything lies; `settings` is None where no docgen.yaml was found."""

    root: Path
    authority: str | None
    casefiles: Path
    schools: Path
    templates: Path
    translations: Path
    output: Path
    keys: Path
    ledger_url: str
    settings: Path | None = None
    formats: Format = "docx"


def find_workspace(start: Path, given: Path | None, environ: Mapping[str, str]) -> Workspace:
    """Find the workspace: the one given, else upward from `start`, from here, from the environment.

    Without one the packaged packs serve as defaults, and `start` as the folder.
    Raises `UsageTrouble` for a given folder that is none, `CasefileRejected`
    for settings with faults.
    """
    if given is not None:
        return _opened(_named(given))
    found = _upward(start) or _upward(Path.cwd())
    if found is None and environ.get(FROM_ENVIRONMENT):
        found = _named(Path(environ[FROM_ENVIRONMENT]))
    if found:
        return _opened(found)
    folder = start if start.is_dir() else start.parent
    return _workspace(folder.resolve(), Settings(), None)


def _named(folder: Path) -> Path:
    file = folder if folder.name == SETTINGS else folder / SETTINGS
    if not file.is_file():
        raise stop(UsageTrouble, REASONS, "workspace-nowhere", folder=folder)
    return file


def _upward(start: Path) -> Path | None:
    real = start.resolve()
    files = (folder / SETTINGS for folder in (real, *real.parents))
    return next((file for file in files if file.is_file()), None)


def _opened(file: Path) -> Workspace:
    sheet, faults = read_sheet(file, file.name)
    settings, flaws = typed(sheet.root, Settings) if sheet else (None, ())
    if settings is None or faults:
        error = stop(CasefileRejected, REASONS, "settings-faulty")
        error.findings = (*faults, *flaws)
        raise error
    return _workspace(file.resolve().parent, settings, file)


def _workspace(root: Path, settings: Settings, file: Path | None) -> Workspace:
    return Workspace(
        root=root,
        authority=settings.authority,
        casefiles=root / settings.casefiles,
        schools=root / settings.schools,
        templates=root / settings.templates,
        translations=root / settings.translations,
        output=root / settings.output,
        keys=root / settings.keys,
        ledger_url=_ledger_url(root, settings.ledger),
        settings=file,
        formats=format_of(settings.formats),
    )


def _ledger_url(root: Path, url: str) -> str:
    """Give the ledger's URL, a file of SQLite's taken from the workspace's root."""
    if not url.startswith(SQLITE):
        return url
    return SQLITE + (root / url.removeprefix(SQLITE)).as_posix()


def find_case(workspace: Workspace, wanted: str) -> Path:
    """Find a casefile by its path or id; raises `UsageTrouble`."""
    path = Path(wanted)
    if path.suffix.casefold() in {YAML, ".yml"} or path.name != wanted:
        return _case_at(workspace, path)
    if not is_file_name(wanted):
        raise stop(UsageTrouble, REASONS, "case-wanted-form", wanted=wanted)
    found = sorted(workspace.casefiles.rglob(wanted + YAML))
    if len(found) > 1:
        paths = ", ".join(each.relative_to(workspace.casefiles).as_posix() for each in found)
        raise stop(UsageTrouble, REASONS, "case-twice", wanted=wanted, paths=paths)
    if not found:
        raise _unknown(workspace, wanted)
    return found[0]


def every_case(workspace: Workspace) -> list[Path]:
    """Give all casefiles of the workspace, in the order of their paths."""
    return sorted(path for path in workspace.casefiles.rglob("*" + YAML) if path.is_file())


def _case_at(workspace: Workspace, path: Path) -> Path:
    places = (path, workspace.root / path)
    try:
        found = next((place for place in places if place.is_file()), None)
    except OSError:  # a name that no disk can hold
        found = None
    if found is None:
        raise stop(UsageTrouble, REASONS, "case-path-nowhere", wanted=path)
    return found


def _unknown(workspace: Workspace, wanted: str) -> Exception:
    known = sorted(each.stem for each in workspace.casefiles.rglob("*" + YAML))
    begun = [name for name in known if name.startswith(wanted)]
    better = begun[0] if begun else near(wanted, known)
    if better:
        return stop(UsageTrouble, REASONS, "case-mistyped", wanted=wanted, near=better)
    return stop(UsageTrouble, REASONS, "case-unknown", wanted=wanted)
