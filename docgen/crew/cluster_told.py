"""What a cluster refuses, or how it ends → why, in plain words, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.crew.cluster_worker import Made, made_by
from docgen.errors import DocgenError, Reasons, UsageTrouble, stop
from docgen.model.finding import Wording

ABSENT = "no docgen"
REASONS: Reasons = {
    "cluster-needs-package": Wording(
        "A cluster is reached by Dask, which is not installed here.",
        'Install it: pip install "docgen[cluster]". Or leave --crew out: this machine then does'
        " the work alone.",
    ),
    "cluster-silent": Wording(
        "No scheduler answers at {address}.",
        "See that it runs (dask scheduler), that this machine may reach it, and that either both"
        " talk TLS or neither. Or leave --crew out: this machine then does the work alone.",
    ),
    "cluster-no-certificate": Wording(
        "{address} talks TLS, and this machine has no certificate to show it.",
        "Tell Dask which files to use: docs/cluster.md says how.",
    ),
    "cluster-nobody": Wording(
        "The scheduler at {address} has no workers; after {seconds:.0f} seconds none has come.",
        "Start some (dask worker {address} --nthreads 1), then run or resume again.",
    ),
    "cluster-stranger": Wording(
        "{count} of {workers} workers of {address} can't do this work: they have {theirs}; here is"
        " {ours}.",
        "Install the same docgen and Python on all machines, start those workers anew, then run or"
        " resume again.",
    ),
    "cluster-no-room": Wording(
        "A worker of {address} can't lay out the office's papers: {why}.",
        "Make room on that machine, or stop that worker, then resume the run.",
    ),
    "cluster-gone": Wording(
        "The scheduler at {address} went away.",
        "What was recorded till then stands. Start the scheduler and its workers again, then"
        " resume the run; or resume it without --crew.",
    ),
    "cluster-deserted": Wording(
        "All workers of {address} went away, and after {seconds:.0f} seconds none has come back.",
        "What was recorded till then stands. Start workers again, then resume the run; or resume"
        " it without --crew.",
    ),
    "cluster-still": Wording(
        "Nothing has come from the {workers} workers of {address} for {seconds:.0f} seconds.",
        "What was recorded till then stands. Stop those workers, start others, then resume the"
        " run; or resume it without --crew.",
    ),
}


@dataclass(frozen=True, slots=True)
class Patience:
    """For how many seconds to wait: for an answer, for workers to come, for a result."""

    answer: float = 20.0
    workers: float = 60.0
    result: float = 3600.0


USUAL = Patience()


def strangers(address: str, others: Sequence[Made | None], workers: int) -> DocgenError:
    """Make the error that tells of workers with another docgen or Python, or with none."""
    theirs = sorted({_told(made) if made else ABSENT for made in others})
    names = {"address": address, "count": len(others), "workers": max(workers, len(others))}
    told = {"theirs": " or ".join(theirs), "ours": _told(made_by())}
    return stop(UsageTrouble, REASONS, "cluster-stranger", **names, **told)


def _told(made: Made) -> str:
    return f"docgen {made.docgen} on Python {made.python}"
