"""An office as `docgen init` lays it out, and the command line run in it as a clerk does."""

import json
import shutil
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from docgen.cli.main import docgen

TODAY = "2025-12-04"
CASE = "fam-0042"
# Kinds of its papers of which one each is due on that day; a contract is held, another refused.
THREE = ("--kind", "contract", "--kind", "copy-letter", "--kind", "failed-contract")
LET_GO = tuple(
    word for tag in ("pl", "ur") for word in ("--reason", f"T-18:{tag}=An interpreter read it")
)
"""Why its letters go out though nobody checked their translations."""
WAITING = "fam-0204-three-months"  # nothing refuses its papers; its contract waits for a reason


def run(office: Path, *words: str, typed: str | None = None) -> Result:
    """Run the command line in an office, on 4 December 2025."""
    everywhere = ["--workspace", str(office), "--today", TODAY, "--by", "st-2"]
    return CliRunner().invoke(docgen, [*everywhere, *words], input=typed)


def told(office: Path, *words: str) -> dict[str, Any]:
    """Run a command with `--json` and give what it told, with the exit status it said."""
    result = run(office, *words, "--json")
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["exit"] == result.exit_code
    return answer


def new_office(pattern: Path, folder: Path) -> Path:
    """Copy an office that nobody has worked in."""
    shutil.copytree(pattern, folder)
    return folder


def casefile(office: Path, case: str = CASE) -> Path:
    """Give a case's file."""
    return next((office / "casefiles").rglob(f"{case}.yaml"))


def change(office: Path, old: str, new: str, case: str = CASE) -> None:
    """Change the first place of a casefile where a text stands."""
    path = casefile(office, case)
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes; locks, which hold nothing, aside."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    kept = (path for path in files if path.suffix != ".lock" and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}
