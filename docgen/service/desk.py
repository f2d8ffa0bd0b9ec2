"""Where, when and in whose name a clerk works → the desk that every service works at."""

import datetime as dt
import getpass
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Wording
from docgen.service.packs import LoadedPack, load_pack
from docgen.service.report import Head
from docgen.service.tongues import Tongues, tongues_of
from docgen.store.outbox import Outbox
from docgen.store.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from docgen.store.ledger import Ledger, Stamp

LONGEST_ACTOR = 60
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
REASONS: Reasons = {
    "workspace-needed": Wording(
        "There is no workspace here, so there is no ledger to record in.",
        "Lay one out with `docgen init FOLDER`, or name yours with --workspace.",
    ),
    "today-unreadable": Wording(
        "DOCGEN_TODAY is set, but it is no date.",
        "Set it to a date like 2025-11-03, or unset it.",
    ),
    "actor-unreadable": Wording(
        "Who does this must be said on one line, in at most 60 letters.",
        "Give a staff key: --by st-2, or set DOCGEN_ACTOR.",
    ),
}


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _hush(_step: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Desk:
    """What a run needs; packs and the ledger are opened when they are first used.

    `now` gives the time in UTC, for the ledger alone; `run` is the run's own
    id; `told` hears of each step when it is done.
    """

    workspace: Workspace
    today: dt.date
    actor: str
    run: str
    now: Callable[[], dt.datetime] = _utc_now
    told: Callable[[str], None] = _hush
    _packs: dict[str, LoadedPack] = field(default_factory=dict, repr=False, compare=False)
    _tongues: dict[str, Tongues] = field(default_factory=dict, repr=False, compare=False)

    def pack(self, authority: str) -> LoadedPack:
        """Give an authority's pack; raises `TemplateRejected`."""
        if authority not in self._packs:
            self._packs[authority] = load_pack(self.workspace, authority)
        return self._packs[authority]

    def tongues(self, authority: str) -> Tongues:
        """Give what there is of an authority's papers in other languages and plain words."""
        if authority not in self._tongues:
            self._tongues[authority] = tongues_of(self.workspace, authority)
        return self._tongues[authority]

    @cached_property
    def ledger(self) -> "Ledger":
        """Give the ledger."""
        from docgen.store.ledger import Ledger  # noqa: PLC0415 - its database is slow to load

        return Ledger(self.workspace.ledger_url, self.workspace.keys)

    @property
    def stamp(self) -> "Stamp":
        """Give what stands in each entry of this run."""
        from docgen.store.ledger import Stamp  # noqa: PLC0415 - its database is slow to load

        return Stamp(self.run, self.actor, self.now().isoformat(timespec="seconds"))

    def head(self) -> Head | None:
        """Give how far the ledger goes, None while it has no entry; raises `LedgerTrouble`."""
        last = self.ledger.last()
        return Head(last.seq, last.seal) if last else None

    @cached_property
    def outbox(self) -> Outbox:
        """Give the outbox."""
        return Outbox(self.workspace.output, self.workspace.root, self.told)

    def must_be_an_office(self) -> None:
        """Stop where there is no workspace that could keep a ledger; raises `UsageTrouble`."""
        if self.workspace.settings is None:
            raise stop(UsageTrouble, REASONS, "workspace-needed")

    def quiet(self) -> "Desk":
        """Give the same desk, telling nobody of its steps."""
        return replace(self, told=_hush)

    def recover(self) -> tuple[str, ...]:
        """Put right what runs left that died; gives notices."""
        return self.outbox.recover(self._was_recorded)

    def _was_recorded(self, run: str) -> bool:
        return self.ledger.has_run(run)


def open_desk(
    start: Path,
    given: Path | None = None,
    today: dt.date | None = None,
    by: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Desk:
    """Open a desk in the workspace around `start`, or in the one given; raises `UsageTrouble`."""
    workspace = find_workspace(start, given, environ)
    actor = _actor(by or environ.get("DOCGEN_ACTOR", ""))
    return Desk(workspace, today or _today(environ.get("DOCGEN_TODAY", "")), actor, run_id())


def run_id() -> str:
    """Make a run's id: its time, so that runs sort, and a chance part, so that none are alike."""
    return f"{_utc_now():%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"


def _today(text: str) -> dt.date:
    if not text:
        return dt.datetime.now().astimezone().date()
    try:
        if DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise stop(UsageTrouble, REASONS, "today-unreadable")


def _actor(given: str) -> str:
    if not given:
        return _system_user()
    if not _readable(given):
        raise stop(UsageTrouble, REASONS, "actor-unreadable")
    return given


def _system_user() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # Windows without USERNAME, a user without a name
        return "unknown"
    return name if _readable(name) else "unknown"


def _readable(name: str) -> bool:
    steering = any(unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} for sign in name)
    return bool(name.strip()) and len(name) <= LONGEST_ACTOR and not steering
