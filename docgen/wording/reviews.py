"""A matter into what its document may say of a review, or of a warning and what led to it."""

import datetime as dt

from docgen.model.contract import Contract, Noncompliance, Review, WarningRecord
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.actions import reasons_for_changes, spoken
from docgen.wording.attendance import attended
from docgen.wording.contracts import signers
from docgen.wording.matter import Matter
from docgen.wording.meetings import place, shown
from docgen.wording.naming import named
from docgen.wording.progress import before_and_since

REVIEW: Promises = {
    "review.date": Promise("text", "the day of the review", "24 November 2025"),
    "review.next": Promise("text", "the next review, empty if none", "15 December 2025"),
    "review.present": Promise("list", "who was at the review"),
    "review.present[].name": Promise("text", "somebody present", "Ms Agnieszka Wójcik"),
    "review.present[].role": Promise("text", "their role", "mother"),
    "review.signers": Promise("list", "who signs: parties present, then one for the school"),
    "review.signers[].name": Promise("text", "who signs", "Ms Agnieszka Wójcik"),
    "review.signers[].role": Promise("text", "as whom", "mother"),
    "review.attendance": Promise(
        "text",
        "the pupil's attendance as told at the review, empty if not on record",
        "41 of 68 sessions attended (60.3%), up to 20 October 2025",
    ),
    "review.before": Promise(
        "text",
        "attendance when the contract began, empty if that can't be reckoned",
        "41 of 68 sessions attended (60.3%), up to 20 October 2025",
    ),
    "review.since": Promise(
        "text",
        "attendance since the contract began, empty if that can't be reckoned",
        "30 of 34 sessions attended (88.2%), 21 October 2025 to 24 November 2025",
    ),
    "review.no_fault": Promise(
        "yes or no", "whether it followed a contact with a reasonable explanation", "no"
    ),
    "review.why": Promise("list", "why actions were changed at this review, in their order"),
    "review.why[]": Promise("text", "one such reason", "The bus now leaves at 8:10am."),
    "review.notes": Promise("text", "the school's notes of the review, empty if none", ""),
}
WARNING: Promises = {
    "warning.requirements": Promise("list", "the actions that were not kept"),
    "warning.requirements[]": Promise(
        "text", "one of them", "I will bring Zofia to school by 8:50am."
    ),
    "warning.contacted_on": Promise("text", "when the school asked why", "1 December 2025"),
    "warning.contacted_by": Promise("text", "who asked", "Mr Daniel Firth"),
    "warning.channel": Promise("text", "how they asked", "by phone"),
    "warning.explanation": Promise("text", "what the parent said, empty if nothing", ""),
    "warning.reply_by": Promise("text", "by when to answer, empty if open", "17 December 2025"),
    "warning.review_offered": Promise(
        "text", "the review meeting offered, empty if none", "Monday 8 December 2025 at 4pm"
    ),
}


def review(matter: Matter, agreed: Contract, held: Review) -> dict[str, Plain]:
    """Give the review."""
    met = matter.case.meetings.get(held.meeting or "")
    told = before_and_since(matter, agreed)
    return {
        "date": formats.day(matter.bundle, held.date),
        "next": formats.day(matter.bundle, held.next),
        "present": shown(matter, held.present),
        "signers": signers(matter, agreed, held.present, met.chair if met else None),
        "attendance": attended(matter.bundle, held.attendance) if held.attendance else "",
        "before": told[0],
        "since": told[1],
        "no_fault": _is_no_fault(matter, held),
        "why": reasons_for_changes(matter, agreed),
        "notes": matter.written(held.notes, matter.job.about, "notes"),
    }


def warning(matter: Matter, agreed: Contract, warned: WarningRecord) -> dict[str, Plain]:
    """Give the warning, with the contacts about actions not kept that led to it."""
    bundle = matter.bundle
    led = _contacts(matter, agreed, warned)
    last = max(led, key=lambda contact: contact.date, default=None)
    return {
        "requirements": list(_not_kept(matter, agreed, led)),
        "contacted_on": formats.day(bundle, last.date if last else None),
        "contacted_by": named(matter.case, last.by if last else None),
        "channel": bundle.say(f"by-{last.channel}") if last else "",
        "explanation": _explained(matter, last) if last else "",
        "reply_by": formats.day(bundle, warned.reply_by),
        "review_offered": _offer(matter, warned.review_offered or ""),
    }


def _is_no_fault(matter: Matter, held: Review) -> bool:
    """Tell whether a contact that led to the review found a good reason."""
    led_by = {matter.job.about, held.meeting or matter.job.about}
    return any(
        contact.contract == held.contract and contact.leads_to in led_by and contact.reasonable
        for contact in matter.case.noncompliance.values()
    )


def _contacts(matter: Matter, agreed: Contract, warned: WarningRecord) -> tuple[Noncompliance, ...]:
    """Give the contacts that lead to this warning, else those about this parent that led to one."""
    all_contacts = matter.case.noncompliance.values()
    linked = tuple(contact for contact in all_contacts if contact.leads_to == matter.job.about)
    return linked or tuple(
        contact
        for contact in all_contacts
        if contact.contract == warned.contract
        and contact.outcome == "warning"
        and contact.leads_to is None
        and agreed.requirements[contact.action].owner == warned.to
    )


def _explained(matter: Matter, contact: Noncompliance) -> str:
    records = matter.case.noncompliance.items()
    key = next(key for key, each in records if each is contact)
    return matter.written(contact.explanation, key, "explanation")


def _not_kept(matter: Matter, agreed: Contract, led: tuple[Noncompliance, ...]) -> tuple[str, ...]:
    keys = dict.fromkeys(contact.action for contact in led)
    return tuple(
        spoken(matter, agreed.requirements[key], f"{matter.contract_key}.{key}") for key in keys
    )


def _offer(matter: Matter, offered: str) -> str:
    """Give the meeting offered: by its key, by its date, or in the words written down."""
    bundle, met = matter.bundle, matter.case.meetings.get(offered)
    if met is None:
        date = _iso(offered)
        if date is None:
            return matter.written(offered, matter.job.about, "review_offered")
        return formats.weekday(bundle, date)
    day, time = formats.weekday(bundle, met.date), formats.clock(bundle, met.time)
    if not time:
        return day
    if not met.place:
        return bundle.say("when", day=day, time=time)
    return bundle.say("when-and-where", day=day, time=time, place=place(matter, met))


def _iso(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
