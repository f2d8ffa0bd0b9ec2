# ruff: noqa: INP001 - a script, no package
"""Asked for letters line by line, docgen makes them: as its peers do, or from the sheet."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from docgen import merge_word  # noqa: E402 - docgen is found from here on
from docgen.service.batch.word import Ask, merge_rows  # noqa: E402 - as above
from docgen.service.desk import open_desk  # noqa: E402 - as above
from docgen.store.archives import write_archive  # noqa: E402 - as above


@dataclass(frozen=True, slots=True)
class Asked:
    """Letters to be made: a template, the values, the same as a sheet, and where to."""

    template: Path
    letters: list[dict[str, str]]
    rows: Path
    out: Path


def files(asked: Asked) -> None:
    """Do just what the peers do: each letter merged and written."""
    template = asked.template.read_bytes()
    for number, values in enumerate(asked.letters):
        (asked.out / f"{number}.docx").write_bytes(merge_word(template, values))


def archive(asked: Asked) -> None:
    """Merge each letter and write all of them into one synced archive."""
    template = asked.template.read_bytes()
    made = ((f"{n}.docx", merge_word(template, v)) for n, v in enumerate(asked.letters))
    write_archive(asked.out / "letters.zip", made)


def rows(asked: Asked, *, archived: bool = False) -> None:
    """Do all of `docgen batch word`: the sheet judged, names, staging, ledger, delivery."""
    ledger = asked.out / "ledger.db"
    ask = Ask(asked.template, asked.rows, asked.out, ledger=ledger, archive=archived, synced=False)
    merge_rows(open_desk(asked.out), ask)


WAYS: Mapping[str, Callable[[Asked], None]] = {
    "files": files,
    "archive": archive,
    "batch": rows,
    "batch-archive": lambda asked: rows(asked, archived=True),
}


def main() -> None:
    """Make what is asked for until nobody asks any more."""
    way = WAYS[sys.argv[1]]
    say("ready")
    for line in sys.stdin:
        told = json.loads(line)
        letters = json.loads(Path(told["values"]).read_text("utf-8"))
        asked = Asked(Path(told["template"]), letters, Path(told["rows"]), Path(told["out"]))
        begun = perf_counter()
        way(asked)
        say(str(perf_counter() - begun))


def say(words: str) -> None:
    """Answer at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
