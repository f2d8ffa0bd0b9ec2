# ruff: noqa: INP001 - a script, no package
"""How long a county's letters take, from its list to sealed ledger and archives; all of it proved.

Run it in the project's folder: python benchmarks/batch.py [LETTERS]. A made-up county of a tenth
of the letters and one of all of them (100,000 unless said) go through `docgen batch run`, each with
one process and with two. Findings are compared with what is planted, each letter must be there once
and the ledger must verify. Needs Linux, as memory is read from /proc. It leaves with 1 if a floor
is missed or anything differs.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import ceil
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from threading import Event, Thread
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from benchmarks.county import Wish, lay_out  # noqa: E402 - found from here on
from benchmarks.county_proof import differences, import_earlier  # noqa: E402 - as above

LETTERS, COUNTRY = 100_000, 1_500_000
MOST_MEMORY, SLOWER, TWICE, GROWTH = 300, 1.15, 1.7, 1.1
TODAY = "2025-12-01"
BETWEEN = 0.2
"""Seconds between two looks at the memory."""
MOST_TOLD = 20
PAGE = os.sysconf("SC_PAGE_SIZE")
STAGES = ("judged", "made", "reported")
HEAD = (
    " letters  of  seconds  CPU sec ms each   judged     made reported  parent  worker   whole"
    "  disk MB"
)
HOURS, NIGHT = 3600, 8
MEGABYTE = 1_000_000


@dataclass
class Memory:
    """What a program and its workers hold, looked at now and then, in megabytes."""

    process: int
    stop: Event = field(default_factory=Event)
    parent: float = 0.0
    whole: float = 0.0
    worker: float = 0.0

    def watch(self) -> None:
        """Look until told to stop."""
        while not self.stop.wait(BETWEEN):
            parent = _held(self.process)
            workers = [_held(each) for each in _children(self.process)]
            self.parent = max(self.parent, parent)
            self.worker = max(self.worker, *workers, 0.0)
            self.whole = max(self.whole, parent + sum(workers))


@dataclass(frozen=True, slots=True)
class Measured:
    """A run as measured: its letters, seconds in all and by stage, memory, bytes on the disk."""

    letters: int
    processes: int
    seconds: float
    cpu: float
    stages: dict[str, float]
    memory: Memory
    disk: int
    faults: tuple[str, ...]

    @property
    def each(self) -> float:
        """Give milliseconds a letter."""
        return 1000 * self.seconds / max(self.letters, 1)

    @property
    def told(self) -> str:
        """Give it as a line of the table."""
        judged, made, reported = (f"{self.stages[name]:8.1f}" for name in STAGES)
        memory = self.memory
        held = f"{memory.parent:7.0f} {memory.worker:7.0f} {memory.whole:7.0f}"
        spent = f"{self.seconds:8.1f} {self.cpu:8.1f} {self.each:7.2f}"
        whole = f"{self.letters:>8,} {self.processes:>3} {spent}"
        return f"{whole} {judged} {made} {reported} {held} {self.disk / MEGABYTE:8.0f}"


def main(arguments: Sequence[str]) -> int:
    """Measure all and print the table; 1 if a floor is missed or anything differs."""
    letters = int(arguments[0]) if arguments else LETTERS
    found: dict[tuple[int, int], Measured] = {}
    _say(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for size in (letters // 10, letters):
            county = Path(folder) / f"county-{size}"
            lay_out(county, Wish(size))
            for processes in (1, 2):
                office = Path(folder) / f"office-{size}-{processes}"
                shutil.copytree(county, office)
                found[size, processes] = measured(office, processes)
                shutil.rmtree(office)
                _say(found[size, processes].told)
    _say(country(found[letters, 2]))
    missed = [*floors(found, letters), *(each for one in found.values() for each in one.faults)]
    for each in missed:
        _say(f"MISSED: {each}")
    return int(bool(missed))


def floors(found: dict[tuple[int, int], Measured], letters: int) -> Iterator[str]:
    """Tell each floor that is missed."""
    few, many, two = found[letters // 10, 1], found[letters, 1], found[letters, 2]
    slower, faster = many.each / few.each, many.seconds / two.seconds
    growth = many.memory.whole / few.memory.whole
    _say(f"time a letter, many beside few: {slower:.2f} times (at most {SLOWER})")
    _say(f"two processes beside one: {faster:.2f} times as fast (at least {TWICE})")
    _say(f"memory, many beside few: {growth:.2f} times (at most {GROWTH})")
    if slower > SLOWER:
        yield "time a letter grows with their number"
    if faster < TWICE:
        yield "two processes"
    if many.memory.whole > MOST_MEMORY or growth > GROWTH:
        yield "memory"


def country(many: Measured) -> str:
    """Say what a country's letters would take, from what was measured with two processes."""
    seconds, size = (COUNTRY * each / many.letters for each in (many.seconds, many.disk))
    hours = seconds / HOURS
    return (
        f"{COUNTRY:,} letters at {many.letters / many.seconds:.0f} a second: {hours:.1f} hours on"
        f" one machine like this, or {ceil(hours / NIGHT)} of them for a night of {NIGHT} hours;"
        f" {size / MEGABYTE / 1000:.0f} GB"
    )


def measured(office: Path, processes: int) -> Measured:
    """Run an office's list through, watched; then compare what came of it with what is planted."""
    import_earlier(office)
    command = [sys.executable, "-m", "docgen", "batch", "run", "people.csv", "--with", "frame.yaml"]
    command += ["--archive", "--processes", str(processes), "--today", TODAY, "--json"]
    env = {**os.environ, "XDG_CACHE_HOME": str(office / "cache")}  # nothing compiled before
    before, begun = getrusage(RUSAGE_CHILDREN), perf_counter()
    with subprocess.Popen(command, cwd=office, env=env, stdout=-1, text=True) as program:  # noqa: S603 - our own words
        memory = Memory(program.pid)
        watcher = Thread(target=memory.watch)
        watcher.start()
        events = list(_events(program, begun))
    seconds, after = perf_counter() - begun, getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    memory.stop.set()
    watcher.join()
    letters = events[-1][1].get("states", {}).get("made", 0)
    faults = tuple(islice(differences(office), MOST_TOLD))
    disk = sum(path.stat().st_size for path in (office / "output").rglob("*") if path.is_file())
    return Measured(letters, processes, seconds, cpu, _stages(events), memory, disk, faults)


def _events(program: "subprocess.Popen[str]", begun: float) -> Iterator[tuple[float, Any]]:
    assert program.stdout is not None  # noqa: S101 - asked for above
    for line in program.stdout:
        event = json.loads(line)
        yield perf_counter() - begun, event


def _stages(events: Sequence[tuple[float, Any]]) -> dict[str, float]:
    """Give how long it took to read and judge all, to make and record all, to report."""
    last = {event.get("event", "error"): at for at, event in events}
    judged, made = last.get("fixed", 0.0), last.get("done", 0.0)
    return {"judged": judged, "made": made - judged, "reported": events[-1][0] - made}


def _held(process: int) -> float:
    """Give the memory that a process holds now, 0 once it is gone."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * PAGE / MEGABYTE


def _children(process: int) -> list[int]:
    """Give the processes that a process started."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    except OSError:
        return []
    return [int(word) for word in text.split()]


def _say(line: str) -> None:
    sys.stdout.write(f"{line.rstrip()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
