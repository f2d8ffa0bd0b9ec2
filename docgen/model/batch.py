"""What a run over many families fixes before it makes anything, and what came of each letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.model.finding import Finding
from docgen.model.plan import Job
from docgen.model.rendition import Ending
from docgen.model.tree import Tree

OutcomeState = Literal[
    "made", "standing", "held", "refused", "past", "issued", "rejected", "failed"
]
"""`standing`: another run issued it meanwhile; `rejected`: the family can't be judged;
`failed`: docgen itself went wrong."""
Stage = Literal["fixed", "delivered", "lost", "done"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """One family as a run goes through it: its case as plain data, and its letters, decided.

    `rows` are those of the roster. `tree` is a casefile without `issued:`, None for a family that
    can't be judged. `jobs` are to be made; `stopped` are held, refused, past or issued, with the
    findings that say why. `known` is how many issued documents the case was judged with.
    """

    case: str
    rows: tuple[int, ...] = ()
    authority: str = ""
    tree: Mapping[str, Tree] | None = None
    jobs: tuple[Job, ...] = ()
    stopped: tuple[Job, ...] = ()
    findings: tuple[Finding, ...] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class FileMade:
    """A file of a letter, as its folder or archive holds it."""

    name: str
    ending: Ending
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one letter of one family; a rejected family has one without a kind."""

    case: str
    rows: tuple[int, ...]
    chunk: int
    state: OutcomeState
    kind: str = ""
    about: str = ""
    recipient: str | None = None
    pupil: str | None = None
    language: str = "en"
    variant: str = "standard"
    number: str = ""
    version: int = 0
    files: tuple[FileMade, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come, in letters; `left` are seconds, None while nobody can tell."""

    run: str
    stage: Stage
    chunk: int
    chunks: int
    letters: int
    of: int
    stopped: int
    per_second: float = 0.0
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done so far; `states` counts letters by what came of them.

    `failed` are chunks that failed twice: nothing of them was recorded, `resume` tries them again.
    `waiting` are recorded but could not be brought to their place: `resume` brings them.
    """

    run: str
    letters: int
    states: Mapping[OutcomeState, int]
    failed: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is left to resume."""
        return not self.failed and not self.waiting
