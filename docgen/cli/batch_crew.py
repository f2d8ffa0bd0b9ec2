"""`--crew local` or `cluster://HOST:PORT`, and how many processes → who makes the letters."""

import re
from collections.abc import Callable
from functools import partial
from os import cpu_count
from typing import Any

import click

from docgen.crew.briefs import Crew
from docgen.crew.cluster import ADDRESSES, ClusterCrew
from docgen.crew.local import LocalCrew
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.service.batch.grounds import kit_of
from docgen.service.desk import Desk

MOST = 4
"""Processes unless more are asked for: one of them keeps the disk and the ledger busy."""
LOCAL = "local"
CLUSTER = re.compile(r"(cluster(?:\+tls)?)://([^/@\s]+:\d{1,5})/?", re.ASCII)
REASONS: Reasons = {
    "crew-unknown": Wording(
        "What stands after --crew is neither `local` nor the address of a cluster.",
        "Leave --crew out, or give the address of a Dask scheduler: cluster://HOST:8786, or"
        " cluster+tls://HOST:8786 where it talks TLS.",
    ),
    "crew-counts-itself": Wording(
        "--processes is for this machine; a cluster has as many as its workers.",
        "Leave --processes out, and start more workers: dask worker HOST:8786 --nworkers 4"
        " --nthreads 1",
    ),
}


def with_crew(command: Callable[..., None]) -> Callable[..., None]:
    """Add the flags that say who makes the letters."""
    for option in (
        click.option(
            "--processes",
            metavar="NUMBER",
            type=click.IntRange(1, 256),
            help="How many processes, else one a processor, four at most.",
        ),
        click.option(
            "--crew",
            metavar="local|cluster://HOST:PORT",
            default=LOCAL,
            help="Who makes the letters: this machine, or the workers of a Dask cluster.",
        ),
    ):
        command = option(command)
    return command


def crew_for(flags: dict[str, Any], desk: Desk) -> Crew:
    """Take the crew's flags out of a command's, and give the crew; raises `UsageTrouble`."""
    crew, processes = flags.pop("crew"), flags.pop("processes")
    if crew == LOCAL:
        return LocalCrew(processes or min(cpu_count() or 1, MOST))
    asked = CLUSTER.fullmatch(crew)
    if asked is None:
        raise stop(UsageTrouble, REASONS, "crew-unknown")
    if processes is not None:
        raise stop(UsageTrouble, REASONS, "crew-counts-itself")
    address = f"{ADDRESSES[asked[1]]}://{asked[2]}"
    return ClusterCrew(address, partial(kit_of, desk.workspace))
