"""Does a meeting that replaces another leave nobody with the old date in hand."""

from collections.abc import Iterator

from docgen.check.rules.meeting import TO_MEET
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import is_written_to, pending, standing
from docgen.model.finding import Severity, Stage


def _unconfirmed(scene: Scene) -> Iterator[Breach]:
    case = scene.case
    papers = standing(case, scene.pack, "rearranged")
    confirmed = {(paper.about, paper.recipient, paper.pupil) for paper in papers}
    for key, meeting in case.meetings.items():
        told = meeting.rearranged is not None and meeting.rearranged.confirmed is not None
        if not (meeting.is_live and meeting.replaces) or told:
            continue
        for link in case.links:
            about = (key, link.person, link.pupil)
            asked = link.person in meeting.invited and link.pupil in meeting.pupils
            if asked and is_written_to(case, link) and about not in confirmed:
                names = {"meeting": key, "person": link.person, "pupil": link.pupil}
                yield Breach(about, ("meetings", key, "rearranged"), names)


def _no_old_date(scene: Scene) -> Iterator[Breach]:
    for key, meeting in pending(scene.case):
        old = scene.case.meetings.get(meeting.replaces or "")
        if old is None:
            continue
        missing = [what for what in ("date", "time") if getattr(old, what) is None]
        if missing:
            names = {"old": meeting.replaces, "missing": " and no ".join(missing)}
            yield Breach((key,), ("meetings", str(meeting.replaces)), names)


RULES = (
    Rule(
        "R-27",
        Stage.MISSED,
        Severity.WARNING,
        f"{TO_MEET}: another date is confirmed in writing",
        "Nothing says that {person} was told in writing of {meeting} about {pupil}, which "
        "replaces another.",
        "Issue the confirmation while the meeting is still to come. If it went out without "
        "docgen, write the day under `confirmed` in `rearranged` of the meeting.",
        _unconfirmed,
        "Somebody who was not told of the new date can't be said to have missed it.",
    ),
    Rule(
        "R-28",
        Stage.INVITE,
        Severity.ERROR,
        "A confirmation names the date that no longer holds as well as the new one",
        "{subject} replaces {old}, and {old} has no {missing}, so a confirmation can't say which "
        "date no longer holds.",
        "Write the old meeting's `date` and `time` as they stood in the invitation.",
        _no_old_date,
        "With two letters in hand a family must be able to see which of the dates is off.",
    ),
)
