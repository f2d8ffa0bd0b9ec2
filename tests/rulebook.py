"""A lawful case, and what a clerk's edits to it break: the tables of the rules stand on this."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from casework import case_from

from docgen.check.rules.examine import examine
from docgen.check.rules.registry import Scene
from docgen.check.school_days import school_days
from docgen.model.finding import Finding
from docgen.model.pack import Guidance, Kind, Pack

TODAY = date(2025, 12, 1)

SCHOOL = """\
name: Meadowbank Academy
gias_type: Academy converter
address: [School Lane, COLCHESTER, CO99 9ZZ]
phone: "01632 960 100"
contact_for_changes: st-2
staff:
  st-1: {title: Mrs, legal_name: Helen Mary Osei, role: Headteacher}
  st-2: {title: Mr, legal_name: Daniel Firth, role: Attendance Champion}
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
  - {name: Spring 1, start: 2026-01-05, end: 2026-02-13}
inset_days: [2025-12-05]
"""

CASE = """\
schema: 1
case_id: fam-0001
authority: harbourshire
academic_year: "2025/26"
status: active
school: s-1
people:
  p-1: {title: Ms, legal_name: Asha Rahman, address: [14 Mill Road, COLCHESTER, CO99 1AB]}
  p-2: {title: Mr, legal_name: Bilal Karim, address: [77 Quay Street, HARWICH, CO99 2BD]}
pupils:
  c-1: {legal_name: Zoya Rahman, date_of_birth: 2012-02-29, year_group: 9}
links:
  - {person: p-1, pupil: c-1, relationship: mother, basis: [natural]}
  - {person: p-2, pupil: c-1, relationship: father, basis: [parental_responsibility]}
family: {acrimonious: false}
meetings:
  m-1: {kind: initial, pupils: [c-1], date: 2025-10-06, time: "15:30", invited: [p-1, p-2],
        present: [p-1, p-2, c-1, st-2]}
  m-2: {kind: review, pupils: [c-1], date: 2025-12-08, time: "09:00", invited: [p-1]}
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: under_review
    made_at: m-1
    lead_practitioner: st-2
    period: {start: 2025-10-06, end: 2026-03-20}
    version: 2
    agreed: {"1": [rq-1, rq-2]}
    requirements:
      rq-1: {owner: p-1, text: I will ring the school before 9am.}
      rq-2: {owner: p-1, text: I will come to the meeting., history: [
        {event: struck_through, date: 2025-11-10, status: complete, review: rv-1}]}
      rq-3: {owner: p-1, text: I will walk to school with Zoya., history: [
        {event: added, date: 2025-11-10, review: rv-1}]}
    support:
      su-1: {provider: st-2, text: We will ring once a week.}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-10-06}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-10-06}
  ct-2:
    pupil: c-1
    parties: [p-2]
    status: warned
    made_at: m-1
    lead_practitioner: st-1
    period: {start: 2025-10-07, months: 5, estimate: true}
    requirements:
      rq-1: {owner: p-2, text: I will bring Zoya on Mondays.}
    support:
      su-1: {provider: st-1, text: We will send a message each day.}
    signatures:
      - {version: 1, person: p-2, role: parent, date: 2025-10-06}
      - {version: 1, person: st-1, role: school_for_governing_body, date: 2025-10-06}
reviews:
  rv-1: {contract: ct-1, date: 2025-11-10, present: [p-1, st-2]}
noncompliance:
  nc-1: {contract: ct-2, requirement: rq-1, date: 2025-11-17, by: st-2, channel: phone,
         reasonable: false, outcome: warning, leads_to: w-1}
warnings:
  w-1: {contract: ct-2, to: p-2, sent: {how: post, date: 2025-11-20},
        served: {how: post, date: 2025-11-24}}
"""

PACK = Pack(
    authority="harbourshire",
    name="Harbourshire",
    version="1",
    status="draft",
    guidance=Guidance(title="Working together to improve school attendance", edition="2024"),
    terms={},
    kinds={
        "invite": Kind(
            title="Invitation",
            act="invite",
            per="pair",
            source="made up",
            statements=("contact_us_to_rearrange",),
        ),
        "contract": Kind(
            title="Contract",
            act="contract",
            per="contract",
            source="made up",
            statements=(
                "requirements_heading",
                "school_support_agreement",
                "parent_agreement",
                "not_legally_binding",
            ),
        ),
        "warning": Kind(
            title="Warning",
            act="warning",
            per="warning",
            source="made up",
            statements=("not_working_may_terminate", "another_course_of_action", "reply_by"),
        ),
    },
    must_carry={"contract": ("not_legally_binding",), "warning": ("reply_by",)},
)

Edit = tuple[str, str]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Change a file as a clerk would: each old text stands in it just once."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    return text


def scene(*edits: Edit, pack: Pack = PACK, today: date = TODAY) -> Scene:
    """Set the scene of the lawful case, its school and case files edited."""
    of_school = [edit for edit in edits if edit[0] in SCHOOL and edit[0] not in CASE]
    of_case = [edit for edit in edits if edit not in of_school]
    case = case_from(edited(CASE, of_case), edited(SCHOOL, of_school))
    return Scene(case, pack, today, school_days(case.school))


def found(rule: str, *edits: Edit, pack: Pack = PACK, today: date = TODAY) -> tuple[Finding, ...]:
    """Give the findings of one rule on the edited case."""
    all_found = examine(scene(*edits, pack=pack, today=today))
    return tuple(finding for finding in all_found if finding.rule == rule)


def subjects(rule: str, *edits: Edit, pack: Pack = PACK, today: date = TODAY) -> list[str]:
    """Give what a rule's findings are about, as decisions write it."""
    return [finding.subject for finding in found(rule, *edits, pack=pack, today=today)]


def carrying(kind: str, *statements: str) -> Pack:
    """Give the pack with one kind carrying just these statements."""
    kinds = {**PACK.kinds, kind: replace(PACK.kinds[kind], statements=statements)}
    return replace(PACK, kinds=kinds)
