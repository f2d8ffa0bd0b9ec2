"""A task and its briefs → results as they come in, by the workers of a Dask cluster.

Scheduler and workers are the user's own. Workers may come and go: what one was at is given to
another. A scheduler that goes away ends the run, and whoever resumes it goes on.
"""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from docgen.crew.briefs import AHEAD, DIED, Asked, B, Lost, Queue, R
from docgen.crew.cluster_told import REASONS, USUAL, Patience, strangers
from docgen.crew.cluster_worker import (
    Luggage,
    Made,
    Packed,
    Stranger,
    Without,
    made_by,
    packed,
    serve,
    take,
)
from docgen.errors import DiskTrouble, DocgenError, UsageTrouble, stop

if TYPE_CHECKING:
    from distributed import Client, Future

ADDRESSES = {"cluster": "tcp", "cluster+tls": "tls"}
"""How `--crew` calls a cluster, and how Dask does."""
PULSE = 1.0
"""Seconds between looks at whether everybody is still there."""


MOST_NEW = 3
"""How often a brief may come to a worker that is new, and may have been started for one that died
over that very brief."""


@dataclass
class _Way:
    """A brief on its way."""

    asked: Asked[Any]
    future: "Future[Any]"


class ClusterCrew:
    """The workers of a cluster, by the address of its scheduler (`tcp://HOST:PORT`).

    `pack` gives what each worker is brought once, when the crew gets ready.
    """

    is_here = False

    def __init__(
        self,
        address: str,
        pack: Callable[[], Luggage] | None = None,
        patience: Patience = USUAL,
    ) -> None:
        """Begin without a connection."""
        self.address, self.patience = address, patience
        self._pack = pack
        self._digest, self._luggage = "", packed(None)
        self.made = made_by()
        self._client: Client | None = None
        self._threads, self._asked_at = 0, 0.0
        self._have: set[str] = set()

    def __enter__(self) -> Self:
        """Reach the scheduler, wait for workers, look at them, and bring them their luggage.

        Raises `UsageTrouble` where that can't be done.
        """
        if self._pack:
            luggage = self._pack()
            self._digest, self._luggage = luggage.digest, packed(luggage)
        self._client = _connected(self.address, self.patience.answer)
        try:
            self._wait_for_workers()
            self._greet()
        except OSError as error:
            self._close()
            raise stop(UsageTrouble, REASONS, "cluster-silent", address=self.address) from error
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the scheduler, which forgets all that this run asked for."""
        self._close()

    def work(self, task: Callable[[B], R], briefs: Iterable[B]) -> Generator[tuple[B, R | Lost]]:
        """Give results in the order in which they come; raises `DiskTrouble`, `UsageTrouble`."""
        queue, under_way = Queue(briefs), list[_Way]()
        try:
            while self._feed(task, queue, under_way):
                for way in self._done(under_way):
                    under_way.remove(way)
                    for answer in self._answers(way, queue):
                        yield way.asked.brief, answer
        except Exception as error:
            if isinstance(error, DocgenError) or self._there.status == "running":
                raise
            raise self._stop("cluster-gone") from error
        finally:
            with suppress(Exception):  # a scheduler that is gone has forgotten them anyhow
                self._there.cancel([way.future for way in under_way])

    @property
    def _there(self) -> "Client":
        assert self._client is not None  # noqa: S101 - a crew is used in `with`
        return self._client

    def _feed(self, task: Callable[[B], R], queue: Queue[B], under_way: list[_Way]) -> bool:
        """Give out as many briefs as workers can have in hand; tells whether any is on its way."""
        if monotonic() - self._asked_at > PULSE:
            self._count()
        while len(under_way) < max(self._threads, 1) * AHEAD and (asked := queue.next()):
            brief = packed((task, asked.brief))
            future = self._there.submit(serve, self.made, self._digest, brief, pure=False)
            under_way.append(_Way(asked, future))
        return bool(under_way)

    def _done(self, under_way: list[_Way]) -> list[_Way]:
        """Wait until something is done; raises where nobody is left who could do anything."""
        from distributed import wait  # noqa: PLC0415 - slow to load

        begun = deserted = monotonic()
        while not (done := [way for way in under_way if way.future.status != "pending"]):
            with suppress(TimeoutError, CancelledError), self._there.as_current():
                futures = [way.future for way in under_way]
                wait(futures, timeout=PULSE, return_when="FIRST_COMPLETED")
                continue
            self._must_live()
            self._count()
            deserted = monotonic() if self._threads else deserted
            self._must_not_wait_longer(monotonic() - begun, monotonic() - deserted)
        return done

    def _answers(self, way: _Way, queue: Queue[Any]) -> Iterator[Any]:
        """Give what came of a brief; nothing if it is asked for again."""
        answer = self._answer(way.future)
        if isinstance(answer, Stranger):
            raise strangers(self.address, [answer.made], self._threads)
        if isinstance(answer, Without):
            self._bring(answer.worker)
            way.asked.moves += 1
            if way.asked.moves > MOST_NEW:
                yield Lost(DIED)
                return
            queue.back([way.asked])
            return
        said = answer.opened() if isinstance(answer, Packed) else answer
        if not (isinstance(said, Lost) and said.why != DIED and queue.again(way.asked)):
            yield said

    def _answer(self, future: "Future[Any]") -> Any:  # noqa: ANN401 - a worker's answer, or `Lost`
        from distributed import KilledWorker  # noqa: PLC0415 - slow to load

        try:
            return future.result(timeout=self.patience.answer)
        except KilledWorker:  # several died over it: Dask has tried again by itself
            return Lost(DIED)
        except ImportError as error:
            raise strangers(self.address, [None], self._threads) from error
        except Exception as error:  # noqa: BLE001 - one brief must not stop the others
            self._must_live()
            return Lost(type(error).__name__)
        finally:
            future.release()

    def _must_live(self) -> None:
        if self._there.status != "running":
            raise self._stop("cluster-gone")

    def _must_not_wait_longer(self, quiet: float, deserted: float) -> None:
        if deserted > self.patience.workers:
            raise self._stop("cluster-deserted", seconds=deserted)
        if quiet > self.patience.result:
            raise self._stop("cluster-still", workers=self._threads, seconds=quiet)

    def _stop(self, code: str, **names: object) -> DocgenError:
        return stop(DiskTrouble, REASONS, code, address=self.address, **names)

    def _count(self) -> None:
        """Count the threads that workers have; those that are new get their luggage."""
        try:
            workers = self._there.nthreads()
        except OSError:
            workers = {}
        self._threads, self._asked_at = sum(workers.values()), monotonic()
        for worker in set(workers) - self._have if self._digest else ():
            self._bring(worker)

    def _wait_for_workers(self) -> None:
        try:
            self._there.wait_for_workers(1, timeout=self.patience.workers)
        except TimeoutError as error:
            names = {"address": self.address, "seconds": self.patience.workers}
            raise stop(UsageTrouble, REASONS, "cluster-nobody", **names) from error

    def _greet(self) -> None:
        """See that all workers run what this process runs, and bring them their luggage."""
        said = self._there.run(made_by, on_error="return")
        here = {worker: made for worker, made in said.items() if not isinstance(made, OSError)}
        others = [made if isinstance(made, Made) else None for made in here.values()]
        others = [made for made in others if made != self.made]
        if others:
            raise strangers(self.address, others, len(here))
        if self._digest:
            for worker in here:
                self._bring(worker)

    def _bring(self, worker: str) -> None:
        """Bring a worker its luggage; one that has gone away meanwhile needs none."""
        said = self._there.run(take, self._luggage, workers=[worker], on_error="return")
        why = said.get(worker, "")
        if isinstance(why, Exception) and not isinstance(why, OSError):
            why = type(why).__name__
        if isinstance(why, str) and why:
            raise self._stop("cluster-no-room", why=why)
        self._have.add(worker)

    def _close(self) -> None:
        if self._client is not None:
            with suppress(Exception):  # gone or not, it is not needed any more
                self._client.close(timeout=self.patience.answer)
            self._client = None


def _connected(address: str, seconds: float) -> "Client":
    """Reach a scheduler; raises `UsageTrouble`."""
    try:
        from distributed import Client, Security  # noqa: PLC0415 - slow to load, and not everywhere there
    except ImportError as error:
        raise stop(UsageTrouble, REASONS, "cluster-needs-package") from error
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # docgen says in its own words what is
    safe, is_tls = Security(), address.startswith("tls:")
    if is_tls and safe.get_connection_args("client").get("ssl_context") is None:
        raise stop(UsageTrouble, REASONS, "cluster-no-certificate", address=address)
    if safe.require_encryption and not is_tls:
        raise stop(UsageTrouble, REASONS, "cluster-silent", address=address)
    try:
        return Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as error:
        raise stop(UsageTrouble, REASONS, "cluster-silent", address=address) from error
