"""A roster's families become cases that the same rules judge as any, and letters from them."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from familywork import (
    COLUMNS,
    FATHER_LINE,
    FRAME,
    TWO_PARENTS,
    asked,
    desk,
    line,
    put_roster,
    roster_office,
    rules_of,
    upn,
)
from officework import TODAY

from docgen.model.batch import Fixed
from docgen.model.case import Issued
from docgen.model.family import Family
from docgen.model.finding import Finding
from docgen.model.plan import Job, State
from docgen.model.sheet import Mark
from docgen.service.batch.judging import Judging
from docgen.service.batch.lines import entry_tree
from docgen.service.batch.rosters import Asked, open_source
from docgen.service.examine import making_for
from docgen.service.papers import make_papers
from docgen.service.typeset import Order as Setting
from docgen.store.register import Register, Registered
from docgen.store.runs import batches_of


def families(office: Path, wanted: Asked | None = None) -> tuple[Judging, list[Family]]:
    with closing(open_source(desk(office), wanted or asked(office))) as source:
        found = list(source.families())
        source.settled()
        return source.judge, found


def judge_of(office: Path, wanted: Asked) -> Judging:
    with closing(open_source(desk(office), wanted)) as source:
        return source.judge


def fixed(office: Path, **changes: object) -> list[Fixed]:
    judge, found = families(office, asked(office, **changes))
    return [judge(desk(office), family) for family in found]


def letters(made: Fixed) -> list[tuple[str, str]]:
    return [(job.kind.name, job.state.value) for job in (*made.jobs, *made.stopped)]


def finding(made: Fixed, rule: str) -> Finding:
    return next(each for each in made.findings if each.rule == rule)


def test_two_parents_of_a_pupil_are_each_invited(tmp_path: Path) -> None:
    (made,) = fixed(roster_office(tmp_path / "office", *TWO_PARENTS))
    assert letters(made) == [("invite", "due"), ("invite", "due")]
    assert len({job.recipient for job in made.jobs}) == 2
    assert made.rows == (2, 3)
    assert made.authority == "wessex-vale"
    assert made.tree is not None
    assert made.tree["case_id"] == made.case


def test_only_the_kinds_wished_for_are_planned(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *TWO_PARENTS)
    (made,) = fixed(office, kinds=("contract",))
    assert letters(made) == []


def test_plain_words_that_nobody_checked_are_accepted_as_translations_are(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line() + ",Plain", columns=f"{COLUMNS},Print")
    words = office / "translations" / "en" / "plain" / "wessex-vale.po"
    words.parent.mkdir(parents=True)
    words.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', "utf-8")
    (made,) = fixed(office, accept=("T-18=Read out by the office",))
    assert [job.variant for job in made.jobs] == ["plain"]
    assert made.tree is not None
    decisions = made.tree["decisions"]
    assert isinstance(decisions, list)
    assert [(each["rule"], each["about"]) for each in decisions] == [("T-18", "en")]


def test_what_a_rule_finds_names_the_cell(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line(Year="8"), line(1, **FATHER_LINE, Year="8"))
    (made,) = fixed(office)
    found = finding(made, "C-11")
    assert found.place == Mark("people.csv", 2, 5)
    assert {job.state for job in made.stopped} == {State.HELD}


def test_an_address_that_cant_be_posted_to_refuses_that_letter_alone(tmp_path: Path) -> None:
    father = {**FATHER_LINE, "Address": "no fixed abode"}
    (made,) = fixed(roster_office(tmp_path / "office", line(), line(1, **father)))
    found = finding(made, "R-107")
    assert found.place is not None
    assert found.place.line == 3
    assert letters(made) == [("invite", "due"), ("invite", "refused")]


def test_what_the_frame_accepts_is_written_down_as_a_decision(tmp_path: Path) -> None:
    office = roster_office(
        tmp_path / "office",
        line(Year="8"),
        frame_text=FRAME + 'accept: {C-11: "Taught a year below"}\n',
    )
    (made,) = fixed(office)
    assert letters(made) == [("invite", "due")]
    assert made.tree is not None
    written = str(made.tree["decisions"])
    assert "'rule': 'C-11'" in written
    assert "'reason': 'Taught a year below'" in written


def test_what_is_asked_about_a_row_holds_its_letters(tmp_path: Path) -> None:
    wrong = f"A{upn(1)[1:]}" if upn(1)[0] != "A" else f"B{upn(1)[1:]}"
    office = roster_office(tmp_path / "office", line(UPN=wrong))
    (made,) = fixed(office)
    assert letters(made) == [("invite", "held")]
    (accepted,) = fixed(office, accept=("cell-upn-check=The old UPN",))
    assert letters(accepted) == [("invite", "due")]


def test_a_family_that_cant_be_judged_is_told_with_its_rows(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line(), line())
    judge, (family,) = families(office)
    (office / "schools" / "s-1.yaml").write_text("name: [", "utf-8")
    made = judge(desk(office), family)
    assert made.tree is None
    assert made.jobs == made.stopped == ()
    assert made.rows == (2, 3)
    assert made.findings[0].place is not None
    assert made.findings[0].place.file == "schools/s-1.yaml"


def test_a_family_too_large_to_be_one_is_not_judged(tmp_path: Path) -> None:
    many = (line(number, Forename=f"Zoya-{chr(64 + number)}a") for number in range(1, 14))
    (made,) = fixed(roster_office(tmp_path / "office", *many))
    assert [each.rule for each in made.findings] == ["roster-family-large"]
    assert made.tree is None


def test_a_row_with_a_school_goes_to_that_school(tmp_path: Path) -> None:
    lines = (f"{line()},s-1", f"{line(2, Forename='Nura')},s-9")
    columns = f"{COLUMNS},School"
    office = roster_office(tmp_path / "office", *lines, columns=columns)
    one, other = fixed(office, corrections=("School=school.key",))
    assert one.tree is not None
    assert one.tree["school"] == "s-1"
    assert other.tree is None
    assert finding(other, "school-nowhere").place == Mark("people.csv", 3, 17)


def test_a_school_may_be_named_by_its_name(tmp_path: Path) -> None:
    lines = (f"{line()},meadowbank  academy", f"{line(2, Forename='Nura')},Harbour School")
    office = roster_office(tmp_path / "office", *lines, columns=f"{COLUMNS},School")
    heard: list[Finding] = []
    named = asked(office, corrections=("School=school.name",))
    with closing(open_source(desk(office), named)) as source:
        (family,) = source.families(heard.extend)
    assert family.school == "s-1"
    (unknown,) = heard
    assert unknown.rule == "roster-school-unknown"
    assert unknown.place == Mark("people.csv", 3, 17)


def test_a_contact_who_vanished_stops_all_letters_about_the_pupil(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", *TWO_PARENTS)
    families(office)
    put_roster(office, line())
    judge, (family,) = families(office)
    made = judge(desk(office), family)
    found = finding(made, "R-115")
    ((pupil, person),) = family.vanished
    assert found.subject == pupil
    assert person in found.message
    assert letters(made) == [("invite", "refused")]
    for keys in (f"{person}.{pupil}", "all"):
        confirmed = judge_of(office, asked(office, gone=(keys,)))
        assert letters(confirmed(desk(office), family)) == [("invite", "due")]


def issue(office: Path, made: Fixed, job: Job, inputs: str) -> None:
    """Record a letter in the register, as a run does."""
    entry = Issued(
        number=f"{made.case}/1", version=1, kind="invite", about=job.about,
        dated=desk(office).today, language=job.language, variant=job.variant, format="docx",
        template="t", digest="0" * 64, inputs=inputs, recipient=job.recipient, pupil=job.pupil,
    )  # fmt: skip
    known = Registered(made.case, entry.number, 1, "r-1", 1, entry_tree(entry))
    Register(batches_of(office / "output")).add([known])


def test_a_letter_sent_before_is_held_when_it_would_say_something_else(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line())
    judge, (family,) = families(office)
    made, case = judge.examined(desk(office), family)
    assert case is not None
    (job,) = made.jobs
    issue(office, made, job, "other inputs")
    again = judge(desk(office), family)
    assert letters(again) == [("invite", "held")]
    assert again.known == 1
    (held,) = again.stopped
    assert "roster-sent-before" in set(rules_of(held.findings))
    accept = ("roster-sent-before=A corrected letter",)
    allowed = judge_of(office, asked(office, accept=accept))
    assert letters(allowed(desk(office), family)) == [("invite", "due")]


def test_a_letter_sent_before_and_still_the_same_is_not_sent_again(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line())
    judge, (family,) = families(office)
    made, case = judge.examined(desk(office), family)
    assert case is not None
    (job,) = made.jobs
    issue(office, made, job, making_for(desk(office), case).inputs(job))
    assert letters(judge(desk(office), family)) == [("invite", "issued")]


def test_a_letter_sent_for_the_same_day_in_another_language_is_held(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line())
    judge, (family,) = families(office)
    made = judge(desk(office), family)
    (job,) = made.jobs
    issue(office, made, replace(job, about=f"{job.about}-0900", language="pl-en"), "other")
    assert letters(judge(desk(office), family)) == [("invite", "held")]


def test_a_letter_sent_from_a_case_that_grew_into_this_one_is_held(tmp_path: Path) -> None:
    office = roster_office(tmp_path / "office", line())
    judge, (family,) = families(office)
    made = judge(desk(office), family)
    (job,) = made.jobs
    issue(office, made, job, "other")
    elsewhere = replace(family, case="b-0000000000000001", former=(family.case,))
    assert letters(judge(desk(office), elsewhere)) == [("invite", "held")]
    another = replace(family, case="b-0000000000000001")
    assert letters(judge(desk(office), another)) == [("invite", "due")]


def test_a_court_order_refuses_one_parents_letter_and_leaves_the_others(tmp_path: Path) -> None:
    lines = (f"{line()},No", f"{line(1, **FATHER_LINE)},Yes")
    office = roster_office(tmp_path / "office", *lines, columns=f"{COLUMNS},Court Order")
    (made,) = fixed(office, corrections=("Court Order=contact.court_order",))
    assert letters(made) == [("invite", "due"), ("invite", "refused")]
    assert "R-24" in set(rules_of(made.stopped[0].findings))
    mother, father = made.jobs[0], made.stopped[0]
    assert father.recipient not in mother.subjects
    assert mother.about != father.about


def test_who_died_gets_no_letter_and_holds_up_nobody_elses(tmp_path: Path) -> None:
    gone = {**FATHER_LINE, "Address": "", "Town": "", "Postcode": ""}
    lines = (f"{line()},", f"{line(1, **gone)},Yes")
    office = roster_office(tmp_path / "office", *lines, columns=f"{COLUMNS},Deceased")
    (made,) = fixed(office, corrections=("Deceased=contact.deceased",))
    assert letters(made) == [("invite", "due")]


def test_a_fathers_broken_postcode_refuses_his_letter_and_not_the_mothers(tmp_path: Path) -> None:
    broken = {**FATHER_LINE, "Town": "SALTMOUTH", "Postcode": "CO99"}
    office = roster_office(tmp_path / "office", line(), line(1, **broken))
    judge, (family,) = families(office)
    made, case = judge.examined(desk(office), family)
    assert letters(made) == [("invite", "due"), ("invite", "refused")]
    assert finding(made, "R-107").remedy.startswith("Correct the address in the row's cells")
    assert case is not None
    papers, refused = make_papers(making_for(desk(office), case), made.jobs, Setting(TODAY))
    assert (len(papers), len(refused)) == (1, 0)
