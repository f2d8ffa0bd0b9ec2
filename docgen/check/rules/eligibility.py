"""May there be a contract at all: the school, the pupil's place there, and the pupil's age."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import contracts_of, drawn_up
from docgen.model.calendar import compulsory_from, compulsory_until, school_year, year_group
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage

ACT_2003 = "Anti-social Behaviour Act 2003"

# Types of establishment as the register of schools (GIAS) prints them, less the word "school".
ALLOWED = frozenset(
    {
        "community",
        "voluntary aided",
        "voluntary controlled",
        "foundation",
        "community special",
        "foundation special",
        "pupil referral unit",
        "local authority nursery",
        "city technology college",
        "academy sponsor led",
        "academy converter",
        "academy special sponsor led",
        "academy special converter",
        "academy alternative provision sponsor led",
        "academy alternative provision converter",
        "free",
        "free special",
        "free alternative provision",
        "university technical college",
        "studio",
    }
)
_BARRED = re.compile(r"\bindependent\b|\bnon maintained\b|^(?:08|10|11)$")


def _type(scene: Scene) -> str:
    words = scene.case.school.gias_type.casefold().replace("-", " ").split()
    return " ".join(word for word in words if word not in {"school", "schools"})


def _barred_school(scene: Scene) -> Iterator[Breach]:
    if _BARRED.search(_type(scene)):
        yield Breach((), ("school", "gias_type"))


def _doubtful_school(scene: Scene) -> Iterator[Breach]:
    kind = _type(scene)
    if kind not in ALLOWED and not _BARRED.search(kind):
        yield Breach((), ("school", "gias_type"))


def _age(scene: Scene) -> Iterator[Breach]:
    for key, pupil in scene.case.pupils.items():
        path = ("pupils", key, "date_of_birth")
        if pupil.date_of_birth is None:
            yield Breach((key,), path, {"why": "the date of birth is missing"})
            continue
        days = _days_to_judge(scene, key)
        whys = (_out_of_age(pupil.date_of_birth, day) for day in sorted(days))
        why = next((why for why in whys if why), "")
        if why:
            yield Breach((key,), path, {"why": why})


def _days_to_judge(scene: Scene, pupil: str) -> set[date]:
    contracts = contracts_of(scene.case, pupil)
    meetings = scene.case.meetings
    days = {c.period.start or _met(scene.case, c.made_at) for c in contracts}
    if not contracts:
        days = {m.date for m in meetings.values() if m.is_live and pupil in m.pupils}
    return {day for day in days if day}


def _met(case: Case, meeting: str | None) -> date | None:
    found = case.meetings.get(meeting or "")
    return found.date if found else None


def _out_of_age(born: date, day: date) -> str:
    first, last = compulsory_from(born), compulsory_until(born)
    if day < first:
        return f"on {day} that age has not begun; it begins on {first}"
    return f"on {day} that age is over; it ended on {last}" if day > last else ""


def _outlasts_age(scene: Scene) -> Iterator[Breach]:
    for key, contract in drawn_up(scene.case):
        born = scene.case.pupils[contract.pupil].date_of_birth
        end = contract.period.last_day
        last = compulsory_until(born) if born else date.max
        if end and end > last:
            yield Breach((key,), ("contracts", key, "period"), {"end": end, "last": last})


def _not_on_roll(scene: Scene) -> Iterator[Breach]:
    for key, pupil in scene.case.pupils.items():
        if pupil.roll == "not_registered":
            yield Breach((key,), ("pupils", key, "roll"))


def _other_year_group(scene: Scene) -> Iterator[Breach]:
    year = _judged_year(scene)
    for key, pupil in scene.case.pupils.items():
        if pupil.date_of_birth is None or pupil.year_group is None:
            continue
        reckoned = year_group(pupil.date_of_birth, date(year, 9, 1))
        if reckoned != pupil.year_group:
            names = {"given": pupil.year_group, "reckoned": reckoned, "year": year}
            yield Breach((key,), ("pupils", key, "year_group"), names)


def _judged_year(scene: Scene) -> int:
    stated = re.match(r"\d{4}", scene.case.academic_year or "")
    return int(stated[0]) if stated else school_year(scene.today)


RULES = (
    Rule(
        "R-01",
        Stage.LOAD,
        Severity.ERROR,
        f"{ACT_2003}, section 24",
        "An attendance contract can't be made with this type of school: independent schools "
        "and non-maintained special schools are outside the law on it.",
        "If the type in the school's sheet is wrong, correct `gias_type`; otherwise support "
        "the family without a contract.",
        _barred_school,
        "The law gives attendance contracts to maintained schools, academies and the like only. "
        "With another type of school a paper that is called one would have no footing.",
    ),
    Rule(
        "R-01b",
        Stage.LOAD,
        Severity.WARNING,
        f"{ACT_2003}, section 24",
        "The school's type is not one of those known to be able to make an attendance contract.",
        "Write `gias_type` as the register of schools prints it. If it is right, ask the "
        "authority whether the law covers this school, and record the decision.",
        _doubtful_school,
        "A type that nobody knows may be a slip of the pen or a school outside the law. It is "
        "better to ask before a family is invited than after.",
    ),
    Rule(
        "R-02",
        Stage.LOAD,
        Severity.ERROR,
        f"{ACT_2003}, section 19(2); Education Act 1996, section 8",
        "{subject} is not shown to be of compulsory school age when the contract starts: {why}.",
        "Check the date of birth and the day the contract starts (or, before there is one, "
        "the day of the meeting). A contract is only for a pupil of that age.",
        _age,
        "Attendance is a legal duty only while a child is of compulsory school age, and only "
        "then can there be a contract about it.",
    ),
    Rule(
        "R-03",
        Stage.CONTRACT,
        Severity.WARNING,
        "Education Act 1996, section 8",
        "{subject} runs to {end}, but the pupil leaves compulsory school age on {last}.",
        "End the contract by {last}, or record why it runs on.",
        _outlasts_age,
        "Once the pupil is past that age there is no duty left that the contract could help with.",
    ),
    Rule(
        "R-04",
        Stage.LOAD,
        Severity.ERROR,
        f"{ACT_2003}, section 19(2)",
        "{subject} is down as not registered at the school, so there can be no contract about "
        "their attendance here.",
        "If the pupil is on the register, or has a place in alternative provision, correct "
        "`roll`. If not, the school where they are registered has to act.",
        _not_on_roll,
        "A contract is about coming to the school where the pupil is registered, or to the "
        "place in alternative provision that goes with it.",
    ),
    Rule(
        "C-11",
        Stage.ANY,
        Severity.WARNING,
        "School years run from 1 September to 31 August",
        "{subject} is down for year group {given}; by date of birth it would be year group "
        "{reckoned} in the school year that began in {year}.",
        "Correct the year group or the date of birth. If the pupil is taught in another year "
        "on purpose, record that as a decision.",
        _other_year_group,
        "Invitations state the year group. One that does not go with the date of birth is "
        "usually a slip, and sometimes a pupil taught out of their year.",
    ),
)
