"""The planning stage of a checklist on the meeting: who was told, who leads, who comes (D-01.4)."""

from docgen.model.contract import Handover
from docgen.model.meeting import Meeting
from docgen.wording import formats
from docgen.wording.evidence import Dossier, Evidence, sentences

HANDED_OVER = {"chair": "Chair", "lead_practitioner": "Lead practitioner"}


def leader_told(dossier: Dossier) -> Evidence:
    """Show who started the plan, who in the school was told of it, and when."""
    case, head = dossier.case, dossier.case.school.headteacher
    started = case.initiated_by
    by = f"Started by {dossier.name(started)}" if started else ""
    told = [
        f"{_in_words(dossier.name(entry.who))} told on {dossier.day(entry.date)}"
        for entry in case.notifications
    ]
    aware = {started, *(entry.who for entry in case.notifications)}
    knows = head in aware if head else bool(told)
    nobody = "" if told or knows else "Nobody recorded as told"
    return Evidence(sentences(by, *told, nobody), "done" if knows else None)


def chair_and_lead(dossier: Dossier) -> Evidence:
    """Show who chairs the meeting and who leads the contract."""
    chair = dossier.meeting.chair if dossier.meeting else None
    lead = dossier.contract.lead_practitioner
    told = (
        f"Chair: {dossier.name(chair) or 'not recorded'}",
        f"Lead practitioner: {dossier.name(lead) or 'not recorded'}",
        *(_handover(dossier, handover) for handover in dossier.contract.handovers),
    )
    return Evidence(sentences(*told), "done" if chair and lead else None)


def staff_present(dossier: Dossier) -> Evidence:
    """Show which staff take part, the Attendance Champion among them or not."""
    met, staff = dossier.meeting, dossier.case.school.staff
    asked = dict.fromkeys((met.chair or "", *met.invited, *met.attended)) if met else {}
    keys = [key for key in asked if key in staff]
    if not keys:
        return Evidence("No staff recorded for the meeting.")
    by_role = [key for key, member in staff.items() if "champion" in member.role.casefold()]
    chosen = dossier.case.school.attendance_champion
    champions = [chosen] if chosen else by_role
    takes_part = any(key in keys for key in champions)
    champion = "The Attendance Champion takes part" if takes_part else ""
    return Evidence(sentences(f"From the school: {dossier.names(keys)}", champion), "done")


def meeting_set(dossier: Dossier) -> Evidence:
    """Show the date, who is invited, adjustments, and to whom the invitation was issued."""
    met, case = dossier.meeting, dossier.case
    if met is None or met.date is None or met.time is None:
        return Evidence("No date and time set yet.")
    day, time = formats.weekday(dossier.bundle, met.date), formats.clock(dossier.bundle, met.time)
    when = f"{day} at {time}"
    parents = [p for p in met.invited if case.link(p, dossier.contract.pupil)]
    letters = {
        paper.recipient: paper.dated for paper in dossier.issued("invite", dossier.meeting_key)
    }
    in_writing = [
        f"Invitation to {dossier.name(parent)} dated {dossier.day(letters[parent])}"
        for parent in parents
        if parent in letters
    ]
    told = (
        f"{when}, {met.place}" if met.place else when,
        _moved(dossier, met),
        f"Invited: {dossier.names(met.invited)}",
        *(_adjusted(dossier, parent) for parent in parents),
        *in_writing,
    )
    return Evidence(sentences(*told), "done" if len(in_writing) == len(parents) > 0 else None)


def _in_words(who: str) -> str:
    """Give a role written as a code in words: `Chair of governors` for `chair_of_governors`."""
    return who[:1].upper() + who[1:].replace("_", " ")


def _moved(dossier: Dossier, met: Meeting) -> str:
    old = dossier.case.meetings.get(met.replaces or "")
    if old is None:
        return ""
    confirmed = met.rearranged and met.rearranged.confirmed
    told = f", confirmed on {dossier.day(confirmed)}" if confirmed else ""
    return f"Moved from {dossier.day(old.date)}{told}"


def _handover(dossier: Dossier, change: Handover) -> str:
    role = HANDED_OVER[change.role]
    names = f"from {dossier.name(change.was)} to {dossier.name(change.now)}"
    why = f": {change.reason}" if change.reason else ""
    return f"{role} passed {names} on {dossier.day(change.date)}{why}"


def _adjusted(dossier: Dossier, parent: str) -> str:
    needs = dossier.case.people[parent].adjustments
    if needs is None:
        return f"Adjustments for {dossier.name(parent)}: not recorded"
    return f"Adjustments for {dossier.name(parent)}: {', '.join(needs)}" if needs else ""
