"""Killed at any moment, a run of twenty documents is put right by the next start."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import pytest
from officework import big_family, desk_in, issued_files, office_in

from docgen.service import accounts
from docgen.service.examine import read_case
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.report import Wish

ROUNDS, DOCUMENTS = 30, 20
CASE = "fam-0900"
ISSUING = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from dataclasses import replace
from pathlib import Path
from officework import desk_in
from docgen.press.word import merge
from docgen.service.desk import run_id
from docgen.service.issue import issue
from docgen.service.report import Wish
from docgen.store.ledger import Ledger
for office in sys.stdin:
    program = os.fork()
    if program == 0:
        issue(replace(desk_in(Path(office.strip())), run=run_id()), {CASE!r}, Wish(), {{}})
        os._exit(0)
    print(program, flush=True)
    os.waitpid(program, 0)
    print("gone", flush=True)
"""


class Starter:
    """Starts one process after another that issues a case; each has everything loaded."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Hold the process that starts them."""
        assert process.stdin is not None
        assert process.stdout is not None
        self.asks, self.hears = process.stdin, process.stdout

    def start(self, office: Path) -> int:
        """Start one; gives its id."""
        self.asks.write(f"{office}\n")
        self.asks.flush()
        return int(self.hears.readline())

    def wait(self) -> None:
        """Wait until it is gone."""
        assert self.hears.readline() == "gone\n"


@contextmanager
def starter() -> Iterator[Starter]:
    """Load everything once."""
    command = [sys.executable, "-c", ISSUING]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:  # noqa: S603 - our own words
        yield Starter(process)


def duration(program: Starter, office: Path) -> float:
    """Measure how long a run takes that nobody kills."""
    begun = time.perf_counter()
    program.start(office)
    program.wait()
    return time.perf_counter() - begun


def state_of(office: Path) -> tuple[int, int, int, int]:
    """Give how many documents ledger, casefile, outbox and staging know of, none of them twice."""
    entries = accounts.list_entries(desk_in(office))
    papers = read_case(desk_in(office), office / "casefiles" / f"{CASE}.yaml")[2].issued
    files = issued_files(office, CASE)
    staging = office / "output" / ".staging"
    left = [path for path in staging.glob("*") if path.is_dir()]
    assert [entry.number for entry in entries] == [paper.number for paper in papers]
    assert len({paper.number for paper in papers}) == len(papers)
    assert len(set(files)) == len(files)
    return len(entries), len(papers), len(files), len(left)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_killed_at_thirty_moments_all_agree_after_the_next_start(tmp_path: Path) -> None:
    chance = random.Random(20251201)  # noqa: S311 - moments, no secrets
    text = big_family(DOCUMENTS // 2)
    with starter() as program:
        wholes = [duration(program, office_in(tmp_path / f"whole-{n}", text)) for n in range(3)]
        for number in range(ROUNDS):
            office = office_in(tmp_path / f"office-{number}", text)
            process = program.start(office)
            time.sleep(1.3 * median(wholes) * (number + chance.random()) / ROUNDS)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            program.wait()
            put_right(office)


def put_right(office: Path) -> None:
    """Start again, first with another errand, then to issue; prove that all agree each time."""
    generate(desk_in(office), CASE, Wish(kinds=("contract",)))
    count = state_of(office)[0]
    assert count in {0, DOCUMENTS}
    assert state_of(office) == (count, count, count, 0)
    issue(desk_in(office), CASE, Wish(), {})
    assert state_of(office) == (DOCUMENTS, DOCUMENTS, DOCUMENTS, 0)
    assert accounts.verify(desk_in(office)).head is not None
