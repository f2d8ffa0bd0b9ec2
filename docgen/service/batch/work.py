"""Chunks of a fixed run → made by the crew, recorded and delivered by this process, and told of."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docgen.crew.local import Crew, Lost
from docgen.model.batch import OutcomeState, Progress, Stage, Summary
from docgen.service.batch.history import known_of
from docgen.service.batch.making import Brief, MadeChunk, make_chunk
from docgen.service.batch.places import Halt, seat_of
from docgen.service.batch.recording import deliver, record, settle, settle_others
from docgen.service.batch.runs import Run, setting_of
from docgen.service.desk import Desk
from docgen.store.chunk_staging import Staged

Told = Callable[[Progress], None]
MOST_SKIPPED = 20
"""Families of one chunk over which a worker may die, until the chunk is given up."""
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
        self.run.folder.tidy()
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
        for brief, made in crew.work(make_chunk, map(self._brief, pending)):
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
        if not record(self.desk, self.run, made):
            return False
        self.lost.pop(brief.chunk, None)
        self._deliver(made)
        return True

    def _carefully(self, chunk: int, crew: Crew) -> None:
        """Find the families over which workers died, and make the others of their chunk."""
        skip: frozenset[str] = frozenset()
        trail = self.run.folder.trail(chunk)
        for _ in range(MOST_SKIPPED):
            careful = replace(self._brief(chunk), trail=trail, skip=skip)
            for brief, made in crew.work(make_chunk, [careful]):
                self._kept(brief, made)
            died_over = self.run.folder.left_at(chunk)
            if chunk not in self.lost or died_over in {"", *skip}:
                break
            skip |= {died_over}

    def _deliver(self, made: MadeChunk) -> None:
        self.notices += deliver(self.run, Staged(made.chunk, made.folder))
        self.states.update(made.states)
        self.letters += made.letters
        self._tell("delivered", made.chunk)

    def _tell(self, stage: Stage, chunk: int) -> None:
        head, rate = self.run.head, self.meter.rate(self.letters)
        stopped = sum(self.states.values()) - self.states["made"]
        left = (head.letters - self.letters) / rate if rate else None
        far = (self.letters, head.letters, stopped, rate, left)
        self.told(Progress(head.run, stage, chunk, head.chunks, *far))

    def _brief(self, chunk: int) -> Brief:
        return Brief(
            seat=seat_of(self.desk),
            chunk=chunk,
            content=self.run.families(chunk),
            history=known_of(self.desk, self.run.about(chunk)["cases"]),
            letters=self.run.folder.letters,
            order=setting_of(self.run.head),
            archive=self.run.head.order.archive,
        )
