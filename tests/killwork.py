"""Runs in processes of their own, with everything loaded, to be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from batchwork import FILE, SMALL, Families, letters_in, reopen
from officework import desk_in

from docgen.crew.local import Crew, LocalCrew
from docgen.model.batch import Summary
from docgen.service import accounts
from docgen.service.batch.history import register_of
from docgen.service.batch.resume import resume, unfinished
from docgen.service.batch.run import run
from docgen.service.batch.runs import Order, open_run
from docgen.store.runs import every_run

OTHER = "other"
"""The name of a run that begins whatever else is at work."""
RUNNING = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from killwork import go
from docgen.press.word import merge
from docgen.store.ledger import Ledger
for line in sys.stdin:
    office, name, processes = line.rstrip().split("\\t")
    program = os.fork()
    if program == 0:
        go(Path(office), name, int(processes))
        os._exit(0)
    print(program, flush=True)
    os.waitpid(program, 0)
    print("gone", flush=True)
"""


def go(office: Path, name: str, processes: int = 1) -> Summary:
    """Go on with the run of an office that is not whole, or begin one."""
    return through(office, name, LocalCrew(processes), replace(SMALL, archive=processes > 1))


def through(office: Path, name: str, crew: Crew, order: Order) -> Summary:
    """Do the same by any crew."""
    desk = replace(desk_in(office), run=name)
    if unfinished(desk) and name != OTHER:
        return resume(desk, unfinished(desk)[0], crew, reopen)
    return run(desk, Families(office / FILE), order, crew)


class Program:
    """Starts one run after another."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Hold the process that starts them."""
        assert process.stdin is not None
        assert process.stdout is not None
        self.asks, self.hears = process.stdin, process.stdout

    def start(self, office: Path, name: str, processes: int = 1) -> int:
        """Start one; gives its id."""
        self.asks.write(f"{office}\t{name}\t{processes}\n")
        self.asks.flush()
        return int(self.hears.readline())

    def wait(self) -> None:
        """Wait until it is gone."""
        assert self.hears.readline() == "gone\n"

    def kill_after(self, office: Path, seconds: float, name: str, processes: int = 1) -> None:
        """Start one and kill it after a time."""
        process = self.start(office, name, processes)
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        self.wait()

    def duration(self, office: Path, name: str, processes: int = 1) -> float:
        """Measure how long a run takes that nobody kills."""
        begun = time.perf_counter()
        self.start(office, name, processes)
        self.wait()
        return time.perf_counter() - begun


@contextmanager
def program() -> Iterator[Program]:
    """Load everything once."""
    command = [sys.executable, "-c", RUNNING]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:  # noqa: S603 - our own words
        yield Program(process)


def must_be_whole(office: Path, families: int) -> None:
    """Prove that each planned letter is there exactly once, wherever anything is written down."""
    desk = desk_in(office)
    names = [folder.run for folder in every_run(office / "output") if folder.is_begun]
    wanted = sorted(f"b-{case}/{n}" for case in range(1, families + 1) for n in (1, 2))
    made = [each for name in names for each in open_run(desk, name).outcomes()]
    numbers = sorted(each.number for each in made if each.state == "made")
    assert numbers == wanted
    assert sorted(entry.number for entry in accounts.list_entries(desk)) == wanted
    letters = [letter for name in names for letter in letters_in(office, name)]
    assert sorted(letters) == sorted(f.name for each in made for f in each.files)
    assert len(letters) == len(wanted)
    registered = register_of(desk).of([f"b-{case}" for case in range(1, families + 1)])
    assert sorted(each.number for some in registered.values() for each in some) == wanted
    assert not unfinished(desk)
    staging = [each for name in names for each in open_run(desk, name).folder.depot.waiting()]
    assert not staging
    assert accounts.verify(desk).head is not None
