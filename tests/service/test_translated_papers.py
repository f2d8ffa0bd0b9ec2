"""Papers in their readers' languages: made, held or refused as their sentences stand."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from officework import CASE, TODAY, case_text, desk_in, office_in, write_case
from pageoffice import page_office
from tongueswork import AUTHORITY, MADE, READS_POLISH, SAID, let_go, polish_office, say_in_polish

from docgen.errors import WordingMissing
from docgen.model.finding import Severity
from docgen.model.plan import Job, State
from docgen.press.ooxml.words import words_of
from docgen.service.examine import examine_case, making_for, read_case
from docgen.service.generate import generate
from docgen.service.issue import issue
from docgen.service.make import NEVER
from docgen.service.pdf import NATIVE
from docgen.service.report import Examined, Made, Report, Wish
from docgen.service.tongues import tongues_of
from docgen.service.translations.shelf import demand_of, read_shelf
from docgen.service.translations.standing import standings
from docgen.store.review import digest_of
from docgen.wording.english import ENGLISH

CASE_ID = "fam-0001"
CZECH = """\
name: Czech
own_name: čeština
locale: cs_CZ
script: Latn
font: Arimo
contact: "Telefon: {phone}"
"""
EVERY = Wish(every=True)
WHY = "Her sister reads both"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with two invites due, one of them to a parent who reads Polish."""
    return polish_office(tmp_path)


def drafted(office: Path, wish: Wish = EVERY) -> Report:
    """Draft all that can be drafted."""
    return generate(desk_in(office), CASE_ID, wish)


def issued(office: Path, **reasons: str) -> Report:
    """Issue what is due, with reasons: `T_18="..."` is about Polish."""
    given = {f"{rule.replace('_', '-')}:pl": reason for rule, reason in reasons.items()}
    return issue(desk_in(office), CASE_ID, Wish(), given)


def for_polish(report: Report) -> Made:
    """Give the one paper made in Polish."""
    (made,) = [each for each in report.made if each.job.language == "pl-en"]
    return made


def text_of(made: Made) -> str:
    """Give all words of a made paper."""
    return "\n".join(piece.text for piece in words_of(made.path.read_bytes()))


def rules(jobs: tuple[Job, ...]) -> list[tuple[str, str, str]]:
    """Give who is stopped, how, and by which rules."""
    return [
        (
            job.recipient or job.about,
            job.state.value,
            " ".join(sorted({f.rule for f in job.findings})),
        )
        for job in jobs
    ]


def test_each_reader_gets_their_own_language_with_english_in_one_file(office: Path) -> None:
    report = drafted(office)
    assert [made.path.name for made in report.made] == [
        "fam-0001-draft-invite-m-1-p-1-c-1-pl-en.docx",
        "fam-0001-draft-invite-m-1-p-2-c-1-en.docx",
    ]
    text = text_of(report.made[0])
    assert f"{SAID}Dear Asha Rahman, come and talk about Zoya Rahman" in text
    assert text.index(f"{SAID}Dear Asha Rahman") < text.index("\nDear Asha Rahman")
    assert "poniedziałek, 8 grudnia 2025" in text
    assert "Monday 8 December 2025" in text
    assert "15:30" in text
    assert "3:30pm" in text


def test_the_english_reader_of_the_same_case_gets_the_same_bytes_as_before(office: Path) -> None:
    (english,) = [made for made in drafted(office).made if made.job.language == "en"]
    before = english.path.read_bytes()
    write_case(office, CASE)
    (alone,) = [made for made in drafted(office).made if made.job.recipient == "p-2"]
    assert alone.path.read_bytes() == before


def test_drafts_are_made_of_unchecked_sentences_and_say_so_in_both_languages(office: Path) -> None:
    made = for_polish(drafted(office))
    (finding,) = [f for f in made.job.findings if f.is_open]
    assert (finding.rule, finding.subject) == ("T-18", "pl")
    assert "Nobody has checked" in text_of(made)


def test_an_unchecked_paper_with_consequences_is_not_issued(office: Path) -> None:
    report = issued(office)
    assert [made.job.recipient for made in report.made] == ["p-2"]
    assert rules(report.stopped) == [("p-1", "held", "T-18")]


def test_a_recorded_reason_lets_it_go_with_the_line_on_it(office: Path) -> None:
    report = issued(office, T_18=WHY)
    made = for_polish(report)
    assert made.path.name == "fam-0001-1-invite-p-1-c-1-pl-en-v1.docx"
    assert "Nobody has checked" in text_of(made)
    (decision,) = re.findall(r"rule: T-18, about: pl, reason: [^,]*", case_text(office))
    assert decision.endswith(WHY.partition(",")[0])
    assert [job.state for job in generate(desk_in(office), CASE_ID, Wish()).standing] == [
        State.ISSUED,
        State.ISSUED,
    ]


def test_a_reason_holds_on_the_day_it_is_given_and_for_nothing_written_later(office: Path) -> None:
    issued(office, T_18=WHY)
    path = office / "translations" / "pl" / "wessex-vale.po"
    path.write_text(path.read_text("utf-8").replace(f"{SAID}Dear", f"{SAID}Droga"), "utf-8")
    later = TODAY + dt.timedelta(days=1)
    report = issue(desk_in(office, today=later), CASE_ID, Wish(), {})
    assert rules(report.stopped) == [("p-1", "held", "T-18")]
    again = issue(desk_in(office, today=later), CASE_ID, Wish(), {"T-18:pl": WHY})
    assert [made.identity.version for made in again.made if made.identity] == [2]


@pytest.mark.parametrize("unprinted", ["line-stands", "line-unchecked", "not-issued"])
def test_nothing_waits_for_words_that_it_does_not_print(office: Path, unprinted: str) -> None:
    let_go(office)
    forget(office, ENGLISH[unprinted])
    made = for_polish(issued(office))
    assert made.job.findings == ()
    assert "Nobody has checked" not in text_of(made)


def test_it_waits_for_a_word_that_it_prints(office: Path) -> None:
    let_go(office)
    forget(office, ENGLISH["line-mark"])
    assert rules(issued(office).stopped) == [("p-1", "held", "T-18")]


def test_what_only_a_draft_says_makes_no_paper_due_again(office: Path) -> None:
    let_go(office)
    forget(office, ENGLISH["not-issued"])
    issued(office)
    let_go(office)
    assert issued(office).made == ()


def forget(office: Path, english: str) -> None:
    """Take back that somebody checked a message."""
    shelf = read_shelf(demand_of(desk_in(office).workspace, AUTHORITY), "pl")
    demand = demand_of(desk_in(office).workspace, AUTHORITY)
    gone = {
        digest_of(each.message.pair, each.texts)
        for each in standings(demand, shelf)
        if each.message.text == english
    }
    review = office / "translations" / "pl" / "review.csv"
    lines = review.read_text("utf-8").splitlines(keepends=True)
    review.write_text("".join(line for line in lines if line[:32] not in gone), "utf-8")
    assert gone


def test_a_reason_for_another_language_lets_nothing_go(office: Path) -> None:
    report = issue(desk_in(office), CASE_ID, Wish(), {"T-18:ur": WHY})
    assert rules(report.stopped) == [("p-1", "held", "T-18")]
    assert any("T-18:ur" in notice for notice in report.notices)


def test_what_somebody_checked_goes_out_without_the_line(office: Path) -> None:
    let_go(office)
    made = for_polish(issued(office))
    assert made.job.findings == ()
    assert "Nobody has checked" not in text_of(made)


def test_checking_the_last_sentence_makes_the_paper_due_again(office: Path) -> None:
    let_go(office, but="Does it not suit you?")
    issued(office, T_18=WHY)
    let_go(office)
    (again,) = issued(office).made
    assert (again.job.language, again.identity and again.identity.version) == ("pl-en", 2)


def test_who_checked_a_sentence_changes_no_paper(office: Path) -> None:
    let_go(office, but="Does it not suit you?")
    before = making_for(desk_in(office), examined(office).case)
    (job,) = [job for job in examined(office).plan.jobs if job.language == "pl-en"]
    inputs = before.inputs(job)
    review = office / "translations" / "pl" / "review.csv"
    review.write_text(review.read_text("utf-8").replace("Anna Nowak", "Piotr Nowak"), "utf-8")
    assert making_for(desk_in(office), examined(office).case).inputs(job) == inputs != ""


def examined(office: Path) -> Examined:
    """Examine the case afresh."""
    return examine_case(desk_in(office), CASE_ID)


def test_another_text_of_a_sentence_makes_the_paper_due_again(office: Path) -> None:
    let_go(office)
    issued(office)
    path = office / "translations" / "pl" / "wessex-vale.po"
    path.write_text(path.read_text("utf-8").replace(f"{SAID}Dear", f"{SAID}Droga"), "utf-8")
    report = issued(office, T_18=WHY)
    assert [made.identity.version for made in report.made if made.identity] == [2]


def test_a_sentence_without_a_text_refuses_that_paper_alone(tmp_path: Path) -> None:
    office = office_in(tmp_path, READS_POLISH)
    say_in_polish(office, lambda each: "come and talk" not in each.message.text)
    report = drafted(office)
    assert [made.job.recipient for made in report.made] == ["p-2"]
    assert rules(report.stopped) == [("p-1", "refused", "R-110")]
    (finding,) = report.stopped[0].findings
    assert "Dear {{ recipient.salutation }}, come and talk about" in finding.message


def test_a_paper_by_itself_says_how_much_of_it_is_missing(tmp_path: Path) -> None:
    office = office_in(tmp_path, READS_POLISH)
    say_in_polish(office, lambda each: "come and talk" not in each.message.text)
    (job,) = [job for job in examined(office).plan.jobs if job.language == "pl-en"]
    making = making_for(desk_in(office), examined(office).case)
    with pytest.raises(WordingMissing) as missing:
        making.make(job, NEVER, None)
    assert missing.value.code == "paper-untranslated"
    assert "can't be made in Polish: 1 of its" in missing.value.message
    assert making.inputs(job) == ""


def test_docgens_own_words_refuse_it_too_where_they_are_printed(tmp_path: Path) -> None:
    office = office_in(tmp_path, READS_POLISH.replace("reads: pl", "reads: cs"))
    sheet = office / "translations" / "cs" / "language.yaml"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(CZECH, "utf-8")
    say_in_polish(office, lambda each: each.file == AUTHORITY, "cs")
    (refused,) = drafted(office).stopped
    (finding,) = refused.findings
    assert (finding.rule, "for 2 of the" in finding.message) == ("R-110", True)
    say_in_polish(office, lambda each: each.message.context.startswith("line-"), "cs")
    (refused,) = drafted(office).stopped
    (finding,) = refused.findings
    assert "“Draft: not issued”" in finding.message


def test_a_contract_stands_clause_under_clause_in_one_paper_for_its_party(tmp_path: Path) -> None:
    office = polish_office(tmp_path, MADE)
    made = next(m for m in drafted(office).made if m.job.kind.name == "contract")
    assert made.path.name == "fam-0001-draft-contract-ct-1-c-1-pl-en.docx"
    lines = [line.strip("\u200e\u200f") for line in text_of(made).split("\n")]
    english = lines.index("I will ring the school before 9am.")
    assert lines[english + 1] == f"{SAID}I will ring the school before 9am."


def test_words_of_staff_without_polish_refuse_what_prints_them(tmp_path: Path) -> None:
    bare = MADE.partition("texts:\n")[0]
    office = polish_office(tmp_path, bare)
    report = drafted(office)
    (refused,) = [job for job in report.stopped if job.state is State.REFUSED]
    (finding,) = [f for f in refused.findings if f.severity is Severity.ERROR]
    assert (refused.kind.name, finding.rule) == ("contract", "T-19")
    assert finding.message.endswith(": ct-1 (reasons), ct-1.rq-1 (text).")
    assert finding.place is not None
    assert "Many mornings" not in str(refused.findings)


def test_each_version_of_a_contract_records_the_english_that_all_have_in_common(
    tmp_path: Path,
) -> None:
    joint = MADE.replace("parties: [p-1]", "parties: [p-1, p-2]").replace(
        "present: [p-1, st-2]\n    absent: [{person: p-2, reason: A night shift, notice: true}]",
        "present: [p-1, p-2, st-2]\n    absent: []",
    )
    office = polish_office(tmp_path, joint)
    let_go(office)
    making = making_for(desk_in(office), examined(office).case)
    polish, english = [j for j in examined(office).plan.jobs if j.kind.name == "contract"]
    assert [polish.language, english.language] == ["pl-en", "en"]
    assert making.master(polish) == making.inputs(english) != making.inputs(polish)
    assert making.master(english) == ""


def test_the_english_is_written_down_with_what_was_issued(office: Path) -> None:
    issued(office, T_18=WHY)
    register = read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].issued
    told = {entry.language: bool(entry.english) for entry in register}
    assert told == {"pl-en": True, "en": False}


def test_large_print_is_made_for_who_asked_for_it(tmp_path: Path) -> None:
    office = polish_office(
        tmp_path, READS_POLISH.replace("english: good}", "english: good}, variant: large")
    )
    made = for_polish(drafted(office))
    assert made.path.name == "fam-0001-draft-invite-m-1-p-1-c-1-pl-en-large.docx"
    assert text_of(made) == text_of(for_polish(drafted(polish_office(tmp_path / "x"))))


def test_a_tag_that_no_language_has_leaves_english(tmp_path: Path) -> None:
    office = polish_office(tmp_path, READS_POLISH.replace("reads: pl", "reads: so"))
    assert {made.job.language for made in drafted(office).made} == {"en"}


def test_an_office_without_texts_of_its_own_has_what_comes_with_docgen(tmp_path: Path) -> None:
    workspace = desk_in(office_in(tmp_path)).workspace
    assert {each.tag for each in tongues_of(workspace, "wessex-vale").offers.languages} >= {"pl"}


def test_plain_english_is_made_of_its_own_words_and_waits_like_a_translation(
    tmp_path: Path,
) -> None:
    plain = CASE.replace("adjustments: []}\npupils", "adjustments: [], variant: plain}\npupils")
    office = office_in(tmp_path, plain)
    assert drafted(office).made[1].path.name.endswith("-p-2-c-1-en.docx")
    say_in_polish(office, lambda each: each.file == AUTHORITY, "plain")
    (made,) = [each for each in drafted(office).made if each.job.variant == "plain"]
    assert made.path.name == "fam-0001-draft-invite-m-1-p-2-c-1-en-plain.docx"
    assert f"{SAID}Dear Bilal Karim" in text_of(made)
    assert "Nobody has checked" in text_of(made)
    report = issue(desk_in(office), CASE_ID, Wish(), {})
    assert rules(report.stopped) == [("p-2", "held", "T-18")]
    assert "in plain English" in report.stopped[0].findings[0].message


def test_easy_read_has_a_template_and_pictures_of_its_own(tmp_path: Path) -> None:
    easy = CASE.replace("adjustments: []}\npupils", "adjustments: [], variant: easy}\npupils")
    office = office_in(tmp_path, easy)
    folder = office / "templates" / AUTHORITY
    shutil.copy(folder / "invite.docx", folder / "invite.easy.docx")
    sheet = folder / "pack.yaml"
    said = "source: R-18}", 'source: R-18, easy: "You can ask for another day."}'
    sheet.write_text(sheet.read_text("utf-8").replace(*said), "utf-8")
    (made,) = [each for each in drafted(office).made if each.job.variant == "easy"]
    assert made.path.name == "fam-0001-draft-invite-m-1-p-2-c-1-en-easy.docx"
    assert "You can ask for another day." in text_of(made)


@pytest.mark.parametrize(("screen", "engine"), [(False, NATIVE), (True, f"{NATIVE} screen")])
def test_a_pdf_for_the_screen_is_written_down_as_such_and_made_again_as_it_was(
    tmp_path: Path, *, screen: bool, engine: str
) -> None:
    office = page_office(tmp_path)
    wish = Wish(format="pdf", screen=screen)
    (made, *_) = issue(desk_in(office), CASE_ID, wish, {}).made
    before = made.path.read_bytes()
    register = read_case(desk_in(office), office / "casefiles" / "fam-0001.yaml")[2].issued
    assert {entry.engine for entry in register} == {engine}
    made.path.unlink()
    assert issue(desk_in(office), CASE_ID, wish, {}).made == ()
    assert made.path.read_bytes() == before
