"""Staged deliveries → documents in their case's folder and a casefile that knows of them.

Make, stage, record, deliver (decisions 8): until the ledger has a run nothing
of it can be seen; from then on nothing refuses, and what could not be done
waits in staging for the next start.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import CasefileRejected, DiskTrouble, Reasons, stop
from docgen.model.finding import Wording
from docgen.store.disk import disk, sync_folder, write_synced
from docgen.store.locks import PATIENCE, alone, if_free
from docgen.store.staging import (
    FILES,
    LOCK,
    MANIFEST,
    Delivery,
    Staged,
    read_back,
    take_away,
    write_down,
)

STAGING = ".staging"
REASONS: Reasons = {
    "addition-waits": Wording(
        "What was issued for {case} before could not yet be written into its casefile.",
        "Save and close the casefile, see that `docgen check` can read it, then run the command"
        " again.",
    ),
}
NOTICES: Mapping[str, str] = {
    "waits": "{case}: what was recorded could not be delivered in full; it waits in {staging} and"
    " is delivered at the next start. See that the casefile can be read and is not open elsewhere,"
    " then run any command that writes.",
    "aside": "{case}: another file stood where {name} belongs; it was kept as {kept}.",
    "damaged": "{run}: what was staged for this run can't be read; restore {staging} from a"
    " backup, or make its documents again with `docgen issue`.",
}
TRIES = 5


def _hush(_step: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Outbox:
    """The outbox in a workspace; `told` hears of each step when it is done."""

    folder: Path
    root: Path
    told: Callable[[str], None] = _hush
    patience: float = PATIENCE

    def at_work(self, case: str) -> AbstractContextManager[None]:
        """Hold a case, so that no other run gives its numbers; raises `DiskTrouble`."""
        return alone(self._staging / f"{case}.lock", case, self.patience)

    @contextmanager
    def staged(self, delivery: Delivery) -> Iterator[Staged]:
        """Stage a delivery and hold its folder; what fails is left for the next start to judge."""
        folder = self._staging / delivery.run
        try:
            with ExitStack() as held:
                with self._one_by_one(), disk(self._name):
                    folder.mkdir(parents=True)
                    held.enter_context(if_free(folder / LOCK))
                with disk(self._name):
                    staged = write_down(folder, delivery, self._shown(delivery.casefile))
                self.told("staged")
                yield staged
        finally:
            _clear_away(folder)

    def deliver(self, staged: Staged) -> tuple[str, ...]:
        """Bring what was recorded to its places, all of it or again at the next start.

        Doing it twice does no harm. Gives notices of what a clerk must know.
        """
        notices: list[str] = []
        try:
            notices += self._bring_files(staged)
            self._tell_casefile(staged)
            take_away(staged.folder)
        except (OSError, CasefileRejected):
            return (*notices, NOTICES["waits"].format(case=staged.case, staging=self._name))
        self.told("delivered")
        return tuple(notices)

    def recover(self, recorded: Callable[[str], bool]) -> tuple[str, ...]:
        """Put right what runs left that died: deliver what was recorded, remove the rest."""
        if not self._left():
            return ()
        notices: list[str] = []
        with self._one_by_one(), disk(self._name):
            for folder in self._left():
                with if_free(folder / LOCK) as free:
                    if free:
                        notices += self._settle(folder, recorded)
                if free:
                    _clear_away(folder)
        return tuple(notices)

    def must_not_wait(self, case: str) -> None:
        """Stop while something issued for a case is not in its casefile."""
        for folder in self._left():
            try:
                staged = read_back(folder)
            except ValueError:
                continue
            if staged and staged.case == case:
                raise stop(DiskTrouble, REASONS, "addition-waits", case=case)

    @property
    def _staging(self) -> Path:
        return self.folder / STAGING

    @property
    def _name(self) -> str:
        """Give the staging folder as messages name it."""
        return f"{self.folder.name}/{STAGING}"

    def _one_by_one(self) -> AbstractContextManager[None]:
        """Let nobody look at a folder between its making and its locking."""
        return alone(self._staging / ".lock", self._name, self.patience)

    def _left(self) -> list[Path]:
        if not self._staging.is_dir():
            return []
        return sorted(path for path in self._staging.iterdir() if path.is_dir())

    def _shown(self, casefile: Path) -> str:
        """Give a casefile's place as seen from the workspace, so that a moved office recovers."""
        real, root = casefile.resolve(), self.root.resolve()
        return real.relative_to(root).as_posix() if real.is_relative_to(root) else str(real)

    def _settle(self, folder: Path, recorded: Callable[[str], bool]) -> tuple[str, ...]:
        if not recorded(folder.name):
            take_away(folder)
            return ()
        try:
            staged = read_back(folder)
        except ValueError:
            return (NOTICES["damaged"].format(run=folder.name, staging=self._name),)
        return self.deliver(staged) if staged else ()

    def _bring_files(self, staged: Staged) -> Iterator[str]:
        home = self.folder / staged.case
        home.mkdir(parents=True, exist_ok=True)
        sync_folder(self.folder)
        for name in staged.files:
            source = staged.folder / FILES / name
            if source.exists():  # else it was brought before the lights went out
                yield from _set_aside(staged, home / name, source)
                source.replace(home / name)
                sync_folder(home)
                self.told(f"brought {name}")

    def _tell_casefile(self, staged: Staged) -> None:
        """Change the casefile as it stands at this very moment; raises `OSError` and others."""
        path = self.root / staged.casefile
        part = path.with_name(f".{path.name}.{staged.folder.name}.part")
        for _ in range(TRIES):
            before = path.read_bytes()
            after = staged.changed(before)
            part.unlink(missing_ok=True)
            if after == before:
                return
            write_synced(part, after)
            shutil.copymode(path, part)
            if path.read_bytes() == before:
                part.replace(path)
                sync_folder(path.parent)
                self.told("casefile")
                return
        part.unlink()
        raise BlockingIOError


def _set_aside(staged: Staged, place: Path, source: Path) -> Iterator[str]:
    """Keep what else may stand in a document's place: nothing is written over."""
    if place.exists() and place.read_bytes() != source.read_bytes():
        kept = place.with_name(f"{place.stem}-kept-{staged.folder.name}{place.suffix}")
        place.replace(kept)
        yield NOTICES["aside"].format(case=staged.case, name=place.name, kept=kept.name)


def _clear_away(folder: Path) -> None:
    """Remove a staging folder that holds nothing that anybody waits for."""
    if not (folder / MANIFEST).exists():
        shutil.rmtree(folder, ignore_errors=True)
