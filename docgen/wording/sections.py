"""A kind's `per`, act and readers into the parts of a case that its documents show."""

from collections.abc import Mapping

from docgen.model.pack import Kind, Per

_SHOWN: Mapping[Per, tuple[str, ...]] = {
    "case": (),
    "once": ("links",),
    "meeting": ("meeting",),
    "meeting-pupil": ("pupil", "meeting"),
    "pair": ("recipient", "pupil", "meeting"),
    "rearranged": ("recipient", "pupil", "meeting", "rearranged"),
    "absentee": ("recipient", "pupil", "meeting", "absence", "attendance"),
    "receipt": ("recipient", "pupil", "meeting", "enclosures"),
    "partner": ("recipient", "meeting", "partner"),
    "contract": ("pupil", "contract"),
    "party": ("recipient", "pupil", "contract"),
    "participant": ("recipient", "pupil", "contract", "copy"),
    "absent-holder": ("recipient", "pupil", "contract", "copy"),
    "review": ("pupil", "contract", "review", "attendance"),
    "warning": ("recipient", "pupil", "contract", "warning"),
    "termination": ("pupil", "contract", "termination"),
    "noncompliance": ("pupil", "contract", "noncompliance", "attendance"),
    "declined": ("recipient", "pupil"),
    "no-contract": ("pupil", "rationale", "attendance"),
}
AT_A_MEETING = frozenset({"meeting-form", "notice"})
CHECKLIST = ("meeting", "rows", "own_rows")
MEETING_FORM = (
    "attendance",
    "voice",
    "contract_reasons",
    "views",
    "present",
    "absent",
    "enclosures",
)


def sections_of(kind: Kind) -> tuple[str, ...]:
    """Give the names of the sections: `recipient`, `pupil`, `contract` and so on.

    What was said and handed over at a meeting is for staff alone; the end of a
    contract has a recipient where it is told by letter, not where it is recorded.
    """
    shown = _SHOWN[kind.per]
    if kind.per == "termination" and kind.letter:
        return ("recipient", *shown)
    if kind.act == "checklist":
        return shown + CHECKLIST
    return shown + (MEETING_FORM if _is_meeting_form(kind) else ())


def _is_meeting_form(kind: Kind) -> bool:
    about_one_pupil = kind.per == "meeting-pupil" and kind.act in AT_A_MEETING
    return about_one_pupil and kind.audience == "staff"
