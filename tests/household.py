"""A family of two parents living apart, as a clerk writes it; a pack with a kind for each `per`."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Literal

from casework import case_from, varied

from docgen.check.school_days import school_days
from docgen.model.case import Case
from docgen.model.pack import Act, Guidance, Kind, Pack, Per, Row, Statement, TemplateFile
from docgen.model.plan import Job, Plan
from docgen.model.values import Plain, Values
from docgen.plan.fanout import fan_out
from docgen.wording.bundle import Bundle, english
from docgen.wording.matter import Matter
from docgen.wording.values import values_for

Audience = Literal["parent", "staff", "partner"]
TODAY = dt.date(2025, 12, 11)

SCHOOL = """\
name: Harbour View Primary
gias_type: Academy converter
signing_body: the governing body
address: [1 Quay Road, Little Salter, SALTMOUTH, SM99 9ZZ]
phone: 01632 960 200
email: office@harbourview.example
headteacher: st-1
contact_for_changes: st-2
signatories: {warning: st-1, invite: st-2}
staff:
  st-1: {title: Mrs, legal_name: Joan Abara, role: Headteacher}
  st-2: {title: Mr, legal_name: Tomos Rees, role: Attendance Champion, phone: 01632 960 201}
  st-3: {legal_name: Priya Nair, role: Attendance officer, email: priya@harbourview.example}
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
"""

FAMILY = """\
schema: 1
case_id: fam-0007
authority: saltshire
academic_year: 2025/26
status: active
school: s-1
people:
  p-1:
    title: Ms
    legal_name: Grace Adaeze Mbeki
    form_of_address: Ms Mbeki
    address: [Flat 2, 14 Mill Lane, SALTMOUTH, SM99 1AB]
    phone: 07700 900 301
    email: grace.mbeki@post.example
    adjustments: [Papers in large print]
  p-2:
    title: Mr
    legal_name: Owen Pryce
    address: ["9 Castle Street, Westend", SALTMOUTH, SM99 2BD]
    phone: "+44 7700 900302"
    adjustments: []
  p-3:
    legal_name: Kit Holloway
    title_declined: true
    address: [Flat 2, 14 Mill Lane, SALTMOUTH, SM99 1AB]
pupils:
  c-1:
    legal_name: Nia Pryce
    date_of_birth: 2012-02-29
    year_group: 9
    voice: The mornings are loud.
  c-2:
    legal_name: Ewan Mbeki Pryce
    preferred_name: Wanny
    date_of_birth: 2016-08-31
    year_group: 5
links:
  - {person: p-1, pupil: c-1, relationship: mother, lives_with: full,
     basis: [natural, parental_responsibility]}
  - {person: p-1, pupil: c-2, relationship: mother, lives_with: full,
     basis: [natural, parental_responsibility]}
  - {person: p-2, pupil: c-1, relationship: father, lives_with: none,
     basis: [natural, parental_responsibility]}
  - {person: p-2, pupil: c-2, relationship: father, lives_with: part,
     basis: [natural, parental_responsibility]}
  - {person: p-3, pupil: c-1, relationship: step-parent, work_with: false,
     reason: The parents asked to lead.}
partners:
  pa-1:
    organisation: Saltmouth Family Service
    person: Ms Ruth Adeyemi
    role: Family worker
    phone: 01632 960 700
    address: [3 Tide Row, SALTMOUTH, SM99 4PQ]
    consulted: 2025-10-01
  pa-2: {organisation: Harbour Club, email: hello@harbourclub.example}
meetings:
  m-1:
    kind: initial
    pupils: [c-1, c-2]
    date: 2025-10-20
    time: "15:30"
    place: The small hall
    chair: st-2
    invited: [p-1, c-1, st-3, pa-1]
    present: [p-1, c-1, st-2, st-3, pa-1]
    interpreter: {name: A. Zając, language: pl, mode: phone}
  m-2: {kind: initial, pupils: [c-1], date: 2025-10-21, time: "09:00", invited: [p-2],
        replaced_by: m-3}
  m-3:
    kind: initial
    pupils: [c-1]
    date: 2025-11-03
    time: "16:15"
    place: The small hall
    replaces: m-2
    invited: [p-2, st-3]
    present: [p-2, st-3]
  m-4: {kind: review, pupils: [c-1], date: 2025-12-15, time: "12:00", contract: ct-1,
        chair: st-2, invited: [p-1, pa-1]}
parent_views:
  - {person: p-1, meeting: m-1, concerns: "The corridor is noisy on Mondays.", on_contract: Willing}
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: under_review
    made_at: m-1
    lead_practitioner: st-2
    reasons: Nia misses most Mondays.
    period: {start: 2025-10-20, end: 2026-03-20, estimate: true}
    first_review: 2025-11-20
    version: 2
    requirements:
      rq-1:
        owner: p-1
        text: I will phone the school before 8:45am.
        parents_idea: true
        smart: {measure: phone log, due: 2026-03-20}
        history: [{date: 2025-10-20, event: added}]
      rq-2:
        owner: p-1
        text: I will come to the meeting on 14 November 2025.
        history:
          - {date: 2025-10-20, event: added}
          - {date: 2025-11-20, event: struck_through, status: complete, review: rv-1}
      rq-3:
        owner: p-1
        text: I will walk to the bus with Nia.
        due: 2026-01-30
        history: [{date: 2025-11-20, event: added, review: rv-1}]
    support:
      su-1: {provider: st-2, text: We will keep the quiet door open., from: 2025-10-20}
      su-2: {provider: pa-1, text: The family worker will ring., frequency: once a week}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-10-20}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-10-20}
      - {version: 2, person: p-1, role: parent, date: 2025-11-20}
      - {version: 2, person: st-2, role: school_for_governing_body, date: 2025-11-20}
    copies:
      - {to: p-1, date: 2025-10-20}
      - {to: pa-1, date: 2025-10-21}
  ct-2:
    pupil: c-1
    parties: [p-2]
    status: warned
    made_at: m-3
    lead_practitioner: st-3
    period: {start: 2025-11-03, end: 2026-03-20}
    requirements:
      rq-1:
        owner: p-2
        text: On my Mondays I will bring Nia by 8:50am.
        translations: {cy: {text: Byddaf yn dod â Nia ar ddydd Llun.}}
    support:
      su-1: {provider: st-3, text: We will send a message each day.}
    signatures:
      - {version: 1, person: p-2, role: parent, date: 2025-11-03}
      - {version: 1, person: st-3, role: school_for_governing_body, date: 2025-11-03}
  ct-3:
    pupil: c-2
    parties: [p-1]
    status: planned
declined:
  - {pupil: c-2, person: p-2, date: 2025-11-03, meeting: m-3,
     reason: He never sleeps at mine on school nights.}
reviews:
  rv-1: {contract: ct-1, date: 2025-11-20, present: [p-1, st-2, pa-1], next: 2025-12-15,
         next_agreed_by_all: true, copies: [{to: p-1, date: 2025-11-20}]}
noncompliance:
  nc-1: {contract: ct-1, requirement: rq-1, date: 2025-11-12, by: st-2, channel: phone,
         explanation: The phone was cut off for days., reasonable: true, outcome: amend_meeting,
         leads_to: rv-1}
  nc-2: {contract: ct-2, requirement: ct-2.rq-1, date: 2025-12-01, by: st-3, channel: in_person,
         reasonable: false, outcome: warning, leads_to: w-1}
warnings:
  w-1: {contract: ct-2, to: p-2, reply_by: 2025-12-17, review_offered: m-4}
"""

PERS: Mapping[str, tuple[Per, Act]] = {
    "memo": ("case", "record"),
    "form": ("meeting", "meeting-form"),
    "pupil-form": ("meeting-pupil", "meeting-form"),
    "invite": ("pair", "invite"),
    "checklist": ("contract", "checklist"),
    "contract": ("contract", "contract"),
    "own-contract": ("party", "contract"),
    "copy": ("participant", "copy-letter"),
    "support-letter": ("absent-holder", "copy-letter"),
    "review": ("review", "review"),
    "warning": ("warning", "warning"),
    "ending": ("termination", "termination"),
    "contact-record": ("noncompliance", "record"),
    "refusal-record": ("declined", "record"),
    "rearranged": ("rearranged", "rearranged"),
    "missed-you": ("absentee", "absence-letter"),
    "partner-invite": ("partner", "notice"),
    "receipt": ("receipt", "record"),
    "links": ("once", "notice"),
    "explanation": ("pair", "explanation"),
    "agenda": ("meeting-pupil", "meeting-form"),
    "script": ("meeting-pupil", "notice"),
    "leaflet": ("meeting", "notice"),
    "engagement-record": ("absentee", "record"),
    "ending-record": ("termination", "record"),
    "no-contract": ("no-contract", "record"),
}
STAFF_ACTS = {"checklist", "meeting-form", "record"}
AUDIENCES: Mapping[str, Audience] = {"agenda": "parent", "script": "staff"}
LETTERS = {"invite", "rearranged", "warning", "termination"}
ROWS = {
    "P1": Row("guidance"),
    "P7": Row(),
    "P8": Row("leader_told", prefill=True),
    "V4": Row("actions"),
    "V7": Row("signatures", prefill=True),
}


def kind(name: str, per: Per, act: Act) -> Kind:
    """Give a kind of the made-up pack; what is for staff or by post follows from its act."""
    return Kind(
        title=f"The {name}",
        act=act,
        per=per,
        source="made up",
        name=name,
        audience=AUDIENCES.get(name, "staff" if act in STAFF_ACTS else "parent"),
        letter=act in LETTERS,
        rows=ROWS if act == "checklist" else {},
    )


def pack(*kinds: str, templates: tuple[str, ...] = ()) -> Pack:
    """Give a pack of Saltshire with just these kinds, in this order; with all if none is named."""
    chosen = {name: kind(name, *PERS[name]) for name in kinds or PERS}
    return Pack(
        authority="saltshire",
        name="Saltshire",
        version="1.0",
        status="draft",
        guidance=Guidance("Working together", "2024", "paragraphs 1 to 9"),
        terms={"contract": "attendance contract"},
        kinds=chosen,
        statements={"aim": Statement("We want {{ pupil.legal_name }} to be well.", "made up")},
        templates={name: TemplateFile(name, "00", name) for name in templates},
    )


def family(changes: Mapping[str, str | None] | None = None) -> Case:
    """Give the family's case, changed at dotted places; `school.…` changes the school."""
    return _family(tuple((changes or {}).items()))


@cache
def _family(changes: tuple[tuple[str, str | None], ...]) -> Case:
    of_school = {key[7:]: value for key, value in changes if key.startswith("school.")}
    of_case = {key: value for key, value in changes if not key.startswith("school.")}
    return case_from(varied(FAMILY, of_case), varied(SCHOOL, of_school))


def plan(*kinds: str, case: Case | None = None, today: dt.date = TODAY) -> Plan:
    """Fan the kinds out over a case: over the family, if none is given."""
    return fan_out(case or family(), pack(*kinds), today)


def job(name: str, about: str = "", whom: str = "", case: Case | None = None) -> Job:
    """Give the one job of a kind about a record, for a recipient or about a pupil."""
    found = [
        each
        for each in plan(name, case=case).jobs
        if about in ("", each.about) and whom in ("", each.recipient, each.pupil)
    ]
    assert len(found) == 1, [each.identity for each in found]
    return found[0]


def values_of(case: Case, paper: Job, chosen: Pack | None = None) -> Values:
    """Give the values of a job in English, in the made-up pack if no other is given."""
    return values_for(case, chosen or pack(), paper, english(), school_days(case.school))


def matter_of(case: Case, words: Bundle | None = None) -> Matter:
    """Give the matter of the family's first contract, in English if no bundle is given."""
    paper = job("contract", "ct-1")
    return Matter(case, pack(), paper, words or english(), school_days(case.school))


def flat(values: Plain, path: str = "") -> list[tuple[str, Plain]]:
    """Give all leaves and lists of values by dotted name, `[]` for each entry of a list."""
    if isinstance(values, Mapping):
        below = [flat(value, f"{path}.{key}" if path else key) for key, value in values.items()]
        return [leaf for leaves in below for leaf in leaves]
    if isinstance(values, (list, tuple)):
        entries = [leaf for value in values for leaf in flat(value, f"{path}[]")]
        return [(path, values), *entries]
    return [(path, values)]
