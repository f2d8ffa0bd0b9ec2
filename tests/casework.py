"""A whole casefile and its school as people write them, and small changes to them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from docgen.check.case import Judged, judge_case, school_key
from docgen.model.case import Case
from docgen.model.finding import Finding
from docgen.model.sheet import Sheet
from docgen.store.sheets import parse_sheet

SCHOOL = """\
name: Harbour View Primary
gias_type: Academy converter
signing_body: the governing body
address: [1 Quay Road, SALTMOUTH, SM99 9ZZ]
phone: 01632 960 200
email: office@harbourview.example
headteacher: st-1
contact_for_changes: st-2
staff:
  st-1: {title: Mrs, legal_name: Joan Abara, role: Headteacher}
  st-2: {title: Mr, legal_name: Tomos Rees, role: Attendance officer, senior: true}
terms:
  - {name: Autumn 1, start: 2025-09-02, end: 2025-10-24}
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
  - {name: Spring 1, start: 2026-01-05, end: 2026-02-13}
  - {name: Spring 2, start: 2026-02-23, end: 2026-03-27}
attendance_champion: st-2
"""

CASEFILE = """\
schema: 1
case_id: fam-0001
authority: saltshire
academic_year: 2025/26
status: active
school: s-1
people:
  p-1:
    title: Ms
    legal_name: Grace Mbeki
    address: [2 Mill Lane, SALTMOUTH, SM99 1AB]
    address_verified: 2025-09-10
    phone: 07700 900 301
    adjustments: []
  p-2:
    title: Mr
    legal_name: Owen Pryce
    address: [9 Castle Street, SALTMOUTH, SM99 2BD]
    address_verified: 2025-09-10
    phone: 07700 900 302
    adjustments: []
pupils:
  c-1:
    legal_name: Nia Pryce
    date_of_birth: 2014-03-02
    year_group: 7
    old_enough_to_understand: true
links:
  - {person: p-1, pupil: c-1, relationship: mother, basis: [natural], lives_with: full,
     explained: 2025-10-16}
  - {person: p-2, pupil: c-1, relationship: father, basis: [natural], lives_with: none,
     explained: 2025-10-17}
other_plans: []
earlier_support:
  - {what: A place in the breakfast club, date: 2025-09-15, result: came twice}
enclosures_given:
  - {item: attendance_certificate, to: [p-1, p-2], date: 2025-11-06, medium: hard_copy, by: st-2}
  - {item: attendance_policy, to: [p-1, p-2], date: 2025-11-06, medium: hard_copy, by: st-2}
  - {item: dfe_parent_guide, to: [p-1, p-2], date: 2025-11-06, medium: hard_copy, by: st-2}
parent_views:
  - {person: p-1, meeting: m-1, attendance: Mornings are hard., concerns: Sleep.,
     how_to_address: An earlier night., on_contract: Yes please., not_said: [support_wanted]}
  - {person: p-2, meeting: m-1, not_said: [
     attendance, concerns, how_to_address, on_contract, support_wanted]}
meetings:
  m-1:
    kind: initial
    pupils: [c-1]
    date: 2025-11-06
    time: 15:30
    place: The small hall
    chair: st-2
    invited: [p-1, p-2, c-1]
    present: [p-1, p-2, st-2]
    absent: []
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: agreed
    made_at: m-1
    lead_practitioner: st-2
    period: {start: 2025-11-06, end: 2026-03-20}
    first_review: 2025-12-08
    requirements:
      rq-1:
        owner: p-1
        text: I will walk to school with Nia every day.
        due: 2026-03-20
        smart: {measure: The register, achievable: true, relevant: Nia comes late when alone}
    support:
      su-1: {provider: st-2, text: The school will ring on the first day of absence.}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-11-06}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-11-06}
    understanding:
      - {person: p-1, language: en, how: read through together, said_back: true,
         confirmed: 2025-11-06, staff: st-2}
    copies:
      - {to: p-1, date: 2025-11-06}
      - {to: p-2, date: 2025-11-06, mode: information_copy_redacted}
"""


class AsTyped(yaml.CSafeDumper):
    """Writes each text without quotes wherever YAML lets it stand so; in C, ten times as fast."""


AsTyped.yaml_implicit_resolvers = {}


def judged_from(yaml_text: str, school_text: str = SCHOOL) -> Judged:
    """Judge a casefile's text, named after its case id, with a school's."""
    case = sheet_from(yaml_text)
    key = school_key(case)
    return judge_case(case, sheet_from(school_text, f"schools/{key}.yaml") if key else None, key)


def case_from(yaml_text: str, school_text: str = SCHOOL) -> Case:
    """Give the case that a casefile's text holds; it must be without a fault."""
    judged = judged_from(yaml_text, school_text)
    assert judged.case is not None, told(judged.findings)
    return judged.case


@lru_cache(100)
def sheet_from(yaml_text: str, shown: str | None = None) -> Sheet:
    """Give a text's sheet; it must be without a fault."""
    sheet, findings = parse_sheet(yaml_text.encode(), shown or _file_name(yaml_text))
    assert sheet is not None, told(findings)
    assert not findings, told(findings)
    return sheet


def varied(yaml_text: str, changes: Mapping[str, str | None]) -> str:
    """Change a text at dotted places: `{"people.p-1.title": "Dr", "meetings.m-1.time": None}`.

    What is put in is YAML itself; None takes the line out; a number is a place in a list.
    """
    tree = yaml.load(yaml_text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes texts alone)
    for place, snippet in changes.items():
        *above, last = place.split(".")
        node = tree
        for step in above:
            node = node[_step(node, step)]
        if snippet is None:
            del node[_step(node, last)]
        else:
            node[_step(node, last)] = yaml.load(snippet, Loader=yaml.CBaseLoader)  # noqa: S506
    return yaml.dump(tree, Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=1000)


def told(findings: tuple[Finding, ...]) -> str:
    """Write findings down, one in a line."""
    return "\n".join(
        f"{each.place.line if each.place else '?'}: {each.rule}: {each.message} {each.remedy}"
        for each in findings
    )


def _step(node: Any, step: str) -> str | int:  # noqa: ANN401 (a tree of YAML)
    return int(step) if isinstance(node, list) else step


def _file_name(yaml_text: str) -> str:
    tree = yaml.load(yaml_text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes texts alone)
    return f"casefiles/{tree.get('case_id', 'unnamed')}.yaml"
