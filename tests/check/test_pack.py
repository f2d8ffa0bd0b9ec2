"""A pack is used only when all of it fits together, and all that doesn't is told at once."""

import pytest
from casework import sheet_from, varied
from packwork import FILES, PACK, judged

from docgen.check.pack import judge_pack, judge_topics
from docgen.model.finding import Severity


def test_a_pack_that_fits_together_is_judged_whole() -> None:
    pack, findings = judged({})
    assert not findings
    assert pack is not None
    assert pack.kinds["invite"].name == "invite"
    assert pack.kinds["invite"].only == {"meeting": ("initial",)}
    assert pack.severities == {
        "R-17b": Severity.WARNING,
        "R-41": Severity.INFORMATION,
        "C-12": Severity.ERROR,
        "R-101": "-",
    }
    assert pack.must_carry == {"invite": ("contact_us_to_rearrange",)}
    assert list(pack.kinds["checklist"].rows) == ["P1", "P2"]


def test_a_variant_has_its_own_template_and_others_share_one() -> None:
    pack, _ = judged({})
    assert pack is not None
    names = [
        found.name if (found := pack.template_for("invite", variant)) else None
        for variant in ("large", "standard", "easy")
    ]
    assert names == ["invite.large.docx", "invite.docx", "invite.docx"]


@pytest.mark.parametrize("number", ["0", "5", "999"])
def test_a_pack_sets_whole_numbers_for_rules(number: str) -> None:
    pack, findings = judged({"parameters": f"{{copy_days: '{number}'}}"})
    assert not findings
    assert pack is not None
    assert pack.parameters == {"copy_days": number}


def test_a_length_in_millimetres_may_have_a_decimal() -> None:
    pack, findings = judged({"parameters": "{window_top_mm: '39.5', window_left_mm: '20'}"})
    assert not findings
    assert pack is not None
    assert pack.parameters == {"window_top_mm": "39.5", "window_left_mm": "20"}


@pytest.mark.parametrize(
    ("place", "written", "rule", "words"),
    [
        ("authority", "wessex", "pack-authority-differs", "wessex-vale"),
        ("authority", "'../wessex'", "pack-authority-differs", "“…”"),
        ("version", "two", "pack-version-form", "1.0"),
        ("templates", "{}", "pack-filled-in", "templates"),
        ("kinds.invite.name", "invite", "pack-filled-in", "name"),
        ("kinds.Inv ite", "{title: A, act: notice, per: once, source: x}", "pack-kind-name", ""),
        ("kinds.invite.statements.0", "aims", "pack-statement-unknown", "Did you mean “aim”"),
        ("must_carry.notice", "[farewell]", "pack-statement-unknown", "Use one of: aim"),
        ("kinds.invite.statements.1", "aim", "pack-statement-not-carried", "contact_us"),
        ("parameters", "{copy_days: five}", "pack-parameter-number", "copy_days"),
        ("parameters", "{copy_days: '1000'}", "pack-parameter-number", "0 to 999"),
        ("parameters", "{copy_days: '-1'}", "pack-parameter-number", "copy_days"),
        ("parameters", "{copy_days: '5.5'}", "pack-parameter-number", "copy_days"),
        ("parameters", "{window_top_mm: '39.55'}", "pack-parameter-number", "window_top_mm"),
        ("parameters", "{copy_days: '\u0665'}", "pack-parameter-number", "copy_days"),
        ("severities.R17", "W", "pack-rule-id", "R-17b"),
        ("severities.R-017aa", "W", "pack-rule-id", "R-17b"),
        ("kinds.invite.only", "{contract: [x]}", "pack-only", "contract"),
        ("kinds.invite.only", "{meeting: [first]}", "pack-only", "first"),
        ("kinds.checklist.letter", "true", "pack-letter-to-nobody", "per contract"),
        ("kinds.invite.rows", "{P1: {}}", "pack-rows-stray", "checklist"),
        ("kinds.checklist.rows", "{one: {}}", "pack-rows-stray", "P1"),
        ("kinds.invite.act", "invit", "choice-mistyped", "“invite”"),
        ("kinds.invite.per", "everybody", "choice-unknown", "pair"),
        ("severities.R-41", "S", "choice-unknown", "E, W, I, -"),
        ("schema", "2", "choice-unknown", "1"),
        ("schema", None, "field-missing", "schema"),
        ("statments", "{}", "field-mistyped", "statements"),
    ],
)
def test_what_is_wrong_in_a_pack_is_told_with_its_line(
    place: str, written: str | None, rule: str, words: str
) -> None:
    pack, findings = judged({place: written})
    told = [each for each in findings if each.rule == rule]
    assert pack is None
    assert told
    assert words in told[0].message + told[0].remedy
    assert told[0].place is not None
    assert told[0].place.file == "templates/wessex-vale/pack.yaml"


@pytest.mark.parametrize(
    ("names", "rule", "words"),
    [
        (FILES[:2], "pack-template-missing", "checklist.docx"),
        ((*FILES, "invites.docx"), "pack-template-stray", "Did you mean “invite”"),
        ((*FILES, "menu.pdf"), "pack-template-stray", "Use one of: checklist, invite"),
        ((*FILES, "invite.huge.docx"), "pack-template-variant", "large"),
        ((*FILES, "invite.doc"), "pack-template-format", "save it as a Word document"),
    ],
)
def test_template_files_must_belong_to_a_kind(
    names: tuple[str, ...], rule: str, words: str
) -> None:
    pack, findings = judged({}, names)
    assert pack is None
    assert [each.rule for each in findings] == [rule]
    assert words in findings[0].message + findings[0].remedy


def test_a_form_alone_is_template_enough() -> None:
    pack, findings = judged({}, ("invite.docx", "checklist.pdf"))
    assert (bool(pack), findings) == (True, ())


def test_all_that_is_wrong_is_told_at_once() -> None:
    changes = {"version": "two", "kinds.invite.statements.0": "aims", "severities.R17": "W"}
    _, findings = judged(changes, FILES[:2])
    assert {each.rule for each in findings} == {
        "pack-version-form",
        "pack-statement-unknown",
        "pack-rule-id",
        "pack-template-missing",
    }


def test_a_pack_without_a_folder_may_have_any_name() -> None:
    pack, _ = judge_pack(sheet_from(varied(PACK, {}), "pack.yaml"), {})
    assert pack is None
    _, findings = judge_pack(sheet_from(PACK, "pack.yaml"), {})
    assert {each.rule for each in findings} == {"pack-template-missing"}


def test_kinds_that_are_no_table_are_told_as_such() -> None:
    _, findings = judged({"kinds": "invite"})
    assert [each.rule for each in findings] == ["fields-due"]


@pytest.mark.parametrize(
    ("evidence", "words"),
    [("agencie", "Did you mean “agencies”"), ("weather", "Use one of: agencies, period")],
)
def test_evidence_that_the_program_lacks_is_told(evidence: str, words: str) -> None:
    changes = {"kinds.checklist.rows.P2.evidence": evidence}
    pack, _ = judged(changes)
    assert pack is not None
    sheet = sheet_from(varied(PACK, changes), "pack.yaml")
    found = judge_topics(sheet, pack, ("agencies", "period"))
    assert [each.rule for each in found] == ["pack-topic-unknown"]
    assert words in found[0].remedy
    assert not judge_topics(sheet, pack, (evidence,))
