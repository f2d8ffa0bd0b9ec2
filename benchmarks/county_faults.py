# ruff: noqa: INP001 - a script, no package
"""Thirty kinds of bad rows: what is typed into which cell, what docgen must find there and do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Effect(StrEnum):
    """What a fault does to the letter of its row's contact about its row's pupil."""

    ROW = "the row is not used"
    HOLD = "held"
    REFUSE = "refused"
    NONE = "made"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of bad row: `cells` by heading, where `{}` stands for what was there before.

    It is found under the heading `at`, in the row as a whole without one. With `again`, the row
    follows once more with these cells, and that one is found. `slips` adds a cell at its end.
    `english` where the language is lost with it. `also` are findings beside the first.
    """

    rule: str
    at: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    effect: Effect = Effect.ROW
    again: Mapping[str, str] | None = None
    slips: bool = False
    english: bool = False
    also: tuple[tuple[str, str], ...] = ()
    text_alone: bool = False
    """Whether only plain text can hold it, no workbook."""
    alone: bool = False
    """Whether it is put into families with one parent only."""


def _cell(rule: str, heading: str, text: str, effect: Effect = Effect.ROW, **more: bool) -> Kind:
    """Give a kind that is one cell."""
    return Kind(rule, heading, {heading: text}, effect, **more)  # type: ignore[arg-type]


KINDS = (
    Kind("cell-name-missing", "Contact Forename", {"Contact Forename": "", "Contact Surname": ""}),
    _cell("cell-name-unknown", "Contact Surname", "Unknown"),
    Kind("cell-name-two", "Title", {"Title": "Mr and Mrs"}),
    _cell("cell-name-note", "Contact Surname", "{} (ring first)"),
    Kind(
        "cell-name-preferred",
        "Preferred Forename",
        {"Preferred Forename": "{Legal Forename}", "Legal Forename": "", "Legal Surname": ""},
    ),
    _cell("cell-date-form", "Date of Birth", "spring 2012"),
    _cell("cell-date-impossible", "Date of Birth", "31/02/2012"),
    _cell("cell-date-far", "Date of Birth", "01/09/1912"),
    _cell("cell-time-form", "Meeting Time", "after lunch"),
    _cell("cell-time-half", "Meeting Time", "3:30"),
    _cell("cell-guard", "Court Order", "see the file"),
    Kind("roster-row-long", slips=True, text_alone=True),
    _cell("roster-cell-command", "Address Line 1", "=cmd|' /C calc'!A0"),
    _cell("roster-cell-control", "Town", "{}\x07", text_alone=True),
    _cell("roster-cell-lost", "Contact Surname", "{}\ufffd"),
    _cell("roster-cell-garbled", "Contact Surname", "Garc\u00c3\u00ada"),
    _cell("cell-name-single", "Contact Surname", "XXX", Effect.HOLD),
    Kind(
        "cell-title-differs",
        "Title",
        {"Title": "Prof", "Contact Forename": "{Title} {}"},
        Effect.HOLD,
    ),
    _cell("cell-upn-form", "UPN", "none yet", Effect.HOLD),
    _cell("cell-upn-check", "UPN", "{wrong_upn}", Effect.HOLD),
    _cell("cell-relationship", "Relationship", "best friend", Effect.HOLD, alone=True),
    _cell("cell-yes-no", "Parental Responsibility", "perhaps", Effect.HOLD),
    _cell("cell-lives-with", "Lives With", "on the sofa", Effect.HOLD),
    _cell("cell-priority", "Priority", "first of all", Effect.HOLD),
    _cell("cell-language", "Reads", "Quenya", Effect.HOLD, english=True),
    _cell("cell-language-several", "Reads", "Polish and Russian", Effect.HOLD, english=True),
    _cell("cell-variant", "Letter Format", "in gold", Effect.HOLD),
    Kind(
        "cell-attendance",
        "Sessions Possible",
        {"Sessions Possible": "many"},
        Effect.HOLD,
        also=(("cell-attendance-part", "Sessions Attended"),),
    ),
    _cell("R-107", "Postcode", "CO99", Effect.REFUSE, alone=True),
    Kind("roster-row-twice", effect=Effect.NONE, again={}),
)
