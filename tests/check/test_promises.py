"""A template may ask for what its kind promises, and places what its kind must carry."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from docgen.check.promises import Asked, easily_said, promises_kept
from docgen.model.finding import Severity
from docgen.model.pack import Act, Kind, Per, Statement, TemplateFile

PLACE = "templates/wessex-vale/warning.docx"
KIND = Kind(
    title="It is not working",
    act="warning",
    per="warning",
    source="made up",
    name="warning",
    letter=True,
    statements=("not_working", "what_next"),
)
PROMISED = (
    "document.reference",
    "document.date",
    "recipient.addressee",
    "recipient.salutation",
    "recipient.address",
    "recipient.address[]",
    "signatory.name",
    "pupil.legal_name",
    "warning.requirements",
    "warning.requirements[]",
    "warning.reply_by",
)


TEXTS = {"not_working": "{{ pupil.legal_name }} misses school.", "what_next": "Phone us."}


def found(
    names: tuple[str, ...] = PROMISED,
    statements: tuple[str, ...] = KIND.statements,
    texts: Mapping[str, str] = TEXTS,
) -> list[tuple[str, Severity, str]]:
    where = dict.fromkeys(names, "in table 1, row 2")
    asked = Asked(PLACE, where, dict.fromkeys(statements, "in the text"))
    findings = promises_kept(KIND, asked, PROMISED, texts)
    assert all(each.place and each.place.file == PLACE for each in findings)
    return [(each.rule, each.severity, each.message + " " + each.remedy) for each in findings]


def test_a_template_that_keeps_to_its_promises_has_no_finding() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("pupil.legal_nmae", "Did you mean “pupil.legal_name”"),
        ("weather", "Correct or remove it"),
    ],
)
def test_a_name_that_is_not_promised_is_refused(name: str, advice: str) -> None:
    ((rule, severity, words),) = found((*PROMISED, name))
    assert (rule, severity) == ("promise-unknown-name", Severity.ERROR)
    assert f"“{name}” (in table 1, row 2)" in words
    assert advice in words
    assert "docgen pack placeholders warning" in words


@pytest.mark.parametrize("name", ["warning", "recipient", "warning.requirements[]"])
def test_a_name_that_leads_to_promised_ones_may_be_asked_about(name: str) -> None:
    assert found((*PROMISED, name)) == []


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("pupil.legal_nmae", "Did you mean “pupil.legal_name”"),
        ("weather", "Correct or remove it"),
    ],
)
def test_a_statement_asks_only_for_what_the_kind_promises(name: str, advice: str) -> None:
    texts = {**TEXTS, "what_next": f"We hope that {{{{ {name} }}}} is well."}
    ((rule, severity, words),) = found(texts=texts)
    assert (rule, severity) == ("promise-statement-asks", Severity.ERROR)
    assert "“what_next”" in words
    assert advice in words


@pytest.mark.parametrize(
    ("statement", "advice"),
    [
        ("not_workin", "Did you mean “not_working”"),
        ("farewell", "Add farewell under `statements`"),
    ],
)
def test_a_statement_that_the_kind_does_not_list_is_refused(statement: str, advice: str) -> None:
    ((rule, severity, words),) = found(statements=(*KIND.statements, statement))
    assert (rule, severity) == ("promise-statement-not-listed", Severity.ERROR)
    assert advice in words


def test_a_statement_that_the_kind_carries_must_be_placed() -> None:
    ((rule, severity, words),) = found(statements=("not_working",))
    assert (rule, severity) == ("promise-statement-not-placed", Severity.ERROR)
    assert "{{ statements.what_next }}" in words


@pytest.mark.parametrize(
    "name", ["document.reference", "recipient.address[]", "warning.requirements[]"]
)
def test_an_essential_name_left_unused_is_only_remarked(name: str) -> None:
    ((rule, severity, words),) = found(tuple(each for each in PROMISED if each != name))
    assert (rule, severity) == ("promise-unused", Severity.INFORMATION)
    assert f"{{{{ {name} }}}}" in words


def test_other_names_may_stay_unused() -> None:
    assert found(tuple(each for each in PROMISED if each != "warning.reply_by")) == []


def test_a_paper_that_is_no_letter_needs_no_address() -> None:
    kind = Kind(title="List", act="checklist", per="contract", source="made up", name="list")
    asked = Asked(PLACE, dict.fromkeys(("document.reference", "pupil.legal_name"), ""), {})
    assert promises_kept(kind, asked, PROMISED, {}) == ()


@pytest.mark.parametrize(
    ("act", "per", "essential"),
    [
        ("absence-letter", "absentee", "absence.reason, absence.attempts[].date, meeting.date"),
        ("copy-letter", "absent-holder", "contract.support[].text, copy.made_on, copy.title"),
        ("copy-letter", "participant", "copy.made_on, copy.title"),
        ("explanation", "pair", ""),
        ("meeting-form", "meeting-pupil", "meeting.date, meeting.time"),
        ("notice", "partner", "meeting.date, meeting.time, partner.pupils[].name"),
        ("notice", "once", ""),
        (
            "rearranged",
            "rearranged",
            "meeting.date, meeting.place, meeting.time, rearranged.old_date, rearranged.old_time",
        ),
        ("record", "absentee", "absence.attempts[].date, absence.reason"),
        ("record", "no-contract", "rationale.date, rationale.text"),
        (
            "record",
            "noncompliance",
            ", ".join(
                f"noncompliance.{name}"
                for name in ("date", "explanation", "outcome", "requirement")
            ),
        ),
        ("record", "receipt", "enclosures[].item"),
        ("record", "termination", "termination.date, termination.text"),
        ("termination", "termination", "termination.date, termination.text"),
    ],
)
def test_a_paper_shows_what_it_is_made_for(act: Act, per: Per, essential: str) -> None:
    kind = Kind(title="A paper", act=act, per=per, source="made up", name="paper")
    asked = Asked(PLACE, dict.fromkeys(("document.reference", "pupil.legal_name"), ""), {})
    told = promises_kept(kind, asked, PROMISED, {})
    assert {finding.rule for finding in told} <= {"promise-unused"}
    unused = sorted(finding.message.split("“")[1].split("”")[0] for finding in told)
    assert unused == sorted(filter(None, essential.split(", ")))


@pytest.mark.parametrize("act", ["absence-letter", "copy-letter", "explanation", "rearranged"])
def test_a_paper_about_a_pupil_names_them(act: Act) -> None:
    kind = Kind(title="A paper", act=act, per="pair", source="made up", name="paper")
    told = promises_kept(kind, Asked(PLACE, {}, {}), (), {})
    assert any("“pupil.legal_name”" in finding.message for finding in told)


EASY_FILE = TemplateFile("warning.easy.docx", "0" * 64, "templates/wessex-vale/warning.easy.docx")
SAID = {
    "not_working": Statement("Long.", "made up", easy="Short."),
    "what_next": Statement("L", "m"),
}


def test_a_paper_for_easy_readers_says_each_statement_in_their_words() -> None:
    (told,) = easily_said(KIND, EASY_FILE, SAID)
    assert (told.rule, told.severity) == ("promise-statement-not-easy", Severity.ERROR)
    assert "what_next" in told.message
    assert SAID["not_working"].said("easy") == "Short."
    assert SAID["not_working"].said("standard") == "Long."
    assert SAID["what_next"].said("easy") == "L"


def test_other_papers_need_no_easy_words() -> None:
    standard = replace(EASY_FILE, name="warning.docx")
    assert standard.variant == "standard"
    assert list(easily_said(KIND, standard, SAID)) == []
    assert list(easily_said(KIND, EASY_FILE, {})) == []
