"""Is everybody asked to a meeting who should be, and can they take part in it."""

from collections.abc import Iterator

from docgen.check.rules.meeting import TO_MEET
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import pending
from docgen.model.case import Case
from docgen.model.finding import Severity, Stage
from docgen.model.meeting import Meeting
from docgen.model.people import Link, Person

SPOKEN_WELL = frozenset({"good", "fluent"})


def _nobody_named(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    workers = {*case.school.staff, *case.partners}
    for key, meeting in pending(case):
        if meeting.chair is None and workers.isdisjoint(meeting.invited):
            yield Breach((key,), ("meetings", key, "invited"))


def _left_out(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        for pupil in meeting.pupils:
            out = [
                link.person
                for link in scene.case.links
                if link.pupil == pupil and not _asked_or_explained(scene.case, link)
            ]
            if out:
                path = ("meetings", key, "invited")
                yield Breach((key, pupil), path, {"out": ", ".join(out), "pupil": pupil})


def _asked_or_explained(case: Case, link: Link) -> bool:
    asked = any(
        met.is_live and link.person in met.invited and link.pupil in met.pupils
        for met in case.meetings.values()
    )
    decided = not link.work_with and bool(link.reason)
    return asked or decided or case.people[link.person].organisation or _is_barred(case, link)


def _is_barred(case: Case, link: Link) -> bool:
    return any(
        order.limits and not order.cleared_by
        for order in case.family.court_orders
        if (order.person, order.pupil) == (link.person, link.pupil)
    )


def _officer_asked(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        partners = ((who, scene.case.partners.get(who)) for who in meeting.invited)
        officers = [who for who, found in partners if found and found.authority_officer]
        if meeting.kind == "initial" and officers:
            names = {"officers": ", ".join(officers)}
            yield Breach((key,), ("meetings", key, "invited"), names)


def _needs_unasked(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        for person in (who for who in meeting.invited if who in scene.case.people):
            found = scene.case.people[person]
            needs = _needs(meeting, found)
            if needs:
                asked = found.adjustments is not None
                path = ("meetings", key) if asked else ("people", person)
                names = {"person": person, "why": " and ".join(needs)}
                yield Breach((key, person), path, names)


def _needs(meeting: Meeting, person: Person) -> list[str]:
    needs = []
    if person.adjustments is None:
        needs.append("nothing says whether they need anything made easier")
    spoken = person.languages
    in_english = spoken.speaks.casefold().split("-")[0] == "en" or spoken.english in SPOKEN_WELL
    if not in_english and meeting.interpreter is None:
        needs.append(f"they speak {spoken.speaks} and no interpreter is down for the meeting")
    return needs


def _pupil_unasked(scene: Scene) -> Iterator[Breach]:
    for key, meeting in scene.case.meetings.items():
        if meeting.is_live and meeting.kind == "initial":
            yield from _pupils_unasked(scene.case, key, meeting)


def _pupils_unasked(case: Case, key: str, meeting: Meeting) -> Iterator[Breach]:
    for pupil in meeting.pupils:
        old_enough = case.pupils[pupil].old_enough_to_understand
        if old_enough is None:
            why = "nothing says whether they are old enough to understand what is talked about"
            yield Breach((key, pupil), ("pupils", pupil), {"pupil": pupil, "why": why})
        elif old_enough and not _takes_part(case, meeting, pupil):
            why = "they are old enough to understand, and are not asked to come"
            path = ("meetings", key, "invited")
            yield Breach((key, pupil), path, {"pupil": pupil, "why": why})


def _takes_part(case: Case, meeting: Meeting, pupil: str) -> bool:
    unable = case.pupils[pupil].able_to_take_part is False
    return unable or pupil in {*meeting.invited, *meeting.attended}


RULES = (
    Rule(
        "R-19",
        Stage.INVITE,
        Severity.INFORMATION,
        f"{TO_MEET}: parents are told who will be there",
        "Nobody from the school or a partner is down as coming to {subject}.",
        "Write who leads it under `chair`, and the staff and partners who come under `invited`.",
        _nobody_named,
        "Parents should know whom they will meet, so that they are not faced with a room of "
        "strangers.",
    ),
    Rule(
        "R-20",
        Stage.INVITE,
        Severity.WARNING,
        "Education Act 1996, section 576; guidance of the Department for Education on "
        "parental responsibility",
        "Some who count as parents of {pupil} are invited to no meeting about {pupil} that stands, "
        "and nothing says why: {out}.",
        "Invite them, to this meeting or to one of their own. If the school does not work with "
        "them, write `work_with: false` and the `reason` in their link.",
        _left_out,
        "Everybody who counts as a parent in law is told about meetings, unless a court order "
        "or a recorded reason stands against it.",
    ),
    Rule(
        "R-21",
        Stage.INVITE,
        "-",
        f"{TO_MEET}: the authority's own officer need not come to the first one",
        "{officers}, an officer of the authority, is invited to {subject}, the first meeting.",
        "Take them off `invited`, or record why they are needed there.",
        _officer_asked,
        "The first meeting is the school's offer of help. An officer of the authority can make "
        "it look like a first step to court.",
    ),
    Rule(
        "R-25",
        Stage.INVITE,
        Severity.WARNING,
        "Equality Act 2010, section 20; the authority's training on attendance contracts",
        "{person} may not be able to take part in the meeting as they should: {why}.",
        "Ask them. Write what they need under `adjustments` (`[]` for nothing), how good their "
        "English is under `languages`, and who interprets under `interpreter` of the meeting.",
        _needs_unasked,
        "A parent who can't follow a meeting has not agreed to anything there.",
    ),
    Rule(
        "R-26",
        Stage.INVITE,
        Severity.INFORMATION,
        f"{TO_MEET}: a pupil old enough to understand is asked to come",
        "The part of {pupil} in the meeting is not settled: {why}.",
        "Write `old_enough_to_understand`. If it is true, add them to `invited`, or write "
        "`able_to_take_part: false`.",
        _pupil_unasked,
        "It is the pupil's school life that is planned. Where they are old enough, they should "
        "be asked to say what would help.",
    ),
)
