"""Attendance figures into what they were when a contract began, and since then (C-18)."""

import datetime as dt

from docgen.model.calendar import school_year
from docgen.model.contract import Contract
from docgen.model.people import Attendance
from docgen.wording import formats
from docgen.wording.attendance import attended, day_of, figures_of, on_record
from docgen.wording.matter import Matter

LEEWAY = 5
"""So many school days may lie between the figures and the start of the contract."""
DAY = dt.timedelta(days=1)


def before_and_since(matter: Matter, agreed: Contract) -> tuple[str, str]:
    """Give both, or two empty texts where the figures on record do not allow the sum."""
    start, now = agreed.period.start, figures_of(matter)
    base = _base(matter, start) if start else None
    if base is None or now is None or not _follows(base, now):
        return "", ""
    return attended(matter.bundle, base), _since(matter, base, now)


def _base(matter: Matter, start: dt.date) -> Attendance | None:
    """Give the last figures told up to the contract's first day, if they are not too old."""
    told = (each for each in on_record(matter) if day_of(each) <= start)
    base = max(told, key=day_of, default=None)
    if base is None or matter.days.between(day_of(base), start) > LEEWAY:
        return None
    return base


def _follows(base: Attendance, now: Attendance) -> bool:
    """Tell whether both count from the same September, and the later goes on from the other."""
    first, second = base.certificate, now.certificate
    return (
        school_year(day_of(base)) == school_year(day_of(now))
        and first.possible < second.possible
        and 0 <= second.attended - first.attended <= second.possible - first.possible
    )


def _since(matter: Matter, base: Attendance, now: Attendance) -> str:
    bundle = matter.bundle
    first, second = base.certificate, now.certificate
    came, possible = second.attended - first.attended, second.possible - first.possible
    return bundle.say(
        "since",
        attended=came,
        possible=possible,
        share=formats.share(bundle, came, possible),
        first=formats.day(bundle, matter.days.next_open(day_of(base) + DAY)),
        last=formats.day(bundle, day_of(now)),
    )
