"""A picture's path in somebody's data → its bytes, if it lies in the folder that may be read."""

from pathlib import Path

from docgen.errors import CasefileRejected, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk

LARGEST = 10_000_000
REASONS: Reasons = {
    "picture-outside": Wording(
        "A picture of the data does not lie in the folder of the pictures.",
        "Put it there, and write its name alone, without a drive and without “..”.",
    ),
}


def read_within(folder: Path, path: Path) -> bytes:
    """Read a picture below a folder; raises `CasefileRejected` for any other, `DiskTrouble`."""
    with disk(path.name):
        whole = (folder / path).resolve()
        if not whole.is_relative_to(folder.resolve()):
            raise stop(CasefileRejected, REASONS, "picture-outside")
        with whole.open("rb") as file:
            return file.read(LARGEST + 1)
