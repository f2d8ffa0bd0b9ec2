"""A task and its briefs → results as they come in, by worker processes of this machine.

A worker that dies takes one brief with it: another worker tries that once more. Workers go when
the process goes that started them, however it ends.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self

from docgen.crew.briefs import AHEAD, DIED, Asked, B, Crew, Lost, Queue, R, told

__all__ = ["DIED", "Crew", "LocalCrew", "Lost", "told"]

GRACE = 5.0
NO_MORE = b""


@dataclass
class _Worker:
    """A process, how to ask it and to hear it, and what it was asked, oldest first."""

    process: SpawnProcess
    asks: Connection
    hears: Connection
    asked: "deque[Asked[Any]]" = field(default_factory=deque)


class LocalCrew:
    """Workers on this machine; with one, this very process does the work."""

    is_here = True

    def __init__(self, processes: int = 1) -> None:
        """Begin without workers: they come with the first task."""
        self.processes = processes
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Be ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let all workers go; those with nothing to do may end by themselves."""
        for worker in self._workers:
            with suppress(OSError):
                worker.asks.send_bytes(NO_MORE)
        for worker in self._workers:
            _dismiss(worker, GRACE if kind is None and not worker.asked else 0)
        self._workers.clear()

    def work(self, task: Callable[[B], R], briefs: Iterable[B]) -> Generator[tuple[B, R | Lost]]:
        """Give results in the order in which they come."""
        queue = Queue(briefs)
        if self.processes == 1:
            yield from _alone(task, queue)
            return
        try:
            while self._feed(task, queue):
                yield from self._heard(queue)
        finally:
            for worker in [each for each in self._workers if each.asked]:
                self._dismiss(worker)

    def _feed(self, task: Callable[[B], R], queue: Queue[B]) -> bool:
        """Give each worker something to do; tells whether anything is on its way."""
        for place in range(AHEAD):
            for number in range(self.processes):
                if number < len(self._workers) and len(self._workers[number].asked) > place:
                    continue
                asked = queue.next()
                if asked is None:
                    break
                if number >= len(self._workers):
                    self._workers.append(_hired())
                self._ask(self._workers[number], task, asked)
        return any(worker.asked for worker in self._workers)

    def _ask(self, worker: _Worker, task: Callable[[B], R], asked: Asked[B]) -> None:
        worker.asked.append(asked)
        try:
            worker.asks.send_bytes(pickle.dumps((task, asked.brief)))
        except OSError:  # it died; that is heard of when it is listened to
            return

    def _heard(self, queue: Queue[B]) -> Iterator[tuple[B, Any]]:
        busy = [worker for worker in self._workers if worker.asked]
        ready = connection.wait([worker.hears for worker in busy])
        for worker in [each for each in busy if each.hears in ready]:
            try:
                answer = worker.hears.recv()
            except (EOFError, OSError):
                answer = Lost(DIED)
            asked = worker.asked.popleft()
            if answer == Lost(DIED):
                queue.back(worker.asked)
                worker.asked.clear()
                self._dismiss(worker)
            if not (isinstance(answer, Lost) and queue.again(asked)):
                yield asked.brief, answer

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        _dismiss(worker, 0)


def _alone(task: Callable[[B], R], queue: Queue[B]) -> Iterator[tuple[B, R | Lost]]:
    while asked := queue.next():
        answer = _tried(task, asked.brief)
        if not (isinstance(answer, Lost) and queue.again(asked)):
            yield asked.brief, answer


def _tried(task: Callable[[B], R], brief: B) -> R | Lost:
    try:
        return task(brief)
    except Exception as error:  # noqa: BLE001 - one brief must not stop the others
        return Lost(told(error))


def _hired() -> _Worker:
    """Start a worker: by spawn, as on every system."""
    context = get_context("spawn")
    theirs, asks = context.Pipe(duplex=False)
    hears, says = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, says), daemon=True)
    process.start()
    theirs.close()
    says.close()
    return _Worker(process, asks, hears)


def _dismiss(worker: _Worker, grace: float) -> None:
    worker.process.join(grace)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
    worker.asks.close()
    worker.hears.close()


def _serve(line: Connection, says: Connection) -> None:
    """Do what is asked until nobody asks any more: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asks decides when to stop
    asked: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(line, asked), daemon=True).start()
    while brief := asked.get():
        says.send_bytes(_answer(brief))


def _listen(line: Connection, asked: "SimpleQueue[bytes]") -> None:
    """Hear what is asked while work goes on; stop at once when nobody is there any more."""
    try:
        while heard := line.recv_bytes():
            asked.put(heard)
    except (EOFError, OSError):
        os._exit(1)
    asked.put(NO_MORE)


def _answer(asked: bytes) -> bytes:
    try:
        task, brief = pickle.loads(asked)  # noqa: S301 - from the process that started this one
        return pickle.dumps(task(brief))
    except Exception as error:  # noqa: BLE001 - one brief must not stop the others
        return pickle.dumps(Lost(told(error)))
