"""A family of errors → the exit status of the program: the one table (decisions 4)."""

from enum import IntEnum

from docgen.errors import DocgenError


class Status(IntEnum):
    """What the program's exit status says to whoever started it."""

    MADE = 0
    BUG = 1
    USAGE = 2
    REJECTED = 3
    STOPPED = 4
    TEMPLATE = 5
    WORDING = 6
    DIFFERS = 7
    DISK = 8
    LEDGER = 9
    INTERRUPTED = 130  # as shells say it; not in the table, because no error of docgen's own


FAMILIES = {
    "bug": Status.BUG,
    "usage": Status.USAGE,
    "casefile-rejected": Status.REJECTED,
    "template-rejected": Status.TEMPLATE,
    "wording-missing": Status.WORDING,
    "output-differs": Status.DIFFERS,
    "disk": Status.DISK,
    "ledger": Status.LEDGER,
}


def status_of(error: DocgenError) -> Status:
    """Give the exit status of an error."""
    return FAMILIES[error.family]
