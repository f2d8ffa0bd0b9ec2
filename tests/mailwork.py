"""A folder with a template and a sheet for a plain mail merge, and what came of it."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from officework import TODAY
from wordfiles import letter

from docgen.press.ooxml.words import words_of
from docgen.service.batch.word import Ask, Merged, merge_rows
from docgen.service.desk import Desk, run_id
from docgen.store.archives import member
from docgen.store.ledger import Ledger
from docgen.store.workspace import find_workspace

LINES = ("Dear {{ parent_name }},", "{{ pupil.name }} is in year {{ year }}.")
HEADINGS = "UPN,Parent name,Pupil name,Year"
ROWS = ("A1,Ann O'Neill & Co,Zoë,9", "A2,Bob <b>,Yusuf,8", "A3,Cy,Mia,7")


def folder(place: Path, rows: Sequence[str] = ROWS, lines: Sequence[str] = LINES) -> Path:
    """Lay out a template and a sheet."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "letter.docx").write_bytes(letter(*lines))
    write(place, rows)
    return place


def write(place: Path, rows: Sequence[str], headings: str = HEADINGS) -> None:
    """Write the sheet anew."""
    (place / "people.csv").write_text("\n".join((headings, *rows, "")), "utf-8")


def many(count: int, spoilt: int = 0) -> list[str]:
    """Give so many rows; with `spoilt`, each so-manieth has no name in it."""
    return [
        f"A{n},{'' if spoilt and n % spoilt == 0 else f'Parent {n}'},Pupil {n},9"
        for n in range(1, count + 1)
    ]


def ask_in(place: Path, **more: Any) -> Ask:  # noqa: ANN401 - the test says what
    """Ask for letters in the folder `out`, made by this process alone."""
    out = place / "out"
    asked = Ask(place / "letter.docx", place / "people.csv", out, synced=False, processes=1)
    return replace(asked, **more)


def merge(place: Path, **more: Any) -> Merged:  # noqa: ANN401 - as above
    """Make the letters, each time as a run of its own."""
    return merge_rows(desk(place), ask_in(place, **more))


def desk(place: Path) -> Desk:
    """Open a desk in a folder that is no workspace."""
    workspace = replace(find_workspace(place, None, {}), settings=None)
    return Desk(workspace, TODAY, "st-2", run_id())


def files(place: Path) -> list[str]:
    """Name the letters that lie there."""
    kept = {"ledger.db", "keys", ".docgen", "index.csv"}
    return sorted(path.name for path in (place / "out").iterdir() if path.name not in kept)


def texts(place: Path, name: str, archive: str = "") -> list[str]:
    """Give the paragraphs of a letter."""
    out = place / "out"
    content = member(out / archive, name) if archive else (out / name).read_bytes()
    return [words.text for words in words_of(content) if words.where == "body"]


def ledger(place: Path) -> list[tuple[str, int, str]]:
    """Give number, version and format of all that the ledger has, proved to be as written."""
    out = place / "out"
    entries = Ledger(f"sqlite:///{(out / 'ledger.db').as_posix()}", out / "keys").verified()
    return [(e.number.rpartition("/")[2], e.version, e.format) for e in entries]


def rules(merged: Merged) -> dict[str, list[tuple[int, int]]]:
    """Give the rows and columns of the findings by rule."""
    return {
        told.rule: [(f.place.line, f.place.column) for f in told.shown if f.place]
        for told in merged.told
        if told.rule != "rows-column-unused"
    }


def away(place: Path) -> None:
    """Take the letters' folder away."""
    shutil.rmtree(place / "out")
