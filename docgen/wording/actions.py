"""A contract's requirements and support into numbered rows, as they stood at a review."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.errors import WordingMissing, stop
from docgen.model.action import ActionEvent, PartTime, Requirement, Smart, Support
from docgen.model.agreement import is_private, said
from docgen.model.case import Case
from docgen.model.contract import Contract
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.bundle import REASONS, Bundle
from docgen.wording.matter import Matter
from docgen.wording.naming import named
from docgen.wording.phrasing import in_phrase

ACTIONS: Promises = {
    "contract.requirements": Promise("list", "what the parents will do, nothing ever deleted"),
    "contract.requirements[].number": Promise("number", "its number in the contract", "1"),
    "contract.requirements[].key": Promise("text", "its key in the casefile", "rq-1"),
    "contract.requirements[].owner": Promise("text", "who will do it", "Ms Agnieszka Wójcik"),
    "contract.requirements[].text": Promise(
        "text", "what they will do", "I will phone the school before 8:45am."
    ),
    "contract.requirements[].due": Promise("text", "by when, empty if open", "20 March 2026"),
    "contract.requirements[].measure": Promise("text", "how it is measured", "phone log"),
    "contract.requirements[].struck": Promise("yes or no", "whether it is struck through", "no"),
    "contract.requirements[].status": Promise(
        "text", "Complete or No longer needed, empty while it stands", "Complete"
    ),
    "contract.requirements[].struck_on": Promise(
        "text", "when it was struck through", "24 November 2025"
    ),
    "contract.requirements[].added_on": Promise("text", "when it was added", "20 October 2025"),
    "contract.requirements[].is_new": Promise("yes or no", "whether this review added it", "no"),
    "contract.requirements[].part_time": Promise(
        "text",
        "a sentence on a part-time timetable, empty if it is none",
        "Part-time timetable to return after illness until 16 January 2026.",
    ),
    "contract.support": Promise("list", "what the school and its partners will do"),
    "contract.support[].number": Promise("number", "its number in the contract", "1"),
    "contract.support[].provider": Promise("text", "who will do it", "Mr Daniel Firth"),
    "contract.support[].text": Promise(
        "text", "what they will do", "We will keep the quiet door open."
    ),
    "contract.support[].start": Promise("text", "from when, empty if open", "20 October 2025"),
    "contract.support[].frequency": Promise("text", "how often, empty if open", "once a week"),
    "contract.support[].part_time": Promise(
        "text", "a sentence on a part-time timetable, empty if it is none", ""
    ),
}
SCHOOL = "school"
INFORMATION_ONLY = "absent-holder"


@dataclass(frozen=True, slots=True)
class Moment:
    """The review whose paper is made: later ones have not happened in it.

    Without a review everything on record has happened.
    """

    review: str = ""
    date: dt.date = dt.date.max
    later: frozenset[str] = frozenset()

    def knows(self, event: ActionEvent) -> bool:
        """Tell whether an event had happened."""
        if event.review:
            return event.review not in self.later
        return event.date is None or event.date <= self.date

    def is_own(self, event: ActionEvent | None) -> bool:
        """Tell whether an event belongs to this very review."""
        if event is None or not self.review:
            return False
        return event.review == self.review or (event.review is None and event.date == self.date)


def moment_of(case: Case, about: str) -> Moment:
    """Give the moment of the review `about`, or that of the whole record."""
    review = case.reviews.get(about)
    if review is None:
        return Moment()
    order = list(case.reviews)
    later = (
        key
        for key, other in case.reviews.items()
        if (other.date, order.index(key)) > (review.date, order.index(about))
    )
    return Moment(about, review.date, frozenset(later))


def requirements(matter: Matter, contract: Contract) -> list[Plain]:
    """Give the rows of what the parents will do, struck ones in their old place."""
    moment = moment_of(matter.case, matter.job.about)
    known = {
        key: requirement
        for key, requirement in contract.requirements.items()
        if requirement.added is None or moment.knows(requirement.added)
    }
    return [
        {
            "number": number,
            "key": key,
            **_requirement(matter, f"{matter.contract_key}.{key}", requirement, moment),
        }
        for number, (key, requirement) in enumerate(known.items(), start=1)
    ]


def support(matter: Matter, contract: Contract) -> list[Plain]:
    """Give the rows of what the school and its partners will do, to a party or to others."""
    shown = {
        key: item
        for key, item in contract.support.items()
        if matter.job.kind.per != INFORMATION_ONLY or not is_private(item, matter.pack.phrases)
    }
    return [
        {
            "number": number,
            "provider": _provider(matter.case, item.provider),
            "text": spoken(matter, item, f"{matter.contract_key}.{key}"),
            "start": formats.day(matter.bundle, item.start),
            "frequency": matter.written(
                item.frequency, f"{matter.contract_key}.{key}", "frequency"
            ),
            "part_time": part_time(matter, item.part_time),
        }
        for number, (key, item) in enumerate(shown.items(), start=1)
    ]


def reasons_for_changes(matter: Matter, contract: Contract) -> list[str]:
    """Give why actions were added, changed or struck through at a paper's own review, each once."""
    moment = moment_of(matter.case, matter.job.about)
    reasons: dict[str, str] = {}
    for key, item in contract.requirements.items():
        for event in item.history:
            if event.why and moment.is_own(event):
                reasons.setdefault(event.why, f"{matter.contract_key}.{key}")
    return [matter.written(why, key, "why") for why, key in reasons.items()]


def spoken(matter: Matter, item: Requirement | Support, key: str) -> str:
    """Give the words of an action; raise WordingMissing for a phrase that can't be said."""
    words = said(item, matter.pack.phrases)
    if words is not None:
        return in_phrase(matter, item, key, words)
    phrase = matter.pack.phrases.get(item.phrase or "")
    if phrase is None and item.frozen is None:
        raise stop(WordingMissing, REASONS, "wording-no-phrase", key=key, phrase=item.phrase)
    raise stop(WordingMissing, REASONS, "wording-name-missing", key=key, phrase=item.phrase)


def _requirement(matter: Matter, key: str, item: Requirement, moment: Moment) -> dict[str, Plain]:
    bundle = matter.bundle
    known = (event for event in reversed(item.history) if moment.knows(event))
    struck = next((event for event in known if event.event == "struck_through"), None)
    smart = item.smart or Smart()
    return {
        "owner": named(matter.case, item.owner),
        "text": spoken(matter, item, key),
        "due": formats.day(bundle, item.due or smart.due),
        "measure": matter.written(smart.measure or _usual_measure(matter, item), key, "measure"),
        "struck": struck is not None,
        "status": _status(bundle, struck),
        "struck_on": formats.day(bundle, struck.date if struck else None),
        "added_on": formats.day(bundle, item.added.date if item.added else None),
        "is_new": moment.is_own(item.added),
        "part_time": part_time(matter, item.part_time),
    }


def _usual_measure(matter: Matter, item: Requirement) -> str:
    usual = item.frozen or matter.pack.phrases.get(item.phrase or "")
    return (usual and usual.measure) or ""


_STATUS: Mapping[str | None, str] = {
    "complete": "complete",
    "not_applicable": "no-longer-needed",
}


def _status(bundle: Bundle, struck: ActionEvent | None) -> str:
    phrase = _STATUS.get(struck.status) if struck else None
    return bundle.say(phrase) if phrase else ""


def part_time(matter: Matter, hours: PartTime | None) -> str:
    """Give a sentence on a timetable cut short; an information copy has no reason in it."""
    if hours is None:
        return ""
    bundle, private = matter.bundle, matter.job.kind.per == INFORMATION_ONLY
    told = bundle.say("part-time-other" if private else f"part-time-{hours.reason}")
    if hours.until:
        told = bundle.say("part-time-until", hours=told, day=formats.day(bundle, hours.until))
    if hours.target is not None:
        told = bundle.say("part-time-target", hours=told, target=hours.target)
    return f"{told}."


def _provider(case: Case, key: str) -> str:
    return case.school.name if key == SCHOOL else named(case, key)
