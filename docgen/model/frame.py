"""What all letters of a batch share: the fields of each casefile that no row of a roster says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.sheet import Fields, Mark, Node, Scalar

Entries = tuple[tuple[Scalar, Node], ...]
EVERY = "all"
"""Under `gone:`, in place of keys: all contacts who are no longer there are confirmed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame as read, its own fields apart from those it hands to each case as they stand.

    `shared` are fields of a casefile (`authority`, `academic_year`, `other_plans` …); `meeting`
    what a meeting says beyond its row; `person`, `pupil` and `link` what is added to each of them.
    `accept` gives the reason why a finding (W) holds no letter of any family; `gone` names
    contacts, `p-1.c-1`, who are rightly no longer in the roster (R-115).
    """

    file: str
    shared: Entries = ()
    school: Scalar | None = None
    meeting: Fields | None = None
    person: Fields | None = None
    pupil: Fields | None = None
    link: Fields | None = None
    accept: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    @property
    def authority(self) -> str:
        """Give whose paper it is; empty where it doesn't say so."""
        found = (node for key, node in self.shared if key.text == "authority")
        node = next(found, None)
        return node.text if isinstance(node, Scalar) else ""

    @property
    def start(self) -> Mark:
        """Give the place of the frame as a whole."""
        return Mark(self.file, 1, 1)
