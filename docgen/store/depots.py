"""A folder or an address as it was given → the depot that a run's letters go to."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.store.far_depot import FarDepot
from docgen.store.folder_depot import FolderDepot
from docgen.store.staged_letters import Depot

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
FOLDER = "file://"
REASONS: Reasons = {
    "place-holds-secret": Wording(
        "The address after --out holds a password or key; it would be written down with the run.",
        "Leave it out of the address; docs/cluster.md says where such things are kept.",
    ),
}


def depot_at(place: str) -> Depot:
    """Give the depot at a place; `file://` is a folder that other machines have, too."""
    if place.lower().startswith(FOLDER):
        return FolderDepot(Path(url2pathname(urlsplit(place).path)))
    return FarDepot(place) if is_address(place) else FolderDepot(Path(place))


def is_address(place: str) -> bool:
    """Tell an address, which other machines can reach, from a folder of this machine."""
    return ADDRESS.match(place) is not None


def given_place(place: str) -> str:
    """Give a place as a run keeps it, a folder in full; raises `UsageTrouble` for a secret."""
    if not is_address(place):
        return str(Path(place).resolve())
    parts = urlsplit(place)
    if ":" in parts.netloc.rpartition("@")[0] or parts.query:
        raise stop(UsageTrouble, REASONS, "place-holds-secret")
    return place.rstrip("/")


def below(place: str, name: str) -> str:
    """Give a place inside a place."""
    return f"{place}/{name}" if is_address(place) else str(Path(place) / name)
