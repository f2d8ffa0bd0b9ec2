"""Counts of a plain mail merge → how far it is, how fast, and how long it will take yet."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.model.batch import Progress, Stage
from docgen.service.batch.word_plan import Counts

SOON = 2.0
"""Seconds after which it is worth while to count the rows of the sheet."""


@dataclass
class Pace:
    """Tells of each chunk; `count` counts the sheet's rows, which takes another reading of it."""

    run: str
    count: Callable[[], int]
    told: Callable[[Progress], None]
    tick: Callable[[], float] = time.monotonic
    begun: float = field(init=False)
    rows: int = 0
    chunk: int = 0

    def __post_init__(self) -> None:
        """Begin to count the time."""
        self.begun = self.tick()

    def tell(self, counts: Counts, stage: Stage = "delivered") -> None:
        """Tell how far it is."""
        self.chunk += stage == "delivered"
        elapsed = self.tick() - self.begun
        if not self.rows and elapsed > SOON:
            self.rows = self.count()
        letters, refused = counts.made + counts.standing, counts.refused
        done = letters + refused
        rate = counts.made / elapsed if elapsed > 0 else 0.0
        left = max(0.0, (self.rows - done) * elapsed / done) if self.rows and done else None
        of = max(letters, self.rows - refused) if self.rows else 0
        self.told(Progress(self.run, stage, self.chunk, 0, letters, of, refused, rate, left))
