"""Chunks of a fixed run → made by the crew, recorded and delivered by this process, and told of."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from docgen.crew.briefs import Crew, Lost
from docgen.model.batch import OutcomeState, Progress, Stage, Summary
from docgen.service.batch.accounted import must_be_accounted_for
from docgen.service.batch.history import known_of
from docgen.service.batch.making import Brief, MadeChunk, make_chunk, try_family
from docgen.service.batch.places import Halt, seat_of
from docgen.service.batch.recording import deliver, record, settle, settle_others, sweep
from docgen.service.batch.runs import Run, setting_of
from docgen.service.desk import Desk

Told = Callable[[Progress], None]
ROUNDS = 5
"""How often a chunk is made anew because another run took its numbers."""
NOTICES = {
    "lost": "Chunk {chunk} failed twice ({why}); nothing of it was recorded. Resume the run to try"
    " it again.",
    "busy": "Other runs kept taking the numbers of chunk {chunk}; nothing of it was recorded."
    " Resume the run when they have ended.",
}


def hush(_progress: Progress) -> None:
    """Tell nobody."""


@dataclass
class Meter:
    """How fast letters are made; `tick` gives seconds that no clock set back can disturb."""

    tick: Callable[[], float] = time.monotonic
    begun: float = 0.0
    before: int = 0

    def start(self, letters: int) -> None:
        """Begin to measure, with so many letters done before."""
        self.begun, self.before = self.tick(), letters

    def rate(self, letters: int) -> float:
        """Give letters a second since then."""
        elapsed = self.tick() - self.begun
        return (letters - self.before) / elapsed if elapsed > 0 else 0.0


@dataclass
class Work:
    """A run's chunks on their way, and how far it has come; only for who holds the run."""

    desk: Desk
    run: Run
    told: Told = hush
    notices: list[str] = field(default_factory=list)
    meter: Meter = field(default_factory=Meter)
    states: "Counter[OutcomeState]" = field(default_factory=Counter)
    lost: dict[int, str] = field(default_factory=dict)
    letters: int = 0

    def done(self, crew: Crew) -> Summary:
        """Bring all chunks to their end that are not there; raises what ends a run."""
        self.notices += settle(self.desk, self.run)
        pending = self.run.pending
        self._count(set(self.run.chunks) - set(pending))
        for _ in range(ROUNDS):
            pending = self._round(pending, crew) if pending else pending
        for chunk in tuple(self.lost):
            self._carefully(chunk, crew)
        self.lost |= dict.fromkeys(pending, NOTICES["busy"])
        self.notices += [why.format(chunk=chunk) for chunk, why in self.lost.items()]
        self._tell("done", 0)
        sweep(self.run)
        waiting = tuple(chunk for chunk in self.run.pending if chunk not in self.lost)
        told = (dict(self.states), tuple(self.lost), waiting, tuple(self.notices))
        return Summary(self.run.head.run, self.letters, *told)

    def _count(self, chunks: set[int]) -> None:
        """Count what came of chunks that are done already."""
        for chunk in chunks:
            self.letters += self.run.about(chunk)["letters"]
            self.states.update(each.state for each in self.run.outcomes(chunk))
        self.meter.start(self.letters)

    def _round(self, pending: list[int], crew: Crew) -> list[int]:
        """Make chunks; gives those whose numbers another run took meanwhile."""
        again: list[int] = []
        briefs = (self._brief(chunk, here=crew.is_here) for chunk in pending)
        for brief, made in crew.work(make_chunk, briefs):
            if not self._kept(brief, made):
                again.append(brief.chunk)
        if again:
            self.notices += (*settle(self.desk, self.run), *settle_others(self.desk))
        return again

    def _kept(self, brief: Brief, made: MadeChunk | Halt | Lost) -> bool:
        """Record and deliver a chunk; tells whether it is done with, one way or another."""
        if isinstance(made, Halt):
            raise made.raised()
        if isinstance(made, Lost):
            self.lost[brief.chunk] = NOTICES["lost"].replace("{why}", made.why)
            self._tell("lost", brief.chunk)
            return True
        recorded = record(self.desk, self.run, made)
        if recorded is None:
            self.notices += settle_others(self.desk)
            must_be_accounted_for(self.desk, {receipt.case for receipt in made.receipts})
            return False
        self.lost.pop(brief.chunk, None)
        self._deliver(made, recorded)
        return True

    def _carefully(self, chunk: int, crew: Crew) -> None:
        """Find the families over which workers die, and make the others of their chunk.

        Each is tried by itself; and once more with nobody at work beside it, as a worker that dies
        may draw down what else it had in hand.
        """
        brief = self._brief(chunk, here=crew.is_here)
        cases = _died(crew, brief, self.run.about(chunk)["cases"])
        skip = frozenset(case for case in cases if _died(crew, brief, [case]))
        for each, made in crew.work(make_chunk, [replace(brief, skip=skip)]):
            self._kept(each, made)

    def _deliver(self, made: MadeChunk, record: bytes) -> None:
        self.notices += deliver(self.run, made.staged, record)
        self.states.update(made.states)
        self.letters += made.letters
        self._tell("delivered", made.chunk)

    def _tell(self, stage: Stage, chunk: int) -> None:
        head, rate = self.run.head, self.meter.rate(self.letters)
        stopped = sum(self.states.values()) - self.states["made"]
        left = (head.letters - self.letters) / rate if rate else None
        far = (self.letters, head.letters, stopped, rate, left)
        self.told(Progress(head.run, stage, chunk, head.chunks, *far))

    def _brief(self, chunk: int, *, here: bool = True) -> Brief:
        """Give a chunk's brief; makers on other machines reach a place that is an address."""
        folder = self.run.folder
        return Brief(
            seat=seat_of(self.desk),
            chunk=chunk,
            content=self.run.families(chunk),
            history=known_of(self.desk, self.run.about(chunk)["cases"]),
            place=folder.place if here or folder.is_far else "",
            order=setting_of(self.run.head),
            archive=self.run.head.order.archive,
        )


def _died(crew: Crew, brief: Brief, cases: Iterable[str]) -> list[str]:
    """Try families one by one; give those over which workers died."""
    tries = crew.work(try_family, (replace(brief, only=case) for case in cases))
    return [each.only for each, answer in tries if isinstance(answer, Lost)]
