"""A desk ↔ what another process needs to sit down at the same one."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.errors import DocgenError
from docgen.model.finding import Finding
from docgen.service.desk import Desk
from docgen.store.workspace import find_workspace


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a desk stands, the day, whose it is, and the run: all that can be told in words."""

    root: Path
    today: dt.date
    actor: str
    run: str


@dataclass(frozen=True, slots=True)
class Halt:
    """A reason to end the run, as another process can hand it over."""

    kind: type[DocgenError]
    code: str
    message: str
    remedy: str
    findings: tuple[Finding, ...]

    def raised(self) -> DocgenError:
        """Make the error anew."""
        return self.kind(self.code, self.message, self.remedy, self.findings)


def seat_of(desk: Desk) -> Seat:
    """Give a desk's seat."""
    return Seat(desk.workspace.root, desk.today, desk.actor, desk.run)


@lru_cache(maxsize=1)
def desk_at(seat: Seat) -> Desk:
    """Give the desk at a seat; packs that were opened stay open for the next brief."""
    workspace = find_workspace(seat.root, seat.root, {})
    return Desk(workspace, seat.today, seat.actor, seat.run)


def halt(error: DocgenError) -> Halt:
    """Give an error as something that can be handed over."""
    return Halt(type(error), error.code, error.message, error.remedy, error.findings)
