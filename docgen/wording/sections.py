"""A kind's `per` and act into the parts of a case that its documents show."""

from collections.abc import Mapping

from docgen.model.pack import Kind, Per

_SHOWN: Mapping[Per, tuple[str, ...]] = {
    "case": (),
    "once": (),
    "meeting": ("meeting",),
    "meeting-pupil": ("pupil", "meeting"),
    "pair": ("recipient", "pupil", "meeting"),
    "rearranged": ("recipient", "pupil", "meeting"),
    "absentee": ("recipient", "pupil", "meeting"),
    "receipt": ("recipient", "pupil", "meeting"),
    "partner": ("recipient", "meeting"),
    "contract": ("pupil", "contract"),
    "party": ("recipient", "pupil", "contract"),
    "participant": ("recipient", "pupil", "contract"),
    "absent-holder": ("recipient", "pupil", "contract"),
    "review": ("pupil", "contract", "review"),
    "warning": ("recipient", "pupil", "contract", "warning"),
    "termination": ("recipient", "pupil", "contract"),
    "noncompliance": ("pupil", "contract"),
    "declined": ("recipient", "pupil"),
}
CHECKLIST = ("meeting", "rows", "own_rows")


def sections_of(kind: Kind) -> tuple[str, ...]:
    """Give the names of the sections: `recipient`, `pupil`, `contract` and so on."""
    return _SHOWN[kind.per] + (CHECKLIST if kind.act == "checklist" else ())
