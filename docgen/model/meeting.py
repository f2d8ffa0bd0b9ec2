"""Meetings with a family, and what was handed over or said there."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Medium = Literal["hard_copy", "email", "online", "post"]


@dataclass(frozen=True, slots=True)
class Rearranged:
    """Who asked for another date, when and how (M-15).

    `confirmed` is the day on which the new date was confirmed without docgen (R-27).
    """

    asked_by: str
    asked: dt.date
    how: str | None = None
    confirmed: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Who interpreted, and how (T-26)."""

    name: str
    language: str
    mode: Literal["in_person", "phone", "video"]
    organisation: str | None = None
    family_child: bool | None = None
    read_aloud: bool | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody invited who did not come."""

    person: str
    reason: str | None = None
    notice: bool | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; *live* unless replaced or cancelled, *held* once it says who came (M-14)."""

    kind: Literal["initial", "review", "amendment", "formal"]
    pupils: tuple[str, ...]
    invited: tuple[str, ...]
    date: dt.date | None = None
    time: dt.time | None = None
    place: str | None = None
    online: str | None = None
    at_school: bool | None = None
    chair: str | None = None
    minute_taker: str | None = None
    present: tuple[str, ...] | None = None
    present_online: tuple[str, ...] = ()
    absent: tuple[Absence, ...] | None = None
    interpreter: Interpreter | None = None
    contract: str | None = None
    replaces: str | None = None
    replaced_by: str | None = None
    rearranged: Rearranged | None = None
    cancelled: dt.date | None = None

    @property
    def is_live(self) -> bool:
        """Tell whether the meeting still stands: neither replaced nor cancelled."""
        return self.replaced_by is None and self.cancelled is None

    @property
    def is_held(self) -> bool:
        """Tell whether it is known who came."""
        return self.present is not None or self.absent is not None

    @property
    def attended(self) -> tuple[str, ...]:
        """Give the keys of all who came, in the room or online (S-02 c)."""
        room = self.present or ()
        return room + tuple(key for key in self.present_online if key not in room)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper handed over or sent: what, to whom, when, by whom (M-16).

    A certificate says whose attendance it shows; in a case of one pupil it need not.
    """

    item: Literal["attendance_certificate", "attendance_policy", "dfe_parent_guide"]
    to: tuple[str, ...]
    date: dt.date
    medium: Medium
    by: str
    ref: str | None = None
    pupil: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at reaching a parent who did not come or does not answer (M-28)."""

    person: str
    date: dt.date
    how: Literal["phone", "email", "letter", "in_person", "text_message", "home_visit"]
    by: str
    meeting: str | None = None
    language: str | None = None
    response: str | None = None


ViewBox = Literal["attendance", "concerns", "how_to_address", "on_contract", "support_wanted"]


@dataclass(frozen=True, slots=True)
class ParentViews:
    """The five things each parent is asked (M-17, D-23.2).

    `not_said` names the boxes on which the parent did not wish to say anything (R-36).
    At a meeting about several pupils, `pupil` says of which one this was said.
    """

    person: str
    meeting: str
    attendance: str | None = None
    concerns: str | None = None
    how_to_address: str | None = None
    on_contract: str | None = None
    support_wanted: str | None = None
    not_said: tuple[ViewBox, ...] = ()
    pupil: str | None = None
