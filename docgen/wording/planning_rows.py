"""The planning stage of a checklist: what the casefile shows on each topic (D-01.4)."""

from docgen.model.people import Link
from docgen.wording import formats
from docgen.wording.absences import attempts_at
from docgen.wording.attendance import absence_band
from docgen.wording.evidence import Dossier, Evidence, sentences

LIVES = {
    "full": "lives with the pupil",
    "part": "lives with the pupil part of the time",
    "none": "does not live with the pupil",
}
BANDS = {"": "", "persistent": " Persistent absence.", "severe": " Severe absence."}
HOLDS = {
    None: "",
    True: ", with the actions on attendance in it",
    False: ", with no actions on attendance in it",
}


def guidance(dossier: Dossier) -> Evidence:
    """Show the guidance that the pack stands on; whether it was read is not known."""
    cited = dossier.pack.guidance
    told = (part for part in (cited.title, cited.edition, cited.paragraphs) if part)
    return Evidence(sentences(", ".join(told)))


def attendance(dossier: Dossier) -> Evidence:
    """Show the pupil's attendance, sessions first, and what such absence is called (C-02)."""
    counted = dossier.case.pupils[dossier.contract.pupil].attendance
    if counted is None:
        return Evidence("No attendance figures recorded.")
    figures = counted.certificate
    share = formats.share(dossier.bundle, figures.attended, figures.possible)
    return Evidence(
        f"{figures.attended} of {figures.possible} sessions attended ({share}), "
        f"{figures.unauthorised} missed without leave.{BANDS[absence_band(figures)]}"
    )


def other_plans(dossier: Dossier) -> Evidence:
    """Show other plans, and the agencies that were consulted."""
    plans, partners = dossier.case.other_plans, dossier.case.partners
    if plans is None:
        return Evidence(sentences("Other plans: not recorded", *_consulted(dossier)))
    told = [
        f"{plan.type} in place"
        + (f" with {dossier.name(plan.owner)}" if plan.owner else "")
        + HOLDS[plan.holds_actions]
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
    given, case = dossier.case.earlier_support, dossier.case
    told = [
        f"{dossier.day(entry.date)}: {entry.what}" + (f", {entry.result}" if entry.result else "")
        for entry in given or ()
    ]
    nothing = "Earlier support: not recorded" if given is None else "No earlier support"
    not_right = case.earlier_support_not_right
    why = f"Why it is not right here: {not_right}" if not_right else ""
    return Evidence(sentences(*(told or [nothing]), why))


def parents_contacted(dossier: Dossier) -> Evidence:
    """Show each parent and carer: where they live, what they know, whether they are invited."""
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


def _parent(dossier: Dossier, link: Link) -> str:
    met = dossier.meeting
    told = [f"{dossier.name(link.person)} ({link.relationship})"]
    if link.lives_with:
        told.append(LIVES[link.lives_with])
    if link.explained:
        told.append(f"told how a contract works on {dossier.day(link.explained)}")
    if not link.work_with:
        told.append("the school decided not to work with this adult")
    elif met and link.person in met.invited:
        told.append("invited to the meeting")
    tries = attempts_at(dossier.case, link.person, link.pupil)
    if tries:
        days = dict.fromkeys(dossier.day(attempt.date) for attempt in tries)
        told.append(f"attempts to reach them on {formats.listing(dossier.bundle, list(days))}")
    return ", ".join(told)


def _consulted(dossier: Dossier) -> list[str]:
    return [
        f"{dossier.name(key)} consulted on {dossier.day(partner.consulted)}"
        for key, partner in dossier.case.partners.items()
        if partner.consulted
    ]


def _said(answer: bool | None) -> str:
    return "not recorded" if answer is None else "yes" if answer else "no"
