"""An empty folder → a workspace: settings, schools, worked cases, schemas and a .gitignore."""

from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk, write_whole
from docgen.store.shipped import shipped

SETTINGS = "docgen.yaml"
FOLDERS = ("schools", "casefiles", "schema")
SETTINGS_TEXT = """\
# yaml-language-server: $schema=schema/workspace.schema.json
# This file makes its folder a docgen workspace. What is left out is as shown behind the #.
schema: 1

# The authority that `docgen new case` and `docgen pack` take when none is named. A casefile
# always names its own.
# authority: ...

# Folders, as seen from this file; another drive's full path will do too.
# casefiles: casefiles          one YAML file a family, in any folders below
# schools: schools              what all cases of a school share
# templates: templates          an office's own packs, over the packaged ones file by file
# translations: translations
# output: output                drafts and issued documents
# keys: keys                    what seals the ledger: keep it private, and back it up

# The record of what was issued: a file of SQLite's, or a PostgreSQL address for many clerks.
# ledger: sqlite:///ledger.db

# What papers are made as, where a command doesn't say: docx, pdf, or docx,pdf for both.
# formats: docx
"""
IGNORED_TEXT = """\
# private, and made by the program: not for version control
/keys/
/output/
/ledger.db*
"""

REASONS: Reasons = {
    "folder-taken": Wording(
        "{folder} is a workspace already.",
        "Work in it as it is, or lay out another folder.",
    ),
    "folder-holds": Wording(
        "{folder} holds a file already that would be written over: {file}.",
        "Lay out another folder, or move that file away.",
    ),
}


def lay_out(folder: Path) -> tuple[Path, ...]:
    """Lay out a workspace and give the files written; raises `UsageTrouble` or `DiskTrouble`.

    The settings come last: a folder left half laid out is no workspace yet.
    """
    if (folder / SETTINGS).exists():
        raise stop(UsageTrouble, REASONS, "folder-taken", folder=folder)
    contents = _contents()
    taken = next((name for name in contents if (folder / name).exists()), None)
    if taken:
        raise stop(UsageTrouble, REASONS, "folder-holds", folder=folder, file=taken)
    for name, content in contents.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in contents)


def _contents() -> dict[str, bytes]:
    """Give what a new workspace holds, by place."""
    contents: dict[str, bytes] = {".gitignore": IGNORED_TEXT.encode()}
    for name in FOLDERS:
        source = shipped(name)
        with disk(name):
            for file in sorted(each for each in source.rglob("*") if each.is_file()):
                contents[f"{name}/{file.relative_to(source).as_posix()}"] = file.read_bytes()
    return contents | {SETTINGS: SETTINGS_TEXT.encode()}
