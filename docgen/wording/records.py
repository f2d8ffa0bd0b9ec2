"""A contact about an action, the end of a contract, or a decision against one, into words."""

from docgen.model.case import Case
from docgen.model.contract import NoContract, Noncompliance, Termination
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.actions import spoken
from docgen.wording.bundle import Bundle
from docgen.wording.matter import Matter
from docgen.wording.naming import named, who

NONCOMPLIANCE: Promises = {
    "noncompliance.number": Promise("number", "the action's number in the contract", "1"),
    "noncompliance.requirement": Promise(
        "text", "the action that was not kept", "I will phone the school before 8:45am."
    ),
    "noncompliance.owner": Promise("text", "whose action it is", "Ms Agnieszka Wójcik"),
    "noncompliance.date": Promise("text", "when the school asked why", "1 December 2025"),
    "noncompliance.by.name": Promise("text", "who asked", "Mr Daniel Firth"),
    "noncompliance.by.role": Promise("text", "their role", "Senior Attendance Champion"),
    "noncompliance.channel": Promise("text", "how they asked", "by phone"),
    "noncompliance.language": Promise("text", "in which language, empty if not said", "Polish"),
    "noncompliance.explanation": Promise("text", "what the parent said, empty if nothing", ""),
    "noncompliance.reasonable": Promise(
        "text", "Yes or No: whether it was reasonable, empty if not decided", "Yes"
    ),
    "noncompliance.still_useful": Promise(
        "text", "Yes or No: whether the contract is still useful, empty if not decided", "Yes"
    ),
    "noncompliance.outcome": Promise(
        "text", "what was decided, empty if nothing yet", "A meeting to change the contract"
    ),
}
TERMINATION: Promises = {
    "termination.code": Promise(
        "text",
        "the reason's code: improved, changed_school, ehe, alternative_plan, exceptional, "
        "lack_of_commitment, parent_withdrew or period_ended",
        "improved",
    ),
    "termination.reason": Promise("text", "why, to follow “because”", "attendance has improved"),
    "termination.text": Promise("text", "why, in the school's words; empty if none", ""),
    "termination.date": Promise("text", "the day it ended", "30 January 2026"),
    "termination.by.name": Promise("text", "who decided", "Mrs Helen Mary Osei"),
    "termination.by.role": Promise("text", "their role", "Headteacher"),
    "termination.agencies": Promise("list", "the agencies asked before it was ended"),
    "termination.agencies[]": Promise("text", "one of them", "Saltmouth Family Service"),
    "termination.blameless": Promise(
        "yes or no", "whether it ended for a reason that is nobody's fault", "yes"
    ),
}
RATIONALE: Promises = {
    "rationale.date": Promise("text", "when it was decided", "20 October 2025"),
    "rationale.by.name": Promise("text", "who decided", "Mrs Helen Mary Osei"),
    "rationale.by.role": Promise("text", "their role", "Headteacher"),
    "rationale.text": Promise("text", "why there is no contract", "Both parents live abroad."),
    "rationale.facts": Promise("list", "the facts that the decision rests on"),
    "rationale.facts[]": Promise("text", "one of them", "No reply to four letters"),
    "rationale.support": Promise("list", "the support that was offered before, oldest first"),
    "rationale.support[].date": Promise("text", "when", "8 September 2025"),
    "rationale.support[].what": Promise("text", "what was offered", "Breakfast club"),
    "rationale.support[].result": Promise("text", "what came of it, empty if not said", ""),
}
BLAMELESS = frozenset(
    {"improved", "changed_school", "ehe", "alternative_plan", "exceptional", "period_ended"}
)


def noncompliance(matter: Matter, contact: Noncompliance) -> dict[str, Plain]:
    """Give a contact about an action that was not kept, and what was decided."""
    bundle, agreed = matter.bundle, matter.agreed
    item = agreed.requirements[contact.action]
    language, outcome = contact.language, contact.outcome
    return {
        "number": list(agreed.requirements).index(contact.action) + 1,
        "requirement": spoken(matter, item, f"{matter.contract_key}.{contact.action}"),
        "owner": named(matter.case, item.owner),
        "date": formats.day(bundle, contact.date),
        "by": who(matter, contact.by, agreed.pupil),
        "channel": bundle.say(f"by-{contact.channel}"),
        "language": formats.language_name(bundle, language) if language else "",
        "explanation": matter.written(contact.explanation, matter.job.about, "explanation"),
        "reasonable": _answer(bundle, contact.reasonable),
        "still_useful": _answer(bundle, contact.still_useful),
        "outcome": bundle.say(f"outcome-{outcome}") if outcome else "",
    }


def termination(matter: Matter, ending: Termination) -> dict[str, Plain]:
    """Give the end of a contract."""
    bundle, case = matter.bundle, matter.case
    return {
        "code": ending.reason,
        "reason": bundle.say(f"ending-{ending.reason}"),
        "text": matter.written(ending.text, matter.job.about, "text"),
        "date": formats.day(bundle, ending.date),
        "by": who(matter, ending.by, matter.agreed.pupil),
        "agencies": [_agency(case, key) for key in ending.agencies_consulted],
        "blameless": ending.reason in BLAMELESS,
    }


def rationale(matter: Matter, decision: NoContract) -> dict[str, Plain]:
    """Give why the school decided against a contract, and what it offered before."""
    bundle, case = matter.bundle, matter.case
    about = matter.job.about
    given = sorted(case.earlier_support or (), key=lambda entry: entry.date)
    by = who(matter, decision.by, decision.pupil)
    return {
        "date": formats.day(bundle, decision.date),
        "by": {**by, "name": by["name"] or decision.by},
        "text": matter.written(decision.rationale, about, "rationale"),
        "facts": [matter.written(fact, about, "facts") for fact in decision.facts],
        "support": [
            {
                "date": formats.day(bundle, entry.date),
                "what": matter.written(entry.what, "earlier_support", "what"),
                "result": matter.written(entry.result, "earlier_support", "result"),
            }
            for entry in given
        ],
    }


def _agency(case: Case, key: str) -> str:
    partner = case.partners.get(key)
    return partner.organisation if partner else named(case, key) or key


def _answer(bundle: Bundle, answer: bool | None) -> str:
    return "" if answer is None else bundle.say("yes" if answer else "no")
