"""Briefs → the order in which they are given out, and once more after a worker's death or fault."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

B = TypeVar("B")
R = TypeVar("R")
AHEAD = 2
"""Briefs that a worker has in hand: one at work, one that waits while the result is looked at."""
TRIES = 2
DIED = "the worker process died"


@dataclass(frozen=True, slots=True)
class Lost:
    """A brief without a result after two tries; `why` names no values."""

    why: str


class Crew(Protocol):
    """Who runs tasks; to be used in `with`, for any number of tasks one after the other."""

    @property
    def is_here(self) -> bool:
        """Tell whether it works on this machine, and so can reach its folders."""

    def __enter__(self) -> Self:
        """Be ready."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let everybody go."""

    def work(self, task: Callable[[B], R], briefs: Iterable[B]) -> Generator[tuple[B, R | Lost]]:
        """Give results in the order in which they come; task, briefs and results are pickled."""


@dataclass
class Asked(Generic[B]):
    """A brief on its way, how many workers died over it or failed at it, or could not begin it."""

    brief: B
    failures: int = 0
    moves: int = 0


class Queue(Generic[B]):
    """Briefs not yet given out; those given back come first."""

    def __init__(self, briefs: Iterable[B]) -> None:
        """Begin with all of them to be given out."""
        self._fresh = iter(briefs)
        self._back: deque[Asked[B]] = deque()

    def next(self) -> Asked[B] | None:
        """Give the next, None when there is none."""
        if self._back:
            return self._back.popleft()
        return next((Asked(brief) for brief in self._fresh), None)

    def back(self, asked: Iterable[Asked[B]]) -> None:
        """Take back what nobody has begun."""
        self._back.extend(asked)

    def again(self, asked: Asked[B]) -> bool:
        """Take back what failed, unless it did so before."""
        asked.failures += 1
        if asked.failures < TRIES:
            self._back.append(asked)
            return True
        return False


def told(error: BaseException) -> str:
    """Name a bug by its sort and where it came up: its own words may quote somebody's values."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
