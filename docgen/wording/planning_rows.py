"""The planning stage of a checklist: what the casefile shows on each topic (D-01.4)."""

from docgen.model.people import Link
from docgen.wording import formats
from docgen.wording.evidence import Dossier, Evidence, sentences

LIVES = {
    "full": "lives with the pupil",
    "part": "lives with the pupil part of the time",
    "none": "does not live with the pupil",
}


def guidance(dossier: Dossier) -> Evidence:
    """Show the guidance that the pack stands on; whether it was read is not known."""
    cited = dossier.pack.guidance
    told = (part for part in (cited.title, cited.edition, cited.paragraphs) if part)
    return Evidence(sentences(", ".join(told)))


def attendance(dossier: Dossier) -> Evidence:
    """Show the pupil's attendance, sessions first (C-01)."""
    counted = dossier.case.pupils[dossier.contract.pupil].attendance
    if counted is None:
        return Evidence("No attendance figures recorded.")
    figures = counted.certificate
    share = formats.share(dossier.bundle, figures.attended, figures.possible)
    return Evidence(
        f"{figures.attended} of {figures.possible} sessions attended ({share}), "
        f"{figures.unauthorised} missed without leave."
    )


def other_plans(dossier: Dossier) -> Evidence:
    """Show other plans, and the agencies that were consulted."""
    plans, partners = dossier.case.other_plans, dossier.case.partners
    if plans is None:
        return Evidence(sentences("Other plans: not recorded", *_consulted(dossier)))
    told = [
        f"{plan.type} in place"
        + (f" with {dossier.name(plan.owner)}" if plan.owner else "")
        + (f"; conflicts: {plan.conflict}" if plan.conflict else "")
        for plan in plans
    ]
    asked = all(partner.consulted for partner in partners.values())
    return Evidence(
        sentences(*(told or ["No other plans in place"]), *_consulted(dossier)),
        "done" if asked else None,
    )


def earlier_support(dossier: Dossier) -> Evidence:
    """Show the support that came before; whether it was enough is for the school to judge."""
    given = dossier.case.earlier_support
    if given is None:
        return Evidence("Earlier support: not recorded.")
    told = [
        f"{dossier.day(entry.date)}: {entry.what}" + (f", {entry.result}" if entry.result else "")
        for entry in given
    ]
    return Evidence(sentences(*(told or ["No earlier support"])))


def parents_contacted(dossier: Dossier) -> Evidence:
    """Show each parent and carer: where they live, and whether they are invited."""
    links = (link for link in dossier.case.links if link.pupil == dossier.contract.pupil)
    told = [_parent(dossier, link) for link in links]
    apart = "The parents are recorded as acrimonious: meet and agree with each of them apart"
    return Evidence(sentences(*told, apart if dossier.case.family.acrimonious else ""))


def pupil_takes_part(dossier: Dossier) -> Evidence:
    """Show whether the pupil is old enough and able, was spoken to, and is invited."""
    pupil, met = dossier.case.pupils[dossier.contract.pupil], dossier.meeting
    answered = (pupil.old_enough_to_understand, pupil.able_to_take_part)
    told = (
        f"Old enough to understand: {_said(pupil.old_enough_to_understand)}",
        f"Able to take part: {_said(pupil.able_to_take_part)}",
        f"Spoken to on {dossier.day(pupil.spoken_to_before)}" if pupil.spoken_to_before else "",
        "Invited to the meeting" if met and dossier.contract.pupil in met.invited else "",
    )
    is_answered = all(answer is not None for answer in answered)
    return Evidence(sentences(*told), "done" if is_answered else None)


def leader_told(dossier: Dossier) -> Evidence:
    """Show who in the school was told, and when."""
    told = [
        f"{dossier.name(entry.who)} told on {dossier.day(entry.date)}"
        for entry in dossier.case.notifications
    ]
    if not told:
        return Evidence("Nobody recorded as told.")
    return Evidence(sentences(*told), "done")


def chair_and_lead(dossier: Dossier) -> Evidence:
    """Show who chairs the meeting and who leads the contract."""
    chair = dossier.meeting.chair if dossier.meeting else None
    lead = dossier.contract.lead_practitioner
    told = (
        f"Chair: {dossier.name(chair) or 'not recorded'}",
        f"Lead practitioner: {dossier.name(lead) or 'not recorded'}",
    )
    return Evidence(sentences(*told), "done" if chair and lead else None)


def staff_present(dossier: Dossier) -> Evidence:
    """Show which staff take part, the Attendance Champion among them or not."""
    met, staff = dossier.meeting, dossier.case.school.staff
    asked = dict.fromkeys((met.chair or "", *met.invited, *met.attended)) if met else {}
    keys = [key for key in asked if key in staff]
    if not keys:
        return Evidence("No staff recorded for the meeting.")
    champions = [key for key, member in staff.items() if "champion" in member.role.casefold()]
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
        f"Invited: {dossier.names(met.invited)}",
        *(_adjusted(dossier, parent) for parent in parents),
        *in_writing,
    )
    return Evidence(sentences(*told), "done" if len(in_writing) == len(parents) > 0 else None)


def _adjusted(dossier: Dossier, parent: str) -> str:
    needs = dossier.case.people[parent].adjustments
    if needs is None:
        return f"Adjustments for {dossier.name(parent)}: not recorded"
    return f"Adjustments for {dossier.name(parent)}: {', '.join(needs)}" if needs else ""


def _parent(dossier: Dossier, link: Link) -> str:
    met = dossier.meeting
    told = [f"{dossier.name(link.person)} ({link.relationship})"]
    if link.lives_with:
        told.append(LIVES[link.lives_with])
    if not link.work_with:
        told.append("the school decided not to work with this adult")
    elif met and link.person in met.invited:
        told.append("invited to the meeting")
    return ", ".join(told)


def _consulted(dossier: Dossier) -> list[str]:
    return [
        f"{dossier.name(key)} consulted on {dossier.day(partner.consulted)}"
        for key, partner in dossier.case.partners.items()
        if partner.consulted
    ]


def _said(answer: bool | None) -> str:
    return "not recorded" if answer is None else "yes" if answer else "no"
