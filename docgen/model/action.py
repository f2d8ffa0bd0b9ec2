"""Actions of a contract: what parents will do, what support they get, and how that changes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Translation:
    """A case text in another language, bound to the digest of its English (T-19)."""

    text: str
    of: str | None = None
    status: Literal["draft", "reviewed", "approved"] = "draft"
    by: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Smart:
    """How a requirement is measured and by when (M-19)."""

    measure: str | None = None
    achievable: bool | None = None
    relevant: str | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PartTime:
    """A timetable cut short for a time: why, until when, and what is aimed at (R-59).

    `target` is the percentage of the sessions planned in it.
    """

    reason: Literal["return_after_illness", "return_after_absence", "other"]
    until: dt.date | None = None
    target: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """The wording of a phrase as it stood when it went onto paper; written by docgen (R-67)."""

    version: int
    text: str
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class ActionEvent:
    """What happened to an action: added, or struck through with its status (R-75)."""

    event: Literal["added", "changed", "struck_through"]
    date: dt.date | None = None
    status: Literal["complete", "not_applicable"] | None = None
    review: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a party will do; exactly one of `phrase` and `text`."""

    owner: str
    text: str | None = None
    phrase: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, metadata={"key": "with"})
    kind: str | None = None
    due: dt.date | None = None
    parents_idea: bool | None = None
    smart: Smart | None = None
    part_time: PartTime | None = None
    frozen: Frozen | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)
    history: tuple[ActionEvent, ...] = ()

    @property
    def struck(self) -> ActionEvent | None:
        """Give the event that struck the action through, or None while it is active."""
        return next((e for e in reversed(self.history) if e.event == "struck_through"), None)

    @property
    def added(self) -> ActionEvent | None:
        """Give the event that added the action, if it was written down."""
        return next((e for e in self.history if e.event == "added"), None)


@dataclass(frozen=True, slots=True)
class Support:
    """One thing the school or a partner will do (M-20).

    What is `private` is for the parties alone: no other parent is told of it (domain 11).
    """

    provider: str
    text: str | None = None
    phrase: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, metadata={"key": "with"})
    start: dt.date | None = field(default=None, metadata={"key": "from"})
    frequency: str | None = None
    existing: bool | None = None
    private: bool = False
    part_time: PartTime | None = None
    frozen: Frozen | None = None
    translations: Mapping[str, Translation] = field(default_factory=dict)
