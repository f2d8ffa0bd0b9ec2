"""A clerk at the keyboard → what came before the first meeting: support, plans, who knows."""

from collections.abc import Callable, Collection
from typing import Protocol, TypeVar

from docgen.model.case import Notification
from docgen.model.people import EarlierSupport, OtherPlan
from docgen.service import answers
from docgen.service.new_case import Preparation

T = TypeVar("T")


class Ask(Protocol):
    """Puts a question until the answer can be read."""

    def __call__(self, question: str, read: Callable[[str], T], default: str = "") -> T:
        """Give the answer as read."""


def preparation(ask: Ask, staff: Collection[str]) -> Preparation:
    """Ask what an invitation and a contract are held up for when it is not written down."""
    support = _support(ask)
    why = "  Why was earlier support not right? (empty: not known yet)"
    not_right = None if support else ask(why, answers.maybe(answers.line))
    began = f"Who of the staff began this? ({', '.join(staff)}; may be empty)"
    return Preparation(
        earlier_support=support,
        earlier_support_not_right=not_right,
        initiated_by=ask(began, answers.maybe(answers.one_of(staff))),
        notifications=_told(ask),
        other_plans=_plans(ask),
    )


def _told(ask: Ask) -> tuple[Notification, ...]:
    day = ask("When was the headteacher told? (empty: not yet)", answers.maybe(answers.day))
    return (Notification("headteacher", day),) if day else ()


def _plans(ask: Ask) -> tuple[OtherPlan, ...] | None:
    asked = ask("Were agencies asked about other plans? (yes/no)", answers.yes_no, "no")
    if not asked:
        return None
    kind = ask("  What plan is in place? (empty: none)", answers.maybe(answers.line))
    return (OtherPlan(kind),) if kind else ()


def _support(ask: Ask) -> tuple[EarlierSupport, ...]:
    what = ask("What support was offered before? (empty: none)", answers.maybe(answers.line))
    if what is None:
        return ()
    day = ask("  When, as 2025-09-15", answers.day)
    came = ask("  What came of it? (may be empty)", answers.maybe(answers.line))
    return (EarlierSupport(what, day, came),)
