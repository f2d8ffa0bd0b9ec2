"""Letters laid out so far → how far a print run is, how fast, and how long it will take yet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from docgen.model.batch import Progress

Heard = Callable[[Progress], None]


def hush(_progress: Progress) -> None:
    """Tell nobody."""


@dataclass
class Pace:
    """Tells of each file that is made, from the moment at which the first is begun."""

    run: str
    of: int
    told: Heard
    tick: Callable[[], float] = monotonic
    begun: float = field(init=False)
    letters: int = 0
    files: int = 0

    def __post_init__(self) -> None:
        """Begin to count the time."""
        self.begun = self.tick()

    def tell(self, letters: int) -> None:
        """Tell of a file with so many letters; one that is made anew counts once more."""
        self.letters, self.files = self.letters + letters, self.files + 1
        elapsed = self.tick() - self.begun
        rate = self.letters / elapsed if elapsed > 0 else 0.0
        left = max(0.0, (self.of - self.letters) / rate) if rate else None
        of = max(self.of, self.letters)
        self.told(Progress(self.run, "delivered", self.files, 0, self.letters, of, 0, rate, left))
