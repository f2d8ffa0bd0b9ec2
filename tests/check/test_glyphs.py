"""R-111: a paper that is to be a PDF shows nothing that docgen's own fonts can't print."""

from dataclasses import replace

import pytest
from household import job, pack

from docgen.check.glyphs import beyond, code_point, missing, named
from docgen.check.rules.examine import RULES
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.rendition import Words
from docgen.model.sheet import Fields
from docgen.store.sheets import parse_sheet

PAPER = job("invite", "m-3")
NAME = "王小明"
CASE = """\
case_id: fam-0001
people:
  p-1: {legal_name: Zoë Łucka}
  p-2: {legal_name: 王小明, address: [1 Mill Lane, 中]}
issued: [{text: 王}]
decisions: [{reason: 王}]
"""


def lacks(text: str) -> str:
    """Give the characters of a text that are Chinese, as a font without them would."""
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff")


def told(*words: Words, severity: Severity | None = None) -> tuple[Finding, ...]:
    """Judge the words of an invitation."""
    own = {} if severity is None else {"R-111": severity}
    return missing(words, lacks, PAPER, replace(pack("invite"), severities=own))


def root(text: str) -> Fields:
    """Read a casefile."""
    sheet, _ = parse_sheet(text.encode(), "fam-0001.yaml")
    assert sheet is not None
    return sheet.root


def test_each_place_is_told_once_with_what_cannot_be_printed() -> None:
    words = (Words("body", "Dear 小"), Words("header", NAME), Words("body", "of 小"))
    body, header = told(*words)
    assert (body.rule, body.severity, body.stage) == ("R-111", Severity.ERROR, Stage.ANY)
    assert body.about == ("m-3", "p-2", "c-1")
    assert "In body stands" in body.message
    assert "U+5C0F CJK UNIFIED IDEOGRAPH-5C0F" in body.message
    assert "In header stands" in header.message


def test_the_message_does_not_spell_what_it_tells_of() -> None:
    (finding,) = told(Words("body", NAME))
    assert not set(NAME) & set(finding.message + finding.remedy)
    assert finding.message.index("U+5C0F") < finding.message.index("U+738B")  # sorted


@pytest.mark.parametrize("where", ["body", "header", "table 1 row 2 column 3", "watermark"])
def test_what_is_printed_is_judged(where: str) -> None:
    assert len(told(Words(where, NAME))) == 1


@pytest.mark.parametrize(
    "where", ["alt text", "property title", "link", "field", "part x.xml", "deleted text"]
)
def test_what_no_page_shows_is_left_alone(where: str) -> None:
    assert told(Words(where, NAME)) == ()


def test_plain_words_break_nothing() -> None:
    assert told(Words("body", "Dear Ms Łucka")) == ()


def test_a_pack_may_leave_it_out() -> None:
    left_out = replace(pack("invite"), severities={"R-111": "-"})
    assert missing((Words("body", NAME),), lacks, PAPER, left_out) == ()


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFORMATION])
def test_a_pack_may_make_it_milder(severity: Severity) -> None:
    (finding,) = told(Words("body", NAME), severity=severity)
    assert finding.severity is severity


def test_it_is_among_the_rules_that_can_be_explained() -> None:
    assert [rule.id for rule in RULES if rule.id == "R-111"] == ["R-111"]


def test_a_casefile_that_no_pdf_could_show_says_so_at_the_place() -> None:
    findings = tuple(beyond(root(CASE), lacks))
    places = [(found.place.line, found.path) for found in findings if found.place]
    assert places == [
        (4, ("people", "p-2", "legal_name")),
        (4, ("people", "p-2", "address", 1)),
    ]
    assert {(found.rule, found.severity) for found in findings} == {
        ("text-beyond-fonts", Severity.INFORMATION)
    }


def test_a_casefile_in_letters_of_the_set_has_nothing_to_tell() -> None:
    assert tuple(beyond(root("people: {p-1: {legal_name: Zoë Łucka}}"), lacks)) == ()


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        ("b", "U+0062 LATIN SMALL LETTER B"),
        ("ba", "U+0061 LATIN SMALL LETTER A, U+0062 LATIN SMALL LETTER B"),
        ("\ue000", "U+E000"),
        ("\ue003\ue000\ue001\ue000", "U+E000, U+E001, U+E003"),
        ("\ue000\ue001\ue002\ue003", "U+E000, U+E001, U+E002 and 1 more"),
    ],
)
def test_characters_are_named_by_code_point_three_at_most(characters: str, words: str) -> None:
    assert named(characters) == words


def test_a_character_beyond_the_first_plane_is_named_in_full() -> None:
    assert code_point("\U0001f4de") == "U+1F4DE TELEPHONE RECEIVER"
