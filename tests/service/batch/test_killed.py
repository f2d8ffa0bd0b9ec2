"""Killed at any moment, a run goes on where it stopped: nothing twice, nothing missing.

`DOCGEN_KILLS=40` kills it as often as that, and a fourth of it with two workers.
"""

import os
import random
import sys
from pathlib import Path
from statistics import median

import pytest
from batchwork import families_in, many
from killwork import Program, go, must_be_whole, program
from officework import office_in

FAMILIES = 20
KILLS = int(os.environ.get("DOCGEN_KILLS", "12"))
WITH_WORKERS = max(KILLS // 4, 1)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")


def office_with(folder: Path) -> Path:
    """Lay out an office with a file of families."""
    office = office_in(folder)
    families_in(office, *many(FAMILIES))
    return office


def usual(killing: Program, folder: Path, processes: int = 1) -> float:
    """Give how long a run takes that nobody kills."""
    offices = [office_with(folder / f"whole-{n}") for n in range(3)]
    return median(killing.duration(office, "whole", processes) for office in offices)


def test_killed_at_many_moments_the_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    chance = random.Random(20251201)  # noqa: S311 - moments, no secrets
    with program() as killing:
        whole = usual(killing, tmp_path)
        for number in range(KILLS):
            office = office_with(tmp_path / f"office-{number}")
            killing.kill_after(office, 1.1 * whole * (number + chance.random()) / KILLS, "first")
            finished(office)


def test_killed_at_many_moments_while_two_others_work(tmp_path: Path) -> None:
    chance = random.Random(20251202)  # noqa: S311 - as above
    with program() as killing:
        whole = usual(killing, tmp_path, 2)
        for number in range(WITH_WORKERS):
            office = office_with(tmp_path / f"office-{number}")
            moment = 1.1 * whole * (number + chance.random()) / WITH_WORKERS
            killing.kill_after(office, moment, "first", 2)
            finished(office)


def test_killed_again_and_again_it_still_comes_to_its_end(tmp_path: Path) -> None:
    chance = random.Random(20251203)  # noqa: S311 - as above
    with program() as killing:
        whole = usual(killing, tmp_path)
        office = office_with(tmp_path / "office")
        for number in range(8):
            killing.kill_after(office, whole * chance.random() / 2, f"try-{number}")
    finished(office)


def finished(office: Path) -> None:
    """Go on with what was killed, and prove that all is there once."""
    try:
        must_be_whole(office, FAMILIES)
    except AssertionError:
        go(office, "second")
        must_be_whole(office, FAMILIES)
