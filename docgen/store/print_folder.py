"""Files to be printed, written one after the other → a folder that holds just these, in one step.

    output/batches/<run>/print/     PDFs, index.csv, cover-sheet.html, order.json

Until all are written, the folder of an earlier print run stays as it is.
"""

import csv
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from docgen.store.disk import disk, sync_folder, write_synced
from docgen.store.locks import alone

PRINT, FRESH, OLD, ASIDE = "print", ".print-new", ".print-old", ".print-aside"
LOCK = "print.lock"
INDEX, COVER, ORDER = "index.csv", "cover-sheet.html", "order.json"
SIGNED = "utf-8-sig"
"""Excel knows UTF-8 by the mark at its beginning."""


@contextmanager
def fresh_prints(run: Path) -> Iterator[tuple[Path, Path]]:
    """Give a folder to write into and one for what is thrown away; raises `DiskTrouble`.

    What is written takes the place of the last print run when all went well. One at a time.
    """
    with alone(run / LOCK, f"the print run of {run.name}", 0):
        folder, fresh = run / PRINT, run / FRESH
        old, aside = run / OLD, run / ASIDE
        try:
            with disk(PRINT):
                for left in (fresh, old, aside):  # from a print run that was stopped
                    shutil.rmtree(left, ignore_errors=True)
                fresh.mkdir()
                aside.mkdir()
            yield fresh, aside
            with disk(PRINT):
                if folder.exists():
                    folder.rename(old)
                fresh.rename(folder)
                sync_folder(run)
        finally:
            for left in (fresh, old, aside):
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def spare_folder(run: Path) -> Iterator[Path]:
    """Give a folder for what is thrown away afterwards; raises `DiskTrouble`."""
    spare = run / f"{ASIDE}-{secrets.token_hex(4)}"
    try:
        with disk(PRINT):
            spare.mkdir()
        yield spare
    finally:
        shutil.rmtree(spare, ignore_errors=True)


def put(folder: Path, name: str, content: bytes) -> None:
    """Write a file, in the place of one that was written before; raises `DiskTrouble`."""
    with disk(name):
        (folder / name).unlink(missing_ok=True)
        write_synced(folder / name, content)


@contextmanager
def written(folder: Path, name: str) -> Iterator[BinaryIO]:
    """Give a file to be written bit by bit, over one that was there; raises `DiskTrouble`."""
    with disk(name), (folder / name).open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put_index(folder: Path, headings: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write the list of all letters as a CSV; raises `DiskTrouble`."""
    with disk(INDEX), (folder / INDEX).open("w", encoding=SIGNED, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)


def read_index(run: Path) -> Iterator[Mapping[str, str]]:
    """Read the list of all letters, none if nothing was laid out; raises `DiskTrouble`."""
    path = run / PRINT / INDEX
    if path.is_file():
        with disk(INDEX), path.open(encoding=SIGNED, newline="") as file:
            yield from csv.DictReader(file)


def put_order(folder: Path, order: Mapping[str, object]) -> None:
    """Write down how a print run was asked for; raises `DiskTrouble`."""
    put(folder, ORDER, json.dumps(order, indent=1).encode())


def read_order(run: Path) -> Mapping[str, Any] | None:
    """Read how a print run was asked for, None if there was none; raises `DiskTrouble`."""
    path = run / PRINT / ORDER
    if not path.is_file():
        return None
    with disk(ORDER):
        told: Mapping[str, Any] = json.loads(path.read_bytes())
    return told
