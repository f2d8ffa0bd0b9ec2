"""A clerk at the keyboard → what a new casefile says; each answer is judged as it comes."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

import click

from docgen.cli.preparation import preparation
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.calendar import year_group
from docgen.model.finding import Wording
from docgen.model.meeting import Meeting
from docgen.model.people import Languages, Link, Person, Pupil
from docgen.service import answers
from docgen.service.new_case import NewCase

T = TypeVar("T")
BASES = "natural, parental_responsibility, day_to_day_care"
REASONS: Reasons = {
    "answers-ended": Wording(
        "The questions were broken off; nothing was written.", "Start again with `docgen new case`."
    ),
}


@dataclass(frozen=True, slots=True)
class Office:
    """What is known before the first question: the school's staff keys too."""

    authority: str
    school: str
    staff: Collection[str]
    today: dt.date


def ask(question: str, read: Callable[[str], T], default: str = "") -> T:
    """Ask until the answer can be read; the question goes to stderr."""
    while True:
        try:
            text = click.prompt(question, default=default, show_default=bool(default), err=True)
            return read(str(text).strip())
        except UsageTrouble as trouble:
            click.echo(f"  {trouble.message} {trouble.remedy}", err=True)
        except click.Abort:
            raise stop(UsageTrouble, REASONS, "answers-ended") from None


def interview(case_id: str, office: Office) -> NewCase:
    """Ask everything that an invitation needs."""
    _say("An empty answer leaves a line out, where that may be. Ctrl-C writes nothing.")
    pupils = _each("c", "pupil", lambda: _pupil(office.today))
    people = _each("p", "parent or carer", lambda: _person(office.today))
    links = tuple(
        link for person in people for pupil in pupils if (link := _link(person, pupil)) is not None
    )
    before = preparation(ask, office.staff)
    working = [key for key in people if any(e.person == key and e.work_with for e in links)]
    apart = len(working) > 1 and ask(
        "Must the parents be met apart? (yes/no)", answers.yes_no, "no"
    )
    groups = [(key,) for key in working] if apart else [tuple(working)]
    meetings: dict[str, Meeting] = {}
    for number, invited in enumerate(groups if working else [], start=1):
        meeting = _meeting(invited, pupils, office)
        if meeting:
            meetings[f"m-{number}"] = meeting
    return NewCase(
        case_id=case_id,
        authority=office.authority,
        school=office.school,
        people=people,
        pupils=pupils,
        links=links,
        meetings=meetings,
        apart=apart,
        before=before,
    )


def _each(letter: str, word: str, read: Callable[[], T]) -> dict[str, T]:
    found: dict[str, T] = {}
    while not found or ask(f"Another {word}? (yes/no)", answers.yes_no, "no"):
        key = f"{letter}-{len(found) + 1}"
        _say(f"{key}, a {word}")
        found[key] = read()
    return found


def _pupil(today: dt.date) -> Pupil:
    name = ask("  Full legal name", answers.name)
    born = ask("  Date of birth, as 2012-02-29", answers.day)
    year = ask("  Year group", answers.number, str(year_group(born, today)))
    old_enough = ask(
        "  Old enough to understand, so invited too? (yes/no, empty: not judged yet)",
        answers.maybe(answers.yes_no),
    )
    return Pupil(
        legal_name=name,
        single_name=_single(name),
        date_of_birth=born,
        year_group=year,
        old_enough_to_understand=old_enough,
    )


def _person(today: dt.date) -> Person:
    title = ask("  Title, as Ms or Mr (empty: they want none)", answers.maybe(answers.line))
    name = ask("  Full legal name", answers.name)
    lines = ask(
        "  Address, its lines with commas between (empty: unknown)", answers.maybe(answers.address)
    )
    checked = ask("  Address checked on", answers.maybe(answers.day), str(today)) if lines else None
    phone = ask("  Phone (may be empty)", answers.maybe(answers.line))
    email = ask("  E-mail (may be empty)", answers.maybe(answers.line))
    languages = _languages()
    needs = ask(
        "  What helps them at a meeting? (empty: nothing needed)", answers.maybe(answers.line)
    )
    return Person(
        legal_name=name,
        title=title,
        title_declined=title is None,
        single_name=_single(name),
        address=lines or (),
        address_verified=checked,
        phone=phone,
        email=email,
        languages=languages,
        adjustments=(needs,) if needs else (),
    )


def _languages() -> Languages:
    reads = ask("  Reads (a language tag)", answers.language, "en")
    speaks = ask("  Speaks", answers.language, reads)
    if (reads, speaks) == ("en", "en"):
        return Languages()
    level = ask("  How much English? (none, some, good, fluent)", answers.english, "some")
    return Languages(speaks=speaks, reads=reads, english=level)


def _link(person: str, pupil: str) -> Link | None:
    relationship = ask(
        f"  What is {person} to {pupil}? (mother, father, carer …; empty: not a parent)",
        answers.maybe(answers.line),
    )
    if relationship is None:
        return None
    basis = ask(f"  Why a parent? Some of {BASES}", answers.bases)
    lives_with = ask(f"  Does {pupil} live with {person}? (full, part, none)", answers.lives_with)
    work_with = ask(f"  Will the school work with {person}? (yes/no)", answers.yes_no, "yes")
    if not work_with:
        why = ask("  Why not?", answers.line)
        return Link(person, pupil, relationship, basis, lives_with, work_with=False, reason=why)
    told = f"  When was {person} told how a contract works? (empty: not yet)"
    explained = ask(told, answers.maybe(answers.day))
    return Link(person, pupil, relationship, basis, lives_with, explained=explained)


def _meeting(
    invited: tuple[str, ...], pupils: Mapping[str, Pupil], office: Office
) -> Meeting | None:
    _say(f"The first meeting with {', '.join(invited)}")
    day = ask("  Day, as 2025-11-03 (empty: none yet)", answers.maybe(answers.day))
    if day is None:
        return None
    time = ask("  Time, as 15:30", answers.time)
    place = ask("  Place", answers.line)
    listed = ", ".join(office.staff)
    chair = ask(f"  Who chairs? ({listed})", answers.one_of(office.staff))
    others = ask(
        f"  Who else of the staff comes? ({listed}; may be empty)", answers.some_of(office.staff)
    )
    young = tuple(key for key, pupil in pupils.items() if pupil.old_enough_to_understand)
    staff = tuple(key for key in others if key != chair)
    return Meeting(
        kind="initial",
        pupils=tuple(pupils),
        invited=(*invited, *young, *staff),
        date=day,
        time=time,
        place=place,
        chair=chair,
    )


def _single(name: str) -> bool:
    return len(name.split()) == 1


def _say(text: str) -> None:
    click.echo(text, err=True)
