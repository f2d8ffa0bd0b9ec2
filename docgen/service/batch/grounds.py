"""An office's workspace → what its letters are made of beside the families: digest, or a kit of it.

The kit is what workers on other machines are brought. It has no keys, no ledger, no casefiles and
nothing that was made.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.crew.cluster_worker import Luggage
from docgen.service.record import release
from docgen.store.disk import disk
from docgen.store.layout import SETTINGS
from docgen.store.workspace import Workspace

PASSING = (".", "~$")
"""How names of files begin that come and go: those of an editor, or of Word while it is open."""
AWAY = "away"
PICTURES = "pictures"


def grounds_of(workspace: Workspace) -> str:
    """Give the digest of all that letters are made of beside the families themselves."""
    digest = sha256(release().encode())
    for home in _homes(workspace).values():
        for path in _files(home):
            content = sha256(_content(path)).hexdigest()
            digest.update(f"{path.relative_to(home).as_posix()}\n{content}\n".encode())
    return digest.hexdigest()


def kit_of(workspace: Workspace) -> Luggage:
    """Pack an office's papers as another machine needs them; raises `DiskTrouble`."""
    homes = _homes(workspace)
    names = {name: _place(workspace, name, home) for name, home in homes.items()}
    files = [(SETTINGS, _settings(workspace, names))]
    for name, home in homes.items():
        for path in _files(home):
            place = f"{names[name]}/{path.relative_to(home).as_posix()}"
            files.append((place, _content(path)))
    digest = sha256()
    for place, content in files:
        digest.update(f"{place}\n{sha256(content).hexdigest()}\n".encode())
    return Luggage(digest.hexdigest(), tuple(files), seated_at)


def seated_at(folder: Path, brief: Any) -> Any:  # noqa: ANN401 - any brief with a seat
    """Give a brief whose seat is where a kit was unpacked."""
    return replace(brief, seat=replace(brief.seat, root=folder))


def _homes(workspace: Workspace) -> dict[str, Path]:
    return {
        "templates": workspace.templates,
        "schools": workspace.schools,
        "translations": workspace.translations,
        PICTURES: workspace.root / PICTURES,
    }


def _place(workspace: Workspace, name: str, home: Path) -> str:
    """Give where a folder lies in the kit: where it lies in the office, if it lies in there."""
    if home.is_relative_to(workspace.root):
        return home.relative_to(workspace.root).as_posix()
    return f"{AWAY}/{name}"


def _settings(workspace: Workspace, names: dict[str, str]) -> bytes:
    """Write the settings, in JSON, which is YAML."""
    told = {name: place for name, place in names.items() if name != PICTURES}
    about = {"authority": workspace.authority} if workspace.authority else {}
    return json.dumps({"schema": 1, **about, **told, "formats": workspace.formats}).encode()


def _files(home: Path) -> Iterator[Path]:
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        if not path.name.startswith(PASSING):
            yield path


def _content(path: Path) -> bytes:
    with disk(path.name):
        return path.read_bytes()
