"""A whole small office in a folder: settings, a school, a made-up authority's pack, casefiles."""

import datetime as dt
import zipfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.service.desk import Desk
from docgen.store.workspace import find_workspace

TODAY = dt.date(2025, 12, 1)
SCHOOL = """\
name: Meadowbank Academy
gias_type: Academy converter
address: [School Lane, SALTMOUTH, CO99 9ZZ]
phone: "01632 960 100"
contact_for_changes: st-2
headteacher: st-1
attendance_champion: st-2
staff:
  st-1: {title: Mrs, legal_name: Helen Mary Osei, role: Headteacher}
  st-2: {title: Mr, legal_name: Daniel Firth, role: Attendance Champion, senior: true}
terms:
  - {name: Autumn 2, start: 2025-11-03, end: 2025-12-19}
"""
PACK = """\
schema: 1
authority: wessex-vale
name: Wessex Vale
version: "2.0"
status: draft
guidance: {title: Working together to improve school attendance, edition: August 2024}
terms: {contract: attendance contract}
severities: {R-17b: W}
must_carry:
  invite: [contact_us_to_rearrange]
statements:
  contact_us_to_rearrange: {text: "Does it not suit you? Phone {{ contact.phone }}.", source: R-18}
  requirements_heading: {text: What parents will do, source: R-37}
  school_support_agreement: {text: What the school will do, source: R-38}
  parent_agreement: {text: I agree, source: R-39}
kinds:
  invite:
    title: Come and talk to us
    act: invite
    per: pair
    source: made up
    letter: true
    statements: [contact_us_to_rearrange]
  contract:
    title: What we agree
    act: contract
    per: contract
    source: made up
    statements: [requirements_heading, school_support_agreement, parent_agreement]
"""
INVITE = (
    "{{ recipient.addressee }}",
    "{%p for line in recipient.address %}",
    "{{ line }}",
    "{%p endfor %}",
    "Dear {{ recipient.salutation }}, come and talk about {{ pupil.legal_name }}",
    "on {{ meeting.date }} at {{ meeting.time }} in {{ meeting.place }}.",
    "{{ statements.contact_us_to_rearrange }}",
    "{{ document.date }}, {{ document.reference }}",
)
CONTRACT = (
    "{{ pupil.legal_name }}: {{ contract.reasons }}",
    "{{ statements.requirements_heading }}",
    "{%p for requirement in contract.requirements %}",
    "{{ requirement.text }}",
    "{%p endfor %}",
    "{{ statements.school_support_agreement }}",
    "{{ statements.parent_agreement }}",
    "{{ document.date }}, {{ document.reference }}",
)
CASE = """\
# The family moved in spring.
schema: 1
case_id: fam-0001
authority: wessex-vale
academic_year: "2025/26"
status: active
school: s-1
people:
  p-1: {title: Ms, legal_name: Asha Rahman, address: [14 Mill Road, SALTMOUTH, CO99 1AB],
        address_verified: 2025-09-10, adjustments: []}
  p-2: {title: Mr, legal_name: Bilal Karim, address: [77 Quay Street, HARWICH, CO99 2BD],
        address_verified: 2025-09-10, adjustments: []}
pupils:
  c-1: {legal_name: Zoya Rahman, date_of_birth: 2012-02-28, year_group: 9,
        old_enough_to_understand: false}
links:
  - {person: p-1, pupil: c-1, relationship: mother, basis: [natural], explained: 2025-11-03}
  - {person: p-2, pupil: c-1, relationship: father, basis: [natural], explained: 2025-11-03}
other_plans: []
earlier_support:
  - {what: A place in the breakfast club, date: 2025-09-15, result: came twice}
enclosures_given:
  - {item: attendance_certificate, to: [p-1, p-2], date: 2025-11-10, medium: hard_copy, by: st-2}
  - {item: attendance_policy, to: [p-1, p-2], date: 2025-11-10, medium: hard_copy, by: st-2}
  - {item: dfe_parent_guide, to: [p-1, p-2], date: 2025-11-10, medium: hard_copy, by: st-2}
meetings:
  m-1:                      # rearranged twice by phone
    kind: initial
    pupils: [c-1]
    date: 2025-12-08
    time: "15:30"
    place: Room 4
    chair: st-2
    invited: [p-1, p-2]
"""
CONTRACT_MADE = """\
  m-2:
    kind: initial
    pupils: [c-1]
    date: 2025-11-10
    time: "15:30"
    place: Room 4
    chair: st-2
    invited: [p-1, p-2]
    present: [p-1, st-2]
    absent: [{person: p-2, reason: A night shift, notice: true}]
parent_views:
  - {person: p-1, meeting: m-2, attendance: Mornings are hard., concerns: Sleep.,
     how_to_address: An earlier night., on_contract: Yes please., not_said: [support_wanted]}
contracts:
  ct-1:
    pupil: c-1
    parties: [p-1]
    status: agreed
    made_at: m-2
    lead_practitioner: st-2
    reasons: Many mornings were missed.
    period: {start: 2025-11-10, end: 2026-01-09}
    first_review: 2025-12-09
    requirements:
      rq-1: {owner: p-1, text: I will ring the school before 9am., due: 2025-12-19,
             smart: {measure: The register, achievable: true, relevant: We know she is safe}}
    support:
      su-1: {provider: st-2, text: We will ring once a week.}
    signatures:
      - {version: 1, person: p-1, role: parent, date: 2025-11-10}
      - {version: 1, person: st-2, role: school_for_governing_body, date: 2025-11-10}
    understanding:
      - {person: p-1, language: en, how: talked through, said_back: true, confirmed: 2025-11-10,
         staff: st-2}
    copies:
      - {to: p-1, date: 2025-11-10}
"""
SPACES = "http://schemas.openxmlformats.org"
BARE = {
    "[Content_Types].xml": f"""<Types xmlns="{SPACES}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-"""
    """officedocument.wordprocessingml.document.main+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{SPACES}/package/2006/relationships">
<Relationship Id="rId1" Type="{SPACES}/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>""",
    "word/document.xml": f"""<w:document xmlns:w="{SPACES}/wordprocessingml/2006/main"><w:body>"""
    """{body}<w:sectPr/></w:body></w:document>""",
}
_runs = count(1)


def office_in(folder: Path, *cases: str) -> Path:
    """Lay out an office with casefiles; gives its folder."""
    pack = folder / "templates" / "wessex-vale"
    for below in (pack, folder / "schools", folder / "casefiles"):
        below.mkdir(parents=True)
    (folder / "docgen.yaml").write_text("schema: 1\nauthority: wessex-vale\n", "utf-8")
    (folder / "schools" / "s-1.yaml").write_text(SCHOOL, "utf-8")
    (pack / "pack.yaml").write_text(PACK, "utf-8")
    write_template(pack / "invite.docx", INVITE)
    write_template(pack / "contract.docx", CONTRACT)
    for text in cases or (CASE,):
        write_case(folder, text)
    return folder


def write_template(path: Path, paragraphs: Iterable[str]) -> None:
    """Write a Word template of plain paragraphs."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
        for words in paragraphs
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, content in BARE.items():
            package.writestr(name, content.format(body=body))


def write_case(office: Path, text: str) -> Path:
    """Save a casefile under its case id."""
    case_id = text.split("case_id: ")[1].split(maxsplit=1)[0]
    path = office / "casefiles" / f"{case_id}.yaml"
    path.write_text(text, "utf-8")
    return path


def case_text(office: Path, case_id: str = "fam-0001") -> str:
    """Read a casefile as it stands."""
    return (office / "casefiles" / f"{case_id}.yaml").read_text("utf-8")


def desk_in(office: Path, *, today: dt.date = TODAY, by: str = "st-2") -> Desk:
    """Open a desk on a day, with a clock that stands still and a run id of its own."""
    workspace = find_workspace(office, office, {})
    noon = dt.datetime(today.year, today.month, today.day, 12, tzinfo=dt.UTC)
    run = f"{noon:%Y%m%dT%H%M%S}-{next(_runs):08}"
    return Desk(workspace, today, by, run, lambda: noon)


def issued_files(office: Path, case_id: str = "fam-0001") -> list[str]:
    """Give the names of the files in a case's folder of the outbox."""
    folder = office / "output" / case_id
    return (
        sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.exists() else []
    )


def drafted_files(office: Path, case_id: str = "fam-0001") -> list[str]:
    """Give the names of the files in a case's draft folder."""
    folder = office / "output" / case_id / "draft"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def big_family(pupils: int) -> str:
    """Write the case of two parents with many children, all to be talked about at one meeting."""
    keys = [f"c-{n}" for n in range(1, pupils + 1)]
    born = "date_of_birth: 2012-02-28, year_group: 9, old_enough_to_understand: false"
    children = [
        f"  {key}: {{legal_name: Nura Rahman-{n * 'I'}x, {born}}}" for n, key in enumerate(keys, 1)
    ]
    links = [
        f"  - {{person: {person}, pupil: {key}, relationship: parent, basis: [natural], "
        "explained: 2025-11-03}"
        for key in keys
        for person in ("p-1", "p-2")
    ]
    text = CASE.replace("fam-0001", "fam-0900")
    text = text.replace("pupils: [c-1]", f"pupils: [{', '.join(keys)}]")
    before, _, rest = text.partition("pupils:\n")
    others = rest[rest.index("other_plans:") :]
    return "\n".join([before + "pupils:", *children, "links:", *links, others])
