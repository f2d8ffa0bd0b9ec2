"""R-108 and R-109: the address alone shows in the window, and the letter isn't too long."""

from collections.abc import Mapping
from typing import Literal

import pytest
from rulebook import found as found_in_case

from docgen.check.pages import address_in, is_long, judge_pages, window_flaws
from docgen.model.finding import Severity
from docgen.model.pack import Guidance, Kind, Pack
from docgen.model.pages import Boxed, Pages
from docgen.model.plan import Job
from docgen.model.values import Values

A4 = (595.3, 841.9)
MM = 72 / 25.4
ADDRESS = ("Ms Asha Rahman", "14 Mill Road", "SALTMOUTH", "CO99 1AB")
LETTER = Kind("Come and talk", "invite", "pair", "made up", name="invite", letter=True)
RECORD = Kind("What was said", "record", "pair", "made up", name="note")
Hard = Severity | Literal["-"]
VALUES: Values = {"recipient": {"addressee": ADDRESS[0], "address": list(ADDRESS[1:])}}


def word(text: str, left: float, top: float, *, page: int = 1, width: float = 10) -> Boxed:
    """Print a word of 3 mm in height at a place in millimetres."""
    return Boxed(page, left * MM, top * MM, (left + width) * MM, (top + 3) * MM, text)


def lines(*texts: str, left: float = 24.8, top: float = 40) -> tuple[Boxed, ...]:
    """Print lines below each other."""
    return tuple(
        word(text, left + 15 * across, top + 3.8 * down)
        for down, line in enumerate(texts)
        for across, text in enumerate(line.split())
    )


def pages(
    *words: Boxed, count: int = 1, weight: int = 60_000, marks: tuple[Boxed, ...] = ()
) -> Pages:
    """Make the pages of a letter whose address stands where it should."""
    return Pages((A4,) * count, weight, (*lines(*ADDRESS), *words), marks)


def job(kind: Kind = LETTER) -> Job:
    """Plan a letter to a parent about a pupil."""
    return Job(kind, "m-1", "p-1", "c-1", frozenset(), "because", "s-1")


def pack(severities: Mapping[str, Hard] | None = None, **parameters: str) -> Pack:
    """Make a pack."""
    return Pack(
        authority="wessex-vale",
        name="Wessex Vale",
        version="1.0",
        status="draft",
        guidance=Guidance("Working together", "2024"),
        terms={},
        kinds={"invite": LETTER},
        severities=severities or {},
        parameters=parameters,
    )


def rules(found: Pages, kind: Kind = LETTER, of: Pack | None = None) -> list[str]:
    """Give the rules that a letter's pages break."""
    return [each.rule for each in judge_pages(found, job(kind), VALUES, of or pack())]


def test_an_address_in_the_window_with_the_text_below_95_mm_is_right() -> None:
    assert rules(pages(word("Dear", 20, 95.1), word("School", 125.2, 40))) == []


@pytest.mark.parametrize(
    ("strange", "flaw"),
    [
        (word("Reference", 80, 50), "1 words or lines besides the address stand in the window"),
        (word("Reference", 20, 94.5), "1 words or lines stand beside or below the window"),
        (word("Reference", 10, 50), "1 words or lines stand beside or below the window"),
        (word("Reference", 121, 50, width=3), "1 words or lines stand beside or below the window"),
    ],
    ids=["in the window", "below it", "left of it", "right of it"],
)
def test_what_stands_in_or_around_the_window_besides_the_address_is_told(
    strange: Boxed, flaw: str
) -> None:
    (finding,) = judge_pages(pages(strange), job(), VALUES, pack())
    assert (finding.rule, finding.severity) == ("R-108", Severity.ERROR)
    assert flaw in finding.message
    assert "before 95 mm" in finding.remedy


@pytest.mark.parametrize(
    "strange",
    [
        word("Dear", 20, 95.05),
        word("School", 125.1, 60),
        word("Logo", 30, 30),
        word("Reference", 30, 50, page=2),
    ],
    ids=["the text", "contact block", "letterhead", "page 2"],
)
def test_what_stands_elsewhere_is_nobodys_business(strange: Boxed) -> None:
    assert rules(pages(strange, count=2)) == []


def test_a_picture_in_the_window_is_told_too() -> None:
    logo = Boxed(1, 100 * MM, 45 * MM, 130 * MM, 60 * MM)
    assert rules(pages(marks=(logo,))) == ["R-108"]


def test_an_address_that_runs_out_of_the_window_is_told_in_letters() -> None:
    last = word("1AB", 118, 51.4, width=9)
    found = Pages((A4,), 60_000, (*lines("Ms Asha Rahman", "14 Mill Road", "CO99"), last))
    flaws = list(window_flaws(found, ("Ms Asha Rahman", "14 Mill Road", "CO99 1AB")))
    assert flaws == ["3 letters or figures of the address stand outside the window of the envelope"]


def test_an_address_that_is_nowhere_is_told() -> None:
    found = Pages((A4,), 60_000, ())
    assert [each for each in window_flaws(found, ("Ng",)) if each.startswith("2 letters")]


def test_how_a_pdf_splits_the_words_of_the_address_does_not_matter() -> None:
    found = Pages((A4,), 60_000, lines("MsAsha Rah man"))
    assert list(window_flaws(found, ("Ms Asha Rahman",))) == []


def test_a_pack_puts_the_window_where_its_envelopes_have_it() -> None:
    wide = word("Reference", 20, 85)
    assert rules(pages(wide)) == ["R-108"]
    assert rules(pages(wide), of=pack(body_from_mm="84.5")) == []
    assert rules(pages(), of=pack(window_top_mm="42.5")) == ["R-108"]


@pytest.mark.parametrize(
    ("count", "weight", "is_too_long"),
    [(10, 2 * 1024 * 1024, False), (11, 60_000, True), (1, 2 * 1024 * 1024 + 1, True)],
)
def test_over_ten_pages_or_two_megabytes_is_too_long(
    count: int, weight: int, is_too_long: bool
) -> None:
    assert is_long(pages(count=count, weight=weight)) is is_too_long
    assert rules(pages(count=count, weight=weight)) == (["R-109"] if is_too_long else [])


def test_a_long_letter_waits_for_a_reason_under_its_keys() -> None:
    (finding,) = judge_pages(pages(count=12, weight=3_000_000), job(), VALUES, pack())
    assert (finding.severity, finding.subject) == (Severity.WARNING, "m-1.p-1.c-1")
    assert "12 pages and 2.9 MB" in finding.message


def test_only_letters_are_judged() -> None:
    assert rules(Pages((A4,) * 12, 60_000, ()), RECORD) == []


def test_a_pack_may_change_how_hard_the_rules_are_or_leave_them_out() -> None:
    long = pages(count=11)
    (finding,) = judge_pages(long, job(), VALUES, pack({"R-109": Severity.ERROR}))
    assert finding.severity is Severity.ERROR
    assert rules(long, of=pack({"R-109": "-"})) == []


@pytest.mark.parametrize("values", [{}, {"recipient": "Ms Rahman"}, {"recipient": {}}])
def test_values_without_a_recipient_have_no_address(values: Values) -> None:
    assert "".join(address_in(values)) == ""


def test_the_name_is_the_first_line_of_the_address() -> None:
    assert address_in(VALUES) == ADDRESS


def test_a_decision_on_a_long_letter_is_not_told_as_unused_by_a_case() -> None:
    reason = "reason: The school posts it, by: st-2, date: 2025-11-03"
    for rule, told in (("R-109", 0), ("R-107", 1)):
        decision = f"decisions: [{{rule: {rule}, about: m-1.p-1.c-1, {reason}}}]\nreviews:\n"
        assert len(found_in_case("decision-unused", ("reviews:\n", decision))) == told
