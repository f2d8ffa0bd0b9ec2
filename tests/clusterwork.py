"""A Dask cluster on this machine: a scheduler and workers, each a process that can be killed.

One program loads everything once, and every process of the cluster is split off it.
"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from batchwork import SMALL
from killwork import through
from officework import desk_in

from docgen.crew.cluster import ClusterCrew
from docgen.crew.cluster_told import Patience
from docgen.errors import DocgenError
from docgen.service.batch.grounds import kit_of

HERE = "127.0.0.1"
QUICK = Patience(answer=5, workers=20, result=30)
STARTING = f"""
import os, signal, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import clusterwork, distributed
from docgen.press.word import merge
from docgen.store.ledger import Ledger
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    name, *rest = line.rstrip("\\n").split("\\t")
    process = os.fork()
    if process == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        getattr(clusterwork, name)(*rest)
        os._exit(0)
    print(process, flush=True)
"""


def schedule(place: str, deaths: str) -> None:
    """Be a scheduler, and write its address down; so many workers may die over a brief."""
    import dask  # noqa: PLC0415 - slow to load
    from distributed import Scheduler  # noqa: PLC0415 - as above

    async def serve() -> None:
        async with Scheduler(host=HERE, port=0, dashboard=False) as scheduler:
            tell(Path(place), scheduler.address)
            await scheduler.finished()

    with dask.config.set({"distributed.scheduler.allowed-failures": int(deaths)}):
        asyncio.run(serve())


def labour(address: str, home: str) -> None:
    """Be a worker."""
    from distributed import Worker  # noqa: PLC0415 - slow to load

    async def serve() -> None:
        made = Worker(address, nthreads=1, dashboard=False, host=HERE, local_directory=home)
        async with made as worker:
            await worker.finished()

    asyncio.run(serve())


def lead(office: str, name: str, address: str, out: str) -> None:
    """Run an office's families by a cluster, and write down how that ended."""
    try:
        crew = crew_at(address, Path(office))
        done = through(Path(office), name, crew, replace(SMALL, out=out or None))
        said = "whole" if done.is_whole else "not whole"
    except DocgenError as error:
        said = error.code
    tell(Path(office, f"said-{name}"), said)


def tell(place: Path, text: str) -> None:
    """Write something down for another process, in one step."""
    part = place.with_suffix(".part")
    part.write_text(text, "utf-8")
    part.rename(place)


def crew_at(address: str, office: Path) -> ClusterCrew:
    """Give the crew of a cluster, with an office's papers."""
    return ClusterCrew(address, partial(kit_of, desk_in(office).workspace), QUICK)


class Cluster:
    """A scheduler, its workers, and whoever gives them work."""

    def __init__(self, program: "subprocess.Popen[str]", home: Path) -> None:
        """Hold what starts them; nothing is started yet."""
        assert program.stdin is not None
        assert program.stdout is not None
        self.asks, self.hears = program.stdin, program.stdout
        self.home = home
        self.address = ""
        self.scheduler = 0
        self.workers: list[int] = []

    def split(self, name: str, *rest: str) -> int:
        """Split a process off; gives its id."""
        self.asks.write("\t".join((name, *rest)) + "\n")
        self.asks.flush()
        return int(self.hears.readline())

    def begin(self, workers: int = 2, deaths: int = 3) -> None:
        """Start a scheduler, over whose briefs so many workers may die, and workers."""
        self.end()
        place = self.home / "address"
        place.unlink(missing_ok=True)
        self.scheduler = self.split("schedule", str(place), str(deaths))
        until(place.exists)
        self.address = place.read_text("utf-8")
        for _ in range(workers):
            self.hire()

    def hire(self) -> None:
        """Start a worker."""
        self.workers.append(self.split("labour", self.address, str(self.home)))

    def kill(self, process: int) -> None:
        """Kill one of the processes, and wait until it is gone."""
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        until(lambda: not is_there(process))
        if process in self.workers:
            self.workers.remove(process)

    def end(self) -> None:
        """Kill all that is left."""
        for process in (*self.workers, self.scheduler):
            if process:
                self.kill(process)
        self.scheduler = 0


def is_there(process: int) -> bool:
    """Tell whether a process is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def until(told: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end
        time.sleep(0.01)


@contextmanager
def cluster(home: Path) -> Iterator[Cluster]:
    """Load everything once; whatever is started ends with it."""
    command = [sys.executable, "-c", STARTING]
    quiet = None if "CLUSTER_LOUD" in os.environ else subprocess.DEVNULL
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=quiet, text=True) as process:  # noqa: S603 - our own words
        made = Cluster(process, home)
        try:
            yield made
        finally:
            made.end()
            assert process.stdin is not None
            process.stdin.close()
