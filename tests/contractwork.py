"""A family's contracts from making to ending, in order by every rule, and small changes to them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from casework import case_from, varied

from docgen.check.rules.examine import examine
from docgen.check.rules.registry import Scene
from docgen.check.school_days import school_days
from docgen.model.finding import Finding, Severity
from docgen.model.pack import Act, Avoided, Guidance, Kind, Pack, Per, Phrase
from docgen.model.sheet import Path

TODAY = date(2025, 11, 24)

SCHOOL = """\
name: Harbour View Primary
gias_type: Academy converter
address: [1 Quay Road, SALTMOUTH, SM99 9ZZ]
phone: 01632 960 200
contact_for_changes: st-2
staff:
  st-1: {title: Mrs, legal_name: Joan Abara, role: Headteacher}
  st-2: {title: Mr, legal_name: Tomos Rees, role: Attendance officer}
  st-3: {title: Ms, legal_name: Ina Holt, role: Chair of Governors}
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
  - {name: Spring 1, start: 2026-01-05, end: 2026-02-13}
"""

CASE = """\
schema: 1
case_id: fam-0001
authority: saltshire
status: active
school: s-1
people:
  p-1: {title: Ms, legal_name: Grace Mbeki, address: [2 Mill Lane, SALTMOUTH, SM99 1AB]}
  p-2: {title: Mr, legal_name: Owen Pryce, address: [9 Castle Street, SALTMOUTH, SM99 2BD]}
  p-3: {title: Mr, legal_name: Kit Holloway, address: [2 Mill Lane, SALTMOUTH, SM99 1AB]}
pupils:
  c-1: {legal_name: Nia Pryce, date_of_birth: 2014-03-02, year_group: 7}
  c-2: {legal_name: Ewan Mbeki, date_of_birth: 2016-08-31, year_group: 5}
links:
  - {person: p-1, pupil: c-1, relationship: mother, basis: [natural, parental_responsibility]}
  - {person: p-1, pupil: c-2, relationship: mother, basis: [natural, parental_responsibility]}
  - {person: p-2, pupil: c-1, relationship: father, basis: [natural, parental_responsibility]}
  - {person: p-3, pupil: c-1, relationship: step-parent, basis: [day_to_day_care]}
family: {acrimonious: false}
partners:
  pa-1: {organisation: Saltmouth Family Service, consents_to_actions: true}
  pa-2: {organisation: Harbour Club, consents_to_actions: true}
meetings:
  m-1: {kind: initial, pupils: [c-1], date: 2025-10-06, time: "15:30", chair: st-2,
        invited: [p-1, p-2, c-1], present: [p-1, c-1, st-1, st-2, pa-1]}
  m-2: {kind: review, pupils: [c-1], date: 2025-11-03, time: "15:30", chair: st-2, contract: ct-1,
        invited: [p-1], present: [p-1, st-2, pa-1]}
  m-3: {kind: initial, pupils: [c-2], date: 2025-10-13, time: "15:30", chair: st-2,
        invited: [p-1], present: [p-1, st-2]}
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: under_review
    made_at: m-1
    lead_practitioner: st-1
    reasons: Mornings have been hard.
    period: {start: 2025-10-06, end: 2026-03-20}
    first_review: 2025-11-03
    reviews_planned: [2025-12-08]
    version: 2
    agreed: {"1": [rq-1, rq-2]}
    requirements:
      rq-1:
        owner: p-1
        text: I will ring the school before 9am.
        parents_idea: true
        smart: {measure: phone log, achievable: true, relevant: The school knows at once.,
                due: 2026-03-20}
      rq-2:
        owner: p-1
        text: I will come to the meeting on 14 October.
        history:
          - {event: added, date: 2025-10-06}
          - {event: struck_through, date: 2025-11-03, status: complete, review: rv-1}
      rq-3:
        owner: p-1
        phrase: walk-with
        with: {companion: a neighbour}
        due: 2026-03-20
        smart: {achievable: true, relevant: Nobody walks alone.}
        history:
          - {event: added, date: 2025-11-03, review: rv-1, why: The bus is often late.}
    support:
      su-1: {provider: st-2, text: We will ring on the first day of absence.}
      su-2: {provider: pa-1, text: A family worker will call., frequency: once a week}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-10-06, witnessed: true}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-10-06}
      - {version: 2, person: p-1, role: parent, date: 2025-11-03, review: rv-1}
      - {version: 2, person: st-2, role: school_for_governing_body, date: 2025-11-03}
    copies:
      - {to: p-1, date: 2025-10-06}
      - {to: pa-1, date: 2025-10-07}
      - {to: pa-2, date: 2025-10-08}
      - {to: p-2, date: 2025-10-08, mode: support_letter}
  ct-2:
    pupil: c-2
    parties: [p-1]
    status: terminated
    made_at: m-3
    lead_practitioner: st-2
    period: {start: 2025-10-13, months: 3}
    first_review: 2025-11-10
    requirements:
      rq-1:
        owner: p-1
        text: I will bring Ewan by 8:50am.
        parents_idea: true
        due: 2026-01-13
        smart: {measure: register, achievable: true, relevant: Lessons start at nine.}
    support:
      su-1: {provider: st-2, text: A place at breakfast club.}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-10-13}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-10-13}
    copies:
      - {to: p-1, date: 2025-10-13}
      - {to: pa-1, date: 2025-10-14}
      - {to: pa-2, date: 2025-10-14}
reviews:
  rv-1: {contract: ct-1, date: 2025-11-03, meeting: m-2, present: [p-1, st-2, pa-1],
         next: 2025-12-01, next_agreed_by_all: true, notes: It goes well.,
         copies: [{to: p-1, date: 2025-11-03}, {to: pa-1, date: 2025-11-04}]}
noncompliance:
  nc-1: {contract: ct-2, requirement: rq-1, date: 2025-11-05, by: st-2, channel: phone,
         reasonable: false, outcome: warning, leads_to: w-1}
warnings:
  w-1: {contract: ct-2, to: p-1, dated: 2025-11-06, sent: {how: post, date: 2025-11-06},
        served: {how: post, date: 2025-11-08}}
terminations:
  t-1: {contract: ct-2, date: 2025-11-17, by: st-1, reason: lack_of_commitment,
        text: We have not been able to work on this together., agencies_consulted: [pa-1]}
issued:
  - {number: fam-0001/9, version: 1, kind: ending, about: t-1, recipient: p-1, pupil: c-2,
     dated: 2025-11-18, language: en, variant: standard, format: docx, template: "1", digest: d,
     inputs: i}
"""

KINDS: Mapping[str, tuple[Act, Per]] = {
    "contract": ("contract", "contract"),
    "notes": ("review", "review"),
    "cover": ("copy-letter", "participant"),
    "failed": ("warning", "warning"),
    "ending": ("termination", "termination"),
    "ending-record": ("record", "termination"),
}
SAYS: Mapping[Act, tuple[str, ...]] = {
    "contract": ("requirements_heading", "school_support_agreement", "parent_agreement"),
    "warning": ("not_working_may_terminate", "another_course_of_action"),
}
PHRASES = {
    "walk-with": Phrase(
        text="I will walk to school with {companion}.",
        use="requirement",
        source="made up",
        measure="what both say",
    ),
    "try-hard": Phrase(text="I will do my best {when}.", use="requirement", source="made up"),
    "mornings": Phrase(text="Mornings only {when}.", use="support", source="made up"),
}
AVOID = {
    "vague": Avoided("R-50", ("improve attendance", "do my best"), "Say what will be done."),
    "threat": Avoided("R-57", ("must pay", "binding"), "Say it kindly.", ("not binding",)),
    "old-name": Avoided("R-58", ("parenting contract",), "Write attendance contract."),
    "part-time": Avoided("R-59", ("mornings only",), "Write part_time."),
    "blame": Avoided("R-89", ("failed to", "refused"), "Say what went well."),
}
PACK = Pack(
    authority="saltshire",
    name="Saltshire",
    version="1",
    status="draft",
    guidance=Guidance(title="Working together to improve school attendance", edition="2024"),
    terms={},
    kinds={
        name: Kind(title=name, act=act, per=per, source="made up", statements=SAYS.get(act, ()))
        for name, (act, per) in KINDS.items()
    },
    severities={
        "R-51": Severity.INFORMATION,
        "R-53": Severity.WARNING,
        "R-55": Severity.ERROR,
        "R-64": Severity.INFORMATION,
    },
    phrases=PHRASES,
    avoid=AVOID,
)

Changes = Mapping[str, str | None]
NONE: Changes = {}


def scene(
    changes: Changes = NONE, school: Changes = NONE, pack: Pack = PACK, today: date = TODAY
) -> Scene:
    """Set the scene of the family, its case and school changed at dotted places."""
    case = case_from(varied(CASE, changes), varied(SCHOOL, school))
    return Scene(case, pack, today, school_days(case.school))


def found(
    rule: str,
    changes: Changes = NONE,
    school: Changes = NONE,
    pack: Pack = PACK,
    today: date = TODAY,
) -> list[Finding]:
    """Give the findings of one rule on the changed case."""
    told = examine(scene(changes, school, pack, today))
    return [finding for finding in told if finding.rule == rule]


def places(rule: str, changes: Changes = NONE, pack: Pack = PACK) -> list[tuple[str, Path]]:
    """Give what one rule's findings are about and where in the casefile they point."""
    return [(finding.subject, finding.path) for finding in found(rule, changes, pack=pack)]


def subjects(rule: str, changes: Changes = NONE, pack: Pack = PACK) -> list[str]:
    """Give what one rule's findings are about, as decisions write it."""
    return [subject for subject, _ in places(rule, changes, pack)]


def setting(**parameters: str) -> Pack:
    """Give the pack with parameters set."""
    return replace(PACK, parameters=parameters)


def issued(dated: str, **more: str) -> str:
    """Write down an issued paper as docgen does, by its kind and what it is about."""
    fields = {
        "number": "fam-0001/5",
        "version": "1",
        "dated": dated,
        "language": "en",
        "variant": "standard",
        "format": "docx",
        "template": '"1"',
        "digest": "d",
        "inputs": "i",
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in (fields | more).items()) + "}"
