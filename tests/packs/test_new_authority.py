"""A new authority is a folder: with a sheet and Word files alone its papers are made."""

import datetime as dt
from pathlib import Path

import docx
import pytest
from casework import CASEFILE, SCHOOL
from docx.oxml.ns import qn

from docgen.model.plan import State
from docgen.press.ooxml.words import words_of
from docgen.service.desk import Desk
from docgen.service.generate import generate
from docgen.service.packs import check_pack, load_pack
from docgen.service.report import Report, Wish
from docgen.store.workspace import find_workspace

AUTHORITY = "wessex-vale"
TODAY = dt.date(2025, 11, 1)
PACK = """\
schema: 1
authority: wessex-vale
name: Wessex Vale
version: "0.1"
status: draft
guidance: {title: Working together to improve school attendance, edition: August 2024}
terms: {contract: attendance promise}
must_carry:
  contract: [requirements_heading, school_support_agreement, parent_agreement]
statements:
  contact_us_to_rearrange:
    text: "Is the day wrong for you? Ring {{ contact.phone }}."
    source: R-18
  requirements_heading: {text: What the parents do, source: R-37}
  school_support_agreement: {text: "{{ school.name }} helps.", source: R-38}
  parent_agreement: {text: "I promise this until {{ contract.period.end }}.", source: R-39}
kinds:
  come-and-talk:
    title: Come and talk to us
    act: invite
    per: pair
    source: made up
    letter: true
    statements: [contact_us_to_rearrange]
  promise:
    title: Our attendance promise
    act: contract
    per: contract
    source: made up
    statements: [requirements_heading, school_support_agreement, parent_agreement]
"""
LETTER = (
    "{{ recipient.addressee }}",
    "{%p for line in recipient.address %}",
    "{{ line }}",
    "{%p endfor %}",
    "{{ document.date }}, {{ document.reference }}",
    "Dear {{ recipient.salutation }}",
    "Come on {{ meeting.date }} at {{ meeting.time }} to {{ meeting.place }}.",
    "We talk about {{ pupil.legal_name }}, born {{ pupil.date_of_birth }}.",
    "The pupil is in year {{ pupil.year_group }}.",
    "{{ statements.contact_us_to_rearrange }}",
    "{{ signatory.name }}, {{ authority.name }}",
)
PROMISE = (
    "Our {{ terms.contract }} for {{ pupil.legal_name }} ({{ document.reference }})",
    "{{ statements.requirements_heading }}",
    "{%p for each in contract.requirements %}",
    "Promise {{ loop.index }} of {{ each.owner }}: {{ each.text }}",
    "{%p if each.struck %}",
    "{{ each.status }}",
    "{%p endif %}",
    "{%p endfor %}",
    "{{ statements.school_support_agreement }}",
    "{%p for each in contract.support %}",
    "{{ each.provider }}: {{ each.text }}",
    "{%p endfor %}",
    "{{ statements.parent_agreement }}",
    "{%p for each in contract.signers %}",
    "{{ each.name }}, {{ each.role }}",
    "{%p endfor %}",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Open a desk in an office that has a pack of its own and one case."""
    folder = tmp_path / "templates" / AUTHORITY
    folder.mkdir(parents=True)
    written = {
        tmp_path / "docgen.yaml": "schema: 1\n",
        folder / "pack.yaml": PACK,
        tmp_path / "schools" / "s-1.yaml": SCHOOL,
        tmp_path / "casefiles" / "fam-0001.yaml": CASEFILE.replace("saltshire", AUTHORITY),
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    lay_word_file(folder / "come-and-talk.docx", LETTER)
    lay_word_file(folder / "promise.docx", PROMISE)
    return Desk(find_workspace(tmp_path, tmp_path, {}), TODAY, "st-2", "run-1")


def lay_word_file(path: Path, paragraphs: tuple[str, ...]) -> None:
    document = docx.Document()
    document.core_properties.title = "{{ document.title }}"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def paper(report: Report, kind: str, recipient: str | None = None) -> str:
    (made,) = (
        each
        for each in report.made
        if each.job.kind.name == kind and each.job.recipient == recipient
    )
    return "\n".join(words.text for words in words_of(made.path.read_bytes()))


def test_its_sheet_and_templates_are_right(desk: Desk) -> None:
    found = [finding.rule for finding in check_pack(desk.workspace, AUTHORITY)]
    assert found == ["pack-reading-age"] * 2
    pack = load_pack(desk.workspace, AUTHORITY).pack
    assert [kind.name for kind in pack.kinds.values()] == ["come-and-talk", "promise"]


def test_each_parent_gets_a_letter_and_each_contract_its_paper(desk: Desk) -> None:
    report = generate(desk, "fam-0001", Wish(every=True))
    made = [(each.job.kind.name, each.job.about, each.job.recipient) for each in report.made]
    assert made == [
        ("come-and-talk", "m-1", "p-1"),
        ("come-and-talk", "m-1", "p-2"),
        ("promise", "ct-1", None),
    ]
    assert not [job for job in report.stopped if job.state is State.REFUSED]


def test_its_letter_says_what_its_folder_says(desk: Desk) -> None:
    letter = paper(generate(desk, "fam-0001", Wish(every=True)), "come-and-talk", "p-1")
    for words in (
        "Ms Grace Mbeki",
        "SM99 1AB",
        "Come on Thursday 6 November 2025 at 3:30pm to The small hall.",
        "Nia Pryce, born 2 March 2014.",
        "Is the day wrong for you? Ring 01632 960 200.",
        "Wessex Vale",
    ):
        assert words in letter
    assert "SM99 2BD" not in letter
    assert "{" not in letter


def test_its_contract_uses_its_own_terms(desk: Desk) -> None:
    contract = paper(generate(desk, "fam-0001", Wish(every=True)), "promise")
    for words in (
        "Our attendance promise for Nia Pryce (Draft: not issued)",
        "Promise 1 of Ms Grace Mbeki: I will walk to school with Nia every day.",
        "Harbour View Primary helps.",
        "I promise this until 20 March 2026.",
        "Mr Tomos Rees, for the governing body",
    ):
        assert words in contract
