"""A run by a cluster of two workers, whoever of it is killed: nothing twice, nothing missing.

`DOCGEN_KILLS=40` kills each as often as that.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batchwork import families_in, many
from clusterwork import Cluster, cluster, is_there, until
from killwork import go, must_be_whole
from officework import office_in

FAMILIES = 15
USUAL: dict[str, float] = {}
KILLS = int(os.environ.get("DOCGEN_KILLS", "2"))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Start what all clusters are split off: it takes seconds to load."""
    with cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


def office_with(folder: Path) -> Path:
    """Lay out an office with a file of families."""
    office = office_in(folder)
    families_in(office, *many(FAMILIES))
    return office


def led(theirs: Cluster, office: Path, name: str, out: str = "") -> int:
    """Begin to run an office's families, or go on; gives the process that does."""
    return theirs.split("lead", str(office), name, theirs.address, out)


def said(office: Path, name: str, process: int) -> str:
    """Wait until a run has ended, and give how; nothing if it was killed."""
    until(lambda: not is_there(process))
    path = office / f"said-{name}"
    return path.read_text("utf-8") if path.exists() else ""


def usual(theirs: Cluster, folder: Path) -> float:
    """Give how long a run takes that nobody kills, after one that warms the workers up."""
    for name in ("warm", "whole") if "whole" not in USUAL else ():
        office = office_with(folder / name)
        begun = time.perf_counter()
        assert said(office, name, led(theirs, office, name)) == "whole"
        USUAL[name] = time.perf_counter() - begun
        must_be_whole(office, FAMILIES)
    return USUAL["whole"]


def moments(seed: int, whole: float) -> Iterator[float]:
    """Give moments of a run, spread over all of it."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    yield from (1.1 * whole * (number + chance.random()) / KILLS for number in range(KILLS))


def killed(
    theirs: Cluster, folder: Path, seed: int, victim: Callable[[int], int]
) -> Iterator[tuple[Path, str]]:
    """Run office after office, and kill somebody on the way; give how each ended."""
    theirs.begin()
    whole = usual(theirs, folder)
    for number, moment in enumerate(moments(seed, whole)):
        office = office_with(folder / f"office-{number}")
        process = led(theirs, office, "first", f"file://{office}-far" if number % 2 else "")
        time.sleep(moment)
        theirs.kill(victim(process))
        yield office, said(office, "first", process)
    theirs.end()


def test_killed_at_many_moments_whoever_gave_the_work(theirs: Cluster, tmp_path: Path) -> None:
    for office, _ in killed(theirs, tmp_path, 20251211, lambda process: process):
        assert said(office, "second", led(theirs, office, "second")) == "whole"
        must_be_whole(office, FAMILIES)


def test_a_worker_that_is_killed_is_not_missed(theirs: Cluster, tmp_path: Path) -> None:
    for office, how in killed(theirs, tmp_path, 20251212, lambda _: theirs.workers[0]):
        assert how == "whole"
        must_be_whole(office, FAMILIES)
        theirs.hire()


def test_a_scheduler_that_is_killed_ends_the_run_and_this_machine_goes_on(
    theirs: Cluster, tmp_path: Path
) -> None:
    for office, how in killed(theirs, tmp_path, 20251213, lambda _: theirs.scheduler):
        assert how in {"whole", "cluster-gone", "cluster-silent", "cluster-nobody"}
        go(office, "second")
        must_be_whole(office, FAMILIES)
        theirs.end()
        theirs.begin()
