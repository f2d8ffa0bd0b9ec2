"""What was handed over for a meeting into rows: certificate, policy, guide (D-25)."""

import datetime as dt

from docgen.model.meeting import Enclosure
from docgen.model.pack import Kind
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.matter import Matter
from docgen.wording.meetings import parents_asked
from docgen.wording.naming import named

RECEIPT: Promises = {
    "enclosures": Promise("list", "certificate, policy and guide, in this order, given or not"),
    "enclosures[].item": Promise("text", "what it is", "Attendance certificate"),
    "enclosures[].given": Promise("yes or no", "whether it was given", "yes"),
    "enclosures[].ref": Promise("text", "which version, empty if not recorded", "policy-2025-09"),
    "enclosures[].date": Promise("text", "when it was given, empty if not", "20 October 2025"),
    "enclosures[].medium": Promise("text", "in what form, empty if not given", "On paper"),
    "enclosures[].by": Promise("text", "who gave it, empty if not given", "Ms Priya Nair"),
}
FORM: Promises = {
    **RECEIPT,
    "enclosures[].to": Promise(
        "text", "the parents who had it then, or have not had it", "Ms Agnieszka Wójcik"
    ),
}
CERTIFICATE = "attendance_certificate"
ITEMS = (CERTIFICATE, "attendance_policy", "dfe_parent_guide")
RECEIPT_PER = "receipt"


def promises(kind: Kind) -> Promises:
    """Give the names that a receipt's template, or that of a meeting's form, may use."""
    return RECEIPT if kind.per == RECEIPT_PER else FORM


def enclosures(matter: Matter) -> list[Plain]:
    """Give the rows: of a receipt one for each item; of a meeting's form for each time of giving.

    Each parent counts with what they had at the meeting, else with the first
    that came after it. In a meeting's form a row of its own tells who has not
    had an item.
    """
    if matter.job.kind.per == RECEIPT_PER:
        return [_row(matter, item, _to(matter, item, matter.job.recipient)) for item in ITEMS]
    parents = [link.person for link in parents_asked(matter)]
    return [row for item in ITEMS for row in _rows(matter, item, parents)]


def _rows(matter: Matter, item: str, parents: list[str]) -> list[Plain]:
    had = {parent: _to(matter, item, parent) for parent in parents}
    each = dict.fromkeys(given for given in had.values() if given)  # a set has no order to keep
    times = sorted(each, key=lambda given: given.date)
    lacking = [None] if None in had.values() or not had else []
    return [
        _row(matter, item, given)
        | {"to": _names(matter, [key for key in parents if had[key] == given])}
        for given in (*times, *lacking)
    ]


def _to(matter: Matter, item: str, parent: str | None) -> Enclosure | None:
    """Give what a parent had by the meeting, else the first that came after it."""
    by_then = matter.case.meetings[matter.job.about].date or dt.date.max
    found = sorted(
        (
            each
            for each in matter.case.enclosures_given
            if each.item == item and parent in each.to and _is_about(matter, each)
        ),
        key=lambda each: each.date,
    )
    before = [each for each in found if each.date <= by_then]
    return before[-1] if before else next(iter(found), None)


def _is_about(matter: Matter, given: Enclosure) -> bool:
    """Tell whose attendance a certificate shows; in a case of one pupil it need not say."""
    only = matter.job.pupil if len(matter.case.pupils) == 1 else None
    return given.item != CERTIFICATE or (given.pupil or only) == matter.job.pupil


def _names(matter: Matter, keys: list[str]) -> str:
    return formats.listing(matter.bundle, [named(matter.case, key) for key in keys])


def _row(matter: Matter, item: str, given: Enclosure | None) -> dict[str, Plain]:
    bundle = matter.bundle
    return {
        "item": bundle.say(f"enclosure-{item}"),
        "given": given is not None,
        "ref": (given and given.ref) or "",
        "date": formats.day(bundle, given.date if given else None),
        "medium": bundle.say(f"medium-{given.medium}") if given else "",
        "by": named(matter.case, given.by) if given else "",
    }
