"""How far a run has come → a bar on a terminal, lines elsewhere, or events in JSON."""

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from time import monotonic
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar

from docgen.cli.answering import in_lines, say_event
from docgen.model.batch import Progress

BETWEEN = 30.0
"""Seconds between lines where nobody watches a terminal."""
SOON = 1.0
AGAIN = "If anything stops it, run the same command again: it goes on from where it stood."
HINT = "Run {run}. If anything stops it: docgen batch resume {run}"


class Events:
    """Says each step as a line of JSON."""

    def __enter__(self) -> Self:
        """Begin: whatever is said from now on is one line."""
        in_lines()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End."""

    def __call__(self, progress: Progress) -> None:
        """Say a step."""
        told = asdict(progress)
        say_event({"event": told.pop("stage"), **told})


@dataclass
class Lines:
    """Says on stderr how far it is, now and then."""

    say: Callable[[str], None] = lambda line: click.echo(line, err=True)
    tick: Callable[[], float] = monotonic
    hint: str = HINT
    said: str = ""
    last: float = 0.0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End."""

    def __call__(self, progress: Progress) -> None:
        """Say a step, if it is time."""
        now = self.tick()
        if not self.said:
            self.said, self.last = progress.run, now
            self.say(self.hint.format(run=progress.run))
        if now - self.last >= BETWEEN:
            self.last = now
            self.say(far(progress))


class Screen:
    """Shows a bar on a terminal's stderr."""

    def __init__(self, console: Console | None = None, hint: str = HINT) -> None:
        """Lay the bar out; it is shown from the first step on."""
        self._hint = hint
        self._console = console or Console(stderr=True)
        self._bar = Bar(BarColumn(), TextColumn("{task.description}"), console=self._console)
        self._task = self._bar.add_task("Reading the sheet", total=None)
        self._said = ""

    def __enter__(self) -> Self:
        """Begin."""
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bar as it stands."""
        self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Show a step."""
        if not self._said:
            self._said = progress.run
            self._bar.console.print(self._hint.format(run=progress.run), highlight=False)
        total = progress.of or None
        done = progress.letters if total else 0
        self._bar.update(self._task, total=total, completed=done, description=far(progress))


def teller(*, json: bool, hint: str = HINT) -> Events | Lines | Screen:
    """Choose how progress is told: in JSON, on a terminal, or where nobody watches."""
    if json:
        return Events()
    return Screen(hint=hint) if sys.stderr.isatty() else Lines(hint=hint)


def far(progress: Progress) -> str:
    """Tell how far a run is: `1,200 of 9,800 letters, 310 a second, 0:00:28 left`."""
    if progress.stage == "fixed":
        return f"judging families: {progress.letters:,} letters to make so far"
    told = f"{progress.letters:,} of {progress.of:,} letters" if progress.of else ""
    told = told or f"{progress.letters:,} letters"
    if progress.per_second:
        told += f", {progress.per_second:,.0f} a second"
    if progress.left is not None and progress.left >= SOON:
        told += f", {dt.timedelta(seconds=round(progress.left))} left"
    return told
