"""The delivery stage of a checklist: what the casefile shows on each topic (D-01.5)."""

from docgen.model.action import Requirement
from docgen.model.contract import Signature
from docgen.model.meeting import ParentViews
from docgen.wording import formats
from docgen.wording.evidence import Dossier, Evidence, sentences


def parents_present(dossier: Dossier) -> Evidence:
    """Show who came and who did not; without a parent there is no contract."""
    met = dossier.meeting
    if met is None or not met.is_held:
        return Evidence("The meeting has not been held yet.")
    parents = [key for key in dossier.contract.parties if key in met.attended]
    away = [key for key in met.invited if key not in met.attended]
    told = (
        f"Present: {dossier.names(met.attended)}" if met.attended else "Nobody came",
        f"Not there: {dossier.names(away)}" if dossier.names(away) else "",
        "" if parents else "No party came, so that no contract can be made",
    )
    return Evidence(sentences(*told), "done" if parents else None)


def voices(dossier: Dossier) -> Evidence:
    """Show whose views were written down; whether they were heard is for the school to judge."""
    spoke = dict.fromkeys(views.person for views in _of_parties(dossier))
    told = (
        f"Views written down: {dossier.names(spoke)}"
        if spoke
        else "No parent's views written down",
        "The pupil's own words are written down"
        if dossier.case.pupils[dossier.contract.pupil].voice
        else "",
        *(_silent(dossier, views) for views in _of_parties(dossier)),
    )
    return Evidence(sentences(*told))


def actions(dossier: Dossier) -> Evidence:
    """Show how many actions there are, whose idea they were, and which have a date."""
    held = tuple(dossier.contract.requirements.values())
    ideas = sum(1 for action in held if action.parents_idea)
    dated = sum(1 for action in held if _has_date(action))
    measured = sum(1 for action in held if _has_measure(dossier, action))
    if not held:
        return Evidence("No actions recorded yet.")
    return Evidence(
        f"Actions: {len(held)}. A parent's own idea: {ideas}. "
        f"With a date: {dated}. With a measure: {measured}."
    )


def duration(dossier: Dossier) -> Evidence:
    """Show how long the contract is to run."""
    period, bundle = dossier.contract.period, dossier.bundle
    length = formats.length(bundle, period)
    end = formats.day(bundle, period.last_day)
    if not (end or length):
        return Evidence("Not recorded yet.")
    told = f"{formats.day(bundle, period.start)} to {end} ({length})" if end else length
    return Evidence(sentences(told, "The end is an estimate" if period.estimate else ""), "done")


def signatures(dossier: Dossier) -> Evidence:
    """Show who signed the first version, and who refused."""
    first = [each for each in dossier.contract.signatures if each.is_first]
    return signed_by(dossier, first, dossier.meeting.attended if dossier.meeting else ())


def review_date(dossier: Dossier) -> Evidence:
    """Show the date of the first review."""
    first = dossier.contract.first_review
    if first is None:
        return Evidence("Not recorded yet.")
    return Evidence(f"First review: {dossier.day(first)}.", "done")


def copies(dossier: Dossier) -> Evidence:
    """Show who got a copy, and which parents and partners who came are still without one."""
    contract, case, met = dossier.contract, dossier.case, dossier.meeting
    given = {copy.to: copy.date for copy in contract.copies}
    for paper in dossier.issued("copy-letter", dossier.key):
        given.setdefault(paper.recipient or "", paper.dated)
    came = [k for k in met.attended if k in case.people or k in case.partners] if met else []
    missing = [key for key in came if key not in given]
    told = [f"{dossier.name(key)}: {dossier.day(date)}" for key, date in given.items()]
    lacks = f"No copy recorded for {dossier.names(missing)}" if missing else ""
    if not told:
        return Evidence(sentences("No copies recorded yet", lacks))
    return Evidence(sentences(*told, lacks), None if missing else "done")


def signed_by(dossier: Dossier, given: list[Signature], present: tuple[str, ...]) -> Evidence:
    """Show who signed and who refused; it is done once the parties present and the school have."""
    contract, staff = dossier.contract, dossier.case.school.staff
    signed = {each.person: dossier.day(each.date) for each in given if not each.refused}
    wanted = [key for key in contract.parties if key in present]
    missing = [key for key in wanted if key not in signed]
    refused = [each.person for each in given if each.refused]
    told = (
        *(f"{dossier.name(key)}: {day}" for key, day in signed.items()),
        "" if signed else "No signatures recorded yet",
        f"Not signed yet: {dossier.names(missing)}" if missing else "",
        f"Refused: {dossier.names(refused)}" if refused else "",
    )
    complete = bool(wanted) and not missing and any(key in staff for key in signed)
    return Evidence(sentences(*told), "done" if complete else None)


def _of_parties(dossier: Dossier) -> list[ParentViews]:
    key, contract = dossier.meeting_key, dossier.contract
    written = (e for e in dossier.case.parent_views if e.pupil in (None, contract.pupil))
    return [views for views in written if views.meeting == key and views.person in contract.parties]


def _silent(dossier: Dossier, views: ParentViews) -> str:
    count = len(views.not_said)
    questions = "1 question" if count == 1 else f"{count} questions"
    return f"{dossier.name(views.person)} did not wish to answer {questions}" if count else ""


def _has_measure(dossier: Dossier, action: Requirement) -> bool:
    phrase = dossier.pack.phrases.get(action.phrase or "")
    return bool((action.smart and action.smart.measure) or (phrase and phrase.measure))


def _has_date(action: Requirement) -> bool:
    return bool(action.due or (action.smart and action.smart.due))
