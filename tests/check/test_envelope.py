"""An address shows in the window of its envelope, wherever the folded sheet has slipped to."""

import pytest

from docgen.check.envelope import ENVELOPES, Envelope, Window, envelope_findings, is_inside
from docgen.check.pages import MILLIMETRE, USUAL
from docgen.model.pages import Boxed, Pages

A4 = (595.3, 841.9)
DL, C5 = ENVELOPES["dl"], ENVELOPES["c5"]
ADDRESS = ("Ms Rahman", "CO99 1AB")


def word(text: str, left: float, top: float, page: int = 1) -> Boxed:
    """Print a word of 10 by 3 mm."""
    x0, y0, x1, y1 = (side * MILLIMETRE for side in (left, top, left + 10, top + 3))
    return Boxed(page, x0, y0, x1, y1, text)


def letter(*more: Boxed, top: float = 60) -> Pages:
    """Print an address of two lines, and more."""
    lines = [
        word(text, 30 + 12 * across, top + 4 * down)
        for down, line in enumerate(ADDRESS)
        for across, text in enumerate(line.split())
    ]
    return Pages((A4,), 1, (*lines, *more))


def rules(
    pages: Pages, envelope: Envelope | None = DL, window: Window | None = None, **sizes: float
) -> list[str]:
    """Give the rules that a letter's first page breaks."""
    found = envelope_findings(pages, ADDRESS, envelope, window, {**USUAL, **sizes})
    return [finding.rule for finding in found]


WINDOW = Window(20, 18, 90, 35)  # 46 to 92 mm below the top of the sheet; always 57 to 81


def test_an_address_that_never_leaves_the_window_is_proved() -> None:
    assert rules(letter(), window=WINDOW) == []
    assert rules(letter(word("Dear", 30, 95), word("Page", 60, 60, page=2)), window=WINDOW) == []


def test_an_address_that_may_slip_out_is_told() -> None:
    (finding,) = envelope_findings(letter(top=50), ADDRESS, DL, WINDOW, USUAL)
    assert finding.rule == "print-address-hidden"
    assert finding.message.startswith("15 letters or figures of the address can slip out")
    assert "(20,18,90,35 mm) of DL envelopes" in finding.message


def test_other_words_that_may_come_to_show_are_told() -> None:
    assert rules(letter(word("Dear", 30, 88)), window=WINDOW) == ["print-window-shows"]


def test_in_another_envelope_the_sheet_slips_otherwise() -> None:
    assert rules(letter(), C5, Window(20, 60, 90, 35)) == ["print-address-hidden"]
    assert rules(letter(top=70), C5, Window(20, 60, 90, 35)) == []


def test_without_a_window_the_pack_s_place_for_it_holds() -> None:
    assert rules(letter(top=45)) == []
    assert rules(letter(top=45), None) == []
    assert rules(letter(top=80)) == ["print-window"] * 2
    (first, _) = envelope_findings(letter(top=80), ADDRESS, None, None, USUAL)
    assert first.message.startswith("For window envelopes: 15 letters or figures of the address")


def test_a_window_that_lies_over_the_fold_is_told() -> None:
    found = rules(letter(top=92), window_top_mm=90)
    assert found[-1] == "print-window-folded"
    assert "print-window-folded" not in rules(letter(top=92), C5, window_top_mm=90)


@pytest.mark.parametrize(
    ("window", "fits"),
    [
        (WINDOW, True),
        (Window(-1, 18, 90, 35), False),
        (Window(150, 18, 90, 35), False),
        (Window(20, 90, 90, 35), False),
        (Window(20, 18, 9, 35), False),
        (Window(20, 18, 90, 10), False),
    ],
)
def test_a_window_lies_on_its_envelope_and_is_larger_than_the_room_to_slip(
    window: Window, fits: bool
) -> None:
    assert is_inside(window, DL) is fits
