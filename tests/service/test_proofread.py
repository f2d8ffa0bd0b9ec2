"""How a pack's papers read is told: their age, words to avoid, texts that are for staff alone."""

from dataclasses import replace

import pytest
from lintwork import linted
from packwork import judged
from wordfiles import paras, word_file

from docgen.model.finding import Finding, Severity
from docgen.model.pack import Avoided, Kind, Pack, Phrase, Statement, TemplateFile
from docgen.model.sheet import Mark
from docgen.service.proofread import Page, proofread, proofread_texts

EASY = "We will meet at the school on Monday."
HARD = "Statutory responsibilities necessitate appropriate documentation of attendance."
AVOID = {
    "tone": Avoided("R-57", ("must pay",), "Say what may happen."),
    "name": Avoided("R-58", ("parenting contract",), "Write attendance contract."),
    "vague": Avoided("R-50", ("try to",), "Say what will be done."),
    "short-day": Avoided("R-59", ("mornings only",), "Plan full days."),
    "blame": Avoided("R-89", ("failed",), "Say what went well."),
}


def pack(**changes: object) -> Pack:
    """Give the made-up pack with words to avoid."""
    made, _ = judged({})
    assert made is not None
    return replace(made, **{"avoid": AVOID, **changes})  # type: ignore[arg-type]


def told(
    *lines: str, kind: str = "invite", given: Pack | None = None, header: str = ""
) -> list[Finding]:
    """Proofread a template of these paragraphs."""
    given = given or pack()
    parts = {"header": paras(header)} if header else {}
    lines_of = linted(word_file(paras(*lines), **parts)).lines
    file = TemplateFile(f"{kind}.docx", "0" * 64, f"templates/wessex-vale/{kind}.docx")
    return list(proofread(Page(given, given.kinds[kind], file, lines_of)))


def ids(*lines: str, kind: str = "invite", given: Pack | None = None) -> list[str]:
    """Give the ids of what is told."""
    return [finding.rule for finding in told(*lines, kind=kind, given=given)]


def for_(audience: str) -> Pack:
    """Give the pack with an invite that goes to these readers."""
    made = pack()
    kind: Kind = replace(made.kinds["invite"], audience=audience)  # type: ignore[arg-type]
    return replace(made, kinds={**made.kinds, "invite": kind})


def test_the_reading_age_of_a_parents_paper_is_told_with_its_hardest_sentence() -> None:
    easier = "You may bring a friend."
    (age,) = told("A heading", EASY, easier)
    assert (age.rule, age.severity) == ("pack-reading-age", Severity.INFORMATION)
    assert age.message == (
        f"invite.docx reads as for age 4.7. The hardest sentence reads as for 5.8: “{EASY}”"
    )
    assert age.place == Mark("templates/wessex-vale/invite.docx", 1, 1)


def test_a_paper_that_is_hard_to_read_is_warned_of_and_never_refused() -> None:
    (age,) = told(HARD)
    assert (age.rule, age.severity) == ("pack-reading-hard", Severity.WARNING)
    assert "37.7, over 11." in age.message
    assert f"“{HARD}”" in age.message


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [  # 10 words of 15 syllables: 3.9 + 17.7 - 15.59 + 5 = 11.01; of 16 syllables: 12.19
        ("We like to talk with parents about attendance and support.", "pack-reading-age"),
        ("We like to talk with parents about attendance and arrangements.", "pack-reading-hard"),
    ],
)
def test_eleven_is_the_oldest_that_parents_papers_aim_at(sentence: str, rule: str) -> None:
    assert ids(sentence) == [rule]


@pytest.mark.parametrize("audience", ["staff", "partner"])
def test_papers_for_others_have_no_age(audience: str) -> None:
    assert ids(HARD, given=for_(audience)) == []


def test_a_paper_without_a_sentence_has_no_age() -> None:
    assert ids("A heading", "{{ pupil.legal_name }}", "{%p if x %}", "{%p endif %}", "") == []


def test_a_sentence_of_more_than_25_words_is_told_once() -> None:
    words = ["We", *["will"] * 23, "meet."]
    assert ids(" ".join(words)) == ["pack-reading-age"]
    longer = " ".join(["We", *words])
    age, long = told(longer, longer)
    assert age.rule == "pack-reading-hard"
    assert (long.rule, long.severity) == ("pack-sentence-long", Severity.WARNING)
    assert long.message == f"invite.docx has a sentence of 26 words: “{longer}”"
    assert "25 words" in long.remedy


@pytest.mark.parametrize(
    ("template", "quoted"),
    [
        ("We know {{ pupil.legal_name }} very well by now.", "We know Sam very well by now."),
        (
            "We call it your {{ terms.contract }} from now on.",
            "We call it your attendance plan from now on.",
        ),
        ("Now we use {{ terms.none }} for all of it.", "Now we use none for all of it."),
        (
            "Come to us at {{ meeting.time | upper }} on the day.",
            "Come to us at 4:15pm on the day.",
        ),
        ("We will say it of {{ each.one }} as well.", "We will say it of Sam as well."),
        ("{{ statements.aim }}", "We want Sam to be well."),
    ],
)
def test_what_is_filled_in_is_measured_by_a_plain_example(template: str, quoted: str) -> None:
    (age,) = told(template)
    assert f"“{quoted}”" in age.message


def test_a_value_alone_in_its_paragraph_is_not_the_templates_wording() -> None:
    assert ids("{{ meeting.place }}") == []


def test_words_to_avoid_are_told_with_their_place_and_what_to_write() -> None:
    age_last = told("A heading", "You must pay.", header="Parenting  contract")
    found = [finding for finding in age_last if finding.rule == "pack-words"]
    assert [finding.severity for finding in found] == [Severity.WARNING] * 2
    assert {finding.message for finding in found} == {
        "invite.docx (in the text, near “You must pay.”) says “must pay” (R-57).",
        "invite.docx (in the header, near “Parenting contract”) says “parenting contract” (R-58).",
    }
    assert {finding.remedy for finding in found} == {
        "Say what may happen.",
        "Write attendance contract.",
    }


def test_papers_for_staff_keep_to_the_words_too() -> None:
    assert ids("You must pay.", kind="checklist") == ["pack-words"]


def test_an_authority_may_keep_an_old_name() -> None:
    keeps = pack(severities={"R-58": "-"})
    assert "pack-words" not in ids("A parenting contract helps.", given=keeps)


def test_words_of_other_rules_are_not_looked_for_in_papers() -> None:
    assert ids("We failed, but try to come in the mornings only.") == ["pack-reading-age"]


NOTE = Statement("Ask the parent why. Do not show this note to parents.", "made up", "staff")


@pytest.mark.parametrize("audience", ["parent", "partner"])
def test_words_for_staff_refuse_a_paper_for_others(audience: str) -> None:
    given = replace(for_(audience), statements={"note": NOTE})
    found = told("Do not show this  NOTE to parents. Then", "go on.", given=given)[0]
    assert (found.rule, found.severity) == ("pack-staff-words", Severity.ERROR)
    assert "“note”" in found.message
    assert "“Do not show this note to parents.”" in found.message


def test_a_paper_for_staff_may_hold_them() -> None:
    given = replace(for_("staff"), statements={"note": NOTE})
    assert ids("Do not show this note to parents.", given=given) == []


def test_a_few_words_alike_are_chance() -> None:
    given = pack(statements={"note": NOTE})
    assert ids("Ask the parent why.", given=given) == ["pack-reading-age"]
    five = pack(statements={"note": replace(NOTE, text="Ask the two parents why.")})
    assert ids("Ask the two parents why.", given=five)[0] == "pack-staff-words"


def test_words_for_anybody_may_stand_in_any_paper() -> None:
    given = pack(statements={"note": replace(NOTE, audience="anybody")})
    assert ids("Do not show this note to parents.", given=given) == ["pack-reading-age"]


def test_statements_and_phrases_are_read_where_they_stand() -> None:
    place = Mark("templates/wessex-vale/pack.yaml", 7, 3)
    given = pack(
        statements={"aim": Statement("You must pay. Try to.", "made up")},
        phrases={
            "call": Phrase("I will try to call, mornings only.", "requirement", "made up"),
            "help": Phrase("We try to help with a parenting contract.", "support", "made up"),
        },
    )
    found = list(proofread_texts(given, {"aim": place}))
    assert [(each.rule, each.severity, each.place) for each in found] == [
        ("pack-words", Severity.WARNING, place),
        ("pack-words", Severity.WARNING, None),
        ("pack-words", Severity.WARNING, None),
        ("pack-words", Severity.WARNING, None),
    ]
    assert [each.message for each in found] == [
        "The statement “aim” says “must pay” (R-57).",
        "The phrase “call” says “try to” (R-50).",
        "The phrase “call” says “mornings only” (R-59).",
        "The phrase “help” says “parenting contract” (R-58).",
    ]


def test_hard_words_are_told_with_plainer_ones_wherever_a_parent_reads_them() -> None:
    law = Statement("Commence, in the law's own words.", "an Act", exempt=True)
    given = pack(
        statements={
            "aim": Statement("We commence.", "made up"),
            "note": replace(NOTE, text="Commence."),
            "law": law,
        },
        phrases={"call": Phrase("I will commence.", "requirement", "made up")},
    )
    given = replace(given, plain={"commence": "start"})
    found = list(proofread_texts(given, {}))
    assert [(each.rule, each.severity, each.message) for each in found] == [
        ("pack-plain-words", Severity.INFORMATION, "The statement “aim” says “commence”."),
        ("pack-plain-words", Severity.INFORMATION, "The phrase “call” says “commence”."),
    ]
    assert ids("We commence.", given=given) == ["pack-plain-words", "pack-reading-age"]
    for_staff = replace(for_("staff"), plain=given.plain)
    assert "pack-plain-words" not in ids("We commence.", given=for_staff)


def test_the_laws_own_words_do_not_count_for_a_papers_age() -> None:
    hard = "Organisational responsibilities notwithstanding, participation necessitates approval."
    for exempt, rules in ((True, ["pack-reading-age"]), (False, ["pack-reading-hard"])):
        statement = Statement(hard, "an Act", exempt=exempt)
        given = pack(statements={"law": statement})
        assert ids("We meet at two today.", "{{ statements.law }}", given=given) == rules
