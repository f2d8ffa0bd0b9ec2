"""A case's meetings into steps: arrange, hold, write down who came and what came of it."""

from collections.abc import Iterator

from docgen.model.meeting import Meeting
from docgen.plan.meetings import came_later
from docgen.plan.step import Outlook, Step

WITH_A_PARENT = "R-29"


def meetings(outlook: Outlook) -> Iterator[Step]:
    """Give what to do about the meetings that stand, and for pupils who have had none."""
    for key, met in outlook.case.meetings.items():
        if met.is_live and not met.is_held:
            yield _pending(outlook, key, met)
        elif met.is_live and met.kind == "initial":
            yield from _absences(outlook, key, met)
    for pupil in outlook.case.pupils:
        yield from _beginnings(outlook, pupil)


def _pending(outlook: Outlook, key: str, met: Meeting) -> Step:
    rule = WITH_A_PARENT if met.kind == "initial" else "R-78"
    about = (key, *([met.contract] if met.contract else []))
    if met.date is None:
        return Step("arrange", f"Set the date and time of {key}.", (key,), rule="R-17a")
    if met.date < outlook.today:
        what = f"Write down under `present` and `absent` who came to {key}."
        return Step("record", what, about, met.date, rule=rule)
    return Step("hold", f"Hold the {met.kind} meeting {key}.", about, met.date, rule=rule)


def _absences(outlook: Outlook, key: str, met: Meeting) -> Iterator[Step]:
    """Give what lacks about parents who did not come, one step for each (R-31)."""
    case = outlook.case
    made = {k: e.pupil for k, e in case.contracts.items() if e.made_at == key}
    links = (link for link in case.links if link.work_with and link.pupil in met.pupils)
    missing = (link for link in links if link.person in set(met.invited) - set(met.attended))
    for person in dict.fromkeys(e.person for e in missing if not came_later(case, met, e)):
        what = _lacking(outlook, key, person)
        if what:
            contracts = [k for k, pupil in made.items() if case.link(person, pupil)]
            about, by = (key, person, *contracts), outlook.soon_after(met.date)
            yield Step("record", what, about, by, person=person, rule="R-31")


def _lacking(outlook: Outlook, key: str, person: str) -> str:
    met = outlook.case.meetings[key]
    told = [absence for absence in met.absent or () if absence.person == person]
    if not told:
        return f"Write down under `absent` of {key} why {person} did not come."
    if any(absence.reason or absence.notice for absence in told):
        return ""
    tried = [e for e in outlook.case.attempts if e.person == person]
    if any(met.date is None or attempt.date >= met.date for attempt in tried):
        return ""
    return f"Try again to reach {person}, and write it under `attempts`."


def _beginnings(outlook: Outlook, pupil: str) -> Iterator[Step]:
    """Give the first meeting to arrange, or what to write down of it once it was held."""
    case = outlook.case
    live = [(k, met) for k, met in case.meetings.items() if met.is_live and pupil in met.pupils]
    if _is_decided(outlook, pupil) or any(not met.is_held for _, met in live):
        return
    parents = [link for link in case.links if link.pupil == pupil]
    if not live:
        what = f"Set a first meeting about {pupil} and invite the parents in writing."
        yield Step("arrange", what, (pupil,), pupil=pupil, rule=WITH_A_PARENT)
        return
    with_a_parent = [k for k, met in live if any(link.person in met.attended for link in parents)]
    key = [*(k for k, _ in live), *with_a_parent][-1]
    yield _outcome(outlook, key, pupil, came=bool(with_a_parent))


def _outcome(outlook: Outlook, key: str, pupil: str, *, came: bool) -> Step:
    by = outlook.soon_after(outlook.case.meetings[key].date)
    if came:
        what = (
            f"Write down what came of {key} for {pupil}: a contract, who declined one, or write "
            "under `no_contract` why there is none."
        )
        return Step("decide", what, (key, pupil), by, pupil=pupil, rule="R-68")
    what = (
        f"No parent came to {key}: arrange another meeting about {pupil}, or write under "
        "`no_contract` why there is none."
    )
    return Step("arrange", what, (key, pupil), by, pupil=pupil, rule=WITH_A_PARENT)


def _is_decided(outlook: Outlook, pupil: str) -> bool:
    """Tell whether there is a contract about a pupil, past planning, or it is known why not."""
    case = outlook.case
    drawn_up = [each.pupil for each in case.contracts.values() if each.status != "planned"]
    declined = [entry.pupil for entry in case.declined]
    return pupil in {*drawn_up, *declined, *(each.pupil for each in case.no_contract.values())}
